//! The cash flow by year.

use serde::Serialize;
use utoipa::ToSchema;

/// One year of the cash flow, `million EUR`.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalYear {
    /// Year.
    pub year: u16,
    /// Phase of that year: the id of an [`AppraisalPhase`].
    pub phase: String,
    /// What is sold, by-products included.
    pub revenue: f64,
    /// Everything paid that is no tax: building, running, royalties, closing, and what working capital and the closure
    /// bond take up (negative where they give back).
    pub cost: f64,
    /// Taxes on profit.
    pub tax: f64,
    /// `revenue - cost - tax`.
    pub net: f64,
    /// Net, discounted to the year of the money.
    pub discounted: f64,
    /// Net of all years up to this one.
    pub cumulative: f64,
    /// Five of a hundred draws of net lie below; null without draws.
    pub p5: Option<f64>,
    /// Median of net over the draws.
    pub p50: Option<f64>,
    /// Five of a hundred draws of net lie above.
    pub p95: Option<f64>,
    /// Id under which net opens.
    pub why: Option<String>,
}

/// A line item over all years.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalLine {
    /// Id: `revenue`, `by-products`, `capital`, `operating`, `royalty`, `working-capital`, `closure`, `bond`,
    /// `depreciation`, `tax`, `net` ...
    pub id: String,
    /// Name.
    pub name: String,
    /// One sentence: what it holds.
    pub says: String,
    /// What it is in the account: `quantity`, `price`, `inflow`, `outflow`, `memo` (not cash) or `total`.
    pub kind: String,
    /// Unit: `million EUR`, `t`, `EUR/t`, `share`.
    pub unit: String,
    /// Values, one for each year of `cash_flow`; null where the line does not exist in that year.
    pub values: Vec<Option<f64>>,
    /// Sum over all years, where a sum makes sense.
    pub total: Option<f64>,
    /// Id under which a year of it opens, with `{year}` in the place of the year; years of nothing have nothing to open.
    pub why: Option<String>,
}

/// A phase of the life of a project.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalPhase {
    /// `exploration`, `construction`, `ramp-up`, `operation`, `closure` or `aftercare`.
    pub id: String,
    /// Name.
    pub name: String,
    /// First year.
    pub from: u16,
    /// Last year.
    pub to: u16,
    /// Net cash flow of the phase, `million EUR`.
    pub net: f64,
}
