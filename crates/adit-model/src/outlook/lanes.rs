//! Eight series or draws side by side.
//!
//! The engine of `cohorts.rs` is exact and knows everything; these kernels know less and are fast.

mod flow;
mod survival;

pub use flow::{inflow_of_stock, inflow_of_stock_retiring, outflow, stock_of_inflow};
pub use survival::survival_by_age;

/// One number of each of eight series or draws.
pub type Eight = [f64; 8];
