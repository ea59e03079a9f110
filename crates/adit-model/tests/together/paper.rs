//! The whole arithmetic of the game once more, on paper: lists, shares and numbers, without any of the model's code.

use adit_facts::chain::ChainStage;
use adit_facts::study::Side;
use adit_facts::{Changes, Stage};
use adit_model::risk::{Options, gather};
use adit_model::together::inputs::{MaterialFacts, StageTonnes};
use adit_model::together::{Displacement, Measure, Question, play};

use crate::facts::{PACKAGE, about, exactly, game, material, offer, player, supply};

/// A supplier on paper.
#[derive(Clone, Debug)]
struct Line {
    code: String,
    share: f64,
    governance: f64,
    trade: f64,
}

fn in_eu(code: &str) -> bool {
    PACKAGE.vocabulary().find_country(code).is_some_and(|country| PACKAGE.vocabulary().country(country).in_eu27())
}

/// `10 (2.5 - mean) / 5` over the estimates of 2016 to 2020.
fn governance(code: &str) -> f64 {
    let country = PACKAGE.vocabulary().find_country(code).unwrap();
    let years = (2016..=2020).filter_map(|year| PACKAGE.indicators(country, year));
    let estimates: Vec<f64> = years.flatten().map(|indicator| indicator.estimate.number.value).collect();
    10.0 * (2.5 - estimates.iter().sum::<f64>() / estimates.len() as f64) / 5.0
}

#[derive(Clone)]
struct Sheet {
    world: Vec<Line>,
    europe: Vec<Line>,
    reliance: f64,
    recycled: f64,
    substitution: f64,
}

fn sheet(name: &str, stage: Stage) -> Sheet {
    let options = Options { only: Some(vec![material(name)]), ..Options::default() };
    let study = gather(&PACKAGE, &options, &Changes::default());
    let m = study.materials.iter().find(|m| m.material == material(name)).unwrap();
    let s = m.stages.iter().find(|s| s.stage == stage).unwrap();
    let list = |side| {
        let suppliers = &s.list(side).unwrap().suppliers;
        let line = |supplier: &adit_model::risk::inputs::SupplierInputs| {
            let code = PACKAGE.vocabulary().country(supplier.country).id.clone();
            let governance = governance(&code);
            Line { code, share: supplier.share.value, governance, trade: supplier.trade.value }
        };
        suppliers.iter().map(line).collect::<Vec<_>>()
    };
    Sheet {
        world: list(Side::World),
        europe: list(Side::Europe),
        reliance: s.import_reliance.unwrap().value.max(0.0),
        recycled: m.recycled.unwrap().value,
        substitution: m.si_sr.unwrap().value,
    }
}

fn put(list: &mut Vec<Line>, code: &str, share: f64) {
    if let Some(line) = list.iter_mut().find(|line| line.code == code) {
        line.share += share;
        return;
    }
    let trade = if in_eu(code) { 0.8 } else { 1.0 };
    list.push(Line { code: code.to_owned(), share, governance: governance(code), trade });
}

impl Sheet {
    fn risk(&self) -> f64 {
        let index = |list: &[Line]| list.iter().map(|l| l.share * l.share * l.governance * l.trade).sum::<f64>();
        let mixed = index(&self.world) * self.reliance / 2.0 + index(&self.europe) * (1.0 - self.reliance / 2.0);
        mixed * (1.0 - self.recycled) * self.substitution
    }

    fn imports(&self) -> f64 {
        self.europe.iter().filter(|l| !in_eu(&l.code)).map(|l| l.share).sum()
    }

    /// New tonnes by country, of a supply `t` and a world production `g`.
    fn join(&mut self, new: &[(&str, f64)], t: f64, g: f64, how: Displacement) {
        let before = self.imports();
        let all: f64 = new.iter().map(|(_, tonnes)| tonnes).sum();
        let limit = if how == Displacement::Proportional { t } else { before * t };
        let lambda = (limit / all).min(1.0);
        let mut left = lambda * all / t;
        let mut order: Vec<usize> = (0..self.europe.len()).filter(|&at| !in_eu(&self.europe[at].code)).collect();
        match how {
            Displacement::Proportional => self.europe.iter_mut().for_each(|l| l.share *= 1.0 - left),
            Displacement::ImportsOnly => {
                let outside = self.europe.iter_mut().filter(|l| !in_eu(&l.code));
                outside.for_each(|l| l.share *= 1.0 - left / before);
            }
            Displacement::LargestFirst | Displacement::WorstGovernedFirst => {
                let key = |at: usize| {
                    let line = &self.europe[at];
                    if how == Displacement::LargestFirst { line.share } else { line.governance }
                };
                order.sort_by(|&a, &b| key(b).total_cmp(&key(a)).then(self.europe[a].code.cmp(&self.europe[b].code)));
                for at in order {
                    let gone = self.europe[at].share.min(left);
                    self.europe[at].share -= gone;
                    left -= gone;
                }
            }
        }
        for (code, tonnes) in new {
            put(&mut self.europe, code, lambda * tonnes / t);
        }
        if before > 0.0 {
            self.reliance = (self.reliance * self.imports() / before).clamp(0.0, 1.0);
        }
        self.world.iter_mut().for_each(|l| l.share *= g / (g + all));
        for (code, tonnes) in new {
            put(&mut self.world, code, tonnes / (g + all));
        }
    }
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-12
}

/// Regions of the game and their tonnes at processing.
const REGIONS: [(&str, &str, f64); 4] =
    [("DE40", "DE", 900.0), ("DE71", "DE", 1500.0), ("FI1D", "FI", 2000.0), ("NO02", "NO", 700.0)];

fn facts(name: &str, t: f64, g: f64) -> MaterialFacts {
    let of = |stage: Stage| {
        let tonnes = StageTonnes { supply: Some(exactly("supply", t)), production: Some(exactly("production", g)) };
        (stage, tonnes)
    };
    MaterialFacts { tonnes: Stage::ALL.map(of).to_vec(), ..supply(name, t) }
}

/// Every coalition of four regions in three countries, one of them outside the Union, under every rule, with enough
/// supply for all and with too little.
#[test]
fn every_coalition_under_every_rule_is_the_arithmetic_on_paper() {
    for (name, stage) in
        [("lithium", Stage::Processing), ("silver", Stage::Extraction), ("magnesium", Stage::Processing)]
    {
        let published = sheet(name, stage);
        for how in Displacement::ALL {
            for (t, g) in [(20_000.0, 300_000.0), (3000.0, 8000.0)] {
                let players = REGIONS
                    .iter()
                    .map(|(region, _, tonnes)| player(region, vec![offer(name, stage.into(), region, *tonnes)]));
                let question = Question { displacement: how, ..about(name, Some(stage)) };
                let outcome = play(&game(question, players.collect(), vec![facts(name, t, g)])).unwrap();
                let before = published.risk();
                assert!(near(outcome.before.unwrap(), before), "{name}");
                for of in outcome.coalitions.iter().filter(|of| of.coalition.size() > 0) {
                    let mut new: Vec<(&str, f64)> = Vec::new();
                    for (_, code, tonnes) in of.coalition.players().map(|at| REGIONS[at]) {
                        match new.iter_mut().find(|(known, _)| *known == code) {
                            Some((_, sum)) => *sum += tonnes,
                            None => new.push((code, tonnes)),
                        }
                    }
                    let mut after = published.clone();
                    after.join(&new, t, g, how);
                    let by_hand = before - after.risk();
                    assert!(near(of.value, by_hand), "{name} {how:?} {t}: {:?} {} {by_hand}", of.coalition, of.value);
                    let offered: f64 = new.iter().map(|(_, tonnes)| tonnes).sum();
                    let limit = if how == Displacement::Proportional { t } else { published.imports() * t };
                    assert_eq!(of.capped, offered > limit, "{name} {how:?} {t}");
                }
            }
        }
    }
}

/// Magnesium is recycled at 13 %: of 100 000 t input, 7000 t more make 20 %. Scrap of production makes nothing.
#[test]
fn old_scrap_moves_the_rate_and_new_scrap_does_not() {
    let value = |old_scrap: bool| {
        let mut of = offer("magnesium", ChainStage::Recycling, "recycler", 7000.0);
        of.old_scrap = old_scrap;
        let inputs = game(about("magnesium", None), vec![player("AT22", vec![of])], vec![supply("magnesium", 1e5)]);
        play(&inputs).unwrap()
    };
    let mut after = sheet("magnesium", Stage::Processing);
    let before = after.risk();
    assert!(near(after.recycled, 0.13));
    after.recycled = 0.20;
    assert!(near(value(true).together.value, before - after.risk()));
    assert_eq!(value(false).together.value, 0.0);
}

/// A tenth of supply from one plant each, 90 % recovered from the ore.
#[test]
fn shares_of_capacity_are_capacity_over_consumption() {
    let of = |measure, stage: ChainStage| {
        let mut offer = offer("lithium", stage, "plant", 2000.0);
        offer.utilisation = exactly("half", 0.5);
        offer.probability = exactly("quarter", 0.25);
        let question = Question { measure, ..about("lithium", None) };
        play(&game(question, vec![player("FI1D", vec![offer])], vec![supply("lithium", 10_000.0)]))
            .unwrap()
            .together
            .value
    };
    assert!(near(of(Measure::Extraction, ChainStage::Extraction), 0.2 * 0.25 * 0.9));
    assert!(near(of(Measure::Processing, ChainStage::Processing), 0.2 * 0.25));
    assert!(near(of(Measure::Recycling, ChainStage::Recycling), 0.2 * 0.25));
    assert_eq!(of(Measure::Processing, ChainStage::Extraction), 0.0);
}

/// Chile sends 79 % of what Europe refines of lithium; a quarter from Finland leaves 59.25 % by proportion, 54 % if Chile
/// alone gives way.
#[test]
fn the_largest_third_country() {
    let value = |how| {
        let question = Question {
            measure: Measure::SingleCountry,
            displacement: how,
            ..about("lithium", Some(Stage::Processing))
        };
        let offers = vec![offer("lithium", ChainStage::Processing, "refinery", 2500.0)];
        play(&game(question, vec![player("FI1D", offers)], vec![supply("lithium", 10_000.0)])).unwrap()
    };
    let proportional = value(Displacement::Proportional);
    assert!(near(proportional.before.unwrap(), 0.79) && near(proportional.together.value, 0.79 * 0.25));
    assert!(near(value(Displacement::LargestFirst).together.value, 0.25));
}
