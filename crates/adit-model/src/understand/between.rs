//! What may still be told of a statement that people voted on before.
//!
//! The same people may have voted again, with a few more or a few fewer: whoever knows that, and holds two numbers of
//! voters that lie one to four apart, knows how these few voted. So a number of voters on a statement is told only if it is
//! the same as, or at least five away from, every number that was told of it in an earlier round (rules of the record: 8.8,
//! "in each difference between what is shown").

use crate::protect::FEWEST;
use crate::understand::statements::{Statement, Tally};

/// Numbers of voters that were told of one statement in one round, or follow from what was told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told(Vec<u32>);

impl Told {
    /// What is told with everybody's votes and those of groups: these numbers, all the groups together, and everybody less
    /// these.
    pub fn of(all: Option<Tally>, groups: &[Option<Tally>]) -> Self {
        let own: Vec<u32> = groups.iter().flatten().map(|tally| tally.votes()).collect();
        let together = own.iter().sum::<u32>();
        let all = all.map_or(0, Tally::votes);
        let told = own.into_iter().chain([together, all, all.saturating_sub(together)]);
        Self(told.filter(|&votes| votes > 0).collect())
    }

    /// Whether a set of one to four people may lie between the two.
    fn too_near(&self, other: &Self) -> bool {
        let few = |one: u32, other: u32| (1..FEWEST).contains(&usize::try_from(one.abs_diff(other)).unwrap_or(FEWEST));
        self.0.iter().any(|&one| other.0.iter().any(|&other| few(one, other)))
    }
}

/// The statement with as much as may be told after what was told `before`: groups first, the largest before the others,
/// as they matter more; then everybody together.
pub fn withhold(statement: Statement, before: &[Told]) -> Statement {
    let safe = |all, groups: &[Option<Tally>]| {
        let now = Told::of(all, groups);
        !before.iter().any(|before| now.too_near(before))
    };
    if safe(statement.all, &statement.groups) {
        return statement;
    }
    let mut places: Vec<usize> = (0..statement.groups.len()).collect();
    let votes = |place: usize| statement.groups[place].map_or(0, Tally::votes);
    places.sort_by_key(|&place| (std::cmp::Reverse(votes(place)), place));
    let mut groups = vec![None; statement.groups.len()];
    for place in places {
        groups[place] = statement.groups[place];
        if !safe(None, &groups) {
            groups[place] = None;
        }
    }
    // Between everybody and the groups that are left nobody or at least five must stand, as within one round.
    let all = statement.all.filter(|all| {
        let left = all.votes() - groups.iter().flatten().map(|tally| tally.votes()).sum::<u32>();
        safe(Some(*all), &groups) && (left == 0 || usize::try_from(left).is_ok_and(|left| left >= FEWEST))
    });
    Statement::of(&statement.id, all, groups)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn votes(agree: u32) -> Option<Tally> {
        (agree > 0).then_some(Tally { agree, disagree: 0, pass: 0 })
    }

    fn statement(all: u32, groups: &[u32]) -> Statement {
        Statement::of("s", votes(all), groups.iter().map(|&one| votes(one)).collect())
    }

    #[test]
    fn one_voter_more_is_not_told_and_five_more_are() {
        let before = [Told::of(votes(12), &[])];
        assert_eq!(withhold(statement(13, &[]), &before).all, None);
        assert_eq!(withhold(statement(12, &[]), &before).all, votes(12));
        assert_eq!(withhold(statement(17, &[]), &before).all, votes(17));
    }

    #[test]
    fn a_group_that_lies_near_an_earlier_one_goes_and_takes_what_rests_on_it() {
        let before = [Told::of(votes(30), &[votes(20), votes(10)])];
        // The second group of 12 lies two from the earlier ten; everybody (47) less the first (35) would give it away.
        let told = withhold(statement(47, &[35, 12]), &before);
        assert_eq!((told.all, told.groups), (None, vec![votes(35), None]));
    }

    proptest! {
        #[test]
        fn nothing_told_lies_one_to_four_from_what_was_told(
            rounds in prop::collection::vec((prop::collection::vec(5_u32..40, 0..4), prop_oneof![Just(0_u32), 5_u32..20]), 1..5)
        ) {
            let mut before: Vec<Told> = Vec::new();
            for (groups, rest) in rounds {
                let told = withhold(statement(groups.iter().sum::<u32>() + rest, &groups), &before);
                let now = Told::of(told.all, &told.groups);
                prop_assert!(!before.iter().any(|before| now.too_near(before)));
                if let Some(all) = told.all {
                    let left = all.votes() - told.groups.iter().flatten().map(|tally| tally.votes()).sum::<u32>();
                    prop_assert!(left == 0 || left >= 5);
                }
                before.push(now);
            }
        }

        #[test]
        fn what_nobody_was_told_before_stays(groups in prop::collection::vec(5_u32..40, 0..4)) {
            let statement = statement(groups.iter().sum(), &groups);
            prop_assert_eq!(withhold(statement.clone(), &[]), statement);
        }
    }
}
