//! What is asked of the game.

use std::collections::BTreeMap;

use adit_facts::{Material, Stage};

use super::displacement::Displacement;

/// The number that is played for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Measure {
    /// The official supply risk: before less after.
    #[default]
    SupplyRisk,
    /// Extraction capacity over consumption: after less before.
    Extraction,
    /// Processing capacity over consumption: after less before.
    Processing,
    /// Recycling capacity over consumption: after less before.
    Recycling,
    /// The largest share of one third country in EU sourcing: before less after.
    SingleCountry,
}

impl Measure {
    /// All measures.
    pub const ALL: [Self; 5] =
        [Self::SupplyRisk, Self::Extraction, Self::Processing, Self::Recycling, Self::SingleCountry];

    /// The id.
    pub fn id(self) -> &'static str {
        match self {
            Self::SupplyRisk => "sr",
            Self::Extraction => "extraction",
            Self::Processing => "processing",
            Self::Recycling => "recycling",
            Self::SingleCountry => "single-country",
        }
    }

    /// From its id.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.id() == text.trim())
    }

    /// The unit of all values.
    pub fn unit(self) -> &'static str {
        if self == Self::SupplyRisk { "index" } else { "share" }
    }

    /// Whether it is a share of capacity in consumption.
    pub fn is_capacity(self) -> bool {
        matches!(self, Self::Extraction | Self::Processing | Self::Recycling)
    }
}

/// What is to be reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// A change of the figure, positive is better.
    Change(f64),
    /// The figure itself: at most this supply risk or largest share, at least this share of capacity.
    Level(f64),
}

/// The game that is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Material or group.
    pub material: Material,
    /// The regions: NUTS codes of any level; a project belongs to the region whose code its own begins with.
    pub regions: Vec<String>,
    /// Measure.
    pub measure: Measure,
    /// One stage of the official method; the figure of the material (the higher stage) without.
    pub stage: Option<Stage>,
    /// Year, at its end.
    pub year: u16,
    /// Which present sources give way.
    pub displacement: Displacement,
    /// EU supply in tonnes as the user states it, for every stage played; from the facts without.
    pub supply: Option<f64>,
    /// By what EU supply, all input and consumption are multiplied: 1, or another demand.
    pub demand: f64,
    /// Every project is built and runs: probability 1, no delay, no ramp-up.
    pub all_built: bool,
    /// Projects that are left out.
    pub without: Vec<String>,
    /// What is to be reached.
    pub target: Option<Target>,
    /// Cost of each region, by code, in any one unit; regions count 1 each without.
    pub costs: BTreeMap<String, f64>,
    /// Draws of which projects succeed; 0 for none.
    pub draws: usize,
    /// Random orders above [`super::game::MOST_EXACT`] regions.
    pub orders: u64,
    /// Seed of draws and orders.
    pub seed: u64,
}

impl Question {
    /// Year for which the benchmarks are set.
    pub const YEAR: u16 = 2030;
    /// Default number of random orders.
    pub const ORDERS: u64 = 20_000;
    /// Default seed.
    pub const SEED: u64 = 1;

    /// What these regions change in the supply risk of a material in 2030, by the rules' defaults.
    pub fn new(material: Material, regions: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let mut regions: Vec<String> = regions.into_iter().map(Into::into).collect();
        regions.sort();
        regions.dedup();
        Self {
            material,
            regions,
            measure: Measure::default(),
            stage: None,
            year: Self::YEAR,
            displacement: Displacement::default(),
            supply: None,
            demand: 1.0,
            all_built: false,
            without: Vec::new(),
            target: None,
            costs: BTreeMap::new(),
            draws: 0,
            orders: Self::ORDERS,
            seed: Self::SEED,
        }
    }
}
