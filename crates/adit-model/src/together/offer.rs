//! Who offers what: regions and what their projects would make in the year.

use adit_facts::chain::ChainStage;
use adit_facts::{Country, Material};
use adit_number::{Fact, Ranged, stable_key};

use crate::workings::Input;

/// A number with what it rests on. It is read like any fact, so that it has bounds, slopes and draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// Value and limits.
    pub fact: Fact,
    /// What it rests on.
    pub from: Vec<Input>,
}

impl Known {
    /// A number under a draw key: numbers that share it share their draws.
    pub fn new(key: &str, number: Ranged, from: Vec<Input>) -> Self {
        let (value, low, high) = (number.value, number.low(), number.high());
        Self { fact: Fact { index: u32::MAX, key: stable_key(key), value, low, high, sd: 0.0 }, from }
    }

    /// Value and limits.
    pub fn ranged(&self) -> Ranged {
        Ranged::new(self.fact.value, self.fact.low, self.fact.high)
    }
}

/// What a project offers at one stage in the year.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// Id of the project.
    pub project: String,
    /// Name of the project.
    pub name: String,
    /// Who promotes it: failures within one promoter are dependent.
    pub promoter: String,
    /// Material.
    pub material: Material,
    /// Stage.
    pub stage: ChainStage,
    /// Capacity, tonnes contained a year.
    pub capacity: Known,
    /// The part of it that stands at the end of the year, 0..1.
    pub standing: Known,
    /// Output over capacity, 0..1.
    pub utilisation: Known,
    /// Probability that it produces, 0..1.
    pub probability: Known,
    /// The mine that feeds this plant, where it counts only together with it.
    pub needs: Option<Mine>,
    /// At the stage of recycling: whether it recycles what was in use. Production scrap never enters EoL-RIR.
    pub old_scrap: bool,
}

/// Limits of a difference of years are rounded outward: what is left of zero is no part of a plant.
const OUTWARD_ROUNDING: f64 = 1e-9;

impl Offer {
    /// Tonnes that count in the year: capacity, standing, used, probable.
    pub fn tonnes(&self) -> Ranged {
        self.expected_capacity() * self.utilisation.ranged()
    }

    /// Capacity that counts in the year: capacity, standing, probable.
    pub fn expected_capacity(&self) -> Ranged {
        self.capacity.ranged() * self.standing.ranged() * self.probability.ranged()
    }

    pub(super) fn known(&self) -> impl Iterator<Item = &Known> {
        [&self.capacity, &self.standing, &self.utilisation, &self.probability].into_iter()
    }

    pub(super) fn known_mut(&mut self) -> impl Iterator<Item = &mut Known> {
        [&mut self.capacity, &mut self.standing, &mut self.utilisation, &mut self.probability].into_iter()
    }

    /// Whether anything of it can stand in the year.
    pub fn counts(&self) -> bool {
        self.capacity.fact.high > 0.0 && self.standing.fact.high > OUTWARD_ROUNDING
    }

    /// Draw key of its success: one for all projects of a promoter, its own where the promoter is not known.
    pub fn success_key(&self) -> u64 {
        let whose = if self.promoter.is_empty() {
            format!("project/{}", self.project)
        } else {
            format!("promoter/{}", self.promoter)
        };
        stable_key(&whose)
    }
}

/// A mine that a plant needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mine {
    /// Id of its project.
    pub project: String,
    /// NUTS codes of its regions: all must be in.
    pub regions: Vec<String>,
}

/// A region that plays.
#[derive(Debug, Clone, PartialEq)]
pub struct Player {
    /// NUTS code.
    pub region: String,
    /// Its country.
    pub country: Country,
    /// What its projects offer.
    pub offers: Vec<Offer>,
}

/// A project that cannot count, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Region.
    pub region: String,
    /// Id of the project.
    pub project: String,
    /// Material.
    pub material: Material,
    /// Stage.
    pub stage: ChainStage,
    /// Why.
    pub why: LeftOut,
}

/// Why a project does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// No capacity in contained tonnes is published.
    NoCapacity,
    /// No source was read; it counts only as an assumption of an example (rules §2.8).
    FromMemory,
    /// The question leaves it out.
    Asked,
    /// No start is published: nothing stands in the year by the facts, and everything in the upper end.
    NoStart,
    /// Nothing of it stands in the year.
    Later,
    /// Its site is known by a larger region only.
    FinerThanKnown,
    /// Its tonnes are of a group as a whole, and no source says how much of each member.
    WholeGroup,
    /// It is not said to recycle old scrap, so it does not enter EoL-RIR.
    NotOldScrap,
}
