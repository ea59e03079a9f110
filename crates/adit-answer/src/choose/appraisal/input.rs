//! What an appraisal rests on.

use serde::Serialize;
use utoipa::ToSchema;

/// An input, with its source.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalInput {
    /// Id, as `--set` takes it: `capex`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Group under which it is shown: `Project`, `Output and price`, `Cost`, `Time`, `Tax and royalty`, `Finance` ...
    pub group: String,
    /// Value.
    pub value: f64,
    /// Lowest; null where nothing bounds it.
    pub low: Option<f64>,
    /// Highest.
    pub high: Option<f64>,
    /// Unit.
    pub unit: String,
    /// `fact` (a source states it), `assumption` (marked as one), `file` (the user's own appraisal or portfolio) or
    /// `question` (set by this question).
    pub kind: String,
    /// Id of the source; null for what the question or the user's file states.
    pub source: Option<String>,
    /// Where in the source, or why it was assumed.
    pub locator: String,
    /// What must be known beside it.
    pub note: Option<String>,
    /// Key of the fact, which `why` opens; null for what the question or the user's file states.
    pub why: Option<String>,
}

/// How a price was modelled.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalPrice {
    /// Id of the series.
    pub id: String,
    /// What is priced, in words.
    pub name: String,
    /// Unit: `EUR/t`, in the money of `money_year`.
    pub unit: String,
    /// Year of the money.
    pub money_year: u16,
    /// `geometric` (a random walk of the logarithm) or `mean-reverting`.
    pub process: String,
    /// Where the appraisal starts from.
    pub start: f64,
    /// Long-run level; null for a geometric process.
    pub level: Option<f64>,
    /// Yearly drift of the logarithm.
    pub drift: f64,
    /// Yearly standard deviation of the logarithm.
    pub volatility: f64,
    /// Years in which half of a deviation is gone; null for a geometric process.
    pub half_life: Option<f64>,
    /// How it was calibrated, in words, with what speaks for and against the other process.
    pub says: String,
    /// Source of the history.
    pub source: String,
    /// The history that it was calibrated on, in the unit above.
    pub history: Vec<AppraisalPricePoint>,
    /// Fan of the modelled price in each year of the cash flow.
    pub fan: Vec<AppraisalPriceFan>,
    /// Id under which the calibration opens.
    pub why: Option<String>,
}

/// One year of a price.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalPricePoint {
    /// Year.
    pub year: u16,
    /// Price.
    pub value: f64,
}

/// One year of a modelled price.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalPriceFan {
    /// Year.
    pub year: u16,
    /// Base case.
    pub base: f64,
    /// Five of a hundred draws lie below; null without draws.
    pub p5: Option<f64>,
    /// Median.
    pub p50: Option<f64>,
    /// Five of a hundred lie above.
    pub p95: Option<f64>,
}

/// How much one input moves the net present value: alone from its lowest to its highest.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalMatters {
    /// Id of the input.
    pub input: String,
    /// Name.
    pub name: String,
    /// Lowest of the input, in its unit.
    pub low: f64,
    /// Highest.
    pub high: f64,
    /// Unit of the input.
    pub unit: String,
    /// Net present value with the input at its lowest, `million EUR`.
    pub npv_low: f64,
    /// With the input at its highest.
    pub npv_high: f64,
    /// `|npv_high - npv_low|`.
    pub swing: f64,
    /// Value of the input at which the net present value is zero, if it lies within its bounds.
    pub zero_at: Option<f64>,
}
