//! Where the levers stand, and what each parameter is.

use adit_facts::Package;
use adit_facts::outlook::cases::{CaseFacts, LeverFacts, Moves, ParameterFacts};
use adit_model::outlook::case::{LEVER_YEAR, Setting};

use super::{OutlookAssumption, OutlookLever};
use crate::names::outlook::{named, scope};

/// The levers of a case, where they stand and how far they go.
pub(super) fn levers(package: &Package, case: &CaseFacts, settings: &[Setting]) -> Vec<OutlookLever> {
    let parameters = package.outlook_parameters(&case.id);
    let document = |lever: LeverFacts| {
        let setting = settings.iter().find(|setting| setting.lever == lever.id);
        let year = setting.and_then(|setting| setting.year).unwrap_or(LEVER_YEAR.min(case.last_year));
        let at = |year| match lever.moves {
            Moves::Set(_) => common_value(&lever, &parameters, year),
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
            id: lever.id,
            name: lever.name,
            says: lever.says,
            unit: lever.unit,
        }
    };
    package.outlook_levers(&case.id).into_iter().map(document).collect()
}

/// The value in a year that all parameters which a lever moves have in common.
fn common_value(lever: &LeverFacts, parameters: &[ParameterFacts], year: u16) -> Option<f64> {
    let moved: Vec<&ParameterFacts> = parameters.iter().filter(|row| moves(lever, row)).collect();
    let mut values = moved.chunk_by(|a, b| a.path == b.path).filter_map(|path| in_year(path, year));
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

/// A parameter's value in a year: in a straight line between the years given, unchanged outside them.
fn in_year(path: &[&ParameterFacts], year: u16) -> Option<f64> {
    let value = |row: &ParameterFacts| row.value.number.value;
    let before = path.iter().filter(|row| row.year.is_none_or(|of| of <= year)).max_by_key(|row| row.year);
    let after = path.iter().filter(|row| row.year.is_some_and(|of| of > year)).min_by_key(|row| row.year);
    match (before, after) {
        (Some(before), Some(after)) => {
            let (Some(from), Some(to)) = (before.year, after.year) else { return Some(value(before)) };
            let part = f64::from(year - from) / f64::from(to - from);
            Some(value(before) + (value(after) - value(before)) * part)
        }
        (Some(row), None) | (None, Some(row)) => Some(value(row)),
        (None, None) => None,
    }
}

/// Every parameter of a case with its source; of a material only where `materials` name it.
pub(super) fn assumptions(package: &Package, case: &CaseFacts, materials: &[String]) -> Vec<OutlookAssumption> {
    let levers = package.outlook_levers(&case.id);
    let rows = package.outlook_parameters(&case.id);
    let asked = |row: &ParameterFacts| row.material.as_ref().is_none_or(|of| materials.contains(of));
    rows.into_iter()
        .filter(asked)
        .map(|row| OutlookAssumption {
            why: package.key(row.value.at).to_string(),
            parameter: row.parameter.id().to_owned(),
            of: words_of(package, &case.id, &row),
            year: row.year.map_or_else(|| "all".to_owned(), |year| year.to_string()),
            value: row.value.number.value,
            low: row.low.map(|low| low.number.value),
            high: row.high.map(|high| high.number.value),
            spread: row.spread.id().to_owned(),
            lever: levers.iter().find(|lever| moves(lever, &row)).map(|lever| lever.id.clone()),
            unit: row.unit,
            kind: row.kind,
            source: row.source,
            locator: row.locator,
            note: row.note,
        })
        .collect()
}

/// A parameter in words: "Collection rate, battery-electric cars".
pub(super) fn words_of(package: &Package, case: &str, row: &ParameterFacts) -> String {
    let all = |part: &Option<String>| part.clone().unwrap_or_else(|| "all".to_owned());
    let of = scope(package, case, &all(&row.segment), &all(&row.technology), &all(&row.material));
    format!("{}{of}", named(row.parameter.id()))
}
