//! Money of other years and currencies in euro of one year.

use adit_facts::Package;
use adit_number::{Ranged, Rule};

use crate::choose::appraise::plan::Given;
use crate::workings::{Input, Workings};

/// The index of prices that brings euro of one year to those of another.
const INDEX: &str = "hicp-ea";

/// Money of another year.
pub static CONVERTED: Rule = Rule {
    id: "appraise.converted",
    says: "An amount in the money of the plan's year, by the consumer prices of the euro area; costs of mines may have risen more",
    formula: "amount × index(year of the plan) / index(year of the amount)",
    unit: "as the amount",
    source: "Harmonised index of consumer prices, euro area, as table price-indices cites it",
};

/// The money of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Money {
    /// Its year.
    pub year: i32,
}

impl Money {
    /// Money of the latest year whose consumer prices are known.
    pub fn latest(package: &Package) -> Self {
        // Without an index nothing can be converted, and amounts of other years are refused one by one.
        Self { year: package.latest_price_index(INDEX).map_or(2025, |(year, _)| i32::from(year)) }
    }

    /// An amount in this money; `None` if the consumer prices of its year are not known.
    pub fn convert(
        self,
        package: &Package,
        workings: &mut Workings,
        (id, label): (String, String),
        given: Given,
        year: Option<u16>,
    ) -> Option<Given> {
        let Some(year) = year.filter(|year| i32::from(*year) != self.year) else { return Some(given) };
        let here = package.price_index(INDEX, u16::try_from(self.year).ok()?)?;
        let there = package.price_index(INDEX, year)?;
        let factor = here.number.value / there.number.value;
        let number = Ranged::new(given.value * factor, given.low * factor, given.high * factor);
        let inputs = vec![given.input, Input::Fact(here), Input::Fact(there)];
        let worked = workings.number(id, label, number, &CONVERTED, inputs);
        Some(Given {
            value: given.value * factor,
            low: given.low * factor,
            high: given.high * factor,
            input: worked.input(),
            assumed: given.assumed,
        })
    }
}
