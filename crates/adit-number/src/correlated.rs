//! Inputs that go together: a Gaussian copula over stated pairwise correlations.
//!
//! The `u` of correlated inputs become normal scores `z`, the scores are mixed by the Cholesky factor `L` of their
//! correlation matrix, and go back: `u' = cdf((L z)_i)`. Every input keeps its own distribution.
//!
//! **The stated correlation is that of the normal scores**, the linear correlation of the inputs themselves only if both
//! are normal. For other distributions the linear correlation is a little weaker; the rank correlation, which no
//! distribution changes, is [`rank_correlation`] of the stated one. Who knows the rank correlation states
//! [`score_correlation`] of it. Inputs that depend on each other fully need no correlation: they share a key.
//!
//! A Latin hypercube keeps its strata in the first input of a correlated group only.
//!
//! # Source
//! R. B. Nelsen (2006), An introduction to copulas, 2nd edition, section 2.3, equation 2.3.6; simulation by the Cholesky
//! factor: P. Embrechts, F. Lindskog, A. McNeil (2003), Modelling dependence with copulas and applications to risk
//! management, Handbook of heavy tailed distributions in finance, 329-384, section 5.

use std::f64::consts::{FRAC_PI_6, PI};

use thiserror::Error;

use crate::groups::connected;
use crate::quantile::{normal_cdf, normal_quantile};
use cholesky::factor;

mod cholesky;

/// The correlation of two inputs, named by their places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// One input.
    pub first: usize,
    /// The other.
    pub second: usize,
    /// Correlation of their normal scores, strictly between -1 and 1.
    pub rho: f64,
}

/// Correlations that can be had together. Pairs of which nothing is said are not correlated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Correlations {
    /// Inputs that are correlated with each other, directly or by others.
    groups: Vec<Group>,
}

/// One set of inputs that are correlated with each other.
#[derive(Clone, Debug, PartialEq)]
struct Group {
    /// Their places, rising.
    inputs: Vec<usize>,
    /// Lower triangle of the Cholesky factor, row by row.
    factor: Vec<Vec<f64>>,
}

/// Why correlations cannot be had. Inputs are named as the caller names them.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum CorrelationError {
    /// A correlation that is none, or a full one.
    #[error(
        "the correlation of {first} and {second} is {rho} and must lie strictly between -1 and 1; inputs that depend on \
         each other fully share one key instead"
    )]
    NotBetween {
        /// One input.
        first: String,
        /// The other.
        second: String,
        /// What was stated.
        rho: f64,
    },
    /// An input with itself.
    #[error("{input} is correlated with itself; name two inputs")]
    Itself {
        /// The input.
        input: String,
    },
    /// A place beyond the inputs.
    #[error("a correlation names input {place}, but there are {inputs} inputs (the first is 0)")]
    NoSuchInput {
        /// The place.
        place: usize,
        /// How many inputs there are.
        inputs: usize,
    },
    /// A pair that is stated again.
    #[error("the correlation of {first} and {second} is stated twice; keep one")]
    Twice {
        /// One input.
        first: String,
        /// The other.
        second: String,
    },
    /// No numbers have these correlations at once: their matrix is not positive definite.
    #[error(
        "no inputs can have these correlations at once: {}; pairs of which nothing is said count as 0. State the missing \
         pairs, or weaken these: all multiplied by {scale} they are possible",
        pairs.iter().map(|(first, second, rho)| format!("{first} and {second} {rho}")).collect::<Vec<_>>().join(", ")
    )]
    Impossible {
        /// The pairs stated among a smallest set of inputs that contradicts itself: without any one of these inputs the
        /// rest could be had.
        pairs: Vec<(String, String, f64)>,
        /// A factor, with two decimals, by which every correlation of the group becomes possible.
        scale: f64,
    },
}

impl Correlations {
    /// Checks the pairs against each other. `names` has the name of every input, for messages.
    pub fn new<S: AsRef<str>>(names: &[S], pairs: &[Pair]) -> Result<Self, CorrelationError> {
        let name = |place: usize| names[place].as_ref().to_owned();
        for (number, pair) in pairs.iter().enumerate() {
            let &Pair { first, second, rho } = pair;
            let place = first.max(second);
            if place >= names.len() {
                return Err(CorrelationError::NoSuchInput { place, inputs: names.len() });
            }
            if first == second {
                return Err(CorrelationError::Itself { input: name(first) });
            }
            if rho.is_nan() || rho.abs() >= 1.0 {
                return Err(CorrelationError::NotBetween { first: name(first), second: name(second), rho });
            }
            if pairs[..number].iter().any(|before| before.joins(first, second)) {
                return Err(CorrelationError::Twice { first: name(first), second: name(second) });
            }
        }
        let groups = connected(names.len(), pairs.iter().map(|pair| (pair.first, pair.second)))
            .into_iter()
            .filter(|inputs| inputs.len() > 1)
            .map(|inputs| match factor(&matrix(&inputs, pairs)) {
                Some(factor) => Ok(Group { inputs, factor }),
                None => Err(contradiction(&inputs, pairs, name)),
            })
            .collect::<Result<_, _>>()?;
        Ok(Correlations { groups })
    }

    /// Whether nothing is correlated.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The inputs that are correlated with each other, one list a group, by their places. For Sobol indices each is one
    /// group.
    pub fn groups(&self) -> impl Iterator<Item = &[usize]> {
        self.groups.iter().map(|group| group.inputs.as_slice())
    }

    /// Correlates a block of draws in place: one row of `u` for each input, all of the same length. Rows of inputs that
    /// are not correlated, and of the first input of each group, keep their bits. A draw has the same bits in whichever
    /// block it falls.
    ///
    /// # Panics
    /// If there is no row for an input that is correlated, or its row is shorter than that of another of its group.
    pub fn apply<R: AsMut<[f64]>>(&self, rows: &mut [R]) {
        // Strictly inside 0..1, symmetric about one half.
        const LEAST: f64 = f64::EPSILON / 2.0;
        let mut scores = Vec::new();
        for Group { inputs, factor } in &self.groups {
            let draws = rows[inputs[0]].as_mut().len();
            for draw in 0..draws {
                scores.clear();
                scores.extend(inputs.iter().map(|input| normal_quantile(rows[*input].as_mut()[draw])));
                for (input, row) in inputs.iter().zip(factor).skip(1) {
                    let mixed: f64 = row.iter().zip(&scores).map(|(weight, score)| weight * score).sum();
                    rows[*input].as_mut()[draw] = normal_cdf(mixed).clamp(LEAST, 1.0 - LEAST);
                }
            }
        }
    }
}

impl Pair {
    fn joins(&self, one: usize, other: usize) -> bool {
        (self.first, self.second) == (one, other) || (self.first, self.second) == (other, one)
    }
}

/// The rank correlation (Spearman) of two inputs whose normal scores correlate by `rho`: `6 / pi asin(rho / 2)`.
///
/// # Source
/// W. H. Kruskal (1958), Ordinal measures of association, Journal of the American Statistical Association 53(284),
/// 814-861, <https://doi.org/10.1080/01621459.1958.10501481>.
pub fn rank_correlation(rho: f64) -> f64 {
    6.0 / PI * libm::asin(rho / 2.0)
}

/// The correlation of normal scores that gives a rank correlation (Spearman): the inverse of [`rank_correlation`].
pub fn score_correlation(rank: f64) -> f64 {
    2.0 * libm::sin(FRAC_PI_6 * rank)
}

/// The correlation matrix of some inputs, row by row.
fn matrix(inputs: &[usize], pairs: &[Pair]) -> Vec<Vec<f64>> {
    let stated = |one, other| pairs.iter().find(|pair| pair.joins(one, other)).map_or(0.0, |pair| pair.rho);
    let entry = |one, other| if one == other { 1.0 } else { stated(one, other) };
    inputs.iter().map(|one| inputs.iter().map(|other| entry(*one, *other)).collect()).collect()
}

/// Which pairs contradict each other: inputs are left out one at a time as long as the rest still does.
fn contradiction(group: &[usize], pairs: &[Pair], name: impl Fn(usize) -> String) -> CorrelationError {
    let mut least = group.to_vec();
    for input in group {
        let without: Vec<usize> = least.iter().copied().filter(|other| other != input).collect();
        if factor(&matrix(&without, pairs)).is_none() {
            least = without;
        }
    }
    let among = pairs.iter().filter(|pair| least.contains(&pair.first) && least.contains(&pair.second));
    let whole = matrix(group, pairs);
    let weakened = |hundredths: u32| {
        let scale = f64::from(hundredths) / 100.0;
        let entry = |(column, rho): (usize, &f64), row| if column == row { 1.0 } else { rho * scale };
        let rows = whole.iter().enumerate();
        rows.map(|(row, rhos)| rhos.iter().enumerate().map(|rho| entry(rho, row)).collect()).collect::<Vec<Vec<f64>>>()
    };
    let hundredths = (0..100).rev().find(|hundredths| factor(&weakened(*hundredths)).is_some()).unwrap_or(0);
    CorrelationError::Impossible {
        pairs: among.map(|pair| (name(pair.first), name(pair.second), pair.rho)).collect(),
        scale: f64::from(hundredths) / 100.0,
    }
}
