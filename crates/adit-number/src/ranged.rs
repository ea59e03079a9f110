//! A value and its bounds at once: what an engine that is not generic carries.

use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::{Bounds, Certainty, Real};

/// A value together with the bounds that its inputs imply. Both are computed by the same formula; the bounds contain
/// the value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranged {
    /// The value.
    pub value: f64,
    /// Its bounds.
    pub bounds: Bounds,
}

impl Ranged {
    /// A number without uncertainty.
    pub fn point(value: f64) -> Self {
        Ranged { value, bounds: Bounds::point(value) }
    }

    /// A value with limits; the limits are widened to hold the value.
    pub fn new(value: f64, low: f64, high: f64) -> Self {
        Ranged { value, bounds: Bounds::new(low.min(value), high.max(value)) }
    }

    /// The lower limit.
    pub fn low(self) -> f64 {
        self.bounds.lo()
    }

    /// The upper limit.
    pub fn high(self) -> f64 {
        self.bounds.hi()
    }

    /// The sum of numbers, in their order.
    pub fn sum(numbers: impl IntoIterator<Item = Self>) -> Self {
        numbers.into_iter().fold(Self::point(0.0), Add::add)
    }
}

impl Add for Ranged {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Ranged { value: self.value + other.value, bounds: self.bounds + other.bounds }
    }
}

impl Sub for Ranged {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Ranged { value: self.value - other.value, bounds: self.bounds - other.bounds }
    }
}

impl Mul for Ranged {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        Ranged { value: self.value * other.value, bounds: self.bounds * other.bounds }
    }
}

impl Div for Ranged {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        Ranged { value: self.value / other.value, bounds: self.bounds / other.bounds }
    }
}

impl Neg for Ranged {
    type Output = Self;

    fn neg(self) -> Self {
        Ranged { value: -self.value, bounds: -self.bounds }
    }
}

impl Real for Ranged {
    type Truth = (bool, Certainty);

    fn exact(value: f64) -> Self {
        Self::point(value)
    }

    fn at_least(self, other: Self) -> Self::Truth {
        (self.value.at_least(other.value), self.bounds.at_least(other.bounds))
    }

    fn choose(when: Self::Truth, yes: Self, no: Self) -> Self {
        Ranged {
            value: f64::choose(when.0, yes.value, no.value),
            bounds: Bounds::choose(when.1, yes.bounds, no.bounds),
        }
    }

    fn larger(self, other: Self) -> Self {
        Ranged { value: self.value.larger(other.value), bounds: self.bounds.larger(other.bounds) }
    }

    fn smaller(self, other: Self) -> Self {
        Ranged { value: self.value.smaller(other.value), bounds: self.bounds.smaller(other.bounds) }
    }

    fn square(self) -> Self {
        Ranged { value: self.value.square(), bounds: self.bounds.square() }
    }

    fn mix(self, other: Self, weight: Self) -> Self {
        Ranged {
            value: self.value.mix(other.value, weight.value),
            bounds: self.bounds.mix(other.bounds, weight.bounds),
        }
    }

    fn part_of(self, rest: Self) -> Self {
        Ranged { value: self.value.part_of(rest.value), bounds: self.bounds.part_of(rest.bounds) }
    }
}

#[cfg(test)]
mod tests {
    use super::Ranged;
    use crate::Real;

    #[test]
    fn value_and_bounds_follow_one_formula() {
        let (a, b) = (Ranged::new(10.0, 9.0, 11.0), Ranged::new(4.0, 3.0, 5.0));
        let share = a.part_of(b);
        assert_eq!(share.value, 10.0 / 14.0);
        assert!(share.low() <= 9.0 / 14.0 && share.high() >= 11.0 / 14.0);
        let rest = (a - b).larger(Ranged::point(6.5));
        assert_eq!((rest.value, rest.low()), (6.5, 6.5));
        assert!(rest.high() >= 8.0);
    }

    #[test]
    fn limits_always_hold_the_value() {
        let odd = Ranged::new(5.0, 6.0, 7.0);
        assert_eq!((odd.low(), odd.high()), (5.0, 7.0));
    }
}
