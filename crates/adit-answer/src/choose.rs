//! Answers of the Choose room: what a project is worth and to whom, which set of projects is best under all rules.
//!
//! Money is in million euro (`million EUR`), of the money year that the document names or nominal, as its `basis` says. Tonnes
//! are tonnes of contained element unless a field names another. Shares and rates are fractions.

pub mod appraisal;
pub mod portfolio;
pub mod round;
pub mod weigh;

use serde::Serialize;
use utoipa::ToSchema;

/// A figure of the base case with its band over the draws.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ChooseBand {
    /// The base case: every input at its own value. Null if it cannot be computed or, as a payback, is never reached.
    pub base: Option<f64>,
    /// Five of a hundred draws lie below; null without draws.
    pub p5: Option<f64>,
    /// The median of the draws.
    pub p50: Option<f64>,
    /// Five of a hundred draws lie above.
    pub p95: Option<f64>,
    /// Mean of the draws.
    pub mean: Option<f64>,
    /// Unit: `million EUR`, `share`, `a`, `EUR/t` or `1`.
    pub unit: String,
    /// Id under which the base case opens; null where there is nothing to open.
    pub why: Option<String>,
}

/// A region: where it is.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ChooseRegion {
    /// NUTS code.
    pub code: String,
    /// Name.
    pub name: String,
}
