//! `adit facts`: what adit knows, and from whom.

use adit_answer::facts::{FactsAnswer, SourcesAnswer, TablesAnswer};
use adit_answer::tables::{Cell, Column, PlainTable};
use adit_answer::why::FactDocument;

use crate::args::{Facts, Format, Global};
use crate::outcome::Stop;
use crate::{open, print};

/// Facts of a table shown to people unless they ask for another number.
const SHOWN: usize = 50;

/// Sources of a table that are shown to people.
const SOURCES_SHOWN: usize = 3;

/// Prints tables, facts, one fact or the sources.
pub fn run(global: &Global, args: &Facts) -> Result<(), Stop> {
    let session = open::session(global)?;
    match args.what.as_deref() {
        None => {
            let answer = session.tables();
            let sources = if global.format == Format::Table { few } else { all };
            print(global, &answer, || tables(&answer, sources))
        }
        Some("sources") => {
            let answer = session.sources();
            print(global, &answer, || sources(&answer))
        }
        Some(key) if key.contains('/') => {
            let answer = session.fact(key)?;
            print(global, &answer, || one(&answer.fact))
        }
        Some(table) => {
            let limit = args.limit.or((global.format == Format::Table).then_some(SHOWN));
            let answer = session.facts(table, args.under.as_deref(), limit)?;
            print(global, &answer, || facts(&answer))?;
            if answer.facts.len() < answer.total {
                let says = format!(
                    "{} of {} facts; --limit N shows more, --under PARTS fewer.",
                    answer.facts.len(),
                    answer.total
                );
                print::note(global.quiet, &says)?;
            }
            Ok(())
        }
    }
}

fn print(global: &Global, document: &impl serde::Serialize, table: impl FnOnce() -> PlainTable) -> Result<(), Stop> {
    match global.format {
        Format::Json => print::json(document),
        Format::Csv => print::text(&table().to_csv()),
        Format::Table => print::table(&table()),
    }
}

fn plain(name: &str, title: &str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> PlainTable {
    PlainTable { name: name.to_owned(), title: title.to_owned(), columns, rows, notes: Vec::new() }
}

fn tables(answer: &TablesAnswer, sources: fn(&[String]) -> String) -> PlainTable {
    let columns = vec![
        Column::text("table", "Table"),
        Column::number("rows", "Rows", ""),
        Column::text("title", "Holds"),
        Column::text("sources", "Sources"),
    ];
    let rows = answer.tables.iter().map(|table| {
        vec![
            Cell::text(&table.name),
            Cell::plain(Some(table.rows as f64)),
            Cell::text(&table.title),
            Cell::text(sources(&table.sources)),
        ]
    });
    plain("tables", "The tables of facts", columns, rows.collect())
}

/// The first sources, and how many more there are.
fn few(sources: &[String]) -> String {
    match sources.get(..SOURCES_SHOWN) {
        Some(first) if sources.len() > SOURCES_SHOWN => {
            format!("{} and {} more", first.join(", "), sources.len() - SOURCES_SHOWN)
        }
        _ => all(sources),
    }
}

fn all(sources: &[String]) -> String {
    sources.join(", ")
}

fn sources(answer: &SourcesAnswer) -> PlainTable {
    let columns = vec![
        Column::text("id", "Source"),
        Column::text("citation", "Citation"),
        Column::text("licence", "Licence"),
        Column::text("address", "Address"),
    ];
    let rows = answer.sources.iter().map(|source| {
        vec![
            Cell::text(&source.id),
            Cell::text(&source.citation),
            Cell::text(&source.licence),
            Cell::text(&source.address),
        ]
    });
    plain("sources", "Where the facts come from", columns, rows.collect())
}

fn facts(answer: &FactsAnswer) -> PlainTable {
    let columns = vec![
        Column::text("key", "Fact"),
        Column::text("printed", "As printed"),
        Column::number("value", "Value", ""),
        Column::bounds("bounds", "Bounds", ""),
        Column::text("unit", "Unit"),
        Column::text("source", "Source"),
        Column::text("locator", "Where"),
    ];
    let rows = answer.facts.iter().map(|fact| {
        vec![
            Cell::text(&fact.key),
            Cell::text(&fact.printed),
            Cell::number(fact.value, fact.low, fact.high, Some(&fact.key)),
            Cell::number(fact.value, fact.low, fact.high, None),
            Cell::text(&fact.unit),
            Cell::text(&fact.source),
            Cell::text(&fact.locator),
        ]
    });
    plain("facts", &answer.table.title, columns, rows.collect())
}

/// One fact, a line for each thing that is known of it.
fn one(fact: &FactDocument) -> PlainTable {
    let columns = vec![Column::text("what", "Fact"), Column::text("is", &fact.label)];
    let mut lines = vec![
        ("key", fact.key.clone()),
        ("as printed", fact.printed.clone()),
        ("value", fact.value.map(|value| format!("{value} {}", fact.unit)).unwrap_or_default()),
        ("source", fact.citation.clone()),
        ("publisher", fact.publisher.clone()),
        ("edition", fact.edition.clone()),
        ("where", fact.locator.clone()),
        ("licence", format!("{} {}", fact.licence, fact.licence_url)),
        ("address", fact.address.clone()),
        ("our table", format!("{}, line {}", fact.file, fact.line)),
        ("quality", fact.quality.map(|quality| format!("{quality} (1 best, 5 worst)")).unwrap_or_default()),
        ("note", fact.note.clone().unwrap_or_default()),
    ];
    if let Some(before) = &fact.before {
        lines
            .push(("before", format!("{} (changed by {})", before.printed.as_deref().unwrap_or("nothing"), before.by)));
    }
    lines.retain(|(_, text)| !text.trim().is_empty());
    let rows = lines.into_iter().map(|(what, text)| vec![Cell::text(what), Cell::text(text)]).collect();
    plain("fact", &fact.label, columns, rows)
}
