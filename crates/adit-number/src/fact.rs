//! A fact as formulas meet it: a value, its limits, and the keys by which readings tell facts apart.

use std::error::Error;
use std::fmt;

/// One measured, published or assumed number, ready to be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact {
    /// Dense index of the fact in this run: where its draws and its place in a derivation are kept. Means nothing
    /// outside the run.
    pub index: u32,
    /// Stable draw key ([`crate::stable_key`]): facts that share it share their random number, and no other fact's
    /// presence or order changes it.
    pub key: u64,
    /// The value that the source gives, or that a rule chose within the limits.
    pub value: f64,
    /// Lower limit; not above `value`.
    pub low: f64,
    /// Upper limit; not below `value`.
    pub high: f64,
    /// Standard deviation of a normal error around `value`. Draws of such a fact are not cut at the limits. Zero: draws
    /// are uniform between the limits.
    pub sd: f64,
}

impl Fact {
    /// A fact with limits and, if `sd` is above zero, a normal error.
    pub fn new(index: u32, key: u64, value: f64, low: f64, high: f64, sd: f64) -> Result<Self, FactError> {
        if [value, low, high, sd].iter().any(|number| !number.is_finite()) {
            return Err(FactError::NotFinite);
        }
        if low > high {
            return Err(FactError::LimitsCrossed { low, high });
        }
        if value < low || value > high {
            return Err(FactError::ValueOutside { value, low, high });
        }
        if sd < 0.0 {
            return Err(FactError::NegativeDeviation { sd });
        }
        Ok(Fact { index, key, value, low, high, sd })
    }

    /// A fact that is known exactly: both limits are the value, and so is every draw.
    pub fn exact(index: u32, key: u64, value: f64) -> Result<Self, FactError> {
        Fact::new(index, key, value, value, value, 0.0)
    }

    /// Whether every draw of the fact is its value.
    pub fn is_constant(&self) -> bool {
        self.low == self.high && self.sd == 0.0
    }
}

/// Why a fact was refused.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum FactError {
    /// A number is NaN or infinite.
    NotFinite,
    /// The lower limit is above the upper.
    LimitsCrossed {
        /// Lower limit.
        low: f64,
        /// Upper limit.
        high: f64,
    },
    /// The value is not between its own limits.
    ValueOutside {
        /// The value.
        value: f64,
        /// Lower limit.
        low: f64,
        /// Upper limit.
        high: f64,
    },
    /// A standard deviation below zero.
    NegativeDeviation {
        /// The standard deviation.
        sd: f64,
    },
}

impl fmt::Display for FactError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FactError::NotFinite => write!(f, "not a finite number"),
            FactError::LimitsCrossed { low, high } => write!(f, "lower limit {low} is above upper limit {high}"),
            FactError::ValueOutside { value, low, high } => write!(f, "value {value} is outside {low}..{high}"),
            FactError::NegativeDeviation { sd } => write!(f, "standard deviation {sd} is negative"),
        }
    }
}

impl Error for FactError {}

#[cfg(test)]
mod tests {
    use super::{Fact, FactError};

    #[test]
    fn only_numbers_within_their_limits_are_facts() {
        let fact = |value, low, high, sd| Fact::new(0, 0, value, low, high, sd);
        assert!(fact(0.5, 0.0, 1.0, 0.0).is_ok());
        assert!(fact(0.5, 0.5, 0.5, 0.1).is_ok());
        for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(fact(wrong, 0.0, 1.0, 0.0), Err(FactError::NotFinite));
            assert_eq!(fact(0.5, wrong, 1.0, 0.0), Err(FactError::NotFinite));
            assert_eq!(fact(0.5, 0.0, wrong, 0.0), Err(FactError::NotFinite));
            assert_eq!(fact(0.5, 0.0, 1.0, wrong), Err(FactError::NotFinite));
            assert_eq!(Fact::exact(0, 0, wrong), Err(FactError::NotFinite));
        }
        assert_eq!(fact(0.5, 1.0, 0.0, 0.0), Err(FactError::LimitsCrossed { low: 1.0, high: 0.0 }));
        assert_eq!(fact(1.5, 0.0, 1.0, 0.0), Err(FactError::ValueOutside { value: 1.5, low: 0.0, high: 1.0 }));
        assert_eq!(fact(-0.5, 0.0, 1.0, 0.0), Err(FactError::ValueOutside { value: -0.5, low: 0.0, high: 1.0 }));
        assert_eq!(fact(0.5, 0.0, 1.0, -0.1), Err(FactError::NegativeDeviation { sd: -0.1 }));
    }

    #[test]
    fn errors_name_the_numbers() {
        let error = FactError::ValueOutside { value: 1.5, low: 0.0, high: 1.0 };
        assert_eq!(error.to_string(), "value 1.5 is outside 0..1");
    }

    #[test]
    fn an_exact_fact_is_constant_and_one_with_an_error_is_not() {
        assert!(Fact::exact(0, 0, 0.8).is_ok_and(|fact| fact.is_constant()));
        assert!(Fact::new(0, 0, 0.8, 0.8, 0.8, 0.1).is_ok_and(|fact| !fact.is_constant()));
        assert!(Fact::new(0, 0, 0.8, 0.75, 0.85, 0.0).is_ok_and(|fact| !fact.is_constant()));
    }
}
