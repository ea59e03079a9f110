//! CEPII's BACI: trade by exporter, importer and good of the Harmonized System, a year of which has tens of millions of
//! rows. Files are read as a stream, plain or gzip, line by line; only the goods of `trade-codes` are kept, so that the
//! memory needed does not grow with the files.
//!
//! Out come the files of `data/trade`: one a year, sorted by good, exporter and importer, numbers as printed. The
//! publisher's numeric codes of countries become ISO codes by the column `baci` of `countries`; what has no country
//! there (dissolved states, areas not specified) is left out and said.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::path::PathBuf;

use crate::chain::Hs6;
use crate::finding::Finding;
use crate::package::Package;
use crate::table::MOST_FINDINGS;

mod decimal;
mod stream;

use decimal::Decimal;
use stream::{Record, Stream};

/// The name of this source on the command line. It is not one of [`super::ImportSource`], whose files are read whole
/// and give tables.
pub const BACI: &str = "baci";

/// Years of BACI in the Harmonized System of 1992; nobody has statistics of the second half of the century yet.
const YEARS: std::ops::RangeInclusive<u16> = 1995..=2049;

/// How far the reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Rows read so far, kept or not.
    pub rows: u64,
    /// Bytes of the files read so far, as they lie on the disk.
    pub bytes: u64,
    /// Bytes of all files.
    pub of_bytes: u64,
}

/// Trade read from the publisher's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedTrade {
    /// The years, ascending.
    pub years: Vec<ImportedYear>,
    /// Rows read, kept or not.
    pub read: u64,
    /// What was left out, and why.
    pub notes: Vec<Finding>,
}

/// The trade of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedYear {
    /// The year.
    pub year: u16,
    /// The file as in `data/trade`, without a source: that is in the schema.
    pub csv: String,
    /// Number of rows without the header.
    pub rows: usize,
}

impl ImportedYear {
    /// The file with the column `source`, which files of a workspace need.
    pub fn for_workspace(&self, source: &str) -> String {
        let mut lines = self.csv.lines();
        let header = lines.next().map(|header| format!("{header},source\n")).unwrap_or_default();
        lines.fold(header, |text, line| text + line + "," + source + "\n")
    }
}

/// Reads BACI's files: all of their trade in the goods of `trade-codes`, or everything that is wrong with them. Calls
/// `progress` every few ten thousand rows.
pub fn import_baci(
    files: &[PathBuf],
    package: &Package,
    progress: &mut dyn FnMut(Progress),
) -> Result<ImportedTrade, Vec<Finding>> {
    if files.is_empty() {
        return Err(vec![Finding::error("import.no-file", "no file was named").hint("name the publisher's files")]);
    }
    let mut keep = Keeper::new(package);
    let mut read = 0;
    let of_bytes = files.iter().filter_map(|path| path.metadata().ok()).map(|about| about.len()).sum();
    let mut before = 0;
    for (number, path) in (0_u16..).zip(files) {
        keep.files.push(path.display().to_string());
        let mut stream = match Stream::open(path) {
            Ok(stream) => stream,
            Err(finding) => {
                keep.problem(finding);
                continue;
            }
        };
        loop {
            match stream.next() {
                Ok(Some(record)) => {
                    read += 1;
                    keep.take(&record, number);
                }
                Ok(None) => break,
                Err(finding) => {
                    keep.problem(finding);
                    break;
                }
            }
            if read % 65_536 == 0 {
                progress(Progress { rows: read, bytes: before + stream.bytes(), of_bytes });
            }
            if keep.findings.len() >= MOST_FINDINGS {
                return Err(keep.findings);
            }
        }
        before += stream.bytes();
        progress(Progress { rows: read, bytes: before, of_bytes });
    }
    keep.finish(read)
}

/// A flow that is kept: forty bytes.
struct Kept {
    hs6: Hs6,
    year: u16,
    /// Positions among the countries by ISO code.
    exporter: u16,
    importer: u16,
    file: u16,
    line: u64,
    value: Decimal,
    quantity: Option<Decimal>,
}

/// What is kept of the files.
struct Keeper<'p> {
    codes: Vec<Hs6>,
    /// ISO codes, ascending.
    countries: Vec<&'p str>,
    /// Positions in `countries` by the publisher's code.
    by_code: HashMap<u16, u16>,
    files: Vec<String>,
    kept: Vec<Kept>,
    /// Rows and value, in thousand dollars, of codes that are no country here.
    without: BTreeMap<u16, (u64, f64)>,
    findings: Vec<Finding>,
}

impl<'p> Keeper<'p> {
    fn new(package: &'p Package) -> Self {
        let mut codes: Vec<Hs6> = package.trade_codes().iter().map(|code| code.hs6).collect();
        codes.dedup();
        let mut countries = Vec::new();
        let mut numbers = Vec::new();
        if let Some(table) = package.table("countries") {
            for row in table.rows() {
                countries.push(row.key());
                let of_row = row.text(table, "baci").split(' ').filter_map(|code| code.parse::<u16>().ok());
                numbers.extend(of_row.map(|code| (code, row.key())));
            }
        }
        countries.sort_unstable();
        let position = |id: &str| countries.binary_search(&id).ok().and_then(|at| u16::try_from(at).ok());
        let by_code = numbers.into_iter().filter_map(|(code, id)| Some((code, position(id)?))).collect();
        Self {
            codes,
            countries,
            by_code,
            files: Vec::new(),
            kept: Vec::new(),
            without: BTreeMap::new(),
            findings: Vec::new(),
        }
    }

    fn problem(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Takes a row, if its good is one of those wanted.
    fn take(&mut self, record: &Record<'_>, file: u16) {
        let [year, exporter, importer, hs6, value, quantity] = record.cells;
        let Some(hs6) = code(hs6) else {
            let finding = Finding::error("value.impossible", format!("k: \"{}\" is not a code of HS6", show(hs6)));
            return self.problem(record.at(3, finding.hint("codes are digits, six at most: 283691")));
        };
        if self.codes.binary_search(&hs6).is_err() {
            return;
        }
        match self.row(record, hs6, file, [year, exporter, importer, value, quantity]) {
            Ok(Some(kept)) => self.kept.push(kept),
            Ok(None) => {}
            Err(finding) => self.problem(finding),
        }
    }

    fn row(&mut self, record: &Record<'_>, hs6: Hs6, file: u16, cells: [&[u8]; 5]) -> Result<Option<Kept>, Finding> {
        let [year, exporter, importer, value, quantity] = cells;
        let year = whole(year).filter(|year| YEARS.contains(year)).ok_or_else(|| {
            let says = format!("t: \"{}\" is not a year of trade", show(year));
            let hint = format!("years are {} to {}", YEARS.start(), YEARS.end());
            record.at(0, Finding::error("trade.year", says).hint(hint))
        })?;
        let number = |cell: usize, name: &str, text: &[u8]| {
            Decimal::read(text).ok_or_else(|| {
                let says = format!("{name}: \"{}\" is not a number of at least 0", show(text));
                record.at(
                    cell,
                    Finding::error("value.impossible", says).hint("fetch the file again; this copy is damaged"),
                )
            })
        };
        let value = number(4, "v", value)?;
        let quantity = match quantity {
            b"" | b"NA" => None,
            _ => Some(number(5, "q", quantity)?),
        };
        let mut place = |cell: usize, name: &str, text: &[u8]| {
            let code = whole(text).ok_or_else(|| {
                let says = format!("{name}: \"{}\" is not a code of the publisher's", show(text));
                record.at(cell, Finding::error("value.impossible", says).hint("codes of countries are numbers: 276"))
            })?;
            let country = self.by_code.get(&code).copied();
            if country.is_none() {
                let left_out = self.without.entry(code).or_default();
                left_out.0 += 1;
                left_out.1 += value.number();
            }
            Ok(country)
        };
        let (exporter, importer) = (place(1, "i", exporter)?, place(2, "j", importer)?);
        let (Some(exporter), Some(importer)) = (exporter, importer) else { return Ok(None) };
        Ok(Some(Kept { hs6, year, exporter, importer, file, line: record.line, value, quantity }))
    }

    fn finish(mut self, read: u64) -> Result<ImportedTrade, Vec<Finding>> {
        self.kept.sort_unstable_by_key(|row| (row.year, row.hs6, row.exporter, row.importer, row.file, row.line));
        for pair in self.kept.windows(2) {
            let key = |row: &Kept| (row.year, row.hs6, row.exporter, row.importer);
            if key(&pair[0]) == key(&pair[1]) && self.findings.len() < MOST_FINDINGS {
                let first = &self.files[usize::from(pair[0].file)];
                let says = format!("gives the flow of {first}, line {}, again", pair[0].line);
                let finding = Finding::error("csv.duplicate-key", says).in_file(&self.files[usize::from(pair[1].file)]);
                self.findings.push(finding.at(pair[1].line, 1).hint("name each year once"));
            }
        }
        if self.findings.is_empty() && self.kept.is_empty() {
            let finding = Finding::error("import.incomplete", "holds no flow of the goods in trade-codes");
            let file = self.files.first().cloned().unwrap_or_default();
            self.findings
                .push(finding.in_file(file).at(1, 1).hint("check that the file is of HS 1992 (BACI_HS92_...)"));
        }
        if !self.findings.is_empty() {
            return Err(self.findings);
        }
        let years = self.kept.chunk_by(|a, b| a.year == b.year).map(|rows| self.year(rows)).collect();
        Ok(ImportedTrade { years, read, notes: self.notes() })
    }

    fn year(&self, rows: &[Kept]) -> ImportedYear {
        let mut csv = "exporter,importer,hs6,value_kusd,quantity_t\n".to_owned();
        for row in rows {
            let country = |at: u16| self.countries[usize::from(at)];
            let quantity = row.quantity.map(|quantity| quantity.to_string()).unwrap_or_default();
            let (from, to) = (country(row.exporter), country(row.importer));
            // Writing to a string cannot fail.
            let _ = writeln!(csv, "{from},{to},{},{},{quantity}", row.hs6, row.value);
        }
        ImportedYear { year: rows.first().map_or(0, |row| row.year), csv, rows: rows.len() }
    }

    /// One note for each code that is no country here.
    fn notes(&self) -> Vec<Finding> {
        let note = |(code, (rows, value)): (&u16, &(u64, f64))| {
            let says = format!(
                "{rows} flows worth {value:.0} thousand dollars are left out: no country of adit has the code {code}"
            );
            let file = self.files.first().cloned().unwrap_or_default();
            Finding::note("trade.no-country", says).in_file(file).at(1, 1)
        };
        self.without.iter().map(note).collect()
    }
}

/// A code of at most six digits; the publisher drops leading zeros.
fn code(text: &[u8]) -> Option<Hs6> {
    let digits = std::str::from_utf8(text).ok().filter(|digits| (1..=6).contains(&digits.len()))?;
    Hs6::parse(&format!("{digits:0>6}"))
}

fn whole(text: &[u8]) -> Option<u16> {
    let digits = std::str::from_utf8(text).ok()?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// A cell as it can be shown: cut, and without what a terminal would act on.
fn show(text: &[u8]) -> String {
    String::from_utf8_lossy(text).chars().take(40).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
