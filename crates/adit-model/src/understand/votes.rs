//! Votes as they were given, brought into one order.

use std::collections::{BTreeMap, BTreeSet};

/// What one participant said to one statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// The participant, by any stable name; it is shown nowhere.
    pub participant: String,
    /// The statement, by its id.
    pub statement: String,
    /// 1 agrees, -1 disagrees, 0 passes.
    pub value: i8,
}

/// Why votes cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VotesError {
    /// A value is none of the three.
    #[error("the vote on statement {statement} is {value}; a vote is 1, 0 or -1")]
    Value {
        /// The statement.
        statement: String,
        /// What was given.
        value: i8,
    },
    /// A participant voted twice on one statement.
    #[error("one participant has two votes on statement {0}; only the last may be given")]
    Twice(String),
}

/// All votes: participants and statements in the order of their names, so that the order in which votes come says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Votes {
    /// Names of the participants.
    pub participants: Vec<String>,
    /// Ids of the statements.
    pub statements: Vec<String>,
    /// For each participant, the statements they voted on, by place, and how.
    pub rows: Vec<Vec<(usize, i8)>>,
}

impl Votes {
    /// Brings votes into order.
    pub fn of(votes: &[Vote]) -> Result<Self, VotesError> {
        let participants: BTreeSet<&str> = votes.iter().map(|vote| vote.participant.as_str()).collect();
        let statements: BTreeSet<&str> = votes.iter().map(|vote| vote.statement.as_str()).collect();
        let place: BTreeMap<&str, usize> = statements.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let mut rows: BTreeMap<&str, BTreeMap<usize, i8>> =
            participants.iter().map(|one| (*one, BTreeMap::new())).collect();
        for Vote { participant, statement, value } in votes {
            if !(-1..=1).contains(value) {
                return Err(VotesError::Value { statement: statement.clone(), value: *value });
            }
            let (Some(row), Some(at)) = (rows.get_mut(participant.as_str()), place.get(statement.as_str())) else {
                continue;
            };
            if row.insert(*at, *value).is_some() {
                return Err(VotesError::Twice(statement.clone()));
            }
        }
        Ok(Self {
            participants: participants.into_iter().map(str::to_owned).collect(),
            statements: statements.into_iter().map(str::to_owned).collect(),
            rows: rows.into_values().map(|row| row.into_iter().collect()).collect(),
        })
    }
}
