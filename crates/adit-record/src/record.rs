//! The record as its users meet it: the server and the command line.

use std::path::{Path, PathBuf};

use crate::chain::{Entry, Flaw, Head, Link, Payload, Verdict};
use crate::code::Code;
use crate::error::RecordError;
use crate::hash::Hash;
use crate::ledger::{KeyFile, Told};
use crate::moment::Moment;
use crate::people::PeopleError;
use crate::round::{self, Ballot, Cast, Change, Counted, Definition, State, Voters};
use crate::store::{Ledger, Look, Postgres, RoundRow, Sqlite, Standing, Step};
use crate::voice::ProjectRecord;

/// The record, in whichever database it is kept.
#[derive(Debug, Clone)]
pub struct Record {
    pub(crate) store: Store,
    pub(crate) head_key: KeyFile,
}

/// A database.
#[derive(Debug, Clone)]
pub(crate) enum Store {
    /// In a file.
    Sqlite(Sqlite),
    /// In a PostgreSQL database.
    Postgres(Postgres),
}

/// Calls the same function of whichever database it is.
macro_rules! ledger {
    ($record:expr, $ledger:ident => $call:expr) => {
        match &$record.store {
            $crate::record::Store::Sqlite($ledger) => $call,
            $crate::record::Store::Postgres($ledger) => $call,
        }
    };
}

pub(crate) use ledger;

/// A round and where it is.
#[derive(Debug, Clone)]
pub struct Round {
    /// What it asks.
    pub asked: Definition,
    /// Where it is.
    pub state: State,
    /// When it was closed.
    pub closed_at: Option<Moment>,
}

/// Proof that an answer is in the chain: these three, and the code that belongs to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// What the entry committed to.
    pub commitment: Hash,
    /// The place of the entry in the chain.
    pub sequence: i64,
    /// The head of the chain when the answer was taken, which is the hash of its entry.
    pub head: Hash,
}

/// What has become of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It counts.
    Counts,
    /// It was withdrawn with its code.
    Withdrawn,
    /// Another took its place, with its code.
    Replaced,
}

/// What the person who holds a code may see: their own answer and its proof, and nothing of others.
#[derive(Debug, Clone)]
pub struct Inclusion {
    /// The proof.
    pub receipt: Receipt,
    /// The entry that the head is the hash of.
    pub entry: Entry,
    /// Salt and stored bytes of the answer, so that the commitment can be computed by anyone who holds them.
    pub payload: Payload,
    /// The answer.
    pub ballot: Ballot,
    /// What has become of it.
    pub fate: Fate,
    /// Everything that is wrong with the round's chain; empty if it holds.
    pub flaws: Vec<Flaw>,
}

impl Record {
    /// Opens `sqlite:FILE` or `postgres://...` and brings its tables up to date. The key that signs heads is looked for in
    /// `FILE.head-key` beside a file, else in `adit-head.key` of the working folder, when it is first needed.
    pub async fn open(url: &str) -> Result<Self, RecordError> {
        Self::open_with(url, None).await
    }

    /// The same, with the file of the key that signs heads.
    pub async fn open_with(url: &str, head_key: Option<&Path>) -> Result<Self, RecordError> {
        let mut beside = PathBuf::from("adit-head.key");
        let store = if let Some(file) = url.strip_prefix("sqlite:").filter(|file| !file.is_empty()) {
            let file = Path::new(file.strip_prefix("//").unwrap_or(file));
            beside = file.with_added_extension("head-key");
            Store::Sqlite(Sqlite::open(file).await?)
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Store::Postgres(Postgres::connect(url).await?)
        } else if let Some(rest) = url.strip_prefix("postgres:").or_else(|| url.strip_prefix("postgresql:")) {
            Store::Postgres(Postgres::connect(rest).await?)
        } else {
            return Err(RecordError::NoSuchKind(url.to_owned()));
        };
        let record = Self { store, head_key: KeyFile::at(head_key.map_or(beside, Path::to_owned)) };
        ledger!(record, ledger => ledger.migrate().await)?;
        // An erasure that was broken off between destroying a key and saying so is finished before anybody reads.
        record.replay_erasures(Moment::now()).await?;
        Ok(record)
    }

    /// Opens a round. One about a project needs its record, open to everybody, and the entries that its statements name.
    pub async fn open_round(&self, asked: &Definition, now: Moment) -> Result<Receipt, RecordError> {
        if let Some(project) = &asked.project {
            let told = self.entries_since(project, 0).await?;
            let record = ProjectRecord::of(project, told.iter().filter_map(Told::heard));
            round::in_public(asked, record.as_ref())?;
        }
        let look = Look::Codes(&asked.id, Vec::new());
        let decide = |standing: &Standing| round::open(standing, asked, now);
        let change: Change = ledger!(self, ledger => ledger.step(&look, &decide).await)?;
        Ok(receipt(&change.link))
    }

    /// Takes an answer under a code, in place of an earlier one if that one's code is given. The same answer under the same
    /// code again is the same form sent twice: it is recorded once.
    pub async fn cast(
        &self,
        round: &str,
        ballot: &Ballot,
        code: &Code,
        replaces: Option<&Code>,
        now: Moment,
    ) -> Result<Receipt, RecordError> {
        self.cast_with(round, ballot, code, replaces, None, now).await
    }

    /// The same, with the participation code that a round for holders of codes takes ([`Voters::Codes`]). It is spent with
    /// the form: the same form sent again spends nothing, and a changed answer needs no other.
    pub async fn cast_with(
        &self,
        round: &str,
        ballot: &Ballot,
        code: &Code,
        replaces: Option<&Code>,
        slip: Option<&Code>,
        now: Moment,
    ) -> Result<Receipt, RecordError> {
        let Round { asked, state, .. } = self.round(round, now).await?;
        if let (Voters::Codes, Some(project), None) = (asked.voters, &asked.project, replaces) {
            // Whatever would keep the answer from being taken is found before the code is spent.
            round::taking(state, asked.opens)?;
            let troubles = ballot.troubles(&asked);
            if !troubles.is_empty() {
                return Err(RecordError::Troubles(troubles));
            }
            let slip = slip.ok_or(RecordError::SlipNeeded)?;
            self.confirm_with_code(project, slip, code, now).await.map_err(|error| match error {
                PeopleError::Record(error) => error,
                _ => RecordError::SlipRefused,
            })?;
        }
        let codes = [Some(code), replaces].into_iter().flatten().map(|code| code.key(round)).collect();
        let look = Look::Codes(round, codes);
        let cast = Cast { round, ballot, code, replaces, now };
        let decide = |standing: &Standing| round::cast(standing, &cast);
        let change: Change = ledger!(self, ledger => ledger.step(&look, &decide).await)?;
        Ok(receipt(&change.link))
    }

    /// Withdraws the answer of a code.
    pub async fn withdraw(&self, round: &str, code: &Code, now: Moment) -> Result<(), RecordError> {
        let key = code.key(round);
        let look = Look::Codes(round, vec![key]);
        let decide = |standing: &Standing| round::withdraw(standing, round, key, now);
        let _: Change = ledger!(self, ledger => ledger.step(&look, &decide).await)?;
        Ok(())
    }

    /// Closes a round; what is answered is the head that the closing made.
    pub async fn close_round(&self, round: &str, now: Moment) -> Result<Receipt, RecordError> {
        let look = Look::All(round);
        let decide = |standing: &Standing| round::close(standing, round, now);
        let change: Change = ledger!(self, ledger => ledger.step(&look, &decide).await)?;
        Ok(receipt(&change.link))
    }

    /// All rounds, the latest to close first. Of those about a project, whoever shows them looks first whether its record is
    /// still open to everybody.
    pub async fn rounds(&self, now: Moment) -> Result<Vec<Round>, RecordError> {
        let rows = ledger!(self, ledger => ledger.rounds().await)?;
        rows.iter().map(|(row, first)| of(row, std::slice::from_ref(first), now)).collect()
    }

    /// One round.
    pub async fn round(&self, round: &str, now: Moment) -> Result<Round, RecordError> {
        let standing = self.look(&Look::Codes(round, Vec::new()), round).await?;
        standing.round.as_ref().map_or_else(missing(round), |row| of(row, &standing.links, now))
    }

    /// The head of a round's chain.
    pub async fn head(&self, round: &str) -> Result<Head, RecordError> {
        let standing = self.look(&Look::Codes(round, Vec::new()), round).await?;
        standing.head.map_or_else(missing(round), Ok)
    }

    /// The answer of a code, with the proof that it is in the chain.
    pub async fn inclusion(&self, round: &str, code: &Code) -> Result<Inclusion, RecordError> {
        let standing = self.look(&Look::All(round), round).await?;
        let key = code.key(round);
        let held = standing.receipts.iter().find(|receipt| receipt.code == key).ok_or(RecordError::UnknownCode)?;
        let flaws = flaws(round, &standing, None);
        let link = standing.links.iter().find(|link| link.entry.sequence == held.sequence);
        let own = link.and_then(|link| {
            let payload = link.payload.clone()?;
            Some((link, Ballot::read(&payload.stored)?, payload))
        });
        let Some((link, ballot, payload)) = own else { return Err(RecordError::Damaged(flaws)) };
        let spent = held.spent_by.and_then(|by| standing.links.iter().find(|link| link.entry.sequence == by));
        let fate = match spent.map(|link| link.entry.kind()) {
            None => Fate::Counts,
            Some(Some(crate::chain::Kind::Withdrawal)) => Fate::Withdrawn,
            Some(_) => Fate::Replaced,
        };
        Ok(Inclusion { receipt: receipt(link), entry: link.entry.clone(), payload, ballot, fate, flaws })
    }

    /// How many answers count at present.
    pub async fn count(&self, round: &str) -> Result<usize, RecordError> {
        let count = ledger!(self, ledger => ledger.count(round).await)?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// The answers of a closed round that count. They are there to be summed up for groups of five and more, and for
    /// nothing else: no surface may show one of them.
    pub async fn counted(&self, round: &str) -> Result<Vec<Counted>, RecordError> {
        let standing = self.look(&Look::All(round), round).await?;
        if standing.round.as_ref().is_none_or(|row| row.closed_by.is_none()) {
            return Err(RecordError::NotClosed);
        }
        Ok(round::counted(&standing.links))
    }

    /// Computes everything of a round's chain again; `seen` is a head that was given out earlier.
    pub async fn verify(&self, round: &str, seen: Option<Hash>) -> Result<Verdict, RecordError> {
        let standing = self.look(&Look::All(round), round).await?;
        let head = standing.links.last().map(|link| Head { sequence: link.entry.sequence, hash: link.entry.hash });
        Ok(Verdict { head, flaws: flaws(round, &standing, seen) })
    }

    /// A step on rows that reads.
    pub(crate) async fn reading(&self) -> Result<Step, RecordError> {
        ledger!(self, ledger => ledger.reading().await)
    }

    /// A step on rows that writes, with nobody between.
    pub(crate) async fn writing(&self) -> Result<Step, RecordError> {
        ledger!(self, ledger => ledger.writing().await)
    }

    async fn look(&self, look: &Look<'_>, round: &str) -> Result<Standing, RecordError> {
        let standing = ledger!(self, ledger => ledger.look(look).await)?;
        if standing.round.is_none() && standing.links.is_empty() {
            return Err(RecordError::NoSuchRound(round.to_owned()));
        }
        Ok(standing)
    }
}

/// What is wrong with a chain, and with what is looked up beside it.
fn flaws(round: &str, standing: &Standing, seen: Option<Hash>) -> Vec<Flaw> {
    let mut flaws = round::verify_round(round, &standing.links, standing.head, seen).flaws;
    let undone = round::undone(&standing.links);
    for receipt in &standing.receipts {
        if receipt.spent_by != undone.get(&receipt.sequence).copied() {
            let at = receipt.sequence;
            flaws.push(Flaw::Index(format!("the receipt of entry {at} does not say what became of it by the chain")));
        }
    }
    let closing = standing.links.iter().find(|link| link.entry.kind() == Some(crate::chain::Kind::Closed));
    let closing = closing.map(|link| link.entry.sequence);
    if standing.round.as_ref().and_then(|row| row.closed_by) != closing {
        flaws.push(Flaw::Index("whether the round is closed is not what the chain says".to_owned()));
    }
    flaws
}

fn receipt(link: &Link) -> Receipt {
    let Entry { commitment, sequence, hash: head, .. } = link.entry;
    Receipt { commitment, sequence, head }
}

fn of(row: &RoundRow, links: &[Link], now: Moment) -> Result<Round, RecordError> {
    let asked = round::definition(links).ok_or_else(|| RecordError::Damaged(vec![Flaw::OutOfPlace(1)]))?;
    Ok(Round { asked, state: round::state(row, now), closed_at: row.closed_at })
}

fn missing<T>(round: &str) -> impl FnOnce() -> Result<T, RecordError> {
    let round = round.to_owned();
    move || Err(RecordError::NoSuchRound(round))
}
