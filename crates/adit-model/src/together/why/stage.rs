//! The numbers of one stage on the way to a coalition's value.

use adit_facts::chain::ChainStage;
use adit_facts::study::{Datum, Side};
use adit_facts::{Country, Printed, Scope, Stage};
use adit_number::{Fact, Ranged, Rule};

use super::Writer;
use crate::risk::concentration::{HHI, HHI_TERM, LOWEST_TRADE};
use crate::risk::inputs::StageInputs;
use crate::risk::supply_risk::{SUPPLY_RISK, SUPPLY_RISK_EUROPE, SUPPLY_RISK_WORLD};
use crate::together::displacement::{ACCEPTED, Displacement};
use crate::together::inputs::MaterialGame;
use crate::together::offer::{Known, Offer};
use crate::together::play::MaterialPlay;
use crate::together::question::Measure;
use crate::together::rules;
use crate::together::supply::{NewSupply, Scratch, Source, Sourcing, StageBase, index};
use crate::workings::{Input, Worked};

/// New supply of a stage, written down.
struct New {
    supply: Vec<NewSupply<Ranged>>,
    of_country: Vec<Worked>,
    accepted: Option<Worked>,
}

impl Writer<'_> {
    /// The figure of a stage with all regions.
    pub(super) fn stage(
        &mut self,
        game: &MaterialGame,
        material: &MaterialPlay<Ranged>,
        stage: Stage,
        figure: Ranged,
    ) -> Option<Input> {
        let inputs = self.inputs;
        let facts = inputs.study.materials[game.at].stages.iter().find(|of| of.stage == stage)?;
        let base = material.base.stages.iter().find(|of| of.stage == stage)?;
        let new = self.new_supply(game, material, base);
        if self.question().measure == Measure::SingleCountry {
            return self.single_country(game, material, base, facts, &new, figure);
        }
        let scope = base.scope?;
        let mut from = Vec::new();
        if scope != Scope::Eus {
            let mut scratch = Scratch::default();
            scratch.new.clone_from(&new.supply);
            base.world_with(&mut scratch)?;
            let after = base.world.as_ref()?.after(&scratch);
            let production = game.facts.tonnes_of(stage).and_then(|tonnes| tonnes.production.as_ref());
            let changed = !new.supply.is_empty() && production.is_some();
            from.push(self.concentration(game, facts, Side::World, &after, changed.then_some(&new)));
        }
        if scope != Scope::Gs {
            let mut scratch = Scratch::default();
            let sourcing = self.play.sourcing(material, base, inputs.all(), &mut scratch)?;
            let after = base.europe.as_ref()?.after(&scratch);
            let changed = (!new.supply.is_empty()).then_some(&new);
            from.push(self.concentration(game, facts, Side::Europe, &after, changed));
            if scope == Scope::Both {
                from.extend(self.import_reliance(game, facts, sourcing.import_reliance, &after, changed));
            }
        }
        from.extend(self.recycled(game, material));
        from.extend(inputs.study.materials[game.at].si_sr.as_ref().map(|fact| self.fact(fact, "SI(SR)", "index")));
        let rule: &'static Rule = match scope {
            Scope::Both => &SUPPLY_RISK,
            Scope::Gs => &SUPPLY_RISK_WORLD,
            Scope::Eus => &SUPPLY_RISK_EUROPE,
        };
        let label = format!("Supply risk of {} at {stage} with {}", self.name(game), self.regions());
        let id = self.ids.inner("after", &format!("{}/{stage}", game.id));
        Some(self.workings.number(id, label, figure, rule, from).input())
    }

    /// A fact of the study. One that a scenario changed, or that is nowhere in the package, is stated.
    fn fact(&self, fact: &Fact, label: &str, unit: &'static str) -> Input {
        let origin = self.inputs.study.origin.get(fact.index as usize);
        match origin.and_then(|origin| origin.at.filter(|_| origin.before.is_none())) {
            Some(at) => {
                Input::Fact(Datum { at, number: Printed { value: fact.value, low: fact.low, high: fact.high } })
            }
            None => Input::Stated { label: label.to_owned(), value: fact.value, unit, id: None },
        }
    }

    /// What every project brings that counts with all regions in, at any stage.
    fn projects(&mut self, game: &MaterialGame, stage: ChainStage, capacity: bool) -> Vec<(Country, Worked)> {
        let inputs = self.inputs;
        let offered: Vec<(usize, &Offer)> = inputs.offered(game.material, stage).collect();
        let mut written = Vec::new();
        for (at, offer) in offered {
            let (head, rule, number) = if capacity {
                ("capacity-of-project", &rules::CAPACITY_OF_PROJECT, offer.expected_capacity())
            } else {
                ("tonnes", &rules::TONNES, offer.tonnes())
            };
            let id = self.ids.inner(head, &format!("{}/{}/{stage}", game.id, offer.project));
            let label = format!("What {} brings at {stage} at the end of {}", offer.name, self.question().year);
            let use_of = (!capacity).then_some(&offer.utilisation);
            let known = [Some(&offer.capacity), Some(&offer.standing), use_of, Some(&offer.probability)];
            let from = known.into_iter().flatten().flat_map(|known: &Known| known.from.iter().cloned()).collect();
            written.push((inputs.players[at].country, self.workings.number(id, label, number, rule, from)));
        }
        written
    }

    /// What the regions add to capacity, and consumption.
    pub(super) fn capacities(&mut self, game: &MaterialGame) -> Vec<Input> {
        let stage = match self.question().measure {
            Measure::Extraction => ChainStage::Extraction,
            Measure::Recycling => ChainStage::Recycling,
            _ => ChainStage::Processing,
        };
        let mut from: Vec<Input> =
            self.projects(game, stage, true).iter().map(|(_, project)| project.input()).collect();
        let recovery = game.facts.recovery.as_ref().filter(|_| stage == ChainStage::Extraction);
        let known = recovery.into_iter().chain(game.facts.consumption.as_ref());
        from.extend(known.flat_map(|known| known.from.iter().cloned()));
        from.extend(self.demand());
        from
    }

    /// Another demand than the default, where the question asks for one.
    fn demand(&self) -> Option<Input> {
        let value = self.question().demand;
        let label = "Times the demand that the facts give".to_owned();
        (value != 1.0).then_some(Input::Stated { label, value, unit: "factor", id: None })
    }

    fn new_supply(&mut self, game: &MaterialGame, material: &MaterialPlay<Ranged>, base: &StageBase<Ranged>) -> New {
        let stage = base.stage;
        let mut supply = Vec::new();
        material.new_supply(self.inputs.all(), stage.into(), &mut supply);
        let projects = self.projects(game, stage.into(), false);
        let of_country: Vec<Worked> = supply
            .iter()
            .map(|new| {
                let code = &self.inputs.codes[usize::from(new.country.0)];
                let own = projects.iter().filter(|(country, _)| *country == new.country);
                let from = own.map(|(_, project)| project.input()).collect();
                let id = self.ids.inner("new", &format!("{}/{stage}/{code}", game.id));
                let label = format!("New tonnes of {code} at {stage}");
                self.workings.number(id, label, new.tonnes, &rules::NEW_OF_COUNTRY, from)
            })
            .collect();
        let sees = self.question().measure == Measure::SingleCountry || base.scope != Some(Scope::Gs);
        let sourcing = self.play.sourcing(material, base, self.inputs.all(), &mut Scratch::default());
        let sourcing = sourcing.filter(|_| sees && !supply.is_empty());
        let accepted = sourcing.map(|sourcing| self.accepted(game, base, &of_country, &sourcing));
        New { supply, of_country, accepted }
    }

    fn accepted(
        &mut self,
        game: &MaterialGame,
        base: &StageBase<Ranged>,
        of_country: &[Worked],
        sourcing: &Sourcing<Ranged>,
    ) -> Worked {
        let stage = base.stage;
        let mut from: Vec<Input> = of_country.iter().map(Worked::input).collect();
        from.extend(self.supply(game, stage));
        if self.play.how != Displacement::Proportional {
            let (label, value) = (
                "Imports from third countries in EU sourcing".to_owned(),
                base.europe.as_ref().map_or(0.0, |list| list.imports.value),
            );
            from.push(Input::Stated { label, value, unit: "share", id: None });
        }
        let id = self.ids.inner("accepted", &format!("{}/{stage}", game.id));
        let label = format!("Part of the new supply that the Union takes at {stage}");
        let written = self.workings.number(id, label, sourcing.accepted, &ACCEPTED, from);
        if sourcing.accepted.value < 1.0 {
            self.workings
                .note(&written, "More than can be displaced: the rest is exported and enters world supply only.");
        }
        written
    }

    /// EU supply in tonnes.
    fn supply(&self, game: &MaterialGame, stage: Stage) -> Vec<Input> {
        let known = game.facts.tonnes_of(stage).and_then(|tonnes| tonnes.supply.as_ref());
        known.into_iter().flat_map(|known| known.from.iter().cloned()).chain(self.demand()).collect()
    }

    /// Concentration of a list; as the Risk room has it where nothing new enters.
    fn concentration(
        &mut self,
        game: &MaterialGame,
        facts: &StageInputs,
        side: Side,
        after: &[Source<Ranged>],
        new: Option<&New>,
    ) -> Input {
        let (stage, side_id) = (facts.stage, if side == Side::World { "gs" } else { "eus" });
        let path = format!("{}/{stage}/{side_id}", game.id);
        let label = format!("Concentration of {}", if side == Side::World { "world supply" } else { "EU sourcing" });
        let number = index(after);
        let Some(new) = new else {
            let id = Some(self.ids.baseline(&format!("risk.hhi/{path}")));
            return Input::Stated { label, value: number.value, unit: "index", id };
        };
        let mut terms = Vec::new();
        for source in after.iter().filter(|source| source.share.high() > 0.0) {
            let code = self.inputs.codes[usize::from(source.country.0)].clone();
            let mut from = vec![self.share(game, facts, side, source, new).input()];
            from.push(Input::Stated {
                label: format!("Governance of {code}"),
                value: source.governance.value,
                unit: "index 0 (best) to 10 (worst)",
                id: Some(self.ids.baseline(&format!("risk.governance/{code}"))),
            });
            from.extend(self.trade(facts, side, source));
            let id = self.ids.inner("hhi-term", &format!("{path}/{code}"));
            let label = format!("What {code} adds to concentration");
            terms.push(self.workings.number(id, label, index(&[*source]), &HHI_TERM, from).input());
        }
        let id = self.ids.inner("hhi", &path);
        self.workings.number(id, format!("{label} with {}", self.regions()), number, &HHI, terms).input()
    }

    fn trade(&self, facts: &StageInputs, side: Side, source: &Source<Ranged>) -> Option<Input> {
        let supplier = facts.list(side)?.suppliers.iter().find(|s| s.country == source.country)?;
        if source.trade.value == supplier.trade.value {
            return Some(self.fact(&supplier.trade, "Trade parameter", "index"));
        }
        let label = "Trade parameter inside the European Union".to_owned();
        Some(Input::Stated { label, value: LOWEST_TRADE, unit: "index", id: None })
    }

    fn share(
        &mut self,
        game: &MaterialGame,
        facts: &StageInputs,
        side: Side,
        source: &Source<Ranged>,
        new: &New,
    ) -> Worked {
        let (stage, side_id) = (facts.stage, if side == Side::World { "gs" } else { "eus" });
        let code = self.inputs.codes[usize::from(source.country.0)].clone();
        let supplier = facts.list(side).and_then(|list| list.suppliers.iter().find(|s| s.country == source.country));
        let mut from: Vec<Input> = supplier.map(|s| self.fact(&s.share, "Share before", "share")).into_iter().collect();
        let own = new.supply.iter().position(|new| new.country == source.country);
        match side {
            Side::World => {
                from.extend(new.of_country.iter().map(Worked::input));
                let production = game.facts.tonnes_of(stage).and_then(|tonnes| tonnes.production.as_ref());
                from.extend(production.into_iter().flat_map(|known| known.from.iter().cloned()));
            }
            Side::Europe => {
                from.extend(new.accepted.as_ref().map(Worked::input));
                from.extend(own.map(|at| new.of_country[at].input()));
                from.extend(self.supply(game, stage));
            }
        }
        let rule = if side == Side::World { &rules::SHARE_WORLD } else { &rules::SHARE_EUROPE };
        let id = self.ids.inner("share", &format!("{}/{stage}/{side_id}/{code}", game.id));
        let label = format!("Share of {code} in {}", if side == Side::World { "world supply" } else { "EU sourcing" });
        self.workings.number(id, label, source.share, rule, from)
    }

    fn import_reliance(
        &mut self,
        game: &MaterialGame,
        facts: &StageInputs,
        after: Option<Ranged>,
        sources: &[Source<Ranged>],
        new: Option<&New>,
    ) -> Option<Input> {
        let (stage, number) = (facts.stage, after?);
        let path = format!("{}/{stage}", game.id);
        let Some(new) = new else {
            let id = Some(self.ids.baseline(&format!("risk.ir/{path}")));
            return Some(Input::Stated { label: "Import reliance".to_owned(), value: number.value, unit: "share", id });
        };
        let mut from: Vec<Input> =
            facts.import_reliance.iter().map(|fact| self.fact(fact, "Import reliance before", "share")).collect();
        for source in sources.iter().filter(|source| source.outside && source.share.high() > 0.0) {
            from.push(self.share(game, facts, Side::Europe, source, new).input());
        }
        let label = format!("Import reliance with {}", self.regions());
        Some(self.workings.number(self.ids.inner("ir", &path), label, number, &rules::IMPORT_RELIANCE, from).input())
    }

    fn recycled(&mut self, game: &MaterialGame, material: &MaterialPlay<Ranged>) -> Option<Input> {
        let inputs = self.inputs;
        let before = inputs.study.materials[game.at].recycled.as_ref()?;
        let before = self.fact(before, "EoL-RIR before", "share");
        let Some(scrap) = material.old_scrap(inputs.all()) else { return Some(before) };
        let number = material.base.recycled_with(Some(scrap))?;
        let mut from = vec![before];
        let old_scrap: Vec<&str> = inputs
            .offered(game.material, ChainStage::Recycling)
            .filter(|(_, offer)| offer.old_scrap)
            .map(|(_, offer)| offer.project.as_str())
            .collect();
        let ids: Vec<String> = old_scrap
            .iter()
            .map(|project| self.ids.inner("tonnes", &format!("{}/{project}/recycling", game.id)))
            .collect();
        let projects = self.projects(game, ChainStage::Recycling, false);
        from.extend(projects.iter().filter(|(_, of)| ids.contains(&of.id)).map(|(_, of)| of.input()));
        from.extend(game.facts.all_input.iter().flat_map(|known| known.from.iter().cloned()));
        from.extend(self.demand());
        let label = format!("EoL-RIR with {}", self.regions());
        let id = self.ids.inner("recycled", &game.id);
        Some(self.workings.number(id, label, number, &rules::RECYCLED, from).input())
    }

    fn single_country(
        &mut self,
        game: &MaterialGame,
        material: &MaterialPlay<Ranged>,
        base: &StageBase<Ranged>,
        facts: &StageInputs,
        new: &New,
        figure: Ranged,
    ) -> Option<Input> {
        let mut scratch = Scratch::default();
        self.play.sourcing(material, base, self.inputs.all(), &mut scratch)?;
        let after = base.europe.as_ref()?.after(&scratch);
        let third = after.iter().filter(|source| source.third && source.share.high() > 0.0);
        let from = third.map(|source| self.share(game, facts, Side::Europe, source, new).input()).collect();
        let label = format!("Largest share of one third country at {} with {}", base.stage, self.regions());
        let id = self.ids.inner("after", &format!("{}/{}", game.id, base.stage));
        Some(self.workings.number(id, label, figure, &rules::LARGEST, from).input())
    }
}
