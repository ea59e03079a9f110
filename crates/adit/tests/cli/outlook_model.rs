//! `adit outlook MODEL.toml`: the contract of model files, what people read, and what ends with which code.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::harness::{Folder, Run, run};

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/outlook")
}

fn example(call: &[&str]) -> Run {
    run(&examples(), &[&["outlook"], call].concat())
}

/// The model of the contract, with enough of a stock for its initial cohort.
const CARS: &str = "[time]\nyears = [2000, 2001]\ninflow_at = \"end\"\n[[series]]\nname = \"cars\"\nstock = [4.0, 5.0]\n\
                    lifetime = { kind = \"weibull\", shape = 3.6, scale = 15.0 }\ninitial_cohorts = [ { age = 5, value = 3.0 } ]\n\
                    content = { copper = 0.02 }\n";

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

#[test]
fn the_contract_of_model_files() {
    let folder = Folder::new("outlook-contract");
    folder.write("cars.toml", CARS);
    let document = folder.adit(&["outlook", "cars.toml", "--format", "json"]).json();
    assert_eq!(document["format"], 1);
    assert_eq!(document["years"], serde_json::json!([2000, 2001]));
    assert_eq!(document["inflow_at"], "end");
    let cars = &document["series"][0];
    assert_eq!(cars["name"], "cars");
    assert_eq!(numbers(&cars["stock"]), [4.0, 5.0]);
    // sf(a) = exp(-(a / 15)^3.6); of the three that were five years old sf(6) / sf(5) are left after a year.
    let sf = |age: f64| (-(age / 15.0).powf(3.6)).exp();
    let first = 4.0 - 3.0 * sf(6.0) / sf(5.0);
    let second = 5.0 - 3.0 * sf(7.0) / sf(5.0) - first * sf(1.0);
    let inflow = numbers(&cars["inflow"]);
    assert!((inflow[0] - first).abs() < 1e-12 && (inflow[1] - second).abs() < 1e-12, "{inflow:?}");
    let outflow = numbers(&cars["outflow"]);
    assert!((outflow[0] - (3.0 + first - 4.0)).abs() < 1e-12);
    let survival = numbers(&cars["survival"]);
    assert!((survival[0] - 1.0).abs() < 1e-15 && (survival[1] - sf(1.0)).abs() < 1e-12);
    let copper = &document["materials"][0];
    assert_eq!(copper["name"], "copper");
    assert!((numbers(&copper["stock"])[1] - 0.1).abs() < 1e-15);
    assert!(document["balance_error"].as_f64().unwrap() < 1e-12);
    assert!(cars["cohorts"].is_null());

    let document = folder.adit(&["outlook", "./cars.toml", "--format", "json", "--cohorts"]).json();
    let cohorts = document["series"][0]["cohorts"].as_array().unwrap();
    assert_eq!(cohorts.len(), 3);
    assert_eq!((&cohorts[0]["kind"], &cohorts[0]["age"]), (&"initial".into(), &5.0.into()));
    assert_eq!((&cohorts[2]["kind"], &cohorts[2]["year"]), (&"new".into(), &2001.into()));
    let standing: f64 = cohorts.iter().map(|cohort| numbers(&cohort["stock"])[1]).sum();
    assert!((standing - 5.0).abs() < 1e-12);
}

#[test]
fn the_document_has_its_schema() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema/model-run.json");
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    for call in [
        &["cars.toml", "--cohorts"][..],
        &["copper-in-buildings.toml", "--draws", "32"],
        &["phones.toml", "--draws", "32", "--sampling", "sobol"],
    ] {
        let document = example(&[call, &["--format", "json"]].concat()).json();
        let problems: Vec<String> = schema.iter_errors(&document).map(|problem| problem.to_string()).collect();
        assert_eq!(problems, Vec::<String>::new(), "{call:?}");
    }
}

#[test]
fn cars_for_people() {
    insta::assert_snapshot!(example(&["cars.toml"]).ok());
}

#[test]
fn copper_in_buildings_with_bands() {
    insta::assert_snapshot!(example(&["copper-in-buildings.toml", "--draws", "200"]).ok());
}

#[test]
fn phones_in_processes() {
    insta::assert_snapshot!(example(&["phones.toml"]).ok());
}

#[test]
fn the_long_form() {
    let text = example(&["cars.toml", "--format", "csv"]).ok();
    assert!(text.starts_with("series,quantity,material,year,value\ncars,inflow,,2000,"));
    // One series with four lines, two materials in it and over all with three each, 21 years.
    assert_eq!(text.lines().count(), 1 + 21 * (4 + 1 + 2 * 3 + 2 * 3));
    let last = text.lines().find_map(|line| line.strip_prefix(",stock,copper,2020,")).unwrap();
    assert!((last.parse::<f64>().unwrap() - 5.9 * 0.02).abs() < 1e-12, "{last}");
}

#[test]
fn numbers_are_set_by_path() {
    let stock = |set: &[&str]| {
        let call = [&["cars.toml", "--format", "json"], set].concat();
        numbers(&example(&call).json()["series"][0]["stock"])[20]
    };
    assert_eq!(stock(&[]), 5.9);
    assert!((stock(&["--set", "cars.stock=2"]) - 11.8).abs() < 1e-12);
    let document = example(&["cars.toml", "--format", "json", "--set", "cars.lifetime.scale=18"]).json();
    assert_eq!(
        document["set"][0],
        serde_json::json!({"path": "cars.lifetime.scale", "meaning": "value", "value": 18.0, "was": 15.0})
    );
}

#[test]
fn draws_are_the_same_again() {
    let call = ["copper-in-buildings.toml", "--draws", "50", "--seed", "7", "--format", "json"];
    let first = example(&call).ok();
    assert_eq!(first, example(&call).ok());
    let other = example(&["copper-in-buildings.toml", "--draws", "50", "--seed", "8", "--format", "json"]).ok();
    assert_ne!(first, other);
}

#[test]
fn broken_models_end_with_1_and_their_places() {
    let folder = Folder::new("outlook-broken");
    std::fs::create_dir(folder.path().join("inner")).unwrap();
    folder.write("stock.csv", "name,year,value\ncars,2000,1\n");
    folder.write("outside.csv", "name,year,value\ncars,2000,4\ncars,2001,5\n");
    let changed = |from: &str, to: &str| CARS.replace(from, to);
    folder.write("falling.toml", changed("stock = [4.0, 5.0]", "stock = [4.0, 1.0]"));
    folder.write("kind.toml", changed("weibull", "weibul"));
    folder.write("nan.toml", changed("4.0", "nan"));
    folder.write("content.toml", changed("0.02", "2"));
    folder.write("gap.toml", changed("stock = [4.0, 5.0]", "stock_file = \"stock.csv\""));
    folder.write("inner/outside.toml", changed("stock = [4.0, 5.0]", "stock_file = \"../outside.csv\""));
    folder.write("absolute.toml", changed("stock = [4.0, 5.0]", "stock_file = \"/etc/passwd\""));
    folder.write("missing.toml", changed("stock = [4.0, 5.0]", "stock_file = \"no.csv\""));
    folder.write("empty.toml", "");
    folder.write("latin.toml", b"name = \"T\xfcrkiye\"");
    for (file, words) in [
        ("falling.toml", &["falling.toml:4:1", "model-file.negative-inflow", "2001", "retire"][..]),
        ("kind.toml", &["kind.toml:7:21", "weibull"]),
        ("nan.toml", &["nan.toml:6:10", "model-file.number"]),
        ("content.toml", &["content.toml:9:22", "model-file.not-a-share"]),
        ("gap.toml", &["stock.csv:2:1", "2001"]),
        ("inner/outside.toml", &["outside.toml:6:14", "model-file.outside"]),
        ("absolute.toml", &["absolute.toml:6:14", "model-file.outside"]),
        ("missing.toml", &["no.csv", "cannot be read"]),
        ("empty.toml", &["empty"]),
        ("latin.toml", &["latin.toml:1:10"]),
        ("nothing.toml", &["cannot be read"]),
    ] {
        let run = folder.adit(&["outlook", file, "--format", "json"]);
        assert_eq!(run.code, 1, "{file}: {}{}", run.out, run.err);
        assert!(run.out.is_empty() && !run.err.contains("panicked"), "{file}: {}", run.err);
        for word in words {
            assert!(run.err.contains(word), "{file} should say {word}: {}", run.err);
        }
    }
}

#[test]
fn wrong_calls_end_with_2_and_the_nearest_path() {
    for (call, word) in [
        (&["cars.toml", "--set", "cars.lifetime.scal=3"][..], "cars.lifetime.scale"),
        (&["cars.toml", "--set", "cars.lifetime.scale"], "="),
        (&["cars.toml", "--set", "cars.lifetime.scale=long"], "0.94"),
        (&["cars.toml", "--set", "cars.lifetime.scale=-3"], "above 0"),
        (&["cars.toml", "--set", "cars.stock=NaN"], "factor"),
        (&["cars.toml", "--set", "cars.stock=1", "--set", "cars.stock=2"], "keep one"),
        (&["phones.toml", "--set", "slag.share=0.9", "--set", "black mass.share=0.9"], "add up to 1"),
        (&["cars.toml", "--sampling", "hypercube"], "latin-hypercube"),
        (&["cars.toml", "--region", "FI1D"], "cases"),
    ] {
        let run = example(call);
        assert_eq!(run.code, 2, "{call:?}: {}{}", run.out, run.err);
        assert!(run.err.contains(word), "{call:?} should say {word}: {}", run.err);
        assert!(run.out.is_empty() && !run.err.contains("panicked"), "{call:?}");
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for call in [&["cars.toml"][..], &["copper-in-buildings.toml", "--draws", "64"], &["phones.toml", "--draws", "64"]]
    {
        let run = example(call);
        for line in run.out.lines().chain(run.err.lines()) {
            assert!(line.chars().count() <= 80, "{call:?}: {line}");
        }
    }
}

#[test]
fn warnings_are_said_beside_the_answer() {
    let folder = Folder::new("outlook-warned");
    folder.write("new.toml", CARS.replace("initial_cohorts = [ { age = 5, value = 3.0 } ]\n", ""));
    let run = folder.adit(&["outlook", "new.toml"]);
    assert!(run.err.contains("initial cohorts") && run.code == 0, "{}", run.err);
    let document = folder.adit(&["outlook", "new.toml", "--format", "json", "--draws", "10"]).json();
    assert_eq!(document["findings"][0]["code"], "model-file.no-initial-cohorts");
    assert!(document["warnings"][1].as_str().unwrap().contains("uncertain"));
    assert!(document["draws"].is_null());
}
