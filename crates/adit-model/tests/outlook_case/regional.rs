//! The estimate for a region.

use adit_model::outlook::case::{Line, Question};
use adit_model::workings::Input;

use crate::given::{CASES, PACKAGE};

#[test]
fn a_region_has_its_share_and_its_neighbours() {
    let case = CASES.iter().find(|case| case.facts.id == "eu-batteries").unwrap();
    let run = case.run(&Question::default()).unwrap();
    let region = PACKAGE.regions().get("FI1D").unwrap();
    let regional = case.regional(&PACKAGE, &run, &[region], 400.0).unwrap();
    let share = regional.own[0].share;
    // 1.3 million of 446 million people.
    assert!((0.002..0.004).contains(&share), "{share}");
    // In the north fewer than three lie within 400 km: then the three nearest count.
    assert_eq!(regional.neighbours.len(), 3);
    assert!(regional.neighbours[0].km <= 400.0 && regional.neighbours[2].km > 400.0);
    assert!(regional.neighbours.is_sorted_by(|a, b| a.km <= b.km));
    assert!(regional.neighbours.iter().all(|place| place.code.len() == 4));
    let t = run.years.iter().position(|year| *year == 2040).unwrap();
    let union = run.materials[0].line(Line::Feed).values[t].unwrap();
    let of = &regional.materials[0];
    let feed = of.own.iter().find(|line| line.line == Line::Feed).unwrap().values[t].unwrap();
    assert_eq!(feed, union * share);
    let near = of.near.iter().find(|line| line.line == Line::Feed).unwrap().values[t].unwrap();
    assert!(near > feed);
    assert!(regional.notes[0].starts_with("An estimate"));

    let mut workings = case.write(&Question::default(), 2040, "").unwrap();
    case.write_regional(&regional, 2040, &mut workings);
    let id = format!("outlook.feed/eu-batteries/{}/2040/FI1D", of.id);
    assert_eq!(workings.get(&id).unwrap().number.value, feed);
    let id = format!("outlook.feed/eu-batteries/{}/2040/FI1D~400km", of.id);
    assert_eq!(workings.get(&id).unwrap().number.value, near);
    let share = workings.get("outlook.region-share/eu-batteries/FI1D").unwrap();
    assert!(share.inputs.iter().all(|input| matches!(input, Input::Fact(_))) && share.inputs.len() >= 28);
    assert!(share.label.contains("by population"));
}

#[test]
fn the_shares_of_all_countries_make_the_union() {
    let case = CASES.iter().find(|case| case.facts.id == "eu-batteries").unwrap();
    let run = case.run(&Question::default()).unwrap();
    let members: Vec<_> =
        PACKAGE.regions().of_level(0).filter(|region| PACKAGE.vocabulary().country(region.country).in_eu27()).collect();
    let regional = case.regional(&PACKAGE, &run, &members, 0.0).unwrap();
    let sum: f64 = regional.own.iter().map(|place| place.share).sum();
    assert_eq!(members.len(), 27);
    assert!((sum - 1.0).abs() < 1e-9, "{sum}");
}

#[test]
fn places_outside_the_union_are_refused() {
    let case = &CASES[0];
    let run = case.run(&Question::default()).unwrap();
    let norway = PACKAGE.regions().get("NO").unwrap();
    let error = case.regional(&PACKAGE, &run, &[norway], 300.0).unwrap_err();
    assert!(error.to_string().contains("not in the Union"), "{error}");
}
