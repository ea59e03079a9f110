//! The package, its benchmarks, and the real cases.

use std::sync::LazyLock;

use adit_facts::{Material, Package};
use adit_model::chain::benchmarks::{self, Gathered};
use adit_model::outlook::case::CaseModel;

pub static PACKAGE: LazyLock<Package> = LazyLock::new(|| Package::embedded().unwrap());

/// The benchmarks without the route by trade, which needs the trade table.
pub static BENCHMARKS: LazyLock<Gathered> = LazyLock::new(|| benchmarks_of(&PACKAGE));

pub fn benchmarks_of(package: &Package) -> Gathered {
    benchmarks::gather(package, &benchmarks::Options::default(), &|_, _| None)
}

/// All cases that adit brings along.
pub static CASES: LazyLock<Vec<CaseModel>> = LazyLock::new(|| {
    let cases = PACKAGE.outlook_cases();
    cases.iter().map(|case| CaseModel::gather(&PACKAGE, &case.id, &BENCHMARKS).unwrap()).collect()
});

pub fn material(id: &str) -> Material {
    PACKAGE.vocabulary().find_material(id).unwrap()
}
