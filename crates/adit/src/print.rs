//! Answers on standard output: tables for people, JSON and CSV for programs.

use std::io::{IsTerminal, Write};

use adit_answer::tables::{ColumnKind, PlainTable};
use adit_figure::terminal::Terminal;
use comfy_table::{
    Attribute, Cell, CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, Table,
    TableStyle, Width,
};
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

/// A document as JSON, written as it is walked: a large one is never held twice.
pub fn json_streamed(document: &impl serde::Serialize) -> Result<(), Stop> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    serde_json::to_writer_pretty(&mut out, document).map_err(std::io::Error::from)?;
    writeln!(out)?;
    out.flush()?;
    Ok(())
}

/// A table for people, as wide as the terminal allows; columns without any content are left out.
pub fn table(table: &PlainTable) -> Result<(), Stop> {
    let all: Vec<(&str, &str)> =
        table.columns.iter().map(|column| (column.id.as_str(), column.label.as_str())).collect();
    columns(table, &all)
}

/// The columns of a table that people need on a terminal, by id, each under a header short enough for it; programs get
/// all of them. Words wrap where the terminal is narrow, numbers never do.
pub fn columns(table: &PlainTable, wanted: &[(&str, &str)]) -> Result<(), Stop> {
    let lines: Vec<Vec<String>> = table.lines().collect();
    let says_something =
        |at: usize| lines.is_empty() || lines.iter().any(|line| !matches!(line[at].as_str(), "" | "–"));
    let position = |id: &str| table.columns.iter().position(|column| column.id == id);
    let shown: Vec<(usize, &str)> = wanted
        .iter()
        .filter_map(|(id, label)| position(id).filter(|&at| says_something(at)).map(|at| (at, *label)))
        .collect();
    let mut drawn = Table::new();
    drawn.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    let terminal = std::io::stdout().is_terminal();
    if !terminal {
        drawn.force_no_tty().set_width(terminal_width());
    }
    let head = |label: &str| if terminal { Cell::new(label).add_attribute(Attribute::Bold) } else { Cell::new(label) };
    drawn.set_header(shown.iter().map(|(_, label)| head(label)));
    for line in &lines {
        drawn.add_row(shown.iter().map(|&(at, _)| Cell::new(&line[at])));
    }
    for (place, &(at, label)) in shown.iter().enumerate() {
        let Some(column) = drawn.column_mut(place) else { continue };
        column.set_padding((0, 1));
        let widest = lines.iter().map(|line| line[at].chars().count()).max().unwrap_or(0).max(label.chars().count());
        let numbers = matches!(table.columns[at].kind, ColumnKind::Number | ColumnKind::Bounds);
        if numbers {
            column.set_cell_alignment(CellAlignment::Right);
        }
        // Room for the longest word at least, so that no word is broken.
        let needed = if numbers || widest <= NARROW { widest } else { longest_word(&lines, at, label) };
        let width = u16::try_from(needed + 1).unwrap_or(u16::MAX);
        column.set_constraint(if needed == widest {
            ColumnConstraint::Absolute(Width::Fixed(width))
        } else {
            ColumnConstraint::LowerBoundary(Width::Fixed(width))
        });
    }
    text(&drawn.to_string().lines().map(str::trim_end).collect::<Vec<_>>().join("\n"))
}

/// Columns of words at most this wide never wrap.
const NARROW: usize = 14;

fn longest_word(lines: &[Vec<String>], at: usize, label: &str) -> usize {
    let words = lines.iter().flat_map(|line| line[at].split_whitespace()).chain(label.split_whitespace());
    words.map(|word| word.chars().count()).max().unwrap_or(0)
}

/// Columns of the terminal, or of `COLUMNS`; 80 where nothing says.
pub fn terminal_width() -> u16 {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|width| *width >= 40).unwrap_or(80)
}

/// How figures are drawn here: as wide as the terminal, in colour only on one that has not asked for none.
pub fn terminal() -> Terminal {
    let colour = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    Terminal { columns: usize::from(terminal_width()), colour }
}

/// Lines broken at words so that none is longer than the terminal is wide.
pub fn wrapped(line: &str, indent: usize) -> String {
    let width = usize::from(terminal_width()).saturating_sub(indent).max(30);
    let pad = " ".repeat(indent);
    let mut lines: Vec<String> = Vec::new();
    let mut now = String::new();
    // Not at thin spaces: they hold a number and its unit together.
    for word in line.split([' ', '\n']).filter(|word| !word.is_empty()) {
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
