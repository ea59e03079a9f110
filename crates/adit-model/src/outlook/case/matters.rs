//! **Which assumption matters most?** Sobol indices of figures of a case over its parameters.
//!
//! Each parameter that varies is a group, with all its years; all that is drawn of the recyclers of one promoter is one
//! group, as they produce or fail together. Source of design and estimators: `adit_number::sobol_indices`.

use std::sync::atomic::{AtomicUsize, Ordering};

use adit_facts::Material;
use adit_number::{Design, Estimate, Matrix, Sensitivity, sobol_indices};
use rayon::prelude::*;

use super::block::Block;
use super::compiled::Compiled;
use super::error::CaseError;
use super::lines::Line;
use super::model::CaseModel;
use super::question::{Draws, Question};
use super::random::{Inputs, Used};
use crate::outlook::lanes::Eight;

/// A figure that is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// Material.
    pub material: Material,
    /// Line.
    pub line: Line,
    /// Year.
    pub year: u16,
}

/// What matters for the figures asked about.
#[derive(Debug, Clone, PartialEq)]
pub struct Matters {
    /// Draws of each set, and how they were made.
    pub draws: Draws,
    /// Runs of the model.
    pub runs: usize,
    /// One for each figure.
    pub results: Vec<Mattering>,
}

/// What matters for one figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Mattering {
    /// The figure.
    pub target: Target,
    /// Standard deviation over the draws, in the unit of the line.
    pub standard_deviation: f64,
    /// The assumptions, the one with the largest total index first; those that have no part in the figure left out.
    pub groups: Vec<MatteringGroup>,
    /// The answer in one sentence, or why there is none.
    pub says: String,
}

/// An assumption, or several that are drawn together.
#[derive(Debug, Clone, PartialEq)]
pub struct MatteringGroup {
    /// Key of the parameter without the year, or `promoter/NAME` of recyclers.
    pub id: String,
    /// Name in words.
    pub name: String,
    /// First-order index.
    pub first: Estimate,
    /// Total index.
    pub total: Estimate,
    /// Place of its first row among [`CaseModel::rows`]; `None` for recyclers.
    pub row: Option<usize>,
}

/// Sets of draws done so far, and how many there are.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

impl CaseModel {
    /// What is asked about by default: secondary supply of every material asked for in the year of the benchmarks and
    /// in 2040, as far as they lie in the case.
    pub fn targets(&self, question: &Question) -> Vec<Target> {
        let asked = |material: &&Material| question.materials.is_empty() || question.materials.contains(material);
        let materials: Vec<Material> = self.facts.materials.iter().filter(asked).copied().collect();
        let years = [2040, 2030].into_iter().filter(|year| self.at(*year).is_ok());
        years
            .flat_map(|year| materials.iter().map(move |m| Target { material: *m, line: Line::Supply, year }))
            .collect()
    }

    /// Sobol indices of figures; costs `draws * (groups + 2)` runs. The draws of the question are not used.
    ///
    /// # Errors
    /// As [`CaseModel::run`]; years outside the case; more parameters than Sobol sampling has dimensions.
    pub fn matters(
        &self,
        question: &Question,
        targets: &[Target],
        draws: Draws,
        progress: Progress<'_>,
    ) -> Result<Matters, CaseError> {
        let materials = targets.iter().map(|target| target.material).collect();
        let compiled = self.compile(&Question { materials, ..question.clone() })?;
        let places = targets.iter().map(|target| {
            let m = self.place_of(target.material)?;
            let at = compiled.materials.iter().position(|of| *of == m).unwrap_or_default();
            Ok((at, target.line, self.at(target.year)?))
        });
        let places = places.collect::<Result<Vec<_>, CaseError>>()?;
        let inputs = Inputs::of(self);
        let used = Used::of(&compiled, &inputs).inputs;
        let keys: Vec<u64> = used.iter().map(|input| inputs.keys[*input]).collect();
        let together = promoters(&compiled, &inputs, &used);
        let together: Vec<&[usize]> = together.iter().map(|(_, group)| group.as_slice()).collect();
        let design =
            Design::new(draws.sampling, draws.seed, draws.count as u64, &keys, &together).map_err(CaseError::Design)?;
        let matrices: Vec<Matrix> = design.matrices().collect();
        let done = AtomicUsize::new(0);
        let figures = matrices
            .par_iter()
            .map_init(
                || (Block::new(&compiled, &inputs), vec![[0.5; 8]; inputs.keys.len()]),
                |(block, random), matrix| {
                    let drawn = set(block, random, &design, *matrix, &used, &places);
                    progress(done.fetch_add(1, Ordering::Relaxed) + 1, matrices.len());
                    drawn
                },
            )
            .collect::<Result<Vec<_>, CaseError>>()?;
        let groups: Vec<Named> = design.groups().iter().map(|group| named(&compiled, &inputs, &used, group)).collect();
        let results =
            targets.iter().enumerate().map(|(at, target)| mattering(*target, at, &figures, &groups)).collect();
        Ok(Matters { draws, runs: draws.count * matrices.len(), results })
    }
}

/// The figures of one set of draws, target by target.
fn set(
    block: &mut Block<'_, '_>,
    random: &mut [Eight],
    design: &Design,
    matrix: Matrix,
    used: &[usize],
    places: &[(usize, Line, usize)],
) -> Result<Vec<Vec<f64>>, CaseError> {
    let draws = usize::try_from(design.sampler().draws()).unwrap_or(usize::MAX);
    let mut figures = vec![Vec::with_capacity(draws); places.len()];
    for first in (0..draws).step_by(8) {
        for (place, input) in used.iter().enumerate() {
            design.fill(matrix, place, first as u64, &mut random[*input]);
        }
        block.run(Some(random))?;
        for (figures, (at, line, t)) in figures.iter_mut().zip(places) {
            let row = block.line(*at, *line)[*t];
            figures.extend(row.iter().take(draws - first));
        }
    }
    Ok(figures)
}

/// A group with its name.
struct Named {
    id: String,
    name: String,
    row: Option<usize>,
}

/// The inputs (by place among those used) of the recyclers of each promoter.
fn promoters(compiled: &Compiled<'_>, inputs: &Inputs, used: &[usize]) -> Vec<(String, Vec<usize>)> {
    let mut groups: indexmap::IndexMap<String, Vec<usize>> = indexmap::IndexMap::new();
    for m in &compiled.materials {
        let (Some(first), Some(model)) = (inputs.recyclers[*m], &compiled.model.materials[*m].capacity) else {
            continue;
        };
        for (offset, promoter) in model.promoters().into_iter().enumerate() {
            if let Ok(place) = used.binary_search(&(first + offset)) {
                groups.entry(promoter).or_default().push(place);
            }
        }
    }
    groups.into_iter().collect()
}

fn named(compiled: &Compiled<'_>, inputs: &Inputs, used: &[usize], group: &[usize]) -> Named {
    let model = compiled.model;
    let input = group.first().map(|place| used[*place]);
    let track = input.and_then(|input| inputs.tracks.iter().position(|of| *of == Some(input)));
    if let Some(track) = track.map(|track| &model.tracks[track]) {
        let of = model.words_of(track.of);
        let name = format!("{} ({of})", track.parameter.id().replace('-', " "));
        return Named { id: track.path.clone(), name, row: track.points.first().map(|point| point.row) };
    }
    let all = promoters(compiled, inputs, used);
    let promoter = all.into_iter().find(|(_, places)| places.iter().any(|place| group.contains(place)));
    let promoter = promoter.map_or_else(String::new, |(promoter, _)| promoter);
    Named { id: format!("promoter/{promoter}"), name: format!("recyclers of {promoter}"), row: None }
}

fn mattering(target: Target, at: usize, figures: &[Vec<Vec<f64>>], groups: &[Named]) -> Mattering {
    let of = |set: usize| figures[set][at].as_slice();
    let (a, b) = (of(0), of(1));
    let swapped: Vec<&[f64]> = (2..figures.len()).map(of).collect();
    let nothing = |says: String| Mattering { target, standard_deviation: 0.0, groups: Vec::new(), says };
    let sensitivity = match sobol_indices(a, b, &swapped) {
        Ok(sensitivity) => sensitivity,
        Err(error) => return nothing(format!("No answer: {error}.")),
    };
    let Sensitivity::Groups(indices) = &sensitivity else {
        return nothing("Nothing matters: the figure is the same in every draw.".to_owned());
    };
    let ranked = sensitivity.ranked().into_iter().map(|group| MatteringGroup {
        id: groups[group].id.clone(),
        name: groups[group].name.clone(),
        first: indices[group].first,
        total: indices[group].total,
        row: groups[group].row,
    });
    let groups: Vec<MatteringGroup> = ranked.filter(|group| group.total.value > 0.0).collect();
    let both: Vec<f64> = a.iter().chain(b).copied().collect();
    let mean = both.iter().sum::<f64>() / both.len() as f64;
    let variance = both.iter().map(|figure| (figure - mean) * (figure - mean)).sum::<f64>() / (both.len() - 1) as f64;
    Mattering { target, standard_deviation: variance.sqrt(), says: says(&groups), groups }
}

/// Less than this part of the variance is not worth a word.
const LEAST_SAID: f64 = 0.005;

/// The three that matter most, in words.
fn says(groups: &[MatteringGroup]) -> String {
    let parts: Vec<String> = groups
        .iter()
        .take(3)
        .filter(|group| group.total.value >= LEAST_SAID)
        .map(|group| format!("{} ({:.0} %)", group.name, 100.0 * group.total.value.min(1.0)))
        .collect();
    match parts.as_slice() {
        [] => "Nothing matters: the figure is the same in every draw.".to_owned(),
        [one] => format!("What matters is {one}; in brackets the part of the variance in which it takes part."),
        [rest @ .., last] => format!(
            "What matters most is {} and {last}; in brackets the part of the variance in which each takes part.",
            rest.join(", ")
        ),
    }
}
