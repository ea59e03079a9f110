//! What a coalition is worth: the measures of the game (rules §3).
//!
//! `v(S)` is before less after for `sr` and `single-country`, after less before for the shares of capacity, so that
//! positive is always better. A group is the mean of its members' games. Generic over the number, so that the one
//! formula gives values, bounds and slopes.

use adit_facts::chain::ChainStage;
use adit_facts::{Country, Scope, Stage};
use adit_number::{Real, Subject};

use super::displacement::Displacement;
use super::game::Coalition;
use super::question::Measure;
use super::supply::{MaterialBase, NewSupply, Source, Sourcing, StageBase};
use crate::risk::whole::{higher_stage, mean_of_members};

/// What a project offers, read.
#[derive(Debug, Clone)]
pub struct Ready<R> {
    /// The player whose it is.
    pub by: usize,
    /// The regions that must be in: its own, and that of the mine that it needs.
    pub requires: Coalition,
    /// Stage.
    pub stage: ChainStage,
    /// Country.
    pub country: Country,
    /// Tonnes that count in the year.
    pub tonnes: R,
    /// Capacity that counts in the year.
    pub capacity: R,
    /// Whether it recycles old scrap.
    pub old_scrap: bool,
}

/// A material in the game, read.
#[derive(Debug, Clone)]
pub struct MaterialPlay<R> {
    /// Before anybody joins.
    pub base: MaterialBase<R>,
    /// The figure before anybody joins; of a measure of capacity nothing is counted yet.
    pub before: Option<R>,
    /// What is offered of it.
    pub offers: Vec<Ready<R>>,
    /// What a tonne of capacity adds to the measure: recovery over consumption.
    pub share_of_a_tonne: Option<R>,
}

/// A game, read.
#[derive(Debug, Clone)]
pub struct Play<R> {
    /// Measure.
    pub measure: Measure,
    /// The stage played; all stages of the material without.
    pub stage: Option<Stage>,
    /// Which sources give way.
    pub how: Displacement,
    /// The material, or the members of a group.
    pub materials: Vec<MaterialPlay<R>>,
}

impl<R: Real> Play<R> {
    /// Puts a game together and computes the figures before anybody joins.
    pub fn new(measure: Measure, stage: Option<Stage>, how: Displacement, materials: Vec<MaterialPlay<R>>) -> Self {
        let mut play = Self { measure, stage, how, materials };
        let before: Vec<Option<R>> =
            play.materials.iter().map(|material| play.of_material(material, Coalition::EMPTY)).collect();
        for (material, before) in play.materials.iter_mut().zip(before) {
            material.before = before;
        }
        play
    }

    /// The figure with a coalition, `before` for the empty one; `None` if something is missing.
    pub fn figure(&self, coalition: Coalition) -> Option<R> {
        let figures = self.materials.iter().map(|material| self.of_material(material, coalition));
        mean_of_members(figures, Subject::NONE)
    }

    /// What a coalition is worth, `None` if something is missing. The mean over members is taken of their games.
    pub fn value(&self, coalition: Coalition) -> Option<R> {
        let games = self.materials.iter().map(|material| self.value_of(material, coalition));
        mean_of_members(games, Subject::NONE)
    }

    /// What a coalition is worth for one material.
    pub fn value_of(&self, material: &MaterialPlay<R>, coalition: Coalition) -> Option<R> {
        if !material.offers_to(coalition) {
            return Some(R::exact(0.0));
        }
        let after = self.of_material(material, coalition)?;
        if self.measure.is_capacity() {
            return Some(after);
        }
        Some(material.before? - after)
    }

    /// The figure of one material; of a measure of capacity, what is added to it.
    pub fn of_material(&self, material: &MaterialPlay<R>, coalition: Coalition) -> Option<R> {
        match self.measure {
            Measure::SupplyRisk | Measure::SingleCountry => {
                higher_stage(self.by_stage(material, coalition).map(|(_, figure)| figure), Subject::NONE)
            }
            Measure::Extraction => material.share(coalition, ChainStage::Extraction),
            Measure::Processing => material.share(coalition, ChainStage::Processing),
            Measure::Recycling => material.share(coalition, ChainStage::Recycling),
        }
    }

    /// The figures of the stages that are played and have one.
    pub fn by_stage<'a>(
        &'a self,
        material: &'a MaterialPlay<R>,
        coalition: Coalition,
    ) -> impl Iterator<Item = (Stage, R)> + 'a {
        let played = material.base.stages.iter().filter(|stage| self.stage.is_none_or(|only| only == stage.stage));
        played.filter_map(move |stage| {
            let figure = match self.measure {
                Measure::SingleCountry => self.largest_third_country(material, stage, coalition),
                _ => self.supply_risk(material, stage, coalition),
            };
            figure.map(|figure| (stage.stage, figure))
        })
    }

    /// EU sourcing of a stage with a coalition.
    pub fn sourcing(&self, material: &MaterialPlay<R>, stage: &StageBase<R>, with: Coalition) -> Option<Sourcing<R>> {
        stage.sourcing(&material.new_supply(with, stage.stage.into()), self.how)
    }

    fn supply_risk(&self, material: &MaterialPlay<R>, stage: &StageBase<R>, with: Coalition) -> Option<R> {
        let scope = stage.scope?;
        let new = material.new_supply(with, stage.stage.into());
        let world = if scope == Scope::Eus { None } else { stage.world_with(&new) };
        let sourcing = if scope == Scope::Gs { None } else { stage.sourcing(&new, self.how) };
        let recycled = material.base.recycled_with(material.old_scrap(with))?;
        material.base.supply_risk(scope, world.as_deref(), sourcing.as_ref(), recycled)
    }

    fn largest_third_country(&self, material: &MaterialPlay<R>, stage: &StageBase<R>, with: Coalition) -> Option<R> {
        let sourcing = self.sourcing(material, stage, with)?;
        Some(largest_third(&sourcing.sources).unwrap_or(R::exact(0.0)))
    }
}

/// The largest share of a third country; `None` without any.
pub fn largest_third<R: Real>(sources: &[Source<R>]) -> Option<R> {
    sources.iter().filter(|source| source.third).map(|source| source.share).reduce(R::larger)
}

impl<R: Real> MaterialPlay<R> {
    /// Whether anything is offered to the coalition.
    pub fn offers_to(&self, coalition: Coalition) -> bool {
        self.offers.iter().any(|offer| coalition.holds(offer.requires))
    }

    fn at(&self, coalition: Coalition, stage: ChainStage) -> impl Iterator<Item = &Ready<R>> {
        self.offers.iter().filter(move |offer| offer.stage == stage && coalition.holds(offer.requires))
    }

    /// New tonnes at a stage, those of one country summed.
    pub fn new_supply(&self, coalition: Coalition, stage: ChainStage) -> Vec<NewSupply<R>> {
        let mut new: Vec<NewSupply<R>> = Vec::new();
        for offer in self.at(coalition, stage) {
            match new.iter_mut().find(|known| known.country == offer.country) {
                Some(known) => known.tonnes = known.tonnes + offer.tonnes,
                None => new.push(NewSupply { country: offer.country, tonnes: offer.tonnes }),
            }
        }
        new
    }

    /// Old scrap recycled, tonnes; `None` without any.
    pub fn old_scrap(&self, coalition: Coalition) -> Option<R> {
        let offers = self.at(coalition, ChainStage::Recycling).filter(|offer| offer.old_scrap);
        offers.map(|offer| offer.tonnes).reduce(|sum, tonnes| sum + tonnes)
    }

    /// What a coalition adds to the share of capacity in consumption.
    fn share(&self, coalition: Coalition, stage: ChainStage) -> Option<R> {
        let capacity = self.at(coalition, stage).fold(R::exact(0.0), |sum, offer| sum + offer.capacity);
        Some(capacity * self.share_of_a_tonne?)
    }
}

impl Play<f64> {
    /// The stage that decides the figure with a coalition, where one material is played at all stages. The earlier at a
    /// tie.
    pub fn deciding(&self, coalition: Coalition) -> Option<Stage> {
        let [material] = self.materials.as_slice() else { return None };
        if self.measure.is_capacity() || self.stage.is_some() {
            return None;
        }
        let higher = |best: (Stage, f64), next: (Stage, f64)| if next.1 > best.1 { next } else { best };
        self.by_stage(material, coalition).reduce(higher).map(|(stage, _)| stage)
    }

    /// Whether a part of the coalition's tonnes displaces nothing and is exported.
    pub fn capped(&self, coalition: Coalition) -> bool {
        if self.measure.is_capacity() {
            return false;
        }
        self.materials.iter().any(|material| {
            let played = material.base.stages.iter().filter(|stage| self.stage.is_none_or(|only| only == stage.stage));
            played
                .filter(|stage| self.measure == Measure::SingleCountry || stage.needs_supply())
                .filter_map(|stage| self.sourcing(material, stage, coalition))
                .any(|sourcing| sourcing.accepted < 1.0)
        })
    }
}
