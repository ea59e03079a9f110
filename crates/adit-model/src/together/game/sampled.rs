//! Shapley values by sampling, for more players than can be enumerated.
//!
//! The Shapley value is what a player adds on average when the players arrive in a random order. The estimate is the
//! mean over independent random orders. Source: J. Castro, D. Gómez, J. Tejada (2009), Polynomial calculation of the
//! Shapley value based on sampling, Computers & Operations Research 36(5), 1726-1730,
//! <https://doi.org/10.1016/j.cor.2008.04.004>.
//!
//! Order k sorts the players by the random numbers of (seed, k, the player's key): it depends on nothing else, so a
//! further player moves no other within an order.

use adit_number::{normal_quantile, uniform};
use rayon::prelude::*;

use super::Coalition;

/// Orders that one task works through; tasks are added up in their order, so that the bits do not depend on threads.
const ORDERS_A_TASK: u64 = 64;

/// Estimated shares.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampled {
    /// Share of each player, rescaled. Unit: that of v.
    pub shares: Vec<f64>,
    /// Half-width of each share's 95 % interval, before rescaling.
    pub half_widths: Vec<f64>,
    /// The largest of them.
    pub error_bound: f64,
    /// What rescaling added to the shares together, `v(N)` less their sum; each bears the same part of it.
    pub correction: f64,
    /// Number of orders.
    pub orders: u64,
    /// Seed.
    pub seed: u64,
}

/// Mean and sum of squared deviations of so many numbers.
#[derive(Clone, Copy, Default)]
struct Moments {
    count: f64,
    mean: f64,
    squares: f64,
}

impl Moments {
    fn add(&mut self, x: f64) {
        self.count += 1.0;
        let off = x - self.mean;
        self.mean += off / self.count;
        self.squares += off * (x - self.mean);
    }

    /// Two samples as one.
    ///
    /// # Source
    /// T. F. Chan, G. H. Golub, R. J. `LeVeque` (1983), Algorithms for computing the sample variance, The American
    /// Statistician 37(3), 242-247, <https://doi.org/10.1080/00031305.1983.10483115>.
    fn and(self, other: Self) -> Self {
        let count = self.count + other.count;
        if count == 0.0 {
            return self;
        }
        let off = other.mean - self.mean;
        Self {
            count,
            mean: self.mean + off * other.count / count,
            squares: self.squares + other.squares + off * off * self.count * other.count / count,
        }
    }

    /// Half the width of the 95 % interval of the mean; without limit for fewer than two numbers.
    fn half_width(&self) -> f64 {
        if self.count < 2.0 {
            return f64::INFINITY;
        }
        normal_quantile(0.975) * (self.squares / (self.count - 1.0) / self.count).sqrt()
    }
}

/// Estimates the shares from `orders` random orders. `keys` are the players' stable keys, at most
/// [`super::MOST_PLAYERS`]; v works on a scratch of its own, one for each task.
///
/// # Source
/// J. Castro, D. Gómez, J. Tejada (2009), <https://doi.org/10.1016/j.cor.2008.04.004>.
pub fn sampled<S>(
    keys: &[u64],
    orders: u64,
    seed: u64,
    scratch: impl Fn() -> S + Sync,
    v: impl Fn(&mut S, Coalition) -> f64 + Sync,
) -> Sampled {
    let players = keys.len();
    let together = v(&mut scratch(), Coalition::all(players));
    let tasks: Vec<Vec<Moments>> = (0..orders.div_ceil(ORDERS_A_TASK))
        .into_par_iter()
        .map(|task| {
            let (mut moments, mut scratch) = (vec![Moments::default(); players], scratch());
            for order in task * ORDERS_A_TASK..((task + 1) * ORDERS_A_TASK).min(orders) {
                let (mut arrived, mut before) = (Coalition::EMPTY, 0.0);
                for player in arrivals(keys, order, seed) {
                    arrived = arrived.with(player);
                    let after = if arrived.size() == players { together } else { v(&mut scratch, arrived) };
                    moments[player].add(after - before);
                    before = after;
                }
            }
            moments
        })
        .collect();
    let moments = tasks.iter().fold(vec![Moments::default(); players], |sum, task| {
        sum.iter().zip(task).map(|(one, other)| one.and(*other)).collect()
    });
    let estimated: f64 = moments.iter().map(|m| m.mean).sum();
    let correction = together - estimated;
    let half_widths: Vec<f64> = moments.iter().map(Moments::half_width).collect();
    Sampled {
        shares: moments.iter().map(|m| m.mean + correction / players as f64).collect(),
        error_bound: half_widths.iter().copied().fold(0.0, f64::max),
        half_widths,
        correction,
        orders,
        seed,
    }
}

/// The players in a random order.
fn arrivals(keys: &[u64], order: u64, seed: u64) -> Vec<usize> {
    let mut players: Vec<(f64, usize)> = keys.iter().map(|&key| uniform(seed, order, key)).zip(0..).collect();
    players.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    players.into_iter().map(|(_, player)| player).collect()
}
