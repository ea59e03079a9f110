//! When the decision may come: an ensemble over the lengths of the steps that remain.
//!
//! The lengths are assumptions (`permit-step` in the table of assumptions): triangular between shortest and longest with
//! the most likely length as mode. The step that is running is no shorter than it already lasts. It is an estimate, never
//! a time limit, and it does not depend on what the law says.

use adit_facts::Package;
use adit_facts::chain::Assumption;
use adit_facts::law::Date;
use adit_facts::law::clock_file::EventKind;
use adit_number::{Distribution, Family, stable_key, uniform};

use super::Process;
use super::counting::{days_between, shifted};
use super::steps::remaining;

/// A step that remains.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectedStep {
    /// Id, as `consultation`.
    pub id: String,
    /// What it is, in words.
    pub says: String,
    /// Its assumed length, in days.
    pub length: Assumption,
    /// Days that it already lasts; 0 for a step to come.
    pub lasts: i32,
}

/// The projection of the decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    /// The day, where the steps that remain take their most likely lengths.
    pub base: Date,
    /// Five of a hundred draws come earlier; `None` without draws.
    pub p5: Option<Date>,
    /// Median of the draws.
    pub p50: Option<Date>,
    /// Five of a hundred draws come later.
    pub p95: Option<Date>,
    /// Share of the draws on or before the day asked for.
    pub chance: Option<f64>,
    /// Share of the draws on or before the last day of the law.
    pub in_time: Option<f64>,
    /// The steps that remain.
    pub steps: Vec<ProjectedStep>,
    /// Draws.
    pub draws: usize,
}

/// Projects the decision of a process; `None` where it was taken, or an assumption is missing.
pub fn project(
    process: &Process,
    package: &Package,
    draws: usize,
    seed: u64,
    before: Option<Date>,
    limit: Option<Date>,
) -> Option<Projection> {
    if process.day(EventKind::ComprehensiveDecision).is_some_and(|day| day <= process.as_of) {
        return None;
    }
    let (from, kinds) = remaining(process);
    let lasting = days_between(from, process.as_of).max(0);
    let mut steps = Vec::with_capacity(kinds.len());
    for (at, kind) in kinds.into_iter().enumerate() {
        let length = package.assumption(&format!("permit-step/{}", kind.id()))?;
        let lasts = if at == 0 { lasting } else { 0 };
        steps.push(ProjectedStep { id: kind.id().to_owned(), says: length.says.clone(), length, lasts });
    }
    let base = steps.iter().map(|step| remains(step.length.value.number.value, step.lasts)).sum();
    let mut ends: Vec<i32> =
        (0..draws).map(|draw| steps.iter().map(|step| drawn(step, process, seed, draw)).sum()).collect();
    ends.sort_unstable();
    let day = |days: i32| shifted(process.as_of, days);
    let quantile = |share: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of a count of draws is a place in it"
        )]
        let place = ((ends.len().saturating_sub(1)) as f64 * share).round() as usize;
        ends.get(place).map(|days| day(*days))
    };
    let share = |until: Date| {
        let within = ends.partition_point(|days| day(*days) <= until);
        (draws > 0).then(|| within as f64 / draws as f64)
    };
    Some(Projection {
        base: day(base),
        p5: quantile(0.05),
        p50: quantile(0.5),
        p95: quantile(0.95),
        chance: before.and_then(share),
        in_time: limit.and_then(share),
        steps,
        draws,
    })
}

/// Whole days that remain of a length when so many have passed; a step that outlasts it may end tomorrow.
fn remains(length: f64, lasts: i32) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "lengths are a few thousand days")]
    let days = length.round() as i32;
    if lasts == 0 { days } else { (days - lasts).max(1) }
}

/// Days that remain of a step in a draw: its length is drawn from what is left of the distribution above the days that it
/// already lasts. One key for each project and step, so that two readings share their draws.
fn drawn(step: &ProjectedStep, process: &Process, seed: u64, draw: usize) -> i32 {
    let (low, mode, high) = (step.length.low, step.length.value.number.value, step.length.high);
    let Ok(lengths) = Distribution::new(Family::Triangular { low, mode, high }) else {
        return remains(mode, step.lasts);
    };
    let key = stable_key(&format!("permit-step/{}/{}", step.id, process.project.name));
    let u = uniform(seed, draw as u64, key);
    let passed = lengths.cdf(f64::from(step.lasts));
    if passed >= 1.0 {
        return 1;
    }
    remains(lengths.quantile(passed + (1.0 - passed) * u), step.lasts)
}
