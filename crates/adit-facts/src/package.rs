//! The package of facts: the European base, and whatever a workspace lays over it.

use std::sync::{Arc, OnceLock};

use indexmap::IndexMap;
use serde::Serialize;
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::embedded;
use crate::finding::Finding;
use crate::key::FactKey;
use crate::schema::{DataPackage, SchemaError, TableSchema};
use crate::source::Source;
use crate::suggest;
use crate::table::{Conflict, FactRef, Row, Table};
use crate::vocabulary::{Vocabulary, VocabularyTables};

/// The edition from which parameters come unless another is asked for.
pub const DEFAULT_EDITION: &str = "ec-2023";

/// All facts, with their vocabulary and sources.
#[derive(Debug, Clone)]
pub struct Package {
    tables: IndexMap<String, Table>,
    sources: IndexMap<String, Source>,
    vocabulary: Vocabulary,
    conflicts: Vec<Conflict>,
    over: Vec<(String, String)>,
    hash: OnceLock<String>,
}

/// Why a package cannot be made.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PackageError {
    /// The description is not readable.
    #[error(transparent)]
    Schema(#[from] SchemaError),
    /// A table is described and not there, or the other way round.
    #[error("the data package describes {0}, which is not compiled in")]
    MissingTable(String),
    /// The compiled-in tables themselves have errors.
    #[error("the built-in data have {} problems, the first: {}", .0.len(), .0[0])]
    Base(Vec<Finding>),
}

/// Why a key names no fact.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum KeyError {
    /// No such table.
    #[error("there is no table \"{table}\" ({hint})")]
    Table {
        /// The name given.
        table: String,
        /// Nearest names.
        hint: String,
    },
    /// No such row.
    #[error("{table} has no row \"{row}\" ({hint})")]
    Row {
        /// Table.
        table: String,
        /// The row key given.
        row: String,
        /// Nearest keys.
        hint: String,
    },
    /// No such column.
    #[error("{table} has no fact \"{column}\" ({hint})")]
    Column {
        /// Table.
        table: String,
        /// The column part given.
        column: String,
        /// The columns there are.
        hint: String,
    },
}

/// A fact with everything that is known of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FactView {
    /// Table.
    pub table: String,
    /// Stable key.
    pub key: String,
    /// Value in the unit of computation, `None` if missing.
    pub value: Option<f64>,
    /// Lowest value that its printed form allows.
    pub low: Option<f64>,
    /// Highest value that its printed form allows.
    pub high: Option<f64>,
    /// The cell as it stands in our table.
    pub printed: String,
    /// Unit.
    pub unit: String,
    /// Source id.
    pub source: String,
    /// How to cite the source.
    pub citation: String,
    /// Publisher.
    pub publisher: String,
    /// Edition of the fact.
    pub edition: String,
    /// Where it stands in the source.
    pub locator: String,
    /// Licence of the source.
    pub licence: String,
    /// Address of the source.
    pub address: String,
    /// Quality, 1 (best) to 5.
    pub quality: Option<u8>,
    /// File and line of our own table.
    pub file: String,
    /// 1-based line of `file`.
    pub line: u64,
    /// Anything else.
    pub note: Option<String>,
}

impl Package {
    /// The built-in European package.
    pub fn embedded() -> Result<Self, PackageError> {
        let description = DataPackage::parse(embedded::DATAPACKAGE)?;
        let mut tables = IndexMap::new();
        let mut problems = Vec::new();
        for schema in description.resources {
            let text = embedded::text(&schema.path).ok_or_else(|| PackageError::MissingTable(schema.path.clone()))?;
            let file = format!("data/{}", schema.path);
            let name = schema.name.clone();
            let (table, findings) = Table::parse(Arc::new(schema), text, &file, None);
            problems.extend(findings);
            tables.insert(name, table);
        }
        if !problems.is_empty() {
            return Err(PackageError::Base(problems));
        }
        let mut package = Self {
            tables,
            sources: IndexMap::new(),
            vocabulary: Vocabulary::default(),
            conflicts: Vec::new(),
            over: Vec::new(),
            hash: OnceLock::new(),
        };
        package.read_words()?;
        Ok(package)
    }

    fn read_words(&mut self) -> Result<(), PackageError> {
        let get = |name: &str| self.tables.get(name).ok_or_else(|| PackageError::MissingTable(name.to_owned()));
        self.vocabulary = Vocabulary::read(&VocabularyTables {
            materials: get("materials")?,
            material_names: get("material-names")?,
            countries: get("countries")?,
            country_names: get("country-names")?,
            law_lists: get("law-lists")?,
        });
        let table = get("sources")?;
        self.sources = table.rows().iter().map(|row| (row.key().to_owned(), source(table, row))).collect();
        Ok(())
    }

    /// Lays a workspace's CSV text over the package. The findings name everything wrong with it; if one is an error,
    /// nothing of the file is used.
    pub fn lay_over(&mut self, name: &str, file: &str, text: &str, base_edition: &str) -> Vec<Finding> {
        let Some((index, _, table)) = self.tables.get_full(name) else {
            let hint = suggest::hint(name, self.tables.keys().map(String::as_str), "`adit facts` lists the tables");
            return vec![Finding::error("workspace.unknown-table", format!("there is no table \"{name}\"")).in_file(file).hint(hint)];
        };
        let (over, mut findings) = Table::parse(Arc::clone(&table.schema), text, file, Some(base_edition));
        findings.extend(over.rows().iter().flat_map(|row| self.check_row(&over, row, text)));
        if crate::finding::any_error(&findings) {
            return findings;
        }
        let conflicts = self.tables[index].lay_over(&over, u16::try_from(index).unwrap_or(u16::MAX));
        self.conflicts.extend(conflicts);
        self.over.push((file.to_owned(), text.to_owned()));
        self.hash = OnceLock::new();
        if matches!(name, "sources" | "materials" | "material-names" | "countries" | "country-names" | "law-lists")
            && let Err(error) = self.read_words()
        {
            findings.push(Finding::error("workspace.words", error.to_string()).in_file(file));
        }
        findings
    }

    /// A workspace row must name its source and known words.
    fn check_row(&self, table: &Table, row: &Row, text: &str) -> Vec<Finding> {
        let mut findings = Vec::new();
        let has_number = (0..table.schema.schema.fields.len()).any(|at| row.number_at(at).is_some());
        if has_number && row.extra().source.is_none() {
            findings.push(
                Finding::error("fact.no-source", format!("{} names no source", row.key()))
                    .in_file(table.file_of(row))
                    .at(row.line(), 1)
                    .hint("add a `source` column: an id of `adit facts sources`, or a few words such as \"own survey, 2026\""),
            );
        }
        let is_new = self.tables.get(&table.schema.name).is_some_and(|base| base.row(row.key()).is_none());
        for field in &table.schema.schema.fields {
            let cell = row.text(table, &field.name);
            if cell.is_empty() && is_new && field.constraints.required && field.name != "row" {
                findings.push(
                    Finding::error("csv.blank-cell", format!("{} is new and needs {}", row.key(), field.name))
                        .in_file(table.file_of(row))
                        .at(row.line(), 1)
                        .hint(field.description.clone()),
                );
            }
            let (known, hint) = match table.schema.refers_to(&field.name) {
                _ if cell.is_empty() => continue,
                Some("materials") => (self.vocabulary.find_material(cell).is_some_and(|m| self.vocabulary.material(m).id == cell), self.vocabulary.material_hint(cell)),
                Some("countries") => (self.vocabulary.find_country(cell).is_some_and(|c| self.vocabulary.country(c).id == cell), self.country_id_hint(cell)),
                _ => continue,
            };
            if !known {
                let line = row.line();
                let raw = text.split('\n').nth(usize::try_from(line).unwrap_or(1).saturating_sub(1)).unwrap_or("");
                let header = text.split('\n').next().unwrap_or("");
                let at = header.split(',').position(|name| name.trim() == field.name).unwrap_or(0);
                findings.push(
                    Finding::error("name.unknown", format!("{}: \"{cell}\" is not known", field.name))
                        .in_file(table.file_of(row))
                        .at(line, crate::table::cell_column(raw, at))
                        .hint(hint),
                );
            }
        }
        findings
    }

    fn country_id_hint(&self, cell: &str) -> String {
        match self.vocabulary.find_country(cell) {
            Some(country) => format!("write the code {}", self.vocabulary.country(country).id),
            None => self.vocabulary.country_hint(cell),
        }
    }

    /// The words.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The sources by id.
    pub fn sources(&self) -> &IndexMap<String, Source> {
        &self.sources
    }

    /// What workspaces laid over the base and changed.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// Table names in order.
    pub fn table_names(&self) -> impl Iterator<Item = &str> {
        self.tables.keys().map(String::as_str)
    }

    /// One table.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.get(name)
    }

    pub(crate) fn table_full(&self, name: &str) -> Option<(u16, &Table)> {
        self.tables.get_full(name).map(|(index, _, table)| (u16::try_from(index).unwrap_or(u16::MAX), table))
    }

    /// SHA-256 over the base tables and everything laid over them, as lower-case hex: names what a result came from.
    pub fn hash(&self) -> &str {
        self.hash.get_or_init(|| {
            let mut digest = Sha256::new();
            let base = embedded::TABLES.iter().map(|(path, text)| (*path, *text));
            let over = self.over.iter().map(|(path, text)| (path.as_str(), text.as_str()));
            for (path, text) in std::iter::once(("datapackage.json", embedded::DATAPACKAGE)).chain(base).chain(over) {
                digest.update((path.len() as u64).to_le_bytes());
                digest.update(path);
                digest.update((text.len() as u64).to_le_bytes());
                digest.update(text);
            }
            digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
        })
    }

    /// The stable key of a fact.
    pub fn key(&self, at: FactRef) -> FactKey {
        let table = &self.tables[usize::from(at.table)];
        let row = &table.rows()[at.row as usize];
        let field = &table.schema.schema.fields[usize::from(at.column)];
        FactKey(format!("{}/{}/{}", table.schema.name, row.key(), field.key_part()))
    }

    /// The fact with a key.
    pub fn find(&self, key: &str) -> Result<FactRef, KeyError> {
        let (table_name, rest) = key.split_once('/').unwrap_or((key, ""));
        let (index, table) = self.table_full(table_name).ok_or_else(|| KeyError::Table {
            table: table_name.to_owned(),
            hint: suggest::hint(table_name, self.table_names(), "`adit facts` lists the tables"),
        })?;
        let (row_key, column) = rest.rsplit_once('/').unwrap_or((rest, ""));
        let fields = &table.schema.schema.fields;
        let at = fields.iter().position(|f| f.is_number() && f.key_part() == column).ok_or_else(|| KeyError::Column {
            table: table_name.to_owned(),
            column: column.to_owned(),
            hint: format!("its facts are {}", facts_of(&table.schema).join(", ")),
        })?;
        let (row, _) = table.row(row_key).ok_or_else(|| KeyError::Row {
            table: table_name.to_owned(),
            row: row_key.to_owned(),
            hint: suggest::hint(row_key, table.rows().iter().map(Row::key), &format!("`adit facts {table_name}` lists them")),
        })?;
        Ok(FactRef { table: index, row, column: u16::try_from(at).unwrap_or(u16::MAX) })
    }

    /// How the cells of a fact's column become numbers.
    pub fn format(&self, at: FactRef) -> crate::printed::Format {
        let table = &self.tables[usize::from(at.table)];
        let row = &table.rows()[at.row as usize];
        table.schema.schema.fields[usize::from(at.column)].format(row.text(table, "edition"))
    }

    /// Everything that is known of a fact.
    pub fn view(&self, at: FactRef) -> FactView {
        let table = &self.tables[usize::from(at.table)];
        let row = &table.rows()[at.row as usize];
        let column = usize::from(at.column);
        let field = &table.schema.schema.fields[column];
        let number = row.number_at(column);
        let edition = row.text(table, "edition").to_owned();
        let source_id = source_id(table, row, &edition);
        let source = self.sources.get(&source_id);
        FactView {
            table: table.schema.name.clone(),
            key: self.key(at).0,
            value: number.map(|n| n.value),
            low: number.map(|n| n.low),
            high: number.map(|n| n.high),
            printed: if field.percent { format!("{} %", row.text_at(column)) } else { row.text_at(column).to_owned() },
            unit: field.unit.clone().unwrap_or_default(),
            citation: source.map_or_else(|| source_id.clone(), |s| s.citation.clone()),
            publisher: source.map(|s| s.publisher.clone()).unwrap_or_default(),
            licence: source.map_or_else(|| "stated by the workspace".to_owned(), |s| s.licence.clone()),
            address: source.map(|s| s.address.clone()).unwrap_or_default(),
            edition: if edition.is_empty() { source.map(|s| s.edition.clone()).unwrap_or_default() } else { edition.clone() },
            locator: locator(table, row, &edition),
            quality: row.extra().quality.or(table.schema.quality),
            file: table.file_of(row).to_owned(),
            line: row.line(),
            note: row.extra().note.clone(),
            source: source_id,
        }
    }
}

/// Key parts of the columns that hold facts.
pub(crate) fn facts_of(schema: &TableSchema) -> Vec<String> {
    schema.schema.fields.iter().filter(|f| f.is_number()).map(crate::schema::Field::key_part).collect()
}

fn source_id(table: &Table, row: &Row, edition: &str) -> String {
    let stated = row.extra().source.as_ref();
    let schema = &table.schema;
    stated.or_else(|| schema.source_by_edition.get(edition)).or(schema.source.as_ref()).cloned().unwrap_or_default()
}

/// Where a row stands in its source; the row's own words first, else the table's pattern.
fn locator(table: &Table, row: &Row, edition: &str) -> String {
    if let Some(own) = &row.extra().locator {
        return own.clone();
    }
    let of_base = row.extra().source.is_none() || table.file_of(row).starts_with("data/");
    match table.schema.locator.as_ref().and_then(|pattern| pattern.get(edition)) {
        Some(pattern) if of_base => filled(pattern, table, row),
        _ => format!("{}, line {}", table.file_of(row), row.line()),
    }
}

/// A pattern with every `{column}` replaced by the row's cell.
fn filled(pattern: &str, table: &Table, row: &Row) -> String {
    table.schema.schema.fields.iter().fold(pattern.to_owned(), |text, field| {
        text.replace(&format!("{{{}}}", field.name), row.text(table, &field.name))
    })
}

fn source(table: &Table, row: &Row) -> Source {
    let cell = |column: &str| row.text(table, column).to_owned();
    Source {
        id: row.key().to_owned(),
        publisher: cell("publisher"),
        title: cell("title"),
        edition: cell("edition"),
        year: cell("year"),
        licence: cell("licence"),
        licence_url: cell("licence_url"),
        citation: cell("citation"),
        address: cell("address"),
        via: cell("via"),
        note: cell("note"),
    }
}
