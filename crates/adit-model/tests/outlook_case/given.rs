//! The package, its benchmarks, the real cases, and a tiny case that is made up.

use std::sync::LazyLock;

use adit_facts::{Material, Package, Severity};
use adit_model::chain::benchmarks::{self, Gathered};
use adit_model::outlook::case::{CaseError, CaseModel, CaseRun, Line, Question, Setting};

pub static PACKAGE: LazyLock<Package> = LazyLock::new(|| Package::embedded().unwrap());

/// The benchmarks without the route by trade, which needs the trade table.
pub static BENCHMARKS: LazyLock<Gathered> =
    LazyLock::new(|| benchmarks::gather(&PACKAGE, &benchmarks::Options::default(), &|_, _| None));

/// All cases that adit brings along.
pub static CASES: LazyLock<Vec<CaseModel>> = LazyLock::new(|| {
    let cases = PACKAGE.outlook_cases();
    cases.iter().map(|case| CaseModel::gather(&PACKAGE, &case.id, &BENCHMARKS).unwrap()).collect()
});

pub fn material(id: &str) -> Material {
    PACKAGE.vocabulary().find_material(id).unwrap()
}

const CASE: &str = "case,name,question,product,product_unit,stage_product,first_year,last_year,base_year,inflow_at,materials,regional_by,source,locator,note
tiny,Tiny,How little?,Cars,cars,Cells,2020,2024,2021,end,lithium;silver,population,made up,made up,
";

const SEGMENTS: &str = "case,segment,name,driver,lifetime,negative_inflow,source,locator,note
tiny,cars,Cars,inflow,fixed,error,made up,made up,
";

const TECHNOLOGIES: &str = "case,technology,name,note
tiny,a,A,
tiny,b,B,
";

const LEVERS: &str = "case,lever,name,says,moves,segment,technology,material,low,high,step,unit,source,locator,note
tiny,collection,Collection,More,collection,all,all,all,0,1,0.1,share,made up,made up,
tiny,collection-lithium,Collection of lithium,More,collection,all,all,lithium,0,1,0.1,share,made up,made up,
tiny,demand,Demand,More,demand-times,all,all,all,0.5,2,0.1,times,made up,made up,
tiny,life,Life,Longer,lifetime-times,all,all,all,0.5,2,0.1,times,made up,made up,
tiny,b,B,More of b,mix,all,b,all,0,1,0.1,share,made up,made up,
tiny,without,Without,Less,substitution,all,all,lithium,0,1,0.1,share,made up,made up,
tiny,intensity,Intensity,Less,intensity-times,all,a,all,0.5,2,0.1,times,made up,made up,
tiny,capacity,Capacity,More,capacity-times,all,all,all,0,5,0.1,times,made up,made up,
tiny,delay,Delay,Later,capacity-delay,all,all,all,0,5,0.5,years,made up,made up,
";

const HEAD: &str =
    "case,parameter,segment,technology,material,year,value,low,high,spread,unit,kind,source,locator,note\n";

/// The rows of the tiny case: parameter, segment, technology, material, year, value, low, high, spread.
pub const ROWS: &[&str] = &[
    "inflow,cars,all,all,2020,100,,,none",
    "inflow,cars,all,all,2024,140,,,none",
    "lifetime-years,all,all,all,all,2,,,none",
    "mix,all,a,all,all,0.75,,,none",
    "mix,all,b,all,all,0.25,,,none",
    "intensity,all,a,lithium,all,0.5,,,none",
    "intensity,all,b,lithium,all,2,,,none",
    "intensity,all,b,silver,all,0.5,,,none",
    "used-export,all,all,all,all,0.5,,,none",
    "collection,all,all,all,all,0.5,0.25,0.75,triangular",
    "dismantling,all,all,all,all,0.5,,,none",
    "scrap-export,all,all,all,all,0.25,,,none",
    "recovery,all,all,all,all,0.5,0.25,0.75,uniform",
    "made-in-eu,all,all,all,all,0.5,,,none",
    "manufacturing-scrap,all,all,lithium,all,0.5,,,none",
    "capacity,all,all,lithium,2020,2,,,none",
    "capacity,all,all,lithium,2022,10,,,none",
];

/// The package with the tiny case of these rows.
pub fn package(rows: &[&str]) -> Package {
    let mut package = Package::embedded().unwrap();
    let rows: Vec<String> = rows.iter().map(|row| format!("tiny,{row},1,assumption,made up,made up,\n")).collect();
    let rows = rows.concat();
    for (table, text) in [
        ("outlook-cases", CASE),
        ("outlook-segments", SEGMENTS),
        ("outlook-technologies", TECHNOLOGIES),
        ("outlook-levers", LEVERS),
        ("outlook-parameters", &format!("{HEAD}{rows}")),
    ] {
        let findings = package.lay_over(table, &format!("facts/{table}.csv"), text, "ec-2023");
        assert!(!findings.iter().any(|finding| finding.severity == Severity::Error), "{findings:?}");
    }
    package
}

/// The tiny case with these rows.
pub fn tiny_of(rows: &[&str]) -> Result<CaseModel, CaseError> {
    CaseModel::gather(&package(rows), "tiny", &BENCHMARKS)
}

pub static TINY: LazyLock<CaseModel> = LazyLock::new(|| tiny_of(ROWS).unwrap());

pub fn setting(lever: &str, value: f64, year: Option<u16>) -> Setting {
    Setting { lever: lever.to_owned(), value, year }
}

/// A question with levers.
pub fn with(settings: &[Setting]) -> Question {
    Question { settings: settings.to_vec(), ..Question::default() }
}

/// Central values of a line of a material.
pub fn values(run: &CaseRun, material: &str, line: Line) -> Vec<Option<f64>> {
    let of = run.materials.iter().find(|of| of.id == material).unwrap();
    of.line(line).values.clone()
}

/// The same, all known.
pub fn numbers(run: &CaseRun, material: &str, line: Line) -> Vec<f64> {
    values(run, material, line).into_iter().map(Option::unwrap).collect()
}
