//! **What will Europe need of a material, what is in use, what comes back, and what can recycling give?**
//!
//! The sourced European cases: products by segment, materials by technology, the way of old scrap, recycling capacity.
//! Three lines are kept apart (rules of calculation §5): material put into use in the Union; consumption by undertakings
//! in the Union; recycling capacity beside 25 % of that consumption. Sources of the formulas: `case/rules.rs` and
//! `docs/src/methods/outlook.md`.

pub mod error;
pub mod lines;
pub mod question;
pub mod results;
pub mod rules;

pub use error::CaseError;
pub use lines::{Line, ProductLine};
pub use question::{Draws, LEVER_YEAR, Question, Setting};
pub use results::{CapacityBasis, CaseRun, LineRun, MaterialRun, ProductRun, RiskRun};
