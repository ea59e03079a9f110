//! Sessions: 256 random bits in a cookie, of which only the hash is kept.
//!
//! A session ends when it is signed out of, when its account changes its password, is disabled or erased, after a time
//! without use, and after a time in any case. What ended is gone: its token opens nothing any more.

use std::fmt;
use std::str::FromStr;

use crate::hash::{Hash, NotAHash};
use crate::moment::Moment;
use crate::people::grant::{self, Grants};
use crate::people::trail::{Trace, note};
use crate::people::{Account, Outcome, PeopleError, account};
use crate::random;
use crate::record::Record;
use crate::store::Step;

/// Seconds without use after which a session ends.
pub const IDLE: i64 = 2 * 60 * 60;
/// Seconds after which a session ends in any case.
pub const ABSOLUTE: i64 = 12 * 60 * 60;
/// Seconds between two notes that a session was used.
const NOTED: i64 = 60;

/// What the cookie holds.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(Hash);

impl Token {
    pub(super) fn fresh() -> Result<Self, PeopleError> {
        let bytes: [u8; 32] = random::bytes()?;
        Hash::from_bytes(&bytes).map(Self).ok_or(PeopleError::Unreadable("random bytes"))
    }

    pub(super) fn key(&self) -> Hash {
        Hash::of(&[b"adit session 1\n", self.0.bytes()])
    }
}

/// As the cookie has it: 64 hexadecimal digits.
impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A token never appears in a log.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

impl FromStr for Token {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        text.parse().map(Self)
    }
}

/// Who is behind a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The account.
    pub account: Account,
    /// What it holds.
    pub grants: Grants,
}

const ADD: &str = "INSERT INTO sessions (token, account, created, seen) VALUES ($1, $2, $3, $3)";
const READ: &str = "SELECT account, created, seen FROM sessions WHERE token = $1";
const SEEN: &str = "UPDATE sessions SET seen = $2 WHERE token = $1";
const END: &str = "DELETE FROM sessions WHERE token = $1";
const SWEEP: &str = "DELETE FROM sessions WHERE created <= $1 OR seen <= $2";
const COUNT: &str = "SELECT count(*) FROM sessions WHERE account = $1";

/// Begins a session, and clears away those that are over.
pub(super) async fn begin(step: &mut Step, account: i64, now: Moment) -> Result<Token, PeopleError> {
    let now = now.seconds();
    step.run(SWEEP, &[(now - ABSOLUTE).into(), (now - IDLE).into()]).await?;
    let token = Token::fresh()?;
    step.run(ADD, &[token.key().into(), account.into(), now.into()]).await?;
    Ok(token)
}

pub(super) async fn count(step: &mut Step, account: i64) -> Result<i64, PeopleError> {
    Ok(match step.row(COUNT, &[account.into()]).await? {
        Some(row) => row.get(0)?,
        None => 0,
    })
}

impl Record {
    /// Who is behind a token; none if it opens nothing (any more).
    pub async fn visit(&self, token: &Token, now: Moment) -> Result<Option<Visit>, PeopleError> {
        let mut step = self.reading().await?;
        let Some(row) = step.row(READ, &[token.key().into()]).await? else { return Ok(None) };
        let (number, created, seen): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let at = now.seconds();
        // A clock that was set back ends nothing and lengthens nothing: the session is as old as it was when last seen.
        let at = at.max(seen);
        if at - created >= ABSOLUTE || at - seen >= IDLE {
            return Ok(None);
        }
        let account = account::must_exist(&mut step, number).await?;
        if account.disabled.is_some() {
            return Ok(None);
        }
        let grants = Grants { account: Some(number), held: grant::held(&mut step, number).await? };
        drop(step);
        if at - seen >= NOTED {
            let mut step = self.writing().await?;
            step.run(SEEN, &[token.key().into(), at.into()]).await?;
            step.commit().await?;
        }
        Ok(Some(Visit { account, grants }))
    }

    /// Ends one session.
    pub async fn sign_out(&self, token: &Token, now: Moment) -> Result<(), PeopleError> {
        let mut step = self.writing().await?;
        let row = step.row(READ, &[token.key().into()]).await?;
        if let Some(row) = row {
            let account = Some(row.get(0)?);
            step.run(END, &[token.key().into()]).await?;
            let outcome = Outcome::Done;
            note(&mut step, &Trace { at: now, account, act: "sign-out", project: None, entry: None, outcome }).await?;
        }
        Ok(step.commit().await?)
    }

    /// Ends every session of an account.
    pub async fn end_sessions(&self, number: i64, now: Moment) -> Result<(), PeopleError> {
        let mut step = self.writing().await?;
        account::end_sessions(&mut step, number).await?;
        let outcome = Outcome::Done;
        note(
            &mut step,
            &Trace { at: now, account: Some(number), act: "end-sessions", project: None, entry: None, outcome },
        )
        .await?;
        Ok(step.commit().await?)
    }
}
