//! Rounds over the API: the same record and the same rules as the pages.

use std::sync::Arc;

use adit_answer::choose::round::at_least;
use adit_record::round::{Ballot, Said, State as RoundState};
use adit_record::{Code, Moment};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;

use crate::problem::Problem;
use crate::rounds::Rounds;

pub mod documents;

use documents::{BallotGiven, BallotReceipt, RoundAnswer, RoundResult, RoundsAnswer};

/// Which rounds are there?
#[utoipa::path(get, path = "/rounds", tag = "rounds", operation_id = "rounds",
    responses((status = 200, body = RoundsAnswer), (status = 503, body = Problem)))]
pub async fn all(State(rounds): State<Rounds>) -> Result<Json<RoundsAnswer>, Problem> {
    rounds.summaries().await.map(Json)
}

impl Rounds {
    /// The rounds there are, as API and command line say it.
    pub async fn summaries(&self) -> Result<RoundsAnswer, Problem> {
        let mut summaries = Vec::new();
        for round in self.all().await? {
            summaries.push(documents::summary(&round, answers(self, &round).await?));
        }
        Ok(RoundsAnswer { format: 1, rounds: summaries })
    }
}

/// What does a round ask?
#[utoipa::path(get, path = "/rounds/{round}", tag = "rounds", operation_id = "round",
    params(("round" = String, Path, description = "Name of a round")),
    responses((status = 200, body = RoundAnswer), (status = 404, body = Problem), (status = 503, body = Problem)))]
pub async fn one(State(rounds): State<Rounds>, Path(id): Path<String>) -> Result<Json<RoundAnswer>, Problem> {
    let round = rounds.round(&id).await?;
    let head = rounds.record()?.head(&id).await?.hash.to_string();
    Ok(Json(documents::round(&round, answers(&rounds, &round).await?, head)))
}

/// Give an answer.
#[utoipa::path(post, path = "/rounds/{round}/ballots", tag = "rounds",
    params(("round" = String, Path, description = "Name of a round")), request_body = BallotGiven,
    responses((status = 201, body = BallotReceipt), (status = 400, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem), (status = 503, body = Problem)))]
pub async fn give(
    State(rounds): State<Rounds>,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<(StatusCode, Json<BallotReceipt>), Problem> {
    let record = rounds.record()?;
    rounds.round(&id).await?;
    let given: BallotGiven = serde_json::from_slice(&body).map_err(|error| wrong(&error.to_string()))?;
    let code = |text: &str| text.parse::<Code>().map_err(|error| wrong(&error.to_string()));
    let own = given.code.as_deref().map(code).transpose()?;
    let replaces = given.replaces.as_deref().map(code).transpose()?;
    let slip = given.participation.as_deref().map(code).transpose()?;
    let own = own.map_or_else(Code::fresh, Ok)?;
    let receipt = record.cast_with(&id, &ballot(given)?, &own, replaces.as_ref(), slip.as_ref(), Moment::now()).await?;
    Ok((StatusCode::CREATED, Json(documents::receipt(&id, &own, &receipt))))
}

/// What came out of a closed round, by group?
#[utoipa::path(get, path = "/rounds/{round}/result", tag = "rounds",
    params(("round" = String, Path, description = "Name of a closed round")),
    responses((status = 200, body = RoundResult), (status = 404, body = Problem), (status = 409, body = Problem), (status = 503, body = Problem)))]
pub async fn result(State(rounds): State<Rounds>, Path(id): Path<String>) -> Result<Json<Arc<RoundResult>>, Problem> {
    rounds.result(&id).await.map(Json)
}

/// How many answers may be told of: while a round is not closed in whole fives, and then as its result says.
async fn answers(rounds: &Rounds, round: &adit_record::Round) -> Result<Option<usize>, Problem> {
    if round.state == RoundState::Closed {
        let result = rounds.result(&round.asked.id).await?;
        return Ok(result.votes.as_ref().map_or(result.answers, |votes| votes.answers_at_least));
    }
    Ok(at_least(rounds.record()?.count(&round.asked.id).await?))
}

fn ballot(given: BallotGiven) -> Result<Ballot, Problem> {
    let said = match (given.form.as_str(), given.points, given.swings, given.ranks, given.votes) {
        ("points", Some(points), None, None, None) => Said::Points { points },
        ("swing", None, Some(swings), None, None) => Said::Swing { swings },
        ("ranking", None, None, Some(ranks), None) => Said::Ranking { ranks },
        ("votes", None, None, None, Some(votes)) => Said::Votes { votes },
        _ => {
            return Err(wrong(
                "form is points (with the field points), swing (with swings), ranking (with ranks) or votes (with votes), and no other of these fields",
            ));
        }
    };
    Ok(Ballot::new(given.group, said))
}

fn wrong(detail: &str) -> Problem {
    let hint = r#"send JSON as {"group": null, "form": "points", "points": {"CRITERION": 50, ...}}"#;
    Problem::new(StatusCode::BAD_REQUEST, "rounds.unreadable", detail, Some(hint.to_owned()))
}
