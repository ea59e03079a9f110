//! The supply risk of the game is that of the Risk room, to the last bit.

use adit_facts::chain::ChainStage;
use adit_facts::{Changes, Stage};
use adit_model::risk::what_if::WhatIf;
use adit_model::risk::{Options, assess, gather};
use adit_model::together::inputs::Given;
use adit_model::together::{Inputs, Question, play};

use crate::facts::{PACKAGE, about, assessed, country, game, material, offer, player, stage_of, supply};

/// Every material and group of the study, with four regions that offer nothing.
#[test]
fn a_game_without_projects_is_the_figure_of_the_risk_room() {
    let study = gather(&PACKAGE, &Options::default(), &Changes::default());
    let risks = assess(&PACKAGE, &study);
    let mut compared = 0;
    for risk in risks.iter().filter(|risk| risk.sr.is_some()) {
        let players = ["FI1D", "ES43", "EL64", "UKK4"].map(|code| player(code, Vec::new()));
        let question = Question::new(risk.material, Vec::<String>::new());
        let given = Given { players: players.to_vec(), ..Given::default() };
        let inputs = Inputs::new(&PACKAGE, question, &Options::default(), &Changes::default(), given).unwrap();
        let outcome = play(&inputs).unwrap();
        assert_eq!(outcome.before, risk.sr.map(|sr| sr.value), "{:?}", PACKAGE.vocabulary().material(risk.material).id);
        assert_eq!(outcome.together.value, 0.0);
        assert_eq!((outcome.together.low(), outcome.together.high()), (0.0, 0.0));
        assert!(outcome.coalitions.iter().all(|of| of.value == 0.0 && !of.capped));
        compared += 1;
    }
    assert!(compared > 70, "{compared}");
}

/// `adit risk MATERIAL --stage STAGE --add ...`.
fn added(name: &str, stage: Stage, shares: &[(&str, f64)]) -> f64 {
    let options = Options { only: Some(vec![material(name)]), ..Options::default() };
    let add = shares.iter().map(|(code, share)| (country(code), *share)).collect();
    let question = WhatIf { stage: Some(stage), add, ..WhatIf::default() };
    let changes = question.expand(&PACKAGE, material(name), &options, &Changes::default()).unwrap();
    stage_of(&assessed(name, &changes), stage).sr.unwrap().value
}

/// The same tonnes in the game, of a supply of 65536 tonnes, so that tonnes over supply is the share to the last bit.
fn played(name: &str, stage: Stage, shares: &[(&str, f64)]) -> (f64, f64, bool) {
    const SUPPLY: f64 = 65_536.0;
    let players = shares.iter().map(|(code, share)| {
        let of = offer(name, stage.into(), code, share * SUPPLY);
        player(&format!("{code}11"), vec![of])
    });
    let inputs = game(about(name, Some(stage)), players.collect(), vec![supply(name, SUPPLY)]);
    let outcome = play(&inputs).unwrap();
    (outcome.before.unwrap() - outcome.together.value, outcome.together.value, outcome.capped)
}

fn same(name: &str, stage: Stage, shares: &[(&str, f64)]) {
    let before = stage_of(&assessed(name, &Changes::default()), stage).sr.unwrap().value;
    let after = added(name, stage, shares);
    let (_, value, _) = played(name, stage, shares);
    assert_eq!(value, before - after, "{name} {stage} {shares:?}");
}

#[test]
fn proportional_is_what_adit_risk_add_gives() {
    for share in [0.25, 0.5, 0.75, 1.0] {
        same("lithium", Stage::Processing, &[("FI", share)]);
    }
    for share in [0.25, 0.5] {
        same("lithium", Stage::Processing, &[("DE", share / 2.0), ("FI", share / 2.0)]);
        same("lithium", Stage::Processing, &[("DE", share / 4.0), ("FI", share / 4.0), ("FR", share / 2.0)]);
    }
    // A second country in the Union beside Spain, from 10 to 50 %.
    for share in [0.1, 0.2, 0.3, 0.4, 0.5] {
        same("strontium", Stage::Extraction, &[("DE", share)]);
    }
    // One that already supplies, one outside, and both.
    same("lithium", Stage::Processing, &[("CL", 0.125)]);
    same("lithium", Stage::Processing, &[("NO", 0.25)]);
    same("silver", Stage::Extraction, &[("CA", 0.25), ("PL", 0.125)]);
    same("tungsten", Stage::Extraction, &[("ES", 0.25), ("PT", 0.25)]);
}

/// Twice the whole supply is cut to the whole: what `--add` gives for 1, and the rest is said to be exported.
#[test]
fn more_than_the_supply_is_capped() {
    let (after, _, capped) = played("lithium", Stage::Processing, &[("DE", 1.0), ("FI", 1.0)]);
    assert!(capped);
    let halves = added("lithium", Stage::Processing, &[("DE", 0.5), ("FI", 0.5)]);
    assert!((after - halves).abs() < 1e-14, "{after} {halves}");
    assert!(!played("lithium", Stage::Processing, &[("DE", 0.5), ("FI", 0.5)]).2);
}

/// The same tonnes over more countries give a lower risk (issue: lithium at processing, 25 and 50 %).
#[test]
fn the_same_tonnes_over_more_countries_give_a_lower_risk() {
    for share in [0.25, 0.5] {
        let risk = |codes: &[&str]| {
            let each: Vec<(&str, f64)> = codes.iter().map(|code| (*code, share / codes.len() as f64)).collect();
            played("lithium", Stage::Processing, &each).0
        };
        let (one, two, three) = (risk(&["FI"]), risk(&["FI", "DE"]), risk(&["FI", "DE", "FR"]));
        assert!(three < two && two < one, "{one} {two} {three}");
    }
}

/// Regions of one country are one country in the official figure: splitting tonnes among them changes nothing.
#[test]
fn tonnes_of_one_country_are_summed_before_squaring() {
    let value = |split: &[(&str, f64)]| {
        let players = split
            .iter()
            .map(|(code, tonnes)| player(code, vec![offer("lithium", ChainStage::Processing, code, *tonnes)]));
        let inputs =
            game(about("lithium", Some(Stage::Processing)), players.collect(), vec![supply("lithium", 1000.0)]);
        play(&inputs).unwrap()
    };
    let (one, two) = (value(&[("DE71", 300.0)]), value(&[("DE40", 100.0), ("DE71", 200.0)]));
    assert!((one.together.value - two.together.value).abs() < 1e-15);
    let (by_country, by_region) = two.regional.map(|of| (of.by_country, of.by_region)).unwrap();
    assert!(by_region < by_country, "the unofficial measure sees the regions");
    assert!((by_country - by_region - (0.09 - 0.01 - 0.04)).abs() < 1e-12);
}
