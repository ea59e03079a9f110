//! Traded goods: every code of the trade facts is described, shares lie within their ranges, and those that stoichiometry
//! gives are what the atomic weights say.

// A test stops where something is wrong.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;

use adit_facts::Package;
use adit_facts::chain::{Hs6, TradeCodeFacts};

fn code<'a>(codes: &'a [TradeCodeFacts], package: &Package, hs6: &str, material: &str) -> &'a TradeCodeFacts {
    let material = package.vocabulary().find_material(material).unwrap();
    codes.iter().find(|code| code.hs6.to_string() == hs6 && code.material == material).unwrap()
}

#[test]
fn every_good_of_trade_is_described_and_no_other() {
    let package = Package::embedded().unwrap();
    let described: BTreeSet<Hs6> = package.trade_codes().iter().map(|code| code.hs6).collect();
    assert_eq!(package.trade().codes(), described.into_iter().collect::<Vec<_>>());
    assert_eq!(package.trade().codes().len(), 65);
}

#[test]
fn shares_lie_within_their_ranges() {
    let package = Package::embedded().unwrap();
    for code in package.trade_codes() {
        let number = |datum: Option<adit_facts::study::Datum>| datum.map(|datum| datum.number.value);
        let (low, high) = (number(code.low).unwrap(), number(code.high).unwrap());
        assert!(low <= high, "{} {low} {high}", code.hs6);
        match number(code.contained) {
            Some(share) => assert!(low <= share && share <= high && share > 0.0, "{}: {low} {share} {high}", code.hs6),
            // Without a best value the range is open: other materials, or ores and concentrates, share the code.
            None => assert!(!code.alone || high > 10.0 * low, "{} has a range and no best value", code.hs6),
        }
        if let Some(share) = code.contained {
            let fact = package.view(share.at);
            assert!(package.sources().contains_key(&fact.source), "{}", fact.key);
            assert!(!fact.locator.is_empty(), "{}", fact.key);
        }
    }
}

/// Abridged standard atomic weights of IUPAC, 2021.
const WEIGHTS: [(&str, f64); 8] = [
    ("H", 1.008),
    ("Li", 6.94),
    ("C", 12.011),
    ("O", 15.999),
    ("S", 32.06),
    ("V", 50.942),
    ("Co", 58.933),
    ("Mo", 95.95),
];

/// Share of the first element in a compound.
fn share(formula: &[(&str, f64)]) -> f64 {
    let weight = |(element, count): &(&str, f64)| WEIGHTS.iter().find(|(known, _)| known == element).unwrap().1 * count;
    weight(&formula[0]) / formula.iter().map(weight).sum::<f64>()
}

#[test]
fn stoichiometry_gives_the_shares_that_it_can() {
    let package = Package::embedded().unwrap();
    let codes = package.trade_codes();
    let near = |datum: Option<adit_facts::study::Datum>, expected: f64| {
        let value = datum.unwrap().number.value;
        assert!((value - expected).abs() < 0.001, "{value} is not {expected}");
    };
    let carbonate = code(&codes, &package, "283691", "lithium");
    near(carbonate.high, share(&[("Li", 2.0), ("C", 1.0), ("O", 3.0)]));
    let hydroxide = code(&codes, &package, "282520", "lithium");
    near(hydroxide.contained, share(&[("Li", 1.0), ("O", 2.0), ("H", 3.0)]));
    near(hydroxide.high, share(&[("Li", 1.0), ("O", 1.0), ("H", 1.0)]));
    near(code(&codes, &package, "282530", "vanadium").high, share(&[("V", 2.0), ("O", 3.0)]));
    near(code(&codes, &package, "282200", "cobalt").high, share(&[("Co", 1.0), ("O", 1.0)]));
    // Concentrate of 85 to 92 % molybdenite.
    let molybdenite = share(&[("Mo", 1.0), ("S", 2.0)]);
    near(code(&codes, &package, "261390", "molybdenum").low, 0.85 * molybdenite);
    near(code(&codes, &package, "261390", "molybdenum").high, 0.92 * molybdenite);
}

/// A tonne of metal is more than a tonne of its oxide.
#[test]
fn metals_counted_in_oxide_hold_more_than_they_weigh() {
    let package = Package::embedded().unwrap();
    let metal = code(&package.trade_codes(), &package, "280530", "rare-earths").contained.unwrap().number.value;
    assert!(metal > 1.1 && metal < 1.3);
    let magnets = package.trade_codes_of(package.vocabulary().find_material("rare-earths").unwrap());
    assert_eq!(magnets.iter().map(|code| code.hs6.to_string()).collect::<Vec<_>>(), ["280530", "284610", "284690"]);
}
