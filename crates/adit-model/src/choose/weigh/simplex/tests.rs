use super::*;

/// Means of the weights over the draws.
fn means(criteria: usize, weights: &[f64]) -> Vec<f64> {
    let vectors = (weights.len() / criteria) as f64;
    (0..criteria).map(|at| weights.iter().skip(at).step_by(criteria).sum::<f64>() / vectors).collect()
}

fn close(found: &[f64], expected: &[f64], by: f64) {
    assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < by), "{found:?} is not {expected:?}");
}

#[test]
fn an_order_is_kept_and_its_mean_is_that_of_rank_order_centroid_weights() {
    // Rank-order centroid: the weight at rank r of m is (1/r + ... + 1/m) / m (F. H. Barron, B. E. Barrett (1996),
    // Decision quality using ranked attribute weights, Management Science 42(11), 1515-1523).
    let order = [vec![2], vec![0], vec![3], vec![1]];
    let weights = ranked(&order, 20_000, 1, 2).unwrap();
    assert!(weights.chunks_exact(4).all(|w| w[2] >= w[0] && w[0] >= w[3] && w[3] >= w[1]));
    assert!(weights.chunks_exact(4).all(|w| (w.iter().sum::<f64>() - 1.0).abs() < 1e-12));
    let centroid = |rank: u32| (rank..=4).map(|at| 1.0 / f64::from(at)).sum::<f64>() / 4.0;
    close(&means(4, &weights), &[centroid(2), centroid(4), centroid(1), centroid(3)], 0.004);
}

#[test]
fn criteria_of_one_tier_share_its_mean() {
    let weights = ranked(&[vec![0, 1], vec![2]], 20_000, 1, 2).unwrap();
    assert!(weights.chunks_exact(3).all(|w| w[0] >= w[2] && w[1] >= w[2]));
    // The means of the two larger of three: (11/18 + 5/18) / 2.
    close(&means(3, &weights), &[8.0 / 18.0, 8.0 / 18.0, 2.0 / 18.0], 0.005);
    assert!(weights.chunks_exact(3).any(|w| w[0] > w[1]) && weights.chunks_exact(3).any(|w| w[0] < w[1]));
}

#[test]
fn an_order_names_every_criterion_once() {
    for tiers in [vec![vec![0], vec![0]], vec![vec![0], vec![2]], vec![vec![1]]] {
        assert!(matches!(ranked(&tiers, 1, 1, 1), Err(SimplexError::Statement { .. })), "{tiers:?}");
    }
}

#[test]
fn an_order_written_as_inequalities_gives_the_same_mean() {
    let order = [Inequality::times(3, 0, 1.0, 1), Inequality::times(3, 1, 1.0, 2)];
    let weights = within(3, &order, 10_000, 3, 4).unwrap();
    close(&means(3, &weights), &[11.0 / 18.0, 5.0 / 18.0, 2.0 / 18.0], 0.006);
}

#[test]
fn a_walk_through_a_narrow_part_keeps_it_and_has_its_mean() {
    // 0.30 <= w0 <= 0.31, 0.20 <= w1 <= 0.21, the rest free: near to a triangle of w2, w3, w4 with sum about 0.49.
    let statements = [
        Inequality::at_least(5, 0, 0.30),
        Inequality::at_most(5, 0, 0.31),
        Inequality::at_least(5, 1, 0.20),
        Inequality::at_most(5, 1, 0.21),
    ];
    let weights = within(5, &statements, 4_000, 5, 6).unwrap();
    assert_eq!(weights.len(), 20_000);
    assert!(weights.chunks_exact(5).all(|w| statements.iter().all(|one| one.slack(w) > -1e-9)));
    assert!(weights.iter().all(|w| *w >= 0.0));
    close(&means(5, &weights), &[0.305, 0.205, 0.1633, 0.1633, 0.1633], 0.006);
    assert_eq!(weights, within(5, &statements, 4_000, 5, 6).unwrap(), "the same seed gives the same draws");
    assert_ne!(weights, within(5, &statements, 4_000, 6, 6).unwrap());
}

#[test]
fn what_contradicts_itself_is_named_and_nothing_else() {
    let statements = [
        Inequality::at_least(3, 2, 0.1),
        Inequality::at_least(3, 0, 0.7),
        Inequality::at_most(3, 1, 0.5),
        Inequality::times(3, 1, 1.0, 0),
    ];
    assert_eq!(within(3, &statements, 10, 1, 1), Err(SimplexError::Empty { statements: vec![1, 3] }));
    let over = [Inequality::at_least(2, 0, 0.6), Inequality::at_least(2, 1, 0.6)];
    assert_eq!(within(2, &over, 10, 1, 1), Err(SimplexError::Empty { statements: vec![0, 1] }));
}

#[test]
fn a_single_point_is_said_to_have_no_room() {
    let point = [Inequality::at_least(2, 0, 0.25), Inequality::at_most(2, 0, 0.25)];
    let Err(SimplexError::Flat { at }) = within(2, &point, 10, 1, 1) else { panic!("there is no room") };
    close(&at, &[0.25, 0.75], 1e-9);
    assert_eq!(within(1, &[], 3, 1, 1).unwrap(), [1.0, 1.0, 1.0]);
    assert!(matches!(
        within(2, &[Inequality { factors: vec![1.0], least: 0.0 }], 1, 1, 1),
        Err(SimplexError::Statement { .. })
    ));
}
