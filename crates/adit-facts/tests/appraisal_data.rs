//! The tables that appraisals are computed from: prices, rates of exchange, inputs of projects, fiscal terms.

// A test stops where something is wrong.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;

use adit_facts::Package;
use adit_facts::choose::appraisal_inputs::{AppraisalInput, InputKind};
use adit_facts::choose::fiscal::{FiscalTerm, Level};

fn package() -> Package {
    Package::embedded().unwrap()
}

fn inputs(package: &Package) -> Vec<AppraisalInput> {
    package.projects().iter().flat_map(|project| package.appraisal_inputs(&project.id)).collect()
}

#[test]
fn every_price_is_the_published_one_times_what_makes_a_tonne() {
    let package = package();
    let mut seen = 0;
    for series in package.price_series() {
        let prices = package.prices(&series.id);
        assert!(prices.len() >= 3, "{}: {} prices", series.id, prices.len());
        for price in prices {
            let made = price.published.number.value * series.per_tonne.number.value;
            let off = (price.price.number.value / made - 1.0).abs();
            assert!(off < 1e-5, "{} {}: {} for {made}", series.id, price.year, price.price.number.value);
            seen += 1;
        }
        assert!(series.contained.is_none_or(|part| part.number.value > 0.0 && part.number.value <= 1.0));
    }
    assert_eq!(seen, package.table("prices").unwrap().rows().len(), "every row belongs to a series");
}

#[test]
fn known_prices_and_rates_are_found() {
    let package = package();
    let copper = package.prices("copper");
    assert_eq!((copper[0].year, copper.last().unwrap().year), (1960, 2024));
    assert!((copper.last().unwrap().price.number.value - 9142.14).abs() < 1e-9);
    let lithium = package.price_series_by_id("lithium-carbonate").unwrap();
    assert!((lithium.contained.unwrap().number.value - 0.1879).abs() < 5e-5);
    assert!((package.exchange_rate("USD", 2023).unwrap().number.value - 1.0813).abs() < 5e-5);
    assert_eq!(package.latest_exchange_rate("USD").unwrap().0, 2025);
    assert!(package.exchange_rate("USD", 1998).is_none() && package.exchange_rate("XXX", 2023).is_none());
    let (year, index) = package.latest_price_index("muv").unwrap();
    assert_eq!((year, index.number.value), (2024, 115.1));
    assert!(package.price_index("hicp-ea", 2022).unwrap().number.value > 110.0);
}

#[test]
fn every_input_is_a_number_with_its_range_or_a_text() {
    for input in inputs(&package()) {
        let at = format!("{}/{}", input.project, input.input);
        assert_eq!(input.value.is_some(), input.text.is_none(), "{at}: a number or a text");
        assert_eq!(input.unit == "text", input.text.is_some(), "{at}");
        assert_eq!(input.unit.contains("EUR"), input.money_year.is_some(), "{at}: money has a year");
        let Some(value) = input.value else { continue };
        for (low, high) in [(input.low, Some(value)), (Some(value), input.high)] {
            if let (Some(low), Some(high)) = (low, high) {
                assert!(low.number.value <= high.number.value, "{at}: the range holds the value");
            }
        }
    }
}

/// An assumption says so, and only an assumption may have no source outside adit.
#[test]
fn what_adit_chose_is_marked_as_an_assumption() {
    for input in inputs(&package()) {
        let at = format!("{}/{}", input.project, input.input);
        if input.source == "adit-assumption" {
            assert_eq!(input.kind, InputKind::Assumption, "{at}");
        }
        assert!(input.kind == InputKind::Sourced || input.locator.len() > 8, "{at}: no reason");
    }
}

/// `x 1000 / 1.13 USD per EUR (2025)` is done again, with the rate of the table.
#[test]
fn conversions_between_currencies_are_what_they_say() {
    let package = package();
    let mut done = 0;
    for input in inputs(&package) {
        let (Some(published), Some(value), Some(words)) = (input.published, input.value, &input.conversion) else {
            continue;
        };
        let at = format!("{}/{}: {words}", input.project, input.input);
        let (factor, rate) = words.rsplit_once("/ ").unwrap_or_else(|| panic!("{at}"));
        let (rate, rest) = rate.split_once(' ').unwrap();
        let (currency, year) = rest.split_once(" per EUR (").unwrap();
        let known = package.exchange_rate(currency, year.trim_end_matches(')').parse().unwrap()).unwrap();
        assert!((known.number.value - rate.parse::<f64>().unwrap()).abs() < 5e-5, "{at}");
        let factor = factor.trim();
        let factor = match factor.split_once(' ') {
            None if factor.is_empty() => 1.0,
            Some(("x", times)) => times.parse::<f64>().unwrap(),
            Some(("/", over)) => over.trim_end_matches([' ', ';']).parse::<f64>().unwrap().recip(),
            // The words say how the published figure itself was made.
            _ => 1.0,
        };
        let made = published.number.value * factor / known.number.value;
        assert!((value.number.value / made - 1.0).abs() < 0.006, "{at}: {} for {made}", value.number.value);
        done += 1;
    }
    assert!(done > 25, "{done} conversions");
}

#[test]
fn projects_sell_what_has_a_price() {
    let package = package();
    for input in inputs(&package).iter().filter(|input| input.input == "product-series") {
        let series = input.text.as_deref().unwrap();
        assert!(package.price_series_by_id(series).is_some(), "{}: no series {series}", input.project);
    }
}

/// Where the table of projects has an investment too, it is the same one or a note says why it is not.
#[test]
fn investments_agree_with_the_figures_of_the_projects() {
    let package = package();
    for project in package.projects() {
        let (Some(known), Some(input)) = (project.capex, package.appraisal_input(&project.id, "capex")) else {
            continue;
        };
        let same = input.value.is_some_and(|value| (value.number.value - known.number.value).abs() < 1e-9);
        assert!(same || input.note.is_some(), "{}", project.id);
    }
}

fn by_term(package: &Package) -> BTreeMap<String, Vec<FiscalTerm>> {
    let mut terms: BTreeMap<String, Vec<FiscalTerm>> = BTreeMap::new();
    for term in package.all_fiscal_terms() {
        let key = format!("{:?} {} {:?} {}", term.country, term.term, term.material, term.valid_from);
        terms.entry(key).or_default().push(term);
    }
    terms
}

#[test]
fn the_levels_share_the_whole_of_a_term() {
    let package = package();
    assert_eq!(package.all_fiscal_terms().len(), package.table("fiscal-terms").unwrap().rows().len());
    for (key, rows) in by_term(&package) {
        let whole: f64 = rows.iter().map(|row| row.share.number.value).sum();
        assert!((whole - 1.0).abs() < 2e-6, "{key}: {whole}");
        assert!(rows.iter().all(|row| row.rate.number == rows[0].rate.number && row.base == rows[0].base), "{key}");
        assert!(rows.iter().all(|row| row.unit != "share" || row.rate.number.value <= 1.0), "{key}");
        assert!(rows.iter().all(|row| row.valid_to.as_ref().is_none_or(|last| *last > row.valid_from)), "{key}");
    }
}

#[test]
fn terms_are_those_of_the_day_and_of_the_material() {
    let package = package();
    let words = package.vocabulary();
    let (finland, germany) = (words.find_country("FI").unwrap(), words.find_country("DE").unwrap());
    let lithium = words.find_material("lithium").unwrap();
    let royalty = |day: &str| -> Vec<(f64, Level, f64)> {
        let terms = package.fiscal_terms(finland, lithium, day);
        let royalties = terms.into_iter().filter(|term| term.term == "royalty");
        royalties.map(|term| (term.rate.number.value, term.level, term.share.number.value)).collect()
    };
    assert_eq!(royalty("2023-12-31"), []);
    assert_eq!(royalty("2025-12-31"), [(0.006, Level::Municipality, 0.6), (0.006, Level::State, 0.4)]);
    assert_eq!(royalty("2026-01-01"), [(0.025, Level::Municipality, 0.2), (0.025, Level::State, 0.8)]);
    let german: Vec<String> =
        package.fiscal_terms(germany, lithium, "2026-01-01").into_iter().map(|term| term.term).collect();
    assert_eq!(german, ["corporate-tax", "corporate-tax", "local-tax", "royalty"]);
}
