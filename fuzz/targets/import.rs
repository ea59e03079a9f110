//! Publishers' files: the first byte picks which one, the rest is its content.
#![no_main]

use adit_facts::import::{ImportSource, import_bytes};
use adit_fuzz::{base, placed};
use libfuzzer_sys::fuzz_target;

const FILES: [(ImportSource, &str); 5] = [
    (ImportSource::EcAnnex, "fact_EUSupplyShares_t.csv"),
    (ImportSource::EcAnnex, "fact_GlobalSupplyShares_t.csv"),
    // The others are told by their headers.
    (ImportSource::EcAnnex, "any.csv"),
    (ImportSource::Wgi, "any.csv"),
    (ImportSource::Icmm, "any.csv"),
];

fuzz_target!(|data: &[u8]| {
    let Some((which, bytes)) = data.split_first() else { return };
    let (source, name) = FILES[usize::from(*which) % FILES.len()];
    match import_bytes(source, vec![(name.to_owned(), bytes.to_vec())], base()) {
        Ok(tables) => assert!(!tables.is_empty()),
        Err(findings) => {
            assert!(adit_facts::finding::any_error(&findings));
            placed(&findings);
        }
    }
});
