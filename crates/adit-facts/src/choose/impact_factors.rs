//! What a material burdens climate, energy, water and land, by the world mix and by the projects' own figures; and the
//! countries that it comes from.

use crate::chain::rows::Record;
use crate::package::Package;
use crate::study::Datum;
use crate::vocabulary::{Country, Material};

/// The route of the world mix in the table of factors.
pub const WORLD: &str = "world";

/// A burden on the world outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Impact {
    /// Global warming potential.
    Carbon,
    /// Cumulative energy demand.
    Energy,
    /// Electricity and fuel bought at the site: less than [`Impact::Energy`].
    FinalEnergy,
    /// Water consumed.
    Water,
    /// Land taken up at the surface.
    Land,
}

impl Impact {
    /// All impacts, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Carbon, Self::Energy, Self::FinalEnergy, Self::Water, Self::Land];

    /// Its word in the tables and in ids.
    pub fn id(self) -> &'static str {
        match self {
            Self::Carbon => "carbon",
            Self::Energy => "energy",
            Self::FinalEnergy => "final-energy",
            Self::Water => "water",
            Self::Land => "land",
        }
    }

    /// Reads a word of the tables.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|impact| impact.id() == text)
    }
}

/// A factor of a material: burden per kilogram of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct ImpactFactor {
    /// Material.
    pub material: Material,
    /// Impact.
    pub impact: Impact,
    /// [`WORLD`], or where ore and refining are.
    pub route: String,
    /// The factor, in [`ImpactFactor::unit`].
    pub value: Datum,
    /// Lower end; none beyond the printed digits if absent.
    pub low: Option<Datum>,
    /// Upper end.
    pub high: Option<Datum>,
    /// `kg CO2e/kg` or `MJ/kg`, per kilogram of the form.
    pub unit: String,
    /// What is counted.
    pub form: String,
    /// Tonnes of the material in a tonne of the form.
    pub contained: Datum,
    /// What must be said beside it.
    pub note: Option<String>,
}

/// What a project itself states.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectImpact {
    /// Impact.
    pub impact: Impact,
    /// The figure, in [`ProjectImpact::unit`].
    pub value: Datum,
    /// Lower end.
    pub low: Option<Datum>,
    /// Upper end.
    pub high: Option<Datum>,
    /// Per kilogram of a form (`kg CO2e/kg`, `MJ/kg`), or of the whole project (`MJ/a`, `m3/a`, `ha`).
    pub unit: String,
    /// The form that a factor counts.
    pub per: Option<String>,
    /// Tonnes of the material in a tonne of that form.
    pub contained: Option<Datum>,
    /// What must be said beside it.
    pub note: Option<String>,
}

/// What is known of a country beside its governance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// Yearly freshwater withdrawal, per cent of internal renewable resources.
    WaterWithdrawal,
    /// Internal renewable freshwater, cubic metres a head.
    WaterPerHead,
    /// Human development index.
    HumanDevelopment,
    /// 1 where the country implements the Extractive Industries Transparency Initiative, else 0.
    Transparency,
}

impl Context {
    /// All indicators, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::WaterWithdrawal, Self::WaterPerHead, Self::HumanDevelopment, Self::Transparency];

    /// Its word in the table and in ids.
    pub fn id(self) -> &'static str {
        match self {
            Self::WaterWithdrawal => "water-withdrawal",
            Self::WaterPerHead => "water-per-head",
            Self::HumanDevelopment => "hdi",
            Self::Transparency => "eiti",
        }
    }
}

impl Package {
    /// The factors of a material, the world mix first.
    pub fn impact_factors(&self, material: Material) -> Vec<ImpactFactor> {
        let start = format!("{}/", self.vocabulary().material(material).id);
        Record::all(self, "impact-factors")
            .filter(|record| record.key().starts_with(&start))
            .filter_map(|record| factor(material, &record))
            .collect()
    }

    /// What a project itself states, in the order of the table.
    pub fn project_impacts(&self, project: &str) -> Vec<ProjectImpact> {
        Record::under(self, "project-impacts", project).filter_map(|record| stated(&record)).collect()
    }

    /// A figure of a country.
    pub fn country_context(&self, country: Country, indicator: Context) -> Option<Datum> {
        let id = &self.vocabulary().country(country).id;
        Record::one(self, "country-context", &format!("{id}/{}", indicator.id()))?.datum("value")
    }
}

fn factor(material: Material, record: &Record<'_>) -> Option<ImpactFactor> {
    Some(ImpactFactor {
        material,
        impact: Impact::parse(record.text("impact"))?,
        route: record.text("route").to_owned(),
        value: record.datum("value")?,
        low: record.datum("low"),
        high: record.datum("high"),
        unit: record.text("unit").to_owned(),
        form: record.text("form").to_owned(),
        contained: record.datum("contained")?,
        note: record.some("note").map(str::to_owned),
    })
}

fn stated(record: &Record<'_>) -> Option<ProjectImpact> {
    Some(ProjectImpact {
        impact: Impact::parse(record.text("impact"))?,
        value: record.datum("value")?,
        low: record.datum("low"),
        high: record.datum("high"),
        unit: record.text("unit").to_owned(),
        per: record.some("per").map(str::to_owned),
        contained: record.datum("contained"),
        note: record.some("note").map(str::to_owned),
    })
}
