//! Survival curves against values from elsewhere and against their own definitions.

use adit_model::outlook::{Lifetime, OutlookError};

/// Survival computed to 30 digits with mpmath 1.3 from the definitions (erfc, exp, regularised gammainc), the log-normal
/// and gamma parameters from mean and standard deviation of the lifetime; rounded to 17.
#[test]
fn against_thirty_digits() {
    let cases = include_str!("survival.csv");
    for line in cases.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |at: usize| cells[at].parse::<f64>().unwrap();
        let lifetime = match cells[0] {
            "normal" => Lifetime::normal(number(1), number(2)),
            "folded-normal" => Lifetime::folded_normal(number(1), number(2)),
            "lognormal" => Lifetime::log_normal(number(1), number(2)),
            "weibull" => Lifetime::weibull(number(1), number(2)),
            "gamma" => Lifetime::gamma(number(1), number(2)),
            "gamma-of-mean" => Lifetime::gamma_of_mean(number(1), number(2)),
            "exponential" => Lifetime::exponential(number(1)),
            other => panic!("{other}"),
        }
        .unwrap();
        let (age, expected) = (number(3), number(4));
        let given = lifetime.survival(age);
        assert!((given - expected).abs() <= 2e-14 * expected + 1e-16, "{line}: {given}");
    }
    assert!(cases.lines().count() > 200);
}

#[test]
fn never_rising_and_within_limits() {
    let all = [
        Lifetime::fixed(7.5),
        Lifetime::normal(15.0, 4.0),
        Lifetime::normal(2.0, 30.0),
        Lifetime::folded_normal(3.0, 10.0),
        Lifetime::folded_normal(0.0, 10.0),
        Lifetime::log_normal(15.0, 5.0),
        Lifetime::log_normal(1.0, 90.0),
        Lifetime::weibull(3.6, 15.0),
        Lifetime::weibull(0.4, 2.0),
        Lifetime::gamma(0.3, 20.0),
        Lifetime::gamma(9.9, 2.0),
        Lifetime::gamma(1e6, 2e-5),
        Lifetime::exponential(12.0),
    ];
    for lifetime in all.map(Result::unwrap) {
        let mut before = 1.0_f64;
        for step in 0..20_000 {
            let survival = lifetime.survival(f64::from(step) * 0.01);
            assert!((0.0..=1.0).contains(&survival), "{lifetime:?}");
            assert!(survival <= before + 4e-16, "{lifetime:?} at {step}");
            before = survival;
        }
        assert!(lifetime.survival(f64::MAX) < 1e-3, "{lifetime:?}");
        assert!(lifetime.survival(0.0) > 0.4, "{lifetime:?}");
    }
}

#[test]
fn impossible_parameters_say_what_is_wrong() {
    let said = |lifetime: Result<Lifetime, OutlookError>| lifetime.unwrap_err().to_string();
    assert_eq!(
        said(Lifetime::weibull(0.0, 3.0)),
        "a weibull lifetime cannot have shape 0; give a finite number above 0"
    );
    assert!(said(Lifetime::normal(15.0, 0.0)).contains("kind = \"fixed\""));
    assert!(said(Lifetime::normal(f64::NAN, 1.0)).contains("mean NaN"));
    assert!(said(Lifetime::normal(-3.0, 1.0)).contains("mean -3"));
    assert!(said(Lifetime::folded_normal(-3.0, 1.0)).contains("parent normal"));
    assert!(said(Lifetime::log_normal(1.0, f64::INFINITY)).contains("sd inf"));
    assert!(said(Lifetime::log_normal(1e-200, 1e200)).contains("beyond"));
    assert!(said(Lifetime::gamma_of_mean(20.0, 1e-3)).contains("shape"));
    assert!(said(Lifetime::fixed(f64::INFINITY)).contains("years inf"));
    assert!(said(Lifetime::exponential(-1.0)).contains("mean -1"));
}
