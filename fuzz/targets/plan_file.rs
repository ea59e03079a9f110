//! A plan file: never a panic, and every finding placed.
#![no_main]

use adit_facts::law::plan_file::PlanFile;
use adit_fuzz::placed;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(findings) = PlanFile::parse(text, "plan.toml") {
        assert!(!findings.is_empty());
        placed(&findings);
    }
});
