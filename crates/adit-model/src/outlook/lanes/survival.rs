//! Survival by age.

use super::Eight;
use crate::outlook::error::OutlookError;
use crate::outlook::lifetime::Lifetime;
use crate::outlook::time::Periods;

/// Share surviving at the end of the own period, of the next, and so on: `survival[k]` is that of the age of a cohort
/// `k` periods after the one in which it came, each lane with its own lifetime. `survival` has one row for each period.
///
/// # Errors
/// Steps that are not even, `survival` of another length than the periods, a survival table that ends too early.
pub fn survival_by_age(
    periods: &Periods,
    lifetimes: &[Lifetime; 8],
    survival: &mut [Eight],
) -> Result<(), OutlookError> {
    periods.even_step()?;
    let (given, expected) = (survival.len(), periods.len());
    if given != expected {
        return Err(OutlookError::Length { what: "survival", given, expected });
    }
    let oldest = periods.age(0, expected - 1);
    lifetimes.iter().try_for_each(|lifetime| lifetime.reaches(oldest))?;
    for (t, row) in survival.iter_mut().enumerate() {
        let age = periods.age(0, t);
        *row = std::array::from_fn(|lane| lifetimes[lane].survival(age));
    }
    Ok(())
}
