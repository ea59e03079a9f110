//! Where groups agree, where they must disagree, and which alternative is nobody's enemy. Groups are compared, never
//! averaged.
//!
//! - A group **puts i before j** if `i` stands before `j` in more than half of its weight vectors.
//! - Groups **agree** on a pair if all of them put the same one first. They are **opposed** if some group puts `i` before
//!   `j` and another `j` before `i`: no shared ranking gives both groups what most of their vectors say.
//! - They **must disagree** if in one group every vector has `i` before `j` and in another every vector has `j` before `i`:
//!   no ranking that anybody in the one group could hold is held by anybody in the other.
//! - **Nobody's enemy** is the alternative whose share of vectors in the better half of the ranks is highest in the group
//!   where that share is lowest (with `n` alternatives, ranks 1 to `n / 2` rounded up). Of equal ones that with the
//!   highest sum over groups, then the first of the table.
//!
//! The better half is our choice: it asks who would be content with an alternative, not who would win with it. The
//! definition is a maximin over acceptability indices; it is no result of SMAA-2 itself.

use super::Acceptability;

/// What groups make of a pair of alternatives.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The alternative that the first group puts first, or the earlier one of the table where it is divided.
    pub first: usize,
    /// The other.
    pub second: usize,
    /// For each group, the share of its vectors in which `first` stands before `second`.
    pub shares: Vec<f64>,
}

impl Pair {
    /// Whether all groups put the same one first.
    pub fn agreed(&self) -> bool {
        self.shares.iter().all(|&share| share > 0.5) || self.shares.iter().all(|&share| share < 0.5)
    }

    /// Whether one group puts the one first, and another the other.
    pub fn opposed(&self) -> bool {
        self.shares.iter().any(|&share| share > 0.5) && self.shares.iter().any(|&share| share < 0.5)
    }

    /// Whether all vectors of one group contradict all vectors of another.
    pub fn must_disagree(&self) -> bool {
        self.shares.contains(&1.0) && self.shares.contains(&0.0)
    }

    /// Distance of the groups that are furthest apart, 0 to 1.
    pub fn distance(&self) -> f64 {
        let highest = self.shares.iter().copied().fold(0.0, f64::max);
        highest - self.shares.iter().copied().fold(1.0, f64::min)
    }
}

/// All pairs of alternatives, in the order of the table. Groups without vectors or without pairs say nothing and must not
/// be given.
pub fn pairs(groups: &[&Acceptability]) -> Vec<Pair> {
    let alternatives = groups.iter().map(|group| group.rank_counts.len()).min().unwrap_or(0);
    let mut found = Vec::new();
    for i in 0..alternatives {
        for j in i + 1..alternatives {
            let share = |group: &&Acceptability| {
                let before = group.pairwise.as_ref().map_or(0, |pairs| pairs[i][j]);
                f64::from(before) / group.vectors.max(1) as f64
            };
            let shares: Vec<f64> = groups.iter().map(share).collect();
            let turned = shares.first().is_some_and(|&share| share < 0.5);
            found.push(if turned {
                Pair { first: j, second: i, shares: shares.iter().map(|share| 1.0 - share).collect() }
            } else {
                Pair { first: i, second: j, shares }
            });
        }
    }
    found
}

/// How an alternative fares in the group that likes it least.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// For each group, the share of its vectors that have the alternative in the better half.
    pub shares: Vec<f64>,
    /// The group that likes it least (the first of equal ones).
    pub worst_group: usize,
    /// The share there.
    pub worst: f64,
}

/// How many ranks are the better half.
pub fn better_half(alternatives: usize) -> usize {
    alternatives.div_ceil(2)
}

/// The standing of each alternative; empty without groups.
pub fn standings(groups: &[&Acceptability]) -> Vec<Standing> {
    let alternatives = groups.iter().map(|group| group.rank_counts.len()).min().unwrap_or(0);
    let half = better_half(alternatives);
    let of = |i: usize| {
        let shares: Vec<f64> = groups.iter().map(|group| group.among_first(i, half)).collect();
        let worst = shares.iter().copied().fold(f64::INFINITY, f64::min);
        let worst_group = shares.iter().position(|&share| share == worst).unwrap_or(0);
        Standing { shares, worst_group, worst }
    };
    (0..alternatives).map(of).collect()
}

/// The place of the alternative that is nobody's enemy; `None` without alternatives.
pub fn nobodys_enemy(standings: &[Standing]) -> Option<usize> {
    let key = |standing: &Standing| (standing.worst, standing.shares.iter().sum::<f64>());
    let better = |a: (f64, f64), b: (f64, f64)| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).is_gt();
    (0..standings.len()).reduce(|best, at| if better(key(&standings[at]), key(&standings[best])) { at } else { best })
}

#[cfg(test)]
mod tests {
    use super::super::{Kernel, Scores, Wanted, Weights};
    use super::*;

    /// A mine, a quarry and a middle way on income and landscape; miners, neighbours, and a council of both minds.
    fn groups() -> Vec<Acceptability> {
        let scores = Scores::new(2, vec![1.0, 0.0, 0.0, 1.0, 0.6, 0.6]).unwrap();
        let kernel = Kernel::new(&scores);
        [vec![9.0, 1.0, 8.0, 2.0], vec![1.0, 9.0, 3.0, 7.0], vec![5.0, 5.0, 7.0, 3.0, 4.0, 6.0]]
            .into_iter()
            .map(|weights| kernel.accept(&Weights::new(2, weights).unwrap(), Wanted::Pairs))
            .collect()
    }

    #[test]
    fn pairs_that_no_ranking_reconciles_are_named() {
        let groups = groups();
        let pairs = pairs(&groups.iter().collect::<Vec<_>>());
        assert_eq!(pairs.len(), 3);
        let mine_quarry = &pairs[0];
        assert_eq!((mine_quarry.first, mine_quarry.second), (0, 1));
        assert_eq!(mine_quarry.shares[..2], [1.0, 0.0]);
        assert!(mine_quarry.must_disagree() && mine_quarry.opposed() && !mine_quarry.agreed());
        assert_eq!(mine_quarry.distance(), 1.0);
        let two = [&groups[0], &groups[0]];
        assert!(super::pairs(&two).iter().all(|pair| pair.agreed() && !pair.opposed() && !pair.must_disagree()));
    }

    #[test]
    fn the_middle_way_is_nobodys_enemy_although_nobody_in_two_groups_puts_it_first() {
        let groups = groups();
        let standings = standings(&groups.iter().collect::<Vec<_>>());
        assert_eq!(better_half(3), 2);
        assert_eq!(nobodys_enemy(&standings), Some(2));
        assert_eq!(standings[2].shares, [1.0, 1.0, 1.0]);
        assert_eq!((standings[0].worst, standings[0].worst_group), (0.0, 1));
        assert_eq!((groups[0].rank_counts[2][0], groups[1].rank_counts[2][0]), (0, 0));
        assert_eq!(nobodys_enemy(&[]), None);
    }
}
