//! What holds for every door: the base is read once, and every finding says file, line and column and has a known code.

use std::sync::LazyLock;

use adit_facts::finding::codes::CODES;
use adit_facts::{Finding, Package};

static BASE: LazyLock<Package> = LazyLock::new(|| Package::embedded().expect("the built-in package is sound"));

/// The built-in package.
pub fn base() -> &'static Package {
    &BASE
}

/// Every finding can be shown at its place.
pub fn placed(findings: &[Finding]) {
    for finding in findings {
        assert!(finding.file.is_some() && finding.line > Some(0) && finding.column > Some(0), "{finding}");
        assert!(CODES.iter().any(|code| code.code == finding.code), "{finding}");
    }
}
