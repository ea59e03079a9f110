//! Why there is no distribution.

use thiserror::Error;

/// Parameters that no distribution has. `family` and `parameter` are the names of model files.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum DistributionError {
    /// A parameter is NaN or infinite.
    #[error("{parameter} of the {family} distribution is {value}; give a finite number")]
    NotFinite {
        /// The family.
        family: &'static str,
        /// The parameter.
        parameter: &'static str,
        /// What was given.
        value: f64,
    },
    /// A parameter that must be larger is not.
    #[error(
        "{parameter} of the {family} distribution is {value} and must be above {above}; {}",
        if *parameter == "sd" || *parameter == "gsd" {
            "for a number without spread write the plain number"
        } else if *family == "lognormal" {
            "a number that may be 0 or below is no log-normal one: take normal"
        } else {
            "raise it"
        }
    )]
    TooSmall {
        /// The family.
        family: &'static str,
        /// The parameter.
        parameter: &'static str,
        /// What was given.
        value: f64,
        /// What it must be above.
        above: f64,
    },
    /// A shape parameter beyond what the incomplete beta function is tested for.
    #[error("{parameter} of the beta distribution is {value}, outside {least} to {most}; take normal for a narrow one")]
    ShapeOutside {
        /// `alpha` or `beta`.
        parameter: &'static str,
        /// What was given.
        value: f64,
        /// Least that is taken.
        least: f64,
        /// Most that is taken.
        most: f64,
    },
    /// The lowest value is not below the highest.
    #[error(
        "low {low} of the {family} distribution is not below high {high}; exchange them, or write the plain number if \
         they are one"
    )]
    Crossed {
        /// The family.
        family: &'static str,
        /// Lowest value.
        low: f64,
        /// Highest value.
        high: f64,
    },
    /// The most likely value is not between the lowest and the highest.
    #[error("mode {mode} of the {family} distribution is outside low {low} to high {high}; move it or the limits")]
    ModeOutside {
        /// The family.
        family: &'static str,
        /// Lowest value.
        low: f64,
        /// Most likely value.
        mode: f64,
        /// Highest value.
        high: f64,
    },
    /// An empirical distribution without values.
    #[error("values of the empirical distribution are missing; give at least one")]
    NoValues,
    /// An empirical value that is NaN or infinite.
    #[error("value {place} of the empirical distribution is {value}; leave it out or give a finite number")]
    ValueNotFinite {
        /// Its place in the list, from 1.
        place: usize,
        /// What was given.
        value: f64,
    },
    /// Draws or mean would be infinite.
    #[error("the {family} distribution is so wide that it has draws beyond any finite number; check sd and units")]
    TooWide {
        /// The family.
        family: &'static str,
    },
    /// Limits of a cut that are no limits.
    #[error("the {family} distribution cannot be cut to {low}..{high}; the lower limit must be below the upper")]
    Limits {
        /// The family.
        family: &'static str,
        /// Lower limit.
        low: f64,
        /// Upper limit.
        high: f64,
    },
    /// A cut that leaves nearly nothing.
    #[error(
        "only {kept:e} of the {family} distribution lies within {low}..{high}; its parameters and these limits \
         contradict each other, so change one of them"
    )]
    LittleLeft {
        /// The family.
        family: &'static str,
        /// Lower limit.
        low: f64,
        /// Upper limit.
        high: f64,
        /// Probability within the limits.
        kept: f64,
    },
}
