//! The levers of a question, checked: what moves, from when to when, to which value.

use adit_facts::outlook::cases::{LeverFacts, Moves, Parameter};
use adit_facts::suggest;

use super::error::CaseError;
use super::model::CaseModel;
use super::question::{LEVER_YEAR, Setting};
use super::tracks::Slot;

/// A lever that is moved.
#[derive(Debug, Clone)]
pub struct Moved {
    /// Its place among the levers of the case.
    pub lever: usize,
    /// What it moves.
    pub moves: Moves,
    /// Of which segment, technology and material.
    pub of: Slot,
    /// The value set.
    pub value: f64,
    /// How far it has gone at each period: 0 up to the base year, 1 from the year set.
    pub gone: Vec<f64>,
}

impl Moved {
    /// The settings of a question.
    ///
    /// # Errors
    /// Unknown levers, levers set twice, values that nothing can have, years outside the case.
    pub fn all(model: &CaseModel, settings: &[Setting]) -> Result<Vec<Self>, CaseError> {
        for (at, setting) in settings.iter().enumerate() {
            if settings[..at].iter().any(|other| other.lever == setting.lever) {
                return Err(CaseError::LeverTwice(setting.lever.clone()));
            }
        }
        settings.iter().map(|setting| Self::of(model, setting)).collect()
    }

    fn of(model: &CaseModel, setting: &Setting) -> Result<Self, CaseError> {
        let lever = model.levers.iter().position(|lever| lever.id == setting.lever).ok_or_else(|| {
            let names = model.levers.iter().map(|lever| lever.id.as_str());
            let all: Vec<&str> = model.levers.iter().map(|lever| lever.id.as_str()).collect();
            let hint = suggest::hint(&setting.lever, names, &format!("its levers are {}", all.join(", ")));
            CaseError::NoLever { case: model.facts.id.clone(), given: setting.lever.clone(), hint }
        })?;
        let facts = &model.levers[lever];
        possible(facts, setting.value)?;
        let gone = gone(model, facts, setting.year)?;
        let of = slot(model, facts)?;
        Ok(Self { lever, moves: facts.moves, of, value: setting.value, gone })
    }

    /// A factor that goes in a straight line from 1 to the value.
    pub fn factor(&self, at: usize) -> f64 {
        1.0 + (self.value - 1.0) * self.gone[at]
    }
}

/// How far a lever has gone at each period. A delay of projects has no way to go: it holds from the start.
fn gone(model: &CaseModel, lever: &LeverFacts, year: Option<u16>) -> Result<Vec<f64>, CaseError> {
    let (base, last) = (model.facts.base_year, model.facts.last_year);
    if lever.moves == Moves::CapacityDelay {
        if let Some(year) = year {
            let hint = "a delay shifts the start of every project and has no year; leave the year out".to_owned();
            return Err(CaseError::LeverYear { lever: lever.id.clone(), year, hint });
        }
        return Ok(vec![1.0; model.periods.len()]);
    }
    let year = match year {
        Some(year) if year <= base || year > last => {
            let hint = format!("give a year after {base}, the base year, and up to {last}");
            return Err(CaseError::LeverYear { lever: lever.id.clone(), year, hint });
        }
        Some(year) => year,
        None => LEVER_YEAR.clamp((base + 1).min(last), last),
    };
    let [from, to] = [base, year].map(f64::from);
    Ok(model.years().map(|at| ((f64::from(at) - from) / (to - from).max(1.0)).clamp(0.0, 1.0)).collect())
}

/// Whether a lever can have a value at all; the ends of the slider are no limits.
fn possible(lever: &LeverFacts, value: f64) -> Result<(), CaseError> {
    let (fine, hint) = match lever.moves {
        Moves::Set(Parameter::ManufacturingScrap) => ((0.0..1.0).contains(&value), "give a share from 0 to below 1"),
        Moves::Set(parameter) if parameter.is_share() => {
            ((0.0..=1.0).contains(&value), "give a share from 0 to 1; a quarter is 0.25")
        }
        Moves::Substitution => ((0.0..=1.0).contains(&value), "give a share from 0 to 1; a quarter is 0.25"),
        Moves::Set(parameter) if parameter.is_lifetime() => {
            (value.is_finite() && value > 0.0, "give a finite number of years above 0")
        }
        Moves::Set(_) => (value.is_finite() && value >= 0.0, "give a finite number not below 0"),
        Moves::CapacityDelay => ((0.0..=50.0).contains(&value), "give years from 0 to 50"),
        Moves::CapacityTimes => {
            (value.is_finite() && value >= 0.0, "give a finite factor not below 0; 1 moves nothing")
        }
        Moves::DemandTimes | Moves::IntensityTimes | Moves::LifetimeTimes => {
            (value.is_finite() && value > 0.0, "give a finite factor above 0; 1 moves nothing")
        }
    };
    if fine {
        return Ok(());
    }
    let (low, high) = (lever.low.number.value, lever.high.number.value);
    let hint = format!("{hint}; its slider goes from {low} to {high}");
    Err(CaseError::LeverValue { lever: lever.id.clone(), value, hint })
}

/// What a lever moves, by places in the case.
fn slot(model: &CaseModel, lever: &LeverFacts) -> Result<Slot, CaseError> {
    let place = |given: &Option<String>, names: Vec<&str>, what: &str| {
        let Some(given) = given else { return Ok(None) };
        names.iter().position(|name| name == given).map(Some).ok_or_else(|| CaseError::Row {
            row: format!("outlook-levers/{}/{}", model.facts.id, lever.id),
            says: format!("the case has no {what} {given}"),
            hint: suggest::hint(given, names.iter().copied(), "add it to the case, or write all"),
        })
    };
    Ok(Slot {
        segment: place(&lever.segment, model.segments.iter().map(|of| of.id.as_str()).collect(), "segment")?,
        technology: place(
            &lever.technology,
            model.technologies.iter().map(|of| of.id.as_str()).collect(),
            "technology",
        )?,
        material: place(&lever.material, model.materials.iter().map(|of| of.id.as_str()).collect(), "material")?,
    })
}

/// Whether a lever of `lever` moves what is of `slot`: every part of the lever is the same, or all.
pub(super) fn reaches(lever: Slot, slot: Slot) -> bool {
    lever.holds_for(slot)
}
