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
use layout::{Layout, Reading};

/// How many years before the latest the second figure stands.
const BEFORE: u16 = 5;

/// All tables that the files give.
pub(super) fn sheets<'p>(raws: &[RawFile], package: &'p Package) -> Vec<Sheet<'p>> {
    let codes = Codes::of(package);
    raws.iter()
        .filter_map(|raw| Some((raw, Layout::of(raw)?)))
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
        let mut regions: BTreeMap<(String, String), (Years<'_>, &str)> = BTreeMap::new();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut whole: BTreeMap<(String, u16), (bool, Line<'_>)> = BTreeMap::new();
        let raw = self.raw;
        for line in raw.lines() {
            let Reading { code, geo, year, of_kind, has_value } = match self.layout.read(line, self.codes) {
                Ok(found) => found,
                Err(finding) => {
                    self.sheet.problem(finding);
                    continue;
                }
            };
            seen.insert(code.clone());
            whole.entry((code.clone(), year)).or_insert((false, line)).0 |= of_kind;
            if !of_kind || !has_value {
                continue;
            }
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
        self.check_kinds(&whole);
        self.check_business();
        self.check_whole(package, newest, &seen);
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

    /// Where a file has a part of a region and year, it has the whole: both sexes, all sectors. One that does not was cut
    /// within that year.
    fn check_kinds(&mut self, whole: &BTreeMap<(String, u16), (bool, Line<'_>)>) {
        let parts = whole.iter().find(|(_, (has_whole, _))| !has_whole).filter(|_| self.layout.has_kinds());
        if let Some(((code, year), (_, line))) = parts {
            let says = format!("has no {} of {code} in {year}, though it has others", self.layout.kind());
            let finding = Finding::error("import.incomplete", says);
            self.sheet.problem(line.at(0, finding.hint("fetch the file again; this copy was cut")));
        }
    }

    /// A file by economic activity has all that the statistics cover, though only mining is taken.
    fn check_business(&mut self) {
        let Some(cell) = self.layout.nace.filter(|_| self.layout.is_extract) else { return };
        let seen: BTreeSet<String> = self.raw.lines().map(|line| line.cell(cell)).collect();
        let lost: Vec<&str> = layout::BUSINESS.into_iter().filter(|activity| !seen.contains(*activity)).collect();
        if !lost.is_empty() {
            let says = format!("has nothing of the activities {}", lost.join(", "));
            let finding = Finding::error("import.incomplete", says).in_file(&self.raw.file).at(1, 1);
            self.sheet.problem(finding.hint("fetch the file again; this copy was cut"));
        }
    }

    /// A file must have every row of the table. Only one that goes on to later years than the table is a newer edition:
    /// that must have every region that is in the nomenclature still. Anything less was cut.
    fn check_whole(&mut self, package: &Package, newest: Option<u16>, seen: &BTreeSet<String>) {
        if any_error(self.sheet.findings()) {
            return;
        }
        let Some(table) = package.table(self.layout.table) else { return };
        let base = table.rows().iter().filter(|row| row.own_origin().is_base());
        let newest_known: Option<u16> = base.filter_map(|row| row.text(table, "year").parse().ok()).max();
        let lost = self.sheet.lost(package, |row, table| {
            let is_used = row.text(table, "vintage") == codes::LATEST;
            newest <= newest_known || (is_used && !seen.contains(row.text(table, "code")))
        });
        self.sheet.incomplete(&self.raw.file, &lost);
    }

    fn note_left_out(&mut self) {
        let Some(first) = self.left_out.first() else { return };
        let says = format!(
            "{} codes are of level 3 in earlier vintages or of the United Kingdom, or otherwise not in the tables, and \
             were left out, {first} the first of them",
            self.left_out.len()
        );
        self.sheet.note(Finding::note("import.other-vintage", says).in_file(&self.raw.file));
    }
}
