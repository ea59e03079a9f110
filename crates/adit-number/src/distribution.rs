//! Distributions of uncertain inputs.
//!
//! A [`Family`] is what a model file or a table says. A [`Distribution`] is one whose parameters were checked, cut at
//! limits if need be, and ready to turn the `u` of a [`crate::Sampler`] into a value by the inverse of its cumulative
//! function: nothing is rejected and drawn again, so that draw `k` stays draw `k`.
//!
//! ```
//! use adit_number::{Distribution, Family, Sampler, Sampling, stable_key};
//!
//! let collected = Distribution::new(Family::Normal { mean: 0.9, sd: 0.1 })?.within(0.0, 1.0)?;
//! let sampler = Sampler::new(Sampling::LatinHypercube, 1, 1000, &[stable_key("collection/batteries")])?;
//! let mut draws = vec![0.0; 1000];
//! sampler.fill(0, 0, &mut draws);
//! collected.quantiles(&mut draws);
//! assert!(draws.iter().all(|share| (0.0..=1.0).contains(share)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::fmt;

pub use error::DistributionError;
use law::Law;

mod beta;
mod error;
mod law;
mod triangular;

/// Least part of a distribution that limits may leave. Below it the parameters and the limits contradict each other,
/// and so little of the cumulative function is left that its digits no longer suffice.
pub const LEAST_PART: f64 = 1e-6;

/// What is said about an uncertain number. All parameters have the unit of the number, except where said.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Family {
    /// Normal distribution.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation, above 0.
        sd: f64,
    },
    /// Log-normal distribution by the mean and the standard deviation of the number itself, not of its logarithm:
    /// `sigma^2 = ln(1 + (sd / mean)^2)`, `mu = ln(mean) - sigma^2 / 2`.
    ///
    /// # Source
    /// N. L. Johnson, S. Kotz, N. Balakrishnan (1994), Continuous univariate distributions, volume 1, 2nd edition,
    /// chapter 14: its mean and variance, solved for the two.
    LogNormal {
        /// Mean of the number, above 0.
        mean: f64,
        /// Standard deviation of the number, above 0.
        sd: f64,
    },
    /// Log-normal distribution by the median and the geometric standard deviation, as life cycle inventories give it:
    /// `mu = ln(median)`, `sigma = ln(gsd)`.
    LogNormalMedian {
        /// Median, above 0.
        median: f64,
        /// Geometric standard deviation, a factor above 1.
        gsd: f64,
    },
    /// Triangular distribution.
    Triangular {
        /// Lowest value.
        low: f64,
        /// Most likely value, from `low` to `high`.
        mode: f64,
        /// Highest value, above `low`.
        high: f64,
    },
    /// Every value between two limits is as likely.
    Uniform {
        /// Lowest value.
        low: f64,
        /// Highest value, above `low`.
        high: f64,
    },
    /// Beta distribution, stretched from 0..1 to `low..high`.
    Beta {
        /// First shape parameter, above 0, no unit.
        alpha: f64,
        /// Second shape parameter, above 0, no unit.
        beta: f64,
        /// Lowest value.
        low: f64,
        /// Highest value, above `low`.
        high: f64,
    },
    /// Beta distribution with `alpha = 1 + 4 (mode - low) / (high - low)`, `beta = 1 + 4 (high - mode) / (high - low)`,
    /// so that the mean is `(low + 4 mode + high) / 6`.
    ///
    /// # Source
    /// The mean is that of D. G. Malcolm, J. H. Roseboom, C. E. Clark, W. Fazar (1959), Application of a technique for
    /// research and development program evaluation, Operations Research 7(5), 646-669,
    /// <https://doi.org/10.1287/opre.7.5.646>; the shape parameters are those that have it and the mode, and add to 6.
    /// (The standard deviation is then not exactly a sixth of the range.)
    Pert {
        /// Lowest value.
        low: f64,
        /// Most likely value, from `low` to `high`.
        mode: f64,
        /// Highest value, above `low`.
        high: f64,
    },
    /// One of these values, each as likely as the others; a value given twice is twice as likely. Nothing between them
    /// is invented.
    Empirical {
        /// The values, in any order.
        values: Vec<f64>,
    },
}

impl Family {
    /// The name in model files: `normal`, `lognormal`, `triangular`, `uniform`, `beta`, `pert`, `empirical`.
    pub fn name(&self) -> &'static str {
        match self {
            Family::Normal { .. } => "normal",
            Family::LogNormal { .. } | Family::LogNormalMedian { .. } => "lognormal",
            Family::Triangular { .. } => "triangular",
            Family::Uniform { .. } => "uniform",
            Family::Beta { .. } => "beta",
            Family::Pert { .. } => "pert",
            Family::Empirical { .. } => "empirical",
        }
    }
}

/// A distribution whose parameters are possible, ready to be drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    family: Family,
    law: Law,
    cut: Option<Cut>,
}

/// Limits, and what the uncut law says of them.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cut {
    low: f64,
    high: f64,
    /// Probability below `low`.
    below: f64,
    /// Probability from `low` to `high`.
    kept: f64,
}

impl Distribution {
    /// Checks the parameters and prepares the distribution.
    pub fn new(family: Family) -> Result<Self, DistributionError> {
        let law = Law::of(&family)?;
        let extremes = [f64::MIN_POSITIVE, 1.0f64.next_down()].map(|u| law.quantile(u));
        if !extremes.iter().chain([&law.mean()]).all(|number| number.is_finite()) {
            return Err(DistributionError::TooWide { family: family.name() });
        }
        Ok(Distribution { family, law, cut: None })
    }

    /// The same distribution, cut at limits: `P(x | low <= x <= high)`. `u` is rescaled between the cumulative
    /// function at the limits, so every draw lies within them and none is lost. A side without a limit has an
    /// infinite one; limits set earlier stay in force.
    ///
    /// A cut distribution no longer has the mean of its parameters; [`Distribution::mean`] says which it has.
    pub fn within(self, low: f64, high: f64) -> Result<Self, DistributionError> {
        let family = self.family.name();
        if low.is_nan() || high.is_nan() || low >= high {
            return Err(DistributionError::Limits { family, low, high });
        }
        let (low, high) = match self.cut {
            Some(cut) => (low.max(cut.low), high.min(cut.high)),
            None => (low, high),
        };
        let little = |kept| DistributionError::LittleLeft { family, low, high, kept };
        if let Law::Empirical(values) = &self.law {
            let kept: Vec<f64> = values.iter().copied().filter(|value| (low..=high).contains(value)).collect();
            if kept.is_empty() {
                return Err(little(0.0));
            }
            return Ok(Distribution { law: Law::Empirical(kept), ..self });
        }
        let below = self.law.cdf(low);
        let kept = self.law.cdf(high) - below;
        if kept.is_nan() || kept < LEAST_PART {
            return Err(little(kept.max(0.0)));
        }
        Ok(Distribution { cut: Some(Cut { low, high, below, kept }), ..self })
    }

    /// What was said about the number; limits set by [`Distribution::within`] are not part of it.
    pub fn family(&self) -> &Family {
        &self.family
    }

    /// The value below which the number lies with probability `u`, for `u` strictly between 0 and 1; otherwise NaN.
    /// Never falls as `u` rises.
    pub fn quantile(&self, u: f64) -> f64 {
        match self.cut {
            None => self.law.quantile(u),
            Some(cut) if u > 0.0 && u < 1.0 => {
                let whole = cut.below + u * cut.kept;
                if whole <= 0.0 {
                    cut.low
                } else if whole >= 1.0 {
                    cut.high
                } else {
                    self.law.quantile(whole).clamp(cut.low, cut.high)
                }
            }
            Some(_) => f64::NAN,
        }
    }

    /// Turns each `u` of a block into its value, in place: [`Distribution::quantile`] of every one.
    pub fn quantiles(&self, block: &mut [f64]) {
        for u in block {
            *u = self.quantile(*u);
        }
    }

    /// The probability that the number is at most `x`.
    pub fn cdf(&self, x: f64) -> f64 {
        match self.cut {
            None => self.law.cdf(x),
            Some(cut) if x < cut.low => 0.0,
            Some(cut) if x >= cut.high => 1.0,
            Some(cut) => ((self.law.cdf(x) - cut.below) / cut.kept).clamp(0.0, 1.0),
        }
    }

    /// The mean, of the cut distribution if there are limits.
    pub fn mean(&self) -> f64 {
        match self.cut {
            None => self.law.mean(),
            Some(cut) => {
                let within = self.law.mean_below(cut.high) - self.law.mean_below(cut.low);
                (within / cut.kept).clamp(cut.low, cut.high)
            }
        }
    }

    /// The median: the quantile of one half. Of an even number of values it is the lower of the two in the middle.
    pub fn median(&self) -> f64 {
        self.quantile(0.5)
    }

    /// Lowest and highest value; infinite where there is none.
    pub fn support(&self) -> (f64, f64) {
        let (low, high) = self.law.support();
        self.cut.map_or((low, high), |cut| (low.max(cut.low), high.min(cut.high)))
    }
}

impl fmt::Display for Distribution {
    /// Family and parameters, as in `normal (mean 0.9, sd 0.1) within 0..1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.family {
            Family::Normal { mean, sd } => write!(f, "normal (mean {mean}, sd {sd})")?,
            Family::LogNormal { mean, sd } => write!(f, "lognormal (mean {mean}, sd {sd})")?,
            Family::LogNormalMedian { median, gsd } => write!(f, "lognormal (median {median}, gsd {gsd})")?,
            Family::Triangular { low, mode, high } => write!(f, "triangular (low {low}, mode {mode}, high {high})")?,
            Family::Uniform { low, high } => write!(f, "uniform (low {low}, high {high})")?,
            Family::Beta { alpha, beta, low, high } => {
                write!(f, "beta (alpha {alpha}, beta {beta}, low {low}, high {high})")?;
            }
            Family::Pert { low, mode, high } => write!(f, "pert (low {low}, mode {mode}, high {high})")?,
            Family::Empirical { values } => write!(f, "empirical ({} values)", values.len())?,
        }
        match self.cut {
            Some(cut) if cut.low == f64::NEG_INFINITY => write!(f, " up to {}", cut.high),
            Some(cut) if cut.high == f64::INFINITY => write!(f, " from {}", cut.low),
            Some(cut) => write!(f, " within {}..{}", cut.low, cut.high),
            None => Ok(()),
        }
    }
}
