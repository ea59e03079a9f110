//! The record that traced numbers write.

use std::cell::RefCell;

use super::{Origin, ReasonKind, Traced};
use crate::{Rule, Subject};

/// The record of a computation: operations, operands, values, stamps and facts in the order in which they happened.
/// One tape serves one thread; reuse it by [`clear`](Tape::clear).
#[derive(Debug, Default)]
pub struct Tape {
    pub(super) record: RefCell<Record>,
}

#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) nodes: Vec<Node>,
    /// Node of each fact by its index, [`UNREAD`] if it was not read yet.
    read: Vec<u32>,
}

const UNREAD: u32 = u32::MAX;

#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) value: f64,
    pub(super) op: Op,
}

/// What made a node. Operands are earlier nodes, so the order of the tape is a topological order.
#[derive(Clone, Copy, Debug)]
pub(super) enum Op {
    Constant,
    Fact { index: u32 },
    Stamp { of: u32, rule: &'static Rule, subject: Subject },
    Add(u32, u32),
    Sub(u32, u32),
    Mul(u32, u32),
    Div(u32, u32),
    Neg(u32),
    Square(u32),
    Larger(u32, u32),
    Smaller(u32, u32),
    Mix { from: u32, to: u32, weight: u32 },
    PartOf(u32, u32),
    Choose { left: u32, right: u32, yes: u32, no: u32 },
    Exp(u32),
    Ln(u32),
    Powf { of: u32, power: u32 },
    Sqrt(u32),
}

impl Op {
    /// Operands in the order in which a formula names them.
    pub(super) fn operands(self) -> impl DoubleEndedIterator<Item = u32> {
        let (operands, count) = match self {
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
        };
        operands.into_iter().take(count)
    }

    pub(super) fn kind(self) -> ReasonKind {
        match self {
            Op::Stamp { rule, subject, .. } => ReasonKind::Stamp { rule, subject },
            Op::Fact { index } => ReasonKind::Fact { index },
            _ => ReasonKind::Bare,
        }
    }
}

impl Record {
    fn push(&mut self, value: f64, op: Op) -> u32 {
        let at = u32::try_from(self.nodes.len()).unwrap_or(UNREAD);
        self.nodes.push(Node { value, op });
        at
    }
}

impl Tape {
    /// An empty tape.
    pub fn new() -> Self {
        Self::default()
    }

    /// Number of nodes.
    pub fn len(&self) -> usize {
        self.record.borrow().nodes.len()
    }

    /// Whether nothing has been written.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Forgets everything but keeps the memory. It takes the tape for itself, so no number written before survives.
    pub fn clear(&mut self) {
        let Record { nodes, read } = self.record.get_mut();
        for node in nodes.drain(..) {
            if let Op::Fact { index } = node.op {
                read[index as usize] = UNREAD;
            }
        }
    }

    /// The number of a fact: written when first read, the same node ever after.
    pub(crate) fn fact(&self, index: u32, value: f64) -> Traced<'_> {
        let mut record = self.record.borrow_mut();
        let slot = index as usize;
        if record.read.len() <= slot {
            record.read.resize(slot + 1, UNREAD);
        }
        let mut at = record.read[slot];
        if at == UNREAD {
            at = record.push(value, Op::Fact { index });
            record.read[slot] = at;
        }
        Traced { value, origin: Origin::Written { tape: self, at } }
    }

    pub(super) fn write(&self, value: f64, op: Op) -> Traced<'_> {
        let at = self.record.borrow_mut().push(value, op);
        Traced { value, origin: Origin::Written { tape: self, at } }
    }

    /// The node of a number on this tape. A constant is written now. A number of another tape counts as one: a
    /// computation has one tape.
    pub(super) fn node_of(&self, number: Traced<'_>) -> u32 {
        match number.origin {
            Origin::Written { tape, at } if std::ptr::eq(tape, self) => at,
            Origin::Written { .. } => self.record.borrow_mut().push(number.value, Op::Constant),
            Origin::Constant { stamp } => {
                let mut record = self.record.borrow_mut();
                let of = record.push(number.value, Op::Constant);
                match stamp {
                    Some((rule, subject)) => record.push(number.value, Op::Stamp { of, rule, subject }),
                    None => of,
                }
            }
        }
    }

    /// The node of a number that was written on this tape.
    pub(super) fn written(&self, number: Traced<'_>) -> Option<u32> {
        match number.origin {
            Origin::Written { tape, at } if std::ptr::eq(tape, self) => Some(at),
            _ => None,
        }
    }
}
