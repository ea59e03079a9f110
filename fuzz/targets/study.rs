//! A study given as CSV, as `adit audit FILE` reads it.
#![no_main]

use adit_fuzz::placed;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match adit_facts::study_file::parse(text, "study.csv") {
        Ok(rows) => assert!(!rows.is_empty()),
        Err(findings) => {
            assert!(!findings.is_empty());
            placed(&findings);
        }
    }
});
