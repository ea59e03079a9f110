//! The answer to "which single input, at which value, would take the material on or off the list?".

use serde::Serialize;
use utoipa::ToSchema;

pub(crate) mod build;

/// All flips of a material, and the inputs that have none.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FlipsAnswer {
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
    /// Critical by the rule of Art. 4(2) now; null if unknown.
    pub critical: Option<bool>,
    /// On Annex I: stays on the list whatever its figures.
    pub strategic: bool,
    /// Whether the two thresholds are met now; null if unknown.
    pub rule_met: Option<bool>,
    /// What a reader must know to read the flips rightly.
    pub note: Option<String>,
    /// How many flips there are in all; `flips` may be cut by a limit.
    pub flips_total: usize,
    /// The flips, nearest first by relative change.
    pub flips: Vec<FlipDocument>,
    /// Inputs for which it is proved that no value within their range crosses a threshold.
    pub proved_none: Vec<ProvedDocument>,
}

/// Which way the thresholds are crossed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Beyond the value both thresholds are met.
    Enters,
    /// Beyond the value one of them is not.
    Leaves,
}

/// One value of one input at which the verdict changes.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FlipDocument {
    /// The input: a fact's key, or the id of a country's governance.
    pub input: String,
    /// What it is, in plain English.
    pub label: String,
    /// Unit of its values: `share` is a fraction.
    pub unit: String,
    /// Its value now.
    pub now: f64,
    /// The value at which the verdict changes.
    pub flips_at: f64,
    /// (`flips_at` - `now`) / `now`, a fraction; null from zero.
    pub relative_change: Option<f64>,
    /// Which way, seen from its value now.
    pub effect: Effect,
    /// Id under which the input's present value opens.
    pub why: Option<String>,
}

/// An input without a flip.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ProvedDocument {
    /// The input: a fact's key, or the id of a country's governance.
    pub input: String,
    /// What it is, in plain English.
    pub label: String,
    /// Unit of its values.
    pub unit: String,
    /// Its value now.
    pub now: f64,
    /// Lowest value searched.
    pub low: f64,
    /// Highest value searched.
    pub high: f64,
}
