//! A case with everything that it needs, gathered from the facts once and asked many times.

use adit_facts::outlook::cases::{CaseFacts, LeverFacts, Parameter, ParameterFacts, SegmentFacts, TechnologyFacts};
use adit_facts::{Material, Package, suggest};

use super::capacity::ChainCapacity;
use super::error::CaseError;
use super::risk::Risk;
use super::tracks::{Slot, Track, find, tracks};
use crate::chain::benchmarks::{EntryModel, Gathered};
use crate::outlook::time::{InflowAt, Periods};

/// A case, gathered.
#[derive(Debug, Clone)]
pub struct CaseModel {
    /// What it asks.
    pub facts: CaseFacts,
    /// Its segments.
    pub segments: Vec<SegmentFacts>,
    /// Its technologies.
    pub technologies: Vec<TechnologyFacts>,
    /// Its parameters, row by row.
    pub rows: Vec<ParameterFacts>,
    /// The same by track.
    pub tracks: Vec<Track>,
    /// Its levers.
    pub levers: Vec<LeverFacts>,
    /// The materials, in the order of [`CaseFacts::materials`].
    pub materials: Vec<MaterialModel>,
    /// Its periods, one a year.
    pub periods: Periods,
}

/// What the other rooms know of a material of a case.
#[derive(Debug, Clone)]
pub struct MaterialModel {
    /// Which.
    pub material: Material,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The entry of Annex I of which it is, or which it belongs to.
    pub entry: Option<EntryModel>,
    /// Recycling capacity by the Chain room.
    pub capacity: Option<ChainCapacity>,
    /// Its official supply risk, or why it cannot be said what would change it.
    pub risk: Result<Risk, String>,
}

impl MaterialModel {
    /// The entry, where it is of this material and no group.
    pub fn own_entry(&self) -> Option<&EntryModel> {
        self.entry.as_ref().filter(|entry| entry.entry.material == self.material)
    }

    /// Consumption of the Union in a year by the benchmarks, tonnes.
    pub fn union_consumption(&self, year: u16) -> Option<f64> {
        self.own_entry()?.consumption_in(year).map(|tonnes| tonnes.value)
    }
}

impl CaseModel {
    /// Gathers a case. `benchmarks` are those of all entries.
    ///
    /// # Errors
    /// No such case; rows that say what cannot be; parameters that are missing.
    pub fn gather(package: &Package, case: &str, benchmarks: &Gathered) -> Result<Self, CaseError> {
        let facts = package.outlook_case(case).ok_or_else(|| {
            let cases = package.outlook_cases();
            let names = cases.iter().map(|case| case.id.as_str());
            CaseError::NoCase { given: case.to_owned(), hint: suggest::hint(case, names, "`adit outlook` lists them") }
        })?;
        let segments = package.outlook_segments(case);
        let technologies = package.outlook_technologies(case);
        let rows = package.outlook_parameters(case);
        let words = package.vocabulary();
        let places = Places {
            segments: segments.iter().map(|segment| segment.id.as_str()).collect(),
            technologies: technologies.iter().map(|technology| technology.id.as_str()).collect(),
            materials: facts.materials.iter().map(|material| words.material(*material).id.as_str()).collect(),
        };
        let tracks = tracks(&rows, |row| places.of(row))?;
        let levers = package.outlook_levers(case);
        let periods = periods(&facts)?;
        let study = Risk::study(package, &facts.materials);
        let materials = facts
            .materials
            .iter()
            .map(|&material| {
                let entry = entry_of(benchmarks, material);
                MaterialModel {
                    material,
                    id: words.material(material).id.clone(),
                    name: words.material(material).name.clone(),
                    capacity: entry.and_then(|entry| ChainCapacity::of(entry, material, &facts)),
                    risk: Risk::of(package, &study, material, entry, facts.base_year),
                    entry: entry.cloned(),
                }
            })
            .collect();
        let model = Self { facts, segments, technologies, rows, tracks, levers, materials, periods };
        model.complete()?;
        Ok(model)
    }

    /// The years.
    pub fn years(&self) -> impl Iterator<Item = u16> + '_ {
        self.facts.first_year..=self.facts.last_year
    }

    /// The place of a year among the periods.
    ///
    /// # Errors
    /// [`CaseError::Year`].
    pub fn at(&self, year: u16) -> Result<usize, CaseError> {
        self.periods.find(i32::from(year)).ok_or_else(|| CaseError::Year {
            case: self.facts.id.clone(),
            year,
            first: self.facts.first_year,
            last: self.facts.last_year,
        })
    }

    /// The place of a material in the case.
    ///
    /// # Errors
    /// [`CaseError::NoMaterial`], with those that it follows.
    pub fn place_of(&self, material: Material) -> Result<usize, CaseError> {
        self.facts.materials.iter().position(|own| *own == material).ok_or_else(|| {
            let followed: Vec<&str> = self.materials.iter().map(|material| material.id.as_str()).collect();
            CaseError::NoMaterial { case: self.facts.id.clone(), hint: format!("it follows {}", followed.join(", ")) }
        })
    }

    /// The track of a parameter that must be there.
    pub(super) fn needed(&self, parameter: Parameter, slot: Slot) -> Result<usize, CaseError> {
        find(&self.tracks, parameter, slot).ok_or_else(|| CaseError::NoParameter {
            case: self.facts.id.clone(),
            parameter: parameter.id(),
            of: self.words_of(slot),
        })
    }

    /// Segment, technology and material in words.
    pub(super) fn words_of(&self, slot: Slot) -> String {
        let names = [
            slot.segment.map(|at| self.segments[at].id.as_str()),
            slot.technology.map(|at| self.technologies[at].id.as_str()),
            slot.material.map(|at| self.materials[at].id.as_str()),
        ];
        let names: Vec<&str> = names.into_iter().flatten().collect();
        if names.is_empty() { "all".to_owned() } else { names.join(", ") }
    }

    /// Whether every parameter is there that no default stands for.
    fn complete(&self) -> Result<(), CaseError> {
        for (s, segment) in self.segments.iter().enumerate() {
            let of_segment = Slot { segment: Some(s), ..Slot::default() };
            let driver = if segment.by_stock { Parameter::Stock } else { Parameter::Inflow };
            self.needed(driver, of_segment)?;
            for parameter in lifetime_parameters(&segment.lifetime) {
                self.needed(*parameter, of_segment)?;
            }
            let mixed = (0..self.technologies.len())
                .any(|k| find(&self.tracks, Parameter::Mix, Slot { technology: Some(k), ..of_segment }).is_some());
            if !mixed {
                self.needed(Parameter::Mix, of_segment)?;
            }
            for m in 0..self.materials.len() {
                let slot = Slot { material: Some(m), ..of_segment };
                for parameter in [Parameter::Collection, Parameter::Recovery, Parameter::MadeInEu] {
                    self.needed(parameter, slot)?;
                }
            }
        }
        for m in 0..self.materials.len() {
            let of_material =
                |track: &Track| track.parameter == Parameter::Intensity && track.of.material.is_none_or(|of| of == m);
            if !self.tracks.iter().any(of_material) {
                self.needed(Parameter::Intensity, Slot { material: Some(m), ..Slot::default() })?;
            }
        }
        Ok(())
    }
}

/// The parameters that a kind of lifetime has.
pub(super) fn lifetime_parameters(kind: &str) -> &'static [Parameter] {
    match kind {
        "fixed" => &[Parameter::LifetimeYears],
        "exponential" => &[Parameter::LifetimeMean],
        "weibull" | "gamma" => &[Parameter::LifetimeShape, Parameter::LifetimeScale],
        _ => &[Parameter::LifetimeMean, Parameter::LifetimeSd],
    }
}

/// The entry of Annex I of a material: its own, else the one at whose recycling it is counted (a group).
fn entry_of(benchmarks: &Gathered, material: Material) -> Option<&EntryModel> {
    let own = benchmarks.entries.iter().find(|entry| entry.entry.material == material);
    own.or_else(|| {
        let counted = |entry: &&EntryModel| {
            let steps = entry.entry.of(adit_facts::chain::ChainStage::Recycling);
            steps.into_iter().any(|step| step.materials.contains(&material))
        };
        benchmarks.entries.iter().find(counted)
    })
}

fn periods(facts: &CaseFacts) -> Result<Periods, CaseError> {
    let wrong = |says: String, hint: &str| CaseError::Row {
        row: format!("outlook-cases/{}", facts.id),
        says,
        hint: hint.to_owned(),
    };
    let inflow_at = InflowAt::find(&facts.inflow_at)
        .ok_or_else(|| wrong(format!("inflow_at {}", facts.inflow_at), "write start, middle or end"))?;
    if !(facts.first_year..=facts.last_year).contains(&facts.base_year) {
        let says = format!("base year {} is not in {} to {}", facts.base_year, facts.first_year, facts.last_year);
        return Err(wrong(says, "give a base year within the case"));
    }
    Periods::yearly(i32::from(facts.first_year), i32::from(facts.last_year), inflow_at)
        .map_err(|error| wrong(error.to_string(), "mend the years"))
}

/// The ids that rows may name.
struct Places<'a> {
    segments: Vec<&'a str>,
    technologies: Vec<&'a str>,
    materials: Vec<&'a str>,
}

impl Places<'_> {
    fn of(&self, row: &ParameterFacts) -> Result<Slot, CaseError> {
        let place = |names: &[&str], given: &Option<String>, what: &str| {
            let Some(given) = given else { return Ok(None) };
            names.iter().position(|name| name == given).map(Some).ok_or_else(|| CaseError::Row {
                row: format!("outlook-parameters/{}", row.path),
                says: format!("the case has no {what} {given}"),
                hint: suggest::hint(given, names.iter().copied(), "add it to the case, or write all"),
            })
        };
        Ok(Slot {
            segment: place(&self.segments, &row.segment, "segment")?,
            technology: place(&self.technologies, &row.technology, "technology")?,
            material: place(&self.materials, &row.material, "material")?,
        })
    }
}
