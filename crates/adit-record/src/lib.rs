//! What people said, kept: rounds in which participants weigh criteria, on SQLite and on PostgreSQL.
//!
//! A round is a chain of entries ([`chain`]): its opening with what is asked, one entry for each answer or withdrawal, and
//! its closing with the tally. Entries are appended and never changed; each commits to its content with a salt of its own.
//! A participant leaves with a receipt and a code of 80 bits, by which they find their answer in the chain, and change or
//! withdraw it once while the round is open. No name, address or account is asked, and none is stored.
//!
//! [`Record`] is what the server and the command line use. Two databases stand behind it ([`store::Ledger`]); what may
//! be added is decided in pure functions from what stands, so both databases keep the same rules.

pub mod attachment;
pub mod chain;
mod code;
mod error;
mod hash;
pub mod ledger;
mod moment;
pub mod people;
mod random;
mod record;
pub mod round;
pub mod store;
pub mod voice;

pub use code::{Code, NotACode};
pub use error::RecordError;
pub use hash::{Hash, NotAHash};
pub use moment::{Day, Moment, NotAMoment};
pub use record::{Fate, Inclusion, Receipt, Record, Round};
