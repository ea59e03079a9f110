//! The record in PostgreSQL: serialisable transactions, tried again when PostgreSQL had to undo one (SQLSTATE 40001).
//!
//! Steps take a lock on the table of heads first, before their snapshot is taken: appends are serial by it, so that a
//! hundred participants at once do not undo each other; readers are not held up.

use std::fmt::Debug;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{Connection as _, SqlSafeStr};
use tokio::sync::Mutex;

use crate::chain::{Head, Link};
use crate::error::RecordError;
use crate::ledger::ContentKey;
use crate::store::statements::{self, statements};
use crate::store::vault::{self, vault};
use crate::store::{
    Add, Addition, Ask, Decide, Erased, Kept, Ledger, Look, Place, RoundRow, Standing, Step, Vault, Writes,
};

/// How long a step waits for a connection.
const PATIENCE: Duration = Duration::from_secs(10);
const CONNECTIONS: u32 = 8;
/// How often a step is tried again before it gives up.
const TRIES: u64 = 12;

const SERIALISABLE: &str = "BEGIN ISOLATION LEVEL SERIALIZABLE";
const SNAPSHOT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
const IN_TURN: &str = "LOCK TABLE chains IN SHARE ROW EXCLUSIVE MODE";

/// The record in a PostgreSQL database.
#[derive(Debug, Clone)]
pub struct Postgres(PgPool, Turn);

/// Whoever adds waits here and not with a connection in hand, so that readers find one.
type Turn = Arc<Mutex<()>>;

impl Postgres {
    /// Connects to `postgres://USER:PASSWORD@HOST:PORT/NAME`.
    pub async fn connect(url: &str) -> Result<Self, RecordError> {
        let options = PgConnectOptions::from_str(url).map_err(RecordError::Unreachable)?;
        let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE);
        pool.connect_with(options).await.map(|pool| Self(pool, Turn::default())).map_err(RecordError::Unreachable)
    }

    async fn once<T: Send>(&self, look: &Look<'_>, decide: Decide<'_, T>) -> Result<T, RecordError> {
        let _turn = self.1.lock().await;
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

    /// A step on the keys that writes.
    pub(super) async fn keys_writing(&self) -> Result<Step, RecordError> {
        Ok(Step::Postgres(self.0.begin().await?))
    }

    /// A step on rows that writes, in its turn.
    pub(crate) async fn writing(&self) -> Result<Step, RecordError> {
        Step::Postgres(self.0.begin().await?).in_turn().await
    }
}

statements!(sqlx::PgConnection);
vault!(sqlx::PgConnection, "adit_keys.");

impl Ledger for Postgres {
    async fn migrate(&self) -> Result<(), RecordError> {
        let simple = |version, name: &'static str, sql: &'static str| {
            Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
        };
        let record = vec![
            simple(1, "chains and rounds", include_str!("../../migrations/postgres/0001_chains_and_rounds.sql")),
            simple(2, "ledger", include_str!("../../migrations/postgres/0002_ledger.sql")),
            simple(3, "people", include_str!("../../migrations/postgres/0003_people.sql")),
            simple(4, "files", include_str!("../../migrations/postgres/0004_files.sql")),
            simple(5, "erased accounts", include_str!("../../migrations/postgres/0005_erased_accounts.sql")),
            simple(6, "letters", include_str!("../../migrations/postgres/0006_letters.sql")),
            simple(7, "identities", include_str!("../../migrations/postgres/0007_identities.sql")),
        ];
        Ok(Migrator::with_migrations(record).run(&self.0).await?)
    }

    async fn step<T: Send + Debug>(&self, look: &Look<'_>, decide: Decide<'_, T>) -> Result<T, RecordError> {
        for tried in 0..TRIES {
            match self.once(look, decide).await {
                Err(RecordError::Database(error)) if undone(&error) => {
                    tokio::time::sleep(Duration::from_millis(2 << tried.min(7))).await;
                }
                Err(error) => return Err(self.away(error).await),
                Ok(said) => return Ok(said),
            }
        }
        Err(RecordError::Busy)
    }

    async fn look(&self, look: &Look<'_>) -> Result<Standing, RecordError> {
        let mut reading = self.snapshot().await?;
        read(&mut reading, look).await
    }

    async fn count(&self, chain: &str) -> Result<i64, RecordError> {
        Ok(sqlx::query_scalar(statements::COUNT).bind(chain).fetch_one(&self.0).await?)
    }

    async fn rounds(&self) -> Result<Vec<(RoundRow, Link)>, RecordError> {
        let mut reading = self.snapshot().await?;
        all_rounds(&mut reading).await
    }
}

impl Postgres {
    /// A pool waits as long for a server that is away as for a free connection: a connection of its own tells which it was.
    async fn away(&self, error: RecordError) -> RecordError {
        if !matches!(error, RecordError::Busy) {
            return error;
        }
        let asked = sqlx::PgConnection::connect_with(&self.0.connect_options()).await;
        asked.map_or_else(RecordError::Gone, |_| error)
    }

    async fn snapshot(&self) -> Result<sqlx::PgTransaction<'static>, RecordError> {
        match self.0.begin_with(SNAPSHOT).await {
            Ok(reading) => Ok(reading),
            Err(error) => Err(self.away(error.into()).await),
        }
    }

    async fn add_once<T: Send>(&self, chain: &str, ask: Ask, decide: Add<'_, T>) -> Result<T, RecordError> {
        let _turn = self.1.lock().await;
        let mut step = self.0.begin_with(SERIALISABLE).await?;
        sqlx::query(IN_TURN).execute(&mut *step).await?;
        let mut place = read_place(&mut step, chain, ask).await?;
        read_key(&mut step, chain, &mut place).await?;
        let (addition, said) = decide(&place)?;
        if let Some(addition) = addition {
            write_keys(&mut step, chain, &addition).await?;
            write_addition(&mut step, chain, &addition).await?;
        }
        step.commit().await?;
        Ok(said)
    }
}

impl Vault for Postgres {
    async fn add<T: Send>(&self, chain: &str, ask: Ask, decide: Add<'_, T>) -> Result<T, RecordError> {
        for tried in 0..TRIES {
            match self.add_once(chain, ask, decide).await {
                Err(RecordError::Database(error)) if undone(&error) => {
                    tokio::time::sleep(Duration::from_millis(2 << tried.min(7))).await;
                }
                Err(error) => return Err(self.away(error).await),
                Ok(said) => return Ok(said),
            }
        }
        Err(RecordError::Busy)
    }

    async fn place(&self, chain: &str, ask: Ask) -> Result<Place, RecordError> {
        let mut reading = self.snapshot().await?;
        let mut place = read_place(&mut reading, chain, ask).await?;
        read_key(&mut reading, chain, &mut place).await?;
        Ok(place)
    }

    async fn kept(&self, chain: &str, after: i64) -> Result<(Option<Head>, Vec<Kept>), RecordError> {
        let mut reading = self.snapshot().await?;
        let head = read_head(&mut reading, chain).await?;
        if head.is_some_and(|head| head.sequence == after) {
            return Ok((head, Vec::new()));
        }
        let mut entries = read_kept(&mut reading, chain, after).await?;
        let keys = read_keys(&mut reading, chain, after).await?;
        vault::with_keys(&mut entries, keys);
        Ok((head, entries))
    }

    async fn chains(&self) -> Result<Vec<(String, Head)>, RecordError> {
        read_chains(&mut *self.snapshot().await?).await
    }

    async fn erasures(&self) -> Result<Vec<Erased>, RecordError> {
        read_erasures(&mut *self.snapshot().await?).await
    }

    /// A row that was changed or deleted stays in its page until the table is written again; VACUUM FULL does that.
    async fn sweep(&self) -> Result<(), RecordError> {
        for statement in ["VACUUM (FULL) adit_keys.entry_keys", "VACUUM (FULL) sealed", "VACUUM (FULL) accounts"] {
            sqlx::query(statement).execute(&self.0).await?;
        }
        Ok(())
    }
}

/// Undone by PostgreSQL in favour of another transaction (serialisation failure, deadlock): right to try again.
fn undone(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code)
        .is_some_and(|code| code == "40001" || code == "40P01")
}
