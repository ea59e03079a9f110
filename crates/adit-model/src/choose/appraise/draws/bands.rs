//! What draws say, project by project.

use adit_number::Band;

use crate::choose::appraise::AppraisalError;
use crate::choose::appraise::plan::ProjectPlan;

use super::{DrawsAsked, Group};

/// What the draws of a project say. Million euro, real.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// Id of the project.
    pub project: String,
    /// Number of draws.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
    /// Net present value.
    pub npv: Band,
    /// Part of the draws below zero.
    pub below_zero: f64,
    /// Net present value of each draw, in their order.
    pub npv_draws: Vec<f64>,
    /// Internal rates.
    pub irr: IrrBands,
    /// Net cash flow by year of the plan, pointwise; empty if it was not asked for.
    pub by_year: Vec<Band>,
}

/// Internal rates over draws. Real.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IrrBands {
    /// Draws with exactly one internal rate.
    pub one: usize,
    /// Draws with several, of which none is called the internal rate of return.
    pub several: usize,
    /// Draws with none.
    pub none: usize,
    /// The rate of the draws that have exactly one; `None` if no draw has.
    pub band: Option<Band>,
    /// Draws with exactly one rate at or above zero, whatever lies below it.
    pub one_above_zero: usize,
    /// The rate of those draws.
    pub above_zero: Option<Band>,
}

/// The bands of the project at a place among the plans.
pub(super) fn of(plan: &ProjectPlan, at: usize, groups: &[&Group], asked: DrawsAsked) -> Result<Drawn, AppraisalError> {
    let mut npv: Vec<f64> = groups.iter().flat_map(|group| group.npv[at]).collect();
    npv.truncate(asked.draws);
    let below = npv.iter().filter(|value| **value < 0.0).count();
    let npv_draws = npv.clone();
    let band = |values: &mut Vec<f64>| {
        Band::of(values).map_err(|error| AppraisalError::TooMuch(format!("{}: {error}", plan.project)))
    };
    let by_year = groups.first().map_or(0, |group| group.net[at].len());
    let by_year = (0..by_year).map(|year| {
        let mut values: Vec<f64> = groups.iter().flat_map(|group| group.net[at][year]).collect();
        values.truncate(asked.draws);
        band(&mut values)
    });
    let by_year = by_year.collect::<Result<_, _>>()?;
    Ok(Drawn {
        project: plan.project.clone(),
        draws: asked.draws,
        seed: asked.seed,
        npv: band(&mut npv)?,
        below_zero: below as f64 / asked.draws as f64,
        npv_draws,
        irr: irr(at, groups, asked.draws),
        by_year,
    })
}

fn irr(at: usize, groups: &[&Group], draws: usize) -> IrrBands {
    let rates = || groups.iter().flat_map(|group| group.rates[at]).take(draws);
    let count = |wanted: fn(u8) -> bool| rates().filter(|rates| wanted(rates.count)).count();
    let mut one: Vec<f64> = rates().filter(|rates| rates.count == 1).map(|rates| rates.rate).collect();
    let mut above: Vec<f64> = rates().filter(|rates| rates.above == 1).map(|rates| rates.rate).collect();
    IrrBands {
        one: one.len(),
        several: count(|count| count > 1),
        none: count(|count| count == 0),
        one_above_zero: above.len(),
        band: Band::of(&mut one).ok(),
        above_zero: Band::of(&mut above).ok(),
    }
}
