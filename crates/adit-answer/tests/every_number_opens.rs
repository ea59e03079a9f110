//! Every id that any answer prints opens, and finds the same value, exactly.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

use std::collections::HashSet;
use std::sync::Arc;

use adit_answer::risk::Basis;
use adit_answer::{Draws, Question, RiskQuestion, Session};
use adit_facts::study::Side;
use adit_facts::{Package, Stage};
use serde_json::Value;

fn session() -> Session {
    Session::new(Arc::new(Package::embedded().unwrap()), None)
}

/// Opens ids, each once.
struct Opener {
    session: Session,
    opened: HashSet<String>,
}

impl Opener {
    fn new() -> Self {
        Self { session: session(), opened: HashSet::new() }
    }

    fn open(&mut self, id: &str, value: Option<f64>) {
        if !self.opened.insert(id.to_owned()) {
            return;
        }
        let answer = self.session.why(id, false).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(answer.number.id, id, "an id opens under the name that it was printed with");
        if let Some(value) = value {
            assert_eq!(answer.number.value.to_bits(), value.to_bits(), "{id}: {} for {value}", answer.number.value);
        }
        let (low, high) = (answer.number.low.unwrap(), answer.number.high.unwrap());
        assert!((low..=high).contains(&answer.number.value), "{id}: {} in {low}..{high}", answer.number.value);
    }

    /// Opens every id of a document: `why` beside a value, or an object of ids named like the values beside it.
    fn document(&mut self, document: &Value) {
        match document {
            Value::Array(items) => {
                for item in items {
                    self.document(item);
                }
            }
            Value::Object(fields) => {
                match fields.get("why") {
                    Some(Value::String(id)) => {
                        let beside = ["value", "now", "computed", "hhi", "y"];
                        let value = beside.iter().find_map(|name| fields.get(*name)).and_then(Value::as_f64);
                        self.open(id, value);
                    }
                    Some(Value::Object(ids)) => {
                        for (name, id) in ids.iter().filter_map(|(name, id)| Some((name, id.as_str()?))) {
                            assert!(fields.get(name).is_none_or(|value| !value.is_null()), "{id} beside a null {name}");
                            self.open(id, fields.get(name).and_then(Value::as_f64));
                        }
                    }
                    _ => {}
                }
                for field in fields.values() {
                    self.document(field);
                }
            }
            _ => {}
        }
    }

    fn answer(&mut self, answer: &impl serde::Serialize) {
        self.document(&serde_json::to_value(answer).unwrap());
    }

    fn risk(&mut self, material: Option<&str>, query: &str) {
        let (study, rest) = Question::from_query(query).unwrap();
        assert!(rest.is_empty(), "{rest:?}");
        let question = RiskQuestion { material: material.map(str::to_owned), study, draws: None };
        let answer = self.session.risk(&question).unwrap();
        self.answer(&answer);
    }
}

#[test]
fn of_risk_as_published() {
    let mut opener = Opener::new();
    opener.risk(None, "");
    assert!(opener.opened.len() > 1000, "{}", opener.opened.len());
    for query in ["governance=2018-2020", "governance_error=true", "edition=ec-2020", "edition=ec-2017", "scope=gs"] {
        for material in ["lithium", "silver", "pgm", "aluminium"] {
            opener.risk(Some(material), query);
        }
    }
}

#[test]
fn of_risk_after_a_what_if() {
    let mut opener = Opener::new();
    for (material, query) in [
        ("lithium", "add=FI:0.25&add=DE:0.25"),
        ("lithium", "stage=processing&add=Finland:0.25"),
        ("gallium", "without=CN"),
        ("magnesium", "add=FI:0.1&without=CN&recycling=0.2"),
        ("cobalt", "governance=2019&governance_error=true&without=CD"),
        (
            "aluminium",
            "change=set:recycling/ec-2023/aluminium/eol-rir:0.5&change=scale:world-supply/ec-2023/aluminium/extraction/*/share:0.9~0.8~1",
        ),
        ("lree", "change=set:recycling/ec-2023/neodymium/eol-rir:0.4"),
        ("silica-sand", "scope=both"),
    ] {
        opener.risk(Some(material), query);
    }
}

#[test]
fn of_suppliers() {
    let mut opener = Opener::new();
    for material in opener.session.risk(&RiskQuestion::default()).unwrap().materials {
        let answer = opener.session.suppliers(&material.id, &Question::default()).unwrap();
        opener.answer(&answer);
    }
    let (question, _) = Question::from_query("add=LU:0.25").unwrap();
    let answer = opener.session.suppliers("lithium", &question).unwrap();
    opener.answer(&answer);
    assert!(opener.opened.len() > 5000, "{}", opener.opened.len());
}

#[test]
fn of_flips_history_explain_figures_and_audit() {
    let mut opener = Opener::new();
    let default = Question::default();
    for material in ["lithium", "silver", "lree", "strontium", "copper"] {
        let answer = opener.session.flips(material, &default, None).unwrap();
        opener.answer(&answer);
        let answer = opener.session.history_figure(material).unwrap();
        opener.answer(&answer);
    }
    let answer = opener.session.history(None).unwrap();
    opener.answer(&answer);
    let answer = opener.session.explain("arsenic", Stage::Processing, 1.9, &default).unwrap();
    assert!(!answer.answers.is_empty());
    opener.answer(&answer);
    for basis in [Basis::Computed, Basis::Published] {
        let answer = opener.session.matrix(&default, basis).unwrap();
        opener.answer(&answer);
    }
    for side in [Side::World, Side::Europe] {
        let answer = opener.session.suppliers_figure("lithium", None, side, &default).unwrap();
        opener.answer(&answer);
    }
    let answer = opener.session.audit(&default).unwrap();
    opener.answer(&answer);
    let answer = opener.session.audit_figure(&default).unwrap();
    opener.answer(&answer);
}

/// Every node of a derivation opens by itself with the same value, down to the facts.
#[test]
fn of_derivations() {
    let mut opener = Opener::new();
    for id in [
        "risk.sr/lithium",
        "risk.sr/magnesium?governance=2018-2020",
        "risk.sr/pgm",
        "risk.ei/lree",
        "risk.sr/lithium?add=FI:0.25&without=CN&recycling=0.2",
        "risk.hhi/lithium/extraction/gs?governance_error=true",
        "risk.governance/CN?change=set:governance/CN/2018/cc:-1",
    ] {
        let answer = opener.session.why(id, true).unwrap();
        assert!(answer.steps.is_some_and(|steps| !steps.is_empty()));
        nodes(&mut opener, &serde_json::to_value(&answer.number).unwrap());
    }
    assert!(opener.opened.len() > 1000, "{}", opener.opened.len());
}

fn nodes(opener: &mut Opener, node: &Value) {
    let value = node["value"].as_f64();
    assert!(value.is_some(), "no value: {node}");
    opener.open(node["id"].as_str().unwrap(), value);
    if node["see"] == true {
        assert!(opener.opened.contains(node["id"].as_str().unwrap()), "it stands above");
        return;
    }
    let inputs = node["inputs"].as_array().unwrap();
    let fact = &node["fact"];
    assert_eq!(inputs.is_empty(), !fact.is_null(), "a leaf is a fact, and only a leaf: {}", node["id"]);
    if !fact.is_null() && fact["source"] != "what-if" {
        for name in ["table", "key", "unit", "source", "edition", "locator", "licence", "citation"] {
            assert!(fact[name].as_str().is_some_and(|text| !text.is_empty()), "{}: {name}", node["id"]);
        }
    }
    for input in inputs {
        nodes(opener, input);
    }
}

#[test]
fn draws_do_not_change_what_opens() {
    let session = session();
    let question = RiskQuestion { draws: Some(Draws { draws: 64, seed: 7 }), ..RiskQuestion::default() };
    let (drawn, plain) = (session.risk(&question).unwrap(), session.risk(&RiskQuestion::default()).unwrap());
    for (drawn, plain) in drawn.materials.iter().zip(&plain.materials) {
        assert_eq!((&drawn.why, drawn.sr), (&plain.why, plain.sr));
        assert_eq!(drawn.probability.is_some(), drawn.sr.is_some() && drawn.ei.is_some(), "{}", drawn.id);
    }
}
