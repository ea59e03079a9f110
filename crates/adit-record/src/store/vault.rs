//! Chains of sealed entries in a database, and their keys apart from it.

use crate::chain::{Entry, Head};
use crate::error::RecordError;
use crate::hash::Hash;
use crate::ledger::ContentKey;
use crate::moment::Moment;
use crate::store::unreadable;

/// An entry as it is kept.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The public part.
    pub entry: Entry,
    /// When, by the clock of the machine that wrote it.
    pub at: Moment,
    /// The sealed content; none once it was erased.
    pub sealed: Option<Vec<u8>>,
    /// Its key; none once it was erased.
    pub key: Option<ContentKey>,
}

/// Where a chain stands, as far as an addition needs it.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// The newest entry.
    pub head: Option<Head>,
    /// Its day.
    pub day: Option<String>,
    /// The entry that was asked for: of a receipt code, or by its number.
    pub asked: Option<Kept>,
    /// Whether it was found by the code.
    pub by_code: bool,
}

/// What is asked for beside the head.
#[derive(Debug, Clone, Copy)]
pub enum Ask {
    /// Nothing.
    Nothing,
    /// The entry of a receipt code, by the code's hash.
    Code(Hash),
    /// The entry of that number.
    Entry(i64),
}

/// An entry to add.
#[derive(Debug, Clone)]
pub struct Addition {
    /// The public part.
    pub entry: Entry,
    /// When.
    pub at: Moment,
    /// The sealed content.
    pub sealed: Vec<u8>,
    /// Its key.
    pub key: ContentKey,
    /// The hash of the receipt code that belongs to it.
    pub code: Option<Hash>,
    /// What it erases.
    pub erases: Option<Erased>,
    /// The file that comes with it.
    pub file: Option<SealedFile>,
}

/// A file, sealed under the key of its entry.
#[derive(Debug, Clone)]
pub struct SealedFile {
    /// The sealed bytes.
    pub sealed: Vec<u8>,
    /// How many they were before.
    pub bytes: i64,
    /// The account that gave it.
    pub account: Option<i64>,
}

/// That a content was erased, as the store of keys remembers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// The chain.
    pub chain: String,
    /// The entry whose content is gone.
    pub sequence: i64,
    /// Its commitment: after an older backup was restored, another entry may have that number.
    pub commitment: Hash,
    /// What the entry says that tells of the erasure.
    pub stored: Vec<u8>,
    /// When.
    pub at: Moment,
}

/// What to add, decided from where the chain stands; asked again when a database had to undo it.
pub type Add<'a, T> = &'a (dyn Fn(&Place) -> Result<(Option<Addition>, T), RecordError> + Sync);

/// A database that keeps sealed chains.
pub trait Vault {
    /// Reads, decides, adds, with nobody between. Once it has answered, key and entry are on the disk.
    fn add<T: Send>(
        &self,
        chain: &str,
        ask: Ask,
        decide: Add<'_, T>,
    ) -> impl Future<Output = Result<T, RecordError>> + Send;

    /// Where a chain stands.
    fn place(&self, chain: &str, ask: Ask) -> impl Future<Output = Result<Place, RecordError>> + Send;

    /// The head that a chain's row names and its entries after one, by sequence.
    fn kept(
        &self,
        chain: &str,
        after: i64,
    ) -> impl Future<Output = Result<(Option<Head>, Vec<Kept>), RecordError>> + Send;

    /// All chains with their heads, by name.
    fn chains(&self) -> impl Future<Output = Result<Vec<(String, Head)>, RecordError>> + Send;

    /// Everything that was ever erased.
    fn erasures(&self) -> impl Future<Output = Result<Vec<Erased>, RecordError>> + Send;

    /// Writes over what an erasure has left in the database's own files.
    fn sweep(&self) -> impl Future<Output = Result<(), RecordError>> + Send;
}

pub(super) const KEPT: &str = "SELECT e.sequence, e.previous, e.header, e.commitment, e.hash, s.at, s.sealed \
     FROM entries e LEFT JOIN sealed s ON s.chain = e.chain AND s.sequence = e.sequence \
     WHERE e.chain = $1 AND e.sequence > $2 ORDER BY e.sequence";
pub(super) const ONE: &str = "SELECT e.sequence, e.previous, e.header, e.commitment, e.hash, s.at, s.sealed \
     FROM entries e LEFT JOIN sealed s ON s.chain = e.chain AND s.sequence = e.sequence \
     WHERE e.chain = $1 AND e.sequence = $2";
pub(super) const CODE: &str = "SELECT sequence FROM receipts WHERE code = $1 AND chain = $2";
pub(super) const HEADER: &str = "SELECT header FROM entries WHERE chain = $1 AND sequence = $2";
pub(super) const CHAINS: &str = "SELECT chain, sequence, hash FROM chains ORDER BY chain";
pub(super) const ADD_SEALED: &str = "INSERT INTO sealed (chain, sequence, at, sealed) VALUES ($1, $2, $3, $4)";
pub(super) const ADD_FILE: &str =
    "INSERT INTO files (chain, sequence, bytes, account, sealed) VALUES ($1, $2, $3, $4, $5)";
pub(super) const ERASE_FILE: &str = "UPDATE files SET sealed = NULL WHERE chain = $1 AND sequence = $2";
pub(super) const ERASE_SEALED: &str = "UPDATE sealed SET sealed = NULL WHERE chain = $1 AND sequence = $2";

pub(super) type KeptCells = (i64, Vec<u8>, String, Vec<u8>, Vec<u8>, Option<i64>, Option<Vec<u8>>);
pub(super) type ErasedCells = (String, i64, Vec<u8>, Vec<u8>, i64);

pub(super) fn kept(cells: KeptCells) -> Result<Kept, RecordError> {
    let (sequence, previous, header, commitment, hash, at, sealed) = cells;
    let read = |bytes: &[u8]| Hash::from_bytes(bytes).ok_or_else(|| unreadable("a hash"));
    let entry =
        Entry { sequence, previous: read(&previous)?, header, commitment: read(&commitment)?, hash: read(&hash)? };
    Ok(Kept { entry, at: Moment::from_seconds(at.unwrap_or(0)), sealed, key: None })
}

/// Gives entries their keys; both are sorted by sequence.
pub(super) fn with_keys(entries: &mut [Kept], keys: Vec<(i64, Vec<u8>)>) {
    let mut keys = keys.into_iter().peekable();
    for kept in entries {
        while keys.next_if(|(sequence, _)| *sequence < kept.entry.sequence).is_some() {}
        let key = keys.next_if(|(sequence, _)| *sequence == kept.entry.sequence);
        kept.key = key.and_then(|(_, bytes)| ContentKey::from_bytes(&bytes));
    }
}

pub(super) fn erased(cells: ErasedCells) -> Result<Erased, RecordError> {
    let (chain, sequence, commitment, stored, at) = cells;
    let commitment = Hash::from_bytes(&commitment).ok_or_else(|| unreadable("a hash"))?;
    Ok(Erased { chain, sequence, commitment, stored, at: Moment::from_seconds(at) })
}

/// Reading and writing on one kind of connection; `$keys` is what stands before the names of the keys' tables.
macro_rules! vault {
    ($connection:ty, $keys:literal) => {
        async fn read_head(on: &mut $connection, chain: &str) -> Result<Option<Head>, RecordError> {
            let head: Option<(i64, Vec<u8>)> =
                sqlx::query_as(statements::HEAD).bind(chain).fetch_optional(&mut *on).await?;
            head.map(|(sequence, bytes)| Ok(Head { sequence, hash: statements::hash(&bytes)? })).transpose()
        }

        /// Head, its day and the entry that was asked for, without its key.
        async fn read_place(on: &mut $connection, chain: &str, ask: Ask) -> Result<Place, RecordError> {
            let head = read_head(&mut *on, chain).await?;
            let header: Option<(String,)> = sqlx::query_as(vault::HEADER)
                .bind(chain)
                .bind(head.map_or(0, |head| head.sequence))
                .fetch_optional(&mut *on)
                .await?;
            let day = header.and_then(|(header,)| header.split_once("\nday ").map(|(_, day)| day.to_owned()));
            let sequence = match ask {
                Ask::Nothing => None,
                Ask::Entry(sequence) => Some(sequence),
                Ask::Code(code) => {
                    let found: Option<(i64,)> =
                        sqlx::query_as(vault::CODE).bind(code.bytes()).bind(chain).fetch_optional(&mut *on).await?;
                    found.map(|(sequence,)| sequence)
                }
            };
            let mut asked = None;
            if let Some(sequence) = sequence {
                let cells: Option<vault::KeptCells> =
                    sqlx::query_as(vault::ONE).bind(chain).bind(sequence).fetch_optional(&mut *on).await?;
                asked = cells.map(vault::kept).transpose()?;
            }
            let by_code = matches!(ask, Ask::Code(_)) && asked.is_some();
            Ok(Place { head, day, asked, by_code })
        }

        async fn read_key(on: &mut $connection, chain: &str, place: &mut Place) -> Result<(), RecordError> {
            let Some(asked) = &mut place.asked else { return Ok(()) };
            let key: Option<(Vec<u8>,)> =
                sqlx::query_as(concat!("SELECT key FROM ", $keys, "entry_keys WHERE chain = $1 AND sequence = $2"))
                    .bind(chain)
                    .bind(asked.entry.sequence)
                    .fetch_optional(&mut *on)
                    .await?;
            asked.key = key.and_then(|(bytes,)| ContentKey::from_bytes(&bytes));
            Ok(())
        }

        async fn read_kept(on: &mut $connection, chain: &str, after: i64) -> Result<Vec<Kept>, RecordError> {
            let cells: Vec<vault::KeptCells> =
                sqlx::query_as(vault::KEPT).bind(chain).bind(after).fetch_all(&mut *on).await?;
            cells.into_iter().map(vault::kept).collect()
        }

        async fn read_keys(on: &mut $connection, chain: &str, after: i64) -> Result<Vec<(i64, Vec<u8>)>, RecordError> {
            let statement = concat!(
                "SELECT sequence, key FROM ",
                $keys,
                "entry_keys WHERE chain = $1 AND sequence > $2 ORDER BY sequence"
            );
            Ok(sqlx::query_as(statement).bind(chain).bind(after).fetch_all(&mut *on).await?)
        }

        async fn read_chains(on: &mut $connection) -> Result<Vec<(String, Head)>, RecordError> {
            let rows: Vec<(String, i64, Vec<u8>)> = sqlx::query_as(vault::CHAINS).fetch_all(&mut *on).await?;
            let read = |(chain, sequence, hash): (String, i64, Vec<u8>)| {
                Ok((chain, Head { sequence, hash: statements::hash(&hash)? }))
            };
            rows.into_iter().map(read).collect()
        }

        async fn read_erasures(on: &mut $connection) -> Result<Vec<Erased>, RecordError> {
            let statement = concat!(
                "SELECT chain, sequence, commitment, stored, at FROM ",
                $keys,
                "erasures ORDER BY chain, sequence"
            );
            let rows: Vec<vault::ErasedCells> = sqlx::query_as(statement).fetch_all(&mut *on).await?;
            rows.into_iter().map(vault::erased).collect()
        }

        /// The key of a new entry; that of an entry whose writing was broken off may stand in its place. An erasure takes
        /// the key away and is remembered.
        async fn write_keys(on: &mut $connection, chain: &str, addition: &Addition) -> Result<(), RecordError> {
            let statement = concat!(
                "INSERT INTO ",
                $keys,
                "entry_keys (chain, sequence, key) VALUES ($1, $2, $3) \
                 ON CONFLICT (chain, sequence) DO UPDATE SET key = excluded.key"
            );
            sqlx::query(statement)
                .bind(chain)
                .bind(addition.entry.sequence)
                .bind(addition.key.bytes())
                .execute(&mut *on)
                .await?;
            let Some(erased) = &addition.erases else { return Ok(()) };
            let statement = concat!(
                "INSERT INTO ",
                $keys,
                "erasures (chain, sequence, commitment, stored, at) VALUES ($1, $2, $3, $4, $5) \
                 ON CONFLICT (chain, sequence, commitment) DO NOTHING"
            );
            sqlx::query(statement)
                .bind(chain)
                .bind(erased.sequence)
                .bind(erased.commitment.bytes())
                .bind(&erased.stored)
                .bind(erased.at.seconds())
                .execute(&mut *on)
                .await?;
            sqlx::query(concat!("DELETE FROM ", $keys, "entry_keys WHERE chain = $1 AND sequence = $2"))
                .bind(chain)
                .bind(erased.sequence)
                .execute(&mut *on)
                .await?;
            Ok(())
        }

        async fn write_addition(on: &mut $connection, chain: &str, addition: &Addition) -> Result<(), RecordError> {
            let Addition { entry, at, sealed, code, erases, file, .. } = addition;
            if entry.sequence == 1 {
                sqlx::query(statements::ADD_CHAIN)
                    .bind(chain)
                    .bind(entry.sequence)
                    .bind(entry.hash.bytes())
                    .execute(&mut *on)
                    .await?;
            }
            sqlx::query(statements::ADD_ENTRY)
                .bind(chain)
                .bind(entry.sequence)
                .bind(entry.previous.bytes())
                .bind(&entry.header)
                .bind(entry.commitment.bytes())
                .bind(entry.hash.bytes())
                .execute(&mut *on)
                .await?;
            sqlx::query(vault::ADD_SEALED)
                .bind(chain)
                .bind(entry.sequence)
                .bind(at.seconds())
                .bind(sealed)
                .execute(&mut *on)
                .await?;
            if let Some(file) = file {
                sqlx::query(vault::ADD_FILE)
                    .bind(chain)
                    .bind(entry.sequence)
                    .bind(file.bytes)
                    .bind(file.account)
                    .bind(&file.sealed)
                    .execute(&mut *on)
                    .await?;
            }
            sqlx::query(statements::MOVE_HEAD)
                .bind(chain)
                .bind(entry.sequence)
                .bind(entry.hash.bytes())
                .execute(&mut *on)
                .await?;
            if let Some(code) = code {
                sqlx::query(statements::ADD_RECEIPT)
                    .bind(code.bytes())
                    .bind(chain)
                    .bind(entry.sequence)
                    .bind(None::<i64>)
                    .execute(&mut *on)
                    .await?;
            }
            if let Some(erased) = erases {
                sqlx::query(vault::ERASE_SEALED).bind(chain).bind(erased.sequence).execute(&mut *on).await?;
                sqlx::query(vault::ERASE_FILE).bind(chain).bind(erased.sequence).execute(&mut *on).await?;
            }
            Ok(())
        }
    };
}

pub(super) use vault;
