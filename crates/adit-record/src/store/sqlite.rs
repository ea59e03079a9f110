//! The record in one file, by SQLite: write-ahead log, every step its own immediate transaction, on the disk before it is
//! answered (`synchronous = FULL`). Several processes may use the file at once: the server and the command line.

use std::fmt::Debug;
use std::path::Path;
use std::time::Duration;

use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};

use crate::chain::{Head, Link};
use crate::error::RecordError;
use crate::store::statements::{self, statements};
use crate::store::{Decide, Ledger, Look, RoundRow, Standing, Step, Writes};

/// How long a step waits for the others' steps.
const PATIENCE: Duration = Duration::from_secs(20);
/// SQLite writes one at a time anyway; a few connections let pages be read meanwhile.
const CONNECTIONS: u32 = 4;

/// The record in a file.
#[derive(Debug, Clone)]
pub struct Sqlite(SqlitePool);

impl Sqlite {
    /// Opens the file, or makes it.
    pub async fn open(file: &Path) -> Result<Self, RecordError> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE);
        let pool = SqlitePoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE * 2);
        pool.connect_with(options).await.map(Self).map_err(RecordError::Unreachable)
    }
}

impl Sqlite {
    /// A step on rows that reads.
    pub(crate) async fn reading(&self) -> Result<Step, RecordError> {
        self.0.begin().await.map(Step::Sqlite).map_err(busy)
    }

    /// A step on rows that writes, with nobody between.
    pub(crate) async fn writing(&self) -> Result<Step, RecordError> {
        self.0.begin_with("BEGIN IMMEDIATE").await.map(Step::Sqlite).map_err(busy)
    }
}

statements!(sqlx::SqliteConnection);

impl Ledger for Sqlite {
    async fn migrate(&self) -> Result<(), RecordError> {
        let sql = include_str!("../../migrations/sqlite/0001_chains_and_rounds.sql").into_sql_str();
        let first = Migration::new(1, "chains and rounds".into(), MigrationType::Simple, sql, false);
        let sql = include_str!("../../migrations/sqlite/0003_people.sql").into_sql_str();
        let people = Migration::new(3, "people".into(), MigrationType::Simple, sql, false);
        Ok(Migrator::with_migrations(vec![first, people]).run(&self.0).await?)
    }

    async fn step<T: Send + Debug>(&self, look: &Look<'_>, decide: Decide<'_, T>) -> Result<T, RecordError> {
        let mut step = self.0.begin_with("BEGIN IMMEDIATE").await.map_err(busy)?;
        let standing = read(&mut step, look).await?;
        let (writes, said) = decide(&standing)?;
        write(&mut step, look.chain(), &writes).await?;
        step.commit().await.map_err(busy)?;
        Ok(said)
    }

    async fn look(&self, look: &Look<'_>) -> Result<Standing, RecordError> {
        let mut reading = self.0.begin().await?;
        read(&mut reading, look).await
    }

    async fn count(&self, chain: &str) -> Result<i64, RecordError> {
        Ok(sqlx::query_scalar(statements::COUNT).bind(chain).fetch_one(&self.0).await?)
    }

    async fn rounds(&self) -> Result<Vec<(RoundRow, Link)>, RecordError> {
        let mut reading = self.0.begin().await?;
        all_rounds(&mut reading).await
    }
}

/// `SQLITE_BUSY` after all patience, and a pool without a free connection, are the same to the person who waits.
fn busy(error: sqlx::Error) -> RecordError {
    let locked = error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code)
        .is_some_and(|code| code == "5" || code == "517");
    if locked || matches!(error, sqlx::Error::PoolTimedOut) { RecordError::Busy } else { RecordError::Database(error) }
}
