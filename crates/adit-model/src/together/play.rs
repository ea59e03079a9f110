//! What a coalition is worth: the measures of the game (rules §3).
//!
//! `v(S)` is before less after for `sr` and `single-country`, after less before for the shares of capacity, so that
//! positive is always better. A group is the mean of its members' games. Generic over the number, so that the one
//! formula gives values, bounds and slopes.

use adit_facts::chain::ChainStage;
use adit_facts::{Country, Stage};
use adit_number::{Real, Subject};

use super::displacement::Displacement;
use super::game::Coalition;
use super::question::Measure;
use super::supply::{MaterialBase, NewSupply, Scratch, Sourcing, StageBase};
use crate::risk::whole::{higher_stage, mean_of_members};

/// What a project offers, read.
#[derive(Debug, Clone)]
pub struct Ready<R> {
    /// The player whose it is.
    pub by: usize,
    /// The regions that must be in: its own, and that of the mine that it needs.
    pub requires: Coalition,
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
    /// What is offered of it, by stage.
    pub offers: Vec<(ChainStage, Vec<Ready<R>>)>,
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
        let before = |material| play.of_material(material, Coalition::EMPTY, &mut Scratch::default());
        let before: Vec<Option<R>> = play.materials.iter().map(before).collect();
        for (material, before) in play.materials.iter_mut().zip(before) {
            material.before = before;
        }
        play
    }

    /// The figure with a coalition, `before` for the empty one; `None` if something is missing.
    pub fn figure(&self, coalition: Coalition) -> Option<R> {
        let figures =
            self.materials.iter().map(|material| self.of_material(material, coalition, &mut Scratch::default()));
        mean_of_members(figures, Subject::NONE)
    }

    /// What a coalition is worth, `None` if something is missing. The mean over members is taken of their games.
    pub fn value(&self, coalition: Coalition) -> Option<R> {
        self.value_with(coalition, &mut Scratch::default())
    }

    /// The same, with a scratch to work on.
    pub fn value_with(&self, coalition: Coalition, scratch: &mut Scratch<R>) -> Option<R> {
        let games = self.materials.iter().map(|material| self.value_of(material, coalition, scratch));
        mean_of_members(games, Subject::NONE)
    }

    /// What a coalition is worth for one material.
    pub fn value_of(&self, material: &MaterialPlay<R>, coalition: Coalition, scratch: &mut Scratch<R>) -> Option<R> {
        if !self.moves(material, coalition) {
            return Some(R::exact(0.0));
        }
        let after = self.of_material(material, coalition, scratch)?;
        if self.measure.is_capacity() { Some(after) } else { Some(material.before? - after) }
    }

    /// Whether a coalition offers anything that the figure of a material looks at.
    pub fn moves(&self, material: &MaterialPlay<R>, coalition: Coalition) -> bool {
        let offered = |stage: ChainStage| material.at(coalition, stage).next().is_some();
        match self.measure {
            Measure::SupplyRisk => {
                self.played(material).any(|stage| offered(stage.stage.into())) || material.recycles(coalition)
            }
            Measure::SingleCountry => self.played(material).any(|stage| offered(stage.stage.into())),
            Measure::Extraction => offered(ChainStage::Extraction),
            Measure::Processing => offered(ChainStage::Processing),
            Measure::Recycling => offered(ChainStage::Recycling),
        }
    }

    /// The figure of one material; of a measure of capacity, what is added to it.
    pub fn of_material(&self, material: &MaterialPlay<R>, with: Coalition, scratch: &mut Scratch<R>) -> Option<R> {
        match self.measure {
            Measure::SupplyRisk | Measure::SingleCountry => {
                let figures = self.by_stage(material, with, scratch).map(|(_, figure)| figure);
                higher_stage(figures, Subject::NONE)
            }
            Measure::Extraction => material.share(with, ChainStage::Extraction),
            Measure::Processing => material.share(with, ChainStage::Processing),
            Measure::Recycling => material.share(with, ChainStage::Recycling),
        }
    }

    /// The figures of the stages that are played and have one.
    pub fn by_stage<'a>(
        &'a self,
        material: &'a MaterialPlay<R>,
        with: Coalition,
        scratch: &'a mut Scratch<R>,
    ) -> impl Iterator<Item = (Stage, R)> + 'a {
        self.played(material).filter_map(move |stage| {
            material.new_supply(with, stage.stage.into(), &mut scratch.new);
            let figure = if self.measure == Measure::SingleCountry {
                stage.largest_third(scratch, self.how)
            } else {
                let recycled = material.base.recycled_with(material.old_scrap(with))?;
                stage.supply_risk(scratch, self.how, recycled, material.base.substitution?)
            };
            figure.map(|figure| (stage.stage, figure))
        })
    }

    /// The stages of a material that are played.
    pub fn played<'a>(&self, material: &'a MaterialPlay<R>) -> impl Iterator<Item = &'a StageBase<R>> + use<'a, R> {
        let only = self.stage;
        material.base.stages.iter().filter(move |stage| only.is_none_or(|only| only == stage.stage))
    }

    /// EU sourcing of a stage with a coalition, the shares in the scratch.
    pub fn sourcing(
        &self,
        material: &MaterialPlay<R>,
        stage: &StageBase<R>,
        with: Coalition,
        scratch: &mut Scratch<R>,
    ) -> Option<Sourcing<R>> {
        material.new_supply(with, stage.stage.into(), &mut scratch.new);
        stage.sourcing(scratch, self.how)
    }
}

impl<R: Real> MaterialPlay<R> {
    /// Whether the coalition recycles old scrap.
    fn recycles(&self, coalition: Coalition) -> bool {
        self.at(coalition, ChainStage::Recycling).any(|offer| offer.old_scrap)
    }

    /// What is offered to a coalition at a stage.
    pub fn at(&self, coalition: Coalition, stage: ChainStage) -> impl Iterator<Item = &Ready<R>> {
        let of_stage = self.offers.iter().find(|(of, _)| *of == stage).map(|(_, offers)| offers.as_slice());
        of_stage.unwrap_or_default().iter().filter(move |offer| coalition.holds(offer.requires))
    }

    /// New tonnes at a stage, those of one country summed.
    pub fn new_supply(&self, coalition: Coalition, stage: ChainStage, new: &mut Vec<NewSupply<R>>) {
        new.clear();
        for offer in self.at(coalition, stage) {
            // Regions are in the order of their codes, so those of one country mostly stand together.
            match new.iter_mut().rfind(|known| known.country == offer.country) {
                Some(known) => known.tonnes = known.tonnes + offer.tonnes,
                None => new.push(NewSupply { country: offer.country, tonnes: offer.tonnes }),
            }
        }
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
        self.by_stage(material, coalition, &mut Scratch::default()).reduce(higher).map(|(stage, _)| stage)
    }

    /// Whether a part of the coalition's tonnes displaces nothing and is exported.
    pub fn capped(&self, coalition: Coalition) -> bool {
        if self.measure.is_capacity() {
            return false;
        }
        self.materials.iter().any(|material| {
            self.played(material)
                .filter(|stage| self.measure == Measure::SingleCountry || stage.needs_supply())
                .filter_map(|stage| self.sourcing(material, stage, coalition, &mut Scratch::default()))
                .any(|sourcing| sourcing.accepted < 1.0)
        })
    }
}
