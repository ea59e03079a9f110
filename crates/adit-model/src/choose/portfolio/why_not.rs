//! Why a candidate was not chosen: what the objective loses when it must come in, who leaves for it, and what would have
//! to change.
//!
//! The objective is linear in the choice, so the loss is exact news: a candidate comes in as soon as what it brings to
//! the objective rises by more than the loss (rises, to maximise; falls, to minimise). Where it cannot come in at all,
//! the limits that keep it out are the smallest set that contradicts it ([`super::conflict`]).

use super::candidates::Portfolio;
use super::conflict::{Conflict, conflict_with};
use super::means::{Means, held};
use super::solve::Answer;
use crate::problem::SolveError;

/// Why not.
#[derive(Debug, Clone, PartialEq)]
pub struct WhyNot {
    /// The candidate, by its place.
    pub candidate: usize,
    /// By how much the objective is worse with it, never negative beyond the gap; none where that was not proved or it
    /// cannot come in.
    pub loss: Option<f64>,
    /// Candidates that leave when it comes in.
    pub leaves: Vec<usize>,
    /// Candidates that come with it.
    pub comes: Vec<usize>,
    /// The limits that keep it out whatever else is done; none where it could come in.
    pub kept_out: Option<Conflict>,
    /// Whether both choices are proved.
    pub proved: bool,
}

/// Why a candidate is not in the best choice.
pub fn why_not(portfolio: &Portfolio, means: Means<'_>, best: &Answer, candidate: usize) -> Result<WhyNot, SolveError> {
    let forced = taken_in(portfolio, means, best, candidate)?;
    if forced.infeasible() {
        let kept_out = conflict_with(portfolio, means, Some(candidate))?;
        let (loss, leaves, comes) = (None, Vec::new(), Vec::new());
        return Ok(WhyNot { candidate, loss, leaves, comes, kept_out: Some(kept_out), proved: true });
    }
    let picked = |solved: &Answer| -> Vec<usize> {
        solved.choice.iter().flat_map(|choice| choice.picks.iter().map(|pick| pick.candidate)).collect()
    };
    let (before, after) = (picked(best), picked(&forced));
    let leaves = before.iter().copied().filter(|at| !after.contains(at)).collect();
    let comes = after.iter().copied().filter(|at| !before.contains(at) && *at != candidate).collect();
    let proved = best.proved() && forced.proved();
    let loss = forced.choice.is_some().then(|| portfolio.objective.sense.sign() * (forced.objective - best.objective));
    Ok(WhyNot { candidate, loss: loss.filter(|loss| loss.is_finite()), leaves, comes, kept_out: None, proved })
}

/// The best choice with a candidate in it, from the best without that demand.
pub fn taken_in(
    portfolio: &Portfolio,
    means: Means<'_>,
    best: &Answer,
    candidate: usize,
) -> Result<Answer, SolveError> {
    means.solve_with(portfolio, best.choice.as_ref(), |built| vec![held(built, candidate, true)])
}

/// The best choice without a candidate.
pub fn left_out(portfolio: &Portfolio, means: Means<'_>, candidate: usize) -> Result<Answer, SolveError> {
    means.solve_with(portfolio, None, |built| vec![held(built, candidate, false)])
}

/// What the objective loses with another choice; none where one of the two was not proved or nothing was possible.
pub fn worth(portfolio: &Portfolio, best: &Answer, other: &Answer) -> Option<f64> {
    let loss = portfolio.objective.sense.sign() * (other.objective - best.objective);
    (best.proved() && other.proved() && loss.is_finite()).then_some(loss)
}
