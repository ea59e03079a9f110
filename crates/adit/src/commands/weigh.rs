//! `adit weigh`: whose priorities does a choice serve?

use std::path::Path;

use adit_answer::choose::portfolio::question::PortfolioQuestion;
use adit_answer::choose::weigh::page::WeighedQuestion;
use adit_answer::choose::weigh::{self, WeighAnswer, WeighQuestion};
use adit_facts::choose::weights_file::{self, Read};
use adit_facts::{Finding, door};

use super::outlook::is_file;
use crate::args::{Format, Global, Weigh};
use crate::outcome::Stop;
use crate::{open, print};

/// Most columns of groups or criteria that a terminal has room for; all leave as CSV and JSON.
const COLUMNS: usize = 4;

/// Most pairs shown to people.
const PAIRS: usize = 8;

/// Weighs the alternatives of a criteria file, or the projects of a portfolio.
pub fn run(global: &Global, args: &Weigh) -> Result<(), Stop> {
    match (&args.portfolio, &args.criteria, &args.weights) {
        (Some(portfolio), _, weights) => of_portfolio(global, portfolio, weights.as_deref()),
        (None, Some(criteria), Some(weights)) => of_files(global, criteria, weights),
        (None, Some(_), None) => Err(Stop::wrong("no weights are given", "name them with --weights FILE")),
        (None, None, _) => Err(Stop::wrong(
            "nothing is given to be weighed",
            "name a portfolio (`adit choose` lists them), or a table of your own with --criteria FILE",
        )),
    }
}

fn of_files(global: &Global, criteria: &Path, weights: &Path) -> Result<(), Stop> {
    let (criteria, mut findings) = read(criteria, weights_file::criteria)?;
    let (weights, more) = read(weights, |bytes, file| weights_file::weights(bytes, file, &criteria.criteria))?;
    findings.extend(more);
    let question = WeighQuestion { criteria: &criteria, weights: &weights, seed: global.seed, findings: &findings };
    let answer = weigh::answer(&question)?;
    match global.format {
        Format::Json => print::json_streamed(&answer),
        Format::Csv => print::text(&weigh::ranks(&answer).to_csv()),
        Format::Table => for_people(global, &answer, &findings),
    }
}

fn of_portfolio(global: &Global, portfolio: &str, weights: Option<&Path>) -> Result<(), Stop> {
    let session = open::session(global)?;
    let mut question = PortfolioQuestion::new(portfolio);
    if is_file(portfolio) {
        question.text = Some(door::read_text(Path::new(portfolio))?);
    }
    let criteria = session.weigh_criteria(&question)?;
    let (weights, findings) = match weights {
        Some(path) => {
            let by = |bytes, file: &str| weights_file::weights(bytes, file, &criteria.criteria);
            let (weights, findings) = read(path, by)?;
            (Some(weights), findings)
        }
        None => (None, Vec::new()),
    };
    let asked = WeighedQuestion { weights: weights.as_ref(), seed: global.seed, ..WeighedQuestion::default() };
    let answer = session.weigh(&question, &asked)?;
    match global.format {
        Format::Json => print::json_streamed(&answer),
        Format::Csv => print::text(&weigh::ranks(&answer.weighed).to_csv()),
        Format::Table => {
            for_people(global, &answer.weighed, &findings)?;
            answer.notes.iter().try_for_each(|note| print::note(global.quiet, &print::wrapped(note, 0)))
        }
    }
}

fn read<T>(path: &Path, by: impl Fn(Vec<u8>, &str) -> Read<T>) -> Result<(T, Vec<Finding>), Stop> {
    Ok(by(door::read_bytes(path)?, &path.display().to_string())?)
}

fn for_people(global: &Global, answer: &WeighAnswer, findings: &[Finding]) -> Result<(), Stop> {
    let say = |line: &str| print::text(&print::wrapped(line, 0));
    answer.says.iter().try_for_each(|line| say(line))?;
    if answer.rank_counts.is_some() {
        print::text("")?;
        let central = weigh::central(answer);
        let criteria = answer.criteria.iter().take(COLUMNS).map(|name| (format!("central_{name}"), name.clone()));
        let wanted: Vec<(String, String)> =
            [("alternative", "Alternative"), ("first", "first"), ("better_half", "top half")]
                .into_iter()
                .chain([("mean_rank", "mean rank"), ("confidence", "confidence")])
                .map(|(id, label)| (id.to_owned(), label.to_owned()))
                .chain(criteria)
                .collect();
        columns(&central, &wanted)?;
        if answer.central_weights.iter().any(Option::is_some) {
            let more = match answer.criteria.len().saturating_sub(COLUMNS) {
                0 => String::new(),
                more => format!(" ({more} more criteria in --format json)"),
            };
            say(&format!("The columns of criteria: central weights, the mean of those that rank it first{more}."))?;
        }
    }
    if !answer.standings.is_empty() {
        print::text("")?;
        say(&format!("{}:", weigh::groups(answer).title))?;
        let groups = answer.standings.iter().take(1).flat_map(|standing| &standing.shares).take(COLUMNS);
        let mut wanted =
            vec![("alternative".to_owned(), "Alternative".to_owned()), ("worst".to_owned(), "worst".to_owned())];
        wanted.extend(groups.map(|share| (share.group.clone(), share.group.clone())));
        columns(&weigh::groups(answer), &wanted)?;
    }
    if !answer.disagreement.is_empty() {
        print::text("")?;
        let mut table = weigh::pairs(answer);
        say(&format!("{}:", table.title))?;
        table.rows.truncate(PAIRS);
        let groups = answer.disagreement.iter().take(1).flat_map(|pair| &pair.shares).take(COLUMNS);
        let mut wanted = vec![("first".to_owned(), "Before".to_owned()), ("second".to_owned(), "After".to_owned())];
        wanted.extend(groups.map(|share| (share.group.clone(), share.group.clone())));
        columns(&table, &wanted)?;
    }
    let notes = answer.withheld.iter().chain(&answer.notes);
    notes.into_iter().try_for_each(|note| print::note(global.quiet, &print::wrapped(note, 0)))?;
    findings.iter().try_for_each(|finding| print::note(global.quiet, &finding.to_string()))
}

fn columns(table: &adit_answer::tables::PlainTable, wanted: &[(String, String)]) -> Result<(), Stop> {
    let wanted: Vec<(&str, &str)> = wanted.iter().map(|(id, label)| (id.as_str(), label.as_str())).collect();
    print::columns(table, &wanted)
}
