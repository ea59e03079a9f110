//! A clock as people read it: the answer first, then the dates, then what is beside them.

use adit_answer::promises::clock::{ClockAnswer, table};
use adit_answer::tables::PlainTable;

use crate::outcome::Stop;
use crate::print;

const DEADLINES: [(&str, &str); 5] =
    [("what", "What"), ("due", "Due"), ("effective", "Effective"), ("state", "State"), ("rule", "Rule")];

const READINGS: [(&str, &str); 4] =
    [("reading", "Reading"), ("due", "Due"), ("latest", "Latest"), ("stopped_days", "Stopped")];

pub fn print(answer: &ClockAnswer) -> Result<(), Stop> {
    print::text(&format!("{}, as of {}", answer.project.name, answer.as_of))?;
    for line in &answer.says {
        print::text(&print::wrapped(&format!("{line}."), 0))?;
    }
    print::text("")?;
    print::columns(&short(&table::deadlines(answer)), &DEADLINES)?;
    if !answer.readings.is_empty() {
        print::text("\nReadings of the decision, side by side")?;
        print::columns(&table::readings(answer), &READINGS)?;
        for reading in &answer.readings {
            print::text(&print::wrapped(&format!("{}: {}.", reading.reading, reading.says), 2))?;
        }
    }
    section("Against a rule", answer.breaches.iter().map(|breach| format!("{} ({})", breach.text, breach.rule)))?;
    section(
        "Days on which the clock stood still",
        answer.stops.iter().map(|stop| {
            let runs = if stop.runs { ", still running" } else { "" };
            format!("{} days after {} to {} ({}){runs}", stop.days, stop.after, stop.until, stop.rule)
        }),
    )?;
    section(
        "Duties without a date",
        answer.duties.iter().map(|duty| {
            let done = duty.done.as_ref().map_or("the file does not say".to_owned(), |day| format!("done on {day}"));
            format!("{} ({}): {done}", duty.what, duty.rule)
        }),
    )?;
    if let Some(projection) = &answer.projection {
        let chance = projection.before.as_ref().zip(projection.chance).map(|(day, chance)| {
            format!("Decision on or before {day}: {:.0} of 100 draws, an estimate", chance * 100.0)
        });
        section("How likely", chance)?;
    }
    section("Notes", answer.notes.iter().map(|note| note.trim_end_matches('.').to_owned()))?;
    print::text("\n`--format json` gives every date with the id that `adit why` opens.")
}

fn section(title: &str, lines: impl IntoIterator<Item = String>) -> Result<(), Stop> {
    for (at, line) in lines.into_iter().enumerate() {
        if at == 0 {
            print::text(&format!("\n{title}"))?;
        }
        print::text(&print::wrapped(&format!("- {line}."), 2))?;
    }
    Ok(())
}

/// Deadlines with a day, or all where none has one: what waits for its event is only in the JSON and CSV.
fn short(table: &PlainTable) -> PlainTable {
    let due = table.columns.iter().position(|column| column.id == "due");
    let dated = |row: &&Vec<adit_answer::tables::Cell>| {
        due.and_then(|at| row.get(at)).is_none_or(|cell| *cell != adit_answer::tables::Cell::text(""))
    };
    let rows: Vec<_> = table.rows.iter().filter(dated).cloned().collect();
    if rows.is_empty() { table.clone() } else { PlainTable { rows, ..table.clone() } }
}
