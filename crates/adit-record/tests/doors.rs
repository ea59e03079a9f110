//! The doors for rounds and contributions under random damage: they never panic, what is wrong has its place, and what is read
//! is stored and read again the same. The same doors are fuzzed for longer in `fuzz/`.

use adit_record::ledger::read_contribution;
use adit_record::round::{Definition, read_file};
use adit_record::voice::Contribution;
use proptest::prelude::*;

const ROUNDS: [&str; 2] = [
    include_str!("../../../examples/rounds/lithium-2026.toml"),
    include_str!("../../../examples/rounds/barranco-2026.toml"),
];
const CONTRIBUTIONS: [&str; 5] = [
    include_str!("../../../examples/records/barranco/01-project.toml"),
    include_str!("../../../examples/records/barranco/02-concern.toml"),
    include_str!("../../../examples/records/barranco/06-promise.toml"),
    include_str!("../../../examples/records/barranco/08-consultation.toml"),
    include_str!("../../../examples/records/barranco/12-status.toml"),
];
const NASTY: [&str; 20] = [
    "",
    "\"",
    "\"\"\"",
    "\n",
    "\r\n",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "é",
    "🜨",
    "[[statement]]",
    "[[criterion]]",
    "[author]",
    "= ",
    "1e999",
    "-1",
    "nan",
    "2026-02-30",
    "99999999999999999999",
    "#",
];

/// A file with some places damaged: a few letters taken out, and something put in their place.
fn damaged(seeds: &'static [&'static str]) -> impl Strategy<Value = String> {
    let cut = (any::<prop::sample::Index>(), 0_usize..20, prop::sample::select(NASTY.to_vec()));
    (prop::sample::select(seeds), prop::collection::vec(cut, 0..4)).prop_map(|(seed, cuts)| {
        let mut letters: Vec<char> = seed.chars().collect();
        for (at, length, put) in cuts {
            let from = at.index(letters.len() + 1);
            let to = letters.len().min(from + length);
            letters.splice(from..to, put.chars());
        }
        letters.into_iter().collect()
    })
}

proptest! {
    #[test]
    fn a_round_is_read_or_its_troubles_have_their_places(text in damaged(&ROUNDS)) {
        match read_file(&text) {
            Err(troubles) => {
                prop_assert!(!troubles.is_empty());
                prop_assert!(troubles.iter().all(|one| one.line > 0 && one.column > 0 && !one.hint.is_empty()), "{troubles:?}");
            }
            Ok(asked) => {
                prop_assert!(asked.asks_votes() || asked.criteria.len() > 1);
                let stored = serde_json::to_vec(&asked).unwrap();
                prop_assert_eq!(serde_json::from_slice::<Definition>(&stored).unwrap(), asked);
            }
        }
    }

    #[test]
    fn a_contribution_is_read_or_its_trouble_has_its_place(text in damaged(&CONTRIBUTIONS)) {
        match read_contribution(&text) {
            Err(trouble) => prop_assert!(trouble.line > 0 && trouble.column > 0, "{trouble:?}"),
            Ok(contribution) => {
                let stored = contribution.stored().unwrap();
                prop_assert_eq!(Contribution::read(&stored), Some(contribution));
            }
        }
    }
}
