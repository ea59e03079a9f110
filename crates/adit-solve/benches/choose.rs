//! Portfolios: building the programme of a thousand projects; a hundred lumpy projects to a proven gap of 1 %, ours beside
//! plain HiGHS on the same programme in the same run; a moved budget.
//!
//! `cargo bench -p adit-solve --bench choose [-- build|solve|slider]`

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints what it measures")]
#![allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_possible_wrap, missing_docs)]

use std::time::Instant;

use adit_model::choose::portfolio::{LimitRule, Portfolio, programme, solve};
use adit_model::problem::{MixedOptions, Solver};
use adit_solve::Solvers;

#[path = "../tests/portfolio/generated.rs"]
mod generated;

use generated::{Size, portfolio};

const LUMPY: Size = Size { projects: 100, materials: 17, years: 10, regions: 6, starts: 4, unaided: false };
const LARGE: Size = Size { projects: 1_000, ..LUMPY };
const GAP: f64 = 0.01;

/// After which either side is stopped, and shown with the gap that it has.
const MOST_SECONDS: f64 = 30.0;

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let wanted = |name: &str| asked.is_empty() || asked.iter().any(|word| word == name);
    if wanted("build") {
        build();
    }
    if wanted("solve") {
        for seed in 1..=5 {
            beside_plain(seed);
        }
    }
    if wanted("slider") {
        slider();
    }
}

fn build() {
    let large = portfolio(LARGE, 1);
    let mut times: Vec<f64> = (0..21)
        .map(|_| {
            let begun = Instant::now();
            let built = programme(&large, None);
            let seconds = begun.elapsed().as_secs_f64();
            assert!(built.mixed.columns.len() > 1_000);
            seconds
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let built = programme(&large, None);
    let entries: usize = built.mixed.rows.iter().map(|row| row.terms.len()).sum();
    println!(
        "build: 1 000 projects, 17 materials, 10 years: {} columns, {} rows, {entries} entries: {:.2} ms (least {:.2})",
        built.mixed.columns.len(),
        built.mixed.rows.len(),
        1e3 * times[10],
        1e3 * times[0]
    );
}

fn beside_plain(seed: u64) {
    let lumpy = portfolio(LUMPY, seed);
    let options = MixedOptions { seconds: MOST_SECONDS, gap: GAP, seed: 1 };
    let begun = Instant::now();
    let ours = solve(&lumpy, &Solvers, options, None).unwrap();
    let our_seconds = begun.elapsed().as_secs_f64();
    assert!(ours.sound(), "{:?}", ours.checked);
    let plain = programme(&lumpy, None);
    let begun = Instant::now();
    let theirs = Solvers.mixed(&plain.mixed, options).unwrap();
    let their_seconds = begun.elapsed().as_secs_f64();
    println!(
        "solve, seed {seed}: ours {our_seconds:.2} s ({:?}, objective {:.3}, gap {:.4}, {} nodes); plain HiGHS \
         {their_seconds:.2} s ({:?}, objective {:.3}, gap {:.4}, {} nodes)",
        ours.status, ours.objective, ours.gap, ours.nodes, theirs.status, theirs.objective, theirs.gap, theirs.nodes
    );
}

fn slider() {
    let mut moved = portfolio(LUMPY, 1);
    let options = MixedOptions { seconds: MOST_SECONDS, gap: GAP, seed: 1 };
    let before = solve(&moved, &Solvers, options, None).unwrap().choice;
    for factor in [0.95, 1.1] {
        scale_budgets(&mut moved, factor);
        let begun = Instant::now();
        let hurried = MixedOptions { seconds: 1.5, ..options };
        let answer = solve(&moved, &Solvers, hurried, before.as_ref()).unwrap();
        println!(
            "slider, budgets x {factor}: {:.2} s ({:?}, objective {:.3}, gap {:.4})",
            begun.elapsed().as_secs_f64(),
            answer.status,
            answer.objective,
            answer.gap
        );
    }
}

fn scale_budgets(portfolio: &mut Portfolio, factor: f64) {
    for limit in &mut portfolio.limits {
        if let LimitRule::Budget { most, .. } = &mut limit.rule {
            *most *= factor;
        }
    }
}
