//! What do regions change in Europe's official numbers, alone and together?

pub(crate) mod build;
pub mod question;
mod says;
pub mod table;

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

/// The game of rules §3.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TogetherAnswer {
    /// Form of the document.
    pub format: u32,
    /// `sr`, `extraction`, `processing`, `recycling` or `single-country`.
    pub measure: String,
    /// Material.
    pub material: String,
    /// Name.
    pub material_name: String,
    /// Stage played; null for the official figure (the higher stage).
    pub stage: Option<String>,
    /// Year.
    pub year: u16,
    /// Unit of all values: `index` for `sr`, `share` for the rest.
    pub unit: String,
    /// EU supply in the year, tonnes contained; null if unknown.
    pub supply_t: Option<f64>,
    /// World production, tonnes contained; null if unknown or not needed.
    pub world_t: Option<f64>,
    /// Displacement rule.
    pub displacement: String,
    /// The figure without any of the regions.
    pub before: Option<f64>,
    /// The figure with all.
    pub after: Option<f64>,
    /// Value of all together; null if unknown.
    pub together: Option<f64>,
    /// Lowest value of all together.
    pub together_low: Option<f64>,
    /// Highest value of all together.
    pub together_high: Option<f64>,
    /// Value of each alone.
    pub alone: BTreeMap<String, f64>,
    /// Their sum.
    pub sum_alone: Option<f64>,
    /// Shapley shares; they add to `together`.
    pub shapley: BTreeMap<String, f64>,
    /// Whether the shares are exact.
    pub exact: bool,
    /// Largest 95 % half-width over the regions; 0 if exact.
    pub error_bound: f64,
    /// What sampled shares lacked to `together`, added to them in equal parts; 0 if exact.
    pub correction: f64,
    /// Whether the full coalition is capped: more tonnes than can displace anything.
    pub capped: bool,
    /// The regions.
    pub regions: Vec<TogetherRegion>,
    /// Coalitions: all up to 10 regions; above, the empty, single, pair and full ones.
    pub coalitions: Vec<CoalitionDocument>,
    /// How well pairs go together, the strongest first.
    pub pairs: Vec<PairDocument>,
    /// The target, where one was asked for.
    pub target: Option<TargetDocument>,
    /// Half and twice the EU supply.
    pub sensitivity: Vec<SensitivityDocument>,
    /// The same under every displacement rule.
    pub displacements: Vec<DisplacementDocument>,
    /// Concentration of the regions' supply by NUTS region: unofficial.
    pub unofficial: Option<UnofficialDocument>,
    /// Draws, where asked for.
    pub ensemble: Option<TogetherEnsemble>,
    /// The answer in plain words.
    pub says: Vec<String>,
    /// What is not known.
    pub missing: Vec<String>,
    /// What must be said beside the figures.
    pub notes: Vec<String>,
    /// Id that opens the value of all together; null if unknown.
    pub why: Option<String>,
}

/// A player.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TogetherRegion {
    /// NUTS code.
    pub code: String,
    /// Name in Latin script.
    pub name: String,
    /// ISO code of the country.
    pub country: String,
    /// Tonnes offered in the year, contained.
    pub tonnes: f64,
    /// Its projects that count.
    pub projects: Vec<TogetherProject>,
    /// Every coalition that reaches the target contains it; null without a target.
    pub indispensable: Option<bool>,
}

/// A project in the game.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TogetherProject {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Stage.
    pub stage: String,
    /// Capacity, tonnes contained a year; null if unknown, and then it does not count.
    pub capacity_t: Option<f64>,
    /// Probability.
    pub probability: f64,
    /// Tonnes that count in the year.
    pub tonnes: f64,
    /// The fact of its capacity.
    pub why: Option<String>,
    /// Why it counts less than its capacity, or not at all.
    pub note: Option<String>,
}

/// A coalition.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CoalitionDocument {
    /// Its regions, sorted.
    pub regions: Vec<String>,
    /// Its value.
    pub value: f64,
    /// The stage that decides the official figure with it; null where one stage is played.
    pub deciding_stage: Option<String>,
    /// More tonnes than can displace anything.
    pub capped: bool,
    /// Id that opens.
    pub why: Option<String>,
}

/// Two regions.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PairDocument {
    /// The two.
    pub regions: [String; 2],
    /// Interaction: above 0 they complement each other, below 0 they stand in each other's way.
    pub interaction: f64,
}

/// Reaching a target.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TargetDocument {
    /// The value to reach.
    pub target: f64,
    /// Whether all together reach it.
    pub reached: bool,
    /// The cheapest set that reaches it.
    pub cheapest: Option<Vec<String>>,
    /// Its cost.
    pub cost: Option<f64>,
    /// What cost means: `regions` (their number) or `million EUR` (stated investment).
    pub cost_unit: String,
}

/// The same with another EU supply.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SensitivityDocument {
    /// EU supply, tonnes contained.
    pub supply_t: f64,
    /// Value of all together.
    pub together: Option<f64>,
    /// Sum alone.
    pub sum_alone: Option<f64>,
}

/// The same under another displacement rule.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DisplacementDocument {
    /// Rule.
    pub displacement: String,
    /// Value of all together.
    pub together: Option<f64>,
    /// Sum alone.
    pub sum_alone: Option<f64>,
}

/// Concentration by region.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UnofficialDocument {
    /// What it is, and that it is not official.
    pub says: String,
    /// Concentration of EU sourcing if every region counted as a country of its own, before.
    pub before: Option<f64>,
    /// The same, after.
    pub after: Option<f64>,
}

/// What the draws say.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TogetherEnsemble {
    /// Number of draws.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
    /// Mean value of all together.
    pub mean: f64,
    /// 5th percentile.
    pub p05: f64,
    /// 95th percentile.
    pub p95: f64,
    /// Mean Shapley shares.
    pub shapley: BTreeMap<String, f64>,
}
