//! The result of a closed round, by group.

use std::collections::HashMap;
use std::sync::Arc;

use adit_record::round::{Counted, Definition};
use adit_record::{Moment, Record};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use crate::api::rounds::documents::{GroupResult, RoundResult, criteria};
use crate::problem::Problem;
use crate::rounds::shown::{FEWEST, Shown, shown};
use crate::rounds::{Rounds, fresh, problem_page};

impl Rounds {
    /// The result of a closed round. It does not change any more, so it is computed once.
    pub(crate) async fn result(&self, id: &str) -> Result<Arc<RoundResult>, Problem> {
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

async fn compute(record: &Record, id: &str) -> Result<RoundResult, Problem> {
    let all = record.rounds(Moment::now()).await?;
    let asked = record.round(id, Moment::now()).await?.asked;
    let counted = record.counted(id).await?;
    // What this round may show depends on what earlier ones of the same question show, in the order of their closing.
    let mut before: Vec<(Moment, &Definition)> = all
        .iter()
        .filter(|round| alike(&round.asked, &asked))
        .filter_map(|round| Some((round.closed_at?, &round.asked)))
        .collect();
    before.sort_by(|one, other| (one.0, &one.1.id).cmp(&(other.0, &other.1.id)));
    let mut told: Vec<(&Definition, Shown)> = Vec::new();
    for (_, earlier) in before.into_iter().take_while(|(_, round)| round.id != id) {
        let shown = of(earlier, &record.counted(&earlier.id).await?, &told);
        told.push((earlier, shown));
    }
    let shown = of(&asked, &counted, &told);
    Ok(document(&asked, &counted, &shown))
}

/// Whether two rounds ask the same: about one portfolio, or by the same criteria.
fn alike(one: &Definition, other: &Definition) -> bool {
    let criteria = |asked: &Definition| asked.criteria.iter().map(|criterion| criterion.id.clone()).collect::<Vec<_>>();
    (one.portfolio.is_some() && one.portfolio == other.portfolio) || criteria(one) == criteria(other)
}

/// What may be told of a round after what was told of earlier ones.
fn of(asked: &Definition, counted: &[Counted], told: &[(&Definition, Shown)]) -> Shown {
    let count = |group: Option<&str>| counted.iter().filter(|one| one.ballot.group.as_deref() == group).count();
    let counts: Vec<usize> = groups(asked).map(count).collect();
    let in_our_order = |(earlier, shown): &(&Definition, Shown)| {
        let theirs: Vec<Option<&str>> = groups(earlier).collect();
        let place = |group: Option<&str>| theirs.iter().position(|their| *their == group);
        let groups =
            groups(asked).map(|group| place(group).and_then(|at| shown.groups.get(at).copied().flatten())).collect();
        Shown { groups, everyone: shown.everyone }
    };
    let earlier: Vec<Shown> = told.iter().map(in_our_order).collect();
    shown(&counts, &earlier)
}

fn document(asked: &Definition, _counted: &[Counted], shown: &Shown) -> RoundResult {
    let name = |group: Option<&str>| {
        let named = group.and_then(|id| asked.groups.iter().find(|group| group.id == id));
        named.map_or("Would rather not say", |group| group.name.as_str()).to_owned()
    };
    let groups = groups(asked).zip(&shown.groups).map(|(group, answers)| GroupResult {
        id: group.map(str::to_owned),
        name: name(group),
        answers: *answers,
    });
    RoundResult {
        format: 1,
        round: asked.id.clone(),
        title: asked.title.clone(),
        criteria: criteria(asked),
        groups: groups.collect(),
        answers: shown.everyone,
    }
}

/// The page of a closed round.
pub(super) async fn page(rounds: &Rounds, asked: &Definition) -> Response {
    match rounds.result(&asked.id).await {
        Ok(result) => fresh(StatusCode::OK, &asked.title, &body(asked, &result)),
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
        p { a href={ "/rounds/" (asked.id) "/receipt" } { "Check your answer with your code" } }
    }
}

fn answers(count: Option<usize>) -> String {
    count.map_or("not shown".to_owned(), |count| count.to_string())
}
