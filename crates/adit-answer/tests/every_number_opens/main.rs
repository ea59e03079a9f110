//! Every id that any answer prints opens, and finds the same value, exactly.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod appraisal;
mod chain;
mod choose;
mod opener;
mod outlook;
mod promises;
mod risk;
