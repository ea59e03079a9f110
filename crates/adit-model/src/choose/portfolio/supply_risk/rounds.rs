//! Linearise, solve, compute exactly, and again, until the two agree (rules §6.1).

use super::exact::Exact;
use super::{Linearised, Plane, Risk};
use crate::choose::portfolio::candidates::{Choice, Portfolio};
use crate::choose::portfolio::programme::programme;
use crate::choose::portfolio::solve::{Answer, solve_built};
use crate::problem::{MixedOptions, SolveError, Solver};

/// Rounds after which the limit is said.
pub const MOST_ROUNDS: usize = 8;

/// The two agree where they differ by less than this share of the exact one.
pub const AGREE: f64 = 0.01;

/// One round.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    /// Supply risk of the choice as the planes say it, summed over the materials.
    pub sr_linear: f64,
    /// The same, exactly.
    pub sr_exact: f64,
}

/// An answer whose objective or limits look at supply risk: at best optimal of the last linearisation.
#[derive(Debug, Clone, PartialEq)]
pub struct LinearisedAnswer {
    /// The answer of the best round.
    pub answer: Answer,
    /// All rounds.
    pub rounds: Vec<Round>,
    /// The round of the answer, by its place.
    pub best: usize,
    /// Whether linear and exact agree in that round.
    pub agrees: bool,
}

/// Solves a portfolio that looks at supply risk.
pub fn solve_linearised(
    portfolio: &Portfolio,
    exact: &Exact,
    solver: &dyn Solver,
    options: MixedOptions,
) -> Result<LinearisedAnswer, SolveError> {
    let mut around = Choice::default();
    let mut rounds: Vec<Round> = Vec::new();
    let mut best: Option<(usize, Answer)> = None;
    let sign = portfolio.objective.sense.sign();
    while rounds.len() < MOST_ROUNDS {
        let linear = linearise(portfolio, exact, &around);
        let before = (!around.picks.is_empty()).then_some(&around);
        let built = programme(portfolio, Some(&linear));
        let answer = solve_built(portfolio, built, solver, options, before, Some(exact))?;
        let Some(choice) = answer.choice.clone() else {
            rounds.push(Round { sr_linear: f64::NAN, sr_exact: f64::NAN });
            // Nothing meets the plane around an earlier choice: that choice stands.
            best.get_or_insert((rounds.len() - 1, answer));
            break;
        };
        let round = Round {
            sr_linear: linear_risk(portfolio, &linear, &choice),
            sr_exact: exact_risk(portfolio, exact, &choice),
        };
        let agrees = agree(&round);
        let again = choice == around;
        rounds.push(round);
        let worth = |answer: &Answer| {
            let objective = answer.checked.as_ref().map_or(f64::INFINITY, |checked| sign * checked.objective);
            // Among sound answers the better objective; a broken one only where there is no other.
            (!answer.sound(), if objective.is_nan() { f64::INFINITY } else { objective })
        };
        if best.as_ref().is_none_or(|(_, known)| worth(&answer) < worth(known)) {
            best = Some((rounds.len() - 1, answer));
        }
        if agrees || again {
            break;
        }
        around = choice;
    }
    let Some((best, answer)) = best else { return Err(SolveError::Stopped("no round was solved".to_owned())) };
    let agrees = agree(&rounds[best]);
    Ok(LinearisedAnswer { answer, rounds, best, agrees })
}

fn agree(round: &Round) -> bool {
    (round.sr_linear - round.sr_exact).abs() < AGREE * round.sr_exact.abs()
}

fn exact_risk(portfolio: &Portfolio, exact: &Exact, choice: &Choice) -> f64 {
    let of = |(material, year): &(String, i32)| exact.supply_risk(portfolio, choice, material, *year);
    Risk::materials(exact).iter().filter_map(of).sum()
}

fn linear_risk(portfolio: &Portfolio, linear: &Linearised, choice: &Choice) -> f64 {
    let of = |plane: &Plane| {
        let moved = choice.picks.iter().map(|pick| pick.size * plane.slopes[pick.candidate][pick.course]);
        plane.intercept + moved.sum::<f64>()
    };
    debug_assert!(linear.planes.iter().all(|plane| plane.slopes.len() == portfolio.candidates.len()));
    linear.planes.iter().map(of).sum()
}

/// A step in tonnes that is small against what is offered and large against rounding.
const STEP: f64 = 1e-4;

/// The planes that touch supply risk at a choice.
pub fn linearise(portfolio: &Portfolio, exact: &Exact, around: &Choice) -> Linearised {
    let mut planes = Vec::new();
    for (material, year) in Risk::materials(exact) {
        let Some(before) = exact.supply_risk(portfolio, &Choice::default(), material, *year) else { continue };
        let at = exact.tonnes(portfolio, around, material, *year);
        let Some(here) = exact.with(material, *year, &at) else { continue };
        let offers = exact.offers(material, *year);
        let full = |offer: &super::exact::Offered| {
            let courses = 0..portfolio.candidates[offer.candidate].courses.len();
            courses.map(|course| offer.full(portfolio, course, *year)).fold(0.0, f64::max)
        };
        let mut slopes: Vec<Vec<f64>> =
            portfolio.candidates.iter().map(|candidate| vec![0.0; candidate.courses.len()]).collect();
        for (place, offer) in offers.iter().enumerate() {
            let step = STEP * full(offer).max(1.0);
            let mut moved = at.clone();
            moved[place] = at[place] + step;
            let up = exact.with(material, *year, &moved);
            moved[place] = (at[place] - step).max(0.0);
            let down = exact.with(material, *year, &moved);
            let (Some(up), Some(down)) = (up, down) else { continue };
            let slope = (up - down) / (at[place] + step - moved[place]);
            for (course, of_course) in slopes[offer.candidate].iter_mut().enumerate() {
                *of_course += slope * offer.full(portfolio, course, *year);
            }
        }
        let moved: f64 = around.picks.iter().map(|pick| pick.size * slopes[pick.candidate][pick.course]).sum();
        planes.push(Plane { material: material.clone(), year: *year, before, intercept: here - moved, slopes });
    }
    Linearised { planes }
}
