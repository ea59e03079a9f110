//! Tables of the base are parsed when they are first asked for: a question about one material does not wait for the
//! regions, and one about a region not for the trade codes.

use std::sync::{Arc, OnceLock};

use crate::finding::Finding;
use crate::schema::TableSchema;
use crate::table::Table;

/// A table of the base that may not have been parsed yet. A copy shares what was parsed.
#[derive(Debug, Clone)]
pub(super) struct Lazy {
    schema: Arc<TableSchema>,
    text: &'static str,
    parsed: OnceLock<Parsed>,
}

#[derive(Debug, Clone)]
struct Parsed {
    table: Arc<Table>,
    problems: Arc<[Finding]>,
}

impl Lazy {
    /// A table by its schema and text.
    pub fn new(schema: TableSchema, text: &'static str) -> Self {
        Self { schema: Arc::new(schema), text, parsed: OnceLock::new() }
    }

    /// The table.
    pub fn table(&self) -> &Table {
        &self.parsed().table
    }

    /// What is wrong with the text; rows with errors are left out of the table.
    pub fn problems(&self) -> &[Finding] {
        &self.parsed().problems
    }

    /// Changes the table of this copy.
    pub fn change<T>(&mut self, how: impl FnOnce(&mut Table) -> T) -> T {
        let mut parsed = self.parsed.take().unwrap_or_else(|| self.parse());
        let result = how(Arc::make_mut(&mut parsed.table));
        self.parsed = OnceLock::from(parsed);
        result
    }

    fn parsed(&self) -> &Parsed {
        self.parsed.get_or_init(|| self.parse())
    }

    fn parse(&self) -> Parsed {
        let file = format!("data/{}", self.schema.path);
        let (table, problems) = Table::parse(Arc::clone(&self.schema), self.text, &file, None);
        Parsed { table: Arc::new(table), problems: problems.into() }
    }
}
