//! Thirty-two weight vectors side by side.
//!
//! Utilities are computed in `f32` on a scale of 2^23, each becomes a key of 30 bits (23 of utility, 7 of the
//! alternative's place), and a sorting network brings the keys of all lanes into order with nothing but smaller and
//! larger. Keys of positive numbers read as `f32` stand in the same order as the numbers, and for those plain x86-64 has
//! both in one instruction. The three loops that take the time run on the widest registers of the machine; products and
//! sums stay two operations there, so that the results are the same.
//!
//! Where two neighbours of that order are closer than `f32` can tell, the utilities of that run are computed again in
//! `f64` and the run is brought into order by the definition. What is counted is therefore exact.
//!
//! **How close is too close.** Weights, scores and products are rounded to `f32` (relative error at most e = 2^-24 each),
//! and so are m - 1 sums of positive terms: a utility is off by less than (m + 3) e of itself, itself below 2^23, and half
//! a unit by rounding to a whole number (e to first order; one more e covers the higher ones). Two keys that are further
//! apart than twice that and one unit are in the right order and no tie.

use pulp::{Arch, NullaryFnOnce};

use super::network::comparators;
use super::pairs::{BATCH, Rank};
use super::tally::{IN_A_BYTE, Tally};
use super::{Scores, Weights, plain};

/// Vectors side by side; a divisor of [`BATCH`].
const LANES: usize = 32;

/// One number of each.
type Lane = [f32; LANES];

/// Most alternatives: 7 bits of the key are the place. Ranks then fit into a signed byte, too.
const MOST: usize = IN_A_BYTE;

/// The bits of the place.
const PLACE: u32 = 127;

/// Where the scale begins: keys stay above the smallest normal `f32`, 2^23 = 2^16 << 7.
const FLOOR: f64 = 131_072.0;

/// Length of the scale: its end stays below 2^23.
const LENGTH: f64 = 8_126_464.0;

/// 2^23: added to a number below it, the last bit has the value 1 and the low 23 bits are the rounded number.
const UNITS: f32 = 8_388_608.0;

/// A table of scores, prepared.
#[derive(Debug)]
pub struct Lanes<'a> {
    scores: &'a Scores,
    tie: f64,
    /// On the scale from [`FLOOR`], row by row.
    scaled: Vec<f32>,
    network: Vec<(u8, u8)>,
    /// Keys that are no further apart than this are asked about.
    too_close: u32,
    /// What the machine can do.
    arch: Arch,
}

/// Room for one block of lanes.
struct Room {
    weights: Vec<Lane>,
    keys: Box<[Lane; MOST]>,
}

impl<'a> Lanes<'a> {
    /// Prepares a table; `None` where it has too many alternatives, or scores whose range no number can hold.
    pub fn new(scores: &'a Scores) -> Option<Self> {
        let low = scores.values().iter().copied().fold(f64::INFINITY, f64::min);
        let high = scores.values().iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if scores.alternatives() > MOST || !(high - low).is_finite() {
            return None;
        }
        // Where all scores are the same, all keys are, and all is decided by the definition.
        let factor = if high > low { LENGTH / (high - low) } else { 0.0 };
        if !factor.is_finite() {
            return None;
        }
        let onto = |score: &f64| single(FLOOR + (score - low) * factor);
        let error = (scores.criteria() as f64 + 4.0) * 0.5 + 0.5;
        let tie = scores.tie();
        let apart = 2.0 * error + 1.0 + tie * factor;
        // Very many criteria, or scores whose range is tiny beside their size: keys would say nothing.
        let too_close = (apart < FLOOR).then(|| whole(apart.ceil()) << 7 | PLACE)?;
        Some(Self {
            scores,
            tie,
            scaled: scores.values().iter().map(onto).collect(),
            network: comparators(scores.alternatives()),
            too_close,
            arch: Arch::new(),
        })
    }

    /// Counts the vectors from `first` on, as many as there are places for winners.
    pub fn count(&self, weights: &Weights, first: usize, winners: &mut [u16], tally: &mut Tally) {
        let n = self.scores.alternatives();
        let mut room =
            Room { weights: vec![[0.0; LANES]; self.scores.criteria()], keys: Box::new([[0.0; LANES]; MOST]) };
        for (batch, winners) in winners.chunks_mut(BATCH).enumerate() {
            let from = first + batch * BATCH;
            for (block, winners) in winners.chunks_mut(LANES).enumerate() {
                let vectors = from + block * LANES..from + block * LANES + winners.len();
                load(weights, vectors.clone(), &mut room.weights);
                let close = self.arch.dispatch(Block { table: self, room: &mut room });
                for (lane, vector) in vectors.enumerate() {
                    if close[lane] != 0 {
                        self.look_again(weights.vector(vector), lane, &mut room.keys[..n]);
                    }
                }
                for (lane, winner) in winners.iter_mut().enumerate() {
                    *winner = u16::try_from(place(room.keys[0][lane])).unwrap_or(u16::MAX);
                }
                tell(&room.keys[..n], winners.len(), block * LANES, tally);
            }
            tally.close_batch(winners.len());
        }
    }

    /// The keys of all alternatives.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "only what is inlined is compiled for the widest registers")]
    fn keys(&self, weights: &[Lane], keys: &mut [Lane]) {
        for ((at, scores), keys) in (0_u32..).zip(self.scaled.chunks_exact(weights.len())).zip(keys) {
            let mut utility: Lane = [0.0; LANES];
            for (score, weights) in scores.iter().zip(weights) {
                for lane in 0..LANES {
                    utility[lane] += score * weights[lane];
                }
            }
            for lane in 0..LANES {
                let units = (utility[lane] + UNITS).to_bits() << 7;
                keys[lane] = f32::from_bits(units & 0x3fff_ff80 | at);
            }
        }
    }

    /// Decides the runs of one lane whose keys are too close, by the definition.
    #[cold]
    fn look_again(&self, weights: &[f64], lane: usize, keys: &mut [Lane]) {
        let mut run: Vec<(f64, usize)> = Vec::new();
        let mut from = 0;
        for rank in 1..=keys.len() {
            let same =
                rank < keys.len() && { keys[rank - 1][lane].to_bits() - keys[rank][lane].to_bits() <= self.too_close };
            if same {
                continue;
            }
            if rank - from > 1 {
                let places = keys[from..rank].iter().map(|key| place(key[lane]));
                run.clear();
                run.extend(places.map(|i| (self.scores.utility(i, weights), i)));
                plain::order(&mut run, self.tie);
                for (key, &(_, i)) in keys[from..rank].iter_mut().zip(&run) {
                    key[lane] = f32::from_bits(u32::try_from(i).unwrap_or(PLACE));
                }
            }
            from = rank;
        }
    }
}

/// The part of a block that runs on the widest registers: keys, their order, and the lanes in which some are too close.
struct Block<'a> {
    table: &'a Lanes<'a>,
    room: &'a mut Room,
}

impl NullaryFnOnce for Block<'_> {
    type Output = [u32; LANES];

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "only what is inlined is compiled for the widest registers")]
    fn call(self) -> Self::Output {
        let n = self.table.scores.alternatives();
        self.table.keys(&self.room.weights, &mut self.room.keys[..n]);
        sort(&self.table.network, &mut self.room.keys);
        close(&self.room.keys[..n], self.table.too_close)
    }
}

/// Turns vectors into lanes; lanes without a vector repeat the last one, and are not counted.
fn load(weights: &Weights, vectors: std::ops::Range<usize>, into: &mut [Lane]) {
    let last = vectors.end.saturating_sub(1);
    let rows: [&[f64]; LANES] = std::array::from_fn(|lane| weights.vector((vectors.start + lane).min(last)));
    for (criterion, lanes) in into.iter_mut().enumerate() {
        for lane in 0..LANES {
            lanes[lane] = single(rows[lane][criterion]);
        }
    }
}

/// Sorts all lanes, the largest key first.
#[inline(always)]
#[expect(clippy::inline_always, reason = "only what is inlined is compiled for the widest registers")]
fn sort(network: &[(u8, u8)], keys: &mut [Lane; MOST]) {
    for &(front, back) in network {
        // Places are below 128 as they are; the mask only tells the compiler.
        let (front, back) = (usize::from(front & 127), usize::from(back & 127));
        // Both results before either is stored: the compiler cannot know that the two places differ.
        let (a, b) = (keys[front], keys[back]);
        let (mut larger, mut smaller): (Lane, Lane) = ([0.0; LANES], [0.0; LANES]);
        for lane in 0..LANES {
            // Not f32::max, which would also have to ask for NaN.
            larger[lane] = if a[lane] > b[lane] { a[lane] } else { b[lane] };
            smaller[lane] = if a[lane] < b[lane] { a[lane] } else { b[lane] };
        }
        keys[front] = larger;
        keys[back] = smaller;
    }
}

/// Lanes in which neighbours are too close: not nought.
#[inline(always)]
#[expect(clippy::inline_always, reason = "only what is inlined is compiled for the widest registers")]
fn close(keys: &[Lane], too_close: u32) -> [u32; LANES] {
    let mut found = [0; LANES];
    for pair in keys.windows(2) {
        let (front, back) = (&pair[0], &pair[1]);
        for lane in 0..LANES {
            // Below nought, that is with the highest bit set, where the difference is too small.
            found[lane] |= (front[lane].to_bits() - back[lane].to_bits()).wrapping_sub(too_close + 1);
        }
    }
    found.map(|bits| bits >> 31)
}

/// Adds the ranks of the first `known` lanes to the counts.
#[inline(never)]
fn tell(keys: &[Lane], known: usize, at: usize, tally: &mut Tally) {
    // A row of counts for every place that a key can name, so that none needs to be looked at twice.
    let (counts, _) = tally.by_rank.as_chunks_mut::<MOST>();
    for (rank, (keys, counts)) in keys.iter().zip(counts).enumerate() {
        for key in keys.iter().take(known) {
            counts[place(*key)] += 1;
        }
        if tally.bytes.is_empty() {
            continue;
        }
        let rank = i8::of(rank);
        for (lane, key) in keys.iter().enumerate() {
            tally.bytes[place(*key)][at + lane] = rank;
        }
    }
}

/// The place in a key.
fn place(key: f32) -> usize {
    (key.to_bits() & PLACE) as usize
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "rounding to f32 is what is meant; its error is accounted for above"
)]
fn single(value: f64) -> f32 {
    value as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 0 to 131 072")]
fn whole(value: f64) -> u32 {
    value as u32
}
