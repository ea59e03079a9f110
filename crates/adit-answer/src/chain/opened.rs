//! From the workings of an engine to a tree that people read.

use std::collections::HashSet;

use adit_facts::Package;
use adit_model::workings::{Input, Working, Workings, Written};

use crate::error::AnswerError;
use crate::id::{is_measure, measure_hint};
use crate::session::FORMAT;
use crate::why::{DerivationDocument, FactDocument, NodeDocument, SeeDocument, WhyAnswer, fact};

/// The derivation of a number by its id within the workings; `query` stands behind every id of this run.
pub(crate) fn answer(package: &Package, workings: &Workings, id: &str, query: &str) -> Result<WhyAnswer, AnswerError> {
    let working = workings.get(id).ok_or_else(|| unknown(id))?;
    let tree = Tree { package, workings, query };
    let number = tree.number(id, working, &mut HashSet::new());
    Ok(WhyAnswer { format: FORMAT, number, steps: None })
}

fn unknown(id: &str) -> AnswerError {
    let measure = id.split('/').next().unwrap_or_default();
    let (says, hint) = if is_measure(measure) {
        let says = "this computation gives no such number, or something that it needs is not known";
        (says.to_owned(), "ids stand in the JSON of each answer, under `why`".to_owned())
    } else {
        (format!("there is no measure \"{measure}\""), measure_hint(measure))
    };
    AnswerError::UnknownId { id: id.to_owned(), says, hint }
}

/// An id with the words that shape its computation.
pub(crate) fn with_query(id: &str, query: &str) -> String {
    if query.is_empty() { id.to_owned() } else { format!("{id}?{query}") }
}

/// A limit as documents carry it: null where nothing bounds the number.
pub(crate) fn finite(limit: f64) -> Option<f64> {
    // Negative zero is zero.
    Some(limit + 0.0).filter(|limit| limit.is_finite())
}

struct Tree<'a> {
    package: &'a Package,
    workings: &'a Workings,
    query: &'a str,
}

impl Tree<'_> {
    fn number(&self, id: &str, working: &Working, seen: &mut HashSet<String>) -> NodeDocument {
        seen.insert(id.to_owned());
        let rule = working.rule;
        let says = match &working.note {
            Some(note) => format!("{}. {note}", rule.says),
            None => rule.says.to_owned(),
        };
        NodeDocument {
            id: with_query(id, self.query),
            label: working.label.clone(),
            value: working.number.value,
            unit: working.unit().to_owned(),
            low: finite(working.number.low()),
            high: finite(working.number.high()),
            formula: Some(rule.formula.to_owned()),
            says: Some(says),
            source: rule.source.to_owned(),
            rule: Some(rule.id.to_owned()),
            inputs: working.inputs.iter().filter_map(|input| self.input(input, seen)).collect(),
            fact: None,
        }
    }

    fn input(&self, input: &Input, seen: &mut HashSet<String>) -> Option<DerivationDocument> {
        match input {
            Input::Number(id) => {
                let working = self.workings.get(id)?;
                Some(if seen.contains(id) {
                    DerivationDocument::See(SeeDocument {
                        id: with_query(id, self.query),
                        label: working.label.clone(),
                        value: working.number.value,
                        unit: working.unit().to_owned(),
                        see: true,
                    })
                } else {
                    DerivationDocument::Number(Box::new(self.number(id, working, seen)))
                })
            }
            Input::Fact(datum) => {
                let node = fact::alone(self.package, datum.at)?;
                Some(if seen.insert(node.id.clone()) {
                    DerivationDocument::Number(Box::new(node))
                } else {
                    let NodeDocument { id, label, value, unit, .. } = node;
                    DerivationDocument::See(SeeDocument { id, label, value, unit, see: true })
                })
            }
            Input::Stated { label, value, unit, id } => Some(DerivationDocument::Number(Box::new(NodeDocument {
                id: id.clone().unwrap_or_else(|| value.to_string()),
                label: label.clone(),
                value: *value,
                unit: (*unit).to_owned(),
                low: Some(*value),
                high: Some(*value),
                formula: None,
                says: None,
                source: if id.is_some() { "computed elsewhere; its id opens it" } else { "stated by the question" }
                    .to_owned(),
                rule: None,
                inputs: Vec::new(),
                fact: None,
            }))),
            Input::Written(written) => Some(DerivationDocument::Number(Box::new(self::written(written)))),
        }
    }
}

/// What a file states, as a leaf: the file and the line are its source, whatever the file itself names.
fn written(of: &Written) -> NodeDocument {
    let place = format!("{}, line {}", of.file, of.line);
    let (kind, locator) = match (&of.source, &of.assumption) {
        (Some(source), _) => ("stated by a file with its source", source.clone()),
        (None, Some(why)) => ("an assumption of a file", why.clone()),
        (None, None) => ("an assumption of a file", "the file gives no reason".to_owned()),
    };
    let (low, high) = (finite(of.number.low()), finite(of.number.high()));
    NodeDocument {
        id: place.clone(),
        label: of.label.clone(),
        value: of.number.value,
        unit: of.unit.to_owned(),
        low,
        high,
        formula: None,
        says: Some(format!("{kind}: {locator}")),
        source: place.clone(),
        rule: None,
        inputs: Vec::new(),
        fact: Some(FactDocument {
            table: "file".to_owned(),
            key: of.file.rsplit('/').next().unwrap_or(&of.file).to_owned(),
            label: of.label.clone(),
            value: Some(of.number.value),
            low,
            high,
            printed: of.number.value.to_string(),
            unit: of.unit.to_owned(),
            source: kind.to_owned(),
            citation: place,
            publisher: of.file.clone(),
            edition: "the file as it was read".to_owned(),
            locator,
            licence: "that of the file".to_owned(),
            licence_url: String::new(),
            title: of.file.clone(),
            address: String::new(),
            quality: None,
            file: of.file.clone(),
            line: of.line,
            note: None,
            before: None,
        }),
    }
}
