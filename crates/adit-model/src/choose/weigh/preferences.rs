//! What people may say about their priorities, and the weight vectors that it means.
//!
//! | statement | means |
//! | --- | --- |
//! | direct | points for each criterion; only their proportions count |
//! | swing | 100 points for the swing from worst to best that matters most, fewer for the others, then as direct |
//! | pairwise | how many times more one criterion counts than another, 1 to 9; the principal eigenvector |
//! | ranked | an order of the criteria, and no more: evenly spread over all weights in that order |
//! | incomplete | limits and comparisons: evenly spread over all weights that keep them |
//!
//! # Source
//! Swing weights: D. von Winterfeldt, W. Edwards (1986), Decision analysis and behavioral research, Cambridge University
//! Press, section 8.3. Pairwise: T. L. Saaty (1980), The analytic hierarchy process, McGraw-Hill; the principal
//! eigenvector by power iteration (not the geometric mean of rows, which is the same where the answers are consistent),
//! the consistency ratio with his table of random indices.

use thiserror::Error;

use super::simplex::{Inequality, SimplexError, ranked, within};

/// Consistency ratios above this call for another look at the answers (Saaty 1980).
pub const CONSISTENT: f64 = 0.1;

/// Saaty's random index for 1 to 15 criteria: mean consistency index of random answers (1 to 10 in Saaty 1980; 11 to 15 in
/// T. L. Saaty (1987), The analytic hierarchy process: what it is and how it is used, Mathematical Modelling 9, 161-176).
pub const RANDOM_INDEX: [f64; 15] =
    [0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

/// What somebody says.
#[derive(Debug, Clone, PartialEq)]
pub enum Preference {
    /// Points for each criterion.
    Direct(Vec<f64>),
    /// Points for each swing, the most important one with 100.
    Swing(Vec<f64>),
    /// `matrix[i][j]`: how many times more criterion `i` counts than `j`.
    Pairwise(Vec<Vec<f64>>),
    /// Criteria in tiers, the most important first.
    Ranked(Vec<Vec<usize>>),
    /// Statements that the weights keep.
    Incomplete {
        /// How many criteria.
        criteria: usize,
        /// The statements.
        statements: Vec<Inequality>,
    },
}

/// The weights that a statement means.
#[derive(Debug, Clone, PartialEq)]
pub struct Meant {
    /// Weight vectors row by row: one where the statement leaves nothing open, else as many as were asked for.
    pub weights: Vec<f64>,
    /// Consistency ratio of pairwise answers; `None` for other statements, and where there are too few or too many
    /// criteria for one.
    pub consistency: Option<f64>,
}

/// Why a statement means nothing.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum PreferenceError {
    /// Points that are negative, not finite, or all nought.
    #[error("points are numbers from 0 up, at least one of them above 0")]
    Points,
    /// A swing without a first one.
    #[error("the most important swing has 100 points and no other more; the highest here is {highest}")]
    Swing {
        /// The highest number of points.
        highest: f64,
    },
    /// A comparison that contradicts its own reverse, or is no positive number.
    #[error(
        "criterion {one} against {other} is {given}: comparisons are positive, of a criterion with itself 1, and the reverse is one over it"
    )]
    Pair {
        /// Place of the one, from 0.
        one: usize,
        /// Place of the other, from 0.
        other: usize,
        /// What was given.
        given: f64,
    },
    /// An order or limits that leave no weights.
    #[error(transparent)]
    Simplex(#[from] SimplexError),
}

impl Preference {
    /// The weights meant: `draws` vectors where the statement leaves something open, keyed by seed and key.
    ///
    /// # Errors
    /// A statement that means nothing, or cannot be true.
    pub fn weights(&self, draws: usize, seed: u64, key: u64) -> Result<Meant, PreferenceError> {
        let sure = |weights| Ok(Meant { weights, consistency: None });
        match self {
            Self::Direct(points) => sure(proportions(points)?),
            Self::Swing(points) => {
                let highest = points.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                if highest == 100.0 { sure(proportions(points)?) } else { Err(PreferenceError::Swing { highest }) }
            }
            Self::Pairwise(matrix) => pairwise(matrix),
            Self::Ranked(tiers) => sure(ranked(tiers, draws, seed, key)?),
            Self::Incomplete { criteria, statements } => sure(within(*criteria, statements, draws, seed, key)?),
        }
    }
}

fn proportions(points: &[f64]) -> Result<Vec<f64>, PreferenceError> {
    let sum: f64 = points.iter().sum();
    let sound = points.iter().all(|point| point.is_finite() && *point >= 0.0) && sum.is_finite() && sum > 0.0;
    if sound { Ok(points.iter().map(|point| point / sum).collect()) } else { Err(PreferenceError::Points) }
}

/// Most rounds of the power iteration; a positive matrix of this size needs a few dozen.
const ROUNDS: usize = 10_000;

/// The principal eigenvector, and the consistency ratio of its eigenvalue.
fn pairwise(matrix: &[Vec<f64>]) -> Result<Meant, PreferenceError> {
    let n = matrix.len();
    if n == 0 {
        return Err(PreferenceError::Points);
    }
    for (one, row) in matrix.iter().enumerate() {
        for (other, back) in matrix.iter().enumerate() {
            let given = row.get(other).copied().unwrap_or(f64::NAN);
            let reverse = back.get(one).copied().unwrap_or(f64::NAN);
            // Thirds are written with a few digits: 3 and 0.333 are each other's reverse.
            if !(given > 0.0 && given.is_finite() && (given * reverse - 1.0).abs() < 0.01) {
                return Err(PreferenceError::Pair { one, other, given });
            }
        }
    }
    let mut weights = vec![1.0 / n as f64; n];
    let mut eigenvalue = 0.0;
    for _ in 0..ROUNDS {
        let product = |row: &Vec<f64>| row.iter().zip(&weights).map(|(value, weight)| value * weight).sum::<f64>();
        let next: Vec<f64> = matrix.iter().map(product).collect();
        // The weights have the sum 1, so the sum of what they become is the eigenvalue.
        eigenvalue = next.iter().sum();
        let next: Vec<f64> = next.iter().map(|weight| weight / eigenvalue).collect();
        let moved = next.iter().zip(&weights).map(|(new, old)| (new - old).abs()).fold(0.0, f64::max);
        weights = next;
        if moved < 1e-15 {
            break;
        }
    }
    let index = RANDOM_INDEX.get(n - 1).copied().filter(|index| *index > 0.0);
    let consistency = index.map(|index| ((eigenvalue - n as f64) / (n as f64 - 1.0) / index).max(0.0));
    Ok(Meant { weights, consistency })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(preference: &Preference) -> Meant {
        preference.weights(100, 1, 2).unwrap()
    }

    #[test]
    fn points_and_swings_become_proportions() {
        assert_eq!(meant(&Preference::Direct(vec![3.0, 1.0])).weights, [0.75, 0.25]);
        assert_eq!(meant(&Preference::Swing(vec![100.0, 60.0, 40.0])).weights, [0.5, 0.3, 0.2]);
        for highest in [90.0, 110.0] {
            let swing = Preference::Swing(vec![highest, 10.0]);
            assert_eq!(swing.weights(1, 1, 1), Err(PreferenceError::Swing { highest }));
        }
        for points in [vec![0.0, 0.0], vec![1.0, -1.0], vec![f64::NAN], vec![f64::MAX, f64::MAX]] {
            assert_eq!(Preference::Direct(points).weights(1, 1, 1), Err(PreferenceError::Points));
        }
    }

    #[test]
    fn consistent_comparisons_give_their_proportions() {
        let matrix = vec![vec![1.0, 2.0, 6.0], vec![0.5, 1.0, 3.0], vec![1.0 / 6.0, 1.0 / 3.0, 1.0]];
        let meant = meant(&Preference::Pairwise(matrix));
        assert!(meant.weights.iter().zip([0.6, 0.3, 0.1]).all(|(a, b)| (a - b).abs() < 1e-12));
        assert!(meant.consistency.unwrap() < 1e-12);
    }

    #[test]
    fn comparisons_in_a_circle_are_inconsistent() {
        // a over b, b over c and c over a, each three times: equal weights, eigenvalue 1 + 3 + 1/3 = 13/3.
        let third = 1.0 / 3.0;
        let circle = vec![vec![1.0, 3.0, third], vec![third, 1.0, 3.0], vec![3.0, third, 1.0]];
        let meant = meant(&Preference::Pairwise(circle));
        assert!(meant.weights.iter().all(|weight| (weight - third).abs() < 1e-12));
        let expected = (13.0 / 3.0 - 3.0) / 2.0 / 0.58;
        assert!((meant.consistency.unwrap() - expected).abs() < 1e-9 && expected > CONSISTENT);
    }

    #[test]
    fn comparisons_that_contradict_their_reverse_are_refused() {
        let matrix = vec![vec![1.0, 3.0], vec![3.0, 1.0]];
        let error = Preference::Pairwise(matrix).weights(1, 1, 1);
        assert_eq!(error, Err(PreferenceError::Pair { one: 0, other: 1, given: 3.0 }));
        let cut = Preference::Pairwise(vec![vec![1.0, 2.0], vec![0.5]]).weights(1, 1, 1);
        assert!(matches!(cut, Err(PreferenceError::Pair { .. })));
    }

    #[test]
    fn what_is_left_open_is_drawn() {
        let order = meant(&Preference::Ranked(vec![vec![1], vec![0]]));
        assert!(order.weights.len() == 200 && order.weights.chunks_exact(2).all(|w| w[1] >= w[0]));
        let statements = vec![Inequality::at_least(2, 0, 0.9)];
        let limits = meant(&Preference::Incomplete { criteria: 2, statements });
        assert!(limits.weights.len() == 200 && limits.weights.chunks_exact(2).all(|w| w[0] >= 0.9));
    }
}
