//! The random numbers of a case: one for each parameter that varies (all its years share it) and those of the recyclers
//! of the Chain room.

use adit_number::Sampler;

use super::compiled::{Compiled, Source};
use super::error::CaseError;
use super::model::CaseModel;
use super::question::Draws;
use super::spread::normal;
use crate::outlook::lanes::Eight;

/// The random numbers that a case has, whatever is asked of it: draws do not depend on the materials asked for.
#[derive(Debug, Clone)]
pub(super) struct Inputs {
    /// Stable keys.
    pub keys: Vec<u64>,
    /// By track: its place, where it varies.
    pub tracks: Vec<Option<usize>>,
    /// By material of the case: the first place of those of its recyclers, where it has any.
    pub recyclers: Vec<Option<usize>>,
}

impl Inputs {
    pub fn of(model: &CaseModel) -> Self {
        let mut keys = Vec::new();
        let tracks = model.tracks.iter().map(|track| {
            track.varies().then(|| {
                keys.push(track.key);
                keys.len() - 1
            })
        });
        let tracks = tracks.collect();
        let recyclers = model.materials.iter().map(|material| {
            let own = material.capacity.as_ref()?.keys();
            let first = keys.len();
            keys.extend(own);
            Some(first)
        });
        let recyclers = recyclers.collect();
        Self { keys, tracks, recyclers }
    }

    /// How the random numbers spread over draws.
    pub fn sampler(&self, draws: Draws) -> Result<Sampler, CaseError> {
        Ok(Sampler::new(draws.sampling, draws.seed, draws.count as u64, &self.keys)?)
    }
}

/// The numbers that a run draws: which inputs, and where.
#[derive(Debug, Clone)]
pub(super) struct Used {
    /// Places among [`Inputs::keys`], rising.
    pub inputs: Vec<usize>,
}

impl Used {
    /// What a question needs.
    pub fn of(compiled: &Compiled<'_>, inputs: &Inputs) -> Self {
        let mut used = Vec::new();
        for series in &compiled.series {
            if let Source::Track(track, _) = series.source {
                used.extend(inputs.tracks[track]);
            }
        }
        for (capacity, m) in compiled.capacities.iter().zip(&compiled.materials) {
            let model = compiled.model.materials[*m].capacity.as_ref().filter(|_| capacity.chain.is_some());
            if let (Some(model), Some(first)) = (model, inputs.recyclers[*m]) {
                used.extend(first..first + model.numbers());
            }
        }
        used.sort_unstable();
        used.dedup();
        Self { inputs: used }
    }
}

/// The points of a track in eight draws, `None` for the central values.
pub(super) fn points(compiled: &Compiled<'_>, track: usize, random: Option<Eight>, into: &mut Vec<Eight>) {
    into.clear();
    let track = &compiled.model.tracks[track];
    let random = random.map(|random| (random, normal(random)));
    into.extend(track.points.iter().map(|point| match (&point.spread, random) {
        (Some(spread), Some((random, normal))) => spread.values(random, normal),
        _ => [point.value; 8],
    }));
}
