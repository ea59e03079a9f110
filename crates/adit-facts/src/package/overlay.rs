//! Laying a workspace's rows over the base: what they must name, and which words they may use.

use std::sync::{Arc, OnceLock};

use super::{Package, WORDS};
use crate::chain::Hs6;
use crate::chain::trade::LaidOver;
use crate::finding::{Finding, any_error};
use crate::schema::Field;
use crate::suggest;
use crate::table::{MOST_FINDINGS, MadeRow, Row, Table};

/// Columns that only the base must fill: where a row stands in its source, and whether that may be restated.
const OF_THE_BASE: [&str; 2] = ["row", "restatable"];

impl Package {
    /// Lays a workspace's CSV text over the package. The findings name everything wrong with it; if one is an error,
    /// nothing of the file is used.
    pub fn lay_over(&mut self, name: &str, file: &str, text: &str, base_edition: &str) -> Vec<Finding> {
        let Some((index, table)) = self.table_full(name) else {
            let hint = suggest::hint(name, self.tables.keys().map(String::as_str), "`adit facts` lists the tables");
            let finding = Finding::error("workspace.unknown-table", format!("there is no table \"{name}\""));
            return vec![finding.in_file(file).at(1, 1).hint(hint)];
        };
        let (over, mut findings) = Table::parse(Arc::clone(&table.schema), text, file, Some(base_edition));
        findings.extend(Door { package: self, below: table, over: &over, text, file }.without_source());
        let laid = Laid { index, table: over };
        findings.extend(self.lay_tables_over(file, text, &[laid], findings.as_slice()));
        findings
    }

    /// Lays rows that were read from a file of another kind over several tables: all of them or, if one has an error,
    /// none.
    pub(crate) fn lay_rows_over(&mut self, file: &str, text: &str, rows: &[(&str, Vec<MadeRow>)]) -> Vec<Finding> {
        let (mut laid, mut findings) = (Vec::new(), Vec::new());
        for (name, rows) in rows {
            if let Some((index, below)) = self.table_full(name) {
                let (table, said) = Table::of_rows(Arc::clone(&below.schema), file, rows);
                findings.extend(said);
                laid.push(Laid { index, table });
            }
        }
        findings.extend(self.lay_tables_over(file, text, &laid, findings.as_slice()));
        findings
    }

    /// Checks the tables of a file against the words of the package and lays them over it, unless they have errors or
    /// had some `before`.
    fn lay_tables_over(&mut self, file: &str, text: &str, laid: &[Laid], before: &[Finding]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for Laid { index, table: over } in laid {
            let below = self.tables[usize::from(*index)].table();
            let door = Door { package: self, below, over, text, file };
            for row in over.rows() {
                if before.len() + findings.len() >= MOST_FINDINGS {
                    break;
                }
                door.check(row, &mut findings);
            }
        }
        if any_error(before) || any_error(&findings) {
            return findings;
        }
        let (mut words, mut regions) = (false, false);
        for Laid { index, table: over } in laid {
            let conflicts = self.tables[usize::from(*index)].change(|below| below.lay_over(over, *index, text));
            self.conflicts.extend(conflicts);
            let name = over.schema.name.as_str();
            words |= WORDS.contains(&name);
            regions |= name.starts_with("nuts") || name == "remix-regions";
        }
        self.over.push((file.to_owned(), text.to_owned()));
        self.hash = OnceLock::new();
        self.trade = OnceLock::new();
        if regions {
            self.regions = OnceLock::new();
        }
        if words && let Err(error) = self.read_words() {
            findings.push(Finding::error("package.broken", error.to_string()).in_file(file).at(1, 1));
        }
        findings
    }

    /// Lays a workspace's file of a year's trade over the package (`facts/trade/2022.csv`): it replaces that year's flows
    /// of every code that it holds. The findings name everything wrong with it; if there is one, nothing of it is used.
    pub fn lay_trade_over(&mut self, file: &str, text: &str) -> Vec<Finding> {
        let codes: Vec<Hs6> = self.trade_codes().iter().map(|code| code.hs6).collect();
        match LaidOver::read(file, text, &self.vocabulary, &codes) {
            Err(findings) => findings,
            Ok(over) => {
                self.trade_over.push(over);
                self.trade = OnceLock::new();
                self.over.push((file.to_owned(), text.to_owned()));
                self.hash = OnceLock::new();
                Vec::new()
            }
        }
    }
}

/// A table that is to be laid over the one with an index.
struct Laid {
    index: u16,
    table: Table,
}

/// The reading of a workspace's rows against the words of the package.
struct Door<'a> {
    package: &'a Package,
    below: &'a Table,
    over: &'a Table,
    text: &'a str,
    file: &'a str,
}

impl Door<'_> {
    /// Every number must have a source. A file in which no row names one says so once.
    fn without_source(&self) -> Vec<Finding> {
        let has_number = |row: &&Row| (0..self.over.schema.schema.fields.len()).any(|at| row.number_at(at).is_some());
        let numbers: Vec<&Row> = self.over.rows().iter().filter(has_number).collect();
        let without: Vec<&Row> =
            numbers.iter().copied().filter(|row| row.own_origin().extra.source.is_none()).collect();
        let hint = "add a `source` column: an id of `adit facts sources`, or a few words such as \"own survey, 2026\"";
        match without.as_slice() {
            [first, _, ..] if without.len() == numbers.len() => {
                let says = format!("none of the {} rows with a number names a source", numbers.len());
                vec![self.at_row(first, "fact.no-source", says).hint(hint)]
            }
            rows => rows
                .iter()
                .take(MOST_FINDINGS)
                .map(|row| self.at_row(row, "fact.no-source", format!("{} names no source", row.key())).hint(hint))
                .collect(),
        }
    }

    /// A row must use known words; a new one must be whole.
    fn check(&self, row: &Row, findings: &mut Vec<Finding>) {
        let fields = &self.over.schema.schema.fields;
        let mut unknown = false;
        for (column, field) in fields.iter().enumerate() {
            if let Some(hint) = self.unknown(field, row.text_at(column)) {
                let (line, at) = self.over.place(row, column, self.text);
                let says = format!("{}: \"{}\" is not known", field.name, row.text_at(column));
                findings.push(Finding::error("name.unknown", says).in_file(self.file).at(line, at).hint(hint));
                unknown = true;
            }
        }
        // With a word that is not known, the row is new only by mistake.
        if unknown || self.below.row(row.key()).is_some() {
            return;
        }
        for (column, field) in fields.iter().enumerate() {
            let needed = field.constraints.required && !OF_THE_BASE.contains(&field.name.as_str());
            if needed && row.text_at(column).is_empty() {
                let says = format!("{} is new and needs {}", row.key(), field.name);
                findings.push(self.at_row(row, "csv.blank-cell", says).hint(field.description.clone()));
            }
        }
    }

    fn at_row(&self, row: &Row, code: &'static str, says: String) -> Finding {
        let column = row.own_origin().column.unwrap_or(1);
        Finding::error(code, says).in_file(self.file).at(row.line(), column)
    }

    /// What to write instead, if a cell refers to a word that there is not.
    fn unknown(&self, field: &Field, cell: &str) -> Option<String> {
        let words = self.package.vocabulary();
        let material = |name: &str| match words.find_material(name).map(|found| words.material(found).id.as_str()) {
            Some(id) if id == name => None,
            Some(id) => Some(format!("write the id {id}")),
            None => Some(words.material_hint(name)),
        };
        if cell.is_empty() {
            return None;
        }
        match self.over.schema.refers_to(&field.name) {
            Some("materials") => material(cell),
            Some("countries") => match words.find_country(cell) {
                Some(found) if words.country(found).id == cell => None,
                Some(found) => Some(format!("write the code {}", words.country(found).id)),
                None => Some(words.country_hint(cell)),
            },
            // Lists of the law and of earlier studies name several materials in one cell.
            _ if field.name == "materials" => cell.split(';').map(str::trim).find_map(material),
            _ => None,
        }
    }
}
