//! What may still be decided later: the value of waiting, and the gates still to come.

use adit_model::choose::appraise::draws::{DrawsAsked, draw};
use adit_model::choose::appraise::price::{PriceModels, PriceProcess};
use adit_model::choose::appraise::stages::{Gate, staged};
use adit_model::choose::appraise::waiting::waiting;

use super::AppraisalAnswer;
use super::account::year;
use super::build::Ran;
use super::option::{AppraisalGate, AppraisalStages, AppraisalWaiting};
use super::says::million;
use crate::choose::ChooseBand;
use crate::error::AnswerError;

/// Years for which a decision may wait.
const WAIT: u16 = 10;

/// Fewest draws that the value of waiting is taken from.
const FEWEST: usize = 100;

/// Stages of exploration and study in their order; each with the chance of producing at all once it is reached.
const STUDIES: [&str; 6] = ["target", "drilling", "resource", "scoping", "pre-feasibility", "feasibility"];

/// Adds both, where the project is not yet being built.
pub(crate) fn add(answer: &mut AppraisalAnswer, ran: &Ran<'_>, models: &PriceModels) -> Result<(), AnswerError> {
    if matches!(ran.project.status.as_str(), "construction" | "operating" | "stopped") || ran.question.draws < FEWEST {
        return Ok(());
    }
    answer.waiting = waited(ran, models)?;
    answer.stages = gates(ran, models)?;
    Ok(())
}

fn waited(ran: &Ran<'_>, models: &PriceModels) -> Result<Option<AppraisalWaiting>, AnswerError> {
    let Some(main) = ran.plan.products.first() else { return Ok(None) };
    let Some(process) =
        models.processes.get(&main.price_key).copied().filter(|process| *process != PriceProcess::Constant)
    else {
        return Ok(None);
    };
    let found = waiting(ran.plan, process, usize::from(WAIT), ran.question.draws, ran.question.seed)?;
    let begins = year(ran.plan.phases.begins);
    let often = found.builds.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
    let best = often.filter(|(_, part)| **part > found.never).and_then(|(at, _)| u16::try_from(at).ok());
    let says = if found.value > 2.0 * found.error {
        format!(
            "Being able to wait up to {WAIT} years is worth an estimated {}: the decision is worth {} now or never, {} if it may wait for the price.",
            million(found.value),
            million(found.now),
            million(found.waiting)
        )
    } else {
        "Waiting is worth nothing that could be told from the draws: if it pays, it pays now.".to_owned()
    };
    Ok(Some(AppraisalWaiting {
        says,
        now: found.now,
        waiting: found.waiting,
        value: found.value,
        error: Some(1.96 * found.error),
        best_year: best.map(|years| begins + years),
        threshold: found.threshold,
        until: begins + WAIT,
        why: None,
    }))
}

/// The gates from the stage of study that the project has reached to the decision to build.
fn gates(ran: &Ran<'_>, models: &PriceModels) -> Result<Option<AppraisalStages>, AnswerError> {
    let package = ran.package;
    let reached = package.appraisal_input(&ran.plan.project, "exploration-stage").and_then(|input| input.text);
    let Some(from) = reached.and_then(|reached| STUDIES.iter().position(|study| *study == reached)) else {
        return Ok(None);
    };
    let left = STUDIES.len() - 1 - from;
    let years = ran.plan.phases.exploration.value;
    let chance = |study: &str| package.assumption(&format!("success/{study}"));
    let studies: Option<Vec<_>> = STUDIES[from..].iter().map(|study| chance(study)).collect();
    let Some(studies) = studies.filter(|_| left > 0 && years > 0.0) else { return Ok(None) };
    // Exploration is paid at the gates, so that the worth of what is found is taken without it.
    let cost = ran.plan.costs.exploration.value;
    let mut without = ran.plan.clone();
    without.costs.exploration = without.costs.exploration.at(0.0);
    let asked = DrawsAsked { draws: ran.question.draws, seed: ran.question.seed, by_year: false };
    let drawn = draw(std::slice::from_ref(&without), models, asked)?;
    let Some(drawn) = drawn.first() else { return Ok(None) };
    let rate = ran.plan.finance.discount.value;
    // Net present values are of the year of money; construction begins when exploration ends.
    let until = f64::from(ran.plan.phases.begins - ran.plan.money_year) + years;
    let factor = (1.0 + rate).powf(until);
    let at_construction: Vec<f64> = drawn.npv_draws.iter().map(|npv| npv * factor).collect();
    let parts = left as f64;
    let gates: Vec<Gate> = studies
        .windows(2)
        .zip(&STUDIES[from + 1..])
        .map(|(pair, study)| Gate {
            id: (*study).to_owned(),
            cost: cost / parts,
            chance: (pair[0].value.number.value / pair[1].value.number.value).clamp(0.0, 1.0),
            years: years / parts,
        })
        .collect();
    let Some(found) = staged(&gates, &at_construction, rate) else { return Ok(None) };
    let begins = year(ran.plan.phases.begins);
    let documents = gates.iter().enumerate().map(|(at, gate)| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few years, never negative")]
        let after = (gate.years * (at as f64 + 1.0)).ceil() as u16;
        AppraisalGate {
            id: gate.id.clone(),
            name: gate.id.replace('-', " "),
            year: begins + after,
            cost: gate.cost,
            chance: gate.chance,
            chance_low: None,
            chance_high: None,
            value_if_passed: found.after.get(at).copied(),
            why: Some(format!("assumptions/success/{}/value", gate.id)),
        }
    });
    let says = format!(
        "With {left} {} of study still to pass, it is worth an estimated {} if it may be stopped at each, and {} if all is carried through; the chance that it is built is {}, an assumption by its stage.",
        if left == 1 { "gate" } else { "gates" },
        million(found.with_stops),
        million(found.committed),
        super::says::percent(found.built)
    );
    Ok(Some(AppraisalStages {
        says,
        gates: documents.collect(),
        value: ChooseBand {
            base: Some(found.with_stops),
            p5: None,
            p50: None,
            p95: None,
            mean: None,
            unit: "million EUR".to_owned(),
            why: None,
        },
        committed: Some(found.committed),
        chance_built: Some(found.built),
        class: package.project(&ran.plan.project).and_then(|project| project.unfc),
    }))
}
