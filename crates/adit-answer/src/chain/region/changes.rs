//! What a region's projects alone change in Europe's official numbers: the game of regions with one player.

use std::collections::BTreeSet;

use adit_facts::chain::{ChainStage, Region};
use adit_facts::{Changes, Material, Package};
use adit_figure::number::{Reading, number};
use adit_model::risk::Options;
use adit_model::together::ids::Ids;
use adit_model::together::offer::{LeftOut, Offer};
use adit_model::together::tonnes::Routes;
use adit_model::together::{Inputs, Measure, Question, TogetherError, gather, play};

use super::RegionChange;
use crate::chain::FigureDocument;
use crate::chain::opened::finite;

/// Below this part of the figure a change is "almost nothing".
const ALMOST_NOTHING: f64 = 0.005;

/// Each official number that a project of the region could move, by the year of the benchmarks.
pub(crate) fn changes(package: &Package, region: &Region, routes: Routes<'_>) -> Vec<RegionChange> {
    let mut planned: BTreeSet<(Material, ChainStage)> = BTreeSet::new();
    for row in package.project_capacities() {
        if row.nuts2.as_deref().is_some_and(|code| code.starts_with(region.code.as_str())) {
            planned.insert((row.material, row.stage));
        }
    }
    let strategic = |material: Material| package.vocabulary().material(material).strategic.is_some();
    let mut found = Vec::new();
    let materials: BTreeSet<Material> = planned.iter().map(|(material, _)| *material).collect();
    for material in materials.into_iter().filter(|material| strategic(*material)) {
        let has = |stage: ChainStage| planned.contains(&(material, stage));
        let mut measures = vec![Measure::SupplyRisk];
        let stages = [
            (ChainStage::Extraction, Measure::Extraction),
            (ChainStage::Processing, Measure::Processing),
            (ChainStage::Recycling, Measure::Recycling),
        ];
        measures.extend(stages.into_iter().filter(|(stage, _)| has(*stage)).map(|(_, measure)| measure));
        found.extend(measures.into_iter().map(|measure| change(package, region, material, measure, routes)));
    }
    found
}

fn change(
    package: &Package,
    region: &Region,
    material: Material,
    measure: Measure,
    routes: Routes<'_>,
) -> RegionChange {
    let mut question = Question::new(material, [region.code.clone()]);
    question.measure = measure;
    let entry = package.vocabulary().material(material);
    let year = question.year;
    let unknown = FigureDocument { value: None, low: None, high: None, why: None };
    let mut document = RegionChange {
        material: entry.id.clone(),
        measure: measure.id().to_owned(),
        year,
        before: None,
        after: None,
        better_by: unknown,
        says: String::new(),
    };
    let name = entry.name.to_lowercase();
    let what = match measure {
        Measure::SupplyRisk => format!("supply risk of {name}"),
        Measure::SingleCountry => format!("largest third-country share of {name}"),
        stage => format!("Union's {} of {name} over its consumption", stage.id()),
    };
    match played(package, &question, routes) {
        Err(TogetherError::NoFigure { .. }) => {
            document.says = format!(
                "What its projects alone change in the {what} is not known: no supply risk of {name} can be computed."
            );
        }
        Err(error) => {
            let reason = error.to_string().trim_start_matches("unknown: ").to_owned();
            document.says = format!("What its projects alone change in the {what} is not known: {reason}.");
        }
        Ok((inputs, outcome)) => {
            document.before = outcome.before;
            let counted: f64 = offers(&inputs).map(|offer| offer.tonnes().value).sum();
            let later = inputs.left.iter().all(|left| left.why == LeftOut::Later);
            if counted > 0.0 || later {
                document.after = outcome.after;
                document.better_by = FigureDocument {
                    value: Some(outcome.together.value),
                    low: finite(outcome.together.low()),
                    high: finite(outcome.together.high()),
                    why: Some(Ids::new(&inputs, inputs.all()).value(&inputs.material)),
                };
                document.says = says(&document, &what, measure.unit());
            } else {
                document.says = format!(
                    "What its projects alone change in the {what} is not known: no capacity, or no start, is published."
                );
            }
        }
    }
    document
}

/// What the players offer.
fn offers(inputs: &Inputs) -> impl Iterator<Item = &Offer> {
    inputs.players.iter().flat_map(|player| &player.offers)
}

fn played(
    package: &Package,
    question: &Question,
    routes: Routes<'_>,
) -> Result<(Inputs, adit_model::together::Outcome), TogetherError> {
    let inputs = gather(package, question, &Options::default(), &Changes::default(), routes, "")?;
    let outcome = play(&inputs)?;
    Ok((inputs, outcome))
}

/// The change in one sentence, also where it is almost nothing or worse.
fn says(change: &RegionChange, what: &str, unit: &str) -> String {
    let figure = |value: Option<f64>| {
        let rounded = value.map(|value| (value * 1e4).round() / 1e4);
        number(&Reading::plain(rounded, unit))
    };
    let value = change.better_by.value.unwrap_or_default();
    let scale = change.before.map_or(1.0, f64::abs).max(1e-9);
    let from = match (change.before, change.after) {
        (Some(_), Some(_)) => format!(", from {} to {}", figure(change.before), figure(change.after)),
        _ => format!(", by {}", figure(Some(value))),
    };
    let lowers = change.measure == "sr" || change.measure == "single-country";
    let does = if value.abs() / scale < ALMOST_NOTHING {
        "change almost nothing in"
    } else if (value > 0.0) == lowers {
        "lower"
    } else {
        "raise"
    };
    let worse = if value < 0.0 && value.abs() / scale >= ALMOST_NOTHING { " That is worse." } else { "" };
    format!("Its projects alone {does} the {what} in {}{from}.{worse}", change.year)
}
