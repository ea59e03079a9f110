//! The Gaussian copula.

use adit_number::{
    CorrelationError, Correlations, Pair, Sampler, Sampling, normal_cdf, normal_quantile, rank_correlation,
    score_correlation,
};

const NAMES: [&str; 4] = ["lithium", "cobalt", "nickel", "manganese"];

fn pair(first: usize, second: usize, rho: f64) -> Pair {
    Pair { first, second, rho }
}

fn rows(draws: u64) -> Vec<Vec<f64>> {
    let sampler = Sampler::new(Sampling::Sobol, 9, draws, &[1, 2, 3, 4]).expect("four dimensions");
    let row = |input| (0..draws).map(|draw| sampler.u(input, draw)).collect();
    (0..4).map(row).collect()
}

fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let count = one.len() as f64;
    let mean = |values: &[f64]| values.iter().sum::<f64>() / count;
    let (mean_one, mean_other) = (mean(one), mean(other));
    let mut sums = [0.0; 3];
    for (a, b) in one.iter().zip(other) {
        let (a, b) = (a - mean_one, b - mean_other);
        sums = [sums[0] + a * b, sums[1] + a * a, sums[2] + b * b];
    }
    sums[0] / (sums[1] * sums[2]).sqrt()
}

fn scores(us: &[f64]) -> Vec<f64> {
    us.iter().map(|u| normal_quantile(*u)).collect()
}

/// The correlation of the scores is the stated one; that of the `u`, which are ranks, is the rank correlation of it;
/// and each column stays uniform.
#[test]
fn draws_have_the_stated_correlations() {
    let stated = [pair(0, 1, 0.8), pair(1, 2, -0.5), pair(0, 2, -0.3)];
    let correlations = Correlations::new(&NAMES, &stated).expect("possible");
    let mut rows = rows(1 << 14);
    let before = rows.clone();
    correlations.apply(&mut rows);
    for Pair { first, second, rho } in stated {
        let of_scores = correlation(&scores(&rows[first]), &scores(&rows[second]));
        let of_ranks = correlation(&rows[first], &rows[second]);
        assert!((of_scores - rho).abs() < 2e-3, "{first} {second}: {of_scores}");
        assert!((of_ranks - rank_correlation(rho)).abs() < 2e-3, "{first} {second}: {of_ranks}");
    }
    assert_eq!((&rows[0], &rows[3]), (&before[0], &before[3]), "the first of a group and the others keep their bits");
    for row in &rows {
        let mut sorted = row.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        let count = sorted.len() as f64;
        let off = sorted.iter().enumerate().map(|(n, u)| (u - (n as f64 + 0.5) / count).abs()).fold(0.0, f64::max);
        assert!(off < 0.01, "{off}");
    }
    assert_eq!(correlations.groups().collect::<Vec<_>>(), [&[0, 1, 2]]);
}

/// Two inputs by hand: `z' = rho z_0 + sqrt(1 - rho^2) z_1`.
#[test]
fn two_inputs_are_mixed_as_by_hand() {
    let correlations = Correlations::new(&NAMES, &[pair(3, 1, 0.6)]).expect("possible");
    let mut draw = [[0.3], [0.2], [0.9], [0.7]];
    correlations.apply(&mut draw);
    let by_hand = normal_cdf(0.6 * normal_quantile(0.2) + 0.8 * normal_quantile(0.7));
    assert!((draw[3][0] - by_hand).abs() < 1e-15, "{draw:?} {by_hand}");
    assert_eq!([draw[0][0], draw[1][0], draw[2][0]], [0.3, 0.2, 0.9]);
}

#[test]
fn blocks_change_no_bits() {
    let correlations = Correlations::new(&NAMES, &[pair(0, 3, 0.9), pair(1, 2, -0.9)]).expect("possible");
    let mut whole = rows(100);
    let mut single: Vec<[[f64; 1]; 4]> =
        (0..100).map(|draw| [0, 1, 2, 3].map(|row: usize| [whole[row][draw]])).collect();
    correlations.apply(&mut whole);
    for (draw, rows) in single.iter_mut().enumerate() {
        correlations.apply(rows);
        assert!((0..4).all(|row| rows[row][0].to_bits() == whole[row][draw].to_bits()), "{draw}");
    }
}

#[test]
fn correlated_draws_stay_strictly_between_0_and_1() {
    let correlations = Correlations::new(&NAMES, &[pair(0, 1, 0.999)]).expect("possible");
    let (least, most) = (f64::MIN_POSITIVE, 1.0 - f64::EPSILON / 2.0);
    let mut rows = [[least, most], [least, most], [0.5, 0.5], [0.5, 0.5]];
    correlations.apply(&mut rows);
    assert!(rows[1].iter().all(|u| *u > 0.0 && *u < 1.0), "{rows:?}");
}

#[test]
fn rank_and_score_correlations_undo_each_other() {
    for rho in [-1.0, -0.7, 0.0, 0.2, 0.95, 1.0] {
        assert!((score_correlation(rank_correlation(rho)) - rho).abs() < 1e-15);
    }
    assert!((rank_correlation(0.5) - 0.482_583_739_530_997_6).abs() < 1e-15);
}

/// Three that pull apart, one more that has nothing to do with it, and the smallest set that is at fault.
#[test]
fn correlations_that_cannot_be_had_at_once_are_named() {
    let stated = [pair(0, 1, 0.9), pair(1, 2, 0.9), pair(0, 2, -0.9), pair(2, 3, 0.1)];
    let error = Correlations::new(&NAMES, &stated).expect_err("not positive definite");
    assert_eq!(
        error.to_string(),
        "no inputs can have these correlations at once: lithium and cobalt 0.9, cobalt and nickel 0.9, lithium and \
         nickel -0.9; pairs of which nothing is said count as 0. State the missing pairs, or weaken these: all \
         multiplied by 0.55 they are possible"
    );
    let CorrelationError::Impossible { scale, .. } = error else { panic!("{error}") };
    let weaker = stated.map(|Pair { first, second, rho }| pair(first, second, rho * scale));
    assert!(Correlations::new(&NAMES, &weaker).is_ok());
    let still = stated.map(|Pair { first, second, rho }| pair(first, second, rho * (scale + 0.01)));
    assert!(Correlations::new(&NAMES, &still).is_err());
}

/// 0.8 and 0.8 with nothing said of the third pair is not possible: silence is a correlation of 0.
#[test]
fn silence_counts_as_no_correlation() {
    let error = Correlations::new(&NAMES, &[pair(0, 1, 0.8), pair(1, 2, 0.8)]).expect_err("0 between the ends");
    assert!(error.to_string().contains("lithium and cobalt 0.8, cobalt and nickel 0.8;"), "{error}");
    let said = Correlations::new(&NAMES, &[pair(0, 1, 0.8), pair(1, 2, 0.8), pair(0, 2, 0.5)]);
    assert!(said.is_ok());
}

#[test]
fn wrong_pairs_are_named() {
    let says = |pairs: &[Pair]| Correlations::new(&NAMES, pairs).expect_err("wrong").to_string();
    assert_eq!(
        says(&[pair(0, 1, 1.0)]),
        "the correlation of lithium and cobalt is 1 and must lie strictly between -1 and 1; inputs that depend on each \
         other fully share one key instead"
    );
    assert!(says(&[pair(0, 1, f64::NAN)]).contains("is NaN"));
    assert_eq!(says(&[pair(2, 2, 0.5)]), "nickel is correlated with itself; name two inputs");
    assert_eq!(
        says(&[pair(0, 1, 0.5), pair(1, 0, 0.5)]),
        "the correlation of cobalt and lithium is stated twice; keep one"
    );
    assert_eq!(says(&[pair(0, 4, 0.5)]), "a correlation names input 4, but there are 4 inputs (the first is 0)");
    assert!(Correlations::new(&NAMES, &[]).is_ok_and(|none| none.is_empty()));
}
