//! What is odd about the inputs of a study, in words.

use adit_facts::{Finding, Vocabulary};
use adit_figure::number::{Reading, number};
use adit_model::risk::audit::Oddity;

use crate::finding::FindingDocument;
use crate::names;

/// An oddity as a finding about its material.
pub(crate) fn document(words: &Vocabulary, oddity: &Oddity) -> FindingDocument {
    let percent = |share: f64| number(&Reading::plain(Some(share), "share"));
    let (code, material, says, hint) = match oddity {
        Oddity::ImportReliance { material, stage, published, at_most } => (
            "study.import-reliance",
            *material,
            format!(
                "Import reliance of {} is printed as {}, but at most {} of EU sourcing is listed as imported.",
                names::at_stage(words, *material, *stage),
                percent(*published),
                percent(*at_most)
            ),
            "Net imports cannot be more of consumption than imports are of sourcing.",
        ),
        Oddity::UseShares { material, total } => (
            "study.uses-over",
            *material,
            format!(
                "The uses of {} sum to {}, more than their rounding allows.",
                names::material(words, *material),
                percent(*total)
            ),
            "Economic importance is too high by as much; nothing is renormalised.",
        ),
        Oddity::RepeatedUse { material, application, lines } => (
            "study.use-repeated",
            *material,
            format!(
                "Uses {} and {} of {} are the same: {application}.",
                lines.0,
                lines.1,
                names::material(words, *material)
            ),
            "Both lines count, as published.",
        ),
        Oddity::SupplyShares { material, stage, side, total } => (
            "study.shares-over",
            *material,
            format!(
                "The shares of {} of {} sum to {}, more than their rounding allows.",
                names::side(*side),
                names::at_stage(words, *material, *stage),
                percent(*total)
            ),
            "They stand as published; nothing is renormalised.",
        ),
        Oddity::MissingShares { material, stage, side, missing } => (
            "study.shares-missing",
            *material,
            format!(
                "The shares of {} of {} lack {} of the whole.",
                names::side(*side),
                names::at_stage(words, *material, *stage),
                percent(*missing)
            ),
            "The bounds hold what it may add; nothing is renormalised.",
        ),
    };
    let finding = Finding::warning(code, says).hint(hint);
    FindingDocument { material: Some(words.material(material).id.clone()), ..(&finding).into() }
}
