//! Answers on standard output: tables for people, JSON and CSV for programs.

use std::io::{IsTerminal, Write};

use adit_answer::tables::{ColumnKind, PlainTable};
use comfy_table::{Attribute, Cell, CellAlignment, ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle};
use serde_json::Value;

use crate::outcome::Stop;

/// One line under the header, nothing else.
const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::new(' ', ' ', ' '))
    .header_separator(LineStyle::new('─', '─', '─', '─'))
    .content_lines(ContentLineStyle::new(' ', ' ', ' '));

/// A text with its end of line.
pub fn text(text: &str) -> Result<(), Stop> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", text.trim_end_matches('\n'))?;
    Ok(())
}

/// A note for people, on standard error.
pub fn note(quiet: bool, text: &str) -> Result<(), Stop> {
    if !quiet {
        writeln!(std::io::stderr().lock(), "{text}")?;
    }
    Ok(())
}

/// A document as JSON.
pub fn json(document: &impl serde::Serialize) -> Result<(), Stop> {
    let value: Value = serde_json::to_value(document).map_err(anyhow::Error::from)?;
    text(&serde_json::to_string_pretty(&value).map_err(anyhow::Error::from)?)
}

/// A table for people, as wide as the terminal allows; columns without any content are left out.
pub fn table(table: &PlainTable) -> Result<(), Stop> {
    let all: Vec<&str> = table.columns.iter().map(|column| column.id.as_str()).collect();
    columns(table, &all)
}

/// The columns of a table that people need on a terminal, by their ids; programs get all of them.
pub fn columns(table: &PlainTable, wanted: &[&str]) -> Result<(), Stop> {
    let lines: Vec<Vec<String>> = table.lines().collect();
    let says_something =
        |at: usize| lines.is_empty() || lines.iter().any(|line| !matches!(line[at].as_str(), "" | "–"));
    let shown: Vec<usize> = (0..table.columns.len())
        .filter(|&at| wanted.contains(&table.columns[at].id.as_str()) && says_something(at))
        .collect();
    let mut drawn = Table::new();
    drawn.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    if !std::io::stdout().is_terminal() {
        drawn.force_no_tty().set_width(terminal_width());
    }
    let head = |label: &str| {
        let cell = Cell::new(label);
        if std::io::stdout().is_terminal() { cell.add_attribute(Attribute::Bold) } else { cell }
    };
    drawn.set_header(shown.iter().map(|&column| head(&table.columns[column].label)));
    for line in &lines {
        drawn.add_row(shown.iter().map(|&column| Cell::new(&line[column])));
    }
    for (at, &column) in shown.iter().enumerate() {
        if matches!(table.columns[column].kind, ColumnKind::Number | ColumnKind::Bounds)
            && let Some(drawn) = drawn.column_mut(at)
        {
            drawn.set_cell_alignment(CellAlignment::Right);
        }
    }
    text(&drawn.to_string())
}

/// Columns of the terminal, or of `COLUMNS`; 100 where nothing says.
pub fn terminal_width() -> u16 {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|width| *width >= 40).unwrap_or(100)
}

/// Lines broken at words so that none is longer than the terminal is wide.
pub fn wrapped(line: &str, indent: usize) -> String {
    let width = usize::from(terminal_width()).saturating_sub(indent).max(30);
    let pad = " ".repeat(indent);
    let mut lines: Vec<String> = Vec::new();
    let mut now = String::new();
    for word in line.split_whitespace() {
        if !now.is_empty() && now.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::take(&mut now));
        }
        if !now.is_empty() {
            now.push(' ');
        }
        now.push_str(word);
    }
    lines.push(now);
    lines.iter().map(|line| format!("{pad}{line}")).collect::<Vec<_>>().join("\n")
}
