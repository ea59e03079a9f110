//! Reads the inputs of a game in one of the readings of the Risk room.

use adit_facts::Country;
use adit_facts::chain::ChainStage;
use adit_facts::study::Side;
use adit_number::{AsValue, Real};

use super::displacement::{Displacement, order};
use super::inputs::{Inputs, MaterialGame};
use super::offer::{Known, Offer};
use super::play::{MaterialPlay, Play, Ready};
use super::question::Measure;
use super::supply::{List, MaterialBase, Source, StageBase};
use crate::risk::evaluate::{Evaluation, RiskReading};
use crate::risk::inputs::{ListInputs, StageInputs, SupplierInputs};

/// A reading of the inputs: of the facts, and of what a project's chance is.
pub struct Reader<'a, R: RiskReading> {
    inputs: &'a Inputs,
    reading: R,
    evaluation: Evaluation<'a, R>,
    demand: f64,
}

impl<'a, R: RiskReading + Copy> Reader<'a, R> {
    /// `demand` multiplies EU supply, all input and consumption, beside what the question says: 1, or another for the
    /// sensitivity.
    pub fn new(inputs: &'a Inputs, reading: R, demand: f64) -> Self {
        let demand = demand * inputs.question.demand;
        Self { inputs, reading, evaluation: Evaluation::new(&inputs.study, reading), demand }
    }

    /// With governance that was read before: it is the same whatever is said of tonnes.
    pub fn with_governance(inputs: &'a Inputs, reading: R, governance: Vec<Option<R::Number>>) -> Self {
        let evaluation = Evaluation::with_governance(&inputs.study, reading, governance);
        Self { inputs, reading, evaluation, demand: inputs.question.demand }
    }

    /// Governance of every country, if known.
    pub fn governance(&self) -> Vec<Option<R::Number>> {
        (0u16..).zip(&self.inputs.codes).map(|(country, _)| self.evaluation.governance(Country(country))).collect()
    }

    /// The game with every project at its probability.
    pub fn play(&self, how: Displacement) -> Play<R::Number> {
        self.play_with(how, &|offer| Some(self.reading.read(&offer.probability.fact)))
    }

    /// The game with a chance for every project; `None`: it fails and offers nothing.
    pub fn play_with(&self, how: Displacement, chance: &dyn Fn(&Offer) -> Option<R::Number>) -> Play<R::Number> {
        let question = &self.inputs.question;
        let materials = self.inputs.games.iter().map(|game| self.material(game, how, chance)).collect();
        Play::new(question.measure, question.stage, how, materials)
    }

    fn known(&self, known: Option<&Known>) -> Option<R::Number> {
        known.map(|known| self.reading.read(&known.fact))
    }

    fn of_demand(&self, known: Option<&Known>) -> Option<R::Number> {
        self.known(known).map(|tonnes| tonnes * R::Number::exact(self.demand))
    }

    fn material(
        &self,
        game: &MaterialGame,
        how: Displacement,
        chance: &dyn Fn(&Offer) -> Option<R::Number>,
    ) -> MaterialPlay<R::Number> {
        let one = R::Number::exact(1.0);
        let m = &self.inputs.study.materials[game.at];
        let consumption = self.of_demand(game.facts.consumption.as_ref());
        let share_of_a_tonne = consumption.and_then(|consumption| match self.inputs.question.measure {
            Measure::Extraction => self.known(game.facts.recovery.as_ref()).map(|recovery| recovery / consumption),
            _ => Some(one / consumption),
        });
        MaterialPlay {
            base: MaterialBase {
                recycled: m.recycled.as_ref().map(|fact| self.reading.read(fact)),
                substitution: m.si_sr.as_ref().map(|fact| self.reading.read(fact)),
                all_input: self.of_demand(game.facts.all_input.as_ref()),
                stages: m.stages.iter().map(|stage| self.stage(game, stage, how)).collect(),
            },
            before: None,
            offers: self.offers(game, chance),
            share_of_a_tonne,
        }
    }

    fn stage(&self, game: &MaterialGame, s: &StageInputs, how: Displacement) -> StageBase<R::Number> {
        let tonnes = game.facts.tonnes_of(s.stage);
        let list = |side| s.list(side).map(|list| List::new(self.list(list)));
        StageBase {
            stage: s.stage,
            scope: s.scope,
            world: list(Side::World),
            europe: list(Side::Europe),
            import_reliance: s.import_reliance.as_ref().map(|fact| self.reading.read(fact)),
            supply: self.of_demand(tonnes.and_then(|of| of.supply.as_ref())),
            production: self.known(tonnes.and_then(|of| of.production.as_ref())),
            imported: s.europe.as_ref().is_some_and(|list| list.import_share(&self.inputs.study.in_eu) > 0.0),
            order: s.europe.as_ref().map(|list| self.order(list, how)).unwrap_or_default(),
        }
    }

    fn list(&self, list: &ListInputs) -> Vec<Source<R::Number>> {
        let source = |s: &SupplierInputs| {
            let at = usize::from(s.country.0);
            let outside = !self.inputs.study.in_eu[at];
            Source {
                country: s.country,
                share: self.reading.read(&s.share),
                governance: self.evaluation.governance(s.country).unwrap_or_else(|| self.reading.unknown_governance()),
                trade: self.reading.read(&s.trade),
                outside,
                third: outside && !self.inputs.overseas[at],
            }
        };
        list.suppliers.iter().map(source).collect()
    }

    /// The order is that of the printed values in every reading: which source gives way first is the rule's choice, not
    /// an uncertain input.
    fn order(&self, list: &ListInputs, how: Displacement) -> Vec<usize> {
        if matches!(how, Displacement::Proportional | Displacement::ImportsOnly) {
            return Vec::new();
        }
        let study = &self.inputs.study;
        let values = (how == Displacement::WorstGovernedFirst).then(|| Evaluation::new(study, AsValue));
        let sources: Vec<(f64, Option<f64>, bool, &str)> = list
            .suppliers
            .iter()
            .map(|s| {
                let at = usize::from(s.country.0);
                let governance = values.as_ref().and_then(|values| values.governance(s.country));
                (s.share.value, governance, !study.in_eu[at], self.inputs.codes[at].as_str())
            })
            .collect();
        order(how, &sources)
    }

    fn offers(
        &self,
        game: &MaterialGame,
        chance: &dyn Fn(&Offer) -> Option<R::Number>,
    ) -> Vec<(ChainStage, Vec<Ready<R::Number>>)> {
        let mut ready: Vec<(ChainStage, Vec<Ready<R::Number>>)> = Vec::new();
        for (player, of) in self.inputs.players.iter().enumerate() {
            for offer in of.offers.iter().filter(|offer| offer.material == game.material) {
                let Some(requires) = self.inputs.requires(player, offer).filter(|_| offer.counts()) else { continue };
                let Some(chance) = chance(offer) else { continue };
                let read = |known: &Known| self.reading.read(&known.fact);
                let capacity = read(&offer.capacity) * read(&offer.standing) * chance;
                let found = Ready {
                    by: player,
                    requires,
                    country: of.country,
                    tonnes: capacity * read(&offer.utilisation),
                    capacity,
                    old_scrap: offer.old_scrap,
                };
                match ready.iter_mut().find(|(stage, _)| *stage == offer.stage) {
                    Some((_, of_stage)) => of_stage.push(found),
                    None => ready.push((offer.stage, vec![found])),
                }
            }
        }
        ready
    }
}
