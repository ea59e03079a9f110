//! A project file over the built-in package, as a new project and as a change of one.
#![no_main]

use adit_fuzz::{base, placed};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for id in ["example", "keliber"] {
        let mut package = base().clone();
        let findings = package.lay_project_over(id, "projects/x.toml", text);
        placed(&findings);
        if adit_facts::finding::any_error(&findings) && findings.iter().all(|finding| finding.code != "project.needs") {
            assert_eq!(package.hash(), base().hash(), "nothing of a file with an error is used");
        }
        for conflict in package.conflicts() {
            let fact = package.view(conflict.at);
            assert_eq!(package.find(&fact.key), Ok(conflict.at));
            assert!(fact.low <= fact.value && fact.value <= fact.high);
            assert!(conflict.line > 0 && conflict.column > 0);
        }
        for plan in package.project_capacities() {
            assert!(plan.contained.is_none_or(|tonnes| tonnes.number.low >= 0.0));
        }
    }
});
