//! Recycling capacity by the Chain room: what stands and what is planned, as `adit benchmarks` counts it, year by year,
//! and in draws.
//!
//! Keys and laws of the draws are those of the benchmarks' ensemble, so that with plain sampling and one seed both draw
//! the same recyclers: projects of one promoter produce or fail together; capacity, delay and ramp-up are uniform within
//! their ranges.

use adit_facts::Material;
use adit_facts::outlook::cases::CaseFacts;
use adit_number::{Ranged, stable_key};

use super::results::CapacityBasis;
use crate::chain::benchmarks::{EntryModel, STAGES, StageModel};
use crate::chain::capacity::Basis;
use crate::chain::pipeline::standing_part;

/// The place of recycling among the stages of the benchmarks.
const RECYCLING: usize = STAGES.len() - 1;

/// Chance of producing and whether it does, delay, ramp-up, tonnes.
const NUMBERS_OF_A_PLAN: usize = 5;

/// Recycling capacity of a material or of the group that it belongs to.
#[derive(Debug, Clone)]
pub struct ChainCapacity {
    /// The stage, with its steps and plans.
    pub stage: StageModel,
    /// What it rests on.
    pub basis: CapacityBasis,
    /// Whether it is of the group: then the materials of the case that belong to it share it.
    pub shared: bool,
}

impl ChainCapacity {
    /// The capacity of an entry, as far as anything is known of it in any year of the case.
    pub fn of(entry: &EntryModel, material: Material, case: &CaseFacts) -> Option<Self> {
        let stage = entry.stages[RECYCLING].clone();
        let bases: Vec<Basis> = (case.first_year..=case.last_year)
            .filter_map(|year| stage.capacity(year, &[]).map(|(_, basis)| basis))
            .collect();
        let basis = if bases.is_empty() {
            return None;
        } else if bases.contains(&Basis::Output) {
            CapacityBasis::AtLeast
        } else if bases.contains(&Basis::Capacity) {
            CapacityBasis::Chain
        } else {
            CapacityBasis::Zero
        };
        Some(Self { stage, basis, shared: entry.entry.material != material })
    }

    /// Tonnes a year at the end of a year with every plan later by some years; `None` where nothing is known.
    pub fn in_year(&self, year: u16, delay: f64) -> Option<Ranged> {
        if delay == 0.0 {
            return self.stage.capacity(year, &[]).map(|(tonnes, _)| tonnes);
        }
        self.delayed(delay).capacity(year, &[]).map(|(tonnes, _)| tonnes)
    }

    /// The stage with every plan later by some years.
    pub fn delayed(&self, delay: f64) -> StageModel {
        let mut stage = self.stage.clone();
        for plan in stage.steps.iter_mut().flat_map(|step| &mut step.plans) {
            plan.delay.number = plan.delay.number + Ranged::point(delay);
        }
        stage
    }

    /// The stable keys of its random numbers, in the order in which [`ChainCapacity::drawn`] takes them.
    pub fn keys(&self) -> Vec<u64> {
        let mut keys = Vec::new();
        for step in &self.stage.steps {
            keys.extend(step.existing.as_ref().map(|(now, _)| stable_key(&now.id)));
            for plan in &step.plans {
                let (promoter, project) = (&plan.promoter, &plan.project);
                keys.push(stable_key(&format!("probability/{promoter}")));
                keys.push(stable_key(&format!("promoter/{promoter}")));
                for what in ["delay", "ramp", "tonnes"] {
                    keys.push(stable_key(&format!("{what}/{project}")));
                }
            }
        }
        keys
    }

    /// How many random numbers it has.
    pub fn numbers(&self) -> usize {
        let steps = self.stage.steps.iter();
        steps.map(|step| usize::from(step.existing.is_some()) + NUMBERS_OF_A_PLAN * step.plans.len()).sum()
    }

    /// Whose each of the random numbers is, in the order of [`ChainCapacity::keys`]: the promoter, or the plants that
    /// stand.
    pub fn promoters(&self) -> Vec<String> {
        let mut promoters = Vec::new();
        for step in &self.stage.steps {
            promoters.extend(step.existing.as_ref().map(|_| format!("plants that stand, {}", step.names.words)));
            for plan in &step.plans {
                promoters.extend(std::iter::repeat_n(plan.promoter.clone(), NUMBERS_OF_A_PLAN));
            }
        }
        promoters
    }

    /// Tonnes a year of every year in one draw, from the random numbers of [`ChainCapacity::keys`]; the smallest step
    /// counts. Years in which nothing is known stay as they are in `into`.
    pub fn drawn(&self, random: &[f64], years: &[u16], delay: f64, into: &mut [f64]) {
        let mut random = random.iter().copied();
        let mut next = || random.next().unwrap_or(0.5);
        let within = |number: Ranged, u: f64| {
            let high = if number.high().is_finite() { number.high() } else { number.value };
            number.low() + (high - number.low()) * u
        };
        for (place, step) in self.stage.steps.iter().enumerate() {
            let existing = step.existing.as_ref().map_or(0.0, |(now, _)| within(now.number, next()));
            let plans: Vec<[f64; 4]> = step
                .plans
                .iter()
                .map(|plan| {
                    let probability = within(plan.probability.number, next());
                    let produces = next() < probability;
                    let [late, ramp, tonnes] =
                        [plan.delay.number, plan.ramp.number, plan.tonnes].map(|number| within(number, next()));
                    let start = plan.start.filter(|_| produces).map_or(f64::INFINITY, f64::from);
                    [start, late + delay, ramp, tonnes]
                })
                .collect();
            for (capacity, year) in into.iter_mut().zip(years) {
                let standing = plans.iter().filter(|plan| plan[0].is_finite());
                let planned: f64 = standing
                    .map(|[start, late, ramp, tonnes]| tonnes * standing_part(f64::from(*year), *start, *late, *ramp))
                    .sum();
                let made = existing + planned;
                *capacity = if place == 0 { made } else { capacity.min(made) };
            }
        }
    }
}
