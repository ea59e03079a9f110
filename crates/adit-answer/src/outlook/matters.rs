//! Which assumption matters most?

use serde::Serialize;
use utoipa::ToSchema;

/// Sobol indices of one line of one material in one year.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookMatters {
    /// Form of the document.
    pub format: u32,
    /// Case.
    pub case: String,
    /// For each material, line and year asked for.
    pub results: Vec<MattersResult>,
    /// Rows of each of the two sample matrices.
    pub samples: usize,
    /// Runs of the model: samples x (groups + 2).
    pub runs: usize,
    /// Seed.
    pub seed: u64,
    /// What must be said beside the figures.
    pub notes: Vec<String>,
}

/// What matters for one figure.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct MattersResult {
    /// Material.
    pub material: String,
    /// Name.
    pub material_name: String,
    /// Line.
    pub line: String,
    /// Year.
    pub year: u16,
    /// The answer in plain words.
    pub says: String,
    /// Standard deviation of the figure, in its unit.
    pub standard_deviation: f64,
    /// The assumptions, the one with the largest total index first.
    pub groups: Vec<MattersGroup>,
}

/// An assumption, or several that are drawn together.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct MattersGroup {
    /// Id: the parameter's key without the year.
    pub id: String,
    /// Name in words.
    pub name: String,
    /// First-order index: the share of the variance that this assumption explains alone.
    pub first: f64,
    /// Half-width of its 95 % interval.
    pub first_error: f64,
    /// Total index: the share in which it takes part, alone and with others.
    pub total: f64,
    /// Half-width of its 95 % interval.
    pub total_error: f64,
    /// A fact of it, which `why` opens; null for recyclers, whose projects stand in the Chain room.
    pub why: Option<String>,
}
