//! From an address to a question, and from an answer to a response.

use adit_answer::{AnswerError, Class, Draws, Question, RiskQuestion, Session};
use axum::Json;
use axum::http::StatusCode;

use crate::problem::Problem;
use crate::snapshot::Snapshots;

/// Most draws of one request; the command line has no limit.
pub const MOST_DRAWS: usize = 100_000;

/// Asks the snapshot on a thread that may compute; an answer or a problem.
pub async fn ask<T: Send + 'static>(
    snapshots: &Snapshots,
    question: impl FnOnce(&Session) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let session = snapshots.current();
    match tokio::task::spawn_blocking(move || question(&session)).await {
        Ok(answer) => answer,
        Err(error) => {
            tracing::error!(%error, "a question could not be answered");
            let detail = "the question could not be answered; this is a fault of adit, please report it";
            Err(Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", detail, None))
        }
    }
}

/// The same, as a JSON document.
pub async fn ask_json<T: Send + 'static>(
    snapshots: &Snapshots,
    question: impl FnOnce(&Session) -> Result<T, AnswerError> + Send + 'static,
) -> Result<Json<T>, Problem> {
    ask(snapshots, |session| question(session).map_err(Problem::from)).await.map(Json)
}

impl From<AnswerError> for Problem {
    fn from(error: AnswerError) -> Self {
        let status = match error.class() {
            Class::NotFound => StatusCode::NOT_FOUND,
            Class::BadRequest => StatusCode::BAD_REQUEST,
        };
        Self::new(status, error.code(), error.to_string(), error.hint())
    }
}

/// The words of a query, in their order.
pub struct Words(Vec<(String, String)>);

impl Words {
    /// Reads the query string.
    pub fn read(query: Option<&str>) -> Self {
        Self(form_urlencoded::parse(query.unwrap_or("").as_bytes()).into_owned().collect())
    }

    /// As name-value pairs.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// The query of an address: the words that shape the study, and the others.
pub struct Query {
    /// What shapes the study.
    pub study: Question,
    others: Vec<(String, String)>,
}

impl Query {
    /// Reads the query string; `known` are the other names that the address takes.
    pub fn read(query: Option<&str>, known: &[&str]) -> Result<Self, Problem> {
        let pairs: Vec<(String, String)> =
            form_urlencoded::parse(query.unwrap_or("").as_bytes()).into_owned().collect();
        let (study, rest) = Question::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))?;
        if let Some((name, _)) = rest.iter().find(|(name, _)| !known.contains(name)) {
            let detail = format!("\"{name}\" is not a word of this question");
            let hint = Some(format!("the words are {}", words(known)));
            return Err(Problem::new(StatusCode::BAD_REQUEST, "question.unknown-word", detail, hint));
        }
        Ok(Self { study, others: rest.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect() })
    }

    /// The value of another name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.others.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// A number of another name.
    pub fn number(&self, name: &str) -> Result<Option<usize>, Problem> {
        self.get(name).map(|text| text.parse().map_err(|_| not_a_number(name, text))).transpose()
    }

    /// Draws, if asked for.
    pub fn draws(&self) -> Result<Option<Draws>, Problem> {
        let Some(draws) = self.number("draws")?.filter(|draws| *draws > 0) else { return Ok(None) };
        if draws > MOST_DRAWS {
            let detail = format!("{draws} draws are more than one request may ask for");
            let hint = Some(format!("ask for at most {MOST_DRAWS}, or use the command line"));
            return Err(Problem::new(StatusCode::BAD_REQUEST, "question.too-many-draws", detail, hint));
        }
        let seed = match self.get("seed") {
            Some(text) => text.parse().map_err(|_| not_a_number("seed", text))?,
            None => adit_answer::question::DEFAULT_SEED,
        };
        Ok(Some(Draws { draws, seed }))
    }

    /// The question about supply risk.
    pub fn risk(self, material: Option<String>) -> Result<RiskQuestion, Problem> {
        let draws = self.draws()?;
        Ok(RiskQuestion { material, study: self.study, draws })
    }
}

fn not_a_number(name: &str, text: &str) -> Problem {
    let detail = format!("{name}: \"{text}\" is not a whole number");
    Problem::new(StatusCode::BAD_REQUEST, "question.unreadable", detail, None)
}

fn words(known: &[&str]) -> String {
    let study =
        ["edition", "governance", "governance_error", "scope", "stage", "add", "without", "recycling", "change"];
    study.iter().chain(known).copied().collect::<Vec<_>>().join(", ")
}
