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
const HALF_ROUNDS: u64 = 8;

/// Half rounds of a shuffle of fewer than [`MANY`] places.
const HALF_ROUNDS_OF_FEW: u64 = 24;

/// From here on there are many places.
const MANY: u64 = 256;

/// Laid over the start of an input's stream, so that its shuffle has numbers of its own.
const SHUFFLE: u64 = 0x7368_7566_666c_6500;

/// The shuffle of one input.
#[derive(Clone, Debug)]
pub(super) struct Strata {
    draws: u64,
    start: u64,
    rows: u64,
    columns: u64,
    first: Vec<u64>,
}

impl Strata {
    /// The strata of `draws` draws (1 to 2^32) of the input whose stream starts at `start`.
    pub(super) fn new(start: u64, draws: u64) -> Self {
        let root = draws.isqrt();
        let columns = if root * root == draws { root } else { root + 1 };
        Strata { draws, start, rows: draws.div_ceil(columns), columns, first: turns(start, 0, draws) }
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
            self.fill_round(round, place, now, |nth| bits(draw + nth));
            draw += left as u64;
            rest = later;
        }
    }

    /// The same within one hypercube, from `place` on.
    #[expect(clippy::cast_possible_truncation, reason = "a ring is below the number of columns, at most 2^16")]
    fn fill_round(&self, round: u64, place: u64, into: &mut [f64], bits: impl Fn(u64) -> u64) {
        let other;
        let turns = if round == 0 {
            &self.first
        } else {
            other = turns(self.start, round, self.draws);
            &other
        };
        // Even half rounds turn columns, which have as many places as there are rows; odd ones turn rows.
        let sizes = [self.rows, self.columns];
        let turn = |half_round: usize, ring: u64| ((mix(turns[half_round] ^ ring) >> 32) * sizes[half_round % 2]) >> 32;
        if (into.len() as u64) < self.columns {
            for (nth, u) in (0..).zip(into) {
                *u = self.part(self.shuffled(place + nth, turn), bits(nth));
            }
        } else {
            // Many draws share their turns: one for each half round and ring, and there are no more rows than columns.
            let width = usize::try_from(self.columns).unwrap_or(usize::MAX);
            let rings = 0..self.columns;
            let table: Vec<u64> =
                (0..turns.len()).flat_map(|half| rings.clone().map(move |ring| turn(half, ring))).collect();
            let looked_up = |half_round: usize, ring: usize| table[half_round * width + ring];
            for (nth, u) in (0..).zip(into) {
                *u = self.part(self.shuffled(place + nth, |half, ring| looked_up(half, ring as usize)), bits(nth));
            }
        }
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
            for half_round in (0..self.first.len()).step_by(2) {
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

/// What the half rounds of the `round`-th hypercube hash with.
fn turns(start: u64, round: u64, draws: u64) -> Vec<u64> {
    let stream = mix(mix(start ^ SHUFFLE) ^ round);
    let half_rounds = if draws < MANY { HALF_ROUNDS_OF_FEW } else { HALF_ROUNDS };
    (0..half_rounds).map(|half_round| super::output(stream, half_round)).collect()
}

/// A place on a ring of `size`, moved on by less than once around.
fn turned(place: u64, size: u64, by: u64) -> u64 {
    let sum = place + by;
    if sum < size { sum } else { sum - size }
}
