//! Tables of facts: CSV text parsed against a schema, with every problem found at once and pointed at.

use std::collections::HashMap;
use std::sync::Arc;

use csv::StringRecord;

use crate::finding::Finding;
use crate::printed::Printed;
use crate::schema::TableSchema;

pub(crate) mod cell;
mod door;
mod made;

use door::Door;
pub(crate) use door::MOST_FINDINGS;
pub(crate) use door::{Place, cell_column};
pub(crate) use made::{MadeCell, MadeRow};

/// Where a fact stands: table, row and column of this package. Not stable over editions; keys are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FactRef {
    pub(crate) table: u16,
    pub(crate) row: u32,
    pub(crate) column: u16,
}

/// One row.
#[derive(Debug, Clone)]
pub struct Row {
    key: Box<str>,
    record: StringRecord,
    numbers: Box<[Option<Printed>]>,
    origin: Origin,
    /// Where its record begins in its file's text.
    byte: usize,
    /// Cells that a workspace replaced, by column.
    replaced: Vec<(u16, Origin)>,
}

/// Where a cell was read, and what its row says of its source there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Which file of the table; 0 is the first, the base.
    pub(crate) file: u16,
    /// 1-based line.
    pub line: u64,
    /// 1-based character column, where it does not follow from the text of a CSV file.
    pub(crate) column: Option<u64>,
    /// What the row says of its own source.
    pub extra: Extra,
}

/// What a row says of its own source, overriding the table's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extra {
    /// Source id or, in a workspace, words.
    pub source: Option<String>,
    /// Where it stands there.
    pub locator: Option<String>,
    /// Quality, 1 (best) to 5.
    pub quality: Option<u8>,
    /// Anything else.
    pub note: Option<String>,
}

impl Origin {
    /// Whether it was read from the base, not from a workspace.
    pub fn is_base(&self) -> bool {
        self.file == 0
    }
}

impl Row {
    /// The row's key: its key cells joined by `/`.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The text of a cell; empty if the table has no such column.
    pub fn text<'a>(&'a self, table: &Table, column: &str) -> &'a str {
        table.schema.column(column).and_then(|at| self.record.get(at)).unwrap_or("")
    }

    /// The text of a cell, `None` if blank.
    pub fn some_text(&self, table: &Table, column: &str) -> Option<String> {
        Some(self.text(table, column)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// The text of the cell at a position.
    pub fn text_at(&self, column: usize) -> &str {
        self.record.get(column).unwrap_or("")
    }

    /// The number of the cell at a position.
    pub fn number_at(&self, column: usize) -> Option<Printed> {
        self.numbers.get(column).copied().flatten()
    }

    /// 1-based line of its file.
    pub fn line(&self) -> u64 {
        self.origin.line
    }

    /// Whether anything of it was read from a workspace.
    pub fn is_touched(&self) -> bool {
        !self.origin.is_base() || !self.replaced.is_empty()
    }

    /// Where the row was first read; a workspace may have replaced some of its cells.
    pub fn own_origin(&self) -> &Origin {
        &self.origin
    }

    /// Where the cell at a position was read: a workspace that replaces one cell does not become the source of the
    /// others.
    pub fn origin(&self, column: usize) -> &Origin {
        let replaced = self.replaced.iter().find(|(at, _)| usize::from(*at) == column);
        replaced.map_or(&self.origin, |(_, origin)| origin)
    }
}

/// A value that a workspace laid over another.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The fact.
    pub at: FactRef,
    /// The text it had.
    pub was: String,
    /// The text it has now.
    pub now: String,
    /// File and line of the new value.
    pub file: String,
    /// 1-based line.
    pub line: u64,
    /// 1-based character column at which the new value begins.
    pub column: u64,
}

/// A table of facts.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its schema.
    pub schema: Arc<TableSchema>,
    rows: Vec<Row>,
    files: Vec<String>,
    /// Which column of the first file feeds which column of the schema.
    feeds: Vec<Option<usize>>,
    by_key: HashMap<Box<str>, u32>,
    by_parent: HashMap<Box<str>, Vec<u32>>,
}

impl Table {
    /// Parses a table; the findings name everything that is wrong with it, and rows with errors are left out.
    ///
    /// `default_edition` fills the `edition` of a file that has no such column (workspaces).
    pub fn parse(
        schema: Arc<TableSchema>,
        text: &str,
        file: &str,
        default_edition: Option<&str>,
    ) -> (Self, Vec<Finding>) {
        let mut table = Self::empty(schema, file);
        let mut door = Door { text, file, default_edition, findings: Vec::new() };
        door.read_into(&mut table);
        (table, door.findings)
    }

    fn empty(schema: Arc<TableSchema>, file: &str) -> Self {
        Self {
            schema,
            rows: Vec::new(),
            files: vec![file.to_owned()],
            feeds: Vec::new(),
            by_key: HashMap::new(),
            by_parent: HashMap::new(),
        }
    }

    /// The rows in order.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row with a key.
    pub fn row(&self, key: &str) -> Option<(u32, &Row)> {
        self.by_key.get(key).map(|&at| (at, &self.rows[at as usize]))
    }

    /// Rows whose key is `parent` and one more part, in order.
    pub fn rows_under(&self, parent: &str) -> impl Iterator<Item = (u32, &Row)> {
        self.by_parent.get(parent).into_iter().flatten().map(|&at| (at, &self.rows[at as usize]))
    }

    /// The file that something was read from.
    pub fn file(&self, origin: &Origin) -> &str {
        &self.files[usize::from(origin.file)]
    }

    /// 1-based line and character column of a cell in the text that this table was parsed from.
    pub(crate) fn place(&self, row: &Row, column: usize, text: &str) -> (u64, u64) {
        let origin = row.origin(column);
        if let Some(at) = origin.column {
            return (origin.line, at);
        }
        let cell = self.feeds.get(column).copied().flatten().unwrap_or(0);
        (row.origin.line, cell_column(text.get(row.byte..).unwrap_or(""), cell))
    }

    fn push(&mut self, row: Row) {
        let at = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        self.by_key.insert(row.key.clone(), at);
        if let Some((parent, _)) = row.key.rsplit_once('/') {
            self.by_parent.entry(parent.into()).or_default().push(at);
        }
        self.rows.push(row);
    }

    /// Lays another table of the same schema over this one: new keys are added, cells that are not blank replace those
    /// below. Returns what was replaced by something else.
    pub(crate) fn lay_over(&mut self, over: &Self, index: u16, text: &str) -> Vec<Conflict> {
        let first_file = u16::try_from(self.files.len()).unwrap_or(u16::MAX);
        self.files.extend(over.files.iter().cloned());
        let mut conflicts = Vec::new();
        for of in &over.rows {
            let mut row = of.clone();
            for origin in row.replaced.iter_mut().map(|(_, origin)| origin).chain([&mut row.origin]) {
                origin.file += first_file;
            }
            let Some(&at) = self.by_key.get(&row.key) else {
                self.push(row);
                continue;
            };
            let below = &mut self.rows[at as usize];
            let mut cells: Vec<String> = below.record.iter().map(str::to_owned).collect();
            for (column, cell) in row.record.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                // `row` is where the base row stands in its source; it says nothing of the cells laid over it.
                let field = &self.schema.schema.fields[column];
                if cells[column] == cell || field.name == "row" {
                    continue;
                }
                let position = u16::try_from(column).unwrap_or(u16::MAX);
                let origin = row.origin(column);
                if field.is_number() {
                    conflicts.push(Conflict {
                        at: FactRef { table: index, row: at, column: position },
                        was: cells[column].clone(),
                        now: cell.to_owned(),
                        file: self.files[usize::from(origin.file)].clone(),
                        line: origin.line,
                        column: over.place(of, column, text).1,
                    });
                }
                cell.clone_into(&mut cells[column]);
                below.numbers[column] = row.numbers[column];
                below.replaced.retain(|(at, _)| *at != position);
                below.replaced.push((position, origin.clone()));
            }
            below.record = StringRecord::from(cells);
        }
        conflicts
    }
}

#[cfg(test)]
mod tests;
