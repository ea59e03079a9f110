//! How the value of one coalition came about: the same numbers, each written down with its rule and inputs.
//!
//! The values of all coalitions are never written; one is, when it is asked for, by playing the game of its regions: what
//! a coalition is worth depends on who is in it and on nothing else.

use adit_facts::{Changes, Package};
use adit_number::{Fact, Ranged, Reading, Rule};

use super::bounds::within;
use super::error::TogetherError;
use super::game::{Coalition, Values, complementarity, shapley};
use super::gather::gather;
use super::ids::{Asked, Ids, parse};
use super::inputs::{Inputs, MaterialGame};
use super::outcome::{CUTS_TOGETHER, check};
use super::play::{MaterialPlay, Play};
use super::question::{Measure, Question};
use super::read::Reader;
use super::rules;
use super::supply::Scratch;
use super::tonnes::{Routes, Tonnes};
use crate::risk::concentration::WORST_GOVERNANCE;
use crate::risk::evaluate::RiskReading;
use crate::risk::inputs::Options;
use crate::risk::whole::STAGE_HIGHER;
use crate::workings::{Input, Worked, Workings};

mod stage;

/// Value and limits at once.
#[derive(Clone, Copy)]
struct AsRanged;

impl Reading for AsRanged {
    type Number = Ranged;

    fn read(&self, fact: &Fact) -> Ranged {
        Ranged::new(fact.value, fact.low, fact.high)
    }
}

impl RiskReading for AsRanged {
    fn unknown_governance(&self) -> Ranged {
        Ranged::new(0.0, 0.0, WORST_GOVERNANCE)
    }
}

/// Computes a number of the game again from its id and writes down how it came about. The number is under the id.
///
/// # Errors
/// If the id is none of the game, or the game cannot be played.
pub fn open(
    package: &Package,
    id: &str,
    options: &Options,
    changes: &Changes,
    routes: Routes<'_>,
    baseline_query: &str,
) -> Result<Workings, TogetherError> {
    let unknown = || TogetherError::UnknownId(id.to_owned());
    let workings = match parse(package, id).ok_or_else(unknown)? {
        Asked::Tonnes(material, stage, year) => {
            let mut workings = Workings::default();
            let tonnes = Tonnes { package, material, year, edition: &options.edition, routes };
            tonnes.supply(stage, &mut workings);
            tonnes.production(stage, &mut workings);
            workings
        }
        Asked::Coalition(question) => {
            let inputs = gather(package, &question, options, changes, routes, baseline_query)?;
            derive(package, &inputs)?.1
        }
    };
    if workings.get(id).is_some() { Ok(workings) } else { Err(unknown()) }
}

/// Writes the value of all the game's regions together down, with everything on the way to it, each region's Shapley
/// share, and what the two add to each other if they are two.
///
/// # Errors
/// As for [`super::play`].
pub fn derive(package: &Package, inputs: &Inputs) -> Result<(Worked, Workings), TogetherError> {
    check(inputs)?;
    let how = inputs.question.displacement;
    let mut writer = Writer {
        package,
        inputs,
        ids: Ids::new(inputs, inputs.all()),
        play: Reader::new(inputs, AsRanged, 1.0).play(how),
        workings: inputs.workings.clone(),
    };
    let limits = within(inputs, how, &[(inputs.all(), CUTS_TOGETHER)]).into_iter().next().flatten();
    let value = writer.value(limits.unwrap_or(Ranged::point(0.0)));
    writer.shares(&value);
    writer.pair(&value);
    Ok((value, writer.workings))
}

pub(super) struct Writer<'a> {
    package: &'a Package,
    inputs: &'a Inputs,
    ids: Ids,
    play: Play<Ranged>,
    workings: Workings,
}

/// The rule of a measure.
fn rule_of(measure: Measure) -> &'static Rule {
    match measure {
        Measure::SupplyRisk => &rules::SUPPLY_RISK,
        Measure::SingleCountry => &rules::SINGLE_COUNTRY,
        Measure::Extraction | Measure::Processing | Measure::Recycling => &rules::CAPACITY,
    }
}

impl Writer<'_> {
    fn question(&self) -> &Question {
        &self.inputs.question
    }

    fn name(&self, game: &MaterialGame) -> String {
        self.package.vocabulary().material(game.material).name.to_lowercase()
    }

    /// The regions, for labels.
    fn regions(&self) -> String {
        let codes: Vec<&str> = self.inputs.players.iter().map(|player| player.region.as_str()).collect();
        codes.join(" and ")
    }

    fn value(&mut self, limits: Ranged) -> Worked {
        let inputs = self.inputs;
        if let [game] = inputs.games.as_slice() {
            let material = self.play.materials[0].clone();
            return self.of_material(game, &material, limits);
        }
        let materials = self.play.materials.clone();
        let (mut members, mut silent) = (Vec::new(), Vec::new());
        for (game, material) in inputs.games.iter().zip(&materials) {
            if !self.play.moves(material, inputs.all()) {
                let label = format!("{}: no project here, so nothing changes", self.name(game));
                silent.push(Input::Stated { label, value: 0.0, unit: self.question().measure.unit(), id: None });
                continue;
            }
            let limits =
                self.play.value_of(material, inputs.all(), &mut Scratch::default()).unwrap_or(Ranged::point(0.0));
            members.push(self.of_material(game, material, limits));
        }
        let id = self.ids.value(&inputs.material);
        let label = format!("What {} change in the {} of {}", self.regions(), self.what(), inputs.material);
        let from = members.iter().map(Worked::input).chain(silent).collect();
        self.workings.number(id, label, limits, &rules::GROUP, from)
    }

    fn what(&self) -> &'static str {
        match self.question().measure {
            Measure::SupplyRisk => "supply risk",
            Measure::Extraction => "share of extraction capacity",
            Measure::Processing => "share of processing capacity",
            Measure::Recycling => "share of recycling capacity",
            Measure::SingleCountry => "largest share of one third country",
        }
    }

    fn of_material(&mut self, game: &MaterialGame, material: &MaterialPlay<Ranged>, limits: Ranged) -> Worked {
        let measure = self.question().measure;
        let from = if measure.is_capacity() {
            self.capacities(game)
        } else {
            let before = self.before(game, material);
            let after = self.after(game, material);
            before.into_iter().chain(after).collect()
        };
        let label = format!("What {} change in the {} of {}", self.regions(), self.what(), self.name(game));
        self.workings.number(self.ids.value(&game.id), label, limits, rule_of(measure), from)
    }

    /// The figure before anybody joins, a number of the Risk room.
    fn before(&self, game: &MaterialGame, material: &MaterialPlay<Ranged>) -> Option<Input> {
        let value = material.before?.value;
        let label = format!("{} of {} before anybody joins", capitalised(self.what()), self.name(game));
        let unit = self.question().measure.unit();
        let of_risk = self.question().measure == Measure::SupplyRisk;
        let id = of_risk.then(|| match self.question().stage {
            Some(stage) => self.ids.baseline(&format!("risk.sr/{}/{stage}", game.id)),
            None => self.ids.baseline(&format!("risk.sr/{}", game.id)),
        });
        Some(Input::Stated { label, value, unit, id })
    }

    /// The figure with all regions: the higher of the stages played.
    fn after(&mut self, game: &MaterialGame, material: &MaterialPlay<Ranged>) -> Option<Input> {
        let of: Vec<_> = self.play.by_stage(material, self.inputs.all(), &mut Scratch::default()).collect();
        let figures: Vec<Input> =
            of.into_iter().filter_map(|(stage, figure)| self.stage(game, material, stage, figure)).collect();
        if figures.len() < 2 {
            return figures.into_iter().next();
        }
        let number = self.play.of_material(material, self.inputs.all(), &mut Scratch::default())?;
        let label = format!("{} of {} with {}", capitalised(self.what()), self.name(game), self.regions());
        let id = self.ids.inner("after", &game.id);
        let single = self.question().measure == Measure::SingleCountry;
        let rule: &'static Rule = if single { &rules::LARGEST } else { &STAGE_HIGHER };
        Some(self.workings.number(id, label, number, rule, figures).input())
    }

    /// Each region's share of the value, with the ten joinings that matter most.
    fn shares(&mut self, value: &Worked) {
        let inputs = self.inputs;
        let players = inputs.players.len();
        let game = Reader::new(inputs, adit_number::AsValue, 1.0).play(inputs.question.displacement);
        let values = Values::of(players, |coalition| game.value(coalition).unwrap_or(0.0));
        let Some(values) = values.filter(|_| players > 1) else { return };
        for (at, share) in shapley(&values).into_iter().enumerate() {
            let region = &inputs.players[at].region;
            let id = self.ids.inner("shapley", &format!("{}/{region}", inputs.material));
            let label = format!("Share of {region} in what {} change", self.regions());
            let from = self.joinings(&values, at, value);
            let written = self.workings.number(id, label, Ranged::point(share), &rules::SHAPLEY, from);
            if players > 4 {
                self.workings
                    .note(&written, "The ten joinings that weigh most; the share is the sum over all of them.");
            }
        }
    }

    fn joinings(&self, values: &Values, player: usize, together: &Worked) -> Vec<Input> {
        let players = values.players();
        let orders = |k: usize| (1..=k).map(|i| i as f64).product::<f64>();
        let weight = |others: usize| orders(others) * orders(players - 1 - others) / orders(players);
        let mut terms: Vec<(f64, Coalition, f64)> = values
            .iter()
            .filter(|(coalition, _)| !coalition.has(player))
            .map(|(others, value)| {
                let added = values.value(others.with(player)) - value;
                (weight(others.size()) * added, others, added)
            })
            .collect();
        terms.sort_by(|one, other| other.0.abs().total_cmp(&one.0.abs()).then(one.1.cmp(&other.1)));
        let codes = |of: Coalition| -> String {
            let codes: Vec<&str> = of.players().map(|at| self.inputs.players[at].region.as_str()).collect();
            if codes.is_empty() { "nobody".to_owned() } else { codes.join(", ") }
        };
        let mut from = vec![together.input()];
        for (_, others, _) in terms.into_iter().take(10) {
            let with = others.with(player);
            let when = format!("it joins in {:.4} of the orders", weight(others.size()));
            for (coalition, label) in [
                (with, format!("What {} change; {when}", codes(with))),
                (others, format!("What {} change before {when}", codes(others))),
            ] {
                let id = Ids::new(self.inputs, coalition).value(&self.inputs.material);
                let id = (coalition != Coalition::EMPTY).then_some(id);
                let (value, unit) = (values.value(coalition), self.question().measure.unit());
                from.push(Input::Stated { label, value, unit, id });
            }
        }
        from
    }

    /// What two regions add to each other.
    fn pair(&mut self, value: &Worked) {
        let inputs = self.inputs;
        let [one, other] = inputs.players.as_slice() else { return };
        let game = Reader::new(inputs, adit_number::AsValue, 1.0).play(inputs.question.displacement);
        let v = |coalition| game.value(coalition).unwrap_or(0.0);
        let mut from = vec![value.input()];
        for (at, player) in [one, other].into_iter().enumerate() {
            let alone = Coalition::one(at);
            let id = Ids::new(inputs, alone).value(&inputs.material);
            let (label, unit) = (format!("What {} changes alone", player.region), inputs.question.measure.unit());
            from.push(Input::Stated { label, value: v(alone), unit, id: Some(id) });
        }
        let label = format!("What {} and {} add to each other", one.region, other.region);
        let id = self.ids.inner("pair", &inputs.material);
        self.workings.number(id, label, Ranged::point(complementarity(v, 0, 1)), &rules::PAIR, from);
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
