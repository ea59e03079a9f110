//! Where a peer is wrong: ours is the independent value (mpmath, in the fixture), theirs is not, and why is shown by making
//! their mistake on purpose with our engine, or by hand.

use adit_model::outlook::cohorts::InitialCohort;
use adit_model::outlook::{Driver, Flows, InflowAt, Lifetime, OutlookError, Periods, Product, run};
use serde::Deserialize;
use serde_json::Value;

use super::agree::{TOLERANCE, compare};
use super::fixture::{FIXTURE, Initial, Parameter, lifetime};

/// Theirs is called different from this on: nobody's rounding is that large.
const DIFFERENT: f64 = 1e-3;

/// A fault of a peer. `theirs` and `right` are lists by name; where no value is right, `right` says what is to happen.
#[derive(Deserialize)]
struct Fault {
    id: String,
    kind: String,
    parameters: std::collections::BTreeMap<String, Parameter>,
    timing: String,
    years: Vec<i32>,
    #[serde(default)]
    stock: Vec<f64>,
    #[serde(default)]
    initial_cohorts: Vec<Initial>,
    theirs: Value,
    right: Value,
}

impl Fault {
    fn find(id: &str) -> Self {
        let found = FIXTURE.faults.iter().find(|fault| fault["id"] == id).expect("the fixture has this fault");
        serde_json::from_value(found.clone()).expect("a fault reads")
    }

    fn theirs(&self, list: &str) -> Vec<f64> {
        numbers(&self.theirs[list])
    }

    fn right(&self, list: &str) -> Vec<f64> {
        numbers(&self.right[list])
    }

    fn lifetime(&self) -> Lifetime {
        lifetime(&self.kind, &self.parameters, 0, 1.0)
    }

    fn periods(&self) -> Periods {
        let at = InflowAt::find(&self.timing).expect("a timing of ours");
        Periods::new(self.years.clone(), None, at).expect("years that rise")
    }

    fn run(&self, driver: Driver) -> Result<Flows, OutlookError> {
        let mut product = Product::new(driver, self.lifetime());
        let initial = self.initial_cohorts.iter();
        product.initial_cohorts =
            initial.map(|Initial { age, value }| InitialCohort { age: *age, value: *value }).collect();
        run(&self.periods(), &product, true)
    }

    /// Ours, which must be the independent value in all three lists and close.
    fn ours(&self, driver: Driver) -> Flows {
        let flows = self.run(driver).expect("there are stocks and flows");
        for (list, ours) in [("inflow", &flows.inflow), ("outflow", &flows.outflow), ("stock", &flows.stock)] {
            let compared = compare(ours, &self.right(list));
            assert!(compared.largest <= TOLERANCE, "{}: {list} is off by {:e}", self.id, compared.largest);
        }
        assert!(flows.balance_error < 1e-12, "{}: balance {:e}", self.id, flows.balance_error);
        flows
    }

    fn differs(&self, list: &str) {
        let compared = compare(&self.theirs(list), &self.right(list));
        assert!(compared.largest > DIFFERENT, "{}: their {list} is right now; the page must say so", self.id);
    }

    fn agrees(&self, list: &str) {
        assert!(compare(&self.theirs(list), &self.right(list)).largest <= TOLERANCE, "{}: {list}", self.id);
    }
}

fn numbers(list: &Value) -> Vec<f64> {
    serde_json::from_value(list.clone()).expect("a list of numbers")
}

fn close(a: f64, b: f64) {
    assert!((a - b).abs() <= TOLERANCE * b.abs(), "{a} beside {b}");
}

/// What came in, less what is in use more than before, is what left. A peer's own lists that break this are wrong
/// whatever the lifetime.
fn largest_gap(inflow: &[f64], outflow: &[f64], stock: &[f64]) -> f64 {
    let before = std::iter::once(&0.0).chain(stock);
    let gaps = inflow.iter().zip(outflow).zip(stock.iter().zip(before));
    gaps.map(|((came, left), (now, before))| (came - left - (now - before)).abs()).fold(0.0, f64::max)
}

#[test]
fn odym_takes_the_standard_deviation_of_a_lognormal_upside_down() {
    let fault = Fault::find("odym-lognormal");
    fault.ours(Driver::Inflow(fault.right("inflow")));
    fault.differs("outflow");
    fault.differs("stock");
    // By hand: the median is mean / sqrt(1 + sd²/mean²) = 15 sqrt(0.9) = 14.23 years. ODYM has mean / sqrt(1 + mean²/sd²)
    // = 15 / sqrt(10) = 4.74: of ten a year, what a year adds to the stock falls below five between ages 4 and 5.
    close(fault.lifetime().survival(15.0 * 0.9_f64.sqrt()), 0.5);
    let theirs = fault.theirs("stock");
    assert!(theirs[4] - theirs[3] > 5.0 && theirs[5] - theirs[4] < 5.0, "their median lies between 4 and 5");
    // Its mistake made on purpose: a standard deviation of mean²/sd = 45 years.
    let mistaken = Product::new(
        Driver::Inflow(fault.theirs("inflow")),
        Lifetime::log_normal(15.0, 15.0 * 15.0 / 5.0).expect("a lifetime"),
    );
    let mistaken = run(&fault.periods(), &mistaken, false).expect("there are stocks and flows");
    assert!(compare(&mistaken.stock, &theirs).largest <= TOLERANCE, "that is all of the mistake");
    assert!(compare(&mistaken.outflow, &fault.theirs("outflow")).largest <= TOLERANCE, "that is all of the mistake");
}

#[test]
fn odym_counts_positions_for_years() {
    let fault = Fault::find("odym-years-ignored");
    fault.ours(Driver::Inflow(fault.right("inflow")));
    fault.differs("outflow");
    fault.differs("stock");
    // Its mistake made on purpose: five years in a row.
    let five = Periods::yearly(2002, 2006, InflowAt::End).expect("five years");
    let mistaken = Product::new(Driver::Inflow(fault.theirs("inflow")), fault.lifetime());
    let mistaken = run(&five, &mistaken, false).expect("there are stocks and flows");
    assert!(compare(&mistaken.stock, &fault.theirs("stock")).largest <= TOLERANCE, "that is all of the mistake");
}

#[test]
fn odym_lets_an_initial_stock_fall_with_nothing_leaving() {
    let fault = Fault::find("odym-outflow-of-initial-stock");
    let flows = fault.ours(Driver::Inflow(fault.right("inflow")));
    fault.agrees("stock");
    assert!(fault.theirs("outflow").iter().all(|left| *left == 0.0), "their outflow is right now");
    // By hand, with sf = exp(-(age/9)²): 6 exp(-(16-9)/81) + 8 exp(-(9-4)/81) + 10 exp(-(4-1)/81) = 22.66 of 24 are left.
    let left =
        [(6.0, 7.0), (8.0, 5.0), (10.0, 3.0)].map(|(value, squares): (f64, f64)| value * (-squares / 81.0).exp());
    close(flows.stock[0], left.iter().sum());
    close(flows.outflow[0], 24.0 - left.iter().sum::<f64>());
}

#[test]
fn odym_loses_a_cohort_that_is_too_old() {
    let fault = Fault::find("odym-lost-cohort");
    let given: f64 = fault.initial_cohorts.iter().map(|cohort| cohort.value).sum();
    close(given, 21.0);
    // 5 of age 2, which a fixed lifetime of 2 years does not reach, are in neither: 16 stand, 7 and 9 flow out.
    assert_eq!(fault.theirs["standing"], 16.0, "their stock at the start is right now");
    close(fault.theirs("outflow").iter().sum(), 16.0);
    let refused = fault.run(Driver::Stock(fault.stock.clone())).expect_err("no good of that lifetime is that old");
    assert_eq!(refused, OutlookError::TooOld { what: "initial cohorts", year: 2001, age: 2.0 });
}

#[test]
fn neither_says_that_nothing_survives() {
    let (flodym, odym) = (Fault::find("flodym-nothing-survives"), Fault::find("odym-nothing-survives"));
    assert_eq!(flodym.theirs["inflow"], serde_json::json!(["inf", "nan", "nan"]), "flodym says something else now");
    assert_eq!(odym.theirs("inflow"), [0.0; 3], "ODYM says something else now");
    assert_eq!((odym.theirs("stock"), odym.theirs("stock_total")), (vec![0.0; 3], vec![1.0, 2.0, 3.0]));
    for fault in [flodym, odym] {
        let refused = fault.run(Driver::Stock(vec![1.0, 2.0, 3.0])).expect_err("no inflow holds this stock");
        assert_eq!(refused, OutlookError::NothingSurvives { year: 2001, share: 0.0 }, "{}", fault.id);
    }
}

#[test]
fn flodym_multiplies_yearly_rates_with_shares_of_longer_periods() {
    for id in ["flodym-uneven-outflow", "flodym-uneven-outflow-by-hand"] {
        let fault = Fault::find(id);
        fault.ours(Driver::Inflow(fault.right("inflow")));
        fault.agrees("stock");
        fault.differs("outflow");
        let (inflow, outflow, stock) = (fault.theirs("inflow"), fault.theirs("outflow"), fault.theirs("stock"));
        assert!(largest_gap(&inflow, &outflow, &stock) > 1.0, "{id}: their own lists close now");
        // Its mistake made on purpose: what leaves of a cohort, by the years of its period and by those of the other.
        let flows = fault.run(Driver::Inflow(inflow)).expect("there are stocks and flows");
        let cohorts = flows.cohorts.expect("asked for");
        let periods = fault.periods();
        let steps = periods.steps();
        let mistaken: Vec<f64> = (0..steps.len())
            .map(|t| cohorts.iter().zip(steps).map(|(cohort, own)| cohort.outflow[t] / own * steps[t]).sum())
            .collect();
        assert!(compare(&mistaken, &outflow).largest <= TOLERANCE, "{id}: that is all of the mistake");
    }
    // By hand: periods of 2, 2, 5, 6 and 6 years, ten a year at the end of each, all of which last three years.
    let by_hand = Fault::find("flodym-uneven-outflow-by-hand");
    assert_eq!(by_hand.right("stock"), [20.0, 40.0, 50.0, 60.0, 60.0]);
    assert_eq!(by_hand.right("outflow"), [0.0, 0.0, 40.0, 50.0, 60.0]);
    assert_eq!(by_hand.theirs("outflow"), [0.0, 0.0, 100.0, 60.0, 60.0], "flodym says something else now");
}

#[test]
fn flodym_fills_cohorts_with_the_inflow_of_one_year() {
    let fault = Fault::find("flodym-uneven-cohorts");
    let flows = fault.ours(Driver::Stock(fault.right("stock")));
    fault.agrees("inflow");
    fault.differs("stock");
    fault.differs("outflow");
    let cohorts = flows.cohorts.expect("asked for");
    let over = |part: &dyn Fn(usize) -> f64| -> Vec<f64> {
        let at = |t: usize| cohorts.iter().enumerate().map(|(c, cohort)| cohort.stock[t] * part(c)).sum();
        (0..fault.years.len()).map(at).collect()
    };
    assert!(compare(&over(&|_| 1.0), &flows.stock).largest <= TOLERANCE, "our cohorts are the stock");
    // Its mistake made on purpose: each cohort by the years of its period.
    let periods = fault.periods();
    let mistaken = over(&|c| 1.0 / periods.steps()[c]);
    assert!(compare(&mistaken, &fault.theirs("stock")).largest <= TOLERANCE, "that is all of the mistake");
    // By hand: the first stock of 20 is one cohort, of two years; flodym has half of it.
    close(fault.theirs("stock")[0], 10.0);
}

#[test]
fn flodym_refuses_its_own_right_balance() {
    let fault = Fault::find("flodym-balance-check");
    fault.ours(Driver::Inflow(fault.right("inflow")));
    fault.agrees("outflow");
    fault.agrees("stock");
    assert!(fault.theirs["refused"].is_string(), "its check passes now");
}

#[test]
fn flodym_gives_a_negative_inflow_without_a_word() {
    let fault = Fault::find("flodym-negative-inflow");
    let theirs = fault.theirs("inflow");
    assert!(theirs[1] < 0.0, "it gives something else now");
    // By hand: 100 exp(-1/81) are left of the first stock, and 60 are wanted.
    close(theirs[1], 60.0 - 100.0 * (-1.0_f64 / 81.0).exp());
    match fault.run(Driver::Stock(fault.stock.clone())) {
        Err(OutlookError::NegativeInflow { year: 2002, inflow }) => close(inflow, theirs[1]),
        other => panic!("{other:?} where the year 2002 must be named"),
    }
}

/// Every fault of the fixture is held by a test above.
#[test]
fn no_fault_goes_untested() {
    let tests = include_str!("faults.rs");
    for fault in &FIXTURE.faults {
        let id = fault["id"].as_str().expect("a fault has an id");
        assert!(tests.contains(&format!("\"{id}\"")), "{id} is not tested");
    }
}
