//! The World Bank's Worldwide Governance Indicators, one line for each country, year and indicator.

use std::collections::BTreeMap;

use super::names::Names;
use super::raw::{Line, RawFile};
use super::sheet::{Cell, Sheet};
use crate::finding::Finding;
use crate::package::Package;
use crate::study::DIMENSIONS;

/// The former Netherlands Antilles: dissolved in 2010, without an ISO code today.
const DISSOLVED: &str = "ANT";

/// All tables that the files give.
pub(super) fn sheets<'p>(raws: &[RawFile], package: &'p Package) -> Vec<Sheet<'p>> {
    raws.iter().filter_map(|raw| governance(raw, package)).collect()
}

/// The lines of a country and year, by dimension.
type Year<'a> = [Option<Line<'a>>; 6];

fn governance<'p>(raw: &RawFile, package: &'p Package) -> Option<Sheet<'p>> {
    let names = Names::of(package);
    let mut sheet = Sheet::new(package, "governance")?;
    let mut years: BTreeMap<(&str, String), Year<'_>> = BTreeMap::new();
    for line in raw.lines().filter(|line| line.cell(0) != DISSOLVED) {
        let indicator = line.cell(3);
        let Some(at) = DIMENSIONS.iter().position(|known| *known == indicator) else {
            let finding = Finding::error("value.unknown-word", format!("\"{indicator}\" is not an indicator"));
            sheet.problem(line.at(3, finding.hint(format!("the indicators are {}", DIMENSIONS.join(", ")))));
            continue;
        };
        let country = match names.world_bank(line, 0) {
            Ok(country) => country,
            Err(finding) => {
                sheet.problem(finding);
                continue;
            }
        };
        let of = years.entry((country, line.cell(2))).or_default();
        if let Some(first) = of[at].replace(line) {
            let says =
                format!("gives {indicator} of {country} in {} again, after record {}", line.cell(2), first.number);
            sheet.problem(line.at(0, Finding::error("csv.duplicate-key", says).hint("keep one of the two records")));
        }
    }
    for ((country, year), of) in years {
        push(&mut sheet, country, &year, &of);
    }
    Some(sheet)
}

/// One row; none where the six indicators have no estimate at all.
fn push(sheet: &mut Sheet<'_>, country: &str, year: &str, of: &Year<'_>) {
    let Some(any) = of.iter().flatten().next().copied() else { return };
    let mut cells: Vec<Cell<'_>> = vec![("country", country.to_owned(), 0), ("year", year.to_owned(), 2)];
    for ((dimension, column), line) in DIMENSIONS.iter().zip(ERRORS).zip(of) {
        let Some(line) = line else {
            let says = format!("lacks the indicator {dimension} of {country} in {year}");
            let finding = Finding::error("import.incomplete", says).hint("fetch the file again; this copy was cut");
            sheet.problem(any.at(0, finding));
            continue;
        };
        cells.push((*dimension, or_blank(line.cell(4)), 4));
        cells.push((column, single_precision(or_blank(line.cell(5))), 5));
    }
    if cells[2..].iter().any(|(_, text, _)| !text.is_empty()) {
        sheet.push(any, &cells);
    }
}

/// The columns of the standard errors, in the order of the dimensions.
const ERRORS: [&str; 6] = ["cc_se", "ge_se", "pv_se", "rl_se", "rq_se", "va_se"];

fn or_blank(text: String) -> String {
    if text == ".." { String::new() } else { text }
}

/// A single-precision number that was printed as a double-precision one, as the shortest decimal that gives the same
/// single-precision number; anything else as it stands.
fn single_precision(text: String) -> String {
    // Rounding to single precision is the point.
    #[allow(clippy::cast_possible_truncation)]
    match text.parse::<f64>() {
        Ok(number) if f64::from(number as f32) == number => (number as f32).to_string(),
        _ => text,
    }
}
