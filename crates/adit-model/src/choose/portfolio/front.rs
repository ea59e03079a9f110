//! Two objectives: the choices that no other beats in both.
//!
//! Augmented epsilon constraint (G. Mavrotas 2009, Effective implementation of the epsilon-constraint method in
//! multi-objective mathematical programming problems, Applied Mathematics and Computation 213(2), 455-465,
//! <https://doi.org/10.1016/j.amc.2009.03.037>): the first objective is pushed while the second must reach a level, with
//! a small reward for going beyond it, so that no point is weakly dominated; the level then moves past what was reached.

use super::candidates::{Bound, Choice, Limit, LimitRule, Objective, Portfolio, Scope, Term};
use super::check::measured;
use super::means::Means;
use super::measure::{Measure, Span};
use super::solve::Answer;
use crate::problem::SolveError;
use crate::problem::mixed::{MixedStatus, Sense};

/// Reward for the second objective, as a part of the range of the first.
const AUGMENTED: f64 = 1e-4;

/// One of the two objectives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Aim {
    /// What is measured, over all candidates and the whole plan.
    pub measure: Measure,
    /// Which way is better.
    pub sense: Sense,
}

/// A point of the front.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The first objective.
    pub first: f64,
    /// The second.
    pub second: f64,
    /// The solve that gave it.
    pub solved: Answer,
}

/// The front.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Front {
    /// Points, the best in the first objective first.
    pub points: Vec<Point>,
    /// Whether every point is proved, and no other lies further than [`Front::step`] from one of them.
    pub complete: bool,
    /// Points nearer to each other than this in the second objective are one.
    pub step: f64,
}

/// The front of two objectives with at most `most` points (at least 2). Neither may be the supply risk, which is not
/// linear.
pub fn front(portfolio: &Portfolio, means: Means<'_>, aims: [Aim; 2], most: usize) -> Result<Front, SolveError> {
    if aims.iter().any(|aim| aim.measure == Measure::SupplyRisk) {
        let says = "supply risk is not linear in the choice: it can be the objective or a limit, not an axis";
        return Err(SolveError::Malformed(says.to_owned()));
    }
    let [first, second] = aims;
    let Some(best) = best_of(portfolio, means, first, second)? else { return Ok(Front::default()) };
    let Some(other) = best_of(portfolio, means, second, first)? else { return Ok(Front::default()) };
    let other = Point { first: other.second, second: other.first, solved: other.solved };
    let range = (other.second - best.second).abs();
    let step = range / (most.max(2) - 1) as f64;
    let weight = AUGMENTED * (best.first - other.first).abs() / range.max(f64::MIN_POSITIVE);
    let mut front = Front { points: vec![best], complete: true, step };
    let end = other.second;
    while front.points.len() < most && range > 0.0 {
        let reached = front.points.last().map_or(end, |point| point.second);
        let level = match second.sense {
            Sense::Maximise => reached + step.max(1e-6 * range),
            Sense::Minimise => reached - step.max(1e-6 * range),
        };
        // The last step ends on the other end itself, not a rounding beyond it.
        let past = second.sense.better(level, end);
        let level = if past { end } else { level };
        if past && !second.sense.better(end, reached) {
            break;
        }
        let mut asked = with(portfolio, &[(first, 1.0), (second, weight)]);
        asked.limits.push(reach(portfolio, second, level));
        let start = front.points.last().and_then(|point| point.solved.choice.clone());
        let solved = means.solve(&asked, start.as_ref())?;
        front.complete &= solved.proved() || solved.infeasible();
        let Some(choice) = solved.choice.clone() else { break };
        front.points.push(point(portfolio, aims, solved, &choice));
        if past {
            break;
        }
    }
    let reached_end = front.points.last().is_some_and(|point| (point.second - end).abs() <= step.max(1e-6));
    front.complete &= reached_end;
    Ok(front)
}

/// The best in one objective and, among these, in the other.
fn best_of(portfolio: &Portfolio, means: Means<'_>, main: Aim, then: Aim) -> Result<Option<Point>, SolveError> {
    let first = means.solve(&with(portfolio, &[(main, 1.0)]), None)?;
    let Some(choice) = &first.choice else { return Ok(None) };
    let reached = whole(portfolio, choice, main.measure);
    let slack = means.options.gap.max(1e-7) * reached.abs().max(1e-6);
    let level = if main.sense == Sense::Maximise { reached - slack } else { reached + slack };
    let mut asked = with(portfolio, &[(then, 1.0)]);
    asked.limits.push(reach(portfolio, main, level));
    let second = means.solve(&asked, Some(choice))?;
    let (solved, choice) = match &second.choice {
        Some(found) => (second.clone(), found.clone()),
        None => (first.clone(), choice.clone()),
    };
    let proved = first.proved() && solved.proved();
    let mut found = point(portfolio, [main, then], solved, &choice);
    if !proved {
        found.solved.status = MixedStatus::TimeLimit;
    }
    Ok(Some(found))
}

fn point(portfolio: &Portfolio, aims: [Aim; 2], solved: Answer, choice: &Choice) -> Point {
    let [first, second] = aims.map(|aim| whole(portfolio, choice, aim.measure));
    Point { first, second, solved }
}

/// A measure over all candidates and the whole plan.
fn whole(portfolio: &Portfolio, choice: &Choice, measure: Measure) -> f64 {
    measured(portfolio, choice, measure, &Scope::default(), year_of(portfolio, measure))
}

/// What holds in each year is looked at in the last year of the plan.
fn year_of(portfolio: &Portfolio, measure: Measure) -> Option<i32> {
    (measure.span() == Span::Yearly).then_some(portfolio.last)
}

/// The portfolio with a weighted sum of aims as its objective, in the direction of the first.
fn with(portfolio: &Portfolio, aims: &[(Aim, f64)]) -> Portfolio {
    let sense = aims.first().map_or(Sense::Maximise, |(aim, _)| aim.sense);
    let term = |&(aim, weight): &(Aim, f64)| Term {
        measure: aim.measure,
        scope: Scope::default(),
        year: year_of(portfolio, aim.measure),
        weight: if aim.sense == sense { weight } else { -weight },
    };
    Portfolio { objective: Objective { sense, terms: aims.iter().map(term).collect() }, ..portfolio.clone() }
}

/// The limit that an objective reaches a level.
fn reach(portfolio: &Portfolio, aim: Aim, level: f64) -> Limit {
    let bound = if aim.sense == Sense::Maximise { Bound::AtLeast(level) } else { Bound::AtMost(level) };
    let year = year_of(portfolio, aim.measure);
    let rule = LimitRule::Measure { measure: aim.measure, scope: Scope::default(), year, bound };
    Limit { name: format!("{} reaches {level}", aim.measure.word()), rule, at: (0, 0) }
}
