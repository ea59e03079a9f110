//! What a period does to a cohort.

use super::given::Lifetimes;
use crate::outlook::error::OutlookError;
use crate::outlook::lifetime::Lifetime;
use crate::outlook::time::Periods;

/// Survival of the cohorts of one product. Moments are years after the end of the first period, so that differences of
/// whole and half years are exact.
pub(super) struct Ageing<'a> {
    periods: &'a Periods,
    lifetimes: &'a Lifetimes,
    /// Survival at the end of the own period, of the next, ...: all that new goods need where steps are even and the
    /// lifetime is one.
    by_age: Option<Vec<f64>>,
}

/// The life of one cohort, without its amount.
#[derive(Debug, Clone, Copy)]
pub(super) struct Life {
    /// Moment at which it was new.
    pub born: f64,
    /// Period in which it was new; `None` before the first.
    pub period: Option<usize>,
    /// Share of its survival curve at entry: 1 for new goods, the survival at their age for others.
    at_entry: f64,
    /// Share left of what entered.
    pub share: f64,
}

impl<'a> Ageing<'a> {
    pub(super) fn new(periods: &'a Periods, lifetimes: &'a Lifetimes) -> Self {
        let by_age = match lifetimes {
            Lifetimes::Same(lifetime) if periods.even_step().is_ok() => {
                Some((0..periods.len()).map(|t| lifetime.survival(periods.age(0, t))).collect())
            }
            _ => None,
        };
        Self { periods, lifetimes, by_age }
    }

    /// The moment at which period `t` ends.
    pub(super) fn end(&self, t: usize) -> f64 {
        self.periods.between(0, t)
    }

    /// The moment at which period `t` starts.
    pub(super) fn start(&self, t: usize) -> f64 {
        self.end(t) - self.periods.steps()[t]
    }

    /// The moment at which an inflow of period `t` comes.
    pub(super) fn entry(&self, t: usize) -> f64 {
        self.end(t) - self.periods.own(t)
    }

    /// New goods of period `t` at its end.
    pub(super) fn new_goods(&self, t: usize) -> Result<Life, OutlookError> {
        let lifetime = self.curve(Some(t), t);
        let life = Life { born: self.entry(t), period: Some(t), at_entry: 1.0, share: 1.0 };
        self.known(&life, t)?;
        let share = match &self.by_age {
            Some(by_age) => by_age[0],
            None => lifetime.survival(self.periods.own(t)),
        };
        Ok(Life { share, ..life })
    }

    /// Goods that enter at an age, at a moment of period `t`; `None` where none live so long.
    pub(super) fn used_goods(&self, age: f64, moment: f64, t: usize) -> Result<Option<Life>, OutlookError> {
        let born = moment - age;
        let period = self.period_of(born);
        let life = Life { born, period, at_entry: self.curve(period, t).survival(age), share: 1.0 };
        self.known(&life, t)?;
        Ok((life.at_entry > 0.0).then_some(life))
    }

    /// What is left of a cohort when the time from `from` to `to`, both in period `t`, has passed.
    pub(super) fn later(&self, life: &Life, from: f64, to: f64, t: usize) -> Life {
        let curve = self.curve(life.period, t);
        let share = match (self.lifetimes, &self.by_age, life.period) {
            (Lifetimes::ByYear(_), ..) => {
                let standing = curve.survival(from - life.born);
                let left = curve.survival(to - life.born);
                if standing > 0.0 { life.share * (left / standing) } else { 0.0 }
            }
            (_, Some(by_age), Some(c)) if self.is_new(life, c) && to == self.end(t) => by_age[t - c],
            _ => curve.survival(to - life.born) / life.at_entry,
        };
        // Curves fall, but their last digit may not.
        Life { share: share.min(life.share), ..*life }
    }

    /// Whether a cohort of period `c` came as new goods.
    fn is_new(&self, life: &Life, c: usize) -> bool {
        life.at_entry == 1.0 && life.born == self.entry(c)
    }

    /// The lifetime of a cohort in period `t`.
    fn curve(&self, cohort: Option<usize>, t: usize) -> &Lifetime {
        match self.lifetimes {
            Lifetimes::Same(lifetime) => lifetime,
            Lifetimes::ByCohort(lifetimes) => &lifetimes[cohort.unwrap_or(0)],
            Lifetimes::ByYear(lifetimes) => &lifetimes[t],
        }
    }

    /// Whether the curves say something about every age that the cohort reaches from period `t` on.
    fn known(&self, life: &Life, t: usize) -> Result<(), OutlookError> {
        let last = self.periods.len() - 1;
        let from = if matches!(self.lifetimes, Lifetimes::ByYear(_)) { t } else { last };
        (from..=last).try_for_each(|t| self.curve(life.period, t).reaches(self.end(t) - life.born))
    }

    /// The period in which goods were new: the one in which their moment lies, a moment between two belonging to the
    /// one whose inflow comes then.
    fn period_of(&self, born: f64) -> Option<usize> {
        let mut periods = 0..self.periods.len();
        if self.periods.own(0) == self.periods.steps()[0] {
            return periods.rev().find(|t| self.start(*t) <= born + SAME);
        }
        if born <= self.start(0) + SAME {
            return None;
        }
        periods.find(|t| born <= self.end(*t) + SAME)
    }
}

/// Moments nearer to one another than this many years are one.
pub(super) const SAME: f64 = 1e-9;
