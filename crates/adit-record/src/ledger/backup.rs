//! Copies of the record: backing up while it serves, putting a copy back, moving to another database.
//!
//! A backup holds no keys, so what is erased later cannot be read from it either. Keys are kept apart and are copied over
//! their last copy, never collected; with the keys of the day a backup can be read as far as nothing was erased since.

use std::io::Read;
use std::path::Path;

use crate::error::RecordError;
use crate::moment::Moment;
use crate::record::{Record, Store};
use crate::store::{Sqlite, copy};

/// How a file of SQLite begins.
const FORMAT: &[u8; 16] = b"SQLite format 3\0";

/// What a restoring has done.
#[derive(Debug)]
pub struct Restored {
    /// The record.
    pub record: Record,
    /// How many erasures that came after the backup were said again.
    pub erased_again: usize,
}

impl Record {
    /// Copies the record without its keys into a new file of SQLite, whichever database it is in, while others go on.
    pub async fn backup(&self, file: &Path) -> Result<(), RecordError> {
        not_there(file)?;
        copy::into_file(&self.store, file).await
    }

    /// Puts a backup back into a database that holds nothing but, perhaps, its keys; erasures that those remember are said
    /// again, so that what was erased stays erased.
    pub async fn restore(
        backup: &Path,
        url: &str,
        head_key: Option<&Path>,
        now: Moment,
    ) -> Result<Restored, RecordError> {
        let unreadable = |why: String| RecordError::NoBackup { file: backup.display().to_string(), why };
        let mut first = [0; FORMAT.len()];
        let read = std::fs::File::open(backup).and_then(|mut file| file.read_exact(&mut first));
        if read.is_err() || first != *FORMAT {
            return Err(unreadable("it is no file of SQLite".to_owned()));
        }
        let record = Self::open_with(url, head_key).await?;
        // The copy is opened, and brought up to date, in a copy of its own: the backup stays as it is.
        let own = std::env::temp_dir().join(format!("adit-restore-{}-{}.sqlite", std::process::id(), now.seconds()));
        std::fs::copy(backup, &own).map_err(|error| unreadable(error.to_string()))?;
        let copied = put_back(&own, &record).await;
        for ending in ["", "-wal", "-shm", ".keys", ".keys-wal", ".keys-shm"] {
            drop(std::fs::remove_file(format!("{}{ending}", own.display())));
        }
        copied?;
        let erased_again = record.replay_erasures(now).await?;
        Ok(Restored { record, erased_again })
    }

    /// Copies the record with its keys into another database that holds nothing yet. Nobody may write meanwhile.
    pub async fn move_to(&self, other: &Record) -> Result<(), RecordError> {
        copy::all(&self.store, &other.store, true).await
    }
}

async fn put_back(own: &Path, record: &Record) -> Result<(), RecordError> {
    let from = Sqlite::open(own).await?;
    crate::store::Ledger::migrate(&from).await?;
    copy::all(&Store::Sqlite(from), &record.store, false).await
}

fn not_there(file: &Path) -> Result<(), RecordError> {
    if file.exists() { Err(RecordError::FileExists(file.display().to_string())) } else { Ok(()) }
}
