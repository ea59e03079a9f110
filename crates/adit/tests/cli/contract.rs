//! The JSON that other programs rely on: names of fields, meaning of values, schemas.

use serde_json::Value;

use super::harness::adit;

pub fn keeps_schema(document: &Value, schema: &str) {
    let file = format!("{}/../../docs/schema/{schema}.json", env!("CARGO_MANIFEST_DIR"));
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let problems: Vec<String> = validator.iter_errors(document).map(|e| e.to_string()).collect();
    assert!(problems.is_empty(), "{problems:#?}");
}

pub fn has(object: &Value, names: &[&str]) {
    for name in names {
        assert!(object.get(name).is_some(), "{name} is missing in {object}");
    }
}

#[test]
fn risk_has_the_promised_fields() {
    let risk = adit(&["risk", "--format", "json"]).json();
    keeps_schema(&risk, "risk");
    assert_eq!(risk["edition"], "ec-2023");
    let materials = risk["materials"].as_array().unwrap();
    assert_eq!(materials.len(), 90, "87 screened materials and 3 groups");
    for m in materials {
        has(
            m,
            &["id", "name", "sr", "sr_low", "sr_high", "ei", "ei_low", "ei_high", "critical", "strategic", "listed"],
        );
        has(m, &["deciding_stage", "stages", "missing"]);
        for s in m["stages"].as_array().unwrap() {
            has(s, &["stage", "scope", "sr", "sr_low", "sr_high", "hhi_gs", "hhi_eus", "ir", "eol_rir", "si_sr"]);
        }
    }
    let listed = materials.iter().filter(|m| m["listed"] == true && m["group"].is_null()).count();
    assert_eq!(listed, 34, "Annex II, Section 1");
}

#[test]
fn one_material_is_the_same_document_with_one_entry() {
    let all = adit(&["risk", "--format", "json"]).json();
    let one = adit(&["risk", "magnesium", "--format", "json"]).json();
    keeps_schema(&one, "risk");
    assert_eq!(one["materials"].as_array().unwrap().len(), 1);
    let there = all["materials"].as_array().unwrap().iter().find(|m| m["id"] == "magnesium").unwrap();
    assert_eq!(&one["materials"][0], there);
    assert!((one["materials"][0]["stages"][0]["sr"].as_f64().unwrap() - 4.12).abs() < 0.005);
}

#[test]
fn the_audit_has_the_promised_fields_and_numbers() {
    let audit = adit(&["audit", "ec-2023", "--format", "json"]).json();
    keeps_schema(&audit, "audit");
    has(
        &audit["summary"],
        &["published", "compared", "within_015", "within_030", "within_rounding", "explained", "unexplained"],
    );
    assert!(audit["summary"]["within_015"].as_u64().unwrap() >= 88);
    assert!(audit["summary"]["within_030"].as_u64().unwrap() >= 99);
    assert_eq!(audit["summary"]["published"], 129);
    assert_eq!(audit["list"]["derived"], audit["list"]["official"]);
    assert_eq!(audit["list"]["derived"].as_array().unwrap().len(), 34);
    assert_eq!(audit["list"]["recomputed"]["extra"], serde_json::json!(["silver"]));
    assert_eq!(audit["list"]["recomputed"]["missing"], serde_json::json!(["coking-coal"]));
    assert_eq!(audit["ei"]["compared"], 59);
    assert_eq!(audit["ei"]["within_005"], 32);
    for row in audit["stages"].as_array().unwrap() {
        has(
            row,
            &["material", "stage", "published", "computed", "low", "high", "within_rounding", "cause", "explanation"],
        );
        assert_eq!(row["cause"].is_string(), row["within_rounding"] == false, "{row}");
        let explained = row["cause"].as_str().is_some_and(|cause| cause != "unexplained");
        assert_eq!(explained, !row["evidence"].as_array().unwrap().is_empty(), "a cause needs evidence: {row}");
    }
}

/// Counts the facts of a derivation, each with everything that a fact must say.
fn leaves(node: &Value, found: &mut usize) {
    if node["fact"].is_object() {
        for name in ["table", "key", "value", "unit", "source", "edition", "locator", "licence"] {
            assert!(!node["fact"][name].is_null(), "{name}: {node}");
        }
        *found += 1;
    }
    for input in node["inputs"].as_array().into_iter().flatten() {
        leaves(input, found);
    }
}

#[test]
fn why_goes_down_to_facts_with_source_and_row() {
    let why = adit(&["why", "risk.sr/lithium", "--format", "json"]).json();
    keeps_schema(&why, "why");
    has(&why, &["id", "value", "unit", "formula", "source", "inputs"]);
    let mut found = 0;
    leaves(&why, &mut found);
    assert!(found > 100, "{found} facts under the supply risk of lithium");
}

#[test]
fn flips_have_the_promised_fields() {
    let flips = adit(&["flip", "silver", "--format", "json"]).json();
    keeps_schema(&flips, "flips");
    has(&flips, &["material", "critical", "flips"]);
    let flips = flips["flips"].as_array().unwrap();
    assert!(!flips.is_empty());
    let mut nearest = 0.0;
    for flip in flips {
        has(flip, &["input", "now", "flips_at", "relative_change"]);
        let change = flip["relative_change"].as_f64().map_or(f64::INFINITY, f64::abs);
        assert!(change >= nearest, "nearest first");
        nearest = change;
    }
}

#[test]
fn draws_do_not_depend_on_the_run() {
    let one = adit(&["risk", "silver", "--draws", "2000", "--format", "json"]).json();
    let two = adit(&["risk", "silver", "--draws", "2000", "--format", "json"]).json();
    let other = adit(&["risk", "silver", "--draws", "2000", "--seed", "2", "--format", "json"]).json();
    let probability = |risk: &Value| risk["materials"][0]["probability"].as_f64().unwrap();
    assert_eq!(probability(&one), probability(&two));
    assert_ne!(probability(&one), probability(&other));
    assert!(probability(&one) > 0.0 && probability(&one) < 1.0, "silver is near the threshold");
}

#[test]
fn csv_reads_back_to_the_same_numbers() {
    let csv = adit(&["risk", "--format", "csv"]).ok();
    let json = adit(&["risk", "--format", "json"]).json();
    let mut lines = csv.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let sr = header.iter().position(|name| *name == "sr").unwrap();
    for (line, m) in lines.zip(json["materials"].as_array().unwrap()) {
        let cell = line.split(',').nth(sr).unwrap();
        // Names with commas are quoted and would shift the cells; their first cell still is the id.
        if !line.contains('"') {
            assert_eq!(cell.parse::<f64>().ok(), m["sr"].as_f64(), "{line}");
        }
    }
}

#[test]
fn a_what_if_written_as_a_scenario_gives_the_same_numbers() {
    let folder = super::harness::Folder::new("scenario");
    let asked = ["risk", "lithium", "--stage", "processing", "--add", "FI=0.25", "--without", "CL", "--format", "json"];
    let direct = folder.adit(&[&asked[..], &["--write-scenario", "what-if.toml"]].concat()).json();
    let read = folder
        .adit(&["risk", "lithium", "--stage", "processing", "--scenario", "what-if.toml", "--format", "json"])
        .json();
    for name in ["sr", "sr_low", "sr_high"] {
        assert_eq!(direct["materials"][0]["stages"][0][name], read["materials"][0]["stages"][0][name], "{name}");
    }
}
