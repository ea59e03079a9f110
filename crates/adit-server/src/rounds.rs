//! Rounds: the public pages in which people say what matters to them or vote on statements, on a phone and without script,
//! and the state that pages and API share.

use std::net::IpAddr;
use std::sync::{Arc, PoisonError};

use adit_record::round::State as RoundState;
use adit_record::{Moment, Record, RecordError, Round};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{StatusCode, header};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, html};

use crate::plain;
use crate::post::Post;
use crate::problem::Problem;
use crate::records::shelf::Shelf;

mod door;
mod form;
mod guard;
mod list;
mod receipt;
mod result;
mod votes;

pub use crate::limits::Limits;
pub(crate) use guard::{guard, to_its_end};

/// Longest body that is read: an answer has a few kilobytes.
pub(crate) const LONGEST_BODY: usize = 64 * 1024;

/// The record, if the server was started with a database, and what keeps one address from filling it.
#[derive(Clone, Default)]
pub struct Rounds {
    pub(crate) record: Option<Record>,
    pub(crate) limits: Arc<Limits>,
    results: Arc<result::Results>,
    pub(crate) shelf: Shelf,
    pub(crate) proxies: Arc<[IpAddr]>,
    pub(crate) post: Option<Post>,
    #[cfg(feature = "oidc")]
    pub(crate) provider: Option<crate::people::Provider>,
}

impl Rounds {
    /// Rounds kept in a record; without one every page says how to give the server a database.
    pub fn new(record: Option<Record>) -> Self {
        Self { record, ..Self::default() }
    }

    /// The same, with other limits on how often one address may send something.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits: Arc::new(limits), ..self }
    }

    /// The same, behind proxies at these addresses: only what they say of where a request comes from is believed.
    #[must_use]
    pub fn behind(self, proxies: &[IpAddr]) -> Self {
        Self { proxies: proxies.into(), ..self }
    }

    /// The same, with letters by e-mail.
    #[must_use]
    pub fn with_post(self, post: Option<Post>) -> Self {
        Self { post, ..self }
    }

    /// The same, with a house that says who somebody is.
    #[cfg(feature = "oidc")]
    #[must_use]
    pub fn with_provider(self, provider: Option<crate::people::Provider>) -> Self {
        Self { provider, ..self }
    }

    /// The record, or the problem of having none.
    pub(crate) fn record(&self) -> Result<&Record, Problem> {
        self.record.as_ref().ok_or_else(|| {
            let detail = "adit serve was started without a database, so it keeps no rounds";
            let hint = "start it with `adit serve --db sqlite:adit-record.sqlite` (or postgres://USER@HOST/NAME)";
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "rounds.no-database", detail, Some(hint.to_owned()))
        })
    }

    /// A round and where it is now.
    pub(crate) async fn round(&self, id: &str) -> Result<Round, Problem> {
        let round = self.record()?.round(id, Moment::now()).await?;
        if self.is_open_to_all(&round).await? { Ok(round) } else { Err(RecordError::NoSuchRound(id.to_owned()).into()) }
    }

    /// Every round that everybody may know of.
    pub(crate) async fn all(&self) -> Result<Vec<Round>, Problem> {
        let mut open = Vec::new();
        for round in self.record()?.rounds(Moment::now()).await? {
            if self.is_open_to_all(&round).await? {
                open.push(round);
            }
        }
        Ok(open)
    }

    /// Whether the project that a round is about, if it is about one, is not confidential (Art. 46).
    async fn is_open_to_all(&self, round: &Round) -> Result<bool, Problem> {
        let Some(project) = &round.asked.project else { return Ok(true) };
        let shelved = self.shelf.project(self.record()?, project).await?;
        let reading = shelved.read().unwrap_or_else(PoisonError::into_inner);
        Ok(reading.record.as_ref().is_some_and(|record| !record.project.confidential))
    }
}

/// The pages.
pub fn router(rounds: &Rounds) -> Router {
    Router::new()
        .route("/rounds", get(list::page))
        .route("/rounds/{id}", get(form::open).post(form::send))
        .route("/rounds/{id}/receipt", get(receipt::ask).post(receipt::answer))
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .layer(middleware::from_fn_with_state(rounds.clone(), guard))
        .with_state(rounds.clone())
}

/// A page that no one keeps a copy of: forms carry codes.
pub(crate) fn fresh(status: StatusCode, title: &str, body: &Markup) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")], plain::page(title, body)).into_response()
}

/// A problem as a page.
pub(crate) fn problem_page(problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let title = match status {
        StatusCode::NOT_FOUND => "There is no such round",
        StatusCode::SERVICE_UNAVAILABLE => "No rounds are kept here",
        StatusCode::TOO_MANY_REQUESTS => "Please wait a little",
        _ => "That did not work",
    };
    let body = html! {
        h1 { (title) }
        p { (sentence(&problem.detail)) }
        @if let Some(hint) = &problem.hint { p { (sentence(hint)) } }
        p { a href="/rounds" { "All rounds" } }
    };
    fresh(status, title, &body)
}

/// A text with a capital and a full stop.
pub(crate) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str() + if text.ends_with(['.', '!', '?', ')', '”']) { "" } else { "." }
}

/// Where a round is, in words.
fn standing(round: &Round) -> String {
    let (opens, closes) = (round.asked.opens.in_words(), round.asked.closes.in_words());
    match round.state {
        RoundState::Announced => format!("Opens on {opens}, closes on {closes}."),
        RoundState::Open => format!("Open until {closes}."),
        RoundState::Ended => format!("Ended on {closes}. The result appears here when the round has been closed."),
        RoundState::Closed => "Closed.".to_owned(),
    }
}
