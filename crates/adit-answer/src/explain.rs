//! The answer to "if this figure is right, which single input must have been another?".

use serde::Serialize;
use utoipa::ToSchema;

pub(crate) mod build;

/// All single changes of an input that give a target.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ExplainAnswer {
    /// Version of this document's form, 1.
    pub format: u32,
    /// Edition of the study.
    pub edition: String,
    /// Years of the governance mean.
    pub governance: String,
    /// Material id.
    pub material: String,
    /// Material name.
    pub name: String,
    /// `extraction` or `processing`.
    pub stage: String,
    /// The scope computed under.
    pub scope: String,
    /// Supply risk now, index.
    pub computed: Option<f64>,
    /// Published supply risk, index.
    pub published: Option<f64>,
    /// The supply risk to be reached, index.
    pub target: f64,
    /// What a reader must know to read the answers rightly.
    pub note: String,
    /// The changes, nearest first by relative change.
    pub answers: Vec<ExplainDocument>,
}

/// One single change that gives the target.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ExplainDocument {
    /// The input: a fact's key, or the id of a country's governance.
    pub input: String,
    /// What it is, in plain English.
    pub label: String,
    /// Unit of its values: `share` is a fraction.
    pub unit: String,
    /// Its value now.
    pub now: f64,
    /// The value that gives the target, everything else left as it is.
    pub needs: f64,
    /// (`needs` - `now`) / `now`, a fraction; null from zero.
    pub relative_change: Option<f64>,
    /// Whether the needed value lies within the input's own rounding; null for governance.
    pub within_rounding: Option<bool>,
    /// Id under which the input's present value opens.
    pub why: Option<String>,
}
