//! What holds distributions, sampling, correlation, bands and Sobol indices: others' numbers, and what must be true of
//! any of them.

#![expect(clippy::expect_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod bands;
mod correlated;
mod cut;
mod distributions;
mod indices;
mod referee;
mod sampling;
