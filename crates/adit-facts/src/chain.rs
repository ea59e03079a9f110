//! Typed access to the facts of the Chain room: regions, sites, projects, production, trade, consumption, assumptions.

pub mod assumptions;
pub mod consumption;
pub mod entries;
pub mod land;
pub mod production;
pub mod projects;
pub mod regions;
pub(crate) mod rows;
pub mod sites;
pub mod stage;
pub mod trade;
pub mod trade_codes;

pub use assumptions::Assumption;
pub use consumption::{ConsumptionFacts, HostFacts, PartnerFacts, PartnerKind, Route, YieldFacts};
pub use entries::{EntryStep, StrategicEntry};
pub use production::{Place, ProductionFacts, ReserveFacts};
pub use projects::{ProjectCapacityFacts, ProjectFacts, ProjectSet};
pub use regions::{
    Found, Region, RegionError, RegionalFigure, RegionalGap, RegionalTable, Regions, RemixRegion, Vintage,
};
pub use sites::{PlantBasis, PlantFacts, SiteFacts, SourceKind};
pub use stage::ChainStage;
pub use trade::{Hs6, Trade, TradeRow, TradeRows};
pub use trade_codes::TradeCodeFacts;
