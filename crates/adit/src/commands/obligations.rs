//! `adit obligations`: everything due under the Act as of a day, what is due next on top.

use adit_answer::promises::ical;
use adit_answer::promises::obligations::{ObligationEntry, ObligationsAnswer, table};

use super::clock::ending;
use super::outlook::export;
use crate::args::{Format, Global, Obligations};
use crate::outcome::Stop;
use crate::{open, print, today};

const COMING: [(&str, &str); 4] = [("due", "Due"), ("who", "Who"), ("what", "What"), ("rule", "Rule")];
const OPEN: [(&str, &str); 4] = [("who", "Who"), ("what", "What"), ("trigger", "When"), ("rule", "Rule")];

/// Prints the obligations.
pub fn run(global: &Global, args: &Obligations) -> Result<(), Stop> {
    let session = open::session(global)?;
    let answer = session.obligations(today::or_named(args.as_of.as_deref())?, args.who.as_deref())?;
    if let Some(path) = &args.export {
        match ending(path).as_str() {
            "ics" => export::save(path, ical::obligations(&answer).as_bytes())?,
            _ => export::write(&table::obligations(&answer), path)?,
        }
        print::note(global.quiet, &format!("{} written.", path.display()))?;
    }
    match global.format {
        Format::Json => print::json(&answer),
        Format::Csv => print::text(&table::obligations(&answer).to_csv()),
        Format::Table => people(args, &answer),
    }
}

fn people(args: &Obligations, answer: &ObligationsAnswer) -> Result<(), Stop> {
    for line in &answer.says {
        print::text(&print::wrapped(&format!("{line}."), 0))?;
    }
    section(answer, "To come", "due", &COMING)?;
    section(answer, "Date passed; whether done is not in our facts", "passed", &COMING)?;
    let open = answer.obligations.iter().filter(|entry| entry.state == "no-date").count();
    if args.all {
        section(answer, "Without a date", "no-date", &OPEN)?;
    }
    section(answer, "Proposed, not in force", "proposed", &OPEN)?;
    print::text("")?;
    if open > 0 && !args.all {
        let line = match open {
            1 => "One duty has no date: it arises when something happens. `--all` shows it.".to_owned(),
            _ => format!("{open} duties have no date: they arise when something happens. `--all` lists them."),
        };
        print::text(&print::wrapped(&line, 0))?;
    }
    for note in &answer.notes {
        print::text(&print::wrapped(note, 0))?;
    }
    Ok(())
}

fn section(answer: &ObligationsAnswer, title: &str, state: &str, columns: &[(&str, &str)]) -> Result<(), Stop> {
    let wanted = |entry: &ObligationEntry| entry.state == state;
    if !answer.obligations.iter().any(wanted) {
        return Ok(());
    }
    print::text(&format!("\n{title}"))?;
    print::columns(&table::of(answer, wanted), columns)
}
