//! Typed access to the facts of the Chain room: regions, sites, projects, production, trade, consumption, assumptions.

pub mod assumptions;
pub mod consumption;
mod rows;
pub mod stage;

pub use assumptions::Assumption;
pub use consumption::{ConsumptionFacts, PartnerFacts, PartnerKind, Route, YieldFacts};
pub use stage::ChainStage;
