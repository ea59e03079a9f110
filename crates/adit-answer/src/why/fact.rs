//! The leaves of a derivation: facts, as published or as a question or workspace changed them.

use adit_facts::{FactRef, Package};

use super::{BeforeDocument, FactDocument, NodeDocument};
use crate::asked::Asked;
use crate::names;

/// Everything that is known of a fact of the package.
pub(crate) fn document(package: &Package, at: FactRef) -> FactDocument {
    let view = package.view(at);
    let source = package.sources().get(&view.source);
    FactDocument {
        label: names::of_fact(package, &view.key),
        licence_url: source.map(|s| s.licence_url.clone()).unwrap_or_default(),
        title: source.map(|s| s.title.clone()).unwrap_or_default(),
        before: overridden(package, at),
        table: view.table,
        key: view.key,
        value: view.value,
        low: view.low,
        high: view.high,
        printed: view.printed,
        unit: view.unit,
        source: view.source,
        citation: view.citation,
        publisher: view.publisher,
        edition: view.edition,
        locator: view.locator,
        licence: view.licence,
        address: view.address,
        quality: view.quality,
        file: view.file,
        line: view.line,
        note: view.note,
    }
}

/// What a workspace laid its value over.
fn overridden(package: &Package, at: FactRef) -> Option<BeforeDocument> {
    let conflict = package.conflicts().iter().find(|conflict| conflict.at == at)?;
    let value = package.format(at).read(&conflict.was).ok().flatten().map(|printed| printed.value);
    Some(BeforeDocument { value, printed: Some(conflict.was.clone()), by: "workspace".to_owned() })
}

/// A fact of a study, by its index, as a number of a derivation.
pub(crate) fn node(asked: &Asked, index: u32) -> NodeDocument {
    let study = asked.study();
    let (fact, origin) = (&study.facts[index as usize], &study.origin[index as usize]);
    let mut document = match origin.at {
        Some(at) => document(&asked.package, at),
        None => brought_in(asked, &origin.key),
    };
    if let Some(before) = origin.before {
        let value = Some(before.value).filter(|_| origin.at.is_some());
        document.before = Some(BeforeDocument { value, printed: None, by: "scenario".to_owned() });
    }
    (document.value, document.low, document.high) = (Some(fact.value), Some(fact.low), Some(fact.high));
    NodeDocument {
        id: asked.fact_id(index),
        label: document.label.clone(),
        value: fact.value,
        unit: document.unit.clone(),
        low: Some(fact.low),
        high: Some(fact.high),
        formula: None,
        says: None,
        source: document.citation.clone(),
        rule: None,
        inputs: Vec::new(),
        fact: Some(document),
    }
}

/// A fact of the package by itself; `None` if its cell is blank.
pub(crate) fn alone(package: &Package, at: FactRef) -> Option<NodeDocument> {
    let document = document(package, at);
    Some(NodeDocument {
        id: document.key.clone(),
        label: document.label.clone(),
        value: document.value?,
        unit: document.unit.clone(),
        low: document.low,
        high: document.high,
        formula: None,
        says: None,
        source: document.citation.clone(),
        rule: None,
        inputs: Vec::new(),
        fact: Some(document),
    })
}

/// A supplier that a question added to a list: an assumption, and said so.
fn brought_in(asked: &Asked, key: &str) -> FactDocument {
    let table = key.split('/').next().unwrap_or_default();
    let query = asked.question.to_query();
    FactDocument {
        table: table.to_owned(),
        key: key.to_owned(),
        label: names::of_fact(&asked.package, key),
        value: None,
        low: None,
        high: None,
        printed: String::new(),
        unit: if key.ends_with("/share") { "share" } else { "factor" }.to_owned(),
        source: "what-if".to_owned(),
        citation: "An assumption of this question, not a published fact".to_owned(),
        publisher: "whoever asks".to_owned(),
        edition: asked.options.edition.clone(),
        locator: query,
        licence: "none".to_owned(),
        licence_url: String::new(),
        title: "What-if question".to_owned(),
        address: String::new(),
        quality: None,
        file: String::new(),
        line: 0,
        note: None,
        before: None,
    }
}
