//! Sums of flows, written down with the largest flows behind them.

use std::collections::BTreeSet;

use adit_facts::{Country, Package};
use adit_number::{Ranged, Rule};

use super::{FLOW_REST, Line, StageTrade, UNIT_VALUE};
use crate::chain::economy::Economy;
use crate::workings::{Input, Worked, Workings};

/// How many flows or partners are listed one by one.
const LISTED: usize = 10;

/// A sum of flows.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    /// Contained tonnes.
    pub tonnes: Worked,
    /// The part of it whose weight was estimated from its value, contained tonnes.
    pub estimated: f64,
}

impl StageTrade {
    /// What an economy buys from a partner (`None`: from all that are not part of it).
    pub fn bought(&self, economy: Economy, from: Option<Country>, members: &[bool]) -> Vec<Line> {
        let of = |line: &&Line| {
            economy.holds(line.importer, members)
                && !economy.holds(line.exporter, members)
                && from.is_none_or(|from| from == line.exporter)
        };
        sorted(self.lines.iter().filter(of).copied().collect())
    }

    /// What an economy sells to all that are not part of it.
    pub fn sold(&self, economy: Economy, members: &[bool]) -> Vec<Line> {
        let of = |line: &&Line| economy.holds(line.exporter, members) && !economy.holds(line.importer, members);
        sorted(self.lines.iter().filter(of).copied().collect())
    }

    /// `lithium/processing/2022`.
    pub fn key(&self, package: &Package) -> String {
        format!("{}/{}/{}", package.vocabulary().material(self.material).id, self.stage, self.year)
    }

    /// Writes a sum of flows down: the ten largest as facts, the rest as one number. The last part of a measure's id
    /// names `whose` it is.
    pub fn write(
        &self,
        package: &Package,
        measure: (&str, &'static Rule),
        whose: &str,
        label: String,
        lines: &[Line],
        workings: &mut Workings,
    ) -> Sum {
        let (listed, rest) = lines.split_at(lines.len().min(LISTED));
        let trade = package.trade();
        let mut inputs = Vec::new();
        for line in listed {
            if line.estimated {
                inputs.extend(trade.value(line.row).map(Input::Fact));
                inputs.extend(self.unit_value(line.code, workings).as_ref().map(Input::from));
            } else {
                inputs.extend(trade.quantity(line.row).map(Input::Fact));
            }
        }
        inputs.extend(self.shares(listed));
        let id = format!("{}/{whose}", self.key(package));
        let mut number = Ranged::sum(listed.iter().map(|line| line.tonnes));
        if !rest.is_empty() {
            let smaller = Ranged::sum(rest.iter().map(|line| line.tonnes));
            let count = Input::Stated {
                label: "number of flows".to_owned(),
                value: rest.len() as f64,
                unit: "flows",
                id: None,
            };
            let rest = workings.number(
                format!("chain.flow-rest/{}/{id}", measure.0),
                format!("{label}: the {} smaller flows", rest.len()),
                smaller,
                &FLOW_REST,
                std::iter::once(count).chain(self.shares(rest)).collect(),
            );
            inputs.push(rest.input());
            number = number + smaller;
        }
        let tonnes = workings.number(format!("chain.{}/{id}", measure.0), label, number, measure.1, inputs);
        let estimated = estimated(lines);
        if estimated > 0.0 {
            workings.note(
                &tonnes,
                format!("Of this, {estimated:.1} t were estimated by unit value, because the flow has no weight."),
            );
        }
        Sum { tonnes, estimated }
    }

    /// The shares of the goods of some flows, as facts.
    fn shares(&self, lines: &[Line]) -> Vec<Input> {
        let codes: BTreeSet<usize> = lines.iter().map(|line| line.code).collect();
        let facts = codes.into_iter().flat_map(|code| {
            let code = &self.codes[code];
            [code.contained, code.low, code.high]
        });
        facts.flatten().map(Input::Fact).collect()
    }

    fn unit_value(&self, code: usize, workings: &mut Workings) -> Option<Worked> {
        let unit = self.unit_values[code]?;
        let hs6 = self.codes[code].hs6;
        let flows = Input::Stated {
            label: "flows that report a weight of a tonne or more".to_owned(),
            value: unit.flows as f64,
            unit: "flows",
            id: None,
        };
        Some(workings.number(
            format!("chain.unit-value/{hs6}/{}", self.year),
            format!("{hs6}: unit value in {}", self.year),
            unit.number,
            &UNIT_VALUE,
            vec![flows],
        ))
    }
}

/// The part of some flows whose weight was estimated, contained tonnes.
pub(in crate::chain) fn estimated(lines: &[Line]) -> f64 {
    lines.iter().filter(|line| line.estimated).fold(0.0, |sum, line| sum + line.tonnes.value)
}

/// The largest first.
fn sorted(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|a, b| b.tonnes.value.total_cmp(&a.tonnes.value).then(a.row.cmp(&b.row)));
    lines
}
