//! Why there are no stocks and flows.

use thiserror::Error;

/// Why there are no stocks and flows: what, where (year or place in a list), and how to mend it.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum OutlookError {
    /// No years at all.
    #[error("no years are given; an outlook needs at least one")]
    NoYears,
    /// More periods than an engine that is quadratic in them can carry.
    #[error("{0} periods are too many; at most {max} can be run, so take longer steps", max = super::time::MOST_PERIODS)]
    TooManyPeriods(usize),
    /// The years do not rise.
    #[error("year {next} follows {year}; years must rise, each later than the one before it")]
    YearsNotRising {
        /// The year before.
        year: i32,
        /// The year that is not later.
        next: i32,
    },
    /// A list has another length than the years.
    #[error("{what} has {given} values for {expected} periods; give one for each")]
    Length {
        /// Which list.
        what: &'static str,
        /// Its length.
        given: usize,
        /// Number of periods.
        expected: usize,
    },
    /// Not a number, infinite, beyond reckoning, or below zero.
    #[error("{what} of {year} is {value}; it must be a number from 0 to 1e250")]
    NotAnAmount {
        /// Which list.
        what: &'static str,
        /// Year of the period.
        year: i32,
        /// The value given.
        value: f64,
    },
    /// A parameter that a lifetime cannot have.
    #[error("a {lifetime} lifetime cannot have {parameter} {value}; {hint}")]
    Lifetime {
        /// Which distribution.
        lifetime: &'static str,
        /// Which parameter.
        parameter: &'static str,
        /// The value given.
        value: f64,
        /// What it may be.
        hint: &'static str,
    },
    /// A survival table that is none.
    #[error("the survival table has {value} at age {age}; {hint}")]
    SurvivalTable {
        /// Age in years.
        age: f64,
        /// Share surviving, or the age itself where that is wrong.
        value: f64,
        /// What it must be.
        hint: &'static str,
    },
    /// A survival table says nothing about an age that is reached.
    #[error(
        "the survival table ends at age {last} with {share} still in use, but age {needed} is reached; carry it on, or end it with 0"
    )]
    SurvivalTableTooShort {
        /// Last age of the table.
        last: f64,
        /// Share surviving then.
        share: f64,
        /// Age that is reached.
        needed: f64,
    },
    /// Goods that cannot be as old as they are said to be.
    #[error(
        "{what} of {year} are said to be {age} years old, which no good of this lifetime reaches; give a smaller age or a longer lifetime"
    )]
    TooOld {
        /// Initial cohorts, or imports of used goods.
        what: &'static str,
        /// Year of the period.
        year: i32,
        /// Age in years.
        age: f64,
    },
    /// An age, a value or a year of a cohort makes no sense.
    #[error("{what} {value} makes no sense; {hint}")]
    NotSensible {
        /// What.
        what: &'static str,
        /// The value given.
        value: f64,
        /// What would.
        hint: &'static str,
    },
    /// More used goods leave than there are.
    #[error(
        "{exported} of age {age} are exported in {year}, but only {standing} of that age are in use; lower the export, or give the initial cohorts"
    )]
    ExportsTooLarge {
        /// Year of the period.
        year: i32,
        /// Age in years.
        age: f64,
        /// Exports.
        exported: f64,
        /// In use at that moment.
        standing: f64,
    },
    /// The stock falls faster than its goods leave.
    #[error(
        "the stock of {year} would need an inflow of {inflow}; let goods retire early (negative_inflow = \"retire\"), raise the stock, or shorten the lifetime"
    )]
    NegativeInflow {
        /// Year of the period.
        year: i32,
        /// The inflow that the stock would need.
        inflow: f64,
    },
    /// Nothing of an inflow is left at the end of its own period.
    #[error(
        "of the inflow of {year} only a share of {share} is still in use at the end of its period, so no inflow gives the stock; take a longer lifetime, a later inflow (inflow_at) or shorter steps"
    )]
    NothingSurvives {
        /// Year of the period.
        year: i32,
        /// Share surviving.
        share: f64,
    },
    /// Kernels by age need even steps.
    #[error(
        "survival by age needs even steps, but the period of {year} lasts {step} years and the first {first}; use the survival by period and cohort"
    )]
    StepsNotEven {
        /// Year of the period.
        year: i32,
        /// Its length.
        step: f64,
        /// Length of the first.
        first: f64,
    },
    /// One of many series or draws.
    #[error("series {series} (counted from 0): {error}")]
    InSeries {
        /// Which, counted from 0.
        series: usize,
        /// What is wrong with it.
        error: Box<OutlookError>,
    },
}
