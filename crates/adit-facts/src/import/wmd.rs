//! World Mining Data of the Austrian Federal Ministry of Finance: one line for each commodity, country and year, the
//! world total at the end of each year.
//!
//! Its figures may be read by who holds them and are not restated in `data/`. The file does not say its edition: an
//! edition is published two years after the last year that it holds, and is called after that.

use std::collections::BTreeMap;

use super::figure::{Cell, Figure, in_tonnes};
use super::names::Names;
use super::raw::{Line, RawFile};
use super::sheet::Sheet;
use crate::finding::Finding;
use crate::package::Package;
use crate::suggest;

mod commodities;

use commodities::{COMMODITIES, Commodity, Taken};

/// The columns of the file.
const COMMODITY: usize = 0;
const COUNTRY: usize = 1;
const ISO: usize = 3;
const YEAR: usize = 4;
const PRODUCTION: usize = 5;
const UNIT: usize = 6;
const DATA_SOURCE: usize = 7;

/// A total may differ from the sum of its lines by this much before it is said.
const SUM_DIFFERS: f64 = 0.01;

/// The table that the file gives.
pub(super) fn sheets<'p>(raws: &[RawFile], package: &'p Package) -> Vec<Sheet<'p>> {
    raws.first().and_then(|raw| production(raw, package)).into_iter().collect()
}

fn production<'p>(raw: &RawFile, package: &'p Package) -> Option<Sheet<'p>> {
    let mut sheet = Sheet::new(package, "production")?;
    let names = Names::of(package);
    let edition = edition(raw);
    let mut sums: BTreeMap<(&str, String), Sum<'_>> = BTreeMap::new();
    for line in raw.lines() {
        let row = match Row::read(line, &names) {
            Ok(row) => row,
            Err(finding) => {
                sheet.problem(finding);
                continue;
            }
        };
        sums.entry((row.commodity.name, line.cell(YEAR))).or_insert(Sum::new(line)).add(&row);
        if let Some(taken) = row.commodity.taken {
            row.push(&mut sheet, &taken, &edition);
        }
    }
    for ((commodity, year), sum) in &sums {
        sum.check(commodity, year, &mut sheet);
    }
    for commodity in COMMODITIES {
        if !sums.keys().any(|(name, _)| *name == commodity.name) {
            let finding = Finding::error("import.incomplete", format!("lacks the commodity {}", commodity.name));
            let finding = finding.in_file(&raw.file).at(1, 1);
            sheet.problem(finding.hint("fetch the file again; this copy was cut"));
        }
    }
    Some(sheet)
}

/// `wmd-2026` for a file that ends with 2024.
fn edition(raw: &RawFile) -> String {
    let last = raw.lines().filter_map(|line| line.cell(YEAR).parse::<u16>().ok()).max().unwrap_or_default();
    format!("wmd-{}", last.saturating_add(2))
}

/// A line of the file.
struct Row<'a> {
    line: Line<'a>,
    commodity: &'static Commodity,
    place: String,
    figure: Figure,
}

impl<'a> Row<'a> {
    fn read(line: Line<'a>, names: &Names<'_>) -> Result<Self, Finding> {
        let name = line.cell(COMMODITY);
        let commodity = COMMODITIES.iter().find(|known| known.name == name).ok_or_else(|| {
            let hint = suggest::hint(&name, COMMODITIES.iter().map(|known| known.name), "fetch the file again");
            let finding = Finding::error("value.unknown-word", format!("\"{name}\" is not a commodity of this table"));
            line.at(COMMODITY, finding.hint(hint))
        })?;
        let unit = line.cell(UNIT);
        let expected = commodity.taken.map(|taken| taken.unit.0);
        if !["metr. t", "kg", "ct", "Mio m3"].contains(&unit.as_str()) || expected.is_some_and(|known| known != unit) {
            let says = format!("\"{unit}\" is not the unit of {name}");
            let hint = format!("it is {}", expected.unwrap_or("metr. t, kg, ct or Mio m3"));
            return Err(line.at(UNIT, Finding::error("value.unknown-word", says).hint(hint)));
        }
        let text = line.cell(PRODUCTION);
        let Some(Cell::Figure(figure)) = Cell::read(&without_noise(&text)) else {
            let finding = Finding::error("value.impossible", format!("\"{text}\" is not a figure of production"));
            return Err(line.at(PRODUCTION, finding.hint("fetch the file again; this copy is damaged")));
        };
        let place = match line.cell(COUNTRY).as_str() {
            "Total" => "world".to_owned(),
            // The name goes first: the code of French Guiana is printed as that of Guyana.
            name => match names.find_country(name).or_else(|| names.find_country(&line.cell(ISO))) {
                Some(country) => country.to_owned(),
                None => names.country(line, COUNTRY)?.to_owned(),
            },
        };
        Ok(Self { line, commodity, place, figure })
    }

    fn push(&self, sheet: &mut Sheet<'_>, taken: &Taken, edition: &str) {
        let mut notes = Vec::new();
        if let Some((_, says)) = taken.factor {
            notes.push(format!("printed {}: {says}", self.figure.printed()));
        }
        let estimated = match self.line.cell(DATA_SOURCE).as_str() {
            "e" => "yes",
            "p" => {
                notes.push("preliminary".to_owned());
                "no"
            }
            "r" => "no",
            _ => "",
        };
        sheet.push(
            self.line,
            &[
                ("edition", edition.to_owned(), YEAR),
                ("material", taken.material.to_owned(), COMMODITY),
                ("stage", taken.stage.id().to_owned(), COMMODITY),
                ("place", self.place.clone(), COUNTRY),
                ("year", self.line.cell(YEAR), YEAR),
                ("form", taken.form.to_owned(), COMMODITY),
                (
                    "quantity",
                    in_tonnes(std::slice::from_ref(&self.figure), taken.unit.1, taken.factor.map(|(by, _)| by)),
                    PRODUCTION,
                ),
                ("estimated", estimated.to_owned(), DATA_SOURCE),
                ("note", notes.join("; "), PRODUCTION),
            ],
        );
    }
}

/// The lines of a commodity and year, and the total below them.
struct Sum<'a> {
    last: Line<'a>,
    countries: f64,
    total: Option<f64>,
}

impl<'a> Sum<'a> {
    fn new(line: Line<'a>) -> Self {
        Self { last: line, countries: 0.0, total: None }
    }

    fn add(&mut self, row: &Row<'a>) {
        self.last = row.line;
        match row.place.as_str() {
            "world" => self.total = Some(row.figure.value()),
            _ => self.countries += row.figure.value(),
        }
    }

    fn check(&self, commodity: &str, year: &str, sheet: &mut Sheet<'_>) {
        match self.total {
            None => {
                let says = format!("lacks the total of {commodity} in {year}");
                let finding = Finding::error("import.incomplete", says).hint("fetch the file again; this copy was cut");
                sheet.problem(self.last.at(COMMODITY, finding));
            }
            Some(total) if (self.countries - total).abs() > SUM_DIFFERS * total => {
                let says = format!(
                    "the countries of {commodity} in {year} add to {:.0}, and the total printed is {total:.0}",
                    self.countries
                );
                sheet.note(self.last.at(PRODUCTION, Finding::note("import.sum-differs", says)));
            }
            Some(_) => {}
        }
    }
}

/// Sums that were printed with all the noise of binary numbers ("1.10000000000001"), to a thousandth.
fn without_noise(text: &str) -> String {
    match text.split_once('.') {
        Some((whole, "0")) => whole.to_owned(),
        Some((_, fraction)) if fraction.len() > 6 => match text.parse::<f64>() {
            Ok(number) => format!("{number:.3}").trim_end_matches('0').trim_end_matches('.').to_owned(),
            Err(_) => text.to_owned(),
        },
        _ => text.to_owned(),
    }
}
