//! Figures: what they say, said once, and drawn by whoever shows them.

use adit_answer::risk::Basis;
use adit_facts::study::Side;
use adit_figure::Figure;
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;

use super::risk::StudyParams;
use crate::asking::{Query, ask_json};
use crate::problem::Problem;
use crate::snapshot::Snapshots;

/// The criticality matrix of an edition.
#[utoipa::path(get, operation_id = "matrix_figure", path = "/figures/matrix", tag = "figures",
    params(StudyParams, ("basis" = Option<String>, Query, description = "`computed` (default) or `published`")),
    responses((status = 200, body = Figure), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn matrix(State(snapshots): State<Snapshots>, RawQuery(query): RawQuery) -> Result<Json<Figure>, Problem> {
    let query = Query::read(query.as_deref(), &["basis"])?;
    let basis = match query.get("basis") {
        None | Some("computed") => Basis::Computed,
        Some("published") => Basis::Published,
        Some(other) => return Err(one_of("basis", other, "computed or published")),
    };
    ask_json(&snapshots, move |session| session.matrix(&query.study, basis)).await
}

/// A material over the assessments.
#[utoipa::path(get, operation_id = "history_figure", path = "/figures/history/{material}", tag = "figures",
    params(("material" = String, Path, description = "Id or name")),
    responses((status = 200, body = Figure), (status = 404, body = Problem)))]
pub async fn history(
    State(snapshots): State<Snapshots>,
    Path(material): Path<String>,
) -> Result<Json<Figure>, Problem> {
    ask_json(&snapshots, move |session| session.history_figure(&material)).await
}

/// The suppliers of a stage.
#[utoipa::path(get, operation_id = "suppliers_figure", path = "/figures/suppliers/{material}", tag = "figures",
    params(("material" = String, Path, description = "Id or name"), StudyParams,
        ("side" = Option<String>, Query, description = "`world` (default) or `europe`")),
    responses((status = 200, body = Figure), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn suppliers(
    State(snapshots): State<Snapshots>,
    Path(material): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<Figure>, Problem> {
    let query = Query::read(query.as_deref(), &["side"])?;
    let side = match query.get("side") {
        None | Some("world") => Side::World,
        Some("europe") => Side::Europe,
        Some(other) => return Err(one_of("side", other, "world or europe")),
    };
    let stage = query.study.stage;
    ask_json(&snapshots, move |session| session.suppliers_figure(&material, stage, side, &query.study)).await
}

/// Published against computed, worst differences first.
#[utoipa::path(get, operation_id = "audit_figure", path = "/figures/audit/{edition}", tag = "figures",
    params(("edition" = String, Path, description = "Edition, `ec-2023`"),
        ("governance" = Option<String>, Query, description = "Years of the governance mean, `2016-2020` by default")),
    responses((status = 200, body = Figure), (status = 404, body = Problem)))]
pub async fn audit(
    State(snapshots): State<Snapshots>,
    Path(edition): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<Figure>, Problem> {
    let mut study = Query::read(query.as_deref(), &[])?.study;
    study.edition = Some(edition);
    ask_json(&snapshots, move |session| session.audit_figure(&study)).await
}

fn one_of(name: &str, given: &str, words: &str) -> Problem {
    let detail = format!("{name}: \"{given}\" is not {words}");
    Problem::new(StatusCode::BAD_REQUEST, "question.unreadable", detail, None)
}
