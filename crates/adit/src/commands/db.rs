//! `adit db`: copies of the record.

use adit_record::{Moment, Record};
use anyhow::Context;
use serde_json::json;

use crate::args::{Db, DbCommand, Format, Global};
use crate::commands::round::record_with;
use crate::outcome::Stop;
use crate::print;

/// Runs one of the commands.
pub fn run(global: &Global, db: &Db) -> Result<(), Stop> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot start")?;
    runtime.block_on(async {
        match &db.command {
            DbCommand::Backup(call) => {
                record_with(&call.db, None).await?.backup(&call.output).await?;
                let file = call.output.display().to_string();
                let says = format!("{file} holds the record, and none of the keys of its contents: keep those apart.");
                tell(global, &says, &json!({"format": 1, "file": file}))
            }
            DbCommand::Restore(call) => {
                let head_key = call.at.head_key.as_deref();
                let restored = Record::restore(&call.backup, &call.at.db, head_key, Moment::now()).await?;
                let erased = restored.erased_again;
                let says = format!("The record is put back; {erased} erasures that came after the backup were made again.");
                tell(global, &says, &json!({"format": 1, "erased_again": erased}))
            }
            DbCommand::Move(call) => {
                let (from, to) = (record_with(&call.from, None).await?, record_with(&call.to, None).await?);
                from.move_to(&to).await?;
                let says = "The record stands in both databases. Serve the new one, with --head-key and the former key of \
                    heads, and remove the old one with its keys.";
                tell(global, says, &json!({"format": 1, "moved": true}))
            }
        }
    })
}

fn tell(global: &Global, says: &str, document: &serde_json::Value) -> Result<(), Stop> {
    if global.format == Format::Json { print::json(document) } else { print::text(says) }
}
