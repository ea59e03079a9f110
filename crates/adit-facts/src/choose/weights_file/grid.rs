//! A file as rows of cells with their places, whether it is CSV or a sheet.

use csv::StringRecord;

use super::sheet;
use crate::door;
use crate::finding::Finding;
use crate::table::{MOST_FINDINGS, cell_column};

/// Longest line; longer ones are a file of another kind.
const LONGEST_LINE: usize = 1024 * 1024;

/// A row with its cells, trimmed.
#[derive(Debug, Clone)]
pub struct GridRow {
    /// 1-based line, or row of the sheet.
    pub line: u64,
    /// The cells.
    pub cells: Vec<String>,
    /// Where the row begins in the text; `None` in a sheet.
    byte: Option<usize>,
}

/// The rows of a file below its header.
#[derive(Debug)]
pub struct Grid {
    file: String,
    text: String,
    delimiter: char,
    /// The header.
    pub header: GridRow,
    /// The rows below it that have anything in them.
    pub rows: Vec<GridRow>,
    /// What is wrong so far.
    pub findings: Vec<Finding>,
    /// Whether so much is wrong that the rest is not looked at.
    full: bool,
}

impl Grid {
    /// Opens a file. The header is the first row that has anything; in a sheet the first that has one of the `known`
    /// names, as people write titles above.
    pub fn open(bytes: Vec<u8>, file: &str, known: &[&str]) -> Result<Self, Vec<Finding>> {
        if bytes.starts_with(b"PK\x03\x04") {
            return Self::of_sheet(bytes, file, known);
        }
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            let finding = Finding::error("weights.not-readable", "is a workbook of the old kind (xls)").in_file(file);
            return Err(vec![finding.at(1, 1).hint("save it as xlsx, or as CSV in UTF-8")]);
        }
        let text = door::text(bytes, file).map_err(|finding| vec![finding])?;
        Self::of_text(text, file)
    }

    fn of_text(text: String, file: &str) -> Result<Self, Vec<Finding>> {
        let refuse = |finding: Finding, line: u64| Err(vec![finding.in_file(file).at(line, 1)]);
        if let Some((line, _)) = (1..).zip(text.split('\n')).find(|(_, line)| line.len() > LONGEST_LINE) {
            let finding = Finding::error("csv.long-line", format!("has a line of more than {LONGEST_LINE} bytes"));
            return refuse(finding.hint("check that it is the file you meant"), line);
        }
        let delimiter = delimiter(&text);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(u8::try_from(delimiter).unwrap_or(b','))
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        let mut record = StringRecord::new();
        loop {
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    let line = error.position().map_or(1, csv::Position::line);
                    let finding = Finding::error("csv.broken", format!("is not readable CSV: {error}"));
                    return refuse(finding.hint("look at the quotes around that line"), line);
                }
            }
            let (line, byte) =
                record.position().map_or((1, 0), |at| (at.line(), usize::try_from(at.byte()).unwrap_or(0)));
            if record.iter().any(|cell| cell.contains('\n')) {
                let finding = Finding::error("csv.line-break", "has a cell that goes on over the end of the line");
                return refuse(finding.hint("close the quotes of the cell; a table has one row on each line"), line);
            }
            let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                rows.push(GridRow { line, cells, byte: Some(byte) });
            }
        }
        Self::below_header(text, file, delimiter, rows, |_| true)
    }

    fn of_sheet(bytes: Vec<u8>, file: &str, known: &[&str]) -> Result<Self, Vec<Finding>> {
        let rows = sheet::rows(bytes).map_err(|finding| vec![finding.in_file(file).at(1, 1)])?;
        let rows = rows.into_iter().map(|(line, cells)| GridRow { line, cells, byte: None }).collect();
        let names =
            |row: &GridRow| row.cells.iter().any(|cell| known.iter().any(|name| cell.eq_ignore_ascii_case(name)));
        Self::below_header(String::new(), file, ',', rows, names)
    }

    fn below_header(
        text: String,
        file: &str,
        delimiter: char,
        rows: Vec<GridRow>,
        is_header: impl Fn(&GridRow) -> bool,
    ) -> Result<Self, Vec<Finding>> {
        let at = rows.iter().position(is_header).unwrap_or(0);
        let mut below = rows.into_iter().skip(at);
        let Some(header) = below.next() else {
            let finding = Finding::error("file.empty", "is empty").in_file(file).at(1, 1);
            return Err(vec![finding.hint("a table needs a header line and rows")]);
        };
        let rows = below.collect();
        Ok(Self { file: file.to_owned(), text, delimiter, header, rows, findings: Vec::new(), full: false })
    }

    /// Says what is wrong with a cell; `false` once so much is wrong that the rest need not be read.
    pub fn say(&mut self, finding: Finding, row: &GridRow, cell: usize) -> bool {
        if self.full {
            return false;
        }
        let finding = if let Some(byte) = row.byte {
            let line = self.text.get(byte..).unwrap_or("");
            let column = if self.delimiter == ',' { cell_column(line, cell) } else { self.column(line, cell) };
            finding.at(row.line, column)
        } else {
            let says = format!("cell {}: {}", sheet::address(row.line, cell), finding.says);
            Finding { says, ..finding }.at(row.line, cell as u64 + 1)
        };
        self.findings.push(finding.in_file(&self.file));
        self.full = self.findings.len() >= MOST_FINDINGS;
        if self.full {
            let says = format!("has {MOST_FINDINGS} problems or more; the rest was not read");
            let finding = Finding::error("csv.too-many-problems", says).in_file(&self.file).at(row.line, 1);
            self.findings.push(finding.hint("mend those above first, or check that it is the file you meant"));
        }
        !self.full
    }

    /// [`cell_column`] for other delimiters, by the same rule.
    fn column(&self, line: &str, cell: usize) -> u64 {
        let turned: String =
            line.chars().take_while(|&letter| letter != '\n').map(|letter| self.turned(letter)).collect();
        cell_column(&turned, cell)
    }

    fn turned(&self, letter: char) -> char {
        match letter {
            ',' => '.',
            letter if letter == self.delimiter => ',',
            letter => letter,
        }
    }

    /// Says what is wrong with the header, at one of its cells.
    pub fn say_of_header(&mut self, finding: Finding, cell: usize) {
        let header = self.header.clone();
        self.say(finding, &header, cell);
    }

    /// A row that has more cells than the header, or in CSV fewer, cannot be read.
    pub fn wrong_width(&self, row: &GridRow) -> Option<Finding> {
        let (given, width) = (row.cells.len(), self.header.cells.len());
        let beyond = row.cells.iter().skip(width).any(|cell| !cell.is_empty());
        let short = row.byte.is_some() && given < width;
        (beyond || short).then(|| {
            let says = format!("has {given} cells where the header has {width}");
            Finding::error("csv.wrong-width", says).hint("a comma inside a cell needs quotes around the cell")
        })
    }
}

/// What separates cells: the one of comma, semicolon and tab that the header has most often; a comma where none.
fn delimiter(text: &str) -> char {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let count = |of: char| header.chars().filter(|&letter| letter == of).count();
    [',', ';', '\t'].into_iter().rev().max_by_key(|&of| count(of)).unwrap_or(',')
}

/// A number as people write it: `0.3`, `0,3`, `30 %`. `None` where it is none or not finite.
pub fn number(cell: &str) -> Option<f64> {
    let (digits, factor) = match cell.strip_suffix('%') {
        Some(percent) => (percent.trim_end(), 0.01),
        None => (cell, 1.0),
    };
    let comma = digits.matches(',').count() == 1 && !digits.contains('.');
    let number: f64 = if comma { digits.replace(',', ".").parse().ok()? } else { digits.parse().ok()? };
    let number = if factor == 1.0 { number } else { number / 100.0 };
    number.is_finite().then_some(number)
}
