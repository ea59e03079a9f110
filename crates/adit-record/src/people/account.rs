//! Accounts: made, looked up, disabled.

use crate::hash::Hash;
use crate::moment::Moment;
use crate::people::grant::{self, Grant};
use crate::people::trail::{Trace, note};
use crate::people::{Act, EmailKey, Outcome, PeopleError, name, password};
use crate::record::Record;
use crate::store::{Row, Step, Value};
use crate::voice::Confirmed;

/// An account, without anything secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its number, which the trail keeps for ever.
    pub number: i64,
    /// The name to sign in by; none for one that was entered with a code and never given one.
    pub name: Option<String>,
    /// The pseudonym under which it speaks.
    pub pseudonym: String,
    /// How it is known that a person stands behind it.
    pub confirmed: Confirmed,
    /// When it was made.
    pub created: Moment,
    /// When it was disabled.
    pub disabled: Option<Moment>,
}

/// What an account is made from.
#[derive(Debug, Clone)]
pub struct NewAccount<'a> {
    /// The name to sign in by.
    pub name: &'a str,
    /// The password.
    pub password: &'a str,
    /// The pseudonym.
    pub pseudonym: &'a str,
    /// An address, which is kept only under the key.
    pub email: Option<(&'a str, &'a EmailKey)>,
    /// Roles from the beginning.
    pub grants: &'a [Grant],
}

const NEXT: &str = "UPDATE people_numbers SET last = last + 1 RETURNING last";
const ADD: &str = "INSERT INTO accounts (number, name, pseudonym, password, email, confirmed, created, disabled) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, NULL)";
const TAKE_PSEUDONYM: &str = "INSERT INTO pseudonyms (hash) VALUES ($1) ON CONFLICT (hash) DO NOTHING";
const OF_NAME: &str = "SELECT number FROM accounts WHERE name = $1";
const ONE: &str = "SELECT number, name, pseudonym, confirmed, created, disabled FROM accounts WHERE number = $1";
const ALL: &str = "SELECT number, name, pseudonym, confirmed, created, disabled FROM accounts ORDER BY number";
const DISABLE: &str = "UPDATE accounts SET disabled = $2 WHERE number = $1 AND disabled IS NULL";
const END_SESSIONS: &str = "DELETE FROM sessions WHERE account = $1";

/// What is written of a new account.
pub(super) struct NewRow {
    pub name: Option<String>,
    pub pseudonym: String,
    pub password: Option<String>,
    pub email: Option<Hash>,
    pub confirmed: Confirmed,
}

/// Writes a new account; its number.
pub(super) async fn add(step: &mut Step, new: &NewRow, now: Moment) -> Result<i64, PeopleError> {
    if let Some(name) = &new.name
        && step.row(OF_NAME, &[name.as_str().into()]).await?.is_some()
    {
        return Err(PeopleError::NameTaken);
    }
    if step.run(TAKE_PSEUDONYM, &[name::pseudonym_key(&new.pseudonym).into()]).await? == 0 {
        return Err(PeopleError::PseudonymTaken);
    }
    let number: i64 = step.row(NEXT, &[]).await?.ok_or(PeopleError::Unreadable("the last number"))?.get(0)?;
    let values = [
        number.into(),
        new.name.as_deref().into(),
        new.pseudonym.as_str().into(),
        new.password.as_deref().into(),
        Value::Bytes(new.email.map(|hash| hash.bytes().to_owned())),
        new.confirmed.word().into(),
        now.seconds().into(),
    ];
    step.run(ADD, &values).await?;
    Ok(number)
}

pub(super) fn read(row: &Row) -> Result<Account, PeopleError> {
    let confirmed: String = row.get(3)?;
    let all = [Confirmed::Account, Confirmed::Code, Confirmed::Clerk, Confirmed::None];
    let confirmed = all.into_iter().find(|known| known.word() == confirmed);
    Ok(Account {
        number: row.get(0)?,
        name: row.get(1)?,
        pseudonym: row.get(2)?,
        confirmed: confirmed.ok_or(PeopleError::Unreadable("how it was confirmed"))?,
        created: Moment::from_seconds(row.get(4)?),
        disabled: row.get::<Option<i64>>(5)?.map(Moment::from_seconds),
    })
}

pub(super) async fn must_exist(step: &mut Step, number: i64) -> Result<Account, PeopleError> {
    let row = step.row(ONE, &[number.into()]).await?.ok_or(PeopleError::NoSuchAccount)?;
    read(&row)
}

pub(super) async fn end_sessions(step: &mut Step, number: i64) -> Result<(), PeopleError> {
    step.run(END_SESSIONS, &[number.into()]).await?;
    Ok(())
}

impl Record {
    /// Makes an account; `by` is the account that does so, none at the command line.
    pub async fn add_account(
        &self,
        new: &NewAccount<'_>,
        by: Option<i64>,
        now: Moment,
    ) -> Result<Account, PeopleError> {
        let (name, pseudonym) = (name::sign_in_name(new.name)?, name::pseudonym(new.pseudonym)?);
        password::check(new.password, &[&name, &pseudonym])?;
        let email = new.email.map(|(address, key)| key.of(address)).transpose()?;
        let password = Some(password::hash(new.password).await?);
        let row = NewRow { name: Some(name), pseudonym, password, email, confirmed: Confirmed::Account };
        let mut step = self.writing().await?;
        let number = add(&mut step, &row, now).await?;
        for grant in new.grants {
            grant::give(&mut step, number, grant, now).await?;
        }
        note(&mut step, &managing(by, now)).await?;
        let account = must_exist(&mut step, number).await?;
        step.commit().await?;
        Ok(account)
    }

    /// Every account, by number.
    pub async fn accounts(&self) -> Result<Vec<Account>, PeopleError> {
        self.reading().await?.rows(ALL, &[]).await?.iter().map(read).collect()
    }

    /// The account of a number.
    pub async fn account(&self, number: i64) -> Result<Account, PeopleError> {
        must_exist(&mut self.reading().await?, number).await
    }

    /// The account that signs in by a name.
    pub async fn account_named(&self, given: &str) -> Result<Account, PeopleError> {
        let mut step = self.reading().await?;
        let row = step.row(OF_NAME, &[name::folded(given).as_str().into()]).await?;
        let number = row.ok_or(PeopleError::NoSuchAccount)?.get(0)?;
        must_exist(&mut step, number).await
    }

    /// Disables an account and ends its sessions.
    pub async fn disable_account(&self, number: i64, by: Option<i64>, now: Moment) -> Result<(), PeopleError> {
        let mut step = self.writing().await?;
        must_exist(&mut step, number).await?;
        step.run(DISABLE, &[number.into(), now.seconds().into()]).await?;
        end_sessions(&mut step, number).await?;
        note(&mut step, &managing(by, now)).await?;
        Ok(step.commit().await?)
    }
}

fn managing(by: Option<i64>, now: Moment) -> Trace {
    let act = Act::ManageAccounts.word();
    Trace { at: now, account: by, act, project: None, entry: None, outcome: Outcome::Done }
}
