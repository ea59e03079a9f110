//! Other sets that are nearly as good: the best after the best, each other than all before in which candidates it holds.
//!
//! After each solve a row forbids that set (E. Balas and R. Jeroslow 1972, Canonical cuts on the unit hypercube, SIAM
//! Journal on Applied Mathematics 23(1), 61-69, <https://doi.org/10.1137/0123007>), until the next is worse than allowed.
//! Sets that differ only in start years, sizes or instruments are one set: the best of them stands for it.

use super::candidates::Portfolio;
use super::means::Means;
use super::programme::Programme;
use super::solve::Answer;
use crate::problem::SolveError;
use crate::problem::mixed::Row;

/// Sets that are nearly as good.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// The sets, the best first.
    pub sets: Vec<Answer>,
    /// Whether it is proved that no other set is as good.
    pub complete: bool,
}

/// At most `most` sets whose objective is worse than the best by no more than `within` of it (0.05: five per cent).
pub fn near(
    portfolio: &Portfolio,
    means: Means<'_>,
    best: &Answer,
    within: f64,
    most: usize,
) -> Result<Near, SolveError> {
    let mut sets = vec![best.clone()];
    let sign = portfolio.objective.sense.sign();
    let worst = sign * best.objective + within * best.objective.abs();
    let mut proved = best.proved();
    while sets.len() < most {
        let next = means.solve_with(portfolio, None, |built| {
            sets.iter().enumerate().filter_map(|(at, set)| other_than(built, at, set)).collect()
        })?;
        if next.infeasible() {
            return Ok(Near { sets, complete: proved });
        }
        proved &= next.proved();
        // Not a number where the time was over before anything was found.
        let good_enough = sign * next.objective <= worst + 1e-9 * worst.abs().max(1.0);
        if next.choice.is_none() || !good_enough {
            let none_is_better = sign * next.bound > worst;
            return Ok(Near { sets, complete: proved || none_is_better });
        }
        sets.push(next);
    }
    Ok(Near { sets, complete: false })
}

/// At least one candidate comes in or leaves.
fn other_than(built: &Programme, at: usize, set: &Answer) -> Option<Row> {
    let choice = set.choice.as_ref()?;
    let mut terms = Vec::new();
    let mut chosen = 0.0;
    for (candidate, columns) in built.chosen.iter().enumerate() {
        let inside = choice.pick(candidate).is_some();
        chosen += if inside { 1.0 } else { 0.0 };
        let sign = if inside { -1.0 } else { 1.0 };
        terms.extend(columns.iter().map(|&column| (column, sign)));
    }
    Some(Row { name: format!("other_than_{at}"), lower: 1.0 - chosen, upper: f64::INFINITY, terms })
}
