//! Public instruments: the cases worked by hand on docs/src/methods/instruments.md, and what must always hold.

#![cfg(test)]

mod always;
mod award;
mod by_hand;
mod compared;

use adit_model::choose::appraise::Given;
use adit_model::choose::instruments::{Award, Rates, Setting, World, Worlds};

/// A project that invests 100 in the year of the award and makes 1 000 t in each of two years.
const SMALL: World<'static> = World {
    operating: &[0.0, 70.0, 70.0],
    investment: &[100.0, 0.0, 0.0],
    exploration: &[0.0, 0.0, 0.0],
    output: &[0.0, 1000.0, 1000.0],
    price: &[0.0, 15_000.0, 25_000.0],
};

fn rates() -> Rates {
    Rates {
        base: Given::stated("base rate", 0.02, "per year"),
        discount_margin: Given::stated("margin", 0.01, "per year"),
        loan_margin: Given::stated("margin", 0.02, "per year"),
        premium: Some(Given::stated("premium", 0.02, "per year")),
        notes: Vec::new(),
    }
}

fn setting(region: Option<&str>, category: &str) -> Setting {
    Setting {
        project: "small".to_owned(),
        rates: rates(),
        owner_rate: Given::stated("rate of the owners", 0.1, "per year"),
        chance: Given::ranging("chance", 0.5, 0.3, 0.7, "share"),
        slope: Given::ranging("slope", 4.0, 1.0, 10.0, "per share"),
        counted: (2026, 2028),
        benchmark_year: 2028,
        consumption: Some(Given::stated("consumption", 20_000.0, "t/a")),
        award: Award::new("2026-11-23", region.map(str::to_owned), category),
    }
}

fn worlds(of: &[World<'_>]) -> Worlds {
    let years = of.iter().map(|world| world.operating.len()).max().unwrap_or(0);
    let mut worlds = Worlds::new(2026, years);
    for world in of {
        worlds.push(*world);
    }
    worlds
}

fn close(found: f64, wanted: f64) {
    assert!((found - wanted).abs() <= 1e-9 * wanted.abs().max(1.0), "{found} is not {wanted}");
}
