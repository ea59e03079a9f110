//! From a tape to a derivation that people read: only results of rules and facts, without the arithmetic between.

use std::collections::{BTreeMap, BTreeSet};

use super::{Node, Op, Origin, Tape, Traced};
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

impl Op {
    /// Operands in the order in which a formula names them.
    fn operands(self) -> ([u32; 4], usize) {
        match self {
            Op::Constant | Op::Fact { .. } => ([0; 4], 0),
            Op::Stamp { of, .. } | Op::Neg(of) | Op::Square(of) | Op::Exp(of) | Op::Ln(of) | Op::Sqrt(of) => {
                ([of, 0, 0, 0], 1)
            }
            Op::Add(a, b)
            | Op::Sub(a, b)
            | Op::Mul(a, b)
            | Op::Div(a, b)
            | Op::Larger(a, b)
            | Op::Smaller(a, b)
            | Op::PartOf(a, b)
            | Op::Powf { of: a, power: b } => ([a, b, 0, 0], 2),
            Op::Mix { from, to, weight } => ([from, to, weight, 0], 3),
            Op::Choose { left, right, yes, no } => ([left, right, yes, no], 4),
        }
    }

    fn kind(self) -> ReasonKind {
        match self {
            Op::Stamp { rule, subject, .. } => ReasonKind::Stamp { rule, subject },
            Op::Fact { index } => ReasonKind::Fact { index },
            _ => ReasonKind::Bare,
        }
    }
}

/// The nearest stamps and facts under a node, each once, in the order of the formula.
fn inputs(nodes: &[Node], of: u32) -> Vec<u32> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = Vec::new();
    let push_operands = |open: &mut Vec<u32>, at: u32| {
        let (operands, count) = nodes[at as usize].op.operands();
        open.extend(operands[..count].iter().rev());
    };
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
    /// The derivation of a number written on this tape. A constant that never met a tape derives from nothing.
    pub fn derivation(&self, root: Traced<'_>) -> Reason {
        let at = match root.origin {
            Origin::Written { tape, at } if std::ptr::eq(tape, self) => at,
            Origin::Written { .. } | Origin::Constant { stamp: None } => return alone(root.value, ReasonKind::Bare),
            Origin::Constant { stamp: Some((rule, subject)) } => {
                return alone(root.value, ReasonKind::Stamp { rule, subject });
            }
        };
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

fn alone(value: f64, kind: ReasonKind) -> Reason {
    Reason { root: 0, nodes: vec![ReasonNode { id: 0, value, kind, inputs: Vec::new() }] }
}
