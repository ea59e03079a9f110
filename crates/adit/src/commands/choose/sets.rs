//! Sets of projects beside each other: a front, near-optimal alternatives, robust choices.

use adit_answer::choose::portfolio::front::{FrontAnswer, NearAnswer};
use adit_answer::choose::portfolio::robust::RobustAnswer;
use adit_answer::choose::portfolio::table;
use adit_answer::tables::PlainTable;

use crate::args::{Format, Global};
use crate::outcome::Stop;
use crate::print;

/// The front of two measures.
pub fn front(global: &Global, answer: &FrontAnswer) -> Result<(), Stop> {
    let columns = [
        ("first", answer.first.name.as_str()),
        ("second", answer.second.name.as_str()),
        ("gap", "Gap"),
        ("comes", "Comes in"),
        ("leaves", "Leaves"),
    ];
    written(global, answer, &table::front(answer), (&answer.says, &answer.notes), &columns)
}

/// Near-optimal sets.
pub fn near(global: &Global, answer: &NearAnswer) -> Result<(), Stop> {
    let columns = [("objective", "Objective"), ("worse", "Worse by"), ("comes", "Comes in"), ("leaves", "Leaves")];
    written(global, answer, &table::near(answer), (&answer.says, &answer.notes), &columns)
}

/// Robust choices.
pub fn robust(global: &Global, answer: &RobustAnswer) -> Result<(), Stop> {
    let columns =
        [("name", "Choice"), ("base", "Base"), ("expected", "Expected"), ("worst", "Worst 5 %"), ("regret", "Regret")];
    // Sets are too wide for a column: they stand above, one sentence each.
    let sets = answer.choices.iter().map(|of| {
        let names: Vec<String> = of.chosen.iter().map(|one| format!("{} ({})", one.name, one.start)).collect();
        format!("{}: {}.", of.name, if names.is_empty() { "nothing".to_owned() } else { names.join(", ") })
    });
    let says: Vec<String> = answer.says.iter().cloned().chain(sets).collect();
    written(global, answer, &table::robust(answer), (&says, &answer.notes), &columns)
}

fn written(
    global: &Global,
    answer: &impl serde::Serialize,
    table: &PlainTable,
    (says, notes): (&[String], &[String]),
    columns: &[(&str, &str)],
) -> Result<(), Stop> {
    match global.format {
        Format::Json => print::json(answer),
        Format::Csv => print::text(&table.to_csv()),
        Format::Table => {
            for line in says {
                print::text(&print::wrapped(line, 0))?;
            }
            print::text("")?;
            print::columns(table, columns)?;
            for note in notes {
                print::note(global.quiet, &print::wrapped(note, 0))?;
            }
            Ok(())
        }
    }
}
