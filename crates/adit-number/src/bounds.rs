//! Limits that hold: interval arithmetic rounded outward.
//!
//! Every operation keeps one promise: for any operands inside their boxes, both the exact real result and the result
//! that `f64` arithmetic gives lie inside the resulting box. Rounding to nearest is monotone, so the ends of `+ - * /`
//! computed by `f64` already hold every `f64` result; one step outward (`next_down`, `next_up`) covers the exact one.
//! No step is taken where IEEE 754 makes the operation exact: adding zero, a sum of zero, multiplying by zero or one.
//! No end is moved across zero where the signs of the operands forbid it, so what cannot be negative never looks so.
//! Results that are NaN (a logarithm of a negative number inside the box) are in no box.

use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::{Real, Transcendental};

/// A closed box `lo..=hi` on the real line, ends possibly infinite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    lo: f64,
    hi: f64,
}

/// The answer to a comparison of boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It holds for all values inside the boxes.
    Yes,
    /// It holds for none.
    No,
    /// It depends on where inside the boxes the values lie.
    Either,
}

impl Bounds {
    /// The box of zero.
    pub const ZERO: Bounds = Bounds { lo: 0.0, hi: 0.0 };

    /// All real numbers: nothing is known.
    pub const EVERYTHING: Bounds = Bounds { lo: f64::NEG_INFINITY, hi: f64::INFINITY };

    /// The smallest box that holds both numbers, in whichever order. A NaN limits nothing and gives
    /// [`EVERYTHING`](Self::EVERYTHING).
    pub fn new(one: f64, other: f64) -> Self {
        if one.is_nan() || other.is_nan() {
            return Self::EVERYTHING;
        }
        if one <= other { Bounds { lo: one, hi: other } } else { Bounds { lo: other, hi: one } }
    }

    /// The box of a single number.
    pub fn point(value: f64) -> Self {
        Self::new(value, value)
    }

    /// Lower end.
    pub fn lo(&self) -> f64 {
        self.lo
    }

    /// Upper end.
    pub fn hi(&self) -> f64 {
        self.hi
    }

    /// Distance between the ends, rounded to nearest.
    pub fn width(&self) -> f64 {
        self.hi - self.lo
    }

    /// Whether a number lies inside. NaN does not.
    pub fn contains(&self, value: f64) -> bool {
        self.lo <= value && value <= self.hi
    }

    /// Whether the other box lies inside this one.
    pub fn encloses(&self, other: &Bounds) -> bool {
        self.lo <= other.lo && other.hi <= self.hi
    }

    /// Whether the two boxes have a number in common.
    pub fn meets(&self, other: &Bounds) -> bool {
        self.lo <= other.hi && other.lo <= self.hi
    }

    /// The smallest box around both.
    #[must_use]
    pub fn hull(self, other: Bounds) -> Self {
        Bounds { lo: self.lo.min(other.lo), hi: self.hi.max(other.hi) }
    }

    /// What the two boxes have in common, if anything.
    pub fn intersect(self, other: Bounds) -> Option<Self> {
        self.meets(&other).then(|| Bounds { lo: self.lo.max(other.lo), hi: self.hi.min(other.hi) })
    }

    /// Moves both ends outward by a number of representable steps.
    fn widened(self, steps: u32) -> Self {
        let mut wide = self;
        for _ in 0..steps {
            wide = Bounds { lo: wide.lo.next_down(), hi: wide.hi.next_up() };
        }
        wide
    }
}

/// A sum of lower ends, not above the exact one.
#[inline]
fn sum_down(a: f64, b: f64) -> f64 {
    let sum = a + b;
    if a == 0.0 || b == 0.0 || sum == 0.0 {
        sum
    } else if sum > f64::NEG_INFINITY {
        sum.next_down()
    } else {
        f64::NEG_INFINITY
    }
}

/// A product of two ends that are not negative, not above the exact one. `0 * inf = 0`: an infinite end stands for
/// numbers without limit, and nothing times any of them is nothing. (`0.0 * inf` is NaN, which is not above zero.)
#[inline]
fn product_down(a: f64, b: f64) -> f64 {
    let product = a * b;
    if a == 1.0 || b == 1.0 {
        product
    } else if product > 0.0 {
        product.next_down()
    } else {
        0.0
    }
}

/// A product of two ends that are not negative, not below the exact one.
#[inline]
fn product_up(a: f64, b: f64) -> f64 {
    let product = a * b;
    if a == 0.0 || b == 0.0 {
        0.0
    } else if a == 1.0 || b == 1.0 {
        product
    } else {
        product.next_up()
    }
}

/// A product of two ends of any sign as the box that holds the exact one.
fn product(a: f64, b: f64) -> Bounds {
    let size = Bounds { lo: product_down(a.abs(), b.abs()), hi: product_up(a.abs(), b.abs()) };
    if (a < 0.0) == (b < 0.0) { size } else { -size }
}

/// The lower end of a quotient by a positive divisor, not above the exact one.
fn quotient_down(dividend: f64, by: Bounds) -> f64 {
    let quotient = if dividend >= 0.0 { dividend / by.hi } else { dividend / by.lo };
    if quotient.is_nan() {
        return f64::NEG_INFINITY;
    }
    if dividend >= 0.0 { quotient.next_down().max(0.0) } else { quotient.next_down() }
}

impl Add for Bounds {
    type Output = Self;

    #[inline]
    fn add(self, other: Self) -> Self {
        // The upper end is the lower end seen from the other side.
        Bounds { lo: sum_down(self.lo, other.lo), hi: -sum_down(-self.hi, -other.hi) }
    }
}

impl Sub for Bounds {
    type Output = Self;

    #[inline]
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Neg for Bounds {
    type Output = Self;

    #[inline]
    fn neg(self) -> Self {
        Bounds { lo: -self.hi, hi: -self.lo }
    }
}

impl Mul for Bounds {
    type Output = Self;

    #[inline]
    fn mul(self, other: Self) -> Self {
        if self.lo >= 0.0 && other.lo >= 0.0 {
            return Bounds { lo: product_down(self.lo, other.lo), hi: product_up(self.hi, other.hi) };
        }
        let ends = product(self.lo, other.lo).hull(product(self.hi, other.hi));
        ends.hull(product(self.lo, other.hi)).hull(product(self.hi, other.lo))
    }
}

impl Div for Bounds {
    type Output = Self;

    /// Division by a box that holds zero says nothing.
    fn div(self, other: Self) -> Self {
        if other.contains(0.0) {
            return Self::EVERYTHING;
        }
        let (dividend, divisor) = if other.lo > 0.0 { (self, other) } else { (-self, -other) };
        Bounds { lo: quotient_down(dividend.lo, divisor), hi: -quotient_down(-dividend.hi, divisor) }
    }
}

impl Real for Bounds {
    type Truth = Certainty;

    fn exact(value: f64) -> Self {
        Self::point(value)
    }

    fn at_least(self, other: Self) -> Certainty {
        if self.lo >= other.hi {
            Certainty::Yes
        } else if self.hi < other.lo {
            Certainty::No
        } else {
            Certainty::Either
        }
    }

    fn choose(when: Certainty, yes: Self, no: Self) -> Self {
        match when {
            Certainty::Yes => yes,
            Certainty::No => no,
            Certainty::Either => yes.hull(no),
        }
    }

    fn larger(self, other: Self) -> Self {
        Bounds { lo: self.lo.max(other.lo), hi: self.hi.max(other.hi) }
    }

    fn smaller(self, other: Self) -> Self {
        Bounds { lo: self.lo.min(other.lo), hi: self.hi.min(other.hi) }
    }

    #[inline]
    fn square(self) -> Self {
        if self.lo >= 0.0 {
            return self * self;
        }
        let far = self.hi.max(-self.lo);
        let near = if self.hi >= 0.0 { 0.0 } else { -self.hi };
        Bounds { lo: product_down(near, near), hi: product_up(far, far) }
    }

    /// The exact range is spanned by the ends of the weight. `f64` may leave it by its own rounding: three roundings of
    /// `|self| |1 - weight| + |other| |weight|`, for which four are added. A mean of numbers that are not negative is
    /// not negative.
    fn mix(self, other: Self, weight: Self) -> Self {
        let at = |weight: f64| {
            let weight = Self::point(weight);
            self * (Self::point(1.0) - weight) + other * weight
        };
        let range = at(weight.lo).hull(at(weight.hi));
        let largest = |b: Bounds| b.hi.max(-b.lo);
        let size = largest(self) * largest(Self::point(1.0) - weight) + largest(other) * largest(weight);
        if size.is_nan() {
            return Self::EVERYTHING;
        }
        let slack = size * (2.0 * f64::EPSILON) + 4.0 * f64::from_bits(1);
        let wide = Bounds { lo: (range.lo - slack).next_down(), hi: (range.hi + slack).next_up() };
        let mean = weight.lo >= 0.0 && weight.hi <= 1.0;
        if mean && self.lo >= 0.0 && other.lo >= 0.0 { Bounds { lo: wide.lo.max(0.0), ..wide } } else { wide }
    }

    /// The part rises with itself and falls with the rest, so two corners span the exact range; it never leaves 0..1.
    fn part_of(self, rest: Self) -> Self {
        if self.hi <= 0.0 {
            return Self::point(0.0);
        }
        if !(self.hi + rest.hi.max(0.0)).is_finite() {
            return Bounds { lo: 0.0, hi: 1.0 };
        }
        // Two roundings in `f64` inside the box, two in the corner itself.
        let wide = Bounds { lo: self.lo.part_of(rest.hi), hi: self.hi.part_of(rest.lo) }.widened(4);
        Bounds { lo: if self.lo <= 0.0 { 0.0 } else { wide.lo.max(0.0) }, hi: wide.hi.min(1.0) }
    }
}

/// How far the results of `libm` are widened. Its `exp`, `log` and `pow` are FreeBSD's msun, which states an error below
/// one unit in the last place for each; the rest is margin, as they need not be monotone.
const LIBM_STEPS: u32 = 4;

impl Transcendental for Bounds {
    fn exp(self) -> Self {
        let wide = Bounds::new(libm::exp(self.lo), libm::exp(self.hi)).widened(LIBM_STEPS);
        Bounds { lo: wide.lo.max(0.0), hi: wide.hi }
    }

    /// The logarithm of what is positive in the box; of a box without positive numbers nothing can be said.
    fn ln(self) -> Self {
        if self.hi <= 0.0 {
            return Self::EVERYTHING;
        }
        Bounds::new(libm::log(self.lo.max(0.0)), libm::log(self.hi)).widened(LIBM_STEPS)
    }

    /// A power of a box that holds negative numbers says nothing. (`abs` turns a lower end of -0 into 0.)
    fn powf(self, power: f64) -> Self {
        if power == 0.0 {
            return Self::point(1.0);
        }
        if self.lo < 0.0 {
            return Self::EVERYTHING;
        }
        let wide = Bounds::new(libm::pow(self.lo.abs(), power), libm::pow(self.hi, power)).widened(LIBM_STEPS);
        Bounds { lo: wide.lo.max(0.0), hi: wide.hi }
    }

    /// The root of what is not negative in the box; of a negative box nothing can be said.
    fn sqrt(self) -> Self {
        if self.hi < 0.0 {
            return Self::EVERYTHING;
        }
        let wide = Bounds::new(f64::sqrt(self.lo.max(0.0)), f64::sqrt(self.hi)).widened(1);
        Bounds { lo: wide.lo.max(0.0), hi: wide.hi }
    }
}
