//! Codes that go out in letters, by e-mail or on paper: to join a project under a name of one's own, to have a new
//! password, to leave an address. A code does one thing, once, for a while; only its hash is kept.

use crate::code::Code;
use crate::hash::Hash;
use crate::moment::Moment;
use crate::people::account::{self, NewRow};
use crate::people::grant::{self, Grant, Grants, Role, Where};
use crate::people::session::{self, Token, Visit};
use crate::people::sign_in::{self, set_password};
use crate::people::trail::{Trace, note};
use crate::people::{Act, EmailKey, Outcome, PeopleError, name, password};
use crate::record::Record;
use crate::store::{Row, Step, Value};
use crate::voice::Confirmed;

/// Seconds for which a code that went out by e-mail is good.
pub const BY_MAIL: i64 = 30 * 60;
/// Seconds for which a code in a letter on paper is good.
pub const ON_PAPER: i64 = 14 * 24 * 60 * 60;
/// Most letters to one address in an hour.
const MOST: i64 = 3;
const HOUR: i64 = 60 * 60;

const ADD: &str = "INSERT INTO letters (code, purpose, email, account, project, made, expires, spent) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, NULL)";
const READ: &str = "SELECT purpose, email, account, project, expires, spent FROM letters WHERE code = $1";
const SPEND: &str = "UPDATE letters SET spent = $2 WHERE code = $1 AND spent IS NULL";
const LATELY: &str = "SELECT count(*) FROM letters WHERE email = $1 AND made > $2";
const SWEEP: &str = "DELETE FROM letters WHERE expires <= $1 AND made <= $2";
const OF_EMAIL: &str = "SELECT number FROM accounts WHERE email = $1";
const SET_EMAIL: &str = "UPDATE accounts SET email = $2 WHERE number = $1";
const FORGET: &str = "DELETE FROM letters WHERE account = $1 OR email = (SELECT email FROM accounts WHERE number = $1)";

/// What a letter is for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Purpose {
    Join { email: Hash, project: String },
    Recover { email: Option<Hash>, account: i64 },
    Address { email: Hash, account: i64 },
}

impl Purpose {
    fn word(&self) -> &'static str {
        match self {
            Self::Join { .. } => "join",
            Self::Recover { .. } => "recover",
            Self::Address { .. } => "address",
        }
    }

    fn read(row: &Row) -> Result<Self, PeopleError> {
        let purpose: String = row.get(0)?;
        let email = row.get::<Option<Vec<u8>>>(1)?.and_then(|bytes| Hash::from_bytes(&bytes));
        let (account, project): (Option<i64>, Option<String>) = (row.get(2)?, row.get(3)?);
        match (purpose.as_str(), email, account, project) {
            ("join", Some(email), _, Some(project)) => Ok(Self::Join { email, project }),
            ("recover", email, Some(account), _) => Ok(Self::Recover { email, account }),
            ("address", Some(email), Some(account), _) => Ok(Self::Address { email, account }),
            _ => Err(PeopleError::Unreadable("the purpose of a letter")),
        }
    }
}

/// What is kept of a code.
fn key(code: &Code) -> Hash {
    code.key("letter")
}

/// Makes a code; none if the address has had as many letters as it may have in an hour.
async fn make(step: &mut Step, purpose: &Purpose, good_for: i64, now: Moment) -> Result<Option<Code>, PeopleError> {
    let at = now.seconds();
    step.run(SWEEP, &[at.into(), (at - HOUR).into()]).await?;
    let (email, account, project) = match purpose {
        Purpose::Join { email, project } => (Some(*email), None, Some(project.as_str())),
        Purpose::Recover { email, account } => (*email, Some(*account), None),
        Purpose::Address { email, account } => (Some(*email), Some(*account), None),
    };
    if let Some(email) = email {
        let row = step.row(LATELY, &[email.into(), (at - HOUR).into()]).await?;
        if row.map_or(Ok(0), |row| row.get::<i64>(0))? >= MOST {
            return Ok(None);
        }
    }
    let code = Code::fresh()?;
    let values = [
        key(&code).into(),
        purpose.word().into(),
        Value::Bytes(email.map(|hash| hash.bytes().to_owned())),
        account.into(),
        project.into(),
        at.into(),
        (at + good_for).into(),
    ];
    step.run(ADD, &values).await?;
    Ok(Some(code))
}

/// What a code is for, if it is still good.
async fn good(step: &mut Step, code: &Code, now: Moment) -> Result<Purpose, PeopleError> {
    let row = step.row(READ, &[key(code).into()]).await?.ok_or(PeopleError::CodeRefused)?;
    let (expires, spent): (i64, Option<i64>) = (row.get(4)?, row.get(5)?);
    if spent.is_some() || expires <= now.seconds() {
        return Err(PeopleError::CodeRefused);
    }
    Purpose::read(&row)
}

async fn spend(step: &mut Step, code: &Code, now: Moment) -> Result<Purpose, PeopleError> {
    let purpose = good(step, code, now).await?;
    step.run(SPEND, &[key(code).into(), now.seconds().into()]).await?;
    Ok(purpose)
}

/// Nothing of the letters of an account stays when it is erased.
pub(super) async fn forget(step: &mut Step, account: i64) -> Result<(), PeopleError> {
    step.run(FORGET, &[account.into()]).await?;
    Ok(())
}

/// The account of an address, disabled or not: whoever was shut out does not come back by another letter.
async fn of_email(step: &mut Step, email: Hash) -> Result<Option<i64>, PeopleError> {
    Ok(step.row(OF_EMAIL, &[email.into()]).await?.map(|row| row.get(0)).transpose()?)
}

fn trace(account: i64, act: &'static str, project: Option<&str>, now: Moment) -> Trace {
    let project = project.map(str::to_owned);
    Trace { at: now, account: Some(account), act, project, entry: None, outcome: Outcome::Done }
}

/// What a person who joins chooses.
#[derive(Debug, Clone, Copy)]
pub struct Joining<'a> {
    /// The name to sign in by.
    pub name: &'a str,
    /// The password.
    pub password: &'a str,
    /// The pseudonym.
    pub pseudonym: &'a str,
}

/// What is to be written to an address that asked for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToWrite {
    /// This code.
    Code(Code),
    /// That there is an account already: no second one is made, and the address may ask for a new password.
    HasAccount,
    /// Nothing: there is nothing to say to this address, or it has had enough letters for an hour.
    Nothing,
}

impl ToWrite {
    /// What follows from the code that was made, and from whether the address is that of another account.
    fn of(code: Option<Code>, taken: bool) -> Self {
        match code {
            Some(_) if taken => Self::HasAccount,
            Some(code) => Self::Code(code),
            None => Self::Nothing,
        }
    }
}

impl Record {
    /// What is to be written to an address whose owner wants to join a project.
    pub async fn letter_to_join(
        &self,
        project: &str,
        address: &str,
        key: &EmailKey,
        now: Moment,
    ) -> Result<ToWrite, PeopleError> {
        let email = key.of(address)?;
        let mut step = self.writing().await?;
        let known = of_email(&mut step, email).await?.is_some();
        let code = make(&mut step, &Purpose::Join { email, project: project.to_owned() }, BY_MAIL, now).await?;
        step.commit().await?;
        Ok(ToWrite::of(code, known))
    }

    /// What is to be written to an address whose owner has forgotten name or password. Nobody learns from the answer to
    /// the form whether there is such an account.
    pub async fn letter_to_recover(
        &self,
        address: &str,
        key: &EmailKey,
        now: Moment,
    ) -> Result<(ToWrite, Option<String>), PeopleError> {
        let email = key.of(address)?;
        let mut step = self.writing().await?;
        let Some(account) = of_email(&mut step, email).await? else { return Ok((ToWrite::Nothing, None)) };
        let account::Account { name, disabled, .. } = account::must_exist(&mut step, account).await?;
        if disabled.is_some() {
            return Ok((ToWrite::Nothing, None));
        }
        let code = make(&mut step, &Purpose::Recover { email: Some(email), account }, BY_MAIL, now).await?;
        step.commit().await?;
        Ok((ToWrite::of(code, false), name))
    }

    /// A code for a letter on paper, with which the holder of an account chooses a new password.
    pub async fn letter_on_paper(&self, account: i64, now: Moment) -> Result<Code, PeopleError> {
        let mut step = self.writing().await?;
        account::must_exist(&mut step, account).await?;
        let code = make(&mut step, &Purpose::Recover { email: None, account }, ON_PAPER, now).await?;
        let act = Act::ManageAccounts.word();
        note(&mut step, &Trace { account: None, ..trace(account, act, None, now) }).await?;
        step.commit().await?;
        code.ok_or(PeopleError::Unreadable("a code"))
    }

    /// What is to be written to an address that the holder of an account wants to leave with it.
    pub async fn letter_of_address(
        &self,
        account: i64,
        address: &str,
        key: &EmailKey,
        now: Moment,
    ) -> Result<ToWrite, PeopleError> {
        let email = key.of(address)?;
        let mut step = self.writing().await?;
        let others = of_email(&mut step, email).await?.is_some_and(|number| number != account);
        let code = make(&mut step, &Purpose::Address { email, account }, BY_MAIL, now).await?;
        step.commit().await?;
        Ok(ToWrite::of(code, others))
    }

    /// Makes the account of a person who joins with the code of a letter, a participant in its project, and signs them in.
    /// Where something is wrong with name, pseudonym or password the code stays good.
    pub async fn join(&self, code: &Code, chosen: Joining<'_>, now: Moment) -> Result<(Token, Visit), PeopleError> {
        good(&mut self.reading().await?, code, now).await?;
        let (name, pseudonym) = (name::sign_in_name(chosen.name)?, name::pseudonym(chosen.pseudonym)?);
        password::check(chosen.password, &[&name, &pseudonym])?;
        let password = Some(password::hash(chosen.password).await?);
        let mut step = self.writing().await?;
        let Purpose::Join { email, project } = spend(&mut step, code, now).await? else {
            return Err(PeopleError::CodeRefused);
        };
        if of_email(&mut step, email).await?.is_some() {
            return Err(PeopleError::CodeRefused);
        }
        let row = NewRow { name: Some(name), pseudonym, password, email: Some(email), confirmed: Confirmed::Account };
        let number = account::add(&mut step, &row, now).await?;
        let grant = Grant { role: Role::Participant, at: Where::Project(project.clone()) };
        grant::give(&mut step, number, &grant, now).await?;
        let token = session::begin(&mut step, number, now).await?;
        note(&mut step, &trace(number, "join", Some(&project), now)).await?;
        let account = account::must_exist(&mut step, number).await?;
        step.commit().await?;
        Ok((token, Visit { account, grants: Grants { account: Some(number), held: vec![grant] } }))
    }

    /// Sets a new password with the code of a letter; every session ends, and no wait stands any more. Answers with the
    /// sign-in name.
    pub async fn recover(&self, code: &Code, new: &str, now: Moment) -> Result<Option<String>, PeopleError> {
        let mut step = self.reading().await?;
        let Purpose::Recover { account, .. } = good(&mut step, code, now).await? else {
            return Err(PeopleError::CodeRefused);
        };
        let account = account::must_exist(&mut step, account).await?;
        drop(step);
        let name = account.name.unwrap_or_default();
        password::check(new, &[&name, &account.pseudonym])?;
        let hashed = password::hash(new).await?;
        let mut step = self.writing().await?;
        spend(&mut step, code, now).await?;
        if account::must_exist(&mut step, account.number).await?.disabled.is_some() {
            return Err(PeopleError::CodeRefused);
        }
        set_password(&mut step, account.number, &hashed).await?;
        sign_in::forgive(&mut step, &name).await?;
        note(&mut step, &trace(account.number, "recover", None, now)).await?;
        step.commit().await?;
        Ok(Some(name).filter(|name| !name.is_empty()))
    }

    /// Keeps an address, as its keyed hash, with the account that asked for it.
    pub async fn keep_address(&self, account: i64, code: &Code, now: Moment) -> Result<(), PeopleError> {
        let mut step = self.writing().await?;
        match spend(&mut step, code, now).await? {
            Purpose::Address { email, account: asked } if asked == account => {
                if of_email(&mut step, email).await?.is_some_and(|number| number != account) {
                    return Err(PeopleError::CodeRefused);
                }
                step.run(SET_EMAIL, &[account.into(), email.into()]).await?;
            }
            _ => return Err(PeopleError::CodeRefused),
        }
        note(&mut step, &trace(account, Act::ChangeOwn.word(), None, now)).await?;
        Ok(step.commit().await?)
    }
}
