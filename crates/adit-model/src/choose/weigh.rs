//! **Whose priorities does a choice serve?** Stochastic multi-criteria acceptability analysis (SMAA-2), by group.
//!
//! Alternatives are scored on criteria, people weigh the criteria, and nobody's weights are averaged with another's: what
//! is counted is in how many weight vectors an alternative stands at which rank.
//!
//! - [`smaa`]: rank acceptability, pairwise winning, central weights and confidence factors, by counting.
//! - [`groups`]: where groups agree, where they must disagree, and what is nobody's enemy.
//! - [`protect`]: nothing of fewer than five people is shown, nor can be subtracted.

pub mod groups;
pub mod protect;
pub mod smaa;

pub use smaa::{Acceptability, Kernel, Scores, Wanted, WeighError, Weights};
