//! The fixture, typed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use adit_model::outlook::cohorts::{InitialCohort, Lifetimes, NegativeInflow};
use adit_model::outlook::{Driver, InflowAt, Lifetime, Periods, Product};
use serde::Deserialize;

pub static FIXTURE: LazyLock<Fixture> =
    LazyLock::new(|| serde_json::from_str(include_str!("../fixtures/outlook-parity.json")).expect("the fixture reads"));

#[derive(Deserialize)]
pub struct Fixture {
    /// Versions of what it was made with.
    pub with: BTreeMap<String, String>,
    pub inputs: BTreeMap<String, Vec<f64>>,
    pub cases: Vec<Case>,
    pub faults: Vec<serde_json::Value>,
    pub survival: Survival,
}

/// One run of a peer.
#[derive(Deserialize)]
pub struct Case {
    pub peer: String,
    /// `own lifetime`, or how it was given one that it does not offer.
    pub how: String,
    pub kind: String,
    /// `start`, `middle`, `end`; `spread` over `points` points of the period.
    pub timing: String,
    /// What drives it: `inflow` or `stock`.
    pub direction: String,
    /// Name of its series in `inputs`.
    pub input: String,
    pub parameters: BTreeMap<String, Parameter>,
    /// What is special; none for the plain runs.
    pub what: Option<String>,
    pub factor_by_year: Option<Vec<f64>>,
    pub points: Option<usize>,
    #[serde(default)]
    pub initial_cohorts: Vec<Initial>,
    #[serde(default)]
    pub retire: bool,
    /// Of the three, what the peer made; what drove it is in `inputs`.
    pub inflow: Option<Vec<f64>>,
    pub outflow: Option<Vec<f64>>,
    pub stock: Option<Vec<f64>>,
}

#[derive(Deserialize)]
pub struct Survival {
    /// Largest relative departure of scipy.stats from mpmath at 40 digits on the grid.
    pub scipy_from_mpmath: f64,
    pub grid: Vec<Curve>,
}

/// A survival function of scipy.stats on a grid of ages.
#[derive(Deserialize)]
pub struct Curve {
    pub kind: String,
    pub parameters: BTreeMap<String, Parameter>,
    pub age: Vec<f64>,
    pub survival: Vec<f64>,
}

#[derive(Deserialize)]
pub struct Initial {
    pub age: f64,
    pub value: f64,
}

/// The same for all cohorts, or one for each.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Parameter {
    Same(f64),
    ByCohort(Vec<f64>),
}

/// The lifetime of a kind; both standard deviation and scale are multiplied with `factor` where the mean is.
pub fn lifetime(kind: &str, parameters: &BTreeMap<String, Parameter>, cohort: usize, factor: f64) -> Lifetime {
    let p = |name: &str| match parameters.get(name) {
        Some(Parameter::Same(value)) => *value,
        Some(Parameter::ByCohort(values)) => values[cohort],
        None => panic!("{kind} without {name}"),
    };
    match kind {
        "fixed" => Lifetime::fixed(factor * p("years")),
        "normal" => Lifetime::normal(factor * p("mean"), factor * p("sd")),
        "folded-normal" => Lifetime::folded_normal(factor * p("mean"), factor * p("sd")),
        "lognormal" => Lifetime::log_normal(factor * p("mean"), factor * p("sd")),
        "weibull" => Lifetime::weibull(p("shape"), factor * p("scale")),
        "gamma" => Lifetime::gamma_of_mean(factor * p("mean"), factor * p("sd")),
        "exponential" => Lifetime::exponential(factor * p("mean")),
        other => panic!("unknown kind {other}"),
    }
    .expect("the lifetimes of the fixture are possible")
}

impl Case {
    pub fn series(&self) -> &[f64] {
        &FIXTURE.inputs[&self.input]
    }

    /// Every year, from 2001 on. Years are only names: both peers and adit see nothing but their differences.
    pub fn periods(&self, at: InflowAt) -> Periods {
        let years = i32::try_from(self.series().len()).expect("not that many years");
        Periods::yearly(2001, 2000 + years, at).expect("years that rise")
    }

    /// The same run for adit.
    pub fn product(&self) -> Product {
        let years = 0..self.series().len();
        let series = self.series().to_vec();
        let driver = if self.direction == "inflow" { Driver::Inflow(series) } else { Driver::Stock(series) };
        let of = |cohort, factor| lifetime(&self.kind, &self.parameters, cohort, factor);
        let by_cohort = self.parameters.values().any(|p| matches!(p, Parameter::ByCohort(_)));
        let mut product = Product::new(driver, of(0, 1.0));
        if let Some(factors) = &self.factor_by_year {
            product.lifetimes = Lifetimes::ByYear(factors.iter().map(|factor| of(0, *factor)).collect());
        } else if by_cohort {
            product.lifetimes = Lifetimes::ByCohort(years.map(|cohort| of(cohort, 1.0)).collect());
        }
        product.initial_cohorts = self
            .initial_cohorts
            .iter()
            .map(|Initial { age, value }| InitialCohort { age: *age, value: *value })
            .collect();
        if self.retire {
            product.negative_inflow = NegativeInflow::Retire;
        }
        product
    }

    /// What names it in a message.
    pub fn name(&self) -> String {
        let what = self.what.as_deref().unwrap_or("plain");
        format!("{} {} {} {}-driven, {what}, {}", self.peer, self.kind, self.timing, self.direction, self.input)
    }
}
