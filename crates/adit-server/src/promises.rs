//! The Promises room in pages that need no script: what the law requires by when, and the public records of projects.

use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::api::promises::question;
use crate::asking::{Words, ask};
use crate::plain;
use crate::problem::Problem;
use crate::snapshot::Snapshots;

mod clocks;
mod obligations;
pub(crate) mod today;

/// The pages of the law.
pub fn router(snapshots: &Snapshots) -> Router {
    Router::new()
        .route("/clocks", get(list))
        .route("/clocks/{clock}", get(clock))
        .route("/clocks/{clock}/calendar.ics", get(clock_calendar))
        .route("/obligations", get(due))
        .route("/obligations/calendar.ics", get(due_calendar))
        .with_state(snapshots.clone())
}

async fn list(State(snapshots): State<Snapshots>, RawQuery(query): RawQuery) -> Response {
    shown(
        ask(&snapshots, move |session| {
            let as_of = today::or_named(named(query.as_deref(), "as-of").as_deref())?;
            Ok(clocks::list(&session.clocks(as_of)))
        })
        .await,
    )
}

async fn clock(State(snapshots): State<Snapshots>, Path(id): Path<String>, RawQuery(query): RawQuery) -> Response {
    shown(
        ask(&snapshots, move |session| {
            let answer = session.clock(&question(&id, query.as_deref())?)?;
            Ok(clocks::page(&id, &answer))
        })
        .await,
    )
}

async fn clock_calendar(
    State(snapshots): State<Snapshots>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    calendar(
        ask(&snapshots, move |session| {
            let answer = session.clock(&question(&id, query.as_deref())?)?;
            Ok(adit_answer::promises::ical::clock(&answer))
        })
        .await,
    )
}

async fn due(State(snapshots): State<Snapshots>, RawQuery(query): RawQuery) -> Response {
    shown(
        ask(&snapshots, move |session| {
            let (as_of, who) = obligation_words(query.as_deref())?;
            let answer = session.obligations(as_of, who.as_deref())?;
            Ok(obligations::page(&answer))
        })
        .await,
    )
}

async fn due_calendar(State(snapshots): State<Snapshots>, RawQuery(query): RawQuery) -> Response {
    calendar(
        ask(&snapshots, move |session| {
            let (as_of, who) = obligation_words(query.as_deref())?;
            let answer = session.obligations(as_of, who.as_deref())?;
            Ok(adit_answer::promises::ical::obligations(&answer))
        })
        .await,
    )
}

fn obligation_words(query: Option<&str>) -> Result<(adit_facts::law::Date, Option<String>), Problem> {
    let as_of = today::or_named(named(query, "as-of").as_deref())?;
    Ok((as_of, named(query, "who").filter(|who| !who.is_empty())))
}

/// A word of an address.
pub(crate) fn named(query: Option<&str>, name: &str) -> Option<String> {
    Words::read(query).pairs().find(|(word, _)| *word == name).map(|(_, value)| value.trim().to_owned())
}

fn shown(made: Result<(String, maud::Markup), Problem>) -> Response {
    match made {
        Ok((title, body)) => plain::page(&title, &body).into_response(),
        Err(problem) => plain::problem(&problem),
    }
}

/// A calendar for the programs that subscribe to one.
pub(crate) fn calendar(made: Result<String, Problem>) -> Response {
    match made {
        Ok(text) => ([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], text).into_response(),
        Err(problem) => problem.into_response(),
    }
}
