//! The documents about rounds. Nothing in them is about a single answer but the receipt, which its sender alone gets.

use adit_answer::promises::opinions::Opinions;
use adit_record::round::{Alternative, Better, Definition, Vote, Voters};
use adit_record::{Code, Receipt, Round};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The rounds there are.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoundsAnswer {
    /// Version of these words.
    pub format: u8,
    /// The rounds, the latest to close first.
    pub rounds: Vec<RoundSummary>,
}

/// One round in short.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoundSummary {
    /// Name of the round.
    pub id: String,
    /// The heading.
    pub title: String,
    /// The portfolio whose choice it concerns.
    pub portfolio: Option<String>,
    /// The project whose record the statements belong to.
    pub project: Option<String>,
    /// What is asked for: `weights` of criteria, or `votes` on statements.
    pub asks: String,
    /// `announced`, `open`, `ended` (its time is over, the tally not made) or `closed`.
    pub state: String,
    /// From when answers are taken, UTC.
    pub opens: String,
    /// Until when, UTC.
    pub closes: String,
    /// At least so many answers count at present, in whole fives; null below five.
    pub answers_at_least: Option<usize>,
}

/// One round: what it asks.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoundAnswer {
    /// Version of these words.
    pub format: u8,
    /// The round in short.
    #[serde(flatten)]
    pub round: RoundSummary,
    /// The question.
    pub question: String,
    /// Who asks.
    pub who_asks: String,
    /// Who may answer: `anyone`, or one answer for each of the project's participation `codes`.
    pub voters: String,
    /// What is weighed; empty where statements are voted on.
    pub criteria: Vec<RoundCriterion>,
    /// What is voted on; empty where criteria are weighed.
    pub statements: Vec<RoundStatement>,
    /// Groups to choose from; null as group of an answer is "I would rather not say".
    pub groups: Vec<RoundGroup>,
    /// What the weights will order.
    pub alternatives: Vec<RoundAlternative>,
    /// Head of the round's chain: keep it, and `adit round verify --head` finds whether what it stood on was changed.
    pub head: String,
}

/// A criterion.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoundCriterion {
    /// Name for programs.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// What it means.
    pub means: String,
    /// Unit.
    pub unit: Option<String>,
    /// `higher` or `lower`.
    pub better: String,
    /// The worst value among what can be chosen.
    pub worst: Option<f64>,
    /// The best.
    pub best: Option<f64>,
}

/// A statement.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoundStatement {
    /// Name for programs.
    pub id: String,
    /// The statement.
    pub text: String,
    /// The entry of the project's record from which it was taken.
    pub entry: Option<i64>,
}

/// A group.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoundGroup {
    /// Name for programs.
    pub id: String,
    /// Name for people.
    pub name: String,
}

/// Something that can be chosen.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoundAlternative {
    /// Name for programs.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// A value for each criterion, in their order and units.
    pub values: Vec<f64>,
}

/// An answer that is given.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BallotGiven {
    /// A group of the round; null or left out: would rather not say.
    #[serde(default)]
    pub group: Option<String>,
    /// `points`, `swing` or `ranking` where criteria are weighed, `votes` where statements are voted on; the field below of the same meaning is then needed.
    pub form: String,
    /// 0 to 100 for each criterion by id.
    #[serde(default)]
    pub points: Option<IndexMap<String, f64>>,
    /// 0 to 100 for each criterion's step from worst to best, one of them 100.
    #[serde(default)]
    pub swings: Option<IndexMap<String, f64>>,
    /// Places from 1 for some or all criteria.
    #[serde(default)]
    pub ranks: Option<IndexMap<String, u32>>,
    /// `agree`, `disagree` or `pass` for some or all statements by id.
    #[serde(default)]
    #[schema(value_type = Option<std::collections::HashMap<String, String>>)]
    pub votes: Option<IndexMap<String, Vote>>,
    /// A code of the sender's own making, so that sending again records nothing twice; made here if left out.
    #[serde(default)]
    pub code: Option<String>,
    /// The code of an earlier answer, whose place this one takes.
    #[serde(default)]
    pub replaces: Option<String>,
    /// A participation code of the project, where the round takes one answer for each.
    #[serde(default)]
    pub participation: Option<String>,
}

/// The receipt of an answer.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BallotReceipt {
    /// Version of these words.
    pub format: u8,
    /// The round.
    pub round: String,
    /// The code that checks, changes or withdraws the answer; it is told only here.
    pub code: String,
    /// The entry.
    pub sequence: i64,
    /// SHA-256 of salt and stored bytes.
    pub commitment: String,
    /// Head of the chain when the answer was taken.
    pub head: String,
}

/// The result of a closed round.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoundResult {
    /// Version of these words.
    pub format: u8,
    /// The round.
    pub round: String,
    /// Its heading.
    pub title: String,
    /// What was weighed.
    pub criteria: Vec<RoundCriterion>,
    /// The groups; of one that may not be shown everything is null.
    pub groups: Vec<GroupResult>,
    /// All answers that count; null where it would tell of fewer than five people.
    pub answers: Option<usize>,
    /// What the weights order, with its values.
    pub alternatives: Vec<RoundAlternative>,
    /// The alternative whose share of answers that have it in the better half of the ranks is highest in the group where
    /// that share is lowest; null with fewer than two groups shown, or without alternatives.
    pub nobodys_enemy: Option<NobodysEnemy>,
    /// What was said to the statements; null where criteria were weighed.
    pub votes: Option<Opinions>,
}

/// What no group that is shown stands against.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NobodysEnemy {
    /// The alternative.
    pub alternative: String,
    /// The lowest share of a group's answers that have it in the better half of the ranks.
    pub share: f64,
}

/// One group in a result.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GroupResult {
    /// The group; null are those who would rather not say.
    pub id: Option<String>,
    /// Name for people.
    pub name: String,
    /// Its answers that count; null if it is not shown.
    pub answers: Option<usize>,
    /// Mean of the weights that its answers stand for, in the order of the criteria, adding up to 1; null if it is not
    /// shown.
    pub weights: Option<Vec<f64>>,
    /// For each alternative, the share of its answers that puts it at each rank, from the first; null if it is not shown.
    pub acceptability: Option<Vec<Vec<f64>>>,
}

/// A round in short.
pub fn summary(round: &Round, answers_at_least: Option<usize>) -> RoundSummary {
    let Definition { id, title, portfolio, project, opens, closes, .. } = &round.asked;
    RoundSummary {
        id: id.clone(),
        title: title.clone(),
        portfolio: portfolio.clone(),
        project: project.clone(),
        asks: if round.asked.asks_votes() { "votes" } else { "weights" }.to_owned(),
        state: round.state.word().to_owned(),
        opens: opens.to_string(),
        closes: closes.to_string(),
        answers_at_least,
    }
}

/// A round in full.
pub(super) fn round(round: &Round, answers_at_least: Option<usize>, head: String) -> RoundAnswer {
    let Definition { question, who_asks, voters, groups, alternatives, .. } = &round.asked;
    let group = |id: &str, name: &str| RoundGroup { id: id.to_owned(), name: name.to_owned() };
    RoundAnswer {
        format: 1,
        round: summary(round, answers_at_least),
        question: question.clone(),
        who_asks: who_asks.clone(),
        voters: if *voters == Voters::Codes { "codes" } else { "anyone" }.to_owned(),
        criteria: criteria(&round.asked),
        statements: statements(&round.asked),
        groups: groups.iter().map(|one| group(&one.id, &one.name)).collect(),
        alternatives: self::alternatives(alternatives),
        head,
    }
}

/// Alternatives with their values.
pub(crate) fn alternatives(given: &[Alternative]) -> Vec<RoundAlternative> {
    let one =
        |one: &Alternative| RoundAlternative { id: one.id.clone(), name: one.name.clone(), values: one.values.clone() };
    given.iter().map(one).collect()
}

/// The criteria of a round.
pub(crate) fn criteria(asked: &Definition) -> Vec<RoundCriterion> {
    let better = |better| if better == Better::Higher { "higher" } else { "lower" };
    let criteria = asked.criteria.iter().map(|one| RoundCriterion {
        id: one.id.clone(),
        name: one.name.clone(),
        means: one.means.clone(),
        unit: one.unit.clone(),
        better: better(one.better).to_owned(),
        worst: one.worst,
        best: one.best,
    });
    criteria.collect()
}

/// The statements of a round.
fn statements(asked: &Definition) -> Vec<RoundStatement> {
    let statement = asked.statements.iter();
    statement.map(|one| RoundStatement { id: one.id.clone(), text: one.text.clone(), entry: one.entry }).collect()
}

/// The receipt of an answer.
pub(super) fn receipt(round: &str, code: &Code, receipt: &Receipt) -> BallotReceipt {
    BallotReceipt {
        format: 1,
        round: round.to_owned(),
        code: code.to_string(),
        sequence: receipt.sequence,
        commitment: receipt.commitment.to_string(),
        head: receipt.head.to_string(),
    }
}
