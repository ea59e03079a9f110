//! Derivations, facts and sources.

use adit_answer::facts::{FactAnswer, FactsAnswer, SourcesAnswer, TablesAnswer};
use adit_answer::why::WhyAnswer;
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use crate::asking::{Query, ask_json};
use crate::problem::Problem;
use crate::snapshot::Snapshots;

/// Most facts of one answer.
const MOST_FACTS: usize = 2_000;

/// The tables, or the facts of the table asked for.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub enum TablesOrFacts {
    /// Without `table`.
    Tables(TablesAnswer),
    /// With `table`.
    Facts(FactsAnswer),
}

/// Where a number comes from: its derivation, down to facts with source, edition, locator and licence.
#[utoipa::path(get, path = "/why", tag = "facts",
    params(("id" = String, Query, description = "Id of a number or key of a fact, `risk.sr/magnesium/processing`"),
        ("steps" = Option<bool>, Query, description = "Every arithmetic step as well")),
    responses((status = 200, body = WhyAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn why(State(snapshots): State<Snapshots>, RawQuery(query): RawQuery) -> Result<Json<WhyAnswer>, Problem> {
    let query = Query::read(query.as_deref(), &["id", "steps"])?;
    let Some(id) = query.get("id").map(str::to_owned) else {
        let hint = Some("add id=risk.sr/lithium".to_owned());
        return Err(Problem::new(StatusCode::BAD_REQUEST, "question.unreadable", "no id is given", hint));
    };
    let steps = matches!(query.get("steps"), Some("true" | "1"));
    ask_json(&snapshots, move |session| session.why(&id, steps)).await
}

/// The tables of facts; with `table`, the facts of that table.
#[utoipa::path(get, path = "/facts", tag = "facts",
    params(("table" = Option<String>, Query, description = "A table's name"),
        ("under" = Option<String>, Query, description = "First parts of the row keys, `ec-2023/lithium`"),
        ("limit" = Option<usize>, Query, description = "At most this many facts, 2 000 by default and at most")),
    responses((status = 200, body = TablesOrFacts), (status = 404, body = Problem)))]
pub async fn tables(
    State(snapshots): State<Snapshots>,
    RawQuery(query): RawQuery,
) -> Result<Json<TablesOrFacts>, Problem> {
    let query = Query::read(query.as_deref(), &["table", "under", "limit"])?;
    let table = query.get("table").map(str::to_owned);
    let under = query.get("under").map(str::to_owned);
    let limit = query.number("limit")?.unwrap_or(MOST_FACTS).min(MOST_FACTS);
    ask_json(&snapshots, move |session| match table {
        None => Ok(TablesOrFacts::Tables(session.tables())),
        Some(table) => session.facts(&table, under.as_deref(), Some(limit)).map(TablesOrFacts::Facts),
    })
    .await
}

/// One fact by its key.
#[utoipa::path(get, path = "/facts/{*key}", tag = "facts",
    params(("key" = String, Path, description = "Key, `recycling/ec-2023/lithium/eol-rir` (slashes as they are)")),
    responses((status = 200, body = FactAnswer), (status = 404, body = Problem)))]
pub async fn fact(State(snapshots): State<Snapshots>, Path(key): Path<String>) -> Result<Json<FactAnswer>, Problem> {
    ask_json(&snapshots, move |session| session.fact(&key)).await
}

/// The sources with their licences and the attribution they ask for.
#[utoipa::path(get, path = "/sources", tag = "facts", responses((status = 200, body = SourcesAnswer)))]
pub async fn sources(State(snapshots): State<Snapshots>) -> Result<Json<SourcesAnswer>, Problem> {
    ask_json(&snapshots, |session| Ok(session.sources())).await
}
