//! ICMM's Global Mining Dataset: mines, smelters, refineries and steel plants of the world, of which those in Europe
//! become sites.
//!
//! The table of sites is merged by hand: one row for each physical site, whose names, kinds and materials were looked
//! at. An asset that the base has therefore keeps its row of the base, and only position and confidence come from the
//! file; an asset that is new becomes a row of its own, under ICMM's number.

use std::collections::{HashMap, HashSet};

use super::names::Names;
use super::raw::{Line, RawFile};
use super::sheet::{Cell, Sheet};
use crate::finding::Finding;
use crate::package::Package;
use crate::suggest;
use crate::table::{Row, Table};

mod asset;

use asset::{COMMODITIES, Commodity, commodity, confidence, kind, mended, position};

/// Id of the source in the package.
const SOURCE: &str = "icmm-gmd-2025-09";

/// What the column `position` says where the coordinates are ICMM's own.
const OWN_POSITION: &str = "ICMM GMD 2025-09";

/// Countries outside the Union whose sites are taken: the rest of Europe and its neighbours in the single market or on
/// the way into it, Turkey among them, and Greenland.
const BEYOND_THE_UNION: [&str; 13] = ["AL", "BA", "CH", "GB", "GL", "IS", "ME", "MK", "NO", "RS", "TR", "UA", "XK"];

/// The columns of the file.
const ID: usize = 0;
const CONFIDENCE: usize = 1;
const NAME: usize = 2;
const ALIASES: usize = 3;
const LATITUDE: usize = 4;
const LONGITUDE: usize = 5;
const TYPE: usize = 6;
const COUNTRY: usize = 7;
const MATERIALS: [usize; 3] = [8, 9, 10];

/// How many other names a note lists.
const MOST_ALIASES: usize = 6;

/// The table of sites.
pub(super) fn sheets<'p>(raws: &[RawFile], package: &'p Package) -> Vec<Sheet<'p>> {
    let (Some(raw), Some(sheet)) = (raws.first(), Sheet::new(package, "sites")) else { return Vec::new() };
    let mut door = Door { names: Names::of(package), package, base: Base::of(package), sheet };
    door.read(raw);
    vec![door.sheet]
}

/// The sites of the base that come from ICMM.
struct Base<'p> {
    table: Option<&'p Table>,
    /// By ICMM's number; a merged site stands under each of its numbers.
    rows: HashMap<&'p str, &'p Row>,
}

impl<'p> Base<'p> {
    fn of(package: &'p Package) -> Self {
        let table = package.table("sites");
        let mut rows = HashMap::new();
        if let Some(table) = table {
            for row in table.rows().iter().filter(|row| row.text(table, "source") == SOURCE) {
                let numbers = row.text(table, "locator").split(';').map(str::trim);
                rows.extend(numbers.filter(|part| part.starts_with("ICMM")).map(|number| (number, row)));
            }
        }
        Self { table, rows }
    }

    /// The first number of a site: the asset whose position it has.
    fn first_number(&self, row: &'p Row) -> &'p str {
        self.table.map_or("", |table| row.text(table, "locator")).split(';').next().unwrap_or("").trim()
    }
}

struct Door<'p> {
    names: Names<'p>,
    package: &'p Package,
    base: Base<'p>,
    sheet: Sheet<'p>,
}

impl<'p> Door<'p> {
    fn read(&mut self, raw: &RawFile) {
        let mut seen: HashSet<String> = HashSet::new();
        let mut last = String::new();
        for line in raw.lines() {
            let number = line.cell(ID);
            if !seen.insert(number.clone()) {
                let finding = Finding::error("csv.duplicate-key", format!("gives {number} again"));
                self.sheet.problem(line.at(ID, finding.hint("keep one of the two records")));
            }
            self.asset(line, &number);
            last = last.max(number);
        }
        self.cut(raw, &seen, &last);
    }

    fn asset(&mut self, line: Line<'_>, number: &str) {
        let country = match self.names.country(line, COUNTRY) {
            Ok(country) => country,
            Err(finding) => return self.sheet.problem(finding),
        };
        let (lat, lon) = match (position(line, LATITUDE, 90.0), position(line, LONGITUDE, 180.0)) {
            (Ok(lat), Ok(lon)) => (lat, lon),
            (lat, lon) => {
                for finding in [lat.err(), lon.err()].into_iter().flatten() {
                    self.sheet.problem(finding);
                }
                return;
            }
        };
        if !self.is_taken(country) {
            return;
        }
        match (self.base.rows.get(number).copied(), self.base.table) {
            (Some(row), Some(table)) if self.base.first_number(row) == number => {
                self.known(line, table, row, [lat, lon]);
            }
            // A second number of a site that was merged.
            (Some(_), _) => {}
            (None, _) => self.new_asset(line, number, country, [lat, lon]),
        }
    }

    fn is_taken(&self, country: &str) -> bool {
        let words = self.package.vocabulary();
        let in_union = words.find_country(country).is_some_and(|found| words.country(found).in_eu27());
        in_union || BEYOND_THE_UNION.contains(&country)
    }

    /// A site of the base: its row, with position and confidence as the file has them now.
    fn known(&mut self, line: Line<'_>, table: &'p Table, row: &'p Row, [lat, lon]: [String; 2]) {
        let own = row.text(table, "position") == OWN_POSITION;
        let mut cells: Vec<Cell<'_>> = Vec::new();
        for (at, field) in table.schema.schema.fields.iter().enumerate() {
            let of_base = row.text_at(at).to_owned();
            cells.push(match field.name.as_str() {
                "lat" if own => ("lat", lat.clone(), LATITUDE),
                "lon" if own => ("lon", lon.clone(), LONGITUDE),
                "confidence" => match self.confidence(line) {
                    Some(word) => ("confidence", word.to_owned(), CONFIDENCE),
                    None => return,
                },
                name => (name, of_base, ID),
            });
        }
        self.sheet.push(line, &cells);
    }

    /// An asset that the base does not have.
    fn new_asset(&mut self, line: Line<'_>, number: &str, country: &str, [lat, lon]: [String; 2]) {
        let Some(confidence) = self.confidence(line) else { return };
        let printed = line.cell(NAME);
        let name = mended(&printed);
        if name != printed {
            let says = format!("prints \"{printed}\", a name that was encoded twice; \"{name}\" is meant");
            self.sheet.note(line.at(NAME, Finding::note("import.encoded-twice", says)));
        }
        let (materials, others) = self.materials(line);
        let cells = [
            ("id", number.to_ascii_lowercase(), ID),
            ("name", name.clone(), NAME),
            ("country", country.to_owned(), COUNTRY),
            ("lat", lat, LATITUDE),
            ("lon", lon, LONGITUDE),
            ("position", OWN_POSITION.to_owned(), LATITUDE),
            ("kind", kind(&line.cell(TYPE)).to_owned(), TYPE),
            ("materials", materials.join(";"), MATERIALS[0]),
            ("status", "unknown".to_owned(), ID),
            ("confidence", confidence.to_owned(), CONFIDENCE),
            ("source", SOURCE.to_owned(), ID),
            ("locator", number.to_owned(), ID),
            ("note", note(line, &name, &others), TYPE),
        ];
        self.sheet.push(line, &cells);
    }

    fn confidence(&mut self, line: Line<'_>) -> Option<&'static str> {
        let word = line.cell(CONFIDENCE);
        let found = confidence(&word);
        if found.is_none() {
            let finding = Finding::error("value.unknown-word", format!("\"{word}\" is not a confidence factor"));
            self.sheet.problem(line.at(CONFIDENCE, finding.hint("they are High, Moderate and Very Low")));
        }
        found
    }

    /// Ids of the materials, and the commodities that are no material here.
    fn materials(&mut self, line: Line<'_>) -> (Vec<&'static str>, Vec<String>) {
        let (mut materials, mut others): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
        for cell in MATERIALS {
            let text = line.cell(cell);
            for word in text.split(';').map(str::trim).filter(|word| !word.is_empty()) {
                match commodity(word) {
                    Some(Commodity::Material(id)) if !materials.contains(&id) => materials.push(id),
                    Some(Commodity::Other) if !others.iter().any(|other| other == word) => others.push(word.to_owned()),
                    Some(_) => {}
                    None => {
                        let finding = Finding::error("name.unknown", format!("the commodity \"{word}\" is not known"));
                        let near = COMMODITIES.iter().map(|(known, _)| *known);
                        let hint = suggest::hint(word, near, "a newer edition of the file may need a newer adit");
                        self.sheet.problem(line.at(cell, finding.hint(hint)));
                    }
                }
            }
        }
        (materials, others)
    }

    /// The file is in the order of ICMM's numbers: one that ends before the last number of the base was cut. Numbers
    /// missing before that were withdrawn by ICMM.
    fn cut(&mut self, raw: &RawFile, seen: &HashSet<String>, last: &str) {
        let mut missing: Vec<&str> = self.base.rows.keys().copied().filter(|number| !seen.contains(*number)).collect();
        missing.sort_unstable();
        let Some(first) = raw.lines().next() else { return };
        if let Some(after) = missing.iter().find(|number| **number > last) {
            let says = format!("ends with {last}, and lacks {after} and others that come after it");
            let finding = Finding::error("import.incomplete", says).in_file(&raw.file).at(1, 1);
            self.sheet.problem(finding.hint("fetch the file again; this copy was cut"));
        } else if let [one, ..] = missing.as_slice() {
            let says = format!("no longer has {} assets of the base, {one} among them", missing.len());
            self.sheet.note(first.at(ID, Finding::note("import.withdrawn", says)));
        }
    }
}

/// What has no column of its own: the type of the asset, other names, and commodities that are no material here.
fn note(line: Line<'_>, name: &str, others: &[String]) -> String {
    let mut parts = vec![format!("Asset type: {}.", line.cell(TYPE))];
    let mut aliases: Vec<String> = Vec::new();
    for alias in line.cell(ALIASES).split(';').map(|alias| mended(alias.trim())) {
        if !alias.is_empty() && alias != name && !aliases.contains(&alias) {
            aliases.push(alias);
        }
    }
    aliases.truncate(MOST_ALIASES);
    if !aliases.is_empty() {
        parts.push(format!("Also: {}.", aliases.join(", ")));
    }
    if !others.is_empty() {
        parts.push(format!("Also {}, which is no material here.", others.join(", ")));
    }
    parts.join(" ")
}
