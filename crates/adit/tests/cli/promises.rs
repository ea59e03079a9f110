//! The permit clock and the obligations as other programs and people meet them.

use serde_json::Value;

use super::harness::{Folder, adit};

const DAY: &str = "2026-11-23";

const MINE: &str = "[project]\nname = \"Example; mine, ä\"\nstages = [\"extraction\", \"processing\"]\ncountry = \"PT\"\nstrategic = true\nstatus = \"new\"\nrecognised = 2025-03-25\n[[event]]\ndate = 2026-01-15\nkind = \"completeness-acknowledged\"\n";

fn clock(name: &str) -> Value {
    adit(&["clock", name, "--as-of", DAY, "--format", "json"]).json()
}

fn obligations() -> Value {
    adit(&["obligations", "--as-of", DAY, "--format", "json"]).json()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap()
}

fn deadline<'a>(answer: &'a Value, id: &str) -> &'a Value {
    list(answer, "deadlines").iter().find(|deadline| deadline["id"] == id).unwrap()
}

#[test]
fn a_clock_of_ones_own_keeps_the_contract() {
    let folder = Folder::new("clock");
    folder.write("clock.toml", MINE);
    let answer = folder.adit(&["clock", "clock.toml", "--as-of", DAY, "--format", "json"]).json();
    let decision = &answer["deadlines"][0];
    assert_eq!(decision["id"], "comprehensive-decision");
    assert_eq!((&decision["due"], &decision["effective"]), (&"2028-04-15".into(), &"2028-04-17".into()));
    assert_eq!((&decision["latest"], &decision["counted_from"]), (&"2028-10-15".into(), &"2026-01-15".into()));
    assert_eq!((&decision["stopped_days"], &decision["extended"]), (&0.into(), &0.into()));
    assert_eq!(decision["rule"], "Art. 11(1)(a)");
    assert!(list(&answer, "breaches").is_empty());
    // Its ids open as well: the file is read again.
    let why = decision["why"].as_str().unwrap();
    let opened = folder.adit(&["why", why, "--format", "json"]).json();
    assert_eq!(opened["value"], 821.0);
    assert!(opened.to_string().contains("time-limits/EU/comprehensive-decision/extraction/new/length"));
}

#[test]
fn the_worked_examples_come_out_as_counted_by_hand() {
    assert_eq!(deadline(&clock("processing"), "comprehensive-decision")["due"], "2027-04-15");
    let late = clock("late-report");
    let decision = deadline(&late, "comprehensive-decision");
    assert_eq!((&decision["stopped_days"], &decision["due"]), (&40.into(), &"2028-05-25".into()));
    let breaches = list(&late, "breaches");
    assert_eq!(breaches.len(), 1);
    assert_eq!(breaches[0]["rule"], "Art. 12(5)");
    let extended = clock("extension");
    let decision = deadline(&extended, "comprehensive-decision");
    assert_eq!((&decision["extended"], &decision["stopped_days"]), (&2.into(), &15.into()));
    assert_eq!(decision["due"], "2026-06-09");
    let barroso = clock("barroso");
    assert_eq!(deadline(&barroso, "comprehensive-decision")["due"], "2027-03-25");
    assert!(list(&barroso, "breaches").is_empty(), "what was consulted on before the recognition is not judged");
}

#[test]
fn what_if_and_readings_shape_the_answer() {
    let june =
        ["clock", "late-report", "--as-of", DAY, "--what-if", "comprehensive-decision=2028-06-01", "--format", "json"];
    let answer = adit(&june).json();
    assert_eq!(deadline(&answer, "comprehensive-decision")["state"], "late");
    assert!(list(&answer, "breaches").iter().any(|breach| breach["rule"] == "Art. 11(1)(a)"));
    let folder = Folder::new("clock-readings");
    folder.write("c.toml", MINE.replace("\"extraction\", \"processing\"", "\"tailings\""));
    let both = folder.adit(&["clock", "c.toml", "--as-of", DAY, "--format", "json"]).json();
    assert_eq!(list(&both, "readings").len(), 2);
    assert_eq!(both["deadlines"][0]["due"], "2027-04-15");
    let other = ["clock", "c.toml", "--as-of", DAY, "--reading", "as-extraction", "--format", "json"];
    assert_eq!(folder.adit(&other).json()["deadlines"][0]["due"], "2028-04-15");
}

#[test]
fn every_date_of_the_act_is_an_obligation() {
    let answer = obligations();
    let all = list(&answer, "obligations");
    for (due, rule) in [
        ("2026-11-24", "Art. 27(3)"),
        ("2027-01-01", "Art. 5(3)"),
        ("2027-03-24", "Art. 27(7)(c)"),
        ("2027-03-25", "Art. 8(1)"),
        ("2027-03-25", "Art. 11(2)(a)"),
        ("2027-05-24", "Art. 3(3)"),
        ("2027-05-24", "Art. 4(3)"),
        ("2027-05-24", "Art. 27(6)"),
        ("2027-05-24", "Art. 29(1)"),
        ("2027-05-24", "Art. 30(1)"),
        ("2027-05-24", "Art. 44(2)"),
        ("2027-05-24", "Art. 45(1)"),
        ("2027-06-04", "Art. 8(1)"),
        ("2027-11-24", "Art. 27(5)"),
        ("2028-05-24", "Art. 23(1)"),
        ("2028-05-24", "Art. 45(1)"),
    ] {
        assert!(all.iter().any(|one| one["due"] == due && one["rule"] == rule), "{due} {rule}");
    }
    assert_eq!(all[0]["rule"], "Art. 27(3)", "what is due next stands on top");
    for one in all {
        for key in ["due", "who", "what", "rule", "basis", "trigger"] {
            assert!(one.get(key).is_some(), "{key}: {one}");
        }
        let passed = one["due"].as_str().is_some_and(|due| due < DAY);
        assert_eq!(one["state"] == "passed", passed, "{one}");
        if passed {
            assert!(one["says"].as_str().unwrap().contains("not in our facts"));
        }
    }
}

/// Every `why` of a document, wherever it stands.
fn ids(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match value.as_str().filter(|_| key.starts_with("why")) {
                    Some(id) => found.push(id.to_owned()),
                    None => ids(value, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| ids(value, found)),
        _ => {}
    }
}

#[test]
fn every_printed_id_opens() {
    let mut found = Vec::new();
    let extended =
        ["clock", "extension", "--as-of", DAY, "--before", "2027-01-01", "--draws", "50", "--format", "json"];
    for answer in [clock("late-report"), adit(&extended).json(), obligations()] {
        ids(&answer, &mut found);
    }
    assert!(found.len() > 60, "{}", found.len());
    found.sort();
    found.dedup();
    // One run of the program for each id would take long; a third of them, and every kind, is enough here. The answers'
    // own test opens them all.
    for id in found.iter().step_by(3) {
        let opened = adit(&["why", id, "--format", "json"]).json();
        assert_eq!(opened["id"], id.as_str());
        assert!(opened["value"].is_number() && opened["rule"].is_string(), "{id}");
    }
}

/// Unfolds a calendar and splits it into events of name-value pairs.
fn events(text: &str) -> Vec<Vec<(String, String)>> {
    assert!(text.ends_with("END:VCALENDAR\r\n") && text.starts_with("BEGIN:VCALENDAR\r\n"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    let unfolded = text.replace("\r\n ", "");
    let mut events = Vec::new();
    let mut now: Option<Vec<(String, String)>> = None;
    for line in unfolded.split("\r\n").filter(|line| !line.is_empty()) {
        match (line, &mut now) {
            ("BEGIN:VEVENT", _) => now = Some(Vec::new()),
            ("END:VEVENT", _) => events.extend(now.take()),
            (line, Some(event)) => {
                let (name, value) = line.split_once(':').unwrap();
                event.push((name.to_owned(), value.to_owned()));
            }
            _ => {}
        }
    }
    events
}

#[test]
fn the_calendar_reads_back() {
    let folder = Folder::new("ics");
    folder.write("clock.toml", MINE);
    folder.adit(&["clock", "clock.toml", "--as-of", DAY, "--export", "clock.ics", "--quiet"]).ok();
    let text = std::fs::read_to_string(folder.path().join("clock.ics")).unwrap();
    let all = events(&text);
    let value = |event: &[(String, String)], name: &str| {
        event.iter().find(|(found, _)| found == name).map(|(_, value)| value.clone()).unwrap()
    };
    let uids: std::collections::BTreeSet<String> = all.iter().map(|event| value(event, "UID")).collect();
    assert_eq!(uids.len(), all.len());
    let decision = all.iter().find(|event| value(event, "UID").starts_with("comprehensive-decision")).unwrap();
    assert_eq!(value(decision, "DTSTART;VALUE=DATE"), "20280417");
    assert_eq!(value(decision, "DTEND;VALUE=DATE"), "20280418");
    assert_eq!(value(decision, "DTSTAMP"), "20261123T000000Z");
    assert_eq!(value(decision, "SUMMARY"), "Example\\; mine\\, ä: Comprehensive decision");
    folder.adit(&["obligations", "--as-of", DAY, "--export", "due.ics", "--quiet"]).ok();
    let due = events(&std::fs::read_to_string(folder.path().join("due.ics")).unwrap());
    assert!(due.len() > 20);
    assert_eq!(value(&due[0], "DTSTART;VALUE=DATE"), "20261124");
}

#[test]
fn the_schedule_is_a_page_without_script() {
    let folder = Folder::new("schedule");
    folder.write("clock.toml", MINE.replace("Example; mine, ä", "<script>alert(1)</script>"));
    folder.adit(&["clock", "clock.toml", "--as-of", DAY, "--export", "schedule.html", "--quiet"]).ok();
    let page = std::fs::read_to_string(folder.path().join("schedule.html")).unwrap();
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script"));
    assert!(page.contains("2028-04-17") && page.contains("Art. 11(1)(a)"));
    folder.adit(&["clock", "clock.toml", "--as-of", DAY, "--export", "clock.csv", "--quiet"]).ok();
    let table = std::fs::read_to_string(folder.path().join("clock.csv")).unwrap();
    assert!(table.starts_with("deadline,what,who,due,effective"));
}

#[test]
fn what_is_confidential_is_not_exported() {
    let folder = Folder::new("confidential");
    folder.write("clock.toml", MINE.replace("strategic = true", "strategic = true\nconfidential = true"));
    let run = folder.adit(&["clock", "clock.toml", "--as-of", DAY, "--export", "schedule.html"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("Art. 46") && !folder.path().join("schedule.html").exists());
}

#[test]
fn what_is_wrong_with_a_file_is_said_at_its_place() {
    let folder = Folder::new("clock-wrong");
    folder.write(
        "c.toml",
        MINE.replace("date = 2026-01-15", "date = \"2026-02-30\"").replace("acknowledged", "acknowleged"),
    );
    let run = folder.adit(&["clock", "c.toml", "--as-of", DAY]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("c.toml:9:8: error[clock-file.date]"), "{}", run.err);
    assert!(run.err.contains("c.toml:10:8: error[clock-file.unknown-kind]"), "{}", run.err);
    assert!(run.err.contains("did you mean completeness-acknowledged"), "{}", run.err);
}

#[test]
fn calls_that_make_no_sense_are_refused() {
    for call in [
        &["clock", "extraction", "--as-of", "2026-02-30"][..],
        &["clock", "extraction", "--as-of", DAY, "--what-if", "decided=2027-01-01"],
        &["clock", "extraction", "--as-of", DAY, "--reading", "whatever"],
        &["clock", "extracton", "--as-of", DAY],
        &["clock", "extraction", "--as-of", DAY, "--export", "clock.doc"],
        &["obligations", "--as-of", DAY, "--who", "comission"],
        &["obligations", "--as-of", "tomorrow"],
        &["plan", "upper-vally"],
        &["plan", "upper-valley", "--export", "plan.doc"],
        &["why", "clock.due/comprehensive-decision"],
        &["why", "obligation.due/nothing?as-of=2026-11-23"],
    ] {
        let run = adit(call);
        assert_eq!(run.code, 2, "{call:?}: {}{}", run.out, run.err);
        assert!(run.err.contains("hint"), "{call:?}: {}", run.err);
    }
}

#[test]
fn a_plan_is_held_against_article_13_sentence_by_sentence() {
    let answer = adit(&["plan", "upper-valley", "--format", "json"]).json();
    let checks = list(&answer, "checks");
    let standing = |id: &str| -> Vec<&str> {
        checks.iter().filter(|check| check["id"] == id).map(|check| check["standing"].as_str().unwrap()).collect()
    };
    assert_eq!(standing("considered"), ["met"]);
    assert_eq!(standing("priority"), ["met", "not-shown", "not-shown"]);
    assert_eq!(standing("one-assessment"), ["not-met"]);
    let keliber = list(&answer, "facts").iter().find(|fact| fact["site"] == "keliber").unwrap();
    assert_eq!(keliber["named"], true);
    let folder = Folder::new("plan");
    folder.write("plan.toml", "[plan]\nname = \"P\"\nkind = \"zoning\"\nconsidered = maybe\n");
    let run = folder.adit(&["plan", "plan.toml"]);
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    assert!(run.err.contains("plan.toml:4:"), "{}", run.err);
    folder.write("plan.toml", "[plan]\nname = \"P\"\nkind = \"zoning\"\ncountry = \"CH\"\nconsidered = false\n");
    let says = folder.adit(&["plan", "plan.toml"]).ok();
    assert!(says.starts_with("Art. 13 does not bind this plan: Outside the Union"), "{says}");
}

#[test]
fn a_workspace_adds_national_limits_and_holidays() {
    let folder = Folder::new("clock-overlay");
    folder.adit(&["init", "ws"]).ok();
    folder.write("ws/clock.toml", MINE);
    folder.write(
        "ws/facts/holidays.csv",
        "calendar,id,name,kind,month,day,basis,source,locator\nPT,town,Town day,fixed,4,17,law,own knowledge,town hall\n",
    );
    let call = ["clock", "ws/clock.toml", "--workspace", "ws", "--as-of", DAY, "--format", "json"];
    assert_eq!(folder.adit(&call).json()["deadlines"][0]["effective"], "2028-04-18");
}

#[test]
fn people_read_the_answer_first() {
    insta::assert_snapshot!("clock_extraction", adit(&["clock", "extraction", "--as-of", DAY, "--draws", "0"]).ok());
    insta::assert_snapshot!("clock_late_report", adit(&["clock", "late-report", "--as-of", DAY, "--draws", "0"]).ok());
    insta::assert_snapshot!("obligations_promoter", adit(&["obligations", "--as-of", DAY, "--who", "promoter"]).ok());
    insta::assert_snapshot!("plan_upper_valley", adit(&["plan", "upper-valley"]).ok());
    for text in [
        adit(&["clock", "barroso", "--as-of", DAY]).ok(),
        adit(&["obligations", "--as-of", DAY, "--all"]).ok(),
        adit(&["plan", "upper-valley"]).ok(),
        adit(&["plan"]).ok(),
    ] {
        for line in text.lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}
