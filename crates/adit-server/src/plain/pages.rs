//! The bodies of the plain pages.

use adit_answer::tables::{Column, ColumnKind, PlainTable};
use adit_answer::{AnswerError, Question, RiskQuestion, Session};
use maud::{Markup, html};

/// What there is.
pub fn index() -> Markup {
    html! {
        h1 { "The same answers without script" }
        ul {
            li { a href="/plain/risk" { "Supply risk and economic importance of every material" } }
            li { a href="/plain/audit" { "Does the official result follow from its own inputs?" } }
            li { a href="/plain/sources" { "Sources and licences" } }
            li { a href="/records" { "Records of projects: what people fear, who answered, who promised what, was it kept" } }
            li { a href="/clocks" { "By when must it be decided" } " and " a href="/obligations" { "what the law requires next" } }
            li { a href="/rounds" { "Rounds: say what matters to you" } }
            li { a href="/api/v1/openapi.json" { "The API" } ": everything as JSON; " a href="/api/v1/risk" { "risk" } ", " a href="/api/v1/audit/ec-2023" { "audit" } }
            li { "Tables to take away: " a href="/api/v1/tables/risk.csv" { "risk as CSV" } ", " a href="/api/v1/tables/risk.xlsx" { "as xlsx" } ", "
                a href="/api/v1/tables/audit.csv" { "audit as CSV" } ", " a href="/api/v1/tables/audit.xlsx" { "as xlsx" } }
        }
    }
}

/// One table with its title and notes.
pub fn table(session: &Session, name: &str, question: &Question) -> Result<(String, Markup), AnswerError> {
    let table = session.table(name, question)?;
    let body = html! { h1 { (table.title) } (downloads(name)) (rows(&table, name == "risk")) (notes(&table)) };
    Ok((table.title, body))
}

/// A material: its figures, suppliers and flips.
pub fn material(session: &Session, material: &str, question: &Question) -> Result<(String, Markup), AnswerError> {
    let asked = RiskQuestion { material: Some(material.to_owned()), study: question.clone(), draws: None };
    let answer = session.risk(&asked)?;
    let Some(risk) = answer.materials.first() else {
        return Ok((material.to_owned(), html! { h1 { (material) } }));
    };
    let tables = [format!("suppliers-{}", risk.id), format!("flips-{}", risk.id)];
    let tables: Vec<PlainTable> = tables.iter().filter_map(|name| session.table(name, question).ok()).collect();
    let body = html! {
        h1 { (risk.name) }
        dl {
            dt { "Supply risk" } dd { (opening(risk.why.sr.as_deref(), risk.sr)) }
            dt { "Economic importance" } dd { (opening(risk.why.ei.as_deref(), risk.ei)) }
            dt { "On the list in force" } dd { (if risk.listed { "yes" } else { "no" }) }
            dt { "Strategic" } dd { (if risk.strategic { "yes" } else { "no" }) }
        }
        @if !risk.notes.is_empty() { ul { @for note in &risk.notes { li { (note) } } } }
        @if !risk.missing.is_empty() {
            h2 { "What is not known" }
            ul { @for missing in &risk.missing { li { (missing.says) } } }
        }
        @for table in &tables { h2 { (table.title) } (downloads(&table.name)) (rows(table, false)) (notes(table)) }
    };
    Ok((risk.name.clone(), body))
}

/// The sources with licence and attribution.
pub fn sources(session: &Session) -> (String, Markup) {
    let answer = session.sources();
    let body = html! {
        h1 { "Where do the figures come from?" }
        @for source in &answer.sources {
            section { h2 { (source.title) } p { (source.citation) } p.soft { (source.publisher) " · " (source.licence) " · " (source.address) } }
        }
    };
    ("Sources".to_owned(), body)
}

fn opening(why: Option<&str>, value: Option<f64>) -> Markup {
    let text = adit_figure::number::number(&adit_figure::number::Reading::plain(value.map(rounded), "index"));
    html! {
        @if let Some(id) = why { a.why href={ "/plain/why?id=" (encoded(id)) } { (text) } } @else { (text) }
    }
}

/// Two decimals for a figure whose bounds stand in the table below.
fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn downloads(name: &str) -> Markup {
    html! { p.tools { a href={ "/api/v1/tables/" (name) ".csv" } { "CSV" } " " a href={ "/api/v1/tables/" (name) ".xlsx" } { "xlsx" } } }
}

fn notes(table: &PlainTable) -> Markup {
    html! { @if !table.notes.is_empty() { ul.notes { @for note in &table.notes { li { (note) } } } } }
}

fn rows(table: &PlainTable, link_materials: bool) -> Markup {
    let material = table.columns.iter().position(|column| matches!(column.id.as_str(), "id" | "material"));
    html! {
        div.wide tabindex="0" role="region" aria-label=(table.title) {
            table {
                caption { (table.title) }
                thead { tr { @for column in &table.columns { th scope="col" class=(class(column)) { (column.label) } } } }
                tbody {
                    @for (cells, words) in table.rows.iter().zip(table.lines()) {
                        tr {
                            @for (at, ((cell, word), column)) in cells.iter().zip(&words).zip(&table.columns).enumerate() {
                                td class=(class(column)) {
                                    @if let Some(id) = cell.why() { a.why href={ "/plain/why?id=" (encoded(id)) } { (word) } }
                                    @else if link_materials && Some(at) == material { a href={ "/plain/risk/" (word) } { (word) } }
                                    @else { (word) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn class(column: &Column) -> &'static str {
    match column.kind {
        ColumnKind::Number | ColumnKind::Bounds => "num",
        ColumnKind::Text | ColumnKind::Flag => "",
    }
}

/// An id as the value of a query.
pub fn encoded(id: &str) -> String {
    form_urlencoded::byte_serialize(id.as_bytes()).collect()
}
