//! Every number of a year opens, and is the number that the run gave.

use adit_model::outlook::case::{CaseModel, Draws, Line, Question};
use adit_model::workings::{Input, Workings};
use adit_number::Sampling;

use crate::given::{CASES, TINY, setting, with};

/// Every input that is a number of the same run stands there too, and something stands behind every number.
fn closed(workings: &Workings) {
    for (id, working) in workings.iter() {
        assert!(!working.number.value.is_nan(), "{id}");
        assert!(!working.inputs.is_empty() || working.number.value == 0.0, "{id} has no inputs");
        for input in &working.inputs {
            if let Input::Number(of) = input {
                assert!(workings.get(of).is_some(), "{id} names {of}, which is not written");
            }
        }
    }
}

fn opens(case: &CaseModel, question: &Question, year: u16) {
    let run = case.run(question).unwrap();
    let workings = case.write(question, year, "").unwrap();
    closed(&workings);
    let t = run.years.iter().position(|of| *of == year).unwrap();
    let mut opened = 0;
    for material in &run.materials {
        for line in Line::ALL {
            let id = format!("outlook.{}/{}/{}/{year}", line.id(), case.facts.id, material.id);
            match (material.line(line).values[t], workings.get(&id)) {
                (Some(value), Some(working)) => {
                    assert_eq!(value.to_bits(), working.number.value.to_bits(), "{id}");
                    assert_eq!(working.rule, line.rule());
                    opened += 1;
                }
                (None, None) => {}
                (value, working) => panic!("{id}: {value:?} {working:?}"),
            }
        }
        if let Some(flows) = material.sankey(t) {
            for link in &flows.links {
                let id = format!("outlook.{}/{}/{}/{year}", link.measure, case.facts.id, material.id);
                assert_eq!(workings.get(&id).unwrap().number.value.to_bits(), link.tonnes.to_bits(), "{id}");
            }
        }
    }
    for product in &run.products {
        for line in &product.lines {
            let id = format!("outlook.{}/{}/{}/{year}", line.line.id(), case.facts.id, product.segment);
            let working = workings.get(&id).unwrap();
            assert_eq!(line.values[t].unwrap().to_bits(), working.number.value.to_bits(), "{id}");
        }
    }
    assert!(opened > 10);
}

#[test]
fn every_number_of_the_real_cases_opens() {
    for case in CASES.iter() {
        for year in [case.facts.first_year, case.facts.base_year, 2037, case.facts.last_year] {
            opens(case, &Question::default(), year);
        }
    }
}

#[test]
fn levers_open_too() {
    let levers = [
        setting("collection", 0.9, Some(2024)),
        setting("demand", 1.5, Some(2023)),
        setting("life", 2.0, Some(2022)),
        setting("b", 0.5, Some(2024)),
        setting("without", 0.25, Some(2023)),
        setting("intensity", 0.5, Some(2023)),
        setting("capacity", 0.5, Some(2023)),
        setting("delay", 0.5, None),
    ];
    for year in 2020..=2024 {
        opens(&TINY, &with(&levers), year);
    }
    let workings = TINY.write(&with(&levers), 2023, "set=many").unwrap();
    let lever = workings.get("outlook.lever/tiny/collection/all/all/all/collection/2023").unwrap();
    assert!(matches!(&lever.inputs[0], Input::Fact(_)));
    let stock = workings.get("outlook.stock/tiny/lithium/cars/2023").unwrap();
    let before = stock.inputs.iter().find_map(|input| match input {
        Input::Stated { id: Some(id), .. } => Some(id.clone()),
        _ => None,
    });
    assert_eq!(before.unwrap(), "outlook.stock/tiny/lithium/cars/2022?set=many");
}

/// What leaves of the cohorts is what leaves, early retirement included.
#[test]
fn cohorts_add_up_to_the_end_of_life() {
    for case in CASES.iter() {
        let workings = case.write(&Question::default(), 2040, "").unwrap();
        for (id, working) in workings.iter().filter(|(id, _)| id.starts_with("outlook.end-of-life/")) {
            if id.split('/').count() < 5 {
                continue;
            }
            let part = |input: &Input| match input {
                Input::Number(id) => workings.get(id).unwrap().number.value,
                Input::Stated { value, .. } => *value,
                Input::Fact(_) | Input::Written(_) => 0.0,
            };
            let sum: f64 = working.inputs.iter().map(part).sum();
            assert!((sum - working.number.value).abs() <= 1e-9 * sum.max(1.0), "{id}: {sum} {}", working.number.value);
        }
    }
}

#[test]
fn bands_open_to_the_central_number() {
    let draws = Some(Draws { count: 16, seed: 3, sampling: Sampling::Plain });
    let question = Question { draws, ..Question::default() };
    let run = TINY.run(&question).unwrap();
    let mut workings = TINY.write(&question, 2023, "").unwrap();
    TINY.write_bands(&run, 2023, &mut workings);
    closed(&workings);
    let low = workings.get("outlook.secondary-supply.p05/tiny/lithium/2023").unwrap();
    let band = run.materials[0].line(Line::Supply).bands.as_ref().unwrap()[3].unwrap();
    assert_eq!(low.number.value, band.p05);
    assert_eq!(low.inputs[0], Input::Number("outlook.secondary-supply/tiny/lithium/2023".to_owned()));
    assert!(low.note.as_ref().unwrap().starts_with("plain sampling."));
}
