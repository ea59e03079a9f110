//! The derivation of one number: the same formulas, read with a tape.

use adit_number::{AsReason, Reason, ReasonKind, Tape};

use super::about::About;
use super::evaluate::{Evaluation, number};
use super::inputs::Study;

/// The derivation of a number of the study, down to its facts; `None` if the number cannot be computed.
pub fn reason(study: &Study, about: About) -> Option<Reason> {
    let tape = Tape::new();
    let evaluation = Evaluation::new(study, AsReason { tape: &tape });
    number(&evaluation, about).map(|root| tape.derivation(root))
}

/// The arithmetic behind a number of the study, step by step, with facts and stamps called by `name`.
pub fn steps(study: &Study, about: About, name: impl Fn(&ReasonKind) -> String) -> Option<Vec<String>> {
    let tape = Tape::new();
    let evaluation = Evaluation::new(study, AsReason { tape: &tape });
    number(&evaluation, about).map(|root| tape.steps(root, name))
}
