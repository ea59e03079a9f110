//! `adit outlook CASE`: what people read, 80 columns wide, what programs rely on, and what ends with which code.

use super::contract::{has, keeps_schema};
use super::harness::{Folder, adit};

/// The answer alone, without its notes.
fn quietly(call: &[&str]) -> String {
    adit(&[&["outlook"], call, &["--quiet"]].concat()).ok()
}

#[test]
fn the_cases() {
    insta::assert_snapshot!(quietly(&[]));
}

#[test]
fn the_cases_of_copper() {
    insta::assert_snapshot!(quietly(&["copper"]));
}

#[test]
fn lithium_in_batteries_with_bands() {
    insta::assert_snapshot!(quietly(&["eu-batteries", "--material", "lithium", "--draws", "200"]));
}

#[test]
fn flows_of_cobalt_in_2040() {
    insta::assert_snapshot!(quietly(&["eu-batteries", "--flows", "2040", "--material", "cobalt"]));
}

#[test]
fn lithium_in_a_region() {
    insta::assert_snapshot!(quietly(&["eu-batteries", "--region", "FI1D", "--material", "lithium"]));
}

#[test]
fn the_same_draws_give_the_same_answer() {
    let call = ["outlook", "eu-magnets", "--material", "dysprosium", "--draws", "64", "--format", "json"];
    let one = adit(&call).ok();
    assert!(one.contains("p95"));
    assert_eq!(one, adit(&call).ok());
    assert_ne!(one, adit(&[&call[..], &["--seed", "2"]].concat()).ok());
}

#[test]
fn no_line_of_the_outlook_is_wider_than_the_terminal() {
    for call in [
        &["outlook"][..],
        &["outlook", "eu-batteries"],
        &["outlook", "eu-batteries", "--material", "nickel", "--draws", "16", "--assumptions"],
        &["outlook", "eu-photovoltaics", "--draws", "16"],
        &["outlook", "eu-magnets", "--region", "DED4"],
        &["outlook", "eu-wind-grid"],
        &["outlook", "eu-copper-aluminium", "--region", "PL51", "--draws", "16"],
        &["outlook", "eu-copper-aluminium", "--flows", "2050", "--material", "aluminium"],
        &["why", "outlook.secondary-supply/eu-batteries/lithium/2040"],
        &["why", "outlook.feed/eu-batteries/lithium/2040/FI1D?region=FI1D"],
    ] {
        let run = adit(call);
        assert_eq!(run.code, 0, "{call:?}: {}", run.err);
        for line in run.out.lines().chain(run.err.lines()) {
            // An address of a source is one word, and copied whole.
            let address = line.trim_start().starts_with("https://");
            assert!(address || line.chars().count() <= 80, "{call:?}: {line}");
        }
    }
}

#[test]
fn documents_of_the_outlook_keep_their_schemas() {
    for (call, schema) in [
        (&[][..], "outlook-cases"),
        (&["lithium"], "outlook-cases"),
        (&["eu-batteries"], "outlook"),
        (&["eu-magnets", "--draws", "16", "--set", "collection=0.9@2040", "--region", "PL51"], "outlook"),
        (&["eu-batteries", "--flows", "2040"], "outlook-flows"),
    ] {
        let document = adit(&[&["outlook"], call, &["--format", "json"]].concat()).json();
        keeps_schema(&document, schema);
        assert_eq!(document["format"], 1, "{call:?}");
    }
    let found = adit(&["outlook", "eu-batteries", "--draws", "16", "--format", "json"]).json();
    has(&found, &["case", "says", "years", "draws", "levers", "materials", "products", "assumptions", "missing"]);
    assert_eq!((&found["draws"], &found["case"]["id"]), (&16.into(), &"eu-batteries".into()));
    let names: Vec<&str> =
        found["materials"].as_array().unwrap().iter().map(|material| material["id"].as_str().unwrap()).collect();
    assert_eq!(names, ["lithium", "cobalt", "nickel", "manganese", "natural-graphite", "synthetic-graphite"]);
    for material in found["materials"].as_array().unwrap() {
        let lines: Vec<&str> =
            material["lines"].as_array().unwrap().iter().map(|line| line["id"].as_str().unwrap()).collect();
        for promised in ["put-into-use", "consumption", "secondary-supply", "recycling-capacity", "benchmark"] {
            assert!(lines.contains(&promised), "{promised} of {}", material["id"]);
        }
    }
    for assumption in found["assumptions"].as_array().unwrap() {
        let filled = |name: &str| assumption[name].as_str().is_some_and(|text| !text.is_empty());
        assert!(filled("source") && filled("locator") && filled("kind") && filled("why"), "{assumption}");
    }
}

#[test]
fn lines_flows_and_assumptions_leave_as_csv() {
    for (call, header, least) in [
        (&["eu-batteries", "--material", "lithium"][..], "of,name,line,year,unit,value,p05,p25,p50,p75,p95,mean", 500),
        (&["eu-batteries", "--assumptions"], "parameter,of,year,value", 100),
        (&["eu-batteries", "--flows", "2040"], "from,to,flow,tonnes", 10),
        (&[], "case,question,materials,years", 4),
    ] {
        let csv = adit(&[&["outlook"], call, &["--format", "csv"]].concat()).ok();
        assert!(csv.starts_with(header), "{call:?}: {}", csv.lines().next().unwrap_or_default());
        assert!(csv.lines().count() > least, "{call:?}: {}", csv.lines().count());
        assert!(!csv.contains("NaN") && !csv.contains("inf,"), "{call:?}");
    }
}

#[test]
fn files_are_written_as_their_endings_say_and_read_back() {
    let folder = Folder::new("outlook-export");
    let call = ["outlook", "eu-batteries", "--material", "lithium", "--draws", "8"];
    for file in ["lines.csv", "lines.xlsx", "lines.parquet"] {
        let run = folder.adit(&[&call[..], &["--export", file]].concat());
        assert_eq!(run.code, 0, "{file}: {}", run.err);
        assert!(run.err.contains(&format!("{file} written.")), "{}", run.err);
    }
    let read = |file: &str| std::fs::read(folder.path().join(file)).unwrap();
    let printed = folder.adit(&[&call[..], &["--format", "csv"]].concat()).ok();
    assert_eq!(String::from_utf8(read("lines.csv")).unwrap(), printed, "the file is what --format csv prints");
    assert_eq!(&read("lines.xlsx")[..4], b"PK\x03\x04", "a workbook is a ZIP archive");
    let parquet = read("lines.parquet");
    assert_eq!((&parquet[..4], &parquet[parquet.len() - 4..]), (&b"PAR1"[..], &b"PAR1"[..]));
    for (more, file, header) in [
        (&["--assumptions"][..], "assumptions.csv", "parameter,of,year"),
        (&["--flows", "2040"], "flows.csv", "from,to,flow"),
    ] {
        let plain = ["outlook", "eu-batteries", "--export", file];
        assert_eq!(folder.adit(&[&plain[..], more].concat()).code, 0);
        assert!(String::from_utf8(read(file)).unwrap().starts_with(header), "{file}");
    }
}

#[test]
fn wrong_questions_to_a_case_end_with_2_and_a_way_out() {
    let folder = Folder::new("outlook-wrong");
    for (call, word) in [
        (&["eu-batterie"][..], "eu-batteries"),
        (&["gallium"], "adit outlook"),
        (&["eu-batteries", "--set", "colection=0.9"], "collection"),
        (&["eu-batteries", "--set", "collection=9"], "0 to 1"),
        (&["eu-batteries", "--set", "collection"], "collection=0.9@2040"),
        (&["eu-batteries", "--set", "collection=0.9@2070"], "2050"),
        (&["eu-batteries", "--sampling", "guess"], "latin-hypercube or sobol"),
        (&["eu-batteries", "--draws", "99999999999"], "at most"),
        (&["eu-batteries", "--material", "copper"], "lithium"),
        (&["eu-batteries", "--flows", "2070"], "2010 to 2050"),
        (&["eu-batteries", "--flows", "2040", "--material", "litium"], "lithium"),
        (&["eu-batteries", "--flows", "2040", "--draws", "10"], "leave one"),
        (&["eu-batteries", "--region", "FI1Z"], "FI1"),
        (&["eu-batteries", "--region", "UKK3"], "Union"),
        (&["eu-batteries", "--region", "FI1D", "--within", "-4"], "kilometres"),
        (&["eu-batteries", "--cohorts"], "model files"),
        (&["eu-batteries", "--export", "lines.pdf"], "parquet"),
        (&["eu-batteries", "--export", "nowhere/lines.csv"], "folder"),
    ] {
        let run = folder.adit(&[&["outlook"], call].concat());
        assert_eq!(run.code, 2, "{call:?}: {}{}", run.out, run.err);
        assert!(run.err.contains(word), "{call:?} should say {word}: {}", run.err);
        assert!(!run.err.contains("panicked"), "{call:?}");
        assert!(run.out.is_empty(), "{call:?} prints nothing beside its error: {}", run.out);
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is written");
}
