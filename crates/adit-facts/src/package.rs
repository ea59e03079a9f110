//! The package of facts: the European base, and whatever a workspace lays over it.

use std::sync::{Arc, OnceLock};

use indexmap::IndexMap;
use thiserror::Error;

use crate::chain::Regions;
use crate::chain::trade::{self, LaidOver, NoFlow, Trade};
use crate::embedded;
use crate::finding::Finding;
use crate::fingerprint;
use crate::key::FactKey;
use crate::schema::{DataPackage, PackedSchema, SchemaError, TableSchema};
use crate::source::Source;
use crate::suggest;
use crate::table::{Conflict, FactRef, Row, Table};
use crate::vocabulary::{Vocabulary, VocabularyTables};

mod lazy;
mod overlay;
mod view;

use lazy::Lazy;

pub use view::FactView;
pub(crate) use view::source_and_locator;

/// The edition from which parameters come unless another is asked for.
pub const DEFAULT_EDITION: &str = "ec-2023";

/// Tables from which the words are read.
const WORDS: [&str; 6] = ["sources", "materials", "material-names", "countries", "country-names", "law-lists"];

/// All facts, with their vocabulary and sources. A copy shares what a workspace did not touch.
#[derive(Debug, Clone)]
pub struct Package {
    tables: IndexMap<String, Lazy>,
    sources: IndexMap<String, Source>,
    vocabulary: Arc<Vocabulary>,
    conflicts: Vec<Conflict>,
    over: Vec<(String, String)>,
    hash: OnceLock<String>,
    regions: OnceLock<Arc<Regions>>,
    packed: Arc<[PackedSchema]>,
    trade: OnceLock<Arc<Trade>>,
    trade_over: Vec<LaidOver>,
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
    /// The compiled-in tables of words themselves have errors.
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

impl Package {
    /// The built-in European package.
    pub fn embedded() -> Result<Self, PackageError> {
        let description = DataPackage::parse(embedded::DATAPACKAGE)?;
        let mut tables = IndexMap::new();
        for schema in description.resources {
            let text = embedded::text(&schema.path).ok_or_else(|| PackageError::MissingTable(schema.path.clone()))?;
            tables.insert(schema.name.clone(), Lazy::new(schema, text));
        }
        let mut package = Self {
            tables,
            sources: IndexMap::new(),
            vocabulary: Arc::default(),
            conflicts: Vec::new(),
            over: Vec::new(),
            hash: OnceLock::new(),
            regions: OnceLock::new(),
            packed: description.packed.into(),
            trade: OnceLock::new(),
            trade_over: Vec::new(),
        };
        package.read_words()?;
        let words = WORDS.into_iter().filter_map(|name| package.tables.get(name));
        let problems: Vec<Finding> = words.flat_map(Lazy::problems).cloned().collect();
        if problems.is_empty() { Ok(package) } else { Err(PackageError::Base(problems)) }
    }

    /// What is wrong with the tables of the base. All of them are parsed for it; in a build that passed its tests there
    /// is nothing.
    pub fn problems(&self) -> Vec<Finding> {
        self.tables.values().flat_map(Lazy::problems).cloned().collect()
    }

    fn read_words(&mut self) -> Result<(), PackageError> {
        let tables = &self.tables;
        let get =
            |name: &str| tables.get(name).map(Lazy::table).ok_or_else(|| PackageError::MissingTable(name.to_owned()));
        self.vocabulary = Arc::new(Vocabulary::read(&VocabularyTables {
            materials: get("materials")?,
            material_names: get("material-names")?,
            countries: get("countries")?,
            country_names: get("country-names")?,
            law_lists: get("law-lists")?,
        }));
        let table = get("sources")?;
        self.sources = table.rows().iter().map(|row| (row.key().to_owned(), source(table, row))).collect();
        Ok(())
    }

    /// The words.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The sources by id.
    pub fn sources(&self) -> &IndexMap<String, Source> {
        &self.sources
    }

    /// The regions, built when they are first asked for.
    pub fn regions(&self) -> &Regions {
        self.regions.get_or_init(|| Arc::new(Regions::read(self)))
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
        self.tables.get(name).map(Lazy::table)
    }

    /// Trade between countries. Opened when first asked for, in some ten milliseconds.
    pub fn trade(&self) -> &Trade {
        self.trade.get_or_init(|| Arc::new(Trade::open(&self.vocabulary, &self.trade_over)))
    }

    /// How trade is described in `datapackage.json`.
    pub fn trade_schema(&self) -> Option<&PackedSchema> {
        self.packed.iter().find(|resource| resource.name == trade::KEY)
    }

    /// The facts of trade under a year and good, or further parts of their keys: `2022/283691`, `2022/283691/CL`.
    /// `None` if a year and a good are not named.
    pub fn trade_facts(&self, under: &str) -> Option<Vec<FactRef>> {
        self.trade().under(under, &self.vocabulary)
    }

    pub(crate) fn table_full(&self, name: &str) -> Option<(u16, &Table)> {
        self.tables.get_full(name).map(|(index, _, lazy)| (u16::try_from(index).unwrap_or(u16::MAX), lazy.table()))
    }

    /// SHA-256 over the base tables and everything laid over them, as lower-case hex: names what a result came from.
    pub fn hash(&self) -> &str {
        self.hash.get_or_init(|| {
            let base = embedded::TABLES.iter().map(|(path, text)| (*path, *text));
            let over = self.over.iter().map(|(path, text)| (path.as_str(), text.as_str()));
            let described = [("datapackage.json", embedded::DATAPACKAGE), ("trade", trade::HASH)];
            let all = described.into_iter().chain(base).chain(over);
            fingerprint::of_texts(all.flat_map(|(path, text)| [path, text]))
        })
    }

    /// The stable key of a fact.
    pub fn key(&self, at: FactRef) -> FactKey {
        if at.table == trade::TABLE {
            return self
                .trade()
                .fact(at, &self.vocabulary)
                .map_or_else(|| FactKey(trade::KEY.to_owned()), |fact| fact.key);
        }
        let table = self.tables[usize::from(at.table)].table();
        let row = &table.rows()[at.row as usize];
        let field = &table.schema.schema.fields[usize::from(at.column)];
        FactKey(format!("{}/{}/{}", table.schema.name, row.key(), field.key_part()))
    }

    /// The fact with a key.
    pub fn find(&self, key: &str) -> Result<FactRef, KeyError> {
        let (table_name, rest) = key.split_once('/').unwrap_or((key, ""));
        if table_name == trade::KEY && !rest.is_empty() {
            return self.find_trade(rest);
        }
        let (index, table) = self.table_full(table_name).ok_or_else(|| KeyError::Table {
            table: table_name.to_owned(),
            hint: suggest::hint(table_name, self.table_names(), "`adit facts` lists the tables"),
        })?;
        let (row_key, column) = rest.rsplit_once('/').unwrap_or((rest, ""));
        let fields = &table.schema.schema.fields;
        let at =
            fields.iter().position(|f| f.is_number() && f.key_part() == column).ok_or_else(|| KeyError::Column {
                table: table_name.to_owned(),
                column: column.to_owned(),
                hint: format!("its facts are {}", facts_of(&table.schema).join(", ")),
            })?;
        let (row, _) = table.row(row_key).ok_or_else(|| KeyError::Row {
            table: table_name.to_owned(),
            row: row_key.to_owned(),
            hint: suggest::hint(
                row_key,
                table.rows().iter().map(Row::key),
                &format!("`adit facts {table_name}` lists them"),
            ),
        })?;
        Ok(FactRef { table: index, row, column: u16::try_from(at).unwrap_or(u16::MAX) })
    }

    fn find_trade(&self, rest: &str) -> Result<FactRef, KeyError> {
        self.trade().find(rest, &self.vocabulary).map_err(|none| match none {
            NoFlow::Column => KeyError::Column {
                table: trade::KEY.to_owned(),
                column: rest.rsplit('/').next().unwrap_or(rest).to_owned(),
                hint: "its facts are value, quantity".to_owned(),
            },
            NoFlow::Row => KeyError::Row {
                table: trade::KEY.to_owned(),
                row: rest.rsplit_once('/').map_or(rest, |(row, _)| row).to_owned(),
                hint: "keys are like trade/2022/283691/CL/DE/quantity; a flow that is not there was not reported"
                    .to_owned(),
            },
        })
    }

    /// How the cells of a fact's column become numbers.
    pub fn format(&self, at: FactRef) -> crate::printed::Format {
        if at.table == trade::TABLE {
            return Trade::format();
        }
        let table = self.tables[usize::from(at.table)].table();
        let row = &table.rows()[at.row as usize];
        table.schema.schema.fields[usize::from(at.column)].format(row.text(table, "edition"))
    }
}

/// Key parts of the columns that hold facts.
pub(crate) fn facts_of(schema: &TableSchema) -> Vec<String> {
    schema.schema.fields.iter().filter(|f| f.is_number()).map(crate::schema::Field::key_part).collect()
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
