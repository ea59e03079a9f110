//! Cooperative games: what coalitions are worth, and how that is shared out. Nothing here knows of materials.
//!
//! A game is its characteristic function v over sets of players. v(empty) is 0. v need not grow when a player joins, so
//! nothing here assumes that it does.

use rayon::prelude::*;

pub mod reach;
pub mod sampled;
pub mod shapley;

pub use reach::{Cheapest, Reach, reach};
pub use sampled::{Sampled, sampled};
pub use shapley::shapley;

/// Most players whose coalitions are all computed: 2^20 values.
pub const MOST_EXACT: usize = 20;
/// Most players at all: one bit each.
pub const MOST_PLAYERS: usize = 63;
/// Most players whose coalitions are all listed.
pub const MOST_LISTED: usize = 10;

/// Coalitions that one task works through. Values do not depend on each other, so it changes no bit.
const COALITIONS_A_TASK: usize = 1024;

/// A set of players: bit i stands for player i.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Coalition(pub u64);

impl Coalition {
    /// Nobody.
    pub const EMPTY: Self = Self(0);

    /// Everybody, of so many players.
    pub fn all(players: usize) -> Self {
        Self((1u64 << players.min(MOST_PLAYERS)) - 1)
    }

    /// One player alone.
    pub fn one(player: usize) -> Self {
        Self(1 << player)
    }

    /// With a player.
    #[must_use]
    pub fn with(self, player: usize) -> Self {
        Self(self.0 | 1 << player)
    }

    /// Without a player.
    #[must_use]
    pub fn without(self, player: usize) -> Self {
        Self(self.0 & !(1 << player))
    }

    /// Whether a player is in it.
    pub fn has(self, player: usize) -> bool {
        self.0 >> player & 1 == 1
    }

    /// Whether all members of another are in it.
    pub fn holds(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// Members of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Number of players in it.
    pub fn size(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Its players, lowest first.
    pub fn players(self) -> impl Iterator<Item = usize> {
        let without_lowest = |&mask: &u64| Some(mask & mask.wrapping_sub(1));
        std::iter::successors(Some(self.0), without_lowest)
            .take_while(|&mask| mask != 0)
            .map(|mask| mask.trailing_zeros() as usize)
    }
}

/// The values of all coalitions.
#[derive(Debug, Clone, PartialEq)]
pub struct Values {
    players: usize,
    values: Vec<f64>,
}

impl Values {
    /// Computes every coalition of at most [`MOST_EXACT`] players; `None` with more. The empty one is 0 by definition
    /// and not asked for.
    pub fn of(players: usize, v: impl Fn(Coalition) -> f64 + Sync) -> Option<Self> {
        Self::with(players, || (), |(), coalition| v(coalition))
    }

    /// The same for a function that works on a scratch of its own, one for each task.
    pub fn with<S>(
        players: usize,
        scratch: impl Fn() -> S + Sync,
        v: impl Fn(&mut S, Coalition) -> f64 + Sync,
    ) -> Option<Self> {
        if players > MOST_EXACT {
            return None;
        }
        let mut values = vec![0.0; 1 << players];
        values.par_chunks_mut(COALITIONS_A_TASK).enumerate().for_each(|(task, chunk)| {
            let mut scratch = scratch();
            for (at, value) in (task * COALITIONS_A_TASK..).zip(chunk) {
                *value = if at == 0 { 0.0 } else { v(&mut scratch, Coalition(at as u64)) };
            }
        });
        Some(Self { players, values })
    }

    /// Number of players.
    pub fn players(&self) -> usize {
        self.players
    }

    /// Value of a coalition of these players; 0 for one that has others.
    pub fn value(&self, coalition: Coalition) -> f64 {
        usize::try_from(coalition.0).ok().and_then(|at| self.values.get(at)).copied().unwrap_or(0.0)
    }

    /// All coalitions with their values, the empty one first.
    pub fn iter(&self) -> impl Iterator<Item = (Coalition, f64)> {
        (0u64..).zip(&self.values).map(|(mask, &value)| (Coalition(mask), value))
    }

    /// Everybody together.
    pub fn together(&self) -> f64 {
        self.value(Coalition::all(self.players))
    }
}

/// What two players add to each other: `v(ij) - v(i) - v(j) + v(0)`, the Harsanyi dividend of the pair. Positive: they
/// complement each other; negative: one does in part what the other does.
///
/// # Source
/// J. C. Harsanyi (1963), A simplified bargaining model for the n-person cooperative game, International Economic
/// Review 4(2), 194-220, <https://doi.org/10.2307/2525487>.
pub fn complementarity(v: impl Fn(Coalition) -> f64, i: usize, j: usize) -> f64 {
    let (one, other) = (Coalition::one(i), Coalition::one(j));
    v(one.with(j)) - v(one) - v(other) + v(Coalition::EMPTY)
}

/// The coalitions that are listed: all up to [`MOST_LISTED`] players; above, the empty, single, pair and full ones. By
/// size, then by the order of the players.
pub fn listed(players: usize) -> Vec<Coalition> {
    let mut list: Vec<Coalition> = if players <= MOST_LISTED {
        (0..1u64 << players).map(Coalition).collect()
    } else {
        let singles = (0..players).map(Coalition::one);
        let pairs = (0..players).flat_map(|i| (i + 1..players).map(move |j| Coalition::one(i).with(j)));
        [Coalition::EMPTY, Coalition::all(players)].into_iter().chain(singles).chain(pairs).collect()
    };
    list.sort_by_cached_key(|coalition| (coalition.size(), coalition.players().collect::<Vec<_>>()));
    list
}

#[cfg(test)]
mod tests;
