//! What is wrong with the study's own tables, so far as it shows without any comparison: lists that pass or miss the
//! whole, uses that repeat a line.

use adit_facts::Finding;
use adit_facts::study::{Side, UseFacts};
use adit_figure::number::{Reading, number};
use adit_model::risk::inputs::{ListInputs, StageInputs};

use crate::asked::Asked;
use crate::finding::FindingDocument;
use crate::names;

/// Shares that lists may lack without a finding, a fraction.
const MAY_LACK: f64 = 0.05;

/// The findings on one material of the study.
pub(crate) fn of_material(asked: &Asked, at: usize) -> Vec<FindingDocument> {
    let inputs = &asked.study().materials[at];
    let words = asked.words();
    let mut found = Vec::new();
    for stage in &inputs.stages {
        for side in [Side::World, Side::Europe] {
            found.extend(stage.list(side).and_then(|list| odd_list(&place(asked, at, stage, side), list)));
        }
    }
    let uses = asked.package.end_uses(&asked.options.edition, inputs.material);
    found.extend(odd_uses(&names::material(words, inputs.material), &uses));
    let id = words.material(inputs.material).id.clone();
    let of_it = |finding: &Finding| FindingDocument { material: Some(id.clone()), ..finding.into() };
    found.iter().map(of_it).collect()
}

fn place(asked: &Asked, at: usize, stage: &StageInputs, side: Side) -> String {
    let material = asked.study().materials[at].material;
    format!("{} of {}", names::side(side), names::at_stage(asked.words(), material, stage.stage))
}

fn percent(share: f64) -> String {
    number(&Reading::plain(Some(share), "share"))
}

fn odd_list(place: &str, list: &ListInputs) -> Option<Finding> {
    let lowest: f64 = list.suppliers.iter().map(|s| s.share.low).sum();
    if lowest > 1.0 {
        let says = format!("The shares of {place} sum to {}, more than their rounding allows.", percent(list.total()));
        return Some(Finding::warning("study.shares-over", says));
    }
    let missing = list.missing_share();
    (missing > MAY_LACK).then(|| {
        let says = format!("The shares of {place} lack {} of the whole.", percent(missing));
        Finding::warning("study.shares-missing", says).hint("They are in the bounds, never renormalised.")
    })
}

fn odd_uses(material: &str, uses: &[UseFacts]) -> Vec<Finding> {
    let mut found = Vec::new();
    if uses.iter().map(|u| u.share.number.low).sum::<f64>() > 1.0 {
        let total = uses.iter().map(|u| u.share.number.value).sum();
        let says = format!("The uses of {material} sum to {}, more than their rounding allows.", percent(total));
        found.push(Finding::warning("study.uses-over", says));
    }
    for (at, of) in uses.iter().enumerate() {
        let same = |earlier: &&UseFacts| {
            (&earlier.application, &earlier.nace) == (&of.application, &of.nace)
                && earlier.share.number == of.share.number
        };
        if let Some(first) = uses[..at].iter().find(same) {
            let says = format!("Uses {} and {} of {material} are the same: {}.", first.line, of.line, of.application);
            found.push(Finding::warning("study.use-repeated", says));
        }
    }
    found
}
