//! The counts while they grow.

use super::pairs::{self, BATCH};
use super::{Acceptability, Scores, Wanted, Weights};

/// Counts of some of the vectors.
pub struct Tally {
    alternatives: usize,
    /// By rank, then alternative: what is written together lies together.
    pub by_rank: Vec<u32>,
    /// Room of a rank in `by_rank`: as many as alternatives, and no fewer than a key of the lanes can name.
    pub stride: usize,
    /// [`pairs::count`]; empty if not wanted.
    before: Vec<u32>,
    /// Ranks of the batch, by alternative: in a byte where they fit, else in two.
    pub bytes: Vec<[i8; BATCH]>,
    /// Ranks of the batch where a byte does not hold them.
    pub words: Vec<[i16; BATCH]>,
}

/// Alternatives whose ranks fit into a signed byte.
pub const IN_A_BYTE: usize = 128;

impl Tally {
    pub fn new(scores: &Scores, wanted: Wanted) -> Self {
        let n = scores.alternatives();
        let room = |fits: bool| if wanted == Wanted::Pairs && fits { n } else { 0 };
        Self {
            alternatives: n,
            by_rank: vec![0; n * n.max(IN_A_BYTE)],
            stride: n.max(IN_A_BYTE),
            before: vec![0; n * room(true)],
            bytes: vec![[0; BATCH]; room(n <= IN_A_BYTE)],
            words: vec![[0; BATCH]; room(n > IN_A_BYTE)],
        }
    }

    /// Whether pairs are counted.
    pub fn wants_pairs(&self) -> bool {
        !self.before.is_empty()
    }

    /// Counts the pairs of a batch of which `known` vectors are there.
    pub fn close_batch(&mut self, known: usize) {
        if !self.wants_pairs() {
            return;
        }
        // All alternatives at the same rank: none stands before another.
        self.bytes.iter_mut().for_each(|row| row[known..].fill(0));
        self.words.iter_mut().for_each(|row| row[known..].fill(0));
        if self.words.is_empty() {
            pairs::count(&self.bytes, &mut self.before);
        } else {
            pairs::count(&self.words, &mut self.before);
        }
    }

    /// Both together.
    pub fn and(mut self, other: Self) -> Self {
        for (count, more) in self.by_rank.iter_mut().zip(other.by_rank) {
            *count += more;
        }
        for (count, more) in self.before.iter_mut().zip(other.before) {
            *count += more;
        }
        self
    }

    /// The result: the other half of the pairs, and the means of the vectors behind each winner.
    pub fn finish(self, weights: &Weights, winners: Vec<u16>) -> Acceptability {
        let (n, vectors) = (self.alternatives, weights.len());
        let rank_counts: Vec<Vec<u32>> =
            (0..n).map(|i| (0..n).map(|rank| self.by_rank[rank * self.stride + i]).collect()).collect();
        let all = u32::try_from(vectors).unwrap_or(u32::MAX);
        let pairwise = self.wants_pairs().then(|| {
            let before = |i: usize, j: usize| match i.cmp(&j) {
                std::cmp::Ordering::Less => self.before[j * n + i],
                std::cmp::Ordering::Equal => 0,
                std::cmp::Ordering::Greater => all - self.before[i * n + j],
            };
            (0..n).map(|i| (0..n).map(|j| before(i, j)).collect()).collect()
        });
        let mut sums: Vec<Option<Vec<f64>>> = vec![None; n];
        for (vector, &winner) in weights.vectors().zip(&winners) {
            let Some(sum) = sums.get_mut(usize::from(winner)) else { continue };
            let sum = sum.get_or_insert_with(|| vec![0.0; vector.len()]);
            for (sum, weight) in sum.iter_mut().zip(vector) {
                *sum += weight;
            }
        }
        for (sum, counts) in sums.iter_mut().zip(&rank_counts) {
            let first = f64::from(counts[0]);
            sum.iter_mut().flatten().for_each(|weight| *weight /= first);
        }
        Acceptability { vectors, rank_counts, pairwise, central_weights: sums, winners }
    }
}
