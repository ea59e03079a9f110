//! A number that remembers how it came about.
//!
//! Every operation writes a node on a [`Tape`]; a [`Traced`] is a small `Copy` handle to one. Constants of a formula
//! have no tape until they meet a number that has one.

mod reason;
mod steps;
mod tape;

use std::ops::{Add, Div, Mul, Neg, Sub};

pub use reason::{Reason, ReasonKind, ReasonNode};
use tape::Op;
pub use tape::Tape;

use crate::{Real, Rule, Subject, Transcendental};

/// A value together with its node on a tape.
#[derive(Clone, Copy, Debug)]
pub struct Traced<'t> {
    value: f64,
    origin: Origin<'t>,
}

#[derive(Clone, Copy, Debug)]
enum Origin<'t> {
    Written {
        tape: &'t Tape,
        at: u32,
    },
    /// A constant of a formula, or arithmetic on such. It keeps its last stamp (the sum of an empty list has one) until
    /// it meets a tape.
    Constant {
        stamp: Option<(&'static Rule, Subject)>,
    },
}

impl<'t> Traced<'t> {
    /// The value itself, the same bits as in the value reading.
    pub fn value(self) -> f64 {
        self.value
    }

    fn constant(value: f64) -> Self {
        Traced { value, origin: Origin::Constant { stamp: None } }
    }

    fn tape(self) -> Option<&'t Tape> {
        match self.origin {
            Origin::Written { tape, .. } => Some(tape),
            Origin::Constant { .. } => None,
        }
    }

    fn one(self, value: f64, op: impl FnOnce(u32) -> Op) -> Self {
        match self.tape() {
            Some(tape) => tape.write(value, op(tape.node_of(self))),
            None => Self::constant(value),
        }
    }

    fn two(self, other: Self, value: f64, op: impl FnOnce(u32, u32) -> Op) -> Self {
        match self.tape().or(other.tape()) {
            Some(tape) => {
                let (left, right) = (tape.node_of(self), tape.node_of(other));
                tape.write(value, op(left, right))
            }
            None => Self::constant(value),
        }
    }
}

/// A comparison as it was made, so that a derivation can show both sides.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'t> {
    left: Traced<'t>,
    right: Traced<'t>,
}

impl Comparison<'_> {
    /// Whether left is at least right.
    pub fn holds(self) -> bool {
        self.left.value >= self.right.value
    }
}

impl Add for Traced<'_> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        self.two(other, self.value + other.value, Op::Add)
    }
}

impl Sub for Traced<'_> {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self.two(other, self.value - other.value, Op::Sub)
    }
}

impl Mul for Traced<'_> {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        self.two(other, self.value * other.value, Op::Mul)
    }
}

impl Div for Traced<'_> {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        self.two(other, self.value / other.value, Op::Div)
    }
}

impl Neg for Traced<'_> {
    type Output = Self;

    fn neg(self) -> Self {
        self.one(-self.value, Op::Neg)
    }
}

impl<'t> Real for Traced<'t> {
    type Truth = Comparison<'t>;

    fn exact(value: f64) -> Self {
        Self::constant(value)
    }

    fn at_least(self, other: Self) -> Comparison<'t> {
        Comparison { left: self, right: other }
    }

    fn choose(when: Comparison<'t>, yes: Self, no: Self) -> Self {
        let value = f64::choose(when.holds(), yes.value, no.value);
        let tape = when.left.tape().or(when.right.tape()).or(yes.tape()).or(no.tape());
        let Some(tape) = tape else { return Self::constant(value) };
        let [left, right, yes, no] = [when.left, when.right, yes, no].map(|number| tape.node_of(number));
        tape.write(value, Op::Choose { left, right, yes, no })
    }

    fn larger(self, other: Self) -> Self {
        self.two(other, self.value.larger(other.value), Op::Larger)
    }

    fn smaller(self, other: Self) -> Self {
        self.two(other, self.value.smaller(other.value), Op::Smaller)
    }

    fn square(self) -> Self {
        self.one(self.value.square(), Op::Square)
    }

    fn mix(self, other: Self, weight: Self) -> Self {
        let value = self.value.mix(other.value, weight.value);
        let Some(tape) = self.tape().or(other.tape()).or(weight.tape()) else { return Self::constant(value) };
        let [from, to, weight] = [self, other, weight].map(|number| tape.node_of(number));
        tape.write(value, Op::Mix { from, to, weight })
    }

    fn part_of(self, rest: Self) -> Self {
        self.two(rest, self.value.part_of(rest.value), Op::PartOf)
    }

    fn by(self, rule: &'static Rule, subject: Subject) -> Self {
        match self.origin {
            Origin::Written { tape, at } => tape.write(self.value, Op::Stamp { of: at, rule, subject }),
            Origin::Constant { .. } => Traced { origin: Origin::Constant { stamp: Some((rule, subject)) }, ..self },
        }
    }
}

impl Transcendental for Traced<'_> {
    fn exp(self) -> Self {
        self.one(Transcendental::exp(self.value), Op::Exp)
    }

    fn ln(self) -> Self {
        self.one(Transcendental::ln(self.value), Op::Ln)
    }

    fn powf(self, power: f64) -> Self {
        self.two(Self::constant(power), Transcendental::powf(self.value, power), |of, power| Op::Powf { of, power })
    }

    fn sqrt(self) -> Self {
        self.one(Transcendental::sqrt(self.value), Op::Sqrt)
    }
}
