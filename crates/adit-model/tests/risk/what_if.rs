//! What-ifs against the same arithmetic on paper (rules §1.9).

use adit_facts::study::Side;
use adit_facts::{Change, Changes, Operation, Scope, Stage};
use adit_model::risk::what_if::{WhatIf, WhatIfError};
use adit_model::risk::{MaterialRisk, Missing, Options, StageRisk, gather};
use adit_number::{Fact, uniform};

use crate::facts::{PACKAGE, STUDY, assessed, country, material, near, stage};
use crate::hand::{Paper, paper};

const PROCESSING: Stage = Stage::Processing;
const EXTRACTION: Stage = Stage::Extraction;

fn adding(added: &[(&str, f64)]) -> WhatIf {
    WhatIf { add: added.iter().map(|(place, share)| (country(place), *share)).collect(), ..WhatIf::default() }
}

fn without(place: &str) -> WhatIf {
    WhatIf { without: vec![country(place)], ..WhatIf::default() }
}

fn expand(name: &str, question: &WhatIf) -> Result<Changes, WhatIfError> {
    question.expand(&PACKAGE, material(name), &Options::default(), &Changes::default())
}

fn answer(name: &str, question: &WhatIf) -> MaterialRisk {
    assessed(name, &Options::default(), &expand(name, question).unwrap())
}

fn sr(risk: &StageRisk) -> f64 {
    risk.sr.unwrap().value
}

fn as_published(name: &str, at: Stage) -> Paper {
    paper(&STUDY, name, at, &|fact| fact.value)
}

/// The tool's answer at a stage, beside the same on paper.
fn compare(name: &str, at: Stage, question: &WhatIf, on_paper: impl Fn(&mut Paper)) -> StageRisk {
    let mut sheet = as_published(name, at);
    on_paper(&mut sheet);
    let risk = stage(&answer(name, question), at).clone();
    assert!(near(sr(&risk), sheet.supply_risk()), "{name}: {} against {} on paper", sr(&risk), sheet.supply_risk());
    let imports = risk.ir.unwrap().value;
    assert!(near(imports, sheet.import_reliance), "{name}: IR {imports} against {}", sheet.import_reliance);
    risk
}

#[test]
fn a_second_european_source_of_strontium() {
    let before = sr(stage(&answer("strontium", &WhatIf::default()), EXTRACTION));
    let mut last = before;
    for share in [0.1, 0.2, 0.3, 0.4, 0.5] {
        let risk = compare("strontium", EXTRACTION, &adding(&[("FI", share)]), |sheet| sheet.add(&[("FI", share)]));
        assert!(sr(&risk) < last, "{share} of Finland: {} after {last}", sr(&risk));
        assert_eq!(risk.ir.unwrap().value, 0.0, "nothing was imported: import reliance stays");
        last = sr(&risk);
    }
    // Half and half: a quarter of Spain's term and a quarter of Finland's.
    let sheet = as_published("strontium", EXTRACTION);
    let term = |place: &str, share: f64| share * share * crate::hand::governance(place) * 0.8;
    let by_hand = (term("ES", 0.99 * 0.5) + term("FI", 0.5)) * (1.0 - sheet.recycled) * sheet.substitution;
    assert!(near(last, by_hand), "{last} against {by_hand}");
}

/// All lithium is imported, so IR' = IR (1 - added). The same tonnes from more countries give a lower risk.
#[test]
fn lithium_from_one_two_and_three_european_countries() {
    let places = ["FI", "DE", "PT"];
    for total in [0.25, 0.5] {
        let mut last = f64::INFINITY;
        for count in 1..=3 {
            let added: Vec<(&str, f64)> = places[..count].iter().map(|place| (*place, total / count as f64)).collect();
            let risk = compare("lithium", PROCESSING, &adding(&added), |sheet| sheet.add(&added));
            assert!(near(risk.ir.unwrap().value, 1.0 - total));
            assert!(sr(&risk) < last, "{total} over {count}");
            last = sr(&risk);
        }
    }
}

#[test]
fn world_shares_stay() {
    let before = stage(&answer("lithium", &WhatIf::default()), PROCESSING).hhi_gs;
    assert_eq!(stage(&answer("lithium", &adding(&[("FI", 0.5)])), PROCESSING).hhi_gs, before);
}

#[test]
fn a_place_outside_the_union_takes_no_imports_away() {
    let added = [("CA", 0.25)];
    let risk = compare("lithium", PROCESSING, &adding(&added), |sheet| sheet.add(&added));
    assert_eq!(risk.ir.unwrap().value, 1.0);
    // Beside a European one, of silver: both directions at once.
    let added = [("CA", 0.2), ("FI", 0.1)];
    compare("silver", EXTRACTION, &adding(&added), |sheet| sheet.add(&added));
}

/// Chile has 79 %: 0.79 x 0.9 + 0.1, summed before squaring, with the trade parameter it has.
#[test]
fn a_place_that_already_supplies_is_summed_before_squaring() {
    let added = [("CL", 0.1)];
    compare("lithium", PROCESSING, &adding(&added), |sheet| {
        sheet.add(&added);
        let chile: Vec<f64> = sheet.europe.iter().filter(|s| s.place == "CL").map(|s| s.share).collect();
        assert!(chile.len() == 1 && near(chile[0], 0.811));
    });
    // The same place twice is the place once with the sum.
    let (twice, once) = (adding(&[("FI", 0.1), ("FI", 0.15)]), adding(&[("FI", 0.25)]));
    let sr_of = |question| sr(stage(&answer("lithium", question), PROCESSING));
    assert!(near(sr_of(&twice), sr_of(&once)));
}

/// Tungsten ore: every listed source is in the Union, yet IR is published as 21 %. There is no m to divide by.
#[test]
fn without_listed_imports_import_reliance_stays() {
    let before = as_published("tungsten", EXTRACTION);
    assert!(near(before.import_reliance, 0.21) && before.europe.iter().all(|s| crate::hand::in_eu(&s.place)));
    for place in ["FI", "CN"] {
        let added = [(place, 0.3)];
        let risk = compare("tungsten", EXTRACTION, &adding(&added), |sheet| sheet.add(&added));
        assert_eq!(risk.ir.unwrap().value, before.import_reliance, "{place}");
    }
}

#[test]
fn losing_the_largest_supplier_scales_up_the_rest() {
    let risk = compare("magnesium", PROCESSING, &without("CN"), |sheet| sheet.without("CN"));
    assert!(near(risk.missing_eus.unwrap(), 0.01), "the list keeps its total");
}

/// Silver from Poland is inside the Union: without it the share of imports rises.
#[test]
fn losing_a_european_supplier_raises_import_reliance() {
    let before = as_published("silver", EXTRACTION).import_reliance;
    let risk = compare("silver", EXTRACTION, &without("PL"), |sheet| sheet.without("PL"));
    assert!(risk.ir.unwrap().value > before * 1.5);
    let risk = compare("silver", EXTRACTION, &without("MX"), |sheet| sheet.without("MX"));
    assert!(risk.ir.unwrap().value < before);
}

#[test]
fn a_list_that_loses_its_only_supplier_is_missing_and_says_so() {
    let risk = answer("strontium", &without("ES"));
    assert_eq!(stage(&risk, EXTRACTION).sr, None);
    assert_eq!(risk.sr, None);
    assert!(risk.missing.contains(&Missing::List(EXTRACTION, Side::Europe)), "{:?}", risk.missing);
}

#[test]
fn recycling_is_one_factor() {
    for (name, at) in [("lithium", PROCESSING), ("magnesium", PROCESSING)] {
        let question = WhatIf { recycling: Some(0.5), ..WhatIf::default() };
        compare(name, at, &question, |sheet| sheet.recycled = 0.5);
    }
}

#[test]
fn questions_together_are_answered_in_order() {
    let question = WhatIf {
        stage: Some(PROCESSING),
        add: vec![(country("FI"), 0.2)],
        without: vec![country("CN")],
        recycling: Some(0.1),
    };
    compare("lithium", PROCESSING, &question, |sheet| {
        sheet.without("CN");
        sheet.add(&[("FI", 0.2)]);
        sheet.recycled = 0.1;
    });
}

/// Perlite, extraction: the scope is global supply only. The official figure does not move; the reading beside it does.
#[test]
fn a_measure_of_global_supply_only_sees_no_european_source() {
    let before = answer("perlite", &WhatIf::default());
    let after = answer("perlite", &adding(&[("FI", 0.5)]));
    let of = |risk: &MaterialRisk| stage(risk, EXTRACTION).clone();
    assert_eq!(of(&before).scope, Some(Scope::Gs));
    assert_eq!(sr(&of(&before)), sr(&of(&after)));
    let beside = |risk: &MaterialRisk| of(risk).under(Scope::Eus).unwrap().value;
    assert!(beside(&after) != beside(&before));
    let mut sheet = as_published("perlite", EXTRACTION);
    sheet.scope = Scope::Eus;
    sheet.add(&[("FI", 0.5)]);
    assert!(near(beside(&after), sheet.supply_risk()));
}

#[test]
fn only_the_stage_asked_for_moves() {
    let question = WhatIf { stage: Some(PROCESSING), ..adding(&[("FI", 0.5)]) };
    let (before, after) = (answer("lithium", &WhatIf::default()), answer("lithium", &question));
    assert_eq!(stage(&before, EXTRACTION).hhi_eus, stage(&after, EXTRACTION).hhi_eus);
    assert_ne!(stage(&before, PROCESSING).hhi_eus, stage(&after, PROCESSING).hhi_eus);
}

#[test]
fn the_scenario_written_out_gives_the_same_bits() {
    let questions = [
        ("lithium", adding(&[("FI", 0.25), ("DE", 0.1)])),
        ("silver", WhatIf { recycling: Some(0.123_456_789), ..adding(&[("CA", 1.0 / 3.0)]) }),
        ("magnesium", without("CN")),
    ];
    for (name, question) in questions {
        let changes = expand(name, &question).unwrap();
        let text = changes.to_toml();
        let read = Changes::parse(&text, "scenario.toml", &PACKAGE).unwrap();
        assert_eq!(read, changes, "{text}");
        let of = |changes: &Changes| format!("{:?}", assessed(name, &Options::default(), changes));
        assert_eq!(of(&read), of(&changes), "{text}");
    }
}

#[test]
fn what_makes_no_sense_is_refused() {
    let refused = |name: &str, question: &WhatIf| expand(name, question).unwrap_err();
    assert!(
        matches!(refused("lithium", &adding(&[("FI", 0.6), ("DE", 0.5)])), WhatIfError::TooMuch(sum) if near(sum, 1.1))
    );
    for share in [-0.1, 1.1, f64::NAN, f64::INFINITY, 25.0] {
        let error = refused("lithium", &adding(&[("FI", share)]));
        assert!(matches!(error, WhatIfError::NotAShare { .. }), "{share}: {error}");
        let question = WhatIf { recycling: Some(share), ..WhatIf::default() };
        assert!(matches!(refused("lithium", &question), WhatIfError::NotAShare { .. }), "{share}");
    }
    assert!(matches!(refused("magnesium", &without("FI")), WhatIfError::NotASupplier { place, .. } if place == "FI"));
    assert_eq!(refused("lree", &adding(&[("FI", 0.1)])), WhatIfError::Group);
    let nowhere = WhatIf { stage: Some(EXTRACTION), ..adding(&[("FI", 0.1)]) };
    assert_eq!(refused("magnesium", &nowhere), WhatIfError::NoStage(EXTRACTION));
    let exactly_everything = adding(&[("FI", 0.6), ("DE", 0.4)]);
    assert!(near(stage(&answer("lithium", &exactly_everything), PROCESSING).ir.unwrap().value, 0.0));
}

/// Whatever the published shares are within their rounding, what the paper gives lies within the bounds of the answer.
#[test]
fn bounds_hold_every_point_of_the_inputs() {
    type OnPaper = fn(&mut Paper);
    let questions: [(&str, Stage, WhatIf, OnPaper); 4] = [
        ("lithium", PROCESSING, adding(&[("FI", 0.25)]), |sheet| sheet.add(&[("FI", 0.25)])),
        ("silver", EXTRACTION, adding(&[("CA", 0.2), ("FI", 0.1)]), |sheet| sheet.add(&[("CA", 0.2), ("FI", 0.1)])),
        ("silver", EXTRACTION, without("PL"), |sheet| sheet.without("PL")),
        ("magnesium", PROCESSING, without("CN"), |sheet| sheet.without("CN")),
    ];
    for (name, at, question, on_paper) in questions {
        let bounds = stage(&answer(name, &question), at).sr.unwrap().rounding();
        for draw in 0..500u64 {
            let inside = |fact: &Fact| {
                let u = uniform(11, draw, fact.key);
                fact.low + (fact.high - fact.low) * if draw.is_multiple_of(4) { u.round() } else { u }
            };
            let mut sheet = paper(&STUDY, name, at, &inside);
            on_paper(&mut sheet);
            let sr = sheet.supply_risk();
            assert!(bounds.contains(sr), "{name}, draw {draw}: {sr} outside {bounds:?}");
        }
    }
}

/// A scenario already laid over the facts stays under the question.
#[test]
fn a_question_stands_on_the_scenario_before_it() {
    let before = Changes {
        name: None,
        changes: vec![Change::scale("eu-supply/ec-2023/lithium/processing/CL/share", adit_facts::Amount::Exact(0.5))],
    };
    let changes = adding(&[("FI", 0.25)]).expand(&PACKAGE, material("lithium"), &Options::default(), &before).unwrap();
    assert_eq!(changes.changes[0], before.changes[0]);
    assert!(matches!(changes.changes[0].operation, Operation::Scale(_)));
    let halved = gather(&PACKAGE, &Options::default(), &before);
    let mut sheet = paper(&halved, "lithium", PROCESSING, &|fact| fact.value);
    sheet.add(&[("FI", 0.25)]);
    assert!(near(sr(stage(&assessed("lithium", &Options::default(), &changes), PROCESSING)), sheet.supply_risk()));
}
