//! What appraisals cost: 10 000 draws of 60 projects (goal: under a second on two cores), and one base case.

#![expect(clippy::expect_used, reason = "a bench without its plans has nothing to measure")]

use adit_facts::choose::fiscal::Level;
use adit_model::choose::appraise::draws::{DrawsAsked, draw};
use adit_model::choose::appraise::price::{PriceModels, PriceProcess};
use adit_model::choose::appraise::{
    Costs, Depreciation, Finance, Fiscal, Given, Levy, LevyBase, LossCarryForward, Phases, Product, ProjectPlan,
    appraise,
};

fn main() {
    divan::main();
}

fn fixed(value: f64) -> Given {
    Given::stated("of the bench", value, "")
}

/// A value with a range given as factors.
fn ranging(value: f64, low: f64, high: f64) -> Given {
    Given::ranging("of the bench", value, value * low, value * high, "")
}

/// A mine with plant of about the size of the projects of the facts, all its inputs uncertain.
fn plan(number: i32) -> ProjectPlan {
    let product = |name: &str, price_key: String, price: f64| Product {
        name: name.into(),
        material: None,
        price_key,
        capacity: ranging(20_000.0, 0.9, 1.1),
        contained: fixed(0.1879),
        price: fixed(price),
    };
    ProjectPlan {
        project: format!("project-{number}"),
        name: format!("Project {number}"),
        country: "FI".into(),
        money_year: 2025,
        phases: Phases {
            begins: 2026 + number % 3,
            exploration: fixed(1.0),
            construction: ranging(3.0, 0.9, 1.4),
            delay: Given::ranging("of the bench", 1.0, 0.0, 3.0, "years"),
            ramp: ranging(2.5, 0.4, 1.6),
            life: ranging(20.0, 0.8, 1.2),
            closure: ranging(3.0, 0.5, 2.0),
            aftercare: ranging(10.0, 0.5, 1.5),
        },
        products: vec![
            product("lithium", format!("series-{}", number % 17), 15_000.0),
            product("by-product", String::new(), 900.0),
        ],
        costs: Costs {
            utilisation: ranging(0.85, 0.8, 1.1),
            operating: ranging(6_000.0, 0.8, 1.4),
            feed: fixed(0.0),
            feed_share: fixed(0.0),
            fixed: fixed(0.0),
            capital: ranging(700.0, 0.9, 1.3),
            overrun: ranging(1.08, 0.9, 1.3),
            sustaining: ranging(15.0, 0.5, 2.0),
            exploration: ranging(10.0, 0.5, 2.0),
            closure: ranging(30.0, 0.5, 2.0),
            aftercare: ranging(2.0, 0.5, 2.0),
            working_capital: ranging(0.15, 0.5, 1.6),
            bond: ranging(0.9, 0.6, 1.1),
        },
        fiscal: Fiscal {
            levies: vec![Levy {
                id: "royalty".into(),
                label: "Royalty".into(),
                base: LevyBase::Revenue,
                rate: fixed(0.025),
                level: Level::State,
                royalty: true,
            }],
            corporate_tax: fixed(0.2),
            corporate_tax_levels: vec![(Level::State, 1.0)],
            depreciation: Depreciation { years: fixed(10.0) },
            losses: LossCarryForward { years: None, share: fixed(1.0), free: fixed(0.0) },
        },
        finance: Finance { discount: fixed(0.08), inflation: fixed(0.02), debt: None },
        notes: Vec::new(),
    }
}

fn sixty() -> (Vec<ProjectPlan>, PriceModels) {
    let process = PriceProcess::MeanReverting { speed: 0.2, volatility: 0.25 };
    let processes = (0..17).map(|series| (format!("series-{series}"), process)).collect();
    ((0..60).map(plan).collect(), PriceModels { processes, ..PriceModels::default() })
}

#[divan::bench(sample_count = 5)]
fn ten_thousand_draws_of_sixty_projects(bencher: divan::Bencher) {
    let (plans, prices) = sixty();
    let asked = DrawsAsked { draws: 10_000, seed: 1, by_year: false };
    bencher.bench_local(|| draw(&plans, &prices, asked).expect("sound plans"));
}

#[divan::bench(sample_count = 5)]
fn ten_thousand_draws_of_one_project_by_year(bencher: divan::Bencher) {
    let (plans, prices) = sixty();
    let asked = DrawsAsked { draws: 10_000, seed: 1, by_year: true };
    bencher.bench_local(|| draw(&plans[..1], &prices, asked).expect("a sound plan"));
}

#[divan::bench]
fn one_base_case(bencher: divan::Bencher) {
    let plan = plan(0);
    bencher.bench_local(|| appraise(&plan).expect("a sound plan"));
}
