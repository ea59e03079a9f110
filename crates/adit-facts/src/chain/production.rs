//! Production, capacity and reserves of countries.

use super::rows::Record;
use crate::package::Package;
use crate::study::Datum;
use crate::vocabulary::{Country, Material, Stage};

/// The edition of production and reserves that is compiled in.
const EDITION: &str = "usgs-mcs-2025";

/// Where something is produced, as far as the publisher says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// A country that the publisher names.
    Country(Country),
    /// All countries that the publisher does not name, in one figure: each of them lies between nothing and all of it.
    Other,
    /// The publisher's total, rounded by it: not always the sum of the lines. Where it leaves a country out, the fact's
    /// note says so.
    World,
}

/// What a place produced in a year, and could.
#[derive(Debug, Clone, PartialEq)]
pub struct ProductionFacts {
    /// Where.
    pub place: Place,
    /// Year.
    pub year: u16,
    /// What a tonne is a tonne of ("lithium content"). Figures of different forms do not add up (boron).
    pub form: String,
    /// Production, tonnes; `None` where the publisher withholds it or does not know it, which is not zero.
    pub quantity: Option<Datum>,
    /// Capacity at the end of the year, tonnes a year; `None` where none is published.
    pub capacity: Option<Datum>,
    /// The publisher calls the production an estimate.
    pub estimated: bool,
}

/// Reserves of a place.
#[derive(Debug, Clone, PartialEq)]
pub struct ReserveFacts {
    /// Where.
    pub place: Place,
    /// What a tonne is a tonne of; not always that of production.
    pub form: String,
    /// Tonnes.
    pub quantity: Datum,
}

impl Package {
    /// Production and capacity of a material at a stage in a year, in the publisher's order, the world last. Empty where
    /// it gives no figures. Rows of a workspace in editions of its own are not among them: [`Package::production_of`].
    pub fn production(&self, material: Material, stage: Stage, year: u16) -> Vec<ProductionFacts> {
        self.production_of(EDITION, material, stage, year)
    }

    /// The same of one edition (`wmd-2026`, if a workspace has imported it).
    pub fn production_of(&self, edition: &str, material: Material, stage: Stage, year: u16) -> Vec<ProductionFacts> {
        let mut found: Vec<_> = self
            .production_records(edition, material, stage)
            .filter(|record| record.whole::<u16>("year") == Some(year))
            .filter_map(|record| {
                Some(ProductionFacts {
                    place: self.place(record.text("place"))?,
                    year,
                    form: record.text("form").to_owned(),
                    quantity: record.datum("quantity"),
                    capacity: record.datum("capacity"),
                    estimated: record.text("estimated") == "yes",
                })
            })
            .collect();
        found.sort_by_key(|facts| match facts.place {
            Place::Country(_) => 0,
            Place::Other => 1,
            Place::World => 2,
        });
        found
    }

    /// The years for which production or capacity of a material at a stage is known, ascending.
    pub fn production_years(&self, material: Material, stage: Stage) -> Vec<u16> {
        let mut years: Vec<u16> =
            self.production_records(EDITION, material, stage).filter_map(|record| record.whole("year")).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// Reserves of a material, in the publisher's order.
    pub fn reserves(&self, material: Material) -> Vec<ReserveFacts> {
        let parent = format!("{EDITION}/{}", self.vocabulary().material(material).id);
        Record::under(self, "reserves", &parent)
            .filter_map(|record| {
                Some(ReserveFacts {
                    place: self.place(record.text("place"))?,
                    form: record.text("form").to_owned(),
                    quantity: record.datum("quantity")?,
                })
            })
            .collect()
    }

    /// The rows of all places and years.
    fn production_records<'a>(
        &'a self,
        edition: &str,
        material: Material,
        stage: Stage,
    ) -> impl Iterator<Item = Record<'a>> {
        let start = format!("{edition}/{}/{stage}/", self.vocabulary().material(material).id);
        Record::all(self, "production").filter(move |record| record.key().starts_with(&start))
    }

    fn place(&self, text: &str) -> Option<Place> {
        match text {
            "other" => Some(Place::Other),
            "world" => Some(Place::World),
            code => self.vocabulary().find_country(code).map(Place::Country),
        }
    }
}
