//! The Chain room: benchmarks, regions, flows, coalitions.

use adit_answer::chain::benchmarks::BenchmarksAnswer;
use adit_answer::chain::flows::ChainAnswer;
use adit_answer::chain::geopolrisk::{GeoPolRiskAnswer, GeoPolRiskQuestion};
use adit_answer::chain::map::{RegionsAnswer, SitesAnswer};
use adit_answer::chain::question::{BenchmarksQuestion, read_year};
use adit_answer::chain::region::RegionAnswer;
use adit_answer::chain::together::TogetherAnswer;
use adit_answer::chain::together::question::TogetherQuestion;
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::asking::{MOST_DRAWS, Words, ask, ask_json};
use crate::problem::Problem;
use crate::snapshot::Snapshots;

/// What shapes the benchmarks.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the words that BenchmarksQuestion::from_pairs reads")]
pub struct BenchmarkParams {
    /// Year, to 2040; 2030 by default.
    year: Option<u16>,
    /// `act` (by default) or `proxy`: which reading the main figures take.
    definition: Option<String>,
    /// A project fails. May be repeated.
    without: Option<Vec<String>>,
    /// Number of draws, at most 100 000.
    draws: Option<usize>,
    /// Seed.
    seed: Option<u64>,
}

/// How far is Europe from its four benchmarks, and which projects carry them?
#[utoipa::path(get, path = "/benchmarks", tag = "chain", params(BenchmarkParams),
    responses((status = 200, body = BenchmarksAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn benchmarks(
    State(snapshots): State<Snapshots>,
    RawQuery(query): RawQuery,
) -> Result<Json<BenchmarksAnswer>, Problem> {
    let words = Words::read(query.as_deref());
    let question = BenchmarksQuestion::from_pairs(words.pairs())?;
    if question.draws.is_some_and(|draws| draws.draws > MOST_DRAWS) {
        return Err(too_many_draws());
    }
    ask_json(&snapshots, move |session| session.benchmarks(&question)).await
}

/// Regions of NUTS 2024 with centre points: enough to draw a schematic map.
#[utoipa::path(get, path = "/regions", tag = "chain", responses((status = 200, body = RegionsAnswer)))]
pub async fn regions(State(snapshots): State<Snapshots>) -> Result<Json<RegionsAnswer>, Problem> {
    ask_json(&snapshots, |session| Ok(session.regions())).await
}

/// Sites and projects at points.
#[utoipa::path(get, path = "/sites", tag = "chain", responses((status = 200, body = SitesAnswer)))]
pub async fn sites(State(snapshots): State<Snapshots>) -> Result<Json<SitesAnswer>, Problem> {
    ask_json(&snapshots, |session| Ok(session.sites())).await
}

/// A region's dossier: by code (2024 or 2021), name, or region of the REMIX project.
#[utoipa::path(get, path = "/region/{region}", tag = "chain",
    params(("region" = String, Path, description = "NUTS code or name")),
    responses((status = 200, body = RegionAnswer),
        (status = 300, body = Problem, description = "Several regions are meant; the hint names their codes"),
        (status = 404, body = Problem)))]
pub async fn region(
    State(snapshots): State<Snapshots>,
    Path(text): Path<String>,
) -> Result<Json<RegionAnswer>, Problem> {
    ask(&snapshots, move |session| {
        let mut found = session.region(&text)?;
        if found.len() > 1 {
            let codes: Vec<&str> = found.iter().map(|answer| answer.code.as_str()).collect();
            let hint = Some(format!("ask for one of {}", codes.join(", ")));
            let detail = format!("\"{text}\" means {} regions", found.len());
            return Err(Problem::new(StatusCode::MULTIPLE_CHOICES, "name.unknown-region", detail, hint));
        }
        found.pop().ok_or_else(|| {
            let detail = format!("there is no region \"{text}\"");
            Problem::new(StatusCode::NOT_FOUND, "name.unknown-region", detail, None)
        })
    })
    .await
    .map(Json)
}

/// Official boundaries of level 2 that the user has imported into the workspace, as `GeoJSON` with their notice.
#[utoipa::path(get, path = "/boundaries", tag = "chain",
    responses((status = 200, description = "The boundaries; `notice` says whose they are", content_type = "application/geo+json", body = String),
        (status = 404, body = Problem)))]
pub async fn boundaries(State(snapshots): State<Snapshots>) -> Result<Response, Problem> {
    let Some(text) = snapshots.current().boundaries() else {
        let detail = "no official boundaries have been imported";
        let hint = Some("adit import nuts FILE -o WORKSPACE brings them along".to_owned());
        return Err(Problem::new(StatusCode::NOT_FOUND, "name.unknown-document", detail, hint));
    };
    Ok(([(header::CONTENT_TYPE, "application/geo+json")], text.to_string()).into_response())
}

/// Which scores of the `GeoPolRisk` method.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct GeoPolRiskParams {
    /// Only this material.
    material: Option<String>,
    /// Only this country, or `EU27`.
    country: Option<String>,
    /// Only this year.
    year: Option<u16>,
}

/// How exposed is a country, by a second, independent method?
#[utoipa::path(get, path = "/geopolrisk", tag = "chain", params(GeoPolRiskParams),
    responses((status = 200, body = GeoPolRiskAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn geopolrisk(
    State(snapshots): State<Snapshots>,
    query: Result<Query<GeoPolRiskParams>, QueryRejection>,
) -> Result<Json<GeoPolRiskAnswer>, Problem> {
    let Query(words) =
        query.map_err(|error| Problem::new(StatusCode::BAD_REQUEST, "question.unreadable", error.body_text(), None))?;
    let question = GeoPolRiskQuestion { material: words.material, country: words.country, year: words.year };
    ask_json(&snapshots, move |session| session.geopolrisk(&question)).await
}

/// What shapes the game of regions.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the words that TogetherQuestion::from_pairs reads")]
pub struct TogetherParams {
    /// Regions by code or name, separated by commas. May be repeated.
    regions: Vec<String>,
    /// Material by id or name; that of most projects there by default.
    material: Option<String>,
    /// `sr` (by default), `extraction`, `processing`, `recycling` or `single-country`.
    measure: Option<String>,
    /// Play one stage: `extraction` or `processing`.
    stage: Option<String>,
    /// Year, to 2040; 2030 by default.
    year: Option<u16>,
    /// `proportional` (by default), `largest-first`, `worst-governed-first` or `imports-only`.
    displacement: Option<String>,
    /// EU supply in tonnes contained.
    supply: Option<f64>,
    /// `all`: every project is built and runs; `expected` by default.
    built: Option<String>,
    /// A project is left out. May be repeated.
    without: Option<Vec<String>>,
    /// The figure to be reached.
    target: Option<f64>,
    /// Number of draws, at most 100 000.
    draws: Option<usize>,
    /// Seed.
    seed: Option<u64>,
}

/// What do regions change in Europe's official numbers, alone and together?
#[utoipa::path(get, path = "/together", tag = "chain", params(TogetherParams),
    responses((status = 200, body = TogetherAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn together(
    State(snapshots): State<Snapshots>,
    RawQuery(query): RawQuery,
) -> Result<Json<TogetherAnswer>, Problem> {
    let words = Words::read(query.as_deref());
    let question = TogetherQuestion::from_pairs(words.pairs())?;
    if question.draws > MOST_DRAWS {
        return Err(too_many_draws());
    }
    ask_json(&snapshots, move |session| session.together(&question)).await
}

fn too_many_draws() -> Problem {
    let detail = format!("one request may ask for at most {MOST_DRAWS} draws");
    Problem::new(StatusCode::BAD_REQUEST, "question.too-many-draws", detail, None)
}

/// A material's chain: what flows to what, and what comes back.
#[utoipa::path(get, path = "/chain/{material}", tag = "chain",
    params(("material" = String, Path, description = "Id or name"),
        ("year" = Option<u16>, Query, description = "Year; the latest with production and trade by default")),
    responses((status = 200, body = ChainAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn chain(
    State(snapshots): State<Snapshots>,
    Path(material): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<ChainAnswer>, Problem> {
    let mut year = None;
    for (name, value) in Words::read(query.as_deref()).pairs() {
        if name != "year" {
            let detail = format!("\"{name}\" is not a word of this question");
            let hint = Some("the only word is year".to_owned());
            return Err(Problem::new(StatusCode::BAD_REQUEST, "question.unknown-word", detail, hint));
        }
        year = Some(read_year(value)?);
    }
    ask_json(&snapshots, move |session| session.chain(&material, year)).await
}
