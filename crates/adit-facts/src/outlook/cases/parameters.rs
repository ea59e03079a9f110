//! The parameters of the cases: what they are computed from, each with its source.

use super::ALL;
use crate::chain::rows::Record;
use crate::package::Package;
use crate::study::Datum;

/// What a parameter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Parameter {
    /// Product units a year.
    Inflow,
    /// Product units at the end of the year.
    Stock,
    /// Mean lifetime, years.
    LifetimeMean,
    /// Standard deviation of the lifetime, years.
    LifetimeSd,
    /// Shape of a Weibull or gamma lifetime.
    LifetimeShape,
    /// Scale of a Weibull or gamma lifetime, years.
    LifetimeScale,
    /// A fixed lifetime, years.
    LifetimeYears,
    /// Share of a technology in the inflow of a segment.
    Mix,
    /// Tonnes of a material for one product unit of a technology.
    Intensity,
    /// Factor on the intensity of a material.
    IntensityFactor,
    /// Share of what reaches its end of life that leaves the Union used, or is not accounted for.
    UsedExport,
    /// Share of the rest that is collected.
    Collection,
    /// Share of that which reaches a recycler separated.
    Dismantling,
    /// Share of that which is treated outside the Union.
    ScrapExport,
    /// Share of the material in it that comes back as secondary material.
    Recovery,
    /// Share of the products put into use whose stage product is made in the Union.
    MadeInEu,
    /// Share of the material entering that stage that becomes scrap there.
    ManufacturingScrap,
    /// Recycling capacity in the Union, tonnes of the material a year.
    Capacity,
}

impl Parameter {
    /// All, in the order of the table's description.
    pub const ALL: [Self; 18] = [
        Self::Inflow,
        Self::Stock,
        Self::LifetimeMean,
        Self::LifetimeSd,
        Self::LifetimeShape,
        Self::LifetimeScale,
        Self::LifetimeYears,
        Self::Mix,
        Self::Intensity,
        Self::IntensityFactor,
        Self::UsedExport,
        Self::Collection,
        Self::Dismantling,
        Self::ScrapExport,
        Self::Recovery,
        Self::MadeInEu,
        Self::ManufacturingScrap,
        Self::Capacity,
    ];

    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::Inflow => "inflow",
            Self::Stock => "stock",
            Self::LifetimeMean => "lifetime-mean",
            Self::LifetimeSd => "lifetime-sd",
            Self::LifetimeShape => "lifetime-shape",
            Self::LifetimeScale => "lifetime-scale",
            Self::LifetimeYears => "lifetime-years",
            Self::Mix => "mix",
            Self::Intensity => "intensity",
            Self::IntensityFactor => "intensity-factor",
            Self::UsedExport => "used-export",
            Self::Collection => "collection",
            Self::Dismantling => "dismantling",
            Self::ScrapExport => "scrap-export",
            Self::Recovery => "recovery",
            Self::MadeInEu => "made-in-eu",
            Self::ManufacturingScrap => "manufacturing-scrap",
            Self::Capacity => "capacity",
        }
    }

    /// From the word of the table.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|parameter| parameter.id() == text)
    }

    /// Whether it is a share, between 0 and 1.
    pub fn is_share(self) -> bool {
        matches!(
            self,
            Self::Mix
                | Self::UsedExport
                | Self::Collection
                | Self::Dismantling
                | Self::ScrapExport
                | Self::Recovery
                | Self::MadeInEu
                | Self::ManufacturingScrap
        )
    }

    /// Whether it describes how long products stay in use.
    pub fn is_lifetime(self) -> bool {
        matches!(
            self,
            Self::LifetimeMean | Self::LifetimeSd | Self::LifetimeShape | Self::LifetimeScale | Self::LifetimeYears
        )
    }
}

/// How a value spreads between low and high in draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    /// Not at all.
    None,
    /// Triangular with its peak at the value.
    Triangular,
    /// Uniform.
    Uniform,
    /// PERT with its peak at the value.
    Pert,
    /// Normal; low and high are the 5th and 95th percentiles.
    Normal,
    /// Log-normal; low and high are the 5th and 95th percentiles.
    LogNormal,
}

impl Spread {
    const ALL: [Self; 6] = [Self::None, Self::Triangular, Self::Uniform, Self::Pert, Self::Normal, Self::LogNormal];

    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Triangular => "triangular",
            Self::Uniform => "uniform",
            Self::Pert => "pert",
            Self::Normal => "normal",
            Self::LogNormal => "lognormal",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|spread| spread.id() == text)
    }
}

/// A parameter in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct ParameterFacts {
    /// Key without the year: `eu-batteries/collection/cars/all/all`. All years of it share one random number.
    pub path: String,
    /// What it is.
    pub parameter: Parameter,
    /// Segment; `None` for all.
    pub segment: Option<String>,
    /// Technology; `None` for all.
    pub technology: Option<String>,
    /// Id of the material; `None` for all.
    pub material: Option<String>,
    /// The year; `None` for all.
    pub year: Option<u16>,
    /// Central value, in `unit`.
    pub value: Datum,
    /// Lowest, or 5th percentile.
    pub low: Option<Datum>,
    /// Highest, or 95th percentile.
    pub high: Option<Datum>,
    /// How it spreads between them.
    pub spread: Spread,
    /// Unit.
    pub unit: String,
    /// `published`, `derived` or `assumption`.
    pub kind: String,
    /// Source id; `adit-assumption` where it is a choice of adit.
    pub source: String,
    /// Where in the source it stands; for a choice of adit, its reason.
    pub locator: String,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

impl Package {
    /// The parameters of a case, in the order of the table.
    pub fn outlook_parameters(&self, case: &str) -> Vec<ParameterFacts> {
        let of_case = |record: &Record<'_>| record.text("case") == case;
        Record::all(self, "outlook-parameters").filter(of_case).filter_map(|record| read(&record)).collect()
    }
}

fn read(record: &Record<'_>) -> Option<ParameterFacts> {
    let owned = |column: &str| record.text(column).to_owned();
    let narrowed = |column: &str| record.some(column).filter(|word| *word != ALL).map(str::to_owned);
    Some(ParameterFacts {
        path: record.key().rsplit_once('/')?.0.to_owned(),
        parameter: Parameter::parse(record.text("parameter"))?,
        segment: narrowed("segment"),
        technology: narrowed("technology"),
        material: narrowed("material"),
        year: record.whole("year"),
        value: record.datum("value")?,
        low: record.datum("low"),
        high: record.datum("high"),
        spread: Spread::parse(record.text("spread"))?,
        unit: owned("unit"),
        kind: owned("kind"),
        source: owned("source"),
        locator: owned("locator"),
        note: record.some("note").map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::{Parameter, Spread};

    #[test]
    fn words_of_the_table_are_read_back() {
        assert!(Parameter::ALL.iter().all(|parameter| Parameter::parse(parameter.id()) == Some(*parameter)));
        assert!(Spread::ALL.iter().all(|spread| Spread::parse(spread.id()) == Some(*spread)));
    }
}
