//! Pages that need no script: the same answers as plain tables, for readers without JavaScript, for printing and for
//! search.

use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use maud::{DOCTYPE, Markup, html};

use crate::asking::{Query, ask};
use crate::problem::Problem;
use crate::snapshot::Snapshots;

mod pages;
mod why;

pub(crate) use pages::encoded;

/// The style of the pages, served from our own address as the policy asks.
const STYLE: &str = concat!(include_str!("plain/plain.css"), include_str!("plain/forms.css"));

/// The pages.
pub fn router(snapshots: &Snapshots) -> Router {
    Router::new()
        .route("/plain", get(index))
        .route("/plain/risk", get(risk))
        .route("/plain/risk/{material}", get(material))
        .route("/plain/audit", get(audit))
        .route("/plain/why", get(derivation))
        .route("/plain/sources", get(sources))
        .route("/plain.css", get(async || ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE)))
        .with_state(snapshots.clone())
}

/// What stands at `/` when the workbench was not built into this binary.
pub fn without_workbench() -> Html<String> {
    page(
        "adit",
        &html! {
            h1 { "The workbench is not in this build" }
            p { "Run " code { "make web" } " and build again. Until then the same answers are here: " a href="/plain" { "plain tables" } "." }
        },
    )
}

async fn index() -> Html<String> {
    page("adit without script", &pages::index())
}

async fn risk(State(snapshots): State<Snapshots>, RawQuery(query): RawQuery) -> Response {
    answer(&snapshots, query, |session, query| pages::table(session, "risk", &query.study)).await
}

async fn audit(State(snapshots): State<Snapshots>, RawQuery(query): RawQuery) -> Response {
    answer(&snapshots, query, |session, query| pages::table(session, "audit", &query.study)).await
}

async fn material(
    State(snapshots): State<Snapshots>,
    Path(material): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    answer(&snapshots, query, move |session, query| pages::material(session, &material, &query.study)).await
}

async fn derivation(State(snapshots): State<Snapshots>, RawQuery(query): RawQuery) -> Response {
    answer(&snapshots, query, |session, query| why::page(session, query.get("id").unwrap_or(""))).await
}

async fn sources(State(snapshots): State<Snapshots>, RawQuery(query): RawQuery) -> Response {
    answer(&snapshots, query, |session, _| Ok(pages::sources(session))).await
}

/// A title and a body, or a problem as a page.
async fn answer(
    snapshots: &Snapshots,
    query: Option<String>,
    make: impl FnOnce(&adit_answer::Session, &Query) -> Result<(String, Markup), adit_answer::AnswerError> + Send + 'static,
) -> Response {
    let made = ask(snapshots, move |session| {
        let query = Query::read(query.as_deref(), &["id"])?;
        make(session, &query).map_err(Problem::from)
    });
    match made.await {
        Ok((title, body)) => page(&title, &body).into_response(),
        Err(found) => problem(&found),
    }
}

/// A problem as a page.
pub(crate) fn problem(problem: &Problem) -> Response {
    let status = axum::http::StatusCode::from_u16(problem.status).unwrap_or_default();
    let body = html! {
        h1 { (problem.title) }
        p { (problem.detail) "." }
        @if let Some(hint) = &problem.hint { p { (hint) } }
    };
    (status, page(&problem.title, &body)).into_response()
}

pub(crate) fn page(title: &str, body: &Markup) -> Html<String> {
    page_in("en-GB", title, body)
}

/// The same in another language.
pub(crate) fn page_in(language: &str, title: &str, body: &Markup) -> Html<String> {
    let page = html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · adit" }
                link rel="stylesheet" href="/plain.css";
            }
            body {
                a.skip href="#main" { "To the content" }
                header {
                    a.mark href="/" { b { "a" } "dit" }
                    nav aria-label="Plain pages" {
                        a href="/plain/risk" { "Risk" }
                        a href="/plain/audit" { "Audit" }
                        a href="/plain/sources" { "Sources" }
                        a href="/chain" { "Chain" }
                        a href="/choose" { "Choose" }
                        a href="/records" { "Records" }
                        a href="/clocks" { "Clocks" }
                        a href="/rounds" { "Rounds" }
                    }
                }
                main id="main" { (body) }
            }
        }
    };
    Html(page.into_string())
}
