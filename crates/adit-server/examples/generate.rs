//! Writes the committed files that are generated from the code: `docs/openapi.json` and `docs/schema/*.json`.
//!
//! ```text
//! cargo run -p adit-server --example generate            write them
//! cargo run -p adit-server --example generate -- --check  exit 1 if one of them is not what the code says
//! ```
#![expect(clippy::print_stdout, reason = "a tool for developers that says what it did")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::{Map, Value, json};

/// Documents that other programs rely on, and the file that holds the schema of each.
const DOCUMENTS: [(&str, &str); 37] = [
    ("RiskAnswer", "risk"),
    ("AuditAnswer", "audit"),
    ("WhyAnswer", "why"),
    ("FlipsAnswer", "flips"),
    ("ExplainAnswer", "explain"),
    ("SuppliersAnswer", "suppliers"),
    ("HistoryAnswer", "history"),
    ("MaterialsAnswer", "materials"),
    ("PlacesAnswer", "places"),
    ("MetaAnswer", "meta"),
    ("TablesAnswer", "tables"),
    ("FactsAnswer", "facts"),
    ("FactAnswer", "fact"),
    ("SourcesAnswer", "sources"),
    ("Figure", "figure"),
    ("BenchmarksAnswer", "benchmarks"),
    ("ChainAnswer", "chain"),
    ("RegionAnswer", "region"),
    ("RegionsAnswer", "regions"),
    ("SitesAnswer", "sites"),
    ("TogetherAnswer", "together"),
    ("GeoPolRiskAnswer", "geopolrisk"),
    ("ModelRunAnswer", "model-run"),
    ("OutlookCases", "outlook-cases"),
    ("OutlookAnswer", "outlook"),
    ("OutlookMatters", "outlook-matters"),
    ("OutlookFlows", "outlook-flows"),
    ("ClocksAnswer", "clocks"),
    ("ClockAnswer", "clock"),
    ("PlansAnswer", "plans"),
    ("PlanAnswer", "plan"),
    ("ObligationsAnswer", "obligations"),
    ("RoundsAnswer", "rounds"),
    ("RoundAnswer", "round"),
    ("RoundResult", "round-result"),
    ("BallotGiven", "ballot"),
    ("BallotReceipt", "ballot-receipt"),
];

fn main() -> ExitCode {
    let check = std::env::args().any(|argument| argument == "--check");
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let mut stale = Vec::new();
    for (path, text) in files(&docs) {
        if fs::read_to_string(&path).is_ok_and(|now| now == text) {
            continue;
        }
        stale.push(path.display().to_string());
        if !check && let Err(error) = write(&path, &text) {
            println!("cannot write {}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    }
    if check && !stale.is_empty() {
        println!("not what the code says, run `make generate`: {}", stale.join(", "));
        return ExitCode::FAILURE;
    }
    println!("{} generated files {}", files(&docs).len(), if check { "are fresh" } else { "are written" });
    ExitCode::SUCCESS
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

fn files(docs: &Path) -> Vec<(PathBuf, String)> {
    let openapi = adit_server::openapi();
    let description: Value = serde_json::from_str(&openapi).unwrap_or_default();
    let mut files = vec![(docs.join("openapi.json"), openapi)];
    for (schema, name) in DOCUMENTS {
        let text = serde_json::to_string_pretty(&document(&description["components"]["schemas"], schema, name));
        files.push((docs.join(format!("schema/{name}.json")), text.unwrap_or_default() + "\n"));
    }
    files
}

/// The schema of one document with everything that it refers to.
fn document(schemas: &Value, schema: &str, name: &str) -> Value {
    let mut needed = BTreeSet::new();
    collect(schemas, schema, &mut needed);
    let definitions: Map<String, Value> =
        needed.iter().map(|id| (id.clone(), moved(schemas[id.as_str()].clone()))).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:adit:schema:{name}"),
        "$ref": format!("#/$defs/{schema}"),
        "$defs": definitions,
    })
}

fn collect(schemas: &Value, schema: &str, needed: &mut BTreeSet<String>) {
    if needed.insert(schema.to_owned()) {
        let mut references = Vec::new();
        find_references(&schemas[schema], &mut references);
        for reference in references {
            collect(schemas, &reference, needed);
        }
    }
}

fn find_references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            if let Some(name) = object.get("$ref").and_then(Value::as_str).and_then(|r| r.rsplit('/').next()) {
                found.push(name.to_owned());
            }
            object.values().for_each(|value| find_references(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| find_references(value, found)),
        _ => {}
    }
}

/// References point into `$defs` instead of the components of the description.
fn moved(value: Value) -> Value {
    match value {
        Value::Object(object) => Value::Object(
            object
                .into_iter()
                .map(|(key, value)| match (key.as_str(), value.as_str()) {
                    ("$ref", Some(reference)) => {
                        (key, Value::from(reference.replace("#/components/schemas/", "#/$defs/")))
                    }
                    _ => (key, moved(value)),
                })
                .collect(),
        ),
        Value::Array(values) => Value::Array(values.into_iter().map(moved).collect()),
        other => other,
    }
}
