//! Every assumption on one line: a path through the years is told by its ends.

use adit_answer::outlook::{OutlookAnswer, OutlookAssumption};
use adit_answer::tables::{Cell, Column, PlainTable};
use adit_figure::number::{Reading, bounds, number};

/// Columns shown to people.
pub const COLUMNS: [(&str, &str); 4] =
    [("what", "Assumption"), ("value", "Value"), ("range", "Last range"), ("source", "Source")];

/// For each parameter a row with its name and unit, then one for each segment, technology and material.
pub fn table(answer: &OutlookAnswer) -> PlainTable {
    let mut rows = Vec::new();
    for path in paths(answer) {
        let Some((first, last)) = path.first().zip(path.last()) else { continue };
        let (name, of) = first.of.split_once(", ").unwrap_or((&first.of, "all"));
        let heading = if unit(&first.unit).is_empty() { name.to_owned() } else { format!("{name}, {}", first.unit) };
        let known = rows.iter().any(|row: &Vec<Cell>| row.first() == Some(&Cell::text(&heading)));
        if !known {
            rows.push(vec![Cell::text(heading), Cell::text(""), Cell::text(""), Cell::text("")]);
        }
        rows.push(row(&path, first, last, of));
    }
    PlainTable {
        name: "assumptions".to_owned(),
        title: "Assumptions".to_owned(),
        columns: vec![
            Column::text("what", "Assumption"),
            // Words to the table, as both ends stand in one cell; never wrapped, as they are numbers.
            Column::number("value", "Value", ""),
            Column::number("range", "Last range", ""),
            Column::text("source", "Source"),
        ],
        rows,
        notes: Vec::new(),
    }
}

/// The values of each parameter through the years, those of one parameter below each other.
fn paths(answer: &OutlookAnswer) -> Vec<Vec<&OutlookAssumption>> {
    let mut parameters: Vec<(&str, &str)> = Vec::new();
    let mut paths: Vec<Vec<&OutlookAssumption>> = Vec::new();
    for one in &answer.assumptions {
        let parameter = (one.parameter.as_str(), one.unit.as_str());
        if !parameters.contains(&parameter) {
            parameters.push(parameter);
        }
        match paths.iter_mut().find(|path| path[0].of == one.of && path[0].unit == one.unit) {
            Some(path) => path.push(one),
            None => paths.push(vec![one]),
        }
    }
    for path in &mut paths {
        path.sort_by(|a, b| a.year.cmp(&b.year));
    }
    paths.sort_by_key(|path| {
        parameters.iter().position(|parameter| *parameter == (path[0].parameter.as_str(), path[0].unit.as_str()))
    });
    paths
}

fn row(path: &[&OutlookAssumption], first: &OutlookAssumption, last: &OutlookAssumption, of: &str) -> Vec<Cell> {
    let value = |of: &OutlookAssumption| number(&reading(of));
    let years = if first.year == last.year { String::new() } else { format!(", {} to {}", first.year, last.year) };
    let shown = if value(first) == value(last) { value(last) } else { format!("{} to {}", value(first), value(last)) };
    let mut sources: Vec<&str> = path.iter().map(|of| of.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    vec![
        // A mark, not an indent: cells lose the spaces that they begin with where they wrap.
        Cell::text(format!("· {of}{years}")),
        Cell::text(shown),
        Cell::text(bounds(&reading(last))),
        Cell::text(sources.join(", ")),
    ]
}

fn reading(of: &OutlookAssumption) -> Reading<'_> {
    Reading::between(Some(of.value), of.low, of.high, if of.unit == "share" { "share" } else { "" })
}

/// A pure number has no unit to print, and that of a share stands behind each number.
fn unit(of: &str) -> &str {
    if of == "1" || of == "share" { "" } else { of }
}
