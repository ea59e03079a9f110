//! **For every single input: at which values does the material enter or leave the list?** All of them, nearest first,
//! or the proof that there is none within the input's range (rules §1.10).
//!
//! The thresholds of Art. 4(2) are watched. A strategic material stays on the list whatever its numbers; its flips say
//! where the thresholds alone would let it go.

use adit_facts::Material;
use adit_number::{AsValue, Bounds, Certainty};
use rayon::prelude::*;

use super::evaluate::Evaluation;
use super::inputs::{MaterialInputs, Study};
use super::list_rule::{meets_thresholds, meets_within};
use super::moved::{Input, Movable, MovedImportance, MovedRisk, Others, movables};
use super::search::{boundary, settled};

/// Pieces of a range narrower than this part of it are not split further.
const FINEST: f64 = 1e-6;

/// One value of one input at which the thresholds are crossed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flip {
    /// The input.
    pub movable: Movable,
    /// The value at which the verdict changes.
    pub at: f64,
    /// Whether the thresholds are met beyond it, seen from the input's value now.
    pub enters: bool,
}

impl Flip {
    /// Change of the input from now, relative to now; `None` from zero.
    pub fn relative_change(&self) -> Option<f64> {
        (self.movable.now != 0.0).then(|| (self.at - self.movable.now) / self.movable.now)
    }
}

/// All flips of a material.
#[derive(Debug, Clone)]
pub struct Flips {
    /// Whether the thresholds are met now; `None` if unknown.
    pub met: Option<bool>,
    /// All flips, nearest first.
    pub flips: Vec<Flip>,
    /// Inputs with the proof that no value within their range changes the verdict. Two changes closer together than a
    /// millionth of the range would pass as none.
    pub proved_none: Vec<Movable>,
}

/// All flips of a material of the study, by a search in bounds: pieces of an input's range that the bounds decide are
/// dropped, the rest is split until it is narrower than a millionth of the range.
pub fn flips(study: &Study, material: Material) -> Flips {
    let evaluation = Evaluation::new(study, AsValue);
    let Some(at) = study.materials.iter().position(|m| m.material == material) else {
        return Flips { met: None, flips: Vec::new(), proved_none: Vec::new() };
    };
    flips_of(&evaluation, at)
}

/// All flips of all materials, in the order of the study.
pub fn all_flips(study: &Study) -> Vec<Flips> {
    let evaluation = Evaluation::new(study, AsValue);
    (0..study.materials.len()).into_par_iter().map(|at| flips_of(&evaluation, at)).collect()
}

fn flips_of(evaluation: &Evaluation<'_, AsValue>, at: usize) -> Flips {
    let m = &evaluation.study.materials[at];
    let met = evaluation.supply_risk(m).zip(evaluation.importance_for_rule(m)).map(|(sr, ei)| meets_thresholds(sr, ei));
    let mut found = Flips { met, flips: Vec::new(), proved_none: Vec::new() };
    if met.is_none() {
        return found;
    }
    let parts: Vec<usize> = if m.members.is_empty() { vec![at] } else { m.members.clone() };
    let mut seen: Vec<Input> = Vec::new();
    for movable in parts.iter().flat_map(|&of| movables(evaluation, of, Others::MakeRoom)) {
        if matches!(movable.input, Input::Governance(_)) {
            if seen.contains(&movable.input) {
                continue;
            }
            seen.push(movable.input);
        }
        let verdict = Verdict::of(evaluation, m, &movable);
        let crossings = verdict.crossings(movable.low, movable.high);
        if crossings.is_empty() {
            found.proved_none.push(movable);
        }
        for (at, met_above) in crossings {
            let enters = if at >= movable.now { met_above } else { !met_above };
            found.flips.push(Flip { movable, at, enters });
        }
    }
    let distance = |flip: &Flip| flip.relative_change().map_or(f64::INFINITY, f64::abs);
    found.flips.sort_by(|a, b| distance(a).total_cmp(&distance(b)).then(a.at.total_cmp(&b.at)));
    found
}

/// Whether the thresholds are met, as a function of one moved input.
struct Verdict {
    /// Supply risk: mean over parts that move and those that do not.
    moving: Vec<MovedRisk>,
    still_sum: Bounds,
    count: f64,
    importance: Vec<MovedImportance>,
    still_importance: Bounds,
}

impl Verdict {
    fn of(evaluation: &Evaluation<'_, AsValue>, m: &MaterialInputs, movable: &Movable) -> Self {
        let study = evaluation.study;
        let parts: Vec<usize> = if m.members.is_empty() { vec![movable.of] } else { m.members.clone() };
        let mut verdict = Self {
            moving: Vec::new(),
            still_sum: Bounds::ZERO,
            count: parts.len() as f64,
            importance: Vec::new(),
            still_importance: Bounds::ZERO,
        };
        let mut importance_known = true;
        for &at in &parts {
            let part = &study.materials[at];
            let moves = at == movable.of || matches!(movable.input, Input::Governance(_));
            if moves {
                verdict.moving.push(MovedRisk::of(evaluation, part, movable.input, Others::MakeRoom));
            } else if let Some(sr) = evaluation.supply_risk(part) {
                verdict.still_sum = verdict.still_sum + Bounds::point(sr);
            }
            match MovedImportance::of(study, part, if at == movable.of { movable.input } else { Input::Recycling }) {
                Some(moved) => verdict.importance.push(moved),
                None => importance_known = false,
            }
        }
        if !importance_known {
            verdict.importance.clear();
            verdict.still_importance = evaluation.importance_for_rule(m).map_or(Bounds::ZERO, Bounds::point);
        }
        verdict
    }

    fn at(&self, x: Bounds) -> Certainty {
        let count = Bounds::point(self.count);
        let Some(sum) = self.moving.iter().try_fold(self.still_sum, |sum, part| Some(sum + part.at(x)?)) else {
            return Certainty::No;
        };
        let importance = if self.importance.is_empty() {
            self.still_importance
        } else {
            self.importance.iter().fold(Bounds::ZERO, |sum, part| sum + part.at(x)) / count
        };
        meets_within(settled(sum / count), settled(importance))
    }

    fn holds(&self, x: f64) -> bool {
        self.at(Bounds::point(x)) != Certainty::No
    }

    /// All places in `low..=high` where the verdict changes, in order, each with the verdict above it.
    fn crossings(&self, low: f64, high: f64) -> Vec<(f64, bool)> {
        let finest = (high - low) * FINEST;
        let mut crossings = Vec::new();
        let (mut known, mut met) = (low, self.holds(low));
        let mut open = vec![(low, high)];
        while let Some((from, to)) = open.pop() {
            // Where the verdict is known next, and what it is there.
            let (next, now) = match self.at(Bounds::new(from, to)) {
                Certainty::Yes => (from, true),
                Certainty::No => (from, false),
                Certainty::Either if to - from > finest => {
                    let middle = f64::midpoint(from, to);
                    open.push((middle, to));
                    open.push((from, middle));
                    continue;
                }
                Certainty::Either => (to, self.holds(to)),
            };
            if now != met {
                crossings.push((boundary(known, next, |x| self.holds(x) == now), now));
            }
            (known, met) = (to, now);
        }
        crossings
    }
}
