//! What the scores of all materials, economies and years cost in memory: on the built-in facts (the codes of the trade
//! facts and the years with production), and on a synthetic table of full size, all years of which have production.

#![expect(clippy::expect_used, reason = "a bench without its data has nothing to measure")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::LazyLock;

use adit_facts::chain::Trade;
use adit_facts::{Package, Stage};
use adit_model::chain::geopolrisk::score::Flows;
use adit_model::chain::geopolrisk::{MaterialYear, World, gather, rows};
use divan::counter::ItemsCount;

fn main() {
    divan::main();
}

static PACKAGE: LazyLock<Package> = LazyLock::new(|| Package::embedded().expect("the built-in package is sound"));

/// All trade of the package, every code a material of its own with the production of tungsten in every year.
fn full_size<'a>(trade: &'a Trade, like: &World<'a>) -> World<'a> {
    let any = like.materials.first().expect("a material with production and trade");
    let instability = like.instability.values().next().expect("a year of governance");
    let words = PACKAGE.vocabulary();
    let materials: Vec<_> = words.materials().map(|(material, _)| material).collect();
    let each = |(at, hs6): (usize, &adit_facts::chain::Hs6)| {
        let material = materials[at % materials.len()];
        let of_year = |year: &u16| {
            let rows = trade.rows(*hs6, *year);
            let flows = Flows {
                exporters: rows.exporters,
                importers: rows.importers,
                tonnes: rows.quantities_t,
                contained: 0.5,
            };
            MaterialYear {
                material,
                year: *year,
                made_at: Stage::Extraction,
                traded_at: Stage::Extraction,
                production: any.production.clone(),
                codes: Vec::new(),
                flows: vec![flows],
            }
        };
        trade.years().iter().map(of_year).collect::<Vec<_>>()
    };
    World {
        materials: trade.codes().iter().enumerate().flat_map(each).collect(),
        members: like.members.clone(),
        instability: trade.years().iter().map(|year| (*year, instability.clone())).collect::<BTreeMap<_, _>>(),
        gaps: Vec::new(),
    }
}

fn flows(world: &World<'_>) -> usize {
    world.materials.iter().flat_map(|at| &at.flows).map(|flows| flows.tonnes.len()).sum()
}

#[divan::bench]
fn gather_all(bencher: divan::Bencher) {
    PACKAGE.trade();
    bencher.bench_local(|| gather(&PACKAGE, None));
}

#[divan::bench]
fn built_in_facts(bencher: divan::Bencher) {
    let world = gather(&PACKAGE, None);
    bencher.counter(ItemsCount::new(flows(&world))).bench_local(|| rows(black_box(&world)));
}

#[divan::bench]
fn ten_years_of_full_size(bencher: divan::Bencher) {
    let world = full_size(PACKAGE.trade(), &gather(&PACKAGE, None));
    bencher.counter(ItemsCount::new(flows(&world))).bench_local(|| rows(black_box(&world)));
}
