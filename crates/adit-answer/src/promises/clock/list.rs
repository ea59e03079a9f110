//! The clocks that come with adit.

use serde::Serialize;
use utoipa::ToSchema;

use adit_facts::law::Date;
use adit_facts::law::clock_file::{ClockFile, EXAMPLES};
use adit_model::clock::{Law, Reading, run};

use crate::promises::words::iso;
use crate::session::FORMAT;
use crate::tables::{Cell, Column, PlainTable};

/// Clocks to look at.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ClocksAnswer {
    /// Form of the document.
    pub format: u32,
    /// The clocks.
    pub clocks: Vec<ClockEntry>,
}

/// A clock that comes with adit.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ClockEntry {
    /// Id, as in `adit clock extraction`.
    pub clock: String,
    /// Name of its project.
    pub name: String,
    /// Country.
    pub country: Option<String>,
    /// Calendar end of the time limit for the decision.
    pub due: Option<String>,
    /// End after weekends and public holidays.
    pub effective: Option<String>,
}

pub(crate) fn answer(law: &Law, as_of: Date) -> ClocksAnswer {
    let entry = |example: &adit_facts::law::clock_file::Example| {
        let (file, _) = ClockFile::parse(example.text, example.id).ok()?;
        let clock = run(&file, law, Reading::default(), as_of);
        let decision = clock.deadline("comprehensive-decision");
        Some(ClockEntry {
            clock: example.id.to_owned(),
            name: file.project.name,
            country: file.project.country,
            due: iso(decision.and_then(|deadline| deadline.due)),
            effective: iso(decision.and_then(|deadline| deadline.effective)),
        })
    };
    ClocksAnswer { format: FORMAT, clocks: EXAMPLES.iter().filter_map(entry).collect() }
}

/// The clocks as a table.
pub fn table(answer: &ClocksAnswer) -> PlainTable {
    let row = |entry: &ClockEntry| {
        vec![
            Cell::text(&*entry.clock),
            Cell::text(&*entry.name),
            Cell::words(entry.country.as_deref()),
            Cell::words(entry.due.as_deref()),
            Cell::words(entry.effective.as_deref()),
        ]
    };
    PlainTable {
        name: "clocks".to_owned(),
        title: "Clocks that come with adit".to_owned(),
        columns: vec![
            Column::text("clock", "Clock"),
            Column::text("name", "Project"),
            Column::text("country", "Country"),
            Column::text("due", "Decision due"),
            Column::text("effective", "Effective"),
        ],
        rows: answer.clocks.iter().map(row).collect(),
        notes: vec!["Made up, except barroso; each file says what it shows.".to_owned()],
    }
}
