//! `adit appraise`: what a project is worth, to whom, and how sure that is.

mod people;

use std::path::Path;

use adit_answer::Session;
use adit_answer::choose::appraisal::question::AppraisalQuestion;
use adit_answer::choose::appraisal::{AppraisalAnswer, AppraisalsAnswer, table};
use adit_answer::tables::PlainTable;

use adit_facts::door;

use super::outlook::{export, is_file};
use crate::args::{Appraise, Format, Global};
use crate::outcome::Stop;
use crate::progress::patiently;
use crate::{open, print};

/// Columns of the list of projects.
const READY: [(&str, &str); 5] = [
    ("project", "Project"),
    ("country", "In"),
    ("materials", "Materials"),
    ("sourced", "Sourced"),
    ("assumed", "Assumed"),
];

/// Prints the projects, or appraises one.
pub fn run(global: &Global, args: &Appraise) -> Result<(), Stop> {
    let session = open::session(global)?;
    let Some(project) = &args.project else { return list(global, &session.appraisals()) };
    let question = question(global, args, project)?;
    let answer = answer(global, &session, &question)?;
    if let Some(path) = &args.export {
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
            export::workbook(&session.appraisal_workbook(&question)?, path)?;
        } else {
            export::write(&table::lines(&answer), path)?;
        }
        print::note(global.quiet, &format!("{} written.", path.display()))?;
    }
    match global.format {
        Format::Json => print::json(&answer),
        Format::Csv => print::text(&wanted(args, &answer).to_csv()),
        Format::Table => people::print(global, args, &answer),
    }
}

fn wanted(args: &Appraise, answer: &AppraisalAnswer) -> PlainTable {
    if args.inputs {
        table::inputs(answer)
    } else if args.lines {
        table::lines(answer)
    } else {
        table::cash_flow(answer)
    }
}

fn answer(global: &Global, session: &Session, question: &AppraisalQuestion) -> Result<AppraisalAnswer, Stop> {
    patiently(global, "Drawing", || Ok(session.appraise(question)?))
}

/// The question of the flags.
fn question(global: &Global, args: &Appraise, project: &str) -> Result<AppraisalQuestion, Stop> {
    let mut words: Vec<(&str, String)> = Vec::new();
    words.extend(args.set.iter().map(|set| ("set", set.clone())));
    words.extend(args.instrument.iter().map(|instrument| ("instrument", instrument.clone())));
    words.extend(args.nominal.then(|| ("basis", "nominal".to_owned())));
    words.extend(args.discount.clone().map(|rate| ("discount", rate)));
    words.extend(args.process.clone().map(|process| ("process", process)));
    words.extend(args.draws.map(|draws| ("draws", draws.to_string())));
    words.push(("seed", global.seed.to_string()));
    let pairs = words.iter().map(|(name, value)| (*name, value.as_str()));
    let question = AppraisalQuestion::from_pairs(project, pairs)?;
    if !is_file(project) {
        return Ok(question);
    }
    let text = Some(door::read_text(Path::new(project))?);
    Ok(AppraisalQuestion { text, ..question })
}

fn list(global: &Global, answer: &AppraisalsAnswer) -> Result<(), Stop> {
    match global.format {
        Format::Json => print::json(answer),
        Format::Csv => print::text(&table::projects(answer).to_csv()),
        Format::Table => {
            for line in &answer.says {
                print::text(&print::wrapped(line, 0))?;
            }
            print::text("")?;
            let ready = AppraisalsAnswer {
                projects: answer.projects.iter().filter(|project| project.ready).cloned().collect(),
                ..answer.clone()
            };
            print::columns(&table::projects(&ready), &READY)?;
            let others: Vec<_> = answer.projects.iter().filter(|project| !project.ready).collect();
            if !others.is_empty() {
                print::text("\nMissing for the others")?;
            }
            for project in others {
                let line = format!("{}: {}.", project.project.id, project.missing.join(", "));
                print::text(&print::wrapped(&line, 2))?;
            }
            Ok(())
        }
    }
}
