//! The Choose room on the command line: what people read, 80 columns wide, and what ends with which code. No number here
//! hangs on a clock: every solve ends with its proof.

use super::harness::{Folder, adit};

/// The answer alone, without its notes.
fn quietly(call: &[&str]) -> String {
    adit(&[call, &["--quiet"]].concat()).ok()
}

#[test]
fn appraisal_of_keliber() {
    insta::assert_snapshot!(quietly(&["appraise", "keliber", "--draws", "200"]));
}

#[test]
fn appraisal_with_a_grant() {
    insta::assert_snapshot!(quietly(&["appraise", "emili", "--draws", "50", "--instrument", "grant=120"]));
}

#[test]
fn lithium_in_eleven_regions() {
    insta::assert_snapshot!(quietly(&["choose", "lithium-six-regions"]));
}

#[test]
fn a_chain_of_magnets() {
    insta::assert_snapshot!(quietly(&["choose", "magnet-chain"]));
}

#[test]
fn value_against_public_money() {
    insta::assert_snapshot!(quietly(&["choose", "magnet-chain", "--front", "npv,public", "--points", "5"]));
}

#[test]
fn nearly_as_good_chains_of_magnets() {
    insta::assert_snapshot!(quietly(&["choose", "magnet-chain", "--near", "4"]));
}

#[test]
fn a_robust_chain_of_magnets() {
    insta::assert_snapshot!(quietly(&["choose", "magnet-chain", "--robust", "expected", "--draws", "20"]));
}

/// Rules that contradict each other: said which, in words, and the exit code is that of a question that failed.
#[test]
fn without_cinovec_no_set_keeps_all_rules() {
    let told = adit(&["choose", "lithium-six-regions", "--without", "cinovec-lithium", "--quiet"]);
    assert_eq!(told.code, 1, "{}", told.err);
    insta::assert_snapshot!(told.out);
}

#[test]
fn documents_hold_what_the_contract_names() {
    let answer = adit(&["choose", "magnet-chain", "--format", "json"]).json();
    assert_eq!(answer["status"], "optimal");
    assert_eq!(answer["checked"], true);
    for (list, fields) in
        [("chosen", &["project", "start", "size", "instrument"][..]), ("limits", &["name", "used", "limit", "price"])]
    {
        let rows = answer[list].as_array().unwrap();
        assert!(!rows.is_empty(), "{list}");
        assert!(rows.iter().all(|row| fields.iter().all(|field| !row[*field].is_null())), "{list}: {rows:?}");
    }
    assert!(answer["why"].as_str().unwrap().starts_with("choose.objective/magnet-chain"));
    let appraisal = adit(&["appraise", "guben-converter", "--draws", "20", "--format", "json"]).json();
    assert!(appraisal["npv"]["p5"].as_f64().unwrap() < appraisal["npv"]["p95"].as_f64().unwrap());
    assert!(appraisal["instruments"].as_array().unwrap().iter().all(|one| one["public_cost"].is_number()));
}

#[test]
fn wrong_calls_are_told_how_to_mend_them() {
    for (call, part) in [
        (&["appraise", "kelibar"][..], "keliber"),
        (&["appraise", "keliber", "--set", "operation-years=-3"], "operation-years"),
        (&["choose", "lithium-six-region"], "lithium-six-regions"),
        (&["choose", "magnet-chain", "--without", "caremagg"], "caremag"),
        (&["choose", "magnet-chain", "--budget", "chains=10"], "chain"),
        (&["choose", "magnet-chain", "--time-limit", "0"], "seconds"),
    ] {
        let told = adit(call);
        assert_eq!(told.code, 2, "{call:?}: {}{}", told.out, told.err);
        assert!(told.err.contains(part), "{call:?}: {}", told.err);
    }
}

const OWN: &str = r#"format = 1
name = "Two pits"
[time]
first = 2026
last = 2030
discount = 0.05
[budget.one]
total = 0
[[instrument]]
id = "grant"
kind = "grant"
intensity = 0.5
fund = "one"
[[project]]
id = "north"
country = "FI"
capex = 10
npv = 5
instruments = ["none", "grant"]
[[project]]
id = "south"
country = "FI"
capex = 10
npv = 3
instruments = ["grant"]
[objective]
maximise = "npv"
"#;

/// A budget of nothing is said, and what it would pay for stays out.
#[test]
fn a_budget_of_nothing() {
    let folder = Folder::new("choose-nothing");
    folder.write("two.toml", OWN);
    let answer = folder.adit(&["choose", "two.toml", "--format", "json"]).json();
    let chosen: Vec<&str> =
        answer["chosen"].as_array().unwrap().iter().map(|of| of["project"].as_str().unwrap()).collect();
    assert_eq!(chosen, ["north"]);
    assert!(answer["chosen"][0]["public_cost"].as_f64().unwrap().is_sign_positive(), "{}", answer["chosen"][0]);
    // A file of the user's own is in no id.
    assert!(answer["why"].is_null());
}

#[test]
fn files_that_make_no_sense_are_told_at_their_line() {
    let folder = Folder::new("choose-wrong");
    let twice = OWN.replace("id = \"south\"", "id = \"north\"");
    let circle = OWN
        .replace("id = \"south\"", "id = \"south\"\nneeds = [\"north\"]")
        .replace("id = \"north\"", "id = \"north\"\nneeds = [\"south\"]");
    for (name, text, part) in [
        ("twice.toml", twice, "already"),
        ("circle.toml", circle, "north"),
        ("years.toml", OWN.replace("2030", "2020"), "2020"),
    ] {
        folder.write(name, text);
        let told = folder.adit(&["choose", name]);
        assert_ne!(told.code, 0, "{name}: {}", told.out);
        assert!(told.err.contains(part) && told.err.contains(name), "{name}: {}", told.err);
    }
}

/// Whatever the time allowed, an answer comes, with its gap or with the words that time was too short.
#[test]
fn a_second_is_kept_to() {
    let before = std::time::Instant::now();
    let answer = adit(&["choose", "strategic-47", "--time-limit", "0.5", "--format", "json"]).json();
    assert!(
        ["optimal", "time-limit", "no-answer"].contains(&answer["status"].as_str().unwrap()),
        "{}",
        answer["status"]
    );
    assert!(before.elapsed().as_secs_f64() < 20.0, "the facts are read and the file is joined with them before");
}
