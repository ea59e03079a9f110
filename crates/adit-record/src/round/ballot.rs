//! What one participant says, and whether it can be counted.

use std::fmt;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::error::RecordError;
use crate::round::definition::Definition;

/// Points run from 0 to this.
const MOST_POINTS: f64 = 100.0;

/// One answer, as it is stored. It holds no name, address or time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ballot {
    /// Version of these words.
    pub format: u8,
    /// The group that the participant speaks from; none if they would rather not say.
    pub group: Option<String>,
    /// What they say.
    #[serde(flatten)]
    pub said: Said,
    /// The entry of their earlier answer, which this one takes the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<i64>,
}

/// What one participant says to one statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Vote {
    /// Agrees.
    Agree,
    /// Disagrees.
    Disagree,
    /// Has seen it and says neither.
    Pass,
}

impl Vote {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Agree, Self::Disagree, Self::Pass];

    /// The word of programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Disagree => "disagree",
            Self::Pass => "pass",
        }
    }

    /// A vote by its word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|vote| vote.word() == word)
    }
}

/// The ways to answer: to say what matters, with criteria named by id, or to vote on statements, by their ids.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "form", rename_all = "lowercase")]
pub enum Said {
    /// How much each criterion matters, 0 to 100.
    Points {
        /// Points by criterion, for all of them.
        points: IndexMap<String, f64>,
    },
    /// How much each step from worst to best is worth, the most wanted step being 100.
    Swing {
        /// Points by criterion, for all of them.
        swings: IndexMap<String, f64>,
    },
    /// Which matters most (1), next (2) and so on; those without a place come after all that have one.
    Ranking {
        /// Places by criterion, for some or all of them.
        ranks: IndexMap<String, u32>,
    },
    /// What is said to each statement; those that were left out were not voted on.
    Votes {
        /// Votes by statement, for some or all of them.
        votes: IndexMap<String, Vote>,
    },
}

impl Said {
    /// The word of programs.
    pub fn form(&self) -> &'static str {
        match self {
            Self::Points { .. } => "points",
            Self::Swing { .. } => "swing",
            Self::Ranking { .. } => "ranking",
            Self::Votes { .. } => "votes",
        }
    }
}

/// Why an answer cannot be counted, and where in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// The criterion or the statement, or `group`, or `form` for the answer as a whole.
    pub field: String,
    /// What is wrong and how to mend it, in plain words.
    pub says: String,
}

impl Trouble {
    /// Something wrong in one place.
    pub fn new(field: &str, says: impl Into<String>) -> Self {
        Self { field: field.to_owned(), says: says.into() }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.says)
    }
}

impl Ballot {
    /// A first answer.
    pub fn new(group: Option<String>, said: Said) -> Self {
        Self { format: 1, group, said, replaces: None }
    }

    /// Everything that keeps the answer from being counted.
    pub fn troubles(&self, asked: &Definition) -> Vec<Trouble> {
        let mut troubles = Vec::new();
        if self.format != 1 {
            troubles.push(Trouble::new("form", "the format of an answer is 1"));
        }
        if let Some(group) = self.group.as_ref().filter(|group| !asked.has_group(group)) {
            troubles.push(Trouble::new("group", format!("\"{group}\" is not one of the groups of this round")));
        }
        match &self.said {
            Said::Votes { votes } if asked.asks_votes() => of_votes(votes, asked, &mut troubles),
            Said::Votes { .. } => {
                troubles.push(Trouble::new("form", "this round weighs criteria; it takes points, swing or ranking"));
            }
            _ if asked.asks_votes() => {
                troubles.push(Trouble::new("form", "this round asks for votes on statements; it takes votes"));
            }
            Said::Points { points } => of_points(points, asked, &mut troubles),
            Said::Swing { swings } => {
                of_points(swings, asked, &mut troubles);
                if troubles.is_empty() && !swings.values().any(|&points| points == MOST_POINTS) {
                    troubles.push(Trouble::new(
                        "form",
                        "give 100 to the step that you want most; the others are compared with it",
                    ));
                }
            }
            Said::Ranking { ranks } => of_ranks(ranks, asked, &mut troubles),
        }
        troubles
    }

    /// The bytes that are stored: values in the order of criteria or statements, so that the same answer is the same bytes.
    pub(crate) fn stored(&self, asked: &Definition) -> Result<Vec<u8>, RecordError> {
        let mut ordered = self.clone();
        let place = |id: &str| asked.criteria.iter().position(|criterion| criterion.id == id);
        match &mut ordered.said {
            Said::Points { points: values } | Said::Swing { swings: values } => {
                values.sort_by_key(|id, _| place(id));
            }
            Said::Ranking { ranks } => ranks.sort_by_key(|id, _| place(id)),
            Said::Votes { votes } => {
                votes.sort_by_key(|id, _| asked.statements.iter().position(|statement| statement.id == *id));
            }
        }
        Ok(serde_json::to_vec(&ordered)?)
    }

    /// From stored bytes; none if they are no answer.
    pub(crate) fn read(stored: &[u8]) -> Option<Self> {
        serde_json::from_slice(stored).ok()
    }
}

fn unknown<'a>(ids: impl Iterator<Item = &'a String>, asked: &Definition, troubles: &mut Vec<Trouble>) {
    for id in ids.filter(|id| asked.criterion(id).is_none()) {
        troubles.push(Trouble::new("form", format!("\"{id}\" is not a criterion of this round")));
    }
}

fn of_points(points: &IndexMap<String, f64>, asked: &Definition, troubles: &mut Vec<Trouble>) {
    unknown(points.keys(), asked, troubles);
    for criterion in &asked.criteria {
        match points.get(&criterion.id) {
            None => troubles
                .push(Trouble::new(&criterion.id, "write a number from 0 to 100 (0 if it does not matter to you)")),
            Some(points) if !(0.0..=MOST_POINTS).contains(points) => {
                troubles.push(Trouble::new(&criterion.id, "the number must be from 0 to 100"));
            }
            Some(_) => {}
        }
    }
    if troubles.is_empty() && points.values().all(|&points| points == 0.0) {
        troubles
            .push(Trouble::new("form", "give at least one criterion more than 0, so that your answer says something"));
    }
}

fn of_votes(votes: &IndexMap<String, Vote>, asked: &Definition, troubles: &mut Vec<Trouble>) {
    for id in votes.keys().filter(|id| !asked.has_statement(id)) {
        troubles.push(Trouble::new("form", format!("\"{id}\" is not a statement of this round")));
    }
    if votes.is_empty() {
        troubles.push(Trouble::new("form", "say to at least one statement whether you agree, disagree or pass"));
    }
}

fn of_ranks(ranks: &IndexMap<String, u32>, asked: &Definition, troubles: &mut Vec<Trouble>) {
    unknown(ranks.keys(), asked, troubles);
    let most = asked.criteria.len();
    for criterion in &asked.criteria {
        let Some(&rank) = ranks.get(&criterion.id) else { continue };
        if !usize::try_from(rank).is_ok_and(|rank| (1..=most).contains(&rank)) {
            troubles.push(Trouble::new(&criterion.id, format!("a place is a whole number from 1 to {most}")));
            continue;
        }
        let twin = asked.criteria.iter().find(|other| other.id != criterion.id && ranks.get(&other.id) == Some(&rank));
        if let Some(twin) = twin {
            let says = format!(
                "place {rank} is also given to \"{}\"; give each a place of its own, or leave one empty",
                twin.name
            );
            troubles.push(Trouble::new(&criterion.id, says));
        }
    }
    if ranks.is_empty() {
        troubles.push(Trouble::new("form", "give at least one criterion a place: 1 to the one that matters most"));
    }
    // Places 1, 2, 4 say the same as 1, 2, 3; but 2, 3 without a 1 is more likely a slip than a wish.
    if troubles.is_empty() && !ranks.values().any(|&rank| rank == 1) {
        troubles.push(Trouble::new("form", "give the criterion that matters most the place 1"));
    }
}
