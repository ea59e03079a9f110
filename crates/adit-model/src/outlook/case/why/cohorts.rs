//! What reaches its end of life, by the year in which it came: the ten largest cohorts and the rest.

use adit_number::Ranged;

use super::Writer;
use crate::outlook::case::lines::{Line, ProductLine};
use crate::outlook::case::rules;
use crate::workings::Input;

/// Cohorts that are named.
const NAMED: usize = 10;

/// What leaves of one cohort.
struct Leaving {
    /// The period in which it came.
    c: usize,
    /// Its part that leaves.
    share: f64,
    amount: f64,
}

impl Writer<'_, '_, '_> {
    /// The part of a cohort in use at the end of a period, early retirement included.
    fn in_use(&self, s: usize, c: usize, t: usize) -> f64 {
        let kept: f64 = (c + 1..=t).map(|at| self.block.segments[s].kept[at][0]).product();
        self.block.survival().left(c, t)[0] * kept
    }

    /// What leaves in the year of each cohort, the largest first.
    fn leaving(&self, s: usize, came: impl Fn(usize) -> f64) -> Vec<Leaving> {
        let mut all: Vec<Leaving> = (0..=self.t)
            .map(|c| {
                let before = if c == self.t { 1.0 } else { self.in_use(s, c, self.t - 1) };
                let share = before - self.in_use(s, c, self.t);
                Leaving { c, share, amount: came(c) * share }
            })
            .filter(|leaving| leaving.amount > 0.0)
            .collect();
        all.sort_by(|a, b| b.amount.total_cmp(&a.amount).then(a.c.cmp(&b.c)));
        all
    }

    /// Products that leave, by cohort.
    pub(super) fn product_cohorts(&self, s: usize) -> Vec<Input> {
        let inflow = &self.block.segments[s].inflow;
        let all = self.leaving(s, |c| inflow[c][0]);
        let (named, rest) = all.split_at(all.len().min(NAMED));
        let name = self.compiled.model.segments[s].name.to_lowercase();
        let mut inputs = Vec::new();
        for leaving in named {
            let year = self.compiled.years[leaving.c];
            let label = format!("{}, {name}, {year}", ProductLine::Inflow.name());
            let id = self.product_id_at(ProductLine::Inflow, s, leaving.c);
            if leaving.c == self.t {
                inputs.push(Input::Number(id));
            } else {
                inputs.push(self.elsewhere(&id, label, inflow[leaving.c][0], "product unit"));
            }
            inputs.push(self.share(year, leaving.share));
        }
        inputs.extend(Self::remaining(rest, "product unit"));
        if inputs.is_empty() {
            // Nothing leaves: what came in says why.
            inputs.push(Input::Number(self.product_id_at(ProductLine::Inflow, s, self.t)));
        }
        inputs
    }

    /// Material that leaves in products, by cohort: each is a number of its own.
    pub(super) fn cohorts(&mut self, s: usize, at: usize) -> Vec<Input> {
        let inflow: Vec<f64> = self.block.segments[s].materials[at].inflow.iter().map(|row| row[0]).collect();
        let all = self.leaving(s, |c| inflow[c]);
        let (named, rest) = all.split_at(all.len().min(NAMED));
        let (name, segment) = (self.name(at), self.compiled.model.segments[s].clone());
        let mut inputs = Vec::new();
        for leaving in named {
            let came = self.compiled.years[leaving.c];
            let mut of = Vec::new();
            if leaving.c == self.t {
                of.push(Input::Number(self.id_in(Line::PutIntoUse.id(), at, s)));
            } else {
                let id = format!("outlook.put-into-use/{}/{}/{}/{came}", self.case(), self.material(at), segment.id);
                let label = format!("{}, {name}, {}, {came}", Line::PutIntoUse.name(), segment.name.to_lowercase());
                of.push(self.elsewhere(&id, label, inflow[leaving.c], "t/a"));
            }
            of.push(self.share(came, leaving.share));
            of.extend(self.lifetime(s, leaving.c));
            let id =
                format!("outlook.cohort/{}/{}/{}/{came}/{}", self.case(), self.material(at), segment.id, self.year());
            let label =
                format!("End of life of what came in {came}, {name}, {}, {}", segment.name.to_lowercase(), self.year());
            let number = self.out.number(id, label, Ranged::point(leaving.amount), &rules::COHORT, of);
            inputs.push(number.input());
        }
        inputs.extend(Self::remaining(rest, "t/a"));
        if inputs.is_empty() {
            inputs.push(Input::Number(self.id_in(Line::PutIntoUse.id(), at, s)));
        }
        inputs
    }

    fn share(&self, came: u16, share: f64) -> Input {
        let label = format!("Part of what came in {came} that leaves in {}", self.year());
        Input::Stated { label, value: share, unit: "share", id: None }
    }

    fn remaining(rest: &[Leaving], unit: &'static str) -> Option<Input> {
        let value = rest.iter().map(|leaving| leaving.amount).sum();
        let label = format!("{} other years of entry together", rest.len());
        (!rest.is_empty()).then_some(Input::Stated { label, value, unit, id: None })
    }

    /// The parameters of the lifetime of what came in a period.
    fn lifetime(&mut self, s: usize, c: usize) -> Vec<Input> {
        let series = self.compiled.segments[s].lifetime.clone();
        let mut inputs: Vec<Input> = series.into_iter().map(|series| self.parameter(series, c)).collect();
        inputs.extend(self.levers_at(adit_facts::outlook::cases::Moves::LifetimeTimes, self.slot(s, None), c));
        inputs
    }
}
