//! A fact with everything that is known of it: where its cell was read, and where that stands in its source.

use serde::Serialize;

use super::Package;
use crate::chain::trade;
use crate::table::{FactRef, Origin, Row, Table};

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
    /// Everything that is known of a fact.
    pub fn view(&self, at: FactRef) -> FactView {
        if at.table == trade::TABLE {
            return self.view_of_trade(at);
        }
        let table = self.tables[usize::from(at.table)].table();
        let row = &table.rows()[at.row as usize];
        let column = usize::from(at.column);
        let field = &table.schema.schema.fields[column];
        let number = row.number_at(column);
        let origin = row.origin(column);
        let edition = row.text(table, "edition").to_owned();
        let source_id = source_id(table, origin, &edition);
        let source = self.sources.get(&source_id);
        FactView {
            table: table.schema.name.clone(),
            key: self.key(at).0,
            value: number.map(|n| n.value),
            low: number.map(|n| n.low),
            high: number.map(|n| n.high),
            printed: printed(row.text_at(column), field.percent),
            unit: unit_of(table, row, field),
            citation: source.map_or_else(|| source_id.clone(), |s| s.citation.clone()),
            publisher: source.map(|s| s.publisher.clone()).unwrap_or_default(),
            licence: source.map_or_else(|| "stated by the workspace".to_owned(), |s| s.licence.clone()),
            address: source.map(|s| s.address.clone()).unwrap_or_default(),
            edition: if edition.is_empty() {
                source.map(|s| s.issue().to_owned()).unwrap_or_default()
            } else {
                edition.clone()
            },
            locator: locator(table, row, origin, &edition),
            quality: origin.extra.quality.or(table.schema.quality.filter(|_| origin.is_base())),
            file: table.file(origin).to_owned(),
            line: origin.line,
            note: origin.extra.note.clone(),
            source: source_id,
        }
    }

    /// The same for a number of trade, whose schema is that of a packed resource.
    fn view_of_trade(&self, at: FactRef) -> FactView {
        let fact = self.trade().fact(at, self.vocabulary()).unwrap_or_default();
        let schema = self.trade_schema();
        let of_base = || schema.and_then(|schema| schema.source.clone()).unwrap_or_default();
        let is_base = fact.source.is_none();
        let source_id = fact.source.unwrap_or_else(of_base);
        let source = self.sources.get(&source_id);
        let field = schema.and_then(|schema| schema.field(fact.column));
        let pattern = schema.and_then(|schema| schema.locator.as_deref()).filter(|_| is_base || source.is_some());
        let [hs6, exporter, importer] = &fact.parts;
        FactView {
            table: trade::KEY.to_owned(),
            key: fact.key.0,
            value: fact.number.map(|n| n.value),
            low: fact.number.map(|n| n.low),
            high: fact.number.map(|n| n.high),
            printed: fact.printed,
            unit: field.and_then(|field| field.unit.clone()).unwrap_or_default(),
            citation: source.map_or_else(|| source_id.clone(), |s| s.citation.clone()),
            publisher: source.map(|s| s.publisher.clone()).unwrap_or_default(),
            licence: source.map_or_else(|| "stated by the workspace".to_owned(), |s| s.licence.clone()),
            address: source.map(|s| s.address.clone()).unwrap_or_default(),
            edition: source.map(|s| s.issue().to_owned()).unwrap_or_default(),
            locator: pattern.map_or_else(
                || format!("{}, line {}", fact.file, fact.line),
                |pattern| {
                    let year = fact.year.to_string();
                    let cells = [("year", &year), ("hs6", hs6), ("exporter", exporter), ("importer", importer)];
                    cells
                        .iter()
                        .fold(pattern.to_owned(), |text, (name, cell)| text.replace(&format!("{{{name}}}"), cell))
                },
            ),
            quality: schema.and_then(|schema| schema.quality).filter(|_| is_base),
            file: fact.file,
            line: fact.line,
            note: None,
            source: source_id,
        }
    }

    /// Id of the source that the base gives for a fact, whatever lies over it now.
    pub fn base_source(&self, at: FactRef) -> String {
        if at.table == trade::TABLE {
            return self.trade_schema().and_then(|schema| schema.source.clone()).unwrap_or_default();
        }
        let table = self.tables[usize::from(at.table)].table();
        let row = &table.rows()[at.row as usize];
        source_id(table, row.own_origin(), row.text(table, "edition"))
    }
}

fn printed(text: &str, percent: bool) -> String {
    let bare = text.trim_end_matches('%').trim_end();
    if percent && !bare.is_empty() { format!("{bare} %") } else { text.to_owned() }
}

/// Source id and locator that the schema gives a row of the base.
pub(crate) fn source_and_locator(table: &Table, row: &Row) -> (String, String) {
    let (origin, edition) = (row.own_origin(), row.text(table, "edition"));
    (source_id(table, origin, edition), locator(table, row, origin, edition))
}

fn source_id(table: &Table, origin: &Origin, edition: &str) -> String {
    let schema = &table.schema;
    let of_table = || schema.source_by_edition.get(edition).or(schema.source.as_ref());
    origin.extra.source.as_ref().or_else(of_table).cloned().unwrap_or_default()
}

/// Where a cell stands in its source: its row's own words first, else the table's pattern.
fn locator(table: &Table, row: &Row, origin: &Origin, edition: &str) -> String {
    if let Some(own) = &origin.extra.locator {
        return own.clone();
    }
    match table.schema.locator.as_ref().and_then(|pattern| pattern.get(edition)) {
        Some(pattern) if origin.is_base() => filled(pattern, table, row),
        _ => format!("{}, line {}", table.file(origin), origin.line),
    }
}

/// A pattern with every `{column}` replaced by the row's cell.
fn filled(pattern: &str, table: &Table, row: &Row) -> String {
    table.schema.schema.fields.iter().fold(pattern.to_owned(), |text, field| {
        text.replace(&format!("{{{}}}", field.name), row.text(table, &field.name))
    })
}

/// The unit of a number: that of its column, or of its row where the column says so.
fn unit_of(table: &Table, row: &Row, field: &crate::schema::Field) -> String {
    match field.unit.as_deref() {
        Some(OF_THE_ROW) => match row.text(table, "unit") {
            "per year" => "share".to_owned(),
            unit => unit.to_owned(),
        },
        unit => unit.unwrap_or_default().to_owned(),
    }
}

/// The unit of a column whose rows each name their own in the column `unit`.
const OF_THE_ROW: &str = "row";
