//! The reading of a table's CSV text: every problem found at once and pointed at.

use std::sync::Arc;

use csv::StringRecord;

use super::{Extra, Origin, Row, Table, cell};
use crate::finding::Finding;
use crate::schema::TableSchema;
use crate::suggest;

/// Longest line of a table; longer ones are a file of another kind.
pub(super) const LONGEST_LINE: usize = 1024 * 1024;

/// After so many problems the file is of another kind, and the rest is not read.
pub(crate) const MOST_FINDINGS: usize = 1000;

/// Columns that any table of a workspace may have beside those of its schema.
const ALWAYS_ALLOWED: [&str; 4] = ["source", "locator", "quality", "note"];

/// The reading of one CSV text.
pub(super) struct Door<'a> {
    pub text: &'a str,
    pub file: &'a str,
    pub default_edition: Option<&'a str>,
    pub findings: Vec<Finding>,
}

/// Which column of the file feeds which column of the schema.
struct Header {
    feeds: Vec<Option<usize>>,
    extras: [Option<usize>; 4],
    width: usize,
}

impl Door<'_> {
    pub fn read_into(&mut self, table: &mut Table) {
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
        table.feeds.clone_from(&header.feeds);
        loop {
            if self.findings.len() >= MOST_FINDINGS {
                self.say(
                    Finding::error(
                        "csv.too-many-problems",
                        format!("has {MOST_FINDINGS} problems or more; the rest was not read"),
                    )
                    .at(Place::of(&record, self.text).line, 1)
                    .hint("mend those above first, or check that it is the file you meant"),
                );
                return;
            }
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => {
                    let line = error.position().map_or(1, csv::Position::line);
                    let finding = Finding::error("csv.broken", format!("is not readable CSV: {error}"));
                    self.say(finding.at(line, 1).hint("look at the quotes around that line"));
                    return;
                }
            }
            let place = Place::of(&record, self.text);
            if record.len() != header.width {
                let says = format!("has {} cells where the header has {}", record.len(), header.width);
                self.say(
                    Finding::error("csv.wrong-width", says)
                        .at(place.line, 1)
                        .hint("a comma inside a cell needs quotes around the cell"),
                );
                continue;
            }
            if record.iter().any(|cell| cell.contains('\n')) {
                self.say(
                    Finding::error("csv.line-break", "has a cell that goes on over the end of the line")
                        .at(place.line, 1)
                        .hint("close the quotes of the cell; a table has one row on each line"),
                );
                continue;
            }
            if let Some(row) = self.row(&record, &header, &schema, place) {
                if let Some((_, first)) = table.row(&row.key) {
                    let says = format!("repeats the key {} of line {}", row.key, first.line());
                    self.say(
                        Finding::error("csv.duplicate-key", says).at(place.line, 1).hint("keep one of the two rows"),
                    );
                } else {
                    table.push(row);
                }
            }
        }
    }

    fn header(&mut self, record: &StringRecord, schema: &TableSchema) -> Option<Header> {
        let place = Place { line: 1, byte: 0 };
        let mut header =
            Header { feeds: vec![None; schema.schema.fields.len()], extras: [None; 4], width: record.len() };
        for (at, name) in record.iter().enumerate() {
            let name = name.trim();
            if record.iter().take(at).any(|before| before.trim() == name) {
                let says = format!("has the column \"{name}\" twice");
                self.say_at(&Finding::error("csv.duplicate-column", says).hint("keep one of the two"), place, at);
            }
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
        self.say_at(
            &Finding::error("csv.missing-column", says).hint(format!("the columns of {} are {all}", schema.name)),
            place,
            0,
        );
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
            let filled =
                if cell.is_empty() && field.name == "edition" { self.default_edition.unwrap_or("") } else { cell };
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
                    let finding = Finding::error("csv.blank-cell", format!("{} is blank", field.name));
                    self.say_at(&finding.hint(field.description.clone()), place, at);
                }
            } else {
                match cell::read(field, &edition, cell) {
                    Ok(number) => numbers[column] = number,
                    Err(finding) => self.say_at(&finding, place, at),
                }
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
        let origin = Origin { file: 0, line: place.line, column: None, extra };
        let (byte, replaced) = (place.byte, Vec::new());
        (self.findings.len() == before).then(|| Row { key: key.into(), record: cells, numbers, origin, byte, replaced })
    }

    fn extra(&mut self, record: &StringRecord, header: &Header, place: Place) -> Extra {
        let cell = |which: usize| {
            header.extras[which]
                .and_then(|at| record.get(at))
                .map(str::trim)
                .filter(|t| !t.is_empty())
                .map(str::to_owned)
        };
        let stated = cell(2);
        let quality = stated.as_deref().and_then(|text| text.parse().ok()).filter(|class| (1..=5).contains(class));
        if let (Some(text), None) = (stated, quality) {
            let says = format!("quality: \"{text}\" is not a class from 1 (best) to 5");
            let finding = Finding::error("value.impossible", says).hint("write 1, 2, 3, 4 or 5");
            self.say_at(&finding, place, header.extras[2].unwrap_or(0));
        }
        Extra { source: cell(0), locator: cell(1), quality, note: cell(3) }
    }

    fn say(&mut self, finding: Finding) {
        self.findings.push(finding.in_file(self.file));
    }

    fn say_at(&mut self, finding: &Finding, place: Place, cell: usize) {
        let column = cell_column(self.text.get(place.byte..).unwrap_or(""), cell);
        self.say(finding.clone().at(place.line, column));
    }
}

/// Where a record begins.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub line: u64,
    pub byte: usize,
}

impl Place {
    /// The reader says where it stood before the record: line ends and blank lines may come first.
    pub fn of(record: &StringRecord, text: &str) -> Self {
        let (mut line, mut byte) =
            record.position().map_or((1, 0), |at| (at.line(), usize::try_from(at.byte()).unwrap_or(usize::MAX)));
        while let Some(&end @ (b'\r' | b'\n')) = text.as_bytes().get(byte) {
            line += u64::from(end == b'\n');
            byte += 1;
        }
        Self { line, byte }
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
