//! Whose priorities a portfolio serves: its candidates as alternatives, what each brings and takes as criteria.

use adit_facts::choose::weights_file::{CriteriaTable, WeightTable};
use adit_model::choose::portfolio::candidates::Portfolio;
use adit_model::choose::weigh::of_portfolio::{self, Table};
use adit_model::choose::weigh::simplex;
use adit_number::stable_key;
use serde::Serialize;
use utoipa::ToSchema;

use super::{WeighAnswer, WeighQuestion};
use crate::error::AnswerError;
use crate::session::FORMAT;

/// Weight vectors drawn where nobody has answered.
const DRAWS: usize = 10_000;

/// What the page of a portfolio's priorities shows.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WeighedAnswer {
    /// Form of the document.
    pub format: u32,
    /// Id of the portfolio.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The question that is answered.
    pub question: String,
    /// The answer in words, the most important first.
    pub says: Vec<String>,
    /// `round` (answers of people), `file` (weights of one's own), or `all-weights` (all weights that are possible, drawn
    /// evenly).
    pub of: String,
    /// The round, where it is one.
    pub round: Option<WeighedRound>,
    /// The criteria.
    pub criteria: Vec<WeighedCriterion>,
    /// The alternatives.
    pub alternatives: Vec<WeighedAlternative>,
    /// The counts; alternatives and criteria by id.
    pub weighed: WeighAnswer,
    /// The order under one's own weights, best first; empty if none were given.
    pub own: Vec<WeighedOwn>,
    /// How the table was made, and what is not known.
    pub notes: Vec<String>,
}

/// A round in which people gave weights.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct WeighedRound {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// `open` or `closed`.
    pub state: String,
    /// When it opens.
    pub opens: String,
    /// When it closes.
    pub closes: String,
    /// How many answered at least: never the number itself while it is open.
    pub answers_at_least: Option<u64>,
}

/// A criterion.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WeighedCriterion {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// What is measured, in words.
    pub means: String,
    /// Unit of the values.
    pub unit: Option<String>,
    /// `more` or `less`: which is better.
    pub better: String,
    /// Value scored 0.
    pub worst: Option<f64>,
    /// Value scored 1.
    pub best: Option<f64>,
}

/// An alternative with its values in the units of the criteria, and scaled from 0 (worst) to 1 (best).
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WeighedAlternative {
    /// Id of the project.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Values; null where not known.
    pub values: Vec<Option<f64>>,
    /// Scores; 0.5 where the value is not known.
    pub scores: Vec<f64>,
}

/// An alternative under one's own weights.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WeighedOwn {
    /// Id of the project.
    pub alternative: String,
    /// Its value, 0 to 1.
    pub value: f64,
    /// What each criterion adds to it.
    pub parts: Vec<f64>,
}

/// What is weighed for a portfolio, and by whom.
#[derive(Debug, Clone, Copy, Default)]
pub struct WeighedQuestion<'a> {
    /// The weights of a closed round, or of a file; without them all weights that are possible.
    pub weights: Option<&'a WeightTable>,
    /// The round, if they are of one.
    pub round: Option<&'a WeighedRound>,
    /// One's own weights in the order of the criteria, which are kept nowhere.
    pub own: Option<&'a [f64]>,
    /// Seed of what is drawn.
    pub seed: u64,
}

/// The criteria of a portfolio as the table that a weights file is read for: alternatives and criteria by id.
pub fn criteria(portfolio: &Portfolio) -> CriteriaTable {
    by_id(&of_portfolio::table(portfolio))
}

fn by_id(table: &Table) -> CriteriaTable {
    CriteriaTable {
        alternatives: table.alternatives.iter().map(|one| one.id.clone()).collect(),
        criteria: table.criteria.iter().map(|one| one.id.to_owned()).collect(),
        scores: table.alternatives.iter().flat_map(|one| one.scores.clone()).collect(),
        limits: table.limits(),
    }
}

/// Weighs the candidates of a portfolio.
///
/// # Errors
/// A portfolio whose candidates do not differ; own weights that are none.
pub fn weighed(portfolio: &Portfolio, question: &WeighedQuestion<'_>) -> Result<WeighedAnswer, AnswerError> {
    let table = of_portfolio::table(portfolio);
    if table.criteria.is_empty() {
        return Err(AnswerError::NotKnown {
            label: format!("Whose priorities {} serves", portfolio.name),
            says: "its candidates do not differ in anything that is known of them".to_owned(),
        });
    }
    let possible = if question.weights.is_some() { None } else { Some(all_weights(&table, question.seed)?) };
    let weights = question.weights.or(possible.as_ref());
    let ids = by_id(&table);
    let names = CriteriaTable {
        alternatives: table.alternatives.iter().map(|one| one.name.clone()).collect(),
        criteria: table.criteria.iter().map(|one| one.name.to_owned()).collect(),
        ..ids.clone()
    };
    let weigh = |criteria: &CriteriaTable| {
        let weights = weights.unwrap_or(&NOBODY);
        super::answer(&WeighQuestion { criteria, weights, seed: question.seed, findings: &[] })
    };
    // Ids for programs; the words name what they speak of.
    let (weighed, words) = (weigh(&ids)?, weigh(&names)?);
    Ok(WeighedAnswer {
        format: FORMAT,
        id: portfolio.id.clone(),
        name: portfolio.name.clone(),
        question: "Whose priorities does a choice serve?".to_owned(),
        of: match (question.weights, question.round) {
            (None, _) => "all-weights",
            (Some(_), None) => "file",
            (Some(_), Some(_)) => "round",
        }
        .to_owned(),
        round: question.round.cloned(),
        criteria: table.criteria.iter().map(criterion).collect(),
        alternatives: table.alternatives.iter().map(alternative).collect(),
        own: question.own.map_or(Ok(Vec::new()), |own| own_order(&table, own))?,
        notes: notes(&table, question.weights.is_none()),
        says: words.says.clone(),
        weighed: WeighAnswer { says: words.says, ..weighed },
    })
}

/// No weights at all.
static NOBODY: WeightTable =
    WeightTable { weights: Vec::new(), participants: None, names: Vec::new(), groups: None, group_names: Vec::new() };

fn all_weights(table: &Table, seed: u64) -> Result<WeightTable, AnswerError> {
    let drawn = simplex::within(table.criteria.len(), &[], DRAWS, seed, stable_key("weigh/all-weights"));
    let weights = drawn.map_err(|error| AnswerError::NotKnown {
        label: "All weights that are possible".to_owned(),
        says: error.to_string(),
    })?;
    Ok(WeightTable { weights, ..NOBODY.clone() })
}

fn criterion(of: &of_portfolio::Criterion) -> WeighedCriterion {
    WeighedCriterion {
        id: of.id.to_owned(),
        name: of.name.to_owned(),
        means: of.means.to_owned(),
        unit: Some(of.unit.to_owned()),
        better: if of.more_is_better { "more" } else { "less" }.to_owned(),
        worst: Some(of.worst),
        best: Some(of.best),
    }
}

fn alternative(of: &of_portfolio::Alternative) -> WeighedAlternative {
    WeighedAlternative {
        id: of.id.clone(),
        name: of.name.clone(),
        values: of.values.clone(),
        scores: of.scores.clone(),
    }
}

fn own_order(table: &Table, own: &[f64]) -> Result<Vec<WeighedOwn>, AnswerError> {
    let sum: f64 = own.iter().sum();
    let sound = own.len() == table.criteria.len() && own.iter().all(|weight| weight.is_finite() && *weight >= 0.0);
    if !(sound && sum > 0.0 && sum.is_finite()) {
        let ids: Vec<&str> = table.criteria.iter().map(|criterion| criterion.id).collect();
        return Err(AnswerError::Unreadable {
            name: "weights".to_owned(),
            says: "one's own weights are numbers from 0 up, one for each criterion and at least one above 0".to_owned(),
            hint: format!("the criteria are {}", ids.join(", ")),
        });
    }
    let under = |one: &of_portfolio::Alternative| {
        let parts: Vec<f64> = one.scores.iter().zip(own).map(|(score, weight)| score * weight / sum).collect();
        WeighedOwn { alternative: one.id.clone(), value: parts.iter().sum(), parts }
    };
    let mut order: Vec<WeighedOwn> = table.alternatives.iter().map(under).collect();
    order.sort_by(|a, b| b.value.total_cmp(&a.value));
    Ok(order)
}

fn notes(table: &Table, drawn: bool) -> Vec<String> {
    let mut notes = vec![
        "Scores run from 0 for the worst candidate to 1 for the best, so a weight says how much that step counts. Each \
         candidate is taken at full size, at its earliest start, with the least public money that its options ask for."
            .to_owned(),
    ];
    if drawn {
        notes.push(format!(
            "Nobody's weights: {DRAWS} weight vectors drawn evenly from all that are possible. A share says how much room of \
             all priorities favours an alternative, not how many people do."
        ));
    }
    let unknown: Vec<String> = table
        .alternatives
        .iter()
        .flat_map(|one| one.values.iter().zip(&table.criteria).map(move |(value, of)| (one, value, of)))
        .filter(|(_, value, _)| value.is_none())
        .map(|(one, _, of)| format!("{} ({})", one.name, of.name.to_lowercase()))
        .collect();
    if !unknown.is_empty() {
        notes.push(format!(
            "Not known, scored half-way and drawn from worst to best in the confidence factors: {}.",
            unknown.join("; ")
        ));
    }
    notes
}
