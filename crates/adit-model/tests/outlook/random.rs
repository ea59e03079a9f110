//! Whatever the product: mass closes, cohorts add up to the stock, and the way back gives the way there.

use adit_model::outlook::cohorts::{
    Cohort, Content, InitialCohort, Lifetimes, MaterialContent, NegativeInflow, UsedTrade, Vintage,
};
use adit_model::outlook::{Driver, Flows, InflowAt, Lifetime, OutlookError, Periods, Product, run};
use proptest::prelude::*;

pub fn lifetime() -> impl Strategy<Value = Lifetime> {
    let spread = (2.0..40.0, 0.1..1.2);
    prop_oneof![
        (1.5..40.0).prop_map(|years| Lifetime::fixed(years).unwrap()),
        spread.clone().prop_map(|(mean, part)| Lifetime::normal(mean, mean * part).unwrap()),
        spread.clone().prop_map(|(mean, part)| Lifetime::folded_normal(mean, mean * part).unwrap()),
        spread.clone().prop_map(|(mean, part)| Lifetime::log_normal(mean, mean * part).unwrap()),
        (0.6..8.0, 2.0..40.0).prop_map(|(shape, scale)| Lifetime::weibull(shape, scale).unwrap()),
        spread.prop_map(|(mean, part)| Lifetime::gamma_of_mean(mean, mean * part).unwrap()),
        (2.0..40.0).prop_map(|mean| Lifetime::exponential(mean).unwrap()),
    ]
}

pub fn inflow_at() -> impl Strategy<Value = InflowAt> {
    prop::sample::select(InflowAt::ALL.as_slice())
}

/// Even steps or steps of one to five years.
pub fn periods() -> impl Strategy<Value = Periods> {
    let steps = prop_oneof![
        (1..4, 2..40_usize).prop_map(|(step, periods)| vec![step; periods]),
        prop::collection::vec(1..5, 2..30),
    ];
    (steps, prop::option::of(0.25..6.0), inflow_at()).prop_map(|(steps, first_step, inflow_at)| {
        let mut year = 1990;
        let years = steps.iter().map(|step| {
            year += step;
            year
        });
        Periods::new(years.collect(), first_step, inflow_at).unwrap()
    })
}

/// A product with everything, driven by its inflow or by its stock; used goods are only imported, as what may be
/// exported is known after a run.
fn product() -> impl Strategy<Value = (Periods, Product)> {
    periods().prop_flat_map(|periods| {
        let many = periods.len();
        let years = periods.years().to_vec();
        let values = prop::collection::vec(prop_oneof![1 => Just(0.0), 5 => 0.0..100.0], many);
        let driver = (values, any::<bool>()).prop_map(|(values, inflow)| {
            if inflow {
                Driver::Inflow(values)
            } else {
                Driver::Stock(values.iter().map(|value| 50.0 + value).collect())
            }
        });
        let lifetimes = prop_oneof![
            lifetime().prop_map(Lifetimes::Same),
            prop::collection::vec(lifetime(), many).prop_map(Lifetimes::ByCohort),
            prop::collection::vec(lifetime(), many).prop_map(Lifetimes::ByYear),
        ];
        let initial = prop::collection::vec((0.0..1.4, 0.0..80.0), 0..4);
        let used = prop::collection::vec((prop::sample::select(years), 0.1..1.4, 0.0..20.0), 0..5);
        let by_vintage = prop::collection::vec(0.0..0.5, many);
        (driver, lifetimes, initial, used, by_vintage).prop_map(move |(driver, lifetimes, initial, used, by_period)| {
            let initial = initial.into_iter().map(|(age, value)| InitialCohort { age, value });
            let used = used.into_iter().map(|(year, age, value)| UsedTrade { year, age, value });
            let product = Product {
                driver,
                lifetimes,
                initial_cohorts: initial.collect(),
                used_trade: used.collect(),
                negative_inflow: NegativeInflow::Retire,
                contents: vec![
                    MaterialContent { material: "copper".into(), content: Content::Constant(0.125) },
                    MaterialContent {
                        material: "cobalt".into(),
                        content: Content::ByVintage { by_period, before: 0.7 },
                    },
                ],
            };
            (periods.clone(), product)
        })
    })
}

fn sums(cohorts: &[Cohort], of: impl Fn(&Cohort) -> &[f64], periods: usize) -> Vec<f64> {
    (0..periods).map(|t| cohorts.iter().map(|cohort| of(cohort)[t]).sum()).collect()
}

/// Mass closes to 1e-12 of the largest flow, or to the last digit of the stock where that is more: a stock of 67 of which
/// 0.005 leaves cannot be written more finely.
fn closing(stock: f64, flow: f64) -> f64 {
    (2.0 * f64::EPSILON * stock / flow).max(1e-12)
}

/// The flows; none only where nothing of an inflow that a stock needs would survive its own period.
fn possible(periods: &Periods, product: &Product) -> Option<Flows> {
    match run(periods, product, true) {
        Err(OutlookError::NothingSurvives { .. }) if matches!(product.driver, Driver::Stock(_)) => None,
        flows => Some(flows.unwrap()),
    }
}

fn largest_flow(flows: &Flows) -> f64 {
    let used = flows.used_net_imports.iter().map(|value| value.abs());
    flows.inflow.iter().chain(&flows.outflow).copied().chain(used).fold(0.0, f64::max)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mass_closes_and_cohorts_add_up((periods, product) in product()) {
        let Some(flows) = possible(&periods, &product) else { return Ok(()) };
        let (many, flow) = (periods.len(), largest_flow(&flows));
        let largest = flows.stock.iter().copied().fold(flow.max(flows.initial_stock), f64::max);
        let closes = closing(largest, flow);
        prop_assert!(flows.balance_error <= closes, "{}", flows.balance_error);
        let mut before = flows.initial_stock;
        for t in 0..many {
            let given = flows.inflow[t] + flows.used_net_imports[t] - flows.outflow[t];
            prop_assert!((flows.stock[t] - before - given).abs() <= closes * flow);
            prop_assert!(flows.inflow[t] >= 0.0 && flows.outflow[t] >= 0.0 && flows.stock[t] >= 0.0);
            prop_assert!(flows.retired[t] <= flows.outflow[t] + 1e-12 * flow);
            before = flows.stock[t];
        }
        let cohorts = flows.cohorts.as_ref().unwrap();
        for (sum, stock) in sums(cohorts, |cohort| &cohort.stock, many).iter().zip(&flows.stock) {
            prop_assert!((sum - stock).abs() <= 1e-13 * largest, "{sum} for {stock}");
        }
        for (sum, outflow) in sums(cohorts, |cohort| &cohort.outflow, many).iter().zip(&flows.outflow) {
            prop_assert!((sum - outflow).abs() <= 1e-13 * largest);
        }
        prop_assert!(flows.survival.iter().all(|share| (0.0..=1.0).contains(share)));
        prop_assert!(flows.survival.windows(2).all(|pair| pair[1] <= pair[0]));
        let without = run(&periods, &product, false).unwrap();
        prop_assert_eq!(without, Flows { cohorts: None, ..flows });
    }

    #[test]
    fn materials_close_too((periods, product) in product()) {
        let Some(flows) = possible(&periods, &product) else { return Ok(()) };
        for material in &flows.materials {
            let flow = material.inflow.iter().chain(&material.outflow).copied().fold(0.0, f64::max);
            let largest = material.stock.iter().copied().fold(material.initial_stock, f64::max);
            prop_assert!(material.balance_error <= closing(largest, flow), "{}", material.balance_error);
        }
        let copper = &flows.materials[0];
        for (product, material) in flows.stock.iter().zip(&copper.stock) {
            prop_assert!((product * 0.125 - material).abs() <= 1e-12 * product.max(1.0));
        }
    }

    #[test]
    fn from_inflow_to_stock_and_back((periods, mut product) in product()) {
        let Driver::Inflow(inflow) = product.driver.clone() else { return Ok(()) };
        let there = run(&periods, &product, false).unwrap();
        // Without a share that survives its own period the stock does not know its inflow.
        let own = (0..periods.len()).map(|t| match &product.lifetimes {
            Lifetimes::Same(lifetime) => lifetime.survival(periods.own(t)),
            Lifetimes::ByCohort(by) | Lifetimes::ByYear(by) => by[t].survival(periods.own(t)),
        });
        prop_assume!(own.fold(1.0, f64::min) > 0.2);
        product.driver = Driver::Stock(there.stock.clone());
        product.negative_inflow = NegativeInflow::Error;
        let back = run(&periods, &product, false).unwrap();
        let size = there.stock.iter().copied().fold(1.0, f64::max);
        for (back, inflow) in back.inflow.iter().zip(&inflow) {
            prop_assert!((back - inflow).abs() <= 1e-11 * size, "{back} for {inflow}");
        }
    }

    #[test]
    fn all_used_goods_of_a_cohort_can_leave((periods, mut product) in product(), at in any::<prop::sample::Index>()) {
        product.driver = Driver::Inflow(product.driver.values().to_vec());
        product.used_trade.clear();
        let last = at.index(periods.len() - 1) + 1;
        let flows = run(&periods, &product, true).unwrap();
        let vintage = Vintage::New { year: periods.years()[last - 1] };
        let cohort = flows.cohorts.as_ref().unwrap().iter().find(|cohort| cohort.vintage == vintage).unwrap();
        // Only at the end of a period is what stands there in the table.
        prop_assume!(periods.inflow_at() == InflowAt::End && cohort.stock[last] > 1e-9);
        let age = periods.age(last - 1, last);
        let all = UsedTrade { year: periods.years()[last], age, value: -cohort.stock[last] };
        product.used_trade = vec![all];
        let without = run(&periods, &product, true).unwrap();
        prop_assert!(without.balance_error <= 1e-12, "{}", without.balance_error);
        let cohorts = without.cohorts.unwrap();
        let gone = cohorts.iter().find(|cohort| cohort.vintage == vintage).unwrap();
        prop_assert!(gone.stock[last..].iter().all(|stock| *stock < 1e-11));
        product.used_trade[0].value *= 1.001;
        let refused = run(&periods, &product, false).unwrap_err();
        prop_assert!(matches!(refused, OutlookError::ExportsTooLarge { .. }), "{refused}");
    }
}
