//! The definition and nothing else, one vector after the other, for any number of alternatives.

use super::pairs::{BATCH, Rank};
use super::tally::Tally;
use super::{Scores, Weights};

/// Brings alternatives with their utilities into their order: by falling utility; what follows each other within `tie` by
/// place.
pub fn order(standing: &mut [(f64, usize)], tie: f64) {
    standing.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    for same in standing.chunk_by_mut(|front, back| front.0 - back.0 <= tie) {
        same.sort_unstable_by_key(|&(_, place)| place);
    }
}

/// Counts the vectors from `first` on, as many as there are places for winners.
pub fn count(scores: &Scores, weights: &Weights, first: usize, winners: &mut [u16], tally: &mut Tally) {
    let (n, tie) = (scores.alternatives(), scores.tie());
    let mut standing = Vec::with_capacity(n);
    for (batch, winners) in winners.chunks_mut(BATCH).enumerate() {
        for (lane, winner) in winners.iter_mut().enumerate() {
            let vector = weights.vector(first + batch * BATCH + lane);
            standing.clear();
            standing.extend((0..n).map(|i| (scores.utility(i, vector), i)));
            order(&mut standing, tie);
            for (rank, &(_, i)) in standing.iter().enumerate() {
                tally.by_rank[rank * tally.stride + i] += 1;
                if let Some(ranks) = tally.bytes.get_mut(i) {
                    ranks[lane] = i8::of(rank);
                }
                if let Some(ranks) = tally.words.get_mut(i) {
                    ranks[lane] = i16::of(rank);
                }
            }
            *winner = standing.first().and_then(|&(_, i)| u16::try_from(i).ok()).unwrap_or(u16::MAX);
        }
        tally.close_batch(winners.len());
    }
}
