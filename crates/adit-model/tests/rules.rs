//! Every rule of every room says what it is, where it comes from, and stands in the book.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use adit_model::chain::region::economy;
use adit_model::chain::{balance, benchmarks, flows, geopolrisk, reconcile};
use adit_model::choose::{appraise, impacts, instruments, portfolio};
use adit_model::outlook::case;
use adit_model::{clock, risk, together};
use adit_number::Rule;

/// All rules with the room whose name begins their id; those of the Chain room have several.
fn all() -> Vec<&'static Rule> {
    let reconciled = [&reconcile::RECONCILED, &reconcile::RESIDUAL, &reconcile::QUALITY_ERROR];
    let regional = [&economy::MINING_SHARE, &economy::LOCATION_QUOTIENT, &economy::SUM];
    let chain = balance::RULES.into_iter().chain(flows::RULES).chain(geopolrisk::RULES).chain(benchmarks::RULES);
    let rooms = risk::rules::all().into_iter().chain(together::rules::all()).chain(case::rules::all());
    let choose =
        appraise::rules().into_iter().chain(impacts::RULES).chain(instruments::RULES).chain(portfolio::rules::RULES);
    let choose = choose.chain(clock::rules::RULES);
    rooms.chain(chain).chain(choose).chain(reconciled).chain(regional).collect()
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
        let (room, _) = rule.id.split_once('.').unwrap();
        let choose = ["impact", "appraise", "instrument", "choose", "clock", "obligation"];
        let known = ["risk", "chain", "benchmark", "region", "geopolrisk", "together", "outlook"];
        assert!((known.contains(&room) || choose.contains(&room)) && !rule.id.contains(' '), "{}", rule.id);
        assert!(ids.insert(rule.id), "{} stands for two rules", rule.id);
    }
}

#[test]
fn the_rules_of_a_room_begin_with_its_name() {
    assert!(risk::rules::all().iter().all(|rule| rule.id.starts_with("risk.")));
    assert!(together::rules::all().iter().all(|rule| rule.id.starts_with("together.")));
}

#[test]
fn every_rule_stands_in_the_method_pages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/src/methods");
    let pages: Vec<String> =
        fs::read_dir(&folder).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    assert!(pages.len() > 5, "the method pages");
    for rule in all() {
        let named = format!("`{}`", rule.id);
        assert!(pages.iter().any(|page| page.contains(&named)), "{} does not stand in docs/src/methods", rule.id);
    }
    let page = fs::read_to_string(folder.join("together.md")).unwrap();
    for rule in together::rules::all() {
        assert!(page.contains(&format!("`{}`", rule.id)), "{} does not stand in methods/together.md", rule.id);
    }
}
