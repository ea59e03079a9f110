//! A portfolio solved: programme, tighter relaxation, start of our own, solver, and our own check of the answer.

use super::candidates::{Choice, Pick, Portfolio};
use super::check::{Checked, check};
use super::programme::{Programme, programme};
use super::start::start;
use super::strengthen::strengthen;
use super::supply_risk::Risk;
use crate::problem::mixed::{Kind, gap};
use crate::problem::{MixedOptions, MixedStatus, Sense, SolveError, Solver};

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// How it ended.
    pub status: MixedStatus,
    /// What is chosen; nothing where no choice was found.
    pub choice: Option<Choice>,
    /// The objective, computed from the choice by our own code; not a number without one.
    pub objective: f64,
    /// No choice does better than this.
    pub bound: f64,
    /// Relative gap of the two.
    pub gap: f64,
    /// The choice held against the portfolio; `None` without a choice.
    pub checked: Option<Checked>,
    /// Nodes of the search tree.
    pub nodes: u64,
    /// Seconds of wall-clock time; no part of a result.
    pub seconds: f64,
}

impl Answer {
    /// Whether there is a choice and our own check found nothing broken.
    pub fn sound(&self) -> bool {
        self.checked.as_ref().is_some_and(|checked| checked.breaches.is_empty())
    }
}

/// Solves a portfolio. `before` is an earlier choice to start from, where the question has only moved a little.
pub fn solve(
    portfolio: &Portfolio,
    solver: &dyn Solver,
    options: MixedOptions,
    before: Option<&Choice>,
) -> Result<Answer, SolveError> {
    let built = programme(portfolio, None);
    solve_built(portfolio, built, solver, options, before, None)
}

/// Solves a programme that was built already: with supply risk around a choice, or with rows of the caller's own, as a
/// front or an alternative needs them. `risk` computes supply risk exactly, for the check.
pub fn solve_built(
    portfolio: &Portfolio,
    mut built: Programme,
    solver: &dyn Solver,
    options: MixedOptions,
    before: Option<&Choice>,
    risk: Option<&dyn Risk>,
) -> Result<Answer, SolveError> {
    strengthen(portfolio, &mut built);
    let (rounded, spent) = match before {
        Some(_) => (None, 0.0),
        None => rounded(portfolio, &built, solver, options)?,
    };
    let seed = u64::from(options.seed);
    let mut found = start(portfolio, &built, before, seed);
    if let Some(rounded) = &rounded {
        found = better(portfolio, &built, found, start(portfolio, &built, Some(rounded), seed));
    }
    built.mixed.start = found.as_ref().map(|choice| built.values(portfolio, choice));
    let left = MixedOptions { seconds: (options.seconds - spent).max(0.0), ..options };
    let solution = solver.mixed(&built.mixed, left)?;
    let mut choice = solution.found().then(|| built.read(portfolio, &solution.values));
    let mut status = solution.status;
    // A solver that had no time may not even have looked at the start.
    if choice.is_none() && status == MixedStatus::TimeLimit {
        choice = found;
    }
    let checked = choice.as_ref().map(|choice| check(portfolio, choice, risk));
    let linear = built.mixed.objective(&choice.as_ref().map_or(Vec::new(), |choice| built.values(portfolio, choice)));
    let objective = match &choice {
        None => f64::NAN,
        Some(_) => linear,
    };
    let bound = tightest(built.mixed.sense, solution.bound, objective);
    let gap = if choice.is_some() { gap(objective, bound) } else { f64::INFINITY };
    if status == MixedStatus::TimeLimit && gap <= options.gap {
        status = MixedStatus::GapReached;
    }
    let (nodes, seconds) = (solution.nodes, solution.seconds + spent);
    Ok(Answer { status, choice, objective, bound, gap, checked, nodes, seconds })
}

/// The better of two choices that may not be there; the first where they are equal.
fn better(portfolio: &Portfolio, built: &Programme, one: Option<Choice>, other: Option<Choice>) -> Option<Choice> {
    let worth = |choice: &Choice| built.mixed.objective(&built.values(portfolio, choice));
    match (one, other) {
        (Some(one), Some(other)) if built.mixed.sense.better(worth(&other), worth(&one)) => Some(other),
        (one, other) => one.or(other),
    }
}

/// What the relaxation would rather build than not, each candidate in the way that it likes best, and the seconds that it
/// took: where the search for a start begins. It need not meet the rows.
fn rounded(
    portfolio: &Portfolio,
    built: &Programme,
    solver: &dyn Solver,
    options: MixedOptions,
) -> Result<(Option<Choice>, f64), SolveError> {
    let mut relaxed = built.mixed.clone();
    for column in &mut relaxed.columns {
        column.kind = Kind::Continuous;
    }
    let solution = solver.mixed(&relaxed, options)?;
    if !solution.found() {
        return Ok((None, solution.seconds));
    }
    let picks = built.chosen.iter().enumerate().filter_map(|(candidate, courses)| {
        let values = || courses.iter().map(|&column| solution.values[column]);
        let course = (0..courses.len())
            .max_by(|&one, &other| solution.values[courses[one]].total_cmp(&solution.values[courses[other]]))?;
        let size = portfolio.candidates[candidate].most;
        (values().sum::<f64>() > 0.5).then_some(Pick { candidate, course, size })
    });
    Ok((Some(Choice { picks: picks.collect() }), solution.seconds))
}

/// A bound is never on the wrong side of what was found: rounding of the solver's own numbers.
fn tightest(sense: Sense, bound: f64, objective: f64) -> f64 {
    if objective.is_nan() {
        return bound;
    }
    match sense {
        Sense::Maximise => bound.max(objective),
        Sense::Minimise => bound.min(objective),
    }
}
