//! `adit weigh`: the contract of its JSON, what people read, and what ends with which code.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::harness::{Folder, run};

const CRITERIA: &str = "alternative,income,landscape\nmine,1,0\nquarry,0,1\nmiddle way,0.6,0.6\n";

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/weigh")
}

#[test]
fn the_contract_of_weights_from_files() {
    let folder = Folder::new("weigh-contract");
    folder.write("c.csv", CRITERIA);
    // Columns in another order than the criteria: they go by name.
    folder.write("w.csv", "landscape,income\n1,3\n3,1\n1,1\n0.1,0.9\n");
    let call = ["weigh", "--criteria", "c.csv", "--weights", "w.csv", "--format", "json"];
    let document = folder.adit(&call).json();
    assert_eq!(document["rank_counts"], json!([[2, 1, 1], [1, 0, 3], [1, 3, 0]]));
    assert_eq!(document["alternatives"], json!(["mine", "quarry", "middle way"]));
    assert_eq!(document["pairwise"], json!([[0, 3, 2], [1, 0, 1], [2, 3, 0]]));
    assert_eq!(document["central_weights"][1], json!([0.25, 0.75]));
}

#[test]
fn people_read_the_answer_first_and_nothing_is_wider_than_their_terminal() {
    let call = ["weigh", "--criteria", "criteria.csv", "--weights", "weights.csv"];
    let told = run(&examples(), &call);
    let lines = told.out.clone() + &told.err;
    let out = told.ok();
    assert!(out.contains("stands first under") && out.lines().next().unwrap().contains("people"), "{out}");
    assert!(lines.lines().all(|line| line.chars().count() <= 80), "{lines}");
    assert!(out.contains("Nobody's enemy"), "{out}");
    assert!(
        lines.contains("Not shown: landowners, youth council."),
        "three are too few, and five go with them: {lines}"
    );
    let table = run(&examples(), &[&call[..], &["--format", "csv"]].concat()).ok();
    assert!(table.starts_with("group,alternative,rank,vectors,share\neverybody,open pit,1,"), "{table}");
    assert!(!table.contains("youth council") && !table.contains("landowners"));
}

#[test]
fn broken_files_are_answered_with_their_places_and_code_1() {
    let folder = Folder::new("weigh-broken");
    folder.write("c.csv", CRITERIA);
    folder.write("w.csv", "income,landscape\n-1,2\n0,0\n");
    let told = folder.adit(&["weigh", "--criteria", "c.csv", "--weights", "w.csv"]);
    assert_eq!(told.code, 1);
    assert!(told.err.contains("w.csv:2:1: error[weights.negative]"), "{}", told.err);
    assert!(told.err.contains("w.csv:3:1: error[weights.all-zero]"), "{}", told.err);
    let none = folder.adit(&["weigh", "--weights", "w.csv"]);
    assert_eq!(none.code, 2, "{}", none.err);
    let missing = folder.adit(&["weigh", "--criteria", "none.csv", "--weights", "w.csv"]);
    assert_eq!(missing.code, 1, "{}", missing.err);
}
