//! Distributions: values of mpmath and SciPy, and what must be true of every one.

use adit_number::{Distribution, DistributionError, Family, IncompleteBeta};
use proptest::prelude::*;

use crate::referee::tables::{BETA_QUANTILES, BETA_VALUES, LOG_NORMAL, PERT, TRIANGULAR};

/// Relative distance.
fn apart(ours: f64, theirs: f64) -> f64 {
    (ours - theirs).abs() / theirs.abs().max(f64::MIN_POSITIVE)
}

pub fn of(family: Family) -> Distribution {
    Distribution::new(family).expect("possible parameters")
}

#[test]
fn the_incomplete_beta_function_is_that_of_mpmath() {
    for &[alpha, beta, x, value] in BETA_VALUES {
        let ours = IncompleteBeta::new(alpha, beta).cdf(x);
        // An ulp of x moves the probability by the more the narrower the distribution is.
        let near = if alpha + beta > 1e4 { 1e-11 } else { 1e-12 };
        assert!(apart(ours, value) < near, "I_{x}({alpha}, {beta}) is {value}, not {ours}");
    }
}

#[test]
fn the_inverse_of_the_incomplete_beta_function_is_that_of_mpmath() {
    for &[alpha, beta, u, x] in BETA_QUANTILES {
        let ours = IncompleteBeta::new(alpha, beta).quantile(u);
        assert!(apart(ours, x) < 1e-12, "u {u} of beta ({alpha}, {beta}) is {x}, not {ours}");
    }
}

/// Beta quantiles come from a table between knots; the inversion is the referee, in the middle and at both ends.
#[test]
fn tabled_quantiles_are_those_of_the_inversion() {
    for (alpha, beta) in [(1.0, 1.0), (1.0, 5.0), (5.0, 1.0), (3.0, 3.0), (1.3, 4.7), (30.0, 1.0), (400.0, 900.0)] {
        let (tabled, inverted) =
            (of(Family::Beta { alpha, beta, low: 0.0, high: 1.0 }), IncompleteBeta::new(alpha, beta));
        let middle = (1..2000).map(|n| f64::from(n) / 2000.0);
        let ends = (1..200).map(|n| libm::exp(-0.2 * f64::from(n))).flat_map(|u| [u, 1.0 - u]);
        for u in middle.chain(ends).filter(|u| *u > 0.0 && *u < 1.0) {
            let (ours, theirs) = (tabled.quantile(u), inverted.quantile(u));
            assert!((ours - theirs).abs() < 4e-12, "u {u} of beta ({alpha}, {beta}) is {theirs}, not {ours}");
            let pert = alpha + beta == 6.0;
            assert!(!pert || (ours - theirs).abs() < 1e-12, "u {u} of pert ({alpha}, {beta}) is {theirs}, not {ours}");
        }
    }
}

#[test]
fn quantiles_are_those_of_scipy() {
    for &[low, mode, high, u, x] in PERT {
        let ours = of(Family::Pert { low, mode, high }).quantile(u);
        assert!((ours - x).abs() < 1e-12 * (high - low), "u {u} of pert ({low}, {mode}, {high}) is {x}, not {ours}");
    }
    for &[low, mode, high, u, x] in TRIANGULAR {
        let ours = of(Family::Triangular { low, mode, high }).quantile(u);
        assert!(apart(ours, x) < 1e-12, "u {u} of triangular ({low}, {mode}, {high}) is {x}, not {ours}");
    }
    for &[mean, sd, u, x] in LOG_NORMAL {
        let ours = of(Family::LogNormal { mean, sd }).quantile(u);
        assert!(apart(ours, x) < 1e-12, "u {u} of lognormal ({mean}, {sd}) is {x}, not {ours}");
    }
}

/// Mean and standard deviation of a log-normal number are those of the number itself, not of its logarithm.
#[test]
fn a_log_normal_number_has_the_mean_and_deviation_that_were_stated() {
    let stated = of(Family::LogNormal { mean: 16.0, sd: 4.0 });
    let draws = 200_000;
    let values: Vec<f64> = (0..draws).map(|n| stated.quantile((f64::from(n) + 0.5) / f64::from(draws))).collect();
    let mean = values.iter().sum::<f64>() / f64::from(draws);
    let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / f64::from(draws);
    assert!(apart(stated.mean(), 16.0) < 1e-14 && apart(mean, 16.0) < 1e-5, "{mean}");
    assert!(apart(variance.sqrt(), 4.0) < 1e-3, "{variance}");
}

#[test]
fn a_geometric_deviation_is_a_factor_around_the_median() {
    let stated = of(Family::LogNormalMedian { median: 3.0, gsd: 2.0 });
    assert!(apart(stated.median(), 3.0) < 1e-15);
    let one_above = adit_number::normal_cdf(1.0);
    assert!(apart(stated.quantile(one_above), 6.0) < 1e-14 && apart(stated.quantile(1.0 - one_above), 1.5) < 1e-14);
}

#[test]
fn means_are_those_of_the_formulas() {
    let means = [
        (Family::Pert { low: 2.0, mode: 3.0, high: 10.0 }, 24.0 / 6.0),
        (Family::Triangular { low: 2.0, mode: 3.0, high: 10.0 }, 5.0),
        (Family::Uniform { low: -1.0, high: 4.0 }, 1.5),
        (Family::Beta { alpha: 1.0, beta: 3.0, low: 0.0, high: 8.0 }, 2.0),
        (Family::Empirical { values: vec![4.0, 1.0, 1.0] }, 2.0),
    ];
    for (family, mean) in means {
        let ours = of(family.clone()).mean();
        assert!(apart(ours, mean) < 1e-15, "{family:?}: {ours}");
    }
}

#[test]
fn an_empirical_number_is_one_of_its_values_each_as_often() {
    let three = of(Family::Empirical { values: vec![5.0, -1.0, 2.0] });
    let drawn: Vec<f64> = (0..6).map(|n| three.quantile((f64::from(n) + 0.5) / 6.0)).collect();
    assert_eq!(drawn, [-1.0, -1.0, 2.0, 2.0, 5.0, 5.0]);
    assert_eq!((three.cdf(-1.1), three.cdf(-1.0), three.cdf(4.9), three.cdf(5.0)), (0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0));
    assert_eq!((three.median(), three.support()), (2.0, (-1.0, 5.0)));
}

/// Every family, and what its message must name.
#[test]
fn impossible_parameters_are_named_with_what_mends_them() {
    let wrong = [
        (Family::Normal { mean: f64::NAN, sd: 1.0 }, "mean of the normal distribution is NaN; give a finite number"),
        (
            Family::Normal { mean: 1.0, sd: 0.0 },
            "sd of the normal distribution is 0 and must be above 0; for a number without spread write the plain number",
        ),
        (
            Family::LogNormal { mean: -2.0, sd: 1.0 },
            "mean of the lognormal distribution is -2 and must be above 0; a number that may be 0 or below is no \
             log-normal one: take normal",
        ),
        (
            Family::LogNormalMedian { median: 2.0, gsd: 1.0 },
            "gsd of the lognormal distribution is 1 and must be above 1; for a number without spread write the plain \
             number",
        ),
        (
            Family::Triangular { low: 1.0, mode: 3.0, high: 2.0 },
            "mode 3 of the triangular distribution is outside low 1 to high 2; move it or the limits",
        ),
        (
            Family::Pert { low: 2.0, mode: 2.0, high: 2.0 },
            "low 2 of the pert distribution is not below high 2; exchange them, or write the plain number if they are one",
        ),
        (
            Family::Uniform { low: 2.0, high: 1.0 },
            "low 2 of the uniform distribution is not below high 1; exchange them, or write the plain number if they \
             are one",
        ),
        (
            Family::Beta { alpha: 0.0, beta: 1.0, low: 0.0, high: 1.0 },
            "alpha of the beta distribution is 0 and must be above 0; raise it",
        ),
        (
            Family::Beta { alpha: 2.0, beta: 1e7, low: 0.0, high: 1.0 },
            "beta of the beta distribution is 10000000, outside 0.01 to 100000; take normal for a narrow one",
        ),
        (Family::Empirical { values: vec![] }, "values of the empirical distribution are missing; give at least one"),
        (
            Family::Empirical { values: vec![1.0, f64::INFINITY] },
            "value 2 of the empirical distribution is inf; leave it out or give a finite number",
        ),
        (
            Family::LogNormal { mean: 1.0, sd: 1e300 },
            "the lognormal distribution is so wide that it has draws beyond any finite number; check sd and units",
        ),
    ];
    for (family, says) in wrong {
        let error = Distribution::new(family).expect_err(says);
        assert_eq!(error.to_string(), says);
    }
    let crossed = Distribution::new(Family::Uniform { low: 0.0, high: 0.0 });
    assert_eq!(crossed, Err(DistributionError::Crossed { family: "uniform", low: 0.0, high: 0.0 }));
}

/// Any distribution with a cumulative function that rises throughout its support.
pub fn continuous() -> impl Strategy<Value = Distribution> {
    let ends = || (-1e3..1e3, 0.01..1e3, 0.0..=1.0);
    let mode = |(low, width, part): (f64, f64, f64)| (low, (low + part * width).min(low + width), low + width);
    let family = prop_oneof![
        (-1e3..1e3, 0.01..1e3).prop_map(|(mean, sd)| Family::Normal { mean, sd }),
        (0.01..1e3, 0.01..1e3).prop_map(|(mean, sd)| Family::LogNormal { mean, sd }),
        (0.01..1e3, 1.01..5.0).prop_map(|(median, gsd)| Family::LogNormalMedian { median, gsd }),
        ends().prop_map(mode).prop_map(|(low, mode, high)| Family::Triangular { low, mode, high }),
        ends().prop_map(|(low, width, _)| Family::Uniform { low, high: low + width }),
        ends().prop_map(mode).prop_map(|(low, mode, high)| Family::Pert { low, mode, high }),
        (0.3..30.0, 0.3..30.0, 0.01..1e3).prop_map(|(alpha, beta, high)| Family::Beta { alpha, beta, low: 0.0, high }),
    ];
    family.prop_map(of)
}

/// Strictly between 0 and 1, the ends included as far as draws reach.
pub fn share() -> impl Strategy<Value = f64> {
    prop_oneof![0.001..0.999, 1e-12..1e-3, Just(f64::EPSILON), Just(1.0 - f64::EPSILON)]
}

proptest! {
    #[test]
    fn quantiles_rise(distribution in continuous(), one in share(), other in share()) {
        let (lower, upper) = (one.min(other), one.max(other));
        let (at_lower, at_upper) = (distribution.quantile(lower), distribution.quantile(upper));
        prop_assert!(at_lower <= at_upper || apart(at_lower, at_upper) < 1e-12, "{at_lower} {at_upper}");
        let (low, high) = distribution.support();
        prop_assert!(low <= at_lower && at_upper <= high);
    }

    /// Up to what an ulp of the quantile changes.
    #[test]
    fn the_cumulative_function_undoes_the_quantile(distribution in continuous(), u in share()) {
        let x = distribution.quantile(u);
        let near = 4.0 * (x.abs() * f64::EPSILON);
        let (low, high) = (distribution.cdf(x - near), distribution.cdf(x + near));
        prop_assert!(low - 4e-12 <= u && u <= high + 4e-12, "{u} is not within {low} and {high} at {x}");
    }

    #[test]
    fn what_is_no_share_has_no_quantile(distribution in continuous()) {
        for u in [0.0, 1.0, -0.5, 1.5, f64::NAN] {
            prop_assert!(distribution.quantile(u).is_nan());
        }
    }
}
