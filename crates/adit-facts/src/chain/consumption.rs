//! Consumption in the Union, yields between stages, and partner countries.

use super::rows::Record;
use super::stage::ChainStage;
use crate::package::Package;
use crate::study::Datum;
use crate::vocabulary::{Country, Material};

/// The route to a consumption figure (rules §2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Route {
    /// A published figure of the Union's consumption.
    Published,
    /// EU production and net imports of the processed forms.
    ProductionAndTrade,
    /// EU production divided by 1 - IR.
    ImportReliance,
}

impl Route {
    /// The letter of the rules: a, b or c.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Published => "a",
            Self::ProductionAndTrade => "b",
            Self::ImportReliance => "c",
        }
    }
}

/// A figure behind consumption.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsumptionFacts {
    /// First and last year of the figure.
    pub years: (u16, u16),
    /// `Published`: consumption. `ImportReliance`: EU production of the same years.
    pub route: Route,
    /// Form in which it is counted.
    pub form: String,
    /// Tonnes a year, contained.
    pub quantity: Datum,
    /// Lowest, where sources differ or give a range.
    pub low: Option<Datum>,
    /// Highest.
    pub high: Option<Datum>,
}

/// Recovery from one stage to the next.
#[derive(Debug, Clone, PartialEq)]
pub struct YieldFacts {
    /// Fraction recovered.
    pub recovery: Datum,
    /// Lowest fraction.
    pub low: Option<Datum>,
    /// Highest fraction.
    pub high: Option<Datum>,
}

/// What the feed of a host holds of a by-product.
#[derive(Debug, Clone, PartialEq)]
pub struct HostFacts {
    /// The host.
    pub host: Material,
    /// Tonnes of the by-product for one tonne of the host, in the reference forms of both.
    pub content: Datum,
    /// The part that is usually recovered.
    pub low: Option<Datum>,
    /// Highest.
    pub high: Option<Datum>,
}

/// Why a third country is not like any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartnerKind {
    /// A strategic partnership on raw materials (Art. 37).
    StrategicPartnership,
    /// The European Economic Area.
    Eea,
    /// An overseas country or territory of a member state: not a third country under Art. 5(1)(b).
    Overseas,
}

/// A partner country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnerFacts {
    /// Which.
    pub country: Country,
    /// In what sense.
    pub kind: PartnerKind,
    /// Since when (ISO date, at least the year).
    pub since: String,
    /// Name of the agreement.
    pub title: String,
}

impl Package {
    /// The figures behind a material's consumption, latest years first.
    pub fn consumption(&self, material: Material) -> Vec<ConsumptionFacts> {
        let id = &self.vocabulary().material(material).id;
        let of_material = Record::all(self, "consumption").filter(|record| record.text("material") == id);
        let mut found: Vec<_> = of_material
            .filter_map(|record| {
                Some(ConsumptionFacts {
                    years: years(record.text("period"))?,
                    route: if record.text("route") == "a" { Route::Published } else { Route::ImportReliance },
                    form: record.text("form").to_owned(),
                    quantity: record.datum("quantity")?,
                    low: record.datum("low"),
                    high: record.datum("high"),
                })
            })
            .collect();
        found.sort_by_key(|figure| std::cmp::Reverse((figure.years.1, figure.years.0)));
        found
    }

    /// Recovery between two stages of a material.
    pub fn recovery(&self, material: Material, from: ChainStage, to: ChainStage) -> Option<YieldFacts> {
        let id = &self.vocabulary().material(material).id;
        let record = Record::one(self, "yields", &format!("{id}/{from}/{to}"))?;
        Some(YieldFacts {
            recovery: record.datum("recovery_pct")?,
            low: record.datum("low_pct"),
            high: record.datum("high_pct"),
        })
    }

    /// The host of a by-product.
    pub fn host(&self, material: Material) -> Option<HostFacts> {
        let id = &self.vocabulary().material(material).id;
        let record = Record::all(self, "by-products").find(|record| record.text("material") == id)?;
        Some(HostFacts {
            host: self.vocabulary().find_material(record.text("host"))?,
            content: record.datum("content")?,
            low: record.datum("low"),
            high: record.datum("high"),
        })
    }

    /// The partner countries.
    pub fn partners(&self) -> Vec<PartnerFacts> {
        Record::all(self, "partners")
            .filter_map(|record| {
                Some(PartnerFacts {
                    country: self.vocabulary().find_country(record.text("country"))?,
                    kind: match record.text("kind") {
                        "eea" => PartnerKind::Eea,
                        "oct" => PartnerKind::Overseas,
                        _ => PartnerKind::StrategicPartnership,
                    },
                    since: record.text("since").to_owned(),
                    title: record.text("title").to_owned(),
                })
            })
            .collect()
    }
}

/// `2016-2020` or `2019`.
fn years(text: &str) -> Option<(u16, u16)> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    Some((first.parse().ok()?, last.parse().ok()?))
}
