//! The schema of the data package: `data/datapackage.json`, a Frictionless tabular data package with a few properties
//! of adit's own (`source`, `locator`, `quality`, `unit`, `percent`, `decimals`).

use indexmap::IndexMap;
use serde::Deserialize;
use thiserror::Error;

use crate::printed::{Format, Precision};

/// The package description.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Description")]
pub struct DataPackage {
    /// Name of the package.
    pub name: String,
    /// Version of the package.
    pub version: String,
    /// The tables.
    pub resources: Vec<TableSchema>,
    /// What lies in several files and is packed when the program is built.
    pub packed: Vec<PackedSchema>,
}

/// The description as it is written: tables and packed resources in one list.
#[derive(Deserialize)]
struct Description {
    name: String,
    #[serde(default)]
    version: String,
    resources: Vec<Resource>,
}

/// A resource with one path is a table; one with a list of paths is packed.
#[derive(Deserialize)]
#[serde(untagged)]
enum Resource {
    Table(Box<TableSchema>),
    Packed(Box<PackedSchema>),
}

impl From<Description> for DataPackage {
    fn from(description: Description) -> Self {
        let mut package =
            Self { name: description.name, version: description.version, resources: Vec::new(), packed: Vec::new() };
        for resource in description.resources {
            match resource {
                Resource::Table(table) => package.resources.push(*table),
                Resource::Packed(packed) => package.packed.push(*packed),
            }
        }
        package
    }
}

/// A resource in several CSV files of the same columns, one for each year, which is not parsed as a table.
#[derive(Debug, Clone, Deserialize)]
pub struct PackedSchema {
    /// Name: the first part of its facts' keys.
    pub name: String,
    /// Paths of the files within the package.
    pub path: Vec<String>,
    /// What it holds, in plain English.
    #[serde(default)]
    pub title: String,
    /// More about it.
    #[serde(default)]
    pub description: String,
    /// Source id.
    #[serde(default)]
    pub source: Option<String>,
    /// Where a row stands in its source; `{year}` and the columns in braces are replaced.
    #[serde(default)]
    pub locator: Option<String>,
    /// Quality of the facts, 1 (best) to 5.
    #[serde(default)]
    pub quality: Option<u8>,
    /// Columns and keys.
    pub schema: Columns,
}

impl PackedSchema {
    /// A column.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.schema.fields.iter().find(|field| field.name == name)
    }
}

/// The schema of one table.
#[derive(Debug, Clone, Deserialize)]
pub struct TableSchema {
    /// Table name: the first part of its facts' keys.
    pub name: String,
    /// Path of the file within the package.
    pub path: String,
    /// What it holds, in plain English.
    #[serde(default)]
    pub title: String,
    /// More about it.
    #[serde(default)]
    pub description: String,
    /// Source id of every row that names none.
    #[serde(default)]
    pub source: Option<String>,
    /// Source id by the row's `edition`.
    #[serde(default, rename = "sourceByEdition")]
    pub source_by_edition: IndexMap<String, String>,
    /// Where a row stands in its source; `{row}` is replaced by the row's `row` cell.
    #[serde(default)]
    pub locator: Option<PerEdition>,
    /// Quality of the facts, 1 (best) to 5.
    #[serde(default)]
    pub quality: Option<u8>,
    /// Columns and keys.
    pub schema: Columns,
}

/// Columns and keys of a table.
#[derive(Debug, Clone, Deserialize)]
pub struct Columns {
    /// The columns in order.
    pub fields: Vec<Field>,
    /// Names of the key columns.
    #[serde(default, rename = "primaryKey")]
    pub primary_key: OneOrMany,
    /// References to other tables.
    #[serde(default, rename = "foreignKeys")]
    pub foreign_keys: Vec<ForeignKey>,
}

/// One column.
#[derive(Debug, Clone, Deserialize)]
pub struct Field {
    /// Header of the column.
    pub name: String,
    /// Frictionless type: `string`, `number`, `integer`, `year`, `date`, `boolean`.
    #[serde(default, rename = "type")]
    pub kind: String,
    /// What it holds, in plain English.
    #[serde(default)]
    pub description: String,
    /// Unit of the number.
    #[serde(default)]
    pub unit: Option<String>,
    /// The text is in percent.
    #[serde(default)]
    pub percent: bool,
    /// How finely the column was published.
    #[serde(default)]
    pub decimals: Option<PerEdition>,
    /// Frictionless constraints.
    #[serde(default)]
    pub constraints: Constraints,
}

/// Frictionless constraints of a column, as far as adit reads them.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Constraints {
    /// The cell may not be blank.
    #[serde(default)]
    pub required: bool,
    /// Lowest value, in the printed unit.
    #[serde(default)]
    pub minimum: Option<f64>,
    /// Highest value, in the printed unit.
    #[serde(default)]
    pub maximum: Option<f64>,
    /// The words allowed.
    #[serde(default, rename = "enum")]
    pub allowed: Vec<String>,
}

/// A reference from a column to the key of another table.
#[derive(Debug, Clone, Deserialize)]
pub struct ForeignKey {
    /// Column here.
    pub fields: OneOrMany,
    /// Table there.
    pub reference: Reference,
}

/// The far end of a [`ForeignKey`].
#[derive(Debug, Clone, Deserialize)]
pub struct Reference {
    /// Table name.
    pub resource: String,
}

/// Frictionless lets a single name stand for a list of one.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum OneOrMany {
    /// One name.
    One(String),
    /// Several names.
    Many(Vec<String>),
}

impl Default for OneOrMany {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl OneOrMany {
    /// As a slice.
    pub fn names(&self) -> &[String] {
        match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::Many(names) => names,
        }
    }
}

/// One text for all editions, or one for each (`"*"` for the rest).
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum PerEdition {
    /// The same for all.
    All(String),
    /// By edition.
    Each(IndexMap<String, String>),
}

impl PerEdition {
    /// The text for an edition.
    pub fn get(&self, edition: &str) -> Option<&str> {
        match self {
            Self::All(text) => Some(text),
            Self::Each(by) => by.get(edition).or_else(|| by.get("*")).map(String::as_str),
        }
    }
}

/// Why `datapackage.json` cannot be used.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SchemaError {
    /// Not the JSON that is expected.
    #[error("datapackage.json is not a readable data package: {0}")]
    Json(#[from] serde_json::Error),
    /// A precision that is none of `exact`, `shown`, `shown>=N`, `N`.
    #[error("table {table}, column {column}: \"{text}\" is not a precision (exact, shown, shown>=1, 2)")]
    Precision {
        /// Table.
        table: String,
        /// Column.
        column: String,
        /// The text found.
        text: String,
    },
}

impl DataPackage {
    /// Parses `datapackage.json`.
    pub fn parse(json: &str) -> Result<Self, SchemaError> {
        let package: Self = serde_json::from_str(json)?;
        for table in &package.resources {
            for field in table.schema.fields.iter().filter(|f| f.is_number()) {
                field.check_precision(&table.name)?;
            }
        }
        Ok(package)
    }
}

impl TableSchema {
    /// Names of the key columns.
    pub fn key_columns(&self) -> &[String] {
        self.schema.primary_key.names()
    }

    /// Position of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.schema.fields.iter().position(|f| f.name == name)
    }

    /// The table that a column refers to.
    pub fn refers_to(&self, column: &str) -> Option<&str> {
        self.schema
            .foreign_keys
            .iter()
            .find(|key| key.fields.names() == [column])
            .map(|key| key.reference.resource.as_str())
    }
}

impl Field {
    /// Whether its cells are facts: numbers that are neither key nor bookkeeping.
    pub fn is_number(&self) -> bool {
        self.kind == "number"
    }

    /// The column's part of a fact's key: `eol_rir_pct` becomes `eol-rir`.
    pub fn key_part(&self) -> String {
        self.name.strip_suffix("_pct").unwrap_or(&self.name).replace('_', "-")
    }

    /// How a cell of this column in a row of `edition` becomes a number.
    pub fn format(&self, edition: &str) -> Format {
        let scale = if self.percent { 100.0 } else { 1.0 };
        Format {
            percent: self.percent,
            precision: self
                .decimals
                .as_ref()
                .and_then(|d| d.get(edition))
                .and_then(precision)
                .unwrap_or(Precision::Exact),
            minimum: self.constraints.minimum.map_or(f64::MIN, |m| m / scale),
            maximum: self.constraints.maximum.map_or(f64::MAX, |m| m / scale),
        }
    }

    fn check_precision(&self, table: &str) -> Result<(), SchemaError> {
        let texts: Vec<&String> = match &self.decimals {
            None => Vec::new(),
            Some(PerEdition::All(text)) => vec![text],
            Some(PerEdition::Each(by)) => by.values().collect(),
        };
        match texts.into_iter().find(|text| precision(text).is_none()) {
            None => Ok(()),
            Some(text) => {
                Err(SchemaError::Precision { table: table.to_owned(), column: self.name.clone(), text: text.clone() })
            }
        }
    }
}

fn precision(text: &str) -> Option<Precision> {
    match text {
        "exact" => Some(Precision::Exact),
        "shown" => Some(Precision::Shown { at_least: 0 }),
        _ => match text.strip_prefix("shown>=") {
            Some(digits) => digits.parse().ok().map(|at_least| Precision::Shown { at_least }),
            None => text.parse().ok().map(Precision::Decimals),
        },
    }
}
