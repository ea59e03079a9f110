//! The statements, which both databases understand: `$1` names a value, whole numbers are 64 bits, hashes are bytes.
//! They are written once and compiled for each connection.

use crate::chain::{Entry, Link, Payload};
use crate::error::RecordError;
use crate::hash::Hash;
use crate::moment::Moment;
use crate::store::{ReceiptRow, RoundRow, unreadable};

pub(super) const ROUND: &str =
    "SELECT chain, portfolio, opens, closes, closed_by, closed_at FROM rounds WHERE chain = $1";
pub(super) const HEAD: &str = "SELECT sequence, hash FROM chains WHERE chain = $1";
pub(super) const RECEIPT: &str = "SELECT code, sequence, spent_by FROM receipts WHERE code = $1 AND chain = $2";
pub(super) const RECEIPTS: &str = "SELECT code, sequence, spent_by FROM receipts WHERE chain = $1 ORDER BY sequence";
pub(super) const LINK: &str = "SELECT e.sequence, e.previous, e.header, e.commitment, e.hash, p.salt, p.stored \
     FROM entries e LEFT JOIN payloads p ON p.chain = e.chain AND p.sequence = e.sequence \
     WHERE e.chain = $1 AND e.sequence = $2";
pub(super) const LINKS: &str = "SELECT e.sequence, e.previous, e.header, e.commitment, e.hash, p.salt, p.stored \
     FROM entries e LEFT JOIN payloads p ON p.chain = e.chain AND p.sequence = e.sequence \
     WHERE e.chain = $1 ORDER BY e.sequence";
pub(super) const COUNT: &str = "SELECT count(*) FROM receipts WHERE chain = $1 AND spent_by IS NULL";
pub(super) const ROUNDS: &str =
    "SELECT chain, portfolio, opens, closes, closed_by, closed_at FROM rounds ORDER BY closes DESC, chain";
pub(super) const ADD_CHAIN: &str = "INSERT INTO chains (chain, sequence, hash) VALUES ($1, $2, $3)";
pub(super) const ADD_ROUND: &str =
    "INSERT INTO rounds (chain, portfolio, opens, closes, closed_by, closed_at) VALUES ($1, $2, $3, $4, NULL, NULL)";
pub(super) const ADD_ENTRY: &str = "INSERT INTO entries (chain, sequence, previous, header, commitment, hash) \
     VALUES ($1, $2, $3, $4, $5, $6)";
pub(super) const ADD_PAYLOAD: &str = "INSERT INTO payloads (chain, sequence, salt, stored) VALUES ($1, $2, $3, $4)";
pub(super) const MOVE_HEAD: &str = "UPDATE chains SET sequence = $2, hash = $3 WHERE chain = $1";
pub(super) const ADD_RECEIPT: &str = "INSERT INTO receipts (code, chain, sequence, spent_by) VALUES ($1, $2, $3, $4)";
pub(super) const SPEND: &str = "UPDATE receipts SET spent_by = $2 WHERE code = $1 AND spent_by IS NULL";
/// Rounds close one after the other, also within one second or when a clock is set back: what a later one may show hangs
/// on the order.
pub(super) const CLOSE: &str = "UPDATE rounds SET closed_by = $2, closed_at = \
     (SELECT CASE WHEN COALESCE(MAX(closed_at), 0) >= $3 THEN MAX(closed_at) + 1 ELSE $3 END FROM rounds) \
     WHERE chain = $1 AND closed_by IS NULL";

pub(super) type RoundCells = (String, Option<String>, i64, i64, Option<i64>, Option<i64>);
pub(super) type ReceiptCells = (Vec<u8>, i64, Option<i64>);
pub(super) type LinkCells = (i64, Vec<u8>, String, Vec<u8>, Vec<u8>, Option<Vec<u8>>, Option<Vec<u8>>);

pub(super) fn hash(bytes: &[u8]) -> Result<Hash, RecordError> {
    Hash::from_bytes(bytes).ok_or_else(|| unreadable("a hash"))
}

pub(super) fn round(cells: RoundCells) -> RoundRow {
    let (chain, portfolio, opens, closes, closed_by, closed_at) = cells;
    let (opens, closes) = (Moment::from_seconds(opens), Moment::from_seconds(closes));
    RoundRow { chain, portfolio, opens, closes, closed_by, closed_at: closed_at.map(Moment::from_seconds) }
}

pub(super) fn receipt(cells: &ReceiptCells) -> Result<ReceiptRow, RecordError> {
    let (code, sequence, spent_by) = cells;
    Ok(ReceiptRow { code: hash(code)?, sequence: *sequence, spent_by: *spent_by })
}

pub(super) fn link(cells: LinkCells) -> Result<Link, RecordError> {
    let (sequence, previous, header, commitment, own, salt, stored) = cells;
    let payload = match salt.zip(stored) {
        Some((salt, stored)) => Some(Payload { salt: hash(&salt)?, stored }),
        None => None,
    };
    let (previous, commitment, own) = (hash(&previous)?, hash(&commitment)?, hash(&own)?);
    Ok(Link { entry: Entry { sequence, previous, header, commitment, hash: own }, payload })
}

/// Reading and writing on one kind of connection: `read`, `all_rounds` and `write`.
macro_rules! statements {
    ($connection:ty) => {
        /// Reads what was asked for.
        async fn read(on: &mut $connection, look: &Look<'_>) -> Result<Standing, RecordError> {
            let chain = look.chain();
            let round: Option<statements::RoundCells> =
                sqlx::query_as(statements::ROUND).bind(chain).fetch_optional(&mut *on).await?;
            let head: Option<(i64, Vec<u8>)> =
                sqlx::query_as(statements::HEAD).bind(chain).fetch_optional(&mut *on).await?;
            let head = match head {
                Some((sequence, bytes)) => Some(Head { sequence, hash: statements::hash(&bytes)? }),
                None => None,
            };
            let mut receipts = Vec::new();
            let mut links: Vec<statements::LinkCells> = Vec::new();
            match look {
                Look::All(_) => {
                    let all: Vec<statements::ReceiptCells> =
                        sqlx::query_as(statements::RECEIPTS).bind(chain).fetch_all(&mut *on).await?;
                    for cells in &all {
                        receipts.push(statements::receipt(cells)?);
                    }
                    links = sqlx::query_as(statements::LINKS).bind(chain).fetch_all(&mut *on).await?;
                }
                Look::Codes(_, codes) => {
                    for code in codes {
                        let found: Option<statements::ReceiptCells> = sqlx::query_as(statements::RECEIPT)
                            .bind(code.bytes())
                            .bind(chain)
                            .fetch_optional(&mut *on)
                            .await?;
                        if let Some(cells) = found {
                            receipts.push(statements::receipt(&cells)?);
                        }
                    }
                    let wanted: std::collections::BTreeSet<i64> =
                        receipts.iter().map(|receipt| receipt.sequence).chain([1]).collect();
                    for sequence in wanted {
                        let found: Option<statements::LinkCells> = sqlx::query_as(statements::LINK)
                            .bind(chain)
                            .bind(sequence)
                            .fetch_optional(&mut *on)
                            .await?;
                        links.extend(found);
                    }
                }
            }
            let links = links.into_iter().map(statements::link).collect::<Result<_, _>>()?;
            Ok(Standing { round: round.map(statements::round), head, links, receipts })
        }

        /// Every round with its first entry.
        async fn all_rounds(on: &mut $connection) -> Result<Vec<(RoundRow, Link)>, RecordError> {
            let rows: Vec<statements::RoundCells> = sqlx::query_as(statements::ROUNDS).fetch_all(&mut *on).await?;
            let mut rounds = Vec::new();
            for row in rows.into_iter().map(statements::round) {
                let first: statements::LinkCells =
                    sqlx::query_as(statements::LINK).bind(&row.chain).bind(1_i64).fetch_one(&mut *on).await?;
                rounds.push((row, statements::link(first)?));
            }
            Ok(rounds)
        }

        /// Writes what was decided.
        async fn write(on: &mut $connection, chain: &str, writes: &Writes) -> Result<(), RecordError> {
            if let Some((round, link)) = writes.opens.as_ref().zip(writes.links.first()) {
                sqlx::query(statements::ADD_CHAIN)
                    .bind(chain)
                    .bind(link.entry.sequence)
                    .bind(link.entry.hash.bytes())
                    .execute(&mut *on)
                    .await?;
                sqlx::query(statements::ADD_ROUND)
                    .bind(chain)
                    .bind(round.portfolio.as_deref())
                    .bind(round.opens.seconds())
                    .bind(round.closes.seconds())
                    .execute(&mut *on)
                    .await?;
            }
            for Link { entry, payload } in &writes.links {
                sqlx::query(statements::ADD_ENTRY)
                    .bind(chain)
                    .bind(entry.sequence)
                    .bind(entry.previous.bytes())
                    .bind(&entry.header)
                    .bind(entry.commitment.bytes())
                    .bind(entry.hash.bytes())
                    .execute(&mut *on)
                    .await?;
                if let Some(payload) = payload {
                    sqlx::query(statements::ADD_PAYLOAD)
                        .bind(chain)
                        .bind(entry.sequence)
                        .bind(payload.salt.bytes())
                        .bind(&payload.stored)
                        .execute(&mut *on)
                        .await?;
                }
                sqlx::query(statements::MOVE_HEAD)
                    .bind(chain)
                    .bind(entry.sequence)
                    .bind(entry.hash.bytes())
                    .execute(&mut *on)
                    .await?;
            }
            if let Some(receipt) = &writes.receipt {
                sqlx::query(statements::ADD_RECEIPT)
                    .bind(receipt.code.bytes())
                    .bind(chain)
                    .bind(receipt.sequence)
                    .bind(receipt.spent_by)
                    .execute(&mut *on)
                    .await?;
            }
            if let Some((code, by)) = &writes.spends {
                sqlx::query(statements::SPEND).bind(code.bytes()).bind(by).execute(&mut *on).await?;
            }
            if let Some((by, at)) = writes.closes {
                sqlx::query(statements::CLOSE).bind(chain).bind(by).bind(at.seconds()).execute(&mut *on).await?;
            }
            Ok(())
        }
    };
}

pub(super) use statements;
