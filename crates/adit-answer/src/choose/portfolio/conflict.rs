//! Rules that contradict each other.

use serde::Serialize;
use utoipa::ToSchema;

/// The smallest set of rules that cannot all be kept: without any one of them the rest can.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioConflict {
    /// In words.
    pub says: String,
    /// The rules.
    pub rules: Vec<PortfolioConflictRule>,
    /// Whether it was proved that no smaller set contradicts; false where the time limit stopped the search.
    pub smallest: bool,
}

/// A rule of a conflict.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioConflictRule {
    /// Name.
    pub name: String,
    /// In words.
    pub says: String,
    /// Line of the portfolio file; null for a rule of the question.
    pub line: Option<usize>,
    /// What the limit would have to be if all others stay, in its unit; null if no limit helps.
    pub would_have_to_be: Option<f64>,
    /// Unit.
    pub unit: String,
}
