//! The arithmetic itself, step by step.

use std::collections::{BTreeMap, BTreeSet};

use super::tape::{Node, Op};
use super::{ReasonKind, Tape, Traced};

impl Tape {
    /// Every operation under a number in the order in which it was done, one line each; operands are named by the number
    /// of their line, constants by their value. The caller names facts and results of rules.
    ///
    /// ```text
    /// 1. share of China = 0.5
    /// 2. (1) squared = 0.25
    /// 3. (2) * 0.8 = 0.2
    /// 4. contribution of China = (3) = 0.2
    /// ```
    pub fn steps(&self, root: Traced<'_>, name: impl Fn(&ReasonKind) -> String) -> Vec<String> {
        let Some(at) = self.written(root) else { return Vec::new() };
        let nodes = &self.record.borrow().nodes;
        let mut needed = BTreeSet::new();
        let mut open = vec![at];
        while let Some(next) = open.pop() {
            if needed.insert(next) {
                open.extend(nodes[next as usize].op.operands());
            }
        }
        let lines = needed.iter().copied().filter(|at| !matches!(nodes[*at as usize].op, Op::Constant));
        let numbers: BTreeMap<u32, usize> = lines.zip(1..).collect();
        let operand = |at: u32| match numbers.get(&at) {
            Some(number) => format!("({number})"),
            None => nodes[at as usize].value.to_string(),
        };
        let line = |(at, number): (&u32, &usize)| {
            let Node { value, op } = nodes[*at as usize];
            let what = match op {
                Op::Fact { .. } | Op::Constant => name(&op.kind()),
                Op::Stamp { of, .. } => format!("{} = {}", name(&op.kind()), operand(of)),
                arithmetic => written(arithmetic, operand),
            };
            format!("{number}. {what} = {value}")
        };
        numbers.iter().map(line).collect()
    }
}

/// An operation in words, its operands named by `operand`.
fn written(op: Op, operand: impl Fn(u32) -> String) -> String {
    let names: Vec<String> = op.operands().map(operand).collect();
    match (op, names.as_slice()) {
        (Op::Add(..), [a, b]) => format!("{a} + {b}"),
        (Op::Sub(..), [a, b]) => format!("{a} - {b}"),
        (Op::Mul(..), [a, b]) => format!("{a} * {b}"),
        (Op::Div(..), [a, b]) => format!("{a} / {b}"),
        (Op::Neg(..), [a]) => format!("-{a}"),
        (Op::Square(..), [a]) => format!("{a} squared"),
        (Op::Larger(..), [a, b]) => format!("larger of {a} and {b}"),
        (Op::Smaller(..), [a, b]) => format!("smaller of {a} and {b}"),
        (Op::Mix { .. }, [from, to, weight]) => format!("{from} * (1 - {weight}) + {to} * {weight}"),
        (Op::PartOf(..), [part, rest]) => format!("{part} / ({part} + {rest})"),
        (Op::Choose { .. }, [left, right, yes, no]) => format!("{yes} if {left} >= {right}, else {no}"),
        (Op::Exp(..), [a]) => format!("exp {a}"),
        (Op::Ln(..), [a]) => format!("ln {a}"),
        (Op::Powf { .. }, [a, power]) => format!("{a} to the power of {power}"),
        (Op::Sqrt(..), [a]) => format!("square root of {a}"),
        _ => names.join(", "),
    }
}
