//! Every rule says what it is, where it comes from, and stands in the book.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use adit_model::risk::rules;

#[test]
fn every_rule_is_complete_and_has_its_own_id() {
    let mut ids = BTreeSet::new();
    for rule in rules::all() {
        for (what, text) in
            [("says", rule.says), ("formula", rule.formula), ("unit", rule.unit), ("source", rule.source)]
        {
            assert!(!text.trim().is_empty(), "{} has no {what}", rule.id);
        }
        assert!(rule.id.starts_with("risk.") && !rule.id.contains(' '), "{}", rule.id);
        assert!(ids.insert(rule.id), "{} stands for two rules", rule.id);
    }
}

#[test]
fn every_rule_stands_in_the_method_pages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/src/methods");
    let pages: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    assert!(pages.len() > 5, "the method pages of the Risk room");
    for rule in rules::all() {
        let named = format!("`{}`", rule.id);
        assert!(pages.iter().any(|page| page.contains(&named)), "{} does not stand in docs/src/methods", rule.id);
    }
}
