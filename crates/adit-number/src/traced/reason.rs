//! From a tape to a derivation that people read: only results of rules and facts, without the arithmetic between.

use std::collections::{BTreeMap, BTreeSet};

use super::tape::Node;
use super::{Origin, Tape, Traced};
use crate::{Rule, Subject};

/// Why a number is what it is: a graph of stamped results and facts. Nodes stand after their inputs, each once however
/// often it is used; a node's id is its place in `nodes`, and the root is the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Id of the number asked for.
    pub root: u32,
    /// All nodes, inputs first.
    pub nodes: Vec<ReasonNode>,
}

/// One result or fact of a derivation.
#[derive(Clone, Debug, PartialEq)]
pub struct ReasonNode {
    /// Place in [`Reason::nodes`].
    pub id: u32,
    /// Its value.
    pub value: f64,
    /// What it is.
    pub kind: ReasonKind,
    /// The nearest results and facts that it was computed from, each once, in the order of the formula. Both sides of a
    /// choice and of its comparison are among them.
    pub inputs: Vec<u32>,
}

/// What stands behind a node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ReasonKind {
    /// The result of a rule.
    Stamp {
        /// The rule.
        rule: &'static Rule,
        /// What it was applied to.
        subject: Subject,
    },
    /// A fact.
    Fact {
        /// [`crate::Fact::index`].
        index: u32,
    },
    /// Arithmetic or a constant that no rule was stamped on. Only a root can be this.
    Bare,
}

/// The nearest stamps and facts under a node, each once, in the order of the formula.
fn inputs(nodes: &[Node], of: u32) -> Vec<u32> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = Vec::new();
    let push_operands = |open: &mut Vec<u32>, at: u32| open.extend(nodes[at as usize].op.operands().rev());
    push_operands(&mut open, of);
    while let Some(at) = open.pop() {
        if !seen.insert(at) {
            continue;
        }
        match nodes[at as usize].op.kind() {
            ReasonKind::Bare => push_operands(&mut open, at),
            ReasonKind::Stamp { .. } | ReasonKind::Fact { .. } => found.push(at),
        }
    }
    found
}

impl Tape {
    /// The derivation of a number written on this tape. A constant that never met the tape derives from nothing.
    pub fn derivation(&self, root: Traced<'_>) -> Reason {
        let Some(at) = self.written(root) else { return alone(root) };
        let nodes = &self.record.borrow().nodes;
        // By place on the tape, which is a topological order with the root last.
        let mut shown = BTreeMap::new();
        let mut open = vec![at];
        while let Some(next) = open.pop() {
            shown.entry(next).or_insert_with(|| {
                let below = inputs(nodes, next);
                open.extend(&below);
                below
            });
        }
        let ids: BTreeMap<u32, u32> = shown.keys().copied().zip(0..).collect();
        let nodes: Vec<ReasonNode> = shown
            .iter()
            .map(|(at, below)| {
                let Node { value, op } = nodes[*at as usize];
                ReasonNode {
                    id: ids[at],
                    value,
                    kind: op.kind(),
                    inputs: below.iter().map(|input| ids[input]).collect(),
                }
            })
            .collect();
        Reason { root: ids[&at], nodes }
    }
}

fn alone(constant: Traced<'_>) -> Reason {
    let kind = match constant.origin {
        Origin::Constant { stamp: Some((rule, subject)) } => ReasonKind::Stamp { rule, subject },
        _ => ReasonKind::Bare,
    };
    Reason { root: 0, nodes: vec![ReasonNode { id: 0, value: constant.value, kind, inputs: Vec::new() }] }
}
