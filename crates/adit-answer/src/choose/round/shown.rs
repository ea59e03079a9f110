//! What may be told of a closed round: nothing about fewer than five people, also not by subtraction, within a round or
//! between rounds.

use adit_model::choose::weigh::protect::{FEWEST, People, derivable};

/// What is told of one round, in the order of its groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Answers of each group, shown or not: what the next round must be compared with.
    counts: Vec<usize>,
    /// Whether each group is shown.
    groups: Vec<bool>,
    /// Whether the number of all answers is shown.
    everyone: bool,
}

impl Shown {
    /// Answers of a group, if it is shown.
    pub fn group(&self, place: usize) -> Option<usize> {
        self.counts.get(place).copied().filter(|_| self.groups.get(place) == Some(&true))
    }

    /// All answers, if their number is shown.
    pub fn everyone(&self) -> Option<usize> {
        self.everyone.then(|| self.counts.iter().sum())
    }

    /// The same round as another one sees it: its groups in that one's order, by their places here.
    #[must_use]
    pub fn in_order(&self, places: &[Option<usize>]) -> Self {
        let known: Vec<usize> = places.iter().flatten().copied().collect();
        // Groups that the other does not have stand behind its own.
        let order = places.iter().copied().chain((0..self.counts.len()).filter(|at| !known.contains(at)).map(Some));
        let (counts, groups) = order.map(|at| at.map_or((0, false), |at| (self.counts[at], self.groups[at]))).unzip();
        Self { counts, groups, everyone: self.everyone }
    }

    /// The sets of people that something is told about. People of a group are numbered alike in every round: the worst
    /// case is that the same took part again, with some more or fewer.
    fn told(&self) -> Vec<People> {
        let people = |place: usize| (0..self.counts[place]).map(move |person| format!("{place}/{person}"));
        let groups = (0..self.counts.len()).filter(|&place| self.groups[place]).map(|place| people(place).collect());
        let everyone = self.everyone.then(|| (0..self.counts.len()).flat_map(people).collect());
        groups.chain(everyone).collect()
    }
}

/// What may be told of a round with these numbers of answers by group, after what was told of `earlier` rounds (brought
/// into its order by [`Shown::in_order`]).
///
/// Groups of five and more are shown, and the number of all answers. As long as one to four people follow from all that
/// was ever told ([`derivable`]), something is withheld: first the number of all answers, as groups matter more; then the
/// smallest group of those that are shown.
pub fn shown(counts: &[usize], earlier: &[Shown]) -> Shown {
    let groups = counts.iter().map(|&count| count >= FEWEST).collect();
    let mut now = Shown { counts: counts.to_vec(), groups, everyone: counts.iter().sum::<usize>() >= FEWEST };
    let before: Vec<People> = earlier.iter().flat_map(Shown::told).collect();
    let safe = |now: &Shown| derivable(&before.iter().cloned().chain(now.told()).collect::<Vec<_>>()).is_none();
    if safe(&now) {
        return now;
    }
    // Groups that nothing follows from by themselves stay; one after the other, the largest first.
    let mut places: Vec<usize> = (0..counts.len()).filter(|&place| now.groups[place]).collect();
    places.sort_by_key(|&place| (std::cmp::Reverse(counts[place]), place));
    now = Shown { groups: vec![false; counts.len()], everyone: false, ..now };
    for place in places {
        now.groups[place] = true;
        now.groups[place] = safe(&now);
    }
    now.everyone = counts.iter().sum::<usize>() >= FEWEST;
    now.everyone = now.everyone && safe(&now);
    now
}

/// A number of answers while a round is open: in whole fives, so that no single answer is seen to arrive.
pub fn at_least(count: usize) -> Option<usize> {
    Some(count - count % FEWEST).filter(|&fives| fives > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without the model's elimination: whether a signed sum, each set taken 0 or 1 times with either sign, is about one
    /// to four people.
    fn follows(told: &[People]) -> bool {
        let everybody: People = told.iter().flatten().cloned().collect();
        (0..3_usize.pow(u32::try_from(told.len()).unwrap())).any(|code| {
            let factor = |at: usize| i32::try_from(code / 3_usize.pow(u32::try_from(at).unwrap()) % 3).unwrap() - 1;
            let sum = |person: &String| -> i32 {
                told.iter().enumerate().filter(|(_, set)| set.contains(person)).map(|(at, _)| factor(at)).sum()
            };
            let sums: Vec<i32> = everybody.iter().map(sum).collect();
            let few = sums.iter().filter(|&&sum| sum == 1).count();
            (1..FEWEST).contains(&few) && sums.iter().all(|sum| matches!(sum, 0 | 1))
        })
    }

    #[test]
    fn nothing_small_follows_from_any_table_of_up_to_three_groups_and_nothing_is_withheld_without_need() {
        for table in 0..12_usize.pow(3) {
            let counts: Vec<usize> = (0..3).map(|place| table / 12_usize.pow(place) % 12).collect();
            let shown = shown(&counts, &[]);
            assert!(!follows(&shown.told()), "{counts:?} {shown:?}");
            for (place, &count) in counts.iter().enumerate() {
                assert_eq!(shown.group(place).is_some(), count >= FEWEST, "{counts:?}");
            }
            let rest: usize = counts.iter().filter(|&&count| count < FEWEST).sum();
            let all: usize = counts.iter().sum();
            assert_eq!(shown.everyone().is_some(), all >= FEWEST && (rest == 0 || rest >= FEWEST), "{counts:?}");
        }
    }

    #[test]
    fn nothing_small_follows_from_two_rounds() {
        for table in 0..9_usize.pow(4) {
            let at = |place: u32| 3 + table / 9_usize.pow(place) % 9;
            let one = shown(&[at(0), at(1)], &[]);
            let two = shown(&[at(2), at(3)], std::slice::from_ref(&one));
            let told: Vec<People> = one.told().into_iter().chain(two.told()).collect();
            assert!(!follows(&told), "{one:?} {two:?}");
        }
    }

    #[test]
    fn a_group_that_grew_by_one_is_not_shown_again() {
        let first = shown(&[12, 20], &[]);
        let second = shown(&[13, 20], std::slice::from_ref(&first));
        assert_eq!((second.group(0), second.group(1), second.everyone()), (None, Some(20), None));
        let third = shown(&[18, 20], &[first, second]);
        assert_eq!((third.group(0), third.group(1), third.everyone()), (Some(18), Some(20), Some(38)));
    }

    #[test]
    fn an_earlier_round_is_read_in_the_order_of_the_later_one() {
        let earlier = shown(&[12, 20, 0], &[]);
        // The later round has the second group first, a new one, and not the first.
        let read = earlier.in_order(&[Some(1), None]);
        assert_eq!(
            (read.group(0), read.group(1), read.group(2), read.everyone()),
            (Some(20), None, Some(12), Some(32))
        );
    }

    #[test]
    fn while_open_only_whole_fives_are_told() {
        assert_eq!([0, 4, 5, 9, 10, 23].map(at_least), [None, None, Some(5), Some(5), Some(10), Some(20)]);
    }
}
