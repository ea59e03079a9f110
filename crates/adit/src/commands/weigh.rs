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

/// Columns kept for names; those wrap where they need more.
const NAMES: usize = 34;

/// Columns that a share takes at most.
const NUMBER: usize = 7;

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
        let shown =
            [("first", "first"), ("better_half", "top half"), ("mean_rank", "mean rank"), ("confidence", "confidence")];
        columns(
            &central,
            &[("alternative", "Alternative")],
            shown.map(|(id, label)| (id.to_owned(), label.to_owned())),
        )?;
        if answer.central_weights.iter().any(Option::is_some) {
            print::text("")?;
            say("Central weights, the mean of those that rank the alternative first (all in --format json):")?;
            let criteria = answer.criteria.iter().map(|name| (format!("central_{name}"), name.clone()));
            columns(&central, &[("alternative", "Alternative")], criteria)?;
        }
    }
    if !answer.standings.is_empty() {
        print::text("")?;
        say(&format!("{}:", weigh::groups(answer).title))?;
        let groups = answer.standings.iter().take(1).flat_map(|standing| &standing.shares);
        let groups = groups.map(|share| (share.group.clone(), share.group.clone()));
        columns(&weigh::groups(answer), &[("alternative", "Alternative"), ("worst", "worst")], groups)?;
    }
    if !answer.disagreement.is_empty() {
        print::text("")?;
        let mut table = weigh::pairs(answer);
        say(&format!("{}:", table.title))?;
        table.rows.truncate(PAIRS);
        let groups = answer.disagreement.iter().take(1).flat_map(|pair| &pair.shares);
        let groups = groups.map(|share| (share.group.clone(), share.group.clone()));
        columns(&table, &[("first", "Before"), ("second", "After")], groups)?;
    }
    let notes = answer.withheld.iter().chain(&answer.notes);
    notes.into_iter().try_for_each(|note| print::note(global.quiet, &print::wrapped(note, 0)))?;
    findings.iter().try_for_each(|finding| print::note(global.quiet, &finding.to_string()))
}

/// The columns that are always shown, and as many of the others as the terminal has room for.
fn columns(
    table: &adit_answer::tables::PlainTable,
    always: &[(&str, &str)],
    others: impl IntoIterator<Item = (String, String)>,
) -> Result<(), Stop> {
    let mut room = usize::from(print::terminal_width()).saturating_sub(NAMES);
    let fits = |(_, label): &(String, String)| {
        let width = label.chars().count().max(NUMBER) + 2;
        let fits = width <= room;
        room = room.saturating_sub(width);
        fits
    };
    let others: Vec<(String, String)> = others.into_iter().take_while(fits).collect();
    let others = others.iter().map(|(id, label)| (id.as_str(), label.as_str()));
    print::columns(table, &always.iter().copied().chain(others).collect::<Vec<_>>())
}
