//! The estimate for a region as a document.

use adit_facts::Package;
use adit_facts::chain::Region;
use adit_model::outlook::case::regional::{RegionalMaterial, RegionalPlace, RegionalRun};
use adit_model::outlook::case::{CaseModel, Line, LineRun};

use super::build::{About, line};
use super::question::OutlookQuestion;
use super::says::percent;
use super::{NamedDocument, OutlookLine, OutlookPlace, OutlookRegion, OutlookRegionMaterial};
use crate::chain::FigureDocument;
use crate::chain::opened::with_query;
use crate::names::{in_text, listed};

/// The document of a region's estimate.
pub(crate) fn document(
    package: &Package,
    model: &CaseModel,
    question: &OutlookQuestion,
    region: &Region,
    run: &RegionalRun,
) -> OutlookRegion {
    let case = &model.facts.id;
    let query = question.regional_query(&region.code);
    let place = |of: &RegionalPlace| OutlookPlace {
        code: of.code.clone(),
        name: of.name.clone(),
        km: of.km,
        share: FigureDocument {
            value: Some(of.share),
            low: None,
            high: None,
            why: Some(with_query(&format!("outlook.region-share/{case}/{}", of.code), &query)),
        },
    };
    let share: f64 = run.own.iter().map(|own| own.share).sum();
    let by = run.by.id();
    let mut says = vec![format!(
        "{} has {} of the Union's {}; {} neighbours are counted with it, those within {} km and at least the three nearest.",
        region.name_latin,
        percent(share),
        if by == "gdp" { "gross domestic product" } else { by },
        run.neighbours.len(),
        run.within_km
    )];
    let without: Vec<String> = run
        .materials
        .iter()
        .filter(|of| of.capacity.iter().all(Option::is_none))
        .map(|of| in_text(&package.vocabulary().material(of.material).name))
        .collect();
    if !without.is_empty() {
        says.push(format!("No recycler in the region is listed with tonnes of {}.", listed(&without, "or")));
    }
    let mut named: Vec<String> = Vec::new();
    for recycler in run.materials.iter().flat_map(|of| &of.recyclers).filter(|recycler| !recycler.has_tonnes) {
        if !named.contains(&recycler.name) {
            named.push(recycler.name.clone());
        }
    }
    if !named.is_empty() {
        says.push(format!("In the region, but without tonnes: {}.", listed(&named, "and")));
    }
    says.extend(run.notes.iter().cloned());
    OutlookRegion {
        code: region.code.clone(),
        name: region.name_latin.clone(),
        by: by.to_owned(),
        share: FigureDocument {
            value: Some(share),
            low: None,
            high: None,
            why: Some(with_query(&format!("outlook.region-share/{case}/{}", run.path()), &query)),
        },
        within_km: run.within_km,
        places: run.own.iter().chain(&run.neighbours).map(place).collect(),
        materials: run.materials.iter().map(|of| material(package, case, &query, run, of)).collect(),
        says,
    }
}

fn material(
    package: &Package,
    case: &str,
    query: &str,
    run: &RegionalRun,
    of: &RegionalMaterial,
) -> OutlookRegionMaterial {
    let lines = |runs: &[LineRun<Line>], place: &str, of_what: &str| -> Vec<OutlookLine> {
        let document = |run: &LineRun<Line>| {
            let name = format!("{}, {of_what}", run.line.name());
            let about = About { id: run.line.id(), name: &name, says: run.line.says(), unit: run.line.unit() };
            let path = format!("outlook.{}/{case}/{}/{{year}}/{place}", run.line.id(), of.id);
            line(run, about, &path, query)
        };
        runs.iter().map(document).collect()
    };
    let (here, near) = (run.path(), run.near_path());
    let capacity = LineRun { line: Line::Capacity, values: of.capacity.clone(), bands: None };
    let about = About {
        id: Line::Capacity.id(),
        name: "Recycling capacity, here",
        says: "What the recyclers of the region that are listed with tonnes could take; of projects what counts at the end of the year",
        unit: Line::Capacity.unit(),
    };
    let path = format!("outlook.region-capacity/{case}/{}/{{year}}/{here}", of.id);
    let capacity = line(&capacity, about, &path, query);
    OutlookRegionMaterial {
        id: of.id.clone(),
        name: package.vocabulary().material(of.material).name.clone(),
        own: lines(&of.own, &here, "here"),
        near: lines(&of.near, &near, "here and near"),
        capacity,
        recyclers: of
            .recyclers
            .iter()
            .map(|recycler| NamedDocument { id: recycler.id.clone(), name: recycler.name.clone() })
            .collect(),
    }
}
