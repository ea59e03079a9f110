//! A round's file: never a panic; what is wrong has its place, and what is read is what a stored round is read as.
#![no_main]

use adit_record::round::{Definition, read_file};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| match read_file(text) {
    Err(troubles) => {
        assert!(!troubles.is_empty());
        assert!(troubles.iter().all(|one| one.line > 0 && one.column > 0 && !one.hint.is_empty()));
    }
    Ok(asked) => {
        assert!(asked.asks_votes() || asked.criteria.len() > 1);
        let stored = serde_json::to_vec(&asked).expect("a round can be stored");
        assert_eq!(serde_json::from_slice::<Definition>(&stored).expect("and read again"), asked);
    }
});
