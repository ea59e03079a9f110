//! The comprehensive decision: months, stops, extensions, where a project stood, and what is read two ways.

use adit_facts::law::{OfStatus, StopKind};
use adit_model::clock::{Reading, State, run};

use crate::harness::{COMPLETE, MINE, PLANT, clock, day, decision, ends, file, law, rules};

#[test]
fn twenty_seven_months_with_extraction_end_before_easter_and_move() {
    let clock = clock(MINE, &[COMPLETE], "2026-11-23");
    assert_eq!(ends(&clock), ["2028-04-15", "2028-04-17", "2028-10-15"]);
    let deadline = decision(&clock);
    assert_eq!(deadline.rule, "Art. 11(1)(a)");
    assert_eq!(deadline.counted_from, Some(day("2026-01-15")));
    assert_eq!((deadline.stopped_days, deadline.extended, deadline.state), (0, 0, State::Open));
    assert_eq!(deadline.moved, ["2028-04-15 is a Saturday", "2028-04-16 is Easter Sunday (PT)"]);
    assert!(clock.breaches.is_empty() && clock.readings.is_empty());
}

#[test]
fn easter_monday_moves_it_further_where_it_is_a_holiday() {
    let germany = MINE.replace("PT", "DE");
    assert_eq!(ends(&clock(&germany, &[COMPLETE], "2026-11-23"))[1], "2028-04-18");
}

#[test]
fn fifteen_months_without_extraction() {
    assert_eq!(ends(&clock(PLANT, &[COMPLETE], "2026-11-23")), ["2027-04-15", "2027-04-15", "2027-07-15"]);
    let both = "stages = [\"processing\", \"extraction\"]; country = \"PT\"; recognised = 2025-03-25";
    assert_eq!(ends(&clock(both, &[COMPLETE], "2026-11-23"))[0], "2028-04-15");
}

#[test]
fn months_end_on_the_last_day_of_a_month_that_lacks_the_day() {
    let end = |from: &str| ends(&clock(MINE, &[&format!("{from} completeness-acknowledged")], "2026-11-23"))[0].clone();
    assert_eq!(end("2026-08-31"), "2028-11-30");
    assert_eq!(end("2026-11-30"), "2029-02-28");
    assert_eq!(end("2025-11-29"), "2028-02-29");
    assert_eq!(end("2025-11-30"), "2028-02-29");
    assert_eq!(end("2028-02-29"), "2030-05-29");
}

#[test]
fn a_late_report_moves_the_decision_by_its_days() {
    let events = [COMPLETE, "2026-02-02 eia-report-requested due=2026-06-01", "2026-07-11 eia-report-delivered"];
    let clock = clock(MINE, &events, "2026-11-23");
    assert_eq!(decision(&clock).stopped_days, 40);
    assert_eq!(ends(&clock), ["2028-05-25", "2028-05-25", "2028-11-24"]);
    assert!(clock.breaches.is_empty(), "lateness stops the clock, it is no breach: {:?}", clock.breaches);
}

#[test]
fn a_report_in_time_stops_nothing_and_an_open_one_stops_until_today() {
    let early = [COMPLETE, "2026-02-02 eia-report-requested due=2026-06-01", "2026-05-20 eia-report-delivered"];
    assert_eq!(decision(&clock(MINE, &early, "2026-11-23")).stopped_days, 0);
    let open = [COMPLETE, "2026-02-02 eia-report-requested due=2026-06-01"];
    let running = clock(MINE, &open, "2026-06-11");
    assert_eq!((decision(&running).stopped_days, decision(&running).runs), (10, true));
    assert_eq!(decision(&clock(MINE, &open, "2026-05-31")).stopped_days, 0);
    // Without `due` the day of the event is the deadline.
    let bare = [COMPLETE, "2026-06-01 eia-report-requested", "2026-06-06 eia-report-delivered"];
    assert_eq!(decision(&clock(MINE, &bare, "2026-11-23")).stopped_days, 5);
}

#[test]
fn a_stop_ends_with_the_decision() {
    let events = [COMPLETE, "2026-02-01 supplement-requested due=2026-06-01", "2026-06-11 comprehensive-decision"];
    let clock = clock(MINE, &events, "2027-06-01");
    assert_eq!((decision(&clock).stopped_days, decision(&clock).state), (10, State::Met));
}

#[test]
fn overlapping_stops_are_united() {
    let events = [
        COMPLETE,
        "2026-02-02 eia-report-requested due=2026-06-01",
        "2026-07-11 eia-report-delivered",
        "2026-05-01 supplement-requested due=2026-06-21",
        "2026-07-21 supplement-delivered",
    ];
    // 1 June to 11 July and 21 June to 21 July together: 50 days.
    let clock = clock(MINE, &events, "2026-11-23");
    assert_eq!(decision(&clock).stopped_days, 50);
    assert_eq!(ends(&clock)[0], "2028-06-04");
}

#[test]
fn preparation_of_the_report_is_read_two_ways() {
    let events = [
        COMPLETE,
        "2026-02-01 eia-preparation-started",
        "2026-02-02 eia-report-requested due=2026-06-01",
        "2026-07-11 eia-report-delivered",
    ];
    let file = file(MINE, &events);
    let outside = run(&file, law(), Reading::default(), day("2026-11-23"));
    // 1 February to 11 July: 160 days, the 40 late ones among them.
    assert_eq!(decision(&outside).stopped_days, 160);
    let found: Vec<(&str, i32, bool)> =
        outside.readings.iter().map(|reading| (reading.word, reading.deadline.stopped_days, reading.chosen)).collect();
    assert_eq!(found, [("preparation-outside", 160, true), ("preparation-counted", 40, false)]);
    let counted = Reading { preparation_counted: true, ..Reading::default() };
    let other = run(&file, law(), counted, day("2026-11-23"));
    assert_eq!(decision(&other).stopped_days, 40);
    assert!(decision(&other).stops.iter().all(|stop| stop.kind == StopKind::LateReport));
}

#[test]
fn preparation_before_the_process_takes_nothing_from_it() {
    let events = ["2025-06-01 eia-preparation-started", "2025-12-01 eia-report-delivered", COMPLETE];
    assert_eq!(decision(&clock(MINE, &events, "2026-11-23")).stopped_days, 0);
}

#[test]
fn an_extension_given_in_time_moves_the_decision() {
    let events = [COMPLETE, "2028-03-01 extension-granted months=6 reasons=true"];
    let longer = clock(MINE, &events, "2026-11-23");
    assert_eq!(ends(&longer), ["2028-10-15", "2028-10-16", "2028-10-15"]);
    assert_eq!(decision(&longer).extended, 6);
    let last_day = [COMPLETE, "2028-04-17 extension-granted months=1 reasons=true"];
    assert_eq!(ends(&clock(MINE, &last_day, "2026-11-23"))[0], "2028-05-15");
}

#[test]
fn an_extension_that_is_late_too_long_or_without_reasons_moves_nothing() {
    for wrong in [
        "2028-04-18 extension-granted months=1 reasons=true",
        "2028-03-01 extension-granted months=7 reasons=true",
        "2028-03-01 extension-granted months=1 reasons=false",
    ] {
        let clock = clock(MINE, &[COMPLETE, wrong], "2026-11-23");
        assert_eq!(ends(&clock)[0], "2028-04-15", "{wrong}");
        assert_eq!(rules(&clock), ["Art. 11(4)(a)"], "{wrong}");
        assert_eq!(decision(&clock).extended, 0);
    }
    let plant = clock(PLANT, &[COMPLETE, "2027-03-01 extension-granted months=4 reasons=true"], "2026-11-23");
    assert_eq!(rules(&plant), ["Art. 11(4)(b)"]);
    let twice = [
        COMPLETE,
        "2028-03-01 extension-granted months=4 reasons=true",
        "2028-04-01 extension-granted months=3 reasons=true",
    ];
    let twice = clock(MINE, &twice, "2026-11-23");
    assert_eq!((decision(&twice).extended, rules(&twice)), (4, vec!["Art. 11(4)(a)"]));
}

#[test]
fn a_project_in_procedure_is_counted_from_its_recognition() {
    let clock = clock(MINE, &["2024-09-01 completeness-acknowledged"], "2026-11-23");
    assert_eq!(clock.process.status, OfStatus::InProcedure);
    assert_eq!(decision(&clock).rule, "Art. 11(2)(a)");
    assert_eq!(ends(&clock)[0], "2027-03-25");
    assert!(clock.deadline("scoping-request").is_none(), "Art. 12(6)");
    assert!(clock.notes.iter().any(|note| note.contains("Art. 12(6)")));
    let plant = PLANT.replace("FI", "SE");
    assert_eq!(ends(&self::clock(&plant, &["2024-09-01 completeness-acknowledged"], "2026-11-23"))[0], "2026-03-25");
}

#[test]
fn dates_count_where_the_status_contradicts_them() {
    let stated = format!("{MINE}; status = \"new\"");
    let clock = clock(&stated, &["2024-09-01 completeness-acknowledged"], "2026-11-23");
    assert_eq!(decision(&clock).rule, "Art. 11(2)(a)");
}

#[test]
fn an_extension_of_a_project_has_two_beginnings() {
    let project = format!("{MINE}; status = \"extension\"");
    let clock = clock(&project, &[COMPLETE], "2026-11-23");
    assert_eq!(ends(&clock)[0], "2027-03-25");
    let found: Vec<(&str, String)> =
        clock.readings.iter().map(|reading| (reading.word, reading.deadline.due.unwrap().to_string())).collect();
    assert_eq!(
        found,
        [("from-recognition", "2027-03-25".to_owned()), ("from-acknowledgement", "2028-01-15".to_owned())]
    );
}

#[test]
fn recovery_from_tailings_is_read_both_ways() {
    let project = "kind = \"tailings\"; country = \"PT\"; recognised = 2025-03-25";
    let clock = clock(project, &[COMPLETE], "2026-11-23");
    let found: Vec<(&str, String, bool)> = clock
        .readings
        .iter()
        .map(|reading| (reading.word, reading.deadline.due.unwrap().to_string(), reading.chosen))
        .collect();
    assert_eq!(
        found,
        [("as-extraction", "2028-04-15".to_owned(), false), ("as-processing", "2027-04-15".to_owned(), true)]
    );
}

#[test]
fn before_the_acknowledgement_nothing_runs() {
    let clock = clock(MINE, &[], "2026-11-23");
    assert_eq!(ends(&clock), ["none", "none", "none"]);
    assert_eq!(decision(&clock).state, State::Waiting);
}

#[test]
fn outside_the_union_and_without_recognition_article_11_does_not_bind() {
    let norway = MINE.replace("PT", "NO");
    let clock = clock(&norway, &[COMPLETE], "2026-11-23");
    assert!(clock.deadline("comprehensive-decision").is_none());
    assert!(clock.deadline("promoter-report").is_some(), "Art. 8(1) binds everywhere");
    let plain = "kind = \"extraction\"; country = \"PT\"; strategic = false";
    assert!(self::clock(plain, &[COMPLETE], "2026-11-23").deadlines.is_empty());
}

#[test]
fn without_a_calendar_effective_is_unknown() {
    let none = "kind = \"extraction\"; recognised = 2025-03-25";
    assert_eq!(ends(&clock(none, &[COMPLETE], "2026-11-23")), ["2028-04-15", "none", "2028-10-15"]);
    let malta = MINE.replace("PT", "MT");
    let clock = clock(&malta, &[COMPLETE], "2026-11-23");
    assert_eq!(ends(&clock)[1], "none");
    assert!(clock.notes.iter().any(|note| note.contains("no calendar of public holidays for MT")));
}

#[test]
fn a_decision_after_its_day_is_a_breach_and_one_on_it_is_not() {
    let late = clock(PLANT, &[COMPLETE, "2027-04-16 comprehensive-decision"], "2027-05-01");
    assert_eq!((rules(&late), decision(&late).state), (vec!["Art. 11(1)(b)"], State::Late));
    let met = clock(PLANT, &[COMPLETE, "2027-04-15 comprehensive-decision"], "2027-05-01");
    assert_eq!((rules(&met), decision(&met).state), (vec![], State::Met));
    let overdue = clock(PLANT, &[COMPLETE], "2027-05-01");
    assert_eq!((rules(&overdue), decision(&overdue).state), (vec![], State::Overdue));
}

#[test]
fn a_shorter_national_limit_goes_first() {
    let mut package = crate::harness::package().clone();
    let csv = "territory,id,stage,status,what,who,rule,counted_from,length,unit,extension,stops,valid_from,source,locator\n\
               PT,comprehensive-decision,any,any,Decision,competent-authority,Made-up Act § 1,completeness-acknowledged,12,months,,,2020-01-01,test,test\n";
    let findings = package.lay_over("time-limits", "facts/time-limits.csv", csv, "ec-2023");
    assert!(findings.is_empty(), "{findings:?}");
    let law = adit_model::clock::Law::of(&package);
    let clock = run(&file(MINE, &[COMPLETE]), &law, Reading::default(), day("2026-11-23"));
    assert_eq!(decision(&clock).due, Some(day("2027-01-15")));
    assert!(decision(&clock).rule.contains("Made-up Act"));
    let abroad = file(&MINE.replace("PT", "FI"), &[COMPLETE]);
    let other = run(&abroad, &law, Reading::default(), day("2026-11-23"));
    assert_eq!(decision(&other).due, Some(day("2028-04-15")));
}
