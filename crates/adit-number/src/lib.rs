//! One formula, many readings.
//!
//! A formula is written once, generic over [`Real`], and then read as a plain value, as sound bounds, as a slope, as
//! the reason behind a result, or as many draws at once. What a fact becomes is the business of a [`Reading`]; what a
//! number does under `+` or [`Real::larger`] is the business of the number; a formula knows neither.
//!
//! | reading | number | gives |
//! | --- | --- | --- |
//! | [`AsValue`] | `f64` | the figure |
//! | [`AsBounds`] | [`Bounds`] | limits that hold for every input within its own limits |
//! | [`AsSlope`] | [`Slope`] | how fast the figure moves with one input |
//! | [`AsReason`] | [`Traced`] | the derivation, from the figure to the facts |
//! | [`AsDraws`] | [`Lanes`] | the figure in `N` random draws of the inputs |
//!
//! ```
//! use adit_number::{AsBounds, AsValue, Fact, FactError, Reading, Real, Rule, Subject};
//!
//! static LEFT_TO_BUY: Rule = Rule {
//!     id: "left-to-buy",
//!     says: "What recycling does not cover has to be bought.",
//!     formula: "demand * (1 - recycled)",
//!     unit: "t",
//!     source: "an example",
//! };
//!
//! fn left_to_buy<R: Real>(demand: R, recycled: R) -> R {
//!     (demand * (R::exact(1.0) - recycled)).by(&LEFT_TO_BUY, Subject::NONE)
//! }
//!
//! let demand = Fact::new(0, 17, 200.0, 190.0, 210.0, 0.0)?;
//! let recycled = Fact::exact(1, 18, 0.25)?;
//! let value = left_to_buy(AsValue.read(&demand), AsValue.read(&recycled));
//! let bounds = left_to_buy(AsBounds.read(&demand), AsBounds.read(&recycled));
//! assert_eq!(value, 150.0);
//! assert!(bounds.contains(142.5) && bounds.contains(157.5) && !bounds.contains(158.0));
//! # Ok::<(), FactError>(())
//! ```

mod bands;
mod bounds;
mod correlated;
mod distribution;
mod fact;
mod groups;
mod lanes;
mod quantile;
mod quantity;
mod random;
mod ranged;
mod reading;
mod real;
mod rule;
mod sampling;
mod slope;
mod sobol_indices;
mod special;
mod traced;
mod value;

pub use bands::{Band, BandError, POINTWISE, Side, Skew};
pub use bounds::{Bounds, Certainty};
pub use correlated::{CorrelationError, Correlations, Pair, rank_correlation, score_correlation};
pub use distribution::{Distribution, DistributionError, Family, LEAST_PART};
pub use fact::{Fact, FactError};
pub use lanes::Lanes;
pub use quantile::{normal_cdf, normal_quantile};
pub use quantity::{Eur, EurPerTonne, QuantityError, Share, Tonnes, TonnesPerYear, Years};
pub use random::{sample, stable_key, uniform};
pub use ranged::Ranged;
pub use reading::{AsBounds, AsDraws, AsReason, AsSlope, AsValue, Reading};
pub use real::{Real, Transcendental};
pub use rule::{Rule, Subject};
pub use sampling::{MOST_DRAWS, SOBOL_DIMENSIONS, Sampler, Sampling, SamplingError};
pub use slope::Slope;
pub use sobol_indices::{
    Design, DesignError, Estimate, GroupIndex, Matrix, Sensitivity, SensitivityError, sobol_indices,
};
pub use special::{IncompleteBeta, upper_gamma};
pub use traced::{Comparison, Reason, ReasonKind, ReasonNode, Tape, Traced};
