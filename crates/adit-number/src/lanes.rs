//! Several draws at once: plain loops over a small array, which the compiler turns into vector instructions.

use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::{Real, Transcendental};

/// `N` values of one number, one a draw. Each lane does exactly what `f64` does, bit for bit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lanes<const N: usize>(pub [f64; N]);

impl<const N: usize> Lanes<N> {
    fn each(self, one: impl Fn(f64) -> f64) -> Self {
        let mut result = self.0;
        for lane in &mut result {
            *lane = one(*lane);
        }
        Lanes(result)
    }

    fn both(self, other: Self, two: impl Fn(f64, f64) -> f64) -> Self {
        let mut result = self.0;
        for (lane, other) in result.iter_mut().zip(other.0) {
            *lane = two(*lane, other);
        }
        Lanes(result)
    }
}

impl<const N: usize> Add for Lanes<N> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        self.both(other, |a, b| a + b)
    }
}

impl<const N: usize> Sub for Lanes<N> {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self.both(other, |a, b| a - b)
    }
}

impl<const N: usize> Mul for Lanes<N> {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        self.both(other, |a, b| a * b)
    }
}

impl<const N: usize> Div for Lanes<N> {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        self.both(other, |a, b| a / b)
    }
}

impl<const N: usize> Neg for Lanes<N> {
    type Output = Self;

    fn neg(self) -> Self {
        self.each(|a| -a)
    }
}

impl<const N: usize> Real for Lanes<N> {
    type Truth = [bool; N];

    fn exact(value: f64) -> Self {
        Lanes([value; N])
    }

    fn at_least(self, other: Self) -> [bool; N] {
        let mut truth = [false; N];
        for (lane, holds) in truth.iter_mut().enumerate() {
            *holds = self.0[lane] >= other.0[lane];
        }
        truth
    }

    fn choose(when: [bool; N], yes: Self, no: Self) -> Self {
        let mut result = no.0;
        for (lane, chosen) in result.iter_mut().enumerate() {
            *chosen = if when[lane] { yes.0[lane] } else { *chosen };
        }
        Lanes(result)
    }
}

impl<const N: usize> Transcendental for Lanes<N> {
    fn exp(self) -> Self {
        self.each(Transcendental::exp)
    }

    fn ln(self) -> Self {
        self.each(Transcendental::ln)
    }

    fn powf(self, power: f64) -> Self {
        self.each(|a| Transcendental::powf(a, power))
    }

    fn sqrt(self) -> Self {
        self.each(Transcendental::sqrt)
    }
}
