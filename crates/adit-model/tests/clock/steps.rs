//! Steps of Art. 8, 11 and 12, and the projection.

use adit_model::clock::State;
use adit_model::clock::projection::project;

use crate::harness::{COMPLETE, MINE, PLANT, clock, day, package, rules};

fn due(clock: &adit_model::clock::Clock, id: &str) -> String {
    clock.deadline(id).unwrap_or_else(|| panic!("{id}")).due.map_or("none".to_owned(), |day| day.to_string())
}

#[test]
fn scoping_thirty_and_forty_five_days() {
    let project = format!("{MINE}; assessment = true; recognition_notified = 2025-04-01");
    let events = ["2025-05-02 scoping-requested", "2025-06-17 scoping-opinion"];
    let clock = clock(&project, &events, "2026-11-23");
    // 1 May 2025 is a public holiday in Portugal: the request of 2 May is in time.
    assert_eq!(due(&clock, "scoping-request"), "2025-05-01");
    assert_eq!(clock.deadline("scoping-request").unwrap().effective, Some(day("2025-05-02")));
    // 45 days end on 16 June; the opinion came a day late.
    assert_eq!(due(&clock, "scoping-opinion"), "2025-06-16");
    assert_eq!(rules(&clock), ["Art. 12(1)"]);
}

#[test]
fn scoping_after_the_application_is_a_breach() {
    let project = format!("{MINE}; recognition_notified = 2026-01-10");
    let clock = clock(&project, &[COMPLETE, "2026-01-20 scoping-requested"], "2026-01-21");
    assert_eq!(rules(&clock), ["Art. 12(1)"]);
}

#[test]
fn scoping_is_not_overdue_where_the_file_is_silent_on_the_assessment() {
    assert_eq!(clock(MINE, &[COMPLETE], "2026-11-23").deadline("scoping-request").unwrap().state, State::Waiting);
    let required = format!("{MINE}; assessment = true");
    assert_eq!(clock(&required, &[COMPLETE], "2026-11-23").deadline("scoping-request").unwrap().state, State::Overdue);
    let none = format!("{MINE}; assessment = false");
    assert!(clock(&none, &[COMPLETE], "2026-11-23").deadline("scoping-request").is_none());
}

#[test]
fn a_supplement_due_under_thirty_days_is_a_breach() {
    let asked = |due: &str| {
        let request = format!("2026-06-01 supplement-requested due={due}");
        rules(&clock(MINE, &[COMPLETE, &request], "2026-06-02")).len()
    };
    assert_eq!((asked("2026-06-30"), asked("2026-07-01"), asked("2026-07-02")), (1, 0, 0));
    assert!(clock(MINE, &[COMPLETE, "2026-06-01 supplement-requested"], "2026-06-02").breaches.is_empty());
}

#[test]
fn completeness_schedule_and_screening() {
    let events = [
        "2025-12-01 application-received",
        "2025-12-20 completion-requested",
        "2026-01-02 application-received",
        COMPLETE,
        "2026-02-16 schedule-published",
        "2026-01-31 screening-information-complete",
        "2026-03-03 screening-decision",
    ];
    let clock = clock(PLANT, &events, "2026-11-23");
    assert_eq!(
        (due(&clock, "completeness"), due(&clock, "completeness-2")),
        ("2026-01-15".to_owned(), "2026-02-16".to_owned())
    );
    // 15 February 2026 is a Sunday.
    let schedule = clock.deadline("schedule").unwrap();
    assert_eq!(
        (schedule.due, schedule.effective, schedule.state),
        (Some(day("2026-02-15")), Some(day("2026-02-16")), State::Met)
    );
    assert_eq!(due(&clock, "screening"), "2026-03-02");
    assert_eq!(rules(&clock), ["Art. 11(5)"]);
}

#[test]
fn the_reasoned_conclusion_is_counted_from_the_last_of_information_and_consultation() {
    let base = [COMPLETE, "2026-03-02 eia-report-delivered", "2026-04-01 consultation-opened"];
    let waiting = clock(MINE, &base, "2026-11-23");
    assert_eq!(waiting.deadline("reasoned-conclusion").unwrap().state, State::Waiting);
    let closed = [&base[..], &["2026-05-15 consultation-closed"]].concat();
    let clock_closed = clock(MINE, &closed, "2026-06-01");
    assert_eq!(due(&clock_closed, "reasoned-conclusion"), "2026-08-13");
    assert_eq!(clock_closed.deadline("reasoned-conclusion").unwrap().latest, Some(day("2026-09-02")));
    let supplemented =
        [&closed[..], &["2026-05-20 supplement-requested due=2026-07-01", "2026-06-20 supplement-delivered"]].concat();
    assert_eq!(due(&clock(MINE, &supplemented, "2026-07-01"), "reasoned-conclusion"), "2026-09-18");
    let extended =
        [&closed[..], &["2026-08-01 extension-granted extends=\"reasoned-conclusion\" days=20 reasons=true"]].concat();
    assert_eq!(due(&clock(MINE, &extended, "2026-08-02"), "reasoned-conclusion"), "2026-09-02");
    let longer =
        [&closed[..], &["2026-08-01 extension-granted extends=\"reasoned-conclusion\" days=21 reasons=true"]].concat();
    let longer = clock(MINE, &longer, "2026-08-02");
    assert_eq!((due(&longer, "reasoned-conclusion"), rules(&longer)), ("2026-08-13".to_owned(), vec!["Art. 12(4)"]));
}

#[test]
fn reports_of_the_promoter_come_every_two_years() {
    let clock = clock(MINE, &[COMPLETE], "2029-06-01");
    let ids: Vec<(&str, String)> = clock
        .deadlines
        .iter()
        .filter(|deadline| deadline.id.starts_with("promoter-report"))
        .map(|deadline| (deadline.id.as_str(), deadline.due.unwrap().to_string()))
        .collect();
    assert_eq!(
        ids,
        [
            ("promoter-report", "2027-03-25".to_owned()),
            ("promoter-report-2", "2029-03-25".to_owned()),
            ("promoter-report-3", "2031-03-25".to_owned())
        ]
    );
    assert_eq!(clock.deadline("promoter-report").unwrap().effective, None);
}

#[test]
fn the_website_is_a_duty_without_a_date() {
    let clock = clock(MINE, &[COMPLETE, "2026-02-01 website-published"], "2026-11-23");
    assert_eq!(clock.duties[0].done, Some(day("2026-02-01")));
    assert_eq!(clock.duties.len(), 3);
}

#[test]
fn a_projection_is_keyed_and_ordered() {
    let clock = clock(MINE, &[COMPLETE], "2026-11-23");
    let limit = clock.deadlines[0].last_day();
    let before = Some(day("2029-01-01"));
    let ask = |draws: usize, seed: u64| project(&clock.process, package(), draws, seed, before, limit).unwrap();
    let first = ask(2000, 1);
    assert_eq!(first, ask(2000, 1));
    assert!(first.p5 < first.p50 && first.p50 < first.p95);
    // The report already lasts 312 days of its assumed 365.
    assert_eq!(first.steps[0].lasts, 312);
    assert_eq!(first.base, day("2026-11-23").checked_add(jiff::ToSpan::days(53 + 90 + 150 + 120)).unwrap());
    let chance = first.chance.unwrap();
    assert!((0.0..=1.0).contains(&chance) && (chance - ask(2000, 2).chance.unwrap()).abs() < 0.05);
    let later = project(&clock.process, package(), 2000, 1, Some(day("2030-01-01")), limit).unwrap();
    assert!(later.chance.unwrap() >= chance);
}

#[test]
fn a_step_that_outlasts_its_longest_length_ends_tomorrow_at_the_earliest() {
    let clock = clock(MINE, &[COMPLETE], "2036-01-01");
    let projection = project(&clock.process, package(), 100, 1, None, None).unwrap();
    assert!(projection.p5.unwrap() > day("2036-01-01"));
    assert_eq!(projection.chance, None);
}

#[test]
fn what_was_decided_is_not_projected() {
    let clock = clock(PLANT, &[COMPLETE, "2026-10-01 comprehensive-decision"], "2026-11-23");
    assert!(project(&clock.process, package(), 10, 1, None, None).is_none());
}
