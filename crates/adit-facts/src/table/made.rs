//! Rows that were not read from CSV: each cell knows where it stands in its own file.

use std::sync::Arc;

use csv::StringRecord;

use super::{Extra, Origin, Row, Table, cell};
use crate::finding::Finding;
use crate::schema::TableSchema;

/// A cell with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MadeCell {
    /// Name of its column.
    pub column: &'static str,
    /// Its text, as a CSV file would have it.
    pub text: String,
    /// 1-based line and character column in the file.
    pub at: (u64, u64),
}

/// A row with its place. Columns without a cell are blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MadeRow {
    /// The cells that are not blank, those of the key among them.
    pub cells: Vec<MadeCell>,
    /// Where the row begins.
    pub at: (u64, u64),
    /// What the row says of the source of its numbers.
    pub extra: Extra,
}

impl Table {
    /// A table of such rows; the findings name every cell that its column does not allow.
    pub(crate) fn of_rows(schema: Arc<TableSchema>, file: &str, rows: &[MadeRow]) -> (Self, Vec<Finding>) {
        let mut table = Self::empty(schema, file);
        let mut findings = Vec::new();
        for made in rows {
            let row = row(&table.schema, made, &mut findings);
            table.push(row);
        }
        let findings = findings.into_iter().map(|finding| finding.in_file(file)).collect();
        (table, findings)
    }
}

fn row(schema: &TableSchema, made: &MadeRow, findings: &mut Vec<Finding>) -> Row {
    let (mut record, mut replaced) = (StringRecord::new(), Vec::new());
    let mut numbers = vec![None; schema.schema.fields.len()].into_boxed_slice();
    for (column, field) in schema.schema.fields.iter().enumerate() {
        let Some(given) = made.cells.iter().find(|cell| cell.column == field.name) else {
            record.push_field("");
            continue;
        };
        let (line, at) = given.at;
        match cell::read(field, "", &given.text) {
            Ok(number) => numbers[column] = number,
            Err(finding) => findings.push(finding.at(line, at)),
        }
        record.push_field(&given.text);
        let origin = Origin { file: 0, line, column: Some(at), extra: made.extra.clone() };
        replaced.push((u16::try_from(column).unwrap_or(u16::MAX), origin));
    }
    let keys = schema.key_columns().iter().filter_map(|name| schema.column(name));
    let key = keys.map(|at| record.get(at).unwrap_or("")).collect::<Vec<_>>().join("/");
    let origin = Origin { file: 0, line: made.at.0, column: Some(made.at.1), extra: made.extra.clone() };
    Row { key: key.into(), record, numbers, origin, byte: 0, replaced }
}
