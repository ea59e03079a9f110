//! The choice that stands when the world turns out otherwise.

use serde::Serialize;
use utoipa::ToSchema;

use super::chosen::PortfolioChosen;

/// Robust choice over draws.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RobustAnswer {
    /// Form of the document.
    pub format: u32,
    /// Portfolio.
    pub portfolio: String,
    /// In words.
    pub says: Vec<String>,
    /// Draws.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
    /// Unit of the objective.
    pub unit: String,
    /// The choices compared: of the base case, and by each view of the draws.
    pub choices: Vec<RobustChoice>,
    /// In how many of the draws, each chosen for alone, a project stands.
    pub stands: Vec<RobustProject>,
    /// What must be said beside it.
    pub notes: Vec<String>,
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RobustChoice {
    /// `base`, `expected`, `worst` (mean of the worst p %) or `regret` (smallest largest regret).
    pub view: String,
    /// Name, in words.
    pub name: String,
    /// `optimal`, `time-limit` or `infeasible`.
    pub status: String,
    /// Gap of its solution.
    pub gap: Option<f64>,
    /// The set.
    pub chosen: Vec<PortfolioChosen>,
    /// Objective in the base case.
    pub base: Option<f64>,
    /// Mean over the draws.
    pub expected: Option<f64>,
    /// Mean of the worst five of a hundred draws.
    pub worst: Option<f64>,
    /// Largest regret over the draws: how much better the best set of that draw would have been.
    pub regret: Option<f64>,
}

/// How often a project stands.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RobustProject {
    /// Project.
    pub project: String,
    /// Name.
    pub name: String,
    /// Share of the draws in whose best set it stands.
    pub share: f64,
}
