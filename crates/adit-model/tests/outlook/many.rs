//! Many series and many draws: as one by one by the exact engine, with the same bits on any number of threads.

use adit_model::outlook::cohorts::{Content, MaterialContent, NegativeInflow};
use adit_model::outlook::lanes::{Contents, Given, Many, Rows, Totals};
use adit_model::outlook::{Driver, Flows, InflowAt, Lifetime, OutlookError, Periods, Product, run};
use adit_number::{stable_key, uniform};

const YEARS: i32 = 30;

fn periods() -> Periods {
    Periods::yearly(2001, 2000 + YEARS, InflowAt::Middle).unwrap()
}

/// A number of 0..1 for a thing, the same in every run.
fn chance(of: &str, series: usize) -> f64 {
    uniform(7, series as u64, stable_key(of))
}

fn lifetimes(series: usize) -> Vec<Lifetime> {
    let lifetime = |at: usize| {
        let (a, b) = (chance("a", at), chance("b", at));
        // Blocks of eight of one kind, and mixed ones.
        match (at / 8) % 5 {
            0 => Lifetime::weibull(1.0 + 4.0 * a, 5.0 + 20.0 * b),
            1 => Lifetime::exponential(3.0 + 20.0 * a),
            2 => Lifetime::fixed(2.0 + 30.0 * a),
            3 => Lifetime::log_normal(5.0 + 20.0 * a, 1.0 + 5.0 * b),
            _ if at.is_multiple_of(2) => Lifetime::normal(5.0 + 20.0 * a, 1.0 + 5.0 * b),
            _ => Lifetime::gamma_of_mean(5.0 + 20.0 * a, 1.0 + 5.0 * b),
        }
        .unwrap()
    };
    (0..series).map(lifetime).collect()
}

fn values(series: usize, periods: usize) -> Vec<f64> {
    (0..series * periods).map(|at| 100.0 * chance("value", at)).collect()
}

fn written(many: &Many<'_>) -> Result<[Vec<f64>; 3], OutlookError> {
    let [mut inflow, mut outflow, mut stock] =
        [0; 3].map(|_| vec![f64::NAN; many.lifetimes.len() * many.periods.len()]);
    many.write(&mut Rows { inflow: &mut inflow, outflow: &mut outflow, stock: &mut stock })?;
    Ok([inflow, outflow, stock])
}

fn one_by_one(many: &Many<'_>, contents: Contents<'_>) -> Vec<Flows> {
    let periods = many.periods.len();
    let flows = |series: usize| {
        let own = |values: &[f64]| {
            let start = if values.len() == periods { 0 } else { series * periods };
            values[start..start + periods].to_vec()
        };
        let driver = match many.given {
            Given::Inflow(values) => Driver::Inflow(own(values)),
            Given::Stock(values) => Driver::Stock(own(values)),
        };
        let mut product = Product::new(driver, many.lifetimes[series].clone());
        product.negative_inflow = many.negative_inflow;
        let of = &contents.contents[series * contents.materials..(series + 1) * contents.materials];
        let content = |value: &f64| MaterialContent { material: "m".into(), content: Content::Constant(*value) };
        product.contents = of.iter().map(content).collect();
        run(many.periods, &product, false).unwrap()
    };
    (0..many.lifetimes.len()).map(flows).collect()
}

#[track_caller]
fn same(given: &[f64], expected: impl IntoIterator<Item = f64>, size: f64) {
    let expected: Vec<f64> = expected.into_iter().collect();
    assert_eq!(given.len(), expected.len());
    for (at, (given, expected)) in given.iter().zip(expected).enumerate() {
        assert!((given - expected).abs() <= 1e-12 * size, "{given} for {expected} at {at}");
    }
}

fn check(many: &Many<'_>, materials: usize) {
    let contents: Vec<f64> = (0..many.lifetimes.len() * materials).map(|at| chance("content", at)).collect();
    let contents = Contents { materials, contents: &contents };
    let exact = one_by_one(many, contents);
    let size = exact.iter().flat_map(|flows| flows.stock.iter().chain(&flows.inflow)).copied().fold(0.0, f64::max);

    let [inflow, outflow, stock] = written(many).unwrap();
    same(&inflow, exact.iter().flat_map(|flows| flows.inflow.clone()), size);
    same(&outflow, exact.iter().flat_map(|flows| flows.outflow.clone()), size);
    same(&stock, exact.iter().flat_map(|flows| flows.stock.clone()), size);

    let totals = many.materials(contents).unwrap();
    let all = size * many.lifetimes.len() as f64;
    let sum = |of: fn(&Flows, usize) -> &Vec<f64>| -> Vec<f64> {
        let total = |at: usize| exact.iter().map(|flows| of(flows, at / periods_of(many))[at % periods_of(many)]).sum();
        (0..materials * periods_of(many)).map(total).collect()
    };
    same(&totals.inflow, sum(|flows, m| &flows.materials[m].inflow), all);
    same(&totals.outflow, sum(|flows, m| &flows.materials[m].outflow), all);
    same(&totals.stock, sum(|flows, m| &flows.materials[m].stock), all);

    let on = |threads: usize| -> ([Vec<f64>; 3], Totals) {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| (written(many).unwrap(), many.materials(contents).unwrap()))
    };
    assert_eq!(on(1), on(2), "the same bits on one thread and on two");
    assert_eq!(on(3), ([inflow, outflow, stock], totals));
}

fn periods_of(many: &Many<'_>) -> usize {
    many.periods.len()
}

#[test]
fn series_by_inflow() {
    let (periods, lifetimes) = (periods(), lifetimes(1003));
    let inflow = values(1003, periods.len());
    let given = Given::Inflow(&inflow);
    check(&Many { periods: &periods, given, lifetimes: &lifetimes, negative_inflow: NegativeInflow::Error }, 3);
}

#[test]
fn series_by_stock_that_retire() {
    let (periods, lifetimes) = (periods(), lifetimes(203));
    let stock = values(203, periods.len());
    let given = Given::Stock(&stock);
    check(&Many { periods: &periods, given, lifetimes: &lifetimes, negative_inflow: NegativeInflow::Retire }, 2);
}

#[test]
fn draws_of_one_series() {
    let (periods, lifetimes) = (periods(), lifetimes(64));
    let stock: Vec<f64> = (0..YEARS).map(|year| 100.0 + 20.0 * f64::from(year)).collect();
    let given = Given::Stock(&stock);
    check(&Many { periods: &periods, given, lifetimes: &lifetimes, negative_inflow: NegativeInflow::Error }, 1);
}

#[test]
fn uneven_steps() {
    let periods = Periods::new(vec![2000, 2001, 2005, 2006, 2015], Some(3.0), InflowAt::Start).unwrap();
    let lifetimes = lifetimes(41);
    let inflow = values(41, periods.len());
    let given = Given::Inflow(&inflow);
    check(&Many { periods: &periods, given, lifetimes: &lifetimes, negative_inflow: NegativeInflow::Error }, 2);
}

#[test]
fn errors_name_the_first_series() {
    let (periods, lifetimes) = (periods(), lifetimes(100));
    let mut inflow = values(100, periods.len());
    inflow[57 * periods.len() + 4] = f64::NAN;
    inflow[99 * periods.len() + 2] = -1.0;
    let given = Given::Inflow(&inflow);
    let many = Many { periods: &periods, given, lifetimes: &lifetimes, negative_inflow: NegativeInflow::Error };
    let error = written(&many).unwrap_err().to_string();
    assert!(error.starts_with("series 57 (counted from 0): inflow of 2005 is NaN"), "{error}");

    let mut stock = vec![50.0; 100 * periods.len()];
    stock[8 * periods.len() + 9] = 1.0;
    let many = Many { given: Given::Stock(&stock), ..many };
    let error = written(&many).unwrap_err().to_string();
    assert!(error.starts_with("series 8 (counted from 0): the stock of 2010 would need an inflow of -"), "{error}");
    assert_eq!(many.materials(Contents { materials: 1, contents: &[1.0; 100] }).unwrap_err().to_string(), error);

    let many = Many { given: Given::Stock(&stock[1..]), ..many };
    let error = written(&many).unwrap_err();
    assert_eq!(error, OutlookError::Length { what: "given", given: 2999, expected: 3000 });
    let contents = [f64::NAN; 100];
    let error = Many { given: Given::Stock(&stock), ..many }.materials(Contents { materials: 1, contents: &contents });
    assert!(error.unwrap_err().to_string().contains("a content NaN"));
}
