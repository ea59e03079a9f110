//! **Which projects together?** The best set of candidates under all rules, with bound and gap.
//!
//! ```text
//! x[c,o] in {0,1}             candidate c is chosen by course o (start year and instrument)
//! y[c,o] in [least x, most x] its size, where it is divisible; y = x where it is not
//! p[b,t] in [0, room]         benchmark points of stage and material b in year t, counted up to the benchmark
//! sum_o x[c,o] <= 1           a project is built once
//! ```
//!
//! - [`candidates`]: the portfolio, typed; [`gather`](mod@gather): from a portfolio file and the facts;
//! - [`measure`]: what a chosen candidate brings and takes, in a year and in all;
//! - [`programme`]: the mixed-integer programme, built and read back;
//! - [`strengthen`](mod@strengthen): the same programme with the same answers and a tighter relaxation;
//!   [`start`](mod@start): an answer of our own before the solver runs; [`solve`](mod@solve): all of it in one call;
//!   [`thrifty`](mod@thrifty): of the choices that are as good the one that costs the public least;
//! - [`supply_risk`]: supply risk, linearised around a choice and computed exactly;
//! - [`check`]: every answer held against the portfolio itself, not against the matrix;
//! - [`means`]: what the analyses below stand on;
//! - [`front`]: two objectives, by epsilon constraint; [`near`]: other sets that are nearly as good;
//! - [`why_not`]: what would have to change for a candidate to come in; [`marginal`]: what a limit costs;
//! - [`conflict`]: the smallest set of limits that contradict each other;
//! - [`robust`]: the choice over draws: expected, the worst few of a hundred, regret.

pub mod candidates;
pub mod check;
pub mod conflict;
pub mod front;
pub mod gather;
pub mod marginal;
pub mod means;
pub mod measure;
pub mod mps;
pub mod near;
pub mod programme;
pub mod robust;
pub mod rules;
pub mod solve;
pub mod start;
pub mod strengthen;
pub mod supply_risk;
pub mod thrifty;
pub mod why;
pub mod why_not;

pub use candidates::{
    Benchmark, Bound, Candidate, Choice, Course, Figure, Figures, Fund, Instrument, Limit, LimitRule, Objective,
    Output, Payment, Pick, Portfolio, Scope, Term,
};
pub use check::{Breach, Checked, check};
pub use gather::gather;
pub use means::Means;
pub use measure::Measure;
pub use mps::mps;
pub use programme::{Programme, programme};
pub use solve::{Answer, solve, solve_built};
pub use start::start;
pub use strengthen::strengthen;
pub use supply_risk::{Exact, Linearised, LinearisedAnswer, Risk, Round, linearise, solve_linearised};
pub use thrifty::thrifty;
