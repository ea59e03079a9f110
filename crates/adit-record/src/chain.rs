//! Chains of entries: append-only, each entry naming the hash of the one before.
//!
//! A payload (what was said) is committed as SHA-256(salt || stored bytes) with a random salt of 256 bits, so that the
//! chain itself tells nothing, and still verifies when a payload is gone. An entry's hash covers its chain, its sequence
//! number, the hash before, its public header (kind and day) and that commitment, as the text of [`Entry::preimage`]:
//! anyone can compute it with `sha256sum`.

use crate::error::RecordError;
use crate::hash::Hash;
use crate::moment::Moment;
use crate::random;

mod verify;

pub use verify::{Flaw, Verdict, verify};

/// What an entry is, in its public header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A round was opened: the payload says what is asked.
    Opened,
    /// A ballot, or another in place of an earlier one.
    Ballot,
    /// A ballot is withdrawn by the person who gave it.
    Withdrawal,
    /// A round was closed: the payload is the tally.
    Closed,
}

impl Kind {
    /// The word in the header.
    pub fn word(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Ballot => "ballot",
            Self::Withdrawal => "withdrawal",
            Self::Closed => "closed",
        }
    }

    fn read(word: &str) -> Option<Self> {
        [Self::Opened, Self::Ballot, Self::Withdrawal, Self::Closed].into_iter().find(|kind| kind.word() == word)
    }
}

/// The public part of a chain's entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Place in the chain, from 1.
    pub sequence: i64,
    /// Hash of the entry before; zeros for the first.
    pub previous: Hash,
    /// The public fields as they are hashed: `kind ...` and `day ...`, a line each.
    pub header: String,
    /// SHA-256(salt || stored bytes) of the payload.
    pub commitment: Hash,
    /// Hash of all of these; the newest entry's is the head of the chain.
    pub hash: Hash,
}

impl Entry {
    /// The text whose SHA-256 is the entry's hash.
    pub fn preimage(&self, chain: &str) -> String {
        let Self { sequence, previous, header, commitment, .. } = self;
        format!(
            "adit entry 1\nchain {chain}\nsequence {sequence}\nprevious {previous}\n{header}\ncommitment {commitment}\n"
        )
    }

    /// What the entry is, if its header says so in the one way there is.
    pub fn kind(&self) -> Option<Kind> {
        self.fields().and_then(|(kind, _)| Kind::read(kind))
    }

    /// The word of its kind.
    pub fn word(&self) -> Option<&str> {
        self.fields().map(|(kind, _)| kind)
    }

    /// The day of the entry, as `2026-12-24`.
    pub fn day(&self) -> Option<&str> {
        self.fields().map(|(_, day)| day)
    }

    fn fields(&self) -> Option<(&str, &str)> {
        let (kind, day) = self.header.split_once('\n')?;
        Some((kind.strip_prefix("kind ")?, day.strip_prefix("day ")?))
    }
}

/// What an entry commits to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payload {
    /// 256 random bits, so that nobody can try texts until one fits the commitment.
    pub salt: Hash,
    /// The bytes as they were given.
    pub stored: Vec<u8>,
}

impl Payload {
    /// Bytes with a fresh salt.
    pub fn new(stored: Vec<u8>) -> Result<Self, RecordError> {
        let salt: [u8; 32] = random::bytes()?;
        let salt = Hash::from_bytes(&salt).ok_or_else(|| RecordError::NoRandomness("too few bytes".to_owned()))?;
        Ok(Self { salt, stored })
    }

    /// SHA-256(salt || stored bytes).
    pub fn commitment(&self) -> Hash {
        Hash::of(&[self.salt.bytes(), &self.stored])
    }
}

/// An entry with its payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The public part.
    pub entry: Entry,
    /// What it commits to; none where it is not there.
    pub payload: Option<Payload>,
}

/// The newest entry of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its place.
    pub sequence: i64,
    /// Its hash.
    pub hash: Hash,
}

/// The entry that follows a head.
pub fn next(chain: &str, head: Option<Head>, kind: Kind, day: Moment, payload: Payload) -> Link {
    let entry = follow(chain, head, kind.word(), &day.day(), payload.commitment());
    Link { entry, payload: Some(payload) }
}

/// The public part of the entry that follows a head.
pub(crate) fn follow(chain: &str, head: Option<Head>, kind: &str, day: &str, commitment: Hash) -> Entry {
    let (sequence, previous) = head.map_or((1, Hash::ZERO), |head| (head.sequence + 1, head.hash));
    let header = format!("kind {kind}\nday {day}");
    let mut entry = Entry { sequence, previous, header, commitment, hash: Hash::ZERO };
    entry.hash = Hash::of(&[entry.preimage(chain).as_bytes()]);
    entry
}
