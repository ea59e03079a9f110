//! A contribution's file: never a panic, what is wrong has its place, and what is read is stored and read again the same.
#![no_main]

use adit_record::ledger::read_contribution;
use adit_record::voice::Contribution;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| match read_contribution(text) {
    Err(trouble) => assert!(trouble.line > 0 && trouble.column > 0),
    Ok(contribution) => {
        let stored = contribution.stored().expect("it can be stored");
        assert_eq!(Contribution::read(&stored), Some(contribution));
    }
});
