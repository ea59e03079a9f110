//! A case run: the central line of everything, and the bands over the draws.

use adit_number::Band;
use rayon::prelude::*;

use super::block::Block;
use super::compiled::Compiled;
use super::error::CaseError;
use super::lines::{Line, ProductLine};
use super::model::CaseModel;
use super::moved::Moved;
use super::question::{Draws, Question};
use super::random::{Inputs, Used};
use super::results::{CaseRun, LineRun, MaterialRun, ProductRun, RiskRun};
use crate::outlook::lanes::Eight;

/// Most numbers that draws keep at once: 128 MiB of them.
const MOST_NUMBERS: usize = 1 << 24;

/// Most draws: a minute's work.
const MOST_DRAWS: usize = 100_000;

impl CaseModel {
    /// Answers a question. The same bits on any number of threads.
    ///
    /// # Errors
    /// Materials that the case does not follow, levers that cannot be moved so, stocks that cannot be.
    pub fn run(&self, question: &Question) -> Result<CaseRun, CaseError> {
        let compiled = self.compile(question)?;
        let inputs = Inputs::of(self);
        let mut central = Block::new(&compiled, &inputs);
        central.run(None)?;
        let bands = question.draws.map(|draws| Bands::draw(&compiled, &inputs, draws)).transpose()?;
        let bands = bands.as_ref();
        let materials = (0..compiled.asked).map(|at| material(&compiled, &central, at, bands)).collect();
        let products = (0..self.segments.len()).map(|s| product(self, &central, s, bands)).collect();
        Ok(CaseRun {
            years: compiled.years.clone(),
            draws: question.draws,
            materials,
            products,
            balance_error: super::balance::error(&compiled, &central),
            notes: super::notes::of_case(&compiled),
        })
    }

    pub(super) fn compile(&self, question: &Question) -> Result<Compiled<'_>, CaseError> {
        let moved = Moved::all(self, &question.settings)?;
        let asked = question.materials.iter().map(|material| self.place_of(*material));
        Compiled::new(self, &asked.collect::<Result<Vec<_>, _>>()?, moved)
    }
}

/// The central value of a period; `None` for a line without a value.
fn central(row: Eight) -> Option<f64> {
    Some(row[0]).filter(|value| !value.is_nan())
}

fn material(compiled: &Compiled<'_>, block: &Block<'_, '_>, at: usize, bands: Option<&Bands>) -> MaterialRun {
    let model = &compiled.model.materials[compiled.materials[at]];
    let lines: Vec<LineRun<Line>> = Line::ALL
        .into_iter()
        .map(|line| LineRun {
            line,
            values: block.line(at, line).iter().map(|row| central(*row)).collect(),
            bands: bands.map(|bands| bands.material(at, line).to_vec()),
        })
        .collect();
    let mut run = MaterialRun {
        material: model.material,
        id: model.id.clone(),
        lines,
        capacity: compiled.capacities[at].basis,
        risk: Err(String::new()),
        notes: super::notes::of_material(compiled, at),
    };
    run.risk = risk(compiled, at, &mut run);
    let most = run.line(Line::UnionShare).values.iter().flatten().copied().fold(0.0, f64::max);
    run.notes.extend((most > 1.0).then(|| super::notes::more_than_the_union(&model.name, most)));
    run
}

/// The rate of the whole material and its supply risk, year by year; the line of the run carries the same.
fn risk(compiled: &Compiled<'_>, at: usize, run: &mut MaterialRun) -> Result<RiskRun, String> {
    let risk = compiled.model.materials[compiled.materials[at]].risk.as_ref().map_err(Clone::clone)?;
    let base = compiled.base();
    let value = |line: Line, t: usize| run.line(line).values[t].unwrap_or(f64::NAN);
    let more = |line: Line, t: usize| value(line, t) - value(line, base);
    let after_base = base..compiled.periods();
    let rates: Vec<Option<f64>> = (0..compiled.periods())
        .map(|t| {
            let rate = risk.rate_after(more(Line::Supply, t), more(Line::Consumption, t));
            Some(rate).filter(|rate| after_base.contains(&t) && !rate.is_nan())
        })
        .collect();
    let after: Vec<Option<f64>> = rates.iter().map(|rate| rate.map(|rate| risk.at(rate))).collect();
    run.lines[Line::SupplyRisk.at()].values.clone_from(&after);
    Ok(RiskRun { rate_before: risk.rate, consumption: risk.consumption, before: risk.before, rates, after })
}

fn product(model: &CaseModel, block: &Block<'_, '_>, s: usize, bands: Option<&Bands>) -> ProductRun {
    let of = &block.segments[s];
    let line = |line: ProductLine| LineRun {
        line,
        values: rows(of, line).iter().map(|row| central(*row)).collect(),
        bands: bands.map(|bands| bands.product(s, line).to_vec()),
    };
    ProductRun { segment: model.segments[s].id.clone(), lines: ProductLine::ALL.map(line).to_vec() }
}

fn rows(segment: &super::products::Segment, line: ProductLine) -> &[Eight] {
    match line {
        ProductLine::Inflow => &segment.inflow,
        ProductLine::Stock => &segment.stock,
        ProductLine::Outflow => &segment.outflow,
    }
}

/// The bands of every line: materials, then segments; line by line, period by period.
struct Bands {
    periods: usize,
    materials: usize,
    all: Vec<Option<Band>>,
}

impl Bands {
    fn draw(compiled: &Compiled<'_>, inputs: &Inputs, draws: Draws) -> Result<Self, CaseError> {
        let (periods, materials) = (compiled.periods(), compiled.asked);
        let of_materials = materials * Line::ALL.len() * periods;
        let series = of_materials + compiled.segments.len() * ProductLine::ALL.len() * periods;
        if draws.count > MOST_DRAWS {
            return Err(CaseError::TooManyDraws { draws: draws.count, most: MOST_DRAWS });
        }
        let sampler = inputs.sampler(draws)?;
        let used = Used::of(compiled, inputs);
        let blocks = draws.count.div_ceil(8);
        // With many draws not every line is kept at once: the draws are run again for the next lines.
        let at_once = (MOST_NUMBERS / (8 * blocks)).max(1);
        let mut all = Vec::with_capacity(series);
        for from in (0..series).step_by(at_once) {
            let part = from..series.min(from + at_once);
            let drawn: Vec<Vec<Eight>> = (0..blocks)
                .into_par_iter()
                .map_init(
                    || (Block::new(compiled, inputs), vec![[0.5; 8]; inputs.keys.len()]),
                    |(block, random), number| {
                        for input in &used.inputs {
                            sampler.fill(*input, 8 * number as u64, &mut random[*input]);
                        }
                        block.run(Some(random))?;
                        let of_segments = block.segments.iter();
                        let of_segments = of_segments.flat_map(|of| ProductLine::ALL.map(|line| self::rows(of, line)));
                        let rows = block.lines[..of_materials].iter().chain(of_segments.flatten());
                        Ok(rows.skip(part.start).take(part.len()).copied().collect())
                    },
                )
                .collect::<Result<_, CaseError>>()?;
            let bands = (0..part.len()).into_par_iter().with_min_len(64).map_init(
                || Vec::with_capacity(8 * blocks),
                |values, at| {
                    values.clear();
                    for rows in &drawn {
                        values.extend_from_slice(&rows[at]);
                    }
                    values.truncate(draws.count);
                    band(values)
                },
            );
            all.par_extend(bands);
        }
        Ok(Self { periods, materials, all })
    }

    fn material(&self, at: usize, line: Line) -> &[Option<Band>] {
        self.at(at * Line::ALL.len() + line.at())
    }

    fn product(&self, segment: usize, line: ProductLine) -> &[Option<Band>] {
        self.at(self.materials * Line::ALL.len() + segment * ProductLine::ALL.len() + line as usize)
    }

    fn at(&self, line: usize) -> &[Option<Band>] {
        &self.all[line * self.periods..(line + 1) * self.periods]
    }
}

/// The band of some draws; `None` where any of them has no value. Draws that are all the same need no sorting.
fn band(values: &mut [f64]) -> Option<Band> {
    let first = *values.first()?;
    if values.iter().all(|value| *value == first) {
        return Some(Band { p05: first, p25: first, p50: first, p75: first, p95: first, mean: first });
    }
    Band::of(values).ok()
}
