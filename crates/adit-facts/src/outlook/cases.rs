//! Typed access to the sourced European cases: what they ask, their segments, technologies, parameters and levers.

mod levers;
mod parameters;

use crate::chain::rows::Record;
use crate::package::Package;
use crate::vocabulary::Material;

pub use levers::{LeverFacts, Moves};
pub use parameters::{Parameter, ParameterFacts, Spread};

/// The word that stands where a parameter or lever does not differ by segment, technology, material or year.
const ALL: &str = "all";

/// A case: what it asks and how it is counted.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFacts {
    /// Id, for example `eu-batteries`.
    pub id: String,
    /// Name.
    pub name: String,
    /// The question that it answers.
    pub question: String,
    /// What is counted, in words.
    pub product: String,
    /// Unit of stock and of yearly inflow.
    pub product_unit: String,
    /// What undertakings in the Union make at the stage where they consume the materials (Art. 2(12)).
    pub stage_product: String,
    /// First period.
    pub first_year: u16,
    /// Last period.
    pub last_year: u16,
    /// Last year that rests on observed figures; levers move from here.
    pub base_year: u16,
    /// `start`, `middle` or `end`: when in its period the inflow enters.
    pub inflow_at: String,
    /// The materials that are followed, in order.
    pub materials: Vec<Material>,
    /// What a region's part is estimated by.
    pub regional_by: RegionalBy,
    /// Source id; `adit-assumption` where it is a choice of adit.
    pub source: String,
    /// Where in the source it stands; for a choice of adit, its reason.
    pub locator: String,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

/// What the part of a region in the Union's stock is estimated by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegionalBy {
    /// Its share of the Union's population.
    Population,
    /// Its share of the Union's gross domestic product.
    Gdp,
}

impl RegionalBy {
    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::Population => "population",
            Self::Gdp => "gdp",
        }
    }
}

/// A product of a case whose stock is followed apart.
#[derive(Debug, Clone, PartialEq)]
pub struct SegmentFacts {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Whether the stock at the end of the year is given; the yearly inflow otherwise.
    pub by_stock: bool,
    /// Kind of lifetime, as in a model file.
    pub lifetime: String,
    /// Whether cohorts retire early where the stock falls fast; an error otherwise.
    pub retires: bool,
    /// Source id; `adit-assumption` where it is a choice of adit.
    pub source: String,
    /// Where in the source it stands; for a choice of adit, its reason.
    pub locator: String,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

/// A kind of product that differs in what it contains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TechnologyFacts {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

impl Package {
    /// The cases of the Outlook, in the order of the table.
    pub fn outlook_cases(&self) -> Vec<CaseFacts> {
        Record::all(self, "outlook-cases").filter_map(|record| self.outlook_case_of(&record)).collect()
    }

    /// One case by its id.
    pub fn outlook_case(&self, id: &str) -> Option<CaseFacts> {
        Record::one(self, "outlook-cases", id).and_then(|record| self.outlook_case_of(&record))
    }

    fn outlook_case_of(&self, record: &Record<'_>) -> Option<CaseFacts> {
        let owned = |column: &str| record.text(column).to_owned();
        let materials = record.text("materials").split(';').map(str::trim).filter(|name| !name.is_empty());
        Some(CaseFacts {
            id: owned("case"),
            name: owned("name"),
            question: owned("question"),
            product: owned("product"),
            product_unit: owned("product_unit"),
            stage_product: owned("stage_product"),
            first_year: record.whole("first_year")?,
            last_year: record.whole("last_year")?,
            base_year: record.whole("base_year")?,
            inflow_at: owned("inflow_at"),
            materials: materials.filter_map(|name| self.vocabulary().find_material(name)).collect(),
            regional_by: if record.text("regional_by") == "gdp" { RegionalBy::Gdp } else { RegionalBy::Population },
            source: owned("source"),
            locator: owned("locator"),
            note: record.some("note").map(str::to_owned),
        })
    }

    /// The segments of a case, in the order of the table.
    pub fn outlook_segments(&self, case: &str) -> Vec<SegmentFacts> {
        let read = |record: Record<'_>| SegmentFacts {
            id: record.text("segment").to_owned(),
            name: record.text("name").to_owned(),
            by_stock: record.text("driver") == "stock",
            lifetime: record.text("lifetime").to_owned(),
            retires: record.text("negative_inflow") == "retire",
            source: record.text("source").to_owned(),
            locator: record.text("locator").to_owned(),
            note: record.some("note").map(str::to_owned),
        };
        Record::under(self, "outlook-segments", case).map(read).collect()
    }

    /// The technologies of a case, in the order of the table.
    pub fn outlook_technologies(&self, case: &str) -> Vec<TechnologyFacts> {
        let read = |record: Record<'_>| TechnologyFacts {
            id: record.text("technology").to_owned(),
            name: record.text("name").to_owned(),
            note: record.some("note").map(str::to_owned),
        };
        Record::under(self, "outlook-technologies", case).map(read).collect()
    }
}
