//! Every assumption for people: one row for each path through the years, or every year with its source and reason.

use adit_answer::outlook::{OutlookAnswer, OutlookAssumption};
use adit_answer::tables::{Cell, Column, PlainTable};
use adit_figure::number::{Reading, bounds, number};

use crate::outcome::Stop;
use crate::print;

/// Columns shown to people.
const COLUMNS: [(&str, &str); 4] =
    [("what", "Assumption"), ("value", "Value"), ("range", "Last range"), ("source", "Source")];

/// One row for each path, told by its ends; sources by number, named below.
pub fn print(answer: &OutlookAnswer) -> Result<(), Stop> {
    let mut sources: Vec<&str> = answer.assumptions.iter().map(|of| of.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    print::columns(&table(answer, &sources), &COLUMNS)?;
    let named: Vec<String> = sources.iter().enumerate().map(|(at, source)| format!("{} {source}", at + 1)).collect();
    print::text(&print::wrapped(&format!("Sources (`adit facts sources` names them): {}.", named.join(", ")), 0))
}

/// Every value with its range, kind, source, and the place in it or the reason.
pub fn print_all(answer: &OutlookAnswer) -> Result<(), Stop> {
    for path in paths(answer) {
        print::text(&print::wrapped(&path[0].of, 0))?;
        for one in path {
            let reading = Reading::between(Some(one.value), one.low, one.high, unit(&one.unit));
            let range = match (one.low, one.high) {
                (None, None) => String::new(),
                _ => format!(" ({})", bounds(&reading)),
            };
            let year = if one.year == "all" { String::new() } else { format!("{}: ", one.year) };
            let note = one.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
            let (kind, source, locator) = (&one.kind, &one.source, &one.locator);
            let line = format!("{year}{}{range}, {kind}: {source}, {locator}{note}", number(&reading));
            print::text(&print::wrapped(&line, 2))?;
        }
    }
    Ok(())
}

/// For each parameter a row with its name and unit, then one for each segment, technology and material.
fn table(answer: &OutlookAnswer, sources: &[&str]) -> PlainTable {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for path in paths(answer) {
        let Some((first, last)) = path.first().zip(path.last()) else { continue };
        let (name, of) = first.of.split_once(", ").unwrap_or((&first.of, "all"));
        let bare = unit(&first.unit);
        let heading = if matches!(bare, "" | "share") { name.to_owned() } else { format!("{name}, {bare}") };
        if !rows.iter().any(|row| row.first() == Some(&Cell::text(&heading))) {
            rows.push(vec![Cell::text(heading), Cell::text(""), Cell::text(""), Cell::text("")]);
        }
        rows.push(row(&path, [first, last], of, sources));
    }
    PlainTable {
        name: "assumptions".to_owned(),
        title: "Assumptions".to_owned(),
        columns: vec![
            Column::text("what", "Assumption"),
            // Both ends stand in one cell; never wrapped, as they are numbers.
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

fn row(path: &[&OutlookAssumption], ends: [&OutlookAssumption; 2], of: &str, sources: &[&str]) -> Vec<Cell> {
    // The unit stands in the row of the parameter, that of a share behind each number.
    let share = |of: &OutlookAssumption| if of.unit == "share" { "share" } else { "" };
    let written = |of: &OutlookAssumption| number(&Reading::between(Some(of.value), of.low, of.high, share(of)));
    let [first, last] = ends;
    let years = if first.year == last.year { String::new() } else { format!(", {} to {}", first.year, last.year) };
    let [from, to] = ends.map(written);
    let shown = if from == to { to } else { format!("{from} to {to}") };
    let range = bounds(&Reading::between(Some(last.value), last.low, last.high, share(last)));
    let numbers = sources.iter().enumerate().filter(|(_, source)| path.iter().any(|of| of.source == **source));
    let numbers: Vec<String> = numbers.map(|(at, _)| (at + 1).to_string()).collect();
    vec![
        // A mark, not an indent: cells lose the spaces that they begin with where they wrap.
        Cell::text(format!("· {of}{years}")),
        Cell::text(shown),
        Cell::text(range),
        Cell::text(numbers.join(", ")),
    ]
}

/// A pure number has no unit to print.
fn unit(of: &str) -> &str {
    if of == "1" { "" } else { of }
}
