//! How often the rule of the list is met, over draws of the rounding and, if asked for, the governance error.
//!
//! It is the share of draws in which the rule of Art. 4(2) holds under rounding and governance error only; it is not the
//! chance that the Commission lists the material.

use adit_number::{AsValue, Lanes, Real};
use rayon::prelude::*;

use super::drawn::{Drawn, LANES, Varying};
use super::evaluate::Evaluation;
use super::inputs::Study;
use super::list_rule::{EI_THRESHOLD, SR_THRESHOLD};

/// Blocks of lanes that one task works through; the tasks' counts are whole numbers, so their order does not matter.
const BLOCKS_A_TASK: usize = 32;

/// Draws of every material.
#[derive(Debug, Clone, PartialEq)]
pub struct Ensemble {
    /// Number of draws.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
    /// Share of draws in which the thresholds are met, by position of the material in the study; `None` where unknown.
    pub probability: Vec<Option<f64>>,
    /// Lists whose shares can pass 1 together within their rounding; in draws in which they do they are drawn back to 1.
    pub lists_scaled_back: usize,
}

/// Draws the study `draws` times. Draw `k` gives the same bits on any number of threads.
pub fn ensemble(study: &Study, draws: usize, seed: u64) -> Ensemble {
    let value = Evaluation::new(study, AsValue);
    let constant = study.governance.iter().flatten().flat_map(|g| &g.estimates).all(adit_number::Fact::is_constant);
    let governance: Option<Vec<Option<Lanes<LANES>>>> = constant.then(|| {
        let country = |c: usize| value.governance(adit_facts::Country(u16::try_from(c).unwrap_or(u16::MAX)));
        (0..study.governance.len()).map(|c| country(c).map(Lanes::exact)).collect()
    });
    let varying = Varying::of(study);
    let blocks = draws.div_ceil(LANES);
    let counts = (0..blocks.div_ceil(BLOCKS_A_TASK))
        .into_par_iter()
        .map(|task| {
            let mut met = vec![0usize; study.materials.len()];
            let mut rows = Vec::new();
            for block in task * BLOCKS_A_TASK..((task + 1) * BLOCKS_A_TASK).min(blocks) {
                let first = block * LANES;
                let reading = varying.block(seed, first as u64, &mut rows);
                let evaluation = match &governance {
                    Some(known) => Evaluation::with_governance(study, reading, known.clone()),
                    None => Evaluation::new(study, reading),
                };
                count_block(&evaluation, (draws - first).min(LANES), &mut met);
            }
            met
        })
        .reduce(|| vec![0; study.materials.len()], |a, b| a.iter().zip(&b).map(|(x, y)| x + y).collect());
    let known = |m| value.supply_risk(m).is_some() && value.importance_for_rule(m).is_some();
    let probability = study
        .materials
        .iter()
        .zip(&counts)
        .map(|(m, &met)| (draws > 0 && known(m)).then(|| met as f64 / draws as f64))
        .collect();
    Ensemble { draws, seed, probability, lists_scaled_back: lists_over_one(study) }
}

fn count_block(evaluation: &Evaluation<'_, Drawn<'_>>, lanes: usize, met: &mut [usize]) {
    for (m, count) in evaluation.study.materials.iter().zip(met) {
        let (Some(sr), Some(ei)) = (evaluation.supply_risk(m), evaluation.importance_for_rule(m)) else { continue };
        *count += (0..lanes).filter(|&lane| sr.0[lane] >= SR_THRESHOLD && ei.0[lane] >= EI_THRESHOLD).count();
    }
}

/// Lists whose shares can pass 1 together within their rounding.
fn lists_over_one(study: &Study) -> usize {
    let stages = study.materials.iter().flat_map(|m| &m.stages);
    let lists = stages.flat_map(|s| [s.world.as_ref(), s.europe.as_ref()]).flatten();
    lists.filter(|list| list.can_pass_one()).count()
}
