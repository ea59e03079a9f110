//! How far is Europe from its four benchmarks, and which projects carry them?

pub(crate) mod build;
mod by_proxy;
mod notes;
mod projects;
pub mod table;

use serde::Serialize;
use utoipa::ToSchema;

use super::FigureDocument;

/// The four benchmarks of Art. 5(1) in a year.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct BenchmarksAnswer {
    /// Form of the document.
    pub format: u32,
    /// The year asked for.
    pub year: u16,
    /// Year of the latest facts: capacity, production and trade as they are now.
    pub now: u16,
    /// `act`: the definitions of the Act; `proxy`: the proxies used elsewhere (output over consumption, imports over
    /// imports), shown for comparison.
    pub definition: String,
    /// The aims of Art. 5(1): fractions of annual consumption.
    pub targets: TargetsDocument,
    /// One entry for each strategic raw material of Annex I.
    pub materials: Vec<BenchmarkMaterial>,
    /// The three ways of an overall figure; the Act fixes none.
    pub overall: OverallDocument,
    /// The overall figures from now to the year asked for.
    pub road: Vec<RoadPoint>,
    /// The projects, those that carry most first.
    pub projects: Vec<BenchmarkProject>,
    /// Ensemble over projects, demand and recoveries; null without draws.
    pub ensemble: Option<BenchmarkEnsemble>,
    /// Plants and projects whose figures stand on somebody's memory: left out, to be looked up.
    pub to_look_up: Vec<String>,
    /// What must be said beside the figures.
    pub notes: Vec<String>,
}

/// Fractions of annual consumption.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct TargetsDocument {
    /// At least.
    pub extraction: f64,
    /// At least.
    pub processing: f64,
    /// At least.
    pub recycling: f64,
    /// At most, from one third country.
    pub single_country: f64,
}

/// Shares of consumption by stage, fractions; null if unknown.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, ToSchema)]
pub struct SharesDocument {
    /// Extraction.
    pub extraction: Option<f64>,
    /// Processing.
    pub processing: Option<f64>,
    /// Recycling.
    pub recycling: Option<f64>,
}

/// Yes or no by stage; null if unknown.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, ToSchema)]
pub struct MetDocument {
    /// Extraction.
    pub extraction: Option<bool>,
    /// Processing.
    pub processing: Option<bool>,
    /// Recycling.
    pub recycling: Option<bool>,
    /// No third country over the limit.
    pub single_country: Option<bool>,
}

/// Numbers of materials by benchmark.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, ToSchema)]
pub struct CountsDocument {
    /// Extraction.
    pub extraction: usize,
    /// Processing.
    pub processing: usize,
    /// Recycling.
    pub recycling: usize,
    /// Single third country.
    pub single_country: usize,
}

/// Ids that `why` opens, by figure.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct BenchmarkWhy {
    /// Consumption.
    pub consumption: Option<String>,
    /// Extraction.
    pub extraction: Option<String>,
    /// Processing.
    pub processing: Option<String>,
    /// Recycling.
    pub recycling: Option<String>,
}

/// One strategic raw material.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct BenchmarkMaterial {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// The entry of Annex I in its own words.
    pub entry: String,
    /// The grade that the Act means, where it means one; the element is then a labelled proxy.
    pub grade: Option<String>,
    /// Consumption in the year, tonnes contained; null if no route leads to it.
    pub consumption_t: Option<f64>,
    /// Route (rules §2.2): `a` published, `b` production and trade, `c` production and import reliance; null if none.
    pub consumption_route: Option<String>,
    /// Years of the facts behind it, and the growth laid over them, in words.
    pub consumption_says: String,
    /// Capacity to extract over consumption.
    pub extraction: Option<f64>,
    /// Smallest intermediate processing step over consumption.
    pub processing: Option<f64>,
    /// Capacity to recycle over consumption, or the proxy named by `recycling_basis`.
    pub recycling: Option<f64>,
    /// `capacity` or `eol-rir-proxy`; null where unknown.
    pub recycling_basis: Option<String>,
    /// The weakest basis of the three: `capacity`, `output` (a lower bound), `none`.
    pub basis: String,
    /// Basis by stage: `capacity`, `output`, `zero`, `none`.
    pub bases: BasesDocument,
    /// The third country with the largest share at any stage.
    pub largest_third_country: Option<ThirdCountry>,
    /// Largest third country at each stage that is known.
    pub third_countries: Vec<ThirdCountry>,
    /// Lower ends.
    pub low: SharesDocument,
    /// Upper ends.
    pub high: SharesDocument,
    /// The same shares now, without projects.
    pub now: SharesDocument,
    /// Whether each benchmark is met by the value.
    pub met: MetDocument,
    /// Whether the bounds leave no doubt.
    pub certain: MetDocument,
    /// Share of draws in which each is met; null without draws.
    pub probability: Option<SharesDocument>,
    /// Other readings that are in use elsewhere: proxies, each with its name.
    pub proxies: Vec<ProxyDocument>,
    /// What is not known.
    pub missing: Vec<String>,
    /// Ids that open.
    pub why: BenchmarkWhy,
}

/// Basis by stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct BasesDocument {
    /// Extraction.
    pub extraction: String,
    /// Processing.
    pub processing: String,
    /// Recycling.
    pub recycling: String,
}

/// Dependence on one third country.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ThirdCountry {
    /// ISO code.
    pub country: String,
    /// Name.
    pub country_name: String,
    /// Stage.
    pub stage: String,
    /// Imports from it over the Union's consumption of that form, a fraction.
    pub share: f64,
    /// Lowest.
    pub low: Option<f64>,
    /// Highest.
    pub high: Option<f64>,
    /// What was divided by what: `consumption` (the Act) or `imports` or `sourcing` (proxies), with the years.
    pub of: String,
    /// A strategic partnership (Art. 37), the EEA, or an overseas territory, where it is one.
    pub partner: Option<String>,
    /// Id that opens.
    pub why: Option<String>,
}

/// Another reading of a figure.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ProxyDocument {
    /// `extraction`, `processing`, `recycling` or `single-country`.
    pub measure: String,
    /// What it is, in words.
    pub says: String,
    /// The figure.
    pub figure: FigureDocument,
}

/// Three overall figures, never one without the others.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OverallDocument {
    /// Sum of capacities over sum of consumption, of the materials for which both are known.
    pub by_tonnes: SharesDocument,
    /// How much of that consumption is aluminium and copper, a fraction.
    pub by_tonnes_aluminium_copper: Option<f64>,
    /// Median over the materials known.
    pub median: SharesDocument,
    /// Materials that meet it.
    pub met: CountsDocument,
    /// Materials for which it is known.
    pub known: CountsDocument,
    /// Materials for which the bounds decide that it is met.
    pub certainly_met: CountsDocument,
    /// Materials for which the bounds leave it open.
    pub open: CountsDocument,
    /// Ids that open; null where the figure is unknown, and for the proxies, which have no overall figure of their own.
    pub why: OverallWhy,
}

/// Ids that `why` opens, by overall figure.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct OverallWhy {
    /// By tonnes.
    pub by_tonnes: SharesWhy,
    /// Median.
    pub median: SharesWhy,
}

/// Ids that `why` opens, by stage.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct SharesWhy {
    /// Extraction.
    pub extraction: Option<String>,
    /// Processing.
    pub processing: Option<String>,
    /// Recycling.
    pub recycling: Option<String>,
}

/// One year of the road.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RoadPoint {
    /// Year.
    pub year: u16,
    /// By tonnes.
    pub by_tonnes: SharesDocument,
    /// By tonnes, lowest.
    pub low: SharesDocument,
    /// By tonnes, highest.
    pub high: SharesDocument,
    /// Median.
    pub median: SharesDocument,
    /// Materials that meet it.
    pub met: CountsDocument,
    /// Materials for which it is known.
    pub known: CountsDocument,
}

/// A project and what it carries in the year.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct BenchmarkProject {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Country.
    pub country: String,
    /// NUTS 2024 level 2 codes of its sites.
    pub regions: Vec<String>,
    /// Status.
    pub status: String,
    /// Probability that it produces by the year, with ramp-up and delay left out.
    pub probability: f64,
    /// What it carries.
    pub carries: Vec<CarriesDocument>,
    /// Benchmarks that the value meets with it and would miss without it: `material/measure`.
    pub single_failure: Vec<String>,
    /// What is not known of it.
    pub missing: Vec<String>,
}

/// What a project carries of one benchmark.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CarriesDocument {
    /// Material.
    pub material: String,
    /// `extraction`, `processing` or `recycling`.
    pub measure: String,
    /// Stated capacity, tonnes contained a year.
    pub capacity_t: Option<f64>,
    /// Capacity that counts in the year: by start, ramp-up, probability; tonnes contained.
    pub counted_t: Option<f64>,
    /// Lowest of that, by the ranges of tonnes and assumptions.
    pub counted_low: Option<f64>,
    /// Highest of that.
    pub counted_high: Option<f64>,
    /// That over consumption, a fraction.
    pub share: Option<f64>,
    /// Lowest share.
    pub share_low: Option<f64>,
    /// Highest share.
    pub share_high: Option<f64>,
    /// Start of production counted with.
    pub start: Option<u16>,
    /// Id that opens.
    pub why: Option<String>,
}

/// What the draws say.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct BenchmarkEnsemble {
    /// Number of draws.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
    /// 5th percentile by tonnes.
    pub p05: SharesDocument,
    /// Median of the draws, by tonnes.
    pub p50: SharesDocument,
    /// 95th percentile by tonnes.
    pub p95: SharesDocument,
    /// Share of draws in which the overall figure by tonnes reaches the aim.
    pub probability: SharesDocument,
}
