//! The duties as a table.

use super::{ObligationEntry, ObligationsAnswer};
use crate::tables::{Cell, Column, PlainTable};

/// All duties, in the order of the answer.
pub fn obligations(answer: &ObligationsAnswer) -> PlainTable {
    of(answer, |_| true)
}

/// The duties that are wanted.
pub fn of(answer: &ObligationsAnswer, wanted: impl Fn(&ObligationEntry) -> bool) -> PlainTable {
    let row = |entry: &ObligationEntry| {
        vec![
            Cell::text(&*entry.id),
            Cell::words(entry.due.as_deref()),
            Cell::text(entry.who.replace('-', " ")),
            Cell::text(&*entry.what),
            Cell::text(&*entry.rule),
            Cell::text(&*entry.basis),
            Cell::words(entry.trigger.as_deref()),
            Cell::text(&*entry.state),
            Cell::text(&*entry.version),
            Cell::words(entry.note.as_deref()),
            Cell::words(entry.why.as_deref()),
        ]
    };
    PlainTable {
        name: "obligations".to_owned(),
        title: format!("Obligations under Regulation (EU) 2024/1252 as of {}", answer.as_of),
        columns: vec![
            Column::text("id", "Id"),
            Column::text("due", "Due"),
            Column::text("who", "Who"),
            Column::text("what", "What"),
            Column::text("rule", "Rule"),
            Column::text("basis", "Basis"),
            Column::text("trigger", "Trigger"),
            Column::text("state", "State"),
            Column::text("version", "Version"),
            Column::text("note", "Note"),
            Column::text("why", "Why"),
        ],
        rows: answer.obligations.iter().filter(|entry| wanted(entry)).map(row).collect(),
        notes: answer.notes.clone(),
    }
}
