//! All rows of a record, from one database into another: backups, putting back, moving. Hashes and sealed contents go
//! byte for byte, so the chains that arrive are the chains that left.
//!
//! Which tables there are is read from the migrations of SQLite, in the order in which they refer to one another; a table
//! that a later migration adds is copied too.

use std::path::Path;

use futures_util::TryStreamExt;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};
use sqlx::{AssertSqlSafe, Row as _};

use crate::error::RecordError;
use crate::record::Store;
use crate::store::sqlite;
use crate::store::step::{Step, Value};

/// A table with its columns and their types.
struct Table {
    name: String,
    columns: Vec<(String, Kind)>,
}

#[derive(Clone, Copy)]
enum Kind {
    Whole,
    Text,
    Bytes,
}

/// The one table that is never empty: the last number that an account got.
const NUMBERS: &str = "people_numbers";

impl Table {
    fn names(&self) -> String {
        self.columns.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ")
    }

    fn insert(&self, schema: &str) -> String {
        let values: Vec<String> = (1..=self.columns.len()).map(|at| format!("${at}")).collect();
        format!("INSERT INTO {schema}{} ({}) VALUES ({})", self.name, self.names(), values.join(", "))
    }
}

/// The tables of a set of migrations.
async fn tables(migrations: Migrator) -> Result<Vec<Table>, RecordError> {
    let options = SqlitePoolOptions::new().max_connections(1);
    let pool =
        options.connect_with(SqliteConnectOptions::new().in_memory(true)).await.map_err(RecordError::Unreachable)?;
    migrations.run(&pool).await?;
    let names: Vec<(String,)> = sqlx::query_as(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_sqlx_migrations' \
         ORDER BY rowid",
    )
    .fetch_all(&pool)
    .await?;
    let mut tables = Vec::new();
    for (name,) in names {
        let columns: Vec<(String, String)> =
            sqlx::query_as("SELECT name, type FROM pragma_table_info($1) ORDER BY cid")
                .bind(&name)
                .fetch_all(&pool)
                .await?;
        let kind = |kind: &str| match kind {
            "INTEGER" => Kind::Whole,
            "TEXT" => Kind::Text,
            _ => Kind::Bytes,
        };
        let columns = columns.into_iter().map(|(name, of)| (name, kind(&of))).collect();
        tables.push(Table { name, columns });
    }
    Ok(tables)
}

impl Store {
    async fn rows_reading(&self) -> Result<Step, RecordError> {
        match self {
            Self::Sqlite(record) => record.reading().await,
            Self::Postgres(record) => record.reading().await,
        }
    }

    async fn rows_writing(&self) -> Result<Step, RecordError> {
        match self {
            Self::Sqlite(record) => record.writing().await,
            Self::Postgres(record) => record.writing().await,
        }
    }

    pub(crate) async fn keys_reading(&self) -> Result<Step, RecordError> {
        match self {
            Self::Sqlite(record) => record.keys_reading().await,
            Self::Postgres(record) => record.reading().await,
        }
    }

    pub(crate) async fn keys_writing(&self) -> Result<Step, RecordError> {
        match self {
            Self::Sqlite(record) => record.keys_writing().await,
            Self::Postgres(record) => record.keys_writing().await,
        }
    }

    /// What stands before the names of the keys' tables.
    pub(crate) fn key_schema(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "",
            Self::Postgres(_) => "adit_keys.",
        }
    }
}

/// Copies the record, and its keys too if they move with it, into a database that holds nothing yet.
pub(crate) async fn all(from: &Store, to: &Store, with_keys: bool) -> Result<(), RecordError> {
    let record = tables(sqlite::migrations()).await?;
    let mut writing = to.rows_writing().await?;
    for table in &record {
        if table.name != NUMBERS && count(&mut writing, "", table).await? > 0 {
            return Err(RecordError::NotEmpty(table.name.clone()));
        }
    }
    // The record is read before its keys: of an entry that comes meanwhile the key goes with it and opens nothing.
    writing.run("DELETE FROM people_numbers", &[]).await?;
    let mut reading = from.rows_reading().await?;
    for table in &record {
        copy(&mut reading, "", &mut writing, "", table).await?;
    }
    if with_keys {
        let (mut reading, mut keys) = (from.keys_reading().await?, to.keys_writing().await?);
        for table in &tables(sqlite::key_migrations()).await? {
            copy(&mut reading, from.key_schema(), &mut keys, to.key_schema(), table).await?;
        }
        keys.commit().await?;
    }
    writing.commit().await
}

/// Copies the record without its keys into a new file of SQLite.
pub(crate) async fn into_file(from: &Store, file: &Path) -> Result<(), RecordError> {
    if let Store::Sqlite(record) = from {
        return record.vacuum_into(file).await;
    }
    let pool = sqlite::record_pool(file).await?;
    sqlite::migrations().run(&pool).await?;
    let (mut reading, mut writing) = (from.rows_reading().await?, Step::Sqlite(pool.begin().await?));
    writing.run("DELETE FROM people_numbers", &[]).await?;
    for table in &tables(sqlite::migrations()).await? {
        copy(&mut reading, "", &mut writing, "", table).await?;
    }
    writing.commit().await?;
    alone(&pool).await?;
    pool.close().await;
    Ok(())
}

/// The whole of a file of SQLite in itself, without a log beside it.
async fn alone(pool: &SqlitePool) -> Result<(), RecordError> {
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(pool).await?;
    Ok(())
}

async fn count(on: &mut Step, schema: &str, table: &Table) -> Result<i64, RecordError> {
    let sql = AssertSqlSafe(format!("SELECT count(*) FROM {schema}{}", table.name));
    Ok(match on {
        Step::Sqlite(on) => sqlx::query_scalar(sql).fetch_one(&mut **on).await?,
        Step::Postgres(on) => sqlx::query_scalar(sql).fetch_one(&mut **on).await?,
    })
}

/// The values of a row by the kinds of its columns.
macro_rules! values {
    ($row:expr, $table:expr) => {{
        let mut values = Vec::with_capacity($table.columns.len());
        for (at, (_, kind)) in $table.columns.iter().enumerate() {
            values.push(match kind {
                Kind::Whole => Value::Whole($row.try_get(at)?),
                Kind::Text => Value::Text($row.try_get(at)?),
                Kind::Bytes => Value::Bytes($row.try_get(at)?),
            });
        }
        values
    }};
}

async fn copy(from: &mut Step, there: &str, to: &mut Step, here: &str, table: &Table) -> Result<(), RecordError> {
    let select = AssertSqlSafe(format!("SELECT {} FROM {there}{}", table.names(), table.name));
    let insert = table.insert(here);
    // Row by row: a table of files may be larger than memory.
    match from {
        Step::Sqlite(from) => {
            let mut rows = sqlx::query(select).fetch(&mut **from);
            while let Some(row) = rows.try_next().await? {
                to.put(&insert, &values!(row, table)).await?;
            }
        }
        Step::Postgres(from) => {
            let mut rows = sqlx::query(select).fetch(&mut **from);
            while let Some(row) = rows.try_next().await? {
                to.put(&insert, &values!(row, table)).await?;
            }
        }
    }
    Ok(())
}
