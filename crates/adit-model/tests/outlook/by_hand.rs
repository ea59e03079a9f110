//! Small cases whose every number can be worked with a pencil.

use adit_model::outlook::cohorts::{
    Content, InitialCohort, Lifetimes, MaterialContent, NegativeInflow, UsedTrade, Vintage, Warning,
};
use adit_model::outlook::{Driver, Flows, InflowAt, Lifetime, OutlookError, Periods, Product, run};

fn yearly(years: i32, inflow_at: InflowAt) -> Periods {
    Periods::yearly(2001, 2000 + years, inflow_at).unwrap()
}

fn of_inflow(inflow: &[f64], lifetime: Lifetime) -> Product {
    Product::new(Driver::Inflow(inflow.to_vec()), lifetime)
}

fn of_stock(stock: &[f64], lifetime: Lifetime) -> Product {
    Product::new(Driver::Stock(stock.to_vec()), lifetime)
}

/// Half of what is in use leaves each year.
fn halving() -> Lifetime {
    Lifetime::exponential(1.0 / std::f64::consts::LN_2).unwrap()
}

#[track_caller]
fn near(given: &[f64], expected: &[f64]) {
    assert_eq!(given.len(), expected.len());
    for (given, expected) in given.iter().zip(expected) {
        assert!((given - expected).abs() <= 1e-14 * expected.abs().max(1.0), "{given} for {expected}");
    }
}

fn flows(periods: &Periods, product: &Product) -> Flows {
    let flows = run(periods, product, true).unwrap();
    assert!(flows.balance_error <= 1e-14, "{}", flows.balance_error);
    flows
}

#[test]
fn fixed_survives_while_its_age_is_below() {
    let product = of_inflow(&[1.0, 2.0, 3.0, 4.0], Lifetime::fixed(2.0).unwrap());
    // Ages at the ends of the periods: 0, 1, 2. The third is too old.
    let at_end = flows(&yearly(4, InflowAt::End), &product);
    assert_eq!(at_end.stock, [1.0, 3.0, 5.0, 7.0]);
    assert_eq!(at_end.outflow, [0.0, 0.0, 1.0, 2.0]);
    assert_eq!(at_end.survival, [1.0, 1.0, 0.0, 0.0]);
    // 0.5, 1.5, 2.5.
    assert_eq!(flows(&yearly(4, InflowAt::Middle), &product).stock, at_end.stock);
    // 1, 2.
    let at_start = flows(&yearly(4, InflowAt::Start), &product);
    assert_eq!(at_start.stock, [1.0, 2.0, 3.0, 4.0]);
    assert_eq!(at_start.outflow, [0.0, 1.0, 2.0, 3.0]);
}

#[test]
fn a_stock_that_halves_every_year() {
    let product = of_stock(&[8.0, 8.0, 10.0], halving());
    let at_end = flows(&yearly(3, InflowAt::End), &product);
    near(&at_end.inflow, &[8.0, 4.0, 6.0]);
    near(&at_end.outflow, &[0.0, 4.0, 4.0]);
    assert_eq!(at_end.warnings, [Warning::NoInitialCohorts { year: 2001, stock: 8.0 }]);
    assert!(at_end.warnings[0].to_string().contains("initial_cohorts"));
    // Half of an inflow at the start is gone at the end of its period.
    let at_start = flows(&yearly(3, InflowAt::Start), &product);
    near(&at_start.inflow, &[16.0, 8.0, 12.0]);
    near(&at_start.outflow, &[8.0, 8.0, 10.0]);
    let at_middle = flows(&yearly(3, InflowAt::Middle), &product);
    near(&at_middle.inflow, &[8.0 * 2.0_f64.sqrt(), 4.0 * 2.0_f64.sqrt(), 6.0 * 2.0_f64.sqrt()]);
}

#[test]
fn uneven_steps() {
    // Two years, then one, then three; the first is as long as the second unless it is stated.
    let periods = Periods::new(vec![2002, 2003, 2006], Some(2.0), InflowAt::Start).unwrap();
    assert_eq!(periods.steps(), [2.0, 1.0, 3.0]);
    let result = flows(&periods, &of_inflow(&[4.0, 2.0, 8.0], halving()));
    near(&result.stock, &[1.0, 1.5, 1.5 / 8.0 + 1.0]);
    near(&result.outflow, &[3.0, 1.5, 1.5 * 7.0 / 8.0 + 7.0]);
    near(&result.survival, &[0.25, 0.125, 1.0 / 64.0]);
    let unstated = Periods::new(vec![2002, 2003, 2006], None, InflowAt::Middle).unwrap();
    assert_eq!(unstated.steps(), [1.0, 1.0, 3.0]);
    assert_eq!(unstated.age(0, 2), 4.5);
    assert_eq!(unstated.age(2, 2), 1.5);
}

#[test]
fn goods_that_were_there_before() {
    let mut product = of_stock(&[10.0, 10.0], halving());
    product.initial_cohorts = vec![InitialCohort { age: 5.0, value: 12.0 }];
    let result = flows(&yearly(2, InflowAt::End), &product);
    near(&result.inflow, &[4.0, 5.0]);
    near(&result.outflow, &[6.0, 5.0]);
    assert_eq!(result.initial_stock, 12.0);
    assert!(result.warnings.is_empty());
    let cohorts = result.cohorts.unwrap();
    assert_eq!(cohorts[0].vintage, Vintage::Initial { age: 5.0 });
    near(&cohorts[0].stock, &[6.0, 3.0]);
    near(&cohorts[0].outflow, &[6.0, 3.0]);
    near(&cohorts[2].stock, &[0.0, 5.0]);
}

#[test]
fn survival_of_old_goods_is_conditional_on_their_age() {
    let table = Lifetime::table(
        adit_model::outlook::lifetime::SurvivalTable::new(&[(0.0, 1.0), (2.0, 0.8), (3.0, 0.2), (4.0, 0.0)]).unwrap(),
    );
    let mut product = of_inflow(&[0.0, 0.0], table);
    product.initial_cohorts = vec![InitialCohort { age: 2.0, value: 8.0 }];
    near(&flows(&yearly(2, InflowAt::End), &product).stock, &[2.0, 0.0]);
}

#[test]
fn a_normal_lifetime_is_not_truncated() {
    let lifetime = Lifetime::normal(2.0, 1.0).unwrap();
    let product = of_inflow(&[100.0, 0.0, 0.0], lifetime);
    let result = flows(&yearly(3, InflowAt::End), &product);
    // Upper tails of the standard normal at -2, -1 and 0.
    let tails = [0.977_249_868_051_820_8, 0.841_344_746_068_542_9, 0.5];
    near(&result.survival, &tails);
    near(&result.outflow, &[2.275_013_194_817_92, 13.590_512_198_327_78, 34.134_474_606_854_29]);
}

#[test]
fn used_goods_come_and_go_with_their_vintage() {
    let mut product = of_inflow(&[8.0, 0.0, 0.0], Lifetime::fixed(3.0).unwrap());
    product.used_trade =
        vec![UsedTrade { year: 2002, age: 1.0, value: -3.0 }, UsedTrade { year: 2002, age: 2.0, value: 5.0 }];
    let result = flows(&yearly(3, InflowAt::End), &product);
    // 8 new in 2001, of which 3 leave at age 1; 5 come at age 2 and reach age 3 a year later.
    assert_eq!(result.stock, [8.0, 10.0, 5.0]);
    assert_eq!(result.outflow, [0.0, 0.0, 5.0]);
    assert_eq!(result.used_net_imports, [0.0, 2.0, 0.0]);
    assert_eq!(result.cohorts.unwrap()[1].vintage, Vintage::Used { year: 2002, age: 2.0 });

    product.used_trade[0].value = -8.5;
    let error = run(&yearly(3, InflowAt::End), &product, false).unwrap_err();
    assert_eq!(error, OutlookError::ExportsTooLarge { year: 2002, age: 1.0, exported: 8.5, standing: 8.0 });
    product.used_trade[0].age = 1.5;
    let error = run(&yearly(3, InflowAt::End), &product, false).unwrap_err();
    assert_eq!(error, OutlookError::ExportsTooLarge { year: 2002, age: 1.5, exported: 8.5, standing: 0.0 });
    product.used_trade[0] = UsedTrade { year: 2002, age: 3.0, value: 1.0 };
    let error = run(&yearly(3, InflowAt::End), &product, false).unwrap_err();
    assert_eq!(error, OutlookError::TooOld { what: "imported used goods", year: 2002, age: 3.0 });
}

#[test]
fn used_goods_leave_in_the_middle_of_a_period() {
    let mut product = of_inflow(&[16.0, 0.0], Lifetime::exponential(0.5 / std::f64::consts::LN_2).unwrap());
    product.used_trade = vec![UsedTrade { year: 2002, age: 1.0, value: -3.0 }];
    // Half a year halves: 8 at the end of the first year, 4 in the middle of the second, of which 3 are sold.
    let result = flows(&yearly(2, InflowAt::Middle), &product);
    near(&result.stock, &[8.0, 0.5]);
    near(&result.outflow, &[8.0, 4.5]);
}

#[test]
fn a_falling_stock() {
    let mut product = of_stock(&[8.0, 1.0, 2.0], halving());
    let error = run(&yearly(3, InflowAt::End), &product, false).unwrap_err();
    let OutlookError::NegativeInflow { year, inflow } = error else { panic!("{error}") };
    assert_eq!(year, 2002);
    near(&[inflow], &[-3.0]);
    assert!(error.to_string().contains("retire"));

    product.negative_inflow = NegativeInflow::Retire;
    let result = flows(&yearly(3, InflowAt::End), &product);
    near(&result.inflow, &[8.0, 0.0, 1.5]);
    near(&result.outflow, &[0.0, 7.0, 0.5]);
    near(&result.retired, &[0.0, 3.0, 0.0]);
    // The curve itself is not cut.
    near(&result.survival, &[1.0, 0.5, 0.25]);
}

#[test]
fn every_cohort_is_cut_by_the_same_factor() {
    let mut product = of_stock(&[6.0, 9.0, 6.0, 0.0, 5.0], Lifetime::fixed(10.0).unwrap());
    product.negative_inflow = NegativeInflow::Retire;
    let result = flows(&yearly(5, InflowAt::End), &product);
    assert_eq!(result.inflow, [6.0, 3.0, 0.0, 0.0, 5.0]);
    let cohorts = result.cohorts.unwrap();
    near(&cohorts[0].stock, &[6.0, 6.0, 4.0, 0.0, 0.0]);
    near(&cohorts[1].outflow, &[0.0, 0.0, 1.0, 2.0, 0.0]);
}

#[test]
fn the_lifetime_of_a_year_holds_for_all_that_is_in_use() {
    let mut product = of_inflow(&[8.0, 0.0, 0.0], halving());
    let quarter = Lifetime::exponential(0.5 / std::f64::consts::LN_2).unwrap();
    let by = vec![halving(), quarter.clone(), halving()];
    product.lifetimes = Lifetimes::ByYear(by.clone());
    near(&flows(&yearly(3, InflowAt::End), &product).stock, &[8.0, 2.0, 1.0]);
    near(&flows(&yearly(3, InflowAt::Start), &product).stock, &[4.0, 1.0, 0.5]);
    product.lifetimes = Lifetimes::ByCohort(by);
    near(&flows(&yearly(3, InflowAt::End), &product).stock, &[8.0, 4.0, 2.0]);
    // Shortened in the third year, goods that are older than the new lifetime leave then.
    let (long, short) = (Lifetime::fixed(5.0).unwrap(), Lifetime::fixed(1.5).unwrap());
    product.lifetimes = Lifetimes::ByYear(vec![long.clone(), long, short]);
    assert_eq!(flows(&yearly(3, InflowAt::End), &product).stock, [8.0, 8.0, 0.0]);
}

#[test]
fn materials_leave_with_the_cohort_that_brought_them() {
    let mut product = of_inflow(&[10.0, 20.0, 0.0], Lifetime::fixed(2.0).unwrap());
    product.initial_cohorts = vec![InitialCohort { age: 1.0, value: 4.0 }];
    let vintage = Content::ByVintage { by_period: vec![0.3, 0.2, 0.1], before: 0.5 };
    product.contents = vec![
        MaterialContent { material: "copper".into(), content: Content::Constant(0.5) },
        MaterialContent { material: "cobalt".into(), content: vintage },
    ];
    let result = flows(&yearly(3, InflowAt::End), &product);
    assert_eq!(result.outflow, [4.0, 0.0, 10.0]);
    let [copper, cobalt] = result.materials.as_slice() else { panic!("two materials") };
    near(&copper.outflow, &[2.0, 0.0, 5.0]);
    near(&copper.stock, &[5.0, 15.0, 10.0]);
    near(&cobalt.inflow, &[3.0, 4.0, 0.0]);
    near(&cobalt.outflow, &[2.0, 0.0, 3.0]);
    near(&cobalt.stock, &[3.0, 7.0, 4.0]);
    assert_eq!(cobalt.initial_stock, 2.0);
    assert!(cobalt.balance_error <= 1e-15);
}
