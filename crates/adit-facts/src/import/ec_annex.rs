//! The European Commission's study of 2023, in the two transcriptions of its annexes.

use std::collections::BTreeMap;

use super::names::Names;
use super::raw::{Kind, Line, RawFile};
use super::sheet::{Cell, Sheet};
use crate::finding::Finding;
use crate::package::Package;
use crate::vocabulary::{Scope, Stage};

const EDITION: &str = "ec-2023";

/// The years of the time series that are taken; for 2017 and 2023 the studies themselves are.
const YEARS: [(&str, &str); 3] = [("2011", "ec-2011"), ("2014", "ec-2014"), ("2020", "ec-2020")];

/// The years of the time series that are known and left to the studies themselves.
const OTHER_YEARS: [&str; 2] = ["2017", "2023"];

/// All tables that the files give.
pub(super) fn sheets<'p>(raws: &[RawFile], package: &'p Package) -> Vec<Sheet<'p>> {
    let names = Names::of(package);
    let door = Door { package, names };
    let mut sheets = Vec::new();
    let file = |kind: Kind| raws.iter().find(|raw| raw.kind == kind);
    let series = file(Kind::TimeSeries);
    let results = file(Kind::Results);
    if series.is_some() || results.is_some() {
        sheets.extend(door.assessments(series, results));
    }
    if let Some(raw) = results {
        sheets.extend(door.stage_results(raw));
        sheets.extend(door.import_reliance(raw));
        sheets.extend(door.by_material(raw, "recycling", &[("eol_rir_pct", 12)]));
        sheets.extend(door.by_material(raw, "substitution", &[("si_ei", 8), ("si_sr", 9)]));
    }
    sheets.extend(file(Kind::WorldSupply).and_then(|raw| door.supply(raw, "world-supply")));
    sheets.extend(file(Kind::EuSupply).and_then(|raw| door.supply(raw, "eu-supply")));
    if let Some(raw) = file(Kind::Uses) {
        sheets.extend(door.end_uses(raw));
        sheets.extend(door.value_added(raw));
    }
    sheets
}

struct Door<'p> {
    package: &'p Package,
    names: Names<'p>,
}

impl<'p> Door<'p> {
    /// A row of `table` for the material named in the first cell.
    fn row(&self, sheet: &mut Sheet<'p>, line: Line<'_>, edition: &str, stage: Option<Stage>, cells: Vec<Cell<'_>>) {
        match self.names.material(line, 0, stage) {
            Ok(material) => {
                let mut all = vec![("edition", edition.to_owned(), 0), ("material", material.to_owned(), 0)];
                all.extend(stage.map(|stage| ("stage", stage.id().to_owned(), 0)));
                all.extend(cells);
                sheet.push(line, &all);
            }
            Err(finding) => sheet.problem(finding),
        }
    }

    fn assessments(&self, series: Option<&RawFile>, results: Option<&RawFile>) -> Option<Sheet<'p>> {
        let mut sheet = Sheet::new(self.package, "assessments")?;
        for (year, edition) in YEARS {
            for line in series.into_iter().flat_map(RawFile::lines).filter(|line| line.cell(1) == year) {
                let cells = vec![("sr", or_blank(line.cell(2)), 2), ("ei", or_blank(line.cell(3)), 3)];
                self.row(&mut sheet, line, edition, None, cells);
            }
        }
        let is_known = |year: &str| OTHER_YEARS.contains(&year) || YEARS.iter().any(|(known, _)| *known == year);
        for line in series.into_iter().flat_map(RawFile::lines).filter(|line| !is_known(&line.cell(1))) {
            let finding =
                Finding::error("value.unknown-word", format!("\"{}\" is not a year of the assessments", line.cell(1)));
            sheet.problem(line.at(1, finding.hint("the years are 2011, 2014, 2017, 2020 and 2023")));
        }
        if let Some(raw) = series {
            check_years(&mut sheet, raw);
        }
        for line in results.into_iter().flat_map(RawFile::lines) {
            let stage = line.cell(3);
            if !stage.is_empty() && Stage::parse(&stage).is_none() {
                sheet.problem(line.at(3, not_a("stage", &stage)));
            }
            let (sr, ei) = (line.cell(1), line.cell(2));
            if !(sr.is_empty() && ei.is_empty()) {
                self.row(&mut sheet, line, EDITION, None, vec![("sr", sr, 1), ("ei", ei, 2)]);
            }
        }
        Some(sheet)
    }

    fn stage_results(&self, raw: &RawFile) -> Option<Sheet<'p>> {
        let mut sheet = Sheet::new(self.package, "stage-results")?;
        for line in raw.lines() {
            for (stage, sr, scope) in [(Stage::Extraction, 4, 5), (Stage::Processing, 6, 7)] {
                let (risk, printed) = (line.cell(sr), line.cell(scope));
                if risk.is_empty() && printed.is_empty() {
                    continue;
                }
                let id = Scope::parse(&printed).map_or("", Scope::id);
                if id.is_empty() && !printed.is_empty() {
                    sheet.problem(line.at(scope, not_a("scope", &printed)));
                }
                let cells = vec![("sr", risk, sr), ("scope", id.to_owned(), scope)];
                self.row(&mut sheet, line, EDITION, Some(stage), cells);
            }
        }
        Some(sheet)
    }

    fn import_reliance(&self, raw: &RawFile) -> Option<Sheet<'p>> {
        let mut sheet = Sheet::new(self.package, "import-reliance")?;
        for line in raw.lines() {
            for (stage, at) in [(Stage::Extraction, 10), (Stage::Processing, 11)] {
                let cell = line.cell(at);
                if !cell.is_empty() {
                    self.row(&mut sheet, line, EDITION, Some(stage), vec![("ir_pct", cell, at)]);
                }
            }
        }
        Some(sheet)
    }

    /// One row for each material with a value in one of the columns.
    fn by_material(&self, raw: &RawFile, table: &str, columns: &[(&str, usize)]) -> Option<Sheet<'p>> {
        let mut sheet = Sheet::new(self.package, table)?;
        for line in raw.lines() {
            let cells: Vec<Cell<'_>> = columns.iter().map(|(column, at)| (*column, line.cell(*at), *at)).collect();
            if cells.iter().any(|(_, text, _)| !text.is_empty()) {
                self.row(&mut sheet, line, EDITION, None, cells);
            }
        }
        Some(sheet)
    }

    fn supply(&self, raw: &RawFile, table: &str) -> Option<Sheet<'p>> {
        let mut sheet = Sheet::new(self.package, table)?;
        for line in raw.lines() {
            let letter = line.cell(1);
            let Some(stage) = Stage::parse(&letter) else {
                sheet.problem(line.at(1, not_a("stage", &letter)));
                continue;
            };
            match self.names.country(line, 2) {
                Ok(country) => {
                    let share = share(&mut sheet, line, 3);
                    let cells =
                        vec![("country", country.to_owned(), 2), ("share_pct", share, 3), ("trade", line.cell(4), 4)];
                    self.row(&mut sheet, line, EDITION, Some(stage), cells);
                }
                Err(finding) => sheet.problem(finding),
            }
        }
        Some(sheet)
    }

    fn end_uses(&self, raw: &RawFile) -> Option<Sheet<'p>> {
        let mut sheet = Sheet::new(self.package, "end-uses")?;
        let mut lines: BTreeMap<&str, u32> = BTreeMap::new();
        for line in raw.lines() {
            let number = lines.entry(self.names.material(line, 0, None).unwrap_or("")).or_default();
            *number += 1;
            let sector = line.cell(3);
            let code = sector_of(&sector).map(|(code, _)| code.to_owned());
            if code.is_none() && !sector.is_empty() {
                sheet.problem(line.at(3, not_a("NACE sector", &sector)));
            }
            let cells = vec![
                ("line", number.to_string(), 0),
                ("application", line.cell(1), 1),
                ("share_pct", share(&mut sheet, line, 2), 2),
                ("nace", code.unwrap_or_default(), 3),
                ("value_added", line.cell(4), 4),
            ];
            self.row(&mut sheet, line, EDITION, None, cells);
        }
        Some(sheet)
    }

    /// One row for each sector, in the order of its code, with the value that stands beside it most often.
    fn value_added(&self, raw: &RawFile) -> Option<Sheet<'p>> {
        let mut sheet = Sheet::new(self.package, "value-added")?;
        let mut sectors: BTreeMap<String, Sector<'_>> = BTreeMap::new();
        for line in raw.lines() {
            if let Some((code, name)) = sector_of(&line.cell(3)) {
                let sector = sectors.entry(code.to_owned()).or_insert_with(|| Sector {
                    first: line,
                    name: name.to_owned(),
                    lines: Vec::new(),
                });
                sector.lines.push(line);
            }
        }
        for (code, sector) in sectors {
            let value = sector.most_frequent();
            for line in sector.lines.iter().filter(|line| line.cell(4) != value) {
                let says =
                    format!("prints {} as the value added of {code}; {value} stands there most often", line.cell(4));
                sheet.note(line.at(4, Finding::note("import.value-differs", says)));
            }
            let cells = [
                ("edition", EDITION.to_owned(), 0),
                ("nace", code, 3),
                ("name", sector.name, 3),
                ("value_added", value, 4),
            ];
            sheet.push(sector.first, &cells);
        }
        Some(sheet)
    }
}

/// The lines that name a sector.
struct Sector<'a> {
    first: Line<'a>,
    name: String,
    lines: Vec<Line<'a>>,
}

impl Sector<'_> {
    /// The value printed most often, the first of them where two are printed equally often.
    fn most_frequent(&self) -> String {
        let values: Vec<String> = self.lines.iter().map(|line| line.cell(4)).collect();
        let times = |value: &String| values.iter().filter(|other| *other == value).count();
        values.iter().rev().max_by_key(|value| times(value)).cloned().unwrap_or_default()
    }
}

/// Every material has a line for each year; a series without one of them was cut.
fn check_years(sheet: &mut Sheet<'_>, raw: &RawFile) {
    let count = |year: &str| raw.lines().filter(|line| line.cell(1) == year).count();
    let most = YEARS.iter().map(|(year, _)| *year).chain(OTHER_YEARS).map(count).max().unwrap_or(0);
    for year in YEARS.iter().map(|(year, _)| *year).chain(OTHER_YEARS).filter(|year| count(year) < most) {
        let says = format!("has {} materials for {year}, and {most} for another year", count(year));
        let finding = Finding::error("import.incomplete", says).in_file(&raw.file).at(1, 1);
        sheet.problem(finding.hint("fetch the file again; this copy was cut"));
    }
}

/// A share without its percent sign; one that is printed without is said.
fn share(sheet: &mut Sheet<'_>, line: Line<'_>, at: usize) -> String {
    let text = line.cell(at);
    if let Some(bare) = text.strip_suffix('%') {
        return bare.trim_end().to_owned();
    }
    if !text.is_empty() {
        let says = format!("prints {text} without a percent sign; read as {text} %");
        sheet.note(line.at(at, Finding::note("import.no-percent-sign", says)));
    }
    text
}

/// Code and name of a sector: "C25 - Manufacture of fabricated metal products".
fn sector_of(text: &str) -> Option<(&str, &str)> {
    let (code, name) = text.split_once(" - ")?;
    let bytes = code.as_bytes();
    (bytes.len() == 3 && bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(u8::is_ascii_digit))
        .then_some((code, name))
}

/// The dash of the time series is a blank.
fn or_blank(text: String) -> String {
    if text == "-" { String::new() } else { text }
}

fn not_a(what: &str, text: &str) -> Finding {
    Finding::error("value.unknown-word", format!("\"{text}\" is not a {what}"))
        .hint("fetch the file again; this copy is damaged")
}
