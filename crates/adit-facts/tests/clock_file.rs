//! Clock files: the examples are sound, and what is wrong with a file is said at its place.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use adit_facts::finding::{Finding, Severity};
use adit_facts::law::clock_file::{ClockFile, EXAMPLES, EventKind, ProjectStage, example};
use adit_facts::law::{Date, OfStatus};

const HEAD: &str = "[project]\nname = \"M\"\nstages = [\"extraction\"]\ncountry = \"PT\"\nrecognised = 2025-03-25\n";

fn with(events: &str) -> String {
    format!("{HEAD}{events}")
}

fn findings(text: &str) -> Vec<Finding> {
    ClockFile::parse(text, "c.toml").expect_err("it has problems")
}

/// The one finding of a file: its code, line and column.
fn one(text: &str) -> (&'static str, u64, u64) {
    let all = findings(text);
    assert_eq!(all.len(), 1, "{all:?}");
    (all[0].code, all[0].line.unwrap(), all[0].column.unwrap())
}

fn warned(text: &str) -> Vec<&'static str> {
    let (_, findings) = ClockFile::parse(text, "c.toml").expect("it is sound");
    assert!(findings.iter().all(|finding| finding.severity == Severity::Warning));
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn the_examples_are_sound() {
    assert!(EXAMPLES.len() >= 4);
    for example in EXAMPLES {
        let read = ClockFile::parse(example.text, example.id);
        assert!(read.is_ok(), "{}: {read:?}", example.id);
    }
    assert!(example("extraction").is_some() && example("nothing").is_none());
}

#[test]
fn a_file_is_read_whole_and_sorted_by_day() {
    let text = with(
        "[[event]]\ndate = 2026-02-01\nkind = \"eia-report-requested\"\ndue = \"2026-06-01\"\n[[event]]\ndate = 2026-01-15\nkind = \"completeness-acknowledged\"\n",
    );
    let (file, findings) = ClockFile::parse(&text, "c.toml").unwrap();
    assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["clock-file.unsorted"]);
    assert_eq!(file.project.stages, [ProjectStage::Extraction]);
    assert_eq!(file.events[0].kind, EventKind::CompletenessAcknowledged);
    assert_eq!(file.events[1].due, Some(Date::constant(2026, 6, 1)));
    assert_eq!(file.project.status, None);
}

#[test]
fn the_short_form_of_one_stage_is_kind() {
    let text = "[project]\nkind = \"recycling\"\ncountry = \"el\"\nrecognised = 2025-03-25\nstatus = \"extension\"\n";
    let (file, _) = ClockFile::parse(text, "c.toml").unwrap();
    assert_eq!(file.project.stages, [ProjectStage::Recycling]);
    assert_eq!(file.project.country.as_deref(), Some("GR"));
    assert_eq!(file.project.status, Some(OfStatus::Extension));
}

#[test]
fn impossible_dates_are_found_where_they_stand() {
    assert_eq!(
        one(&with("[[event]]\ndate = \"2026-02-30\"\nkind = \"scoping-requested\"\n")),
        ("clock-file.date", 7, 8)
    );
    assert_eq!(
        one(&with("[[event]]\ndate = 2026-01-15T10:00:00Z\nkind = \"scoping-requested\"\n")),
        ("clock-file.date", 7, 8)
    );
    assert_eq!(
        one(&with("[[event]]\ndate = \"1026-01-15\"\nkind = \"scoping-requested\"\n")),
        ("clock-file.date", 7, 8)
    );
    assert_eq!(
        one(&with("[[event]]\ndate = \"15.1.2026\"\nkind = \"scoping-requested\"\n")),
        ("clock-file.date", 7, 8)
    );
    let bare = findings(&with("[[event]]\ndate = 2026-02-30\nkind = \"scoping-requested\"\n"));
    assert_eq!(bare[0].line, Some(7), "{bare:?}");
}

#[test]
fn an_unknown_kind_gets_the_nearest_one() {
    let text = with("[[event]]\ndate = 2026-01-15\nkind = \"completeness-acknowleged\"\n");
    assert_eq!(one(&text), ("clock-file.unknown-kind", 8, 8));
    assert!(findings(&text)[0].hint.as_deref().unwrap().contains("completeness-acknowledged"));
}

#[test]
fn events_that_cannot_have_happened_in_this_order_are_errors() {
    let closed = with("[[event]]\ndate = 2026-01-15\nkind = \"consultation-closed\"\n");
    assert_eq!(one(&closed), ("clock-file.order", 6, 1));
    let before = with(
        "[[event]]\ndate = 2026-01-15\nkind = \"consultation-closed\"\n[[event]]\ndate = 2026-02-15\nkind = \"consultation-opened\"\n",
    );
    assert_eq!(one(&before), ("clock-file.order", 6, 1));
    let decided = with(
        "[[event]]\ndate = 2026-01-15\nkind = \"comprehensive-decision\"\n[[event]]\ndate = 2026-02-15\nkind = \"completeness-acknowledged\"\n",
    );
    assert_eq!(one(&decided), ("clock-file.order", 9, 1));
    let due = with("[[event]]\ndate = 2026-03-15\nkind = \"eia-report-requested\"\ndue = 2026-03-01\n");
    assert_eq!(one(&due), ("clock-file.order", 9, 7));
    let told = "[project]\nkind = \"extraction\"\ncountry = \"PT\"\nrecognised = 2025-03-25\nrecognition_notified = 2025-03-01\n";
    assert_eq!(one(told), ("clock-file.order", 5, 24));
}

#[test]
fn what_an_event_needs_is_asked_for() {
    assert_eq!(
        one(&with("[[event]]\ndate = 2026-01-15\nkind = \"extension-granted\"\nreasons = true\n")),
        ("clock-file.missing-key", 6, 1)
    );
    assert_eq!(one(&with("[[event]]\nkind = \"scoping-requested\"\n")), ("clock-file.missing-key", 6, 1));
    assert_eq!(
        one(&with("[[event]]\ndate = 2026-01-15\nkind = \"extension-granted\"\nmonths = 1.5\nreasons = true\n")),
        ("clock-file.number", 9, 10)
    );
    assert_eq!(
        one(&with("[[event]]\ndate = 2026-01-15\nkind = \"scoping-requested\"\nmonths = 2\n")),
        ("clock-file.contradiction", 9, 10)
    );
    assert_eq!(one("[project]\nkind = \"extraction\"\ncountry = \"PT\"\n"), ("clock-file.missing-key", 1, 1));
    assert_eq!(one(""), ("clock-file.missing-key", 1, 1));
}

#[test]
fn an_event_that_happens_once_stands_once() {
    let twice = "[[event]]\ndate = 2026-01-15\nkind = \"completeness-acknowledged\"\n".repeat(2);
    assert_eq!(one(&with(&twice)), ("clock-file.duplicate", 9, 1));
}

#[test]
fn a_status_that_contradicts_the_dates_is_said() {
    let new = format!("{HEAD}status = \"new\"\n[[event]]\ndate = 2025-01-15\nkind = \"completeness-acknowledged\"\n");
    assert_eq!(warned(&new), ["clock-file.status"]);
    let old = format!(
        "{HEAD}status = \"in-procedure\"\n[[event]]\ndate = 2026-01-15\nkind = \"completeness-acknowledged\"\n"
    );
    assert_eq!(warned(&old), ["clock-file.status"]);
    assert_eq!(warned(&format!("{HEAD}status = \"in-procedure\"\n")), ["clock-file.status"]);
    assert!(warned(&format!("{HEAD}status = \"extension\"\n")).is_empty());
}

#[test]
fn silence_on_country_and_reasons_is_said() {
    assert_eq!(warned("[project]\nkind = \"extraction\"\nrecognised = 2025-03-25\n"), ["clock-file.no-country"]);
    assert_eq!(
        warned(&with("[[event]]\ndate = 2026-01-15\nkind = \"extension-granted\"\nmonths = 6\n")),
        ["clock-file.reasons"]
    );
}

#[test]
fn what_if_replaces_an_event_that_happens_once() {
    let text = with("[[event]]\ndate = 2026-01-15\nkind = \"completeness-acknowledged\"\n");
    let (file, _) = ClockFile::parse(&text, "c.toml").unwrap();
    let other = file.clone().what_if(EventKind::CompletenessAcknowledged, Date::constant(2026, 3, 1));
    assert_eq!(other.events.len(), 1);
    assert_eq!(other.events[0].date, Date::constant(2026, 3, 1));
    let more = file.what_if(EventKind::SupplementDelivered, Date::constant(2025, 1, 1));
    assert_eq!(more.events[0].kind, EventKind::SupplementDelivered);
}

#[test]
fn every_code_is_listed() {
    let texts = ["", "[project]\nkind = 3\n", "x = 1\n[project]\n", "format = 2\n[project]\nkind=\"\"\n[[event]]\n"];
    for finding in texts.into_iter().flat_map(findings) {
        assert!(adit_facts::finding::codes::CODES.iter().any(|code| code.code == finding.code), "{}", finding.code);
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_or_refused_with_its_place(text in "\\PC{0,200}") {
        if let Err(findings) = ClockFile::parse(&with(&text), "c.toml") {
            proptest::prop_assert!(!findings.is_empty());
            proptest::prop_assert!(findings.iter().all(|finding| finding.line.is_some() && finding.column.is_some()));
        }
    }
}
