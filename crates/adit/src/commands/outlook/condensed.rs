//! Every assumption on one line: a path through the years is told by its ends.

use adit_answer::outlook::{OutlookAnswer, OutlookAssumption};
use adit_answer::tables::{Cell, Column, PlainTable};
use adit_figure::number::{Reading, bounds, number};

/// Columns shown to people.
pub const COLUMNS: [(&str, &str); 4] =
    [("what", "Assumption"), ("value", "Value"), ("range", "Range"), ("source", "Source")];

/// One row for each parameter of each segment, technology and material.
pub fn table(answer: &OutlookAnswer) -> PlainTable {
    let paths = answer.assumptions.chunk_by(|a, b| a.parameter == b.parameter && a.of == b.of);
    PlainTable {
        name: "assumptions".to_owned(),
        title: "Assumptions".to_owned(),
        columns: vec![
            Column::text("what", "Assumption"),
            Column::text("value", "Value"),
            Column::text("range", "Range"),
            Column::text("source", "Source"),
        ],
        rows: paths.filter_map(row).collect(),
        notes: Vec::new(),
    }
}

fn row(path: &[OutlookAssumption]) -> Option<Vec<Cell>> {
    let (first, last) = (path.first()?, path.last()?);
    let value = |of: &OutlookAssumption| number(&reading(of));
    let range = |of: &OutlookAssumption| bounds(&reading(of));
    let years = if first.year == last.year { String::new() } else { format!(", {} to {}", first.year, last.year) };
    let shown = if value(first) == value(last) { value(last) } else { format!("{} to {}", value(first), value(last)) };
    let mut sources: Vec<&str> = path.iter().map(|of| of.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    Some(vec![
        Cell::text(format!("{}{years}", first.of)),
        Cell::text(shown),
        Cell::text(range(last)),
        Cell::text(sources.join(", ")),
    ])
}

fn reading(of: &OutlookAssumption) -> Reading<'_> {
    Reading::between(Some(of.value), of.low, of.high, unit(&of.unit))
}

/// A pure number has no unit to print.
fn unit(of: &str) -> &str {
    if of == "1" { "" } else { of }
}
