//! `[[series]]`: products with a stock, what drives them, and what they contain.

use std::sync::Arc;

use indexmap::IndexMap;
use toml::de::{DeTable, DeValue};

use super::content::{self, Composition};
use super::data_file::{self, Rows};
use super::lifetime::{self, Lifetimes};
use super::process::Flow;
use super::reader::{Reader, Said, Within};
use super::route::Route;
use super::time::Time;
use super::{ByYear, limits};
use crate::finding::Finding;
use driver::{Files, by_period, drivers};

mod driver;

pub use driver::Driver;

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
    let mut files = Files::new(time);
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
    let used_net_imports = used_net_imports(reader, table, &whose, files.time());
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
            let rows = data_file::read(reader, &path, "material", within, files.time().years.len(), at)?;
            let contents = by_vintage(reader, rows, &path, &files.time().years)?;
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
