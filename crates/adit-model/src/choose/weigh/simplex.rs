//! Weight vectors spread evenly over what somebody's statement leaves open.
//!
//! All weight vectors (from 0 up, sum 1) form a simplex; an order of the criteria, limits of weights or inequalities
//! between them leave a part of it. [`ranked`] is exact. [`within`] draws evenly from the whole simplex and keeps what fits
//! where enough does, which is exact too; where less than one in [`WORTH_TRYING`] fits it walks through the part by hit
//! and run, which is even in the limit. A part that is empty is found by linear programming (`feasible.rs`) before
//! anything is drawn, and the statements that cannot be true together are named.
//!
//! Draw `k` depends on seed, key and `k` alone; a step of a walk also on the steps before it.
//!
//! # Source
//! Even draws from a simplex: exponential numbers divided by their sum, L. Devroye (1986), Non-uniform random variate
//! generation, Springer, chapter V, theorem 4.1; in order by sorting, theorem 2.2 of the same chapter. Hit and run:
//! R. L. Smith (1984), Efficient Monte Carlo procedures for generating points uniformly distributed over bounded regions,
//! Operations Research 32(6), 1296-1308; for weights, T. Tervonen, G. van Valkenhoef, N. Baştürk, D. Postmus (2013),
//! Hit-and-run enables efficient weight generation for simulation-based multiple criteria decision analysis, European
//! Journal of Operational Research 224(3), 552-559.

mod feasible;
#[cfg(test)]
mod tests;

use adit_number::{normal_quantile, uniform};
use thiserror::Error;

use feasible::{Room, room};

/// One in so many draws from the whole simplex has to fit for the others to be thrown away.
pub const WORTH_TRYING: u64 = 200;

/// Steps of a walk for each vector that is kept, times the square of the number of free criteria.
const STEPS: usize = 2;

/// A statement `factors · weights >= least`.
#[derive(Debug, Clone, PartialEq)]
pub struct Inequality {
    /// One factor for each criterion.
    pub factors: Vec<f64>,
    /// What the sum is at least.
    pub least: f64,
}

impl Inequality {
    /// By how much weights keep it; below 0 they break it.
    fn slack(&self, weights: &[f64]) -> f64 {
        self.factors.iter().zip(weights).map(|(factor, weight)| factor * weight).sum::<f64>() - self.least
    }

    /// The weight of a criterion is at least this.
    pub fn at_least(criteria: usize, criterion: usize, share: f64) -> Self {
        let factors = (0..criteria).map(|at| f64::from(u8::from(at == criterion))).collect();
        Self { factors, least: share }
    }

    /// The weight of a criterion is at most this.
    pub fn at_most(criteria: usize, criterion: usize, share: f64) -> Self {
        let factors = (0..criteria).map(|at| -f64::from(u8::from(at == criterion))).collect();
        Self { factors, least: -share }
    }

    /// The weight of one criterion is at least so many times that of another.
    pub fn times(criteria: usize, more: usize, times: f64, less: usize) -> Self {
        let of = |at: usize| f64::from(u8::from(at == more)) - times * f64::from(u8::from(at == less));
        Self { factors: (0..criteria).map(of).collect(), least: 0.0 }
    }
}

/// Why there are no weights.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum SimplexError {
    /// Statements that cannot be true together; without any one of them the rest can be.
    #[error("{} of the statements cannot be true together", statements.len())]
    Empty {
        /// Their places, rising.
        statements: Vec<usize>,
    },
    /// Statements that leave a point, a line or another part without inside.
    #[error("the statements leave weights no room to vary; loosen an equality, or state the weights themselves")]
    Flat {
        /// Weights that keep all statements.
        at: Vec<f64>,
    },
    /// An order that does not name each criterion once, or a statement that is not about these criteria.
    #[error("{says}")]
    Statement {
        /// What is wrong.
        says: String,
    },
}

/// Draws weights of which nothing but an order is known: every criterion of a tier weighs at least as much as every one of
/// the tiers after it. `tiers` name each of the criteria 0, 1, 2, ... once.
///
/// # Errors
/// Tiers that do not name each criterion once.
pub fn ranked(tiers: &[Vec<usize>], draws: usize, seed: u64, key: u64) -> Result<Vec<f64>, SimplexError> {
    let order: Vec<usize> = tiers.iter().flatten().copied().collect();
    let criteria = order.len();
    let mut named = order.clone();
    named.sort_unstable();
    if named.iter().enumerate().any(|(at, criterion)| at != *criterion) {
        return Err(SimplexError::Statement { says: "an order names each criterion once".to_owned() });
    }
    let mut weights = vec![0.0; draws * criteria];
    for (draw, into) in (0..).zip(weights.chunks_exact_mut(criteria.max(1))) {
        let drawn = even(criteria, draw, seed, key);
        // The largest share goes to the first tier; within a tier shares fall as they were drawn, which is as likely in
        // any order.
        let mut by_size: Vec<usize> = (0..criteria).collect();
        by_size.sort_by(|&a, &b| drawn[b].total_cmp(&drawn[a]));
        let mut from = 0;
        for tier in tiers {
            let mut shares = by_size[from..from + tier.len()].to_vec();
            shares.sort_unstable();
            for (&criterion, share) in tier.iter().zip(shares) {
                into[criterion] = drawn[share];
            }
            from += tier.len();
        }
    }
    Ok(weights)
}

/// Draws weights that keep all statements, row by row.
///
/// # Errors
/// Statements that cannot be true together, or that leave no room.
pub fn within(
    criteria: usize,
    statements: &[Inequality],
    draws: usize,
    seed: u64,
    key: u64,
) -> Result<Vec<f64>, SimplexError> {
    let sound = |one: &Inequality| one.factors.len() == criteria && one.least.is_finite();
    if criteria == 0 || !statements.iter().all(|one| sound(one) && one.factors.iter().all(|f| f.is_finite())) {
        return Err(SimplexError::Statement {
            says: "a statement has one finite factor for each criterion".to_owned(),
        });
    }
    let start = match room(criteria, statements) {
        Room::Inside(start) => start,
        Room::Flat(at) if criteria == 1 => return Ok(at.repeat(draws)),
        Room::Flat(at) => return Err(SimplexError::Flat { at }),
        Room::Empty => return Err(SimplexError::Empty { statements: conflict(criteria, statements) }),
    };
    let mut kept = Vec::with_capacity(draws * criteria);
    let tries = draws as u64 * WORTH_TRYING;
    for draw in 0..tries {
        if kept.len() == draws * criteria {
            return Ok(kept);
        }
        let drawn = even(criteria, draw, seed, key);
        if statements.iter().all(|one| one.slack(&drawn) >= 0.0) {
            kept.extend(drawn);
        }
        // A hundredth of the tries says whether the rest is worth it.
        if draw == tries / 100 + 1_000 && (kept.len() / criteria) as u64 * WORTH_TRYING < draw {
            break;
        }
    }
    if kept.len() == draws * criteria {
        return Ok(kept);
    }
    Ok(walk(start, statements, draws, seed, key))
}

/// An even draw from the whole simplex.
fn even(criteria: usize, draw: u64, seed: u64, key: u64) -> Vec<f64> {
    let exponential = |at: u64| -libm::log(uniform(seed, draw, key ^ at.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
    let mut drawn: Vec<f64> = (1..=criteria as u64).map(exponential).collect();
    let sum: f64 = drawn.iter().sum();
    for share in &mut drawn {
        *share /= sum;
    }
    drawn
}

/// Hit and run: from where it stands in an even direction, to an even point of the chord.
fn walk(start: Vec<f64>, statements: &[Inequality], draws: usize, seed: u64, key: u64) -> Vec<f64> {
    let criteria = start.len();
    let positive: Vec<Inequality> = (0..criteria).map(|at| Inequality::at_least(criteria, at, 0.0)).collect();
    let walls: Vec<&Inequality> = positive.iter().chain(statements).collect();
    let steps = STEPS * criteria * criteria;
    let mut here = start;
    let mut kept = Vec::with_capacity(draws * criteria);
    let mut step = 0_u64;
    // As many steps before the first vector as between ten others: the start is the middle, not a draw.
    for vector in 0..draws + 10 {
        for _ in 0..steps {
            let number = |at: u64| uniform(seed, step, key ^ 0x7761_6c6b ^ at.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let mut along: Vec<f64> = (1..=criteria as u64).map(|at| normal_quantile(number(at))).collect();
            let mean = along.iter().sum::<f64>() / criteria as f64;
            for part in &mut along {
                *part -= mean;
            }
            let (mut back, mut forth) = (f64::NEG_INFINITY, f64::INFINITY);
            for wall in &walls {
                let toward: f64 = wall.factors.iter().zip(&along).map(|(factor, part)| factor * part).sum();
                let distance = -wall.slack(&here).max(0.0) / toward;
                if toward > 0.0 {
                    back = back.max(distance);
                } else if toward < 0.0 {
                    forth = forth.min(distance);
                }
            }
            if back.is_finite() && forth.is_finite() {
                let by = back + (forth - back) * number(0);
                for (weight, part) in here.iter_mut().zip(&along) {
                    *weight = (*weight + by * part).max(0.0);
                }
                // Rounding would otherwise add up over many steps.
                let sum: f64 = here.iter().sum();
                for weight in &mut here {
                    *weight /= sum;
                }
            }
            step += 1;
        }
        if vector >= 10 {
            kept.extend_from_slice(&here);
        }
    }
    kept
}

/// A smallest set of statements that cannot be true together: each is left out in turn, for good where the others still
/// contradict each other without it.
fn conflict(criteria: usize, statements: &[Inequality]) -> Vec<usize> {
    let mut kept: Vec<usize> = (0..statements.len()).collect();
    for at in 0..statements.len() {
        let without: Vec<usize> = kept.iter().copied().filter(|&one| one != at).collect();
        let rest: Vec<Inequality> = without.iter().map(|&one| statements[one].clone()).collect();
        if matches!(room(criteria, &rest), Room::Empty) {
            kept = without;
        }
    }
    kept
}
