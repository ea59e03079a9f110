//! **Whose priorities does a choice serve?** Stochastic multi-criteria acceptability analysis (SMAA-2), by group.
//!
//! Alternatives are scored on criteria, people weigh the criteria, and nobody's weights are averaged with another's: what
//! is counted is in how many weight vectors an alternative stands at which rank.
//!
//! - [`smaa`]: rank acceptability, pairwise winning, central weights and confidence factors, by counting.
//! - [`preferences`]: what people may say: points, swings, pairs, an order, or less than that.
//! - [`simplex`]: weight vectors spread evenly over what somebody's statement leaves open.
//! - [`of_portfolio`]: the criteria table of a portfolio.
//! - [`groups`]: where groups agree, where they must disagree, and what is nobody's enemy.
//! - [`value_functions`]: does the order stand if more is worth less and less, or more and more?
//! - [`protect`](crate::protect): nothing of fewer than five people is shown, nor can be subtracted.

pub mod groups;
pub mod of_portfolio;
pub mod preferences;
pub mod simplex;
pub mod smaa;
pub mod value_functions;

pub use crate::protect;
pub use smaa::{Acceptability, Kernel, Scores, Wanted, WeighError, Weights};
