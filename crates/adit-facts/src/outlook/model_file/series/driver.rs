//! What drives a series: its stock or its inflow, written out or in a file.

use std::collections::HashMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::EVERY;
use crate::finding::Finding;
use crate::outlook::model_file::data_file::{self, Given, Rows};
use crate::outlook::model_file::reader::{Reader, Within};
use crate::outlook::model_file::time::Time;

/// What drives a series: one number for each period.
#[derive(Debug, Clone, PartialEq)]
pub enum Driver {
    /// Stock at the end of each period.
    Stock(Vec<f64>),
    /// Inflow in each period.
    Inflow(Vec<f64>),
}

/// The files of all series: each is read once.
pub(super) struct Files<'t> {
    time: &'t Time,
    read: HashMap<String, Option<Read>>,
}

/// A file, and which of its names and years were used.
struct Read {
    rows: Rows,
    used: Vec<bool>,
}

impl<'t> Files<'t> {
    /// No file has been read yet.
    pub(super) fn new(time: &'t Time) -> Self {
        Self { time, read: HashMap::new() }
    }

    /// The periods that files must cover.
    pub(super) fn time(&self) -> &'t Time {
        self.time
    }

    fn get(&mut self, reader: &mut Reader<'_>, path: &str, at: usize) -> Option<&mut Read> {
        if !self.read.contains_key(path) {
            let rows = data_file::read(reader, path, "name", Within::NotNegative, self.time.years.len(), at);
            let read = rows.map(|rows| Read { used: vec![false; rows.len()], rows });
            self.read.insert(path.to_owned(), read);
        }
        self.read.get_mut(path)?.as_mut()
    }

    /// Names that no series took are mostly misspelt.
    pub(super) fn unused(&self, reader: &mut Reader<'_>) {
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
pub(super) fn drivers(
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
pub(super) fn by_period(rows: &[Given], years: &[i32]) -> Result<Vec<f64>, (i32, u64)> {
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
