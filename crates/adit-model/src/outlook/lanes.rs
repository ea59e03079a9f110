//! Eight series or draws side by side.
//!
//! The engine of `cohorts.rs` is exact and knows everything that can happen to a cohort; these kernels do the same sums
//! in the same order for eight lanes at once, knowing survival by age (or by cohort and period), early retirement and
//! material contents. What costs there is survival (two exponentials for each age of a Weibull lifetime) and the sum over
//! cohorts (T² / 2 products for T periods); exponential and fixed lifetimes have closed forms in T.
//!
//! Everything is written in *scatter* form: once the inflow of a period is known, what will be left of it is added to
//! every later period. A row of `left` is then complete when its period comes, whichever of inflow and stock is given,
//! and early retirement is one factor on the rows still to come.
//!
//! | kernel | does |
//! | --- | --- |
//! | [`Ages::survival`] | survival by age, one lifetime for each lane, even steps |
//! | [`survival_by_cohort`] | survival by cohort and period: uneven steps, lifetimes by cohort |
//! | [`stock_of_inflow`], [`inflow_of_stock`], [`outflow`] | the three flows |
//! | [`Memoryless`], [`stock_of_fixed`] | the same in closed form |
//! | [`Many`] | any number of series or draws, over all cores, into buffers or summed by material |

mod closed;
mod exp;
mod flow;
mod many;
mod survival;

pub use closed::{Memoryless, stock_of_fixed};
pub use flow::{Negative, inflow_of_stock, outflow, stock_of_inflow};
pub use many::{Contents, Given, Many, Rows, Totals};
pub use survival::{Ages, Survival, in_use, rows_by_cohort, survival_by_cohort};

/// One number of each of eight series or draws.
pub type Eight = [f64; 8];
