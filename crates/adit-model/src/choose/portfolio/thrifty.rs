//! Of all choices that are as good, the one that takes the least public money, and of these the one with the fewest
//! projects: often several are best, and a solver gives any of them.

use super::candidates::{Portfolio, Scope};
use super::measure::{Measure, over_plan};
use super::programme::{RowOf, programme};
use super::solve::{Answer, solve_built};
use crate::problem::mixed::gap;
use crate::problem::{MixedOptions, Sense, SolveError, Solver};

/// What a project counts for beside public money, million euro: enough that one which brings nothing is left out.
const A_PROJECT: f64 = 1e-3;

/// How much of the objective may be lost to rounding, as a share.
const ROUNDING: f64 = 1e-7;

/// The thriftiest choice among the best, where the best is proved and the thriftiest is; else the answer as it is. The
/// supply risk may be neither objective nor limit: around another choice it is another.
pub fn thrifty(
    portfolio: &Portfolio,
    solver: &dyn Solver,
    options: MixedOptions,
    answer: Answer,
) -> Result<Answer, SolveError> {
    let Some(best) = answer.choice.as_ref().filter(|_| answer.proved()) else { return Ok(answer) };
    let plain = programme(portfolio, None);
    let mut built = plain.clone();
    let terms: Vec<(usize, f64)> =
        plain.mixed.columns.iter().enumerate().map(|(at, column)| (at, column.cost)).collect();
    let reached = answer.objective - plain.mixed.constant;
    let slack = ROUNDING * reached.abs().max(1.0);
    let (lower, upper) = match plain.mixed.sense {
        Sense::Maximise => (reached - slack, f64::INFINITY),
        Sense::Minimise => (f64::NEG_INFINITY, reached + slack),
    };
    built.row(RowOf::Extra, "as_good".to_owned(), terms, lower, upper);
    built.mixed.sense = Sense::Minimise;
    built.mixed.constant = 0.0;
    for column in &mut built.mixed.columns {
        column.cost = 0.0;
    }
    for (at, candidate) in portfolio.candidates.iter().enumerate() {
        for (place, course) in candidate.courses.iter().enumerate() {
            let public = over_plan(portfolio, candidate, course, Measure::Public, &Scope::default());
            let (column, factor) = built.quantity(at, place, candidate.divisible(), candidate.most);
            built.mixed.columns[column].cost += factor * public;
            let chosen = built.chosen[at][place];
            built.mixed.columns[chosen].cost += A_PROJECT;
        }
    }
    let cost = built.mixed.objective(&built.values(portfolio, best));
    let found = solve_built(portfolio, built, solver, options, Some(best), None)?;
    let Some(choice) =
        found.choice.as_ref().filter(|_| found.proved() && found.objective < cost - ROUNDING * cost.abs().max(1.0))
    else {
        return Ok(answer);
    };
    let objective = plain.mixed.objective(&plain.values(portfolio, choice));
    Ok(Answer {
        objective,
        gap: gap(objective, answer.bound),
        nodes: answer.nodes + found.nodes,
        seconds: answer.seconds + found.seconds,
        choice: found.choice,
        checked: found.checked,
        ..answer
    })
}
