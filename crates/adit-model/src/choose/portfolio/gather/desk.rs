//! What is gathered, written down: each figure of a portfolio under its id, with the fact or the line of the file that
//! it comes from.

use adit_facts::choose::portfolio_file::PortfolioFile;
use adit_number::{Ranged, Rule};

use super::Timed;
use crate::choose::portfolio::candidates::{Figure, Output, flow_keys};
use crate::choose::portfolio::rules::{FIGURE, YEARS};
use crate::workings::{Input, Worked, Workings, Written};

/// Where figures are written down.
pub(super) struct Desk<'a> {
    pub portfolio: String,
    pub file: String,
    pub workings: &'a mut Workings,
}

impl Desk<'_> {
    /// `choose.figure/PORTFOLIO/...`
    fn id(&self, path: &str) -> String {
        format!("choose.figure/{}/{path}", self.portfolio)
    }

    /// A number that stands in a line of the file.
    pub fn written(&self, label: &str, value: f64, unit: &'static str, at: (u64, u64)) -> Written {
        Written {
            label: label.to_owned(),
            number: Ranged::point(value),
            unit,
            source: None,
            assumption: Some("a term of the plan".to_owned()),
            file: self.file.clone(),
            line: at.0,
        }
    }

    /// The discount rate, and what each instrument covers and costs.
    pub fn money(&mut self, read: &PortfolioFile) {
        let of = |label: String, value: f64, unit: &'static str, at: (u64, u64)| {
            Input::Written(Box::new(self.written(&label, value, unit, at)))
        };
        let rate = of("Real discount rate".to_owned(), read.discount, "share", read.discount_at);
        let mut rows = vec![("discount".to_owned(), "Real discount rate".to_owned(), read.discount, "share", rate)];
        for one in &read.instruments {
            for (key, what, value, unit) in [
                ("intensity", "Part of the investment that it covers", one.intensity, "share"),
                ("cost", "Expected public cost of a euro covered", one.cost, "EUR/EUR"),
            ] {
                let label = format!("{what}: {}", one.id);
                let input = of(label.clone(), value, unit, one.at);
                rows.push((format!("instrument/{}/{key}", one.id), label, value, unit, input));
            }
        }
        for (path, label, value, unit, input) in rows {
            self.number(&path, &label, Ranged::point(value), unit, &FIGURE, vec![input]);
        }
    }

    /// A figure, written down: its input is its own id from now on.
    pub fn figure(&mut self, path: &str, label: &str, figure: Figure, unit: &'static str) -> Figure {
        let Figure { number, input, assumed } = figure;
        let worked = self.number(path, label, number, unit, &FIGURE, vec![input]);
        Figure { number, input: worked.input(), assumed }
    }

    /// A figure computed from others.
    pub fn derived(
        &mut self,
        path: &str,
        label: &str,
        (number, unit): (Ranged, &'static str),
        rule: &'static Rule,
        inputs: Vec<Input>,
    ) -> Input {
        self.number(path, label, number, unit, rule, inputs).input()
    }

    /// Years of a project, from a figure that may have been rounded up.
    pub fn years(&mut self, path: &str, label: &str, years: f64, from: Figure) {
        self.number(path, label, Ranged::point(years), "a", &YEARS, vec![from.input]);
    }

    /// Outputs or feeds of a project, each with its tonnes, and the years before and of its rise.
    pub fn flows(&mut self, project: &str, kind: &str, flows: Vec<Timed>) -> Vec<Output> {
        let (mut outputs, times): (Vec<Output>, Vec<(Option<Figure>, Figure)>) =
            flows.into_iter().map(|timed| (timed.output, (timed.delay, timed.ramp))).unzip();
        let keys = flow_keys(&outputs);
        for ((output, key), (delay, ramp)) in outputs.iter_mut().zip(&keys).zip(times) {
            let path = |what: &str| format!("{project}/{kind}{what}/{key}");
            let label = format!("{}, {}, at full output of {project}", output.material, output.stage);
            let tonnes = output.tonnes.clone();
            output.tonnes = self.figure(&path("tonnes"), &label, tonnes, "t/a");
            let label = "Years from the start of construction to the first tonne";
            if let Some(delay) = delay {
                self.years(&path("delay-years"), label, output.delay, delay);
            } else {
                let build = Input::Number(self.id(&format!("{project}/build-years")));
                let number = Ranged::point(output.delay);
                self.number(&path("delay-years"), label, number, "a", &YEARS, vec![build]);
            }
            self.years(&path("ramp-years"), "Years from the first tonne to full output", output.ramp, ramp);
        }
        outputs
    }

    fn number(
        &mut self,
        path: &str,
        label: &str,
        number: Ranged,
        unit: &'static str,
        rule: &'static Rule,
        inputs: Vec<Input>,
    ) -> Worked {
        let worked = self.workings.number(self.id(path), label, number, rule, inputs);
        self.workings.in_unit(&worked, unit);
        worked
    }
}
