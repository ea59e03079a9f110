//! The result of a closed round in which people voted on statements: what all can live with, what divides them, and every
//! statement in its own words.

use std::collections::BTreeMap;

use adit_answer::promises::opinions::{
    Opinions, OpinionsQuestion, StatementAsked, StatementResult, VoteCounts, opinions,
};
use adit_record::round::{Definition, Said, Vote};
use adit_record::{Record, Round};
use axum::http::StatusCode;
use maud::{Markup, html};

use crate::api::rounds::documents::RoundResult;
use crate::problem::Problem;
use crate::rounds::form::source;
use crate::rounds::{result, sentence};

/// Statements that are named above all of them.
const NAMED: usize = 3;

/// The result, after what earlier rounds with the same statements told.
pub(super) async fn compute(record: &Record, all: &[Round], asked: &Definition) -> Result<RoundResult, Problem> {
    let mut told_before: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for earlier in result::before(all, asked) {
        let told = find(question(record, earlier, told_before.clone()).await?).await?;
        for statement in told.statements {
            let told = statement.told();
            told_before.entry(statement.text).or_default().push(told);
        }
    }
    let votes = find(question(record, asked, told_before).await?).await?;
    Ok(RoundResult {
        format: 1,
        round: asked.id.clone(),
        title: asked.title.clone(),
        criteria: Vec::new(),
        groups: Vec::new(),
        answers: None,
        alternatives: Vec::new(),
        nobodys_enemy: None,
        votes: Some(votes),
    })
}

async fn question(
    record: &Record,
    asked: &Definition,
    told_before: BTreeMap<String, Vec<adit_answer::promises::opinions::Told>>,
) -> Result<OpinionsQuestion, Problem> {
    let statement = |one: &adit_record::round::Statement| StatementAsked {
        id: one.id.clone(),
        text: one.text.clone(),
        entry: one.entry,
    };
    let value = |vote: Vote| match vote {
        Vote::Agree => 1,
        Vote::Disagree => -1,
        Vote::Pass => 0,
    };
    let counted = record.counted(&asked.id).await?;
    let answers = counted.into_iter().filter_map(|one| match one.ballot.said {
        Said::Votes { votes } => Some(votes.into_iter().map(|(id, vote)| (id, value(vote))).collect()),
        _ => None,
    });
    Ok(OpinionsQuestion {
        statements: asked.statements.iter().map(statement).collect(),
        answers: answers.collect(),
        told_before,
    })
}

/// Groups of thousands take a while: others are served meanwhile.
async fn find(question: OpinionsQuestion) -> Result<Opinions, Problem> {
    let found = tokio::task::spawn_blocking(move || opinions(&question).map_err(|error| error.to_string())).await;
    found.map_err(|error| error.to_string()).and_then(|found| found).map_err(|error| {
        tracing::error!(error, "the votes of a round cannot be summed up");
        let detail = "the votes of this round cannot be summed up at present; the record is as it was";
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "rounds.votes", detail, None)
    })
}

/// The page.
pub(super) fn body(asked: &Definition, opinions: &Opinions) -> Markup {
    let mut ordered: Vec<&StatementResult> = opinions.statements.iter().collect();
    // What nothing may be told of stands last, in the order of the round.
    ordered.sort_by(|one, other| other.agreement().unwrap_or(-1.0).total_cmp(&one.agreement().unwrap_or(-1.0)));
    let mut divides: Vec<&StatementResult> = opinions.statements.iter().filter(|one| one.divides.is_some()).collect();
    divides.sort_by(|one, other| other.divides.unwrap_or(0.0).total_cmp(&one.divides.unwrap_or(0.0)));
    html! {
        h1 { (asked.title) }
        p.lead { (asked.question) }
        p.soft { "Asked by " (asked.who_asks) ". The round is closed." }
        @for line in &opinions.says { p { bdi { (sentence(line)) } } }
        (groups(opinions))
        @if !divides.is_empty() {
            h2 { "Where groups are furthest apart" }
            ul { @for one in divides.iter().take(NAMED) { li {
                a href={ "#statement-" (one.id) } { bdi { (one.text) } } " "
                span.soft { (percent(one.divides)) " points of 100 between the most and the least agreeing group" }
            } } }
        }
        h2 { "Every statement, what most can live with first" }
        p.soft {
            "Counts are of answers, not of people, and of those who voted on the statement. Nothing is shown of fewer than five, nor what could be "
            "worked out of fewer than five from what this round or an earlier one shows. These are votes on the statements that were written, by those "
            "who came: no sample of anybody, and no measure of acceptance."
        }
        @for one in ordered { (statement(asked, opinions, one)) }
        p.tools {
            @if let Some(project) = &asked.project { a href={ "/records/" (project) } { "The record of the project" } " " }
            a href={ "/rounds/" (asked.id) "/receipt" } { "Check your answer with your code" }
        }
    }
}

fn groups(opinions: &Opinions) -> Markup {
    html! {
        @if !opinions.groups.is_empty() {
            h2 { "Groups of people who vote alike" }
            p.soft { "Found from the votes alone; nobody was asked who they are. Steadiness is the share of repeated draws in which two of a group stay together." }
            div.wide { table {
                thead { tr { th scope="col" { "Group" } th.num scope="col" { "Answers, at least" } th.num scope="col" { "Steadiness" } } }
                tbody { @for group in &opinions.groups { tr {
                    th scope="row" { (group.name) }
                    td.num { (group.answers_at_least.map_or("not shown".to_owned(), |count| count.to_string())) }
                    td.num { @if group.stability.is_some() { (percent(group.stability)) " %" } @else { "not shown" } }
                } } }
            } }
        }
    }
}

fn statement(asked: &Definition, opinions: &Opinions, one: &StatementResult) -> Markup {
    let own = asked.statements.iter().find(|statement| statement.id == one.id);
    let groups = opinions.groups.iter().zip(&one.groups);
    html! {
        article.entry id={ "statement-" (one.id) } {
            h3 { bdi { (one.text) } }
            @if one.all.is_none() && one.groups.iter().all(Option::is_none) {
                p.soft { "Too few voted on it, or too few more than before, for numbers to be shown. It stands here as it was said." }
            } @else {
                dl.tally {
                    dt { "All" } dd { (counts(one.all)) }
                    @for (group, votes) in groups { dt { "Group " (group.name) } dd { (counts(*votes)) } }
                }
                @if let Some(consensus) = one.consensus { p.soft { "Consensus of groups: " (percent(Some(consensus))) " of 100." } }
            }
            @if let Some(own) = own { (source(asked, own)) }
        }
    }
}

/// Votes in words and as a bar: what agrees, what disagrees, and what passes between them.
fn counts(votes: Option<VoteCounts>) -> Markup {
    let Some(votes) = votes else { return html! { span.soft { "not shown" } } };
    let width = |count: u32| f64::from(count) * 100.0 / f64::from(votes.votes().max(1));
    let (agree, pass, disagree) = (width(votes.agree), width(votes.pass), width(votes.disagree));
    let place = |value: f64| format!("{value:.1}");
    html! {
        (votes.agree) " agree, " (votes.pass) " pass, " (votes.disagree) " disagree"
        svg.bar aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none" {
            rect width=(place(agree)) height="6" {}
            rect.pass x=(place(agree)) width=(place(pass)) height="6" {}
            rect.disagree x=(place(agree + pass)) width=(place(disagree)) height="6" {}
        }
    }
}

/// A share in whole hundredths.
fn percent(share: Option<f64>) -> String {
    share.map_or_else(String::new, |share| format!("{:.0}", share * 100.0))
}
