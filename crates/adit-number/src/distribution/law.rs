//! The distributions themselves, with their parameters in the form in which they are computed with.

use super::beta::Stretched;
use super::triangular::Triangle;
use super::{DistributionError, Family};
use crate::quantile::{normal_cdf, normal_density, normal_quantile};

/// A distribution with checked parameters, not cut.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Law {
    Normal {
        mean: f64,
        sd: f64,
    },
    /// `ln x` is normal with mean `mu` and standard deviation `sigma`.
    LogNormal {
        mu: f64,
        sigma: f64,
    },
    Triangular(Triangle),
    Uniform {
        low: f64,
        high: f64,
    },
    Beta(Stretched),
    /// In rising order, at least one.
    Empirical(Vec<f64>),
}

impl Law {
    pub(super) fn of(family: &Family) -> Result<Self, DistributionError> {
        let check = Check { family: family.name() };
        Ok(match *family {
            Family::Normal { mean, sd } => {
                check.finite("mean", mean)?;
                check.above("sd", sd, 0.0)?;
                Law::Normal { mean, sd }
            }
            Family::LogNormal { mean, sd } => {
                check.above("mean", mean, 0.0)?;
                check.above("sd", sd, 0.0)?;
                let variation = sd / mean;
                let variance = libm::log1p(variation * variation);
                Law::LogNormal { mu: libm::log(mean) - 0.5 * variance, sigma: variance.sqrt() }
            }
            Family::LogNormalMedian { median, gsd } => {
                check.above("median", median, 0.0)?;
                check.above("gsd", gsd, 1.0)?;
                Law::LogNormal { mu: libm::log(median), sigma: libm::log(gsd) }
            }
            Family::Triangular { low, mode, high } => {
                check.mode(low, mode, high)?;
                Law::Triangular(Triangle { low, mode, high })
            }
            Family::Uniform { low, high } => {
                check.limits(low, high)?;
                Law::Uniform { low, high }
            }
            Family::Beta { alpha, beta, low, high } => {
                check.above("alpha", alpha, 0.0)?;
                check.above("beta", beta, 0.0)?;
                check.limits(low, high)?;
                Law::Beta(Stretched::new(alpha, beta, low, high)?)
            }
            Family::Pert { low, mode, high } => {
                check.mode(low, mode, high)?;
                let [below, above] = [mode - low, high - mode].map(|part| 1.0 + 4.0 * part / (high - low));
                Law::Beta(Stretched::new(below, above, low, high)?)
            }
            Family::Empirical { ref values } => Law::Empirical(sorted(values)?),
        })
    }

    /// NaN for `u` outside 0..1 or at its ends.
    pub(super) fn quantile(&self, u: f64) -> f64 {
        if !(u > 0.0 && u < 1.0) {
            return f64::NAN;
        }
        match self {
            Law::Normal { mean, sd } => mean + sd * normal_quantile(u),
            Law::LogNormal { mu, sigma } => libm::exp(mu + sigma * normal_quantile(u)),
            Law::Triangular(triangle) => triangle.quantile(u),
            Law::Uniform { low, high } => (low * (1.0 - u) + high * u).clamp(*low, *high),
            Law::Beta(stretched) => stretched.quantile(u),
            Law::Empirical(values) => values[place(u, values.len())],
        }
    }

    pub(super) fn cdf(&self, x: f64) -> f64 {
        match self {
            Law::Normal { mean, sd } => normal_cdf((x - mean) / sd),
            Law::LogNormal { .. } if x <= 0.0 => 0.0,
            Law::LogNormal { mu, sigma } => normal_cdf((libm::log(x) - mu) / sigma),
            Law::Triangular(triangle) => triangle.cdf(x),
            Law::Uniform { low, high } => ((x - low) / (high - low)).clamp(0.0, 1.0),
            Law::Beta(stretched) => stretched.cdf(x),
            Law::Empirical(values) => values.partition_point(|value| *value <= x) as f64 / values.len() as f64,
        }
    }

    pub(super) fn mean(&self) -> f64 {
        match self {
            Law::Normal { mean, .. } => *mean,
            Law::LogNormal { mu, sigma } => libm::exp(mu + 0.5 * sigma * sigma),
            Law::Triangular(triangle) => triangle.mean(),
            Law::Uniform { low, high } => 0.5 * low + 0.5 * high,
            Law::Beta(stretched) => stretched.mean(),
            Law::Empirical(values) => values.iter().map(|value| value / values.len() as f64).sum(),
        }
    }

    /// `integral of t dF(t)` over all `t` up to `x`: what the values up to `x` add to the mean.
    pub(super) fn mean_below(&self, x: f64) -> f64 {
        if x == f64::INFINITY {
            return self.mean();
        }
        match self {
            Law::Normal { .. } if x == f64::NEG_INFINITY => 0.0,
            Law::Normal { mean, sd } => {
                let z = (x - mean) / sd;
                mean * normal_cdf(z) - sd * normal_density(z)
            }
            Law::LogNormal { .. } if x <= 0.0 => 0.0,
            Law::LogNormal { mu, sigma } => self.mean() * normal_cdf((libm::log(x) - mu) / sigma - sigma),
            Law::Triangular(triangle) => triangle.mean_below(x),
            Law::Uniform { low, high } => {
                let x = x.clamp(*low, *high);
                0.5 * (x - low) * (x + low) / (high - low)
            }
            Law::Beta(stretched) => stretched.mean_below(x),
            Law::Empirical(values) => {
                values.iter().filter(|value| **value <= x).map(|value| value / values.len() as f64).sum()
            }
        }
    }

    pub(super) fn support(&self) -> (f64, f64) {
        match self {
            Law::Normal { .. } => (f64::NEG_INFINITY, f64::INFINITY),
            Law::LogNormal { .. } => (0.0, f64::INFINITY),
            Law::Triangular(Triangle { low, high, .. })
            | Law::Uniform { low, high }
            | Law::Beta(Stretched { low, high, .. }) => (*low, *high),
            Law::Empirical(values) => (values[0], values[values.len() - 1]),
        }
    }
}

/// Which of `count` equally likely values `u` stands for.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "u is above 0, the place below count")]
fn place(u: f64, count: usize) -> usize {
    // The value of place i (from 0) stands for i / count < u <= (i + 1) / count.
    ((u * count as f64).ceil() as usize).clamp(1, count) - 1
}

fn sorted(values: &[f64]) -> Result<Vec<f64>, DistributionError> {
    if values.is_empty() {
        return Err(DistributionError::NoValues);
    }
    if let Some((place, value)) = (1..).zip(values).find(|(_, value)| !value.is_finite()) {
        return Err(DistributionError::ValueNotFinite { place, value: *value });
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    Ok(sorted)
}

/// Checks that name the family.
struct Check {
    family: &'static str,
}

impl Check {
    fn finite(&self, parameter: &'static str, value: f64) -> Result<(), DistributionError> {
        if value.is_finite() {
            Ok(())
        } else {
            Err(DistributionError::NotFinite { family: self.family, parameter, value })
        }
    }

    fn above(&self, parameter: &'static str, value: f64, above: f64) -> Result<(), DistributionError> {
        self.finite(parameter, value)?;
        if value > above {
            Ok(())
        } else {
            Err(DistributionError::TooSmall { family: self.family, parameter, value, above })
        }
    }

    fn limits(&self, low: f64, high: f64) -> Result<(), DistributionError> {
        self.finite("low", low)?;
        self.finite("high", high)?;
        if low >= high {
            Err(DistributionError::Crossed { family: self.family, low, high })
        } else if (high - low).is_finite() {
            Ok(())
        } else {
            Err(DistributionError::TooWide { family: self.family })
        }
    }

    fn mode(&self, low: f64, mode: f64, high: f64) -> Result<(), DistributionError> {
        self.limits(low, high)?;
        self.finite("mode", mode)?;
        if (low..=high).contains(&mode) {
            Ok(())
        } else {
            Err(DistributionError::ModeOutside { family: self.family, low, mode, high })
        }
    }
}
