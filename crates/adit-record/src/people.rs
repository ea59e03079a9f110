//! People: accounts, what they may do, how they sign in, codes handed out at meetings, and the trail of acts.
//!
//! Nothing here is in a chain. What can be guessed is kept only as its hash: passwords by argon2id, tokens of sessions and
//! codes (random, so that a plain hash is enough), e-mail addresses under a key that stands outside the database. An
//! account is named by its number in the trail and by its pseudonym in the record; the row that joins the two is all that
//! there is of the link, and erasing the account destroys it.

mod account;
mod code;
mod email;
mod grant;
mod identity;
mod letter;
mod may;
mod name;
mod own;
mod password;
mod session;
mod sign_in;
mod trail;

pub use account::{Account, NewAccount};
pub use email::EmailKey;
pub use grant::{Grant, Grants, Role, Where};
pub use identity::Identity;
pub use letter::{BY_MAIL, Joining, ON_PAPER, ToWrite};
pub use may::{Act, Place, Refusal, may};
pub use own::OwnData;
pub use session::{ABSOLUTE, IDLE, Token, Visit};
pub use sign_in::Waiting;
pub use trail::{Outcome, Trace, Traced};

pub use code::CodeFate;

use crate::error::RecordError;

/// Why something about people cannot be done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PeopleError {
    /// The record failed.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// A name cannot be used to sign in.
    #[error("a sign-in name has 3 to 64 letters, digits and . _ - @")]
    Name,
    /// A pseudonym cannot be shown.
    #[error("a pseudonym has 2 to 40 letters, digits, spaces and . _ - '")]
    Pseudonym,
    /// Another account signs in by that name.
    #[error("there is already an account with that sign-in name")]
    NameTaken,
    /// Another account speaks or spoke under that pseudonym.
    #[error("that pseudonym is taken, or was once; each belongs to one account for ever")]
    PseudonymTaken,
    /// The password is too easily guessed.
    #[error("{0}")]
    WeakPassword(&'static str),
    /// Name or password is wrong, or the account is disabled: the three are told alike.
    #[error("name or password is not right")]
    NotSignedIn,
    /// Too many tries: when the next is looked at.
    #[error("too many tries at signing in with this name; the next is looked at in {} seconds", .0.seconds)]
    Wait(Waiting),
    /// There is no such account.
    #[error("there is no such account")]
    NoSuchAccount,
    /// The code is unknown, spent or over: the three are told alike.
    #[error("this code is not known here, was used before, or is over")]
    CodeRefused,
    /// One account cannot hold both roles at one place.
    #[error("a clerk never acts as company or authority: one account cannot hold both roles at the same place")]
    RolesClash,
    /// A stored value cannot be what was written.
    #[error("the row of an account cannot be read: {0}")]
    Unreadable(&'static str),
    /// An e-mail address has no form that could be one.
    #[error("\"{0}\" is no e-mail address")]
    NotAnAddress(String),
    /// The password could not be hashed.
    #[error("the password cannot be hashed: {0}")]
    Hashing(String),
    /// A file of keys cannot be read or made.
    #[error("the key file {0} cannot be read or made: {1}")]
    KeyFile(String, String),
}
