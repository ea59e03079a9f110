//! CSV files that a model file names: a key, a year and a value on each line.

use csv::StringRecord;
use indexmap::IndexMap;

use super::limits;
use super::reader::{Reader, Within, whole_year};
use crate::finding::{Finding, any_error};
use crate::suggest;
use crate::table::cell_column;

/// Problems of one file after which reading it stops.
const MOST_PROBLEMS: usize = 50;

/// A value with its year and the line where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Given {
    pub year: i32,
    pub value: f64,
    pub line: u64,
}

/// The rows of a file by the key in their first column, in rising years.
pub(super) type Rows = IndexMap<String, Vec<Given>>;

/// Reads a file with the columns `KEY,year,value`, in any order; more are ignored. `periods` bounds how many keys it may
/// have. `None` after saying what is wrong.
pub(super) fn read(
    reader: &mut Reader<'_>,
    path: &str,
    key: &'static str,
    within: Within,
    periods: usize,
    at: usize,
) -> Option<Rows> {
    let text = match (reader.files)(path) {
        Ok(text) => text,
        Err(finding) if finding.file.is_some() => {
            reader.say_elsewhere(if finding.line.is_some() { finding } else { finding.at(1, 1) });
            return None;
        }
        // What has no file of its own is wrong with the path itself.
        Err(finding) => {
            reader.say(finding, at);
            return None;
        }
    };
    let mut door = Door { text: &text, path, key, columns: [0; 3], findings: Vec::new() };
    let rows = door.rows(within, periods);
    let findings = door.findings;
    let sound = !any_error(&findings);
    for finding in findings {
        reader.say_elsewhere(finding);
    }
    rows.filter(|_| sound)
}

struct Door<'a> {
    text: &'a str,
    path: &'a str,
    key: &'static str,
    columns: [usize; 3],
    findings: Vec<Finding>,
}

impl Door<'_> {
    fn rows(&mut self, within: Within, periods: usize) -> Option<Rows> {
        let mut csv = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(self.text.as_bytes());
        let mut record = StringRecord::new();
        if !self.next(&mut csv, &mut record) || !self.header(&record) {
            return None;
        }
        let mut rows = Rows::new();
        while self.findings.len() < MOST_PROBLEMS && self.next(&mut csv, &mut record) {
            let Some((name, given)) = self.row(&record, within) else { continue };
            match rows.get_mut(name) {
                Some(known) => known.push(given),
                None => drop(rows.insert(name.to_owned(), vec![given])),
            }
            if let Some(finding) = limits::too_many_series(rows.len(), periods) {
                self.findings.push(finding.in_file(self.path).at(given.line, 1));
                return None;
            }
        }
        if self.findings.len() >= MOST_PROBLEMS {
            let finding = Finding::error("csv.too-many-problems", format!("has {MOST_PROBLEMS} problems or more"));
            let hint = "mend the first ones, or check that it is the file that was meant";
            self.findings.push(finding.in_file(self.path).at(1, 1).hint(hint));
        }
        if rows.is_empty() && self.findings.is_empty() {
            let finding = Finding::error("file.empty", "has a header and no rows").in_file(self.path).at(1, 1);
            self.findings.push(finding.hint(format!("add a row {},year,value for each year", self.key)));
        }
        for (name, given) in &mut rows {
            given.sort_by(|a, b| a.year.cmp(&b.year).then(a.line.cmp(&b.line)));
            for pair in given.windows(2).filter(|pair| pair[0].year == pair[1].year).take(1) {
                let says = format!("repeats {name} in {} of line {}", pair[1].year, pair[0].line);
                let finding = Finding::error("csv.duplicate-key", says).in_file(self.path).at(pair[1].line, 1);
                self.findings.push(finding.hint("keep one of the two rows"));
            }
        }
        Some(rows)
    }

    /// The next record; `false` at the end, or where the file is no CSV.
    fn next(&mut self, csv: &mut csv::Reader<&[u8]>, record: &mut StringRecord) -> bool {
        match csv.read_record(record) {
            Ok(more) => more,
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                let finding = Finding::error("csv.broken", format!("is not readable CSV: {error}"));
                self.findings.push(finding.in_file(self.path).at(line.max(1), 1));
                false
            }
        }
    }

    fn header(&mut self, header: &StringRecord) -> bool {
        let names: Vec<String> = header.iter().map(|name| name.trim().to_lowercase()).collect();
        let wanted = [self.key, "year", "value"];
        for (at, column) in wanted.into_iter().enumerate() {
            match names.iter().position(|name| name == column) {
                Some(position) => self.columns[at] = position,
                None => self.findings.push(
                    Finding::error("csv.missing-column", format!("lacks the column {column}"))
                        .in_file(self.path)
                        .at(1, 1)
                        .hint(suggest::hint(
                            column,
                            names.iter().map(String::as_str),
                            &format!("the columns are {}", wanted.join(",")),
                        )),
                ),
            }
        }
        self.findings.is_empty()
    }

    fn row<'r>(&mut self, record: &'r StringRecord, within: Within) -> Option<(&'r str, Given)> {
        let width = self.columns.iter().max().map_or(0, |last| last + 1);
        if record.len() < width {
            let says = format!("has {} cells where the columns need {width}", record.len());
            self.say(record, 0, "csv.wrong-width", says, "write one cell for each column");
            return None;
        }
        let cell = |at: usize| record.get(self.columns[at]).unwrap_or("").trim();
        let (name, year, value) = (cell(0), cell(1), cell(2));
        if name.is_empty() {
            self.say(record, 0, "csv.blank-cell", format!("{} is blank", self.key), "name what the row is of");
            return None;
        }
        let finite = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
        let (given_year, given_value) =
            (finite(year).and_then(whole_year), finite(value).filter(|number| within.holds(*number)));
        if given_year.is_none() {
            self.say(record, 1, "value.impossible", format!("year: \"{year}\" is not a year"), "write a year: 2020");
        }
        if given_value.is_none() {
            let says = format!("value: \"{value}\" is not {}", within.words());
            self.say(record, 2, "value.impossible", says, "write a decimal number: 0.94");
        }
        let line = record.position().map_or(1, csv::Position::line);
        Some((name, Given { year: given_year?, value: given_value?, line }))
    }

    fn say(&mut self, record: &StringRecord, at: usize, code: &'static str, says: String, hint: &str) {
        let (line, byte) = record.position().map_or((1, 0), |p| (p.line(), usize::try_from(p.byte()).unwrap_or(0)));
        let column = cell_column(self.text.get(byte..).unwrap_or(""), self.columns[at]);
        self.findings.push(Finding::error(code, says).in_file(self.path).at(line, column).hint(hint));
    }
}
