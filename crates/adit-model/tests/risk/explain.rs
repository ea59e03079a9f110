//! Explanations: the answer, put into the facts alone, gives the target.

use adit_facts::{Amount, Change, Changes, Scope, Stage};
use adit_model::risk::explain::Answer;
use adit_model::risk::moved::Input;
use adit_model::risk::{Options, Study, assess, explain, gather};
use adit_number::uniform;

use crate::facts::{PACKAGE, code, inputs, material, near, only, stage};

fn study(name: &str) -> Study {
    gather(&PACKAGE, &only(name), &Changes::default())
}

fn position(study: &Study, name: &str, wanted: Stage) -> usize {
    inputs(study, name).stages.iter().position(|s| s.stage == wanted).unwrap()
}

fn answers(study: &Study, name: &str, at: Stage, scope: Scope, target: f64) -> Vec<Answer> {
    let m = study.materials.iter().position(|m| m.material == material(name)).unwrap();
    explain(study, m, position(study, name, at), scope, target)
}

/// The change of facts that an answer calls for. Governance is the mean of thirty estimates; all are set alike.
fn as_change(study: &Study, answer: &Answer) -> Change {
    match (answer.movable.input, answer.movable.fact) {
        (Input::Governance(country), None) => {
            let estimate = 2.5 - answer.needs / 2.0;
            Change::set(format!("governance/{}/*/*", code(country)), Amount::Exact(estimate))
        }
        (_, Some(fact)) => Change::set(study.origin[fact as usize].key.clone(), Amount::Exact(answer.needs)),
        (input, None) => panic!("{input:?} is a single fact"),
    }
}

#[test]
fn the_answer_put_back_gives_the_target_and_nothing_else_moves() {
    let stages = [("magnesium", Stage::Processing), ("silver", Stage::Extraction), ("lithium", Stage::Processing)];
    let mut tried = 0;
    for (draw, (name, at)) in (0..4u64).flat_map(|draw| stages.map(|stage| (draw, stage))) {
        let study = study(name);
        let now = stage(&assess(&PACKAGE, &study)[0], at).sr.unwrap().value;
        let scope = inputs(&study, name).stages[position(&study, name, at)].scope.unwrap();
        let target = now * (0.4 + 1.2 * uniform(1, draw, 1));
        for answer in answers(&study, name, at, scope, target) {
            let changes = Changes { name: None, changes: vec![as_change(&study, &answer)] };
            let changed = gather(&PACKAGE, &only(name), &changes);
            let moved = changed.origin.iter().filter(|origin| origin.before.is_some()).count();
            let facts = if answer.movable.fact.is_some() { 1 } else { 30 };
            assert_eq!(moved, facts, "{name}: {:?}", answer.movable.input);
            let sr = stage(&assess(&PACKAGE, &changed)[0], at).sr.unwrap().value;
            assert!(near(sr, target), "{name} to {target}: {answer:?} gives {sr}");
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried} answers");
}

/// Recycling is one factor: the rate that gives a target follows by division.
#[test]
fn a_factor_is_answered_by_division() {
    let study = study("magnesium");
    let now = stage(&assess(&PACKAGE, &study)[0], Stage::Processing).sr.unwrap().value;
    let rate = inputs(&study, "magnesium").recycled.unwrap().value;
    for target in [0.0, 1.0, now, 4.1] {
        let answers = answers(&study, "magnesium", Stage::Processing, Scope::Both, target);
        let found: Vec<f64> = answers.iter().filter(|a| a.movable.input == Input::Recycling).map(|a| a.needs).collect();
        let by_hand = 1.0 - target * (1.0 - rate) / now;
        if target == now {
            assert!(found.is_empty(), "no change is no answer");
        } else {
            assert!(found.len() == 1 && near(found[0], by_hand), "{target}: {found:?}, by hand {by_hand}");
        }
    }
}

#[test]
fn a_target_out_of_reach_has_no_answer() {
    assert!(answers(&study("magnesium"), "magnesium", Stage::Processing, Scope::Both, 16.0).is_empty());
}

/// The nearest figure first, by relative change.
#[test]
fn answers_stand_nearest_first() {
    let answers = answers(&study("lithium"), "lithium", Stage::Processing, Scope::Both, 1.9);
    let distances: Vec<f64> = answers.iter().map(|a| a.relative_change().map_or(f64::INFINITY, f64::abs)).collect();
    assert!(distances.is_sorted() && distances.len() > 5, "{distances:?}");
}

/// Under another scope only the inputs of that scope can answer.
#[test]
fn the_scope_asked_for_is_the_scope_answered() {
    let study = study("lithium");
    let inputs =
        |scope| answers(&study, "lithium", Stage::Processing, scope, 1.95).into_iter().map(|a| a.movable.input);
    assert!(inputs(Scope::Gs).all(|input| !matches!(input, Input::ImportReliance(_))));
    assert!(inputs(Scope::Both).any(|input| matches!(input, Input::ImportReliance(Stage::Processing))));
    let options = Options { governance_years: (2018, 2020), ..only("lithium") };
    let later = gather(&PACKAGE, &options, &Changes::default());
    assert!(!answers(&later, "lithium", Stage::Processing, Scope::Eus, 1.5).is_empty());
}

/// A figure that does not depend on an input at all cannot be explained by it, not even where it meets the target to the
/// last bit; and the search comes to an end.
#[test]
fn an_input_without_effect_is_no_answer() {
    let everything_recycled =
        Changes { name: None, changes: vec![Change::set("recycling/ec-2023/lithium/eol-rir", Amount::Exact(1.0))] };
    let study = gather(&PACKAGE, &only("lithium"), &everything_recycled);
    assert_eq!(answers(&study, "lithium", Stage::Processing, Scope::Both, 0.0), []);
}
