//! Questions and rows that make no sense say what, where and how to mend it.

use adit_model::outlook::case::{CaseModel, Question};

use crate::given::{BENCHMARKS, PACKAGE, ROWS, TINY, material, setting, tiny_of, with};

fn refused(lever: &str, value: f64, year: Option<u16>) -> String {
    TINY.run(&with(&[setting(lever, value, year)])).unwrap_err().to_string()
}

#[test]
fn levers() {
    assert!(refused("colection", 0.5, None).contains("did you mean collection"));
    assert!(refused("collection", 1.5, None).contains("a share from 0 to 1"));
    assert!(refused("collection", f64::NAN, None).contains("a share from 0 to 1"));
    assert!(refused("demand", 0.0, None).contains("above 0; 1 moves nothing"));
    assert!(refused("collection", 0.5, Some(2021)).contains("a year after 2021"));
    assert!(refused("collection", 0.5, Some(2031)).contains("up to 2024"));
    assert!(refused("delay", 1.0, Some(2023)).contains("leave the year out"));
    let twice = [setting("collection", 0.5, None), setting("collection", 0.6, None)];
    assert!(TINY.run(&with(&twice)).unwrap_err().to_string().contains("set twice"));
}

#[test]
fn cases_materials_and_years() {
    let error = CaseModel::gather(&PACKAGE, "eu-batteri", &BENCHMARKS).unwrap_err();
    assert!(error.to_string().contains("did you mean eu-batteries"), "{error}");
    let error = TINY.run(&Question { materials: vec![material("copper")], ..Question::default() }).unwrap_err();
    assert!(error.to_string().contains("it follows lithium, silver"), "{error}");
    let error = TINY.write(&Question::default(), 2030, "").unwrap_err();
    assert!(error.to_string().contains("from 2020 to 2024"), "{error}");
}

/// The error of the tiny case with one row in the place of those of a parameter.
fn with_row(parameter: &str, row: &str) -> String {
    let mut rows: Vec<&str> = ROWS.iter().copied().filter(|of| !of.starts_with(parameter)).collect();
    rows.push(row);
    tiny_of(&rows).unwrap_err().to_string()
}

#[test]
fn rows() {
    let share = with_row("collection", "collection,all,all,all,all,1.5,,,none");
    assert!(share.starts_with("outlook-parameters/tiny/collection/all/all/all/all: value 1.5"), "{share}");
    let order = with_row("collection", "collection,all,all,all,all,0.5,0.6,0.7,triangular");
    assert!(order.contains("does not lie between low 0.6 and high 0.7"), "{order}");
    let limits = with_row("collection", "collection,all,all,all,all,0.5,0.4,,pert");
    assert!(limits.contains("give both, or spread none"), "{limits}");
    let technology = with_row("collection", "collection,all,a,all,all,0.5,,,none");
    assert!(technology.contains("cannot differ by technology"), "{technology}");
    let segment = with_row("collection", "collection,vans,all,all,all,0.5,,,none");
    assert!(segment.contains("no segment vans"), "{segment}");
    let scrap = with_row("manufacturing-scrap", "manufacturing-scrap,all,all,all,all,1,,,none");
    assert!(scrap.contains("below 1"), "{scrap}");
    let missing = with_row("recovery", "recovery,all,all,lithium,all,0.5,,,none");
    assert!(missing.contains("no recovery of the case tiny for cars, silver"), "{missing}");
}

#[test]
fn a_stock_that_falls_too_fast_names_its_year() {
    let retire = tiny_of(ROWS).unwrap();
    let mut case = retire.clone();
    case.segments[0].by_stock = true;
    for track in case.tracks.iter_mut().filter(|track| track.path.starts_with("tiny/inflow")) {
        track.parameter = adit_facts::outlook::cases::Parameter::Stock;
        track.points[1].value = 10.0;
    }
    // Of the 100 of 2020 all last through 2021, but only 77.5 are to be left.
    let error = case.run(&Question::default()).unwrap_err().to_string();
    assert!(error.starts_with("cars: the stock of 2021 would need an inflow of -22.5"), "{error}");
    case.segments[0].retires = true;
    let run = case.run(&Question::default()).unwrap();
    assert_eq!(run.products[0].lines[0].values[1], Some(0.0));
    assert_eq!(run.products[0].lines[1].values[1], Some(77.5));
    assert!(run.balance_error <= 1e-12);
}
