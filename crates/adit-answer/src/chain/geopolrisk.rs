//! Geopolitical supply risk: a second, independent method on the same facts.

pub(crate) mod build;

pub use build::{GeoPolRiskQuestion, table};
use serde::Serialize;
use utoipa::ToSchema;

/// Scores of the `GeoPolRisk` method.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct GeoPolRiskAnswer {
    /// Form of the document.
    pub format: u32,
    /// One row for each material, country and year.
    pub rows: Vec<GeoPolRiskRow>,
    /// What must be said beside the figures.
    pub notes: Vec<String>,
}

/// One score.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct GeoPolRiskRow {
    /// Material.
    pub material: String,
    /// ISO code or `EU27`.
    pub country: String,
    /// Year.
    pub year: u16,
    /// Concentration of world production, 0..1.
    pub hhi: f64,
    /// Import risk, 0..1.
    pub import_risk: f64,
    /// Score: their product.
    pub score: f64,
    /// Lowest score, by the countries that the source of production does not name.
    pub low: f64,
    /// Highest score.
    pub high: f64,
    /// For the Union: import risk without members' trade with each other; null for countries.
    pub import_risk_outside: Option<f64>,
    /// For the Union: score without members' trade with each other; null for countries.
    pub score_outside: Option<f64>,
    /// Id that opens the score.
    pub why: String,
}
