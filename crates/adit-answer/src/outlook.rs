//! Answers of the Outlook: what Europe and a region will need, what is in use, what comes back and what recycling gives.

pub(crate) mod build;
pub mod flows;
mod levers;
pub mod matters;
pub mod model_run;
pub mod question;
pub(crate) mod ranked;
pub(crate) mod regional;
pub(crate) mod sankey;
mod says;
pub mod table;

use serde::Serialize;
use utoipa::ToSchema;

use crate::chain::FigureDocument;

/// The cases that adit brings along.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookCases {
    /// Form of the document.
    pub format: u32,
    /// The cases, in the order of the table.
    pub cases: Vec<OutlookCase>,
}

/// What a case is about.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookCase {
    /// Id, as in `adit outlook eu-batteries`.
    pub id: String,
    /// Name.
    pub name: String,
    /// The question that it answers.
    pub question: String,
    /// What is counted, in words.
    pub product: String,
    /// Unit of its stock and of its yearly inflow.
    pub product_unit: String,
    /// What undertakings in the Union make at the stage where they consume the materials (Art. 2(12)).
    pub stage_product: String,
    /// First year.
    pub first_year: u16,
    /// Last year that rests on observed figures.
    pub base_year: u16,
    /// Last year.
    pub last_year: u16,
    /// When in its period inflow enters: `start`, `middle` or `end`.
    pub inflow_at: String,
    /// The materials that are followed.
    pub materials: Vec<NamedDocument>,
}

/// An id with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct NamedDocument {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A case from its first year to its last.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookAnswer {
    /// Form of the document.
    pub format: u32,
    /// The case.
    pub case: OutlookCase,
    /// The answer in plain words, the most important first.
    pub says: Vec<String>,
    /// The years that lines have a value for; each names its period by its end.
    pub years: Vec<u16>,
    /// Number of draws; 0 without.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
    /// `plain`, `latin-hypercube` or `sobol`.
    pub sampling: String,
    /// The levers, where they stand and how far they go.
    pub levers: Vec<OutlookLever>,
    /// The materials, or those asked for.
    pub materials: Vec<OutlookMaterial>,
    /// The products behind them, by segment.
    pub products: Vec<OutlookProduct>,
    /// Every parameter with its source.
    pub assumptions: Vec<OutlookAssumption>,
    /// The regional estimate, where a region was asked for.
    pub region: Option<OutlookRegion>,
    /// Largest difference between what enters, leaves and stays, over the largest flow; nought within rounding.
    pub balance_error: f64,
    /// What is not known.
    pub missing: Vec<String>,
    /// What must be said beside the figures.
    pub notes: Vec<String>,
}

/// A lever.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookLever {
    /// Id, as in `--set collection=0.9`.
    pub id: String,
    /// Name.
    pub name: String,
    /// What moving it means.
    pub says: String,
    /// Value in the base year; where its parameters differ, null.
    pub base: Option<f64>,
    /// Value at [`OutlookLever::year`] if it is not moved; where its parameters differ, null.
    pub unmoved: Option<f64>,
    /// The value set; null if not moved.
    pub set: Option<f64>,
    /// The year by which it is reached.
    pub year: u16,
    /// Left end of the slider.
    pub low: f64,
    /// Right end of the slider.
    pub high: f64,
    /// Step of the slider.
    pub step: f64,
    /// Unit: `share`, `times`, `years`.
    pub unit: String,
}

/// A material of a case.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookMaterial {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Its lines: `put-into-use`, `consumption`, `stock`, `end-of-life`, `feed`, `secondary-potential`,
    /// `secondary-supply`, `recycling-capacity`, `benchmark` (25 % of consumption), `manufacturing-scrap`,
    /// `scrap-supply` (tonnes); `eol-rir`, `eol-rr`, `capacity-share`, `secondary-share` (shares).
    pub lines: Vec<OutlookLine>,
    /// What recycling capacity rests on: `capacity`, `output` (a lower bound), `zero`, `case`, or null if unknown.
    pub capacity_basis: Option<String>,
    /// What its secondary supply would change in the official supply risk; null if that cannot be said.
    pub risk: Option<OutlookRisk>,
    /// Why `risk` is null, or what must be known to read it.
    pub risk_note: Option<String>,
}

/// A line over the years.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookLine {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it is, one sentence.
    pub says: String,
    /// Unit: `t` for stocks, `t/a` for flows, the product's unit, or `share`.
    pub unit: String,
    /// Central value of each year; null where unknown.
    pub values: Vec<Option<f64>>,
    /// Bands over the draws; null without draws, or where nothing varies.
    pub bands: Option<OutlookBands>,
    /// Why mean and median differ, where they do.
    pub skew: Option<String>,
    /// Id that opens the value of a year, with `{year}` in the place of the year.
    pub why: Option<String>,
}

/// Bands over the draws, year by year: a band is no single path.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookBands {
    /// 5th percentile.
    pub p05: Vec<Option<f64>>,
    /// 25th percentile.
    pub p25: Vec<Option<f64>>,
    /// Median.
    pub p50: Vec<Option<f64>>,
    /// 75th percentile.
    pub p75: Vec<Option<f64>>,
    /// 95th percentile.
    pub p95: Vec<Option<f64>>,
    /// Mean.
    pub mean: Vec<Option<f64>>,
}

/// A segment of a case.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookProduct {
    /// Id.
    pub segment: String,
    /// Name.
    pub name: String,
    /// `inflow` or `stock`: which of the two is given.
    pub driver: String,
    /// Its lifetime in words.
    pub lifetime: String,
    /// `inflow`, `stock`, `outflow`.
    pub lines: Vec<OutlookLine>,
}

/// What secondary supply would change in the official supply risk.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookRisk {
    /// The year.
    pub year: u16,
    /// End-of-life recycling input rate of the whole material as published.
    pub rate_before: FigureDocument,
    /// The same with the case's secondary supply of that year.
    pub rate_after: FigureDocument,
    /// Supply risk as adit computes it from the published inputs.
    pub before: FigureDocument,
    /// The same with the rate of that year, all else unchanged.
    pub after: FigureDocument,
}

/// A parameter in a year, with its source.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookAssumption {
    /// Key of the fact, which `why` opens.
    pub why: String,
    /// The parameter.
    pub parameter: String,
    /// What it is of, in words.
    pub of: String,
    /// The year, or `all`.
    pub year: String,
    /// Central value.
    pub value: f64,
    /// Lowest.
    pub low: Option<f64>,
    /// Highest.
    pub high: Option<f64>,
    /// How it spreads between them.
    pub spread: String,
    /// Unit.
    pub unit: String,
    /// `published`, `derived` or `assumption`.
    pub kind: String,
    /// The source, by its short citation.
    pub source: String,
    /// Where in it, or the reason for the choice.
    pub locator: String,
    /// How it was scaled, what it leaves out.
    pub note: Option<String>,
    /// The lever that moves it, if one does.
    pub lever: Option<String>,
}

/// The estimate for a region: its share of the Union's stock, and what would come back in it and near it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookRegion {
    /// NUTS code.
    pub code: String,
    /// Name.
    pub name: String,
    /// `population` or `gdp`.
    pub by: String,
    /// Its share of the Union.
    pub share: FigureDocument,
    /// How far away a neighbour may be, kilometres between centre points.
    pub within_km: f64,
    /// The region and its neighbours, nearest first.
    pub places: Vec<OutlookPlace>,
    /// By material: what comes back here and near, and what recyclers here could take.
    pub materials: Vec<OutlookRegionMaterial>,
    /// That this is an estimate, and of what kind.
    pub says: Vec<String>,
}

/// A region that feeds a recycler.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookPlace {
    /// NUTS code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Distance between centre points, kilometres; 0 for the region itself.
    pub km: f64,
    /// Its share of the Union.
    pub share: FigureDocument,
}

/// A material in a region.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookRegionMaterial {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// `stock`, `end-of-life`, `feed` and `secondary-potential` of the region itself.
    pub own: Vec<OutlookLine>,
    /// `feed` and `secondary-potential` of the region with its neighbours.
    pub near: Vec<OutlookLine>,
    /// Capacity of the recyclers in the region, by year; unknown where none is listed with tonnes.
    pub capacity: OutlookLine,
    /// The recyclers and projects behind it.
    pub recyclers: Vec<NamedDocument>,
}
