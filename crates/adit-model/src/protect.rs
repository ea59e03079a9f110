//! Nothing of fewer than five people is shown, nor can be subtracted from what is shown.
//!
//! What is published about people are counts over *sets* of them: everybody, a group, a filter, last month's round. Whoever
//! has the counts of two sets can add and subtract them. [`derivable`] therefore asks, for everything ever shown together,
//! whether any set of one to four people can be written as a sum of shown sets with any factors; if it can, its counts
//! follow, and the release is refused. [`shown_groups`] is the simple case of one round and its groups, decided by the
//! rule; a test holds it against the general question.

use std::collections::{BTreeMap, BTreeSet};

/// Fewer people than this get no statistics (rules of the record: small groups).
pub const FEWEST: usize = 5;

/// What is shown of one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Whether everybody together is shown.
    pub total: bool,
    /// For each group, whether it is shown.
    pub groups: Vec<bool>,
}

impl Shown {
    /// Places of the groups that are withheld.
    pub fn withheld(&self) -> impl Iterator<Item = usize> {
        self.groups.iter().enumerate().filter(|(_, shown)| !**shown).map(|(at, _)| at)
    }
}

/// Decides what is shown of groups that together are everybody (those in no group count as one more), by their numbers of
/// people.
///
/// A group under [`FEWEST`] is withheld. With it goes the next smallest, and more until those withheld are at least
/// [`FEWEST`] together, so that everybody minus the groups shown says nothing of a few. Everybody together is shown
/// wherever there are [`FEWEST`] people.
pub fn shown_groups(people: &[usize]) -> Shown {
    let everybody: usize = people.iter().sum();
    let total = everybody >= FEWEST;
    let mut by_size: Vec<usize> = (0..people.len()).filter(|&at| people[at] > 0).collect();
    by_size.sort_by_key(|&at| (people[at], at));
    let mut groups = vec![false; people.len()];
    let small = by_size.iter().take_while(|&&at| people[at] < FEWEST).count();
    let mut withheld = small;
    let together = |withheld: usize| by_size.iter().take(withheld).map(|&at| people[at]).sum::<usize>();
    if small > 0 {
        withheld = withheld.max(2);
        while withheld < by_size.len() && together(withheld) < FEWEST {
            withheld += 1;
        }
    }
    for &at in by_size.iter().skip(withheld) {
        groups[at] = true;
    }
    Shown { total, groups }
}

/// A set of people, by any stable name of each; names stay in memory and are shown nowhere.
pub type People = BTreeSet<String>;

/// A set of one to [`FEWEST`] - 1 people whose counts follow from those of the shown sets, or `None`.
///
/// People who are in the same shown sets cannot be told apart, so they are one unknown; a set of few people is then a
/// choice among the unknowns of few people. Its counts follow if its row of noughts and ones is a combination of the
/// rows of the shown sets, which is asked by elimination, in whole numbers modulo the prime 2^61 - 1 (exact: what is a
/// combination with fractions is one there, too).
///
/// Beyond [`MOST_SETS`] choices the answer is the union of all unknowns of few people, so that nothing is shown that was
/// not looked at.
pub fn derivable(shown: &[People]) -> Option<People> {
    let mut patterns: BTreeMap<Vec<bool>, People> = BTreeMap::new();
    for person in shown.iter().flatten().collect::<BTreeSet<_>>() {
        let pattern = shown.iter().map(|set| set.contains(person)).collect();
        patterns.entry(pattern).or_default().insert(person.clone());
    }
    let unknowns: Vec<(&Vec<bool>, &People)> = patterns.iter().collect();
    let rows: Vec<Vec<u64>> =
        (0..shown.len()).map(|set| unknowns.iter().map(|(pattern, _)| u64::from(pattern[set])).collect()).collect();
    let basis = Basis::of(rows);
    let few: Vec<usize> = (0..unknowns.len()).filter(|&at| unknowns[at].1.len() < FEWEST).collect();
    let mut looked = 0;
    let mut chosen = Vec::new();
    let found = choices(&few, &|at| unknowns[at].1.len(), 0, &mut chosen, &mut |choice| {
        looked += 1;
        let mut row = vec![0; unknowns.len()];
        for &at in choice {
            row[at] = 1;
        }
        looked > MOST_SETS || basis.spans(row)
    })?;
    let found = if looked > MOST_SETS { few } else { found };
    Some(found.iter().flat_map(|&at| unknowns[at].1.iter().cloned()).collect())
}

/// Most sets that are looked at one by one.
pub const MOST_SETS: usize = 100_000;

/// Walks all choices of few people, smallest first by depth; stops at the first that is `wanted`.
fn choices(
    few: &[usize],
    size: &impl Fn(usize) -> usize,
    people: usize,
    chosen: &mut Vec<usize>,
    wanted: &mut impl FnMut(&[usize]) -> bool,
) -> Option<Vec<usize>> {
    for (place, &at) in few.iter().enumerate() {
        if people + size(at) >= FEWEST {
            continue;
        }
        chosen.push(at);
        if wanted(chosen) {
            return Some(chosen.clone());
        }
        let found = choices(&few[place + 1..], size, people + size(at), chosen, wanted);
        if found.is_some() {
            return found;
        }
        chosen.pop();
    }
    None
}

/// The prime 2^61 - 1.
const PRIME: u64 = (1 << 61) - 1;

/// Rows brought into steps: each begins with 1 where no other has anything.
struct Basis {
    rows: Vec<(usize, Vec<u64>)>,
}

impl Basis {
    fn of(rows: Vec<Vec<u64>>) -> Self {
        let mut basis = Self { rows: Vec::new() };
        for row in rows {
            let mut row = basis.rest(row);
            let Some(lead) = row.iter().position(|&value| value != 0) else { continue };
            let inverse = power(row[lead], PRIME - 2);
            for value in &mut row {
                *value = times(*value, inverse);
            }
            basis.rows.push((lead, row));
        }
        basis
    }

    /// What is left of a row when all that the basis can make of it is taken away.
    fn rest(&self, mut row: Vec<u64>) -> Vec<u64> {
        for (lead, of) in &self.rows {
            let factor = row[*lead];
            if factor != 0 {
                for (value, of) in row.iter_mut().zip(of) {
                    *value = (*value + PRIME - times(factor, *of)) % PRIME;
                }
            }
        }
        row
    }

    fn spans(&self, row: Vec<u64>) -> bool {
        self.rest(row).iter().all(|&value| value == 0)
    }
}

fn times(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b) % u128::from(PRIME);
    u64::try_from(product).unwrap_or(0)
}

fn power(base: u64, exponent: u64) -> u64 {
    (0..64).rev().fold(1, |square, bit| {
        let square = times(square, square);
        if exponent >> bit & 1 == 1 { times(square, base) } else { square }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn people(names: impl IntoIterator<Item = usize>) -> People {
        names.into_iter().map(|name| format!("p{name}")).collect()
    }

    /// The groups of a round as sets, and everybody.
    fn sets(sizes: &[usize]) -> (Vec<People>, People) {
        let mut next = 0;
        let groups: Vec<People> = sizes
            .iter()
            .map(|size| {
                next += size;
                people(next - size..next)
            })
            .collect();
        (groups, people(0..next))
    }

    #[test]
    fn a_small_group_takes_the_next_smallest_with_it() {
        let shown = shown_groups(&[12, 4, 7, 30]);
        assert_eq!(shown, Shown { total: true, groups: vec![true, false, false, true] });
        assert_eq!(shown.withheld().collect::<Vec<_>>(), [1, 2]);
        assert_eq!(shown_groups(&[1, 2, 9, 10]).groups, [false, false, false, true]);
        assert_eq!(shown_groups(&[3, 3, 9]).groups, [false, false, true]);
        assert_eq!(shown_groups(&[5, 6]).groups, [true, true]);
        assert_eq!(shown_groups(&[4]), Shown { total: false, groups: vec![false] });
        assert_eq!(shown_groups(&[2, 3]), Shown { total: true, groups: vec![false, false] });
        assert_eq!(shown_groups(&[]), Shown { total: false, groups: vec![] });
    }

    #[test]
    fn what_a_later_round_would_give_away_is_found() {
        let last = people(0..20);
        let now = people(0..21);
        assert_eq!(derivable(&[last.clone(), now]), Some(people([20])));
        assert_eq!(derivable(&[last, people(0..25)]), None);
    }

    #[test]
    fn overlapping_filters_are_seen_through() {
        // Women 0..10, of them young 0..6; all young 0..6 and 10..16; all 0..18. The young men are 10..16, so all minus
        // the women and the young men are the two older men.
        let shown = [people(0..10), people(0..6), people((0..6).chain(10..16)), people(0..18)];
        assert_eq!(derivable(&shown), Some(people([16, 17])));
    }

    #[test]
    fn more_sets_than_can_be_looked_at_are_not_shown() {
        let shown: Vec<People> = (0..120).map(|at| people([at, 1_000, 1_001, 1_002, 1_003, 1_004])).collect();
        assert!(derivable(&shown).is_some());
    }

    /// Whether a set of 1 to 4 of these people is a combination of the shown sets with factors from -2 to 2.
    fn by_brute_force(shown: &[People]) -> bool {
        let mut factors = vec![-2_i64; shown.len()];
        loop {
            let mut sum: BTreeMap<&String, i64> = BTreeMap::new();
            for (set, factor) in shown.iter().zip(&factors) {
                for person in set {
                    *sum.entry(person).or_default() += factor;
                }
            }
            let few = sum.values().filter(|&&value| value == 1).count();
            if (1..FEWEST).contains(&few) && sum.values().all(|&value| value == 0 || value == 1) {
                return true;
            }
            let Some(next) = factors.iter().position(|&factor| factor < 2) else { return false };
            factors[next] += 1;
            factors[..next].fill(-2);
        }
    }

    proptest! {
        #[test]
        fn of_groups_and_everybody_nothing_small_can_be_had(sizes in prop::collection::vec(0_usize..12, 0..6)) {
            let shown = shown_groups(&sizes);
            let (groups, everybody) = sets(&sizes);
            let mut public: Vec<People> = groups.iter().zip(&shown.groups).filter(|(_, shown)| **shown)
                .map(|(group, _)| group.clone()).collect();
            if shown.total {
                public.push(everybody);
            }
            prop_assert!(public.iter().all(|set| set.len() >= FEWEST));
            prop_assert!(!by_brute_force(&public), "{sizes:?}");
            prop_assert_eq!(derivable(&public), None);
        }

        #[test]
        fn what_brute_force_finds_is_found(sets in prop::collection::vec(prop::collection::btree_set(0_usize..9, 5..9), 1..5)) {
            let shown: Vec<People> = sets.into_iter().map(people).collect();
            if by_brute_force(&shown) {
                prop_assert!(derivable(&shown).is_some());
            }
        }
    }
}
