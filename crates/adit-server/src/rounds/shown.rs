//! What may be told of a closed round: nothing about fewer than five people, also not by subtraction.
//!
//! Three things are compared with the smallest number of people that may be told about ([`FEWEST`]): each group; all
//! minus the groups that are shown; and each of these minus the same in an earlier round of the same question. A group
//! that fails is not shown; where the rest would be too small, the sum of all is not shown.

/// Fewest answers that anything is told about.
pub const FEWEST: usize = 5;

/// What is told of one round, in the order of its groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    /// Answers of each group that is shown.
    pub groups: Vec<Option<usize>>,
    /// All answers, if they are shown.
    pub everyone: Option<usize>,
}

impl Shown {
    /// All answers minus the groups that are shown: what anyone can compute.
    fn rest(&self) -> Option<usize> {
        self.everyone.map(|all| all - self.groups.iter().flatten().sum::<usize>())
    }
}

/// What may be told of a round with these numbers of answers by group, after what was told of `earlier` rounds (with the
/// same groups in the same order; none for a group that an earlier round did not have).
pub(super) fn shown(counts: &[usize], earlier: &[Shown]) -> Shown {
    let apart = |now: usize, then: Option<usize>| then.is_none_or(|then| now == then || now.abs_diff(then) >= FEWEST);
    let group = |(place, &count): (usize, &usize)| {
        let told = count >= FEWEST && earlier.iter().all(|one| apart(count, one.groups.get(place).copied().flatten()));
        told.then_some(count)
    };
    let groups: Vec<Option<usize>> = counts.iter().enumerate().map(group).collect();
    let everyone: usize = counts.iter().sum();
    let rest = everyone - groups.iter().flatten().sum::<usize>();
    let told = everyone >= FEWEST
        && (rest == 0 || rest >= FEWEST)
        && earlier.iter().all(|one| apart(everyone, one.everyone) && apart(rest, one.rest()));
    Shown { groups, everyone: told.then_some(everyone) }
}

/// A number of answers while a round is open: in whole fives, so that no single answer is seen to arrive.
pub(crate) fn at_least(count: usize) -> Option<usize> {
    Some(count - count % FEWEST).filter(|&fives| fives > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every sum that can be made by adding and subtracting what is shown, with the people it is about: none is about
    /// one to four of them. Groups do not overlap, so a signed sum of the shown groups and of everyone is about as many
    /// people as it counts only where its coefficients are 0 and 1; all of those are tried.
    fn tells_of_few(counts: &[usize], shown: &Shown) -> Option<usize> {
        let people = |taken: u32| -> usize {
            counts.iter().enumerate().filter(|(place, _)| taken & (1 << place) != 0).map(|(_, count)| count).sum()
        };
        let known: Vec<u32> =
            shown.groups.iter().enumerate().filter(|(_, group)| group.is_some()).map(|(place, _)| 1 << place).collect();
        let everyone = (1_u32 << counts.len()) - 1;
        let unions = (0..1_u32 << known.len()).map(|which| {
            known.iter().enumerate().filter(|(at, _)| which & (1 << at) != 0).fold(0, |union, (_, group)| union | group)
        });
        let told = unions.flat_map(|union| [Some(union), shown.everyone.map(|_| everyone & !union)]).flatten();
        told.map(people).find(|people| (1..FEWEST).contains(people))
    }

    #[test]
    fn no_subset_of_under_five_follows_from_any_table_of_up_to_four_groups() {
        for table in 0..12_usize.pow(4) {
            let counts: Vec<usize> = (0..4).map(|place| table / 12_usize.pow(place) % 12).collect();
            let shown = shown(&counts, &[]);
            assert_eq!(tells_of_few(&counts, &shown), None, "{counts:?} {shown:?}");
            let whole = counts.iter().all(|&count| count == 0 || count >= FEWEST);
            if whole && counts.iter().any(|&count| count > 0) {
                assert!(shown.everyone.is_some(), "nothing is withheld without need: {counts:?}");
            }
        }
    }

    #[test]
    fn no_difference_of_under_five_follows_from_two_rounds() {
        for table in 0..10_usize.pow(4) {
            let at = |place: u32| 3 + table / 10_usize.pow(place) % 10;
            let (first, second) = ([at(0), at(1)], [at(2), at(3)]);
            let one = shown(&first, &[]);
            let two = shown(&second, std::slice::from_ref(&one));
            let pairs = one.groups.iter().zip(&two.groups).map(|(one, two)| (*one, *two));
            let all = pairs.chain([(one.everyone, two.everyone), (one.rest(), two.rest())]);
            for pair in all {
                if let (Some(then), Some(now)) = pair {
                    assert!(then == now || then.abs_diff(now) >= FEWEST, "{first:?} {second:?}");
                }
            }
        }
    }

    #[test]
    fn while_open_only_whole_fives_are_told() {
        assert_eq!([0, 4, 5, 9, 10, 23].map(at_least), [None, None, Some(5), Some(5), Some(10), Some(20)]);
    }
}
