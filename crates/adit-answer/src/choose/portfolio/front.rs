//! The Pareto front of two objectives, and near-optimal alternatives.

use serde::Serialize;
use utoipa::ToSchema;

use super::PortfolioMeasure;
use super::chosen::PortfolioChosen;

/// The front of two objectives (epsilon constraint).
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FrontAnswer {
    /// Form of the document.
    pub format: u32,
    /// Portfolio.
    pub portfolio: String,
    /// In words.
    pub says: Vec<String>,
    /// First objective.
    pub first: PortfolioMeasure,
    /// Second objective.
    pub second: PortfolioMeasure,
    /// Points that no other set beats in both, in ascending order of the first.
    pub points: Vec<FrontPoint>,
    /// Whether every point is proved and none is missing between them.
    pub complete: bool,
    /// What must be said beside it.
    pub notes: Vec<String>,
}

/// A point of the front.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FrontPoint {
    /// Value of the first objective.
    pub first: f64,
    /// Value of the second.
    pub second: f64,
    /// Gap of its solution.
    pub gap: Option<f64>,
    /// The set.
    pub chosen: Vec<PortfolioChosen>,
    /// Projects that come in, against the point before.
    pub comes: Vec<String>,
    /// Projects that leave.
    pub leaves: Vec<String>,
}

/// Sets that are nearly as good.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct NearAnswer {
    /// Form of the document.
    pub format: u32,
    /// Portfolio.
    pub portfolio: String,
    /// In words: which projects stand in every set, which in some.
    pub says: Vec<String>,
    /// The best first.
    pub sets: Vec<NearSet>,
    /// In how many of the sets each project stands.
    pub counts: Vec<NearCount>,
    /// Whether there are no others within `within`.
    pub complete: bool,
    /// Sets may be worse than the best by this share.
    pub within: f64,
    /// What must be said beside it.
    pub notes: Vec<String>,
}

/// A set.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct NearSet {
    /// Objective.
    pub objective: f64,
    /// By how much it is worse than the best, as a share of it.
    pub worse: f64,
    /// The set.
    pub chosen: Vec<PortfolioChosen>,
    /// Projects that come in, against the best.
    pub comes: Vec<String>,
    /// Projects that leave.
    pub leaves: Vec<String>,
}

/// How often a project stands in the sets.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct NearCount {
    /// Project.
    pub project: String,
    /// Name.
    pub name: String,
    /// Sets with it.
    pub sets: usize,
}
