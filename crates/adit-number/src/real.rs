//! What a formula may do with a number.

use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::{Rule, Subject};

/// A number as a formula sees it.
///
/// There is deliberately no `PartialOrd`: an `if` on a number would be taken for one value and be wrong for bounds and
/// draws, so it must not compile. Branches on numbers go through [`at_least`](Real::at_least) and
/// [`choose`](Real::choose). Neither `Send` nor `'static` is asked for, as a traced number borrows its tape.
///
/// An input that stands twice in a formula widens its bounds. [`square`](Real::square), [`mix`](Real::mix),
/// [`part_of`](Real::part_of), [`larger`](Real::larger) and [`smaller`](Real::smaller) name it once: bounds override
/// them with the exact range.
pub trait Real:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// The answer to a comparison: yes or no, undecided, one a lane, or the comparison itself.
    type Truth: Copy;

    /// A constant of the law or the method, never a fact.
    fn exact(value: f64) -> Self;

    /// Whether `self >= other`.
    fn at_least(self, other: Self) -> Self::Truth;

    /// `yes` where `when` holds, else `no`. Both sides are always evaluated, so each must be defined everywhere.
    fn choose(when: Self::Truth, yes: Self, no: Self) -> Self;

    /// The larger of two numbers.
    #[must_use]
    fn larger(self, other: Self) -> Self {
        Self::choose(self.at_least(other), self, other)
    }

    /// The smaller of two numbers.
    #[must_use]
    fn smaller(self, other: Self) -> Self {
        Self::choose(self.at_least(other), other, self)
    }

    /// `self * self`, with `self` named once.
    #[must_use]
    fn square(self) -> Self {
        self * self
    }

    /// `self * (1 - weight) + other * weight`, with `weight` named once.
    #[must_use]
    fn mix(self, other: Self, weight: Self) -> Self {
        self * (Self::exact(1.0) - weight) + other * weight
    }

    /// `self / (self + rest)`, with `self` named once. Defined everywhere: what is negative counts as zero, and nothing
    /// is no part of anything (`0` of `0 + 0` is `0`), so that it may stand on the side of a branch that is not taken.
    #[must_use]
    fn part_of(self, rest: Self) -> Self {
        let zero = Self::exact(0.0);
        let (part, rest) = (self.larger(zero), rest.larger(zero));
        let whole = part + rest;
        let nothing = zero.at_least(whole);
        Self::choose(nothing, zero, part / Self::choose(nothing, Self::exact(1.0), whole))
    }

    /// Stamps the number with the rule that it is the result of. Only the reason reading listens.
    #[must_use]
    fn by(self, rule: &'static Rule, subject: Subject) -> Self {
        let _ = (rule, subject);
        self
    }
}

/// The few functions beyond arithmetic, for the formulas that need them.
///
/// `exp`, `ln` and `powf` are those of the pinned pure-Rust `libm`, because the standard library's may differ by
/// platform and version. `sqrt` is the standard library's, which IEEE 754 defines to the last bit.
pub trait Transcendental: Real {
    /// e to the power of `self`.
    #[must_use]
    fn exp(self) -> Self;

    /// Natural logarithm.
    #[must_use]
    fn ln(self) -> Self;

    /// `self` to the power of a constant; `self` is not negative.
    #[must_use]
    fn powf(self, power: f64) -> Self;

    /// Square root.
    #[must_use]
    fn sqrt(self) -> Self;
}
