//! An imported table for a workspace: with the source of every row beside it.

use std::sync::Arc;

use super::ImportedTable;
use crate::package::Package;
use crate::table::Table;

impl ImportedTable {
    /// The table with the columns `source` and `locator`, which rows of a workspace need. The source is that of the
    /// schema, unless another id or a few words are given (for a newer edition than the base has).
    pub fn for_workspace(&self, package: &Package, source: Option<&str>) -> String {
        let Some(schema) = package.table(&self.name).map(|table| Arc::clone(&table.schema)) else {
            return String::new();
        };
        let (table, _) = Table::parse(Arc::clone(&schema), &self.csv, &self.name, None);
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
        let fields = schema.schema.fields.iter().map(|field| field.name.as_str());
        // Writing text to memory cannot fail.
        let _ = writer.write_record(fields.chain(["source", "locator"]));
        for row in table.rows() {
            let (of_schema, locator) = crate::package::source_and_locator(&table, row);
            let cells = (0..schema.schema.fields.len()).map(|at| row.text_at(at));
            let _ = writer.write_record(cells.chain([source.unwrap_or(&of_schema), locator.as_str()]));
        }
        writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    }
}
