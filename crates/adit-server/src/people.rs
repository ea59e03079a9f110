//! People: signing in and out, one's own account, and who is behind a request. Pages without script.

use std::net::IpAddr;
use std::sync::Arc;

use adit_record::people::{PeopleError, Token};
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
use crate::post::Post;
use crate::problem::Problem;
use crate::rounds::{LONGEST_BODY, Rounds, fresh, sentence, to_its_end};
use crate::typed::Typed;
use crate::{origin, plain};

mod account;
mod cookie;
#[cfg(feature = "oidc")]
mod elsewhere;
#[cfg(feature = "oidc")]
mod provider;
mod recover;
mod sign_in;
mod visitor;

#[cfg(feature = "oidc")]
pub use provider::{Named, Provider, ProviderError};
pub use visitor::Visitor;

/// The record's people, and what keeps one name or address from trying for ever.
#[derive(Clone, Default)]
pub struct People {
    record: Option<Record>,
    limits: Arc<Limits>,
    proxies: Arc<[IpAddr]>,
    post: Option<Post>,
    #[cfg(feature = "oidc")]
    provider: Option<Provider>,
}

impl People {
    /// The people of the record that keeps the rounds, behind the same proxies.
    pub fn of(rounds: &Rounds) -> Self {
        Self {
            record: rounds.record.clone(),
            limits: rounds.limits.clone(),
            proxies: rounds.proxies.clone(),
            post: rounds.post.clone(),
            #[cfg(feature = "oidc")]
            provider: rounds.provider.clone(),
        }
    }

    /// The record, or the problem of having none.
    pub(crate) fn record(&self) -> Result<&Record, Problem> {
        self.record.as_ref().ok_or_else(|| {
            let detail = "adit serve was started without a database, so nobody has an account here";
            let hint = "start it with `adit serve --db sqlite:adit-record.sqlite` (or postgres://USER@HOST/NAME)";
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "people.no-database", detail, Some(hint.to_owned()))
        })
    }

    /// The other house that says who somebody is, if there is one.
    #[cfg(feature = "oidc")]
    pub(crate) fn elsewhere(&self) -> Option<&str> {
        self.provider.as_ref().map(Provider::host)
    }

    /// No other house says who somebody is: this build has no OpenID Connect.
    #[cfg(not(feature = "oidc"))]
    #[expect(clippy::unused_self, reason = "with OpenID Connect it is the provider's name")]
    pub(crate) fn elsewhere(&self) -> Option<&str> {
        None
    }

    /// Whether letters go out by e-mail.
    pub(crate) fn has_post(&self) -> bool {
        self.post.is_some()
    }

    /// The post, for one letter more that a visitor asks for.
    pub(crate) fn post(&self, visitor: &Visitor) -> Result<&Post, Problem> {
        let post = self.post.as_ref().ok_or_else(|| {
            let hint = "ask a clerk for a code on paper".to_owned();
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "people.no-post", "no e-mail is sent here", Some(hint))
        })?;
        post.count(visitor.address).map_err(too_often)?;
        Ok(post)
    }

    /// Counts one more try of a name or code from an address.
    pub(crate) fn count(&self, what: &str, address: Option<IpAddr>) -> Result<(), Problem> {
        self.limits.count(what, address, std::time::Instant::now()).map_err(too_often)
    }
}

fn too_often(wait: std::time::Duration) -> Problem {
    let detail = "very many tries have just come from your network or with this name";
    let hint = format!("try again in {} minutes", (wait.as_secs() + 1).div_ceil(60));
    Problem::new(StatusCode::TOO_MANY_REQUESTS, "people.too-often", detail, Some(hint))
}

/// The pages.
pub fn router(people: &People) -> Router {
    let router = Router::new();
    #[cfg(feature = "oidc")]
    let router = router
        .route("/sign-in/elsewhere", get(elsewhere::begin))
        .route("/sign-in/back", get(elsewhere::back))
        .route("/sign-in/welcome", post(elsewhere::welcome));
    router
        .route("/sign-in", get(sign_in::ask).post(sign_in::answer))
        .route("/sign-out", post(sign_in::out))
        .route("/recover", get(recover::ask).post(recover::answer))
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
pub(crate) fn now() -> Moment {
    Moment::now()
}

/// On to a page of ours with a fresh session.
pub(crate) fn entered(token: &Token, visitor: &Visitor, place: &str) -> Response {
    let mut response = on_to(place);
    if let Some(cookie) = cookie::set(token, visitor.https) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

/// A field for something secret.
pub(crate) fn secret(id: &str, label: &str, kind: &str) -> Markup {
    html! {
        div.criterion {
            label for=(id) { (label) }
            input.long type="password" id=(id) name=(id) autocomplete=(kind) maxlength="256";
        }
    }
}

/// A field for an e-mail address, and what is wrong with it.
pub(crate) fn address(typed: &Typed, wrong: Option<&Problem>) -> Markup {
    html! {
        @if let Some(problem) = wrong { p.error role="alert" id="address-error" { (sentence(&problem.detail)) } }
        div.criterion {
            label for="address" { "E-mail address" }
            input.long type="text" inputmode="email" id="address" name="address" value=(typed.raw("address")) autocomplete="email" autocapitalize="none"
                spellcheck="false" maxlength="254" aria-describedby=[wrong.map(|_| "address-error")] aria-invalid=[wrong.map(|_| "true")];
        }
    }
}
