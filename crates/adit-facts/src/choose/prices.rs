//! Prices of materials by year, and what turns them into euro and into the money of another year.

use crate::chain::rows::Record;
use crate::package::Package;
use crate::study::Datum;
use crate::vocabulary::Material;

/// What a series of prices is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PriceKind {
    /// Quoted on an exchange or by a price-reporting agency.
    Market,
    /// Value over quantity of what was traded or sold.
    UnitValue,
}

impl PriceKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Market, Self::UnitValue];

    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::Market => "market",
            Self::UnitValue => "unit-value",
        }
    }

    /// From the word of the table.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == text)
    }
}

/// A series of yearly prices of a material in one form.
#[derive(Debug, Clone, PartialEq)]
pub struct PriceSeriesFacts {
    /// Id, for example `lithium-carbonate`.
    pub id: String,
    /// Name, as the publisher describes the price.
    pub name: String,
    /// Material.
    pub material: Material,
    /// The form that a tonne of is priced.
    pub form: String,
    /// Tonnes of the material in a tonne of the form; `None` where the composition is not fixed.
    pub contained: Option<Datum>,
    /// Unit in which the publisher prints it.
    pub published_unit: String,
    /// US dollars for a tonne of the form where one published unit is printed.
    pub per_tonne: Datum,
    /// What it is made from.
    pub kind: PriceKind,
    /// Source id.
    pub source: String,
    /// Where in the source it stands.
    pub locator: String,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

/// The price of a series in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct PriceFacts {
    /// The year.
    pub year: u16,
    /// As published, in [`PriceSeriesFacts::published_unit`].
    pub published: Datum,
    /// US dollars for a tonne of the form, nominal.
    pub price: Datum,
    /// Source id.
    pub source: String,
    /// Where in the source it stands.
    pub locator: String,
}

impl Package {
    /// All series of prices, in the order of the table.
    pub fn price_series(&self) -> Vec<PriceSeriesFacts> {
        Record::all(self, "price-series").filter_map(|record| self.price_series_of(&record)).collect()
    }

    /// One series of prices by its id.
    pub fn price_series_by_id(&self, id: &str) -> Option<PriceSeriesFacts> {
        Record::one(self, "price-series", id).and_then(|record| self.price_series_of(&record))
    }

    fn price_series_of(&self, record: &Record<'_>) -> Option<PriceSeriesFacts> {
        let owned = |column: &str| record.text(column).to_owned();
        Some(PriceSeriesFacts {
            id: owned("id"),
            name: owned("name"),
            material: self.vocabulary().find_material(record.text("material"))?,
            form: owned("form"),
            contained: record.datum("contained"),
            published_unit: owned("published_unit"),
            per_tonne: record.datum("per_tonne")?,
            kind: PriceKind::parse(record.text("kind"))?,
            source: owned("source"),
            locator: owned("locator"),
            note: record.some("note").map(str::to_owned),
        })
    }

    /// The prices of a series, earliest year first.
    pub fn prices(&self, series: &str) -> Vec<PriceFacts> {
        let mut prices: Vec<PriceFacts> =
            Record::under(self, "prices", series).filter_map(|record| price_of(&record)).collect();
        prices.sort_by_key(|price| price.year);
        prices
    }

    /// Units of a currency (ISO 4217) for one euro, mean of a year.
    pub fn exchange_rate(&self, currency: &str, year: u16) -> Option<Datum> {
        Record::one(self, "exchange-rates", &format!("{currency}/{year}"))?.datum("per_eur")
    }

    /// The latest year for which the rate of a currency (ISO 4217) is known, and the rate.
    pub fn latest_exchange_rate(&self, currency: &str) -> Option<(u16, Datum)> {
        latest(Record::under(self, "exchange-rates", currency), "per_eur")
    }

    /// An index of prices in a year (`muv`, `hicp-ea`). Money of year a times index b over index a is money of year b.
    pub fn price_index(&self, index: &str, year: u16) -> Option<Datum> {
        Record::one(self, "price-indices", &format!("{index}/{year}"))?.datum("value")
    }

    /// The latest year for which an index of prices is known, and its value.
    pub fn latest_price_index(&self, index: &str) -> Option<(u16, Datum)> {
        latest(Record::under(self, "price-indices", index), "value")
    }
}

fn price_of(record: &Record<'_>) -> Option<PriceFacts> {
    Some(PriceFacts {
        year: record.whole("year")?,
        published: record.datum("published")?,
        price: record.datum("price")?,
        source: record.text("source").to_owned(),
        locator: record.text("locator").to_owned(),
    })
}

fn latest<'a>(records: impl Iterator<Item = Record<'a>>, column: &str) -> Option<(u16, Datum)> {
    records.filter_map(|record| Some((record.whole("year")?, record.datum(column)?))).max_by_key(|(year, _)| *year)
}

#[cfg(test)]
mod tests {
    use super::PriceKind;

    #[test]
    fn words_of_the_table_are_read_back() {
        assert!(PriceKind::ALL.iter().all(|kind| PriceKind::parse(kind.id()) == Some(*kind)));
    }
}
