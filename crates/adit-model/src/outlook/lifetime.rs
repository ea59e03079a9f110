//! How long goods stay in use: the share of a cohort that survives to an age.

mod table;

use std::f64::consts::SQRT_2;

use adit_number::upper_gamma;

use super::error::OutlookError;

pub use table::SurvivalTable;

/// The largest shape of a gamma lifetime: its standard deviation is then a thousandth of its mean.
const LARGEST_SHAPE: f64 = 1e6;

/// A lifetime in years, checked when it is made: every value of this type has a survival at every age.
#[derive(Debug, Clone, PartialEq)]
pub struct Lifetime(Curve);

/// The survival curve with what its evaluation needs.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Curve {
    /// All leave at one age.
    Fixed { years: f64 },
    /// Normal, not truncated at age 0.
    Normal { mean: f64, sd: f64 },
    /// The distance from 0 of a normal variable.
    FoldedNormal { mean: f64, sd: f64 },
    /// The logarithm of the lifetime is normal with mean `mu` and standard deviation `sigma`.
    LogNormal { mu: f64, sigma: f64 },
    /// Weibull.
    Weibull { shape: f64, scale: f64 },
    /// Gamma.
    Gamma { shape: f64, scale: f64 },
    /// The same chance of leaving at every age.
    Exponential { mean: f64 },
    /// As the user states it.
    Table(SurvivalTable),
}

impl Lifetime {
    /// Survives while its age is below `years`; all leave then.
    ///
    /// # Errors
    /// `years` that are not finite and above 0.
    pub fn fixed(years: f64) -> Result<Self, OutlookError> {
        positive("fixed", "years", years)?;
        Ok(Self(Curve::Fixed { years }))
    }

    /// Normal with mean and standard deviation, **not truncated**: a share below one survives to age 0, and what does
    /// not leaves in its first period.
    ///
    /// # Errors
    /// A mean or standard deviation that is not finite and above 0.
    pub fn normal(mean: f64, sd: f64) -> Result<Self, OutlookError> {
        positive("normal", "mean", mean)?;
        spread("normal", sd)?;
        Ok(Self(Curve::Normal { mean, sd }))
    }

    /// The absolute value of a normal variable; `mean` and `sd` are of that parent, before folding.
    ///
    /// # Errors
    /// A mean that is not finite or below 0, a standard deviation that is not finite and above 0.
    pub fn folded_normal(mean: f64, sd: f64) -> Result<Self, OutlookError> {
        if !(mean.is_finite() && mean >= 0.0) {
            let hint = "give the mean of the parent normal, a finite number of years not below 0";
            return Err(OutlookError::Lifetime { lifetime: "folded-normal", parameter: "mean", value: mean, hint });
        }
        spread("folded-normal", sd)?;
        Ok(Self(Curve::FoldedNormal { mean, sd }))
    }

    /// Log-normal; `mean` and `sd` are of the lifetime itself, in years, not of its logarithm:
    /// sigma² = ln(1 + (sd / mean)²), mu = ln mean - sigma² / 2.
    ///
    /// # Errors
    /// A mean or standard deviation that is not finite and above 0, or a ratio of the two that no number can hold.
    ///
    /// # Source
    /// N. L. Johnson, S. Kotz, N. Balakrishnan (1994), Continuous Univariate Distributions, volume 1, 2nd edition,
    /// chapter 14, equations 14.8a and 14.8b solved for the parameters.
    pub fn log_normal(mean: f64, sd: f64) -> Result<Self, OutlookError> {
        positive("lognormal", "mean", mean)?;
        spread("lognormal", sd)?;
        let ratio = sd / mean;
        let variance = libm::log1p(ratio * ratio);
        if !(variance.is_finite() && variance > 0.0) {
            let hint = "its square beside that of the mean is beyond what a number can hold; choose nearer ones";
            return Err(OutlookError::Lifetime { lifetime: "lognormal", parameter: "sd", value: sd, hint });
        }
        Ok(Self(Curve::LogNormal { mu: libm::log(mean) - variance / 2.0, sigma: variance.sqrt() }))
    }

    /// Weibull: sf = exp(-(age / scale)^shape).
    ///
    /// # Errors
    /// A shape or scale that is not finite and above 0.
    pub fn weibull(shape: f64, scale: f64) -> Result<Self, OutlookError> {
        positive("weibull", "shape", shape)?;
        positive("weibull", "scale", scale)?;
        Ok(Self(Curve::Weibull { shape, scale }))
    }

    /// Gamma by shape and scale (in years): the mean is shape * scale.
    ///
    /// # Errors
    /// A shape or scale that is not finite and above 0, a shape above a million.
    pub fn gamma(shape: f64, scale: f64) -> Result<Self, OutlookError> {
        positive("gamma", "shape", shape)?;
        positive("gamma", "scale", scale)?;
        if shape > LARGEST_SHAPE {
            let hint = "lifetimes that narrow are better given as fixed or normal; the largest shape is 1e6";
            return Err(OutlookError::Lifetime { lifetime: "gamma", parameter: "shape", value: shape, hint });
        }
        Ok(Self(Curve::Gamma { shape, scale }))
    }

    /// Gamma by mean and standard deviation of the lifetime: shape = (mean / sd)², scale = sd² / mean.
    ///
    /// # Errors
    /// A mean or standard deviation that is not finite and above 0, a mean above a thousand standard deviations.
    pub fn gamma_of_mean(mean: f64, sd: f64) -> Result<Self, OutlookError> {
        positive("gamma", "mean", mean)?;
        spread("gamma", sd)?;
        let ratio = mean / sd;
        Self::gamma(ratio * ratio, sd / ratio)
    }

    /// The same chance of leaving at every age: sf = exp(-age / mean).
    ///
    /// # Errors
    /// A mean that is not finite and above 0.
    pub fn exponential(mean: f64) -> Result<Self, OutlookError> {
        positive("exponential", "mean", mean)?;
        Ok(Self(Curve::Exponential { mean }))
    }

    /// Survival as the user states it.
    pub fn table(table: SurvivalTable) -> Self {
        Self(Curve::Table(table))
    }

    /// Its name in model files and results.
    pub fn kind(&self) -> &'static str {
        match self.0 {
            Curve::Fixed { .. } => "fixed",
            Curve::Normal { .. } => "normal",
            Curve::FoldedNormal { .. } => "folded-normal",
            Curve::LogNormal { .. } => "lognormal",
            Curve::Weibull { .. } => "weibull",
            Curve::Gamma { .. } => "gamma",
            Curve::Exponential { .. } => "exponential",
            Curve::Table(_) => "table",
        }
    }

    /// Share of a cohort still in use `age` years (0 or more) after it came, 0..1 and never rising with age.
    pub fn survival(&self, age: f64) -> f64 {
        match &self.0 {
            Curve::Fixed { years } => f64::from(u8::from(age < *years)),
            Curve::Normal { mean, sd } => half_erfc((age - mean) / sd),
            Curve::FoldedNormal { mean, sd } => half_erfc((age - mean) / sd) + half_erfc((age + mean) / sd),
            Curve::LogNormal { mu, sigma } => half_erfc((libm::log(age) - mu) / sigma),
            Curve::Weibull { shape, scale } => libm::exp(-libm::pow(age / scale, *shape)),
            Curve::Gamma { shape, scale } => upper_gamma(*shape, age / scale),
            Curve::Exponential { mean } => libm::exp(-age / mean),
            Curve::Table(table) => table.survival(age),
        }
    }

    /// The curve behind it.
    pub(super) fn curve(&self) -> &Curve {
        &self.0
    }

    /// Whether it says something about every age up to `age`.
    ///
    /// # Errors
    /// [`OutlookError::SurvivalTableTooShort`] for a table that ends before, with something still in use.
    pub(super) fn reaches(&self, age: f64) -> Result<(), OutlookError> {
        match &self.0 {
            Curve::Table(table) => table.reaches(age),
            _ => Ok(()),
        }
    }
}

/// Upper tail of the standard normal distribution.
fn half_erfc(z: f64) -> f64 {
    0.5 * libm::erfc(z / SQRT_2)
}

fn positive(lifetime: &'static str, parameter: &'static str, value: f64) -> Result<(), OutlookError> {
    if value.is_finite() && value > 0.0 {
        return Ok(());
    }
    Err(OutlookError::Lifetime { lifetime, parameter, value, hint: "give a finite number above 0" })
}

fn spread(lifetime: &'static str, sd: f64) -> Result<(), OutlookError> {
    if sd == 0.0 {
        let hint = "without spread the lifetime is fixed; give kind = \"fixed\"";
        return Err(OutlookError::Lifetime { lifetime, parameter: "sd", value: sd, hint });
    }
    positive(lifetime, "sd", sd)
}
