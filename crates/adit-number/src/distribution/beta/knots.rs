//! The quantiles of a beta distribution from a table, some fifteen times faster than by inversion.
//!
//! By the normal score `z` of `u` the quantile `x(z)` is a smooth curve without steep ends. Between knots a sixteenth
//! apart it is a polynomial of degree five that has value, slope and curvature of the curve at both (quintic Hermite
//! interpolation); its error falls with the sixth power of the distance. Beyond six, once in 10^9 draws, the quantile is
//! found by inversion.
//!
//! # Accuracy
//! For shape parameters from 1 on within 4e-12 of the range and of the probability, with parameters that add to 6 (PERT) 1e-12.

use std::sync::Arc;

use crate::quantile::{normal_cdf, normal_density, normal_quantile};
use crate::special::IncompleteBeta;

/// Knots to a unit of `z`.
const TO_A_UNIT: u32 = 16;

/// The knots reach from `-REACH` to `REACH`.
const REACH: u32 = 6;

/// Value, slope and curvature at each knot, by the distance of two knots as unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Knots(Arc<[[f64; 3]]>);

impl Knots {
    /// The knots of a distribution whose shape parameters are 1 or more.
    pub(super) fn new(function: &IncompleteBeta) -> Self {
        const CENTRE: u32 = REACH * TO_A_UNIT;
        let step = 1.0 / f64::from(TO_A_UNIT);
        // From the centre outwards each knot begins with what the one before expects.
        let side = |direction: f64| {
            let mut before: Option<[f64; 3]> = None;
            (0..=CENTRE).map(move |number| {
                let z = direction * step * f64::from(number);
                let near = before.map(|[x, slope, curvature]| x + direction * slope + 0.5 * curvature);
                let knot = knot(function, z, near, step);
                before = Some(knot);
                knot
            })
        };
        let mut knots: Vec<[f64; 3]> = side(-1.0).collect();
        knots.reverse();
        knots.extend(side(1.0).skip(1));
        Knots(knots.into())
    }

    /// The quantile of `u`, none beyond the knots.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "z is within the knots")]
    pub(super) fn quantile(&self, u: f64) -> Option<f64> {
        let z = normal_quantile(u);
        if z.abs() >= f64::from(REACH) {
            return None;
        }
        let place = (z + f64::from(REACH)) * f64::from(TO_A_UNIT);
        let below = place.floor();
        let t = place - below;
        let (&[x, slope, curvature], &[next, next_slope, next_curvature]) =
            self.0.get(below as usize).zip(self.0.get(below as usize + 1))?;
        let rise = next - x;
        let third = 10.0 * rise - 6.0 * slope - 4.0 * next_slope - 1.5 * curvature + 0.5 * next_curvature;
        let fourth = -15.0 * rise + 8.0 * slope + 7.0 * next_slope + 1.5 * curvature - next_curvature;
        let fifth = 6.0 * rise - 3.0 * slope - 3.0 * next_slope - 0.5 * curvature + 0.5 * next_curvature;
        let found = x + t * (slope + t * (0.5 * curvature + t * (third + t * (fourth + t * fifth))));
        Some(found.clamp(0.0, 1.0))
    }
}

/// With `F(x) = normal cdf(z)` and density `f`: `x' = phi(z) / f(x)`, `x'' = -x' (z + (ln f)'(x) x')`.
fn knot(function: &IncompleteBeta, z: f64, near: Option<f64>, step: f64) -> [f64; 3] {
    let x = function.quantile_near(normal_cdf(z), normal_cdf(-z), near);
    let slope = normal_density(z) / function.density(x);
    let curvature = -slope * (z + function.log_slope(x) * slope);
    [x, slope * step, curvature * step * step]
}
