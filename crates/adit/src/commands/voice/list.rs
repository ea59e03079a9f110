//! Which records there are, and what stands in one.

use adit_answer::tables::{Cell, Column, PlainTable};
use adit_record::voice::Contribution;
use serde_json::json;

use crate::args::{Format, Global, VoiceList};
use crate::outcome::Stop;
use crate::print;

pub async fn run(global: &Global, call: &VoiceList) -> Result<(), Stop> {
    let record = super::record(&call.at).await?;
    // Counts of entries are far below 2^53.
    let number = |count: i64| Cell::plain(Some(count as f64));
    let Some(project) = &call.project else {
        let projects = record.projects().await?;
        if global.format == Format::Json {
            let rows =
                projects.iter().map(|(id, head)| json!({"project": id, "entries": head.sequence, "head": head.hash}));
            return print::json(&json!({"format": 1, "projects": rows.collect::<Vec<_>>()}));
        }
        let rows = projects
            .into_iter()
            .map(|(id, head)| vec![Cell::text(id), number(head.sequence), Cell::text(head.hash.to_string())]);
        let columns = vec![
            Column::text("project", "Project"),
            Column::number("entries", "Entries", ""),
            Column::text("head", "Head"),
        ];
        return show(global, "projects", "Records of projects", columns, rows.collect());
    };
    let told = record.entries_since(project, 0).await?;
    let words = |stored: &Option<Vec<u8>>| {
        let said = stored.as_deref().and_then(Contribution::read);
        said.and_then(|said| said.said.words().map(str::to_owned)).unwrap_or_default()
    };
    if global.format == Format::Json {
        let rows = told.iter().map(|told| {
            json!({
                "entry": told.sequence, "kind": told.kind, "day": told.day, "erased": told.stored.is_none(),
                "words": words(&told.stored), "commitment": told.commitment, "hash": told.hash,
            })
        });
        return print::json(&json!({"format": 1, "project": project, "entries": rows.collect::<Vec<_>>()}));
    }
    let rows = told.iter().map(|told| {
        let words = if told.stored.is_none() { "(erased)".to_owned() } else { words(&told.stored) };
        vec![number(told.sequence), Cell::text(told.kind.clone()), Cell::text(told.day.clone()), Cell::text(words)]
    });
    let columns = vec![
        Column::number("entry", "Entry", ""),
        Column::text("kind", "Kind"),
        Column::text("day", "Day"),
        Column::text("words", "Words"),
    ];
    show(global, "entries", &format!("The record of {project}"), columns, rows.collect())
}

fn show(global: &Global, name: &str, title: &str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Result<(), Stop> {
    let table = PlainTable { name: name.to_owned(), title: title.to_owned(), columns, rows, notes: Vec::new() };
    if global.format == Format::Csv {
        return print::text(&table.to_csv());
    }
    if table.rows.is_empty() {
        return print::text("No record was opened yet.");
    }
    print::table(&table)
}
