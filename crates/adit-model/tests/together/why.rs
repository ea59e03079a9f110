//! Every value opens, down to facts, and every id on the way gives the same number when it is asked for by itself.

use std::collections::BTreeMap;

use adit_facts::{Changes, Stage};
use adit_model::risk::{Options, assess, gather as gather_risk};
use adit_model::together::ids::{Asked, Ids, parse};
use adit_model::together::tonnes::Routes;
use adit_model::together::why::{derive, open};
use adit_model::together::{Displacement, Measure, Question, gather, play};
use adit_model::workings::{Input, Workings};

use crate::facts::{PACKAGE, material};
use crate::gathered::{LITHIUM, gathered, with_routes};

fn opened(id: &str) -> Workings {
    with_routes(|routes| open(&PACKAGE, id, &Options::default(), &Changes::default(), routes, ""))
        .unwrap_or_else(|error| panic!("{id}: {error}"))
}

fn questions() -> Vec<Question> {
    let lithium = || Question::new(material("lithium"), ["DE71", "FI1D"]);
    let mut all: Vec<Question> = Measure::ALL.iter().map(|&measure| Question { measure, ..lithium() }).collect();
    all.extend(Displacement::ALL.iter().map(|&displacement| Question { displacement, ..lithium() }));
    all.push(Question { stage: Some(Stage::Processing), year: 2035, all_built: true, ..lithium() });
    all.push(Question { supply: Some(3000.5), demand: 0.5, without: vec!["keliber".to_owned()], ..lithium() });
    all.push(Question::new(material("lithium"), LITHIUM));
    let graphite = || Question::new(material("natural-graphite"), ["RO41", "SE33"]);
    all.push(Question { all_built: true, supply: Some(150_000.0), ..graphite() });
    all.push(Question { all_built: true, ..Question::new(material("copper"), ["ES61", "RO42"]) });
    all
}

/// The ids of all coalitions that are listed give the listed values.
#[test]
fn every_listed_coalition_opens_with_its_value() {
    for question in questions() {
        let inputs = gathered(&question, &Changes::default()).unwrap();
        let outcome = play(&inputs).unwrap();
        let step = if outcome.coalitions.len() > 16 { 9 } else { 1 };
        for of in outcome.coalitions.iter().skip(1).step_by(step) {
            let id = Ids::new(&inputs, of.coalition).value(&inputs.material);
            let workings = opened(&id);
            assert_eq!(workings.get(&id).unwrap().number.value, of.value, "{id}");
        }
    }
}

/// Every number of a derivation rests on something, and every id in it leads to the same number.
#[test]
fn every_id_of_a_derivation_leads_to_the_same_number() {
    let study = gather_risk(&PACKAGE, &Options::default(), &Changes::default());
    let risks: BTreeMap<&str, f64> = assess(&PACKAGE, &study)
        .iter()
        .filter_map(|risk| Some((PACKAGE.vocabulary().material(risk.material).id.as_str(), risk.sr?.value)))
        .collect();
    let mut compared = 0;
    for question in questions() {
        let inputs = gathered(&question, &Changes::default()).unwrap();
        let (_, workings) = derive(&PACKAGE, &inputs).unwrap();
        for (id, working) in workings.iter() {
            assert!(!working.inputs.is_empty(), "{id} rests on nothing");
            assert!(working.number.bounds.contains(working.number.value), "{id}");
            for input in &working.inputs {
                match input {
                    Input::Number(of) => assert!(workings.get(of).is_some(), "{id} rests on {of}, which is not there"),
                    Input::Stated { id: Some(of), value, .. } => {
                        if let Some(risk) = of.strip_prefix("risk.sr/").and_then(|name| risks.get(name)) {
                            assert_eq!(risk, value, "{of}");
                            compared += 1;
                        }
                    }
                    Input::Fact(_) | Input::Stated { .. } | Input::Written(_) => {}
                }
            }
        }
        let (_, again) = derive(&PACKAGE, &inputs).unwrap();
        let some: Vec<&str> = again.iter().map(|(id, _)| id).filter(|id| id.starts_with("together.")).collect();
        for id in some.iter().step_by(13) {
            let number = opened(id).get(id).unwrap().number;
            assert_eq!(number, workings.get(id).unwrap().number, "{id}");
        }
    }
    assert!(compared > 5);
}

/// Concentration, import reliance and governance before anybody joins are the Risk room's.
#[test]
fn numbers_of_the_risk_room_are_those_of_the_risk_room() {
    let question = Question::new(material("lithium"), ["DEB3", "FI1D"]);
    let inputs = gathered(&question, &Changes::default()).unwrap();
    let (_, workings) = derive(&PACKAGE, &inputs).unwrap();
    let options = Options { only: Some(vec![material("lithium")]), ..Options::default() };
    let study = gather_risk(&PACKAGE, &options, &Changes::default());
    let lithium = &assess(&PACKAGE, &study)[0];
    let world = lithium.stages[1].hhi_gs.unwrap().value;
    let stated = workings.iter().flat_map(|(_, working)| &working.inputs).find_map(|input| match input {
        Input::Stated { id: Some(id), value, .. } if id == "risk.hhi/lithium/processing/gs" => Some(*value),
        _ => None,
    });
    assert_eq!(stated, Some(world), "no world production of refined lithium is published, so world shares stay");
}

#[test]
fn ids_are_read_back() {
    for question in questions() {
        let inputs = gathered(&question, &Changes::default()).unwrap();
        let ids = Ids::new(&inputs, inputs.all());
        for id in [ids.value(&inputs.material), ids.inner("after", &inputs.material)] {
            let Some(Asked::Coalition(read)) = parse(&PACKAGE, &id) else { panic!("{id}") };
            assert_eq!(*read, question, "{id}");
        }
    }
    let question = Question { stage: Some(Stage::Processing), ..Question::new(material("lithium"), ["FI1D", "ES43"]) };
    let inputs = gathered(&question, &Changes::default()).unwrap();
    assert_eq!(Ids::new(&inputs, inputs.all()).value("lithium"), "together.sr/lithium/ES43+FI1D?stage=processing");
}

#[test]
fn ids_of_another_edition_say_so() {
    let question = Question::new(material("lithium"), ["FI1D"]);
    let options = Options { edition: "ec-2020".to_owned(), ..Options::default() };
    let inputs = gather(&PACKAGE, &question, &options, &Changes::default(), Routes::NONE, "?edition=ec-2020").unwrap();
    let id = Ids::new(&inputs, inputs.all()).value("lithium");
    assert_eq!(id, "together.sr/lithium/FI1D?edition=ec-2020");
    assert!(parse(&PACKAGE, &id).is_some());
}

#[test]
fn what_is_no_id_is_refused() {
    for id in [
        "risk.sr/lithium",
        "together.sr/lithium",
        "together.sr/unobtainium/FI1D",
        "together.sr/lithium/FI1D?colour=red",
        "together.sr/lithium/FI1D?year=soon",
        "together.nothing/lithium/FI1D",
    ] {
        let found = open(&PACKAGE, id, &Options::default(), &Changes::default(), Routes::NONE, "");
        assert!(found.is_err(), "{id}");
    }
}
