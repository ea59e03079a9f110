//! The databases behind one trait: what is read before a decision, what is written after it, and that both are one step.

use std::fmt::Debug;

use crate::chain::{Head, Link};
use crate::error::RecordError;
use crate::hash::Hash;
use crate::moment::Moment;

pub(crate) mod copy;
mod postgres;
mod sqlite;
mod statements;
mod step;
mod vault;

pub use postgres::Postgres;
pub use sqlite::Sqlite;
pub(crate) use step::{Row, Step, Value};
pub use vault::{Add, Addition, Ask, Erased, Kept, Place, SealedFile, Vault};

/// A round as it is looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundRow {
    /// Its chain, which has the round's name.
    pub chain: String,
    /// The portfolio it concerns.
    pub portfolio: Option<String>,
    /// From when answers are taken.
    pub opens: Moment,
    /// Until when.
    pub closes: Moment,
    /// The entry that closed it.
    pub closed_by: Option<i64>,
    /// When it was closed: what a later round may show depends on what an earlier one shows.
    pub closed_at: Option<Moment>,
}

/// A receipt as it is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReceiptRow {
    /// Hash of the code.
    pub code: Hash,
    /// The ballot.
    pub sequence: i64,
    /// The entry that used the code up.
    pub spent_by: Option<i64>,
}

/// What to read of a chain.
#[derive(Debug, Clone)]
pub enum Look<'a> {
    /// The round, its first entry, and the receipts of these codes with their entries.
    Codes(&'a str, Vec<Hash>),
    /// Everything.
    All(&'a str),
}

impl Look<'_> {
    fn chain(&self) -> &str {
        match self {
            Self::Codes(chain, _) | Self::All(chain) => chain,
        }
    }
}

/// What stands in the record, as far as it was looked at.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// The round.
    pub round: Option<RoundRow>,
    /// The head that the chain's row names.
    pub head: Option<Head>,
    /// Entries, by sequence.
    pub links: Vec<Link>,
    /// Receipts.
    pub receipts: Vec<ReceiptRow>,
}

/// What a step adds.
#[derive(Debug, Clone, Default)]
pub struct Writes {
    /// A new round.
    pub opens: Option<RoundRow>,
    /// New entries of the chain.
    pub links: Vec<Link>,
    /// A new receipt.
    pub receipt: Option<ReceiptRow>,
    /// A code that is used up, and the entry that did it.
    pub spends: Option<(Hash, i64)>,
    /// The entry that closes the round, and when.
    pub closes: Option<(i64, Moment)>,
}

/// A decision on what to add, from what stands; asked again when a database had to undo it, so it must be pure but for
/// the salts that it draws.
pub type Decide<'a, T> = &'a (dyn Fn(&Standing) -> Result<(Writes, T), RecordError> + Sync);

/// A database that keeps the record. A step reads, decides and writes with nobody between; once it has answered, what it
/// wrote is on the disk.
pub trait Ledger {
    /// Brings the tables up to date.
    fn migrate(&self) -> impl Future<Output = Result<(), RecordError>> + Send;

    /// Reads, decides, writes.
    fn step<T: Send + Debug>(
        &self,
        look: &Look<'_>,
        decide: Decide<'_, T>,
    ) -> impl Future<Output = Result<T, RecordError>> + Send;

    /// Only reads, all of one moment.
    fn look(&self, look: &Look<'_>) -> impl Future<Output = Result<Standing, RecordError>> + Send;

    /// How many receipts of a chain are not spent: one for each answer that counts.
    fn count(&self, chain: &str) -> impl Future<Output = Result<i64, RecordError>> + Send;

    /// All rounds with their first entries, the latest to close first.
    fn rounds(&self) -> impl Future<Output = Result<Vec<(RoundRow, Link)>, RecordError>> + Send;
}

/// A stored value that cannot be what we wrote.
fn unreadable(what: &str) -> RecordError {
    RecordError::Database(sqlx::Error::Decode(format!("{what} cannot be read as it was written").into()))
}

/// What a database's error means to the person who waits: come again, make room, or look whether it runs.
fn meaning(error: sqlx::Error) -> RecordError {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    let gone = match &error {
        sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed => true,
        // 57P01 and 57P03 of PostgreSQL: it is being shut down, or not up yet.
        _ => matches!(code.as_deref(), Some("57P01" | "57P02" | "57P03")),
    };
    // 5 and 517 of SQLite: locked. 13: the disk is full; 778: it could not write. 53100 of PostgreSQL: the disk is full.
    let busy = matches!(code.as_deref(), Some("5" | "517")) || matches!(error, sqlx::Error::PoolTimedOut);
    let full = matches!(code.as_deref(), Some("13" | "778" | "53100"));
    match (gone, busy, full) {
        (true, _, _) => RecordError::Gone(error),
        (_, true, _) => RecordError::Busy,
        (_, _, true) => RecordError::Full,
        _ => RecordError::Database(error),
    }
}

impl From<sqlx::Error> for RecordError {
    fn from(error: sqlx::Error) -> Self {
        meaning(error)
    }
}
