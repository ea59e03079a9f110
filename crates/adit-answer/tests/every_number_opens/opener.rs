//! Opens what an answer prints.

use std::collections::HashSet;
use std::sync::Arc;

use adit_answer::{Question, RiskQuestion, Session};
use adit_facts::Package;
use serde_json::Value;

pub fn session() -> Session {
    Session::new(Arc::new(Package::embedded().unwrap()), None)
}

/// The fields that an id named `why` may be of, the narrowest first.
const BESIDE: [&str; 14] = [
    "value",
    "now",
    "computed",
    "score",
    "hhi",
    "y",
    "counted_t",
    "capacity_t",
    "contained_t",
    "reconciled",
    "measured",
    "together",
    "share",
    "tonnes",
];

/// Opens ids, each once.
pub struct Opener {
    pub session: Session,
    opened: HashSet<String>,
    walked: HashSet<String>,
    /// Numbers computed elsewhere that are opened by the test, not at once: in the Outlook each leads to the year before.
    pub left: Option<Vec<(String, f64)>>,
}

impl Opener {
    pub fn new() -> Self {
        Self { session: session(), opened: HashSet::new(), walked: HashSet::new(), left: None }
    }

    /// How many ids have been opened.
    pub fn opened(&self) -> usize {
        self.opened.len()
    }

    pub fn open(&mut self, id: &str, value: Option<f64>) {
        if !self.opened.insert(id.to_owned()) {
            return;
        }
        let answer = self.session.why(id, false).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(answer.number.id, id, "an id opens under the name that it was printed with");
        if let Some(value) = value {
            assert_eq!(answer.number.value.to_bits(), value.to_bits(), "{id}: {} for {value}", answer.number.value);
        }
        let (low, high) = (answer.number.low, answer.number.high);
        assert!(!id.starts_with("risk.") || low.is_some() && high.is_some(), "{id}: the Risk room bounds its numbers");
        let within = low.is_none_or(|low| low <= answer.number.value) && high.is_none_or(|h| answer.number.value <= h);
        assert!(within, "{id}: {} in {low:?}..{high:?}", answer.number.value);
        if !id.starts_with("risk.") {
            self.leads_to_facts(&serde_json::to_value(&answer.number).unwrap());
        }
    }

    /// Every number below a number was computed from others, is a fact with its source, or is said to be stated.
    fn leads_to_facts(&mut self, node: &Value) {
        let id = node["id"].as_str().unwrap();
        if node["see"] == true || !self.walked.insert(id.to_owned()) {
            return;
        }
        let inputs = node["inputs"].as_array().unwrap();
        if node["fact"].is_object() {
            assert!(inputs.is_empty(), "{id}: a fact is a leaf");
            has_a_source(node);
        } else if node["rule"].is_string() {
            assert!(!inputs.is_empty(), "{id} is computed from nothing");
        } else if node["source"] == "computed elsewhere; its id opens it" {
            match &mut self.left {
                Some(left) => left.push((id.to_owned(), node["value"].as_f64().unwrap())),
                None => self.open(id, node["value"].as_f64()),
            }
        } else {
            assert_eq!(node["source"], "stated by the question", "{node}");
        }
        for input in inputs {
            self.leads_to_facts(input);
        }
    }

    /// Opens every id of a document: `why` beside a value, or an object of ids named like the values beside it.
    pub fn document(&mut self, document: &Value) {
        match document {
            Value::Array(items) => {
                for item in items {
                    self.document(item);
                }
            }
            Value::Object(fields) => {
                match fields.get("why") {
                    Some(Value::String(id)) => {
                        let beside = BESIDE.iter().find_map(|name| fields.get(*name).filter(|value| !value.is_null()));
                        self.open(id, beside.and_then(Value::as_f64));
                        self.limits(id, fields);
                    }
                    Some(Value::Array(ids)) => {
                        for id in ids {
                            self.open(id.as_str().unwrap(), None);
                        }
                    }
                    Some(Value::Object(ids)) => {
                        for (name, id) in ids.iter().filter_map(|(name, id)| Some((name, id.as_str()?))) {
                            let value = fields.get(name).or_else(|| fields.get(&format!("{name}_t")));
                            assert!(value.is_none_or(|value| !value.is_null()), "{id} beside a null {name}");
                            self.open(id, value.and_then(Value::as_f64));
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

    /// The limits printed beside a figure of the Chain room are those of its id.
    fn limits(&self, id: &str, fields: &serde_json::Map<String, Value>) {
        if id.starts_with("risk.") || !(fields.contains_key("low") && fields.contains_key("high")) {
            return;
        }
        let opened = self.session.why(id, false).unwrap().number;
        let shown = (fields["low"].as_f64(), fields["high"].as_f64());
        // A fact may stand without its limits; what is computed never does.
        if shown == (None, None) && opened.fact.is_some() {
            return;
        }
        assert_eq!((opened.low, opened.high), shown, "{id}: limits");
    }

    pub fn answer(&mut self, answer: &impl serde::Serialize) {
        self.document(&serde_json::to_value(answer).unwrap());
    }

    pub fn risk(&mut self, material: Option<&str>, query: &str) {
        let (study, rest) = Question::from_query(query).unwrap();
        assert!(rest.is_empty(), "{rest:?}");
        let question = RiskQuestion { material: material.map(str::to_owned), study, draws: None };
        let answer = self.session.risk(&question).unwrap();
        self.answer(&answer);
    }

    /// Every node of a derivation opens by itself with the same value, down to the facts.
    pub fn derivation(&mut self, node: &Value) {
        let value = node["value"].as_f64();
        assert!(value.is_some(), "no value: {node}");
        self.open(node["id"].as_str().unwrap(), value);
        if node["see"] == true {
            assert!(self.opened.contains(node["id"].as_str().unwrap()), "it stands above");
            return;
        }
        let inputs = node["inputs"].as_array().unwrap();
        let fact = &node["fact"];
        assert_eq!(inputs.is_empty(), !fact.is_null(), "a leaf is a fact, and only a leaf: {}", node["id"]);
        if !fact.is_null() && fact["source"] != "what-if" {
            has_a_source(node);
        }
        for input in inputs {
            self.derivation(input);
        }
    }
}

fn has_a_source(node: &Value) {
    for name in ["table", "key", "unit", "source", "edition", "locator", "licence", "citation"] {
        assert!(node["fact"][name].as_str().is_some_and(|text| !text.is_empty()), "{}: {name}", node["id"]);
    }
}
