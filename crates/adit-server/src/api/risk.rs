//! Supply risk and economic importance, suppliers, history, flips and explanations.

use adit_answer::explain::ExplainAnswer;
use adit_answer::flips::FlipsAnswer;
use adit_answer::history::HistoryAnswer;
use adit_answer::risk::RiskAnswer;
use adit_answer::suppliers::SuppliersAnswer;
use adit_facts::Stage;
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use utoipa::IntoParams;

use crate::asking::{Query, ask_json};
use crate::problem::Problem;
use crate::snapshot::Snapshots;

/// What shapes the numbers of a study.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the words that Question::from_pairs reads")]
pub struct StudyParams {
    /// Edition of the study, `ec-2023` by default.
    edition: Option<String>,
    /// Years of the governance mean, `2016-2020` by default.
    governance: Option<String>,
    /// Widen bounds and draws by the World Bank's standard errors.
    governance_error: Option<bool>,
    /// Compute under this scope instead of the published one: `both`, `gs` or `eus`.
    scope: Option<String>,
    /// Only this stage: of what is shown, and of what a what-if changes.
    stage: Option<String>,
    /// A place takes a share of EU sourcing: `FI:0.25`. May be repeated; the shares sum to at most 1.
    add: Option<Vec<String>>,
    /// A supplier is gone: `CN`. May be repeated.
    without: Option<Vec<String>>,
    /// EoL-RIR, a fraction.
    recycling: Option<f64>,
}

/// How often to draw.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the words that Query::draws reads")]
pub struct DrawParams {
    /// Number of draws, at most 100 000.
    draws: Option<usize>,
    /// Seed.
    seed: Option<u64>,
}

/// Supply risk and economic importance of every material.
#[utoipa::path(get, path = "/risk", tag = "risk", params(StudyParams, DrawParams),
    responses((status = 200, body = RiskAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn all(State(snapshots): State<Snapshots>, RawQuery(query): RawQuery) -> Result<Json<RiskAnswer>, Problem> {
    let question = Query::read(query.as_deref(), &["draws", "seed"])?.risk(None)?;
    ask_json(&snapshots, move |session| session.risk(&question)).await
}

/// Supply risk and economic importance of one material, after the what-if of the query.
#[utoipa::path(get, path = "/risk/{material}", tag = "risk",
    params(("material" = String, Path, description = "Id or name"), StudyParams, DrawParams),
    responses((status = 200, body = RiskAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn one(
    State(snapshots): State<Snapshots>,
    Path(material): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<RiskAnswer>, Problem> {
    let question = Query::read(query.as_deref(), &["draws", "seed"])?.risk(Some(material))?;
    ask_json(&snapshots, move |session| session.risk(&question)).await
}

/// Who supplies a material, by stage.
#[utoipa::path(get, path = "/materials/{material}/suppliers", tag = "risk",
    params(("material" = String, Path, description = "Id or name"), StudyParams),
    responses((status = 200, body = SuppliersAnswer), (status = 404, body = Problem)))]
pub async fn suppliers(
    State(snapshots): State<Snapshots>,
    Path(material): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<SuppliersAnswer>, Problem> {
    let study = Query::read(query.as_deref(), &[])?.study;
    ask_json(&snapshots, move |session| session.suppliers(&material, &study)).await
}

/// Published figures over the assessments.
#[utoipa::path(get, path = "/history", tag = "risk", responses((status = 200, body = HistoryAnswer)))]
pub async fn history(State(snapshots): State<Snapshots>) -> Result<Json<HistoryAnswer>, Problem> {
    ask_json(&snapshots, |session| session.history(None)).await
}

/// Published figures of one material over the assessments.
#[utoipa::path(get, path = "/history/{material}", tag = "risk",
    params(("material" = String, Path, description = "Id or name")),
    responses((status = 200, body = HistoryAnswer), (status = 404, body = Problem)))]
pub async fn history_of(
    State(snapshots): State<Snapshots>,
    Path(material): Path<String>,
) -> Result<Json<HistoryAnswer>, Problem> {
    ask_json(&snapshots, move |session| session.history(Some(&material))).await
}

/// For every single input, every value at which a material would cross the thresholds, nearest first, or the proof that
/// there is none.
#[utoipa::path(get, path = "/flips/{material}", tag = "risk",
    params(("material" = String, Path, description = "Id or name"), StudyParams,
        ("limit" = Option<usize>, Query, description = "At most this many flips")),
    responses((status = 200, body = FlipsAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn flips(
    State(snapshots): State<Snapshots>,
    Path(material): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<FlipsAnswer>, Problem> {
    let query = Query::read(query.as_deref(), &["limit"])?;
    let limit = query.number("limit")?;
    ask_json(&snapshots, move |session| session.flips(&material, &query.study, limit)).await
}

/// Which single input, changed to what, would give a supply risk.
#[utoipa::path(get, path = "/explain/{material}", tag = "risk",
    params(("material" = String, Path, description = "Id or name"), StudyParams,
        ("target" = f64, Query, description = "The supply risk to be reached")),
    responses((status = 200, body = ExplainAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn explain(
    State(snapshots): State<Snapshots>,
    Path(material): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<ExplainAnswer>, Problem> {
    let query = Query::read(query.as_deref(), &["target"])?;
    let needed = |detail: &str, hint: &str| {
        Problem::new(StatusCode::BAD_REQUEST, "question.unreadable", detail, Some(hint.to_owned()))
    };
    let stage: Stage = query.study.stage.ok_or_else(|| needed("no stage is given", "add stage=processing"))?;
    let target = query.get("target").and_then(|text| text.parse::<f64>().ok()).filter(|target| target.is_finite());
    let target = target.ok_or_else(|| needed("no target is given", "add target=1.9"))?;
    ask_json(&snapshots, move |session| session.explain(&material, stage, target, &query.study)).await
}
