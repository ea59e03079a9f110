//! What a round asks.

use serde::{Deserialize, Serialize};

use crate::moment::Moment;

/// Most criteria of a round: more cannot be weighed by anyone on one page.
pub const MOST_CRITERIA: usize = 20;
/// Most groups to choose from.
pub const MOST_GROUPS: usize = 30;
/// Most alternatives that a round's weights are laid over.
pub const MOST_ALTERNATIVES: usize = 200;
/// Most statements that a round puts to the vote: more are not read by anyone on one page.
pub const MOST_STATEMENTS: usize = 100;

/// What a round asks, as it stands in its first entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Definition {
    /// Version of these words.
    pub format: u8,
    /// Name of the round in addresses: small letters, digits, hyphens.
    pub id: String,
    /// The heading.
    pub title: String,
    /// The question, in plain words.
    pub question: String,
    /// Who asks: an office, not a person.
    pub who_asks: String,
    /// The portfolio whose choice the weights concern.
    pub portfolio: Option<String>,
    /// From when answers are taken.
    pub opens: Moment,
    /// Until when.
    pub closes: Moment,
    /// What is weighed; empty if statements are voted on.
    pub criteria: Vec<Criterion>,
    /// Whom participants can say that they speak from; "I would rather not say" is always possible.
    pub groups: Vec<Group>,
    /// What the weights will order; empty if the round only asks for weights.
    pub alternatives: Vec<Alternative>,
    /// The project whose record the statements belong to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// Who may answer.
    #[serde(default, skip_serializing_if = "Voters::is_anyone")]
    pub voters: Voters,
    /// What is voted on; empty if criteria are weighed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Statement>,
}

impl Definition {
    /// A criterion by id.
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == id)
    }

    /// Whether statements are voted on, and no criteria are weighed.
    pub fn asks_votes(&self) -> bool {
        !self.statements.is_empty()
    }

    /// Whether a statement is put to the vote.
    pub fn has_statement(&self, id: &str) -> bool {
        self.statements.iter().any(|statement| statement.id == id)
    }

    /// Whether a group can be chosen.
    pub fn has_group(&self, id: &str) -> bool {
        self.groups.iter().any(|group| group.id == id)
    }
}

/// Who may answer a round.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Voters {
    /// Anyone, as often as they like: counts are of answers.
    #[default]
    Anyone,
    /// Whoever has a participation code of the project; a code is good for one answer.
    Codes,
}

impl Voters {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde asks for")]
    fn is_anyone(&self) -> bool {
        *self == Self::Anyone
    }
}

/// One criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Criterion {
    /// Name for programs.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// What it means, in plain words.
    pub means: String,
    /// Its unit, if it has one.
    pub unit: Option<String>,
    /// Which way is better.
    pub better: Better,
    /// The worst value among what can be chosen, in the unit.
    pub worst: Option<f64>,
    /// The best.
    pub best: Option<f64>,
}

/// Which way a criterion is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// More of it is better.
    Higher,
    /// Less of it is better.
    Lower,
}

/// One group to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Name for programs.
    pub id: String,
    /// Name for people.
    pub name: String,
}

/// Something that can be chosen, by its values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// Name for programs.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// A value for each criterion, in their order and units.
    pub values: Vec<f64>,
}

/// A statement that people agree with, disagree with, or pass.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Name for programs.
    pub id: String,
    /// The statement, in the words of the person who made it.
    pub text: String,
    /// The entry of the project's record from which it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<i64>,
}

/// Whether a text can be a name in addresses: small letters, digits and single hyphens, at most 64.
pub fn is_id(text: &str) -> bool {
    let letters = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    letters && (1..=64).contains(&text.len()) && text.split('-').all(|part| !part.is_empty())
}
