//! The first sheet of a workbook, as people paste it: cells that are merged, numbers as text, rows and columns left blank.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Dimensions, Reader, Xlsx, XlsxError};

use crate::finding::Finding;

/// Largest workbook, in bytes; it is compressed, and a hundred thousand weight vectors fit.
const LARGEST: usize = 16 * 1024 * 1024;

/// Most cells that hold anything.
const MOST_CELLS: usize = 20_000_000;

/// Furthest column that is read, as many as a sheet has.
const COLUMNS: usize = 16_384;

/// Rows of the first sheet that have anything in them: their numbers from 1, and their cells as text.
///
/// A merged area has its value in every cell: whoever merges three cells of a column `group` means it for three rows.
pub fn rows(bytes: Vec<u8>) -> Result<Vec<(u64, Vec<String>)>, Finding> {
    if bytes.len() > LARGEST {
        let says = format!("is a workbook of more than {} MiB", LARGEST / (1024 * 1024));
        return Err(Finding::error("file.too-large", says).hint("save the sheet as CSV in UTF-8"));
    }
    let unreadable = |error: &XlsxError| {
        Finding::error("weights.not-readable", format!("is not a workbook that can be read: {error}"))
            .hint("save it again as xlsx, or as CSV in UTF-8")
    };
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let Some(name) = book.sheet_names().first().cloned() else {
        return Err(Finding::error("file.empty", "is a workbook without sheets").hint("add one with a table"));
    };
    let merged = book.merge_cells_by_sheet_name(&name).map_err(|error| unreadable(&error))?;
    let mut cells = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(&name).map_err(|error| unreadable(&error))?;
    let mut seen = 0;
    while let Some(cell) = reader.next_cell().map_err(|error| unreadable(&error))? {
        seen += 1;
        if seen > MOST_CELLS {
            let says = format!("has more than {MOST_CELLS} cells");
            return Err(Finding::error("file.too-large", says).hint("check that it is the file you meant"));
        }
        let text = text(cell.get_value());
        if !text.is_empty() {
            cells.insert(cell.get_position(), text);
        }
    }
    spread(&merged, &mut cells);
    Ok(by_row(cells))
}

fn by_row(cells: BTreeMap<(u32, u32), String>) -> Vec<(u64, Vec<String>)> {
    let mut rows: Vec<(u64, Vec<String>)> = Vec::new();
    for ((row, column), text) in cells {
        let (line, column) = (u64::from(row) + 1, column as usize);
        if column >= COLUMNS {
            continue;
        }
        if rows.last().is_none_or(|(last, _)| *last != line) {
            rows.push((line, Vec::new()));
        }
        if let Some((_, row)) = rows.last_mut() {
            row.resize(column, String::new());
            row.push(text);
        }
    }
    rows
}

/// Writes the value of a merged area into the cells of its first column, down to the last row of the sheet that has
/// anything: only there does a merged cell stand for several rows. Across columns it is a title.
fn spread(merged: &[Dimensions], cells: &mut BTreeMap<(u32, u32), String>) {
    let last = cells.last_key_value().map_or(0, |(&(row, _), _)| row);
    for area in merged {
        let (row, column) = area.start;
        let Some(text) = cells.get(&area.start).cloned() else { continue };
        if area.end.1 == column {
            for below in row.saturating_add(1)..=area.end.0.min(last) {
                cells.entry((below, column)).or_insert_with(|| text.clone());
            }
        }
    }
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(value) => format!("the date {value}"),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => format!("the date {text}"),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// The address of a cell, as `B3`: 1-based row, column from 0.
pub fn address(row: u64, column: usize) -> String {
    let mut letters = String::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).map_or('A', |at| char::from(b'A' + at));
        letters.insert(0, letter);
        left = (left - 1) / 26;
    }
    format!("{letters}{row}")
}
