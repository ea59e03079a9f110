//! Does the order stand if more of a criterion is worth less and less, or more and more?
//!
//! Scores are taken as value: twice the score is worth twice as much. A value function bends them. Each criterion is
//! bent over its own range in the table, `x = (score - lowest) / (highest - lowest)`, and put back on its scale:
//! `lowest + (highest - lowest) v(x)`, so that best and worst keep their values and only what lies between moves.
//!
//! # Source
//! Exponential form: C. W. Kirkwood (1997), Strategic decision making, Duxbury Press, chapter 4: `v(x) = (1 - exp(-r x))
//! / (1 - exp(-r))`, concave for r > 0, convex for r < 0.

use super::{Scores, WeighError};

/// How value grows with the score, both from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ValueFunction {
    /// As the score: `v(x) = x`.
    Linear,
    /// Exponential with this `r`: above 0 concave (the first steps count most), below 0 convex (the last ones do).
    Exponential(f64),
    /// Nothing up to `from`, everything from `to` on, linear between; a step where both are the same.
    Threshold {
        /// Up to here it is worth nothing.
        from: f64,
        /// From here it is worth as much as the best.
        to: f64,
    },
}

/// The functions that the answer tries, with their words. The half-way score is worth 0.73 of the best with r = 2, and
/// 0.27 with r = -2.
pub const TRIED: [(&str, ValueFunction); 4] = [
    ("linear", ValueFunction::Linear),
    ("concave", ValueFunction::Exponential(2.0)),
    ("convex", ValueFunction::Exponential(-2.0)),
    ("threshold", ValueFunction::Threshold { from: 0.25, to: 0.75 }),
];

impl ValueFunction {
    /// The value of a score from 0 to 1.
    pub fn value(self, x: f64) -> f64 {
        match self {
            Self::Exponential(r) if r != 0.0 => libm::expm1(-r * x) / libm::expm1(-r),
            Self::Linear | Self::Exponential(_) => x,
            Self::Threshold { from, to } if x >= to => f64::from(x >= from),
            Self::Threshold { from, .. } if x <= from => 0.0,
            Self::Threshold { from, to } => (x - from) / (to - from),
        }
    }

    /// The table with each criterion bent over its own range.
    ///
    /// # Errors
    /// A function that gives no finite values.
    pub fn bend(self, scores: &Scores) -> Result<Scores, WeighError> {
        let criteria = scores.criteria();
        let range = |criterion: usize| {
            let column = (0..scores.alternatives()).map(|i| scores.of(i)[criterion]);
            column.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), s| (low.min(s), high.max(s)))
        };
        let ranges: Vec<(f64, f64)> = (0..criteria).map(range).collect();
        let bent = scores.values().iter().enumerate().map(|(at, &score)| {
            let (low, high) = ranges[at % criteria];
            if high > low { low + (high - low) * self.value((score - low) / (high - low)) } else { score }
        });
        if self == Self::Linear {
            return Ok(scores.clone());
        }
        Scores::new(criteria, bent.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_stay_and_the_middle_moves() {
        for (name, function) in TRIED {
            assert!((function.value(0.0), function.value(1.0)) == (0.0, 1.0), "{name}");
            let steps: Vec<f64> = (0..=20).map(|at| function.value(f64::from(at) / 20.0)).collect();
            assert!(steps.is_sorted(), "{name}");
        }
        let half = |at: usize| TRIED[at].1.value(0.5);
        assert_eq!((half(0), half(3)), (0.5, 0.5));
        // 1 / (1 + exp(-r / 2)).
        assert!((half(1) - 0.731_058_578_630_004_9).abs() < 1e-15);
        assert!((half(1) + half(2) - 1.0).abs() < 1e-15);
        let step = ValueFunction::Threshold { from: 0.5, to: 0.5 };
        assert_eq!([0.4, 0.5, 0.6].map(|x| step.value(x)), [0.0, 1.0, 1.0]);
    }

    #[test]
    fn a_table_is_bent_over_its_own_range() {
        let scores = Scores::new(2, vec![10.0, 0.3, 20.0, 0.3, 30.0, 0.3]).unwrap();
        assert_eq!(ValueFunction::Linear.bend(&scores).unwrap(), scores);
        let bent = ValueFunction::Exponential(2.0).bend(&scores).unwrap();
        assert_eq!((bent.of(0), bent.of(2)), (&[10.0, 0.3][..], &[30.0, 0.3][..]));
        assert!((bent.of(1)[0] - 24.621_171_572_600_1).abs() < 1e-9);
        assert!(ValueFunction::Exponential(f64::NAN).bend(&scores).is_err());
    }
}
