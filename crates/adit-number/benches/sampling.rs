//! What draws of inputs cost: 4096 draws of 100 inputs, their distributions, their correlation, bands and Sobol indices.

use std::hint::black_box;

use adit_number::{
    Band, Correlations, Distribution, Family, Pair, Sampler, Sampling, normal_quantile, sobol_indices, uniform,
};
use divan::Bencher;
use divan::counter::ItemsCount;

const DRAWS: usize = 4096;
const INPUTS: u64 = 100;

fn main() {
    divan::main();
}

fn sampler(sampling: Sampling) -> Option<Sampler> {
    Sampler::new(sampling, 1, DRAWS as u64, &(0..INPUTS).collect::<Vec<_>>()).ok()
}

/// Numbers in 0..1, one for each draw.
fn column(key: u64) -> Vec<f64> {
    (0..DRAWS as u64).map(|draw| uniform(1, draw, key)).collect()
}

/// All inputs in all draws.
#[divan::bench(args = [Sampling::Plain, Sampling::LatinHypercube, Sampling::Sobol])]
fn fill(bencher: Bencher, sampling: Sampling) {
    let mut rows = vec![vec![0.0; DRAWS]; 100];
    let Some(sampler) = sampler(sampling) else { return };
    bencher.counter(ItemsCount::new(100 * DRAWS)).bench_local(|| {
        for (input, row) in rows.iter_mut().enumerate() {
            black_box(&sampler).fill(input, 0, row);
        }
    });
}

/// All inputs in all draws, by eight draws.
#[divan::bench(args = [Sampling::Plain, Sampling::LatinHypercube, Sampling::Sobol])]
fn fill_by_eights(bencher: Bencher, sampling: Sampling) {
    let Some(sampler) = sampler(sampling) else { return };
    let mut eight = [0.0; 8];
    bencher.counter(ItemsCount::new(100 * DRAWS)).bench_local(|| {
        for first in (0..DRAWS as u64).step_by(8) {
            for input in 0..100 {
                black_box(&sampler).fill(input, first, &mut eight);
                black_box(&eight);
            }
        }
    });
}

/// What is prepared before the first draw.
#[divan::bench(args = [Sampling::Plain, Sampling::LatinHypercube, Sampling::Sobol])]
fn prepare(sampling: Sampling) -> Option<Sampler> {
    sampler(black_box(sampling))
}

/// One input in all draws from `u` to its values.
#[divan::bench(args = ["normal", "lognormal", "triangular", "uniform", "pert", "empirical", "cut normal"])]
fn quantiles(bencher: Bencher, name: &str) {
    let family = match name {
        "lognormal" => Family::LogNormal { mean: 16.0, sd: 4.0 },
        "triangular" => Family::Triangular { low: 2.0, mode: 3.0, high: 10.0 },
        "uniform" => Family::Uniform { low: 2.0, high: 10.0 },
        "pert" => Family::Pert { low: 2.0, mode: 3.0, high: 10.0 },
        "empirical" => Family::Empirical { values: column(2) },
        _ => Family::Normal { mean: 0.9, sd: 0.1 },
    };
    let distribution = Distribution::new(family);
    let cut = if name == "cut normal" { distribution.and_then(|d| d.within(0.0, 1.0)) } else { distribution };
    let Ok(distribution) = cut else { return };
    let us = column(1);
    let mut row = us.clone();
    bencher.counter(ItemsCount::new(DRAWS)).bench_local(|| {
        row.copy_from_slice(&us);
        black_box(&distribution).quantiles(&mut row);
    });
}

/// Checking a distribution and laying its knots, where it has some.
#[divan::bench]
fn prepare_pert() -> Option<Distribution> {
    Distribution::new(black_box(Family::Pert { low: 2.0, mode: 3.0, high: 10.0 })).ok()
}

/// Four correlated inputs in all draws.
#[divan::bench]
fn correlate_four(bencher: Bencher) {
    let pairs = [(0, 1, 0.5), (1, 2, 0.5), (2, 3, 0.5)].map(|(first, second, rho)| Pair { first, second, rho });
    let Ok(correlations) = Correlations::new(&["a", "b", "c", "d"], &pairs) else { return };
    let us: Vec<Vec<f64>> = (0..4).map(column).collect();
    bencher
        .counter(ItemsCount::new(DRAWS))
        .with_inputs(|| us.clone())
        .bench_local_refs(|rows| black_box(&correlations).apply(rows));
}

/// The band of one figure.
#[divan::bench]
fn band(bencher: Bencher) {
    let draws: Vec<f64> = column(1).into_iter().map(normal_quantile).collect();
    bencher
        .counter(ItemsCount::new(DRAWS))
        .with_inputs(|| draws.clone())
        .bench_local_refs(|draws| Band::of(draws).map(|band| band.mean));
}

/// The indices of ten groups, their figures given.
#[divan::bench]
fn indices_of_ten_groups(bencher: Bencher) {
    let sets: Vec<Vec<f64>> = (0..12).map(column).collect();
    bencher.bench_local(|| sobol_indices(&sets[0], &sets[1], black_box(&sets[2..])));
}
