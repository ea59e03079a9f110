//! Does a chain hold? Every hash is computed again, and a head that was seen before must still be in it.

use std::fmt;

use crate::chain::{Head, Link};
use crate::hash::Hash;

/// One thing that is wrong with a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Flaw {
    /// An entry is missing where the numbers jump.
    Gap {
        /// The number that should stand there.
        expected: i64,
        /// The number that does.
        found: i64,
    },
    /// An entry does not name the hash of the one before.
    Unlinked(i64),
    /// An entry's hash is not that of its fields.
    Changed(i64),
    /// A payload is not what its entry committed to.
    PayloadChanged(i64),
    /// A payload is not there.
    PayloadMissing(i64),
    /// A payload is there and cannot be opened: it was changed, or its key was.
    Unopened(i64),
    /// The file that came with an entry is not there.
    FileMissing(i64),
    /// The file that came with an entry is another than it named, or cannot be opened.
    FileChanged(i64),
    /// The chain's row names another head than its last entry.
    HeadElsewhere {
        /// What the row says.
        stored: Option<i64>,
        /// The last entry.
        last: Option<i64>,
    },
    /// A head that was given out is not in the chain: entries were rewritten, or its tail was cut.
    HeadNotFound(Hash),
    /// An entry's words cannot be read, or stand where such an entry cannot stand.
    OutOfPlace(i64),
    /// The tally is not that of the ballots.
    Tally(i64),
    /// An entry's day is before that of the entry before it.
    DayBack(i64),
    /// An entry says that a content was erased, and it is still there.
    NotErased(i64),
    /// A signature is not that of the key that it names, or the key is not the house's.
    Signature(String),
    /// A head that the house published is not in the chain.
    PublishedHead {
        /// The entry that it named.
        sequence: i64,
        /// Its hash.
        hash: Hash,
    },
    /// What is looked up beside the chain does not say what the chain says.
    Index(String),
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gap { expected, found } => {
                write!(f, "entry {expected} is missing: entry {found} stands in its place")
            }
            Self::Unlinked(at) => write!(f, "entry {at} does not name the hash of the entry before it"),
            Self::Changed(at) => write!(f, "entry {at} was changed: its hash is not that of its fields"),
            Self::PayloadChanged(at) => {
                write!(f, "the content of entry {at} was changed: it is not what the entry committed to")
            }
            Self::PayloadMissing(at) => write!(f, "the content of entry {at} is missing"),
            Self::Unopened(at) => {
                write!(f, "the content of entry {at} cannot be opened: it or its key was changed or lost")
            }
            Self::FileMissing(at) => write!(f, "the file of entry {at} is missing"),
            Self::FileChanged(at) => {
                write!(f, "the file of entry {at} was changed: it is not the one that the entry names")
            }
            Self::HeadElsewhere { stored, last } => {
                let said = |at: &Option<i64>| at.map_or("none".to_owned(), |at| at.to_string());
                write!(f, "the newest entry should be {} and is {}: the tail was cut", said(stored), said(last))
            }
            Self::HeadNotFound(head) => {
                write!(f, "the head {head} is not in this chain: entries were rewritten, or the tail was cut")
            }
            Self::OutOfPlace(at) => write!(f, "entry {at} cannot be read or cannot stand there"),
            Self::Tally(at) => write!(f, "the tally in entry {at} is not that of the ballots"),
            Self::DayBack(at) => write!(f, "the day of entry {at} is before that of the entry before it"),
            Self::NotErased(at) => write!(f, "the content of entry {at} was erased by the record, and is there"),
            Self::PublishedHead { sequence, hash } => {
                write!(
                    f,
                    "the house published {hash} as entry {sequence}, and it is not: entries were rewritten or cut"
                )
            }
            Self::Signature(says) | Self::Index(says) => f.write_str(says),
        }
    }
}

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The newest entry, by its own fields.
    pub head: Option<Head>,
    /// Everything that is wrong; empty if the chain holds.
    pub flaws: Vec<Flaw>,
}

impl Verdict {
    /// Whether nothing is wrong.
    pub fn holds(&self) -> bool {
        self.flaws.is_empty()
    }
}

/// Computes every hash of a chain again. `links` are all its entries by sequence, `stored` the head that its row names, and
/// `seen` a head that was given out earlier (in a receipt, on a page).
pub fn verify(chain: &str, links: &[Link], stored: Option<Head>, seen: Option<Hash>) -> Verdict {
    let mut flaws = Vec::new();
    let (mut expected, mut previous) = (1, Hash::ZERO);
    for Link { entry, payload } in links {
        let at = entry.sequence;
        if at != expected {
            flaws.push(Flaw::Gap { expected, found: at });
        }
        if entry.previous != previous {
            flaws.push(Flaw::Unlinked(at));
        }
        if Hash::of(&[entry.preimage(chain).as_bytes()]) != entry.hash {
            flaws.push(Flaw::Changed(at));
        }
        match payload {
            Some(payload) if payload.commitment() != entry.commitment => flaws.push(Flaw::PayloadChanged(at)),
            Some(_) => {}
            None => flaws.push(Flaw::PayloadMissing(at)),
        }
        (expected, previous) = (at + 1, entry.hash);
    }
    let head = links.last().map(|link| Head { sequence: link.entry.sequence, hash: link.entry.hash });
    if head != stored {
        let place = |head: Option<Head>| head.map(|head| head.sequence);
        flaws.push(Flaw::HeadElsewhere { stored: place(stored), last: place(head) });
    }
    if let Some(seen) = seen.filter(|seen| !links.iter().any(|link| link.entry.hash == *seen)) {
        flaws.push(Flaw::HeadNotFound(seen));
    }
    Verdict { head, flaws }
}
