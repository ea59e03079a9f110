//! The trail of acts: when, which account, what, in which project, at which entry, and whether it was done. Never what
//! was said. Rows are only appended; the database refuses anything else.

use crate::moment::Moment;
use crate::people::PeopleError;
use crate::record::Record;
use crate::store::Step;

/// How an act ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was not allowed.
    Refused,
    /// It was allowed and did not succeed.
    Failed,
}

impl Outcome {
    /// The word of the trail.
    pub fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }
}

/// One act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// When.
    pub at: Moment,
    /// Which account; none for a reader, and for the command line.
    pub account: Option<i64>,
    /// What, as [`Act::word`](super::Act::word), or `sign-in`, `sign-out`, `enter-with-code`, `spend-code`,
    /// `join`, `recover`.
    pub act: &'static str,
    /// In which project.
    pub project: Option<String>,
    /// At which entry of its chain.
    pub entry: Option<i64>,
    /// How it ended.
    pub outcome: Outcome,
}

/// One act as it is read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traced {
    /// Its place in the trail, from 1.
    pub number: i64,
    /// When.
    pub at: Moment,
    /// Which account.
    pub account: Option<i64>,
    /// What.
    pub act: String,
    /// In which project.
    pub project: Option<String>,
    /// At which entry.
    pub entry: Option<i64>,
    /// How it ended: `done`, `refused` or `failed`.
    pub outcome: String,
}

const ADD: &str = "INSERT INTO audit_trail (number, at, account, act, project, entry, outcome) \
     SELECT COALESCE(MAX(number), 0) + 1, $1, $2, $3, $4, $5, $6 FROM audit_trail";
const READ: &str = "SELECT number, at, account, act, project, entry, outcome FROM audit_trail \
     WHERE number < $1 AND ($2 IS NULL OR project = $2) AND ($3 IS NULL OR account = $3) ORDER BY number DESC LIMIT $4";

/// Writes an act within the step that does it, so that neither stands without the other.
pub(super) async fn note(step: &mut Step, trace: &Trace) -> Result<(), PeopleError> {
    let Trace { at, account, act, project, entry, outcome } = trace;
    let values = [
        at.seconds().into(),
        (*account).into(),
        (*act).into(),
        project.as_deref().into(),
        (*entry).into(),
        outcome.word().into(),
    ];
    step.run(ADD, &values).await?;
    Ok(())
}

impl Record {
    /// Writes an act that was done elsewhere, or refused.
    pub async fn note(&self, trace: &Trace) -> Result<(), PeopleError> {
        let mut step = self.writing().await?;
        note(&mut step, trace).await?;
        Ok(step.commit().await?)
    }

    /// The newest acts before a number (none: the newest of all), at most so many, of one project or account if asked.
    pub async fn trail(
        &self,
        before: Option<i64>,
        project: Option<&str>,
        account: Option<i64>,
        most: i64,
    ) -> Result<Vec<Traced>, PeopleError> {
        let mut step = self.reading().await?;
        trail(&mut step, before, project, account, most).await
    }
}

pub(super) async fn trail(
    step: &mut Step,
    before: Option<i64>,
    project: Option<&str>,
    account: Option<i64>,
    most: i64,
) -> Result<Vec<Traced>, PeopleError> {
    let values = [before.unwrap_or(i64::MAX).into(), project.into(), account.into(), most.into()];
    let mut acts = Vec::new();
    for row in step.rows(READ, &values).await? {
        acts.push(Traced {
            number: row.get(0)?,
            at: Moment::from_seconds(row.get(1)?),
            account: row.get(2)?,
            act: row.get(3)?,
            project: row.get(4)?,
            entry: row.get(5)?,
            outcome: row.get(6)?,
        });
    }
    Ok(acts)
}
