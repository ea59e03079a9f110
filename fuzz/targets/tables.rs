//! A workspace's CSV over the built-in package: the first byte picks the table, the rest is the file.
#![no_main]

use adit_fuzz::{base, placed};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((which, bytes)) = data.split_first() else { return };
    let names: Vec<&str> = base().table_names().collect();
    let table = names[usize::from(*which) % names.len()];
    let Ok(text) = adit_facts::door::text(bytes.to_vec(), "facts/x.csv") else { return };
    let mut package = base().clone();
    let findings = package.lay_over(table, "facts/x.csv", &text, "ec-2023");
    placed(&findings);
    for conflict in package.conflicts() {
        let fact = package.view(conflict.at);
        assert_eq!(package.find(&fact.key), Ok(conflict.at));
        assert!(fact.low <= fact.value && fact.value <= fact.high);
    }
});
