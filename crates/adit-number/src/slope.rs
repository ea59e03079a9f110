//! A number with its slope in one input: forward-mode differentiation.

use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::{Real, Rule, Subject, Transcendental};

/// A number and how fast it moves with the chosen input. Generic, so that `Slope<f64>` gives a slope and
/// `Slope<Bounds>` bounds on the slope over a whole box, which prove its sign.
///
/// At a tie (of [`Real::larger`], say) the slope is that of the side taken: one-sided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slope<R> {
    /// The number itself, the same bits as without a slope.
    pub re: R,
    /// Its derivative with respect to the chosen input.
    pub eps: R,
}

impl<R: Real> Slope<R> {
    /// `slope * factor`, where no slope stays none even if the factor is infinite (the square root at zero).
    fn chained(self, factor: R) -> R {
        let zero = R::exact(0.0);
        let product = self.eps * factor;
        let not_positive = R::choose(zero.at_least(self.eps), zero, product);
        R::choose(self.eps.at_least(zero), not_positive, product)
    }
}

impl<R: Real> Add for Slope<R> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Slope { re: self.re + other.re, eps: self.eps + other.eps }
    }
}

impl<R: Real> Sub for Slope<R> {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Slope { re: self.re - other.re, eps: self.eps - other.eps }
    }
}

impl<R: Real> Mul for Slope<R> {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        Slope { re: self.re * other.re, eps: self.eps * other.re + self.re * other.eps }
    }
}

impl<R: Real> Div for Slope<R> {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        let re = self.re / other.re;
        Slope { re, eps: (self.eps - re * other.eps) / other.re }
    }
}

impl<R: Real> Neg for Slope<R> {
    type Output = Self;

    fn neg(self) -> Self {
        Slope { re: -self.re, eps: -self.eps }
    }
}

impl<R: Real> Real for Slope<R> {
    type Truth = R::Truth;

    fn exact(value: f64) -> Self {
        Slope { re: R::exact(value), eps: R::exact(0.0) }
    }

    fn at_least(self, other: Self) -> R::Truth {
        self.re.at_least(other.re)
    }

    fn choose(when: R::Truth, yes: Self, no: Self) -> Self {
        Slope { re: R::choose(when, yes.re, no.re), eps: R::choose(when, yes.eps, no.eps) }
    }

    fn larger(self, other: Self) -> Self {
        Slope { re: self.re.larger(other.re), eps: R::choose(self.at_least(other), self.eps, other.eps) }
    }

    fn smaller(self, other: Self) -> Self {
        Slope { re: self.re.smaller(other.re), eps: R::choose(self.at_least(other), other.eps, self.eps) }
    }

    fn square(self) -> Self {
        Slope { re: self.re.square(), eps: R::exact(2.0) * self.re * self.eps }
    }

    fn mix(self, other: Self, weight: Self) -> Self {
        let moved_by_weight = weight.eps * (other.re - self.re);
        Slope { re: self.re.mix(other.re, weight.re), eps: self.eps.mix(other.eps, weight.re) + moved_by_weight }
    }

    fn part_of(self, rest: Self) -> Self {
        let zero = Self::exact(0.0);
        // With p = a / (a + b): dp = (a' (1 - p) - b' p) / (a + b), each share again named once.
        let (part, rest) = (self.larger(zero), rest.larger(zero));
        let whole = part.re + rest.re;
        let nothing = zero.re.at_least(whole);
        let moved = part.eps * rest.re.part_of(part.re) - rest.eps * part.re.part_of(rest.re);
        let divisor = R::choose(nothing, R::exact(1.0), whole);
        Slope { re: self.re.part_of(rest.re), eps: R::choose(nothing, zero.re, moved / divisor) }
    }

    fn by(self, rule: &'static Rule, subject: Subject) -> Self {
        Slope { re: self.re.by(rule, subject), eps: self.eps }
    }
}

impl<R: Transcendental> Transcendental for Slope<R> {
    fn exp(self) -> Self {
        let re = self.re.exp();
        Slope { re, eps: self.chained(re) }
    }

    fn ln(self) -> Self {
        Slope { re: self.re.ln(), eps: self.chained(R::exact(1.0) / self.re) }
    }

    fn powf(self, power: f64) -> Self {
        let re = self.re.powf(power);
        if power == 0.0 {
            return Slope { re, eps: R::exact(0.0) };
        }
        Slope { re, eps: self.chained(R::exact(power) * self.re.powf(power - 1.0)) }
    }

    fn sqrt(self) -> Self {
        let re = self.re.sqrt();
        Slope { re, eps: self.chained(R::exact(0.5) / re) }
    }
}
