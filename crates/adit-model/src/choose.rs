//! **Which projects together, in which regions, with which money, at what impact, and whose priorities does that serve?**
//!
//! - `appraise`: what is a project worth, to whom, and how sure is that? Discounted cash flow with uncertain price, cost,
//!   ramp-up and delay; staged exploration; the value of waiting.
//! - `instruments`: which public instrument buys the most security per public euro, and which rule does it break?
//! - `impacts`: carbon, energy, water and land beside imports at the world mix; jobs; public income by level.
//! - `portfolio`: the best set of projects under all rules, with bound and gap, what lost and why.
//! - `weigh`: whose priorities does a choice serve? Stochastic multi-criteria acceptability analysis by group.

pub mod appraise;
pub mod impacts;
pub mod instruments;
pub mod portfolio;
pub mod weigh;
