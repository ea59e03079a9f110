//! The answer to "whose priorities does a choice serve?".

use adit_facts::Finding;
use adit_facts::choose::weights_file::{CriteriaTable, WeightTable};
use serde::Serialize;
use utoipa::ToSchema;

use crate::error::AnswerError;
use crate::finding::FindingDocument;

mod build;
pub mod page;
mod people;
mod says;
mod table;
#[cfg(test)]
mod tests;

pub use table::{central, groups, pairs, ranks};

/// What to weigh.
#[derive(Debug, Clone, Copy)]
pub struct WeighQuestion<'a> {
    /// Alternatives scored on criteria.
    pub criteria: &'a CriteriaTable,
    /// The weight vectors, and whose they are.
    pub weights: &'a WeightTable,
    /// Seed of the draws of uncertain scores.
    pub seed: u64,
    /// Warnings about the files.
    pub findings: &'a [Finding],
}

/// Rank acceptability of the alternatives, together and by group. Ranks and alternatives stand in the order of the
/// criteria file; counts are exact over the given weights, ties stand in that order.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WeighAnswer {
    /// Form of the document.
    pub format: u32,
    /// The answer in words, the most important first.
    pub says: Vec<String>,
    /// The alternatives.
    pub alternatives: Vec<String>,
    /// The criteria.
    pub criteria: Vec<String>,
    /// How many weight vectors; null where they are of fewer than five people.
    pub vectors: Option<usize>,
    /// How many people; null where rows are nobody's in particular, or where they are fewer than five.
    pub participants: Option<usize>,
    /// `rank_counts[i][r]`: vectors in which alternative `i` stands at rank `r`, the first rank first. Null where they
    /// are of fewer than five people.
    pub rank_counts: Option<Vec<Vec<u32>>>,
    /// The same as shares of all vectors: rank acceptability indices.
    pub shares: Option<Vec<Vec<f64>>>,
    /// For each alternative, the mean of the weights that rank it first, in the order of `criteria`; null where none do,
    /// or where those that do are of fewer than five people.
    pub central_weights: Vec<Option<Vec<f64>>>,
    /// For each alternative, in what share of draws of uncertain scores it is first under its central weights; null
    /// without limits of scores, or without central weights.
    pub confidence: Vec<Option<f64>>,
    /// `pairwise[i][j]`: vectors in which `i` stands before `j`. Null where they are of fewer than five people.
    pub pairwise: Option<Vec<Vec<u32>>>,
    /// The groups; empty where the weights name none.
    pub groups: Vec<WeighGroup>,
    /// Pairs of alternatives that all shown groups put in the same order.
    pub agreement: Vec<WeighPair>,
    /// Pairs that no shared ranking reconciles: most vectors of one group put the one first, most of another the other.
    /// Those that are furthest apart first.
    pub disagreement: Vec<WeighPair>,
    /// How each alternative fares in the shown group that likes it least, best first; empty without two shown groups.
    pub standings: Vec<WeighStanding>,
    /// The alternative that is nobody's enemy: first of `standings`.
    pub nobodys_enemy: Option<String>,
    /// The same counts if the value of scores were bent.
    pub sensitivity: Vec<WeighShape>,
    /// What is not shown, and why.
    pub withheld: Vec<String>,
    /// How to read the figures.
    pub notes: Vec<String>,
    /// Warnings about the files.
    pub findings: Vec<FindingDocument>,
}

/// A group.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WeighGroup {
    /// Its name.
    pub group: String,
    /// Whether it is shown; else all below is null.
    pub shown: bool,
    /// Weight vectors of its people.
    pub vectors: Option<usize>,
    /// Its people.
    pub participants: Option<usize>,
    /// As for all.
    pub rank_counts: Option<Vec<Vec<u32>>>,
    /// As for all.
    pub shares: Option<Vec<Vec<f64>>>,
    /// As for all.
    pub pairwise: Option<Vec<Vec<u32>>>,
    /// The alternative that most of its vectors rank first (the first of equal ones).
    pub first: Option<String>,
    /// What share of its vectors do.
    pub first_share: Option<f64>,
}

/// A pair of alternatives over the groups.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WeighPair {
    /// The one.
    pub first: String,
    /// The other.
    pub second: String,
    /// Share of each shown group's vectors in which `first` stands before `second`.
    pub shares: Vec<WeighShare>,
    /// Whether every vector of one group contradicts every vector of another.
    pub must_disagree: bool,
}

/// A share of a group's vectors.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WeighShare {
    /// The group.
    pub group: String,
    /// The share.
    pub share: f64,
}

/// How an alternative fares over the groups: shares of vectors that have it in the better half of the ranks.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WeighStanding {
    /// The alternative.
    pub alternative: String,
    /// The share in the group that likes it least.
    pub worst: f64,
    /// That group.
    pub worst_group: String,
    /// The share in each group.
    pub shares: Vec<WeighShare>,
}

/// Counts under a value function.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WeighShape {
    /// `linear`, `concave`, `convex` or `threshold`.
    pub shape: String,
    /// The alternative that most vectors rank first.
    pub first: String,
    /// For each alternative, the share of vectors that rank it first.
    pub first_shares: Vec<f64>,
    /// The largest change of any rank acceptability index against linear.
    pub largest_change: f64,
}

/// Weighs.
///
/// # Errors
/// Tables that do not fit each other, which files that were read cannot be.
pub fn answer(question: &WeighQuestion<'_>) -> Result<WeighAnswer, AnswerError> {
    build::answer(question)
}
