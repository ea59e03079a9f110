//! The strata of one input of a Latin hypercube: a shuffle that is computed, not stored.
//!
//! The places `0..n` are laid out in a table of `b = ceil(sqrt(n))` columns and `ceil(n / b)` rows. Each round turns
//! every column by an amount hashed from its number, then every row by one hashed from its number: both can be undone,
//! so the whole is a shuffle of the table, and walking on until a place below `n` is met makes it one of `0..n`. The
//! walk is short, as fewer than `b` places of the table are not below `n`.
//!
//! # Source
//! J. Black, P. Rogaway (2002), Ciphers with arbitrary finite domains, CT-RSA 2002, LNCS 2271, 114-130,
//! <https://doi.org/10.1007/3-540-45760-7_9>: generalised Feistel network (section 5) with cycle walking (section 4).
//! They prove three rounds for large domains. Ours are also small, where few rounds shuffle unevenly: over 200 000 keys
//! the places of the first and last of 6 are uneven by 265 standard deviations of chi-squared with 8 half rounds, by 11
//! with 12, by chance only with 16 and more; from 30 on with 8 too.

use super::mix;

/// Half rounds of a shuffle of many places: columns and rows are turned by turns.
const HALF_ROUNDS: usize = 8;

/// Half rounds of a shuffle of fewer than [`MANY`] places.
const HALF_ROUNDS_OF_FEW: usize = 24;

/// From here on there are many places.
const MANY: u64 = 256;

/// Laid over the start of an input's stream, so that its shuffle has numbers of its own.
const SHUFFLE: u64 = 0x7368_7566_666c_6500;

/// Most columns for which the turns of a shuffle are kept, that is up to 65 536 draws: eight kilobytes an input.
const MOST_KEPT: u64 = 256;

/// The strata of one input.
#[derive(Clone, Debug)]
pub(super) struct Strata {
    draws: u64,
    start: u64,
    rows: u64,
    columns: u64,
    first: Shuffle,
}

/// How far each half round turns each column or row.
#[derive(Clone, Debug)]
struct Shuffle {
    /// What each half round hashes with.
    keys: Vec<u64>,
    /// Places on from one half round to the next in `kept`.
    width: usize,
    /// The turns of one half round after the other, if they are kept: there are no more rows than columns.
    kept: Vec<u32>,
}

impl Strata {
    /// The strata of `draws` draws (1 to 2^32) of the input whose stream starts at `start`.
    pub(super) fn new(start: u64, draws: u64) -> Self {
        let root = draws.isqrt();
        let columns = if root * root == draws { root } else { root + 1 };
        let none = Shuffle { keys: Vec::new(), width: 0, kept: Vec::new() };
        let mut strata = Strata { draws, start, rows: draws.div_ceil(columns), columns, first: none };
        strata.first = strata.shuffle(0, columns <= MOST_KEPT);
        strata
    }

    /// Fills in the numbers of the draws from `first_draw` on: the stratum of each, and within it the upper half of the
    /// `bits` of the draw.
    ///
    /// Stratum and part are added without rounding up to 2^20 draws, so that the sum never reaches the next stratum.
    pub(super) fn fill(&self, first_draw: u64, into: &mut [f64], bits: impl Fn(u64) -> u64) {
        let mut draw = first_draw;
        let mut rest = into;
        while !rest.is_empty() {
            let (round, place) = (draw / self.draws, draw % self.draws);
            let left = usize::try_from(self.draws - place).unwrap_or(usize::MAX).min(rest.len());
            let (now, later) = rest.split_at_mut(left);
            let many = now.len() as u64 >= self.columns;
            if round == 0 && (!self.first.kept.is_empty() || !many) {
                self.fill_round(&self.first, place, now, |nth| bits(draw + nth));
            } else {
                self.fill_round(&self.shuffle(round, many), place, now, |nth| bits(draw + nth));
            }
            draw += left as u64;
            rest = later;
        }
    }

    /// The same within one hypercube, from `place` on.
    fn fill_round(&self, shuffle: &Shuffle, place: u64, into: &mut [f64], bits: impl Fn(u64) -> u64) {
        for (nth, u) in (0..).zip(into) {
            let stratum = if shuffle.kept.is_empty() {
                self.shuffled(place + nth, |half_round, ring| self.turn(shuffle.keys[half_round], half_round, ring))
            } else {
                self.shuffled(place + nth, |half_round, ring| shuffle.kept_turn(half_round, ring))
            };
            *u = self.part(stratum, bits(nth));
        }
    }

    /// The shuffle of the `round`-th hypercube, with its turns kept or not.
    fn shuffle(&self, round: u64, keep: bool) -> Shuffle {
        let stream = mix(mix(self.start ^ SHUFFLE) ^ round);
        let keys: Vec<u64> =
            (0..self.half_rounds()).map(|half_round| super::output(stream, half_round as u64)).collect();
        let turns = keys.iter().enumerate().flat_map(|(half_round, key)| {
            (0..self.columns).map(move |ring| u32::try_from(self.turn(*key, half_round, ring)).unwrap_or(0))
        });
        let kept = if keep { turns.collect() } else { Vec::new() };
        Shuffle { width: kept.len() / keys.len(), keys, kept }
    }

    fn half_rounds(&self) -> usize {
        if self.draws < MANY { HALF_ROUNDS_OF_FEW } else { HALF_ROUNDS }
    }

    /// How far a half round turns a column (even ones) or row: upwards of 0, by less than once around.
    fn turn(&self, key: u64, half_round: usize, ring: u64) -> u64 {
        let size = if half_round.is_multiple_of(2) { self.rows } else { self.columns };
        ((mix(key ^ ring) >> 32) * size) >> 32
    }

    fn part(&self, stratum: u64, bits: u64) -> f64 {
        const PART: f64 = 1.0 / (1u64 << 32) as f64;
        let within = ((bits >> 32) as f64 + 0.5) * PART;
        ((stratum as f64 + within) / self.draws as f64).min(1.0f64.next_down())
    }

    /// Where the shuffle takes a place; `turn` gives how far a half round turns a column or row.
    fn shuffled(&self, place: u64, turn: impl Fn(usize, u64) -> u64) -> u64 {
        let (mut row, mut column) = (place / self.columns, place % self.columns);
        loop {
            for half_round in (0..self.half_rounds()).step_by(2) {
                row = turned(row, self.rows, turn(half_round, column));
                column = turned(column, self.columns, turn(half_round + 1, row));
            }
            let place = row * self.columns + column;
            if place < self.draws {
                return place;
            }
        }
    }
}

impl Shuffle {
    #[expect(clippy::cast_possible_truncation, reason = "a ring is below the number of columns, at most 2^16")]
    fn kept_turn(&self, half_round: usize, ring: u64) -> u64 {
        u64::from(self.kept[half_round * self.width + ring as usize])
    }
}

/// A place on a ring of `size`, moved on by less than once around.
fn turned(place: u64, size: u64, by: u64) -> u64 {
    let sum = place + by;
    if sum < size { sum } else { sum - size }
}
