//! Acceptability by counting: for each alternative, in how many weight vectors it stands at each rank.
//!
//! The utility of alternative `i` under weights `w` is `u_i = w_1 s_i1 + w_2 s_i2 + ...`, summed in the order of the
//! criteria in `f64`. Alternatives stand by falling utility. Utilities that follow each other within [`TIE`] of the
//! largest score count as the same (decimal scores and weights make ties that binary fractions miss by a last digit), and
//! what is the same stands in the order of the table. Counts are exact for that definition: the kernel of `lanes.rs`
//! orders by 23-bit keys and asks `f64` wherever two keys are too close to be sure; tests hold it against `plain.rs`,
//! which does nothing but the definition.
//!
//! # Source
//! R. Lahdelma, P. Salminen (2001), SMAA-2: Stochastic multicriteria acceptability analysis for group decision making,
//! Operations Research 49(3), 444-454, <https://doi.org/10.1287/opre.49.3.444.11220>: rank acceptability (eq. 9), central
//! weight (eq. 11), confidence factor (eq. 13). Pairwise winning: P. Leskinen, J. Viitanen, A. Kangas, J. Kangas (2006),
//! Alternatives to incorporate uncertainty and risk attitude in multicriteria evaluation of forest plans, Forest Science
//! 52(3), 304-312.

mod confidence;
mod lanes;
mod network;
mod pairs;
mod plain;
mod tally;

#[cfg(test)]
mod tests;

use rayon::prelude::*;
use thiserror::Error;

pub use confidence::{Spread, confidence_factors};
use lanes::Lanes;
use tally::Tally;

/// Utilities that differ by no more than this part of the largest score count as the same.
pub const TIE: f64 = 1e-12;

/// Vectors that one thread takes at a time; a multiple of [`pairs::BATCH`].
const TASK: usize = 4 * pairs::BATCH;

/// Why nothing can be counted.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum WeighError {
    /// A table without rows or columns.
    #[error("there are {alternatives} alternatives and {criteria} criteria; at least one of each is needed")]
    Empty {
        /// Alternatives.
        alternatives: usize,
        /// Criteria.
        criteria: usize,
    },
    /// As many numbers as alternatives times criteria, or vectors times criteria, are needed.
    #[error("{what}: {given} numbers where a multiple of {criteria} criteria is needed")]
    Length {
        /// What has the wrong length.
        what: &'static str,
        /// Its numbers.
        given: usize,
        /// Criteria.
        criteria: usize,
    },
    /// A score that is no finite number.
    #[error("the score of alternative {alternative} on criterion {criterion} is {value}, not a finite number")]
    Score {
        /// Place of the alternative, from 0.
        alternative: usize,
        /// Place of the criterion, from 0.
        criterion: usize,
        /// The score.
        value: f64,
    },
    /// A weight below nought or no number.
    #[error("weight vector {vector} gives criterion {criterion} the weight {value}; weights are numbers from 0 up")]
    Weight {
        /// Place of the vector, from 0.
        vector: usize,
        /// Place of the criterion, from 0.
        criterion: usize,
        /// The weight.
        value: f64,
    },
    /// Weights that are all nought (or too large to be added).
    #[error("the weights of vector {vector} add up to {sum} and cannot be brought to 1")]
    Sum {
        /// Place of the vector, from 0.
        vector: usize,
        /// Their sum.
        sum: f64,
    },
}

/// Alternatives scored on criteria: higher is better, scaled so that one unit means the same on each.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    criteria: usize,
    values: Vec<f64>,
}

impl Scores {
    /// Scores row by row, one row an alternative.
    ///
    /// # Errors
    /// No criteria or no rows, a row that is cut short, a score that is not finite.
    pub fn new(criteria: usize, values: Vec<f64>) -> Result<Self, WeighError> {
        if criteria == 0 || values.is_empty() {
            let alternatives = values.len().checked_div(criteria).unwrap_or(0);
            return Err(WeighError::Empty { alternatives, criteria });
        }
        if !values.len().is_multiple_of(criteria) {
            return Err(WeighError::Length { what: "scores", given: values.len(), criteria });
        }
        match values.iter().position(|value| !value.is_finite()) {
            Some(at) => {
                let (alternative, criterion) = (at / criteria, at % criteria);
                Err(WeighError::Score { alternative, criterion, value: values[at] })
            }
            None => Ok(Self { criteria, values }),
        }
    }

    /// How many alternatives.
    pub fn alternatives(&self) -> usize {
        self.values.len() / self.criteria
    }

    /// How many criteria.
    pub fn criteria(&self) -> usize {
        self.criteria
    }

    /// The scores of an alternative, one for each criterion.
    pub fn of(&self, alternative: usize) -> &[f64] {
        &self.values[alternative * self.criteria..][..self.criteria]
    }

    /// All scores, row by row.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Utility of an alternative: its scores by weight, summed in the order of the criteria.
    fn utility(&self, alternative: usize, weights: &[f64]) -> f64 {
        self.of(alternative).iter().zip(weights).fold(0.0, |sum, (score, weight)| sum + score * weight)
    }

    /// How far apart utilities may lie that count as the same.
    fn tie(&self) -> f64 {
        TIE * self.values.iter().fold(0.0, |most: f64, score| most.max(score.abs()))
    }
}

/// Weight vectors, each brought to the sum 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    criteria: usize,
    values: Vec<f64>,
}

impl Weights {
    /// Weights row by row, one row a vector; each row is divided by its sum.
    ///
    /// # Errors
    /// A row that is cut short, a weight that is negative or not finite, a row of noughts.
    pub fn new(criteria: usize, mut values: Vec<f64>) -> Result<Self, WeighError> {
        if criteria == 0 {
            return Err(WeighError::Empty { alternatives: 0, criteria });
        }
        if !values.len().is_multiple_of(criteria) {
            return Err(WeighError::Length { what: "weights", given: values.len(), criteria });
        }
        for (vector, row) in values.chunks_exact_mut(criteria).enumerate() {
            if let Some((criterion, &value)) = row.iter().enumerate().find(|(_, w)| !w.is_finite() || **w < 0.0) {
                return Err(WeighError::Weight { vector, criterion, value });
            }
            let sum: f64 = row.iter().sum();
            if !(sum.is_finite() && sum > 0.0) {
                return Err(WeighError::Sum { vector, sum });
            }
            for weight in row {
                *weight /= sum;
            }
        }
        Ok(Self { criteria, values })
    }

    /// How many vectors.
    pub fn len(&self) -> usize {
        self.values.len() / self.criteria
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// How many criteria.
    pub fn criteria(&self) -> usize {
        self.criteria
    }

    /// A vector.
    pub fn vector(&self, at: usize) -> &[f64] {
        &self.values[at * self.criteria..][..self.criteria]
    }

    /// All vectors in order.
    pub fn vectors(&self) -> impl Iterator<Item = &[f64]> {
        self.values.chunks_exact(self.criteria)
    }

    /// The vectors at these places, in this order.
    #[must_use]
    pub fn select(&self, places: &[usize]) -> Self {
        let values = places.iter().flat_map(|&at| self.vector(at)).copied().collect();
        Self { criteria: self.criteria, values }
    }
}

/// What to count beside ranks, which are always counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Ranks and central weights.
    Ranks,
    /// Also who stands before whom.
    Pairs,
}

/// The counts over a set of weight vectors.
#[derive(Debug, Clone, PartialEq)]
pub struct Acceptability {
    /// How many weight vectors.
    pub vectors: usize,
    /// `rank_counts[i][r]`: vectors in which alternative `i` stands at rank `r` (0 is the first).
    pub rank_counts: Vec<Vec<u32>>,
    /// `pairwise[i][j]`: vectors in which `i` stands before `j`; 0 where `i` is `j`. `None` if not wanted.
    pub pairwise: Option<Vec<Vec<u32>>>,
    /// Mean of the vectors that rank `i` first, summed in their order; `None` if none does.
    pub central_weights: Vec<Option<Vec<f64>>>,
    /// The alternative that each vector ranks first.
    pub winners: Vec<u16>,
}

impl Acceptability {
    /// Share of vectors in which an alternative stands among the first `places`.
    pub fn among_first(&self, alternative: usize, places: usize) -> f64 {
        let counts = self.rank_counts[alternative].iter().take(places);
        counts.map(|&count| f64::from(count)).sum::<f64>() / self.vectors.max(1) as f64
    }
}

/// Most alternatives: places are kept in 16 bits, and pairs grow with the square.
pub const MOST_ALTERNATIVES: usize = 2_000;

/// A table of scores, prepared for counting; it can be asked for any number of sets of weights.
#[derive(Debug)]
pub struct Kernel<'a> {
    scores: &'a Scores,
    lanes: Option<Lanes<'a>>,
}

impl<'a> Kernel<'a> {
    /// Prepares a table of at most [`MOST_ALTERNATIVES`] (more are a mistake of the caller, and are counted without the
    /// fast kernel, their winners without meaning).
    pub fn new(scores: &'a Scores) -> Self {
        Self { scores, lanes: Lanes::new(scores) }
    }

    /// Counts over all vectors on all cores. The result does not depend on their number.
    pub fn accept(&self, weights: &Weights, wanted: Wanted) -> Acceptability {
        let mut winners = vec![0; weights.len()];
        let new = || Tally::new(self.scores, wanted);
        let tally = winners
            .par_chunks_mut(TASK)
            .enumerate()
            .fold(new, |mut tally, (task, winners)| {
                self.count(weights, task * TASK, winners, &mut tally);
                tally
            })
            .reduce(new, Tally::and);
        tally.finish(weights, winners)
    }

    /// Counts for each of many stakeholders, each on one core. The results do not depend on the number of cores.
    pub fn accept_each(&self, stakeholders: &[&Weights], wanted: Wanted) -> Vec<Acceptability> {
        let one = |weights: &&Weights| {
            let mut winners = vec![0; weights.len()];
            let mut tally = Tally::new(self.scores, wanted);
            self.count(weights, 0, &mut winners, &mut tally);
            tally.finish(weights, winners)
        };
        stakeholders.par_iter().map(one).collect()
    }

    /// Counts the vectors from `first` on, as many as there are places for winners.
    fn count(&self, weights: &Weights, first: usize, winners: &mut [u16], tally: &mut Tally) {
        match &self.lanes {
            Some(lanes) => lanes.count(weights, first, winners, tally),
            None => plain::count(self.scores, weights, first, winners, tally),
        }
    }
}
