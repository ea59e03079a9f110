//! A criticality study given as a CSV file of results, for `adit audit FILE`.
//!
//! Columns `material,stage,scope,hhi_gs,hhi_eus,ir,eol_rir,si_sr,sr`, in any order; more are ignored. Scope is `both`,
//! `gs` or `eus`; `ir` and `eol_rir` are in percent; blank or N/A is missing. The precision of a column is the largest
//! number of decimals found in it (rules §1.5).

use csv::StringRecord;

use crate::finding::{Finding, any_error};
use crate::printed::{Format, Precision, Printed, decimals_shown};
use crate::suggest;
use crate::table::cell_column;
use crate::vocabulary::{Scope, Stage};

/// The columns, in the order of the contract.
pub const COLUMNS: [&str; 9] = ["material", "stage", "scope", "hhi_gs", "hhi_eus", "ir", "eol_rir", "si_sr", "sr"];

/// A number of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The cell.
    pub printed: String,
    /// Value and bounds in the unit of computation.
    pub number: Printed,
}

/// A row of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct StudyRow {
    /// 1-based line.
    pub line: u64,
    /// Material, in the file's own words.
    pub material: String,
    /// Stage.
    pub stage: Stage,
    /// Scope.
    pub scope: Option<Scope>,
    /// Concentration of global supply.
    pub hhi_gs: Option<Figure>,
    /// Concentration of EU sourcing.
    pub hhi_eus: Option<Figure>,
    /// Import reliance, a fraction.
    pub ir: Option<Figure>,
    /// EoL-RIR, a fraction.
    pub eol_rir: Option<Figure>,
    /// Substitution index of supply risk.
    pub si_sr: Option<Figure>,
    /// Printed supply risk.
    pub sr: Option<Figure>,
}

/// Parses a study file; either every row, or everything that is wrong with it.
pub fn parse(text: &str, file: &str) -> Result<Vec<StudyRow>, Vec<Finding>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut records: Vec<StringRecord> = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => records.push(record),
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                return Err(vec![
                    Finding::error("csv.broken", format!("is not readable CSV: {error}")).in_file(file).at(line, 1),
                ]);
            }
        }
    }
    let Some((header, rows)) = records.split_first() else {
        return Err(vec![Finding::error("file.empty", "is empty").in_file(file).at(1, 1).hint(columns_hint())]);
    };
    let columns = columns(header, file)?;
    let decimals = Decimals::of(rows, &columns);
    let mut door = Door { text, file, columns, decimals, findings: Vec::new() };
    let parsed: Vec<StudyRow> = rows.iter().filter_map(|record| door.row(record)).collect();
    door.repeats(&parsed);
    if parsed.is_empty() && door.findings.is_empty() {
        let finding = Finding::error("file.empty", "has a header and no rows").in_file(file).at(1, 1);
        door.findings.push(finding.hint("add a row for each material and stage"));
    }
    if any_error(&door.findings) { Err(door.findings) } else { Ok(parsed) }
}

fn columns_hint() -> String {
    format!("the columns are {}", COLUMNS.join(","))
}

/// Position of each column in the file.
fn columns(header: &StringRecord, file: &str) -> Result<[usize; 9], Vec<Finding>> {
    let names: Vec<String> = header.iter().map(|name| name.trim().to_lowercase()).collect();
    let mut found = [0; 9];
    let mut findings = Vec::new();
    for (at, name) in COLUMNS.iter().enumerate() {
        match names.iter().position(|given| given == name) {
            Some(column) => found[at] = column,
            None => findings.push(
                Finding::error("csv.missing-column", format!("lacks the column {name}"))
                    .in_file(file)
                    .at(1, 1)
                    .hint(suggest::hint(name, names.iter().map(String::as_str), &columns_hint())),
            ),
        }
    }
    if findings.is_empty() { Ok(found) } else { Err(findings) }
}

/// The largest number of decimals in each column.
struct Decimals([u8; 9]);

impl Decimals {
    fn of(rows: &[StringRecord], columns: &[usize; 9]) -> Self {
        let mut most = [0; 9];
        for (at, column) in columns.iter().enumerate() {
            let cells = rows.iter().filter_map(|row| row.get(*column));
            let numbers =
                cells.map(|cell| cell.trim().trim_end_matches('%')).filter(|cell| cell.parse::<f64>().is_ok());
            most[at] = numbers.map(decimals_shown).max().unwrap_or(0);
        }
        Self(most)
    }
}

struct Door<'a> {
    text: &'a str,
    file: &'a str,
    columns: [usize; 9],
    decimals: Decimals,
    findings: Vec<Finding>,
}

impl Door<'_> {
    fn row(&mut self, record: &StringRecord) -> Option<StudyRow> {
        let before = self.findings.len();
        let width = self.columns.iter().max().map_or(0, |last| last + 1);
        if record.len() < width {
            let says = format!("has {} cells where the columns need {width}", record.len());
            self.say(record, 0, "csv.wrong-width", says, "a comma inside a cell needs quotes around the cell");
            return None;
        }
        let line = record.position().map_or(1, csv::Position::line);
        let material = self.cell(record, 0).to_owned();
        if material.is_empty() {
            self.say(record, 0, "csv.blank-cell", "material is blank".to_owned(), "name the material");
        }
        let stage = Stage::parse(self.cell(record, 1));
        if stage.is_none() {
            let says = format!("stage: \"{}\" is not a stage", self.cell(record, 1));
            self.say(record, 1, "value.unknown-word", says, "write extraction or processing");
        }
        let scope = self.scope(record);
        let mut figure = |at, highest| self.figure(record, at, highest);
        let figures =
            [figure(3, 15.0), figure(4, 15.0), figure(5, 1.0), figure(6, 1.0), figure(7, 1.0), figure(8, 15.0)];
        let [hhi_gs, hhi_eus, ir, eol_rir, si_sr, sr] = figures;
        let row = StudyRow { line, material, stage: stage?, scope, hhi_gs, hhi_eus, ir, eol_rir, si_sr, sr };
        (self.findings.len() == before).then_some(row)
    }

    fn cell<'r>(&self, record: &'r StringRecord, at: usize) -> &'r str {
        record.get(self.columns[at]).unwrap_or("").trim()
    }

    fn scope(&mut self, record: &StringRecord) -> Option<Scope> {
        let cell = self.cell(record, 2);
        let scope = Scope::parse(cell);
        if scope.is_none() && !matches!(cell, "" | "-" | "N/A" | "n/a" | "NA") {
            self.say(
                record,
                2,
                "value.unknown-word",
                format!("scope: \"{cell}\" is not a scope"),
                "write both, gs or eus",
            );
        }
        scope
    }

    fn figure(&mut self, record: &StringRecord, at: usize, highest: f64) -> Option<Figure> {
        let percent = matches!(at, 5 | 6);
        let minimum = if at == 5 { f64::MIN } else { 0.0 };
        let format = Format { percent, precision: Precision::Decimals(self.decimals.0[at]), minimum, maximum: highest };
        let cell = self.cell(record, at);
        match format.read(cell) {
            Ok(number) => number.map(|number| Figure { printed: cell.to_owned(), number }),
            Err(error) => {
                let hint = if percent { "write percent: 81 or 81.5" } else { "write a decimal number: 0.94" };
                self.say(record, at, "value.impossible", format!("{}: {error}", COLUMNS[at]), hint);
                None
            }
        }
    }

    fn say(&mut self, record: &StringRecord, at: usize, code: &'static str, says: String, hint: &str) {
        let (line, byte) = record.position().map_or((1, 0), |p| (p.line(), usize::try_from(p.byte()).unwrap_or(0)));
        let column = cell_column(self.text.get(byte..).unwrap_or(""), self.columns[at]);
        self.findings.push(Finding::error(code, says).in_file(self.file).at(line, column).hint(hint));
    }

    fn repeats(&mut self, rows: &[StudyRow]) {
        for (at, row) in rows.iter().enumerate() {
            if let Some(first) = rows[..at].iter().find(|of| of.material == row.material && of.stage == row.stage) {
                let says = format!("repeats {} {} of line {}", row.material, row.stage, first.line);
                let finding = Finding::error("csv.duplicate-key", says).in_file(self.file).at(row.line, 1);
                self.findings.push(finding.hint("keep one of the two rows"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "material,stage,scope,hhi_gs,hhi_eus,ir,eol_rir,si_sr,sr\n";

    #[test]
    fn the_precision_of_a_column_is_its_finest_cell() {
        let rows =
            parse(&format!("{HEAD}a,E,both,1.5,2,81,0,0.9,1.9\nb,P,gs,1.25,N/A,,1.5,0.94,2\n"), "study.csv").unwrap();
        let si = &rows[0].si_sr.as_ref().unwrap().number;
        assert!((si.high - 0.905).abs() < 1e-12, "0.9 in a column of two decimals");
        assert!((rows[0].eol_rir.as_ref().unwrap().number.high - 0.0005).abs() < 1e-12);
        assert_eq!(rows[1].hhi_eus, None);
        assert_eq!(rows[1].scope, Some(Scope::Gs));
        assert!((rows[1].sr.as_ref().unwrap().number.low - 1.95).abs() < 1e-12);
    }

    #[test]
    fn all_problems_are_said_at_once() {
        let problems =
            parse(&format!("{HEAD}a,smelting,all,x,2,181,0,0.9,1.9\n,E,both,1,1,1,1,1,1\n"), "study.csv").unwrap_err();
        let places: Vec<_> = problems.iter().map(|f| (f.code, f.line, f.column)).collect();
        assert_eq!(
            places,
            [
                ("value.unknown-word", Some(2), Some(3)),
                ("value.unknown-word", Some(2), Some(12)),
                ("value.impossible", Some(2), Some(16)),
                ("value.impossible", Some(2), Some(20)),
                ("csv.blank-cell", Some(3), Some(1)),
            ]
        );
        assert_eq!(parse("material,stage\n", "study.csv").unwrap_err().len(), 7);
        assert!(parse("", "study.csv").is_err());
    }
}
