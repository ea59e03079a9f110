//! What each rule uses, and what it costs.

use serde::Serialize;
use utoipa::ToSchema;

/// A rule of the portfolio.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioLimit {
    /// Name, as `--rule` takes it.
    pub name: String,
    /// The rule in words.
    pub says: String,
    /// `at-most`, `at-least` or `equal`.
    pub sense: String,
    /// What the chosen set uses.
    pub used: Option<f64>,
    /// The limit.
    pub limit: f64,
    /// Id under which the limit opens: the line of the file, or the question.
    pub limit_why: Option<String>,
    /// Unit of both.
    pub unit: String,
    /// Change of the objective when the limit is loosened by one `price_unit` and the model solved again; null when
    /// that was not proved.
    pub price: Option<f64>,
    /// Id under which the price opens.
    pub price_why: Option<String>,
    /// The unit by which it was loosened: "1 million EUR".
    pub price_unit: String,
    /// Whether the chosen set lies on the limit.
    pub binding: bool,
    /// Line of the portfolio file that states it; null for a rule of the question.
    pub line: Option<usize>,
    /// Id under which what is used opens.
    pub why: Option<String>,
}

/// A budget.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioBudget {
    /// Id of the fund, as `--budget` takes it.
    pub fund: String,
    /// Name of the fund.
    pub name: String,
    /// Year; null for a budget over all years.
    pub year: Option<u16>,
    /// Used, `million EUR`.
    pub used: f64,
    /// Id under which what is used opens; null without a chosen set.
    pub why: Option<String>,
    /// Limit, `million EUR`.
    pub limit: f64,
    /// Limit of the file, before the question moved it, `million EUR`.
    pub stated: f64,
    /// Where a slider begins, `million EUR`.
    pub slider_low: f64,
    /// Where it ends: what all candidates together could take, or twice the stated limit if that is more.
    pub slider_high: f64,
    /// What one more million euro changes the objective by, solved again; null when not proved.
    pub price: Option<f64>,
}
