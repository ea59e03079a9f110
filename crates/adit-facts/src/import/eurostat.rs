//! Eurostat's statistics of regions: of each region the latest figure, and for population and gross domestic product
//! the figure of five years before.

use std::collections::{BTreeMap, BTreeSet};

use super::raw::{Line, RawFile};
use super::sheet::{Cell, Sheet};
use crate::finding::{Finding, any_error};
use crate::package::Package;

mod codes;
mod layout;

use codes::{Codes, Geo};
use layout::Layout;

/// How many years before the latest the second figure stands.
const BEFORE: u16 = 5;

/// All tables that the files give.
pub(super) fn sheets<'p>(raws: &[RawFile], package: &'p Package) -> Vec<Sheet<'p>> {
    let codes = Codes::of(package);
    raws.iter()
        .filter_map(|raw| Some((raw, Layout::of(raw.kind)?)))
        .filter_map(|(raw, layout)| {
            let sheet = Sheet::new(package, layout.table)?;
            Some(Extract { raw, layout, codes: &codes, sheet, left_out: BTreeSet::new() }.read(package))
        })
        .collect()
}

/// The figures of a region, by year.
type Years<'a> = BTreeMap<u16, Line<'a>>;

/// The reading of one file.
struct Extract<'a, 'p> {
    raw: &'a RawFile,
    layout: Layout,
    codes: &'a Codes<'p>,
    sheet: Sheet<'p>,
    /// Codes of regions that no vintage in the tables has.
    left_out: BTreeSet<String>,
}

impl<'p> Extract<'_, 'p> {
    fn read(mut self, package: &Package) -> Sheet<'p> {
        let mut regions: BTreeMap<(String, String), (Years<'_>, &'static str)> = BTreeMap::new();
        let mut countries: BTreeSet<String> = BTreeSet::new();
        let raw = self.raw;
        for line in raw.lines() {
            let (code, geo, year) = match self.layout.read(line, self.codes) {
                Ok(Some(found)) => found,
                Ok(None) => continue,
                Err(finding) => {
                    self.sheet.problem(finding);
                    continue;
                }
            };
            countries.insert(code.chars().take(2).collect());
            match geo {
                Geo::Region { vintage } if matches!(code.len(), 2 | 4 | 5) => {
                    let key = (code, line.cell(self.layout.nace.unwrap_or(usize::MAX)));
                    let (years, _) = regions.entry(key).or_insert_with(|| (Years::new(), vintage));
                    if let Some(first) = years.insert(year, line) {
                        let says = format!("gives the same region and year again, after record {}", first.number);
                        let finding = Finding::error("csv.duplicate-key", says).hint("keep one of the two records");
                        self.sheet.problem(line.at(0, finding));
                    }
                }
                Geo::Other => {
                    self.left_out.insert(code);
                }
                Geo::Region { .. } | Geo::NoRegion => {}
            }
        }
        let newest = regions.values().filter_map(|(years, _)| years.keys().next_back().copied()).max();
        for ((code, nace), (years, vintage)) in &regions {
            self.push(code, nace, years, vintage);
        }
        self.check_whole(package, newest, &countries);
        self.note_left_out();
        self.sheet
    }

    /// The latest year, and after it where asked for the one five years before; in the table the earlier stands first.
    fn push(&mut self, code: &str, nace: &str, years: &Years<'_>, vintage: &str) {
        let Some((&latest, _)) = years.last_key_value() else { return };
        let before = years.get_key_value(&(latest - BEFORE)).filter(|_| self.layout.with_earlier);
        for (year, line) in before.into_iter().chain(years.get_key_value(&latest)) {
            let at = self.layout.value;
            let flag = self.layout.flag.map(|cell| line.cell(cell)).unwrap_or_default();
            let (column, text) = (self.layout.column, self.layout.text(&line.cell(at)));
            let mut cells: Vec<Cell<'_>> = vec![
                ("code", code.to_owned(), self.layout.geo),
                ("year", year.to_string(), self.layout.year.unwrap_or(at)),
                ("vintage", vintage.to_owned(), self.layout.geo),
                (column, text, at),
                ("note", layout::flag_words(&flag), self.layout.flag.unwrap_or(at)),
            ];
            if let Some(cell) = self.layout.nace {
                cells.push(("nace", nace.to_owned(), cell));
            }
            self.sheet.push(*line, &cells);
        }
    }

    /// A file that ends with the same year as the table must have all its rows; an older or newer one at least every
    /// country of it that is in the nomenclature still. Else it was cut.
    fn check_whole(&mut self, package: &Package, newest: Option<u16>, countries: &BTreeSet<String>) {
        if any_error(self.sheet.findings()) {
            return;
        }
        let Some(table) = package.table(self.layout.table) else { return };
        let base = || table.rows().iter().filter(|row| row.own_origin().is_base());
        let newest_known = base().filter_map(|row| row.text(table, "year").parse().ok()).max();
        let lost = if newest_known == newest {
            self.sheet.lost(package, |_, _| true)
        } else {
            let here = |code: &str| code.get(..2).is_some_and(|country| countries.contains(country));
            self.sheet.lost(package, |row, table| {
                row.text(table, "vintage") == codes::LATEST && !here(row.text(table, "code"))
            })
        };
        self.sheet.incomplete(&self.raw.file, &lost);
    }

    fn note_left_out(&mut self) {
        let Some(first) = self.left_out.first() else { return };
        let says = format!(
            "{} codes are of other vintages than 2021 and 2024, or of level 3 of the United Kingdom, and were left \
             out, {first} the first of them",
            self.left_out.len()
        );
        self.sheet.note(Finding::note("import.other-vintage", says).in_file(&self.raw.file));
    }
}
