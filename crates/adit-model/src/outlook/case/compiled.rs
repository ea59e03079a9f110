//! A question to a case made ready to run: which parameter goes where, which years lie between which of its points,
//! and what the levers do, all worked out once so that a draw only multiplies and adds.

use adit_facts::outlook::cases::{Moves, Parameter};

use super::error::CaseError;
use super::model::{CaseModel, lifetime_parameters};
use super::moved::{Moved, reaches};
use super::results::CapacityBasis;
use super::tracks::{Between, Slot, find};

/// A question made ready.
#[derive(Debug, Clone)]
pub(super) struct Compiled<'m> {
    pub model: &'m CaseModel,
    /// The levers that are moved.
    pub moved: Vec<Moved>,
    /// The materials that are computed, by their places in the case: those asked for first, then those that share
    /// recycling capacity with them.
    pub materials: Vec<usize>,
    /// How many of them were asked for.
    pub asked: usize,
    /// Parameters over the years, each once.
    pub series: Vec<Series>,
    /// Intensities with their factors, each once.
    pub intensities: Vec<Intensity>,
    pub segments: Vec<Segment>,
    /// Recycling capacity of each computed material.
    pub capacities: Vec<Capacity>,
    /// Years by which planned recyclers come later.
    pub delay: f64,
    /// The years.
    pub years: Vec<u16>,
    /// Consumption of the Union of each computed material at each period, tonnes; NaN where unknown, and before the base
    /// year.
    pub union_consumption: Vec<Vec<f64>>,
}

/// A parameter over the years, with the lever that sets it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Series {
    pub source: Source,
    /// Place of the lever in [`Compiled::moved`].
    pub set: Option<usize>,
}

/// Where a series comes from.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Source {
    /// A track, with where each year lies in it.
    Track(usize, Vec<Between>),
    /// A parameter without a row: what stands for it.
    Default(f64),
}

/// An intensity with its factor.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Intensity {
    pub of: usize,
    pub factor: usize,
    /// The factor of the levers at each period.
    pub times: Vec<f64>,
}

#[derive(Debug, Clone)]
pub(super) struct Segment {
    pub driver: usize,
    /// The factor of the levers at each period.
    pub demand: Vec<f64>,
    /// The parameters of the lifetime, in the order of its kind.
    pub lifetime: Vec<usize>,
    /// The factor of the levers by the period in which products come.
    pub lasting: Vec<f64>,
    /// Technologies with their mix.
    pub mix: Vec<(usize, usize)>,
    /// Technologies (by place in `mix`) whose share levers set (by place in [`Compiled::moved`]).
    pub mix_set: Vec<(usize, usize)>,
    /// One for each computed material.
    pub materials: Vec<SegmentMaterial>,
}

/// A material in a segment: the series of its parameters.
#[derive(Debug, Clone)]
pub(super) struct SegmentMaterial {
    /// Technologies (by place in `mix`) with their intensities.
    pub intensities: Vec<(usize, usize)>,
    /// What is not met without the material at each period: 1 - substitution.
    pub kept: Vec<f64>,
    pub used_export: usize,
    pub collection: usize,
    pub dismantling: usize,
    pub scrap_export: usize,
    pub recovery: usize,
    pub made_in_eu: usize,
    pub manufacturing_scrap: usize,
}

/// Recycling capacity of a material.
#[derive(Debug, Clone)]
pub(super) struct Capacity {
    /// What it rests on; `None` where it is unknown.
    pub basis: Option<CapacityBasis>,
    /// The series of the case's own capacity, where that counts.
    pub own: Option<usize>,
    /// The factor of the levers at each period.
    pub times: Vec<f64>,
    /// Capacity of the Chain room at each period, tonnes a year, where that counts.
    pub chain: Option<Vec<Option<f64>>>,
    /// The computed materials (by their places) that share it, this one among them; empty where it is not shared.
    pub shared_by: Vec<usize>,
}

/// What stands for a parameter without a row: a factor of 1, all of it, or nothing of it.
pub(super) fn default_of(parameter: Parameter) -> f64 {
    match parameter {
        Parameter::IntensityFactor | Parameter::Dismantling => 1.0,
        _ => 0.0,
    }
}

impl<'m> Compiled<'m> {
    /// A question to some materials (by their places; all if empty) with levers moved.
    pub fn new(model: &'m CaseModel, asked: &[usize], moved: Vec<Moved>) -> Result<Self, CaseError> {
        let all: Vec<usize> = (0..model.materials.len()).collect();
        let asked = if asked.is_empty() { &all } else { asked };
        let mut materials = asked.to_vec();
        let shares = |m: &usize| group_of(model, *m);
        for group in asked.iter().filter_map(shares) {
            let others = all.iter().filter(|m| group_of(model, **m) == Some(group));
            let new: Vec<usize> = others.filter(|m| !materials.contains(m)).copied().collect();
            materials.extend(new);
        }
        let delay = moved.iter().filter(|moved| moved.moves == Moves::CapacityDelay).map(|moved| moved.value).sum();
        let mut compiled = Self {
            model,
            moved,
            asked: asked.len(),
            materials,
            series: Vec::new(),
            intensities: Vec::new(),
            segments: Vec::new(),
            capacities: Vec::new(),
            delay,
            years: model.years().collect(),
            union_consumption: Vec::new(),
        };
        let from_base = |year: &u16| *year >= model.facts.base_year;
        for m in &compiled.materials {
            let of = |year: u16| model.materials[*m].union_consumption(year).filter(|_| from_base(&year));
            compiled.union_consumption.push(model.years().map(|year| of(year).unwrap_or(f64::NAN)).collect());
        }
        for s in 0..model.segments.len() {
            let segment = compiled.segment(s)?;
            compiled.segments.push(segment);
        }
        for at in 0..compiled.materials.len() {
            let capacity = compiled.capacity(at)?;
            compiled.capacities.push(capacity);
        }
        Ok(compiled)
    }

    /// The place of the base year.
    pub fn base(&self) -> usize {
        usize::from(self.model.facts.base_year - self.model.facts.first_year)
    }

    /// Number of periods.
    pub fn periods(&self) -> usize {
        self.model.periods.len()
    }

    /// The series of a parameter, with what stands for it where it has no row.
    fn series(&mut self, parameter: Parameter, slot: Slot) -> Result<usize, CaseError> {
        // A mix moves as a whole: see `mix_set`.
        let set = self.set_by(parameter, slot).filter(|_| parameter != Parameter::Mix);
        let source = match find(&self.model.tracks, parameter, slot) {
            Some(track) => {
                let between = self.model.years().map(|year| self.model.tracks[track].between(year)).collect();
                Source::Track(track, between)
            }
            None if has_default(parameter) => Source::Default(default_of(parameter)),
            None => Source::Track(self.model.needed(parameter, slot)?, Vec::new()),
        };
        let series = Series { source, set };
        Ok(self.series.iter().position(|other| *other == series).unwrap_or_else(|| {
            self.series.push(series);
            self.series.len() - 1
        }))
    }

    /// The lever that sets a parameter: of several, the one that names most.
    fn set_by(&self, parameter: Parameter, slot: Slot) -> Option<usize> {
        let sets = |(_, moved): &(usize, &Moved)| moved.moves == Moves::Set(parameter) && reaches(moved.of, slot);
        self.moved.iter().enumerate().filter(sets).max_by_key(|(_, moved)| moved.of.rank()).map(|(at, _)| at)
    }

    fn segment(&mut self, s: usize) -> Result<Segment, CaseError> {
        let model = self.model;
        let slot = Slot { segment: Some(s), ..Slot::default() };
        let facts = &model.segments[s];
        let driver = if facts.by_stock { Parameter::Stock } else { Parameter::Inflow };
        let mut mix = Vec::new();
        for k in 0..model.technologies.len() {
            let of = Slot { technology: Some(k), ..slot };
            if find(&model.tracks, Parameter::Mix, of).is_some() {
                mix.push((k, self.series(Parameter::Mix, of)?));
            }
        }
        let mut mix_set = Vec::new();
        for (place, (k, _)) in mix.iter().enumerate() {
            let of = Slot { technology: Some(*k), ..slot };
            mix_set.extend(self.set_by(Parameter::Mix, of).map(|moved| (place, moved)));
        }
        self.mix_has_room(&mix_set)?;
        let mut materials = Vec::new();
        for at in 0..self.materials.len() {
            materials.push(self.segment_material(slot, self.materials[at], &mix)?);
        }
        let lifetime = lifetime_parameters(&facts.lifetime);
        Ok(Segment {
            driver: self.series(driver, slot)?,
            demand: self.factors(Moves::DemandTimes, slot),
            lifetime: lifetime.iter().map(|parameter| self.series(*parameter, slot)).collect::<Result<_, _>>()?,
            lasting: self.factors(Moves::LifetimeTimes, slot),
            mix,
            mix_set,
            materials,
        })
    }

    /// Levers that set several technologies must leave room for each other.
    fn mix_has_room(&self, mix_set: &[(usize, usize)]) -> Result<(), CaseError> {
        let sum: f64 = mix_set.iter().map(|(_, moved)| self.moved[*moved].value).sum();
        match mix_set.last() {
            Some((_, moved)) if sum > 1.0 + 1e-12 => {
                let moved = &self.moved[*moved];
                Err(CaseError::LeverValue {
                    lever: self.model.levers[moved.lever].id.clone(),
                    value: moved.value,
                    hint: format!("the technologies set make {sum} together; they can be at most 1"),
                })
            }
            _ => Ok(()),
        }
    }

    fn segment_material(
        &mut self,
        of_segment: Slot,
        material: usize,
        mix: &[(usize, usize)],
    ) -> Result<SegmentMaterial, CaseError> {
        let slot = Slot { material: Some(material), ..of_segment };
        let mut intensities = Vec::new();
        for (place, (k, _)) in mix.iter().enumerate() {
            let of = Slot { technology: Some(*k), ..slot };
            // A technology without a row for a material contains none of it.
            if find(&self.model.tracks, Parameter::Intensity, of).is_some() {
                let intensity = Intensity {
                    of: self.series(Parameter::Intensity, of)?,
                    factor: self.series(Parameter::IntensityFactor, of)?,
                    times: self.factors(Moves::IntensityTimes, of),
                };
                let known = self.intensities.iter().position(|other| *other == intensity);
                intensities.push((
                    place,
                    known.unwrap_or_else(|| {
                        self.intensities.push(intensity);
                        self.intensities.len() - 1
                    }),
                ));
            }
        }
        let substituted = self.moved.iter().filter(|moved| moved.moves == Moves::Substitution);
        let reached: Vec<&Moved> = substituted.filter(|moved| reaches(moved.of, slot)).collect();
        let kept = |at| reached.iter().map(|moved| 1.0 - moved.value * moved.gone[at]).product();
        Ok(SegmentMaterial {
            kept: (0..self.periods()).map(kept).collect(),
            intensities,
            used_export: self.series(Parameter::UsedExport, slot)?,
            collection: self.series(Parameter::Collection, slot)?,
            dismantling: self.series(Parameter::Dismantling, slot)?,
            scrap_export: self.series(Parameter::ScrapExport, slot)?,
            recovery: self.series(Parameter::Recovery, slot)?,
            made_in_eu: self.series(Parameter::MadeInEu, slot)?,
            manufacturing_scrap: self.series(Parameter::ManufacturingScrap, slot)?,
        })
    }

    /// Which capacity counts: that of the Chain room where its plants state capacities, else that of the case, else the
    /// part that the Chain room knows.
    fn capacity(&mut self, at: usize) -> Result<Capacity, CaseError> {
        let m = self.materials[at];
        let slot = Slot { material: Some(m), ..Slot::default() };
        let chain = self.model.materials[m].capacity.as_ref();
        let stated = find(&self.model.tracks, Parameter::Capacity, slot).is_some();
        let chain = chain.filter(|chain| !stated || (chain.basis.limits() && !chain.shared));
        let own = if stated && chain.is_none() { Some(self.series(Parameter::Capacity, slot)?) } else { None };
        let delay = self.delay;
        let by_year = chain.map(|chain| {
            let stage = chain.delayed(delay);
            self.model.years().map(|year| stage.capacity(year, &[]).map(|(tonnes, _)| tonnes.value)).collect()
        });
        let group = if chain.is_some_and(|chain| chain.shared) { group_of(self.model, m) } else { None };
        // In the order of the case, so that their sum has the same bits whichever were asked for.
        let mut shared_by: Vec<usize> = (0..self.materials.len())
            .filter(|place| group.is_some() && group_of(self.model, self.materials[*place]) == group)
            .collect();
        shared_by.sort_by_key(|place| self.materials[*place]);
        Ok(Capacity {
            basis: own.map(|_| CapacityBasis::Case).or(chain.map(|chain| chain.basis)),
            own,
            times: self.factors(Moves::CapacityTimes, slot),
            chain: by_year,
            shared_by,
        })
    }

    /// The product of the levers that multiply something, at each period.
    fn factors(&self, moves: Moves, slot: Slot) -> Vec<f64> {
        let reached: Vec<&Moved> =
            self.moved.iter().filter(|moved| moved.moves == moves && reaches(moved.of, slot)).collect();
        (0..self.periods()).map(|at| reached.iter().map(|moved| moved.factor(at)).product()).collect()
    }
}

/// Parameters that need no row.
fn has_default(parameter: Parameter) -> bool {
    matches!(
        parameter,
        Parameter::IntensityFactor
            | Parameter::UsedExport
            | Parameter::Dismantling
            | Parameter::ScrapExport
            | Parameter::ManufacturingScrap
    )
}

/// The group whose recycling capacity a material shares, where it has none of its own and the case states none.
fn group_of(model: &CaseModel, m: usize) -> Option<adit_facts::Material> {
    let material = &model.materials[m];
    let slot = Slot { material: Some(m), ..Slot::default() };
    let stated = find(&model.tracks, Parameter::Capacity, slot).is_some();
    let shared = material.capacity.as_ref().is_some_and(|capacity| capacity.shared);
    material.entry.as_ref().filter(|_| shared && !stated).map(|entry| entry.entry.material)
}
