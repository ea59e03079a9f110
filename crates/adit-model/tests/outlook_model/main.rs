//! Models of one's own: the examples of `examples/outlook`, and small ones that can be reckoned by hand.

// A test stops where something is wrong.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::{Path, PathBuf};

use adit_facts::Finding;
use adit_facts::outlook::model_file::{ModelFile, beside};
use adit_model::outlook::model::{DrawsAsked, ModelRun, draw, run};
use adit_number::Sampling;

mod drawn;
mod routes;

/// The examples, each with its CSV files beside it.
const EXAMPLES: [&str; 3] = ["cars", "copper-in-buildings", "phones"];

fn example(name: &str) -> ModelFile {
    let path = examples().join(format!("{name}.toml"));
    let text = std::fs::read_to_string(&path).unwrap();
    let (model, findings) = ModelFile::parse(&text, name, &mut beside(&path)).unwrap();
    assert_eq!(findings, [], "{name}");
    model
}

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/outlook")
}

fn model(text: &str) -> ModelFile {
    let mut none = |file: &str| -> Result<String, Finding> { panic!("{file} is not needed") };
    match ModelFile::parse(text, "model.toml", &mut none) {
        Ok((model, _)) => model,
        Err(findings) => panic!("{}", findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
    }
}

fn ran(text: &str) -> ModelRun {
    run(&model(text), false).unwrap()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * a.abs().max(b.abs()).max(1.0)
}

#[test]
fn every_example_closes_and_has_no_warning() {
    for name in EXAMPLES {
        let ran = run(&example(name), true).unwrap();
        assert!(ran.balance_error < 1e-12, "{name}: {}", ran.balance_error);
        assert_eq!(ran.warnings, [], "{name}");
        for series in &ran.series {
            // Cohorts add up to the series.
            for t in 0..ran.periods.len() {
                let sum = |of: fn(&adit_model::outlook::cohorts::Cohort) -> &Vec<f64>| {
                    series.cohorts.iter().flatten().map(|cohort| of(cohort)[t]).sum::<f64>()
                };
                assert!(near(sum(|cohort| &cohort.stock), series.stock[t]), "{name}");
                assert!(near(sum(|cohort| &cohort.outflow), series.outflow[t]), "{name}");
            }
        }
    }
}

#[test]
fn every_example_says_that_its_numbers_are_made_up() {
    let listed = std::fs::read_dir(examples()).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<String> = listed
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    found.sort();
    assert_eq!(found, EXAMPLES);
    for name in EXAMPLES {
        assert!(example(name).note.unwrap().contains("Made-up numbers for learning"));
    }
}

#[test]
fn inflow_after_stock_gives_the_same_inflow() {
    let head = "[time]\nyears = [2000, 2001, 2003, 2010]\ninflow_at = \"middle\"\n[[series]]\nname = \"a\"\n\
                lifetime = [{ kind = \"normal\", mean = 8, sd = 3 }, { from = 2003, kind = \"weibull\", shape = 2, scale = 12 }]\n\
                initial_cohorts = [{ age = 3, value = 4.0 }]\n";
    let first = ran(&format!("{head}stock = [5.0, 6.0, 8.0, 9.0]\n"));
    let inflow = first.series[0].inflow.iter().map(|value| format!("{value:?}")).collect::<Vec<_>>().join(", ");
    let second = ran(&format!("{head}inflow = [{inflow}]\n"));
    for (a, b) in first.series[0].stock.iter().zip(&second.series[0].stock) {
        assert!(near(*a, *b), "{a} {b}");
    }
}

#[test]
fn what_cannot_be_run_is_said_at_its_place() {
    let falling = "[time]\nyears = [2000, 2001]\n[[series]]\nname = \"a\"\nstock = [5.0, 1.0]\n\
                   lifetime = { kind = \"fixed\", years = 10 }\ninitial_cohorts = []\n";
    let findings = run(&model(falling), false).unwrap_err();
    assert_eq!((findings[0].code, findings[0].line), ("model-file.negative-inflow", Some(3)));
    assert!(findings[0].says.contains("2001") && findings[0].hint.as_ref().unwrap().contains("retire"));
    let retired = ran(&format!("{falling}negative_inflow = \"retire\"\n"));
    assert_eq!(retired.series[0].retired.as_ref().unwrap()[1], 4.0);

    let old = "[time]\nyears = [2000, 2001]\n[[series]]\nname = \"a\"\nstock = [5.0, 6.0]\n\
               lifetime = { kind = \"fixed\", years = 10 }\ninitial_cohorts = [{ age = 20, value = 5 }]\n";
    let findings = run(&model(old), false).unwrap_err();
    assert_eq!((findings[0].code, findings[0].line), ("model-file.not-run", Some(3)));

    let round = "[time]\nyears = [2000, 2001]\n[[process]]\nname = \"a\"\n[[process]]\nname = \"b\"\n\
                 [[flow]]\nname = \"in\"\nto = \"a\"\nvalue = 1\n[[flow]]\nname = \"on\"\nfrom = \"a\"\nto = \"b\"\nshare = 1\n\
                 [[flow]]\nname = \"back\"\nfrom = \"b\"\nto = \"a\"\nshare = 1\n";
    let findings = run(&model(round), false).unwrap_err();
    assert_eq!((findings[0].code, findings[0].line), ("model-file.endless-loop", Some(3)));
}

#[test]
fn a_stock_of_unknown_age_is_warned_of_and_an_empty_list_is_not() {
    let text = "[time]\nyears = [2000, 2001]\n[[series]]\nname = \"a\"\nstock = [5.0, 6.0]\nsurvival = [1, 0.9, 0.8]\n";
    assert_eq!(ran(text).warnings[0].code, "model-file.no-initial-cohorts");
    assert_eq!(ran(&format!("{text}initial_cohorts = []\n")).warnings, []);
}

#[test]
fn materials_leave_with_the_cohort_that_brought_them() {
    let text = "[time]\nyears = [2000, 2001, 2002]\n[[series]]\nname = \"a\"\ninflow = [10, 10, 10]\n\
                lifetime = { kind = \"fixed\", years = 2 }\ncontent = { wire = [[2000, 0.1], [2002, 0.3]] }\n\
                [composition]\nwire = { copper = 0.5 }\n";
    let ran = ran(text);
    let copper = &ran.materials[1];
    assert_eq!(copper.name, "copper");
    for (line, expected) in [(&copper.inflow, [0.5, 1.0, 1.5]), (&copper.outflow, [0.0, 0.0, 0.5])] {
        assert!(line.iter().zip(expected).all(|(a, b)| near(*a, b)), "{line:?}");
    }
}

/// The same draws whatever the number of threads.
#[test]
fn draws_are_the_same_on_any_number_of_threads() {
    for name in EXAMPLES {
        let model = example(name);
        let base = run(&model, false).unwrap();
        let asked = DrawsAsked { draws: 100, seed: 3, sampling: Sampling::Plain };
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| draw(&model, &base, asked, &|_| {}).unwrap())
        };
        assert_eq!(on(1), on(3), "{name}");
    }
}
