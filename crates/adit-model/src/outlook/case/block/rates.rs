//! What capacity lets through, and the rates that follow.

use std::array::from_fn;

use super::Block;
use crate::outlook::case::lines::Line;
use crate::outlook::case::results::CapacityBasis;
use crate::outlook::lanes::Eight;

impl Block<'_, '_> {
    /// What capacity lets through, and the rates.
    pub(super) fn balance(&mut self, at: usize) {
        let (compiled, periods) = (self.compiled, self.periods);
        let limits = compiled.capacities[at].basis.is_some_and(CapacityBasis::limits);
        let material = &compiled.model.materials[compiled.materials[at]];
        let risk = material.risk.as_ref().ok();
        let base = compiled.base();
        let from = at * Line::ALL.len() * periods;
        let lines = &mut self.lines[from..from + Line::ALL.len() * periods];
        let over = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { f64::NAN };
        for t in 0..periods {
            let of = |line: Line| lines[line.at() * periods + t];
            let [potential, scrap, feed] = [Line::Potential, Line::ScrapSupply, Line::Feed].map(of);
            let [consumption, end, capacity] = [Line::Consumption, Line::EndOfLife, Line::Capacity].map(of);
            let union = compiled.union_consumption[at][t];
            // An unknown capacity, and one of which only a part is known, limits nothing.
            let limit = capacity.map(|tonnes| if limits && !tonnes.is_nan() { tonnes } else { f64::INFINITY });
            let supply: Eight = from_fn(|lane| potential[lane].min(limit[lane]));
            let scrap_supply: Eight = from_fn(|lane| scrap[lane].min((limit[lane] - supply[lane]).max(0.0)));
            let untreated: Eight =
                from_fn(
                    |lane| {
                        if potential[lane] > 0.0 { feed[lane] * (1.0 - supply[lane] / potential[lane]) } else { 0.0 }
                    },
                );
            for (line, values) in [
                (Line::Benchmark, consumption.map(|tonnes| 0.25 * tonnes)),
                (Line::Supply, supply),
                (Line::ScrapSupply, scrap_supply),
                (Line::Untreated, untreated),
                (Line::RecoveryLoss, from_fn(|lane| feed[lane] - untreated[lane] - supply[lane])),
                (Line::EolRir, from_fn(|lane| over(supply[lane].min(consumption[lane]), consumption[lane]))),
                (Line::EolRr, from_fn(|lane| over(supply[lane], end[lane]))),
                (Line::CapacityShare, from_fn(|lane| over(capacity[lane], consumption[lane]))),
                (Line::SecondaryShare, from_fn(|lane| over(supply[lane] + scrap_supply[lane], consumption[lane]))),
                (Line::UnionShare, consumption.map(|tonnes| over(tonnes, union))),
            ] {
                lines[line.at() * periods + t] = values;
            }
        }
        for t in 0..periods {
            let more = |line: Line, lane: usize| {
                let at = |t: usize| lines[line.at() * periods + t][lane];
                at(t) - at(base)
            };
            let figures = from_fn(|lane| {
                risk.filter(|_| t >= base).map_or(f64::NAN, |risk| {
                    risk.at(risk.rate_after(more(Line::Supply, lane), more(Line::Consumption, lane)))
                })
            });
            lines[Line::SupplyRisk.at() * periods + t] = figures;
        }
    }
}
