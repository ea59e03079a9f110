//! The price of the main product in the base case.

use adit_number::{Ranged, Rule};

use crate::choose::appraise::plan::Given;
use crate::workings::{Input, ranged};

use super::Gathering;

/// Price from the latest of a series.
pub static LATEST: Rule = Rule {
    id: "appraise.price-latest",
    says: "Price of the product: the latest yearly price of the series that it follows, times the factor between the two, in euro and in the money of the plan's year; constant in real terms in the base case",
    formula: "price(series, latest year) × factor / (USD per EUR) × index(year of the plan) / index(latest year)",
    unit: "EUR/t",
    source: "Table prices, exchange-rates and price-indices, each with its source",
};

/// Price from an assumption for the long run.
pub static LONG_TERM: Rule = Rule {
    id: "appraise.price-long-term",
    says: "Price of the product: the price assumed for the long run of the series that it follows, times the factor between the two, in euro and in the money of the plan's year",
    formula: "long-term price × factor / (USD per EUR, 2024) × index(year of the plan) / index(2024)",
    unit: "EUR/t",
    source: "Assumption of adit, with its range, in table assumptions",
};

/// The year of the money of the assumed prices for the long run.
const LONG_TERM_MONEY: u16 = 2024;

/// Where the price of the base case comes from, if the project states none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PriceFrom {
    /// The latest yearly price.
    #[default]
    Latest,
    /// The assumption for the long run; the latest where there is none.
    LongTerm,
}

impl Gathering<'_> {
    /// Euro a tonne of product; noted as missing where nothing is known.
    pub(super) fn price(&mut self) -> Option<Given> {
        let stated = self.optional_amount("price");
        let price = stated.or_else(|| self.price_of_series());
        if price.is_none() {
            self.missing.push("price".into());
        }
        price
    }

    fn price_of_series(&mut self) -> Option<Given> {
        let series = self.known.get("product-series")?.text.clone()?;
        let factor =
            self.given("price-factor").unwrap_or_else(|| Given::stated("The price of the series itself", 1.0, "ratio"));
        let long_term =
            (self.prices == PriceFrom::LongTerm).then(|| self.assumption("long-term-price", &series)).flatten();
        let (dollars, year, rule) = if let Some(assumed) = long_term {
            (assumed, LONG_TERM_MONEY, &LONG_TERM)
        } else {
            let latest = self.package.prices(&series).pop()?;
            let number = ranged(&latest.price);
            let given = Given {
                value: number.value,
                low: number.low(),
                high: number.high(),
                input: Input::Fact(latest.price),
                assumed: false,
            };
            (given, latest.year, &LATEST)
        };
        let exchange = self.package.exchange_rate("USD", year)?;
        let here = self.package.price_index("hicp-ea", u16::try_from(self.money.year).ok()?)?;
        let there = self.package.price_index("hicp-ea", year)?;
        let euro = here.number.value / there.number.value / exchange.number.value;
        let at = |price: f64, factor: f64| price * factor * euro;
        let number =
            Ranged::new(at(dollars.value, factor.value), at(dollars.low, factor.low), at(dollars.high, factor.high));
        let id = format!("appraise.input/{}/price", self.subject.id);
        let label = format!("{}: price of a tonne of product, money of {}", self.subject.name, self.money.year);
        let assumed = dollars.assumed || factor.assumed;
        let inputs = vec![dollars.input, factor.input, Input::Fact(exchange), Input::Fact(here), Input::Fact(there)];
        let worked = self.workings.number(id, label, number, rule, inputs);
        Some(Given { value: number.value, low: number.low(), high: number.high(), input: worked.input(), assumed })
    }
}
