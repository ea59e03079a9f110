//! The answers of adit as documents: one JSON shape for the command line, HTTP and whatever else asks.
//!
//! A [`Session`] is an immutable snapshot of facts; each of its methods answers one question with one document. Fractions
//! are 0..1, what is unknown is `null`, numbers are unrounded, and every document carries `"format": 1`. Every number
//! has an id under which [`Session::why`] opens its derivation.

mod asked;
pub mod audit;
pub mod chain;
pub mod choose;
mod conflicts;
pub mod error;
pub mod explain;
pub mod facts;
mod figures;
pub mod finding;
pub mod flips;
pub mod history;
mod house;
pub mod id;
mod inputs;
pub mod materials;
pub mod meta;
mod names;
pub mod outlook;
pub mod promises;
pub mod question;
pub mod risk;
pub mod session;
mod sheet;
mod study_findings;
pub mod suppliers;
pub mod tables;
pub mod why;
pub mod workbook;

pub use error::{AnswerError, Class};
pub use question::{Draws, Question, RiskQuestion};
pub use session::{FORMAT, Session};
