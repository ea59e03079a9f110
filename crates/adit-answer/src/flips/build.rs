//! Flips of a material as a document.

use adit_model::risk::flips::{Flip, flips};
use adit_model::risk::moved::Movable;

use super::{Effect, FlipDocument, FlipsAnswer, ProvedDocument};
use crate::asked::Asked;
use crate::inputs::named;
use crate::session::FORMAT;

/// The answer for the material at a position in the study.
pub(crate) fn answer(asked: &Asked, at: usize, limit: Option<usize>) -> FlipsAnswer {
    let risk = &asked.assessed.risks[at];
    let entry = asked.words().material(risk.material);
    let found = flips(asked.study(), risk.material);
    let limit = limit.unwrap_or(found.flips.len());
    FlipsAnswer {
        format: FORMAT,
        edition: asked.options.edition.clone(),
        governance: asked.years(),
        material: entry.id.clone(),
        name: entry.name.clone(),
        critical: risk.critical(),
        strategic: risk.strategic,
        rule_met: found.met,
        note: note(risk.strategic, found.met),
        flips_total: found.flips.len(),
        flips: found.flips.iter().take(limit).map(|flip| document(asked, flip)).collect(),
        proved_none: found.proved_none.iter().map(|movable| proved(asked, movable)).collect(),
    }
}

fn note(strategic: bool, met: Option<bool>) -> Option<String> {
    match (strategic, met) {
        (_, None) => Some("Supply risk or economic importance is not known, so nothing can be said about flips.".to_owned()),
        (true, Some(true)) => Some(
            "The material is strategic and stays on the list whatever its figures: the flips say where the thresholds alone \
             would let it go."
                .to_owned(),
        ),
        (true, Some(false)) => Some(
            "The material is strategic and on the list although its figures do not meet both thresholds: the flips say where \
             they would."
                .to_owned(),
        ),
        (false, _) => None,
    }
}

fn document(asked: &Asked, flip: &Flip) -> FlipDocument {
    let named = named(asked, &flip.movable);
    FlipDocument {
        input: named.input,
        label: named.label,
        unit: named.unit.to_owned(),
        now: flip.movable.now,
        flips_at: flip.at,
        relative_change: flip.relative_change(),
        effect: if flip.enters { Effect::Enters } else { Effect::Leaves },
        why: named.why,
    }
}

fn proved(asked: &Asked, movable: &Movable) -> ProvedDocument {
    let named = named(asked, movable);
    ProvedDocument {
        input: named.input,
        label: named.label,
        unit: named.unit.to_owned(),
        now: movable.now,
        low: movable.low,
        high: movable.high,
    }
}
