//! Exact Shapley values.
//!
//! `phi_i = sum over S without i of |S|! (n-|S|-1)! / n! (v(S+i) - v(S))`. Source: L. S. Shapley (1953), A value for
//! n-person games, in Contributions to the Theory of Games II, Annals of Mathematics Studies 28, 307-317,
//! <https://doi.org/10.1515/9781400881970-018>.
//!
//! What a player adds is averaged over the coalitions of one size, and the averages over the sizes, which is the same
//! thing. Sums are compensated, so that the shares add to the whole to a few units of the last digit. Players are shared
//! out over threads and each is summed by one, so that the bits do not depend on their number.

use rayon::prelude::*;

use super::{Coalition, Values};

/// The Shapley value of every player. Unit: that of v.
///
/// # Source
/// L. S. Shapley (1953), A value for n-person games, <https://doi.org/10.1515/9781400881970-018>.
pub fn shapley(values: &Values) -> Vec<f64> {
    let coalitions = coalitions_by_size(values.players());
    (0..values.players()).into_par_iter().map(|player| one(values, player, &coalitions)).collect()
}

/// How many coalitions of k others there are: `C(n-1, k)`.
fn coalitions_by_size(players: usize) -> Vec<f64> {
    let mut binomial = 1.0;
    (0..players)
        .map(|k| {
            let coalitions = binomial;
            binomial = (binomial * (players - 1 - k) as f64 / (k + 1) as f64).round();
            coalitions
        })
        .collect()
}

fn one(values: &Values, player: usize, coalitions: &[f64]) -> f64 {
    let mut added = vec![Sum::default(); coalitions.len()];
    let below = (1u64 << player) - 1;
    for others in 0..1u64 << (values.players() - 1) {
        // The others' bits with a gap where the player's bit is.
        let without = Coalition(others & below | (others & !below) << 1);
        let sum = &mut added[without.size()];
        sum.add(values.value(without.with(player)));
        sum.add(-values.value(without));
    }
    let mut averages = Sum::default();
    for (sum, coalitions) in added.iter().zip(coalitions) {
        averages.add(sum.total() / coalitions);
    }
    averages.total() / values.players() as f64
}

/// A sum that keeps what rounding drops.
///
/// # Source
/// A. Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54, 39-51,
/// <https://doi.org/10.1002/zamm.19740540106>.
#[derive(Clone, Copy, Default)]
struct Sum {
    sum: f64,
    dropped: f64,
}

impl Sum {
    fn add(&mut self, term: f64) {
        let next = self.sum + term;
        self.dropped += if self.sum.abs() >= term.abs() { (self.sum - next) + term } else { (term - next) + self.sum };
        self.sum = next;
    }

    fn total(&self) -> f64 {
        self.sum + self.dropped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coalitions_of_all_sizes_are_all_coalitions() {
        assert_eq!(coalitions_by_size(5), [1.0, 4.0, 6.0, 4.0, 1.0]);
        for players in 1..=20 {
            assert_eq!(coalitions_by_size(players).iter().sum::<f64>(), f64::from(1 << (players - 1)));
        }
    }

    #[test]
    fn a_sum_keeps_what_rounding_drops() {
        let mut sum = Sum::default();
        for term in [1.0, 1e100, 1.0, -1e100] {
            sum.add(term);
        }
        assert_eq!(sum.total(), 2.0);
    }
}
