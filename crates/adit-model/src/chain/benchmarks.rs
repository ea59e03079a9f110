//! The benchmarks of Art. 5(1): how much of its yearly consumption of each strategic raw material the Union can extract,
//! process and recycle, in any year by the projects that are planned.
//!
//! ```text
//! extraction = capacity x recovery to the processed form / consumption
//! processing = capacity of the smallest step / consumption          (Art. 5(1)(a)(ii))
//! recycling  = capacity / consumption, or EoL-RIR as a labelled proxy
//! ```
//!
//! They are an aim of the Commission and the Member States; no region or company can breach them. Rules of calculation:
//! §2.

pub mod ensemble;
pub mod failures;
pub mod gather;
pub mod overall;
pub mod proxies;
mod rules;
pub mod single_country;
pub mod write;

use adit_facts::chain::{ChainStage, StrategicEntry};
use adit_facts::study::Datum;
use adit_number::{Ranged, Real};

use super::capacity::{Basis, Names};
use super::consumption::{Consumption, Growth};
use super::pipeline::{Assumed, Plan};
use crate::workings::Worked;

pub use ensemble::{Ensemble, ensemble};
pub use failures::{Failure, failures};
pub use gather::{Gathered, Options, gather};
pub use overall::{Overall, median, overall};
pub use proxies::{Proxy, proxies};
pub use rules::RULES;
pub use single_country::CountryShare;
pub use write::write;

/// The stages that have a benchmark, in order.
pub const STAGES: [ChainStage; 3] = [ChainStage::Extraction, ChainStage::Processing, ChainStage::Recycling];

/// The aims of Art. 5(1)(a) for [`STAGES`], fractions of annual consumption.
pub const AIMS: [f64; 3] = [0.10, 0.40, 0.25];

/// The aim of Art. 5(1)(b): at most this fraction from one third country.
pub const SINGLE_COUNTRY_AIM: f64 = 0.65;

/// What is known of one entry of Annex I.
#[derive(Debug, Clone)]
pub struct EntryModel {
    /// The entry.
    pub entry: StrategicEntry,
    /// Id of the material that stands for it.
    pub id: String,
    /// Consumption in the years of its facts.
    pub consumption: Option<Consumption>,
    /// Yearly growth of consumption.
    pub growth: Growth,
    /// The stages, in the order of [`STAGES`].
    pub stages: [StageModel; 3],
    /// Shares of countries in consumption, by stage.
    pub countries: Vec<CountryShare>,
}

/// A stage of an entry.
#[derive(Debug, Clone)]
pub struct StageModel {
    /// Which.
    pub stage: ChainStage,
    /// Its steps; the smallest decides. Empty where the entry has no such stage.
    pub steps: Vec<StepModel>,
    /// Recovery from here to the processed form, a fraction; `None` where it is processed already.
    pub recovery: Option<Assumed>,
    /// EoL-RIR, at recycling.
    pub proxy: Option<Datum>,
}

/// A step of a stage.
#[derive(Debug, Clone)]
pub struct StepModel {
    /// Its names.
    pub names: Names,
    /// What stands.
    pub existing: Option<(Worked, Basis)>,
    /// What is planned.
    pub plans: Vec<Plan>,
    /// The host of a by-product, whose feed caps it.
    pub host: Option<Host>,
}

/// The host of a by-product (rules of calculation §2.7: a by-product cannot outgrow its host).
#[derive(Debug, Clone)]
pub struct Host {
    /// The step at which the host is processed.
    pub step: Box<StepModel>,
    /// Tonnes of the by-product that the feed holds for one tonne of the host.
    pub content: Assumed,
}

impl Host {
    /// What the hosts' feed holds at the end of a year; `None` where the host is unknown.
    pub fn cap(&self, year: u16, without: &[String]) -> Option<Ranged> {
        self.step.capacity(year, without).map(|(host, _)| host * self.content.number)
    }
}

/// What a share rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareBasis {
    /// Capacity, output or a known zero.
    Of(Basis),
    /// EoL-RIR stands for unknown recycling capacity.
    RecyclingRate,
}

impl ShareBasis {
    /// The word of the contract.
    pub fn id(self) -> &'static str {
        match self {
            Self::Of(basis) => basis.id(),
            Self::RecyclingRate => "eol-rir-proxy",
        }
    }
}

/// A share of consumption in a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The fraction, with bounds; the upper one infinite where only a lower bound is known.
    pub share: Ranged,
    /// Tonnes in the processed form behind it.
    pub tonnes: Ranged,
    /// What it rests on.
    pub basis: ShareBasis,
}

impl StepModel {
    /// Capacity of the step at the end of a year without the projects of `without`; of a by-product no more than its
    /// host's feed holds.
    pub fn capacity(&self, year: u16, without: &[String]) -> Option<(Ranged, Basis)> {
        let (tonnes, basis) = self.uncapped(year, without)?;
        let cap = self.host.as_ref().and_then(|host| host.cap(year, without));
        Some((cap.map_or(tonnes, |cap| tonnes.smaller(cap)), basis))
    }

    fn uncapped(&self, year: u16, without: &[String]) -> Option<(Ranged, Basis)> {
        let plans = self.plans.iter().filter(|plan| !without.contains(&plan.project));
        let planned = Ranged::sum(plans.map(|plan| plan.counted(year)));
        match &self.existing {
            Some((now, Basis::Zero)) if planned.high() > 0.0 => Some((now.number + planned, Basis::Capacity)),
            Some((now, basis)) => Some((now.number + planned, *basis)),
            // What stands is not known: plans alone are a lower bound, and nothing planned is nothing known.
            None if planned.value == 0.0 => None,
            None => Some((Ranged::new(planned.value, planned.low(), f64::INFINITY), Basis::Output)),
        }
    }
}

impl StageModel {
    /// Capacity of the stage at the end of a year: its smallest step; `None` if a step is unknown.
    pub fn capacity(&self, year: u16, without: &[String]) -> Option<(Ranged, Basis)> {
        let steps: Option<Vec<(Ranged, Basis)>> = self.steps.iter().map(|step| step.capacity(year, without)).collect();
        let smallest = steps?.into_iter().reduce(|smallest, step| {
            let basis = if step.0.value < smallest.0.value { step.1 } else { smallest.1 };
            (smallest.0.smaller(step.0), basis)
        });
        smallest.map(|(tonnes, basis)| match &self.recovery {
            Some(recovery) => (tonnes * recovery.number, basis),
            None => (tonnes, basis),
        })
    }

    /// Planned recycling alone, tonnes.
    fn planned(&self, year: u16, without: &[String]) -> Ranged {
        let plans = self.steps.iter().flat_map(|step| &step.plans).filter(|plan| !without.contains(&plan.project));
        Ranged::sum(plans.map(|plan| plan.counted(year)))
    }
}

impl EntryModel {
    /// Consumption at a year; `None` if no route leads to it.
    pub fn consumption_in(&self, year: u16) -> Option<Ranged> {
        let consumption = self.consumption.as_ref()?;
        Some(consumption.tonnes.number * self.growth.factor(consumption.years.1, year))
    }

    /// The share of a stage (by its place in [`STAGES`]) in a year.
    pub fn share(&self, stage: usize, year: u16, without: &[String]) -> Option<Share> {
        let model = &self.stages[stage];
        let capacity = model.capacity(year, without);
        if let Some((tonnes, Basis::Zero)) = capacity {
            // A capacity known to be zero is a share of zero, whatever the consumption.
            return Some(Share { share: Ranged::point(0.0), tonnes, basis: ShareBasis::Of(Basis::Zero) });
        }
        let consumption = self.consumption_in(year)?;
        let by_capacity =
            capacity.map(|(tonnes, basis)| Share { share: tonnes / consumption, tonnes, basis: ShareBasis::Of(basis) });
        let by_rate = model.proxy.map(|rate| {
            let planned = model.planned(year, without);
            let rate = Ranged::new(rate.number.value, rate.number.low, rate.number.high);
            let share = rate + planned / consumption;
            let open = Ranged::new(share.value, share.low(), f64::INFINITY);
            let tonnes = rate * consumption + planned;
            let tonnes = Ranged::new(tonnes.value, tonnes.low(), f64::INFINITY);
            Share { share: open, tonnes, basis: ShareBasis::RecyclingRate }
        });
        // Capacity is never below what is recycled: the larger of the two is nearer to it.
        match (by_capacity, by_rate) {
            (Some(capacity), Some(rate)) if rate.share.value > capacity.share.value => Some(rate),
            (Some(capacity), _) => Some(capacity),
            (None, rate) => rate,
        }
    }

    /// The third country with the largest share at each stage that is known.
    pub fn largest_third_countries(&self) -> Vec<&CountryShare> {
        let at = |stage: ChainStage| {
            let there = self.countries.iter().filter(move |share| share.stage == stage && !share.overseas);
            there.max_by(|a, b| a.share.value().total_cmp(&b.share.value()))
        };
        STAGES.into_iter().filter_map(at).collect()
    }

    /// Whether the value meets the aim of a stage.
    pub fn met(&self, stage: usize, year: u16, without: &[String]) -> Option<bool> {
        self.share(stage, year, without).map(|share| share.share.value >= AIMS[stage])
    }
}
