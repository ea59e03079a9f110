//! `adit.toml` of a workspace.
#![no_main]

use adit_facts::workspace::Manifest;
use adit_fuzz::{base, placed};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Manifest::parse(text, "adit.toml", base()) {
        Ok((_, warnings)) => placed(&warnings),
        Err(findings) => {
            assert!(adit_facts::finding::any_error(&findings));
            placed(&findings);
        }
    }
});
