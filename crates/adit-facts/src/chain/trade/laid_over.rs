//! Files of a workspace over the trade that is compiled in: `facts/trade/YEAR.csv`.
//!
//! The file of a year replaces all rows of that year for every code that it holds, and leaves the other codes and years
//! as they are; a code or year that the base does not have is added. Unlike the tables of `facts/`, single flows are
//! not replaced: a newer release of the publisher revises, adds and drops flows of a code together.

use std::collections::BTreeMap;

use super::{Hs6, Origin, Trade};
use crate::finding::Finding;
use crate::printed::plain_number;
use crate::suggest;
use crate::table::MOST_FINDINGS;
use crate::vocabulary::{Country, Vocabulary};

/// The columns.
const HEADER: [&str; 6] = ["exporter", "importer", "hs6", "value_kusd", "quantity_t", "source"];

/// BACI begins with 1995; nobody has statistics of the second half of the century yet.
const YEARS: std::ops::RangeInclusive<u16> = 1995..=2049;

/// A flow of a file, with its line.
#[derive(Debug, Clone, Copy)]
struct Flow {
    hs6: Hs6,
    exporter: Country,
    importer: Country,
    value: f64,
    quantity: f64,
    line: u32,
}

/// A file that was read without errors.
#[derive(Debug, Clone)]
pub(crate) struct LaidOver {
    /// The file, as named in results.
    pub file: String,
    /// Where its rows come from.
    pub source: String,
    year: u16,
    /// Sorted by code, exporter and importer.
    flows: Vec<Flow>,
}

impl LaidOver {
    /// Reads a file, or says everything that is wrong with it. `codes` are those that `trade-codes` describes.
    pub fn read(file: &str, text: &str, words: &Vocabulary, codes: &[Hs6]) -> Result<Self, Vec<Finding>> {
        let mut door = Door { file, words, codes, findings: Vec::new(), source: None };
        let over = door.read(text);
        if door.findings.is_empty() { Ok(over) } else { Err(door.findings) }
    }

    /// 1-based line of a row.
    pub fn line(&self, row: usize) -> u32 {
        self.flows.get(row).map_or(0, |flow| flow.line)
    }
}

impl Trade {
    /// The same trade with the files of a workspace laid over it.
    pub(super) fn laid_over(self, files: &[LaidOver]) -> Self {
        let mut segments: BTreeMap<(Hs6, u16), (Origin, std::ops::Range<usize>)> = BTreeMap::new();
        for (at, hs6) in self.codes.iter().enumerate() {
            for (year_at, year) in self.years.iter().enumerate() {
                let segment = at * self.years.len() + year_at;
                segments.insert((*hs6, *year), (self.origins[segment], self.range(segment)));
            }
        }
        for (number, over) in files.iter().enumerate() {
            let file = u16::try_from(number).unwrap_or(u16::MAX);
            let mut first = 0;
            for flows in over.flows.chunk_by(|a, b| a.hs6 == b.hs6) {
                let origin = Origin::Over { file, first: u32::try_from(first).unwrap_or(u32::MAX) };
                segments.insert((flows[0].hs6, over.year), (origin, first..first + flows.len()));
                first += flows.len();
            }
        }
        let mut trade = Self { over: files.to_vec(), starts: vec![0], ..Self::default() };
        trade.codes = segments.keys().map(|(hs6, _)| *hs6).collect();
        trade.codes.dedup();
        trade.years = segments.keys().map(|(_, year)| *year).collect();
        trade.years.sort_unstable();
        trade.years.dedup();
        for hs6 in trade.codes.clone() {
            for year in trade.years.clone() {
                let (origin, range) = segments.get(&(hs6, year)).cloned().unwrap_or((Origin::Base { line: 2 }, 0..0));
                trade.origins.push(origin);
                match origin {
                    Origin::Base { .. } => {
                        trade.exporters.extend(&self.exporters[range.clone()]);
                        trade.importers.extend(&self.importers[range.clone()]);
                        trade.values.extend(&self.values[range.clone()]);
                        trade.quantities.extend(&self.quantities[range]);
                    }
                    Origin::Over { file, .. } => {
                        for flow in &files[usize::from(file)].flows[range] {
                            trade.exporters.push(flow.exporter);
                            trade.importers.push(flow.importer);
                            trade.values.push(flow.value);
                            trade.quantities.push(flow.quantity);
                        }
                    }
                }
                trade.starts.push(u32::try_from(trade.exporters.len()).unwrap_or(u32::MAX));
            }
        }
        trade
    }
}

/// The reading of a file.
struct Door<'a> {
    file: &'a str,
    words: &'a Vocabulary,
    codes: &'a [Hs6],
    findings: Vec<Finding>,
    source: Option<String>,
}

impl Door<'_> {
    fn read(&mut self, text: &str) -> LaidOver {
        let year = self.year();
        let mut flows: Vec<Flow> = Vec::new();
        for (number, line) in (1_u32..).zip(text.lines()) {
            let cells: Vec<&str> = line.split(',').map(str::trim).collect();
            if number == 1 {
                if cells == HEADER[..5] {
                    self.say(without_source().at(1, 1));
                    break;
                }
                if cells != HEADER {
                    let finding = Finding::error("csv.missing-column", "is not a file of trade: its header is another");
                    self.say(finding.at(1, 1).hint(format!("the columns are {}", HEADER.join(","))));
                    break;
                }
            } else if line.trim().is_empty() {
                // A blank line at the end of a file.
            } else if self.findings.len() >= MOST_FINDINGS {
                let says = format!("has {MOST_FINDINGS} problems or more; the rest was not read");
                self.say(
                    Finding::error("csv.too-many-problems", says).at(number.into(), 1).hint("mend those above first"),
                );
                break;
            } else {
                match self.flow(&cells, number, line) {
                    Ok(flow) => flows.push(flow),
                    Err(finding) => self.say(finding),
                }
            }
        }
        let country = |country: Country| self.words.country(country).id.as_str();
        flows.sort_by_key(|flow| (flow.hs6, country(flow.exporter), country(flow.importer), flow.line));
        let twice: Vec<_> = flows
            .windows(2)
            .filter(|pair| {
                (pair[0].hs6, pair[0].exporter, pair[0].importer) == (pair[1].hs6, pair[1].exporter, pair[1].importer)
            })
            .map(|pair| (pair[0].line, pair[1].line))
            .collect();
        for (first, line) in twice.into_iter().take(MOST_FINDINGS) {
            let says = format!("gives the flow of line {first} again");
            let finding = Finding::error("csv.duplicate-key", says).at(line.into(), 1);
            self.say(finding.hint("keep one of the two rows"));
        }
        LaidOver { file: self.file.to_owned(), source: self.source.clone().unwrap_or_default(), year, flows }
    }

    /// The year that the file is called after.
    fn year(&mut self) -> u16 {
        let name = self.file.rsplit('/').next().unwrap_or(self.file);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        if let Some(year) = stem.parse().ok().filter(|year| stem.len() == 4 && YEARS.contains(year)) {
            return year;
        }
        let says = format!("\"{stem}\" is not a year of trade");
        let hint = format!("call it after its year, {} to {}: 2022.csv", YEARS.start(), YEARS.end());
        self.say(Finding::error("trade.year", says).at(1, 1).hint(hint));
        *YEARS.start()
    }

    fn flow(&mut self, cells: &[&str], line: u32, text: &str) -> Result<Flow, Finding> {
        let at = |cell: usize, finding: Finding| finding.at(line.into(), crate::table::cell_column(text, cell));
        let &[exporter, importer, hs6, value, quantity, source] = cells else {
            let says = format!("has {} cells where the header has {}", cells.len(), HEADER.len());
            return Err(at(0, Finding::error("csv.wrong-width", says).hint("a flow has five cells and its source")));
        };
        let country = |cell: usize, code: &str| {
            let found = self.words.find_country(code).filter(|country| self.words.country(*country).id == code);
            found.ok_or_else(|| {
                let finding = Finding::error("name.unknown", format!("{}: \"{code}\" is not known", HEADER[cell]));
                at(cell, finding.hint(self.words.country_hint(code)))
            })
        };
        let (exporter, importer) = (country(0, exporter)?, country(1, importer)?);
        let known = Hs6::parse(hs6).filter(|hs6| self.codes.contains(hs6));
        let hs6 = known.ok_or_else(|| {
            let codes: Vec<String> = self.codes.iter().map(Hs6::to_string).collect();
            let hint =
                suggest::hint(hs6, codes.iter().map(String::as_str), "trade-codes.csv lists the goods: add it there");
            let says = format!("hs6: \"{hs6}\" is not a good of trade-codes");
            at(2, Finding::error("trade.unknown-code", says).hint(hint))
        })?;
        let number = |cell: usize, text: &str| {
            plain_number(text).filter(|number| *number >= 0.0).ok_or_else(|| {
                let says = format!("{}: \"{text}\" is not a number of at least 0", HEADER[cell]);
                at(cell, Finding::error("value.impossible", says).hint("write a decimal number: 350.7"))
            })
        };
        let value = number(3, value)?;
        let quantity = if quantity.is_empty() { f64::NAN } else { number(4, quantity)? };
        match &self.source {
            _ if source.is_empty() => return Err(at(5, without_source())),
            None => self.source = Some(source.to_owned()),
            Some(first) if first != source => {
                let says = format!("names the source \"{source}\", and the rows above \"{first}\"");
                return Err(at(5, Finding::error("trade.two-sources", says).hint("a file of trade has one source")));
            }
            Some(_) => {}
        }
        Ok(Flow { hs6, exporter, importer, value, quantity, line })
    }

    fn say(&mut self, finding: Finding) {
        self.findings.push(finding.in_file(self.file));
    }
}

fn without_source() -> Finding {
    let hint = "add a `source` column: an id of `adit facts sources`, or a few words";
    Finding::error("fact.no-source", "names no source of its flows").hint(hint)
}
