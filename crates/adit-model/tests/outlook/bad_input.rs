//! What cannot be run says why, where, and how to mend it.

use adit_model::outlook::cohorts::{Content, InitialCohort, Lifetimes, MaterialContent, NegativeInflow, UsedTrade};
use adit_model::outlook::lifetime::SurvivalTable;
use adit_model::outlook::time::MOST_PERIODS;
use adit_model::outlook::{Driver, InflowAt, Lifetime, OutlookError, Periods, Product, run};

fn periods() -> Periods {
    Periods::yearly(2001, 2003, InflowAt::End).unwrap()
}

fn product(driver: Driver) -> Product {
    Product::new(driver, Lifetime::exponential(10.0).unwrap())
}

fn refused(product: &Product) -> OutlookError {
    run(&periods(), product, false).unwrap_err()
}

#[test]
fn years() {
    let new = |years: &[i32], first| Periods::new(years.to_vec(), first, InflowAt::End).unwrap_err();
    assert_eq!(new(&[], None), OutlookError::NoYears);
    assert_eq!(new(&[2001, 2001], None), OutlookError::YearsNotRising { year: 2001, next: 2001 });
    assert_eq!(new(&[2001, 2000], None), OutlookError::YearsNotRising { year: 2001, next: 2000 });
    assert!(new(&[2001], Some(0.0)).to_string().contains("first_step 0"));
    assert!(new(&[2001], Some(f64::NAN)).to_string().contains("first_step NaN"));
    let many = Periods::yearly(0, i32::MAX, InflowAt::End).unwrap_err();
    assert!(many.to_string().contains(&MOST_PERIODS.to_string()), "{many}");
    assert_eq!(Periods::yearly(2002, 2001, InflowAt::End).unwrap_err(), OutlookError::NoYears);
}

#[test]
fn amounts() {
    for value in [f64::NAN, f64::INFINITY, -1.0, 1e300] {
        for driver in [Driver::Inflow(vec![1.0, value, 1.0]), Driver::Stock(vec![1.0, value, 1.0])] {
            let error = refused(&product(driver));
            assert!(matches!(error, OutlookError::NotAnAmount { year: 2002, .. }), "{error}");
        }
    }
    let error = refused(&product(Driver::Inflow(vec![1.0, 2.0])));
    assert_eq!(error, OutlookError::Length { what: "inflow", given: 2, expected: 3 });
}

#[test]
fn what_belongs_to_a_product() {
    let sound = product(Driver::Inflow(vec![1.0; 3]));
    let wrong = |change: &dyn Fn(&mut Product)| {
        let mut product = sound.clone();
        change(&mut product);
        refused(&product).to_string()
    };
    let initial = |age, value| wrong(&|product| product.initial_cohorts = vec![InitialCohort { age, value }]);
    assert!(initial(-1.0, 1.0).contains("age of an initial cohort -1"));
    assert!(initial(1.0, f64::NAN).contains("value of an initial cohort NaN"));
    assert!(initial(1e6, 1.0).contains("initial cohorts of 2001 are said to be 1000000 years old"));
    let used = |year, age, value| wrong(&|product| product.used_trade = vec![UsedTrade { year, age, value }]);
    assert!(used(1999, 1.0, 1.0).contains("year of used trade 1999"));
    assert!(used(2002, 0.0, 1.0).contains("age of used goods 0"));
    assert!(used(2002, 1.0, f64::NEG_INFINITY).contains("value of used goods -inf"));
    let content = |content: Content| {
        wrong(&|product| {
            product.contents = vec![MaterialContent { material: "copper".into(), content: content.clone() }];
        })
    };
    assert!(content(Content::Constant(-0.1)).contains("a content -0.1"));
    assert!(content(Content::ByVintage { by_period: vec![0.1], before: 0.0 }).contains("1 values for 3 periods"));
    let lifetimes = vec![Lifetime::fixed(1.0).unwrap()];
    assert!(wrong(&|product| product.lifetimes = Lifetimes::ByCohort(lifetimes.clone())).contains("lifetimes has 1"));
}

#[test]
fn a_stock_of_which_nothing_survives_its_own_period() {
    let start = Periods::yearly(2001, 2003, InflowAt::Start).unwrap();
    let mut of_stock = Product::new(Driver::Stock(vec![0.0, 1.0, 1.0]), Lifetime::fixed(0.5).unwrap());
    let error = run(&start, &of_stock, false).unwrap_err();
    assert_eq!(error, OutlookError::NothingSurvives { year: 2002, share: 0.0 });
    of_stock.lifetimes = Lifetimes::Same(Lifetime::exponential(0.01).unwrap());
    of_stock.negative_inflow = NegativeInflow::Retire;
    let error = run(&start, &of_stock, false).unwrap_err();
    assert!(matches!(error, OutlookError::NothingSurvives { year: 2002, .. }), "{error}");
    // Without a stock there is nothing to say, and an inflow may leave within its own period.
    of_stock.driver = Driver::Stock(vec![0.0; 3]);
    assert_eq!(run(&start, &of_stock, false).unwrap().inflow, [0.0; 3]);
    of_stock.driver = Driver::Inflow(vec![2.0; 3]);
    of_stock.lifetimes = Lifetimes::Same(Lifetime::fixed(0.5).unwrap());
    assert_eq!(run(&start, &of_stock, false).unwrap().outflow, [2.0; 3]);
}

#[test]
fn survival_tables() {
    let said = |points: &[(f64, f64)]| SurvivalTable::new(points).unwrap_err().to_string();
    assert!(said(&[]).contains("age 0"));
    assert!(said(&[(1.0, 1.0)]).contains("first age must be 0"));
    assert!(said(&[(0.0, 1.0), (5.0, 1.1)]).contains("1.1 at age 5; a share surviving lies in 0..1"));
    assert!(said(&[(0.0, 0.9), (5.0, 0.95)]).contains("cannot rise"));
    assert!(said(&[(0.0, 0.9), (5.0, 0.5), (5.0, 0.4)]).contains("ages must rise"));
    assert!(said(&[(0.0, f64::NAN)]).contains("0..1"));
    assert!(said(&[(0.0, 1.0), (f64::INFINITY, 0.5)]).contains("finite"));

    let short = Lifetime::table(SurvivalTable::new(&[(0.0, 1.0), (1.0, 0.5)]).unwrap());
    let error = refused(&Product::new(Driver::Inflow(vec![1.0; 3]), short));
    assert_eq!(error, OutlookError::SurvivalTableTooShort { last: 1.0, share: 0.5, needed: 2.0 });
    assert!(error.to_string().contains("end it with 0"));
}
