//! The answer to "where does this number come from?".

use serde::Serialize;
use utoipa::ToSchema;

pub(crate) mod build;
pub(crate) mod fact;

/// The derivation of one number, down to its facts.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WhyAnswer {
    /// Version of this document's form, 1.
    pub format: u32,
    /// The number asked for, with everything below it.
    #[serde(flatten)]
    pub number: NodeDocument,
    /// Every arithmetic operation in order, one line each, if asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<Vec<String>>,
}

/// One number of a derivation.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct NodeDocument {
    /// Id: asking for it opens this number alone.
    pub id: String,
    /// What it is, in plain English.
    pub label: String,
    /// Its value, in `unit`.
    pub value: f64,
    /// Unit: `index`, `share` (a fraction) ...
    pub unit: String,
    /// Lowest value, by the bounds reading of the same id.
    pub low: Option<f64>,
    /// Highest value, by the bounds reading of the same id.
    pub high: Option<f64>,
    /// The formula; null for a fact.
    pub formula: Option<String>,
    /// The rule as one sentence; null for a fact.
    pub says: Option<String>,
    /// Where the rule stands, or how to cite the fact's source.
    pub source: String,
    /// Id of the rule; null for a fact.
    pub rule: Option<String>,
    /// The numbers that it was computed from, in the order of the formula.
    #[schema(no_recursion)]
    pub inputs: Vec<DerivationDocument>,
    /// The fact, for a leaf.
    pub fact: Option<FactDocument>,
}

/// A number of a derivation, or a pointer to one that stands further up.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum DerivationDocument {
    /// The number with everything below it.
    Number(Box<NodeDocument>),
    /// The number stands above in this document.
    See(SeeDocument),
}

/// A number whose derivation stands further up in the same document.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SeeDocument {
    /// Its id.
    pub id: String,
    /// What it is, in plain English.
    pub label: String,
    /// Its value, in `unit`.
    pub value: f64,
    /// Unit.
    pub unit: String,
    /// Always true.
    pub see: bool,
}

/// A fact with everything that is known of it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FactDocument {
    /// Table.
    pub table: String,
    /// Stable key.
    pub key: String,
    /// What it is, in plain English.
    pub label: String,
    /// Value in `unit`, null if missing.
    pub value: Option<f64>,
    /// Lowest value that its printed form allows.
    pub low: Option<f64>,
    /// Highest value that its printed form allows.
    pub high: Option<f64>,
    /// The cell as it stands in our table.
    pub printed: String,
    /// Unit of the numbers: `share` is a fraction.
    pub unit: String,
    /// Source id; words of the user's in a workspace.
    pub source: String,
    /// How to cite the source.
    pub citation: String,
    /// Publisher.
    pub publisher: String,
    /// Edition of the fact.
    pub edition: String,
    /// Where it stands in the source.
    pub locator: String,
    /// Licence of the source.
    pub licence: String,
    /// Address of the licence text.
    pub licence_url: String,
    /// Title of the source.
    pub title: String,
    /// DOI or address of the source.
    pub address: String,
    /// Quality, 1 (best) to 5.
    pub quality: Option<u8>,
    /// File of our own table.
    pub file: String,
    /// 1-based line of `file`; 0 for what a what-if question brought in.
    pub line: u64,
    /// Anything else worth knowing.
    pub note: Option<String>,
    /// What it was before a scenario or a workspace changed it.
    pub before: Option<BeforeDocument>,
}

/// A value that a scenario or workspace replaced.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct BeforeDocument {
    /// The value, in the fact's unit; null if there was none.
    pub value: Option<f64>,
    /// The value as it was printed, where a workspace replaced it.
    pub printed: Option<String>,
    /// What replaced it: `scenario` or `workspace`.
    pub by: String,
}
