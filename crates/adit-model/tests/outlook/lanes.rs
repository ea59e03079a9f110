//! The kernels of eight lanes give what the exact engine gives.

use std::array::from_fn;

use adit_model::outlook::cohorts::{Content, InitialCohort, Lifetimes, MaterialContent, NegativeInflow};
use adit_model::outlook::lanes::{
    Ages, Eight, Memoryless, Negative, Survival, in_use, inflow_of_stock, outflow, rows_by_cohort, stock_of_fixed,
    stock_of_inflow, survival_by_cohort,
};
use adit_model::outlook::{Driver, Flows, InflowAt, Lifetime, Periods, Product, run};
use proptest::prelude::*;

use crate::random::{inflow_at, lifetime, periods};

fn eight_lifetimes() -> impl Strategy<Value = [Lifetime; 8]> {
    prop_oneof![
        prop::array::uniform8(lifetime()),
        prop::array::uniform8(
            (0.6..8.0, 4.0..40.0).prop_map(|(shape, scale)| Lifetime::weibull(shape, scale).unwrap())
        ),
    ]
}

fn rows(len: usize) -> Vec<Eight> {
    vec![[0.0; 8]; len]
}

fn lane(rows: &[Eight], lane: usize) -> Vec<f64> {
    rows.iter().map(|row| row[lane]).collect()
}

/// Equal to 1e-12 of the largest value of either.
#[track_caller]
fn same(given: &[f64], expected: &[f64], size: f64, what: &str) {
    assert_eq!(given.len(), expected.len());
    for (given, expected) in given.iter().zip(expected) {
        assert!((given - expected).abs() <= 1e-12 * size, "{what}: {given} for {expected} (beside {size})");
    }
}

fn size(flows: &Flows) -> f64 {
    flows.stock.iter().chain(&flows.inflow).copied().fold(0.0, f64::max)
}

/// Eight products with initial cohorts, each with values of its own.
fn products(values: &[Eight], stock: bool, lifetimes: &[Lifetime; 8]) -> [Product; 8] {
    from_fn(|at| {
        let values = lane(values, at);
        let driver = if stock { Driver::Stock(values) } else { Driver::Inflow(values) };
        let mut product = Product::new(driver, lifetimes[at].clone());
        product.initial_cohorts = vec![InitialCohort { age: 0.5, value: 40.0 + at as f64 }];
        product.negative_inflow = NegativeInflow::Retire;
        let by_period = (0..values_len(&product)).map(|t| 0.1 + 0.001 * t as f64).collect();
        let content = Content::ByVintage { by_period, before: 0.3 };
        product.contents = vec![MaterialContent { material: "copper".into(), content }];
        product
    })
}

fn values_len(product: &Product) -> usize {
    product.driver.values().len()
}

/// What is left of the initial cohorts of [`products`].
fn older(periods: &Periods, products: &[Product; 8], lifetimes: &[Lifetime; 8]) -> Vec<Eight> {
    let left = |t: usize, at: usize| {
        let InitialCohort { age, value } = products[at].initial_cohorts[0];
        let sf = |age: f64| lifetimes[at].survival(age);
        value * sf(age + periods.since_start(t)) / sf(age)
    };
    (0..periods.len()).map(|t| from_fn(|at| left(t, at))).collect()
}

fn values(periods: usize) -> impl Strategy<Value = Vec<Eight>> {
    prop::collection::vec(prop::array::uniform8(prop_oneof![1 => Just(0.0), 6 => 0.0..100.0]), periods)
}

fn case() -> impl Strategy<Value = (Periods, [Lifetime; 8], Vec<Eight>)> {
    (periods(), eight_lifetimes()).prop_flat_map(|(periods, lifetimes)| {
        let values = values(periods.len());
        (Just(periods), Just(lifetimes), values)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn survival_is_that_of_the_lifetimes(lifetimes in eight_lifetimes(), inflow_at in inflow_at(), step in 1..4) {
        let years = (0..50).map(|t| 2000 + step * t).collect();
        let periods = Periods::new(years, None, inflow_at).unwrap();
        let mut survival = rows(50);
        Ages::new(&periods).unwrap().survival(&lifetimes, &mut survival).unwrap();
        for (t, row) in survival.iter().enumerate() {
            for (share, lifetime) in row.iter().zip(&lifetimes) {
                let exact = lifetime.survival(periods.age(0, t));
                prop_assert!((share - exact).abs() <= 1e-14, "{} at {t}: {share} for {exact}", lifetime.kind());
            }
        }
    }

    #[test]
    fn flows_of_inflow((periods, lifetimes, inflow) in case()) {
        let products = products(&inflow, false, &lifetimes);
        let mut survival = rows(rows_by_cohort(periods.len()));
        survival_by_cohort(&periods, |_| lifetimes.each_ref(), &mut survival).unwrap();
        let mut stock = older(&periods, &products, &lifetimes);
        stock_of_inflow(Survival::ByCohort(&survival), &inflow, None, &mut stock);
        let mut out = rows(periods.len());
        outflow(&from_fn(|at| 40.0 + at as f64), &inflow, &stock, &mut out);
        for (at, product) in products.iter().enumerate() {
            let exact = run(&periods, product, false).unwrap();
            same(&lane(&stock, at), &exact.stock, size(&exact), "stock");
            same(&lane(&out, at), &exact.outflow, size(&exact), "outflow");
        }
    }

    #[test]
    fn flows_of_stock_with_early_retirement((periods, lifetimes, stock) in case()) {
        let many = periods.len();
        let products = products(&stock, true, &lifetimes);
        let mut survival = rows(rows_by_cohort(many));
        survival_by_cohort(&periods, |_| lifetimes.each_ref(), &mut survival).unwrap();
        let survival = Survival::ByCohort(&survival);
        let (mut inflow, mut kept) = (rows(many), rows(many));
        let mut left = older(&periods, &products, &lifetimes);
        inflow_of_stock(survival, &stock, NegativeInflow::Retire, &mut left, &mut inflow, &mut kept).unwrap();

        // A material by vintage follows its product through retirement.
        let content = |t: usize| 0.1 + 0.001 * t as f64;
        let brought: Vec<Eight> = inflow.iter().enumerate().map(|(t, row)| row.map(|x| x * content(t))).collect();
        let mut copper: Vec<Eight> =
            older(&periods, &products, &lifetimes).iter().map(|row| row.map(|x| 0.3 * x)).collect();
        stock_of_inflow(survival, &brought, Some(&kept), &mut copper);
        for (at, product) in products.iter().enumerate() {
            let own = |t: usize| lifetimes[at].survival(periods.own(t));
            // Where little survives its own period an inflow is a small difference of large numbers.
            if (0..many).any(|t| own(t) < 0.2) {
                continue;
            }
            let exact = run(&periods, product, false).unwrap();
            same(&lane(&inflow, at), &exact.inflow, size(&exact), "inflow");
            same(&lane(&copper, at), &exact.materials[0].stock, size(&exact), "copper");
        }
    }

    #[test]
    fn memoryless_is_the_general_form(
        means in prop::array::uniform8(2.0..40.0),
        inflow_at in inflow_at(),
        inflow in values(40),
    ) {
        let periods = Periods::yearly(2001, 2040, inflow_at).unwrap();
        let lifetimes = means.map(|mean| Lifetime::exponential(mean).unwrap());
        let mut survival = rows(40);
        Ages::new(&periods).unwrap().survival(&lifetimes, &mut survival).unwrap();
        let mut general = rows(40);
        stock_of_inflow(Survival::ByAge(&survival), &inflow, None, &mut general);
        let closed = Memoryless { first: survival[0], next: lifetimes.each_ref().map(|lifetime| lifetime.survival(1.0)) };
        let mut stock = rows(40);
        closed.stock_of_inflow(&[0.0; 8], &inflow, &mut stock);
        let (mut left, mut back) = (rows(40), rows(40));
        closed.inflow_of_stock(&[0.0; 8], &stock, &mut left, &mut back);
        for at in 0..8 {
            same(&lane(&stock, at), &lane(&general, at), 1e3, "stock");
            same(&lane(&back, at), &lane(&inflow, at), 1e3, "inflow");
        }
    }

    #[test]
    fn fixed_is_the_general_form(
        years in prop::array::uniform8(0.3..60.0),
        inflow_at in inflow_at(),
        many in 1..50_usize,
        inflow in values(50),
    ) {
        let periods = Periods::yearly(2001, 2000 + i32::try_from(many).unwrap(), inflow_at).unwrap();
        let lifetimes = years.map(|years| Lifetime::fixed(years).unwrap());
        let mut survival = rows(many);
        Ages::new(&periods).unwrap().survival(&lifetimes, &mut survival).unwrap();
        let (mut general, mut closed) = (rows(many), rows(many));
        stock_of_inflow(Survival::ByAge(in_use(&survival)), &inflow[..many], None, &mut general);
        let periods_in_use = from_fn(|at| survival.iter().filter(|row| row[at] > 0.0).count());
        stock_of_fixed(&periods_in_use, &inflow[..many], &mut closed);
        for at in 0..8 {
            same(&lane(&closed, at), &lane(&general, at), 1e3, "stock");
        }
    }
}

#[test]
fn a_falling_stock_names_lane_and_period() {
    let mut stock = vec![[10.0; 8]; 3];
    stock[1][5] = 2.0;
    let survival = vec![[1.0; 8], [0.5; 8], [0.25; 8]];
    let (mut left, mut inflow, mut kept) = (rows(3), rows(3), rows(3));
    let error =
        inflow_of_stock(Survival::ByAge(&survival), &stock, NegativeInflow::Error, &mut left, &mut inflow, &mut kept);
    assert_eq!(error, Err(Negative { lane: 5, period: 1, inflow: -3.0 }));
}

#[test]
fn lifetimes_by_cohort() {
    let periods = Periods::new(vec![2001, 2002, 2004], None, InflowAt::End).unwrap();
    let by_cohort = [1.0, 5.0, 2.0].map(|years| from_fn(|_| Lifetime::fixed(years).unwrap()));
    let mut survival = rows(rows_by_cohort(3));
    survival_by_cohort(&periods, |c| by_cohort[c].each_ref(), &mut survival).unwrap();
    let mut stock = rows(3);
    stock_of_inflow(Survival::ByCohort(&survival), &[[1.0; 8], [2.0; 8], [4.0; 8]], None, &mut stock);
    assert_eq!(lane(&stock, 3), [1.0, 2.0, 6.0]);
    let mut product = Product::new(Driver::Inflow(vec![1.0, 2.0, 4.0]), Lifetime::fixed(1.0).unwrap());
    product.lifetimes = Lifetimes::ByCohort(by_cohort.map(|lanes| lanes[0].clone()).to_vec());
    assert_eq!(run(&periods, &product, false).unwrap().stock, [1.0, 2.0, 6.0]);
}
