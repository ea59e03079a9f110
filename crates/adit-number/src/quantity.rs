//! Quantities with their unit, for facts and results. Inside a formula a plain number reads better, with the unit in
//! its name or doc line.

use std::error::Error;
use std::fmt;
use std::ops::{Add, Div, Mul, Neg, Sub};

/// A number that is no quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuantityError {
    /// The unit that was asked for.
    pub unit: &'static str,
    /// What was given instead of a finite number.
    pub value: f64,
}

impl fmt::Display for QuantityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let QuantityError { unit, value } = self;
        if unit.is_empty() {
            write!(f, "{value} is no share")
        } else {
            write!(f, "{value} is no number of unit {unit}")
        }
    }
}

impl Error for QuantityError {}

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident, $unit:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl $name {
            /// Unit as it is printed.
            pub const UNIT: &'static str = $unit;

            /// Refuses NaN and infinities.
            pub fn try_new(value: f64) -> Result<Self, QuantityError> {
                if value.is_finite() { Ok($name(value)) } else { Err(QuantityError { unit: Self::UNIT, value }) }
            }

            /// The bare number.
            pub fn get(self) -> f64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)?;
                if Self::UNIT.is_empty() { Ok(()) } else { write!(f, " {}", Self::UNIT) }
            }
        }

        impl Add for $name {
            type Output = Self;

            fn add(self, other: Self) -> Self {
                $name(self.0 + other.0)
            }
        }

        impl Sub for $name {
            type Output = Self;

            fn sub(self, other: Self) -> Self {
                $name(self.0 - other.0)
            }
        }

        impl Neg for $name {
            type Output = Self;

            fn neg(self) -> Self {
                $name(-self.0)
            }
        }
    };
}

/// `$left * $right = $product`, the same turned round, and both divisions.
macro_rules! product {
    ($left:ident * $right:ident = $product:ident) => {
        impl Mul<$right> for $left {
            type Output = $product;

            fn mul(self, other: $right) -> $product {
                $product(self.0 * other.0)
            }
        }

        impl Mul<$left> for $right {
            type Output = $product;

            fn mul(self, other: $left) -> $product {
                other * self
            }
        }

        impl Div<$right> for $product {
            type Output = $left;

            fn div(self, other: $right) -> $left {
                $left(self.0 / other.0)
            }
        }

        impl Div<$left> for $product {
            type Output = $right;

            fn div(self, other: $left) -> $right {
                $right(self.0 / other.0)
            }
        }
    };
}

quantity!(
    /// A share of a whole as a fraction: 1 is all of it. Not limited to 0..1, as differences of shares are shares too.
    Share,
    ""
);
quantity!(
    /// Metric tonnes.
    Tonnes,
    "t"
);
quantity!(
    /// Metric tonnes a year.
    TonnesPerYear,
    "t/a"
);
quantity!(
    /// Euro.
    Eur,
    "EUR"
);
quantity!(
    /// Euro a metric tonne.
    EurPerTonne,
    "EUR/t"
);
quantity!(
    /// Years.
    Years,
    "a"
);

product!(EurPerTonne * Tonnes = Eur);
product!(TonnesPerYear * Years = Tonnes);
product!(Share * Tonnes = Tonnes);

#[cfg(test)]
mod tests {
    use super::{Eur, EurPerTonne, Share, Tonnes, TonnesPerYear, Years};

    #[test]
    fn quantities_are_finite() {
        assert!([f64::NAN, f64::INFINITY, f64::NEG_INFINITY].iter().all(|x| Tonnes::try_new(*x).is_err()));
        let refused = Eur::try_new(f64::NAN).unwrap_err();
        assert_eq!(refused.to_string(), "NaN is no number of unit EUR");
        assert_eq!(Share::try_new(f64::NAN).unwrap_err().to_string(), "NaN is no share");
    }

    #[test]
    fn units_follow_the_arithmetic() {
        let (price, mass) = (EurPerTonne::try_new(12.5).unwrap(), Tonnes::try_new(200.0).unwrap());
        let cost: Eur = price * mass;
        assert_eq!((cost.get(), mass * price, cost / mass, cost / price), (2500.0, cost, price, mass));
        let time = Years::try_new(4.0).unwrap();
        let rate: TonnesPerYear = mass / time;
        assert_eq!((rate.get(), rate * time, mass / rate), (50.0, mass, time));
        let half = Share::try_new(0.5).unwrap();
        let part: Tonnes = half * mass;
        assert_eq!((part.get(), part / mass, (mass - part).get(), (part + mass).get()), (100.0, half, 100.0, 300.0));
        assert!(part < mass && -part < part);
    }

    #[test]
    fn quantities_print_their_unit() {
        assert_eq!(format!("{:.1}", TonnesPerYear::try_new(50.0).unwrap()), "50.0 t/a");
        assert_eq!(Share::try_new(0.25).unwrap().to_string(), "0.25");
    }
}
