//! Games whose values are known by hand or from the literature, and the axioms on random games.

use adit_number::{stable_key, uniform};
use proptest::prelude::*;

use super::*;

/// Without a scratch.
fn sampled(keys: &[u64], orders: u64, seed: u64, v: impl Fn(Coalition) -> f64 + Sync) -> Sampled {
    super::sampled(keys, orders, seed, || (), |(), coalition| v(coalition))
}

fn game(players: usize, v: impl Fn(Coalition) -> f64 + Sync) -> Values {
    Values::of(players, v).unwrap()
}

fn near(one: &[f64], other: &[f64]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| (a - b).abs() < 1e-14)
}

/// A committee that decides when its votes reach the quota.
fn voting(quota: u64, votes: &'static [u64]) -> impl Fn(Coalition) -> f64 + Sync {
    move |coalition| {
        let for_it: u64 = coalition.players().map(|player| votes[player]).sum();
        if for_it >= quota { 1.0 } else { 0.0 }
    }
}

/// One left glove, two right gloves: the left one gets two thirds.
fn gloves(coalition: Coalition) -> f64 {
    if coalition.has(0) && (coalition.has(1) || coalition.has(2)) { 1.0 } else { 0.0 }
}

#[test]
fn the_glove_game() {
    let values = game(3, gloves);
    assert!(near(&shapley(&values), &[2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]));
    let reached = reach(&values, 1.0, Some(&[5.0, 3.0, 2.0]));
    assert_eq!(reached.coalitions, 3);
    assert_eq!(reached.indispensable, Coalition::one(0));
    let cheapest = reached.cheapest.unwrap();
    assert_eq!((cheapest.coalition, cheapest.cost, cheapest.value), (Coalition(0b101), 7.0, 1.0));
    assert_eq!(complementarity(gloves, 0, 1), 1.0);
    assert_eq!(complementarity(gloves, 1, 2), 0.0);
}

/// The Security Council, smaller: one permanent member with veto among five, three votes needed. Arrivals by hand: an
/// elected member turns the vote when it arrives third with the permanent one among the two before: 1/5 x 6/12 = 1/10.
#[test]
fn a_veto() {
    let veto = |c: Coalition| if c.has(0) && c.size() >= 3 { 1.0 } else { 0.0 };
    assert!(near(&shapley(&game(5, veto)), &[0.6, 0.1, 0.1, 0.1, 0.1]));
}

/// [4; 3, 2, 1, 1]: 3 turns 12 of 24 orders, 2 and each 1 turn 4.
#[test]
fn a_weighted_committee() {
    assert!(near(&shapley(&game(4, voting(4, &[3, 2, 1, 1]))), &[0.5, 1.0 / 6.0, 1.0 / 6.0, 1.0 / 6.0]));
    // [51; 50, 49, 1]: two turn as often as each other though one has 49 times the votes.
    assert!(near(&shapley(&game(3, voting(51, &[50, 49, 1]))), &[2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]));
}

/// The Council of the six of 1958: 12 of 17 votes; Luxembourg never turns a vote (Brams and Affuso 1976; Felsenthal and
/// Machover 1998, The Measurement of Voting Power: 14/60 for the large, 9/60 for Belgium and the Netherlands).
#[test]
fn the_council_of_1958() {
    let shares = shapley(&game(6, voting(12, &[4, 4, 4, 2, 2, 1])));
    let sixtieths = [14.0, 14.0, 14.0, 9.0, 9.0, 0.0].map(|s| s / 60.0);
    assert!(near(&shares, &sixtieths), "{shares:?}");
}

#[test]
fn an_additive_game_gives_each_its_own() {
    let own = [3.0, -1.0, 0.0, 8.0, 0.5];
    let values = game(5, |c| c.players().map(|player| own[player]).sum());
    assert_eq!(shapley(&values), own);
    assert!((0..5).all(|i| (0..i).all(|j| complementarity(|c| values.value(c), i, j) == 0.0)));
}

/// An airport's runway: who needs the longer one pays for what the others do not need (Littlechild and Owen 1973).
#[test]
fn the_airport_game() {
    let needs = [1.0, 4.0, 7.0, 9.0];
    let values = game(4, |c| c.players().map(|player| needs[player]).fold(0.0, f64::max));
    let by_hand = [0.25, 1.25, 2.75, 4.75];
    assert!(near(&shapley(&values), &by_hand));
}

#[test]
fn a_value_that_falls_when_a_player_joins_gives_a_negative_share() {
    // Player 1 spoils what player 0 does.
    let values = game(2, |c| if c == Coalition::one(0) { 1.0 } else { 0.0 });
    assert_eq!(shapley(&values), [0.5, -0.5]);
    let reached = reach(&values, 1.0, None);
    assert_eq!((reached.coalitions, reached.indispensable), (1, Coalition::one(0)));
    assert_eq!(reach(&values, 2.0, None).indispensable, Coalition::EMPTY, "nobody can reach it, so nobody is needed");
    assert_eq!(reach(&values, 0.0, None).indispensable, Coalition::EMPTY, "nobody is needed for nothing");
}

#[test]
fn ties_of_cost_go_to_the_smaller_and_earlier_set() {
    let values = game(4, |c| if c.size() >= 2 { 1.0 } else { 0.0 });
    let cheapest = |costs: &[f64]| reach(&values, 1.0, Some(costs)).cheapest.unwrap().coalition;
    assert_eq!(cheapest(&[1.0; 4]), Coalition(0b0011));
    assert_eq!(cheapest(&[0.0; 4]), Coalition(0b0011));
    assert_eq!(cheapest(&[9.0, 1.0, 1.0, 1.0]), Coalition(0b0110));
}

#[test]
fn lists_are_whole_up_to_ten_players() {
    assert_eq!(listed(3).iter().map(|c| c.0).collect::<Vec<_>>(), [0, 1, 2, 4, 3, 5, 6, 7]);
    assert_eq!(listed(10).len(), 1024);
    let eleven = listed(11);
    assert_eq!(eleven.len(), 1 + 11 + 55 + 1);
    assert_eq!((eleven[0], eleven[67]), (Coalition::EMPTY, Coalition::all(11)));
}

#[test]
fn too_many_players_are_not_enumerated() {
    assert!(Values::of(MOST_EXACT + 1, |_| 0.0).is_none());
    assert_eq!(Values::of(0, |_| 1.0).unwrap().together(), 0.0);
    assert!(shapley(&Values::of(0, |_| 1.0).unwrap()).is_empty());
}

fn keys(players: usize) -> Vec<u64> {
    (0..players).map(|player| stable_key(&format!("player {player}"))).collect()
}

/// A game out of random numbers, neither monotone nor additive.
fn random_game(seed: u64) -> impl Fn(Coalition) -> f64 + Sync {
    move |coalition| if coalition == Coalition::EMPTY { 0.0 } else { 2.0 * uniform(seed, 0, coalition.0) - 0.7 }
}

#[test]
fn the_same_bits_on_one_thread_and_on_many() {
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| (shapley(&game(13, random_game(1))), sampled(&keys(30), 500, 7, random_game(2))))
    };
    assert_eq!(on(1), on(4));
}

#[test]
fn samples_come_close_and_say_how_close() {
    let exact = shapley(&game(8, random_game(3)));
    let estimate = sampled(&keys(8), 20_000, 1, random_game(3));
    assert!(estimate.error_bound < 0.02 && estimate.error_bound > 0.0);
    assert!(estimate.correction.abs() < 1e-12, "orders telescope, so little is left to correct");
    for (share, (by, width)) in exact.iter().zip(estimate.shares.iter().zip(&estimate.half_widths)) {
        assert!((share - by).abs() < 2.0 * width, "{share} {by} {width}");
    }
}

/// Intervals that claim 95 % hold the truth about as often: 40 seeds, 8 players, so 320 intervals.
#[test]
fn intervals_hold_the_truth_as_often_as_they_say() {
    let exact = shapley(&game(8, random_game(4)));
    let held: usize = (0..40)
        .map(|seed| {
            let estimate = sampled(&keys(8), 400, seed, random_game(4));
            let within = |i: &usize| (estimate.shares[*i] - exact[*i]).abs() <= estimate.half_widths[*i];
            (0..8).filter(within).count()
        })
        .sum();
    assert!((290..=316).contains(&held), "{held} of 320");
}

#[test]
fn a_share_without_variation_has_no_error() {
    let estimate = sampled(&keys(25), 10, 1, |c| c.size() as f64);
    assert_eq!(estimate.error_bound, 0.0);
    assert!(estimate.shares.iter().all(|share| (share - 1.0).abs() < 1e-12));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Efficiency: the shares add to the whole.
    #[test]
    fn shares_add_to_the_whole(players in 1usize..9, seed in any::<u64>()) {
        let values = game(players, random_game(seed));
        let sum: f64 = shapley(&values).iter().sum();
        prop_assert!((sum - values.together()).abs() <= 1e-15 * players as f64);
    }

    /// A game of whole numbers divides into whole parts of n!: the shares are exactly those, and add up exactly.
    #[test]
    fn shares_of_whole_numbers_are_whole_parts(players in 1usize..8, seed in any::<u64>()) {
        let whole = move |c: Coalition| (random_game(seed)(c) * 1000.0).trunc();
        let shares = shapley(&game(players, whole));
        let orders: f64 = (1..=players).map(|k| k as f64).product();
        let parts: Vec<f64> = shares.iter().map(|share| share * orders).collect();
        prop_assert!(parts.iter().all(|part| (part - part.round()).abs() < 1e-6));
        let sum: f64 = parts.iter().map(|part| part.round()).sum();
        prop_assert_eq!(sum, orders * whole(Coalition::all(players)));
    }

    /// A dummy gets what it brings and takes nothing from the others; two who do the same get the same.
    #[test]
    fn dummies_and_twins(players in 1usize..7, seed in any::<u64>(), own in -2.0f64..2.0) {
        let rest = game(players, random_game(seed));
        let with_dummy = |c: Coalition| rest.value(c.without(players)) + if c.has(players) { own } else { 0.0 };
        let shares = shapley(&game(players + 1, with_dummy));
        prop_assert!((shares[players] - own).abs() < 1e-13);
        for (with, without) in shares.iter().zip(shapley(&rest)) {
            prop_assert!((with - without).abs() < 1e-13);
        }
        // The twin of player 0 counts only where player 0 does not already.
        let with_twin = |c: Coalition| {
            let stands_in = if c.has(players) { c.without(players).with(0) } else { c };
            rest.value(stands_in)
        };
        let shares = shapley(&game(players + 1, with_twin));
        prop_assert!((shares[0] - shares[players]).abs() < 1e-13);
    }

    /// Adding games adds shares.
    #[test]
    fn games_add(players in 1usize..7, one in any::<u64>(), other in any::<u64>()) {
        let sum = shapley(&game(players, |c| random_game(one)(c) + random_game(other)(c)));
        let (a, b) = (shapley(&game(players, random_game(one))), shapley(&game(players, random_game(other))));
        for (sum, (a, b)) in sum.iter().zip(a.iter().zip(&b)) {
            prop_assert!((sum - a - b).abs() < 1e-13);
        }
    }
}
