//! The figures of the Union's chain, each with its standard error.

use adit_facts::chain::{ConsumptionFacts, Route};
use adit_facts::package::DEFAULT_EDITION;
use adit_number::Ranged;

use super::{LOST, Measured, RECYCLED, StandardError, Step, UNNAMED};
use crate::chain::balance::{Question, StageBalance};
use crate::chain::consumption::PUBLISHED;
use crate::chain::planned;
use crate::chain::reconcile::standard_error;
use crate::workings::{Input, Worked, Workings, ranged};

/// Lowest quality class.
const LOWEST: u8 = 5;

/// A published consumption stands for a year this near to its own.
const NEAR_YEARS: u16 = 2;

/// The figures in the order of [`Step::ALL`], and what must be said of them.
pub(super) fn figures(
    question: &Question<'_>,
    extraction: &StageBalance,
    processing: &StageBalance,
    workings: &mut Workings,
) -> (Vec<Measured>, Vec<String>) {
    let mut notes = Vec::new();
    let used = used(question, workings);
    let consumption = processing.consumption.as_ref().or(used.as_ref());
    let recycled = consumption.and_then(|consumption| recycled(question, consumption, workings));
    if recycled.is_some() {
        notes.push(
            "What is recycled follows from the rate of the study and the consumption here: it is no figure of its own."
                .to_owned(),
        );
    }
    let lost = lost(question, extraction, workings);
    let unnamed = [extraction, processing].map(|balance| unnamed(question, balance, workings));
    let figures = Step::ALL.map(|step| {
        let number = match step {
            Step::Mined => &extraction.production,
            Step::MinedUnnamed => &unnamed[0],
            Step::OreBought => &extraction.imports,
            Step::OreSold => &extraction.exports,
            Step::OreProcessed => &None,
            Step::Lost => &lost,
            Step::Recycled => &recycled,
            Step::Processed => &processing.production,
            Step::ProcessedUnnamed => &unnamed[1],
            Step::Bought => &processing.imports,
            Step::Sold => &processing.exports,
            Step::Used => &used,
        };
        let number = number.clone()?;
        // A figure of other years is a class worse than its facts.
        let worse = u8::from(matches!(step, Step::Recycled | Step::Used));
        let quality = (quality(question, &number.id, workings) + worse).min(LOWEST);
        let error = error_of(question, step, &number, quality)?;
        Some((number, error))
    });
    (figures.into(), notes)
}

/// The worst quality among the facts behind a number; the lowest class where there are none.
fn quality(question: &Question<'_>, id: &str, workings: &Workings) -> u8 {
    let of = |input: &Input| match input {
        Input::Fact(fact) => question.package.view(fact.at).quality,
        Input::Number(id) if workings.get(id).is_some_and(|number| number.inputs.iter().any(is_known)) => {
            Some(quality(question, id, workings))
        }
        Input::Number(_) | Input::Stated { .. } | Input::Written(_) => None,
    };
    workings.get(id).and_then(|number| number.inputs.iter().filter_map(of).max()).unwrap_or(LOWEST)
}

/// Whether an input leads on to facts; what is only stated (a number of flows) has no quality.
fn is_known(input: &Input) -> bool {
    !matches!(input, Input::Stated { .. })
}

/// The error of the quality class, and with it what the bounds of the figure say, taken as 1.96 standard errors each
/// way. The upper bound of a production holds what the source does not name, which is a flow of its own here.
fn error_of(question: &Question<'_>, step: Step, number: &Worked, quality: u8) -> Option<StandardError> {
    let (class, fact) = standard_error(question.package, quality, number.value())?;
    let (below, above) = (number.value() - number.number.low(), number.number.high() - number.value());
    let spread = match step {
        Step::Mined | Step::Processed => below / 1.96,
        // A consumption without an upper limit (the source withholds a producer) says nothing of how far above it is.
        _ if above.is_infinite() => below / 1.96,
        Step::MinedUnnamed | Step::ProcessedUnnamed => above / 1.96,
        _ => (below + above) / (2.0 * 1.96),
    };
    Some(StandardError { value: class.hypot(spread), inputs: vec![Input::Fact(fact)] })
}

/// Consumption as published for a year near this one.
fn used(question: &Question<'_>, workings: &mut Workings) -> Option<Worked> {
    let near = |figure: &&ConsumptionFacts| {
        let (first, last) = figure.years;
        figure.route == Route::Published
            && question.year + NEAR_YEARS >= first
            && question.year <= last.saturating_add(NEAR_YEARS)
    };
    let all = question.package.consumption(question.material);
    let distance = |figure: &&ConsumptionFacts| figure.years.1.abs_diff(question.year);
    let figure = all.iter().filter(near).min_by_key(distance)?;
    let mut inputs = vec![Input::Fact(figure.quantity)];
    inputs.extend([figure.low, figure.high].into_iter().flatten().map(Input::Fact));
    let id = &question.package.vocabulary().material(question.material).id;
    let (first, last) = figure.years;
    let years = if first == last { last.to_string() } else { format!("{first} to {last}") };
    Some(workings.number(
        format!("chain.used/{id}/{}", question.year),
        format!("Consumption as published for {years}, taken for {}", question.year),
        ranged(&figure.quantity),
        &PUBLISHED,
        inputs,
    ))
}

/// What members make that the source does not name; `None` where it withholds a figure, so that nothing is known of it.
/// Nothing at all is no figure of the source's, and is not written down.
fn unnamed(question: &Question<'_>, balance: &StageBalance, workings: &mut Workings) -> Option<Worked> {
    let material = &question.package.vocabulary().material(question.material).id;
    let number = balance.unnamed.is_finite().then(|| Ranged::new(0.0, 0.0, balance.unnamed))?;
    let id = format!("chain.unnamed/{material}/{}/{}", balance.stage, question.year);
    if balance.unnamed == 0.0 {
        return Some(Worked { id, number });
    }
    let label = format!("Production in members that the source does not name, {}, {}", balance.stage, question.year);
    Some(workings.number(id, label, number, &UNNAMED, balance.production.iter().map(Input::from).collect()))
}

/// What processing loses of the ore, where the Union's balance of ore is known. The bounds are those of the recovery:
/// those of the ore are in its own figures.
fn lost(question: &Question<'_>, extraction: &StageBalance, workings: &mut Workings) -> Option<Worked> {
    let ore = extraction.consumption.as_ref().filter(|ore| ore.value() > 0.0)?;
    let recovery = planned::recovery(question.package, question.material)?;
    let id = &question.package.vocabulary().material(question.material).id;
    Some(workings.number(
        format!("chain.lost/{id}/{}", question.year),
        format!("Lost in processing in the Union, {}", question.year),
        (Ranged::point(1.0) - recovery.number) * Ranged::point(ore.value()),
        &LOST,
        recovery.input.into_iter().chain([ore.input()]).collect(),
    ))
}

/// What old scrap brings back.
fn recycled(question: &Question<'_>, consumption: &Worked, workings: &mut Workings) -> Option<Worked> {
    let rate = question.package.recycling(DEFAULT_EDITION, question.material)?;
    if consumption.value() < 0.0 {
        return None;
    }
    let id = &question.package.vocabulary().material(question.material).id;
    Some(workings.number(
        format!("chain.recycled/{id}/{}", question.year),
        format!("Recycled from old scrap in the Union, {}", question.year),
        ranged(&rate) * consumption.number,
        &RECYCLED,
        vec![Input::Fact(rate), consumption.input()],
    ))
}
