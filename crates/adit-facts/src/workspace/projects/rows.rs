//! From a project file to rows of the tables `projects`, `project-capacities` and `project-figures`.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::place;
use super::reader::{Given, Reader, Wanted};
use crate::finding::Finding;
use crate::package::Package;
use crate::table::{Extra, MadeCell, MadeRow};

/// Keys of the file that become cells of `projects`.
const PROJECT: [&str; 9] = ["name", "promoter", "country", "place", "status", "as_of", "unfc", "confidence", "note"];

/// Keys of the file that become rows of `project-figures`: key, name there, unit.
const FIGURES: [(&str, &str, &str); 3] = [
    ("capex", "capex", "million EUR"),
    ("public_funding", "public-funding", "million EUR, grant equivalent"),
    ("jobs", "jobs", "persons"),
];

/// Keys of a `[[capacity]]`: key, column of `project-capacities`, type.
const CAPACITY: [(&str, &str, Wanted); 16] = [
    ("material", "material", Wanted::Text),
    ("stage", "stage", Wanted::Text),
    ("capacity", "capacity", Wanted::Number),
    ("unit", "unit", Wanted::Text),
    ("contained", "contained_t", Wanted::Number),
    ("conversion", "conversion", Wanted::Text),
    ("start", "start", Wanted::Whole),
    ("lat", "lat", Wanted::Number),
    ("lon", "lon", Wanted::Number),
    ("region", "nuts2", Wanted::Text),
    ("probability", "probability", Wanted::Number),
    ("ramp", "ramp", Wanted::Number),
    ("utilisation", "utilisation", Wanted::Number),
    ("needs", "needs", Wanted::Text),
    ("input", "input", Wanted::Text),
    ("confidence", "confidence", Wanted::Text),
];

/// Keys that say where numbers come from.
const SOURCE: [&str; 3] = ["source", "locator", "note"];

/// What a file gives.
#[derive(Default)]
pub(super) struct ProjectRows {
    /// Rows by table.
    pub tables: Vec<(&'static str, Vec<MadeRow>)>,
    /// Projects that the file says are needed.
    pub needs: Vec<Given>,
}

/// Reads a file that is sound TOML; the reader keeps what is wrong with it.
pub(super) fn read(reader: &mut Reader<'_>, top: &DeTable<'_>, id: &str, package: &Package) -> ProjectRows {
    let figures = FIGURES.map(|(key, ..)| key);
    let keys: Vec<&str> =
        ["format"].into_iter().chain(PROJECT).chain(figures).chain(["source", "locator", "capacity"]).collect();
    reader.known_keys(top, &keys);
    reader.format(top);
    let source = Cited::read(reader, top, None);
    let mut of_file = File { reader, id, package, source, needs: Vec::new() };
    let project = of_file.project(top);
    let figures = of_file.figures(top);
    let capacities = of_file.capacities(top);
    let needs = of_file.needs;
    ProjectRows {
        tables: vec![("projects", vec![project]), ("project-capacities", capacities), ("project-figures", figures)],
        needs,
    }
}

/// Where numbers come from, by the nearest table that says so.
#[derive(Clone, Default)]
struct Cited {
    source: Option<Given>,
    locator: Option<Given>,
    note: Option<Given>,
}

impl Cited {
    /// The source that a table names, or that of the file around it. A note belongs to its own table only.
    fn read(reader: &mut Reader<'_>, table: &DeTable<'_>, around: Option<&Self>) -> Self {
        let [source, locator, note] = SOURCE.map(|key| reader.given(table, key, Wanted::Text));
        let around = around.filter(|_| source.is_none());
        Self {
            source: source.or_else(|| around.and_then(|around| around.source.clone())),
            locator: locator.or_else(|| around.and_then(|around| around.locator.clone())),
            note,
        }
    }

    fn extra(&self) -> Extra {
        let text = |given: &Option<Given>| given.as_ref().map(|given| given.text.clone());
        Extra { source: text(&self.source), locator: text(&self.locator), quality: None, note: text(&self.note) }
    }
}

struct File<'r, 'a, 'p> {
    reader: &'r mut Reader<'a>,
    id: &'p str,
    package: &'p Package,
    source: Cited,
    needs: Vec<Given>,
}

impl File<'_, '_, '_> {
    fn cell(&self, column: &'static str, given: &Given) -> MadeCell {
        MadeCell { column, text: given.text.clone(), at: self.reader.at(&given.span) }
    }

    /// A cell that the file does not write itself, at the place of what it belongs to.
    fn implied(&self, column: &'static str, text: impl Into<String>, span: &Range<usize>) -> MadeCell {
        MadeCell { column, text: text.into(), at: self.reader.at(span) }
    }

    /// The columns in which a row says where it comes from.
    fn sourced(&self, source: &Cited, span: &Range<usize>) -> Vec<MadeCell> {
        let line = format!("{}, line {}", self.reader.file, self.reader.at(span).0);
        let locator = source.locator.as_ref().map_or(line, |given| given.text.clone());
        let mut cells = vec![self.implied("locator", locator, span)];
        cells.extend(source.source.as_ref().map(|given| self.cell("source", given)));
        cells.extend(source.note.as_ref().map(|given| self.cell("note", given)));
        cells
    }

    fn project(&mut self, top: &DeTable<'_>) -> MadeRow {
        let is_new = self.package.table("projects").is_some_and(|table| table.row(self.id).is_none());
        let mut cells = vec![self.implied("id", self.id, &(0..0))];
        for key in PROJECT {
            let Some(given) = self.reader.given(top, key, Wanted::Text) else { continue };
            self.check_text(key, &given);
            if key == "status" {
                self.say_override(&given);
            }
            if key != "note" {
                cells.push(self.cell(key, &given));
            }
        }
        let says_something = cells.len() > 1 || self.source.note.is_some();
        if is_new {
            cells.push(self.implied("set", "workspace", &(0..0)));
        }
        if is_new || says_something {
            cells.extend(self.sourced(&self.source, &(0..0)));
            self.refuse_twice("projects", self.id, &(0..0));
        }
        MadeRow { cells, at: (1, 1), extra: self.source.extra() }
    }

    /// Forms that the schema describes and does not check.
    fn check_text(&mut self, key: &str, given: &Given) {
        let (sound, hint) = match key {
            "as_of" => (is_month_or_year(&given.text), "write a year or a month: 2026 or 2026-03"),
            "unfc" => (is_unfc(&given.text), "write the class as E2F2G1, or with its sub-classes as E1.1F1.2G1"),
            _ => return,
        };
        if !sound {
            let says = format!("{key}: \"{}\" is not of its form", given.text);
            self.reader.say(Finding::error("project.form", says).hint(hint), given.span.clone());
        }
    }

    /// A status is no number, so that it is not among the conflicts of numbers.
    fn say_override(&mut self, given: &Given) {
        let Some(below) = self.package.project(self.id) else { return };
        if below.status != given.text {
            let says = format!("{}: status {} is laid over {} ({})", self.id, given.text, below.status, below.source);
            self.reader.say(Finding::note("workspace.override", says), given.span.clone());
        }
    }

    fn figures(&mut self, top: &DeTable<'_>) -> Vec<MadeRow> {
        let mut rows = Vec::new();
        for (key, figure, unit) in FIGURES {
            let Some(value) = top.get(key) else { continue };
            let (amount, year, source) = if let DeValue::Table(table) = value.get_ref() {
                self.reader.known_keys(table, &["amount", "year", "source", "locator", "note"]);
                let source = Cited::read(self.reader, table, Some(&self.source));
                let amount = self.reader.given(table, "amount", Wanted::Number);
                if !table.contains_key("amount") {
                    self.lacks(&format!("[{key}]"), "amount", value.span());
                }
                (amount, self.reader.given(table, "year", Wanted::Whole), source)
            } else {
                let source = Cited { note: None, ..self.source.clone() };
                (self.reader.of_type(value, key, Wanted::Number), None, source)
            };
            let Some(amount) = amount else { continue };
            self.refuse_without_source(&source, key, &amount.span);
            self.refuse_twice("project-figures", &format!("{}/{figure}", self.id), &amount.span);
            let mut cells = vec![
                self.implied("project", self.id, &amount.span),
                self.implied("figure", figure, &amount.span),
                self.cell("amount", &amount),
                self.implied("unit", unit, &amount.span),
                self.implied("source_kind", "user", &amount.span),
            ];
            cells.extend(year.map(|year| self.cell("year", &year)));
            cells.extend(self.sourced(&source, &amount.span));
            rows.push(MadeRow { cells, at: self.reader.at(&amount.span), extra: source.extra() });
        }
        rows
    }

    fn capacities(&mut self, top: &DeTable<'_>) -> Vec<MadeRow> {
        let Some(value) = top.get("capacity") else { return Vec::new() };
        let DeValue::Array(list) = value.get_ref() else {
            self.reader.wrong_type("capacity", "a list of [[capacity]] tables", value.get_ref(), value.span());
            return Vec::new();
        };
        let mut rows = Vec::new();
        let mut seen: Vec<(String, u64)> = Vec::new();
        for entry in list {
            match entry.get_ref() {
                DeValue::Table(table) => rows.extend(self.capacity(table, entry, &mut seen)),
                other => self.reader.wrong_type("capacity", "a [[capacity]] table", other, entry.span()),
            }
        }
        rows
    }

    fn capacity(
        &mut self,
        table: &DeTable<'_>,
        entry: &Spanned<DeValue<'_>>,
        seen: &mut Vec<(String, u64)>,
    ) -> Option<MadeRow> {
        let keys: Vec<&str> = CAPACITY.iter().map(|(key, ..)| *key).chain(SOURCE).collect();
        self.reader.known_keys(table, &keys);
        let source = Cited::read(self.reader, table, Some(&self.source));
        let mut all: Vec<(&str, &'static str, Given)> = Vec::new();
        for (key, column, wanted) in CAPACITY {
            all.extend(self.reader.given(table, key, wanted).map(|given| (key, column, given)));
        }
        for key in ["material", "stage"].into_iter().filter(|key| !table.contains_key(*key)) {
            self.lacks("[[capacity]]", key, entry.span());
        }
        let find = |key: &str| all.iter().find(|(name, ..)| *name == key).map(|(.., given)| given.clone());
        let (material, stage) = (find("material")?, find("stage")?);
        let key = format!("{}/{}/{}", self.id, material.text, stage.text);
        let line = self.reader.at(&material.span).0;
        match seen.iter().find(|(other, _)| *other == key) {
            Some((_, first)) => {
                let says = format!("gives {} at {} again, after line {first}", material.text, stage.text);
                let finding = Finding::error("project.twice", says).hint("keep one of the two");
                self.reader.say(finding, material.span.clone());
                return None;
            }
            None => seen.push((key.clone(), line)),
        }
        self.refuse_twice("project-capacities", &key, &material.span);
        let tonnes = ["capacity", "contained"].map(find);
        let number = CAPACITY.iter().filter(|(.., wanted)| *wanted != Wanted::Text).find_map(|(key, ..)| find(key));
        if let Some(number) = &number {
            self.refuse_without_source(&source, "this [[capacity]]", &number.span);
        }
        self.check_contained(&key, &tonnes, &material);
        let region = find("region").map(|given| (place::region(self.reader, &given, self.package), given));
        self.check_place([find("lat"), find("lon")], region.as_ref().and_then(|(code, _)| code.as_deref()));
        self.needs.extend(find("needs"));
        let mut cells = vec![self.implied("project", self.id, &material.span)];
        for (key, column, given) in &all {
            match (*key, &region) {
                ("region", Some((Some(code), _))) => cells.push(self.implied(column, code.as_str(), &given.span)),
                ("region", _) => {}
                _ => cells.push(self.cell(column, given)),
            }
        }
        let is_new = self.package.table("project-capacities").is_some_and(|table| table.row(&key).is_none());
        // Who changes a probability does not become the source of the tonnes.
        if is_new || tonnes.iter().any(Option::is_some) {
            cells.push(self.implied("source_kind", "user", &material.span));
            cells.extend(self.sourced(&source, &material.span));
        }
        Some(MadeRow { cells, at: self.reader.at(&material.span), extra: source.extra() })
    }

    /// The models count contained tonnes: a figure without them, or new beside old ones, is said.
    fn check_contained(&mut self, key: &str, [stated, contained]: &[Option<Given>; 2], material: &Given) {
        let below = self.package.table("project-capacities").and_then(|table| {
            let column = table.schema.column("contained_t")?;
            Some(table.row(key)?.1.text_at(column).to_owned()).filter(|text| !text.is_empty())
        });
        let says = match (stated, contained, below) {
            (Some(_), None, Some(old)) => format!("{}: the contained tonnes of the base stay: {old}", material.text),
            (Some(_), None, None) => {
                format!("{}: contained tonnes are not stated, so that it counts nowhere", material.text)
            }
            _ => return,
        };
        let hint = "write contained = tonnes a year of the metal, or of the reference form of the material";
        let span = stated.as_ref().map_or(material.span.clone(), |given| given.span.clone());
        self.reader.say(Finding::warning("project.contained", says).hint(hint), span);
    }

    fn check_place(&mut self, coordinates: [Option<Given>; 2], region: Option<&str>) {
        match coordinates {
            [Some(lat), Some(lon)] => place::coordinates(self.reader, &lat, &lon, region, self.package),
            [None, None] => {}
            [Some(one), None] | [None, Some(one)] => {
                let finding = Finding::error("project.missing-key", "one coordinate without the other");
                self.reader.say(finding.hint("write both lat and lon, in degrees"), one.span);
            }
        }
    }

    fn lacks(&mut self, what: &str, key: &str, span: Range<usize>) {
        let finding = Finding::error("project.missing-key", format!("{what} lacks {key}"));
        self.reader.say(finding.hint(format!("add {key} = ...")), span);
    }

    fn refuse_without_source(&mut self, source: &Cited, what: &str, span: &Range<usize>) {
        if source.source.is_none() {
            let hint =
                "add source = \"...\", an id of `adit facts sources` or a few words, here or at the top of the file";
            let finding = Finding::error("fact.no-source", format!("{what} has a number and names no source"));
            self.reader.say(finding.hint(hint), span.clone());
        }
    }

    /// A row that another file of the workspace gave: both cannot be meant.
    fn refuse_twice(&mut self, table: &str, key: &str, span: &Range<usize>) {
        let Some(table) = self.package.table(table) else { return };
        let Some((_, row)) = table.row(key).filter(|(_, row)| row.is_touched()) else { return };
        let other = (0..table.schema.schema.fields.len()).map(|at| row.origin(at)).find(|origin| !origin.is_base());
        let place = other.map(|origin| format!("{}, line {}", table.file(origin), origin.line)).unwrap_or_default();
        let says = format!("{} {key} stands in this workspace already: {place}", table.schema.name);
        self.reader.say(Finding::error("project.twice", says).hint("keep one of the two"), span.clone());
    }
}

fn is_month_or_year(text: &str) -> bool {
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    match text.split_once('-') {
        None => digits(text, 4),
        Some((year, month)) => digits(year, 4) && digits(month, 2) && ("01"..="12").contains(&month),
    }
}

/// A class of the United Nations Framework Classification: the three axes in order, each with its category.
fn is_unfc(text: &str) -> bool {
    let mut rest = text;
    for (axis, most) in [('E', '3'), ('F', '4'), ('G', '4')] {
        let Some(after) = rest.strip_prefix(axis) else { return false };
        let mut letters = after.chars();
        if !letters.next().is_some_and(|class| ('1'..=most).contains(&class)) {
            return false;
        }
        rest = letters
            .as_str()
            .trim_start_matches(|letter: char| letter == axis || letter.is_ascii_digit() || ".,+ ".contains(letter));
    }
    rest.is_empty()
}
