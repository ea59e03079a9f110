//! The benchmarks drawn: projects that produce or fail, start late, ramp up slowly, and a demand that is not known.
//!
//! A draw's random number depends on the seed, the draw and the stable key of what is drawn, so that scenarios share
//! their draws. Projects of one promoter share theirs: failures within one promoter are dependent.

use adit_number::{Ranged, stable_key, uniform};
use rayon::prelude::*;

use super::{AIMS, EntryModel, STAGES, StageModel, StepModel};
use crate::chain::pipeline::{Assumed, Plan, standing_part};

/// What the draws say.
#[derive(Debug, Clone, PartialEq)]
pub struct Ensemble {
    /// Share of draws in which each entry meets each aim; `None` where its share is unknown.
    pub probability: Vec<[Option<f64>; 3]>,
    /// Overall figure by tonnes at the 5th, 50th and 95th percentile, by stage.
    pub by_tonnes: [Option<[f64; 3]>; 3],
    /// Share of draws in which the overall figure by tonnes reaches the aim.
    pub overall: [Option<f64>; 3],
}

/// One draw: shares, tonnes and consumption of every entry and stage.
type Drawn = Vec<[Option<(f64, f64, f64)>; 3]>;

/// Draws the benchmarks of a year; the same bits on any number of threads.
pub fn ensemble(entries: &[EntryModel], year: u16, without: &[String], draws: usize, seed: u64) -> Ensemble {
    let all: Vec<Drawn> = (0..draws)
        .into_par_iter()
        .map(|draw| {
            let dice = Dice { seed, draw: draw as u64 };
            entries.iter().map(|entry| dice.entry(entry, year, without)).collect()
        })
        .collect();
    let count = |values: &dyn Fn(&Drawn) -> Option<bool>| {
        let hits: Vec<bool> = all.iter().filter_map(values).collect();
        let share = hits.iter().filter(|hit| **hit).count() as f64 / hits.len() as f64;
        (!hits.is_empty()).then_some(share)
    };
    let probability = (0..entries.len())
        .map(|at| std::array::from_fn(|stage| count(&|drawn| drawn[at][stage].map(|(share, ..)| share >= AIMS[stage]))))
        .collect();
    let totals: [Vec<f64>; 3] = std::array::from_fn(|stage| {
        let total = |drawn: &Drawn| {
            let known = drawn.iter().filter_map(|entry| entry[stage]).filter(|(_, _, used)| *used > 0.0);
            let (made, used) = known.fold((0.0, 0.0), |sum, one| (sum.0 + one.1, sum.1 + one.2));
            (used > 0.0).then(|| made / used)
        };
        let mut found: Vec<f64> = all.iter().filter_map(total).collect();
        found.sort_by(f64::total_cmp);
        found
    });
    Ensemble {
        probability,
        by_tonnes: std::array::from_fn(|stage| percentiles(&totals[stage])),
        overall: std::array::from_fn(|stage| {
            let (hits, of) = (totals[stage].iter().filter(|t| **t >= AIMS[stage]).count(), totals[stage].len());
            (of > 0).then(|| hits as f64 / of as f64)
        }),
    }
}

/// The 5th, 50th and 95th percentile by the nearest rank.
fn percentiles(sorted: &[f64]) -> Option<[f64; 3]> {
    let last = sorted.len().checked_sub(1)?;
    let at = |percent: usize| sorted[(last * percent + 50) / 100];
    Some([at(5), at(50), at(95)])
}

/// The random numbers of one draw.
struct Dice {
    seed: u64,
    draw: u64,
}

impl Dice {
    fn u(&self, key: &str) -> f64 {
        uniform(self.seed, self.draw, stable_key(key))
    }

    /// Uniform between the limits; the value where a limit is open.
    fn within(&self, number: Ranged, key: &str) -> f64 {
        let (low, high) = (number.low(), if number.high().is_finite() { number.high() } else { number.value });
        low + (high - low) * self.u(key)
    }

    fn assumed(&self, assumed: &Assumed, key: &str) -> f64 {
        self.within(assumed.number, key)
    }

    fn entry(&self, entry: &EntryModel, year: u16, without: &[String]) -> [Option<(f64, f64, f64)>; 3] {
        let consumption = entry.consumption.as_ref().map(|consumption| {
            let base = self.within(consumption.tonnes.number, &format!("consumption/{}", entry.id));
            let rate = |rate: Ranged| self.within(rate, &format!("growth/{}", entry.id));
            base * entry.growth.drawn(consumption.years.1, year, rate)
        });
        std::array::from_fn(|at| {
            // Draws are of what is known: an entry without a share has none in any draw.
            let known = entry.share(at, year, without)?;
            if known.tonnes.high() == 0.0 {
                return Some((0.0, 0.0, consumption.unwrap_or(0.0)));
            }
            let used = consumption?;
            let stage = &entry.stages[at];
            let planned = || stage.steps.iter().map(|step| self.plans(&step.plans, year, without)).sum::<f64>();
            let by_rate = stage.proxy.map(|rate| {
                let number = Ranged::new(rate.number.value, rate.number.low, rate.number.high);
                self.within(number, &format!("eol-rir/{}", entry.id)) * used + planned()
            });
            let made = match (self.capacity(stage, &entry.id, year, without), by_rate) {
                (Some(capacity), Some(rate)) => capacity.max(rate),
                (capacity, rate) => capacity.or(rate)?,
            };
            Some((made / used, made, used))
        })
    }

    fn capacity(&self, stage: &StageModel, entry: &str, year: u16, without: &[String]) -> Option<f64> {
        let mut smallest: Option<f64> = None;
        for step in &stage.steps {
            let made = self.step(step, year, without)?;
            smallest = Some(smallest.map_or(made, |least| least.min(made)));
        }
        let recovery = stage.recovery.as_ref();
        let recovery = recovery.map_or(1.0, |r| self.assumed(r, &format!("recovery/{entry}/{}", stage.stage)));
        smallest.map(|made| made * recovery)
    }

    fn step(&self, step: &StepModel, year: u16, without: &[String]) -> Option<f64> {
        let existing = step.existing.as_ref().map(|(now, _)| self.within(now.number, &now.id));
        if existing.is_none() && step.plans.is_empty() {
            return None;
        }
        let made = existing.unwrap_or(0.0) + self.plans(&step.plans, year, without);
        let cap = step.host.as_ref().and_then(|host| {
            let content = self.assumed(&host.content, &format!("content/{}", step.names.path));
            self.step(&host.step, year, without).map(|host| host * content)
        });
        Some(cap.map_or(made, |cap| made.min(cap)))
    }

    fn plans(&self, plans: &[Plan], year: u16, without: &[String]) -> f64 {
        plans.iter().filter(|plan| !without.contains(&plan.project)).map(|plan| self.plan(plan, year)).sum()
    }

    fn plan(&self, plan: &Plan, year: u16) -> f64 {
        let probability = self.assumed(&plan.probability, &format!("probability/{}", plan.promoter));
        let produces = self.u(&format!("promoter/{}", plan.promoter)) < probability;
        let Some(start) = plan.start.filter(|_| produces) else { return 0.0 };
        let delay = self.assumed(&plan.delay, &format!("delay/{}", plan.project));
        let ramp = self.assumed(&plan.ramp, &format!("ramp/{}", plan.project));
        let stands = standing_part(f64::from(year), f64::from(start), delay, ramp);
        self.within(plan.tonnes, &format!("tonnes/{}", plan.project)) * stands
    }
}

const _: () = assert!(STAGES.len() == AIMS.len());
