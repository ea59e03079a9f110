//! Survival of eight lanes, by age where steps are even, by cohort and period otherwise.

use std::array::from_fn;

use super::Eight;
use super::exp::exp;
use crate::outlook::error::OutlookError;
use crate::outlook::lifetime::{Curve, Lifetime};
use crate::outlook::time::Periods;

/// Ages of a cohort at the ends of the periods from its own on, the same for every cohort because steps are even.
#[derive(Debug, Clone, PartialEq)]
pub struct Ages {
    years: Vec<f64>,
    /// Natural logarithms of the ages; -infinity for age 0.
    logs: Vec<f64>,
}

impl Ages {
    /// The ages at the ends of periods of one length.
    ///
    /// # Errors
    /// [`OutlookError::StepsNotEven`].
    pub fn new(periods: &Periods) -> Result<Self, OutlookError> {
        periods.even_step()?;
        let years: Vec<f64> = (0..periods.len()).map(|t| periods.age(0, t)).collect();
        let logs = years.iter().map(|age| libm::log(*age)).collect();
        Ok(Self { years, logs })
    }

    /// In years, youngest first.
    pub fn years(&self) -> &[f64] {
        &self.years
    }

    /// Share surviving at each age, each lane with its own lifetime; `survival` has one row for each age.
    ///
    /// # Errors
    /// `survival` of another length than the ages, a survival table that ends too early.
    pub fn survival(&self, lifetimes: &[Lifetime; 8], survival: &mut [Eight]) -> Result<(), OutlookError> {
        self.survival_of(lifetimes.each_ref(), survival)
    }

    /// [`Ages::survival`] of lifetimes that do not stand side by side.
    pub(super) fn survival_of(&self, lifetimes: [&Lifetime; 8], survival: &mut [Eight]) -> Result<(), OutlookError> {
        let (given, expected) = (survival.len(), self.years.len());
        if given != expected {
            return Err(OutlookError::Length { what: "survival", given, expected });
        }
        if let Some((shape, log_scale)) = all_weibull(lifetimes) {
            for (log, row) in self.logs.iter().zip(survival) {
                *row = exp(exp(from_fn(|lane| shape[lane] * (log - log_scale[lane]))).map(|hazard| -hazard));
            }
            return Ok(());
        }
        let oldest = self.years[expected - 1];
        lifetimes.iter().try_for_each(|lifetime| lifetime.reaches(oldest))?;
        for (age, row) in self.years.iter().zip(survival) {
            *row = from_fn(|lane| lifetimes[lane].survival(*age));
        }
        Ok(())
    }
}

/// Shapes and logarithms of the scales, where all eight lifetimes are Weibull.
fn all_weibull(lifetimes: [&Lifetime; 8]) -> Option<(Eight, Eight)> {
    let (mut shapes, mut log_scales) = ([0.0; 8], [0.0; 8]);
    for (lane, lifetime) in lifetimes.iter().enumerate() {
        let Curve::Weibull { shape, scale } = lifetime.curve() else { return None };
        shapes[lane] = *shape;
        log_scales[lane] = libm::log(*scale);
    }
    Some((shapes, log_scales))
}

/// Survival as the kernels read it: for each cohort, shares left at the end of its own period and of every later one.
#[derive(Debug, Clone, Copy)]
pub enum Survival<'a> {
    /// One row for each age, as [`Ages::survival`] writes them. With fewer rows than periods nothing older is in use.
    ByAge(&'a [Eight]),
    /// Cohort by cohort, each from its own period on, as [`survival_by_cohort`] writes them.
    ByCohort(&'a [Eight]),
}

impl<'a> Survival<'a> {
    /// Shares left of the cohort of period `c` at the ends of periods `c..periods`.
    #[inline]
    pub(super) fn of(self, c: usize, periods: usize) -> &'a [Eight] {
        match self {
            Self::ByAge(rows) => &rows[..rows.len().min(periods - c)],
            Self::ByCohort(rows) => {
                let before = rows_by_cohort(periods) - rows_by_cohort(periods - c);
                &rows[before..before + periods - c]
            }
        }
    }
}

/// The rows up to the last in which anything survives in any lane: sums over the others add nothing.
pub fn in_use(survival: &[Eight]) -> &[Eight] {
    let last = survival.iter().rposition(|row| *row != [0.0; 8]);
    &survival[..last.map_or(1, |last| last + 1).min(survival.len())]
}

/// Number of rows that [`survival_by_cohort`] writes for so many periods.
pub fn rows_by_cohort(periods: usize) -> usize {
    periods * (periods + 1) / 2
}

/// Survival of the cohort of each period with a lifetime of its own (for each lane), for steps of any length.
///
/// # Errors
/// `survival` not [`rows_by_cohort`] long, a survival table that ends too early.
pub fn survival_by_cohort<'a>(
    periods: &Periods,
    lifetimes: impl Fn(usize) -> [&'a Lifetime; 8],
    survival: &mut [Eight],
) -> Result<(), OutlookError> {
    let (given, expected) = (survival.len(), rows_by_cohort(periods.len()));
    if given != expected {
        return Err(OutlookError::Length { what: "survival", given, expected });
    }
    let mut rows = survival.iter_mut();
    for c in 0..periods.len() {
        let lifetimes = lifetimes(c);
        let oldest = periods.age(c, periods.len() - 1);
        lifetimes.iter().try_for_each(|lifetime| lifetime.reaches(oldest))?;
        for (t, row) in (c..periods.len()).zip(&mut rows) {
            let age = periods.age(c, t);
            *row = from_fn(|lane| lifetimes[lane].survival(age));
        }
    }
    Ok(())
}
