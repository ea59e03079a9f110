//! The exact engine: one series, cohort by cohort, with everything that can happen to a cohort.

mod check;
mod given;
mod materials;
mod results;
mod run;
mod survival;

pub use check::LARGEST_AMOUNT;
pub use given::{Content, Driver, InitialCohort, Lifetimes, MaterialContent, NegativeInflow, Product, UsedTrade};
pub use results::{Cohort, Flows, MaterialFlows, Vintage, Warning};
pub use run::{LEAST_SURVIVAL, run};
