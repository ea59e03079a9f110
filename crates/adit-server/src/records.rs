//! The public records of projects, in pages that need no script: what people fear, who answered, who promised what, was it
//! kept. Everybody reads; whoever has a code, or none, may say something; the desk is for those with a role.

use adit_record::Record;
use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRef};
use axum::http::{StatusCode, header};
use axum::middleware;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use maud::Markup;

use crate::people::People;
use crate::plain;
use crate::problem::Problem;
use crate::rounds::{Rounds, guard};
use crate::snapshot::Snapshots;
use crate::upload;

mod codes;
mod concern;
mod desk;
mod entry;
mod feed;
mod fields;
mod files;
mod join;
mod letter;
mod list;
mod page;
mod read;
mod receipt;
pub(crate) mod shelf;
mod tongue;
mod view;

/// What the pages of the records share.
#[derive(Clone)]
pub struct Records {
    rounds: Rounds,
    people: People,
    snapshots: Snapshots,
}

impl Records {
    /// Records kept where rounds are kept.
    pub fn new(rounds: &Rounds, snapshots: &Snapshots) -> Self {
        Self { rounds: rounds.clone(), people: People::of(rounds), snapshots: snapshots.clone() }
    }

    /// The record, or the problem of having none.
    fn record(&self) -> Result<&Record, Problem> {
        self.rounds.record()
    }
}

impl FromRef<Records> for People {
    fn from_ref(records: &Records) -> Self {
        records.people.clone()
    }
}

/// The pages.
pub fn router(records: &Records) -> Router {
    let with_file = || DefaultBodyLimit::max(upload::LONGEST);
    Router::new()
        .route("/records", get(list::page))
        .route("/records/{id}", get(read::page))
        .route("/records/{id}/concern", get(concern::open).post(concern::send).layer(with_file()))
        .route("/records/{id}/join", get(join::ask).post(join::answer))
        .route("/records/{id}/receipt", get(receipt::ask).post(receipt::answer))
        .route("/records/{id}/receipt/{kind}", axum::routing::post(receipt::change))
        .route("/records/{id}/entries/{entry}", get(entry::page))
        .route("/records/{id}/entries/{entry}/{kind}", axum::routing::post(entry::object))
        .route("/records/{id}/files/{entry}", get(files::file))
        .route("/records/{id}/letter", get(read::letter))
        .route("/records/{id}/feed.atom", get(read::feed))
        .route("/records/{id}/calendar.ics", get(read::calendar))
        .route("/records/{id}/export", get(read::export))
        .route("/records/{id}/desk", get(desk::open))
        .route("/records/{id}/desk/codes", get(codes::ask).post(codes::make))
        .route("/records/{id}/desk/{kind}", get(desk::form).post(desk::send).layer(with_file()))
        .route("/overdue", get(list::overdue))
        .layer(DefaultBodyLimit::max(upload::LONGEST_FORM))
        .layer(middleware::from_fn_with_state(records.rounds.clone(), guard))
        .with_state(records.clone())
}

/// A page that no one keeps a copy of: forms carry codes.
fn fresh(status: StatusCode, title: &str, body: &Markup) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")], plain::page(title, body)).into_response()
}

/// The same in a language.
fn fresh_in(tongue: tongue::Tongue, status: StatusCode, title: &str, body: &Markup) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")], in_tongue(tongue, title, body)).into_response()
}

fn in_tongue(tongue: tongue::Tongue, title: &str, body: &Markup) -> Html<String> {
    plain::page_in(tongue.tag(), title, body)
}
