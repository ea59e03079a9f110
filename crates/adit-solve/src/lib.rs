//! Solvers behind the models' [`Solver`] trait. A model builds a problem as plain data and checks every solution itself;
//! nothing here knows what the columns mean.

use adit_model::problem::{Mixed, MixedOptions, MixedSolution, Quadratic, Solution, SolveError, Solver};

mod convex;
mod mixed;

/// Clarabel for convex quadratic problems, HiGHS for mixed-integer linear ones.
#[derive(Debug, Clone, Copy, Default)]
pub struct Solvers;

impl Solver for Solvers {
    fn quadratic(&self, problem: &Quadratic) -> Result<Solution, SolveError> {
        convex::quadratic(problem)
    }

    fn mixed(&self, problem: &Mixed, options: MixedOptions) -> Result<MixedSolution, SolveError> {
        mixed::mixed(problem, options)
    }
}
