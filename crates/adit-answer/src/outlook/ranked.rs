//! From Sobol indices to a document: assumptions in words.

use adit_facts::Package;
use adit_model::outlook::case::matters::{Mattering, MatteringGroup, Matters};
use adit_model::outlook::case::{CaseModel, Line};
use adit_number::Estimate;

use super::levers::words_of;
use super::matters::{MattersGroup, MattersResult, OutlookMatters};
use super::question::OutlookQuestion;
use super::says::percent;
use crate::names::{capital, in_text, listed};
use crate::session::FORMAT;

/// The line that is ranked unless another is asked for.
pub(crate) const LINE: Line = Line::Supply;

/// The year that is ranked unless another is asked for.
pub(crate) const YEAR: u16 = 2040;

/// Rows of each sample matrix unless said otherwise.
pub(crate) const SAMPLES: usize = 256;

/// Assumptions that are named.
const NAMED: usize = 3;

/// The document of a ranking.
pub(crate) fn answer(
    package: &Package,
    model: &CaseModel,
    question: &OutlookQuestion,
    found: &Matters,
) -> OutlookMatters {
    OutlookMatters {
        format: FORMAT,
        case: model.facts.id.clone(),
        results: found.results.iter().map(|of| result(package, model, of)).collect(),
        samples: found.draws.count,
        runs: found.runs,
        seed: question.seed,
        notes: vec![
            "Shares of variance: the first-order index is what an assumption explains alone, the total index what it takes part in; total indices can add to more than one.".to_owned(),
            "Estimated from draws; the interval of each stands beside it. Only the ranges given are asked about: what has no range cannot matter here.".to_owned(),
        ],
    }
}

fn result(package: &Package, model: &CaseModel, of: &Mattering) -> MattersResult {
    let words = package.vocabulary().material(of.target.material);
    let groups: Vec<MattersGroup> = of.groups.iter().map(|found| group(package, model, found)).collect();
    MattersResult {
        material: words.id.clone(),
        material_name: words.name.clone(),
        line: of.target.line.id().to_owned(),
        year: of.target.year,
        says: says(&words.name, of, &groups),
        standard_deviation: of.standard_deviation,
        groups,
    }
}

fn group(package: &Package, model: &CaseModel, of: &MatteringGroup) -> MattersGroup {
    let row = of.row.and_then(|row| model.rows.get(row));
    MattersGroup {
        id: of.id.clone(),
        name: row.map_or_else(|| capital(&of.name), |row| words_of(package, &model.facts.id, row)),
        first: of.first.value,
        first_error: half_width(&of.first),
        total: of.total.value,
        total_error: half_width(&of.total),
        why: row.map(|row| package.key(row.value.at).to_string()),
    }
}

/// Half of the 95 % interval.
fn half_width(of: &Estimate) -> f64 {
    0.5 * (of.high - of.low)
}

/// The three that matter most, with the part of the variance in which each takes part.
fn says(material: &str, of: &Mattering, groups: &[MattersGroup]) -> String {
    let top = groups.iter().take(NAMED);
    let parts: Vec<String> =
        top.map(|group| format!("{} ({})", in_text(&group.name), percent(group.total.min(1.0)))).collect();
    if parts.is_empty() {
        return of.says.clone();
    }
    let line = in_text(of.target.line.name());
    format!(
        "What matters most for {line} of {} in {}, by the part of the variance: {}.",
        in_text(material),
        of.target.year,
        listed(&parts, "and")
    )
}
