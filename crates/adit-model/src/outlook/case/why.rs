//! How the numbers of a year came about: each line of each material and segment, with its rule and what it was computed
//! from, down to the rows of the tables.
//!
//! Only the year asked for is written. A number of another year (a cohort, the stock a year before) stands as an input
//! with its own id, which opens by writing that year.

mod bands;
mod capacity;
mod cohorts;
mod parameters;
mod region;
mod segment;

use adit_number::{Ranged, Rule};

use super::block::Block;
use super::compiled::Compiled;
use super::error::CaseError;
use super::lines::Line;
use super::model::CaseModel;
use super::question::Question;
use super::random::Inputs;
use super::results::CapacityBasis;
use super::rules;
use super::rules::lines;
use crate::workings::{Input, Worked, Workings};

impl CaseModel {
    /// Writes every central number of a year: `outlook.LINE/CASE/MATERIAL/YEAR`, with the segment before the year for
    /// its part (`outlook.LINE/CASE/MATERIAL/SEGMENT/YEAR`), and `outlook.product-LINE/CASE/SEGMENT/YEAR`. `query` stands
    /// behind the ids of other years (`set=collection=0.9`), empty without.
    ///
    /// # Errors
    /// As [`CaseModel::run`]; a year outside the case.
    pub fn write(&self, question: &Question, year: u16, query: &str) -> Result<Workings, CaseError> {
        let t = self.at(year)?;
        let compiled = self.compile(question)?;
        let inputs = Inputs::of(self);
        let mut block = Block::new(&compiled, &inputs);
        block.run(None)?;
        let mut out = Workings::default();
        for s in 0..self.segments.len() {
            block.survive(s)?;
            let mut writer = Writer { compiled: &compiled, block: &block, t, query, out: &mut out };
            writer.products(s);
            for at in 0..compiled.materials.len() {
                writer.segment(s, at);
            }
        }
        let mut writer = Writer { compiled: &compiled, block: &block, t, query, out: &mut out };
        // Shares of a group's capacity rest on what would come back of every material of it.
        for at in 0..compiled.materials.len() {
            writer.summed(at);
        }
        for at in 0..compiled.materials.len() {
            writer.capacity(at);
            writer.rest(at);
        }
        Ok(out)
    }
}

/// The central run of a question, being written down for a year.
struct Writer<'w, 'c, 'm> {
    compiled: &'w Compiled<'m>,
    block: &'w Block<'c, 'm>,
    t: usize,
    query: &'w str,
    out: &'w mut Workings,
}

impl Writer<'_, '_, '_> {
    fn case(&self) -> &str {
        &self.compiled.model.facts.id
    }

    fn year(&self) -> u16 {
        self.compiled.years[self.t]
    }

    fn material(&self, at: usize) -> &str {
        &self.compiled.model.materials[self.compiled.materials[at]].id
    }

    /// `outlook.MEASURE/CASE/MATERIAL/YEAR`.
    fn id(&self, measure: &str, at: usize) -> String {
        format!("outlook.{measure}/{}/{}/{}", self.case(), self.material(at), self.year())
    }

    /// The same for a segment.
    fn id_in(&self, measure: &str, at: usize, s: usize) -> String {
        let segment = &self.compiled.model.segments[s].id;
        format!("outlook.{measure}/{}/{}/{segment}/{}", self.case(), self.material(at), self.year())
    }

    /// A number of another year, with what shapes its computation.
    fn elsewhere(&self, id: &str, label: String, value: f64, unit: &'static str) -> Input {
        let id = if self.query.is_empty() { id.to_owned() } else { format!("{id}?{}", self.query) };
        Input::Stated { label, value, unit, id: Some(id) }
    }

    /// Writes a number of a material.
    fn line(&mut self, rule: &'static Rule, at: usize, what: &str, value: f64, inputs: Vec<Input>) -> Worked {
        let measure = rule.id.trim_start_matches("outlook.");
        let label = format!("{what}, {}, {}", self.name(at), self.year());
        self.out.number(self.id(measure, at), label, Ranged::point(value), rule, inputs)
    }

    fn name(&self, at: usize) -> String {
        self.compiled.model.materials[self.compiled.materials[at]].name.to_lowercase()
    }

    /// The central value of a line; NaN where it has none.
    fn value(&self, at: usize, line: Line) -> f64 {
        self.block.line(at, line)[self.t][0]
    }

    fn number(&self, line: Line, at: usize) -> Input {
        Input::Number(self.id(line.id(), at))
    }

    /// Lines that are sums over the segments.
    fn summed(&mut self, at: usize) {
        for line in Line::ALL.into_iter().filter(|line| segment::SUMMED.contains(line)) {
            let segments = 0..self.compiled.segments.len();
            let inputs = segments.map(|s| Input::Number(self.id_in(line.id(), at, s))).collect();
            self.line(line.rule(), at, line.name(), self.value(at, line), inputs);
        }
        let segments = 0..self.compiled.segments.len();
        let ids: Vec<String> = segments.map(|s| self.id_in("scrap-potential", at, s)).collect();
        let potential = ids.iter().filter_map(|id| self.out.get(id)).map(|of| of.number.value).sum();
        let inputs = ids.into_iter().map(Input::Number).collect();
        self.line(&rules::SCRAP_POTENTIAL, at, "Manufacturing scrap, if capacity were no limit", potential, inputs);
    }

    /// What follows from the sums and from capacity.
    fn rest(&mut self, at: usize) {
        let limits = self.compiled.capacities[at].basis.is_some_and(CapacityBasis::limits);
        let capacity =
            Some(self.number(Line::Capacity, at)).filter(|_| limits && !self.value(at, Line::Capacity).is_nan());
        let potential = Input::Number(self.id("scrap-potential", at));
        let of = |writer: &Self, lines: &[Line]| -> Vec<Input> {
            lines.iter().map(|line| writer.number(*line, at)).collect()
        };
        let with_capacity = |first: Vec<Input>| first.into_iter().chain(capacity.clone()).collect::<Vec<_>>();
        let supply = with_capacity(of(self, &[Line::Potential]));
        let scrap = with_capacity(vec![potential, self.number(Line::Supply, at)]);
        for (line, inputs) in [
            (Line::Benchmark, of(self, &[Line::Consumption])),
            (Line::Supply, supply),
            (Line::ScrapSupply, scrap),
            (Line::Untreated, of(self, &[Line::Feed, Line::Supply, Line::Potential])),
            (Line::RecoveryLoss, of(self, &[Line::Feed, Line::Untreated, Line::Supply])),
            (Line::EolRir, of(self, &[Line::Supply, Line::Consumption])),
            (Line::EolRr, of(self, &[Line::Supply, Line::EndOfLife])),
            (Line::CapacityShare, of(self, &[Line::Capacity, Line::Consumption])),
            (Line::SecondaryShare, of(self, &[Line::Supply, Line::ScrapSupply, Line::Consumption])),
        ] {
            let value = self.value(at, line);
            if !value.is_nan() {
                self.line(line.rule(), at, line.name(), value, inputs);
            }
        }
        self.union_share(at);
        self.flows(at);
        self.risk(at);
    }

    fn union_share(&mut self, at: usize) {
        let share = self.value(at, Line::UnionShare);
        let union = self.compiled.union_consumption[at][self.t];
        if share.is_nan() {
            return;
        }
        let id = format!("benchmark.consumption/{}/{}", self.material(at), self.year());
        let label = format!("Consumption of the Union by the benchmarks, {}, {}", self.name(at), self.year());
        let inputs =
            vec![self.number(Line::Consumption, at), Input::Stated { label, value: union, unit: "t/a", id: Some(id) }];
        self.line(&lines::UNION_SHARE, at, Line::UnionShare.name(), share, inputs);
    }

    /// What the flows of a year show beside the lines.
    fn flows(&mut self, at: usize) {
        let [consumption, scrap, supply, stock] =
            [Line::Consumption, Line::ManufacturingScrap, Line::ScrapSupply, Line::Stock]
                .map(|line| self.value(at, line));
        let inputs = vec![self.number(Line::Consumption, at), self.number(Line::ManufacturingScrap, at)];
        self.line(&rules::STAGE_INPUT, at, "Material entering the stage", consumption + scrap, inputs);
        let inputs = vec![self.number(Line::ManufacturingScrap, at), self.number(Line::ScrapSupply, at)];
        self.line(&rules::SCRAP_LOST, at, "Manufacturing scrap that does not come back", scrap - supply, inputs);
        let before = self.stock_before(at);
        let was = if self.t == 0 { 0.0 } else { self.block.line(at, Line::Stock)[self.t - 1][0] };
        let inputs: Vec<Input> = [self.number(Line::Stock, at)].into_iter().chain(before).collect();
        let growth = stock - was;
        if growth < 0.0 {
            self.line(&rules::STOCK_DRAWN, at, "Drawn from stock", -growth, inputs);
        } else {
            self.line(&rules::STOCK_CHANGE, at, "Growth of the stock", growth, inputs);
        }
    }

    /// The stock of a material a year before; `None` in the first year.
    fn stock_before(&self, at: usize) -> Option<Input> {
        let t = self.t.checked_sub(1)?;
        let year = self.compiled.years[t];
        let id = format!("outlook.stock/{}/{}/{year}", self.case(), self.material(at));
        let value = self.block.line(at, Line::Stock)[t][0];
        Some(self.elsewhere(&id, format!("In use, {}, {year}", self.name(at)), value, "t"))
    }

    /// The rate of the whole material and its supply risk.
    fn risk(&mut self, at: usize) {
        let model = &self.compiled.model.materials[self.compiled.materials[at]];
        let Ok(risk) = &model.risk else { return };
        let base = self.compiled.base();
        let Some(_) = self.t.checked_sub(base) else { return };
        let of = |line: Line, t: usize| self.block.line(at, line)[t][0];
        let more = |line: Line| of(line, self.t) - of(line, base);
        let rate = risk.rate_after(more(Line::Supply), more(Line::Consumption));
        let figure = risk.at(rate);
        if figure.is_nan() {
            return;
        }
        let year = self.compiled.years[base];
        let (id, name) = (&model.id, self.name(at));
        let mut inputs: Vec<Input> = risk.rate_fact.map(Input::Fact).into_iter().collect();
        inputs.push(Input::Stated {
            label: format!("Consumption of the Union by the benchmarks, {name}, {year}"),
            value: risk.consumption,
            unit: "t/a",
            id: Some(format!("benchmark.consumption/{id}/{year}")),
        });
        for line in [Line::Supply, Line::Consumption] {
            inputs.push(self.number(line, at));
            let other = format!("outlook.{}/{}/{id}/{year}", line.id(), self.case());
            if self.t > base {
                inputs.push(self.elsewhere(&other, format!("{}, {name}, {year}", line.name()), of(line, base), "t/a"));
            }
        }
        let rate =
            self.line(&rules::RATE_AFTER, at, "End-of-life recycling input rate of the whole material", rate, inputs);
        let before = Input::Stated {
            label: format!("Supply risk by the published inputs, {name}"),
            value: risk.before,
            unit: "index",
            id: Some(format!("risk.sr/{id}")),
        };
        self.line(&lines::SUPPLY_RISK, at, Line::SupplyRisk.name(), figure, vec![rate.input(), before]);
    }
}
