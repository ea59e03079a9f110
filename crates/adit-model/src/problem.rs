//! Optimisation problems and their solutions as plain data, and the door behind which solvers stand.
//!
//! A model builds a [`Quadratic`] or a [`Mixed`] and reads its solution; which program solves it is not the model's business, and the
//! model checks every solution itself.

use thiserror::Error;

pub mod mixed;

pub use mixed::{Mixed, MixedOptions, MixedSolution, MixedStatus, Sense};

/// `minimise sum_j weight_j (x_j - target_j)^2` under `sum_j a_ij x_j = b_i` and `x_j >= lower_j`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Quadratic {
    /// Names of the columns, for messages.
    pub names: Vec<String>,
    /// What each column is pulled to.
    pub targets: Vec<f64>,
    /// How strongly; 0 for a free column.
    pub weights: Vec<f64>,
    /// Lower bounds.
    pub lower: Vec<f64>,
    /// The equations.
    pub rows: Vec<Equation>,
}

/// One equation.
#[derive(Debug, Clone, PartialEq)]
pub struct Equation {
    /// Name, for messages.
    pub name: String,
    /// Column and coefficient.
    pub terms: Vec<(usize, f64)>,
    /// Right-hand side.
    pub equals: f64,
}

/// A solution.
#[derive(Debug, Clone, PartialEq)]
pub struct Solution {
    /// Values of the columns.
    pub values: Vec<f64>,
    /// Which columns their lower bound holds: without it they would be smaller.
    pub held: Vec<bool>,
    /// Iterations that it took.
    pub iterations: u32,
}

/// Why there is no solution.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SolveError {
    /// The equations contradict each other, or the bounds.
    #[error("no values meet all balances at once: {0}")]
    Infeasible(String),
    /// The solver stopped before its tolerance.
    #[error("the solver stopped without an answer: {0}")]
    Stopped(String),
    /// The problem itself makes no sense.
    #[error("the problem is not well formed: {0}")]
    Malformed(String),
}

/// Something that solves problems. Implementations stand outside this crate.
pub trait Solver {
    /// Solves a convex quadratic problem.
    fn quadratic(&self, problem: &Quadratic) -> Result<Solution, SolveError>;

    /// Solves a mixed-integer linear problem. That nothing meets the rows, or that time is over, is a status and no error.
    fn mixed(&self, problem: &Mixed, options: MixedOptions) -> Result<MixedSolution, SolveError>;
}
