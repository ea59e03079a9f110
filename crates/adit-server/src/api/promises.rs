//! What the law requires by when: clocks of projects and the calendar of obligations.

use adit_answer::promises::clock::ClockAnswer;
use adit_answer::promises::clock::list::ClocksAnswer;
use adit_answer::promises::clock::question::ClockQuestion;
use adit_answer::promises::obligations::ObligationsAnswer;
use adit_answer::promises::plan::{PlanAnswer, PlansAnswer};
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use utoipa::IntoParams;

use crate::asking::{MOST_DRAWS, Words, ask_json};
use crate::problem::Problem;
use crate::promises::today;
use crate::snapshot::Snapshots;

/// What shapes a clock.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the words that ClockQuestion::from_pairs reads")]
pub struct ClockParams {
    /// The day of the question; today in UTC by default.
    #[param(rename = "as-of")]
    as_of: Option<String>,
    /// An event that is supposed: `supplement-delivered=2026-06-01`. May be repeated.
    #[param(rename = "what-if")]
    what_if: Option<Vec<String>>,
    /// Which of two readings of a disputed rule is followed. May be repeated.
    reading: Option<Vec<String>>,
    /// Number of draws of the projection, at most 100 000.
    draws: Option<usize>,
    /// Seed.
    seed: Option<u64>,
    /// How likely is a decision before this day?
    before: Option<String>,
}

/// What shapes the calendar of obligations.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the words that are read by name")]
pub struct ObligationParams {
    /// The day of the question; today in UTC by default.
    #[param(rename = "as-of")]
    as_of: Option<String>,
    /// Only what binds this party, as `member-state`.
    who: Option<String>,
}

/// The clocks that adit brings along.
#[utoipa::path(get, path = "/clocks", tag = "promises",
    params(("as-of" = Option<String>, Query, description = "The day of the question; today in UTC by default")),
    responses((status = 200, body = ClocksAnswer), (status = 400, body = Problem)))]
pub async fn clocks(
    State(snapshots): State<Snapshots>,
    RawQuery(query): RawQuery,
) -> Result<Json<ClocksAnswer>, Problem> {
    let words = Words::read(query.as_deref());
    let as_of = today::or_named(only(&words, &["as-of"])?.first().map(|(_, value)| *value))?;
    ask_json(&snapshots, move |session| Ok(session.clocks(as_of))).await
}

/// What does the law require of a project by when, and who is late?
#[utoipa::path(get, path = "/clocks/{clock}", tag = "promises",
    params(("clock" = String, Path, description = "Id of a clock, as `extraction`"), ClockParams),
    responses((status = 200, body = ClockAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn clock(
    State(snapshots): State<Snapshots>,
    Path(clock): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Json<ClockAnswer>, Problem> {
    let question = question(&clock, query.as_deref())?;
    ask_json(&snapshots, move |session| session.clock(&question)).await
}

/// The clock of a file of your own: its text is the body.
#[utoipa::path(post, path = "/clocks", tag = "promises", request_body(content = String, content_type = "application/toml"),
    params(ClockParams), responses((status = 200, body = ClockAnswer), (status = 400, body = Problem)))]
pub async fn clock_of(
    State(snapshots): State<Snapshots>,
    RawQuery(query): RawQuery,
    text: String,
) -> Result<Json<ClockAnswer>, Problem> {
    let question = question("clock.toml", query.as_deref())?;
    let question = ClockQuestion { text: Some(text), ..question };
    ask_json(&snapshots, move |session| session.clock(&question)).await
}

/// What is due under the Act, for whom?
#[utoipa::path(get, path = "/obligations", tag = "promises", params(ObligationParams),
    responses((status = 200, body = ObligationsAnswer), (status = 400, body = Problem)))]
pub async fn obligations(
    State(snapshots): State<Snapshots>,
    RawQuery(query): RawQuery,
) -> Result<Json<ObligationsAnswer>, Problem> {
    let words = Words::read(query.as_deref());
    let words = only(&words, &["as-of", "who"])?;
    let named = |name: &str| words.iter().find(|(word, _)| *word == name).map(|(_, value)| *value);
    let as_of = today::or_named(named("as-of"))?;
    let who = named("who").filter(|who| !who.is_empty()).map(str::to_owned);
    ask_json(&snapshots, move |session| session.obligations(as_of, who.as_deref())).await
}

/// The made-up plans that adit brings along.
#[utoipa::path(get, path = "/plans", tag = "promises", responses((status = 200, body = PlansAnswer)))]
pub async fn plans(State(snapshots): State<Snapshots>) -> Result<Json<PlansAnswer>, Problem> {
    ask_json(&snapshots, |session| Ok(session.plans())).await
}

/// Did a plan do what Art. 13 asks?
#[utoipa::path(get, path = "/plans/{plan}", tag = "promises",
    params(("plan" = String, Path, description = "Id of a plan, as `upper-valley`")),
    responses((status = 200, body = PlanAnswer), (status = 404, body = Problem)))]
pub async fn plan(State(snapshots): State<Snapshots>, Path(plan): Path<String>) -> Result<Json<PlanAnswer>, Problem> {
    ask_json(&snapshots, move |session| session.plan(&plan, None)).await
}

/// The check of a plan file of your own: its text is the body.
#[utoipa::path(post, path = "/plans", tag = "promises", request_body(content = String, content_type = "application/toml"),
    responses((status = 200, body = PlanAnswer), (status = 400, body = Problem)))]
pub async fn plan_of(State(snapshots): State<Snapshots>, text: String) -> Result<Json<PlanAnswer>, Problem> {
    ask_json(&snapshots, move |session| session.plan("plan.toml", Some(&text))).await
}

/// The question that an address asks of a clock.
pub fn question(clock: &str, query: Option<&str>) -> Result<ClockQuestion, Problem> {
    let words = Words::read(query);
    let as_of = today::or_named(words.pairs().find(|(name, _)| *name == "as-of").map(|(_, value)| value))?;
    // A field of a form that was left empty says nothing.
    let said = words.pairs().filter(|(_, value)| !value.trim().is_empty());
    let question = ClockQuestion::from_pairs(clock, as_of, said)?;
    if question.draws > MOST_DRAWS {
        let detail = format!("{} draws are more than this server computes for one request", question.draws);
        let hint = Some(format!("ask for at most {MOST_DRAWS}, or use the command line"));
        return Err(Problem::new(StatusCode::BAD_REQUEST, "question.too-many-draws", detail, hint));
    }
    Ok(question)
}

fn only<'a>(words: &'a Words, known: &[&str]) -> Result<Vec<(&'a str, &'a str)>, Problem> {
    if let Some((name, _)) = words.pairs().find(|(name, _)| !known.contains(name)) {
        let detail = format!("\"{name}\" is not a word of this question");
        let hint = Some(format!("the words are {}", known.join(", ")));
        return Err(Problem::new(StatusCode::BAD_REQUEST, "question.unknown-word", detail, hint));
    }
    Ok(words.pairs().collect())
}
