//! The record of a project: a chain of sealed entries, one for each contribution.
//!
//! What somebody says enters the chain of its project, `project:ID`, as a commitment; the words stand beside it, sealed
//! under a key of their own ([`seal`]), and the keys stand in another place than the words. To erase is to destroy salt,
//! words and key: the chain still verifies, and an older copy of the record stays unreadable. Order is by sequence; an
//! entry's day never goes back, even when the machine's clock does.
//!
//! The heads of all projects go into a chain of the house, signed ([`SignedHead`]), and from there out of the house.

use crate::chain::{Entry, Head, Payload, follow};
use crate::code::Code;
use crate::error::RecordError;
use crate::hash::Hash;
use crate::moment::Moment;
use crate::record::{Record, ledger};
use crate::round::is_id;
use crate::store::{Addition, Ask, Erased, Kept, Place, Vault};
use crate::voice::{Contribution, Heard, Kind};

mod backup;
mod contribution_file;
mod erase;
mod export;
mod files;
mod head;
mod house;
mod seal;
mod verify;

pub use backup::Restored;
pub use contribution_file::read_contribution;
pub use export::{EXPORT_FORMAT, ExportVerdict, verify_export};
pub use files::{Draft, Given, QUOTA};
pub(crate) use head::KeyFile;
pub use head::{NotAHead, PublicKey, Seen, Signed, SignedHead};
pub use house::{HOUSE, Published};
pub use seal::ContentKey;

/// What stands before the id of a project in the name of its chain.
const PROJECT: &str = "project:";

/// The chain of a project.
pub fn chain_of(project: &str) -> String {
    format!("{PROJECT}{project}")
}

/// What became of an entry that was given: proof that it is in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its place in the chain.
    pub sequence: i64,
    /// What it committed to.
    pub commitment: Hash,
    /// Its hash, which was the head of the chain when it was added.
    pub hash: Hash,
    /// Its day, as `2026-12-24`.
    pub day: String,
    /// The machine's clock showed a day before that of the entry before: the entry carries the later one.
    pub clock_was_back: bool,
    /// The head, signed.
    pub head: SignedHead,
}

/// An entry as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its place in the chain.
    pub sequence: i64,
    /// The word of its kind, by the public header.
    pub kind: String,
    /// Its day, by the public header.
    pub day: String,
    /// When, to the second: it stands beside the chain, not in it.
    pub at: Moment,
    /// The stored bytes; none if they were erased.
    pub stored: Option<Vec<u8>>,
    /// What it committed to.
    pub commitment: Hash,
    /// Its hash.
    pub hash: Hash,
}

impl Told {
    /// As the fold of a project hears it; none if this version does not know such a kind.
    pub fn heard(&self) -> Option<Heard> {
        let contribution = self.stored.as_deref().and_then(Contribution::read);
        Some(Heard {
            sequence: self.sequence,
            kind: Kind::read(&self.kind)?,
            at: self.at,
            hash: self.hash,
            contribution,
        })
    }
}

/// An entry that wants in.
pub(crate) struct New<'a> {
    pub chain: &'a str,
    pub kind: &'a str,
    pub stored: &'a [u8],
    pub code: Option<Hash>,
    pub expected: Option<i64>,
    pub file: Option<&'a Given>,
    pub now: Moment,
}

/// What was decided: the entry, and whether the clock was back.
#[derive(Clone)]
pub(crate) struct Step {
    pub entry: Entry,
    pub clock_was_back: bool,
}

impl Record {
    /// Opens the record of a project with its description.
    pub async fn open_project(&self, project: &str, stored: &[u8], now: Moment) -> Result<Written, RecordError> {
        if !is_id(project) {
            return Err(RecordError::NotAnId(project.to_owned()));
        }
        let chain = chain_of(project);
        let new =
            New { chain: &chain, kind: Kind::Project.word(), stored, code: None, expected: None, file: None, now };
        let exists = || RecordError::ProjectExists(project.to_owned());
        self.add(&new, |place| if place.head.is_some() { Err(exists()) } else { Ok(()) }).await
    }

    /// Adds an entry. The same receipt code with the same content again is the same form sent twice: it is recorded once.
    pub async fn append(
        &self,
        project: &str,
        kind: Kind,
        stored: Vec<u8>,
        receipt: Option<&Code>,
        now: Moment,
    ) -> Result<Written, RecordError> {
        self.append_if(project, None, kind, stored, receipt, now).await
    }

    /// The same, if nobody has added an entry since `expected` was the newest: of two clerks at the same entry the second
    /// is told.
    pub async fn append_if(
        &self,
        project: &str,
        expected: Option<i64>,
        kind: Kind,
        stored: Vec<u8>,
        receipt: Option<&Code>,
        now: Moment,
    ) -> Result<Written, RecordError> {
        self.write(project, &Draft { kind, stored, receipt, expected, file: None }, now).await
    }

    /// The same, with the file that comes with the entry.
    pub async fn write(&self, project: &str, draft: &Draft<'_>, now: Moment) -> Result<Written, RecordError> {
        draft.fits()?;
        let Draft { kind, stored, receipt, expected, file } = draft;
        let chain = chain_of(project);
        let code = receipt.map(|code| code.key(&chain));
        let new = New { chain: &chain, kind: kind.word(), stored, code, expected: *expected, file: *file, now };
        self.add(&new, |place| in_project(project, place)).await
    }

    /// The entries after one, by sequence; all of them after 0.
    pub async fn entries_since(&self, project: &str, after: i64) -> Result<Vec<Told>, RecordError> {
        let chain = chain_of(project);
        let (head, entries) = ledger!(self, ledger => ledger.kept(&chain, after).await)?;
        if head.is_none() {
            return Err(RecordError::NoSuchProject(project.to_owned()));
        }
        Ok(entries.into_iter().map(|kept| told(&chain, kept)).collect())
    }

    /// The entry of a receipt code.
    pub async fn by_receipt(&self, project: &str, code: &Code) -> Result<Told, RecordError> {
        let chain = chain_of(project);
        let ask = Ask::Code(code.key(&chain));
        let place = ledger!(self, ledger => ledger.place(&chain, ask).await)?;
        in_project(project, &place)?;
        place.asked.map(|kept| told(&chain, kept)).ok_or(RecordError::UnknownCode)
    }

    /// Every project with the head of its chain, by id.
    pub async fn projects(&self) -> Result<Vec<(String, Head)>, RecordError> {
        let chains = ledger!(self, ledger => ledger.chains().await)?;
        let project = |(chain, head): (String, Head)| Some((chain.strip_prefix(PROJECT)?.to_owned(), head));
        Ok(chains.into_iter().filter_map(project).collect())
    }

    /// The head of a project's chain, signed.
    pub async fn signed_head(&self, project: &str) -> Result<SignedHead, RecordError> {
        let chain = chain_of(project);
        let place = ledger!(self, ledger => ledger.place(&chain, Ask::Nothing).await)?;
        let head = place.head.ok_or_else(|| RecordError::NoSuchProject(project.to_owned()))?;
        Ok(self.head_key.key()?.head(&chain, head))
    }

    /// Adds an entry where `may` allows it.
    async fn add(
        &self,
        new: &New<'_>,
        may: impl Fn(&Place) -> Result<(), RecordError> + Sync,
    ) -> Result<Written, RecordError> {
        // A key that cannot be used must not be found out after the entry stands.
        let key = self.head_key.key()?;
        let ask = new.code.map_or(Ask::Nothing, Ask::Code);
        let decide = |place: &Place| {
            may(place)?;
            decide(new, place, None)
        };
        let step: Step = ledger!(self, ledger => ledger.add(new.chain, ask, &decide).await)?;
        let head = Head { sequence: step.entry.sequence, hash: step.entry.hash };
        Ok(written(&step, key.head(new.chain, head)))
    }
}

fn in_project(project: &str, place: &Place) -> Result<(), RecordError> {
    if place.head.is_some() { Ok(()) } else { Err(RecordError::NoSuchProject(project.to_owned())) }
}

pub(crate) fn written(step: &Step, head: SignedHead) -> Written {
    let Entry { sequence, commitment, hash, .. } = step.entry;
    let day = step.entry.day().unwrap_or_default().to_owned();
    Written { sequence, commitment, hash, day, clock_was_back: step.clock_was_back, head }
}

/// The entry that follows, sealed; nothing is added when the same form was sent before.
pub(crate) fn decide(
    new: &New<'_>,
    place: &Place,
    erases: Option<Erased>,
) -> Result<(Option<Addition>, Step), RecordError> {
    if let Some(kept) = place.asked.as_ref().filter(|_| place.by_code) {
        let same = kept.entry.word() == Some(new.kind)
            && payload(new.chain, kept).is_some_and(|payload| payload.stored == new.stored);
        let step = Step { entry: kept.entry.clone(), clock_was_back: false };
        return if same { Ok((None, step)) } else { Err(RecordError::AlreadySent) };
    }
    let found = place.head.map_or(0, |head| head.sequence);
    if let Some(expected) = new.expected.filter(|&expected| expected != found) {
        return Err(RecordError::Moved { expected, found });
    }
    let clock = new.now.day();
    let clock_was_back = place.day.as_ref().is_some_and(|before| *before > clock);
    let (day, at) = match place.day.as_ref().filter(|_| clock_was_back) {
        Some(before) => (before.as_str(), Moment::parse(before).unwrap_or(new.now)),
        None => (clock.as_str(), new.now),
    };
    let payload = Payload::new(new.stored.to_vec())?;
    let entry = follow(new.chain, place.head, new.kind, day, payload.commitment());
    let key = ContentKey::fresh()?;
    let sealed = seal::seal(&key, new.chain, entry.sequence, &payload)?;
    let file = new.file.map(|given| given.sealed(&key, new.chain, entry.sequence)).transpose()?;
    let step = Step { entry: entry.clone(), clock_was_back };
    Ok((Some(Addition { entry, at, sealed, key, code: new.code, erases, file }), step))
}

/// The content of an entry; none if it is not there, or cannot be opened with its key.
pub(crate) fn payload(chain: &str, kept: &Kept) -> Option<Payload> {
    seal::unseal(kept.key.as_ref()?, chain, kept.entry.sequence, kept.sealed.as_deref()?)
}

pub(crate) fn told(chain: &str, kept: Kept) -> Told {
    let stored = payload(chain, &kept).map(|payload| payload.stored);
    let Kept { entry, at, .. } = kept;
    let word = |word: Option<&str>| word.unwrap_or_default().to_owned();
    let (kind, day) = (word(entry.word()), word(entry.day()));
    Told { sequence: entry.sequence, kind, day, at, stored, commitment: entry.commitment, hash: entry.hash }
}
