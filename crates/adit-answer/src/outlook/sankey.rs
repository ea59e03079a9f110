//! The flows of a year as a document.

use adit_facts::Package;
use adit_model::outlook::case::{CaseModel, Line, MaterialRun};

use super::flows::{OutlookFlows, OutlookLink, OutlookNode};
use super::question::OutlookQuestion;
use super::says::percent;
use crate::chain::FigureDocument;
use crate::chain::opened::with_query;
use crate::error::AnswerError;
use crate::names::in_text;
use crate::session::FORMAT;

/// The year that is shown unless another is asked for.
pub(crate) const YEAR: u16 = 2040;

/// The document of a material's flows in a year.
pub(crate) fn answer(
    package: &Package,
    model: &CaseModel,
    question: &OutlookQuestion,
    run: &MaterialRun,
    year: u16,
) -> Result<OutlookFlows, AnswerError> {
    let name = &package.vocabulary().material(run.material).name;
    let at = model.at(year)?;
    let found = run.sankey(at).ok_or_else(|| AnswerError::NotKnown {
        label: format!("the flows of {} in {year}", in_text(name)),
        says: "a line of it has no value in that year".to_owned(),
    })?;
    let query = question.id_query();
    let link = |of: adit_model::outlook::case::sankey::Link| {
        let id = format!("outlook.{}/{}/{}/{year}", of.measure, model.facts.id, run.id);
        OutlookLink {
            from: of.from.to_owned(),
            to: of.to.to_owned(),
            name: of.name.to_owned(),
            tonnes: FigureDocument {
                value: Some(of.tonnes),
                low: None,
                high: None,
                why: Some(with_query(&id, &query)),
            },
        }
    };
    let node = |of: adit_model::outlook::case::sankey::Node| OutlookNode {
        id: of.id.to_owned(),
        name: of.name.to_owned(),
        column: of.column,
        kind: of.kind.to_owned(),
    };
    Ok(OutlookFlows {
        format: FORMAT,
        case: model.facts.id.clone(),
        material: run.id.clone(),
        material_name: name.clone(),
        year,
        years: model.years().collect(),
        says: says(run, name, year, at),
        nodes: found.nodes.into_iter().map(node).collect(),
        links: found.links.into_iter().map(link).collect(),
    })
}

/// How much of what reaches its end of life comes back.
fn says(run: &MaterialRun, name: &str, year: u16, at: usize) -> String {
    let name = in_text(name);
    match run.line(Line::EolRr).values.get(at).copied().flatten() {
        Some(rate) => {
            let rate = percent(rate);
            format!(
                "Of the {name} in products that reach their end of life in {year}, {rate} comes back in the Union (estimate)."
            )
        }
        None => format!("No {name} reaches its end of life in {year}."),
    }
}
