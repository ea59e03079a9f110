//! Whether what is given can be run at all.

use super::given::{Content, Lifetimes, Product};
use crate::outlook::error::OutlookError;
use crate::outlook::time::Periods;

/// Amounts above this are refused, so that no sum or ratio of them leaves what a number can hold.
pub const LARGEST_AMOUNT: f64 = 1e250;

pub(super) fn check(periods: &Periods, product: &Product) -> Result<(), OutlookError> {
    let driver = match &product.driver {
        super::Driver::Inflow(_) => "inflow",
        super::Driver::Stock(_) => "stock",
    };
    amounts(periods, driver, product.driver.values())?;
    if let Lifetimes::ByCohort(lifetimes) | Lifetimes::ByYear(lifetimes) = &product.lifetimes {
        length(periods, "lifetimes", lifetimes.len())?;
    }
    for cohort in &product.initial_cohorts {
        sensible("the age of an initial cohort", cohort.age, "give years, 0 or more")?;
        sensible("the value of an initial cohort", cohort.value, "give an amount from 0 to 1e250")?;
    }
    for trade in &product.used_trade {
        if periods.find(trade.year).is_none() {
            let hint = "used goods are traded in a year of the outlook";
            return Err(OutlookError::NotSensible { what: "the year of used trade", value: trade.year.into(), hint });
        }
        if !(trade.age > 0.0 && trade.age.is_finite()) {
            let hint = "used goods are older than 0; new ones belong to the inflow";
            return Err(OutlookError::NotSensible { what: "the age of used goods", value: trade.age, hint });
        }
        if !(-LARGEST_AMOUNT..=LARGEST_AMOUNT).contains(&trade.value) {
            let hint = "give imports less exports, at most 1e250";
            return Err(OutlookError::NotSensible { what: "the value of used goods", value: trade.value, hint });
        }
    }
    for of in &product.contents {
        match &of.content {
            Content::Constant(content) => content_sensible(*content)?,
            Content::ByVintage { by_period, before } => {
                amounts(periods, "content", by_period)?;
                content_sensible(*before)?;
            }
        }
    }
    Ok(())
}

fn amounts(periods: &Periods, what: &'static str, values: &[f64]) -> Result<(), OutlookError> {
    length(periods, what, values.len())?;
    match values.iter().position(|value| !(0.0..=LARGEST_AMOUNT).contains(value)) {
        None => Ok(()),
        Some(t) => Err(OutlookError::NotAnAmount { what, year: periods.years()[t], value: values[t] }),
    }
}

fn length(periods: &Periods, what: &'static str, given: usize) -> Result<(), OutlookError> {
    let expected = periods.len();
    if given == expected { Ok(()) } else { Err(OutlookError::Length { what, given, expected }) }
}

fn content_sensible(content: f64) -> Result<(), OutlookError> {
    sensible("a content", content, "give an amount for one unit of the product, from 0 to 1e250")
}

fn sensible(what: &'static str, value: f64, hint: &'static str) -> Result<(), OutlookError> {
    if (0.0..=LARGEST_AMOUNT).contains(&value) {
        return Ok(());
    }
    Err(OutlookError::NotSensible { what, value, hint })
}
