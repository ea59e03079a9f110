//! A clock as tables.

use super::{ClockAnswer, ClockDeadline};
use crate::tables::{Cell, Column, PlainTable};

/// The deadlines.
pub fn deadlines(answer: &ClockAnswer) -> PlainTable {
    let row = |deadline: &ClockDeadline| {
        vec![
            Cell::text(&*deadline.id),
            Cell::text(&*deadline.what),
            Cell::text(deadline.who.replace('-', " ")),
            Cell::words(deadline.due.as_deref()),
            Cell::words(deadline.effective.as_deref()),
            Cell::words(deadline.latest.as_deref()),
            Cell::words(deadline.earliest.as_deref()),
            Cell::text(&*deadline.state),
            Cell::words(deadline.done.as_deref()),
            Cell::text(&*deadline.rule),
            Cell::words(deadline.counted_from.as_deref()),
            Cell::plain(Some(f64::from(deadline.stopped_days))),
            Cell::plain(Some(f64::from(deadline.extended))),
            Cell::plain(deadline.length.map(f64::from)),
            Cell::text(&*deadline.unit),
            Cell::words(deadline.note.as_deref()),
            Cell::words(deadline.why.as_deref()),
        ]
    };
    PlainTable {
        name: "clock".to_owned(),
        title: format!("Deadlines of {} as of {}", answer.project.name, answer.as_of),
        columns: vec![
            Column::text("deadline", "Deadline"),
            Column::text("what", "What"),
            Column::text("who", "Who"),
            Column::text("due", "Due"),
            Column::text("effective", "Effective"),
            Column::text("latest", "Latest"),
            Column::text("earliest", "Earliest"),
            Column::text("state", "State"),
            Column::text("done", "Done"),
            Column::text("rule", "Rule"),
            Column::text("counted_from", "Counted from"),
            Column::number("stopped_days", "Stopped", "days"),
            Column::number("extended", "Extended", "1"),
            Column::number("length", "Length", "1"),
            Column::text("unit", "Unit"),
            Column::text("note", "Note"),
            Column::text("why", "Why"),
        ],
        rows: answer.deadlines.iter().map(row).collect(),
        notes: answer.notes.clone(),
    }
}

/// The readings of the decision.
pub fn readings(answer: &ClockAnswer) -> PlainTable {
    let row = |reading: &super::ClockReading| {
        vec![
            Cell::text(&*reading.reading),
            Cell::words(reading.due.as_deref()),
            Cell::words(reading.effective.as_deref()),
            Cell::words(reading.latest.as_deref()),
            Cell::plain(Some(f64::from(reading.stopped_days))),
            Cell::text(&*reading.rule),
            Cell::Flag(Some(reading.chosen)),
            Cell::text(&*reading.says),
        ]
    };
    PlainTable {
        name: "clock-readings".to_owned(),
        title: format!("Readings of the decision of {}", answer.project.name),
        columns: vec![
            Column::text("reading", "Reading"),
            Column::text("due", "Due"),
            Column::text("effective", "Effective"),
            Column::text("latest", "Latest"),
            Column::number("stopped_days", "Stopped", "days"),
            Column::text("rule", "Rule"),
            Column::flag("chosen", "Chosen"),
            Column::text("says", "Says"),
        ],
        rows: answer.readings.iter().map(row).collect(),
        notes: answer.notes.clone(),
    }
}
