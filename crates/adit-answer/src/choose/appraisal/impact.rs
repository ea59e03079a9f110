//! Impacts beside imports, jobs, public income.

use serde::Serialize;
use utoipa::ToSchema;

use crate::chain::FigureDocument;

/// One kind of impact: the project beside its alternative. There is no score over kinds.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalImpact {
    /// `carbon`, `energy`, `water` or `land`.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Material.
    pub material: String,
    /// In words: more or less than imports, or that the bounds do not tell.
    pub says: String,
    /// Unit per tonne: `t/t`, `GJ/t`, `m3/t`, `m2/t`.
    pub unit: String,
    /// The project, per tonne of contained element.
    pub project: FigureDocument,
    /// Imports at the world mix of the same stage, per tonne.
    pub imports: FigureDocument,
    /// Unit per year.
    pub unit_per_year: String,
    /// The project in a year of full output.
    pub project_per_year: FigureDocument,
    /// The same tonnes imported.
    pub imports_per_year: FigureDocument,
    /// Whose figures the project's are: `own` (its own statement) or `factor` (a factor of its material and stage).
    pub basis: Option<String>,
    /// What must be known beside it.
    pub note: Option<String>,
}

/// Jobs in a phase.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalJobs {
    /// Id of the phase.
    pub phase: String,
    /// Name.
    pub name: String,
    /// First year.
    pub from: u16,
    /// Last year.
    pub to: u16,
    /// Direct jobs in each of these years.
    pub jobs: FigureDocument,
    /// Whether it is a statement of the project (`own`) or a factor (`factor`).
    pub basis: String,
    /// What must be known beside it.
    pub note: Option<String>,
}

/// Public income of one kind at one level.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalIncome {
    /// `municipality`, `region`, `state`, `landowner` or `closure-fund`.
    pub level: String,
    /// Name of the receiver, in words.
    pub receiver: String,
    /// What is paid: "mineral extraction tax".
    pub kind: String,
    /// The rule, in words, with its article.
    pub rule: String,
    /// Source id.
    pub source: String,
    /// Year by year, `million EUR`, one for each year of the cash flow.
    pub values: Vec<f64>,
    /// Sum over the life, `million EUR`.
    pub total: f64,
    /// Id under which the sum opens.
    pub why: Option<String>,
}
