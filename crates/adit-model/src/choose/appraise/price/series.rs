//! The process of each series of prices of the facts.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use adit_facts::Package;
use adit_number::{Ranged, Rule};

use crate::choose::appraise::plan::ProjectPlan;
use crate::workings::{Input, Workings};

use super::calibrate::{AROUND, Calibration, FEW_YEARS, SPEED, UNIT_ROOT, VOLATILITY, calibrate};
use super::process::PriceProcess;

/// Real prices.
pub static REAL_PRICE: Rule = Rule {
    id: "appraise.price-real",
    says: "Yearly price in US dollars of the latest year, by the unit value of manufactures",
    formula: "price(t) × MUV(latest) / MUV(t)",
    unit: "USD/t",
    source: "World Bank, Commodity Markets (Pink Sheet), manufactures unit value index",
};

/// Speed borrowed from long series.
pub static BORROWED: Rule = Rule {
    id: "appraise.price-borrowed",
    says: "Series of fewer than 20 years do not show how fast prices return: the speed is the median of the long series, and the spread that of the own prices, widened by its standard error",
    formula: "κ = median of the long series; σ = spread × (1 + 1 / √(2 (n − 1))) × √(2κ)",
    unit: "per year",
    source: "Choice of adit; stationary variance σ² / 2κ: Schwartz (1997), model 1",
};

/// Which process is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProcessAsked {
    /// Prices return to their level.
    #[default]
    MeanReverting,
    /// Prices walk without return.
    Geometric,
    /// Prices stand still.
    Constant,
}

/// The process of each price of the plans, by the key of the product.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PriceModels {
    /// By key of the product's price.
    pub processes: BTreeMap<String, PriceProcess>,
    /// Calibration of each series that is used.
    pub calibrations: BTreeMap<String, Calibration>,
    /// What a reader must know, by series.
    pub notes: BTreeMap<String, String>,
}

/// Real yearly prices of a series, earliest first.
fn real_prices(package: &Package, series: &str) -> Vec<(u16, f64)> {
    let Some((_, latest)) = package.latest_price_index("muv") else { return Vec::new() };
    let real = |price: adit_facts::choose::prices::PriceFacts| {
        let index = package.price_index("muv", price.year)?;
        Some((price.year, price.price.number.value * latest.number.value / index.number.value))
    };
    package.prices(series).into_iter().filter_map(real).collect()
}

/// The processes of the prices of plans, calibrated to the facts; a price without a series stands still, and so does one
/// whose series is too short. Calibrations are written into `workings`.
pub fn price_models(
    package: &Package,
    plans: &[ProjectPlan],
    asked: ProcessAsked,
    workings: &mut Workings,
) -> PriceModels {
    let mut models = PriceModels::default();
    if asked == ProcessAsked::Constant {
        return models;
    }
    let borrowed = median_speed(package);
    let of = |plan: &'_ ProjectPlan| plan.project.clone();
    let keys =
        plans.iter().flat_map(|plan| plan.products.iter().map(move |product| (of(plan), product.price_key.as_str())));
    for (project, key) in keys {
        if models.processes.contains_key(key) {
            continue;
        }
        let prices: Vec<f64> = real_prices(package, key).into_iter().map(|(_, price)| price).collect();
        let Some(calibration) = calibrate(&prices) else { continue };
        let process = process(&calibration, asked, borrowed);
        models.notes.insert(key.to_owned(), says(&calibration, process));
        let path = format!("{project}/{key}");
        write((&path, key), &calibration, process, (borrowed, facts(package, key)), workings);
        models.processes.insert(key.to_owned(), process);
        models.calibrations.insert(key.to_owned(), calibration);
    }
    models
}

/// Median speed of the series that are long enough.
fn median_speed(package: &Package) -> Option<f64> {
    let speed = |series: &adit_facts::choose::prices::PriceSeriesFacts| {
        let prices: Vec<f64> = real_prices(package, &series.id).into_iter().map(|(_, price)| price).collect();
        if prices.len() < FEW_YEARS {
            return None;
        }
        calibrate(&prices)?.reverting?.speed
    };
    let mut speeds: Vec<f64> = package.price_series().iter().filter_map(speed).collect();
    speeds.sort_by(f64::total_cmp);
    speeds.get(speeds.len() / 2).copied()
}

fn process(calibration: &Calibration, asked: ProcessAsked, borrowed: Option<f64>) -> PriceProcess {
    let widened = |deviation: f64| deviation * (1.0 + 1.0 / (2.0 * (calibration.years as f64 - 1.0)).sqrt());
    let few = calibration.years < FEW_YEARS;
    let walk = || {
        let volatility = calibration.geometric.volatility;
        PriceProcess::Geometric { volatility: if few { widened(volatility) } else { volatility } }
    };
    if asked != ProcessAsked::MeanReverting {
        return walk();
    }
    let own = calibration.reverting.and_then(|found| Some((found.speed?, found.volatility?)));
    match (few, own, borrowed) {
        (false, Some((speed, volatility)), _) => PriceProcess::MeanReverting { speed, volatility },
        (true, _, Some(speed)) => {
            PriceProcess::MeanReverting { speed, volatility: widened(calibration.spread) * (2.0 * speed).sqrt() }
        }
        _ => walk(),
    }
}

/// How the calibration is to be read.
fn says(calibration: &Calibration, process: PriceProcess) -> String {
    let years = calibration.years;
    let mut says = format!("Calibrated to {years} yearly real prices.");
    if years < FEW_YEARS {
        says.push_str(" That is too few to say how prices return: the speed is borrowed from the long series, and the spread is widened by its standard error.");
    } else if let Some(found) = calibration.reverting {
        if found.statistic < found.critical {
            says.push_str(" A walk without return is excluded at 5 %.");
        } else {
            says.push_str(
                " A walk without return cannot be excluded at 5 %: bands of long lives may be wider than shown.",
            );
        }
    }
    if let Some(half) = process.half_life() {
        let _ = write!(says, " Half of a deviation is gone in {half:.1} years.");
    }
    says
}

/// The prices of a series and the index that makes them real, as inputs.
fn facts(package: &Package, series: &str) -> Vec<Input> {
    let of = |price: adit_facts::choose::prices::PriceFacts| {
        let index = package.price_index("muv", price.year)?;
        Some([Input::Fact(price.price), Input::Fact(index)])
    };
    package.prices(series).into_iter().filter_map(of).flatten().collect()
}

/// The volatility that draws use, and what speaks for and against a price that returns.
fn write(
    (path, key): (&str, &str),
    calibration: &Calibration,
    process: PriceProcess,
    (borrowed, mut prices): (Option<f64>, Vec<Input>),
    workings: &mut Workings,
) {
    let stated =
        |label: &str, value: f64, unit: &'static str| Input::Stated { label: label.into(), value, unit, id: None };
    let years = stated("Yearly real prices", calibration.years as f64, "years");
    prices.push(years.clone());
    let walk = calibration.geometric;
    let (number, rule) = match process {
        PriceProcess::Constant => (Ranged::point(0.0), &VOLATILITY),
        PriceProcess::Geometric { volatility } => {
            let error = 1.96 * walk.volatility_error;
            (Ranged::new(volatility, (volatility - error).max(0.0), volatility + error), &VOLATILITY)
        }
        PriceProcess::MeanReverting { volatility, .. } => (Ranged::point(volatility), &AROUND),
    };
    let id = format!("appraise.price-volatility/{path}");
    let volatility = workings.number(id, format!("Volatility of the price, {key}"), number, rule, prices);
    workings.note(&volatility, says(calibration, process));
    if let Some(found) = calibration.reverting {
        workings.number(
            format!("appraise.unit-root/{path}"),
            format!("Dickey-Fuller statistic, {key}"),
            Ranged::point(found.statistic),
            &UNIT_ROOT,
            vec![stated("5 % value", found.critical, "factor"), stated("b", found.kept, "factor"), years.clone()],
        );
    }
    if let PriceProcess::MeanReverting { speed, .. } = process {
        let few = calibration.years < FEW_YEARS;
        let rule = if few { &BORROWED } else { &SPEED };
        let label = format!("Speed at which the price returns, {key}");
        let mut inputs = vec![years];
        inputs
            .extend(borrowed.filter(|_| few).map(|speed| stated("Median speed of the long series", speed, "per year")));
        workings.number(format!("{}/{path}", rule.id), label, Ranged::point(speed), rule, inputs);
    }
}
