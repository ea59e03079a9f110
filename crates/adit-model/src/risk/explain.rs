//! **Which single input, changed to what, gives a target?** It looks for a wrong figure: nothing else moves, the other
//! shares of a list stay as they are (rules §1.10).

use adit_facts::Scope;
use adit_number::{AsValue, Bounds};

use super::evaluate::Evaluation;
use super::inputs::{MaterialInputs, StageInputs, Study};
use super::moved::{Input, Movable, MovedRisk, Others, movables};
use super::search::{NOISE, boundary};

/// Pieces of a range narrower than this part of it are not split further.
const FINEST: f64 = 1e-7;

/// One single change that gives the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answer {
    /// The input.
    pub movable: Movable,
    /// The value that gives the target.
    pub needs: f64,
}

impl Answer {
    /// Change of the input from now, relative to now; `None` from zero.
    pub fn relative_change(&self) -> Option<f64> {
        (self.movable.now != 0.0).then(|| (self.needs - self.movable.now) / self.movable.now)
    }
}

/// All single changes of an input of a stage that make its supply risk `target` under `scope`, nearest first.
pub fn explain(study: &Study, m: usize, stage: usize, scope: Scope, target: f64) -> Vec<Answer> {
    let evaluation = Evaluation::new(study, AsValue);
    answers(&evaluation, m, stage, scope, target)
}

pub(crate) fn answers(
    evaluation: &Evaluation<'_, AsValue>,
    at: usize,
    stage: usize,
    scope: Scope,
    target: f64,
) -> Vec<Answer> {
    let m: &MaterialInputs = &evaluation.study.materials[at];
    let s: &StageInputs = &m.stages[stage];
    let mut found = Vec::new();
    for movable in movables(evaluation, at, Others::Stay).into_iter().filter(|m| concerns(m, s)) {
        let risk = MovedRisk::of_stage(evaluation, m, s, scope, movable.input);
        for needs in roots(|x| risk.at(x), target, movable.low, movable.high) {
            if (needs - movable.now).abs() > (movable.high - movable.low) * FINEST * 10.0 {
                found.push(Answer { movable, needs });
            }
        }
    }
    let distance = |answer: &Answer| answer.relative_change().map_or(f64::INFINITY, f64::abs);
    found.sort_by(|a, b| distance(a).total_cmp(&distance(b)).then(a.needs.total_cmp(&b.needs)));
    found
}

fn concerns(movable: &Movable, s: &StageInputs) -> bool {
    match movable.input {
        Input::Share(stage, ..) | Input::Trade(stage, ..) | Input::ImportReliance(stage) => stage == s.stage,
        Input::Governance(_) | Input::Recycling | Input::SubstitutionRisk => true,
        Input::SubstitutionImportance | Input::Use(_) => false,
    }
}

/// All `x` in `low..=high` with a supply risk of `target`, in order, by a search in bounds. An input on which the figure
/// does not depend has none.
pub(crate) fn roots(risk: impl Fn(Bounds) -> Option<Bounds>, target: f64, low: f64, high: f64) -> Vec<f64> {
    if risk(Bounds::new(low, high)).is_none_or(|sr| sr.width() <= NOISE) {
        return Vec::new();
    }
    let finest = (high - low) * FINEST;
    let at = |x: f64| risk(Bounds::point(x));
    let above = |x: f64| at(x).is_some_and(|sr| f64::midpoint(sr.lo(), sr.hi()) >= target);
    let touches = |x: f64| at(x).is_some_and(|sr| sr.contains(target));
    let mut found: Vec<f64> = Vec::new();
    let mut open = vec![(low, high)];
    while let Some((from, to)) = open.pop() {
        if !risk(Bounds::new(from, to)).is_some_and(|sr| sr.contains(target)) {
            continue;
        }
        if to - from > finest {
            let middle = f64::midpoint(from, to);
            open.push((middle, to));
            open.push((from, middle));
            continue;
        }
        let beyond = above(to);
        let root = if above(from) == beyond {
            // A target that is only reached at an end of the range is not crossed.
            [low, high].into_iter().find(|end| (*end == from || *end == to) && touches(*end))
        } else {
            Some(boundary(from, to, |x| above(x) == beyond))
        };
        found.extend(root.filter(|root| found.last().is_none_or(|last| root - last > finest * 4.0)));
    }
    found
}
