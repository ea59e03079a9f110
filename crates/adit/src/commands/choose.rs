//! `adit choose`: the best set of projects under all rules, with proof.

mod people;
mod sets;

use std::path::Path;

use adit_answer::Session;
use adit_answer::choose::portfolio::question::PortfolioQuestion;
use adit_answer::choose::portfolio::{PortfolioAnswer, PortfoliosAnswer, table};

use adit_facts::door;

use super::outlook::is_file;
use crate::args::{Choose, Format, Global};
use crate::outcome::Stop;
use crate::progress::patiently;
use crate::{open, print};

/// Columns of the list of portfolios.
const PORTFOLIOS: [(&str, &str); 4] =
    [("portfolio", "Portfolio"), ("question", "Question"), ("projects", "Projects"), ("years", "Years")];

/// Prints the portfolios, or answers for one.
pub fn run(global: &Global, args: &Choose) -> Result<(), Stop> {
    let session = open::session(global)?;
    let Some(portfolio) = &args.portfolio else { return list(global, &session.portfolios()) };
    let question = question(global, args, portfolio)?;
    if let Some(path) = &args.write_model {
        let text = session.choose_model(&question)?;
        std::fs::write(path, text).map_err(|error| {
            Stop::wrong(format!("{} cannot be written: {error}", path.display()), "does the folder exist?")
        })?;
        print::note(global.quiet, &format!("{} written.", path.display()))?;
    }
    if args.front.is_some() {
        let answer = patiently(global, "Solving", || Ok(session.choose_front(&question)?))?;
        return sets::front(global, &answer);
    }
    if args.near.is_some() {
        let answer = patiently(global, "Solving", || Ok(session.choose_near(&question)?))?;
        return sets::near(global, &answer);
    }
    if !args.robust.is_empty() {
        let answer = patiently(global, "Drawing and solving", || Ok(session.choose_robust(&question)?))?;
        return sets::robust(global, &answer);
    }
    let answer = answer(global, &session, &question)?;
    match global.format {
        Format::Json => print::json(&answer)?,
        Format::Csv => print::text(&table::chosen(&answer).to_csv())?,
        Format::Table => people::print(global, &answer)?,
    }
    // Rules that contradict each other leave the question without an answer.
    if answer.conflict.is_some() { Err(Stop::Failed(Vec::new())) } else { Ok(()) }
}

fn answer(global: &Global, session: &Session, question: &PortfolioQuestion) -> Result<PortfolioAnswer, Stop> {
    patiently(global, "Solving", || Ok(session.choose(question)?))
}

/// The question of the flags.
fn question(global: &Global, args: &Choose, portfolio: &str) -> Result<PortfolioQuestion, Stop> {
    let mut words: Vec<(&str, String)> = Vec::new();
    let repeated = [
        ("budget", &args.budget),
        ("rule", &args.rule),
        ("with", &args.with),
        ("without", &args.without),
        ("robust", &args.robust),
    ];
    for (name, values) in repeated {
        words.extend(values.iter().map(|value| (name, value.clone())));
    }
    words.extend(args.front.clone().map(|front| ("front", front)));
    words.extend(args.points.map(|points| ("points", points.to_string())));
    words.extend(args.draws.map(|draws| ("draws", draws.to_string())));
    words.extend(args.near.map(|near| ("near", near.to_string())));
    words.extend(args.within.clone().map(|within| ("within", within)));
    words.extend(args.time_limit.clone().map(|limit| ("time_limit", limit)));
    words.extend(args.gap.clone().map(|gap| ("gap", gap)));
    words.push(("seed", global.seed.to_string()));
    let pairs = words.iter().map(|(name, value)| (*name, value.as_str()));
    let question = PortfolioQuestion::from_pairs(portfolio, pairs)?;
    if !is_file(portfolio) {
        return Ok(question);
    }
    let text = Some(door::read_text(Path::new(portfolio))?);
    Ok(PortfolioQuestion { text, ..question })
}

fn list(global: &Global, answer: &PortfoliosAnswer) -> Result<(), Stop> {
    match global.format {
        Format::Json => print::json(answer),
        Format::Csv => print::text(&table::portfolios(answer).to_csv()),
        Format::Table => print::columns(&table::portfolios(answer), &PORTFOLIOS),
    }
}
