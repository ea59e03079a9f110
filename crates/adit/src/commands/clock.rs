//! `adit clock`: what the law requires of a project by when, and who is late.

mod people;

use std::path::Path;

use adit_answer::promises::clock::question::ClockQuestion;
use adit_answer::promises::clock::{ClockAnswer, list, table};
use adit_answer::promises::{ical, page};
use adit_facts::door;

use super::outlook::{export, is_file};
use crate::args::{Clock, Format, Global};
use crate::outcome::Stop;
use crate::{open, print, today};

/// Columns of the list of clocks.
const CLOCKS: [(&str, &str); 5] =
    [("clock", "Clock"), ("name", "Project"), ("country", "In"), ("due", "Due"), ("effective", "Effective")];

/// Prints the clocks, or the clock of a project.
pub fn run(global: &Global, args: &Clock) -> Result<(), Stop> {
    let session = open::session(global)?;
    let as_of = today::or_named(args.as_of.as_deref())?;
    let Some(file) = &args.file else {
        let answer = session.clocks(as_of);
        return match global.format {
            Format::Json => print::json(&answer),
            Format::Csv => print::text(&list::table(&answer).to_csv()),
            Format::Table => {
                print::columns(&list::table(&answer), &CLOCKS)?;
                print::text("\n`adit clock FILE` computes one: a clock of the list, or a file of your own.")
            }
        };
    };
    let question = question(global, args, file, as_of)?;
    let answer = session.clock(&question)?;
    for finding in &answer.findings {
        let place = finding.line.map_or_else(String::new, |line| format!(":{line}"));
        let hint = finding.hint.as_ref().map_or_else(String::new, |hint| format!("\n  hint: {hint}"));
        print::note(
            global.quiet,
            &format!("{file}{place}: {}[{}]: {}{hint}", finding.severity, finding.code, finding.says),
        )?;
    }
    if let Some(path) = &args.export {
        write(global, &answer, path)?;
    }
    match global.format {
        Format::Json => print::json(&answer),
        Format::Csv => print::text(&table::deadlines(&answer).to_csv()),
        Format::Table => people::print(&answer),
    }
}

fn question(global: &Global, args: &Clock, file: &str, as_of: adit_facts::law::Date) -> Result<ClockQuestion, Stop> {
    let mut words: Vec<(&str, String)> = Vec::new();
    words.extend(args.what_if.iter().map(|event| ("what-if", event.clone())));
    words.extend(args.reading.iter().map(|reading| ("reading", reading.clone())));
    words.extend(args.draws.map(|draws| ("draws", draws.to_string())));
    words.extend(args.before.clone().map(|day| ("before", day)));
    words.push(("seed", global.seed.to_string()));
    let pairs = words.iter().map(|(name, value)| (*name, value.as_str()));
    let question = ClockQuestion::from_pairs(file, as_of, pairs)?;
    let text = if is_file(file) { Some(door::read_text(Path::new(file))?) } else { None };
    Ok(ClockQuestion { text, ..question })
}

/// Writes the schedule by the ending of the file's name.
fn write(global: &Global, answer: &ClockAnswer, path: &Path) -> Result<(), Stop> {
    if answer.project.confidential {
        return Err(Stop::wrong(
            format!("{} is confidential and is not exported (Art. 46)", answer.project.name),
            "remove confidential = true from its file if it may be",
        ));
    }
    match ending(path).as_str() {
        "ics" => export::save(path, ical::clock(answer).as_bytes())?,
        "html" | "htm" => export::save(path, page::schedule(answer).as_bytes())?,
        _ => export::write(&table::deadlines(answer), path)?,
    }
    print::note(global.quiet, &format!("{} written.", path.display()))
}

/// The ending of a file's name, in small letters.
pub fn ending(path: &Path) -> String {
    path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase()
}
