//! Solvers behind the models' [`Solver`](adit_model::problem::Solver) trait. A model builds a problem as plain data and
//! checks every solution itself; nothing here knows what the columns mean.

mod convex;

pub use convex::Clarabel;
