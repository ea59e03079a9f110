//! Changes of one input that would close a gap: candidates to look at, never evidence.

use adit_facts::Scope;
use adit_facts::study::Published;
use adit_number::Bounds;

use super::{ValueReading, printed_box};
use crate::risk::explain::answers;
use crate::risk::inputs::Study;
use crate::risk::moved::Movable;

/// At most this many changes are listed, nearest first.
pub(super) const MOST_CLOSINGS: usize = 8;

/// One change that would close a gap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Closing {
    /// What would change.
    pub by: ClosedBy,
    /// The figure that it gives.
    pub gives: f64,
}

/// What would have to change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ClosedBy {
    /// One input, to a value.
    Input {
        /// The input.
        movable: Movable,
        /// The value it needs.
        needs: f64,
    },
    /// The scope of the stage.
    Scope {
        /// The published one.
        now: Scope,
        /// The one it needs.
        needs: Scope,
    },
}

/// All scopes, and the nearest single changes of an input, that give the published figure.
pub(super) fn closable_by(
    value: &ValueReading<'_>,
    study: &Study,
    material: usize,
    stage: usize,
    published: Published,
) -> Vec<Closing> {
    let m = &study.materials[material];
    let s = &m.stages[stage];
    let target = published.datum.number.value;
    let Some(scope) = s.scope else { return Vec::new() };
    if !m.members.is_empty() {
        return Vec::new();
    }
    let meets = |sr: f64| printed_box(published).meets(&Bounds::point(sr));
    let scopes = Scope::ALL.into_iter().filter(|needs| *needs != scope).filter_map(|needs| {
        let gives = value.stage_under(m, s, needs).filter(|sr| meets(*sr))?;
        Some(Closing { by: ClosedBy::Scope { now: scope, needs }, gives })
    });
    let inputs = answers(value, material, stage, scope, target)
        .into_iter()
        .map(|answer| Closing { by: ClosedBy::Input { movable: answer.movable, needs: answer.needs }, gives: target });
    scopes.chain(inputs).take(MOST_CLOSINGS).collect()
}
