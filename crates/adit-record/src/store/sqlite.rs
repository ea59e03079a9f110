//! The record in one file, by SQLite: write-ahead log, every step its own immediate transaction, on the disk before it is
//! answered (`synchronous = FULL`). Several processes may use the file at once: the server and the command line.

use std::fmt::Debug;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use tokio::sync::Mutex;

use crate::chain::{Head, Link};
use crate::error::RecordError;
use crate::ledger::ContentKey;
use crate::store::statements::{self, statements};
use crate::store::vault::{self, vault};
use crate::store::{
    Add, Addition, Ask, Decide, Erased, Kept, Ledger, Look, Place, RoundRow, Standing, Step, Vault, Writes,
};

/// How long a step waits for the others' steps.
const PATIENCE: Duration = Duration::from_secs(20);
/// SQLite writes one at a time anyway; a few connections let pages be read meanwhile.
const CONNECTIONS: u32 = 4;

/// The record in a file, and its keys in another beside it.
#[derive(Debug, Clone)]
pub struct Sqlite {
    record: SqlitePool,
    keys: SqlitePool,
    /// Whoever adds waits here and not with a connection in hand, so that readers find one.
    turn: Arc<Mutex<()>>,
}

impl Sqlite {
    /// Opens the file, or makes it; its keys stand in `FILE.keys`.
    pub async fn open(file: &Path) -> Result<Self, RecordError> {
        let keys = file.with_added_extension("keys");
        private(&keys)?;
        Ok(Self { record: record_pool(file).await?, keys: record_pool(&keys).await?, turn: Arc::default() })
    }
}

pub(super) async fn record_pool(file: &Path) -> Result<SqlitePool, RecordError> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        // What is deleted is written over with zeros.
        .pragma("secure_delete", "ON")
        .foreign_keys(true)
        .busy_timeout(PATIENCE);
    let pool = SqlitePoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE * 2);
    pool.connect_with(options).await.map_err(RecordError::Unreachable)
}

/// Makes a file that only its owner can read, if there is none; SQLite gives its log the same rights.
fn private(file: &Path) -> Result<(), RecordError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(RecordError::Unreachable(sqlx::Error::Io(error)))
        }
        _ => Ok(()),
    }
}

impl Sqlite {
    /// A step on rows that reads.
    pub(crate) async fn reading(&self) -> Result<Step, RecordError> {
        Ok(Step::Sqlite(self.record.begin().await?))
    }

    /// A step on the keys that reads.
    pub(super) async fn keys_reading(&self) -> Result<Step, RecordError> {
        Ok(Step::Sqlite(self.keys.begin().await?))
    }

    /// A step on the keys that writes.
    pub(super) async fn keys_writing(&self) -> Result<Step, RecordError> {
        Ok(Step::Sqlite(self.keys.begin_with("BEGIN IMMEDIATE").await?))
    }

    /// Copies the record, and not its keys, into a new file while others go on.
    pub(super) async fn vacuum_into(&self, file: &Path) -> Result<(), RecordError> {
        sqlx::query("VACUUM INTO $1").bind(file.display().to_string()).execute(&self.record).await?;
        Ok(())
    }

    /// A step on rows that writes, with nobody between.
    pub(crate) async fn writing(&self) -> Result<Step, RecordError> {
        Ok(Step::Sqlite(self.record.begin_with("BEGIN IMMEDIATE").await?))
    }
}

/// The migrations of the record.
pub(super) fn migrations() -> Migrator {
    Migrator::with_migrations(vec![
        simple(1, "chains and rounds", include_str!("../../migrations/sqlite/0001_chains_and_rounds.sql")),
        simple(2, "ledger", include_str!("../../migrations/sqlite/0002_ledger.sql")),
        simple(3, "people", include_str!("../../migrations/sqlite/0003_people.sql")),
        simple(4, "files", include_str!("../../migrations/sqlite/0004_files.sql")),
        simple(5, "letters", include_str!("../../migrations/sqlite/0005_letters.sql")),
        simple(6, "identities", include_str!("../../migrations/sqlite/0006_identities.sql")),
    ])
}

/// The migrations of the keys.
pub(super) fn key_migrations() -> Migrator {
    Migrator::with_migrations(vec![
        simple(1, "keys", include_str!("../../migrations/keys/0001_keys.sql")),
        simple(2, "erased accounts", include_str!("../../migrations/keys/0002_erased_accounts.sql")),
    ])
}

fn simple(version: i64, name: &'static str, sql: &'static str) -> Migration {
    Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
}

statements!(sqlx::SqliteConnection);
vault!(sqlx::SqliteConnection, "");

impl Ledger for Sqlite {
    async fn migrate(&self) -> Result<(), RecordError> {
        key_migrations().run(&self.keys).await?;
        Ok(migrations().run(&self.record).await?)
    }

    async fn step<T: Send + Debug>(&self, look: &Look<'_>, decide: Decide<'_, T>) -> Result<T, RecordError> {
        let _turn = self.turn.lock().await;
        let mut step = self.record.begin_with("BEGIN IMMEDIATE").await?;
        let standing = read(&mut step, look).await?;
        let (writes, said) = decide(&standing)?;
        write(&mut step, look.chain(), &writes).await?;
        step.commit().await?;
        Ok(said)
    }

    async fn look(&self, look: &Look<'_>) -> Result<Standing, RecordError> {
        let mut reading = self.record.begin().await?;
        read(&mut reading, look).await
    }

    async fn count(&self, chain: &str) -> Result<i64, RecordError> {
        Ok(sqlx::query_scalar(statements::COUNT).bind(chain).fetch_one(&self.record).await?)
    }

    async fn rounds(&self) -> Result<Vec<(RoundRow, Link)>, RecordError> {
        let mut reading = self.record.begin().await?;
        all_rounds(&mut reading).await
    }
}

impl Vault for Sqlite {
    /// Two files cannot be written in one step. The key goes first: a key without an entry opens nothing and is written
    /// over by the next one, an entry without its key would be lost.
    async fn add<T: Send>(&self, chain: &str, ask: Ask, decide: Add<'_, T>) -> Result<T, RecordError> {
        let _turn = self.turn.lock().await;
        let mut step = self.record.begin_with("BEGIN IMMEDIATE").await?;
        let mut place = read_place(&mut step, chain, ask).await?;
        let mut keys = self.keys.begin_with("BEGIN IMMEDIATE").await?;
        read_key(&mut keys, chain, &mut place).await?;
        let (addition, said) = decide(&place)?;
        if let Some(addition) = addition {
            write_keys(&mut keys, chain, &addition).await?;
            keys.commit().await?;
            write_addition(&mut step, chain, &addition).await?;
            step.commit().await?;
        }
        Ok(said)
    }

    async fn place(&self, chain: &str, ask: Ask) -> Result<Place, RecordError> {
        let mut place = read_place(&mut *self.record.begin().await?, chain, ask).await?;
        read_key(&mut *self.keys.begin().await?, chain, &mut place).await?;
        Ok(place)
    }

    async fn kept(&self, chain: &str, after: i64) -> Result<(Option<Head>, Vec<Kept>), RecordError> {
        let mut reading = self.record.begin().await?;
        let head = read_head(&mut reading, chain).await?;
        if head.is_some_and(|head| head.sequence == after) {
            return Ok((head, Vec::new()));
        }
        let mut entries = read_kept(&mut reading, chain, after).await?;
        // Keys are on the disk before their entries: read later, they are all there.
        let keys = read_keys(&mut *self.keys.begin().await?, chain, after).await?;
        vault::with_keys(&mut entries, keys);
        Ok((head, entries))
    }

    async fn chains(&self) -> Result<Vec<(String, Head)>, RecordError> {
        read_chains(&mut *self.record.begin().await?).await
    }

    async fn erasures(&self) -> Result<Vec<Erased>, RecordError> {
        read_erasures(&mut *self.keys.begin().await?).await
    }

    /// Deleted cells are zeros already; what the write-ahead logs still hold of them goes with the logs. Readers who are
    /// in the middle of something are waited for.
    async fn sweep(&self) -> Result<(), RecordError> {
        for pool in [&self.keys, &self.record] {
            let (blocked, _, _): (i64, i64, i64) =
                sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(pool).await?;
            if blocked != 0 {
                return Err(RecordError::Busy);
            }
        }
        Ok(())
    }
}
