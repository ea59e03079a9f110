//! The result of a closed round, by group.

use std::collections::HashMap;
use std::sync::Arc;

use adit_answer::choose::round::{
    Acceptability, FEWEST, Said, Scores, Shown, mean_weights, nobodys_enemy, ranks, scores, shown, standings,
};
use adit_figure::number::{Reading, number};
use adit_record::round::{self as record, Counted, Definition};
use adit_record::{Moment, Record, Round};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use crate::api::rounds::documents::{GroupResult, NobodysEnemy, RoundResult, alternatives, criteria};
use crate::problem::Problem;
use crate::rounds::{Rounds, fresh, problem_page, votes};

impl Rounds {
    /// The result of a closed round. It does not change any more, so it is computed once.
    pub(crate) async fn result(&self, id: &str) -> Result<Arc<RoundResult>, Problem> {
        self.round(id).await?;
        let known = |rounds: &Self| rounds.results.lock().ok().and_then(|results| results.get(id).cloned());
        if let Some(result) = known(self) {
            return Ok(result);
        }
        let result = Arc::new(compute(self.record()?, id).await?);
        if let Ok(mut results) = self.results.lock() {
            results.insert(id.to_owned(), Arc::clone(&result));
        }
        Ok(result)
    }
}

/// Results by round.
pub(super) type Results = std::sync::Mutex<HashMap<String, Arc<RoundResult>>>;

/// Groups of a round in their order, with "would rather not say" as the last.
fn groups(asked: &Definition) -> impl Iterator<Item = Option<&str>> {
    asked.groups.iter().map(|group| Some(group.id.as_str())).chain([None])
}

/// What a round may show depends on what earlier ones of the same question show: these, in the order of their closing.
pub(super) fn before<'a>(all: &'a [Round], asked: &Definition) -> impl Iterator<Item = &'a Definition> {
    let mut before: Vec<(Moment, &Definition)> = all
        .iter()
        .filter(|round| alike(&round.asked, asked))
        .filter_map(|round| Some((round.closed_at?, &round.asked)))
        .collect();
    before.sort_by(|one, other| (one.0, &one.1.id).cmp(&(other.0, &other.1.id)));
    let id = asked.id.clone();
    before.into_iter().map(|(_, earlier)| earlier).take_while(move |earlier| earlier.id != id)
}

async fn compute(record: &Record, id: &str) -> Result<RoundResult, Problem> {
    let all = record.rounds(Moment::now()).await?;
    let asked = record.round(id, Moment::now()).await?.asked;
    if asked.asks_votes() {
        return votes::compute(record, &all, &asked).await;
    }
    let counted = record.counted(id).await?;
    let mut told: Vec<(&Definition, Shown)> = Vec::new();
    for earlier in before(&all, &asked) {
        let shown = of(earlier, &record.counted(&earlier.id).await?, &told);
        told.push((earlier, shown));
    }
    let shown = of(&asked, &counted, &told);
    Ok(document(&asked, &counted, &shown))
}

/// Whether two rounds ask the same: about one portfolio, by the same criteria, or with a statement in common.
fn alike(one: &Definition, other: &Definition) -> bool {
    if one.asks_votes() || other.asks_votes() {
        return one.statements.iter().any(|asked| other.statements.iter().any(|other| other.text == asked.text));
    }
    let criteria = |asked: &Definition| asked.criteria.iter().map(|criterion| criterion.id.clone()).collect::<Vec<_>>();
    (one.portfolio.is_some() && one.portfolio == other.portfolio) || criteria(one) == criteria(other)
}

/// What may be told of a round after what was told of earlier ones.
fn of(asked: &Definition, counted: &[Counted], told: &[(&Definition, Shown)]) -> Shown {
    let count = |group: Option<&str>| counted.iter().filter(|one| one.ballot.group.as_deref() == group).count();
    let counts: Vec<usize> = groups(asked).map(count).collect();
    let earlier = told.iter().map(|(earlier, shown)| {
        let theirs: Vec<Option<&str>> = groups(earlier).collect();
        let places: Vec<Option<usize>> =
            groups(asked).map(|group| theirs.iter().position(|their| *their == group)).collect();
        shown.in_order(&places)
    });
    shown(&counts, &earlier.collect::<Vec<_>>())
}

fn document(asked: &Definition, counted: &[Counted], shown: &Shown) -> RoundResult {
    let name = |group: Option<&str>| {
        let named = group.and_then(|id| asked.groups.iter().find(|group| group.id == id));
        named.map_or("Would rather not say", |group| group.name.as_str()).to_owned()
    };
    let scores = scored(asked);
    let mut accepted = Vec::new();
    let mut results = Vec::new();
    for (place, group) in groups(asked).enumerate() {
        let answers = shown.group(place);
        // What a group said is read only if it is shown.
        let own = counted.iter().filter(|one| answers.is_some() && one.ballot.group.as_deref() == group);
        let said: Vec<Said> = own.filter_map(|one| said(asked, one)).collect();
        let said: Vec<&Said> = said.iter().collect();
        let ranks =
            scores.as_ref().filter(|_| answers.is_some()).and_then(|scores| ranks(scores, &said, &asked.id).ok());
        results.push(GroupResult {
            id: group.map(str::to_owned),
            name: name(group),
            answers,
            weights: mean_weights(&said),
            acceptability: ranks.as_ref().map(shares),
        });
        accepted.extend(ranks);
    }
    let standings = standings(&accepted.iter().collect::<Vec<_>>());
    let enemy = nobodys_enemy(&standings)
        .filter(|_| accepted.len() > 1)
        .map(|at| NobodysEnemy { alternative: asked.alternatives[at].id.clone(), share: standings[at].worst });
    RoundResult {
        format: 1,
        round: asked.id.clone(),
        title: asked.title.clone(),
        criteria: criteria(asked),
        groups: results,
        answers: shown.everyone(),
        alternatives: alternatives(&asked.alternatives),
        nobodys_enemy: enemy,
        votes: None,
    }
}

/// Counts over their sum.
fn shares(ranks: &Acceptability) -> Vec<Vec<f64>> {
    let share = |count: &u32| f64::from(*count) / ranks.vectors.max(1) as f64;
    ranks.rank_counts.iter().map(|counts| counts.iter().map(share).collect()).collect()
}

/// The alternatives on the criteria, from worst to best; none if the round has none.
fn scored(asked: &Definition) -> Option<Scores> {
    let ranges: Option<Vec<(f64, f64)>> = asked.criteria.iter().map(|one| one.worst.zip(one.best)).collect();
    let values: Vec<Vec<f64>> = asked.alternatives.iter().map(|one| one.values.clone()).collect();
    scores(&values, &ranges?).ok()
}

/// An answer in the order of the criteria; none if it weighs none.
fn said(asked: &Definition, counted: &Counted) -> Option<Said> {
    let ids = asked.criteria.iter().map(|criterion| &criterion.id);
    Some(match &counted.ballot.said {
        record::Said::Points { points: values } | record::Said::Swing { swings: values } => {
            Said::Points(ids.map(|id| values.get(id).copied().unwrap_or(0.0)).collect())
        }
        record::Said::Ranking { ranks } => Said::Places(ids.map(|id| ranks.get(id).copied()).collect()),
        record::Said::Votes { .. } => return None,
    })
}

/// The page of a closed round.
pub(super) async fn page(rounds: &Rounds, asked: &Definition) -> Response {
    match rounds.result(&asked.id).await {
        Ok(result) => {
            let body = match &result.votes {
                Some(opinions) => votes::body(asked, opinions),
                None => body(asked, &result),
            };
            fresh(StatusCode::OK, &asked.title, &body)
        }
        Err(problem) => problem_page(&problem),
    }
}

fn body(asked: &Definition, result: &RoundResult) -> Markup {
    let hidden = result.groups.iter().any(|group| group.answers.is_none());
    html! {
        h1 { (asked.title) }
        p.lead { (asked.question) }
        p.soft { "Asked by " (asked.who_asks) ". The round is closed." }
        h2 { "Who answered" }
        div.wide { table {
            caption { "Answers that count, by group. Counts are of answers, not of people: nobody was asked who they are." }
            thead { tr { th scope="col" { "Group" } th.num scope="col" { "Answers" } } }
            tbody {
                @for group in &result.groups { tr { th scope="row" { (group.name) } td.num { (answers(group.answers)) } } }
                @if let Some(all) = result.answers { tr { th scope="row" { "All" } td.num { (all) } } }
            }
        } }
        @if hidden {
            p.soft {
                "“Not shown” means: fewer than " (FEWEST) " answers, or a number from which, with another shown here or in an earlier round, "
                "something about fewer than " (FEWEST) " people could be worked out."
            }
        }
        (weights(result))
        (firsts(result))
        p { a href={ "/rounds/" (asked.id) "/receipt" } { "Check your answer with your code" } }
    }
}

/// What matters to each group: a row for each criterion, a column for each group that is shown.
fn weights(result: &RoundResult) -> Markup {
    let shown: Vec<(&GroupResult, &Vec<f64>)> =
        result.groups.iter().filter_map(|group| Some((group, group.weights.as_ref()?))).collect();
    html! {
        @if !shown.is_empty() {
            h2 { "What matters to them" }
            div.wide tabindex="0" role="region" aria-label="What matters to each group" { table {
                caption {
                    "Each answer shares out 100 % among the criteria; this is the mean within each group. Groups stand side by side and are not "
                    "averaged. An order counts as the centre of all shares that agree with it."
                }
                thead { tr {
                    th scope="col" { "Criterion" }
                    @for (group, _) in &shown { th scope="col" { (group.name) } }
                } }
                tbody {
                    @for (place, criterion) in result.criteria.iter().enumerate() {
                        tr {
                            th scope="row" { (criterion.name) }
                            @for (_, weights) in &shown { (share(weights.get(place).copied().unwrap_or(0.0))) }
                        }
                    }
                }
            } }
        }
    }
}

/// What the weights would choose: for each alternative and group that is shown, how many put it first.
fn firsts(result: &RoundResult) -> Markup {
    let shown: Vec<(&GroupResult, &Vec<Vec<f64>>)> =
        result.groups.iter().filter_map(|group| Some((group, group.acceptability.as_ref()?))).collect();
    let enemy = result.nobodys_enemy.as_ref().and_then(|enemy| {
        let found = result.alternatives.iter().find(|one| one.id == enemy.alternative)?;
        Some((found.name.as_str(), number(&Reading::plain(Some(whole(enemy.share)), "share"))))
    });
    html! {
        @if !shown.is_empty() {
            h2 { "What their weights would choose" }
            @if let Some((name, share)) = enemy {
                p { (name) " is nobody’s enemy: in every group that is shown it stands in the better half for " (share) " of the answers or more." }
            }
            div.wide tabindex="0" role="region" aria-label="What their weights would choose" { table {
                caption { "Share of each group’s answers that put an alternative first, by its values between the worst and the best of each criterion." }
                thead { tr {
                    th scope="col" { "Alternative" }
                    @for (group, _) in &shown { th scope="col" { (group.name) } }
                } }
                tbody {
                    @for (place, alternative) in result.alternatives.iter().enumerate() {
                        tr {
                            th scope="row" { (alternative.name) }
                            @for (_, ranks) in &shown { (share(ranks.get(place).and_then(|ranks| ranks.first()).copied().unwrap_or(0.0))) }
                        }
                    }
                }
            } }
        }
    }
}

/// To whole percent.
fn whole(share: f64) -> f64 {
    (share * 100.0).round() / 100.0
}

/// A share with its bar, in whole percent: a mean of a few answers is no finer.
fn share(weight: f64) -> Markup {
    html! {
        td {
            (number(&Reading::plain(Some(whole(weight)), "share")))
            svg.bar aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none" { rect width=(format!("{:.1}", weight * 100.0)) height="6" {} }
        }
    }
}

fn answers(count: Option<usize>) -> String {
    count.map_or("not shown".to_owned(), |count| count.to_string())
}
