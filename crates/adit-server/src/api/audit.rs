//! The audit of an edition.

use adit_answer::audit::AuditAnswer;
use axum::Json;
use axum::extract::{Path, RawQuery, State};

use crate::asking::{Query, ask_json};
use crate::problem::Problem;
use crate::snapshot::Snapshots;

/// Every published figure of an edition against the one computed from the published inputs.
#[utoipa::path(get, path = "/audit/{edition}", tag = "audit",
    params(("edition" = String, Path, description = "Edition, `ec-2023`"),
        ("governance" = Option<String>, Query, description = "Years of the governance mean, `2016-2020` by default")),
    responses((status = 200, body = AuditAnswer), (status = 404, body = Problem)))]
pub async fn audit(
    State(snapshots): State<Snapshots>,
    Path(edition): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<AuditAnswer>, Problem> {
    let mut study = Query::read(query.as_deref(), &[])?.study;
    study.edition = Some(edition);
    ask_json(&snapshots, move |session| session.audit(&study)).await
}
