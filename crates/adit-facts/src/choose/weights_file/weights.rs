//! The weight vectors.

use std::collections::HashMap;

use super::criteria::{not_a_number, repeated};
use super::grid::{Grid, GridRow, number};
use super::{MOST_VECTORS, WeightTable};
use crate::finding::Finding;
use crate::suggest;

/// The columns of the file.
struct Columns {
    criteria: Vec<usize>,
    participant: Option<usize>,
    group: Option<usize>,
}

/// Names in the order in which they first appear.
#[derive(Default)]
struct Names {
    known: HashMap<String, usize>,
    list: Vec<String>,
}

impl Names {
    fn place(&mut self, name: String) -> usize {
        let next = self.list.len();
        *self.known.entry(name).or_insert_with_key(|name| {
            self.list.push(name.clone());
            next
        })
    }
}

pub fn read(grid: &mut Grid, criteria: &[String]) -> Option<WeightTable> {
    let columns = columns(grid, criteria)?;
    let mut weights = Vec::new();
    let (mut people, mut groups) = (Names::default(), Names::default());
    let (mut of_people, mut of_groups) = (Vec::new(), Vec::new());
    let mut home: HashMap<usize, (Option<usize>, u64)> = HashMap::new();
    let mut said: HashMap<(usize, Vec<u64>), u64> = HashMap::new();
    for row in std::mem::take(&mut grid.rows) {
        if of_people.len() == MOST_VECTORS {
            let says = format!("has more than {MOST_VECTORS} weight vectors");
            grid.say(Finding::error("weights.too-many", says).hint("keep fewer of them"), &row, 0);
            break;
        }
        if let Some(finding) = grid.wrong_width(&row) {
            if grid.say(finding, &row, 0) {
                continue;
            }
            break;
        }
        let Ok(vector) = vector(grid, &row, &columns.criteria) else { break };
        let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).filter(|cell| !cell.is_empty()).cloned();
        // A row without a name is somebody whom no other row is of; a name cannot hold a line break.
        let person = people.place(cell(columns.participant).unwrap_or_else(|| format!("\n{}", row.line)));
        let group = cell(columns.group).map(|name| groups.place(name));
        let (at, before) = *home.entry(person).or_insert((group, row.line));
        if at != group {
            let says = format!("its participant is in another group in line {before}");
            let finding =
                Finding::error("weights.two-groups", says).hint("write the same group in each of a participant's rows");
            grid.say(finding, &row, columns.group.unwrap_or(0));
        }
        if columns.participant.is_some()
            && let Some(first) = said.insert((person, vector.iter().map(|weight| weight.to_bits()).collect()), row.line)
        {
            let finding =
                Finding::warning("weights.repeated", format!("is the same as line {first}, and counted again"));
            grid.say(finding.hint("remove one of the two, if it was pasted twice"), &row, 0);
        }
        weights.extend(vector);
        of_people.push(person);
        of_groups.push(group);
    }
    if of_people.is_empty() {
        let finding = Finding::error("file.empty", "has a header and no weights");
        grid.say_of_header(finding.hint("add a row for each weight vector"), 0);
    }
    Some(WeightTable {
        weights,
        participants: columns.participant.map(|_| of_people),
        names: if columns.participant.is_some() { people.list } else { Vec::new() },
        groups: columns.group.map(|_| of_groups),
        group_names: groups.list,
    })
}

/// The weights of a row, with noughts for what cannot be read; an error once so much is wrong that the rest is not read.
fn vector(grid: &mut Grid, row: &GridRow, columns: &[usize]) -> Result<Vec<f64>, ()> {
    let mut vector = Vec::with_capacity(columns.len());
    let mut sound = true;
    for &at in columns {
        let cell = row.cells.get(at).map_or("", String::as_str);
        let finding = match number(cell) {
            Some(number) if number >= 0.0 => {
                vector.push(number);
                continue;
            }
            Some(number) => {
                let says = format!("{}: the weight {number} is below 0", grid.header.cells[at]);
                Finding::error("weights.negative", says)
                    .hint("weights say how much a criterion counts; where less is better, turn the criterion round")
            }
            None => {
                not_a_number(&grid.header.cells[at], cell).hint("write a number from 0 up; 0 where it does not count")
            }
        };
        sound = false;
        vector.push(0.0);
        if !grid.say(finding, row, at) {
            return Err(());
        }
    }
    let sum: f64 = vector.iter().sum();
    if sound && !(sum > 0.0 && sum.is_finite()) {
        let says = if sum == 0.0 { "all weights are 0".to_owned() } else { format!("the weights add up to {sum}") };
        let finding =
            Finding::error("weights.all-zero", says).hint("give at least one criterion a weight, or remove the row");
        if !grid.say(finding, row, columns.first().copied().unwrap_or(0)) {
            return Err(());
        }
    }
    Ok(vector)
}

fn columns(grid: &mut Grid, criteria: &[String]) -> Option<Columns> {
    let header = grid.header.cells.clone();
    repeated(grid, &header);
    let word = |word: &str| header.iter().position(|cell| cell.eq_ignore_ascii_case(word) && !criteria.contains(cell));
    let (participant, group) = (word("participant"), word("group"));
    let mut found = Vec::with_capacity(criteria.len());
    for name in criteria {
        if let Some(at) = header.iter().position(|cell| cell == name) {
            found.push(at);
        } else {
            let hint =
                suggest::hint(name, header.iter().map(String::as_str), "each criterion needs a column of its name");
            grid.say_of_header(
                Finding::error("csv.missing-column", format!("lacks the criterion {name}")).hint(hint),
                0,
            );
        }
    }
    for (at, cell) in header.iter().enumerate() {
        let known = cell.is_empty() || cell == "note" || criteria.contains(cell);
        if !known && Some(at) != participant && Some(at) != group {
            let hint = suggest::hint(
                cell,
                criteria.iter().map(String::as_str).chain(["participant", "group", "note"]),
                "the columns are those of the criteria, and participant, group and note",
            );
            let says = format!("has a column \"{cell}\" that the criteria do not have");
            grid.say_of_header(Finding::error("csv.unknown-column", says).hint(hint), at);
        }
    }
    (found.len() == criteria.len()).then_some(Columns { criteria: found, participant, group })
}
