//! Reading rows of a table: what the files of this folder and of the Outlook share.

use crate::package::Package;
use crate::study::Datum;
use crate::table::{FactRef, Row, Table};

/// A row with its table, for typed access.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Record<'a> {
    index: u16,
    at: u32,
    table: &'a Table,
    row: &'a Row,
}

impl<'a> Record<'a> {
    /// All rows of a table.
    pub fn all(package: &'a Package, name: &str) -> impl Iterator<Item = Self> {
        package
            .table_full(name)
            .into_iter()
            .flat_map(|(index, table)| (0u32..).zip(table.rows()).map(move |(at, row)| Self { index, at, table, row }))
    }

    /// The rows whose key is `parent` and one more part.
    pub fn under(package: &'a Package, name: &str, parent: &str) -> impl Iterator<Item = Self> {
        let found: Vec<Self> = package.table_full(name).map_or_else(Vec::new, |(index, table)| {
            table.rows_under(parent).map(|(at, row)| Self { index, at, table, row }).collect()
        });
        found.into_iter()
    }

    /// The row with a key.
    pub fn one(package: &'a Package, name: &str, key: &str) -> Option<Self> {
        let (index, table) = package.table_full(name)?;
        let (at, row) = table.row(key)?;
        Some(Self { index, at, table, row })
    }

    /// The row's key.
    pub fn key(&self) -> &'a str {
        self.row.key()
    }

    /// A cell's text; empty if blank.
    pub fn text(&self, column: &str) -> &'a str {
        self.row.text(self.table, column)
    }

    /// A cell's text, `None` if blank.
    pub fn some(&self, column: &str) -> Option<&'a str> {
        Some(self.text(column)).filter(|text| !text.is_empty())
    }

    /// A cell's number as a fact, `None` if blank.
    pub fn datum(&self, column: &str) -> Option<Datum> {
        let column = self.table.schema.column(column)?;
        let number = self.row.number_at(column)?;
        Some(Datum { at: FactRef { table: self.index, row: self.at, column: u16::try_from(column).ok()? }, number })
    }

    /// A cell's whole number (years, levels).
    pub fn whole<T: std::str::FromStr>(&self, column: &str) -> Option<T> {
        self.text(column).parse().ok()
    }
}
