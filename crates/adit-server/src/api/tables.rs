//! Tables to take away: CSV and xlsx.

use axum::extract::{Path, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::risk::StudyParams;
use super::{choose, outlook};
use crate::asking::{Query, Words, ask};
use crate::files::{self, FileError};
use crate::problem::Problem;
use crate::snapshot::Snapshots;

/// A table as a file, `.csv`, `.xlsx` or `.parquet`: `risk`, `audit`, `history`, `suppliers-MATERIAL`, `flips-MATERIAL`; `sites`,
/// `benchmarks`, `benchmark-projects`, `together`, `coalitions`, `geopolrisk` with the words of their own questions,
/// `region-CODE`, `chain-MATERIAL-YEAR`, `chain-stages-MATERIAL-YEAR`; `outlook`, and with the words of their
/// own questions `outlook-CASE`, `outlook-assumptions-CASE`, `outlook-matters-CASE`, `outlook-flows-CASE`; `appraise`,
/// `appraise-PROJECT` and with `lines`, `inputs` or `instruments` before the project those; `choose`, `choose-PORTFOLIO`
/// and with `rejected`, `limits`, `years`, `front`, `near` or `robust` before the portfolio those.
#[utoipa::path(get, path = "/tables/{file}", tag = "tables",
    params(("file" = String, Path, description = "`risk.csv`, `suppliers-lithium.xlsx` ..."), StudyParams),
    responses((status = 200, description = "The table", content((String = "text/csv"), (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (Vec<u8> = "application/vnd.apache.parquet"))),
        (status = 404, body = Problem)))]
pub async fn table(
    State(snapshots): State<Snapshots>,
    Path(file): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (name, extension) = file.rsplit_once('.').unwrap_or((&file, ""));
    let (name, extension) = (name.to_owned(), extension.to_owned());
    let (kind, bytes) = ask(&snapshots, move |session| {
        let table = if let Some(table) = outlook::table(session, &name, query.as_deref()) {
            table?
        } else if let Some(table) = choose::table(session, &name, query.as_deref()) {
            table?
        } else if let Some(table) = session.chain_table(&name, Words::read(query.as_deref()).pairs()) {
            table?
        } else {
            session.table(&name, &Query::read(query.as_deref(), &[])?.study)?
        };
        files::file(&table, &extension).map_err(|error| match error {
            FileError::Ending(_) => {
                Problem::new(StatusCode::NOT_FOUND, "name.unknown-document", error.to_string(), None)
            }
            _ => Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", error.to_string(), None),
        })
    })
    .await?;
    let disposition = format!("attachment; filename=\"adit-{}\"", file.replace(['"', '\\', '/'], ""));
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response())
}
