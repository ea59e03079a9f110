//! A round: a question, open for a time. Its criteria are weighed by what matters to participants, or its statements are
//! voted on: agree, disagree, pass.
//!
//! What is asked ([`Definition`]) is the payload of the first entry of the round's own chain, so that it cannot be changed
//! once answers have come; each [`Ballot`] is one more, and closing writes the [`Tally`].

mod ballot;
mod decide;
mod definition;
mod file;
mod tally;

pub use ballot::{Ballot, Said, Trouble, Vote};
pub(crate) use decide::{Cast, Change, cast, close, in_public, open, state, taking, withdraw};
pub use definition::{Alternative, Better, Criterion, Definition, Group, Statement, Voters, is_id};
pub use file::{FileTrouble, read as read_file};
pub use tally::{Counted, Tally};
pub(crate) use tally::{counted, definition, undone, verify_round};

/// Where a round is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It opens later.
    Announced,
    /// It takes answers.
    Open,
    /// Its time is over, but it is not closed: no answers, no result yet.
    Ended,
    /// Closed: the tally is in the chain, and results may be told.
    Closed,
}

impl State {
    /// The word of programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::Open => "open",
            Self::Ended => "ended",
            Self::Closed => "closed",
        }
    }
}
