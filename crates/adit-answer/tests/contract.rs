//! The field names that other programs rely on, and the figures that must be right.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::sync::Arc;

use adit_answer::risk::Basis;
use adit_answer::{Draws, Question, RiskQuestion, Session};
use adit_facts::study::Side;
use adit_facts::{Package, Stage};
use serde_json::Value;

fn session() -> Session {
    Session::new(Arc::new(Package::embedded().unwrap()), None)
}

fn question(query: &str) -> Question {
    Question::from_query(query).unwrap().0
}

fn risk(session: &Session, material: &str, query: &str) -> Value {
    let study = question(query);
    let question = RiskQuestion { material: Some(material.to_owned()), study, draws: None };
    let mut answer = serde_json::to_value(session.risk(&question).unwrap()).unwrap();
    assert_eq!(answer["materials"].as_array().unwrap().len(), 1);
    answer["materials"][0].take()
}

#[track_caller]
fn has(document: &Value, names: &[&str]) {
    for name in names {
        assert!(document.get(name).is_some(), "{name} is not in {document}");
    }
}

#[test]
fn risk_has_the_fields_of_the_contract() {
    let session = session();
    let draws = Some(Draws { draws: 16, seed: 3 });
    let answer = session.risk(&RiskQuestion { draws, ..RiskQuestion::default() }).unwrap();
    let answer = serde_json::to_value(answer).unwrap();
    assert_eq!(answer["format"], 1);
    assert_eq!((&answer["edition"], &answer["governance"]), (&"ec-2023".into(), &"2016-2020".into()));
    assert_eq!(answer["draws"]["seed"], 3);
    assert!(answer["draws"]["says"].as_str().unwrap().contains("not the chance that the Commission lists"));
    let materials = answer["materials"].as_array().unwrap();
    assert_eq!(materials.len(), 90, "87 screened materials and three groups");
    for material in materials {
        has(
            material,
            &[
                "id",
                "name",
                "sr",
                "sr_low",
                "sr_high",
                "ei",
                "ei_low",
                "ei_high",
                "critical",
                "strategic",
                "listed",
                "deciding_stage",
                "stages",
                "missing",
                "kind",
                "group",
                "members",
                "sr_low_rounding",
                "sr_high_rounding",
                "ei_basis",
                "sr_published",
                "ei_published",
                "critical_certain",
                "strategic_grade",
                "listed_through",
                "deciding_certain",
                "probability",
                "why",
                "notes",
            ],
        );
        has(&material["why"], &["sr", "ei"]);
        for stage in material["stages"].as_array().unwrap() {
            has(
                stage,
                &[
                    "stage",
                    "scope",
                    "sr",
                    "sr_low",
                    "sr_high",
                    "hhi_gs",
                    "hhi_eus",
                    "ir",
                    "eol_rir",
                    "si_sr",
                    "sr_low_rounding",
                    "sr_high_rounding",
                    "sr_published",
                    "ir_published",
                    "missing_share_gs",
                    "missing_share_eus",
                    "sr_eu_sourcing",
                    "note",
                    "why",
                ],
            );
            has(&stage["why"], &["sr", "hhi_gs", "hhi_eus"]);
        }
        for missing in material["missing"].as_array().unwrap() {
            has(missing, &["input", "says"]);
        }
        let within = |low: &Value, value: &Value, high: &Value| match value.as_f64() {
            Some(value) => low.as_f64().unwrap() <= value && value <= high.as_f64().unwrap(),
            None => low.is_null() && high.is_null(),
        };
        assert!(within(&material["sr_low"], &material["sr"], &material["sr_high"]), "{}", material["id"]);
        assert!(within(&material["ei_low"], &material["ei"], &material["ei_high"]), "{}", material["id"]);
    }
}

#[test]
fn the_other_documents_have_the_fields_of_the_contract() {
    let session = session();
    let default = Question::default();
    let json = |answer: &dyn erased::Document| answer.json();
    let why = json(&session.why("risk.sr/magnesium", false).unwrap());
    has(
        &why,
        &["format", "id", "value", "unit", "formula", "source", "inputs", "label", "low", "high", "says", "rule"],
    );
    assert!(why.get("steps").is_none() && why["inputs"].is_array());
    let flips = json(&session.flips("silver", &default, Some(3)).unwrap());
    has(&flips, &["format", "material", "critical", "flips", "strategic", "rule_met", "note", "proved_none"]);
    assert_eq!(flips["flips"].as_array().unwrap().len(), 3);
    has(&flips["flips"][0], &["input", "now", "flips_at", "relative_change", "label", "effect", "why"]);
    has(&flips["proved_none"][0], &["input", "label", "low", "high"]);
    let history = json(&session.history(Some("lithium")).unwrap());
    has(&history, &["format", "editions", "materials"]);
    has(&history["materials"][0]["points"][0], &["edition", "year", "sr", "ei", "meets_rule"]);
    let suppliers = json(&session.suppliers("lithium", &default).unwrap());
    has(&suppliers, &["format", "edition", "material", "stages"]);
    has(
        &suppliers["stages"][1]["world"]["suppliers"][0],
        &[
            "country",
            "name",
            "eu",
            "share",
            "share_low",
            "share_high",
            "published",
            "trade",
            "governance",
            "contribution",
            "why",
        ],
    );
    let explain = json(&session.explain("arsenic", Stage::Processing, 1.9, &default).unwrap());
    has(&explain, &["format", "material", "stage", "scope", "target", "answers"]);
    let meta = json(&session.meta());
    has(&meta, &["format", "version", "data_hash", "workspace", "editions", "default_edition", "thresholds", "rooms"]);
    let computable =
        |at: usize| (meta["editions"][at]["id"].as_str().unwrap(), meta["editions"][at]["computable"] == true);
    assert_eq!((computable(3), computable(4)), (("ec-2020", false), ("ec-2023", true)));
    has(
        &json(&session.materials())["materials"][0],
        &["id", "name", "kind", "group", "aliases", "strategic", "listed"],
    );
    has(&json(&session.places())["places"][0], &["id", "name", "eu"]);
    has(&json(&session.sources())["sources"][0], &["id", "publisher", "title", "licence", "citation", "address"]);
    has(&json(&session.tables())["tables"][0], &["name", "title", "rows", "facts"]);
    let figure = json(&session.matrix(&default, Basis::Computed).unwrap());
    has(&figure, &["format", "id", "question", "finding", "note", "sources", "x", "y", "body"]);
    assert_eq!(figure["body"]["kind"], "matrix");
    has(&figure["body"]["points"][0], &["id", "label", "class", "x", "y", "hollow"]);
    let figure = json(&session.suppliers_figure("lithium", None, Side::World, &default).unwrap());
    has(&figure["body"]["bars"][0], &["id", "label", "class", "value", "low", "high", "why"]);
    let figure = json(&session.history_figure("lithium").unwrap());
    has(&figure["body"]["series"][0]["points"][0], &["x", "y", "why"]);
}

/// Any document as JSON.
mod erased {
    pub trait Document {
        fn json(&self) -> serde_json::Value;
    }

    impl<T: serde::Serialize> Document for T {
        fn json(&self) -> serde_json::Value {
            let json = serde_json::to_value(self).unwrap();
            assert_eq!(json["format"], 1);
            json
        }
    }
}

/// Magnesium, processing: published 4.1; 4.12 with the governance of 2016-2020, 4.09 with that of 2018-2020.
#[test]
fn magnesium_is_the_worked_example() {
    let session = session();
    let stage = |query: &str| risk(&session, "magnesium", query)["stages"][0].clone();
    let rounded = |value: &Value| (value.as_f64().unwrap() * 100.0).round() / 100.0;
    let now = stage("");
    assert_eq!(now["stage"], "processing");
    assert_eq!([&now["hhi_gs"], &now["hhi_eus"], &now["sr"]].map(rounded), [4.70, 5.38, 4.12]);
    let then = stage("governance=2018-2020");
    assert_eq!([&then["hhi_gs"], &then["hhi_eus"], &then["sr"]].map(rounded), [4.66, 5.34, 4.09]);
    assert_eq!(now["sr_published"], 4.1);
}

#[test]
fn lithium_opens_to_facts_with_source_and_row() {
    let session = session();
    let why = serde_json::to_value(session.why("risk.sr/lithium", false).unwrap()).unwrap();
    let mut facts = Vec::new();
    leaves(&why, &mut facts);
    assert!(facts.len() > 50, "{}", facts.len());
    let share = facts.iter().find(|fact| fact["key"] == "world-supply/ec-2023/lithium/processing/CN/share").unwrap();
    assert_eq!(
        (&share["value"], &share["printed"], &share["unit"]),
        (&0.562.into(), &"56.2 %".into(), &"share".into())
    );
    assert_eq!((&share["source"], &share["licence"]), (&"ec-2023".into(), &"CC-BY-4.0".into()));
    assert!(share["locator"].as_str().unwrap().contains("row "), "{share}");
    assert!(share["label"].as_str().unwrap().contains("China's share of world supply of lithium, processing"));
    assert!(facts.iter().any(|fact| fact["table"] == "governance" && fact["source"] == "wgi-2024"));
}

fn leaves<'a>(node: &'a Value, found: &mut Vec<&'a Value>) {
    if node["fact"].is_object() {
        found.push(&node["fact"]);
    }
    for input in node["inputs"].as_array().into_iter().flatten() {
        leaves(input, found);
    }
}

/// The list of the law: members are listed through their group, the heavy rare earths as such are not strategic.
#[test]
fn groups_stand_in_the_law_as_the_act_has_them() {
    let session = session();
    let hree = risk(&session, "hree", "");
    assert_eq!((&hree["strategic"], &hree["listed"]), (&false.into(), &true.into()));
    assert_eq!(hree["strategic_members"], serde_json::json!(["dysprosium", "gadolinium", "terbium"]));
    let lree = risk(&session, "lree", "");
    assert_eq!(lree["strategic"], false);
    assert_eq!(lree["strategic_members"], serde_json::json!(["cerium", "neodymium", "praseodymium", "samarium"]));
    let platinum = risk(&session, "platinum", "");
    assert_eq!(
        (&platinum["strategic"], &platinum["listed"], &platinum["listed_through"]),
        (&true.into(), &true.into(), &"pgm".into())
    );
    assert_eq!(risk(&session, "pgm", "")["strategic"], true);
    let yttrium = risk(&session, "yttrium", "");
    assert_eq!((&yttrium["strategic"], &yttrium["listed_through"]), (&false.into(), &"hree".into()));
    assert_eq!(risk(&session, "lithium", "")["strategic_grade"], "battery grade");
    let titanium = risk(&session, "titanium", "");
    assert_eq!((&titanium["strategic"], &titanium["listed"]), (&false.into(), &false.into()));
}

/// What every table of an answer promises: as many cells as columns, in both forms.
#[test]
fn tables_are_rectangular() {
    let session = session();
    for name in ["risk", "stages", "audit", "history", "history-lithium", "suppliers-lithium", "flips-silver"] {
        let table = session.table(name, &Question::default()).unwrap();
        let (headers, labels) = (table.headers().len(), table.labels().len());
        assert!(!table.rows.is_empty(), "{name}");
        assert!(table.records().all(|record| record.len() == headers), "{name}");
        assert!(table.lines().all(|line| line.len() == labels), "{name}");
    }
}

/// Two documents of one name would stand for each other in the descriptions that programs are generated from.
#[test]
fn every_document_has_a_name_of_its_own() {
    let mut names = std::collections::BTreeSet::new();
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for after in text.split("ToSchema)]").skip(1) {
                let words: Vec<&str> = after.split_whitespace().take_while(|word| *word != "{").collect();
                let at = words.iter().position(|word| ["struct", "enum"].contains(word)).unwrap();
                let name = words[at + 1].trim_end_matches(';');
                assert!(names.insert(name.to_owned()), "{name} stands for two documents; one is in {}", path.display());
            }
        }
    }
    assert!(names.len() > 60, "{}", names.len());
}
