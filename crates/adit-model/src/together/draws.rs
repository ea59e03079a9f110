//! The game per draw: in each, projects succeed or fail and tonnes lie somewhere in their range (rules §3).
//!
//! In draw k a project succeeds if the random number of (seed, k, its promoter) is below its probability, so that
//! projects of one promoter fail together (rules §1.7): the likelier of two then never fails without the other.
//! Capacity, use, ramp-up, EU supply and world production are uniform between their limits. The printed shares of the
//! official figures are not drawn: a value is a difference in which their rounding all but cancels, and the bounds hold
//! it.

use adit_number::{AsValue, Fact, Reading, uniform};
use rayon::prelude::*;

use super::displacement::Displacement;
use super::game::{MOST_LISTED, Values, shapley};
use super::inputs::Inputs;
use super::offer::Offer;
use super::read::Reader;
use super::supply::Scratch;
use crate::risk::evaluate::RiskReading;

/// Mean and 90 % band of a number over the draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Mean.
    pub mean: f64,
    /// 5 % of the draws lie below.
    pub p05: f64,
    /// 95 % of the draws lie below.
    pub p95: f64,
}

/// The game over all draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Ensemble {
    /// Number of draws.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
    /// Everybody together.
    pub together: Band,
    /// Shapley share of each player; `None` above [`MOST_LISTED`] players, where each draw would be a game of thousands
    /// of coalitions.
    pub shapley: Option<Vec<Band>>,
}

/// Reads tonnes in a draw, the official figures as they are.
#[derive(Clone, Copy)]
struct InDraw {
    seed: u64,
    draw: u64,
    /// Facts from here on are drawn.
    from: u32,
}

impl Reading for InDraw {
    type Number = f64;

    fn read(&self, fact: &Fact) -> f64 {
        if fact.index < self.from || fact.is_constant() {
            return fact.value;
        }
        (fact.low + (fact.high - fact.low) * uniform(self.seed, self.draw, fact.key)).min(fact.high)
    }
}

impl RiskReading for InDraw {}

/// Plays every draw; `None` without draws, or where the value is unknown.
pub fn ensemble(inputs: &Inputs, how: Displacement) -> Option<Ensemble> {
    let (draws, seed) = (inputs.question.draws, inputs.question.seed);
    Reader::new(inputs, AsValue, 1.0).play(how).value(inputs.all()).filter(|_| draws > 0)?;
    let players = inputs.players.len();
    let played: Vec<Vec<f64>> = (0..draws as u64).into_par_iter().map(|draw| one(inputs, how, seed, draw)).collect();
    let column = |at: usize| band(played.iter().map(|numbers| numbers[at]).collect());
    let shapley = (players <= MOST_LISTED).then(|| (1..=players).map(column).collect());
    Some(Ensemble { draws, seed, together: column(0), shapley })
}

/// Everybody together, then the shares where they are computed.
fn one(inputs: &Inputs, how: Displacement, seed: u64, draw: u64) -> Vec<f64> {
    let from = u32::try_from(inputs.study.facts.len()).unwrap_or(u32::MAX);
    let reading = InDraw { seed, draw, from };
    let succeeds = |offer: &Offer| {
        let chance = reading.read(&offer.probability.fact);
        (uniform(seed, draw, offer.success_key()) < chance).then_some(1.0)
    };
    let play = Reader::new(inputs, reading, 1.0).play_with(how, &succeeds);
    let mut numbers = vec![play.value(inputs.all()).unwrap_or(0.0)];
    let players = inputs.players.len();
    if players <= MOST_LISTED {
        let with = |scratch: &mut Scratch<f64>, coalition| play.value_with(coalition, scratch).unwrap_or(0.0);
        numbers.extend(Values::with(players, Scratch::default, with).iter().flat_map(shapley));
    }
    numbers
}

fn band(mut numbers: Vec<f64>) -> Band {
    let mean = numbers.iter().sum::<f64>() / numbers.len() as f64;
    numbers.sort_by(f64::total_cmp);
    Band { mean, p05: quantile(&numbers, 0.05), p95: quantile(&numbers, 0.95) }
}

/// The quantile of sorted numbers, in a straight line between neighbours.
///
/// # Source
/// R. J. Hyndman, Y. Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4), 361-365,
/// definition 7, <https://doi.org/10.1080/00031305.1996.10473566>.
fn quantile(sorted: &[f64], part: f64) -> f64 {
    let at = part * (sorted.len() - 1) as f64;
    let (below, above) = (at.floor(), at.ceil());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a position within the slice")]
    let [low, high] = [below, above].map(|at| sorted[at as usize]);
    low + (high - low) * (at - below)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_by_hand() {
        let numbers: Vec<f64> = (0..=20).map(f64::from).collect();
        assert_eq!((quantile(&numbers, 0.05), quantile(&numbers, 0.5)), (1.0, 10.0));
        assert!((quantile(&numbers, 0.96) - 19.2).abs() < 1e-12);
        assert_eq!(quantile(&[7.0], 0.95), 7.0);
    }
}
