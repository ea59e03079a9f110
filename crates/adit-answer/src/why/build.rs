//! From the tape of a computation to a tree that people read.

use std::collections::{HashMap, HashSet};

use adit_facts::Package;
use adit_model::risk::reason::steps;
use adit_model::risk::{About, Bounded, figures, reason};
use adit_number::{Reason, ReasonKind, ReasonNode, Rule};

use super::{DerivationDocument, NodeDocument, SeeDocument, WhyAnswer, fact};
use crate::asked::Asked;
use crate::error::AnswerError;
use crate::names;
use crate::session::FORMAT;

/// The derivation of a computed number.
pub(crate) fn number(asked: &Asked, about: About, with_steps: bool) -> Result<WhyAnswer, AnswerError> {
    let study = asked.study();
    let reason = reason(study, about).ok_or_else(|| not_known(asked, about))?;
    let tree = Tree::new(asked, &reason);
    let steps = if with_steps { steps(study, about, |kind| tree.name(kind)) } else { None };
    // A term alone comes as a sum with nothing else in it: the stamped number below is the one that was asked for.
    let root = reason.nodes.iter().rfind(|node| self::about(node) == Some(about)).map_or(reason.root, |node| node.id);
    let mut seen = HashSet::new();
    match tree.node(root, &mut seen) {
        DerivationDocument::Number(number) => Ok(WhyAnswer { format: FORMAT, number: *number, steps }),
        // The root is the first number of all.
        DerivationDocument::See(_) => Err(not_known(asked, about)),
    }
}

/// A fact of the package by its key.
pub(crate) fn fact(package: &Package, key: &str) -> Result<WhyAnswer, AnswerError> {
    let at = package.find(key)?;
    let label = names::of_fact(package, key);
    let says = "the cell is blank in its source".to_owned();
    let number = fact::alone(package, at).ok_or(AnswerError::NotKnown { label, says })?;
    Ok(WhyAnswer { format: FORMAT, number, steps: None })
}

/// A fact as a question changes it; as it is, if no figure of the study reads it.
pub(crate) fn changed_fact(asked: &Asked, key: &str) -> Result<WhyAnswer, AnswerError> {
    match asked.study().origin.iter().zip(0u32..).find(|(origin, _)| origin.key == key) {
        Some((_, index)) => Ok(WhyAnswer { format: FORMAT, number: fact::node(asked, index), steps: None }),
        None => fact(&asked.package, key),
    }
}

fn not_known(asked: &Asked, about: About) -> AnswerError {
    let label = names::of_number(asked.words(), about, &asked.years());
    AnswerError::NotKnown { label, says: crate::risk::missing::of_number(asked, about) }
}

/// What is needed to write the nodes of one derivation.
struct Tree<'a> {
    asked: &'a Asked,
    reason: &'a Reason,
    bounds: HashMap<u32, (f64, f64)>,
}

impl<'a> Tree<'a> {
    fn new(asked: &'a Asked, reason: &'a Reason) -> Self {
        let stamps: Vec<(u32, About)> = reason.nodes.iter().filter_map(|node| Some((node.id, about(node)?))).collect();
        let abouts: Vec<About> = stamps.iter().map(|(_, about)| *about).collect();
        let found = figures(asked.study(), &abouts);
        let ends = |((id, _), figure): (&(u32, About), Option<Bounded>)| figure.map(|f| (*id, (f.low, f.high)));
        let bounds = stamps.iter().zip(found).filter_map(ends).collect();
        Self { asked, reason, bounds }
    }

    fn node(&self, id: u32, seen: &mut HashSet<u32>) -> DerivationDocument {
        let node = &self.reason.nodes[id as usize];
        match node.kind {
            ReasonKind::Fact { index } => {
                let number = fact::node(self.asked, index);
                once(number, id, seen)
            }
            ReasonKind::Stamp { rule, subject } => {
                let about = About::of(subject);
                self.stamped(node, rule, about, seen)
            }
            // Constants stand in the formula; only a root could be one, and every root is stamped.
            ReasonKind::Bare => once(bare(node), id, seen),
        }
    }

    fn stamped(&self, node: &ReasonNode, rule: &Rule, about: About, seen: &mut HashSet<u32>) -> DerivationDocument {
        let bounds = self.bounds.get(&node.id);
        let mut number = NodeDocument {
            id: self.asked.id(about),
            label: names::of_number(self.asked.words(), about, &self.asked.years()),
            value: node.value,
            unit: rule.unit.to_owned(),
            low: bounds.map(|b| b.0),
            high: bounds.map(|b| b.1),
            formula: Some(rule.formula.to_owned()),
            says: Some(rule.says.to_owned()),
            source: rule.source.to_owned(),
            rule: Some(rule.id.to_owned()),
            inputs: Vec::new(),
            fact: None,
        };
        if seen.insert(node.id) {
            number.inputs = node.inputs.iter().map(|input| self.node(*input, seen)).collect();
            DerivationDocument::Number(Box::new(number))
        } else {
            see(number)
        }
    }

    /// What a line of the arithmetic is called.
    fn name(&self, kind: &ReasonKind) -> String {
        match *kind {
            ReasonKind::Fact { index } => {
                names::of_fact(&self.asked.package, &self.asked.study().origin[index as usize].key)
            }
            ReasonKind::Stamp { subject, .. } => {
                names::of_number(self.asked.words(), About::of(subject), &self.asked.years())
            }
            ReasonKind::Bare => "constant".to_owned(),
        }
    }
}

/// A number without anything below it, unless it stands above.
fn once(number: NodeDocument, id: u32, seen: &mut HashSet<u32>) -> DerivationDocument {
    if seen.insert(id) { DerivationDocument::Number(Box::new(number)) } else { see(number) }
}

fn see(number: NodeDocument) -> DerivationDocument {
    DerivationDocument::See(SeeDocument {
        id: number.id,
        label: number.label,
        value: number.value,
        unit: number.unit,
        see: true,
    })
}

fn about(node: &ReasonNode) -> Option<About> {
    match node.kind {
        ReasonKind::Stamp { subject, .. } => Some(About::of(subject)),
        ReasonKind::Fact { .. } | ReasonKind::Bare => None,
    }
}

fn bare(node: &ReasonNode) -> NodeDocument {
    NodeDocument {
        id: node.value.to_string(),
        label: "Constant".to_owned(),
        value: node.value,
        unit: "index".to_owned(),
        low: Some(node.value),
        high: Some(node.value),
        formula: None,
        says: None,
        source: "the formula".to_owned(),
        rule: None,
        inputs: Vec::new(),
        fact: None,
    }
}
