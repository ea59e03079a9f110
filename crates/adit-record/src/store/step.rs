//! One step of either database, for what is looked up and written in rows: people, codes, the audit trail.
//!
//! The statements are the same text for both (`$1`, 64-bit whole numbers, bytes), so a step carries them to whichever
//! connection it holds. Steps that write are serial: SQLite by its immediate transaction, PostgreSQL by a lock on the
//! table of accounts, taken before anything is read.

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Postgres, Row as _, Sqlite, Transaction};

use crate::error::RecordError;

const IN_TURN: &str = "LOCK TABLE accounts IN SHARE ROW EXCLUSIVE MODE";

/// A value of a statement; none is a typed NULL.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Whole(Option<i64>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Whole(Some(value))
    }
}

impl From<Option<i64>> for Value {
    fn from(value: Option<i64>) -> Self {
        Self::Whole(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(Some(value.to_owned()))
    }
}

impl From<Option<&str>> for Value {
    fn from(value: Option<&str>) -> Self {
        Self::Text(value.map(str::to_owned))
    }
}

impl From<crate::hash::Hash> for Value {
    fn from(value: crate::hash::Hash) -> Self {
        Self::Bytes(Some(value.bytes().to_owned()))
    }
}

/// A row of either database.
pub(crate) enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    /// The value in a column, counted from 0.
    pub fn get<T>(&self, column: usize) -> Result<T, RecordError>
    where
        T: for<'r> sqlx::Decode<'r, Sqlite> + sqlx::Type<Sqlite>,
        T: for<'r> sqlx::Decode<'r, Postgres> + sqlx::Type<Postgres>,
    {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }
}

/// A transaction of either database; undone unless committed.
pub(crate) enum Step {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// Binds every value to a query, whichever database it is for.
macro_rules! bound {
    ($sql:expr, $values:expr) => {{
        let mut query = sqlx::query($sql);
        for value in $values {
            query = match value {
                Value::Whole(value) => query.bind(*value),
                Value::Text(value) => query.bind(value.clone()),
                Value::Bytes(value) => query.bind(value.clone()),
            };
        }
        query
    }};
}

impl Step {
    /// The step has PostgreSQL wait for its turn.
    pub(super) async fn in_turn(mut self) -> Result<Self, RecordError> {
        if let Self::Postgres(step) = &mut self {
            sqlx::query(IN_TURN).execute(&mut **step).await?;
        }
        Ok(self)
    }

    /// Runs a statement; how many rows it changed.
    pub async fn run(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, RecordError> {
        Ok(match self {
            Self::Sqlite(step) => bound!(sql, values).execute(&mut **step).await?.rows_affected(),
            Self::Postgres(step) => bound!(sql, values).execute(&mut **step).await?.rows_affected(),
        })
    }

    /// Runs a statement that was put together from names of our own tables.
    pub(super) async fn put(&mut self, sql: &str, values: &[Value]) -> Result<(), RecordError> {
        let sql = || AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(step) => {
                bound!(sql(), values).execute(&mut **step).await?;
            }
            Self::Postgres(step) => {
                bound!(sql(), values).execute(&mut **step).await?;
            }
        }
        Ok(())
    }

    /// All rows of a statement.
    pub async fn rows(&mut self, sql: &'static str, values: &[Value]) -> Result<Vec<Row>, RecordError> {
        Ok(match self {
            Self::Sqlite(step) => {
                let rows = bound!(sql, values).fetch_all(&mut **step).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Self::Postgres(step) => {
                let rows = bound!(sql, values).fetch_all(&mut **step).await?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// The first row of a statement, if there is one.
    pub async fn row(&mut self, sql: &'static str, values: &[Value]) -> Result<Option<Row>, RecordError> {
        Ok(self.rows(sql, values).await?.into_iter().next())
    }

    /// Puts what was written on the disk.
    pub async fn commit(self) -> Result<(), RecordError> {
        match self {
            Self::Sqlite(step) => step.commit().await?,
            Self::Postgres(step) => step.commit().await?,
        }
        Ok(())
    }
}
