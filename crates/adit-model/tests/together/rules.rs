//! Every rule says what it is, where it comes from, and stands in the book.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use adit_model::together::rules;

#[test]
fn every_rule_is_complete_and_has_its_own_id() {
    let mut ids = BTreeSet::new();
    for rule in rules::all() {
        for (what, text) in
            [("says", rule.says), ("formula", rule.formula), ("unit", rule.unit), ("source", rule.source)]
        {
            assert!(!text.trim().is_empty(), "{} has no {what}", rule.id);
        }
        assert!(rule.id.starts_with("together.") && !rule.id.contains(' '), "{}", rule.id);
        assert!(ids.insert(rule.id), "{} stands for two rules", rule.id);
    }
}

#[test]
fn every_rule_stands_in_the_method_page() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/src/methods/together.md");
    let page = fs::read_to_string(page).unwrap();
    for rule in rules::all() {
        assert!(page.contains(&format!("`{}`", rule.id)), "{} does not stand in methods/together.md", rule.id);
    }
}
