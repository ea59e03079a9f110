//! Draws of a model: the same run with the numbers of its uncertain parameters, and bands of what comes out.

use std::sync::atomic::{AtomicUsize, Ordering};

use adit_facts::Finding;
use adit_facts::outlook::model_file::limits::MOST_RESULT_CELLS;
use adit_facts::outlook::model_file::{ModelFile, Parameter};
use adit_number::{Band, Sampler, Sampling, stable_key};
use indexmap::IndexMap;
use rayon::prelude::*;

use super::series::{SeriesFlows, run_quietly};
use super::{ModelRun, routes, series, systems, totals};

/// Draws that one thread computes at a time. Results do not depend on it.
const BLOCK: usize = 32;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DrawsAsked {
    /// How many draws, at least one.
    pub draws: usize,
    /// The seed.
    pub seed: u64,
    /// How the inputs are spread over the draws.
    pub sampling: Sampling,
}

/// What draws say.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// What was asked.
    pub asked: DrawsAsked,
    /// Band of each uncertain parameter, as it was drawn, in the order of the file.
    pub parameters: Vec<Band>,
    /// Bands of everything that the uncertain parameters can move.
    pub bands: Vec<FigureBand>,
    /// Wholes whose shares passed 1 together and were drawn back: name, in how many draws, their largest sum.
    pub drawn_back: Vec<(String, usize, f64)>,
}

/// A line that has a band, by positions in the lists of [`ModelRun`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// A series: `inflow`, `outflow`, `stock`.
    Series(usize, &'static str),
    /// A material over all series: `inflow`, `outflow`, `stock`, `secondary`.
    Material(usize, &'static str),
    /// What a series takes up: `used`, `primary`.
    TakenUp(usize, &'static str),
    /// A route and material: `secondary`.
    Route(usize, &'static str),
    /// A flow between processes: `amount`.
    Flow(usize, &'static str),
}

/// The bands of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureBand {
    /// The line.
    pub figure: Figure,
    /// One band for each period.
    pub bands: Vec<Band>,
}

/// Draws a model; `progress` is told, from several threads, how many draws are done.
///
/// # Errors
/// Parameters that the sampling cannot spread, more results than fit into memory, and the first draw that cannot be run,
/// with the place in the file.
pub fn draw(
    model: &ModelFile,
    base: &ModelRun,
    asked: DrawsAsked,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<Drawn, Finding> {
    let moved = moved_series(model);
    let figures = figures(model, base, &moved);
    let periods = base.periods.len();
    let width = figures.len() * periods;
    // Counted before anything is drawn.
    let numbers = width + model.uncertain.len();
    if numbers.saturating_mul(asked.draws) > MOST_RESULT_CELLS {
        let says = format!(
            "{} draws of {} lines of {periods} years are more than {MOST_RESULT_CELLS} numbers",
            asked.draws,
            figures.len()
        );
        let hint = format!("ask for at most {} draws, or split the file", MOST_RESULT_CELLS / numbers.max(1));
        return Err(series::at(model, 0, Finding::error("model-file.too-large", says).hint(hint)));
    }
    let values = drawn_values(model, asked)?;
    let mut rows = vec![0.0; width * asked.draws];
    let done = AtomicUsize::new(0);
    // Without a figure there is nothing to compute, and chunks of no length are none.
    let blocks: Vec<Result<Vec<(String, f64)>, Finding>> = rows
        .par_chunks_mut((width * BLOCK).max(1))
        .enumerate()
        .map(|(block, rows)| {
            let mut drawing = Drawing { model: model.clone(), series: base.series.clone(), moved: &moved };
            let mut drawn_back = Vec::new();
            for (offset, row) in rows.chunks_mut(width.max(1)).enumerate() {
                let k = block * BLOCK + offset;
                let numbers: Vec<(&Parameter, f64)> =
                    model.uncertain.iter().zip(&values).map(|(one, drawn)| (&one.parameter, drawn[k])).collect();
                drawn_back
                    .extend(drawing.one(model, base, &numbers, &figures, row).map_err(|finding| in_draw(finding, k))?);
                progress(done.fetch_add(1, Ordering::Relaxed) + 1);
            }
            Ok(drawn_back)
        })
        .collect();
    let mut drawn_back: IndexMap<String, (usize, f64)> = IndexMap::new();
    for block in blocks {
        for (whole, sum) in block? {
            let known = drawn_back.entry(whole).or_insert((0, sum));
            *known = (known.0 + 1, known.1.max(sum));
        }
    }
    let bands = bands(model, &figures, &rows, width, periods)?;
    let parameters = values
        .into_iter()
        .map(|mut drawn| Band::of(&mut drawn).map_err(|error| not_a_number(model, &error.to_string())))
        .collect::<Result<_, _>>()?;
    let drawn_back = drawn_back.into_iter().map(|(whole, (times, sum))| (whole, times, sum)).collect();
    Ok(Drawn { asked, parameters, bands, drawn_back })
}

/// The numbers of every uncertain parameter in every draw.
fn drawn_values(model: &ModelFile, asked: DrawsAsked) -> Result<Vec<Vec<f64>>, Finding> {
    let keys: Vec<u64> =
        model.uncertain.iter().map(|one| stable_key(&format!("model-file/{}", one.parameter.path))).collect();
    let sampler = Sampler::new(asked.sampling, asked.seed, asked.draws as u64, &keys).map_err(|error| {
        series::at(model, 0, Finding::error("model-file.too-large", error.to_string()).hint("ask for fewer draws"))
    })?;
    let mut values = vec![vec![0.0; asked.draws]; keys.len()];
    values.iter_mut().enumerate().for_each(|(input, row)| sampler.fill(input, 0, row));
    model.copula.apply(&mut values);
    model.uncertain.iter().zip(&mut values).for_each(|(one, row)| one.distribution.quantiles(row));
    Ok(values)
}

/// Series whose own flows an uncertain parameter moves, in the order of the file.
fn moved_series(model: &ModelFile) -> Vec<usize> {
    let mut moved: Vec<usize> = model.uncertain.iter().flat_map(|one| model.series_moved_by(&one.parameter)).collect();
    moved.sort_unstable();
    moved.dedup();
    moved
}

/// Everything that can move: the series moved, and what follows from them or from routes and processes.
fn figures(model: &ModelFile, base: &ModelRun, moved: &[usize]) -> Vec<Figure> {
    if model.uncertain.is_empty() {
        return Vec::new();
    }
    let of_moved = |name: &str| moved.iter().any(|at| base.series[*at].material(name).is_some());
    let routes_move = model.uncertain.iter().any(|one| model.series_moved_by(&one.parameter).is_empty());
    let series = moved.iter().flat_map(|at| ["inflow", "outflow", "stock"].map(|what| Figure::Series(*at, what)));
    let mut figures: Vec<Figure> = series.collect();
    for (at, material) in base.materials.iter().enumerate() {
        if of_moved(&material.name) {
            figures.extend(["inflow", "outflow", "stock"].map(|what| Figure::Material(at, what)));
        }
        if material.recycling.is_some() && (routes_move || of_moved(&material.name)) {
            figures.push(Figure::Material(at, "secondary"));
        }
    }
    figures.extend((0..base.taken_up.len()).flat_map(|at| ["used", "primary"].map(|what| Figure::TakenUp(at, what))));
    figures.extend((0..base.routes.len()).map(|at| Figure::Route(at, "secondary")));
    figures.extend((0..base.flows.len()).map(|at| Figure::Flow(at, "amount")));
    figures
}

/// What one thread changes from draw to draw.
struct Drawing<'a> {
    model: ModelFile,
    series: Vec<SeriesFlows>,
    moved: &'a [usize],
}

impl Drawing<'_> {
    /// Runs one draw into its row: the lines of the figures, one after the other.
    fn one(
        &mut self,
        model: &ModelFile,
        base: &ModelRun,
        numbers: &[(&Parameter, f64)],
        figures: &[Figure],
        row: &mut [f64],
    ) -> Result<Vec<(String, f64)>, Finding> {
        for at in self.moved {
            self.model.series[*at].clone_from(&model.series[*at]);
        }
        self.model.composition.clone_from(&model.composition);
        self.model.routes.clone_from(&model.routes);
        self.model.flows.clone_from(&model.flows);
        let drawn_back = self.model.give_all(numbers);
        for at in self.moved {
            self.series[*at] = run_quietly(&self.model, &self.model.series[*at], &base.periods)?;
        }
        let routes = routes::run(&self.model, &base.periods, &self.series);
        let taken_up = routes::taken_up(&self.model, &self.series, &routes);
        let (_, flows) = systems::run(&self.model, &base.periods, &self.series)?;
        let materials = totals::add(&self.model, &self.series, &routes, &taken_up);
        for (figure, into) in figures.iter().zip(row.chunks_mut(base.periods.len())) {
            let line: &[f64] = match *figure {
                Figure::Series(at, "inflow") => &self.series[at].inflow,
                Figure::Series(at, "outflow") => &self.series[at].outflow,
                Figure::Series(at, _) => &self.series[at].stock,
                Figure::Material(at, "inflow") => &materials[at].inflow,
                Figure::Material(at, "outflow") => &materials[at].outflow,
                Figure::Material(at, "stock") => &materials[at].stock,
                Figure::Material(at, _) => materials[at].recycling.as_ref().map_or(&[], |of| &of.secondary),
                Figure::TakenUp(at, "used") => &taken_up[at].used,
                Figure::TakenUp(at, _) => &taken_up[at].primary,
                Figure::Route(at, _) => &routes[at].secondary,
                Figure::Flow(at, _) => &flows[at].amount,
            };
            into.copy_from_slice(line);
        }
        Ok(drawn_back.into_iter().map(|back| (back.whole, back.sum)).collect())
    }
}

fn bands(
    model: &ModelFile,
    figures: &[Figure],
    rows: &[f64],
    width: usize,
    periods: usize,
) -> Result<Vec<FigureBand>, Finding> {
    figures
        .par_iter()
        .enumerate()
        .map(|(position, figure)| {
            let of_period = |t: usize| {
                let mut draws: Vec<f64> = rows.chunks(width).map(|row| row[position * periods + t]).collect();
                Band::of(&mut draws).map_err(|error| not_a_number(model, &error.to_string()))
            };
            let bands = (0..periods).map(of_period).collect::<Result<_, _>>()?;
            Ok(FigureBand { figure: *figure, bands })
        })
        .collect()
}

fn in_draw(finding: Finding, draw: usize) -> Finding {
    let says = format!("in draw {}: {}", draw + 1, finding.says);
    Finding { says, ..finding }
}

fn not_a_number(model: &ModelFile, says: &str) -> Finding {
    let finding = Finding::error("model-file.not-run", format!("a result is no number: {says}"));
    series::at(model, 0, finding.hint("check the units and sizes of the numbers"))
}
