//! Projects: planned changes of capacity, stage by stage.

use super::rows::Record;
use super::sites::SourceKind;
use super::stage::ChainStage;
use crate::package::Package;
use crate::study::Datum;
use crate::vocabulary::{Country, Material};

/// Which decision made a project strategic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProjectSet {
    /// Commission Decision of 25 March 2025: in the Union.
    StrategicEu,
    /// Commission Decision (EU) 2025/1174 of 4 June 2025: outside the Union.
    StrategicNonEu,
    /// The user's own.
    Workspace,
}

/// A project.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectFacts {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Promoter.
    pub promoter: Option<String>,
    /// Which decision.
    pub set: ProjectSet,
    /// Country.
    pub country: Country,
    /// Place.
    pub place: Option<String>,
    /// Status: a word for which `probability/STATUS` is assumed.
    pub status: String,
    /// Month or year of the evidence of the status (`2026-03`, `2026`); none beyond the recognition if absent.
    pub as_of: Option<String>,
    /// UNFC class.
    pub unfc: Option<String>,
    /// Investment, million euro.
    pub capex: Option<Datum>,
    /// Jobs in operation.
    pub jobs: Option<Datum>,
    /// Grants, public loans and state aid together, million euro grant equivalent.
    pub grant: Option<Datum>,
    /// `high`, `medium` or `low`.
    pub confidence: Option<String>,
    /// Source id, or words of the user's.
    pub source: String,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

/// What a project plans for a material at a stage.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectCapacityFacts {
    /// Project id.
    pub project: String,
    /// Material.
    pub material: Material,
    /// Stage.
    pub stage: ChainStage,
    /// As stated, in `unit`.
    pub stated: Option<Datum>,
    /// Unit as stated.
    pub unit: String,
    /// Tonnes a year, contained; `None` is unknown, and listed as such.
    pub contained: Option<Datum>,
    /// How contained tonnes follow from the stated figure.
    pub conversion: Option<String>,
    /// Year of first production, as stated.
    pub start: Option<u16>,
    /// Latitude of the site of this stage, degrees north.
    pub lat: Option<Datum>,
    /// Longitude, degrees east.
    pub lon: Option<Datum>,
    /// NUTS 2024 level 2 code of the site of this stage.
    pub nuts2: Option<String>,
    /// Probability that it produces, where stated.
    pub probability: Option<Datum>,
    /// Years of ramp-up, where stated.
    pub ramp: Option<Datum>,
    /// Output over capacity, where stated.
    pub utilisation: Option<Datum>,
    /// Project whose mine feeds this plant.
    pub needs: Option<String>,
    /// `new`, `old-scrap`, `new-scrap` or `mixed`.
    pub input: Option<String>,
    /// Where the row comes from.
    pub source_kind: SourceKind,
    /// `high`, `medium` or `low`.
    pub confidence: Option<String>,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

impl Package {
    /// All projects, in the order of the table.
    pub fn projects(&self) -> Vec<ProjectFacts> {
        Record::all(self, "projects").filter_map(|record| self.project_of(&record)).collect()
    }

    /// One project by its id.
    pub fn project(&self, id: &str) -> Option<ProjectFacts> {
        Record::one(self, "projects", id).and_then(|record| self.project_of(&record))
    }

    fn project_of(&self, record: &Record<'_>) -> Option<ProjectFacts> {
        let owned = |column: &str| record.some(column).map(str::to_owned);
        let id = record.text("id");
        let figure = |which: &str| Record::one(self, "project-figures", &format!("{id}/{which}"))?.datum("amount");
        Some(ProjectFacts {
            id: id.to_owned(),
            name: record.text("name").to_owned(),
            promoter: owned("promoter"),
            set: match record.text("set") {
                "strategic-eu" => ProjectSet::StrategicEu,
                "strategic-non-eu" => ProjectSet::StrategicNonEu,
                _ => ProjectSet::Workspace,
            },
            country: self.vocabulary().find_country(record.text("country"))?,
            place: owned("place"),
            status: record.text("status").to_owned(),
            as_of: owned("as_of"),
            unfc: owned("unfc"),
            capex: figure("capex"),
            jobs: figure("jobs"),
            grant: figure("public-funding"),
            confidence: owned("confidence"),
            source: record.text("source").to_owned(),
            note: owned("note"),
        })
    }

    /// What all projects plan, in the order of the table.
    pub fn project_capacities(&self) -> Vec<ProjectCapacityFacts> {
        Record::all(self, "project-capacities").filter_map(|record| self.project_capacity_of(&record)).collect()
    }

    fn project_capacity_of(&self, record: &Record<'_>) -> Option<ProjectCapacityFacts> {
        let owned = |column: &str| record.some(column).map(str::to_owned);
        Some(ProjectCapacityFacts {
            project: record.text("project").to_owned(),
            material: self.vocabulary().find_material(record.text("material"))?,
            stage: ChainStage::parse(record.text("stage"))?,
            stated: record.datum("capacity"),
            unit: record.text("unit").to_owned(),
            contained: record.datum("contained_t"),
            conversion: owned("conversion"),
            start: record.whole("start"),
            lat: record.datum("lat"),
            lon: record.datum("lon"),
            nuts2: owned("nuts2"),
            probability: record.datum("probability"),
            ramp: record.datum("ramp"),
            utilisation: record.datum("utilisation"),
            needs: owned("needs"),
            input: owned("input"),
            source_kind: SourceKind::parse(record.text("source_kind")),
            confidence: owned("confidence"),
            note: owned("note"),
        })
    }
}
