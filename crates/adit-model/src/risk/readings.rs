//! Any number of the room in any reading: the same formulas, read as a value, as bounds, as a slope, with its reason, or
//! as draws. All readings of one call share the governance of the countries, which is computed once.

use adit_number::{AsBounds, AsReason, AsSlope, AsValue, Bounds, Slope, Tape, Traced};

use super::about::About;
pub use super::drawn::LANES;
use super::drawn::Varying;
use super::evaluate::{Evaluation, RiskReading, number};
use super::inputs::Study;

fn numbers<R: RiskReading>(study: &Study, reading: R, abouts: &[About]) -> Vec<Option<R::Number>> {
    let evaluation = Evaluation::new(study, reading);
    abouts.iter().map(|&about| number(&evaluation, about)).collect()
}

/// The numbers themselves; `None` where something they need is missing.
pub fn values(study: &Study, abouts: &[About]) -> Vec<Option<f64>> {
    numbers(study, AsValue, abouts)
}

/// Limits by the rounding of the inputs (and governance error, if asked for), without the shares missing from lists.
pub fn bounds(study: &Study, abouts: &[About]) -> Vec<Option<Bounds>> {
    numbers(study, AsBounds, abouts)
}

/// How fast the numbers move with one fact of the study. Unit: that of the number, for one unit of the fact.
pub fn slopes(study: &Study, abouts: &[About], fact: u32) -> Vec<Option<Slope<f64>>> {
    numbers(study, AsSlope { inner: AsValue, index: fact }, abouts)
}

/// Limits of the slopes while every fact lies within its own limits: they prove the sign of a slope.
pub fn slopes_within(study: &Study, abouts: &[About], fact: u32) -> Vec<Option<Slope<Bounds>>> {
    numbers(study, AsSlope { inner: AsBounds, index: fact }, abouts)
}

/// The values as the reason reading computes them, all on one tape.
pub fn traced(study: &Study, abouts: &[About]) -> Vec<Option<f64>> {
    let tape = Tape::new();
    numbers(study, AsReason { tape: &tape }, abouts).into_iter().map(|number| number.map(Traced::value)).collect()
}

/// Draws `first .. first + LANES` of the numbers.
pub fn draws(study: &Study, abouts: &[About], seed: u64, first: u64) -> Vec<Option<[f64; LANES]>> {
    let (varying, mut rows) = (Varying::of(study), Vec::new());
    let lanes = numbers(study, varying.block(seed, first, &mut rows), abouts);
    lanes.into_iter().map(|number| number.map(|lanes| lanes.0)).collect()
}
