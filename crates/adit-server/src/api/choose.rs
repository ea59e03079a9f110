//! The Choose room: appraisals and portfolios.

use adit_answer::choose::appraisal::question::AppraisalQuestion;
use adit_answer::choose::appraisal::{AppraisalAnswer, AppraisalsAnswer};
use adit_answer::choose::portfolio::front::{FrontAnswer, NearAnswer};
use adit_answer::choose::portfolio::question::PortfolioQuestion;
use adit_answer::choose::portfolio::robust::RobustAnswer;
use adit_answer::choose::portfolio::{PortfolioAnswer, PortfoliosAnswer};
use adit_answer::choose::weigh::page::{WeighedAnswer, WeighedQuestion};
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use utoipa::IntoParams;

use crate::asking::{MOST_DRAWS, Words, ask, ask_json};
use crate::files;
use crate::problem::Problem;
use crate::snapshot::Snapshots;

/// Seconds that solving may take in one request if it does not say: what a hand on a slider waits for.
const TIME_LIMIT: f64 = 2.0;

/// Seconds that one request may ask for at most.
const MOST_SECONDS: f64 = 30.0;

/// Most points of a front and most alternatives in one request.
const MOST_SETS: usize = 50;

/// What shapes an appraisal.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the words that AppraisalQuestion::from_pairs reads")]
pub struct AppraisalParams {
    /// An input and its value: `capital:800`. May be repeated.
    set: Option<Vec<String>>,
    /// An instrument and, if wanted, its size: `grant:120`. May be repeated; all kinds by default.
    instrument: Option<Vec<String>>,
    /// `real` (by default) or `nominal` money.
    basis: Option<String>,
    /// Discount rate of that basis, as a fraction.
    discount: Option<f64>,
    /// `geometric` or `mean-reverting`; as calibrated by default.
    process: Option<String>,
    /// Number of draws, at most 100 000; 1 000 by default, 0 for the base case alone.
    draws: Option<usize>,
    /// Seed.
    seed: Option<u64>,
    /// `true`: without inputs, history of prices, impacts and instruments.
    brief: Option<bool>,
}

/// What shapes a choice.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the words that PortfolioQuestion::from_pairs reads")]
pub struct PortfolioParams {
    /// A fund, its budget in million euro, and the year if it is of one year: `jtf:200`, `jtf:50@2028`. May be repeated.
    budget: Option<Vec<String>>,
    /// A rule and its new limit, or `off`: `carbon:900`, `carbon:off`. May be repeated.
    rule: Option<Vec<String>>,
    /// A project that must be chosen. May be repeated.
    with: Option<Vec<String>>,
    /// A project that must not. May be repeated.
    without: Option<Vec<String>>,
    /// Seconds that solving may take, at most 30; 2 by default.
    time_limit: Option<f64>,
    /// Gap at which it may stop; 0.0001 by default.
    gap: Option<f64>,
}

/// What shapes a front.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the words that PortfolioQuestion::from_pairs reads")]
pub struct FrontParams {
    /// Two measures: `npv,carbon`; the objective and public cost by default.
    front: Option<String>,
    /// Points at most, no more than 50; 12 by default.
    points: Option<usize>,
}

/// What shapes near-optimal alternatives.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the words that PortfolioQuestion::from_pairs reads")]
pub struct NearParams {
    /// Sets at most, no more than 50; 10 by default.
    near: Option<usize>,
    /// They may be worse by this share; 0.05 by default.
    within: Option<f64>,
}

/// What shapes a robust choice.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the words that PortfolioQuestion::from_pairs reads")]
pub struct RobustParams {
    /// `expected`, `worst` or `regret`; all three by default. May be repeated.
    robust: Option<Vec<String>>,
    /// Number of draws; 200 by default.
    draws: Option<usize>,
    /// Seed.
    seed: Option<u64>,
}

/// What shapes a weighing.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the words that `own` reads")]
pub struct WeighedParams {
    /// A criterion and one's own weight of it, from 0 up: `carbon:80`. May be repeated; all count alike by default.
    w: Option<Vec<String>>,
}

/// Which projects can be appraised, and what is missing for the others?
#[utoipa::path(get, path = "/appraise", tag = "choose", responses((status = 200, body = AppraisalsAnswer)))]
pub async fn projects(State(snapshots): State<Snapshots>) -> Result<Json<AppraisalsAnswer>, Problem> {
    ask_json(&snapshots, |session| Ok(session.appraisals())).await
}

/// What is a project worth, to whom, and how sure is that?
#[utoipa::path(get, path = "/appraise/{project}", tag = "choose",
    params(("project" = String, Path, description = "Id of a project, as `keliber`"), AppraisalParams),
    responses((status = 200, body = AppraisalAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn appraise(
    State(snapshots): State<Snapshots>,
    Path(project): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<AppraisalAnswer>, Problem> {
    let question = appraisal(&project, query.as_deref())?;
    ask_json(&snapshots, move |session| session.appraise(&question)).await
}

/// The base case of an appraisal as a workbook with live formulas: a spreadsheet computes it again.
#[utoipa::path(get, path = "/appraise/{project}/workbook", tag = "choose",
    params(("project" = String, Path, description = "Id of a project, as `keliber`"), AppraisalParams),
    responses((status = 200, description = "The workbook", content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>),
        (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn workbook(
    State(snapshots): State<Snapshots>,
    Path(project): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let question = appraisal(&project, query.as_deref())?;
    let (kind, bytes) = ask(&snapshots, move |session| {
        files::book(&session.appraisal_workbook(&question)?)
            .map_err(|error| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", error.to_string(), None))
    })
    .await?;
    let disposition = format!("attachment; filename=\"adit-appraise-{}.xlsx\"", project.replace(['"', '\\', '/'], ""));
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response())
}

/// Whose priorities does a portfolio serve? Under all weights that are possible, and under one's own, which are stored
/// nowhere.
#[utoipa::path(get, path = "/weigh/{portfolio}", tag = "choose",
    params(("portfolio" = String, Path, description = "Id of a portfolio"), WeighedParams),
    responses((status = 200, body = WeighedAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn weigh(
    State(snapshots): State<Snapshots>,
    Path(portfolio): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<WeighedAnswer>, Problem> {
    let words: Vec<(String, f64)> = own(&Words::read(query.as_deref()))?;
    ask(&snapshots, move |session| {
        let asked = PortfolioQuestion::new(&portfolio);
        let criteria = session.weigh_criteria(&asked)?.criteria;
        if let Some((name, _)) = words.iter().find(|(name, _)| !criteria.contains(name)) {
            let hint = format!("what is weighed: {}", criteria.join(", "));
            return Err(Problem::new(StatusCode::BAD_REQUEST, "question.unreadable", format!("w: {name}"), Some(hint)));
        }
        let weight = |of: &String| words.iter().find(|(name, _)| name == of).map_or(0.0, |(_, weight)| *weight);
        let own: Vec<f64> =
            if words.is_empty() { vec![1.0; criteria.len()] } else { criteria.iter().map(weight).collect() };
        let weighed = WeighedQuestion { own: Some(&own), seed: asked.seed, ..WeighedQuestion::default() };
        Ok(Json(session.weigh(&asked, &weighed)?))
    })
    .await
}

/// One's own weights, `w=carbon:80`; of one criterion the last counts.
fn own(words: &Words) -> Result<Vec<(String, f64)>, Problem> {
    let mut own: Vec<(String, f64)> = Vec::new();
    for (name, value) in words.pairs() {
        let read = (name == "w").then(|| value.rsplit_once([':', '='])).flatten();
        let read = read.and_then(|(criterion, weight)| Some((criterion.trim(), weight.trim().parse::<f64>().ok()?)));
        let Some((criterion, weight)) = read.filter(|(_, weight)| weight.is_finite() && *weight >= 0.0) else {
            let hint = "write a criterion and its weight, a number from 0 up: w=carbon:80".to_owned();
            let says = format!("\"{name}={value}\" cannot be read");
            return Err(Problem::new(StatusCode::BAD_REQUEST, "question.unreadable", says, Some(hint)));
        };
        own.retain(|(earlier, _)| earlier != criterion);
        own.push((criterion.to_owned(), weight));
    }
    Ok(own)
}

/// The portfolios that adit brings along, and those of the workspace.
#[utoipa::path(get, path = "/portfolios", tag = "choose", responses((status = 200, body = PortfoliosAnswer)))]
pub async fn portfolios(State(snapshots): State<Snapshots>) -> Result<Json<PortfoliosAnswer>, Problem> {
    ask_json(&snapshots, |session| Ok(session.portfolios())).await
}

/// The best set of a portfolio under all rules, with bound and gap.
#[utoipa::path(get, path = "/choose/{portfolio}", tag = "choose",
    params(("portfolio" = String, Path, description = "Id of a portfolio"), PortfolioParams),
    responses((status = 200, body = PortfolioAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn choose(
    State(snapshots): State<Snapshots>,
    Path(portfolio): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<PortfolioAnswer>, Problem> {
    let question = asked(&portfolio, query.as_deref())?;
    ask_json(&snapshots, move |session| session.choose(&question)).await
}

/// The Pareto front of two measures of a portfolio.
#[utoipa::path(get, path = "/choose/{portfolio}/front", tag = "choose",
    params(("portfolio" = String, Path, description = "Id of a portfolio"), PortfolioParams, FrontParams),
    responses((status = 200, body = FrontAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn front(
    State(snapshots): State<Snapshots>,
    Path(portfolio): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<FrontAnswer>, Problem> {
    let question = asked(&portfolio, query.as_deref())?;
    ask_json(&snapshots, move |session| session.choose_front(&question)).await
}

/// Sets that are nearly as good as the best.
#[utoipa::path(get, path = "/choose/{portfolio}/near", tag = "choose",
    params(("portfolio" = String, Path, description = "Id of a portfolio"), PortfolioParams, NearParams),
    responses((status = 200, body = NearAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn near(
    State(snapshots): State<Snapshots>,
    Path(portfolio): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<NearAnswer>, Problem> {
    let question = asked(&portfolio, query.as_deref())?;
    ask_json(&snapshots, move |session| session.choose_near(&question)).await
}

/// The choice that stands when the world turns out otherwise.
#[utoipa::path(get, path = "/choose/{portfolio}/robust", tag = "choose",
    params(("portfolio" = String, Path, description = "Id of a portfolio"), PortfolioParams, RobustParams),
    responses((status = 200, body = RobustAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn robust(
    State(snapshots): State<Snapshots>,
    Path(portfolio): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<RobustAnswer>, Problem> {
    let question = asked(&portfolio, query.as_deref())?;
    ask_json(&snapshots, move |session| session.choose_robust(&question)).await
}

/// The table that a name means, with the words of its own question held to what one request may ask for; `None` if it is
/// of another room.
pub(super) fn table(
    session: &adit_answer::Session,
    name: &str,
    query: Option<&str>,
) -> Option<Result<adit_answer::tables::PlainTable, Problem>> {
    let words = Words::read(query);
    let held = if name.starts_with("appraise-") {
        appraisal(name, query).map(|_| ())
    } else if name.starts_with("choose-") {
        asked(name, query).map(|_| ())
    } else {
        Ok(())
    };
    let limit = TIME_LIMIT.to_string();
    let timed = name.starts_with("choose-").then_some(("time_limit", limit.as_str()));
    // The words of the request come last and count.
    let table = session.choose_table(name, timed.into_iter().chain(words.pairs()))?;
    Some(held.and_then(|()| Ok(table?)))
}

fn appraisal(project: &str, query: Option<&str>) -> Result<AppraisalQuestion, Problem> {
    let question = AppraisalQuestion::from_pairs(project, Words::read(query).pairs())?;
    if question.draws > MOST_DRAWS { Err(too_much("draws", MOST_DRAWS)) } else { Ok(question) }
}

fn asked(portfolio: &str, query: Option<&str>) -> Result<PortfolioQuestion, Problem> {
    let words = Words::read(query);
    let limit = TIME_LIMIT.to_string();
    let pairs = std::iter::once(("time_limit", limit.as_str())).chain(words.pairs());
    let question = PortfolioQuestion::from_pairs(portfolio, pairs)?;
    if question.time_limit > MOST_SECONDS {
        return Err(too_much("seconds", MOST_SECONDS));
    }
    if question.points.max(question.near) > MOST_SETS {
        return Err(too_much("sets", MOST_SETS));
    }
    if question.draws > MOST_DRAWS {
        return Err(too_much("draws", MOST_DRAWS));
    }
    Ok(question)
}

fn too_much(what: &str, most: impl std::fmt::Display) -> Problem {
    let detail = format!("one request may ask for at most {most} {what}");
    let hint = Some("the command line has no such limit".to_owned());
    Problem::new(StatusCode::BAD_REQUEST, "question.too-much", detail, hint)
}
