//! Groups of opinion: people who vote alike (Small, Bjorkegren, Erkkilä, Shaw and Megill 2021, "Polis: Scaling
//! deliberation by mapping high dimensional opinion spaces", Recerca 26(2)).
//!
//! Votes are +1, 0 (pass) and -1. A vote that was not given counts as the statement's mean. Whoever voted on fewer than
//! [`SHAPING`] statements (or on all, if there are fewer) is placed but does not shape: means, components and centres are
//! those of the others. Two components; places scaled by sqrt(statements/seen); k-means for k from 2 to 5, of which the
//! mean silhouette chooses. Stability is the share of bootstrap resamples in which a pair of the same group stays
//! together. Under [`FEWEST`] people who shape, or a silhouette under [`APART`], there are no groups, and that is said.

use rayon::prelude::*;

use adit_number::uniform;

use crate::understand::cluster::{Point, centres, nearest, silhouette};
use crate::understand::components::{Components, Rows, means};
use crate::understand::votes::Votes;

/// Votes from which a participant shapes the groups.
pub const SHAPING: usize = 7;
/// Fewest people who shape, for groups to be looked for.
pub const FEWEST: usize = 30;
/// Mean silhouette from which groups stand apart.
pub const APART: f64 = 0.25;
/// Numbers of groups that are tried.
const TRIED: std::ops::RangeInclusive<usize> = 2..=5;
/// Bootstrap resamples.
pub const RESAMPLES: u64 = 100;
/// Every choice by chance hangs on this and on nothing else.
const SEED: u64 = 2021;
/// Keys of chance: of clusters by k, and of resamples from here on.
const OF_RESAMPLES: u64 = 1_000;

/// Where one participant stands. Places and groups of single people are for computing; no surface shows them with a name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Along the two components.
    pub at: Point,
    /// Statements they voted on.
    pub seen: usize,
    /// Whether they shape the groups.
    pub shapes: bool,
    /// Their group, if there are groups and they voted at all.
    pub group: Option<usize>,
}

/// Why there are no groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NoGroups {
    /// Too few voted on enough statements.
    TooFew {
        /// How many did.
        shaping: usize,
    },
    /// Opinions do not fall apart into groups.
    NotApart {
        /// The best mean silhouette, over k.
        silhouette: f64,
    },
}

/// Groups that were found, the largest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    /// Numbers of people.
    pub people: Vec<usize>,
    /// Mean silhouette of those who shape, from 0.25 to 1.
    pub silhouette: f64,
    /// Mean silhouette for each k that was tried, from 2 on.
    pub tried: Vec<f64>,
    /// For each group, the share of bootstrap resamples in which a pair of it stays together, over all its pairs; none for
    /// a group of one.
    pub stability: Vec<Option<f64>>,
}

/// What votes say about who stands with whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Opinion {
    /// Each participant, in the order of [`Votes::participants`].
    pub placed: Vec<Placed>,
    /// The groups, or why there are none.
    pub groups: Result<Groups, NoGroups>,
}

/// Finds groups of opinion. The order in which votes came, and the number of threads, change nothing.
pub fn find(votes: &Votes) -> Opinion {
    let statements = votes.statements.len();
    let needed = SHAPING.min(statements);
    let shapes: Vec<usize> =
        (0..votes.rows.len()).filter(|&one| !votes.rows[one].is_empty() && votes.rows[one].len() >= needed).collect();
    let rows = centred(votes, &shapes);
    let components = Components::of(&rows, &shapes, statements, None);
    let places: Vec<Point> = rows.iter().map(|row| components.place(row, statements)).collect();
    let placed = |groups: Option<&[usize]>| {
        let one = |one: usize| Placed {
            at: places[one],
            seen: rows[one].len(),
            shapes: rows[one].len() >= needed && !rows[one].is_empty(),
            group: groups.map(|groups| groups[one]).filter(|_| !rows[one].is_empty()),
        };
        (0..rows.len()).map(one).collect::<Vec<_>>()
    };
    if shapes.len() < FEWEST {
        return Opinion { placed: placed(None), groups: Err(NoGroups::TooFew { shaping: shapes.len() }) };
    }
    let points: Vec<Point> = shapes.iter().map(|&one| places[one]).collect();
    let tried: Vec<(Vec<Point>, f64)> = TRIED
        .into_par_iter()
        .map(|k| {
            let centres = centres(&points, k, SEED, k as u64);
            let of: Vec<usize> = points.iter().map(|point| nearest(*point, &centres).0).collect();
            let apart = silhouette(&points, &of, k);
            (centres, apart)
        })
        .collect();
    // Of two as good, the fewer groups.
    let best = tried.iter().fold(None, |best: Option<&(Vec<Point>, f64)>, next| match best {
        Some(best) if best.1 >= next.1 => Some(best),
        _ => Some(next),
    });
    let apart = best.map_or(0.0, |best| best.1);
    let Some((found, _)) = best.filter(|_| apart >= APART) else {
        return Opinion { placed: placed(None), groups: Err(NoGroups::NotApart { silhouette: apart }) };
    };
    let (of, people) = by_size(&places, &rows, found);
    let stability = stability(&rows, &shapes, statements, &components, &of, people.len());
    let groups =
        Groups { people, silhouette: apart, tried: tried.iter().map(|(_, apart)| *apart).collect(), stability };
    Opinion { placed: placed(Some(&of)), groups: Ok(groups) }
}

/// Votes less the mean of their statement.
fn centred(votes: &Votes, shapes: &[usize]) -> Rows {
    let means = means(&votes.rows, shapes, votes.statements.len());
    let row = |row: &Vec<(usize, i8)>| row.iter().map(|&(at, value)| (at, f64::from(value) - means[at])).collect();
    votes.rows.iter().map(row).collect()
}

/// The group of each participant, the largest group first, and their sizes; who voted on nothing is in none.
fn by_size(places: &[Point], rows: &Rows, centres: &[Point]) -> (Vec<usize>, Vec<usize>) {
    let of: Vec<usize> = places.iter().map(|place| nearest(*place, centres).0).collect();
    let mut sizes = vec![0; centres.len()];
    of.iter().zip(rows).filter(|(_, row)| !row.is_empty()).for_each(|(&at, _)| sizes[at] += 1);
    let mut order: Vec<usize> = (0..centres.len()).collect();
    order.sort_by(|&one, &two| sizes[two].cmp(&sizes[one]).then(centres[one][0].total_cmp(&centres[two][0])));
    let mut place = vec![0; centres.len()];
    order.iter().enumerate().for_each(|(new, &old)| place[old] = new);
    (of.into_iter().map(|at| place[at]).collect(), order.into_iter().map(|at| sizes[at]).collect())
}

/// For each group, the share of pairs that stay together in resamples: those who shape are drawn with replacement,
/// components and centres are found anew, and pairs of different people who were drawn are looked at.
fn stability(
    rows: &Rows,
    shapes: &[usize],
    statements: usize,
    near: &Components,
    of: &[usize],
    k: usize,
) -> Vec<Option<f64>> {
    let counted: Vec<Vec<(u64, u64)>> =
        (0..RESAMPLES).into_par_iter().map(|one| resampled(rows, shapes, statements, near, of, k, one)).collect();
    let share = |group: usize| {
        let (together, pairs) = counted
            .iter()
            .map(|counted| counted[group])
            .fold((0, 0), |(together, pairs), (more, of)| (together + more, pairs + of));
        (pairs > 0).then(|| together as f64 / pairs as f64)
    };
    (0..k).map(share).collect()
}

/// Of one resample: for each group, pairs that stayed together, and pairs.
fn resampled(
    rows: &Rows,
    shapes: &[usize],
    statements: usize,
    near: &Components,
    of: &[usize],
    k: usize,
    resample: u64,
) -> Vec<(u64, u64)> {
    let key = OF_RESAMPLES + resample;
    let drawn: Vec<usize> = (0..shapes.len() as u64).map(|draw| shapes[one_of(shapes.len(), draw, key)]).collect();
    // Means move with the resample as well: rows are centred on those who were drawn.
    let mut sums = vec![(0.0, 0_u32); statements];
    for (at, value) in drawn.iter().flat_map(|&one| &rows[one]) {
        sums[*at].0 += value;
        sums[*at].1 += 1;
    }
    let moved: Vec<f64> =
        sums.into_iter().map(|(sum, count)| if count == 0 { 0.0 } else { sum / f64::from(count) }).collect();
    let rows: Rows = rows.iter().map(|row| row.iter().map(|&(at, value)| (at, value - moved[at])).collect()).collect();
    let components = Components::of(&rows, &drawn, statements, Some(near));
    let points: Vec<Point> = drawn.iter().map(|&one| components.place(&rows[one], statements)).collect();
    let found = centres(&points, k, SEED, key);
    let mut seen = std::collections::BTreeMap::new();
    for (&one, point) in drawn.iter().zip(&points) {
        seen.insert(one, nearest(*point, &found).0);
    }
    let mut table = vec![vec![0_u64; k]; k];
    for (one, cluster) in seen {
        table[of[one]][cluster] += 1;
    }
    let pairs = |count: u64| count * count.saturating_sub(1) / 2;
    table.iter().map(|row| (row.iter().copied().map(pairs).sum(), pairs(row.iter().sum()))).collect()
}

/// A place from 0 to `count` - 1, each as likely.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 up, and less than the count")]
fn one_of(count: usize, draw: u64, key: u64) -> usize {
    ((uniform(SEED, draw, key) * count as f64) as usize).min(count.saturating_sub(1))
}

#[cfg(test)]
mod tests;
