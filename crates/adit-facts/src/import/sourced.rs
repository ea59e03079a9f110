//! An imported table for a workspace: with the source of every row beside it.

use std::sync::Arc;

use super::ImportedTable;
use crate::package::Package;
use crate::table::Table;

impl ImportedTable {
    /// The table with the columns `source` and `locator`, which rows of a workspace need; tables that have them in their
    /// schema keep them in their place. The source is that of the row or schema, unless another id or a few words are
    /// given (for a newer edition than the base has).
    pub fn for_workspace(&self, package: &Package, source: Option<&str>) -> String {
        let Some(schema) = package.table(&self.name).map(|table| Arc::clone(&table.schema)) else {
            return String::new();
        };
        let (table, _) = Table::parse(Arc::clone(&schema), &self.csv, &self.name, None);
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
        let own = |name: &str| schema.column(name).is_some();
        let fields = schema.schema.fields.iter().map(|field| field.name.as_str());
        // Writing text to memory cannot fail.
        let _ = writer.write_record(fields.chain(["source", "locator"].into_iter().filter(|name| !own(name))));
        for row in table.rows() {
            let (of_row, locator) = crate::package::source_and_locator(&table, row);
            let given = source.unwrap_or(&of_row);
            let cells = schema.schema.fields.iter().enumerate().map(|(at, field)| match field.name.as_str() {
                "source" => given,
                _ => row.text_at(at),
            });
            let added = [("source", given), ("locator", locator.as_str())].into_iter().filter(|(name, _)| !own(name));
            let _ = writer.write_record(cells.chain(added.map(|(_, cell)| cell)));
        }
        writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    }
}
