//! What may be added to a round, decided from what stands: pure, so that a database may ask again after a conflict.

use crate::chain::{Head, Kind, Link, Payload, next};
use crate::code::Code;
use crate::error::RecordError;
use crate::hash::Hash;
use crate::moment::Moment;
use crate::round::State;
use crate::round::ballot::Ballot;
use crate::round::definition::Definition;
use crate::round::tally::{Tally, Withdrawal, counted, definition, verify_round};
use crate::store::{ReceiptRow, RoundRow, Standing, Writes};
use crate::voice::ProjectRecord;

/// A ballot that wants in.
pub(crate) struct Cast<'a> {
    /// The round.
    pub round: &'a str,
    /// The answer; what it replaces is set from the code below.
    pub ballot: &'a Ballot,
    /// The code that it will answer to.
    pub code: &'a Code,
    /// The code of the answer that it replaces.
    pub replaces: Option<&'a Code>,
    /// When.
    pub now: Moment,
}

/// What became of a step: the entry that says so.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    /// The entry.
    pub link: Link,
}

/// Where a round is.
pub(crate) fn state(row: &RoundRow, now: Moment) -> State {
    if row.closed_by.is_some() {
        State::Closed
    } else if now < row.opens {
        State::Announced
    } else if now < row.closes {
        State::Open
    } else {
        State::Ended
    }
}

/// Opens a round.
pub(crate) fn open(standing: &Standing, asked: &Definition, now: Moment) -> Result<(Writes, Change), RecordError> {
    if standing.round.is_some() {
        return Err(RecordError::RoundExists(asked.id.clone()));
    }
    let link = next(&asked.id, None, Kind::Opened, now, Payload::new(serde_json::to_vec(asked)?)?);
    let row = RoundRow {
        chain: asked.id.clone(),
        portfolio: asked.portfolio.clone(),
        opens: asked.opens,
        closes: asked.closes,
        closed_by: None,
        closed_at: None,
    };
    Ok((Writes { opens: Some(row), links: vec![link.clone()], ..Writes::default() }, Change { link }))
}

/// Whether a round says nothing of a project that its public record does not say.
pub(crate) fn in_public(asked: &Definition, record: Option<&ProjectRecord>) -> Result<(), RecordError> {
    let project = asked.project.clone().unwrap_or_default();
    let record = record.ok_or_else(|| RecordError::NoSuchProject(project.clone()))?;
    if record.project.confidential {
        return Err(RecordError::ConfidentialProject(project));
    }
    for statement in &asked.statements {
        if let Some(entry) = statement.entry
            && !record.item(entry).is_some_and(|item| record.is_public(item))
        {
            return Err(RecordError::StatementFromNowhere { statement: statement.id.clone(), entry });
        }
    }
    Ok(())
}

/// Takes an answer. A code that has brought the very same answer before is the same form sent twice: nothing is added, and
/// the entry of the first time is given again.
pub(crate) fn cast(standing: &Standing, cast: &Cast<'_>) -> Result<(Writes, Change), RecordError> {
    let (row, head) = standing.round(cast.round)?;
    let asked = definition(&standing.links).ok_or_else(|| RecordError::NoSuchRound(cast.round.to_owned()))?;
    let mut ballot = cast.ballot.clone();
    let replaced = match cast.replaces {
        Some(code) => Some(standing.receipt(code.key(cast.round)).ok_or(RecordError::UnknownCode)?),
        None => None,
    };
    ballot.replaces = replaced.map(|receipt| receipt.sequence);
    let stored = ballot.stored(&asked)?;
    if let Some(earlier) = standing.receipt(cast.code.key(cast.round)) {
        let link = standing.links.iter().find(|link| link.entry.sequence == earlier.sequence);
        let same = link.filter(|link| link.payload.as_ref().is_some_and(|payload| payload.stored == stored));
        return same.map(|link| (Writes::default(), Change { link: link.clone() })).ok_or(RecordError::AlreadySent);
    }
    taking(state(row, cast.now), row.opens)?;
    if replaced.is_some_and(|receipt| receipt.spent_by.is_some()) {
        return Err(RecordError::CodeUsed);
    }
    let troubles = ballot.troubles(&asked);
    if !troubles.is_empty() {
        return Err(RecordError::Troubles(troubles));
    }
    let link = next(cast.round, Some(head), Kind::Ballot, cast.now, Payload::new(stored)?);
    let sequence = link.entry.sequence;
    let receipt = ReceiptRow { code: cast.code.key(cast.round), sequence, spent_by: None };
    let spends = replaced.map(|receipt| (receipt.code, sequence));
    Ok((Writes { links: vec![link.clone()], receipt: Some(receipt), spends, ..Writes::default() }, Change { link }))
}

/// Withdraws an answer.
pub(crate) fn withdraw(
    standing: &Standing,
    round: &str,
    code: Hash,
    now: Moment,
) -> Result<(Writes, Change), RecordError> {
    let (row, head) = standing.round(round)?;
    let receipt = standing.receipt(code).ok_or(RecordError::UnknownCode)?;
    taking(state(row, now), row.opens)?;
    if receipt.spent_by.is_some() {
        return Err(RecordError::CodeUsed);
    }
    let said = serde_json::to_vec(&Withdrawal { format: 1, withdraws: receipt.sequence })?;
    let link = next(round, Some(head), Kind::Withdrawal, now, Payload::new(said)?);
    let spends = Some((receipt.code, link.entry.sequence));
    Ok((Writes { links: vec![link.clone()], spends, ..Writes::default() }, Change { link }))
}

/// Closes a round: its chain must hold, and the tally of its answers becomes its last entry.
pub(crate) fn close(standing: &Standing, round: &str, now: Moment) -> Result<(Writes, Change), RecordError> {
    let (row, head) = standing.round(round)?;
    if row.closed_by.is_some() {
        return Err(RecordError::AlreadyClosed);
    }
    let verdict = verify_round(round, &standing.links, Some(head), None);
    let Some(asked) = definition(&standing.links).filter(|_| verdict.holds()) else {
        return Err(RecordError::Damaged(verdict.flaws));
    };
    let tally = Tally::of(&asked, &counted(&standing.links));
    let link = next(round, Some(head), Kind::Closed, now, Payload::new(serde_json::to_vec(&tally)?)?);
    let closes = Some((link.entry.sequence, now));
    Ok((Writes { links: vec![link.clone()], closes, ..Writes::default() }, Change { link }))
}

/// Whether answers are taken.
pub(crate) fn taking(state: State, opens: Moment) -> Result<(), RecordError> {
    match state {
        State::Open => Ok(()),
        State::Announced => Err(RecordError::NotYetOpen(opens)),
        State::Ended | State::Closed => Err(RecordError::Over),
    }
}

impl Standing {
    fn round(&self, round: &str) -> Result<(&RoundRow, Head), RecordError> {
        self.round.as_ref().zip(self.head).ok_or_else(|| RecordError::NoSuchRound(round.to_owned()))
    }

    fn receipt(&self, code: Hash) -> Option<ReceiptRow> {
        self.receipts.iter().find(|receipt| receipt.code == code).copied()
    }
}
