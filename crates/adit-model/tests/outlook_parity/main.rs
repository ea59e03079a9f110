//! The reference engine of the Outlook beside flodym and ODYM: equal wherever they are right, and right where they are
//! not. What they say stands in `tests/fixtures/outlook-parity.json`, which `scripts/peers.sh parity --write` makes by
//! running them; no code of theirs is here. The page `docs/src/methods/outlook-parity.md` says what is compared and how
//! their conventions map to ours; its tables are written and checked here.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot read its fixture has failed")]

mod agree;
mod faults;
mod fixture;
mod kernels;
mod page;
mod survival;
