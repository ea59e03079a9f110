//! The Outlook: stocks, end of life and recycling to 2050.

use adit_answer::Session;
use adit_answer::outlook::flows::OutlookFlows;
use adit_answer::outlook::matters::OutlookMatters;
use adit_answer::outlook::question::OutlookQuestion;
use adit_answer::outlook::table;
use adit_answer::outlook::{OutlookAnswer, OutlookCases};
use adit_answer::tables::PlainTable;
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use utoipa::IntoParams;

use crate::asking::{MOST_DRAWS, Words, ask_json};
use crate::problem::Problem;
use crate::snapshot::Snapshots;

/// Most rows of a sample matrix of one request; the command line has no limit.
const MOST_SAMPLES: usize = 4096;

/// What shapes a case.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the words that OutlookQuestion::from_pairs reads")]
pub struct OutlookParams {
    /// A lever, its value, and the year by which it is reached if that is not 2035: `collection:0.9@2040`. May be
    /// repeated.
    set: Option<Vec<String>>,
    /// Only this material. May be repeated.
    material: Option<Vec<String>>,
    /// Number of draws, at most 100 000; none by default.
    draws: Option<usize>,
    /// Seed.
    seed: Option<u64>,
    /// `plain` (by default), `latin-hypercube` or `sobol`.
    sampling: Option<String>,
    /// A region, by NUTS code or name: an estimate of what comes back in it and near it.
    region: Option<String>,
    /// How far away a neighbour of the region may be, kilometres between centre points; 300 by default.
    within: Option<f64>,
    /// `true`: without products and assumptions.
    brief: Option<bool>,
}

/// What shapes the ranking of assumptions.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the words that OutlookQuestion::from_pairs reads")]
pub struct MattersParams {
    /// A lever that is moved. May be repeated.
    set: Option<Vec<String>>,
    /// Only this material. May be repeated.
    material: Option<Vec<String>>,
    /// The line; `secondary-supply` by default.
    line: Option<String>,
    /// The year; 2040 by default.
    year: Option<u16>,
    /// Rows of each sample matrix, at most 4 096; 256 by default.
    samples: Option<usize>,
    /// Seed.
    seed: Option<u64>,
}

/// What shapes the flows of a year.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the words that OutlookQuestion::from_pairs reads")]
pub struct FlowsParams {
    /// A lever that is moved. May be repeated.
    set: Option<Vec<String>>,
    /// The material; the first of the case by default.
    material: Option<String>,
    /// The year; 2040 by default.
    year: Option<u16>,
}

/// The cases that adit brings along.
#[utoipa::path(get, path = "/outlook", tag = "outlook", responses((status = 200, body = OutlookCases)))]
pub async fn cases(State(snapshots): State<Snapshots>) -> Result<Json<OutlookCases>, Problem> {
    ask_json(&snapshots, |session| Ok(session.outlook_cases())).await
}

/// What will be needed, what is in use, what comes back, and what recycling can give?
#[utoipa::path(get, path = "/outlook/{case}", tag = "outlook",
    params(("case" = String, Path, description = "Id of a case, as `eu-batteries`"), OutlookParams),
    responses((status = 200, body = OutlookAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn case(
    State(snapshots): State<Snapshots>,
    Path(case): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<OutlookAnswer>, Problem> {
    let question = question(&case, query.as_deref())?;
    ask_json(&snapshots, move |session| session.outlook(&question)).await
}

/// Which assumption matters most?
#[utoipa::path(get, path = "/outlook/{case}/matters", tag = "outlook",
    params(("case" = String, Path, description = "Id of a case"), MattersParams),
    responses((status = 200, body = OutlookMatters), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn matters(
    State(snapshots): State<Snapshots>,
    Path(case): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<OutlookMatters>, Problem> {
    let question = question(&case, query.as_deref())?;
    ask_json(&snapshots, move |session| session.outlook_matters(&question, &|_, _| ())).await
}

/// What goes where in one year?
#[utoipa::path(get, path = "/outlook/{case}/flows", tag = "outlook",
    params(("case" = String, Path, description = "Id of a case"), FlowsParams),
    responses((status = 200, body = OutlookFlows), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn flows(
    State(snapshots): State<Snapshots>,
    Path(case): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<OutlookFlows>, Problem> {
    let question = question(&case, query.as_deref())?;
    ask_json(&snapshots, move |session| session.outlook_flows(&question)).await
}

/// The table that a name means: `outlook`, `outlook-CASE`, and with `assumptions`, `matters` or `flows` before the case
/// those; with the words of the question itself. None if the name is of no table of the Outlook.
pub(super) fn table(session: &Session, name: &str, query: Option<&str>) -> Option<Result<PlainTable, Problem>> {
    if name == "outlook" {
        return Some(Ok(table::cases(&session.outlook_cases())));
    }
    let rest = name.strip_prefix("outlook-")?;
    let of = |what: &str| rest.strip_prefix(what);
    Some(if let Some(case) = of("assumptions-") {
        question(case, query).and_then(|asked| Ok(table::assumptions(&session.outlook(&asked)?)))
    } else if let Some(case) = of("matters-") {
        question(case, query).and_then(|asked| Ok(table::matters(&session.outlook_matters(&asked, &|_, _| ())?)))
    } else if let Some(case) = of("flows-") {
        question(case, query).and_then(|asked| Ok(table::flows(&session.outlook_flows(&asked)?)))
    } else {
        question(rest, query).and_then(|asked| Ok(table::lines(&session.outlook(&asked)?)))
    })
}

fn question(case: &str, query: Option<&str>) -> Result<OutlookQuestion, Problem> {
    let question = OutlookQuestion::from_pairs(case, Words::read(query).pairs())?;
    let too_many = |what: &str, most: usize| {
        let detail = format!("one request may ask for at most {most} {what}");
        let hint = Some("the command line has no such limit".to_owned());
        Err(Problem::new(StatusCode::BAD_REQUEST, "question.too-many-draws", detail, hint))
    };
    if question.draws > MOST_DRAWS {
        return too_many("draws", MOST_DRAWS);
    }
    if question.samples.is_some_and(|samples| samples > MOST_SAMPLES) {
        return too_many("samples", MOST_SAMPLES);
    }
    Ok(question)
}
