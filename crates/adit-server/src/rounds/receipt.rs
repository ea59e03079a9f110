//! `/rounds/ID/receipt`: the person who holds a code sees their own answer and its proof, and may change or withdraw it.

use adit_record::round::{Definition, Said, State as RoundState, Voters};
use adit_record::{Code, Fate, Inclusion, Moment, Round};
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use crate::problem::Problem;
use crate::rounds::form::{self, Notice};
use crate::rounds::{Rounds, fresh, problem_page};
use crate::typed::Typed;

const TITLE: &str = "Is my answer in the record?";

/// Asks for the code.
pub(super) async fn ask(State(rounds): State<Rounds>, Path(id): Path<String>) -> Response {
    match rounds.round(&id).await {
        Ok(round) => fresh(StatusCode::OK, TITLE, &asking(&round.asked, "", None)),
        Err(problem) => problem_page(&problem),
    }
}

/// Answers to a code: shows, withdraws, or opens the form to change the answer.
pub(super) async fn answer(State(rounds): State<Rounds>, Path(id): Path<String>, body: Bytes) -> Response {
    let typed = Typed::read(&body);
    let given = typed.get("code").unwrap_or("");
    let round = match rounds.round(&id).await {
        Ok(round) => round,
        Err(problem) => return problem_page(&problem),
    };
    let Ok(code) = given.parse::<Code>() else {
        let says = "A code has sixteen letters and digits, in groups of four, as 7QK2-M9XV-0F3T-AC5E. Please look at yours again.";
        return fresh(StatusCode::UNPROCESSABLE_ENTITY, TITLE, &asking(&round.asked, given, Some(says)));
    };
    let made = match typed.get("action") {
        Some("withdraw") => withdraw(&rounds, &round, &code).await,
        Some("change") => change(&rounds, &round, &code).await,
        _ => show(&rounds, &round, &code).await,
    };
    made.unwrap_or_else(|problem| {
        if problem.kind.ends_with("unknown-code") {
            let says = "No answer of this round belongs to this code. Please look at it again, and whether it is of this round.";
            return fresh(StatusCode::NOT_FOUND, TITLE, &asking(&round.asked, given, Some(says)));
        }
        problem_page(&problem)
    })
}

async fn show(rounds: &Rounds, round: &Round, code: &Code) -> Result<Response, Problem> {
    let held = rounds.record()?.inclusion(&round.asked.id, code).await?;
    Ok(fresh(StatusCode::OK, TITLE, &held_page(round, code, &held)))
}

async fn withdraw(rounds: &Rounds, round: &Round, code: &Code) -> Result<Response, Problem> {
    rounds.record()?.withdraw(&round.asked.id, code, Moment::now()).await?;
    let body = html! {
        h1 { "Your answer is withdrawn" }
        p { "It will not be counted. That it was given and withdrawn stays in the chain, as nothing in it is removed; what it said is shown to nobody." }
        p { a href={ "/rounds/" (round.asked.id) } { "Back to the round" } }
    };
    Ok(fresh(StatusCode::OK, "Your answer is withdrawn", &body))
}

async fn change(rounds: &Rounds, round: &Round, code: &Code) -> Result<Response, Problem> {
    let held = rounds.record()?.inclusion(&round.asked.id, code).await?;
    if round.state != RoundState::Open || held.fate != Fate::Counts {
        return Ok(fresh(StatusCode::CONFLICT, TITLE, &held_page(round, code, &held)));
    }
    let mut typed = Typed::of(&held.ballot);
    typed.set("replaces", &code.to_string());
    Ok(form::new_form(&round.asked, StatusCode::OK, typed, &Notice::None))
}

fn asking(asked: &Definition, typed: &str, wrong: Option<&str>) -> Markup {
    html! {
        h1 { (TITLE) }
        p { "For the round " a href={ "/rounds/" (asked.id) } { (asked.title) } ". The code came with the thanks for your answer." }
        form.round method="post" action={ "/rounds/" (asked.id) "/receipt" } novalidate {
            div.criterion {
                label for="code" { "Your code" }
                @if let Some(says) = wrong { p.error id="code-error" { (says) } }
                input.long type="text" id="code" name="code" value=(typed) autocomplete="off" autocapitalize="characters" spellcheck="false"
                    maxlength="40" aria-describedby=[wrong.map(|_| "code-error")] aria-invalid=[wrong.map(|_| "true")];
            }
            p { button type="submit" { "Look" } }
        }
    }
}

fn held_page(round: &Round, code: &Code, held: &Inclusion) -> Markup {
    let asked = &round.asked;
    let action = format!("/rounds/{}/receipt", asked.id);
    html! {
        @if held.flaws.is_empty() { h1 { "Your answer is in the record" } } @else { h1 { "The record of this round is damaged" } }
        @match held.fate {
            Fate::Counts => p { "It counts." },
            Fate::Withdrawn => p { "It was withdrawn with this code and does not count." },
            Fate::Replaced => p { "Another answer took its place with this code; that one has a code of its own." },
        }
        @if held.flaws.is_empty() {
            p { "The whole chain of this round was computed again just now, from the first entry to the newest: it holds, and your entry is in it." }
        } @else {
            section.troubles { ul { @for flaw in &held.flaws { li { (flaw) } } } p { "Keep your receipt and tell the people who asked." } }
        }
        h2 { "What you said" }
        (own(asked, held))
        @if round.state == RoundState::Open && held.fate == Fate::Counts {
            h2 { "Change or withdraw it" }
            p { "Both are possible once with this code, until " (asked.closes.in_words()) "." }
            form method="post" action=(action) {
                input type="hidden" name="code" value=(code);
                p { button type="submit" name="action" value="change" { "Change my answer" } }
            }
            details {
                summary { "Withdraw my answer" }
                form method="post" action=(action) {
                    input type="hidden" name="code" value=(code);
                    p { "It will then not be counted, and cannot be brought back. "
                        @if asked.voters == Voters::Codes { "Your code from the slip is spent: to say something else, change the answer instead." }
                        @else { "You can give a new one while the round is open." } }
                    p { button type="submit" name="action" value="withdraw" { "Yes, withdraw it" } }
                }
            }
        }
        h2 { "The proof" }
        p { "SHA-256 of the salt and the stored text is the commitment; SHA-256 of the entry is the head of the chain when your answer was taken. Compare them with your receipt." }
        (form::proof(asked, &held.receipt))
        details {
            summary { "Salt, stored text and entry" }
            dl.proof {
                dt { "Salt" } dd.hash { (held.payload.salt) }
                dt { "Stored text" } dd.hash { (String::from_utf8_lossy(&held.payload.stored)) }
                dt { "Entry" } dd { pre { (held.entry.preimage(&asked.id)) } }
            }
            p.soft { "Whoever sees these can prove what you said. Do not pass them on if you would rather not." }
        }
    }
}

/// One's own answer.
fn own(asked: &Definition, held: &Inclusion) -> Markup {
    let rows: Vec<(&str, String)> = match &held.ballot.said {
        Said::Points { points: values } | Said::Swing { swings: values } => {
            let said = |id: &str| values.get(id).map(ToString::to_string).unwrap_or_default();
            asked.criteria.iter().map(|one| (one.name.as_str(), said(&one.id))).collect()
        }
        Said::Ranking { ranks } => {
            let said = |id: &str| ranks.get(id).map_or("no place".to_owned(), |rank| format!("place {rank}"));
            asked.criteria.iter().map(|one| (one.name.as_str(), said(&one.id))).collect()
        }
        Said::Votes { votes } => {
            let said = |id: &str| votes.get(id).map_or("left out", |vote| vote.word()).to_owned();
            asked.statements.iter().map(|one| (one.text.as_str(), said(&one.id))).collect()
        }
    };
    let group = held.ballot.group.as_deref().and_then(|id| asked.groups.iter().find(|group| group.id == id));
    html! {
        dl.criteria {
            @for (name, said) in &rows { dt { (name) } dd { (said) } }
            @if !asked.asks_votes() { dt { "Spoken from" } dd { (group.map_or("not said", |group| group.name.as_str())) } }
        }
    }
}
