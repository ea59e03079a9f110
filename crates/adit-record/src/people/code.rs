//! Participation codes: made in batches, printed, handed out at meetings. Each is spent once, to begin a session under a
//! pseudonym of its own or to confirm one contribution. Only hashes are kept.

use crate::code::Code;
use crate::hash::Hash;
use crate::moment::Moment;
use crate::people::account::{self, NewRow};
use crate::people::grant::{self, Grant, Grants, Role, Where};
use crate::people::session::{self, Token, Visit};
use crate::people::trail::{Trace, note};
use crate::people::{Act, Outcome, PeopleError};
use crate::record::Record;
use crate::store::Step;
use crate::voice::Confirmed;

/// What stands about the codes of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeFate {
    /// How many were made.
    pub made: i64,
    /// How many are spent.
    pub spent: i64,
    /// How many are over without being spent.
    pub over: i64,
}

const ADD: &str = "INSERT INTO participation_codes (code, project, made, made_by, expires, spent, spent_for) \
     VALUES ($1, $2, $3, $4, $5, NULL, NULL)";
const READ: &str = "SELECT project, expires, spent_for, spent FROM participation_codes WHERE code = $1";
const SPEND: &str = "UPDATE participation_codes SET spent = $2, spent_for = $3 WHERE code = $1 AND spent IS NULL";
const COUNTS: &str = "SELECT count(*), count(spent), \
     count(CASE WHEN spent IS NULL AND expires <= $2 THEN 1 END) FROM participation_codes WHERE project = $1";

/// What is kept of a code. The project is not in it, as a person who signs in has only the slip in hand.
fn key(code: &Code) -> Hash {
    code.key("participation")
}

/// Spends a code; its project. `form` names what it is spent for: the same form again is not refused.
async fn spend(step: &mut Step, code: &Code, form: Option<Hash>, now: Moment) -> Result<String, PeopleError> {
    let row = step.row(READ, &[key(code).into()]).await?.ok_or(PeopleError::CodeRefused)?;
    let (project, expires): (String, i64) = (row.get(0)?, row.get(1)?);
    let (spent_for, spent): (Option<Vec<u8>>, Option<i64>) = (row.get(2)?, row.get(3)?);
    if spent.is_some() {
        let again = form.is_some() && spent_for.as_deref() == form.as_ref().map(Hash::bytes);
        return if again { Ok(project) } else { Err(PeopleError::CodeRefused) };
    }
    if expires <= now.seconds() {
        return Err(PeopleError::CodeRefused);
    }
    // A session is a form of its own, which never comes twice.
    let form = form.unwrap_or(Hash::ZERO);
    step.run(SPEND, &[key(code).into(), now.seconds().into(), form.into()]).await?;
    Ok(project)
}

impl Record {
    /// Makes codes for a project. They are told now and never again.
    pub async fn make_codes(
        &self,
        project: &str,
        count: usize,
        expires: Moment,
        by: Option<i64>,
        now: Moment,
    ) -> Result<Vec<Code>, PeopleError> {
        let mut step = self.writing().await?;
        let mut codes = Vec::with_capacity(count);
        for _ in 0..count {
            let code = Code::fresh()?;
            let values = [key(&code).into(), project.into(), now.seconds().into(), by.into(), expires.seconds().into()];
            step.run(ADD, &values).await?;
            codes.push(code);
        }
        note(&mut step, &trace(by, Act::GiveCodes.word(), project, Outcome::Done, now)).await?;
        step.commit().await?;
        Ok(codes)
    }

    /// Spends a code on a session: a new account without name or password, a participant in the code's project, under a
    /// pseudonym that says nothing about the person.
    pub async fn enter_with_code(&self, code: &Code, now: Moment) -> Result<(Token, Visit), PeopleError> {
        let mut step = self.writing().await?;
        let project = spend(&mut step, code, None, now).await?;
        let pseudonym = format!("Participant {}", Code::fresh()?.to_string().get(..9).unwrap_or_default());
        let row = NewRow { name: None, pseudonym, password: None, email: None, confirmed: Confirmed::Code };
        let number = account::add(&mut step, &row, now).await?;
        let grant = Grant { role: Role::Participant, at: Where::Project(project.clone()) };
        grant::give(&mut step, number, &grant, now).await?;
        let token = session::begin(&mut step, number, now).await?;
        note(&mut step, &trace(Some(number), "enter-with-code", &project, Outcome::Done, now)).await?;
        let account = account::must_exist(&mut step, number).await?;
        step.commit().await?;
        Ok((token, Visit { account, grants: Grants { account: Some(number), held: vec![grant] } }))
    }

    /// Spends a code on one contribution to a project. The receipt code of the form that carries it makes sending the form
    /// again harmless: the same code with the same receipt is taken as the same contribution.
    pub async fn confirm_with_code(
        &self,
        project: &str,
        code: &Code,
        receipt: &Code,
        now: Moment,
    ) -> Result<(), PeopleError> {
        let mut step = self.writing().await?;
        let of = spend(&mut step, code, Some(receipt.key(project)), now).await?;
        if of != project {
            // Undone with the step: a code that was typed on the wrong page is not lost.
            return Err(PeopleError::CodeRefused);
        }
        note(&mut step, &trace(None, "spend-code", project, Outcome::Done, now)).await?;
        Ok(step.commit().await?)
    }

    /// How many codes of a project were made and spent.
    pub async fn codes(&self, project: &str, now: Moment) -> Result<CodeFate, PeopleError> {
        let mut step = self.reading().await?;
        let row = step.row(COUNTS, &[project.into(), now.seconds().into()]).await?;
        let row = row.ok_or(PeopleError::Unreadable("a count"))?;
        Ok(CodeFate { made: row.get(0)?, spent: row.get(1)?, over: row.get(2)? })
    }
}

fn trace(account: Option<i64>, act: &'static str, project: &str, outcome: Outcome, now: Moment) -> Trace {
    Trace { at: now, account, act, project: Some(project.to_owned()), entry: None, outcome }
}
