//! From a run to its document.

use adit_facts::Finding;
use adit_facts::outlook::model_file::{Driver, Flow, ModelFile, Process, Uncertain};
use adit_model::outlook::cohorts::{Cohort, MaterialFlows, Vintage};
use adit_model::outlook::model::{
    Drawn, Figure, MaterialTotal, ModelRun, ProcessRun, RouteFlows, SeriesFlows, TakenUp,
};
use adit_number::{Band, POINTWISE};

use super::{
    ModelBands, ModelCohort, ModelContent, ModelDraws, ModelFlow, ModelMaterial, ModelParameter, ModelProcess,
    ModelRoute, ModelRunAnswer, ModelSeries, ModelSetting, ModelTakenUp,
};
use crate::outlook::OutlookBands;
use crate::session::FORMAT;

pub(super) fn answer(
    model: &ModelFile,
    run: ModelRun,
    drawn: Option<&Drawn>,
    set: Vec<ModelSetting>,
    findings: &[Finding],
    nothing_uncertain: bool,
) -> ModelRunAnswer {
    let lines = Lines(drawn);
    let routes = run.routes.iter().enumerate().map(|(at, flows)| route(model, at, flows, &lines)).collect();
    let taken_up = run.taken_up.iter().enumerate().map(|(at, one)| taken_up(model, at, one, &lines)).collect();
    let materials = run.materials.iter().enumerate().map(|(at, total)| material(at, total, &lines)).collect();
    let flow = |(at, given): (usize, &Flow)| ModelFlow {
        name: given.name.clone(),
        from: given.from.map(|from| model.processes[from].name.clone()),
        to: given.to.map(|to| model.processes[to].name.clone()),
        amount: run.flows[at].amount.clone(),
        bands: lines.of(Figure::Flow(at, "amount")),
    };
    let flows = model.flows.iter().enumerate().map(flow).collect();
    let processes = model.processes.iter().zip(run.processes).map(process).collect();
    let series = run.series.into_iter().enumerate().map(|(at, flows)| series(model, at, flows, &lines)).collect();
    let said: Vec<&Finding> = findings.iter().chain(&run.warnings).collect();
    let mut warnings: Vec<String> = said.iter().map(|finding| finding.says.clone()).collect();
    if nothing_uncertain {
        warnings.push("Draws were asked for, and nothing in the model is uncertain: [uncertain] is empty.".to_owned());
    }
    ModelRunAnswer {
        format: FORMAT,
        name: model.name.clone(),
        note: model.note.clone(),
        source: model.source.clone(),
        years: run.periods.years().to_vec(),
        steps: run.periods.steps().to_vec(),
        inflow_at: run.periods.inflow_at().name().to_owned(),
        set,
        series,
        materials,
        routes,
        taken_up,
        processes,
        flows,
        balance_error: run.balance_error,
        draws: drawn.map(|drawn| draws(model, drawn)),
        warnings,
        findings: said.into_iter().map(Into::into).collect(),
    }
}

/// Bands by the line that they are of.
struct Lines<'a>(Option<&'a Drawn>);

impl Lines<'_> {
    fn of(&self, figure: Figure) -> Option<OutlookBands> {
        let found = self.0?.bands.iter().find(|band| band.figure == figure)?;
        let column = |pick: fn(&Band) -> f64| found.bands.iter().map(|band| Some(pick(band))).collect();
        Some(OutlookBands {
            p05: column(|band| band.p05),
            p25: column(|band| band.p25),
            p50: column(|band| band.p50),
            p75: column(|band| band.p75),
            p95: column(|band| band.p95),
            mean: column(|band| band.mean),
        })
    }

    /// The bands of the lines of one thing; `None` where none of them varies.
    fn all(&self, figure: fn(usize, &'static str) -> Figure, at: usize) -> Option<ModelBands> {
        let of = |what| self.of(figure(at, what));
        let bands =
            ModelBands { inflow: of("inflow"), outflow: of("outflow"), stock: of("stock"), secondary: of("secondary") };
        (bands != ModelBands::default()).then_some(bands)
    }
}

fn series(model: &ModelFile, at: usize, flows: SeriesFlows, lines: &Lines<'_>) -> ModelSeries {
    let given = &model.series[at];
    let content =
        |of: MaterialFlows| ModelContent { name: of.material, inflow: of.inflow, outflow: of.outflow, stock: of.stock };
    ModelSeries {
        name: given.name.clone(),
        unit: given.unit.clone(),
        driver: match given.driver {
            Driver::Stock(_) => "stock".to_owned(),
            Driver::Inflow(_) => "inflow".to_owned(),
        },
        inflow: flows.inflow,
        outflow: flows.outflow,
        stock: flows.stock,
        survival: flows.survival,
        initial_stock: flows.initial_stock,
        used_net_imports: flows.used_net_imports,
        negative_inflow: given.negative_inflow.word().to_owned(),
        retired: flows.retired,
        materials: flows.materials.into_iter().map(content).collect(),
        bands: lines.all(Figure::Series, at),
        cohorts: flows.cohorts.map(|cohorts| cohorts.into_iter().map(cohort).collect()),
    }
}

fn cohort(cohort: Cohort) -> ModelCohort {
    let (kind, year, age) = match cohort.vintage {
        Vintage::Initial { age } => ("initial", None, Some(age)),
        Vintage::New { year } => ("new", Some(year), None),
        Vintage::Used { year, age } => ("used", Some(year), Some(age)),
    };
    ModelCohort { kind: kind.to_owned(), year, age, stock: cohort.stock, outflow: cohort.outflow }
}

fn material(at: usize, total: &MaterialTotal, lines: &Lines<'_>) -> ModelMaterial {
    let recycling = total.recycling.as_ref();
    ModelMaterial {
        name: total.name.clone(),
        layer: total.layer.word().to_owned(),
        unit: total.unit.clone(),
        inflow: total.inflow.clone(),
        outflow: total.outflow.clone(),
        stock: total.stock.clone(),
        secondary: recycling.map(|of| of.secondary.clone()),
        eol_rir: recycling.map(|of| of.input_rate.clone()),
        eol_rr: recycling.map(|of| of.rate.clone()),
        bands: lines.all(Figure::Material, at),
    }
}

fn route(model: &ModelFile, at: usize, flows: &RouteFlows, lines: &Lines<'_>) -> ModelRoute {
    let given = &model.routes[flows.route];
    let lost: Vec<[f64; 4]> = (0..flows.arriving.len()).map(|t| flows.losses(t)).collect();
    let step = |step: usize| lost.iter().map(|losses| losses[step]).collect();
    ModelRoute {
        name: given.name.clone(),
        of: given.of.clone(),
        material: flows.material.clone(),
        into: given.into.clone(),
        arriving: flows.arriving.clone(),
        not_collected: step(0),
        not_dismantled: step(1),
        not_recovered: step(2),
        beyond_capacity: step(3),
        secondary: flows.secondary.clone(),
        bands: lines.all(Figure::Route, at),
    }
}

fn taken_up(model: &ModelFile, at: usize, one: &TakenUp, lines: &Lines<'_>) -> ModelTakenUp {
    ModelTakenUp {
        series: model.series[one.series].name.clone(),
        material: one.material.clone(),
        offered: one.offered.clone(),
        used: one.used.clone(),
        surplus: one.offered.iter().zip(&one.used).map(|(offered, used)| offered - used).collect(),
        primary: one.primary.clone(),
        primary_bands: lines.of(Figure::TakenUp(at, "primary")),
    }
}

fn process((given, ran): (&Process, ProcessRun)) -> ModelProcess {
    ModelProcess {
        name: given.name.clone(),
        series: given.series.clone(),
        material: given.material.clone(),
        received: ran.received,
        passed_on: ran.passed_on,
        from_outside: ran.from_outside,
        balance_error: ran.balance_error,
    }
}

fn draws(model: &ModelFile, drawn: &Drawn) -> ModelDraws {
    let parameters = model.uncertain.iter().zip(&drawn.parameters).map(|(one, band)| ModelParameter {
        path: one.parameter.path.clone(),
        meaning: one.parameter.meaning.word().to_owned(),
        distribution: distribution(one),
        value: one.parameter.value,
        p05: band.p05,
        p50: band.p50,
        p95: band.p95,
        mean: band.mean,
    });
    let mut notes: Vec<String> = drawn
        .drawn_back
        .iter()
        .map(|(whole, times, sum)| {
            format!(
                "In {times} of {} draws the shares of {whole} passed 1 together (up to {sum:.3}) and were drawn back to 1.",
                drawn.asked.draws
            )
        })
        .collect();
    let mut skewed: Vec<String> = Vec::new();
    for band in &drawn.bands {
        let said = band.bands.last().and_then(|last| last.skew(SKEWED)).map(|skew| skew.to_string());
        skewed.extend(said.filter(|said| !skewed.contains(said)));
    }
    notes.extend(skewed);
    ModelDraws {
        draws: drawn.asked.draws,
        seed: drawn.asked.seed,
        sampling: drawn.asked.sampling.name().to_owned(),
        says: POINTWISE.to_owned(),
        parameters: parameters.collect(),
        notes,
    }
}

/// A distribution in words. The limit of what must be above 0 is the least number there is, which nobody wants to read.
fn distribution(one: &Uncertain) -> String {
    let said = one.distribution.to_string();
    match said.split_once(" from ") {
        Some((family, _)) if one.parameter.low == f64::MIN_POSITIVE => format!("{family} above 0"),
        _ => said,
    }
}

/// Mean and median are explained where they are further apart than this part of their band.
const SKEWED: f64 = 0.05;
