//! What the game of regions costs: exact shares of 10 and 20 regions with the official supply risk, sampled of 40.

#![expect(clippy::expect_used, reason = "a bench without its data has nothing to measure")]

use std::hint::black_box;
use std::sync::LazyLock;

use adit_facts::chain::ChainStage;
use adit_facts::{Changes, Material, Package};
use adit_model::risk::Options;
use adit_model::together::gather::gather;
use adit_model::together::inputs::{Given, MaterialFacts, StageTonnes};
use adit_model::together::offer::{Known, Offer, Player};
use adit_model::together::question::Question;
use adit_model::together::tonnes::Routes;
use adit_model::together::{Inputs, play};
use adit_number::Ranged;

fn main() {
    divan::main();
}

static PACKAGE: LazyLock<Package> = LazyLock::new(|| Package::embedded().expect("the built-in package is sound"));

fn lithium() -> Material {
    PACKAGE.vocabulary().find_material("lithium").expect("a material of the package")
}

fn known(key: &str, value: f64) -> Known {
    Known::new(key, Ranged::new(value, 0.9 * value, 1.1 * value), Vec::new())
}

/// Made-up regions in nine countries, each with a mine and a refinery of lithium.
fn regions(count: usize) -> Inputs {
    let countries = ["DE", "FI", "FR", "ES", "PT", "CZ", "SE", "PL", "AT"];
    let offer = |at: usize, stage| Offer {
        project: format!("project-{at}"),
        name: format!("Project {at}"),
        promoter: format!("Promoter {at}"),
        material: lithium(),
        stage,
        capacity: known(&format!("capacity/{at}/{stage}"), 500.0 + 100.0 * at as f64),
        standing: known("standing", 0.9),
        utilisation: known("utilisation", 0.85),
        probability: known("probability", 0.5),
        needs: None,
        old_scrap: false,
    };
    let players = (0..count)
        .map(|at| {
            let code = countries[at % countries.len()];
            Player {
                region: format!("{code}{at:02}"),
                country: PACKAGE.vocabulary().find_country(code).expect("a country of the package"),
                offers: vec![offer(at, ChainStage::Extraction), offer(at, ChainStage::Processing)],
            }
        })
        .collect();
    let tonnes = |tonnes: f64| StageTonnes {
        supply: Some(known("supply", tonnes)),
        production: Some(known("production", 20.0 * tonnes)),
    };
    let facts = MaterialFacts {
        tonnes: adit_facts::Stage::ALL.map(|stage| (stage, tonnes(20_000.0))).to_vec(),
        ..MaterialFacts::none(lithium())
    };
    let given = Given { players, materials: vec![facts], ..Given::default() };
    let question = Question::new(lithium(), Vec::<String>::new());
    Inputs::new(&PACKAGE, question, &Options::default(), &Changes::default(), given).expect("a sound game")
}

#[divan::bench(args = [2, 5, 10, 20], sample_count = 10)]
fn exact(bencher: divan::Bencher, count: usize) {
    let inputs = regions(count);
    bencher.bench_local(|| play(black_box(&inputs)));
}

#[divan::bench(args = [40], sample_count = 10)]
fn sampled(bencher: divan::Bencher, count: usize) {
    let inputs = regions(count);
    bencher.bench_local(|| play(black_box(&inputs)));
}

/// A thousand draws of seven regions: a game in each.
#[divan::bench(args = [7], sample_count = 10)]
fn thousand_draws(bencher: divan::Bencher, count: usize) {
    let mut inputs = regions(count);
    inputs.question.draws = 1000;
    bencher.bench_local(|| play(black_box(&inputs)));
}

/// From the facts as shipped: what the command and the server do.
#[divan::bench]
fn gather_and_play_seven_regions(bencher: divan::Bencher) {
    let package = &*PACKAGE;
    let question = Question::new(lithium(), ["CZ04", "DE71", "DEB3", "ES43", "FI1D", "FRK1", "PT11"]);
    bencher.bench_local(|| {
        gather(package, &question, &Options::default(), &Changes::default(), Routes::NONE, "")
            .map(|inputs| play(&inputs))
    });
}
