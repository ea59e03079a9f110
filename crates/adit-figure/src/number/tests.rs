use serde::Deserialize;

use super::*;

/// One line of the table of cases that the workbench is tested against, too.
#[derive(Deserialize)]
struct Case {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    unit: String,
    text: String,
    /// The bounds as they are written; not stated in every case.
    bounds: Option<String>,
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("../../cases/numbers.json")).unwrap()
}

#[test]
fn the_table_of_cases_holds() {
    let mut wrong = Vec::new();
    for case in cases() {
        let reading = Reading::between(case.value, case.low, case.high, &case.unit);
        let written = [Some((number(&reading), &case.text)), case.bounds.as_ref().map(|text| (bounds(&reading), text))];
        for (got, wanted) in written.into_iter().flatten().filter(|(got, wanted)| got != *wanted) {
            wrong.push(format!("{:?} of {:?}..{:?}: {got} for {wanted}", case.value, case.low, case.high));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cases().len() >= 40);
}

#[test]
fn a_number_never_leaves_its_bounds_and_its_bounds_never_shrink() {
    let parsed = |text: &str| -> f64 { text.replace(MINUS, "-").replace(THIN, "").parse().unwrap() };
    let mut seed = 7u64;
    let mut next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 11) as f64 / (1u64 << 53) as f64
    };
    for _ in 0..20_000 {
        let value = (next() - 0.3) * 10f64.powf(next() * 8.0 - 3.0);
        let (below, above) = (next() * next() * value.abs(), next() * next() * value.abs());
        let (low, high) = (value - below, value + above);
        let reading = Reading::between(Some(value), Some(low), Some(high), "index");
        let shown = parsed(&number(&reading));
        let close = 0.5 * 10f64.powi(first_digit(value) - 3) * 1.01;
        assert!((low..=high).contains(&shown) || (shown - value).abs() <= close, "{value} in {low}..{high} as {shown}");
        let text = bounds(&reading);
        let (from, to) = text.split_once('–').unwrap();
        let dust = 1e-5 * 10f64.powi(first_digit(low.abs().max(high.abs())) - 3);
        assert!(parsed(from) <= low + dust && parsed(to) >= high - dust, "{low}..{high} as {text}");
    }
}

#[test]
fn what_is_not_a_number_is_missing() {
    assert_eq!(number(&Reading::plain(Some(f64::NAN), "index")), MISSING);
    assert_eq!(bounds(&Reading::between(Some(1.0), Some(f64::NAN), Some(f64::INFINITY), "index")), MISSING);
    assert_eq!(bounds(&Reading::between(Some(1.0), Some(0.5), Some(f64::INFINITY), "index")), "≥\u{2009}0.50");
}
