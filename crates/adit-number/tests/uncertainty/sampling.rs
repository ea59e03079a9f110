//! Sampling: what each kind promises.

use adit_number::{SOBOL_DIMENSIONS, Sampler, Sampling, SamplingError, stable_key, uniform};
use proptest::prelude::*;

const KINDS: [Sampling; 3] = [Sampling::Plain, Sampling::LatinHypercube, Sampling::Sobol];

fn keys(count: u64) -> Vec<u64> {
    (0..count).map(|n| stable_key(&format!("parameter/{n}"))).collect()
}

fn sampler(sampling: Sampling, seed: u64, draws: u64, keys: &[u64]) -> Sampler {
    Sampler::new(sampling, seed, draws, keys).expect("a possible sample")
}

fn column(sampler: &Sampler, input: usize) -> Vec<f64> {
    let mut column = vec![0.0; usize::try_from(sampler.draws()).expect("few draws")];
    sampler.fill(input, 0, &mut column);
    column
}

/// In which of `parts` equal parts of 0..1.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "u is in 0..1")]
fn part(u: f64, parts: usize) -> usize {
    (u * parts as f64) as usize
}

/// Every part of 0..1 holds exactly one of as many numbers.
fn one_in_each_part(us: &[f64]) -> bool {
    let mut parts: Vec<usize> = us.iter().map(|u| part(*u, us.len())).collect();
    parts.sort_unstable();
    parts.into_iter().eq(0..us.len())
}

#[test]
fn plain_draws_are_the_uniform_numbers_of_the_key_whatever_the_other_keys() {
    let (few, many) = (keys(2), keys(40));
    let (few, many) = (sampler(Sampling::Plain, 7, 100, &few), sampler(Sampling::Plain, 7, 5000, &many));
    for draw in [0, 1, 99] {
        let expected = uniform(7, draw, few.keys()[1]);
        assert_eq!((few.u(1, draw), many.u(1, draw)), (expected, expected));
    }
}

proptest! {
    #[test]
    fn a_hypercube_has_one_draw_in_each_stratum(seed: u64, key: u64, draws in 1u64..3000) {
        let column = column(&sampler(Sampling::LatinHypercube, seed, draws, &[key]), 0);
        prop_assert!(one_in_each_part(&column));
    }

    /// So has the next hypercube, which shares no order with the first.
    #[test]
    fn draws_beyond_a_hypercube_begin_another(seed: u64, key: u64, draws in 20u64..500) {
        let hypercube = sampler(Sampling::LatinHypercube, seed, draws, &[key]);
        let first = column(&hypercube, 0);
        let mut second = first.clone();
        hypercube.fill(0, draws, &mut second);
        prop_assert!(one_in_each_part(&second));
        let order = |us: &[f64]| us.iter().map(|u| part(*u, us.len())).collect::<Vec<_>>();
        prop_assert_ne!(order(&first), order(&second));
    }

    #[test]
    fn draws_have_the_same_bits_alone_in_blocks_and_backwards(
        seed: u64, kind in prop::sample::select(&KINDS[..]), draws in 1u64..400, block in 1usize..50, inputs in 1u64..20,
    ) {
        let sampler = sampler(kind, seed, draws, &keys(inputs));
        for input in 0..sampler.keys().len() {
            let whole = column(&sampler, input);
            let mut blocks = whole.clone();
            for (number, part) in blocks.chunks_mut(block).enumerate() {
                sampler.fill(input, (number * block) as u64, part);
            }
            prop_assert_eq!(&whole, &blocks);
            let mut backwards: Vec<f64> = (0..draws).rev().map(|draw| sampler.u(input, draw)).collect();
            backwards.reverse();
            prop_assert_eq!(&whole, &backwards);
            prop_assert!(whole.iter().all(|u| *u > 0.0 && *u < 1.0));
        }
    }

    #[test]
    fn the_order_of_keys_changes_nothing_and_one_key_is_one_input(seed: u64, kind in prop::sample::select(&KINDS[..])) {
        let forwards = keys(9);
        let mut backwards = forwards.clone();
        backwards.reverse();
        backwards.push(forwards[4]);
        let (one, other) = (sampler(kind, seed, 64, &forwards), sampler(kind, seed, 64, &backwards));
        for input in 0..9 {
            prop_assert_eq!(column(&one, input), column(&other, 8 - input));
        }
        prop_assert_eq!(column(&one, 4), column(&other, 9));
    }

    /// A scrambled Sobol sequence keeps what the sequence has: with 2^m draws one in each of 2^m equal parts, in every
    /// dimension of a sample and its twin.
    #[test]
    fn sobol_draws_are_even_in_every_dimension(seed: u64, power in 0u32..9, inputs in 1u64..40) {
        let sampler = sampler(Sampling::Sobol, seed, 1 << power, &keys(inputs));
        let twin = sampler.twin().expect("few dimensions");
        for input in 0..sampler.keys().len() {
            prop_assert!(one_in_each_part(&column(&sampler, input)));
            prop_assert!(one_in_each_part(&column(&twin, input)));
        }
    }
}

#[test]
fn sobol_draws_are_even_in_the_plane_of_the_first_two_dimensions() {
    let mut keys = keys(2);
    keys.sort_unstable();
    let sampler = sampler(Sampling::Sobol, 5, 1024, &keys);
    let (one, other) = (column(&sampler, 0), column(&sampler, 1));
    // A (0, 2)-sequence: every rectangle of area 1 / 1024 with sides of powers of two holds one point.
    for power in 0..=10 {
        let (wide, high) = (1usize << power, 1024 >> power);
        let mut boxes: Vec<usize> =
            one.iter().zip(&other).map(|(x, y)| part(*x, wide) * high + part(*y, high)).collect();
        boxes.sort_unstable();
        assert!(boxes.into_iter().eq(0..1024), "{wide} by {high}");
    }
}

/// Chi-squared of counts that should be even, less its expectation, in standard deviations.
fn uneven(counts: &[u32]) -> f64 {
    let mean = f64::from(counts.iter().sum::<u32>()) / counts.len() as f64;
    let chi: f64 = counts.iter().map(|count| (f64::from(*count) - mean) * (f64::from(*count) - mean) / mean).sum();
    let freedom = (counts.len() - 1) as f64;
    (chi - freedom) / (2.0 * freedom).sqrt()
}

/// Over many keys each draw is as often in each stratum, and two draws as often in each pair of strata: the shuffles are
/// as good as random, for few draws too.
#[test]
fn strata_are_shuffled_evenly() {
    for draws in [2usize, 3, 5, 6, 10, 16, 300] {
        let mut single = vec![0; draws * draws];
        let mut pairs = vec![0; draws * draws];
        for key in keys(if draws < 20 { 20_000 } else { 1000 }) {
            let us = column(&sampler(Sampling::LatinHypercube, 3, draws as u64, &[key]), 0);
            for (draw, u) in us.iter().enumerate() {
                single[draw * draws + part(*u, draws)] += 1;
            }
            pairs[part(us[0], draws) * draws + part(us[draws - 1], draws)] += 1;
        }
        pairs = (0..draws * draws).filter(|n| n / draws != n % draws).map(|n| pairs[n]).collect();
        assert!(uneven(&single) < 6.0 && uneven(&pairs) < 6.0, "{draws}: {} {}", uneven(&single), uneven(&pairs));
    }
}

/// Inputs of one sample and of its twin go each their own way.
#[test]
fn columns_are_not_correlated() {
    let correlation = |one: &[f64], other: &[f64]| {
        let products = one.iter().zip(other).map(|(a, b)| (a - 0.5) * (b - 0.5));
        12.0 * products.sum::<f64>() / one.len() as f64
    };
    for kind in KINDS {
        let draws = 4096;
        let first = sampler(kind, 1, draws, &keys(30));
        let twin = first.twin().expect("few dimensions");
        let columns: Vec<Vec<f64>> =
            [&first, &twin].iter().flat_map(|sample| (0..30).map(|input| column(sample, input))).collect();
        let mut farthest = 0.0f64;
        for (place, one) in columns.iter().enumerate() {
            farthest = columns[..place].iter().map(|other| correlation(one, other).abs()).fold(farthest, f64::max);
        }
        // 1770 pairs: the largest of as many independent ones is about 3.5 / sqrt(draws).
        assert!(farthest < 5.0 / (draws as f64).sqrt(), "{kind}: {farthest}");
    }
}

/// What the kinds are for: the error of the mean of a smooth sum of inputs, over seeds.
#[test]
fn stratified_draws_know_a_mean_better_than_plain_ones() {
    let error = |kind| {
        let squares = (0..20).map(|seed| {
            let sampler = sampler(kind, seed, 256, &keys(5));
            let columns: Vec<Vec<f64>> = (0..5).map(|input| column(&sampler, input)).collect();
            let mean = columns.iter().flatten().map(|u| u * u).sum::<f64>() / 256.0;
            (mean - 5.0 / 3.0) * (mean - 5.0 / 3.0)
        });
        (squares.sum::<f64>() / 20.0).sqrt()
    };
    let [plain, latin, sobol] = KINDS.map(error);
    assert!(plain < 0.1 && latin < plain / 50.0 && sobol < plain / 50.0, "{plain} {latin} {sobol}");
}

/// Pinned: saved results name their draws by sampling, seed, draws and key.
#[test]
fn draws_never_change() {
    let keys = [3, 1, 2];
    let drawn = KINDS.map(|kind| sampler(kind, 42, 1000, &keys).u(0, 123).to_bits());
    assert_eq!(drawn, PINNED, "{drawn:x?}");
}

const PINNED: [u64; 3] = [0x3fdd_08cf_e87b_7dc6, 0x3fe7_3f1b_c080_0c4a, 0x3fcd_c5fe_da40_0000];

#[test]
fn impossible_samples_say_what_to_do() {
    let says = |error: Result<Sampler, SamplingError>| error.expect_err("impossible").to_string();
    assert_eq!(says(Sampler::new(Sampling::Plain, 1, 0, &[1])), "no draws are asked for; ask for at least one");
    assert_eq!(
        says(Sampler::new(Sampling::LatinHypercube, 1, 1 << 33, &[1])),
        "8589934592 draws are more than the 4294967296 of latin-hypercube sampling; ask for fewer, or for plain sampling"
    );
    let most = keys(SOBOL_DIMENSIONS as u64);
    let error = sampler(Sampling::Sobol, 1, 8, &most).twin().expect_err("twice as many dimensions");
    assert_eq!(error, SamplingError::TooManyDimensions { needed: 2 * SOBOL_DIMENSIONS });
    assert!(Sampler::new(Sampling::Plain, 1, 1 << 33, &[1]).is_ok());
}

#[test]
fn samplings_have_names() {
    for kind in KINDS {
        assert_eq!(Sampling::named(&kind.to_string()), Some(kind));
    }
    assert_eq!(Sampling::named("monte-carlo"), None);
}
