//! What people read, 80 columns wide: held by snapshots, so that a change is seen.

use super::harness::adit;

#[test]
fn risk_of_lithium() {
    insta::assert_snapshot!(adit(&["risk", "lithium"]).ok());
}

#[test]
fn risk_of_lithium_with_two_european_sources() {
    insta::assert_snapshot!(
        adit(&["risk", "lithium", "--stage", "processing", "--add", "FI=0.25", "--add", "DE=0.25"]).ok()
    );
}

#[test]
fn a_scope_that_cannot_see_europe() {
    insta::assert_snapshot!(adit(&["risk", "scandium", "--add", "FI=0.25"]).ok());
}

#[test]
fn a_scope_that_cannot_see_europe_and_no_list_of_it() {
    insta::assert_snapshot!(adit(&["risk", "cobalt", "--stage", "extraction", "--add", "FI=0.25"]).ok());
}

#[test]
fn risk_of_everything() {
    insta::assert_snapshot!(adit(&["risk"]).ok());
}

#[test]
fn audit_of_2023() {
    insta::assert_snapshot!(adit(&["audit", "ec-2023"]).ok());
}

#[test]
fn why_a_recycling_rate() {
    insta::assert_snapshot!(adit(&["why", "recycling/ec-2023/lithium/eol-rir"]).ok());
}

#[test]
fn flips_of_coking_coal() {
    insta::assert_snapshot!(adit(&["flip", "coking-coal", "--limit", "5"]).ok());
}

#[test]
fn explanations_of_arsenic() {
    insta::assert_snapshot!(adit(&["explain", "arsenic", "--stage", "processing", "--target", "1.9"]).ok());
}

#[test]
fn tables_of_facts() {
    insta::assert_snapshot!(adit(&["facts"]).ok());
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for call in [&["risk"][..], &["risk", "lithium"], &["audit", "ec-2023"], &["flip", "silver"], &["facts"]] {
        for line in adit(call).ok().lines() {
            assert!(line.chars().count() <= 80, "{call:?}: {line}");
        }
    }
}
