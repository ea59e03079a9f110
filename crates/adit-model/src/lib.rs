//! The models of adit: pure functions from facts to results. No files, no clock, no global state.
//!
//! Each room is one folder; it opens with the question that it answers, its formulas and their sources.

pub mod chain;
pub mod choose;
pub mod clock;
mod dense;
pub mod outlook;
pub mod plan;
pub mod problem;
pub mod protect;
pub mod risk;
pub mod together;
pub mod understand;
pub mod workings;
