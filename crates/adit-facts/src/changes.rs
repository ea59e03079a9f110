//! Scenarios: changes to facts, in one file format for all rooms.
//!
//! ```toml
//! format = 1
//! name = "A quarter of lithium refining in Finland"
//! [[change]]
//! fact = "eu-supply/ec-2023/lithium/processing/*/share"   # a key, or a pattern: * stands for one part
//! scale = 0.75
//! [[change]]
//! fact = "eu-supply/ec-2023/lithium/processing/FI/share"
//! add = 0.25
//! ```
//!
//! An amount is a number, or `{ value = 1.3, low = 1.2, high = 1.4 }` where it is itself uncertain. Changes apply in
//! order. `set` and `add` on a supplier that a list does not have add that supplier.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::finding::Finding;
use crate::key::Pattern;
use crate::package::Package;
use crate::printed::Printed;

/// How much, with bounds where it is uncertain.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Amount {
    /// A plain number.
    Exact(f64),
    /// A number with bounds.
    Between {
        /// Value.
        value: f64,
        /// Lowest.
        low: f64,
        /// Highest.
        high: f64,
    },
}

impl Amount {
    /// As a number with bounds.
    pub fn number(self) -> Printed {
        match self {
            Self::Exact(value) => Printed::exact(value),
            Self::Between { value, low, high } => Printed { value, low, high },
        }
    }

    fn is_sound(self) -> bool {
        let Printed { value, low, high } = self.number();
        value.is_finite() && low.is_finite() && high.is_finite() && low <= value && value <= high
    }
}

/// What is done to a fact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Operation {
    /// Replace it.
    Set(Amount),
    /// Add to it.
    Add(Amount),
    /// Multiply it.
    Scale(Amount),
}

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The facts meant.
    pub fact: Pattern,
    /// What is done to them.
    pub operation: Operation,
}

impl Change {
    /// Replaces facts.
    pub fn set(fact: impl Into<String>, amount: Amount) -> Self {
        Self { fact: Pattern::new(fact), operation: Operation::Set(amount) }
    }

    /// Adds to facts.
    pub fn add(fact: impl Into<String>, amount: Amount) -> Self {
        Self { fact: Pattern::new(fact), operation: Operation::Add(amount) }
    }

    /// Multiplies facts.
    pub fn scale(fact: impl Into<String>, amount: Amount) -> Self {
        Self { fact: Pattern::new(fact), operation: Operation::Scale(amount) }
    }
}

/// A scenario: changes in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changes {
    /// What it is called.
    pub name: Option<String>,
    /// The changes.
    pub changes: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: Spanned<u32>,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    change: Vec<Spanned<FileChange>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileChange {
    fact: Spanned<String>,
    set: Option<Amount>,
    add: Option<Amount>,
    scale: Option<Amount>,
}

#[derive(Serialize)]
struct Written<'a> {
    format: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    change: Vec<WrittenChange<'a>>,
}

#[derive(Serialize)]
struct WrittenChange<'a> {
    fact: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    set: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    add: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scale: Option<Amount>,
}

impl Changes {
    /// Whether there is nothing to change.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The number of a fact after all changes.
    pub fn apply(&self, key: &str, number: Printed) -> Printed {
        self.changes
            .iter()
            .filter(|change| change.fact.matches(key))
            .fold(number, |n, change| changed(n, change.operation))
    }

    /// Keys that exact changes of a table name below `parent` (`table/row key without its last part`): candidates for
    /// suppliers that a list does not have yet. Each as the last part of the row key, in order of first mention.
    pub fn named_under(&self, parent: &str, column: &str) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for change in self.changes.iter().filter(|c| c.fact.is_exact() && !matches!(c.operation, Operation::Scale(_))) {
            let name = change
                .fact
                .as_str()
                .strip_prefix(parent)
                .and_then(|rest| rest.strip_prefix('/'))
                .and_then(|rest| rest.strip_suffix(column))
                .and_then(|rest| rest.strip_suffix('/'))
                .filter(|name| !name.contains('/'));
            if let Some(name) = name.filter(|name| !names.iter().any(|n| n == name)) {
                names.push(name.to_owned());
            }
        }
        names
    }

    /// Parses a scenario file and checks that every change means at least one fact of the package.
    pub fn parse(text: &str, file: &str, package: &Package) -> Result<Self, Vec<Finding>> {
        let place = |at: usize| line_and_column(text, at);
        let parsed: File = toml::from_str(text).map_err(|error| {
            let (line, column) = place(error.span().map_or(0, |span| span.start));
            vec![
                Finding::error("scenario.not-readable", error.message().to_owned())
                    .in_file(file)
                    .at(line, column)
                    .hint("a scenario has format = 1 and [[change]] tables with fact and one of set, add, scale"),
            ]
        })?;
        let mut findings = Vec::new();
        if *parsed.format.get_ref() != 1 {
            let (line, column) = place(parsed.format.span().start);
            findings.push(
                Finding::error("scenario.format", format!("format {} is not known", parsed.format.get_ref()))
                    .in_file(file)
                    .at(line, column)
                    .hint("this adit reads format = 1"),
            );
        }
        let mut changes = Vec::new();
        for entry in &parsed.change {
            let (line, column) = place(entry.get_ref().fact.span().start);
            match read_change(entry.get_ref(), package) {
                Ok(change) => changes.push(change),
                Err(finding) => findings.push(finding.in_file(file).at(line, column)),
            }
        }
        if findings.is_empty() { Ok(Self { name: parsed.name, changes }) } else { Err(findings) }
    }

    /// The scenario as a file.
    pub fn to_toml(&self) -> String {
        let change = self
            .changes
            .iter()
            .map(|change| {
                let mut written = WrittenChange { fact: change.fact.as_str(), set: None, add: None, scale: None };
                match change.operation {
                    Operation::Set(amount) => written.set = Some(amount),
                    Operation::Add(amount) => written.add = Some(amount),
                    Operation::Scale(amount) => written.scale = Some(amount),
                }
                written
            })
            .collect();
        // Plain numbers and strings always serialise.
        toml::to_string(&Written { format: 1, name: self.name.as_deref(), change }).unwrap_or_default()
    }
}

fn read_change(entry: &FileChange, package: &Package) -> Result<Change, Finding> {
    let fact = entry.fact.get_ref();
    let operation = match (entry.set, entry.add, entry.scale) {
        (Some(amount), None, None) => Operation::Set(amount),
        (None, Some(amount), None) => Operation::Add(amount),
        (None, None, Some(amount)) => Operation::Scale(amount),
        _ => {
            let says = format!("the change of {fact} needs exactly one of set, add, scale");
            return Err(Finding::error("scenario.operation", says));
        }
    };
    let (Operation::Set(amount) | Operation::Add(amount) | Operation::Scale(amount)) = operation;
    if !amount.is_sound() {
        let says = format!("the amount of {fact} is not a number with low <= value <= high");
        return Err(Finding::error("scenario.amount", says));
    }
    let change = Change { fact: Pattern::new(fact.clone()), operation };
    check_meant(&change, package)?;
    Ok(change)
}

/// A change that means nothing is a spelling mistake, and is said so.
fn check_meant(change: &Change, package: &Package) -> Result<(), Finding> {
    let fact = change.fact.as_str();
    if change.fact.is_exact() {
        return match package.find(fact) {
            Ok(at) => check_range(change, package, at),
            Err(_) if adds_a_supplier(change, package) => Ok(()),
            Err(error) => Err(Finding::error("scenario.unknown-fact", error.to_string())),
        };
    }
    let table = fact.split('/').next().unwrap_or("");
    let Some(table) = package.table(table) else {
        return Err(Finding::error(
            "scenario.unknown-fact",
            package.find(fact).err().map_or_else(String::new, |e| e.to_string()),
        ));
    };
    let columns = crate::package::facts_of(&table.schema);
    let means_some = table.rows().iter().any(|row| {
        columns.iter().any(|column| change.fact.matches(&format!("{}/{}/{column}", table.schema.name, row.key())))
    });
    if means_some {
        Ok(())
    } else {
        Err(Finding::error("scenario.unknown-fact", format!("no fact of {} matches {fact}", table.schema.name))
            .hint(format!("`adit facts {}` lists the keys; * stands for one part", table.schema.name)))
    }
}

fn check_range(change: &Change, package: &Package, at: crate::FactRef) -> Result<(), Finding> {
    let Operation::Set(amount) = change.operation else { return Ok(()) };
    let format = package.format(at);
    let number = amount.number();
    if number.low >= format.minimum && number.high <= format.maximum {
        return Ok(());
    }
    let says = format!(
        "{} cannot be {}: it lies in {} to {}",
        change.fact.as_str(),
        number.value,
        format.minimum,
        format.maximum
    );
    Err(Finding::error("scenario.amount", says)
        .hint("shares, rates and import reliance are fractions here: 0.25, not 25"))
}

/// `world-supply` and `eu-supply` take suppliers that the published list does not have.
fn adds_a_supplier(change: &Change, package: &Package) -> bool {
    let parts: Vec<&str> = change.fact.as_str().split('/').collect();
    matches!(parts.as_slice(), ["world-supply" | "eu-supply", _, material, stage, country, "share" | "trade"]
        if package.vocabulary().find_material(material).is_some()
            && crate::Stage::parse(stage).is_some()
            && package.vocabulary().find_country(country).is_some_and(|c| package.vocabulary().country(c).id == *country))
}

fn changed(number: Printed, operation: Operation) -> Printed {
    match operation {
        Operation::Set(amount) => amount.number(),
        Operation::Add(amount) => {
            let by = amount.number();
            outward(number.value + by.value, number.low + by.low, number.high + by.high)
        }
        Operation::Scale(amount) => {
            let by = amount.number();
            let corners = [number.low * by.low, number.low * by.high, number.high * by.low, number.high * by.high];
            let low = corners.iter().copied().fold(f64::INFINITY, f64::min);
            let high = corners.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            outward(number.value * by.value, low, high)
        }
    }
}

/// An interval stays an interval after arithmetic in binary; a point stays a point.
fn outward(value: f64, low: f64, high: f64) -> Printed {
    if low >= high {
        Printed::exact(value)
    } else {
        Printed { value, low: low.next_down().min(value), high: high.next_up().max(value) }
    }
}

/// 1-based line and character column of a byte of a text.
pub(crate) fn line_and_column(text: &str, at: usize) -> (u64, u64) {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |n| n + 1);
    (before.matches('\n').count() as u64 + 1, before[line_start..].chars().count() as u64 + 1)
}
