//! What holds distributions, sampling, correlation, bands and Sobol indices: others' numbers, and what must be true of
//! any of them.

mod bands;
mod correlated;
mod cut;
mod distributions;
mod indices;
mod referee;
mod sampling;
