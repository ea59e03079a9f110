//! What part of each thing falls into each year. Delay and ramp-up may differ by draw, so the parts are numbers of the
//! reading; nothing here branches on them.

use adit_number::Real;

use super::plan::ProjectPlan;
use super::{Numbers, lines};

/// When a project begins what, in years after the beginning of its first year, in one reading.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Timing<R> {
    /// Exploration begins.
    pub begins: R,
    /// Construction begins.
    pub construction: R,
    /// Output begins.
    pub operation: R,
    /// Output ends and closure begins.
    pub closure: R,
    /// Closure ends and aftercare begins.
    pub aftercare: R,
    /// Aftercare ends.
    pub ends: R,
    /// Years of ramp-up.
    ramp: R,
}

/// The parts of one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Schedule<R> {
    /// Part of the exploration that is paid.
    pub exploration: R,
    /// Part of the investment that is paid.
    pub capital: R,
    /// Part of the year in which the project operates.
    pub operating: R,
    /// Output over full capacity.
    pub output: R,
    /// Part of the closure that is paid.
    pub closure: R,
    /// Part of the year in which there is aftercare.
    pub aftercare: R,
    /// Part of the bond that is paid: in the year before output begins.
    pub bond: R,
}

impl<R: Real> Timing<R> {
    /// The times of a plan.
    pub fn of(plan: &ProjectPlan, numbers: &Numbers<R>) -> Self {
        let begins = R::exact(f64::from(plan.phases.begins - plan.first_year()));
        let construction = begins + numbers.exploration_years;
        let operation = construction + numbers.construction_years + numbers.delay;
        let closure = operation + numbers.life;
        let aftercare = closure + numbers.closure_years;
        Self {
            begins,
            construction,
            operation,
            closure,
            aftercare,
            ends: aftercare + numbers.aftercare_years,
            ramp: numbers.ramp,
        }
    }

    /// The parts of year `t`, counted from the first.
    pub fn year(&self, t: usize) -> Schedule<R> {
        let whole = R::exact(1.0);
        let part = |from: R, to: R| lines::overlap(t, from, to) / (to - from).larger(R::exact(f64::MIN_POSITIVE));
        Schedule {
            exploration: part(self.begins, self.construction),
            capital: part(self.construction, self.operation),
            operating: lines::overlap(t, self.operation, self.closure),
            output: lines::output_share(t, self.operation, self.closure, self.ramp),
            closure: part(self.closure, self.aftercare),
            aftercare: lines::overlap(t, self.aftercare, self.ends),
            bond: lines::overlap(t, self.operation - whole, self.operation),
        }
    }
}
