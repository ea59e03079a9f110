//! The criteria table.

use std::collections::HashMap;

use super::grid::{Grid, number};
use super::{CriteriaTable, MOST_ALTERNATIVES, MOST_CRITERIA};
use crate::finding::Finding;

/// How a number is written, for hints.
pub const NUMBER: &str = "write a decimal number, as 0.75";

/// A criterion and its columns.
struct Criterion {
    name: String,
    value: usize,
    limits: Option<(usize, usize)>,
}

pub fn read(grid: &mut Grid) -> Option<CriteriaTable> {
    let (names, criteria) = columns(grid)?;
    let mut table = CriteriaTable { alternatives: Vec::new(), criteria: Vec::new(), scores: Vec::new(), limits: None };
    let (mut low, mut high) = (Vec::new(), Vec::new());
    let mut lines: HashMap<String, u64> = HashMap::new();
    for row in std::mem::take(&mut grid.rows) {
        if table.alternatives.len() == MOST_ALTERNATIVES {
            let says = format!("has more than {MOST_ALTERNATIVES} alternatives");
            grid.say(Finding::error("weights.too-many", says).hint("keep those that are to be compared"), &row, 0);
            break;
        }
        if let Some(finding) = grid.wrong_width(&row) {
            grid.say(finding, &row, 0);
            continue;
        }
        let cell = |at: usize| row.cells.get(at).map_or("", String::as_str);
        let name = cell(names).to_owned();
        if name.is_empty() {
            grid.say(
                Finding::error("csv.blank-cell", "alternative is blank").hint("name the alternative"),
                &row,
                names,
            );
        } else if let Some(first) = lines.insert(name.clone(), row.line) {
            let says = format!("repeats the alternative {name} of line {first}");
            grid.say(Finding::error("csv.duplicate-key", says).hint("keep one of the two rows"), &row, names);
        }
        table.alternatives.push(name);
        for criterion in &criteria {
            let mut score = |at: usize| {
                if let Some(number) = number(cell(at)) {
                    number
                } else {
                    let finding = not_a_number(&grid.header.cells[at], cell(at));
                    grid.say(finding, &row, at);
                    0.0
                }
            };
            let value = score(criterion.value);
            table.scores.push(value);
            let (lowest, highest) = criterion.limits.map_or((value, value), |(low, high)| (score(low), score(high)));
            if let Some((at, _)) = criterion.limits.filter(|_| !(lowest <= value && value <= highest)) {
                let says = format!("{}: {value} is not between {lowest} and {highest}", criterion.name);
                grid.say(
                    Finding::error("value.impossible", says).hint("write low, score and high in this order"),
                    &row,
                    at,
                );
            }
            low.push(lowest);
            high.push(highest);
        }
    }
    if table.alternatives.is_empty() {
        let finding = Finding::error("file.empty", "has a header and no alternatives");
        grid.say_of_header(finding.hint("add a row for each alternative"), 0);
    }
    table.limits = criteria.iter().any(|criterion| criterion.limits.is_some()).then_some((low, high));
    table.criteria = criteria.into_iter().map(|criterion| criterion.name).collect();
    Some(table)
}

/// What is said of a cell that is no number.
pub fn not_a_number(column: &str, cell: &str) -> Finding {
    if cell.is_empty() {
        return Finding::error("csv.blank-cell", format!("{column} is blank")).hint(NUMBER);
    }
    let shown: String = cell.chars().take(40).collect();
    Finding::error("value.impossible", format!("{column}: \"{shown}\" is not a number")).hint(NUMBER)
}

/// The column of names, and the criteria.
fn columns(grid: &mut Grid) -> Option<(usize, Vec<Criterion>)> {
    let header = grid.header.cells.clone();
    let position = |name: &str| header.iter().position(|cell| cell == name);
    repeated(grid, &header);
    let Some(names) = header.iter().position(|cell| cell.eq_ignore_ascii_case("alternative")) else {
        let finding = Finding::error("csv.missing-column", "lacks the column alternative");
        grid.say_of_header(
            finding.hint("the first line names the columns: alternative, then one for each criterion"),
            0,
        );
        return None;
    };
    // `jobs_low` is a limit only where there is a criterion `jobs`.
    let is_limit =
        |cell: &str| ["_low", "_high"].iter().filter_map(|end| cell.strip_suffix(end)).any(|of| position(of).is_some());
    let mut criteria = Vec::new();
    for (at, cell) in header.iter().enumerate() {
        if at == names || cell.is_empty() || cell == "note" || is_limit(cell) {
            continue;
        }
        let limits = match (position(&format!("{cell}_low")), position(&format!("{cell}_high"))) {
            (Some(low), Some(high)) => Some((low, high)),
            (None, None) => None,
            (Some(one), None) | (None, Some(one)) => {
                let finding = Finding::error("csv.missing-column", format!("has only one limit of {cell}"));
                grid.say_of_header(finding.hint(format!("write both, {cell}_low and {cell}_high")), one);
                None
            }
        };
        criteria.push(Criterion { name: cell.clone(), value: at, limits });
    }
    if criteria.is_empty() {
        let finding = Finding::error("csv.missing-column", "has no criteria");
        grid.say_of_header(finding.hint("add a column for each criterion, higher is better"), names);
    }
    if criteria.len() > MOST_CRITERIA {
        let says = format!("has {} criteria; at most {MOST_CRITERIA} are weighed", criteria.len());
        grid.say_of_header(Finding::error("weights.too-many", says).hint("keep those that are to be weighed"), names);
        return None;
    }
    (!criteria.is_empty()).then_some((names, criteria))
}

/// Says which columns are named twice.
pub fn repeated(grid: &mut Grid, header: &[String]) {
    for (at, name) in header.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        if header[..at].contains(name) {
            let finding = Finding::error("csv.duplicate-column", format!("has the column \"{name}\" twice"));
            grid.say_of_header(finding.hint("keep one of the two"), at);
        }
    }
}
