//! **What is where, what flows to what, which link is missing, and how far is Europe from its benchmarks?**
//!
//! ```text
//! consumption: published | EU production + net imports | EU production / (1 - IR)      consumption.rs
//! capacity: plants that stand, or at least output                                      capacity.rs
//! planned capacity that counts in a year                                               pipeline.rs
//! share = capacity x recovery / consumption                                            benchmarks.rs
//! a second measure of risk: concentration x import risk                                geopolrisk.rs
//! figures that cannot all be true: least squares under the balances                    reconcile.rs
//! ```
//!
//! Source: Regulation (EU) 2024/1252 (Critical Raw Materials Act), Articles 2 and 5.

pub mod balance;
pub mod benchmarks;
pub mod capacity;
pub mod consumption;
pub mod economy;
pub mod flows;
pub mod geopolrisk;
pub mod pipeline;
pub mod planned;
pub mod reconcile;
pub mod region;
pub mod trade_flows;
pub mod union_chain;
