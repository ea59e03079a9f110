//! The time of a question: it begins before the first solve, and everything that is solved for it stays inside.

use std::time::{Duration, Instant};

use adit_model::choose::portfolio::means::Means;
use adit_model::problem::mixed::{Mixed, MixedSolution};
use adit_model::problem::{MixedOptions, Quadratic, Solution, SolveError, Solver};

/// The shortest time that a solver is given, seconds: enough to look at the start that it was handed.
const SHORTEST: f64 = 0.01;

/// Time that is left for a question.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Deadline {
    until: Instant,
}

impl Deadline {
    /// So many seconds from now.
    pub fn after(seconds: f64) -> Self {
        let whole = Duration::try_from_secs_f64(seconds).unwrap_or(Duration::from_hours(24));
        Self { until: Instant::now() + whole }
    }

    fn left(self) -> f64 {
        self.until.checked_duration_since(Instant::now()).map_or(0.0, |left| left.as_secs_f64())
    }

    /// The same means with no more time than is left; `None` where nothing is.
    pub fn within(self, means: Means<'_>) -> Option<Means<'_>> {
        let seconds = means.options.seconds.min(self.left());
        (seconds > SHORTEST).then_some(Means { options: MixedOptions { seconds, ..means.options }, ..means })
    }
}

/// A solver that keeps to the time of its question, however many problems it is handed.
pub(crate) struct InTime<'a> {
    pub solver: &'a dyn Solver,
    pub deadline: Deadline,
}

impl Solver for InTime<'_> {
    fn quadratic(&self, problem: &Quadratic) -> Result<Solution, SolveError> {
        self.solver.quadratic(problem)
    }

    fn mixed(&self, problem: &Mixed, options: MixedOptions) -> Result<MixedSolution, SolveError> {
        let seconds = options.seconds.min(self.deadline.left()).max(SHORTEST);
        self.solver.mixed(problem, MixedOptions { seconds, ..options })
    }
}
