//! `/rounds/ID`: the form of an open round, what stands there before and after, and the thanks with the receipt.

use adit_record::round::{Definition, State as RoundState, Trouble};
use adit_record::{Code, Moment, Receipt, RecordError, Round};
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use crate::problem::Problem;
use crate::rounds::{Rounds, fresh, problem_page, result, standing};
use crate::typed::Typed;

mod fields;
mod statements;

pub(super) use statements::source;

/// The field of a participation code.
const SLIP: &str = "slip";

/// What the form says above its fields.
pub(super) enum Notice {
    /// Nothing: a first visit.
    None,
    /// What is wrong, each with its field.
    Troubles(Vec<Trouble>),
    /// Something to know before it is sent again.
    Says(&'static str),
}

/// The page of a round.
pub(super) async fn open(State(rounds): State<Rounds>, Path(id): Path<String>) -> Response {
    match rounds.round(&id).await {
        Ok(round) => match round.state {
            RoundState::Open => new_form(&round.asked, StatusCode::OK, Typed::default(), &Notice::None),
            RoundState::Closed => result::page(&rounds, &round.asked).await,
            RoundState::Announced | RoundState::Ended => fresh(StatusCode::OK, &round.asked.title, &not_open(&round)),
        },
        Err(problem) => problem_page(&problem),
    }
}

/// Takes a filled form.
pub(super) async fn send(State(rounds): State<Rounds>, Path(id): Path<String>, body: Bytes) -> Response {
    let round = match rounds.round(&id).await {
        Ok(round) => round,
        Err(problem) => return problem_page(&problem),
    };
    let typed = Typed::read(&body);
    let ballot = match typed.ballot(&round.asked) {
        Ok(ballot) => ballot,
        Err(_) if round.state != RoundState::Open => return too_late(&round),
        Err(troubles) => {
            return again(&round.asked, StatusCode::UNPROCESSABLE_ENTITY, &typed, &Notice::Troubles(troubles));
        }
    };
    let code = |name: &str| typed.get(name).and_then(|code| code.parse::<Code>().ok());
    let cast = async {
        let fresh = code("code").map_or_else(Code::fresh, Ok)?;
        let (replaces, slip) = (code("replaces"), code(SLIP));
        let receipt = match rounds.record() {
            Ok(record) => {
                record.cast_with(&id, &ballot, &fresh, replaces.as_ref(), slip.as_ref(), Moment::now()).await?
            }
            Err(problem) => return Ok(Err(problem)),
        };
        Ok(Ok((fresh, receipt)))
    };
    match cast.await {
        Ok(Ok((code, receipt))) => fresh(StatusCode::OK, "Thank you", &thanks(&round.asked, &code, &receipt)),
        Ok(Err(problem)) => problem_page(&problem),
        Err(error @ (RecordError::SlipNeeded | RecordError::SlipRefused)) => {
            let notice = Notice::Troubles(vec![Trouble::new(SLIP, error.to_string())]);
            again(&round.asked, StatusCode::UNPROCESSABLE_ENTITY, &typed, &notice)
        }
        Err(RecordError::AlreadySent) => {
            let says = "This form was already sent once, with another answer, and that answer is recorded. To give one more answer, \
                        for another person, send this one. To change the first, use the code that came with it instead.";
            new_form(&round.asked, StatusCode::CONFLICT, typed, &Notice::Says(says))
        }
        Err(RecordError::Over | RecordError::NotYetOpen(_)) => too_late(&round),
        Err(RecordError::Troubles(troubles)) => {
            again(&round.asked, StatusCode::UNPROCESSABLE_ENTITY, &typed, &Notice::Troubles(troubles))
        }
        Err(error) => problem_page(&Problem::from(error)),
    }
}

/// A form with a code of its own: sending it twice records it once.
pub(super) fn new_form(asked: &Definition, status: StatusCode, mut typed: Typed, notice: &Notice) -> Response {
    match Code::fresh() {
        Ok(code) => {
            typed.set("code", &code.to_string());
            again(asked, status, &typed, notice)
        }
        Err(error) => problem_page(&Problem::from(error)),
    }
}

fn again(asked: &Definition, status: StatusCode, typed: &Typed, notice: &Notice) -> Response {
    let title = match notice {
        Notice::Troubles(_) => format!("Please mend: {}", asked.title),
        _ => asked.title.clone(),
    };
    let form = if asked.asks_votes() { statements::form } else { fields::form };
    fresh(status, &title, &form(asked, typed, notice))
}

fn not_open(round: &Round) -> Markup {
    let Definition { title, question, who_asks, .. } = &round.asked;
    html! {
        h1 { (title) }
        p.lead { (question) }
        p.soft { "Asked by " (who_asks) ". " (standing(round)) }
        @if round.asked.asks_votes() {
            h2 { "What is voted on" }
            ul { @for statement in &round.asked.statements { li { bdi { (statement.text) } } } }
        } @else {
            h2 { "What is weighed" }
            dl.criteria {
                @for criterion in &round.asked.criteria {
                    dt { (criterion.name) }
                    dd { (fields::meaning(criterion)) }
                }
            }
        }
        @if round.state == RoundState::Ended { p { a href={ "/rounds/" (round.asked.id) "/receipt" } { "Check your answer with your code" } } }
    }
}

fn too_late(round: &Round) -> Response {
    let body = html! {
        h1 { "This round takes no answers now" }
        p { "What you sent was not recorded. " (standing(round)) }
        p { a href={ "/rounds/" (round.asked.id) } { "Back to the round" } }
    };
    fresh(StatusCode::CONFLICT, "This round takes no answers now", &body)
}

fn thanks(asked: &Definition, code: &Code, receipt: &Receipt) -> Markup {
    let check = format!("/rounds/{}/receipt", asked.id);
    html! {
        h1 { "Thank you. Your answer is recorded." }
        p { "This is your code. Write it down, photograph it or print this page: it is shown only now, and nobody can find it again." }
        p.code id="code" { (code) }
        p { "With it you, and only you, can" }
        ul {
            li { a href=(check) { "see that your answer is in the record" } ", word for word;" }
            li { "change or withdraw it, once, until " (asked.closes.in_words()) "." }
        }
        p { "Whoever has the code can do the same, so keep it to yourself. No name or address was asked or stored with your answer." }
        details {
            summary { "Your receipt, for those who want to check by computation" }
            (proof(asked, receipt))
        }
        p { a href="/rounds" { "All rounds" } }
    }
}

/// The three things that prove inclusion.
pub(super) fn proof(asked: &Definition, receipt: &Receipt) -> Markup {
    html! {
        dl.proof {
            dt { "Round" } dd { (asked.id) }
            dt { "Entry" } dd { (receipt.sequence) }
            dt { "Commitment" } dd.hash { (receipt.commitment) }
            dt { "Head of the chain then" } dd.hash { (receipt.head) }
        }
    }
}
