//! People: signing in and out, one's own account, and who is behind a request. Pages without script.

use std::net::IpAddr;
use std::sync::Arc;

use adit_record::people::PeopleError;
use adit_record::{Moment, Record};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{extract::Request, http::Method};
use maud::{Markup, html};

use crate::limits::Limits;
use crate::problem::Problem;
use crate::rounds::{LONGEST_BODY, Rounds, fresh, sentence, to_its_end};
use crate::{origin, plain};

mod account;
mod cookie;
mod sign_in;
mod visitor;

pub use visitor::Visitor;

/// The record's people, and what keeps one name or address from trying for ever.
#[derive(Clone, Default)]
pub struct People {
    record: Option<Record>,
    limits: Arc<Limits>,
    proxies: Arc<[IpAddr]>,
}

impl People {
    /// The people of the record that keeps the rounds, behind the same proxies.
    pub fn of(rounds: &Rounds) -> Self {
        Self { record: rounds.record.clone(), limits: rounds.limits.clone(), proxies: rounds.proxies.clone() }
    }

    /// The record, or the problem of having none.
    pub(crate) fn record(&self) -> Result<&Record, Problem> {
        self.record.as_ref().ok_or_else(|| {
            let detail = "adit serve was started without a database, so nobody has an account here";
            let hint = "start it with `adit serve --db sqlite:adit-record.sqlite` (or postgres://USER@HOST/NAME)";
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "people.no-database", detail, Some(hint.to_owned()))
        })
    }

    /// Counts one more try of a name or code from an address.
    fn count(&self, what: &str, address: Option<IpAddr>) -> Result<(), Problem> {
        self.limits.count(what, address, std::time::Instant::now()).map_err(|wait| {
            let detail = "very many tries have just come from your network or with this name";
            let hint = format!("try again in {} minutes", (wait.as_secs() + 1).div_ceil(60));
            Problem::new(StatusCode::TOO_MANY_REQUESTS, "people.too-often", detail, Some(hint))
        })
    }
}

/// The pages.
pub fn router(people: &People) -> Router {
    Router::new()
        .route("/sign-in", get(sign_in::ask).post(sign_in::answer))
        .route("/sign-out", post(sign_in::out))
        .route("/account", get(account::page).post(account::change))
        .route("/account/export", get(account::export))
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .layer(middleware::from_fn(guard))
        .with_state(people.clone())
}

/// Nothing is sent here by pages of other sites, and nobody keeps a copy. For every page that acts under an account.
pub async fn guard(request: Request, next: Next) -> Response {
    if request.method() == Method::POST
        && let Err(problem) = origin::own(request.headers())
    {
        return problem_page(&problem);
    }
    let mut response = to_its_end(next.run(request)).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A problem as a page.
pub(crate) fn problem_page(problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let title = match status {
        StatusCode::UNAUTHORIZED => "Please sign in",
        StatusCode::FORBIDDEN => "This is not allowed",
        StatusCode::TOO_MANY_REQUESTS => "Please wait a little",
        StatusCode::SERVICE_UNAVAILABLE => "There are no accounts here",
        _ => "That did not work",
    };
    let body = html! {
        h1 { (title) }
        p { (sentence(&problem.detail)) }
        @if let Some(hint) = &problem.hint { p { (sentence(hint)) } }
        @if status == StatusCode::UNAUTHORIZED { p { a href="/sign-in" { "Sign in" } } }
    };
    fresh(status, title, &body)
}

/// A page of one's own: never kept, always with its title.
fn page(status: StatusCode, title: &str, body: &Markup) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")], plain::page(title, body)).into_response()
}

/// On to another page of ours, after a form.
pub(crate) fn on_to(place: &str) -> Response {
    let place = HeaderValue::from_str(place).unwrap_or(HeaderValue::from_static("/account"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response()
}

impl From<PeopleError> for Problem {
    fn from(error: PeopleError) -> Self {
        let (status, kind) = match &error {
            PeopleError::NotSignedIn => (StatusCode::UNPROCESSABLE_ENTITY, "people.not-signed-in"),
            PeopleError::Wait(_) => (StatusCode::TOO_MANY_REQUESTS, "people.wait"),
            PeopleError::CodeRefused => (StatusCode::UNPROCESSABLE_ENTITY, "people.code"),
            PeopleError::Name
            | PeopleError::Pseudonym
            | PeopleError::WeakPassword(_)
            | PeopleError::NotAnAddress(_) => (StatusCode::UNPROCESSABLE_ENTITY, "people.field"),
            PeopleError::NameTaken | PeopleError::PseudonymTaken | PeopleError::RolesClash => {
                (StatusCode::CONFLICT, "people.conflict")
            }
            PeopleError::NoSuchAccount => (StatusCode::NOT_FOUND, "people.unknown"),
            PeopleError::Record(adit_record::RecordError::Busy) => (StatusCode::SERVICE_UNAVAILABLE, "people.busy"),
            _ => {
                tracing::error!(%error, "the record of people failed");
                let detail = "the record cannot be read or written at present; nothing was changed";
                let hint = "the person who runs this server finds the reason in its log".to_owned();
                return Self::new(StatusCode::INTERNAL_SERVER_ERROR, "people.record", detail, Some(hint));
            }
        };
        Self::new(status, kind, error.to_string(), None)
    }
}

/// The present.
fn now() -> Moment {
    Moment::now()
}
