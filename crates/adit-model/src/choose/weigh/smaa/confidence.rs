//! Confidence factors: how often an alternative would really be first under the weights that favour it, if the scores are
//! only known within limits.

use adit_number::uniform;

use super::{Scores, WeighError, plain};

/// Limits of uncertain scores, row by row like the scores; a draw takes each evenly between its limits.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// Lowest.
    pub low: Vec<f64>,
    /// Highest.
    pub high: Vec<f64>,
    /// Stable key of each score ([`adit_number::stable_key`] of alternative and criterion): scores of one key share
    /// their draw.
    pub keys: Vec<u64>,
}

/// For each alternative the share of draws of the scores in which it stands first under its central weights; `None`
/// where it has none.
///
/// # Errors
/// Limits of the wrong number, or not finite.
///
/// # Source
/// R. Lahdelma, P. Salminen (2001), SMAA-2, Operations Research 49(3), eq. 13.
pub fn confidence_factors(
    scores: &Scores,
    spread: &Spread,
    central_weights: &[Option<Vec<f64>>],
    draws: u32,
    seed: u64,
) -> Result<Vec<Option<f64>>, WeighError> {
    let criteria = scores.criteria();
    for (what, given) in
        [("lowest scores", spread.low.len()), ("highest scores", spread.high.len()), ("keys", spread.keys.len())]
    {
        if given != scores.values().len() {
            return Err(WeighError::Length { what, given, criteria });
        }
    }
    let mut first = vec![0_u32; central_weights.len()];
    let mut standing = Vec::with_capacity(scores.alternatives());
    for draw in 0..draws {
        let between = |at: usize| {
            let (low, high) = (spread.low[at], spread.high[at]);
            low + (high - low) * uniform(seed, u64::from(draw), spread.keys[at])
        };
        let drawn = Scores::new(criteria, (0..spread.keys.len()).map(between).collect())?;
        let tie = drawn.tie();
        for (i, weights) in central_weights.iter().enumerate() {
            let Some(weights) = weights else { continue };
            standing.clear();
            standing.extend((0..drawn.alternatives()).map(|j| (drawn.utility(j, weights), j)));
            plain::order(&mut standing, tie);
            first[i] += u32::from(standing.first().is_some_and(|&(_, best)| best == i));
        }
    }
    let share = |(weights, first): (&Option<Vec<f64>>, u32)| {
        weights.as_ref().map(|_| f64::from(first) / f64::from(draws.max(1)))
    };
    Ok(central_weights.iter().zip(first).map(share).collect())
}
