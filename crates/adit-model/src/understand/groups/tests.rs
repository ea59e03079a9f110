//! Made-up rooms of people whose groups are known.

use proptest::prelude::*;

use super::*;
use crate::understand::statements::{Tally, tell};
use crate::understand::votes::Vote;

/// People of some sizes, each group with a vote of its own on each statement (by its bits); one in `noise` votes otherwise.
fn room(sizes: &[usize], statements: usize, noise: u64) -> Vec<Vote> {
    let mut votes = Vec::new();
    let mut person = 0_u64;
    for (group, &size) in sizes.iter().enumerate() {
        for _ in 0..size {
            person += 1;
            for statement in 0..statements {
                let own = if (statement / 3 + group) % sizes.len() == 0 { 1 } else { -1 };
                let other = noise > 0 && uniform(5, person, statement as u64) * noise as f64 <= 1.0;
                let value = if other { -own } else { own };
                votes.push(Vote { participant: format!("p{person:05}"), statement: format!("s{statement:03}"), value });
            }
        }
    }
    votes
}

fn found(votes: &[Vote]) -> (Votes, Opinion) {
    let votes = Votes::of(votes).unwrap();
    let opinion = find(&votes);
    (votes, opinion)
}

#[test]
fn two_groups_are_found_and_tallied_by_hand() {
    // 20 people agree with s0..s2 and disagree with s3..s5; 12 the other way round; six statements, so six votes shape.
    let (votes, opinion) = found(&room(&[20, 12], 6, 0));
    let groups = opinion.groups.clone().unwrap();
    assert_eq!(groups.people, [20, 12]);
    assert!((groups.silhouette - 1.0).abs() < 1e-9, "all of a group stand at one point: {groups:?}");
    assert_eq!(groups.stability, [Some(1.0), Some(1.0)]);
    let told = tell(&votes, &opinion);
    assert_eq!(
        told[0].groups,
        [Some(Tally { agree: 20, ..Tally::default() }), Some(Tally { disagree: 12, ..Tally::default() })]
    );
    // (1 + 20)/(2 + 20) x (1 + 0)/(2 + 12), and their distance.
    let [one, two] = [21.0 / 22.0, 1.0 / 14.0];
    assert!((told[0].consensus.unwrap() - one * two).abs() < 1e-12);
    assert!((told[0].divides.unwrap() - (one - two)).abs() < 1e-12);
}

#[test]
fn three_noisy_groups_are_found_again() {
    let (_, opinion) = found(&room(&[40, 30, 20], 18, 12));
    let groups = opinion.groups.unwrap();
    assert_eq!(groups.people, [40, 30, 20]);
    assert!(groups.stability.iter().all(|share| share.unwrap() > 0.9), "{groups:?}");
}

#[test]
fn too_few_people_and_one_opinion_are_no_groups() {
    assert_eq!(found(&room(&[20, 9], 8, 0)).1.groups, Err(NoGroups::TooFew { shaping: 29 }));
    let one = room(&[40], 8, 0);
    assert!(matches!(found(&one).1.groups, Err(NoGroups::NotApart { .. })));
    assert_eq!(found(&[]).1.groups, Err(NoGroups::TooFew { shaping: 0 }));
}

#[test]
fn who_voted_little_is_placed_and_shapes_nothing() {
    let mut votes = room(&[20, 15], 12, 0);
    let before = found(&votes).1;
    for statement in 0..6 {
        let value = if statement < 3 { 1 } else { -1 };
        votes.push(Vote { participant: "z".to_owned(), statement: format!("s{statement:03}"), value });
    }
    let after = found(&votes).1;
    assert_eq!(after.placed[..35], before.placed[..]);
    let last = after.placed[35];
    assert_eq!((last.shapes, last.seen), (false, 6));
    assert_eq!(after.groups.unwrap().people.iter().sum::<usize>(), 36);
}

#[test]
fn passes_are_votes_and_small_groups_are_not_told() {
    let mut votes = room(&[30, 20, 3], 9, 0);
    votes.iter_mut().filter(|vote| vote.statement == "s000").for_each(|vote| vote.value = 0);
    let (votes, opinion) = found(&votes);
    let people = opinion.groups.as_ref().unwrap().people.clone();
    assert_eq!(people, [30, 20, 3]);
    let told = tell(&votes, &opinion);
    for statement in &told {
        assert_eq!(statement.groups[2], None, "three people");
        assert_eq!(statement.groups[1], None, "the next smallest goes with them");
        assert_eq!((statement.consensus, statement.divides), (None, None));
    }
    assert_eq!(told[0].all, Some(Tally { pass: 53, ..Tally::default() }));
}

#[test]
fn a_statement_that_few_voted_on_is_told_of_nobody() {
    let mut votes = room(&[20, 20], 9, 0);
    votes.retain(|vote| vote.statement != "s008" || vote.participant.as_str() <= "p00004");
    let (votes, opinion) = found(&votes);
    let last = tell(&votes, &opinion).pop().unwrap();
    assert!(last.all.is_none() && last.groups.iter().all(Option::is_none), "{last:?}");
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let votes = Votes::of(&room(&[40, 30], 12, 9)).unwrap();
    let of = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| find(&votes));
    assert_eq!(of(1), of(4));
}

#[test]
fn fifty_thousand_votes_of_two_thousand_people_are_grouped() {
    // Each votes on about 25 of 100 statements. The time is printed, not tested: machines differ.
    let mut votes = room(&[900, 700, 400], 100, 10);
    let mut number = 0;
    votes.retain(|_| {
        number += 1;
        uniform(3, number, 2) < 0.25
    });
    assert!(votes.len().abs_diff(50_000) < 1_000, "{}", votes.len());
    let begun = std::time::Instant::now();
    let (votes, opinion) = found(&votes);
    let told = tell(&votes, &opinion);
    println!("grouped and told in {:?}", begun.elapsed());
    let groups = opinion.groups.unwrap();
    assert_eq!((groups.people.len(), told.len()), (3, 100), "{groups:?}");
    assert!(groups.people.iter().zip([900, 700, 400]).all(|(found, made)| found.abs_diff(made) < 40), "{groups:?}");
}

#[test]
fn votes_that_are_none_are_refused() {
    let vote = |value| Vote { participant: "a".to_owned(), statement: "s".to_owned(), value };
    assert!(Votes::of(&[vote(2)]).unwrap_err().to_string().contains('2'));
    assert!(Votes::of(&[vote(1), vote(1)]).unwrap_err().to_string().contains("two votes"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_order_in_which_votes_come_changes_nothing(by in 1_usize..2_000, keep in 2_u64..9) {
        let mut votes = room(&[18, 14], 9, 7);
        let mut number = 0;
        votes.retain(|_| { number += 1; uniform(9, number, 1) * 10.0 > keep as f64 / 4.0 });
        let one = find(&Votes::of(&votes).unwrap());
        let places = votes.len();
        votes.rotate_left(by % places);
        votes.reverse();
        prop_assert_eq!(one, find(&Votes::of(&votes).unwrap()));
    }

    #[test]
    fn what_is_told_and_what_is_left_between_is_of_five_at_least(sizes in prop::collection::vec(1_usize..14, 2..5), noise in 0_u64..9) {
        let mut sizes = sizes;
        sizes[0] += 30;
        let votes = Votes::of(&room(&sizes, 10, noise)).unwrap();
        for statement in tell(&votes, &find(&votes)) {
            let told: Vec<u32> = statement.groups.iter().flatten().map(|tally| tally.votes()).collect();
            prop_assert!(told.iter().all(|count| *count >= 5));
            let all = statement.all.map_or(0, Tally::votes);
            let between = all - told.iter().sum::<u32>().min(all);
            prop_assert!(told.is_empty() || between == 0 || between >= 5, "{statement:?}");
        }
    }
}
