//! Survival as the user states it.

use std::sync::Arc;

use crate::outlook::error::OutlookError;

/// Shares surviving at ages, straight lines between them. Goods older than the last age are all gone where its share is
/// 0; otherwise the table says nothing about them, and a model that reaches such an age is refused.
#[derive(Debug, Clone, PartialEq)]
pub struct SurvivalTable {
    /// Age in years and share, by age; the first age is 0.
    points: Arc<[(f64, f64)]>,
}

impl SurvivalTable {
    /// A table of (age in years, share surviving), ages rising from 0.
    ///
    /// # Errors
    /// [`OutlookError::SurvivalTable`]: no points, ages that do not start at 0 or do not rise, shares outside 0..1, a
    /// share that rises with age.
    pub fn new(points: &[(f64, f64)]) -> Result<Self, OutlookError> {
        let wrong = |age: f64, value: f64, hint| Err(OutlookError::SurvivalTable { age, value, hint });
        let Some(first) = points.first() else {
            return wrong(0.0, f64::NAN, "give at least the share surviving at age 0");
        };
        if first.0 != 0.0 {
            return wrong(first.0, first.1, "the first age must be 0");
        }
        for (age, share) in points {
            if !(0.0..=1.0).contains(share) {
                return wrong(*age, *share, "a share surviving lies in 0..1");
            }
            if !age.is_finite() {
                return wrong(*age, *share, "ages are finite numbers of years");
            }
        }
        for pair in points.windows(2) {
            if pair[1].0 <= pair[0].0 {
                return wrong(pair[1].0, pair[1].1, "ages must rise, each above the one before it");
            }
            if pair[1].1 > pair[0].1 {
                return wrong(pair[1].0, pair[1].1, "survival cannot rise with age; nothing that left comes back");
            }
        }
        Ok(Self { points: points.into() })
    }

    /// Share surviving at an age of 0 or more.
    pub(super) fn survival(&self, age: f64) -> f64 {
        let after = self.points.partition_point(|(at, _)| *at <= age);
        let Some((from, high)) = after.checked_sub(1).map(|at| self.points[at]) else {
            return self.points[0].1;
        };
        match self.points.get(after) {
            None => high,
            Some((to, low)) => high - (high - low) * ((age - from) / (to - from)),
        }
    }

    pub(super) fn reaches(&self, age: f64) -> Result<(), OutlookError> {
        let (last, share) = self.points[self.points.len() - 1];
        if age <= last || share == 0.0 {
            return Ok(());
        }
        Err(OutlookError::SurvivalTableTooShort { last, share, needed: age })
    }
}
