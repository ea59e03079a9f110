//! What a case costs: the European case of batteries, central and with a thousand draws of every material.

#![expect(clippy::expect_used, reason = "a bench without its data has nothing to measure")]

use std::hint::black_box;
use std::sync::LazyLock;

use adit_facts::Package;
use adit_model::chain::benchmarks;
use adit_model::outlook::case::{CaseModel, Draws, Question, Setting};
use adit_number::Sampling;

fn main() {
    divan::main();
}

static PACKAGE: LazyLock<Package> = LazyLock::new(|| Package::embedded().expect("the built-in package is sound"));

static GATHERED: LazyLock<benchmarks::Gathered> =
    LazyLock::new(|| benchmarks::gather(&PACKAGE, &benchmarks::Options::default(), &|_, _| None));

fn batteries() -> CaseModel {
    CaseModel::gather(&PACKAGE, "eu-batteries", &GATHERED).expect("a case of the package")
}

fn question(count: usize, moved: bool) -> Question {
    let lever = |lever: &str, value| Setting { lever: lever.to_owned(), value, year: None };
    Question {
        materials: Vec::new(),
        settings: if moved { vec![lever("collection", 0.8), lever("lifetime", 1.2)] } else { Vec::new() },
        draws: Some(Draws { count, seed: 1, sampling: Sampling::Plain }).filter(|draws| draws.count > 0),
    }
}

#[divan::bench]
fn gather(bencher: divan::Bencher) {
    LazyLock::force(&GATHERED);
    bencher.bench(|| black_box(batteries()));
}

#[divan::bench(args = [(0, false), (0, true), (1000, false), (1000, true), (10_000, false)])]
fn run(bencher: divan::Bencher, (count, moved): (usize, bool)) {
    let case = batteries();
    let asked = question(count, moved);
    bencher.bench(|| black_box(case.run(&asked).expect("a question that can be answered")));
}

#[divan::bench(args = [1000])]
fn lithium(bencher: divan::Bencher, count: usize) {
    let case = batteries();
    let lithium = PACKAGE.vocabulary().find_material("lithium").expect("a material of the package");
    let asked = Question { materials: vec![lithium], ..question(count, false) };
    bencher.bench(|| black_box(case.run(&asked).expect("a question that can be answered")));
}
