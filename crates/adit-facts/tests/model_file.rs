//! Model files: what is read, and one wrong input for each finding, with its place.

// A test stops where something is wrong.
#![allow(clippy::unwrap_used, clippy::panic)]

use adit_facts::Finding;
use adit_facts::outlook::model_file::{ByYear, Driver, Lifetime, Lifetimes, ModelFile};

#[path = "model_file/wrong.rs"]
mod wrong;

/// A model that is sound, up to its last line.
const SOUND: &str = "[time]\nyears = [2000, 2001, 2002]\n[[series]]\nname = \"cars\"\nstock = [1.0, 2.0, 3.0]\n\
                     lifetime = { kind = \"weibull\", shape = 3.6, scale = 15.0 }\n";

/// Files beside the model.
fn files(name: &str) -> Result<String, Finding> {
    let text = match name {
        "stock.csv" => "name,year,value\ncars,2000,1\ncars,2001,2\ncars,2002,3\nbikes,2000,1\n",
        "all.csv" => "value,name,year\n1,a,2000\n2,a,2001\n3,a,2002\n4,b,2000\n5,b,2001\n6,b,2002\n",
        "gap.csv" => "name,year,value\ncars,2000,1\ncars,2002,3\n",
        "twice.csv" => "name,year,value\ncars,2000,1\ncars,2001,2\ncars,2002,3\ncars,2001,4\n",
        "words.csv" => "name,year,value\ncars,2000,many\ncars,soon,2\ncars,2002,-3\ncars,2001,NaN\n",
        "header.csv" => "name,date,value\ncars,2000,1\n",
        "narrow.csv" => "name,year,value\ncars,2000\n",
        "content.csv" => "material,year,value\ncopper,2000,0.1\ncopper,2001,0.2\ncopper,2002,0.3\n",
        "content-gap.csv" => "material,year,value\ncopper,2000,0.1\ncopper,2002,0.3\n",
        "content-over.csv" => "material,year,value\ncopper,2000,1.1\ncopper,2001,0.2\ncopper,2002,0.3\n",
        _ => {
            return Err(Finding::error("file.unreadable", "cannot be read: not there").in_file(name));
        }
    };
    Ok(text.to_owned())
}

fn parse(text: &str) -> Result<(ModelFile, Vec<Finding>), Vec<Finding>> {
    ModelFile::parse(text, "model.toml", &mut files)
}

fn read(text: &str) -> ModelFile {
    match parse(text) {
        Ok((model, _)) => model,
        Err(findings) => panic!("{}", findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
    }
}

#[test]
fn the_keys_of_the_contract() {
    let model = read(
        "[time]\nyears = [2000, 2001]\ninflow_at = \"end\"\n[[series]]\nname = \"cars\"\nstock = [1.0, 2.0]\n\
         lifetime = { kind = \"weibull\", shape = 3.6, scale = 15.0 }\n\
         initial_cohorts = [ { age = 5, value = 3.0 } ]\ncontent = { copper = 0.02 }\n",
    );
    assert_eq!(model.time.years, [2000, 2001]);
    let cars = &model.series[0];
    assert_eq!(cars.driver, Driver::Stock(vec![1.0, 2.0]));
    let weibull = Lifetime::Weibull { shape: 3.6, scale: 15.0 };
    assert_eq!(*cars.lifetimes, Lifetimes::ByCohort(vec![(i32::MIN, weibull)]));
    assert_eq!(cars.initial_cohorts.as_ref().unwrap()[0].age, 5.0);
    assert_eq!(cars.contents[0].amount, ByYear::constant(0.02));
}

#[test]
fn every_kind_of_lifetime() {
    for (given, kind) in [
        ("kind = \"fixed\", years = 10", "fixed"),
        ("kind = \"normal\", mean = 10, sd = 2", "normal"),
        ("kind = \"folded-normal\", mean = 0, sd = 2", "folded-normal"),
        ("kind = \"lognormal\", mean = 10, sd = 2", "lognormal"),
        ("kind = \"gamma\", mean = 10, sd = 2", "gamma"),
        ("kind = \"gamma\", shape = 10, scale = 2", "gamma"),
        ("kind = \"exponential\", mean = 10", "exponential"),
    ] {
        let text = SOUND.replace("kind = \"weibull\", shape = 3.6, scale = 15.0", given);
        assert_eq!(read(&text).series[0].lifetimes.list()[0].1.kind(), kind, "{given}");
    }
}

#[test]
fn years_by_steps_and_numbers_in_every_notation() {
    let model = read(
        "[time]\nstart = 2000\nend = 2_030\nstep = 10\n[[series]]\nname = \"a\"\ninflow = [1, 2.5e0, 0x10, 1_000.0]\n\
         survival = [1.0, 0.5, 0.0]\n",
    );
    assert_eq!(model.time.years, [2000, 2010, 2020, 2030]);
    assert_eq!(model.series[0].driver, Driver::Inflow(vec![1.0, 2.5, 16.0, 1000.0]));
    assert_eq!(model.time.steps(), [10.0; 4]);
}

#[test]
fn series_from_files() {
    let one = SOUND.replace("stock = [1.0, 2.0, 3.0]", "stock_file = \"stock.csv\"");
    let (model, findings) = parse(&one).unwrap();
    assert_eq!(model.series[0].driver, Driver::Stock(vec![1.0, 2.0, 3.0]));
    // A name that no series takes is told, with its line.
    assert_eq!((findings[0].code, findings[0].line), ("model-file.not-used", Some(5)));
    let all = SOUND.replace("stock = [1.0, 2.0, 3.0]", "inflow_file = \"all.csv\"").replace("\"cars\"", "\"*\"");
    let model = read(&all);
    let names: Vec<&str> = model.series.iter().map(|series| series.name.as_str()).collect();
    assert_eq!(names, ["a", "b"]);
    assert_eq!(model.series[1].driver, Driver::Inflow(vec![4.0, 5.0, 6.0]));
    let content = format!("{SOUND}content_file = \"content.csv\"\n");
    assert_eq!(read(&content).series[0].contents[0].amount.at(2001.0), 0.2);
}

#[test]
fn layers_are_multiplied_through() {
    let model = read(&format!(
        "{SOUND}content = {{ battery = 0.2, steel = 0.5 }}\n[composition]\ncell = {{ nickel = [[2000, 0.1], [2002, 0.3]] }}\n\
         battery = {{ cell = 0.5, steel = 0.1 }}\n[layers]\ncomponent = [\"battery\", \"cell\"]\nelement = [\"nickel\"]\n"
    ));
    let cars = &model.series[0];
    assert_eq!(model.contents_of(cars), ["battery", "steel", "cell", "nickel"]);
    let amounts = model.content_in(cars, 2001.0);
    for (amount, expected) in amounts.into_iter().zip([0.2, 0.5 + 0.2 * 0.1, 0.2 * 0.5, 0.2 * 0.5 * 0.2]) {
        assert!((amount - expected).abs() < 1e-15, "{amount} {expected}");
    }
    assert_eq!(model.layer("nickel").word(), "element");
    assert_eq!(model.layer("steel").word(), "material");
}

/// A process with three ways out.
const SYSTEM: &str = "[[process]]\nname = \"sorting\"\n[[flow]]\nname = \"in\"\nto = \"sorting\"\nvalue = 10\n\
                      [[flow]]\nname = \"a\"\nfrom = \"sorting\"\nshare = 0.5\n[[flow]]\nname = \"b\"\nfrom = \"sorting\"\nshare = 0.3\n\
                      [[flow]]\nname = \"c\"\nfrom = \"sorting\"\nshare = 0.2\n";

#[test]
fn paths_change_what_they_name() {
    let mut model = read(&format!(
        "{SOUND}content = {{ copper = 0.1 }}\n[[route]]\nname = \"shred\"\nof = \"cars\"\nrecovery = [[2000, 0.4], [2002, 0.8]]\n{SYSTEM}"
    ));
    let stock = model.parameter("cars.stock").unwrap();
    let scale = model.parameter("cars.lifetime.scale").unwrap();
    let copper = model.parameter("cars.content.copper").unwrap();
    let recovery = model.parameter("shred.recovery").unwrap();
    let share = model.parameter("a.share").unwrap();
    assert_eq!((stock.meaning.word(), stock.value), ("factor", 1.0));
    assert_eq!((scale.meaning.word(), scale.value), ("value", 15.0));
    assert_eq!((recovery.meaning.word(), recovery.high), ("factor", 1.25));
    assert!(copper.checked(1.5).is_err() && scale.checked(0.0).is_err() && stock.checked(f64::NAN).is_err());
    let given = [(&stock, 2.0), (&scale, 18.0), (&copper, 0.2), (&recovery, 0.5), (&share, 0.6)];
    assert_eq!(model.give_all(&given), []);
    let cars = &model.series[0];
    assert_eq!(cars.driver, Driver::Stock(vec![2.0, 4.0, 6.0]));
    assert_eq!(cars.lifetimes.list()[0].1, Lifetime::Weibull { shape: 3.6, scale: 18.0 });
    assert_eq!(cars.contents[0].amount.at(2000.0), 0.2);
    assert!((model.routes[0].recovery.at(2001.0) - 0.3).abs() < 1e-15);
    // The two other flows share what is left in their old proportions.
    let share = |path: &str| model.parameter(path).unwrap();
    let now = |at: usize| match &model.flows[at].amount {
        adit_facts::outlook::model_file::FlowAmount::Share(share) => share.at(2001.0),
        adit_facts::outlook::model_file::FlowAmount::Value(_) => f64::NAN,
    };
    assert!((now(1) - 0.6).abs() < 1e-15 && (now(2) - 0.24).abs() < 1e-15 && (now(3) - 0.16).abs() < 1e-15);
    assert_eq!(share("a.share").path, "a.share");
}

#[test]
fn shares_beyond_the_whole_are_drawn_back_and_told() {
    let mut model = read(&format!("{SOUND}{SYSTEM}"));
    let (a, b) = (model.parameter("a.share").unwrap(), model.parameter("b.share").unwrap());
    let back = model.give_all(&[(&a, 0.9), (&b, 0.6)]);
    assert_eq!(back[0].whole, "the process sorting");
    assert!((back[0].sum - 1.5).abs() < 1e-15);
}

#[test]
fn a_path_that_means_nothing_has_the_nearest_one() {
    let model = read(SOUND);
    for (path, near) in [
        ("cars.lifetime.scal", "cars.lifetime.scale"),
        ("cars.lifetme", "cars.lifetime"),
        ("car.stock", "cars.stock"),
        ("nothing", "cars"),
    ] {
        let error = model.parameter(path).unwrap_err();
        assert!(error.hint.contains(near), "{path}: {}", error.hint);
    }
}

#[test]
fn uncertain_paths_in_quotes_or_as_tables() {
    let quoted =
        read(&format!("{SOUND}[uncertain]\n\"cars.lifetime.scale\" = {{ kind = \"normal\", mean = 15, sd = 1 }}\n"));
    let nested =
        read(&format!("{SOUND}[uncertain]\ncars.lifetime.scale = {{ kind = \"normal\", mean = 15, sd = 1 }}\n"));
    assert_eq!(quoted.uncertain[0].parameter, nested.uncertain[0].parameter);
    assert_eq!(quoted.uncertain[0].distribution, nested.uncertain[0].distribution);
}
