//! **What will Europe need of a material, what is in use, what comes back, and what can recycling give?**
//!
//! The sourced European cases: products by segment, materials by technology, the way of old scrap, recycling capacity.
//! Three lines are kept apart (rules of calculation §5): material put into use in the Union; consumption by undertakings
//! in the Union; recycling capacity beside 25 % of that consumption. Sources of the formulas: `case/rules.rs` and
//! `docs/src/methods/outlook.md`.

mod balance;
mod block;
pub mod capacity;
mod compiled;
pub mod error;
pub mod lines;
pub mod matters;
pub mod model;
mod moved;
pub mod notes;
mod products;
pub mod question;
mod random;
pub mod regional;
pub mod results;
pub mod risk;
pub mod rules;
mod run;
pub mod sankey;
mod spread;
pub mod tracks;
mod way;
pub mod why;

pub use error::CaseError;
pub use lines::{Line, ProductLine};
pub use matters::{Mattering, MatteringGroup, Matters, Target};
pub use model::{CaseModel, MaterialModel};
pub use question::{Draws, LEVER_YEAR, Question, Setting};
pub use regional::{RegionalMaterial, RegionalPlace, RegionalRun};
pub use results::{CapacityBasis, CaseRun, LineRun, MaterialRun, ProductRun, RiskRun};
pub use sankey::{Link, Node, Sankey};
