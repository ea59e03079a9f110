//! What draws add to an appraisal: bands, prices, what matters most.

use adit_facts::Package;
use adit_facts::chain::ProjectFacts;
use adit_facts::study::Datum;
use adit_model::choose::appraise::draws::Drawn;
use adit_model::choose::appraise::matters as of_inputs;
use adit_model::choose::appraise::price::{PriceModels, PriceProcess};

use super::account::year;
use super::build::Ran;
use super::impact::AppraisalJobs;
use super::input::{AppraisalMatters, AppraisalPrice, AppraisalPriceFan, AppraisalPricePoint};
use super::{AppraisalAnswer, says};
use crate::chain::FigureDocument;
use crate::error::AnswerError;

/// Lays the bands of the draws over the base case.
pub(crate) fn add(answer: &mut AppraisalAnswer, ran: &Ran<'_>, drawn: &Drawn) {
    answer.draws = drawn.draws;
    answer.npv.p5 = Some(drawn.npv.p05);
    answer.npv.p50 = Some(drawn.npv.p50);
    answer.npv.p95 = Some(drawn.npv.p95);
    answer.npv.mean = Some(drawn.npv.mean);
    answer.chance_positive = Some(1.0 - drawn.below_zero);
    // Draws are real; a band of nominal rates would be another one.
    if !ran.question.nominal {
        answer.irr.p5 = drawn.irr.band.as_ref().map(|band| band.p05);
        answer.irr.p50 = drawn.irr.band.as_ref().map(|band| band.p50);
        answer.irr.p95 = drawn.irr.band.as_ref().map(|band| band.p95);
        for (of, band) in answer.cash_flow.iter_mut().zip(&drawn.by_year) {
            (of.p5, of.p50, of.p95) = (Some(band.p05), Some(band.p50), Some(band.p95));
        }
    }
    answer.irr.one_root = Some(drawn.irr.one as f64 / drawn.draws.max(1) as f64);
    answer.notes.push(
        "Bands hold if the project is built: chances of success stand beside them. They are those of the project before loans.".to_owned(),
    );
    answer.says = says::summary(ran, answer);
}

/// How the prices were modelled, with their history and fans.
pub(crate) fn prices(answer: &mut AppraisalAnswer, ran: &Ran<'_>, models: &PriceModels, worlds: &[Vec<f64>]) {
    let count = ran.plan.products.len();
    let money_year = year(ran.plan.money_year);
    for (at, product) in ran.plan.products.iter().enumerate() {
        let key = &product.price_key;
        let process = models.processes.get(key).copied().unwrap_or(PriceProcess::Constant);
        let (name, volatility) = match process {
            PriceProcess::Constant => ("constant", 0.0),
            PriceProcess::Geometric { volatility } => ("geometric", volatility),
            PriceProcess::MeanReverting { volatility, .. } => ("mean-reverting", volatility),
        };
        let source = ran.package.price_series().into_iter().find(|series| series.id == *key);
        let fan = answer.cash_flow.iter().enumerate().map(|(t, of)| {
            let mut drawn: Vec<f64> = worlds.iter().filter_map(|prices| prices.get(t * count + at)).copied().collect();
            let band = adit_number::Band::of(&mut drawn).ok();
            AppraisalPriceFan {
                year: of.year,
                base: product.price.value,
                p5: band.as_ref().map(|band| band.p05),
                p50: band.as_ref().map(|band| band.p50),
                p95: band.as_ref().map(|band| band.p95),
            }
        });
        answer.prices.push(AppraisalPrice {
            id: key.clone(),
            name: source.as_ref().map_or_else(|| product.name.clone(), |series| series.name.clone()),
            unit: "EUR/t".to_owned(),
            money_year,
            process: name.to_owned(),
            start: product.price.value,
            level: matches!(process, PriceProcess::MeanReverting { .. }).then_some(product.price.value),
            drift: 0.0,
            volatility,
            half_life: process.half_life(),
            says: models.notes.get(key).cloned().unwrap_or_else(|| {
                "No series of prices is in the facts for it: its price stays what it is in the base case.".to_owned()
            }),
            source: ran.package.prices(key).first().map(|price| price.source.clone()).unwrap_or_default(),
            history: history(ran, key),
            fan: fan.collect(),
            why: models.calibrations.get(key).map(|_| {
                let id = format!("appraise.price-volatility/{}/{key}", ran.plan.project);
                crate::chain::opened::with_query(&id, &ran.question.id_query())
            }),
        });
    }
}

/// Yearly prices as published.
fn history(ran: &Ran<'_>, key: &str) -> Vec<AppraisalPricePoint> {
    let prices = ran.package.prices(key);
    prices.iter().map(|price| AppraisalPricePoint { year: price.year, value: price.price.number.value }).collect()
}

/// How much each input moves the net present value alone.
pub(crate) fn matters(answer: &mut AppraisalAnswer, ran: &Ran<'_>) -> Result<(), AnswerError> {
    let units: Vec<(String, String)> =
        answer.inputs.iter().map(|input| (input.id.clone(), input.unit.clone())).collect();
    answer.matters = of_inputs(ran.plan)?
        .into_iter()
        .map(|of| AppraisalMatters {
            unit: units.iter().find(|(id, _)| *id == of.name).map(|(_, unit)| unit.clone()).unwrap_or_default(),
            swing: of.reach(),
            low: of.given.low,
            high: of.given.high,
            npv_low: of.at_low,
            npv_high: of.at_high,
            zero_at: None,
            input: of.name,
            name: of.label,
        })
        .collect();
    Ok(())
}

/// Jobs in construction and operation, where they are stated.
pub(crate) fn jobs(answer: &mut AppraisalAnswer, project: &ProjectFacts, package: &Package) {
    let span = |ids: &[&str]| {
        let mut phases = answer.phases.iter().filter(|phase| ids.contains(&phase.id.as_str()));
        let first = phases.next()?;
        Some((first.from, phases.next_back().map_or(first.to, |last| last.to)))
    };
    let stated = |input: &str| package.appraisal_input(&project.id, input);
    let figure = |datum: &Datum, low: Option<&Datum>, high: Option<&Datum>| FigureDocument {
        value: Some(datum.number.value),
        low: low.map(|low| low.number.value),
        high: high.map(|high| high.number.value),
        why: Some(package.key(datum.at).to_string()),
    };
    let phases = [
        ("construction", "Construction", "jobs-construction", &["construction"][..]),
        ("operation", "Operation", "jobs-operation", &["ramp-up", "operation"][..]),
    ];
    let mut found = Vec::new();
    for (id, name, input, ids) in phases {
        let Some((from, to)) = span(ids) else { continue };
        let row = stated(input);
        let jobs = row
            .as_ref()
            .and_then(|row| row.value.as_ref().map(|value| figure(value, row.low.as_ref(), row.high.as_ref())));
        let of_project = project.jobs.filter(|_| id == "operation").map(|jobs| figure(&jobs, None, None));
        let Some(jobs) = jobs.or(of_project) else { continue };
        let basis = match row.as_ref().map(|row| row.kind.id()) {
            Some("assumption") => "assumption",
            _ => "own",
        };
        found.push(AppraisalJobs {
            phase: id.to_owned(),
            name: name.to_owned(),
            from,
            to,
            jobs,
            basis: basis.to_owned(),
            note: row.and_then(|row| row.note),
        });
    }
    if found.is_empty() {
        answer.missing.push("Jobs: neither the project nor a source states any.".to_owned());
    }
    answer.jobs = found;
}
