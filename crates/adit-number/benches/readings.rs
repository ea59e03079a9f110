//! What each reading costs beside the plain value, on one stage of supply risk with 11 suppliers.
//!
//! The facts are made up; only their number and ranges are those of a real stage.

use std::hint::black_box;

use adit_number::{AsBounds, AsDraws, AsReason, AsSlope, AsValue, Fact, Tape, normal_quantile, sample, uniform};
use divan::Bencher;
use divan::counter::ItemsCount;
use stage_risk::{Stage, stage_risk};

#[path = "../tests/readings/stage_risk.rs"]
mod stage_risk;

const STAGE: Stage = Stage { first: 0, world: 5, europe: 6 };

fn main() {
    divan::main();
}

/// One fact a range, its box a tenth as wide.
fn facts() -> Vec<Fact> {
    let fact = |(index, (from, to)): (u32, (f64, f64))| {
        let value = from + (to - from) * (0.05 + 0.9 * uniform(1, 0, u64::from(index)));
        let half = 0.05 * (to - from);
        Fact { index, key: u64::from(index), value, low: value - half, high: value + half, sd: 0.0 }
    };
    (0..).zip(STAGE.ranges()).map(fact).collect()
}

#[divan::bench]
fn value(bencher: Bencher) {
    let facts = facts();
    bencher.bench_local(|| stage_risk(&AsValue, black_box(&facts), STAGE));
}

#[divan::bench]
fn slope(bencher: Bencher) {
    let facts = facts();
    bencher.bench_local(|| stage_risk(&AsSlope { inner: AsValue, index: 3 }, black_box(&facts), STAGE));
}

#[divan::bench]
fn bounds(bencher: Bencher) {
    let facts = facts();
    bencher.bench_local(|| stage_risk(&AsBounds, black_box(&facts), STAGE));
}

#[divan::bench]
fn slope_of_bounds(bencher: Bencher) {
    let facts = facts();
    bencher.bench_local(|| stage_risk(&AsSlope { inner: AsBounds, index: 3 }, black_box(&facts), STAGE));
}

#[divan::bench]
fn reason_on_a_used_tape(bencher: Bencher) {
    let facts = facts();
    let mut tape = Tape::new();
    bencher.bench_local(|| {
        tape.clear();
        stage_risk(&AsReason { tape: &tape }, black_box(&facts), STAGE).value()
    });
}

#[divan::bench]
fn reason_on_a_fresh_tape(bencher: Bencher) {
    let facts = facts();
    bencher.bench_local(|| stage_risk(&AsReason { tape: &Tape::new() }, black_box(&facts), STAGE).value());
}

#[divan::bench]
fn derivation(bencher: Bencher) {
    let facts = facts();
    let tape = Tape::new();
    let root = stage_risk(&AsReason { tape: &tape }, &facts, STAGE);
    bencher.bench_local(|| tape.derivation(black_box(root)));
}

/// One evaluation of eight draws that are already sampled.
#[divan::bench]
fn eight_lanes(bencher: Bencher) {
    let facts = facts();
    let mut samples = Vec::new();
    sample::<8>(&facts, 1, 0, &mut samples);
    let reading = AsDraws { samples: &samples };
    bencher.counter(ItemsCount::new(8u32)).bench_local(|| stage_risk(&reading, black_box(&facts), STAGE));
}

/// Eight draws of every fact of the stage.
#[divan::bench]
fn sample_eight_draws(bencher: Bencher) {
    let facts = facts();
    let mut samples = Vec::new();
    bencher
        .counter(ItemsCount::new(8 * facts.len()))
        .bench_local(|| sample::<8>(black_box(&facts), 1, 0, &mut samples));
}

#[divan::bench]
fn one_normal_quantile() -> f64 {
    normal_quantile(black_box(0.3))
}
