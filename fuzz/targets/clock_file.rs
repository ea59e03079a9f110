//! A clock file: never a panic, every finding placed, and whatever is read stands in the order of its days.
#![no_main]

use adit_facts::law::clock_file::ClockFile;
use adit_fuzz::placed;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match ClockFile::parse(text, "clock.toml") {
        Err(findings) => {
            assert!(!findings.is_empty());
            placed(&findings);
        }
        Ok((file, findings)) => {
            placed(&findings);
            assert!(!file.project.stages.is_empty());
            assert!(file.events.is_sorted_by_key(|event| event.date));
        }
    }
});
