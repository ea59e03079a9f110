//! The command line as other programs and people meet it: the real binary, real folders, its output and exit codes.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

#[path = "cli/accounts.rs"]
mod accounts;
#[path = "cli/chain_contract.rs"]
mod chain_contract;
#[path = "cli/chain_room.rs"]
mod chain_room;
#[path = "cli/choose_room.rs"]
mod choose_room;
#[path = "cli/contract.rs"]
mod contract;
#[path = "cli/harness.rs"]
mod harness;
#[path = "cli/outlook_case.rs"]
mod outlook_case;
#[path = "cli/outlook_model.rs"]
mod outlook_model;
#[path = "cli/people.rs"]
mod people;
#[path = "cli/promises.rs"]
mod promises;
#[path = "cli/rounds.rs"]
mod rounds;
#[path = "cli/voice.rs"]
mod voice;
#[path = "cli/weigh.rs"]
mod weigh;
#[path = "cli/workspaces.rs"]
mod workspaces;
#[path = "cli/wrong_calls.rs"]
mod wrong_calls;
