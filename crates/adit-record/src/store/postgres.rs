//! The record in PostgreSQL: serialisable transactions, tried again when PostgreSQL had to undo one (SQLSTATE 40001).
//!
//! Steps take a lock on the table of heads first, before their snapshot is taken: appends are serial by it, so that a
//! hundred participants at once do not undo each other; readers are not held up.

use std::fmt::Debug;
use std::str::FromStr;
use std::time::Duration;

use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};

use crate::chain::{Head, Link};
use crate::error::RecordError;
use crate::store::statements::{self, statements};
use crate::store::{Decide, Ledger, Look, RoundRow, Standing, Step, Writes};

/// How long a step waits for a connection.
const PATIENCE: Duration = Duration::from_secs(40);
const CONNECTIONS: u32 = 8;
/// How often a step is tried again before it gives up.
const TRIES: u64 = 12;

const SERIALISABLE: &str = "BEGIN ISOLATION LEVEL SERIALIZABLE";
const SNAPSHOT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
const IN_TURN: &str = "LOCK TABLE chains IN SHARE ROW EXCLUSIVE MODE";

/// The record in a PostgreSQL database.
#[derive(Debug, Clone)]
pub struct Postgres(PgPool);

impl Postgres {
    /// Connects to `postgres://USER:PASSWORD@HOST:PORT/NAME`.
    pub async fn connect(url: &str) -> Result<Self, RecordError> {
        let options = PgConnectOptions::from_str(url).map_err(RecordError::Unreachable)?;
        let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE);
        pool.connect_with(options).await.map(Self).map_err(RecordError::Unreachable)
    }

    async fn once<T: Send>(&self, look: &Look<'_>, decide: Decide<'_, T>) -> Result<T, RecordError> {
        let mut step = self.0.begin_with(SERIALISABLE).await?;
        sqlx::query(IN_TURN).execute(&mut *step).await?;
        let standing = read(&mut step, look).await?;
        let (writes, said) = decide(&standing)?;
        write(&mut step, look.chain(), &writes).await?;
        step.commit().await?;
        Ok(said)
    }
}

impl Postgres {
    /// A step on rows that reads, all of one moment.
    pub(crate) async fn reading(&self) -> Result<Step, RecordError> {
        Ok(Step::Postgres(self.0.begin_with(SNAPSHOT).await?))
    }

    /// A step on rows that writes, in its turn.
    pub(crate) async fn writing(&self) -> Result<Step, RecordError> {
        Step::Postgres(self.0.begin().await?).in_turn().await
    }
}

statements!(sqlx::PgConnection);

impl Ledger for Postgres {
    async fn migrate(&self) -> Result<(), RecordError> {
        let sql = include_str!("../../migrations/postgres/0001_chains_and_rounds.sql").into_sql_str();
        let first = Migration::new(1, "chains and rounds".into(), MigrationType::Simple, sql, false);
        let sql = include_str!("../../migrations/postgres/0003_people.sql").into_sql_str();
        let people = Migration::new(3, "people".into(), MigrationType::Simple, sql, false);
        Ok(Migrator::with_migrations(vec![first, people]).run(&self.0).await?)
    }

    async fn step<T: Send + Debug>(&self, look: &Look<'_>, decide: Decide<'_, T>) -> Result<T, RecordError> {
        for tried in 0..TRIES {
            match self.once(look, decide).await {
                Err(RecordError::Database(error)) if undone(&error) => {
                    tokio::time::sleep(Duration::from_millis(2 << tried.min(7))).await;
                }
                other => return other,
            }
        }
        Err(RecordError::Busy)
    }

    async fn look(&self, look: &Look<'_>) -> Result<Standing, RecordError> {
        let mut reading = self.0.begin_with(SNAPSHOT).await?;
        read(&mut reading, look).await
    }

    async fn count(&self, chain: &str) -> Result<i64, RecordError> {
        Ok(sqlx::query_scalar(statements::COUNT).bind(chain).fetch_one(&self.0).await?)
    }

    async fn rounds(&self) -> Result<Vec<(RoundRow, Link)>, RecordError> {
        let mut reading = self.0.begin_with(SNAPSHOT).await?;
        all_rounds(&mut reading).await
    }
}

/// Undone by PostgreSQL in favour of another transaction (serialisation failure, deadlock): right to try again.
fn undone(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code)
        .is_some_and(|code| code == "40001" || code == "40P01")
}
