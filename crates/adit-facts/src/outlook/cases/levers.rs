//! The levers of the cases: what a hand on a slider may move.

use super::ALL;
use super::parameters::Parameter;
use crate::chain::rows::Record;
use crate::package::Package;
use crate::study::Datum;

/// What a lever moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moves {
    /// Sets a parameter to the value.
    Set(Parameter),
    /// Multiplies what is needed: inflow, or stock.
    DemandTimes,
    /// Multiplies the intensity.
    IntensityTimes,
    /// Multiplies recycling capacity.
    CapacityTimes,
    /// Multiplies the lifetime of what is put into use from the base year on.
    LifetimeTimes,
    /// Delays planned recycling capacity by that many years.
    CapacityDelay,
    /// Share of the demand that is met without the material.
    Substitution,
}

impl Moves {
    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::Set(parameter) => parameter.id(),
            Self::DemandTimes => "demand-times",
            Self::IntensityTimes => "intensity-times",
            Self::CapacityTimes => "capacity-times",
            Self::LifetimeTimes => "lifetime-times",
            Self::CapacityDelay => "capacity-delay",
            Self::Substitution => "substitution",
        }
    }

    /// From the word of the table.
    pub fn parse(text: &str) -> Option<Self> {
        let others = [
            Self::DemandTimes,
            Self::IntensityTimes,
            Self::CapacityTimes,
            Self::LifetimeTimes,
            Self::CapacityDelay,
            Self::Substitution,
        ];
        let found = others.into_iter().find(|moves| moves.id() == text);
        found.or_else(|| Parameter::parse(text).map(Self::Set))
    }
}

/// A lever.
#[derive(Debug, Clone, PartialEq)]
pub struct LeverFacts {
    /// Id, as in `--set LEVER=VALUE`.
    pub id: String,
    /// Name.
    pub name: String,
    /// What moving it means, in one sentence.
    pub says: String,
    /// What it moves.
    pub moves: Moves,
    /// Segment that it moves; `None` for all.
    pub segment: Option<String>,
    /// Technology that it moves; `None` for all.
    pub technology: Option<String>,
    /// Id of the material that it moves; `None` for all.
    pub material: Option<String>,
    /// Left end of the slider.
    pub low: Datum,
    /// Right end of the slider.
    pub high: Datum,
    /// Step of the slider.
    pub step: Datum,
    /// Unit.
    pub unit: String,
    /// Source id; `adit-assumption` where it is a choice of adit.
    pub source: String,
    /// Where in the source it stands; for a choice of adit, its reason.
    pub locator: String,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

impl Package {
    /// The levers of a case, in the order of the table.
    pub fn outlook_levers(&self, case: &str) -> Vec<LeverFacts> {
        Record::under(self, "outlook-levers", case).filter_map(|record| read(&record)).collect()
    }
}

fn read(record: &Record<'_>) -> Option<LeverFacts> {
    let owned = |column: &str| record.text(column).to_owned();
    let narrowed = |column: &str| record.some(column).filter(|word| *word != ALL).map(str::to_owned);
    Some(LeverFacts {
        id: owned("lever"),
        name: owned("name"),
        says: owned("says"),
        moves: Moves::parse(record.text("moves"))?,
        segment: narrowed("segment"),
        technology: narrowed("technology"),
        material: narrowed("material"),
        low: record.datum("low")?,
        high: record.datum("high")?,
        step: record.datum("step")?,
        unit: owned("unit"),
        source: owned("source"),
        locator: owned("locator"),
        note: record.some("note").map(str::to_owned),
    })
}
