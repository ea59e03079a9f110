//! Every rule of balances, reconciliation, benchmarks, regions and GeoPolRisk says what it is and stands in the book.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use adit_model::chain::region::economy;
use adit_model::chain::{balance, benchmarks, flows, geopolrisk, reconcile};
use adit_number::Rule;

fn all() -> impl Iterator<Item = &'static Rule> {
    let reconciled = [&reconcile::RECONCILED, &reconcile::RESIDUAL, &reconcile::QUALITY_ERROR];
    let regional = [&economy::MINING_SHARE, &economy::LOCATION_QUOTIENT, &economy::SUM];
    let figures = balance::RULES.into_iter().chain(flows::RULES).chain(geopolrisk::RULES).chain(benchmarks::RULES);
    figures.chain(reconciled).chain(regional)
}

#[test]
fn every_rule_is_complete_and_has_its_own_id() {
    let mut ids = BTreeSet::new();
    for rule in all() {
        for (what, text) in
            [("says", rule.says), ("formula", rule.formula), ("unit", rule.unit), ("source", rule.source)]
        {
            assert!(!text.trim().is_empty(), "{} has no {what}", rule.id);
        }
        assert!(ids.insert(rule.id), "{} stands for two rules", rule.id);
    }
}

#[test]
fn every_rule_stands_in_the_method_pages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/src/methods");
    let pages: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    for rule in all() {
        let named = format!("`{}`", rule.id);
        assert!(pages.iter().any(|page| page.contains(&named)), "{} does not stand in docs/src/methods", rule.id);
    }
}
