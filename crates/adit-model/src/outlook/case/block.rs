//! Eight draws of a case, from their random numbers to the lines of every material.

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
            let [of, factor] = [intensity.intensity, intensity.factor].map(|at| &self.series[at * periods..]);
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
                    if same {
                        [lifetimes[0].survival(age); 8]
                    } else {
                        std::array::from_fn(|lane| lifetimes[lane].survival(age))
                    }
                }));
                before = Some(parameters);
            }
            for t in c..self.periods {
                self.survival.set(c, t, by_age[t - c]);
            }
        }
        Ok(())
    }

    /// Shares of the technologies of a segment, with those that levers set; the others fill the rest.
    fn mix(&mut self, s: usize) {
        let (plan, periods) = (&self.compiled.segments[s], self.periods);
        self.shares.clear();
        self.shares.resize(plan.mix.len() * periods, [0.0; 8]);
        for t in 0..periods {
            for lane in 0..8 {
                let of = |place: usize| self.series[plan.mix[place].1 * periods + t][lane];
                let sum: f64 = (0..plan.mix.len()).map(of).sum();
                for place in 0..plan.mix.len() {
                    self.shares[place * periods + t][lane] = if sum > 0.0 { of(place) / sum } else { 0.0 };
                }
            }
        }
        if plan.mix_set.is_empty() {
            return;
        }
        let base = self.compiled.base();
        let at_base: Vec<Eight> = plan.mix_set.iter().map(|(place, _)| self.shares[place * periods + base]).collect();
        for t in 0..periods {
            if self.compiled.moved[plan.mix_set[0].1].gone[t] > 0.0 || plan.mix_set.len() > 1 {
                self.set_mix(s, t, &at_base);
            }
        }
    }

    fn set_mix(&mut self, s: usize, t: usize, at_base: &[Eight]) {
        let (plan, periods) = (&self.compiled.segments[s], self.periods);
        let mut targets = vec![0.0; plan.mix_set.len()];
        for lane in 0..8 {
            let (mut set, mut unset) = (0.0, 1.0);
            for (((place, moved), base), target) in plan.mix_set.iter().zip(at_base).zip(&mut targets) {
                let moved = &self.compiled.moved[*moved];
                let own = self.shares[place * periods + t][lane];
                let gone = moved.gone[t];
                *target = if gone > 0.0 { base[lane] + (moved.value - base[lane]) * gone } else { own };
                set += *target;
                unset -= own;
            }
            // What the others are scaled by to fill the rest. Without others the technologies set fill everything.
            let others = if unset > 1e-15 { (1.0 - set).max(0.0) / unset } else { 0.0 };
            let own = if unset > 1e-15 { 1.0 } else { 1.0 / set };
            for place in 0..plan.mix.len() {
                let share = &mut self.shares[place * periods + t][lane];
                *share = match plan.mix_set.iter().position(|(of, _)| *of == place) {
                    Some(of) => targets[of] * own,
                    None => *share * others,
                };
            }
        }
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
                for lane in 0..8 {
                    let shares = parameters.at(t, lane);
                    let [put, stock, end] =
                        [&material.inflow, &material.stock, &material.outflow].map(|rows| rows[t][lane]);
                    let amounts = shares.amounts(put, stock, end);
                    let arising = amounts[amounts.len() - 1].1;
                    // What manufacturing scrap would give: capacity has its say later.
                    let more = [(Line::ScrapSupply, shares.scrap_potential(arising))];
                    for (line, amount) in amounts.into_iter().chain(more) {
                        lines[line.at() * periods + t][lane] += amount;
                    }
                }
            }
        }
    }

    /// Recycling capacity: of the case, or of the Chain room; NaN where it is unknown.
    fn capacity(&mut self, at: usize, random: Option<&[Eight]>) {
        let (compiled, periods) = (self.compiled, self.periods);
        let plan = &compiled.capacities[at];
        let from = self.from(at, Line::Capacity);
        if let Some(own) = plan.own {
            let own = &self.series[own * periods..(own + 1) * periods];
            for t in 0..periods {
                self.lines[from + t] = later(own, t, compiled.base(), compiled.delay);
            }
        } else if let Some(chain) = &plan.chain {
            let m = compiled.materials[at];
            let drawn = random.zip(self.inputs.recyclers[m]).zip(compiled.model.materials[m].capacity.as_ref());
            for lane in 0..8 {
                if let Some(((random, first), model)) = drawn {
                    let own: Vec<f64> = random[first..].iter().take(model.keys().len()).map(|u| u[lane]).collect();
                    model.drawn(&own, &compiled.years, compiled.delay, &mut self.capacity_draw);
                }
                for (t, central) in chain.iter().enumerate() {
                    let drawn = if drawn.is_some() { Some(self.capacity_draw[t]) } else { *central };
                    self.lines[from + t][lane] = central.and(drawn).unwrap_or(f64::NAN);
                }
            }
        } else {
            self.lines[from..from + periods].fill([f64::NAN; 8]);
        }
        for (row, times) in self.lines[from..from + periods].iter_mut().zip(&plan.times) {
            *row = row.map(|tonnes| tonnes * times);
        }
        if !plan.shared_by.is_empty() {
            self.share_capacity(at);
        }
    }

    /// The part of a group's capacity that a material has: in proportion to what would come back of each.
    fn share_capacity(&mut self, at: usize) {
        let sharers = &self.compiled.capacities[at].shared_by;
        let own = self.from(at, Line::Capacity);
        for t in 0..self.periods {
            for lane in 0..8 {
                let potential = |of: usize| self.lines[self.from(of, Line::Potential) + t][lane];
                let all: f64 = sharers.iter().map(|of| potential(*of)).sum();
                let part = if all > 0.0 { potential(at) / all } else { 0.0 };
                self.lines[own + t][lane] *= part;
            }
        }
    }

    /// What capacity lets through, and the rates.
    fn balance(&mut self, at: usize) {
        let (compiled, periods) = (self.compiled, self.periods);
        let limits = compiled.capacities[at].basis.is_some_and(|basis| basis.limits());
        let material = &compiled.model.materials[compiled.materials[at]];
        let risk = material.risk.as_ref().ok();
        let base = compiled.base();
        let from = at * Line::ALL.len() * periods;
        let lines = &mut self.lines[from..from + Line::ALL.len() * periods];
        for t in 0..periods {
            for lane in 0..8 {
                let of = |line: Line| lines[line.at() * periods + t][lane];
                let [potential, scrap, feed] = [Line::Potential, Line::ScrapSupply, Line::Feed].map(of);
                let [consumption, end, capacity] = [Line::Consumption, Line::EndOfLife, Line::Capacity].map(of);
                // An unknown capacity, and one of which only a part is known, limits nothing.
                let limit = if limits && !capacity.is_nan() { capacity } else { f64::INFINITY };
                let supply = potential.min(limit);
                let scrap_supply = scrap.min((limit - supply).max(0.0));
                let untreated = if potential > 0.0 { feed * (1.0 - supply / potential) } else { 0.0 };
                let over = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { f64::NAN };
                let union = compiled.union_consumption[at][t];
                let mut set = |line: Line, value: f64| lines[line.at() * periods + t][lane] = value;
                set(Line::Benchmark, 0.25 * consumption);
                set(Line::Supply, supply);
                set(Line::ScrapSupply, scrap_supply);
                set(Line::Untreated, untreated);
                set(Line::RecoveryLoss, feed - untreated - supply);
                set(Line::EolRir, over(supply.min(consumption), consumption));
                set(Line::EolRr, over(supply, end));
                set(Line::CapacityShare, over(capacity, consumption));
                set(Line::SecondaryShare, over(supply + scrap_supply, consumption));
                set(Line::UnionShare, over(consumption, union));
            }
        }
        for t in 0..periods {
            for lane in 0..8 {
                let of = |line: Line, t: usize| lines[line.at() * periods + t][lane];
                let more = |line: Line| of(line, t) - of(line, base);
                let figure = risk.filter(|_| t >= base).map_or(f64::NAN, |risk| {
                    risk.unrecycled * (1.0 - risk.rate_after(more(Line::Supply), more(Line::Consumption)))
                });
                lines[Line::SupplyRisk.at() * periods + t][lane] = figure;
            }
        }
    }
}

/// A series that comes some years later from the base year on: that of the time so many years before, in a straight
/// line between years, but not of before the base year.
fn later(series: &[Eight], t: usize, base: usize, delay: f64) -> Eight {
    if t <= base || delay == 0.0 {
        return series[t];
    }
    let (mut at, mut left) = (t, delay);
    while at > base && left >= 1.0 {
        at -= 1;
        left -= 1.0;
    }
    if at == base {
        return series[base];
    }
    std::array::from_fn(|lane| series[at][lane] + (series[at - 1][lane] - series[at][lane]) * left)
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
