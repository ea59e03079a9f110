//! The chance that a project goes ahead because of an instrument. **An assumption, with its range, and shown as one.**
//!
//! No source measures it for raw materials. The odds of going ahead grow by the factor `exp(k × x)`, where `x` is what the
//! instrument adds to the owners' net present value as a share of the investment. So a project that is sure, or
//! hopeless, stays so; more help never lowers the chance; and without help the chance is that of the project's status.

use crate::choose::appraise::Given;

/// The chance with an instrument: `p'` of `p' / (1 - p') = p / (1 - p) × exp(k × x)`.
pub fn chance_with(chance: f64, slope: f64, gain: f64) -> f64 {
    let factor = libm::exp((slope * gain).clamp(-500.0, 500.0));
    let helped = chance * factor;
    helped / (1.0 - chance + helped)
}

/// A chance without and with an instrument.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chances {
    /// Without.
    pub without: f64,
    /// With.
    pub with: f64,
}

impl Chances {
    /// What the instrument adds.
    pub fn added(self) -> f64 {
        self.with - self.without
    }
}

/// The chances of the base assumption first, then of every corner of the ranges of chance and slope.
pub fn corners(chance: &Given, slope: &Given, gain: f64) -> Vec<Chances> {
    let of = |without: f64, slope: f64| Chances { without, with: chance_with(without, slope, gain) };
    let mut all = vec![of(chance.value, slope.value)];
    for without in [chance.low, chance.value, chance.high] {
        all.extend([slope.low, slope.value, slope.high].map(|slope| of(without, slope)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sure_and_hopeless_projects_stay_so() {
        assert_eq!(chance_with(1.0, 4.0, 0.3), 1.0);
        assert_eq!(chance_with(0.0, 4.0, 0.3), 0.0);
        assert_eq!(chance_with(0.45, 4.0, 0.0), 0.45);
    }

    #[test]
    fn the_worked_case_of_the_method_page() {
        // p = 0.5, k = 4, x = 0.25: odds 1 × e = 2.71828, so p' = 2.71828 / 3.71828.
        let with = chance_with(0.5, 4.0, 0.25);
        assert!((with - 0.731_058_578_630_004_9).abs() < 1e-15, "{with}");
    }
}
