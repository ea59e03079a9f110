//! The numbers of a segment: its products, and the way of each material through it.

use adit_number::{Ranged, Rule};

use super::Writer;
use crate::outlook::case::compiled::SegmentMaterial;
use crate::outlook::case::lines::{Line, ProductLine};
use crate::outlook::case::rules;
use crate::outlook::case::way::Parameters;
use crate::workings::Input;

/// The lines that are sums over the segments.
pub(super) const SUMMED: [Line; 13] = [
    Line::PutIntoUse,
    Line::FromOutside,
    Line::Consumption,
    Line::Stock,
    Line::EndOfLife,
    Line::UsedExport,
    Line::Uncollected,
    Line::Collected,
    Line::NotDismantled,
    Line::ScrapExport,
    Line::Feed,
    Line::Potential,
    Line::ManufacturingScrap,
];

impl Writer<'_, '_, '_> {
    /// Inflow, stock and outflow of a segment.
    pub(super) fn products(&mut self, s: usize) {
        let plan = &self.compiled.segments[s];
        let facts = &self.compiled.model.segments[s];
        let of = &self.block.segments[s];
        let (inflow, stock, outflow) = (of.inflow[self.t][0], of.stock[self.t][0], of.outflow[self.t][0]);
        let mut driver = vec![self.parameter(plan.driver, self.t)];
        driver.extend(self.levers(adit_facts::outlook::cases::Moves::DemandTimes, self.slot(s, None)));
        let before = self.product_before(s);
        let (of_inflow, of_stock) = if facts.by_stock {
            let left = self.left_of_earlier(s);
            let stays = Input::Stated {
                label: format!("Share of what comes in {} that is in use at the end of the year", self.year()),
                value: self.block.survival().left(self.t, self.t)[0],
                unit: "share",
                id: None,
            };
            (vec![Input::Number(self.product_id(ProductLine::Stock, s)), left, stays], driver)
        } else {
            let mut inputs = vec![Input::Number(self.product_id(ProductLine::Inflow, s))];
            inputs.extend(before.clone());
            inputs.push(Input::Number(self.product_id(ProductLine::Outflow, s)));
            (driver, inputs)
        };
        self.product(ProductLine::Inflow, s, inflow, of_inflow);
        self.product(ProductLine::Stock, s, stock, of_stock);
        let inputs = self.product_cohorts(s);
        self.product(ProductLine::Outflow, s, outflow, inputs);
    }

    pub(super) fn product_id(&self, line: ProductLine, s: usize) -> String {
        self.product_id_at(line, s, self.t)
    }

    pub(super) fn product_id_at(&self, line: ProductLine, s: usize, t: usize) -> String {
        let year = self.compiled.years[t];
        format!("outlook.{}/{}/{}/{year}", line.id(), self.case(), self.compiled.model.segments[s].id)
    }

    fn product(&mut self, line: ProductLine, s: usize, value: f64, inputs: Vec<Input>) {
        let (facts, segment) = (&self.compiled.model.facts, &self.compiled.model.segments[s]);
        let label =
            format!("{}, {}, {} ({})", line.name(), segment.name.to_lowercase(), self.year(), facts.product_unit);
        let number = self.out.number(self.product_id(line, s), label, Ranged::point(value), line.rule(), inputs);
        if self.block.segments[s].kept[self.t][0] < 1.0 {
            self.out.note(&number, "The stock falls faster than products reach their end of life: every cohort retires early by the same factor.");
        }
    }

    fn product_before(&self, s: usize) -> Option<Input> {
        let t = self.t.checked_sub(1)?;
        let year = self.compiled.years[t];
        let label =
            format!("{}, {}, {year}", ProductLine::Stock.name(), self.compiled.model.segments[s].name.to_lowercase());
        let value = self.block.segments[s].stock[t][0];
        Some(self.elsewhere(&self.product_id_at(ProductLine::Stock, s, t), label, value, "product unit"))
    }

    /// What is left of earlier years at the end of the year.
    fn left_of_earlier(&self, s: usize) -> Input {
        let of = &self.block.segments[s];
        let own = of.inflow[self.t][0] * self.block.survival().left(self.t, self.t)[0];
        let label = format!("What is left of earlier years at the end of {}", self.year());
        Input::Stated { label, value: of.stock[self.t][0] - own, unit: "product unit", id: None }
    }

    /// A material on its way through a segment.
    pub(super) fn segment(&mut self, s: usize, at: usize) {
        let plan = &self.compiled.segments[s].materials[at];
        let material = &self.block.segments[s].materials[at];
        let content = self.content(s, at);
        let parameters = Parameters::of(plan, |series| self.block.parameter(series));
        let [put, stock, end] = [&material.inflow, &material.stock, &material.outflow].map(|rows| rows[self.t]);
        let amounts = parameters.amounts(self.t, &put, &stock, &end);
        let potential = parameters.scrap_potential(self.t, &amounts[amounts.len() - 1].1)[0];
        for (line, [amount, ..]) in amounts {
            let inputs = self.inputs(line, s, at, plan, &content);
            self.part(line.rule(), line.name(), s, at, amount, inputs);
        }
        let inputs = vec![
            Input::Number(self.id_in(Line::ManufacturingScrap.id(), at, s)),
            self.parameter(plan.recovery, self.t),
        ];
        let what = "Manufacturing scrap, if capacity were no limit";
        self.part(&rules::SCRAP_POTENTIAL, what, s, at, potential, inputs);
    }

    fn part(&mut self, rule: &'static Rule, what: &str, s: usize, at: usize, value: f64, inputs: Vec<Input>) {
        let segment = self.compiled.model.segments[s].name.to_lowercase();
        let label = format!("{what}, {}, {segment}, {}", self.name(at), self.year());
        let id = self.id_in(rule.id.trim_start_matches("outlook."), at, s);
        self.out.number(id, label, Ranged::point(value), rule, inputs);
    }

    /// What a line of a material in a segment is computed from.
    fn inputs(&mut self, line: Line, s: usize, at: usize, plan: &SegmentMaterial, content: &Input) -> Vec<Input> {
        let number = |line: Line| Input::Number(self.id_in(line.id(), at, s));
        let parameters = |series: &[usize]| series.to_vec();
        let (mut inputs, series) = match line {
            Line::PutIntoUse => {
                (vec![Input::Number(self.product_id(ProductLine::Inflow, s)), content.clone()], Vec::new())
            }
            Line::Consumption => (vec![number(Line::PutIntoUse)], parameters(&[plan.made_in_eu])),
            Line::FromOutside => (vec![number(Line::PutIntoUse), number(Line::Consumption)], Vec::new()),
            Line::ManufacturingScrap => (vec![number(Line::Consumption)], parameters(&[plan.manufacturing_scrap])),
            Line::Stock => {
                let inputs = vec![number(Line::PutIntoUse), number(Line::EndOfLife)];
                (inputs.into_iter().chain(self.stock_before_in(s, at)).collect(), Vec::new())
            }
            Line::EndOfLife => (self.cohorts(s, at), Vec::new()),
            Line::UsedExport => (vec![number(Line::EndOfLife)], parameters(&[plan.used_export])),
            Line::Collected => {
                (vec![number(Line::EndOfLife), number(Line::UsedExport)], parameters(&[plan.collection]))
            }
            Line::Uncollected => {
                (vec![number(Line::EndOfLife), number(Line::UsedExport), number(Line::Collected)], Vec::new())
            }
            Line::NotDismantled => (vec![number(Line::Collected)], parameters(&[plan.dismantling])),
            Line::ScrapExport => {
                (vec![number(Line::Collected), number(Line::NotDismantled)], parameters(&[plan.scrap_export]))
            }
            Line::Feed => {
                let parts = [Line::Collected, Line::NotDismantled, Line::ScrapExport];
                (parts.map(number).to_vec(), Vec::new())
            }
            _ => (vec![number(Line::Feed)], parameters(&[plan.recovery])),
        };
        for series in series {
            inputs.push(self.parameter(series, self.t));
        }
        inputs
    }

    fn stock_before_in(&self, s: usize, at: usize) -> Option<Input> {
        let t = self.t.checked_sub(1)?;
        let (year, segment) = (self.compiled.years[t], &self.compiled.model.segments[s]);
        let id = format!("outlook.stock/{}/{}/{}/{year}", self.case(), self.material(at), segment.id);
        let label = format!("In use, {}, {}, {year}", self.name(at), segment.name.to_lowercase());
        let value = self.block.segments[s].materials[at].stock[t][0];
        Some(self.elsewhere(&id, label, value, "t"))
    }
}
