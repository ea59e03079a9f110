//! Identities that another house vouches for (OpenID Connect Core 1.0, section 5.7: issuer and subject together name a
//! person). Kept as a keyed hash, so that nobody who has the database alone can try names until one fits.

use crate::hash::Hash;
use crate::moment::Moment;
use crate::people::account::{self, NewRow};
use crate::people::grant::{self, Grant, Role, Where};
use crate::people::session::{self, Token, Visit};
use crate::people::trail::{Trace, note};
use crate::people::{Act, EmailKey, Outcome, PeopleError, name};
use crate::record::Record;
use crate::store::Step;
use crate::voice::Confirmed;

const OF: &str = "SELECT account FROM identities WHERE identity = $1";
const ADD: &str = "INSERT INTO identities (identity, account, since) VALUES ($1, $2, $3)";
const FORGET: &str = "DELETE FROM identities WHERE account = $1";
const COUNT: &str = "SELECT count(*) FROM identities WHERE account = $1";

/// A person as another house names them; only its keyed hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity(Hash);

impl Identity {
    /// The identity of a subject of an issuer.
    pub fn of(key: &EmailKey, issuer: &str, subject: &str) -> Self {
        Self(key.of_text(&format!("adit identity 1\n{issuer}\n{subject}")))
    }
}

async fn of(step: &mut Step, identity: Identity) -> Result<Option<i64>, PeopleError> {
    Ok(step.row(OF, &[identity.0.into()]).await?.map(|row| row.get(0)).transpose()?)
}

async fn bind(step: &mut Step, identity: Identity, account: i64, now: Moment) -> Result<(), PeopleError> {
    step.run(ADD, &[identity.0.into(), account.into(), now.seconds().into()]).await?;
    Ok(())
}

/// No identity leads to an account that is erased.
pub(super) async fn forget(step: &mut Step, account: i64) -> Result<(), PeopleError> {
    step.run(FORGET, &[account.into()]).await?;
    Ok(())
}

/// How many identities sign in to an account.
pub(super) async fn count(step: &mut Step, account: i64) -> Result<i64, PeopleError> {
    Ok(step.row(COUNT, &[account.into()]).await?.map_or(Ok(0), |row| row.get(0))?)
}

fn trace(account: i64, act: &'static str, project: Option<&str>, now: Moment) -> Trace {
    let project = project.map(str::to_owned);
    Trace { at: now, account: Some(account), act, project, entry: None, outcome: Outcome::Done }
}

async fn entered(step: &mut Step, number: i64, act: &'static str, now: Moment) -> Result<(Token, Visit), PeopleError> {
    let token = session::begin(step, number, now).await?;
    note(step, &trace(number, act, None, now)).await?;
    let account = account::must_exist(step, number).await?;
    let grants = grant::Grants { account: Some(number), held: grant::held(step, number).await? };
    Ok((token, Visit { account, grants }))
}

impl Record {
    /// Signs in the account of an identity; none if there is none yet. A disabled account stays out.
    pub async fn sign_in_as(&self, identity: Identity, now: Moment) -> Result<Option<(Token, Visit)>, PeopleError> {
        let mut step = self.writing().await?;
        let Some(number) = of(&mut step, identity).await? else { return Ok(None) };
        if account::must_exist(&mut step, number).await?.disabled.is_some() {
            note(&mut step, &Trace { outcome: Outcome::Refused, ..trace(number, "sign-in", None, now) }).await?;
            step.commit().await?;
            return Err(PeopleError::NotSignedIn);
        }
        let entered = entered(&mut step, number, "sign-in", now).await?;
        step.commit().await?;
        Ok(Some(entered))
    }

    /// Makes an account for an identity, under a pseudonym of the person's own, and signs it in. It holds no role.
    pub async fn welcome(
        &self,
        identity: Identity,
        pseudonym: &str,
        now: Moment,
    ) -> Result<(Token, Visit), PeopleError> {
        let pseudonym = name::pseudonym(pseudonym)?;
        let mut step = self.writing().await?;
        if of(&mut step, identity).await?.is_some() {
            return Err(PeopleError::NotSignedIn);
        }
        let row = NewRow { name: None, pseudonym, password: None, email: None, confirmed: Confirmed::Account };
        let number = account::add(&mut step, &row, now).await?;
        bind(&mut step, identity, number, now).await?;
        let entered = entered(&mut step, number, "sign-in", now).await?;
        step.commit().await?;
        Ok(entered)
    }

    /// Lets an identity sign in to an account from now on; false if it signs in to another.
    pub async fn vouch(&self, identity: Identity, account: i64, now: Moment) -> Result<bool, PeopleError> {
        let mut step = self.writing().await?;
        account::must_exist(&mut step, account).await?;
        if let Some(number) = of(&mut step, identity).await? {
            return Ok(number == account);
        }
        bind(&mut step, identity, account, now).await?;
        note(&mut step, &trace(account, Act::ChangeOwn.word(), None, now)).await?;
        step.commit().await?;
        Ok(true)
    }

    /// Makes a confirmed account a participant in a project, as its holder asks. Whoever came with a code is one already.
    pub async fn take_part(&self, account: i64, project: &str, now: Moment) -> Result<(), PeopleError> {
        let mut step = self.writing().await?;
        let found = account::must_exist(&mut step, account).await?;
        if found.confirmed != Confirmed::Account || found.disabled.is_some() {
            return Err(PeopleError::NotSignedIn);
        }
        let grant = Grant { role: Role::Participant, at: Where::Project(project.to_owned()) };
        grant::give(&mut step, account, &grant, now).await?;
        note(&mut step, &trace(account, "join", Some(project), now)).await?;
        Ok(step.commit().await?)
    }
}
