//! Eight draws of a case, from their random numbers to the lines of every material.

mod capacity;
mod mix;
mod rates;

use std::array::from_fn;

use super::compiled::{Compiled, Series, Source};
use super::error::CaseError;
use super::lines::Line;
use super::products::{By, Segment, Survival};
use super::random::{Inputs, points};
use super::way::Parameters;
use crate::outlook::error::OutlookError;
use crate::outlook::lanes::Eight;
use crate::outlook::lifetime::Lifetime;

/// Room for eight draws: made once for a thread and used again.
#[derive(Debug, Clone)]
pub(super) struct Block<'c, 'm> {
    compiled: &'c Compiled<'m>,
    inputs: &'c Inputs,
    periods: usize,
    /// Parameters: series by series, each over the periods.
    series: Vec<Eight>,
    /// Intensities with their factors.
    intensities: Vec<Eight>,
    points: Vec<Eight>,
    /// Shares of the technologies of a segment, one after the other.
    shares: Vec<Eight>,
    driver: Vec<Eight>,
    survival: Survival,
    capacity_draw: Vec<f64>,
    /// Segments, in the order of the case.
    pub segments: Vec<Segment>,
    /// Lines: material by material, line by line, each over the periods. NaN where a line has no value.
    pub lines: Vec<Eight>,
}

impl<'c, 'm> Block<'c, 'm> {
    pub fn new(compiled: &'c Compiled<'m>, inputs: &'c Inputs) -> Self {
        let periods = compiled.periods();
        let mut survival = Survival::default();
        survival.resize(periods);
        let mut segments = vec![Segment::default(); compiled.segments.len()];
        for segment in &mut segments {
            segment.resize(compiled.materials.len(), periods);
        }
        let mut block = Self {
            compiled,
            inputs,
            periods,
            series: vec![[0.0; 8]; compiled.series.len() * periods],
            intensities: vec![[0.0; 8]; compiled.intensities.len() * periods],
            points: Vec::new(),
            shares: Vec::new(),
            driver: vec![[0.0; 8]; periods],
            survival,
            capacity_draw: vec![0.0; periods],
            segments,
            lines: vec![[0.0; 8]; compiled.materials.len() * Line::ALL.len() * periods],
        };
        for at in 0..compiled.series.len() {
            block.read(at, None);
        }
        block
    }

    /// Runs eight draws with these random numbers, one row for each input of the case; the central values without.
    ///
    /// # Errors
    /// A stock that would need a negative inflow where that is an error; a lifetime that cannot be.
    pub fn run(&mut self, random: Option<&[Eight]>) -> Result<(), CaseError> {
        for (at, series) in self.compiled.series.iter().enumerate() {
            // What does not vary was read when the room was made, or by an earlier block.
            if random.is_none() || self.varies(series) {
                self.read(at, random);
            }
        }
        self.intensities();
        self.lines.fill([0.0; 8]);
        for s in 0..self.compiled.segments.len() {
            self.segment(s)?;
            self.flows(s);
        }
        for at in 0..self.compiled.materials.len() {
            self.capacity(at, random);
        }
        for at in 0..self.compiled.materials.len() {
            self.balance(at);
        }
        Ok(())
    }

    /// A line over the periods.
    pub fn line(&self, material: usize, line: Line) -> &[Eight] {
        let from = self.from(material, line);
        &self.lines[from..from + self.periods]
    }

    /// A parameter over the periods.
    pub fn parameter(&self, series: usize) -> &[Eight] {
        &self.series[series * self.periods..(series + 1) * self.periods]
    }

    /// What is left of each cohort at the end of each period, of the segment whose survival was read last.
    pub fn survival(&self) -> &Survival {
        &self.survival
    }

    fn from(&self, material: usize, line: Line) -> usize {
        (material * Line::ALL.len() + line.at()) * self.periods
    }

    fn varies(&self, series: &Series) -> bool {
        matches!(series.source, Source::Track(track, _) if self.inputs.tracks[track].is_some())
    }

    /// Reads a series: straight lines between the points of its track, and then to the value that a lever sets.
    fn read(&mut self, at: usize, random: Option<&[Eight]>) {
        let Series { source, set } = &self.compiled.series[at];
        let into = &mut self.series[at * self.periods..(at + 1) * self.periods];
        match source {
            Source::Default(value) => into.fill([*value; 8]),
            Source::Track(track, between) => {
                let random = random.zip(self.inputs.tracks[*track]).map(|(random, input)| random[input]);
                points(self.compiled, *track, random, &mut self.points);
                for (value, between) in into.iter_mut().zip(between) {
                    *value = self.points[between.at];
                    if between.weight != 0.0 {
                        let next = self.points[between.at + 1];
                        for lane in 0..8 {
                            value[lane] += (next[lane] - value[lane]) * between.weight;
                        }
                    }
                }
            }
        }
        if let Some(moved) = set.map(|moved| &self.compiled.moved[moved]) {
            let base = into[self.compiled.base()];
            for (value, gone) in into.iter_mut().zip(&moved.gone).filter(|(_, gone)| **gone > 0.0) {
                for lane in 0..8 {
                    value[lane] = base[lane] + (moved.value - base[lane]) * gone;
                }
            }
        }
    }

    fn intensities(&mut self) {
        let periods = self.periods;
        for (intensity, into) in self.compiled.intensities.iter().zip(self.intensities.chunks_exact_mut(periods)) {
            let [of, factor] = [intensity.of, intensity.factor].map(|at| &self.series[at * periods..]);
            for t in 0..periods {
                for lane in 0..8 {
                    into[t][lane] = of[t][lane] * factor[t][lane] * intensity.times[t];
                }
            }
        }
    }

    /// Stocks and flows of a segment.
    fn segment(&mut self, s: usize) -> Result<(), CaseError> {
        self.lifetimes(s)?;
        self.mix(s);
        self.contents(s);
        let compiled = self.compiled;
        let (plan, facts) = (&compiled.segments[s], &compiled.model.segments[s]);
        let given = &self.series[plan.driver * self.periods..(plan.driver + 1) * self.periods];
        for ((driver, given), demand) in self.driver.iter_mut().zip(given).zip(&plan.demand) {
            *driver = given.map(|given| given * demand);
        }
        let by = match (facts.by_stock, facts.retires) {
            (false, _) => By::Inflow,
            (true, false) => By::Stock,
            (true, true) => By::StockRetiring,
        };
        self.segments[s].run(by, &self.driver, &self.survival).map_err(|(t, inflow)| CaseError::Segment {
            segment: facts.id.clone(),
            error: OutlookError::NegativeInflow { year: compiled.model.periods.years()[t], inflow },
        })
    }

    fn lifetimes(&mut self, s: usize) -> Result<(), CaseError> {
        let compiled = self.compiled;
        let of = |s: usize| {
            let plan = &compiled.segments[s];
            (&compiled.model.segments[s].lifetime, &plan.lifetime, &plan.lasting)
        };
        // Where the segment before has the same lifetime its survival still stands.
        if s > 0 && of(s) == of(s - 1) { Ok(()) } else { self.survive(s) }
    }

    /// Survival of every cohort of a segment; cohorts of the same lifetime share theirs by age.
    pub fn survive(&mut self, s: usize) -> Result<(), CaseError> {
        let compiled = self.compiled;
        let (plan, periods) = (&compiled.segments[s], &compiled.model.periods);
        let facts = &compiled.model.segments[s];
        let mut before: Option<[Eight; 2]> = None;
        let mut by_age: Vec<Eight> = Vec::new();
        for c in 0..self.periods {
            let mut parameters = [[0.0; 8]; 2];
            for (parameter, series) in parameters.iter_mut().zip(&plan.lifetime) {
                *parameter = self.series[series * self.periods + c];
            }
            stretch(&facts.lifetime, &mut parameters, plan.lasting[c]);
            if before != Some(parameters) {
                let lifetimes =
                    (0..8).map(|lane| lifetime(&facts.lifetime, parameters.map(|parameter| parameter[lane])));
                let lifetimes: Vec<Lifetime> = lifetimes
                    .collect::<Result<_, _>>()
                    .map_err(|error| CaseError::Segment { segment: facts.id.clone(), error })?;
                by_age.clear();
                let same = parameters.iter().all(|parameter| parameter.iter().all(|lane| *lane == parameter[0]));
                by_age.extend((c..self.periods).map(|t| {
                    let age = periods.age(c, t);
                    if same { [lifetimes[0].survival(age); 8] } else { from_fn(|lane| lifetimes[lane].survival(age)) }
                }));
                before = Some(parameters);
            }
            self.survival.set(c, &by_age);
        }
        Ok(())
    }

    /// Material in one product, by the period in which it comes.
    fn contents(&mut self, s: usize) {
        let (plan, periods) = (&self.compiled.segments[s], self.periods);
        for (material, of) in plan.materials.iter().zip(&mut self.segments[s].materials) {
            of.content.fill([0.0; 8]);
            for (place, intensity) in &material.intensities {
                let shares = &self.shares[place * periods..(place + 1) * periods];
                let intensities = &self.intensities[intensity * periods..(intensity + 1) * periods];
                for ((content, share), intensity) in of.content.iter_mut().zip(shares).zip(intensities) {
                    for lane in 0..8 {
                        content[lane] += share[lane] * intensity[lane];
                    }
                }
            }
            for (content, kept) in of.content.iter_mut().zip(&material.kept) {
                *content = content.map(|content| content * kept);
            }
        }
    }

    /// Adds the way of old scrap and of manufacturing scrap of a segment to the lines.
    fn flows(&mut self, s: usize) {
        let periods = self.periods;
        for at in 0..self.compiled.materials.len() {
            let plan = &self.compiled.segments[s].materials[at];
            let series = |series: usize| &self.series[series * periods..(series + 1) * periods];
            let parameters = Parameters::of(plan, series);
            let material = &self.segments[s].materials[at];
            let from = at * Line::ALL.len() * periods;
            let lines = &mut self.lines[from..from + Line::ALL.len() * periods];
            for t in 0..periods {
                let amounts = parameters.amounts(t, &material.inflow[t], &material.stock[t], &material.outflow[t]);
                // What manufacturing scrap would give: capacity has its say later.
                let scrap = parameters.scrap_potential(t, &amounts[amounts.len() - 1].1);
                for (line, amount) in amounts.iter().chain([&(Line::ScrapSupply, scrap)]) {
                    let sum = &mut lines[line.at() * periods + t];
                    for lane in 0..8 {
                        sum[lane] += amount[lane];
                    }
                }
            }
        }
    }
}

/// A longer lifetime: mean and spread, or scale, by one factor; a shape has no years.
fn stretch(kind: &str, parameters: &mut [Eight; 2], times: f64) {
    if times == 1.0 {
        return;
    }
    let shaped = matches!(kind, "weibull" | "gamma");
    let [first, second] = parameters;
    let scaled = if shaped { &mut *second } else { &mut *first };
    *scaled = scaled.map(|years| years * times);
    if !shaped {
        *second = second.map(|years| years * times);
    }
}

/// A lifetime from the parameters of its kind, in their order.
fn lifetime(kind: &str, [first, second]: [f64; 2]) -> Result<Lifetime, OutlookError> {
    match kind {
        "fixed" => Lifetime::fixed(first),
        "normal" => Lifetime::normal(first, second),
        "folded-normal" => Lifetime::folded_normal(first, second),
        "lognormal" => Lifetime::log_normal(first, second),
        "weibull" => Lifetime::weibull(first, second),
        "gamma" => Lifetime::gamma(first, second),
        _ => Lifetime::exponential(first),
    }
}
