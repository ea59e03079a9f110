//! The beta distribution, stretched from 0..1 to other limits.

use super::DistributionError;
use crate::special::{IncompleteBeta, LARGEST_SHAPE, SMALLEST_SHAPE};
use knots::Knots;

mod knots;

/// `low + (high - low) * x` with `x` of a beta distribution.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stretched {
    /// Mean of `x`.
    mean: f64,
    of_x: IncompleteBeta,
    /// The same with `alpha + 1`: `x f(x)` is the mean times this density.
    of_moved: IncompleteBeta,
    /// Quantiles of `x`, where the distribution has no steep ends.
    knots: Option<Knots>,
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Stretched {
    /// The limits were checked; both shape parameters are above 0.
    pub(super) fn new(alpha: f64, beta: f64, low: f64, high: f64) -> Result<Self, DistributionError> {
        for (parameter, value) in [("alpha", alpha), ("beta", beta)] {
            if !(SMALLEST_SHAPE..=LARGEST_SHAPE).contains(&value) {
                let (least, most) = (SMALLEST_SHAPE, LARGEST_SHAPE);
                return Err(DistributionError::ShapeOutside { parameter, value, least, most });
            }
        }
        let of_x = IncompleteBeta::new(alpha, beta);
        Ok(Stretched {
            mean: alpha / (alpha + beta),
            of_x,
            knots: (alpha >= 1.0 && beta >= 1.0).then(|| Knots::new(&of_x)),
            of_moved: IncompleteBeta::new(alpha + 1.0, beta),
            low,
            high,
        })
    }

    pub(super) fn quantile(&self, u: f64) -> f64 {
        let share = self.knots.as_ref().and_then(|knots| knots.quantile(u)).unwrap_or_else(|| self.of_x.quantile(u));
        (self.low + (self.high - self.low) * share).min(self.high)
    }

    pub(super) fn cdf(&self, x: f64) -> f64 {
        self.of_x.cdf(self.share(x))
    }

    pub(super) fn mean(&self) -> f64 {
        self.low + (self.high - self.low) * self.mean
    }

    pub(super) fn mean_below(&self, x: f64) -> f64 {
        let share = self.share(x);
        self.low * self.of_x.cdf(share) + (self.high - self.low) * (self.mean * self.of_moved.cdf(share))
    }

    fn share(&self, x: f64) -> f64 {
        ((x - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
}
