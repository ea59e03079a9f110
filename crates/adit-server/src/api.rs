//! The public API under `/api/v1`: the documents of `adit-answer`, described by OpenAPI.
//!
//! The workbench uses this API and nothing else, so that it is complete by construction.

use adit_answer::outlook::model_run::ModelRunAnswer;
use adit_answer::why::{DerivationDocument, NodeDocument, SeeDocument};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::get;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::headers;
use crate::problem::Problem;
use crate::rounds::{LONGEST_BODY, Rounds, guard};
use crate::snapshot::Snapshots;

mod audit;
mod chain;
mod choose;
mod facts;
mod figures;
mod outlook;
pub(crate) mod promises;
mod risk;
pub mod rounds;
mod tables;
mod words;

/// Where the API begins.
pub const PREFIX: &str = "/api/v1";

#[derive(OpenApi)]
#[openapi(
    info(
        title = "adit",
        description = "Numbers you can walk into: supply risk and economic importance of raw materials for Europe, by the official method, \
                       with bounds, derivations and an audit. Fractions are 0..1, unknown is null, every document carries format 1. \
                       Every number has an id that GET /why opens down to its facts.",
        license(name = "MIT OR Apache-2.0")
    ),
    // A derivation holds derivations: its parts are named here, as types that contain themselves are not walked.
    // The answer to a model file is a document of the command line.
    components(schemas(Problem, DerivationDocument, NodeDocument, SeeDocument, ModelRunAnswer))
)]
struct Description;

fn described() -> OpenApiRouter<Snapshots> {
    let v1 = OpenApiRouter::new()
        .routes(routes!(words::meta))
        .routes(routes!(words::materials))
        .routes(routes!(words::places))
        .routes(routes!(risk::all))
        .routes(routes!(risk::one))
        .routes(routes!(risk::suppliers))
        .routes(routes!(risk::history))
        .routes(routes!(risk::history_of))
        .routes(routes!(risk::flips))
        .routes(routes!(risk::explain))
        .routes(routes!(audit::audit))
        .routes(routes!(chain::benchmarks))
        .routes(routes!(chain::regions))
        .routes(routes!(chain::sites))
        .routes(routes!(chain::region))
        .routes(routes!(chain::boundaries))
        .routes(routes!(chain::chain))
        .routes(routes!(chain::together))
        .routes(routes!(chain::geopolrisk))
        .routes(routes!(outlook::cases))
        .routes(routes!(outlook::case))
        .routes(routes!(outlook::matters))
        .routes(routes!(outlook::flows))
        .routes(routes!(choose::projects))
        .routes(routes!(choose::appraise))
        .routes(routes!(choose::portfolios))
        .routes(routes!(choose::choose))
        .routes(routes!(choose::front))
        .routes(routes!(choose::near))
        .routes(routes!(choose::robust))
        .routes(routes!(choose::workbook))
        .routes(routes!(choose::weigh))
        .routes(routes!(promises::clocks, promises::clock_of))
        .routes(routes!(promises::clock))
        .routes(routes!(promises::plans, promises::plan_of))
        .routes(routes!(promises::plan))
        .routes(routes!(promises::obligations))
        .routes(routes!(facts::why))
        .routes(routes!(facts::tables))
        .routes(routes!(facts::fact))
        .routes(routes!(facts::sources))
        .routes(routes!(figures::matrix))
        .routes(routes!(figures::history))
        .routes(routes!(figures::suppliers))
        .routes(routes!(figures::audit))
        .routes(routes!(tables::table));
    OpenApiRouter::with_openapi(Description::openapi()).nest(PREFIX, v1)
}

/// Rounds are not functions of the snapshot: they have routes of their own, and no tag.
fn described_rounds() -> OpenApiRouter<Rounds> {
    let v1 = OpenApiRouter::new()
        .routes(routes!(rounds::all))
        .routes(routes!(rounds::one))
        .routes(routes!(rounds::give))
        .routes(routes!(rounds::result));
    OpenApiRouter::new().nest(PREFIX, v1)
}

/// The routes, tagged and described.
pub fn router(snapshots: &Snapshots, rounds: &Rounds) -> Router {
    let (routes, mut description) = described().split_for_parts();
    let (of_rounds, their_description) = described_rounds().split_for_parts();
    description.merge(their_description);
    let of_rounds = of_rounds
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .layer(middleware::from_fn_with_state(rounds.clone(), guard))
        .with_state(rounds.clone());
    let text: std::sync::Arc<str> = json(&description).into();
    let openapi = get(move || async move { ([("content-type", "application/json")], text.to_string()) });
    routes
        .route(&format!("{PREFIX}/openapi.json"), openapi)
        .route_layer(middleware::from_fn_with_state(snapshots.clone(), headers::tag))
        .with_state(snapshots.clone())
        .merge(of_rounds)
}

/// The OpenAPI description, as it is committed under `docs/openapi.json`.
pub fn openapi() -> String {
    let mut description = described().into_openapi();
    description.merge(described_rounds().into_openapi());
    json(&description)
}

fn json(description: &utoipa::openapi::OpenApi) -> String {
    // The description is plain data and always serialises. The star is the router's word for a rest of several parts.
    description.to_pretty_json().unwrap_or_default().replace("{*key}", "{key}") + "\n"
}
