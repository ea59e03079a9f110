//! What is wrong with the study's own tables, so far as it shows without any comparison: lists that pass or miss the
//! whole, uses that repeat a line. The audit reports the same, and what only a comparison shows.

use adit_facts::Material;
use adit_facts::study::{Side, UseFacts};
use adit_model::risk::audit::Oddity;
use adit_model::risk::inputs::StageInputs;

use crate::asked::Asked;
use crate::audit::oddity;
use crate::finding::FindingDocument;

/// Shares that lists may lack without a finding, a fraction; a list that lacks just this much has none.
const MAY_LACK: f64 = 0.05;

/// The findings on one material of the study.
pub(crate) fn of_material(asked: &Asked, at: usize) -> Vec<FindingDocument> {
    let inputs = &asked.study().materials[at];
    let lists = inputs.stages.iter().flat_map(|stage| {
        [Side::World, Side::Europe].into_iter().filter_map(|side| odd_list(inputs.material, stage, side))
    });
    let uses = asked.package.end_uses(&asked.options.edition, inputs.material);
    lists.chain(odd_uses(inputs.material, &uses)).map(|odd| oddity::document(asked.words(), &odd)).collect()
}

fn odd_list(material: Material, of: &StageInputs, side: Side) -> Option<Oddity> {
    let list = of.list(side)?;
    let stage = of.stage;
    if list.suppliers.iter().map(|s| s.share.low).sum::<f64>() > 1.0 {
        return Some(Oddity::SupplyShares { material, stage, side, total: list.total() });
    }
    let missing = list.missing_share();
    (missing > MAY_LACK + 1e-9).then_some(Oddity::MissingShares { material, stage, side, missing })
}

fn odd_uses(material: Material, uses: &[UseFacts]) -> Vec<Oddity> {
    let mut found = Vec::new();
    if uses.iter().map(|u| u.share.number.low).sum::<f64>() > 1.0 {
        found.push(Oddity::UseShares { material, total: uses.iter().map(|u| u.share.number.value).sum() });
    }
    for (at, of) in uses.iter().enumerate() {
        let same = |earlier: &&UseFacts| {
            (&earlier.application, &earlier.nace) == (&of.application, &of.nace)
                && earlier.share.number == of.share.number
        };
        if let Some(first) = uses[..at].iter().find(same) {
            let (application, lines) = (of.application.clone(), (first.line, of.line));
            found.push(Oddity::RepeatedUse { material, application, lines });
        }
    }
    found
}
