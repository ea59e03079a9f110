//! Draws by key: nothing but seed, draw and key matters, and the numbers are as random as they claim.

use adit_number::{Fact, normal_quantile, sample, stable_key, uniform};
use proptest::prelude::*;

use crate::formulas::{cases, facts};

fn fact(index: u32, key: &str, low: f64, high: f64, sd: f64) -> Fact {
    Fact { index, key: stable_key(key), value: f64::midpoint(low, high), low, high, sd }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn blocks_of_any_size_give_the_same_bits((formula, facts) in cases(), seed in any::<u64>(), first in 0u64..1_000_000) {
        let (mut eight, mut two, mut one) = (Vec::new(), Vec::new(), Vec::new());
        sample::<8>(&facts, seed, first, &mut eight);
        let together = formula.draws(&facts, &eight).0;
        for lane in 0..8u32 {
            sample::<1>(&facts, seed, first + u64::from(lane), &mut one);
            prop_assert_eq!(formula.draws(&facts, &one).0[0].to_bits(), together[lane as usize].to_bits());
            if lane % 2 == 0 {
                sample::<2>(&facts, seed, first + u64::from(lane), &mut two);
                prop_assert_eq!(formula.draws(&facts, &two).0[1].to_bits(), together[lane as usize + 1].to_bits());
            }
        }
    }

    /// An added row takes the first dense index, so all others move up; no draw of theirs changes.
    #[test]
    fn an_added_fact_leaves_the_others_alone(facts in facts(crate::formulas::Formula::SupplyRisk), seed in any::<u64>()) {
        let mut more: Vec<Fact> = facts.iter().map(|fact| Fact { index: fact.index + 1, ..*fact }).collect();
        more.push(fact(0, "a new row", 0.0, 1.0, 0.0));
        more.reverse();
        let (mut before, mut after) = (Vec::new(), Vec::new());
        sample::<4>(&facts, seed, 12, &mut before);
        sample::<4>(&more, seed, 12, &mut after);
        prop_assert_eq!(&before[..], &after[1..]);
    }

    #[test]
    fn uniform_draws_stay_within_limits((_, facts) in cases(), seed in any::<u64>()) {
        let mut samples = Vec::new();
        sample::<8>(&facts, seed, 0, &mut samples);
        for fact in &facts {
            for x in samples[fact.index as usize] {
                prop_assert!(fact.low <= x && x <= fact.high);
            }
        }
    }
}

#[test]
fn facts_of_one_key_share_their_random_number() {
    let facts = [
        fact(0, "CN", 0.0, 1.0, 0.0),
        fact(1, "CN", 10.0, 30.0, 0.0),
        fact(2, "FI", 0.0, 1.0, 0.0),
        fact(3, "CN", 5.0, 5.0, 2.0),
    ];
    let mut samples = Vec::new();
    sample::<8>(&facts, 7, 0, &mut samples);
    for lane in 0..8u32 {
        let u = uniform(7, u64::from(lane), stable_key("CN"));
        let at = |row: usize| samples[row][lane as usize];
        assert_eq!(at(0), u);
        assert_eq!(at(1), 10.0 + 20.0 * u);
        assert_ne!(at(2), u);
        assert_eq!(at(3), 5.0 + 2.0 * normal_quantile(u));
    }
}

#[test]
fn constants_stay_and_forgotten_facts_show() {
    let mut samples = vec![[9.0; 2]; 9];
    sample::<2>(&[fact(2, "known", 3.5, 3.5, 0.0)], 1, 0, &mut samples);
    assert_eq!(samples.len(), 3);
    assert_eq!(samples[2], [3.5; 2]);
    assert!(samples[0].iter().chain(&samples[1]).all(|x| x.is_nan()));
}

/// Mean 1/2 and variance 1/12 within four standard errors, over draws of one key, over keys in one draw and over seeds.
#[test]
fn uniform_numbers_have_the_right_moments() {
    const COUNT: u32 = 100_000;
    let over_draws = |n: u32| uniform(1, u64::from(n), stable_key("one fact"));
    let over_keys = |n: u32| uniform(1, 0, stable_key(&format!("fact/{n}")));
    let over_seeds = |n: u32| uniform(u64::from(n), 0, stable_key("one fact"));
    let small_keys = |n: u32| uniform(0, 0, u64::from(n));
    for numbers in [&over_draws as &dyn Fn(u32) -> f64, &over_keys, &over_seeds, &small_keys] {
        let n = f64::from(COUNT);
        let mean = (0..COUNT).map(numbers).sum::<f64>() / n;
        let variance = (0..COUNT).map(|at| (numbers(at) - mean).powi(2)).sum::<f64>() / n;
        assert!((mean - 0.5).abs() < 4.0 * (1.0 / 12.0 / n).sqrt(), "mean {mean}");
        // The variance of (u - 1/2)^2 is 1/80 - 1/144 = 1/180.
        assert!((variance - 1.0 / 12.0).abs() < 4.0 * (1.0 / 180.0 / n).sqrt(), "variance {variance}");
        assert!((0..COUNT).map(numbers).all(|u| u > 0.0 && u < 1.0));
    }
}

/// Neighbouring draws, keys and seeds do not go together: correlation within four standard errors of none.
#[test]
fn neighbours_are_independent() {
    const COUNT: u32 = 100_000;
    let pairs = [
        |n: u64| (uniform(1, n, 5), uniform(1, n + 1, 5)),
        |n: u64| (uniform(1, n, 5), uniform(1, n, 6)),
        |n: u64| (uniform(1, n, 5), uniform(2, n, 5)),
        |n: u64| (uniform(1, 3, n), uniform(1, 4, n)),
    ];
    for pair in pairs {
        let product = |(u, v): (f64, f64)| 12.0 * (u - 0.5) * (v - 0.5);
        let correlation = (0..COUNT).map(|n| product(pair(u64::from(n)))).sum::<f64>() / f64::from(COUNT);
        assert!(correlation.abs() < 4.0 / f64::from(COUNT).sqrt(), "{correlation}");
    }
}

/// Draws over 64 equal parts: chi-squared with 63 degrees of freedom stays below its 99.99 % point, 113.5.
#[test]
fn uniform_numbers_fill_all_parts_alike() {
    let mut parts = [0u32; 64];
    for draw in 0..64_000 {
        let u = uniform(2023, draw, stable_key("risk"));
        parts[(1..64).take_while(|part| u >= f64::from(*part) / 64.0).count()] += 1;
    }
    let chi_squared: f64 = parts.iter().map(|count| (f64::from(*count) - 1000.0).powi(2) / 1000.0).sum();
    assert!(chi_squared < 113.5, "{chi_squared}");
}

#[test]
fn normal_draws_have_the_right_moments() {
    const COUNT: u64 = 25_000;
    let mut samples = Vec::new();
    let (mut sum, mut squares) = (0.0, 0.0);
    for block in 0..COUNT {
        sample::<4>(&[fact(0, "governance/CN", 3.0, 3.0, 0.5)], 11, 4 * block, &mut samples);
        sum += samples[0].iter().sum::<f64>();
        squares += samples[0].iter().map(|x| (x - 3.0).powi(2)).sum::<f64>();
    }
    let n = 4.0 * COUNT as f64;
    assert!((sum / n - 3.0).abs() < 4.0 * 0.5 / n.sqrt());
    assert!((squares / n - 0.25).abs() < 4.0 * 0.25 * (2.0 / n).sqrt());
}
