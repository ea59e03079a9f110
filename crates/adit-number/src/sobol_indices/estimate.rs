//! Indices from the figures of a design.

use thiserror::Error;

/// Figures that differ by no more than this part of their size are one figure and rounding.
const ROUNDING: f64 = 1e-12;

/// Two-sided 95 % of a normal distribution.
const Z_95: f64 = 1.959_963_984_540_054;

/// An estimated part of a variance.
///
/// The interval is the estimate plus and minus 1.96 standard errors, and neither is cut at 0 and 1: an estimate a little
/// below 0 says how well the draws suffice. The standard error is that of independent draws (delta method); the error
/// of Latin hypercube and Sobol draws is usually smaller, so that the interval is then on the safe side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The estimate, a fraction of the variance.
    pub value: f64,
    /// Lower end of its 95 % interval.
    pub low: f64,
    /// Upper end of its 95 % interval.
    pub high: f64,
}

/// How much one group of inputs matters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupIndex {
    /// What goes away, on average, if the group becomes known.
    pub first: Estimate,
    /// What stays if all others become known.
    pub total: Estimate,
}

/// What matters for a figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Sensitivity {
    /// The figure is the same in every draw: nothing matters.
    NothingMatters {
        /// The figure.
        value: f64,
    },
    /// The indices of the groups, in their order.
    Groups(Vec<GroupIndex>),
}

impl Sensitivity {
    /// The groups by falling total index; of equal ones the first comes first. None if nothing matters.
    pub fn ranked(&self) -> Vec<usize> {
        let Sensitivity::Groups(indices) = self else { return Vec::new() };
        let mut ranked: Vec<usize> = (0..indices.len()).collect();
        ranked.sort_by(|a, b| indices[*b].total.value.total_cmp(&indices[*a].total.value));
        ranked
    }
}

/// Why figures have no indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SensitivityError {
    /// A spread needs two draws.
    #[error("Sobol indices need at least two draws, better a thousand; there are {draws}")]
    TooFewDraws {
        /// How many there are.
        draws: usize,
    },
    /// A set has another number of figures than A.
    #[error("a set of draws has {found} figures where A has {draws}; every set of the design needs all draws")]
    Uneven {
        /// Figures of A.
        draws: usize,
        /// Figures of the other set.
        found: usize,
    },
    /// The figure moves so rarely that it stood still in A and B and moved elsewhere only.
    #[error("the figure is the same in all {draws} draws of A and of B, but not elsewhere; ask for more draws")]
    TooRare {
        /// Draws of each set.
        draws: usize,
    },
    /// A figure that is no finite number.
    #[error("a figure in draw {draw} is not a finite number; a model must say why it has no value instead")]
    NotFinite {
        /// The draw, from 0.
        draw: usize,
    },
}

/// The indices of one figure. `a` and `b` hold its value in each draw of the sets A and B, `swapped` one list for each
/// group of the [`crate::Design`], in its order.
///
/// With `f0` and `V` mean and variance over A and B together and `N` draws:
///
/// - first order: `1/N sum_j (f(B)_j - f0) (f(A_B^i)_j - f(A)_j) / V`; the `f0` changes no expectation, only the error;
/// - total: `1/(2N) sum_j (f(A)_j - f(A_B^i)_j)^2 / V`.
///
/// # Source
/// A. Saltelli et al. (2010), Computer Physics Communications 181(2), 259-270,
/// <https://doi.org/10.1016/j.cpc.2009.09.018>, table 2, formula (b) for the first order and formula (f) for the total,
/// which is that of M. J. W. Jansen (1999), Analysis of variance designs for model output, Computer Physics
/// Communications 117(1-2), 35-43, <https://doi.org/10.1016/S0010-4655(98)00154-4>.
pub fn sobol_indices<S: AsRef<[f64]>>(a: &[f64], b: &[f64], swapped: &[S]) -> Result<Sensitivity, SensitivityError> {
    let draws = a.len();
    if draws < 2 {
        return Err(SensitivityError::TooFewDraws { draws });
    }
    let sets = || [a, b].into_iter().chain(swapped.iter().map(AsRef::as_ref));
    if let Some(set) = sets().find(|set| set.len() != draws) {
        return Err(SensitivityError::Uneven { draws, found: set.len() });
    }
    if let Some(draw) = sets().find_map(|set| set.iter().position(|figure| !figure.is_finite())) {
        return Err(SensitivityError::NotFinite { draw });
    }
    // Figures are taken from their mean and in units of their spread, so that squares neither overflow nor vanish.
    let count = draws as f64;
    let mean = a[0] + a.iter().chain(b).map(|figure| (figure - a[0]) / (2.0 * count)).sum::<f64>();
    let spread = sets().flatten().map(|figure| (figure - mean).abs()).fold(0.0, f64::max);
    if spread <= ROUNDING * mean.abs() {
        return Ok(Sensitivity::NothingMatters { value: mean });
    }
    let scaled = |figure: f64| (figure - mean) / spread;
    let squares: Vec<f64> = a.iter().zip(b).map(|(a, b)| 0.5 * (square(scaled(*a)) + square(scaled(*b)))).collect();
    let variance = squares.iter().sum::<f64>() / count;
    if variance <= ROUNDING * ROUNDING {
        return Err(SensitivityError::TooRare { draws });
    }
    let groups = swapped.iter().map(|swapped| {
        let steps = || a.iter().zip(b).zip(swapped.as_ref()).map(|((a, b), ab)| (scaled(*b), (ab - a) / spread));
        GroupIndex {
            first: ratio(steps().map(|(b, step)| b * step), &squares, variance),
            total: ratio(steps().map(|(_, step)| 0.5 * step * step), &squares, variance),
        }
    });
    Ok(Sensitivity::Groups(groups.collect()))
}

/// The mean of `parts` over the mean of `squares`, which is `variance`, with the standard error of a ratio of means.
///
/// # Source
/// W. G. Cochran (1977), Sampling techniques, 3rd edition, theorem 2.5.
fn ratio(parts: impl Iterator<Item = f64> + Clone, squares: &[f64], variance: f64) -> Estimate {
    let count = squares.len() as f64;
    let value = parts.clone().sum::<f64>() / count / variance;
    let residues = parts.zip(squares).map(|(part, of_square)| square(part - value * of_square)).sum::<f64>();
    let error = (residues / (count * (count - 1.0))).sqrt() / variance;
    Estimate { value, low: value - Z_95 * error, high: value + Z_95 * error }
}

fn square(x: f64) -> f64 {
    x * x
}
