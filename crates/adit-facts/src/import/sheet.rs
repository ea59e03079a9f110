//! A table in the making: every cell is read by its column's rules before it is taken.

use std::collections::{BTreeMap, HashMap};

use super::ImportedTable;
use super::raw::Line;
use crate::finding::{Finding, any_error};
use crate::package::Package;
use crate::schema::TableSchema;
use crate::table::{MOST_FINDINGS, Row, Table, cell};

/// A table in the making.
pub(super) struct Sheet<'p> {
    schema: &'p TableSchema,
    /// The editions of the rows, each with the file that it comes from.
    editions: BTreeMap<String, String>,
    rows: Vec<Vec<String>>,
    by_key: HashMap<String, usize>,
    findings: Vec<Finding>,
    notes: Vec<Finding>,
}

/// A cell to be written: column, text, and the cell of the publisher's record that it comes from.
pub(super) type Cell<'a> = (&'a str, String, usize);

impl<'p> Sheet<'p> {
    /// A table with the columns of the package; `None` if the package has no such table.
    pub fn new(package: &'p Package, table: &str) -> Option<Self> {
        Some(Self {
            schema: &package.table(table)?.schema,
            editions: BTreeMap::new(),
            rows: Vec::new(),
            by_key: HashMap::new(),
            findings: Vec::new(),
            notes: Vec::new(),
        })
    }

    /// Something is wrong.
    pub fn problem(&mut self, finding: Finding) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(finding);
        }
    }

    /// What is wrong so far.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Something is odd, and taken as it stands.
    pub fn note(&mut self, finding: Finding) {
        self.notes.push(finding);
    }

    /// Adds a row from a record. Columns that are not given are blank; a `row` column takes the record's number.
    pub fn push(&mut self, line: Line<'_>, given: &[Cell<'_>]) {
        self.push_record(line.file(), line.number, given, |cell, finding| line.at(cell, finding));
    }

    /// The same from a record that is not a line of CSV: its file, its number, and how a finding is put at a cell.
    pub fn push_record(
        &mut self,
        file: &str,
        number: usize,
        given: &[Cell<'_>],
        at: impl Fn(usize, Finding) -> Finding,
    ) {
        let find = |name: &str| given.iter().find(|(column, ..)| *column == name);
        let edition = find("edition").map_or("", |(_, text, _)| text.as_str());
        self.editions.entry(edition.to_owned()).or_insert_with(|| file.to_owned());
        let mut row = Vec::with_capacity(self.schema.schema.fields.len());
        let mut problems = Vec::new();
        for field in &self.schema.schema.fields {
            let (text, from) = match find(&field.name) {
                Some((_, text, from)) => (text.clone(), *from),
                None if field.name == "row" => (number.to_string(), 0),
                None => (String::new(), 0),
            };
            if !text.is_empty() {
                problems.extend(cell::read(field, edition, &text).err().map(|finding| at(from, finding)));
            } else if field.constraints.required {
                let finding = Finding::error("csv.blank-cell", format!("{} is blank", field.name));
                problems.push(at(from, finding.hint("fetch the file again; this copy is damaged")));
            }
            row.push(text);
        }
        let key = self.key(&row);
        if let Some(first) = self.by_key.insert(key.clone(), number) {
            let finding = Finding::error("csv.duplicate-key", format!("gives {key} again, after record {first}"));
            problems.push(at(0, finding.hint("keep one of the two records")));
        }
        for problem in problems {
            self.problem(problem);
        }
        self.rows.push(row);
    }

    /// The base's own rows of this table that a publisher's file should have and does not, by their keys.
    pub fn lost(&self, package: &Package, due: impl Fn(&Row, &Table) -> bool) -> Vec<String> {
        let base = package.table(&self.schema.name);
        base.into_iter()
            .flat_map(|table| table.rows().iter().filter(|row| row.own_origin().is_base() && due(row, table)))
            .map(|row| row.key().to_owned())
            .filter(|key| !self.by_key.contains_key(key))
            .collect()
    }

    /// Says that a file lacks rows of the base.
    pub fn incomplete(&mut self, file: &str, lost: &[String]) {
        let Some(first) = lost.first() else { return };
        let says = format!("lacks {} rows of {} that are known, {first} among them", lost.len(), self.schema.name);
        let finding = Finding::error("import.incomplete", says).in_file(file).at(1, 1);
        self.problem(finding.hint("fetch the file again; this copy was cut"));
    }

    fn key(&self, row: &[String]) -> String {
        let columns = self.schema.key_columns().iter().filter_map(|name| self.schema.column(name));
        columns.map(|at| row[at].as_str()).collect::<Vec<_>>().join("/")
    }

    /// The table and what is wrong with it. An edition that the base has must be there whole: a publisher's table that
    /// lacks rows of its own edition was cut.
    pub fn finish(mut self, package: &Package) -> (ImportedTable, Vec<Finding>) {
        if !any_error(&self.findings) {
            let missing: Vec<Finding> =
                self.editions.iter().filter_map(|(edition, file)| self.missing(package, edition, file)).collect();
            self.findings.extend(missing);
        }
        let name = self.schema.name.clone();
        let table = ImportedTable { name, csv: self.csv(), rows: self.rows.len(), notes: self.notes };
        (table, self.findings)
    }

    fn missing(&self, package: &Package, edition: &str, file: &str) -> Option<Finding> {
        let base = package.table(&self.schema.name)?;
        let column = self.schema.column("edition")?;
        let expected = base.rows().iter().filter(|row| row.own_origin().is_base() && row.text_at(column) == edition);
        let missing: Vec<&str> =
            expected.map(crate::table::Row::key).filter(|key| !self.by_key.contains_key(*key)).collect();
        let first = missing.first()?;
        let says =
            format!("lacks {} rows of {} that this edition has, {first} among them", missing.len(), self.schema.name);
        let finding = Finding::error("import.incomplete", says).in_file(file).at(1, 1);
        Some(finding.hint("fetch the file again; this copy was cut"))
    }

    fn csv(&self) -> String {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
        let header = self.schema.schema.fields.iter().map(|field| field.name.as_str());
        // Writing text to memory cannot fail.
        let _ = writer.write_record(header);
        for row in &self.rows {
            let _ = writer.write_record(row);
        }
        writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    }
}
