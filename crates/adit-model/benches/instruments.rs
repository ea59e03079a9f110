//! What instruments cost: the usual eight for one project of 30 years over 10 000 states of the world.

#![expect(clippy::expect_used, reason = "a bench without its data has nothing to measure")]

use std::hint::black_box;
use std::sync::LazyLock;

use adit_facts::Package;
use adit_model::choose::appraise::Given;
use adit_model::choose::instruments::{Award, Rates, Setting, Usual, World, Worlds, compare, usual};
use adit_model::workings::Workings;
use adit_number::{stable_key, uniform};

fn main() {
    divan::main();
}

static PACKAGE: LazyLock<Package> = LazyLock::new(|| Package::embedded().expect("the built-in package is sound"));

const YEARS: usize = 30;

/// A made-up mine: three years of building, then output at a price that differs by draw and year.
fn worlds(draws: u64) -> Worlds {
    let mut worlds = Worlds::new(2026, YEARS);
    let key = stable_key("price");
    for draw in 0..draws {
        let each = |of: &dyn Fn(usize) -> f64| (0..YEARS).map(of).collect::<Vec<f64>>();
        let output = each(&|year| if year < 4 { 0.0 } else { 15_000.0 });
        let price = each(&|year| 8_000.0 + 16_000.0 * uniform(7, draw, key ^ year as u64));
        let operating = each(&|year| output[year] * (price[year] - 9_000.0) * 1e-6);
        let investment = each(&|year| if (1..4).contains(&year) { 200.0 } else { 0.0 });
        let exploration = each(&|year| if year == 0 { 15.0 } else { 0.0 });
        let world = World {
            operating: &operating,
            investment: &investment,
            exploration: &exploration,
            output: &output,
            price: &price,
        };
        worlds.push(world);
    }
    worlds
}

#[divan::bench]
fn eight_instruments_over_10_000_draws(bencher: divan::Bencher) {
    let assumptions = PACKAGE.assumptions();
    let table = PACKAGE.reference_rates();
    let rules = PACKAGE.fund_rules();
    let setting = Setting {
        project: "mine".to_owned(),
        rates: Rates::of(&table, "PT", "2026-11-23", "satisfactory", "normal").expect("rates of the day"),
        owner_rate: Given::stated("rate of the owners", 0.1, "per year"),
        chance: Given::ranging("chance", 0.45, 0.25, 0.7, "share"),
        slope: Given::ranging("slope", 4.0, 1.0, 10.0, "per share"),
        counted: (2026, 2040),
        benchmark_year: 2030,
        consumption: Some(Given::stated("consumption", 50_000.0, "t/a")),
        award: Award::new("2026-11-23", Some("PT11B".to_owned()), "regional-investment"),
    };
    let offers = usual(&Usual { assumptions: &assumptions, reference: setting.rates.reference(), price: 16_000.0 });
    let worlds = worlds(10_000);
    bencher.bench(|| {
        let base = worlds.get(0);
        compare(black_box(&setting), &offers, &rules, (base, &worlds), &mut Workings::default())
    });
}
