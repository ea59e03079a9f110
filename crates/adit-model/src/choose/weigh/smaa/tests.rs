use adit_number::uniform;
use proptest::prelude::*;

use super::plain;
use super::tally::Tally;
use super::*;

/// Made-up numbers, evenly spread over 0..1.
fn made_up(seed: u64, count: usize) -> Vec<f64> {
    (0..count as u64).map(|at| uniform(seed, at, 7)).collect()
}

fn by_definition(scores: &Scores, weights: &Weights) -> Acceptability {
    let mut winners = vec![0; weights.len()];
    let mut tally = Tally::new(scores, Wanted::Pairs);
    plain::count(scores, weights, 0, &mut winners, &mut tally);
    tally.finish(weights, winners)
}

#[test]
fn the_case_worked_by_hand_in_the_book() {
    let scores = Scores::new(2, vec![1.0, 0.0, 0.0, 1.0, 0.6, 0.6]).unwrap();
    let weights = Weights::new(2, vec![3.0, 1.0, 1.0, 3.0, 1.0, 1.0, 0.9, 0.1]).unwrap();
    let counted = Kernel::new(&scores).accept(&weights, Wanted::Pairs);
    assert_eq!(counted.rank_counts, [[2, 1, 1], [1, 0, 3], [1, 3, 0]]);
    assert_eq!(counted.pairwise.unwrap(), [[0, 3, 2], [1, 0, 1], [2, 3, 0]]);
    assert_eq!(counted.central_weights[1], Some(vec![0.25, 0.75]));
    assert_eq!(counted.central_weights[2], Some(vec![0.5, 0.5]));
    let first = counted.central_weights[0].as_ref().unwrap();
    assert!((first[0] - 0.825).abs() < 1e-15 && (first[1] - 0.175).abs() < 1e-15);
    assert_eq!(counted.winners, [0, 1, 2, 0]);
}

#[test]
fn a_tie_of_decimals_stands_in_the_order_of_the_table_although_binary_fractions_miss_it() {
    // A third of each: 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 are the same, and differ in their last binary digit.
    let scores = Scores::new(3, vec![0.1, 0.2, 0.3, 0.3, 0.2, 0.1, 0.2, 0.3, 0.1]).unwrap();
    let weights = Weights::new(3, vec![1.0, 1.0, 1.0]).unwrap();
    let counted = Kernel::new(&scores).accept(&weights, Wanted::Ranks);
    assert_eq!(counted.rank_counts, [[1, 0, 0], [0, 1, 0], [0, 0, 1]]);
}

#[test]
fn alternatives_that_are_all_the_same_keep_their_order() {
    let scores = Scores::new(2, vec![0.5; 2 * 100]).unwrap();
    let weights = Weights::new(2, made_up(1, 2 * 77)).unwrap();
    let counted = Kernel::new(&scores).accept(&weights, Wanted::Pairs);
    assert!((0..100).all(|i| counted.rank_counts[i][i] == 77));
    assert_eq!(counted, by_definition(&scores, &weights));
}

#[test]
fn one_alternative_and_no_vectors_are_answered() {
    let scores = Scores::new(1, vec![0.5]).unwrap();
    let one = Kernel::new(&scores).accept(&Weights::new(1, vec![2.0]).unwrap(), Wanted::Pairs);
    assert_eq!((one.rank_counts, one.central_weights), (vec![vec![1]], vec![Some(vec![1.0])]));
    let none = Kernel::new(&scores).accept(&Weights::new(1, Vec::new()).unwrap(), Wanted::Pairs);
    assert_eq!((none.vectors, none.rank_counts, none.central_weights), (0, vec![vec![0]], vec![None]));
}

#[test]
fn the_number_of_threads_and_the_way_of_asking_change_nothing() {
    let scores = Scores::new(5, made_up(2, 5 * 40)).unwrap();
    let weights = Weights::new(5, made_up(3, 5 * 5_000)).unwrap();
    let kernel = Kernel::new(&scores);
    let expected = by_definition(&scores, &weights);
    for threads in [1, 2, 3] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        assert_eq!(pool.install(|| kernel.accept(&weights, Wanted::Pairs)), expected);
    }
    assert_eq!(kernel.accept_each(&[&weights, &weights], Wanted::Pairs)[1], expected);
}

#[test]
fn more_alternatives_than_the_lanes_take_are_counted_one_by_one() {
    let scores = Scores::new(3, made_up(4, 3 * 300)).unwrap();
    assert!(lanes::Lanes::new(&scores).is_none());
    let weights = Weights::new(3, made_up(5, 3 * 600)).unwrap();
    let counted = Kernel::new(&scores).accept(&weights, Wanted::Pairs);
    assert_eq!(counted, by_definition(&scores, &weights));
    sums(&counted);
}

#[test]
fn scores_of_any_size_are_counted() {
    for size in [1e-300, 1e-9, 1e9, 1e300] {
        let of = |x: &f64| (x - 0.5) * size;
        let scores = Scores::new(3, made_up(6, 3 * 50).iter().map(of).collect()).unwrap();
        let weights = Weights::new(3, made_up(7, 3 * 500)).unwrap();
        assert_eq!(Kernel::new(&scores).accept(&weights, Wanted::Pairs), by_definition(&scores, &weights));
    }
    // A tiny range beside the size of the scores: the keys say little, the definition decides.
    let near = Scores::new(2, made_up(8, 2 * 50).iter().map(|x| 1e6 + x * 1e-6).collect()).unwrap();
    let weights = Weights::new(2, made_up(9, 2 * 300)).unwrap();
    assert_eq!(Kernel::new(&near).accept(&weights, Wanted::Pairs), by_definition(&near, &weights));
}

#[test]
fn what_cannot_be_counted_says_why() {
    assert_eq!(Scores::new(0, vec![]), Err(WeighError::Empty { alternatives: 0, criteria: 0 }));
    assert!(matches!(Scores::new(2, vec![1.0; 3]), Err(WeighError::Length { .. })));
    assert!(matches!(Scores::new(1, vec![1.0, f64::NAN]), Err(WeighError::Score { alternative: 1, .. })));
    assert!(matches!(
        Weights::new(2, vec![1.0, 1.0, 1.0, -1.0]),
        Err(WeighError::Weight { vector: 1, criterion: 1, .. })
    ));
    assert_eq!(Weights::new(2, vec![0.0, 0.0]), Err(WeighError::Sum { vector: 0, sum: 0.0 }));
    assert!(matches!(Weights::new(2, vec![f64::MAX, f64::MAX]), Err(WeighError::Sum { .. })));
    assert!(matches!(Weights::new(1, vec![f64::INFINITY]), Err(WeighError::Weight { .. })));
}

#[test]
fn without_spread_a_central_weight_is_fully_confident_and_with_it_less() {
    let scores = Scores::new(2, vec![1.0, 0.0, 0.0, 1.0, 0.45, 0.45]).unwrap();
    let weights = Weights::new(2, made_up(10, 2 * 400)).unwrap();
    let counted = Kernel::new(&scores).accept(&weights, Wanted::Ranks);
    let keys: Vec<u64> = (0..6).collect();
    let sure = Spread { low: scores.values().to_vec(), high: scores.values().to_vec(), keys: keys.clone() };
    let factors = confidence_factors(&scores, &sure, &counted.central_weights, 200, 1).unwrap();
    assert_eq!(factors, [Some(1.0), Some(1.0), None]);
    let wide = |by: f64| scores.values().iter().map(|score| score + by).collect::<Vec<f64>>();
    let unsure = Spread { low: wide(-0.6), high: wide(0.6), keys };
    let factors = confidence_factors(&scores, &unsure, &counted.central_weights, 200, 1).unwrap();
    assert!(factors[0].unwrap() < 1.0 && factors[0].unwrap() > 0.5, "{factors:?}");
    let cut = Spread { low: vec![0.0], ..unsure };
    assert!(matches!(confidence_factors(&scores, &cut, &[], 1, 1), Err(WeighError::Length { .. })));
}

/// Rows and columns of ranks add up to the vectors; of two alternatives one stands before the other.
fn sums(counted: &Acceptability) {
    let all = u32::try_from(counted.vectors).unwrap();
    let n = counted.rank_counts.len();
    for i in 0..n {
        assert_eq!(counted.rank_counts[i].iter().sum::<u32>(), all);
        assert_eq!(counted.rank_counts.iter().map(|row| row[i]).sum::<u32>(), all);
        let pairs = counted.pairwise.as_ref().unwrap();
        assert!((0..n).filter(|&j| j != i).all(|j| pairs[i][j] + pairs[j][i] == all));
        // Everybody before whom it does not stand stands before it: places lost add up to the pairs lost.
        let lost: u32 = (0_u32..).zip(&counted.rank_counts[i]).map(|(rank, count)| rank * count).sum();
        assert_eq!(lost, pairs.iter().map(|row| row[i]).sum::<u32>());
    }
}

prop_compose! {
    /// Scores in steps of a tenth or a thousandth, so that there are ties and near ties, or any.
    fn tables()(n in 1_usize..140, m in 1_usize..8, steps in prop_oneof![Just(10.0), Just(1_000.0), Just(1e15)], seed: u64)
        -> (usize, Scores) {
        let values = made_up(seed, n * m).iter().map(|x| (x * steps).round() / steps).collect();
        (m, Scores::new(m, values).unwrap())
    }
}

prop_compose! {
    fn cases()((m, scores) in tables(), vectors in 1_usize..700, steps in prop_oneof![Just(4.0), Just(1e15)], seed: u64)
        -> (Scores, Weights) {
        let values = made_up(seed, vectors * m).iter().map(|x| (x * steps).ceil() / steps).collect();
        (scores, Weights::new(m, values).unwrap())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_kernel_gives_what_the_definition_gives((scores, weights) in cases()) {
        let counted = Kernel::new(&scores).accept(&weights, Wanted::Pairs);
        prop_assert_eq!(&counted, &by_definition(&scores, &weights));
        sums(&counted);
        let ranks = Kernel::new(&scores).accept(&weights, Wanted::Ranks);
        prop_assert_eq!(ranks, Acceptability { pairwise: None, ..counted });
    }

    #[test]
    fn another_order_of_alternatives_gives_the_same_counts_apart_from_ties(
        n in 1_usize..60, vectors in 1_usize..300, seed: u64
    ) {
        // Scores of full precision: ties do not happen.
        let scores = Scores::new(4, made_up(seed, 4 * n)).unwrap();
        let turned: Vec<f64> = (0..n).rev().flat_map(|i| scores.of(i).to_vec()).collect();
        let turned = Scores::new(4, turned).unwrap();
        let weights = Weights::new(4, made_up(seed ^ 1, 4 * vectors)).unwrap();
        let there = Kernel::new(&scores).accept(&weights, Wanted::Pairs);
        let back = Kernel::new(&turned).accept(&weights, Wanted::Pairs);
        let (pairs, turned_pairs) = (there.pairwise.unwrap(), back.pairwise.unwrap());
        for i in 0..n {
            prop_assert_eq!(&there.rank_counts[i], &back.rank_counts[n - 1 - i]);
            for j in 0..n {
                prop_assert_eq!(pairs[i][j], turned_pairs[n - 1 - i][n - 1 - j]);
            }
        }
    }
}
