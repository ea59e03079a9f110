//! Where alternatives stand for a group: the share of its answers that puts each at each rank.

use adit_model::choose::weigh::simplex::{SimplexError, ranked};
use adit_model::choose::weigh::{Acceptability, Kernel, Scores, Wanted, WeighError, Weights};
use adit_number::stable_key;

use crate::choose::round::{Said, centre};
use crate::question::DEFAULT_SEED;

/// Draws of an order together in one group, at most, and of one answer, at most.
const MOST_DRAWS: usize = 200_000;
const DRAWS: usize = 1_000;

/// Why ranks cannot be counted.
#[derive(Debug, thiserror::Error)]
pub enum RanksError {
    /// Scores or weights that cannot be.
    #[error(transparent)]
    Weigh(#[from] WeighError),
    /// An order that cannot be.
    #[error(transparent)]
    Order(#[from] SimplexError),
}

/// Scores from values between the worst (0) and the best (1) of each criterion, on a straight line; a criterion on which
/// worst and best are the same tells no alternatives apart and scores 0. `values` are rows of alternatives.
///
/// # Units
/// Parts of the way from worst to best.
///
/// # Source
/// Linear value functions, V. Belton, T. J. Stewart (2002), Multiple Criteria Decision Analysis, section 5.2.
pub fn scores(values: &[Vec<f64>], ranges: &[(f64, f64)]) -> Result<Scores, WeighError> {
    let part = |(value, (worst, best)): (&f64, &(f64, f64))| {
        if worst == best { 0.0 } else { (value - worst) / (best - worst) }
    };
    Scores::new(ranges.len(), values.iter().flat_map(|row| row.iter().zip(ranges).map(part)).collect())
}

/// The acceptability of each alternative for a group. Points are one vector of weights. An order is as many draws,
/// uniform over all weights that agree with it; every answer counts the same, whichever way it was said. `round` keys the
/// draws: the same round has the same result anywhere.
pub fn ranks(scores: &Scores, said: &[&Said], round: &str) -> Result<Acceptability, RanksError> {
    let kernel = Kernel::new(scores);
    let orders: Vec<&[Option<u32>]> = said
        .iter()
        .filter_map(|one| if let Said::Places(places) = one { Some(places.as_slice()) } else { None })
        .collect();
    let draws = if orders.is_empty() { 1 } else { (MOST_DRAWS / orders.len()).clamp(1, DRAWS) };
    let mut drawn = Vec::new();
    for (at, places) in orders.iter().enumerate() {
        drawn.extend(ranked(&tiers(places), draws, DEFAULT_SEED, stable_key(&format!("round/{round}/{at}")))?);
    }
    let points: Vec<f64> =
        said.iter().filter(|one| matches!(one, Said::Points(_))).flat_map(|one| centre(one)).collect();
    let points = kernel.accept(&Weights::new(scores.criteria(), points)?, Wanted::Ranks);
    let mut all = kernel.accept(&Weights::new(scores.criteria(), drawn)?, Wanted::Ranks);
    let times = u32::try_from(draws).unwrap_or(u32::MAX);
    for (sum, counts) in all.rank_counts.iter_mut().zip(&points.rank_counts) {
        sum.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count * times);
    }
    all.vectors = said.len() * draws;
    // The mean of those who rank an alternative first may be the weights of one person: it is not kept.
    all.central_weights.iter_mut().for_each(|central| *central = None);
    all.winners.clear();
    Ok(all)
}

/// The tiers of an order: a criterion for each place, and those without one, which are alike, behind them.
fn tiers(places: &[Option<u32>]) -> Vec<Vec<usize>> {
    let mut placed: Vec<usize> = (0..places.len()).filter(|&at| places[at].is_some()).collect();
    placed.sort_by_key(|&at| places[at]);
    let unplaced: Vec<usize> = (0..places.len()).filter(|&at| places[at].is_none()).collect();
    let placed = placed.into_iter().map(|at| vec![at]);
    placed.chain([unplaced].into_iter().filter(|tier| !tier.is_empty())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_of_draws_that_agree_with_an_order_is_its_centre() {
        for places in [vec![Some(2), Some(1), Some(3)], vec![None, Some(1), None, Some(4)], vec![Some(1), None, None]] {
            let drawn = ranked(&tiers(&places), 20_000, 1, 7).unwrap();
            let mut mean = vec![0.0; places.len()];
            for weights in drawn.chunks_exact(places.len()) {
                mean.iter_mut().zip(weights).for_each(|(mean, weight)| *mean += weight / 20_000.0);
            }
            let centre = centre(&Said::Places(places.clone()));
            assert!(
                mean.iter().zip(&centre).all(|(mean, centre)| (mean - centre).abs() < 0.005),
                "{mean:?} {centre:?}"
            );
        }
    }

    #[test]
    fn every_answer_counts_the_same_whichever_way_it_was_said() {
        // Two alternatives, each best on one criterion.
        let scores = scores(&[vec![10.0, 5.0], vec![20.0, 9.0]], &[(20.0, 10.0), (5.0, 9.0)]).unwrap();
        assert_eq!(scores.values(), [1.0, 0.0, 0.0, 1.0]);
        let said = [
            Said::Points(vec![90.0, 10.0]),
            Said::Points(vec![10.0, 90.0]),
            Said::Points(vec![70.0, 30.0]),
            Said::Places(vec![Some(1), None]),
        ];
        let ranks = ranks(&scores, &said.iter().collect::<Vec<_>>(), "test").unwrap();
        assert_eq!(ranks.among_first(0, 1), 0.75);
        assert_eq!(ranks.vectors, 4 * DRAWS);
        assert!(ranks.central_weights.iter().all(Option::is_none));
    }
}
