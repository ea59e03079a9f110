//! The law as data: obligations, time limits of permits, rules of counting, public holidays, and the files in which a
//! project's events, or what a plan provides, are written down.
//!
//! Every rule stands in the tables of the data package in our own words with article, paragraph and point. What a date comes
//! out as is computed by the models; here it is only read.

pub mod clock_file;
pub mod counting;
mod day;
pub mod holidays;
pub mod obligations;
pub mod plan_file;
pub mod time_limits;

pub use counting::CountingRule;
pub use holidays::{Holiday, When};
pub use jiff::civil::Date;
pub use obligations::{Basis, Obligation, Party};
pub use time_limits::{OfStage, OfStatus, StopKind, TimeLimit, Unit};

use crate::chain::rows::Record;

/// A cell of a date column; `None` where it is blank. What is no date was refused at the door.
fn date(record: &Record<'_>, column: &str) -> Option<Date> {
    Date::strptime("%Y-%m-%d", record.text(column)).ok()
}

/// A cell's words, where there are any.
fn words(record: &Record<'_>, column: &str) -> Option<String> {
    record.some(column).map(str::to_owned)
}
