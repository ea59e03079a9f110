//! **What do people agree on, and what divides them?** Statements to agree, disagree or pass, without averaging anyone
//! away.
//!
//! - [`groups`]: groups of opinion, found from the votes alone: who votes alike stands near each other.
//! - [`statements`]: what each group says to each statement, what all groups can live with, and what divides them.
//! - [`between`]: what may still be told of a statement that people voted on before.
//! - [`reading`]: how much there is to read, and in how many days.
//!
//! Nothing of fewer than five people is told ([`crate::protect`]), and nothing here is a measure of acceptance.

pub mod between;
pub mod groups;
pub mod reading;
pub mod statements;
pub mod votes;

mod cluster;
mod components;

pub use between::{Told, withhold};
pub use groups::{Groups, NoGroups, Opinion, Placed, find};
pub use statements::{Statement, Tally, tell};
pub use votes::{Vote, Votes, VotesError};
