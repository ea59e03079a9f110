//! `[[series]]`: products with a stock, what drives them, and what they contain.

use std::collections::HashMap;
use std::sync::Arc;

use indexmap::IndexMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::content::{self, Composition};
use super::data_file::{self, Given, Rows};
use super::lifetime::{self, Lifetimes};
use super::process::Flow;
use super::reader::{Reader, Said, Within};
use super::route::Route;
use super::time::Time;
use super::{ByYear, limits};
use crate::finding::Finding;

const KEYS: [&str; 17] = [
    "name",
    "unit",
    "note",
    "source",
    "stock",
    "inflow",
    "stock_file",
    "inflow_file",
    "lifetime",
    "lifetime_by_year",
    "survival",
    "initial_cohorts",
    "used_net_imports",
    "negative_inflow",
    "content",
    "content_file",
    "material_unit",
];

/// The name that stands for every name of a file.
const EVERY: &str = "*";

/// A product with a stock.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Its name, unique in the model.
    pub name: String,
    /// What a reader must know of its numbers.
    pub note: Option<String>,
    /// Where its numbers come from.
    pub source: Option<String>,
    /// Unit of stock, inflow and outflow.
    pub unit: Option<String>,
    /// Unit of its materials; where it is given, contents are amounts of it per unit of the product, not shares.
    pub material_unit: Option<String>,
    /// What is known of it, by period.
    pub driver: Driver,
    /// How long it stays in use.
    pub lifetimes: Arc<Lifetimes>,
    /// Stock standing at the start of the first period; `None` if the file says nothing of it.
    pub initial_cohorts: Option<Vec<InitialCohort>>,
    /// Used products that came over the border, net.
    pub used_net_imports: Vec<UsedTrade>,
    /// What to do where a falling stock would need negative inflow.
    pub negative_inflow: NegativeInflow,
    /// What it contains directly, by year of entry.
    pub contents: Arc<Vec<Content>>,
    /// Byte of the model file at which it stands.
    pub at: usize,
}

/// What drives a series: one number for each period.
#[derive(Debug, Clone, PartialEq)]
pub enum Driver {
    /// Stock at the end of each period.
    Stock(Vec<f64>),
    /// Inflow in each period.
    Inflow(Vec<f64>),
}

/// Stock standing at the start of the first period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InitialCohort {
    /// Its age then, in years.
    pub age: f64,
    /// How much is left of it then.
    pub value: f64,
}

/// Used products that came in one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UsedTrade {
    /// Year of the period.
    pub year: i32,
    /// Their age when they come, which is when new goods of that period come, in years.
    pub age: f64,
    /// Imports less exports.
    pub value: f64,
}

/// What to do where a falling stock would need negative inflow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NegativeInflow {
    /// Stop with an error that names the year.
    Error,
    /// Retire all cohorts early by one factor.
    Retire,
}

impl NegativeInflow {
    /// The words of model files.
    pub const WORDS: [(&'static str, Self); 2] = [("error", Self::Error), ("retire", Self::Retire)];

    /// The word of model files.
    pub fn word(self) -> &'static str {
        Self::WORDS.into_iter().find(|(_, meant)| *meant == self).map_or("", |(word, _)| word)
    }
}

/// How much of something a unit of the product has, by year of entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// Component, material or element.
    pub name: String,
    /// Amount in a unit of product.
    pub amount: ByYear,
}

pub(super) fn read(
    reader: &mut Reader<'_>,
    top: &DeTable<'_>,
    time: &Time,
    composition: &[Composition],
) -> Vec<Series> {
    if top.get("series").is_none() && top.get("process").is_none() {
        reader.missing("the model", "[[series]]", "write [[series]] with name, stock or inflow, and lifetime", 0);
    }
    let mut files = Files { time, read: HashMap::new() };
    let mut all = Vec::new();
    for (table, at) in reader.tables(top, "series") {
        all.extend(one(reader, table, at, &mut files, composition));
        if let Some(finding) = limits::too_many_series(all.len(), time.years.len()) {
            reader.say(finding, at);
            return all;
        }
    }
    files.unused(reader);
    all
}

fn one(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    at: usize,
    files: &mut Files<'_>,
    composition: &[Composition],
) -> Vec<Series> {
    if table.get("name").is_none() {
        reader.missing("a series", "name", "write name = and what the product is called", at);
    }
    let name = reader.text_of(table, "name", "a series");
    let whose = name.clone().unwrap_or_else(|| "a series".to_owned());
    reader.known_keys(table, &whose, &KEYS);
    let note = reader.text_of(table, "note", &whose);
    let source = reader.text_of(table, "source", &whose);
    let unit = reader.text_of(table, "unit", &whose);
    let material_unit = reader.text_of(table, "material_unit", &whose);
    let drivers = drivers(reader, table, &whose, at, files);
    let lifetimes = lifetime::read(reader, table, &whose, at);
    let initial_cohorts = initial_cohorts(reader, table, &whose).ok();
    let used_net_imports = used_net_imports(reader, table, &whose, files.time);
    let negative_inflow = table.get("negative_inflow").map_or(Some(NegativeInflow::Error), |value| {
        reader.word(value, &format!("negative_inflow of {whose}"), &NegativeInflow::WORDS)
    });
    let contents = contents(reader, table, &whose, material_unit.is_some(), files, composition);
    let (Some(drivers), Some(lifetimes), Some(initial_cohorts), Some(used_net_imports), Some(negative_inflow)) =
        (drivers, lifetimes, initial_cohorts, used_net_imports, negative_inflow)
    else {
        return Vec::new();
    };
    let (Some(_), Some(contents)) = (name, contents) else { return Vec::new() };
    let (lifetimes, contents) = (Arc::new(lifetimes), Arc::new(contents));
    let made = |(name, driver)| Series {
        name,
        note: note.clone(),
        source: source.clone(),
        unit: unit.clone(),
        material_unit: material_unit.clone(),
        driver,
        lifetimes: Arc::clone(&lifetimes),
        initial_cohorts: initial_cohorts.clone(),
        used_net_imports: used_net_imports.clone(),
        negative_inflow,
        contents: Arc::clone(&contents),
        at,
    };
    drivers.into_iter().map(made).collect()
}

/// The files of all series: each is read once.
struct Files<'t> {
    time: &'t Time,
    read: HashMap<String, Option<Read>>,
}

/// A file, and which of its names and years were used.
struct Read {
    rows: Rows,
    used: Vec<bool>,
}

impl Files<'_> {
    fn get(&mut self, reader: &mut Reader<'_>, path: &str, at: usize) -> Option<&mut Read> {
        if !self.read.contains_key(path) {
            let rows = data_file::read(reader, path, "name", Within::NotNegative, self.time.years.len(), at);
            let read = rows.map(|rows| Read { used: vec![false; rows.len()], rows });
            self.read.insert(path.to_owned(), read);
        }
        self.read.get_mut(path)?.as_mut()
    }

    /// Names that no series took are mostly misspelt.
    fn unused(&self, reader: &mut Reader<'_>) {
        let mut paths: Vec<(&String, &Read)> =
            self.read.iter().filter_map(|(path, read)| Some((path, read.as_ref()?))).collect();
        paths.sort_by_key(|(path, _)| *path);
        for (path, read) in paths {
            let unused: Vec<(&String, &Vec<Given>)> =
                read.rows.iter().zip(&read.used).filter(|(_, used)| !**used).map(|(row, _)| row).collect();
            if let Some((name, given)) = unused.first() {
                let more = if unused.len() > 1 { format!(" and {} more", unused.len() - 1) } else { String::new() };
                let finding =
                    Finding::warning("model-file.not-used", format!("{name}{more}: of no series in the model"));
                let line = given.first().map_or(1, |first| first.line);
                let hint = "add a [[series]] of that name, or name = \"*\" for every name of the file";
                reader.say_elsewhere(finding.in_file(path).at(line, 1).hint(hint));
            }
        }
    }
}

/// Name and driver of each series that the table means: one, or with `name = "*"` every one of its file.
fn drivers(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    whose: &str,
    at: usize,
    files: &mut Files<'_>,
) -> Option<Vec<(String, Driver)>> {
    let given: Vec<(&str, &Spanned<DeValue<'_>>)> = ["stock", "inflow", "stock_file", "inflow_file"]
        .into_iter()
        .filter_map(|key| Some((key, table.get(key)?)))
        .collect();
    let (key, value) = match given.as_slice() {
        [one] => *one,
        [] => {
            let hint = "write stock = [...] or inflow = [...], or name a CSV file: stock_file = \"stock.csv\"";
            reader.missing(whose, "stock or inflow", hint, at);
            return None;
        }
        [(first, _), (second, value), ..] => {
            let finding = Finding::error("model-file.driver", format!("{whose} has both {first} and {second}"));
            reader.say(finding.hint("a series is driven by its stock or by its inflow: keep one"), value.span().start);
            return None;
        }
    };
    let made: fn(Vec<f64>) -> Driver = if key.starts_with("stock") { Driver::Stock } else { Driver::Inflow };
    let what = format!("{key} of {whose}");
    if key.ends_with("_file") {
        let path = reader.text(value, &what)?;
        return from_file(reader, &path, whose, value.span().start, files, made);
    }
    if whose == EVERY {
        let finding =
            Finding::error("model-file.driver", "name = \"*\" means every name of a file, and there is no file");
        reader.say(finding.hint("write stock_file or inflow_file, or a name"), value.span().start);
        return None;
    }
    let numbers = reader.numbers(value, &what, Within::NotNegative)?;
    let periods = files.time.years.len();
    if numbers.len() != periods {
        let says = format!("{what} has {} numbers for {periods} years", numbers.len());
        reader
            .say(Finding::error("model-file.length", says).hint("write one number for each year"), value.span().start);
        return None;
    }
    Some(vec![(whose.to_owned(), made(numbers))])
}

fn from_file(
    reader: &mut Reader<'_>,
    path: &str,
    whose: &str,
    at: usize,
    files: &mut Files<'_>,
    made: fn(Vec<f64>) -> Driver,
) -> Option<Vec<(String, Driver)>> {
    let years = files.time.years.clone();
    let read = files.get(reader, path, at)?;
    let positions: Vec<usize> = if whose == EVERY {
        (0..read.rows.len()).collect()
    } else if let Some(position) = read.rows.get_index_of(whose) {
        vec![position]
    } else {
        let names: Vec<&str> = read.rows.keys().map(String::as_str).take(1000).collect();
        let hint = crate::suggest::hint(whose, names, "write the name as it stands in the column name");
        let says = format!("{path} has no rows of {whose}");
        reader.say(Finding::error("model-file.unknown-name", says).hint(hint), at);
        return None;
    };
    let mut found = Vec::with_capacity(positions.len());
    let mut findings = Vec::new();
    for position in positions {
        read.used[position] = true;
        let Some((name, rows)) = read.rows.get_index(position) else { continue };
        match by_period(rows, &years) {
            Ok(numbers) => found.push((name.clone(), made(numbers))),
            Err((year, line)) => {
                let finding = Finding::error("model-file.gap", format!("{name} has no value for {year}"));
                let hint = "add a row for every year of [time]; what is not known cannot be computed with";
                findings.push(finding.in_file(path).at(line, 1).hint(hint));
            }
        }
    }
    let sound = findings.is_empty();
    for finding in findings {
        reader.say_elsewhere(finding);
    }
    sound.then_some(found)
}

/// A value for each year; else the first year without one, and the line after which it should stand.
fn by_period(rows: &[Given], years: &[i32]) -> Result<Vec<f64>, (i32, u64)> {
    let mut at = 0;
    years
        .iter()
        .map(|year| {
            while rows.get(at).is_some_and(|row| row.year < *year) {
                at += 1;
            }
            match rows.get(at).filter(|row| row.year == *year) {
                Some(row) => Ok(row.value),
                None => Err((*year, rows.get(at.saturating_sub(1)).map_or(1, |row| row.line))),
            }
        })
        .collect()
}

fn initial_cohorts(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    whose: &str,
) -> Result<Option<Vec<InitialCohort>>, Said> {
    let Some(value) = table.get("initial_cohorts") else { return Ok(None) };
    let what = format!("initial_cohorts of {whose}");
    let DeValue::Array(list) = value.get_ref() else {
        reader.wrong_type(&what, "a list of tables such as [{ age = 5, value = 3.0 }]", value);
        return Err(Said);
    };
    // An empty list says that nothing stood there, which is not the same as saying nothing.
    let mut cohorts = Vec::with_capacity(list.len());
    let tables = if list.is_empty() { Vec::new() } else { reader.tables_in(value, &what) };
    for (entry, at) in tables {
        reader.known_keys(entry, &what, &["age", "value"]);
        let age = reader.needed(entry, "age", &what, Within::NotNegative, at);
        let amount = reader.needed(entry, "value", &what, Within::NotNegative, at);
        cohorts.extend(age.zip(amount).map(|(age, value)| InitialCohort { age, value }));
    }
    if cohorts.len() == list.len() { Ok(Some(cohorts)) } else { Err(Said) }
}

fn used_net_imports(reader: &mut Reader<'_>, table: &DeTable<'_>, whose: &str, time: &Time) -> Option<Vec<UsedTrade>> {
    let Some(value) = table.get("used_net_imports") else { return Some(Vec::new()) };
    let what = format!("used_net_imports of {whose}");
    let tables = reader.tables_in(value, &what);
    let wanted = tables.len();
    let mut trade = Vec::with_capacity(wanted);
    for (entry, at) in tables {
        reader.known_keys(entry, &what, &["year", "age", "value"]);
        let age = reader.needed(entry, "age", &what, Within::Positive, at);
        let amount = reader.needed(entry, "value", &what, Within::Any, at);
        let year = reader.needed_year(entry, "year", &what, at);
        if let Some(year) = year.filter(|year| time.position(*year).is_none()) {
            let finding = Finding::error("model-file.years", format!("{what}: {year} is no year of [time]"));
            reader.say(finding.hint("write one of the years of the model"), at);
            continue;
        }
        if let (Some(year), Some(age), Some(value)) = (year, age, amount) {
            trade.push(UsedTrade { year, age, value });
        }
    }
    (wanted > 0 && trade.len() == wanted).then_some(trade)
}

fn contents(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    whose: &str,
    amounts: bool,
    files: &Files<'_>,
    composition: &[Composition],
) -> Option<Vec<Content>> {
    let within = if amounts { Within::NotNegative } else { Within::Share };
    let what = format!("content of {whose}");
    match (table.get("content"), table.get("content_file")) {
        (None, None) => Some(Vec::new()),
        (Some(_), Some(value)) => {
            let finding = Finding::error("model-file.driver", format!("{whose} has both content and content_file"));
            reader.say(finding.hint("keep one of the two"), value.span().start);
            None
        }
        (Some(value), None) => {
            let DeValue::Table(given) = value.get_ref() else {
                reader.wrong_type(&what, "a table such as { copper = 0.02 }", value);
                return None;
            };
            let contents = content::amounts(reader, given, &what, within)?;
            content::sums_to_one(reader, &contents, &what, amounts, value.span().start);
            Some(contents)
        }
        (None, Some(value)) => {
            let path = reader.text(value, &format!("content_file of {whose}"))?;
            let at = value.span().start;
            let rows = data_file::read(reader, &path, "material", within, files.time.years.len(), at)?;
            let contents = by_vintage(reader, rows, &path, &files.time.years)?;
            content::sums_to_one(reader, &contents, &what, amounts, at);
            Some(contents)
        }
    }
    .inspect(|contents| content::known(reader, contents, composition))
}

/// Contents from a file, which has every year of the model, and earlier ones for cohorts that stood before it.
fn by_vintage(reader: &mut Reader<'_>, rows: Rows, path: &str, years: &[i32]) -> Option<Vec<Content>> {
    let mut contents = Vec::with_capacity(rows.len());
    let all = rows.len();
    for (name, rows) in rows {
        if let Err((year, line)) = by_period(&rows, years) {
            let finding = Finding::error("model-file.gap", format!("{name} has no value for {year}"));
            let hint = "add a row for every year of [time]; content = { copper = [[2000, 0.1], [2020, 0.2]] } is linear between years";
            reader.say_elsewhere(finding.in_file(path).at(line, 1).hint(hint));
            continue;
        }
        let points = rows.iter().map(|row| (f64::from(row.year), row.value)).collect();
        contents.push(Content { name, amount: ByYear::new(points) });
    }
    (contents.len() == all).then_some(contents)
}

/// Paths of parameters begin with a name: series, routes and flows share one set of names.
pub(super) fn names_once(reader: &mut Reader<'_>, series: &[Series], routes: &[Route], flows: &[Flow]) {
    let named = series.iter().map(|one| ("series", &one.name, one.at));
    let named = named.chain(routes.iter().map(|one| ("route", &one.name, one.at)));
    let named = named.chain(flows.iter().map(|one| ("flow", &one.name, one.at)));
    let mut first: IndexMap<&str, (&str, usize)> = IndexMap::new();
    for (what, name, at) in named {
        if let Some((other, before)) = first.get(name.as_str()) {
            let (line, _) = reader.text.line_and_column(*before);
            let says = format!("the {what} {name} has the name of the {other} of line {line}");
            let finding = Finding::error("model-file.twice", says);
            reader.say(finding.hint("give each series, route and flow a name of its own"), at);
        } else {
            first.insert(name, (what, at));
        }
    }
}
