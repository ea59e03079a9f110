//! `adit voice`: the record of projects, for the person who runs the server.

use adit_facts::Finding;
use adit_record::ledger::Written;
use adit_record::{Record, RecordError};
use anyhow::Context;
use serde_json::json;

use crate::args::{Format, Global, Held, Voice, VoiceCommand};
use crate::outcome::Stop;
use crate::print;

mod add;
mod erase;
mod export;
mod heads;
mod list;
mod verify;

/// Runs one of the commands.
pub fn run(global: &Global, voice: &Voice) -> Result<(), Stop> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot start")?;
    runtime.block_on(async {
        match &voice.command {
            VoiceCommand::Open(call) => add::open(global, call).await,
            VoiceCommand::List(call) => list::run(global, call).await,
            VoiceCommand::Add(call) => add::run(global, call, None).await,
            VoiceCommand::Answer(call) => add::run(global, call, Some("answer")).await,
            VoiceCommand::Promise(call) => add::run(global, call, Some("promise")).await,
            VoiceCommand::Status(call) => add::run(global, call, Some("status")).await,
            VoiceCommand::Export(call) => export::run(global, call).await,
            VoiceCommand::Verify(call) => verify::run(global, call).await,
            VoiceCommand::Heads(call) => heads::run(global, call).await,
            VoiceCommand::Erase(call) => erase::run(global, call).await,
        }
    })
}

/// The record at an address, with the key of its heads.
async fn record(at: &Held) -> Result<Record, Stop> {
    super::round::record_with(&at.db, at.head_key.as_deref()).await
}

/// Says what was added.
fn added(global: &Global, project: &str, written: &Written) -> Result<(), Stop> {
    if global.format == Format::Json {
        return print::json(&json!({
            "format": 1, "project": project, "entry": written.sequence, "day": written.day, "head": written.hash,
            "signed_head": written.head.to_string(),
        }));
    }
    print::text(&format!("Entry {} of {project}, {}", written.sequence, written.day))?;
    print::text(&format!("Head of its chain: {}", written.hash))?;
    if written.clock_was_back {
        let says = "This machine's clock shows an earlier day than the entry before; the entry carries the later one. \
            Order is by number.";
        print::note(global.quiet, says)?;
    }
    Ok(())
}

fn damaged(flaws: Vec<String>) -> Stop {
    let hint = "compare with a backup and with heads that were published";
    Stop::Failed(flaws.into_iter().map(|says| Finding::error("voice.damaged", says).hint(hint)).collect())
}

/// Whether an error is of the call, and what helps.
pub(super) fn hint(error: &RecordError) -> Option<&'static str> {
    Some(match error {
        RecordError::NoSuchProject(_) => "`adit voice list` names the projects",
        RecordError::ConfidentialProject(_) => {
            "leave project and entry out of the round's file, or open the record to everybody"
        }
        RecordError::StatementFromNowhere { .. } => "`adit voice list PROJECT` shows the entries; or leave entry out",
        RecordError::ProjectExists(_) => "a later entry of the kind \"project\" revises its description",
        RecordError::NotAnId(_) => "as north-mine",
        RecordError::NoSuchEntry(_) | RecordError::NotErasable(_) | RecordError::AlreadyErased(_) => {
            "`adit voice list PROJECT` shows the entries"
        }
        RecordError::FileExists(_) | RecordError::NotEmpty(_) => "nothing was written",
        RecordError::NoBackup { .. } => "`adit db backup` makes one",
        _ => return None,
    })
}
