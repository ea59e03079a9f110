//! Series of a model file, run in the engine.

use adit_facts::Finding;
use adit_facts::outlook::model_file as file;
use adit_facts::outlook::model_file::{ModelFile, Series};
use rayon::prelude::*;

use crate::outlook::cohorts::{
    Cohort, Content, Driver, Flows, InitialCohort, Lifetimes, MaterialContent, MaterialFlows, NegativeInflow, Product,
    UsedTrade, Warning, run,
};
use crate::outlook::error::OutlookError;
use crate::outlook::lifetime::{Lifetime, SurvivalTable};
use crate::outlook::time::{InflowAt, Periods};

/// Errors and warnings of more series than this are counted, not listed.
const MOST_SAID: usize = 100;

/// Flows of one series; lists have one value for each period.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesFlows {
    /// New goods.
    pub inflow: Vec<f64>,
    /// What leaves.
    pub outflow: Vec<f64>,
    /// In use at the end of the period.
    pub stock: Vec<f64>,
    /// Share of the first cohort that is left.
    pub survival: Vec<f64>,
    /// In use at the start of the first period.
    pub initial_stock: f64,
    /// Net imports of used goods; `None` where there are none.
    pub used_net_imports: Option<Vec<f64>>,
    /// Retired early; `None` where nothing was.
    pub retired: Option<Vec<f64>>,
    /// What is in it, in the order of [`ModelFile::contents_of`].
    pub materials: Vec<MaterialFlows>,
    /// By cohort, where asked for.
    pub cohorts: Option<Vec<Cohort>>,
    own_error: f64,
}

impl SeriesFlows {
    fn new(flows: Flows) -> Self {
        let some = |list: Vec<f64>| list.iter().any(|value| *value != 0.0).then_some(list);
        Self {
            inflow: flows.inflow,
            outflow: flows.outflow,
            stock: flows.stock,
            survival: flows.survival,
            initial_stock: flows.initial_stock,
            used_net_imports: some(flows.used_net_imports),
            retired: some(flows.retired),
            materials: flows.materials,
            cohorts: flows.cohorts,
            own_error: flows.balance_error,
        }
    }

    /// The largest imbalance of the series or of a material in it, as a part of its largest flow.
    pub fn balance_error(&self) -> f64 {
        self.materials.iter().map(|material| material.balance_error).fold(self.own_error, f64::max)
    }

    /// A material in it.
    pub fn material(&self, name: &str) -> Option<&MaterialFlows> {
        self.materials.iter().find(|material| material.material == name)
    }

    /// Its inflow, outflow and stock: of a material, or of the product itself.
    pub fn flows_of(&self, material: Option<&str>) -> Option<[&[f64]; 3]> {
        match material {
            None => Some([&self.inflow, &self.outflow, &self.stock]),
            Some(name) => self.material(name).map(|of| [&of.inflow[..], &of.outflow[..], &of.stock[..]]),
        }
    }
}

/// The periods of a model.
pub(super) fn periods(model: &ModelFile) -> Result<Periods, OutlookError> {
    let inflow_at = match model.time.inflow_at {
        file::InflowAt::Start => InflowAt::Start,
        file::InflowAt::Middle => InflowAt::Middle,
        file::InflowAt::End => InflowAt::End,
    };
    Periods::new(model.time.years.clone(), model.time.first_step, inflow_at)
}

/// Runs all series, side by side; results, warnings and errors are in the order of the file.
pub(super) fn run_all(
    model: &ModelFile,
    periods: &Periods,
    with_cohorts: bool,
) -> Result<(Vec<SeriesFlows>, Vec<Finding>), Vec<Finding>> {
    // What the engine gives is cut down at once: of a large model it is twice what is kept.
    let of_series = |series| {
        let flows: Flows = run_one(model, series, periods, with_cohorts)?;
        let warnings: Vec<Finding> = flows.warnings.iter().filter_map(|warning| warn(model, series, warning)).collect();
        Ok((SeriesFlows::new(flows), warnings))
    };
    let ran: Vec<Result<(SeriesFlows, Vec<Finding>), Finding>> = model.series.par_iter().map(of_series).collect();
    let mut all = Vec::with_capacity(ran.len());
    let (mut warnings, mut errors, mut unsaid) = (Vec::new(), Vec::new(), 0_usize);
    for one in ran {
        match one {
            Ok((flows, said)) => {
                all.push(flows);
                if warnings.len() < MOST_SAID {
                    warnings.extend(said);
                } else {
                    unsaid += said.len();
                }
            }
            Err(error) if errors.len() < MOST_SAID => errors.push(error),
            Err(_) => unsaid += 1,
        }
    }
    if unsaid > 0 {
        let says = format!("{unsaid} more series say the same");
        let list = if errors.is_empty() { &mut warnings } else { &mut errors };
        if let Some(last) = list.last().cloned() {
            list.push(Finding { says, ..last });
        }
    }
    if errors.is_empty() { Ok((all, warnings)) } else { Err(errors) }
}

fn run_one(model: &ModelFile, series: &Series, periods: &Periods, with_cohorts: bool) -> Result<Flows, Finding> {
    product(model, series, periods)
        .and_then(|product| run(periods, &product, with_cohorts))
        .map_err(|error| of_series(model, series, &error))
}

/// Runs one series without its cohorts.
pub(super) fn run_quietly(model: &ModelFile, series: &Series, periods: &Periods) -> Result<SeriesFlows, Finding> {
    run_one(model, series, periods, false).map(SeriesFlows::new)
}

/// An error of the engine at the place of its series.
fn of_series(model: &ModelFile, series: &Series, error: &OutlookError) -> Finding {
    let (code, hint) = match error {
        OutlookError::NegativeInflow { .. } => (
            "model-file.negative-inflow",
            "negative_inflow = \"retire\" lets all cohorts retire early by one factor; \"error\" is what stopped here",
        ),
        _ => ("model-file.not-run", "the message names the year and what to change"),
    };
    at(model, series.at, Finding::error(code, format!("{}: {error}", series.name)).hint(hint))
}

/// An error of the engine that is of no series.
pub(super) fn of_model(model: &ModelFile, error: &OutlookError) -> Finding {
    at(model, 0, Finding::error("model-file.not-run", error.to_string()).hint("look at [time]"))
}

fn warn(model: &ModelFile, series: &Series, warning: &Warning) -> Option<Finding> {
    match warning {
        // An empty list says that nothing stood there.
        Warning::NoInitialCohorts { .. } if series.initial_cohorts.is_some() => None,
        Warning::NoInitialCohorts { .. } => {
            let finding = Finding::warning("model-file.no-initial-cohorts", format!("{}: {warning}", series.name));
            let hint = "write initial_cohorts = [{ age = 5, value = 1.0 }, ...], or = [] if it is all new";
            Some(at(model, series.at, finding.hint(hint)))
        }
    }
}

/// A finding at a byte of the model file.
pub(super) fn at(model: &ModelFile, byte: usize, finding: Finding) -> Finding {
    let (line, column) = model.text.line_and_column(byte);
    finding.in_file(model.text.file()).at(line, column)
}

/// A series as the engine takes it.
fn product(model: &ModelFile, series: &Series, periods: &Periods) -> Result<Product, OutlookError> {
    let driver = match &series.driver {
        file::Driver::Stock(stock) => Driver::Stock(stock.clone()),
        file::Driver::Inflow(inflow) => Driver::Inflow(inflow.clone()),
    };
    let cohorts = series.initial_cohorts.iter().flatten();
    let trade = series.used_net_imports.iter();
    Ok(Product {
        driver,
        lifetimes: lifetimes(&series.lifetimes, periods)?,
        initial_cohorts: cohorts.map(|cohort| InitialCohort { age: cohort.age, value: cohort.value }).collect(),
        used_trade: trade.map(|of| UsedTrade { year: of.year, age: of.age, value: of.value }).collect(),
        negative_inflow: match series.negative_inflow {
            file::NegativeInflow::Error => NegativeInflow::Error,
            file::NegativeInflow::Retire => NegativeInflow::Retire,
        },
        contents: contents(model, series, periods),
    })
}

fn lifetimes(given: &file::Lifetimes, periods: &Periods) -> Result<Lifetimes, OutlookError> {
    let made: Vec<Lifetime> = given.list().iter().map(|(_, of)| lifetime(of)).collect::<Result<_, _>>()?;
    // The last that holds from the year on or before it, and the first before all.
    let in_year = |year: &i32| {
        let after = given.list().iter().take_while(|(from, _)| from <= year).count();
        made[after.saturating_sub(1)].clone()
    };
    Ok(match given {
        file::Lifetimes::ByCohort(_) => match made.as_slice() {
            [one] => Lifetimes::Same(one.clone()),
            _ => Lifetimes::ByCohort(periods.years().iter().map(in_year).collect()),
        },
        file::Lifetimes::ByYear(_) => Lifetimes::ByYear(periods.years().iter().map(in_year).collect()),
    })
}

fn lifetime(given: &file::Lifetime) -> Result<Lifetime, OutlookError> {
    match given {
        file::Lifetime::Fixed { years } => Lifetime::fixed(*years),
        file::Lifetime::Normal { mean, sd } => Lifetime::normal(*mean, *sd),
        file::Lifetime::FoldedNormal { mean, sd } => Lifetime::folded_normal(*mean, *sd),
        file::Lifetime::LogNormal { mean, sd } => Lifetime::log_normal(*mean, *sd),
        file::Lifetime::Weibull { shape, scale } => Lifetime::weibull(*shape, *scale),
        file::Lifetime::Gamma { shape, scale } => Lifetime::gamma(*shape, *scale),
        file::Lifetime::GammaOfMean { mean, sd } => Lifetime::gamma_of_mean(*mean, *sd),
        file::Lifetime::Exponential { mean } => Lifetime::exponential(*mean),
        file::Lifetime::Table { survival } => {
            let points: Vec<(f64, f64)> = (0u32..).map(f64::from).zip(survival.iter().copied()).collect();
            SurvivalTable::new(&points).map(Lifetime::table)
        }
    }
}

/// Everything in a series by vintage; cohorts from before the first period have what is made in the year in which it
/// begins.
fn contents(model: &ModelFile, series: &Series, periods: &Periods) -> Vec<MaterialContent> {
    if series.contents.is_empty() {
        return Vec::new();
    }
    let names = model.contents_of(series);
    let by_period: Vec<Vec<f64>> =
        periods.years().iter().map(|year| model.content_in(series, f64::from(*year))).collect();
    let begins = f64::from(periods.years()[0]) - periods.steps()[0];
    let before = model.content_in(series, begins);
    names
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let of_vintages: Vec<f64> = by_period.iter().map(|amounts| amounts[at]).collect();
            let same = of_vintages.iter().all(|amount| *amount == before[at]);
            let content = if same {
                Content::Constant(before[at])
            } else {
                Content::ByVintage { by_period: of_vintages, before: before[at] }
            };
            MaterialContent { material: (*name).to_owned(), content }
        })
        .collect()
}
