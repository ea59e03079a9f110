//! Consultations: 30 to 85 days, 40 more with reasons; on a supplement only a reasonable time.

use crate::harness::{COMPLETE, MINE, clock, rules};

/// Breaches of a consultation from 1 September 2026 for so many days.
fn lasting(days: i32, more: &str) -> Vec<String> {
    let opened = crate::harness::day("2026-09-01");
    let closed = adit_model::clock::counting::add_days(opened, days).unwrap();
    let (first, last) = (format!("2026-09-01 consultation-opened {more}"), format!("{closed} consultation-closed"));
    let clock = clock(MINE, &[COMPLETE, &first, &last], "2027-02-01");
    rules(&clock).into_iter().map(str::to_owned).collect()
}

#[test]
fn the_window_is_thirty_to_eighty_five_days() {
    assert_eq!(lasting(29, ""), ["Art. 12(5)"]);
    assert!(lasting(30, "").is_empty());
    assert!(lasting(85, "").is_empty());
    assert_eq!(lasting(86, ""), ["Art. 12(5)"]);
    assert!(lasting(86, "reasons=true").is_empty());
    assert!(lasting(125, "reasons=true").is_empty());
    assert_eq!(lasting(126, "reasons=true"), ["Art. 12(5)"]);
    assert_eq!(lasting(29, "reasons=true"), ["Art. 12(5)"]);
}

#[test]
fn ten_working_days_are_flagged() {
    let events = [COMPLETE, "2026-09-07 consultation-opened", "2026-09-21 consultation-closed"];
    let clock = clock(MINE, &events, "2026-11-23");
    assert_eq!(rules(&clock), ["Art. 12(5)"]);
    assert!(clock.breaches[0].text.contains("14 days, less than the minimum of 30 days"), "{}", clock.breaches[0].text);
}

#[test]
fn the_window_of_an_open_consultation_is_a_deadline() {
    let clock = clock(MINE, &[COMPLETE, "2026-09-01 consultation-opened"], "2026-09-10");
    let window = clock.deadline("consultation").unwrap();
    assert_eq!(window.earliest.unwrap().to_string(), "2026-10-01");
    assert_eq!(window.due.unwrap().to_string(), "2026-11-25");
    assert_eq!(window.latest.unwrap().to_string(), "2027-01-04");
}

#[test]
fn a_consultation_on_a_supplement_is_noted_and_not_flagged() {
    assert!(lasting(10, "of=\"supplement\"").is_empty());
    let events = [COMPLETE, "2026-09-01 consultation-opened of=\"supplement\"", "2026-09-11 consultation-closed"];
    let clock = clock(MINE, &events, "2026-11-23");
    assert!(clock.notes.iter().any(|note| note.contains("reasonable time")));
    assert!(clock.deadline("consultation").is_none());
}

#[test]
fn a_consultation_before_the_recognition_is_not_judged() {
    let events = ["2024-05-01 consultation-opened", "2024-05-15 consultation-closed", COMPLETE];
    let clock = clock(MINE, &events, "2026-11-23");
    assert!(clock.breaches.is_empty());
    assert!(clock.notes.iter().any(|note| note.contains("14 days") && note.contains("Art. 12(6)")));
}
