//! Where the levers stand, and what each parameter is.

use adit_facts::Package;
use adit_facts::outlook::cases::{LeverFacts, Moves, ParameterFacts};
use adit_model::outlook::case::tracks::Track;
use adit_model::outlook::case::{CaseModel, LEVER_YEAR, Setting};

use super::{OutlookAssumption, OutlookLever};
use crate::names::outlook::{named, scope};

/// The levers of a case, where they stand and how far they go.
pub(super) fn levers(model: &CaseModel, settings: &[Setting]) -> Vec<OutlookLever> {
    let case = &model.facts;
    let document = |lever: &LeverFacts| {
        let setting = settings.iter().find(|setting| setting.lever == lever.id);
        let year = setting.and_then(|setting| setting.year).unwrap_or(LEVER_YEAR.min(case.last_year));
        let at = |year| match lever.moves {
            Moves::Set(_) => common_value(model, lever, year),
            Moves::CapacityDelay | Moves::Substitution => Some(0.0),
            Moves::DemandTimes | Moves::IntensityTimes | Moves::CapacityTimes | Moves::LifetimeTimes => Some(1.0),
        };
        OutlookLever {
            base: at(case.base_year),
            unmoved: at(year),
            set: setting.map(|setting| setting.value),
            year,
            low: lever.low.number.value,
            high: lever.high.number.value,
            step: lever.step.number.value,
            id: lever.id.clone(),
            name: lever.name.clone(),
            says: lever.says.clone(),
            unit: lever.unit.clone(),
        }
    };
    model.levers.iter().map(document).collect()
}

/// The value in a year that all parameters which a lever moves have in common.
fn common_value(model: &CaseModel, lever: &LeverFacts, year: u16) -> Option<f64> {
    let row = |track: &Track| track.points.first().and_then(|point| model.rows.get(point.row));
    let moved = model.tracks.iter().filter(|track| row(track).is_some_and(|row| moves(lever, row)));
    let mut values = moved.map(|track| track.value(year));
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// Whether a lever moves a parameter.
fn moves(lever: &LeverFacts, row: &ParameterFacts) -> bool {
    let parameter = match lever.moves {
        Moves::Set(parameter) => parameter == row.parameter,
        Moves::LifetimeTimes => row.parameter.is_lifetime(),
        Moves::DemandTimes => matches!(row.parameter.id(), "inflow" | "stock"),
        Moves::IntensityTimes => row.parameter.id() == "intensity",
        Moves::CapacityTimes | Moves::CapacityDelay => row.parameter.id() == "capacity",
        Moves::Substitution => false,
    };
    let within = |lever: &Option<String>, row: &Option<String>| lever.is_none() || row.is_none() || lever == row;
    parameter
        && within(&lever.segment, &row.segment)
        && within(&lever.technology, &row.technology)
        && within(&lever.material, &row.material)
}

/// Every parameter of a case with its source; of a material only where `materials` name it.
pub(super) fn assumptions(package: &Package, model: &CaseModel, materials: &[String]) -> Vec<OutlookAssumption> {
    let asked = |row: &&ParameterFacts| row.material.as_ref().is_none_or(|of| materials.contains(of));
    let rows = model.rows.iter();
    rows.filter(asked)
        .map(|row| OutlookAssumption {
            why: package.key(row.value.at).to_string(),
            parameter: row.parameter.id().to_owned(),
            of: words_of(package, &model.facts.id, row),
            year: row.year.map_or_else(|| "all".to_owned(), |year| year.to_string()),
            value: row.value.number.value,
            low: row.low.map(|low| low.number.value),
            high: row.high.map(|high| high.number.value),
            spread: row.spread.id().to_owned(),
            lever: model.levers.iter().find(|lever| moves(lever, row)).map(|lever| lever.id.clone()),
            unit: row.unit.clone(),
            kind: row.kind.clone(),
            source: row.source.clone(),
            locator: row.locator.clone(),
            note: row.note.clone(),
        })
        .collect()
}

/// A parameter in words: "Collection rate, battery-electric cars".
pub(super) fn words_of(package: &Package, case: &str, row: &ParameterFacts) -> String {
    let all = |part: &Option<String>| part.clone().unwrap_or_else(|| "all".to_owned());
    let of = scope(package, case, &all(&row.segment), &all(&row.technology), &all(&row.material));
    format!("{}{of}", named(row.parameter.id()))
}
