//! Facts of the package as documents.

use adit_facts::package::KeyError;
use adit_facts::schema::PackedSchema;
use adit_facts::{FactRef, Package, Table, suggest};

use super::{FactAnswer, FactsAnswer, SourceDocument, SourcesAnswer, TableDocument, TablesAnswer};
use crate::error::AnswerError;
use crate::session::FORMAT;
use crate::why::fact;

/// All tables, and trade after them.
pub(crate) fn tables(package: &Package) -> TablesAnswer {
    let tables = package.table_names().filter_map(|name| package.table(name));
    let packed = package.trade_schema().map(|schema| describe_trade(package, schema));
    TablesAnswer { format: FORMAT, tables: tables.map(|table| describe(package, table)).chain(packed).collect() }
}

/// The facts of a table under a row key or its beginning.
pub(crate) fn facts(
    package: &Package,
    name: &str,
    under: Option<&str>,
    limit: Option<usize>,
) -> Result<FactsAnswer, AnswerError> {
    if let Some(schema) = package.trade_schema().filter(|schema| schema.name == name) {
        return trade(package, schema, under.unwrap_or_default(), limit);
    }
    let table = package.table(name).ok_or_else(|| KeyError::Table {
        table: name.to_owned(),
        hint: suggest::hint(name, package.table_names(), "`adit facts` lists the tables"),
    })?;
    let under = under.map(|under| under.trim_matches('/')).filter(|under| !under.is_empty());
    let meant = |key: &str| {
        under.is_none_or(|under| key == under || key.strip_prefix(under).is_some_and(|rest| rest.starts_with('/')))
    };
    let keys: Vec<String> =
        keys(table).filter(|key| meant(key.strip_prefix(name).map_or("", |key| &key[1..]))).collect();
    let limit = limit.unwrap_or(keys.len());
    let found: Vec<FactRef> = keys.iter().take(limit).filter_map(|key| package.find(key).ok()).collect();
    Ok(FactsAnswer {
        format: FORMAT,
        table: describe(package, table),
        total: keys.len(),
        facts: found.into_iter().map(|at| fact::document(package, at)).collect(),
    })
}

/// The facts of trade under a year and good: all of it is no list for people.
fn trade(
    package: &Package,
    schema: &PackedSchema,
    under: &str,
    limit: Option<usize>,
) -> Result<FactsAnswer, AnswerError> {
    let found = package.trade_facts(under.trim_matches('/')).ok_or_else(|| KeyError::Row {
        table: schema.name.clone(),
        row: under.to_owned(),
        hint: "name a year and a good, and countries if you like: --under 2022/283691/CL".to_owned(),
    })?;
    let (total, limit) = (found.len(), limit.unwrap_or(found.len()));
    Ok(FactsAnswer {
        format: FORMAT,
        table: describe_trade(package, schema),
        total,
        facts: found.into_iter().take(limit).map(|at| fact::document(package, at)).collect(),
    })
}

fn describe_trade(package: &Package, schema: &PackedSchema) -> TableDocument {
    TableDocument {
        name: schema.name.clone(),
        title: schema.title.clone(),
        description: schema.description.clone(),
        rows: package.trade().len(),
        facts: vec!["value".to_owned(), "quantity".to_owned()],
        sources: schema.source.iter().cloned().collect(),
    }
}

/// One fact.
pub(crate) fn one(package: &Package, key: &str) -> Result<FactAnswer, AnswerError> {
    let at = package.find(key)?;
    Ok(FactAnswer { format: FORMAT, fact: fact::document(package, at) })
}

/// The sources.
pub(crate) fn sources(package: &Package) -> SourcesAnswer {
    SourcesAnswer { format: FORMAT, sources: package.sources().values().map(SourceDocument::from).collect() }
}

fn describe(package: &Package, table: &Table) -> TableDocument {
    let mut sources: Vec<String> = Vec::new();
    // Rows of a table share few sources; each is asked for once an edition, by its first fact.
    for key in first_keys(table) {
        if let Ok(at) = package.find(&key) {
            let source = package.view(at).source;
            if !source.is_empty() && !sources.contains(&source) {
                sources.push(source);
            }
        }
    }
    let schema = &table.schema;
    if sources.is_empty() {
        sources.extend(schema.source.clone());
    }
    TableDocument {
        name: schema.name.clone(),
        title: schema.title.clone(),
        description: schema.description.clone(),
        rows: table.rows().len(),
        facts: parts(table),
        sources,
    }
}

/// Names of a table's facts.
fn parts(table: &Table) -> Vec<String> {
    table.schema.schema.fields.iter().filter(|f| f.is_number()).map(adit_facts::schema::Field::key_part).collect()
}

/// Keys of all facts of a table that are not blank, in order.
fn keys(table: &Table) -> impl Iterator<Item = String> {
    let fields: Vec<(usize, String)> = table
        .schema
        .schema
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| field.is_number())
        .map(|(at, field)| (at, field.key_part()))
        .collect();
    table.rows().iter().flat_map(move |row| {
        let there = fields.iter().filter(|(at, _)| row.number_at(*at).is_some());
        let name = &table.schema.name;
        there.map(|(_, part)| format!("{name}/{}/{part}", row.key())).collect::<Vec<_>>()
    })
}

/// One key for each edition, and for each row that names its own source.
fn first_keys(table: &Table) -> Vec<String> {
    let Some(part) = parts(table).into_iter().next() else { return Vec::new() };
    let mut editions: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for row in table.rows() {
        let edition = row.text(table, "edition");
        let new = !editions.contains(&edition);
        if new {
            editions.push(edition);
        }
        if new || row.own_origin().extra.source.is_some() {
            found.push(format!("{}/{}/{part}", table.schema.name, row.key()));
        }
    }
    found
}
