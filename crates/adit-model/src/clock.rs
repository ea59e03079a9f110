//! **What does the law require of this project by when, and who is late?**
//!
//! - `calendar`: public holidays and working days of a country.
//! - `counting`: how periods of Union law are counted (Regulation (EEC, Euratom) No 1182/71).
//! - `process`: a clock file as a process: stops, consultations, extensions, where it stood at its recognition.
//! - `stops`: days that do not count, united.
//! - `deadlines`: every deadline of Regulation (EU) 2024/1252, Art. 8, 11 and 12, with its end.
//! - `breaches`: what the events themselves show to be against a rule.
//! - `projection`: when the decision may come, by assumed lengths of the steps that remain.
//! - `obligations`: everything due under the Act as of a day.
//!
//! No system time: the day is always an argument. Articles are of Regulation (EU) 2024/1252 unless another act is named.
//!
//! # Order
//! Months by the calendar first, then the days on which the clock stood still, then the move off a weekend or public
//! holiday: `due` is before that move, `effective` after it, `latest` is `due` with the longest extension.

pub mod breaches;
pub mod calendar;
pub mod counting;
pub mod deadlines;
pub mod duties;
mod extensions;
mod found;
pub mod law;
pub mod obligations;
pub mod process;
pub mod projection;
pub mod readings;
pub mod rules;
mod steps;
pub mod stops;
pub mod workings;

pub use breaches::Breach;
pub use calendar::Calendar;
pub use deadlines::{Deadline, State};
pub use law::Law;
pub use process::Process;
pub use readings::Reading;

use adit_facts::law::Date;
use adit_facts::law::clock_file::ClockFile;

/// A process, computed: deadlines and what follows from them.
#[derive(Debug, Clone, PartialEq)]
pub struct Clock {
    /// The process.
    pub process: Process,
    /// Deadlines, the decision first, then by day.
    pub deadlines: Vec<Deadline>,
    /// What the events show to be against a rule.
    pub breaches: Vec<Breach>,
    /// Other readings of the decision, side by side; empty where there is only one.
    pub readings: Vec<readings::OtherReading>,
    /// Duties without a date.
    pub duties: Vec<duties::Duty>,
    /// What must be said beside the dates.
    pub notes: Vec<String>,
}

/// Computes the clock of a file as of a day, under a reading of what the law leaves open.
pub fn run(file: &ClockFile, law: &Law, reading: Reading, as_of: Date) -> Clock {
    let process = Process::of(file, law, reading, as_of);
    let found = deadlines::all(&process, law);
    let readings = readings::others(file, law, reading, as_of, &found.deadlines);
    let mut breaches = found.breaches;
    breaches.extend(breaches::all(&process, &found.deadlines));
    breaches.sort_by(|a, b| (a.on, &a.rule, &a.text).cmp(&(b.on, &b.rule, &b.text)));
    breaches.dedup();
    let mut notes = process.notes.clone();
    notes.extend(found.notes);
    Clock { duties: duties::of(&process), deadlines: found.deadlines, breaches, readings, notes, process }
}

impl Clock {
    /// A deadline by its id.
    pub fn deadline(&self, id: &str) -> Option<&Deadline> {
        self.deadlines.iter().find(|deadline| deadline.id == id)
    }
}
