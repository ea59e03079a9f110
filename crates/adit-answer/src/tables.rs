//! An answer as a plain table: headers and typed cells, from which CSV, xlsx, HTML and the terminal's tables are made.

use adit_figure::number::{self, Reading};
use serde::Serialize;
use utoipa::ToSchema;

mod build;

pub use build::{explain, flips, history, risk, stages, suppliers};

/// A table of an answer.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PlainTable {
    /// Name, as in `/tables/NAME.csv`.
    pub name: String,
    /// What it shows, one sentence.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; each has one cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// Where its numbers come from, and what must be known to read them.
    pub notes: Vec<String>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Column {
    /// Header for programs: `snake_case`, stable.
    pub id: String,
    /// Header for people.
    pub label: String,
    /// Unit of its numbers; empty for words.
    pub unit: String,
    /// What its cells hold.
    pub kind: ColumnKind,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnKind {
    /// Words.
    Text,
    /// Numbers.
    Number,
    /// Bounds of the number to the left: two columns for programs (`ID_low`, `ID_high`), one for people.
    Bounds,
    /// Yes or no.
    Flag,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum Cell {
    /// Words.
    Text(String),
    /// Yes or no; null if unknown.
    Flag(Option<bool>),
    /// A number, with the bounds that its digits are chosen by; or, in a column of bounds, those bounds.
    Number {
        /// The number, in the column's unit.
        value: Option<f64>,
        /// Lowest.
        low: Option<f64>,
        /// Highest.
        high: Option<f64>,
        /// Id of its derivation.
        why: Option<String>,
        /// Its unit, in a column whose rows have different ones.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
    },
}

impl Column {
    /// A column of words.
    pub fn text(id: &str, label: &str) -> Self {
        Self::new(id, label, "", ColumnKind::Text)
    }

    /// A column of numbers.
    pub fn number(id: &str, label: &str, unit: &str) -> Self {
        Self::new(id, label, unit, ColumnKind::Number)
    }

    /// A column of bounds.
    pub fn bounds(id: &str, label: &str, unit: &str) -> Self {
        Self::new(id, label, unit, ColumnKind::Bounds)
    }

    /// A column of yes and no.
    pub fn flag(id: &str, label: &str) -> Self {
        Self::new(id, label, "", ColumnKind::Flag)
    }

    fn new(id: &str, label: &str, unit: &str, kind: ColumnKind) -> Self {
        Self { id: id.to_owned(), label: label.to_owned(), unit: unit.to_owned(), kind }
    }
}

impl Cell {
    /// Words; empty if there are none.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Words that may be missing.
    pub fn words(text: Option<&str>) -> Self {
        Self::Text(text.unwrap_or_default().to_owned())
    }

    /// A number without bounds.
    pub fn plain(value: Option<f64>) -> Self {
        Self::Number { value, low: None, high: None, why: None, unit: None }
    }

    /// A number with bounds and derivation.
    pub fn number(value: Option<f64>, low: Option<f64>, high: Option<f64>, why: Option<&str>) -> Self {
        Self::Number { value, low, high, why: why.map(str::to_owned), unit: None }
    }

    /// A published number: its digits are those that it was printed with.
    pub fn published(value: Option<f64>, half: Option<f64>, why: Option<&str>) -> Self {
        let end = |sign: f64| value.zip(half).map(|(value, half)| value + sign * half);
        Self::number(value, end(-1.0), end(1.0), why)
    }

    /// The number in a unit of its own.
    #[must_use]
    pub fn in_unit(self, of: &str) -> Self {
        match self {
            Self::Number { value, low, high, why, .. } => {
                Self::Number { value, low, high, why, unit: Some(of.to_owned()) }
            }
            other => other,
        }
    }

    /// The cell as people read it.
    pub fn for_people(&self, column: &Column) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Flag(Some(true)) => "yes".to_owned(),
            Self::Flag(Some(false)) => "no".to_owned(),
            Self::Flag(None) => number::MISSING.to_owned(),
            Self::Number { value, low, high, unit, .. } => {
                let reading = Reading::between(*value, *low, *high, unit.as_ref().unwrap_or(&column.unit));
                if column.kind == ColumnKind::Bounds { number::bounds(&reading) } else { number::number(&reading) }
            }
        }
    }

    /// Id of the number's derivation.
    pub fn why(&self) -> Option<&str> {
        match self {
            Self::Number { why, .. } => why.as_deref(),
            Self::Text(_) | Self::Flag(_) => None,
        }
    }
}

/// A value of a table for programs: CSV and xlsx.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing known.
    Blank,
    /// Words.
    Text(String),
    /// A number, unrounded, in the column's unit (shares are fractions).
    Number(f64),
    /// Yes or no.
    Flag(bool),
}

impl std::fmt::Display for Value {
    /// Numbers in the shortest form that reads back to the same bits.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Blank => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
            Self::Flag(flag) => write!(f, "{flag}"),
        }
    }
}

impl PlainTable {
    /// Headers for programs: a column of bounds is two.
    pub fn headers(&self) -> Vec<String> {
        self.columns
            .iter()
            .flat_map(|column| match column.kind {
                ColumnKind::Bounds => vec![format!("{}_low", column.id), format!("{}_high", column.id)],
                _ => vec![column.id.clone()],
            })
            .collect()
    }

    /// Rows for programs, one value for each of [`Self::headers`].
    pub fn records(&self) -> impl Iterator<Item = Vec<Value>> {
        self.rows
            .iter()
            .map(|row| self.columns.iter().zip(row).flat_map(|(column, cell)| values(column, cell)).collect())
    }

    /// Headers for people.
    pub fn labels(&self) -> Vec<&str> {
        self.columns.iter().map(|column| column.label.as_str()).collect()
    }

    /// Rows for people, one text for each of [`Self::labels`].
    pub fn lines(&self) -> impl Iterator<Item = Vec<String>> {
        self.rows.iter().map(|row| self.columns.iter().zip(row).map(|(column, cell)| cell.for_people(column)).collect())
    }
}

fn values(column: &Column, cell: &Cell) -> Vec<Value> {
    let number = |number: Option<f64>| number.map_or(Value::Blank, Value::Number);
    match cell {
        Cell::Text(text) if text.is_empty() => vec![Value::Blank],
        Cell::Text(text) => vec![Value::Text(text.clone())],
        Cell::Flag(flag) => vec![flag.map_or(Value::Blank, Value::Flag)],
        Cell::Number { low, high, .. } if column.kind == ColumnKind::Bounds => vec![number(*low), number(*high)],
        Cell::Number { value, .. } => vec![number(*value)],
    }
}
