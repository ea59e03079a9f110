//! Answers of the Promises room: what the law requires by when, and who is late.
//!
//! Dates are ISO dates (`2028-04-17`); what is unknown is null. Articles are of Regulation (EU) 2024/1252 unless another
//! act is named.

pub mod clock;
pub mod ical;
pub mod obligations;
pub mod opinions;
pub mod page;
pub mod plan;
pub(crate) mod words;

pub use adit_model::clock::counting::add_days as day_after;
pub use adit_model::understand::reading::pages_per_day;
pub use words::day;
