//! Signing in: a wait that grows with every wrong try of a name, the same whether or not there is such an account.

use crate::hash::Hash;
use crate::moment::Moment;
use crate::people::session::{self, Token, Visit};
use crate::people::trail::{Trace, note};
use crate::people::{Act, Outcome, PeopleError, account, grant, name, password};
use crate::record::Record;
use crate::store::Step;

/// Wrong tries of a name before there is a wait.
const FREE: i64 = 5;
/// The first wait, in seconds; each wrong try after it doubles the next.
const FIRST: i64 = 15;
/// The longest wait, in seconds.
const LONGEST: i64 = 60 * 60;
/// Seconds after which the tries of a name are forgotten.
const FORGOTTEN: i64 = 24 * 60 * 60;

/// How long the next try has to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// In seconds.
    pub seconds: i64,
}

const TRIES: &str = "SELECT failures, until FROM sign_in_tries WHERE name = $1";
const TRIED: &str = "INSERT INTO sign_in_tries (name, failures, until) VALUES ($1, $2, $3) \
     ON CONFLICT (name) DO UPDATE SET failures = excluded.failures, until = excluded.until";
const FORGIVEN: &str = "DELETE FROM sign_in_tries WHERE name = $1";
const SWEEP: &str = "DELETE FROM sign_in_tries WHERE until <= $1";
const SECRET: &str = "SELECT number, password, disabled FROM accounts WHERE name = $1";
const SECRET_OF: &str = "SELECT name, password FROM accounts WHERE number = $1";
const CHANGE: &str = "UPDATE accounts SET password = $2 WHERE number = $1";

fn key(name: &str) -> Hash {
    Hash::of(&[b"adit sign-in 1\n", name.as_bytes()])
}

/// Seconds to wait after so many wrong tries.
fn wait(failures: i64) -> i64 {
    let doublings = u32::try_from((failures - FREE).clamp(0, 20)).unwrap_or(0);
    if failures < FREE { 0 } else { (FIRST << doublings).min(LONGEST) }
}

/// Counts a try before its password is looked at, so that many at once are no way around the wait.
async fn count(step: &mut Step, name: &str, now: i64) -> Result<(), PeopleError> {
    step.run(SWEEP, &[(now - FORGOTTEN).into()]).await?;
    let (failures, until) = match step.row(TRIES, &[key(name).into()]).await? {
        Some(row) => (row.get(0)?, row.get(1)?),
        None => (0, 0),
    };
    if until > now {
        return Err(PeopleError::Wait(Waiting { seconds: until - now }));
    }
    let failures: i64 = failures + 1;
    let until = now + wait(failures);
    step.run(TRIED, &[key(name).into(), failures.into(), until.into()]).await?;
    Ok(())
}

/// Writes a new password; every session ends.
pub(super) async fn set_password(step: &mut Step, number: i64, hashed: &str) -> Result<(), PeopleError> {
    step.run(CHANGE, &[number.into(), hashed.into()]).await?;
    account::end_sessions(step, number).await
}

/// Forgets the wrong tries of a name.
pub(super) async fn forgive(step: &mut Step, name: &str) -> Result<(), PeopleError> {
    step.run(FORGIVEN, &[key(name).into()]).await?;
    Ok(())
}

fn trace(account: Option<i64>, act: &'static str, outcome: Outcome, now: Moment) -> Trace {
    Trace { at: now, account, act, project: None, entry: None, outcome }
}

impl Record {
    /// Signs in: a fresh session, never one that was there before.
    pub async fn sign_in(&self, given: &str, password: &str, now: Moment) -> Result<(Token, Visit), PeopleError> {
        let name: String = name::folded(given).chars().take(256).collect();
        let mut step = self.writing().await?;
        count(&mut step, &name, now.seconds()).await?;
        let found = match step.row(SECRET, &[name.as_str().into()]).await? {
            Some(row) => Some((row.get::<i64>(0)?, row.get::<Option<String>>(1)?, row.get::<Option<i64>>(2)?)),
            None => None,
        };
        step.commit().await?;
        let number = found.as_ref().map(|(number, ..)| *number);
        let disabled = found.as_ref().is_some_and(|(_, _, disabled)| disabled.is_some());
        let stored = found.and_then(|(_, stored, _)| stored);
        let right = password::is(password, stored.clone()).await?;
        let mut step = self.writing().await?;
        let Some(number) = number.filter(|_| right && !disabled) else {
            note(&mut step, &trace(number, "sign-in", Outcome::Refused, now)).await?;
            step.commit().await?;
            return Err(PeopleError::NotSignedIn);
        };
        // Between the two steps the account may have been disabled or its password changed.
        let unchanged = match step.row(SECRET, &[name.as_str().into()]).await? {
            Some(row) => row.get::<Option<String>>(1)? == stored && row.get::<Option<i64>>(2)?.is_none(),
            None => false,
        };
        if !unchanged {
            return Err(PeopleError::NotSignedIn);
        }
        forgive(&mut step, &name).await?;
        let token = session::begin(&mut step, number, now).await?;
        note(&mut step, &trace(Some(number), "sign-in", Outcome::Done, now)).await?;
        let account = account::must_exist(&mut step, number).await?;
        let held = grant::held(&mut step, number).await?;
        step.commit().await?;
        Ok((token, Visit { account, grants: grant::Grants { account: Some(number), held } }))
    }

    /// Whether a password is that of an account, before something that cannot be undone. The wait counts here too: a
    /// borrowed session is no place to try passwords. An account that was entered with a code has none, and none is right.
    pub async fn is_password(&self, number: i64, password: &str, now: Moment) -> Result<bool, PeopleError> {
        let mut step = self.writing().await?;
        let row = step.row(SECRET_OF, &[number.into()]).await?.ok_or(PeopleError::NoSuchAccount)?;
        let (name, stored): (Option<String>, Option<String>) = (row.get(0)?, row.get(1)?);
        let name = name.unwrap_or_default();
        count(&mut step, &name, now.seconds()).await?;
        step.commit().await?;
        let right = password::is(password, stored).await?;
        let mut step = self.writing().await?;
        if right {
            forgive(&mut step, &name).await?;
        } else {
            note(&mut step, &trace(Some(number), Act::ChangeOwn.word(), Outcome::Refused, now)).await?;
        }
        step.commit().await?;
        Ok(right)
    }

    /// Changes the password of an account that gives its present one; every session ends.
    pub async fn change_password(&self, number: i64, old: &str, new: &str, now: Moment) -> Result<(), PeopleError> {
        if !self.is_password(number, old, now).await? {
            return Err(PeopleError::NotSignedIn);
        }
        let account = self.account(number).await?;
        let name = account.name.unwrap_or_default();
        password::check(new, &[&name, &account.pseudonym])?;
        let hashed = password::hash(new).await?;
        let mut step = self.writing().await?;
        set_password(&mut step, number, &hashed).await?;
        note(&mut step, &trace(Some(number), Act::ChangeOwn.word(), Outcome::Done, now)).await?;
        Ok(step.commit().await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_has_an_end() {
        let waits: Vec<i64> = [1, 4, 5, 6, 7, 12, 13, 40, i64::MAX].into_iter().map(wait).collect();
        assert_eq!(waits, [0, 0, 15, 30, 60, 1_920, 3_600, 3_600, 3_600]);
    }
}
