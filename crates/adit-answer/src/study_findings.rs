//! What is odd about the study's own tables, for the materials of an answer: the same findings as in the audit.

use adit_model::risk::audit::oddities;

use crate::asked::Asked;
use crate::audit::oddity;
use crate::finding::FindingDocument;

/// The findings on the materials at these positions of the study.
pub(crate) fn of_materials(asked: &Asked, positions: &[usize]) -> Vec<FindingDocument> {
    let asked_for = |material| positions.iter().any(|&at| asked.study().materials[at].material == material);
    oddities(&asked.package, asked.study())
        .iter()
        .filter(|odd| asked_for(odd.material()))
        .map(|odd| oddity::document(asked.words(), odd))
        .collect()
}
