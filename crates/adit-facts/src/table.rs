//! Tables of facts: CSV text parsed against a schema, with every problem found at once and pointed at.

use std::collections::HashMap;
use std::sync::Arc;

use csv::StringRecord;

use crate::finding::Finding;
use crate::printed::Printed;
use crate::schema::TableSchema;
use crate::suggest;

/// Longest line of a table; longer ones are a file of another kind.
const LONGEST_LINE: usize = 1024 * 1024;

/// Columns that any table of a workspace may have beside those of its schema.
const ALWAYS_ALLOWED: [&str; 4] = ["source", "locator", "quality", "note"];

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
    extra: Extra,
    file: u16,
    line: u64,
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
        self.line
    }

    /// What the row says of its own source.
    pub fn extra(&self) -> &Extra {
        &self.extra
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
}

/// A table of facts.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its schema.
    pub schema: Arc<TableSchema>,
    rows: Vec<Row>,
    files: Vec<String>,
    by_key: HashMap<Box<str>, u32>,
    by_parent: HashMap<Box<str>, Vec<u32>>,
}

impl Table {
    /// Parses a table; the findings name everything that is wrong with it, and rows with errors are left out.
    ///
    /// `default_edition` fills the `edition` of a file that has no such column (workspaces).
    pub fn parse(schema: Arc<TableSchema>, text: &str, file: &str, default_edition: Option<&str>) -> (Self, Vec<Finding>) {
        let mut table = Self {
            schema,
            rows: Vec::new(),
            files: vec![file.to_owned()],
            by_key: HashMap::new(),
            by_parent: HashMap::new(),
        };
        let mut door = Door { text, file, default_edition, findings: Vec::new() };
        door.read_into(&mut table);
        (table, door.findings)
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

    /// The file a row came from.
    pub fn file_of(&self, row: &Row) -> &str {
        &self.files[usize::from(row.file)]
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
    pub(crate) fn lay_over(&mut self, over: &Self, index: u16) -> Vec<Conflict> {
        let first_file = u16::try_from(self.files.len()).unwrap_or(u16::MAX);
        self.files.extend(over.files.iter().cloned());
        let mut conflicts = Vec::new();
        for row in &over.rows {
            let row = Row { file: row.file + first_file, ..row.clone() };
            let Some(&at) = self.by_key.get(&row.key) else {
                self.push(row);
                continue;
            };
            let below = &mut self.rows[at as usize];
            let mut cells: Vec<String> = below.record.iter().map(str::to_owned).collect();
            for (column, cell) in row.record.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                if cells[column] != cell {
                    let is_fact = self.schema.schema.fields[column].is_number();
                    if is_fact {
                        conflicts.push(Conflict {
                            at: FactRef { table: index, row: at, column: u16::try_from(column).unwrap_or(u16::MAX) },
                            was: cells[column].clone(),
                            now: cell.to_owned(),
                            file: self.files[usize::from(row.file)].clone(),
                            line: row.line,
                        });
                    }
                    cell.clone_into(&mut cells[column]);
                    below.numbers[column] = row.numbers[column];
                }
            }
            below.record = StringRecord::from(cells);
            below.extra = row.extra;
            below.file = row.file;
            below.line = row.line;
        }
        conflicts
    }
}

/// The reading of one CSV text.
struct Door<'a> {
    text: &'a str,
    file: &'a str,
    default_edition: Option<&'a str>,
    findings: Vec<Finding>,
}

/// Which column of the file feeds which column of the schema.
struct Header {
    feeds: Vec<Option<usize>>,
    extras: [Option<usize>; 4],
    width: usize,
}

impl Door<'_> {
    fn read_into(&mut self, table: &mut Table) {
        if let Some((line, _)) = self.text.split('\n').enumerate().find(|(_, line)| line.len() > LONGEST_LINE) {
            self.say(
                Finding::error("csv.long-line", format!("has a line of more than {LONGEST_LINE} bytes"))
                    .at(line as u64 + 1, 1)
                    .hint("this is not a table of facts; check that it is the file you meant"),
            );
            return;
        }
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(self.text.as_bytes());
        let mut record = StringRecord::new();
        let Ok(true) = reader.read_record(&mut record) else {
            self.say(Finding::error("file.empty", "is empty").at(1, 1).hint("a table needs at least its header line"));
            return;
        };
        let schema = Arc::clone(&table.schema);
        let Some(header) = self.header(&record, &schema) else { return };
        loop {
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => {
                    let line = error.position().map_or(1, csv::Position::line);
                    self.say(Finding::error("csv.broken", format!("is not readable CSV: {error}")).at(line, 1));
                    return;
                }
            }
            let place = Place::of(&record);
            if record.len() != header.width {
                let says = format!("has {} cells where the header has {}", record.len(), header.width);
                self.say(
                    Finding::error("csv.wrong-width", says)
                        .at(place.line, 1)
                        .hint("a comma inside a cell needs quotes around the cell"),
                );
                continue;
            }
            if let Some(row) = self.row(&record, &header, &schema, place) {
                if let Some((_, first)) = table.row(&row.key) {
                    let says = format!("repeats the key {} of line {}", row.key, first.line);
                    self.say(Finding::error("csv.duplicate-key", says).at(place.line, 1).hint("keep one of the two rows"));
                } else {
                    table.push(row);
                }
            }
        }
    }

    fn header(&mut self, record: &StringRecord, schema: &TableSchema) -> Option<Header> {
        let place = Place { line: 1, byte: 0 };
        let mut header = Header { feeds: vec![None; schema.schema.fields.len()], extras: [None; 4], width: record.len() };
        for (at, name) in record.iter().enumerate() {
            let name = name.trim();
            if let Some(column) = schema.column(name) {
                header.feeds[column] = Some(at);
            }
            if let Some(extra) = ALWAYS_ALLOWED.iter().position(|allowed| *allowed == name) {
                header.extras[extra] = Some(at);
            } else if schema.column(name).is_none() {
                let names = schema.schema.fields.iter().map(|f| f.name.as_str());
                let all = names.clone().collect::<Vec<_>>().join(", ");
                let hint = suggest::hint(name, names, &format!("the columns are {all}"));
                let says = format!("has a column \"{name}\" that {} does not have", schema.name);
                self.say_at(&Finding::error("csv.unknown-column", says).hint(hint), place, at);
            }
        }
        let missing: Vec<&str> = schema
            .schema
            .fields
            .iter()
            .enumerate()
            .filter(|(column, field)| {
                let needed = schema.key_columns().contains(&field.name) || field.constraints.required && self.is_base();
                let filled = field.name == "edition" && self.default_edition.is_some();
                needed && !filled && header.feeds[*column].is_none()
            })
            .map(|(_, field)| field.name.as_str())
            .collect();
        if missing.is_empty() {
            return Some(header);
        }
        let all = schema.schema.fields.iter().map(|f| f.name.as_str()).collect::<Vec<_>>().join(", ");
        let says = format!("lacks the column {}", missing.join(", "));
        self.say_at(&Finding::error("csv.missing-column", says).hint(format!("the columns of {} are {all}", schema.name)), place, 0);
        None
    }

    /// The base package names its editions itself; only workspaces have a default.
    fn is_base(&self) -> bool {
        self.default_edition.is_none()
    }

    fn row(&mut self, record: &StringRecord, header: &Header, schema: &TableSchema, place: Place) -> Option<Row> {
        let before = self.findings.len();
        let mut cells = StringRecord::new();
        for (column, field) in schema.schema.fields.iter().enumerate() {
            let cell = header.feeds[column].and_then(|at| record.get(at)).unwrap_or("").trim();
            let filled = if cell.is_empty() && field.name == "edition" { self.default_edition.unwrap_or("") } else { cell };
            cells.push_field(filled);
        }
        let edition = schema.column("edition").and_then(|at| cells.get(at)).unwrap_or("").to_owned();
        let mut numbers = vec![None; schema.schema.fields.len()].into_boxed_slice();
        for (column, field) in schema.schema.fields.iter().enumerate() {
            let cell = cells.get(column).unwrap_or("");
            let at = header.feeds[column].unwrap_or(0);
            let is_key = schema.key_columns().contains(&field.name);
            if cell.is_empty() {
                if is_key || field.constraints.required && self.is_base() {
                    self.say_at(&Finding::error("csv.blank-cell", format!("{} is blank", field.name)), place, at);
                }
            } else if field.is_number() {
                match field.format(&edition).read(cell) {
                    Ok(number) => numbers[column] = number,
                    Err(error) => {
                        let hint = if field.percent { "write percent as a number: 8.3 or <0.1" } else { "write a decimal number: 0.94" };
                        let says = format!("{}: {error}", field.name);
                        self.say_at(&Finding::error("value.impossible", says).hint(hint), place, at);
                    }
                }
            } else if !field.constraints.allowed.is_empty() && !field.constraints.allowed.iter().any(|word| word == cell) {
                let says = format!("{}: \"{cell}\" is not one of {}", field.name, field.constraints.allowed.join(", "));
                self.say_at(&Finding::error("value.unknown-word", says), place, at);
            }
        }
        let key = schema
            .key_columns()
            .iter()
            .filter_map(|name| schema.column(name))
            .map(|at| cells.get(at).unwrap_or(""))
            .collect::<Vec<_>>()
            .join("/");
        let extra = self.extra(record, header, place);
        let (file, line) = (0, place.line);
        (self.findings.len() == before).then(|| Row { key: key.into(), record: cells, numbers, extra, file, line })
    }

    fn extra(&mut self, record: &StringRecord, header: &Header, place: Place) -> Extra {
        let cell = |which: usize| {
            header.extras[which].and_then(|at| record.get(at)).map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned)
        };
        let quality = cell(2).and_then(|text| match text.parse() {
            Ok(quality @ 1..=5) => Some(quality),
            _ => {
                let says = format!("quality: \"{text}\" is not a class from 1 (best) to 5");
                self.say_at(&Finding::error("value.impossible", says), place, header.extras[2].unwrap_or(0));
                None
            }
        });
        Extra { source: cell(0), locator: cell(1), quality, note: cell(3) }
    }

    fn say(&mut self, finding: Finding) {
        self.findings.push(finding.in_file(self.file));
    }

    fn say_at(&mut self, finding: &Finding, place: Place, cell: usize) {
        let column = cell_column(&self.text[place.byte..], cell);
        self.say(finding.clone().at(place.line, column));
    }
}

/// Where a record begins.
#[derive(Clone, Copy)]
struct Place {
    line: u64,
    byte: usize,
}

impl Place {
    fn of(record: &StringRecord) -> Self {
        record.position().map_or(Self { line: 1, byte: 0 }, |at| Self {
            line: at.line(),
            byte: usize::try_from(at.byte()).unwrap_or(usize::MAX),
        })
    }
}

/// 1-based character column at which a cell of the record at the start of `text` begins.
pub(crate) fn cell_column(text: &str, cell: usize) -> u64 {
    let (mut seen, mut quoted, mut column) = (0, false, 1);
    for letter in text.chars() {
        if seen == cell || (letter == '\n' && !quoted) {
            break;
        }
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => seen += 1,
            _ => {}
        }
        column += 1;
    }
    column
}

#[cfg(test)]
mod tests;
