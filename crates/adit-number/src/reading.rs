//! How a fact becomes a number.

use crate::{Bounds, Fact, Lanes, Real, Slope, Tape, Traced};

/// A way of reading facts. The one place where facts meet a formula asks a reading for each of its inputs.
pub trait Reading {
    /// The number that formulas see.
    type Number: Real;

    /// Reads one fact.
    fn read(&self, fact: &Fact) -> Self::Number;
}

/// The plain value.
#[derive(Clone, Copy, Debug)]
pub struct AsValue;

impl Reading for AsValue {
    type Number = f64;

    fn read(&self, fact: &Fact) -> f64 {
        fact.value
    }
}

/// The fact's limits as they are stored. The half step between a decimal in a table and its `f64` is not added.
#[derive(Clone, Copy, Debug)]
pub struct AsBounds;

impl Reading for AsBounds {
    type Number = Bounds;

    fn read(&self, fact: &Fact) -> Bounds {
        Bounds::new(fact.low, fact.high)
    }
}

/// Another reading together with the slope in one fact.
#[derive(Clone, Copy, Debug)]
pub struct AsSlope<R: Reading> {
    /// How the number itself is read.
    pub inner: R,
    /// Index of the fact in which the slope is taken.
    pub index: u32,
}

impl<R: Reading> Reading for AsSlope<R> {
    type Number = Slope<R::Number>;

    fn read(&self, fact: &Fact) -> Self::Number {
        let eps = if fact.index == self.index { 1.0 } else { 0.0 };
        Slope { re: self.inner.read(fact), eps: R::Number::exact(eps) }
    }
}

/// The value with its derivation. A fact read twice is one node of the tape.
#[derive(Clone, Copy, Debug)]
pub struct AsReason<'t> {
    /// Where the derivation is written.
    pub tape: &'t Tape,
}

impl<'t> Reading for AsReason<'t> {
    type Number = Traced<'t>;

    fn read(&self, fact: &Fact) -> Traced<'t> {
        self.tape.fact(fact.index, fact.value)
    }
}

/// A block of draws that [`crate::sample`] filled.
#[derive(Clone, Copy, Debug)]
pub struct AsDraws<'a, const N: usize> {
    /// One row a fact, by [`Fact::index`].
    pub samples: &'a [[f64; N]],
}

impl<const N: usize> Reading for AsDraws<'_, N> {
    type Number = Lanes<N>;

    /// # Panics
    /// When the fact was not among those sampled: an answer drawn without it would be wrong.
    fn read(&self, fact: &Fact) -> Lanes<N> {
        Lanes(self.samples[fact.index as usize])
    }
}
