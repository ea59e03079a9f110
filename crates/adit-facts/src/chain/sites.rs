//! Sites and the capacities of the plants on them.

use super::rows::Record;
use super::stage::ChainStage;
use crate::package::Package;
use crate::study::Datum;
use crate::vocabulary::{Country, Material};

/// A deposit, mine, plant or recycler at a point.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteFacts {
    /// Id, stable over editions.
    pub id: String,
    /// Name.
    pub name: String,
    /// Operator or owner.
    pub operator: Option<String>,
    /// Country.
    pub country: Country,
    /// Latitude, degrees north; `None` for a group of sites, which has no point of its own.
    pub lat: Option<Datum>,
    /// Longitude, degrees east.
    pub lon: Option<Datum>,
    /// NUTS 2024 level 2 code; `None` outside the nomenclature and for groups that lie in several regions.
    pub nuts2: Option<String>,
    /// NUTS 2024 level 3 code.
    pub nuts3: Option<String>,
    /// `deposit`, `mine`, `smelter-refinery`, `plant` or `recycler`.
    pub kind: String,
    /// Materials.
    pub materials: Vec<Material>,
    /// `operating`, `paused`, `closed`, `construction`, `planned` or `unknown`.
    pub status: String,
    /// `high`, `medium` or `low`.
    pub confidence: Option<String>,
    /// Source id, or words of the user's.
    pub source: String,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

/// What a stated figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlantBasis {
    /// Maximum annual production.
    Capacity,
    /// Output of a year: a lower bound of capacity.
    Production,
    /// Not built yet.
    Planned,
    /// No figure.
    Unknown,
}

/// Where a row comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// A page was read.
    Page,
    /// A public table.
    Repository,
    /// Somebody's memory: an assumption, never a fact (rules §2.8).
    Memory,
    /// The user's own.
    User,
}

impl SourceKind {
    /// Whether models may take the figure for a fact.
    pub fn is_fact(self) -> bool {
        self != Self::Memory
    }

    /// From the cell of a table; what is not said to be read counts as memory.
    pub(super) fn parse(text: &str) -> Self {
        match text {
            "page" => Self::Page,
            "repository" => Self::Repository,
            "user" => Self::User,
            _ => Self::Memory,
        }
    }
}

/// Capacity or output of a site at a stage.
#[derive(Debug, Clone, PartialEq)]
pub struct PlantFacts {
    /// Site id.
    pub site: String,
    /// Material.
    pub material: Material,
    /// Stage.
    pub stage: ChainStage,
    /// As stated, in `unit`.
    pub stated: Option<Datum>,
    /// Unit as stated.
    pub unit: String,
    /// What the figure is.
    pub basis: PlantBasis,
    /// Tonnes a year, contained.
    pub contained: Option<Datum>,
    /// How contained tonnes follow from the stated figure.
    pub conversion: Option<String>,
    /// Year of the figure.
    pub year: Option<u16>,
    /// `operating`, `paused`, `closed` or `construction`.
    pub status: String,
    /// Site whose row already holds these tonnes.
    pub part_of: Option<String>,
    /// Where the row comes from.
    pub source_kind: SourceKind,
    /// `high`, `medium` or `low`.
    pub confidence: Option<String>,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

impl Package {
    /// All sites, in the order of the table.
    pub fn sites(&self) -> Vec<SiteFacts> {
        Record::all(self, "sites").filter_map(|record| self.site_of(&record)).collect()
    }

    /// One site by its id.
    pub fn site(&self, id: &str) -> Option<SiteFacts> {
        Record::one(self, "sites", id).and_then(|record| self.site_of(&record))
    }

    fn site_of(&self, record: &Record<'_>) -> Option<SiteFacts> {
        let words = self.vocabulary();
        let owned = |column: &str| record.some(column).map(str::to_owned);
        Some(SiteFacts {
            id: record.text("id").to_owned(),
            name: record.text("name").to_owned(),
            operator: owned("operator"),
            country: words.find_country(record.text("country"))?,
            lat: record.datum("lat"),
            lon: record.datum("lon"),
            nuts2: owned("nuts2"),
            nuts3: owned("nuts3"),
            kind: record.text("kind").to_owned(),
            materials: record.text("materials").split(';').filter_map(|name| words.find_material(name)).collect(),
            status: record.text("status").to_owned(),
            confidence: owned("confidence"),
            source: record.text("source").to_owned(),
            note: owned("note"),
        })
    }

    /// All rows of plants, in the order of the table.
    pub fn plants(&self) -> Vec<PlantFacts> {
        Record::all(self, "plants").filter_map(|record| self.plant_of(&record)).collect()
    }

    fn plant_of(&self, record: &Record<'_>) -> Option<PlantFacts> {
        Some(PlantFacts {
            site: record.text("site").to_owned(),
            material: self.vocabulary().find_material(record.text("material"))?,
            stage: ChainStage::parse(record.text("stage"))?,
            stated: record.datum("capacity"),
            unit: record.text("unit").to_owned(),
            basis: match record.text("basis") {
                "capacity" => PlantBasis::Capacity,
                "production" => PlantBasis::Production,
                "planned" => PlantBasis::Planned,
                _ => PlantBasis::Unknown,
            },
            contained: record.datum("contained_t"),
            conversion: record.some("conversion").map(str::to_owned),
            year: record.whole("year"),
            status: record.text("status").to_owned(),
            part_of: record.some("part_of").map(str::to_owned),
            source_kind: SourceKind::parse(record.text("source_kind")),
            confidence: record.some("confidence").map(str::to_owned),
            note: record.some("note").map(str::to_owned),
        })
    }
}
