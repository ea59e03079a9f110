//! A scenario file; what is read is written and read again.
#![no_main]

use adit_facts::Changes;
use adit_fuzz::{base, placed};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Changes::parse(text, "scenario.toml", base()) {
        Ok(changes) => assert_eq!(Changes::parse(&changes.to_toml(), "again.toml", base()), Ok(changes)),
        Err(findings) => {
            assert!(!findings.is_empty());
            placed(&findings);
        }
    }
});
