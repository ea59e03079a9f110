//! What the law gives a person over their own account: all that is kept of it (Art. 15, 20 GDPR), and its erasure
//! (Art. 17).

use serde::Serialize;

use crate::error::RecordError;
use crate::moment::Moment;
use crate::people::trail::{Trace, note, trail};
use crate::people::{Act, Outcome, PeopleError, account, grant, identity, letter, session};
use crate::record::{Record, ledger};
use crate::store::Vault;

/// All that is kept of an account, as a document. Hashes of passwords and tokens are not in it: they tell nothing and
/// would help whoever steals the file.
#[derive(Debug, Clone, Serialize)]
pub struct OwnData {
    /// Version of this document.
    pub format: u32,
    /// The number of the account.
    pub account: i64,
    /// The sign-in name.
    pub sign_in_name: Option<String>,
    /// The pseudonym.
    pub pseudonym: String,
    /// How it is known that a person stands behind it.
    pub confirmed: &'static str,
    /// Whether the keyed hash of an e-mail address is kept.
    pub email_kept_as_keyed_hash: bool,
    /// Identities of other houses that sign in to it, each kept as a keyed hash.
    pub identities_kept_as_keyed_hash: i64,
    /// Whether a password is kept (as argon2id).
    pub password_kept_as_hash: bool,
    /// When it was made.
    pub created: Moment,
    /// When it was disabled.
    pub disabled: Option<Moment>,
    /// Roles and places.
    pub roles: Vec<OwnRole>,
    /// Sessions that are open.
    pub sessions: i64,
    /// Bytes of the files that it gave, as its quota counts them.
    pub bytes_of_files: i64,
    /// Its acts in the trail, the newest first, at most [`MOST`].
    pub trail: Vec<OwnAct>,
}

/// A role that is held.
#[derive(Debug, Clone, Serialize)]
pub struct OwnRole {
    /// The role.
    pub role: &'static str,
    /// Where: `project:ID`, `region:CODE` or `everywhere`.
    pub place: String,
}

/// An act.
#[derive(Debug, Clone, Serialize)]
pub struct OwnAct {
    /// When.
    pub at: Moment,
    /// What.
    pub act: String,
    /// In which project.
    pub project: Option<String>,
    /// At which entry.
    pub entry: Option<i64>,
    /// How it ended.
    pub outcome: String,
}

/// Most acts in an export.
const MOST: i64 = 100_000;

const KEPT: &str = "SELECT CASE WHEN email IS NULL THEN 0 ELSE 1 END, CASE WHEN password IS NULL THEN 0 ELSE 1 END \
     FROM accounts WHERE number = $1";
const MADE: &str = "SELECT created FROM accounts WHERE number = $1";
const NO_GRANTS: &str = "DELETE FROM grants WHERE account = $1";
const NO_ACCOUNT: &str = "DELETE FROM accounts WHERE number = $1";

impl Record {
    /// All that is kept of an account.
    pub async fn own_data(&self, number: i64) -> Result<OwnData, PeopleError> {
        let mut step = self.reading().await?;
        let account = account::must_exist(&mut step, number).await?;
        let kept = step.row(KEPT, &[number.into()]).await?.ok_or(PeopleError::NoSuchAccount)?;

        let held = grant::held(&mut step, number).await?;
        let roles = held.iter().map(|grant| OwnRole { role: grant.role.word(), place: grant.at.word() }).collect();
        let acts = trail(&mut step, None, None, Some(number), MOST).await?;
        let act = |act: crate::people::Traced| {
            let crate::people::Traced { at, act, project, entry, outcome, .. } = act;
            OwnAct { at, act, project, entry, outcome }
        };
        Ok(OwnData {
            format: 1,
            account: number,
            sign_in_name: account.name,
            pseudonym: account.pseudonym,
            confirmed: account.confirmed.word(),
            email_kept_as_keyed_hash: kept.get::<i32>(0)? == 1,
            identities_kept_as_keyed_hash: identity::count(&mut step, number).await?,
            password_kept_as_hash: kept.get::<i32>(1)? == 1,
            created: account.created,
            disabled: account.disabled,
            roles,
            sessions: session::count(&mut step, number).await?,
            bytes_of_files: self.files_of(number).await?,
            trail: acts.into_iter().map(act).collect(),
        })
    }

    /// Erases an account: name, password, e-mail hash, roles and sessions, and with the row the link from pseudonym to
    /// person. The trail keeps the number, the record keeps what was said under the pseudonym, and nobody is given either
    /// again. `by` is another account that does so on request; none if it is the person or the command line.
    ///
    /// That it was erased is remembered beside the keys, so that an older backup does not bring it back.
    pub async fn erase_account(&self, number: i64, by: Option<i64>, now: Moment) -> Result<(), PeopleError> {
        let made = account::must_exist(&mut self.reading().await?, number).await?.created;
        let mut keys = self.store.keys_writing().await?;
        let remember = match self.store.key_schema() {
            "" => "INSERT INTO erased_accounts (number, created) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            _ => "INSERT INTO adit_keys.erased_accounts (number, created) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        };
        keys.run(remember, &[number.into(), made.seconds().into()]).await?;
        keys.commit().await?;
        self.erase_row(number, by, now).await?;
        Ok(ledger!(self, ledger => ledger.sweep().await).map_err(|error| RecordError::NotSwept(Box::new(error)))?)
    }

    /// Erases again the accounts that were erased before, where an older copy of the record was put back, or where the
    /// machine stopped in between. Answers with how many.
    pub(crate) async fn replay_erased_accounts(&self, now: Moment) -> Result<usize, RecordError> {
        let remembered = match self.store.key_schema() {
            "" => "SELECT number, created FROM erased_accounts ORDER BY number",
            _ => "SELECT number, created FROM adit_keys.erased_accounts ORDER BY number",
        };
        let rows = self.store.keys_reading().await?.rows(remembered, &[]).await?;
        let (mut said, mut highest) = (0, 0);
        for row in rows {
            let (number, created): (i64, i64) = (row.get(0)?, row.get(1)?);
            highest = highest.max(number);
            let there = self.reading().await?.row(MADE, &[number.into()]).await?;
            let there = there.map(|row| row.get::<i64>(0)).transpose()?;
            if there != Some(created) {
                continue;
            }
            match self.erase_row(number, None, now).await {
                Ok(()) | Err(PeopleError::NoSuchAccount) => said += 1,
                Err(PeopleError::Record(error)) => return Err(error),
                Err(other) => return Err(RecordError::Unreplayed(other.to_string())),
            }
        }
        self.numbers_go_on_after(highest).await?;
        Ok(said)
    }

    /// The number of an account that is gone is given to nobody, also where an older copy knows of fewer.
    async fn numbers_go_on_after(&self, highest: i64) -> Result<(), RecordError> {
        let row = self.reading().await?.row("SELECT last FROM people_numbers", &[]).await?;
        let last: i64 = row.map_or(Ok(0), |row| row.get(0))?;
        if last < highest {
            let mut step = self.writing().await?;
            step.run("UPDATE people_numbers SET last = $1 WHERE last < $1", &[highest.into()]).await?;
            step.commit().await?;
        }
        Ok(())
    }

    async fn erase_row(&self, number: i64, by: Option<i64>, now: Moment) -> Result<(), PeopleError> {
        let mut step = self.writing().await?;
        account::must_exist(&mut step, number).await?;
        account::end_sessions(&mut step, number).await?;
        letter::forget(&mut step, number).await?;
        identity::forget(&mut step, number).await?;
        step.run(NO_GRANTS, &[number.into()]).await?;
        step.run(NO_ACCOUNT, &[number.into()]).await?;
        let trace = Trace {
            at: now,
            account: by.or(Some(number)),
            act: Act::EraseOwn.word(),
            project: None,
            entry: None,
            outcome: Outcome::Done,
        };
        note(&mut step, &trace).await?;
        Ok(step.commit().await?)
    }
}
