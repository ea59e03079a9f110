//! The package, and facts put together by hand.

use std::sync::LazyLock;

use adit_facts::printed::Printed;
use adit_facts::study::Datum;
use adit_facts::{FactRef, Material, Package};

pub static PACKAGE: LazyLock<Package> = LazyLock::new(|| Package::embedded().unwrap());

/// Any fact: what is made up has a place in the package, and a number of its own.
static ANY: LazyLock<FactRef> = LazyLock::new(|| PACKAGE.find("recycling/ec-2023/lithium/eol-rir").unwrap());

pub fn datum(value: f64) -> Datum {
    Datum { at: *ANY, number: Printed::exact(value) }
}

pub fn material(id: &str) -> Material {
    PACKAGE.vocabulary().find_material(id).unwrap()
}

/// The built-in package with rows of a workspace over one table.
pub fn with(table: &str, rows: &str) -> Package {
    let mut package = Package::embedded().unwrap();
    let findings = package.lay_over(table, &format!("facts/{table}.csv"), rows, "ec-2023");
    assert!(!findings.iter().any(|finding| finding.severity == adit_facts::Severity::Error), "{findings:?}");
    package
}

pub fn near(found: f64, wanted: f64) -> bool {
    (found - wanted).abs() <= 1e-9 * wanted.abs().max(1.0)
}
