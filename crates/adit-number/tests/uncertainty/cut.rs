//! Distributions cut at limits.

use adit_number::{Distribution, DistributionError, Family};
use proptest::prelude::*;

use crate::distributions::{continuous, of, share};
use crate::referee::tables::CUT_NORMAL;

#[test]
fn a_cut_normal_distribution_is_that_of_scipy() {
    for &[mean, sd, low, high, u, quantile, cut_mean] in CUT_NORMAL {
        let cut = of(Family::Normal { mean, sd }).within(low, high).expect("enough is left");
        let (ours, our_mean) = (cut.quantile(u), cut.mean());
        // In the far tail only the digits that 1 - 0.001 has are left: about eleven.
        assert!((ours - quantile).abs() < 1e-10, "u {u} of {cut} is {quantile}, not {ours}");
        assert!((our_mean - cut_mean).abs() < 1e-11, "the mean of {cut} is {cut_mean}, not {our_mean}");
    }
}

#[test]
fn limits_on_one_side_are_infinite_on_the_other() {
    let above = of(Family::Normal { mean: 0.0, sd: 1.0 }).within(0.0, f64::INFINITY).expect("half is left");
    assert!((above.mean() - (2.0 / std::f64::consts::PI).sqrt()).abs() < 1e-15);
    assert_eq!((above.support(), above.to_string()), ((0.0, f64::INFINITY), "normal (mean 0, sd 1) from 0".to_owned()));
    let below = of(Family::Normal { mean: 0.0, sd: 1.0 }).within(f64::NEG_INFINITY, 0.0).expect("half is left");
    assert_eq!(below.mean(), -above.mean());
}

#[test]
fn later_limits_do_not_lift_earlier_ones() {
    let twice = of(Family::Uniform { low: 0.0, high: 10.0 }).within(0.0, 4.0).and_then(|cut| cut.within(2.0, 8.0));
    let twice = twice.expect("2 to 4 is left");
    assert_eq!(twice.support(), (2.0, 4.0));
    assert!((twice.mean() - 3.0).abs() < 1e-15 && (twice.median() - 3.0).abs() < 1e-15);
}

#[test]
fn cut_values_are_those_within_the_limits() {
    let cut = of(Family::Empirical { values: vec![1.0, 2.0, 3.0, 9.0] }).within(1.5, 3.0).expect("two are left");
    assert_eq!((cut.quantile(0.5), cut.quantile(0.51), cut.mean()), (2.0, 3.0, 2.5));
}

#[test]
fn limits_that_contradict_the_parameters_are_an_error() {
    let normal = || of(Family::Normal { mean: 0.0, sd: 1.0 });
    let error = normal().within(7.0, 9.0).expect_err("nearly nothing is left");
    assert!(matches!(error, DistributionError::LittleLeft { kept, .. } if kept < 1e-11));
    assert!(
        error.to_string().ends_with("its parameters and these limits contradict each other, so change one of them")
    );
    assert_eq!(
        normal().within(2.0, 1.0).expect_err("crossed").to_string(),
        "the normal distribution cannot be cut to 2..1; the lower limit must be below the upper"
    );
    assert!(normal().within(f64::NAN, 1.0).is_err());
    assert!(of(Family::Empirical { values: vec![1.0] }).within(2.0, 3.0).is_err());
}

/// A continuous distribution and limits between two of its quantiles.
fn cut() -> impl Strategy<Value = (Distribution, f64, f64)> {
    (continuous(), 0.0..0.9, 0.01..1.0).prop_filter_map(
        "limits of their own",
        |(distribution, from, part): (Distribution, f64, f64)| {
            let to = from + (0.999 - from) * part;
            let (low, high) = (distribution.quantile(from.max(1e-9)), distribution.quantile(to));
            (to - from > 1e-3 && low < high).then(|| Some((distribution.within(low, high).ok()?, low, high))).flatten()
        },
    )
}

proptest! {
    #[test]
    fn no_draw_leaves_the_limits((distribution, low, high) in cut(), one in share(), other in share()) {
        let (lower, upper) = (distribution.quantile(one.min(other)), distribution.quantile(one.max(other)));
        prop_assert!(low <= lower && upper <= high && lower <= upper + 1e-12 * upper.abs());
        prop_assert!((distribution.cdf(distribution.quantile(one)) - one).abs() < 1e-7);
    }

    /// The closed form of the mean against the quantiles, by the midpoint rule.
    #[test]
    fn the_mean_is_that_of_the_draws((distribution, low, high) in cut()) {
        let count = 4000;
        let sum: f64 = (0..count).map(|n| distribution.quantile((f64::from(n) + 0.5) / f64::from(count))).sum();
        let mean = sum / f64::from(count);
        prop_assert!((distribution.mean() - mean).abs() < 1e-3 * (high - low), "{} {mean}", distribution.mean());
    }
}
