//! What came out of a round in which people voted on statements: what all can live with, what divides them, and every
//! statement in its own words.
//!
//! Numbers of answers are told in whole fives, so that nobody is found by subtracting votes from them; votes on a statement
//! are counts of at least five.

use std::collections::BTreeMap;

use adit_model::understand::groups::{APART, FEWEST, NoGroups, SHAPING};
use adit_model::understand::{Statement, Tally, Vote, Votes, VotesError, find, tell, withhold};
use serde::Serialize;
use utoipa::ToSchema;

pub use adit_model::understand::Told;

use crate::choose::round::at_least;

/// What is known of a round of statements: what was put to the vote, and every answer that counts.
#[derive(Debug, Clone, Default)]
pub struct OpinionsQuestion {
    /// The statements, in their order.
    pub statements: Vec<StatementAsked>,
    /// Of each answer, the statements that were voted on, by id, with 1 for agree, -1 for disagree and 0 for pass.
    pub answers: Vec<Vec<(String, i8)>>,
    /// What rounds that were closed before told of the same statements, by their text.
    pub told_before: BTreeMap<String, Vec<Told>>,
}

/// A statement that was put to the vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementAsked {
    /// Name for programs.
    pub id: String,
    /// The statement.
    pub text: String,
    /// The entry of the project's record from which it was taken.
    pub entry: Option<i64>,
}

/// What people said to the statements.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Opinions {
    /// The answer in words.
    pub says: Vec<String>,
    /// At least so many answers count, in whole fives; null below five.
    pub answers_at_least: Option<usize>,
    /// Groups of answers that vote alike, the largest first; empty if none were found.
    pub groups: Vec<OpinionGroup>,
    /// Why there are no groups; null if there are.
    pub no_groups: Option<String>,
    /// The statements, in the order of the round.
    pub statements: Vec<StatementResult>,
}

/// A group of answers that vote alike.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OpinionGroup {
    /// `A` is the largest.
    pub name: String,
    /// At least so many answers, in whole fives; null if the group is too small to be told of.
    pub answers_at_least: Option<usize>,
    /// Share of resamples in which two answers of the group stay together, from 0 to 1; null where it is not told.
    pub stability: Option<f64>,
}

/// One statement, and what was said to it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StatementResult {
    /// Name for programs.
    pub id: String,
    /// The statement, in its own words.
    pub text: String,
    /// The entry of the project's record from which it was taken.
    pub entry: Option<i64>,
    /// Everybody's votes; null where fewer than five voted, or where they would give away fewer than five.
    pub all: Option<VoteCounts>,
    /// The votes of each group, in the order of the groups; null where they are not told.
    pub groups: Vec<Option<VoteCounts>>,
    /// Group-informed consensus: the product over groups of (1 + agree)/(2 + votes), from 0 to 1; null without groups, or
    /// where one is not told.
    pub consensus: Option<f64>,
    /// How far the most and the least agreeing group are apart, from 0 to 1; null where fewer than two are told.
    pub divides: Option<f64>,
}

/// Votes on one statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct VoteCounts {
    /// Agree.
    pub agree: u32,
    /// Disagree.
    pub disagree: u32,
    /// Seen, and neither.
    pub pass: u32,
}

impl VoteCounts {
    /// All of them.
    pub fn votes(self) -> u32 {
        self.agree + self.disagree + self.pass
    }
}

impl From<Tally> for VoteCounts {
    fn from(Tally { agree, disagree, pass }: Tally) -> Self {
        Self { agree, disagree, pass }
    }
}

impl From<VoteCounts> for Tally {
    fn from(VoteCounts { agree, disagree, pass }: VoteCounts) -> Self {
        Self { agree, disagree, pass }
    }
}

impl StatementResult {
    /// What is told of it: a later round with the same statement tells nothing that lies too near.
    pub fn told(&self) -> Told {
        let groups: Vec<Option<Tally>> = self.groups.iter().map(|votes| votes.map(Tally::from)).collect();
        Told::of(self.all.map(Tally::from), &groups)
    }

    /// Where it stands between agreement (1) and disagreement: by the consensus of groups, else by everybody's votes.
    pub fn agreement(&self) -> Option<f64> {
        let share = |votes: VoteCounts| f64::from(1 + votes.agree) / f64::from(2 + votes.votes());
        self.consensus.or_else(|| self.all.map(share))
    }
}

/// Finds the groups and tells what may be told.
pub fn opinions(question: &OpinionsQuestion) -> Result<Opinions, VotesError> {
    let votes: Vec<Vote> = question
        .answers
        .iter()
        .enumerate()
        .flat_map(|(answer, said)| {
            // Names of equal length, so that their order is that of the answers.
            let participant = format!("{answer:09}");
            said.iter().map(move |(statement, value)| Vote {
                participant: participant.clone(),
                statement: statement.clone(),
                value: *value,
            })
        })
        .collect();
    let votes = Votes::of(&votes)?;
    let opinion = find(&votes);
    let mut told: BTreeMap<String, Statement> =
        tell(&votes, &opinion).into_iter().map(|statement| (statement.id.clone(), statement)).collect();
    let (groups, no_groups) = match &opinion.groups {
        Ok(found) => {
            let shown = adit_model::protect::shown_groups(&found.people).groups;
            let of = found.people.iter().zip(&found.stability).zip(shown).zip('A'..);
            let group = |(((people, stability), shown), name): (((&usize, &Option<f64>), bool), char)| OpinionGroup {
                name: name.to_string(),
                answers_at_least: at_least(*people).filter(|_| shown),
                stability: stability.filter(|_| shown),
            };
            (of.map(group).collect(), None)
        }
        Err(why) => (Vec::new(), Some(because(*why, question.statements.len()))),
    };
    let none = Vec::new();
    let statements: Vec<StatementResult> = question
        .statements
        .iter()
        .map(|asked| {
            let before = question.told_before.get(&asked.text).unwrap_or(&none);
            let told = told.remove(&asked.id).map(|statement| withhold(statement, before));
            of(asked, told, groups.len())
        })
        .collect();
    let answers_at_least = at_least(question.answers.len());
    let says = says(answers_at_least, &groups, no_groups.as_deref(), &statements);
    Ok(Opinions { says, answers_at_least, groups, no_groups, statements })
}

fn of(asked: &StatementAsked, told: Option<Statement>, groups: usize) -> StatementResult {
    let StatementAsked { id, text, entry } = asked.clone();
    let Some(Statement { all, groups, consensus, divides, .. }) = told else {
        return StatementResult {
            id,
            text,
            entry,
            all: None,
            groups: vec![None; groups],
            consensus: None,
            divides: None,
        };
    };
    let groups = groups.into_iter().map(|votes| votes.map(VoteCounts::from)).collect();
    StatementResult { id, text, entry, all: all.map(VoteCounts::from), groups, consensus, divides }
}

fn because(why: NoGroups, statements: usize) -> String {
    match why {
        NoGroups::TooFew { .. } => format!(
            "No groups were looked for: fewer than {FEWEST} people voted on {} statements or more",
            SHAPING.min(statements)
        ),
        NoGroups::NotApart { silhouette } => format!(
            "No groups were found: opinions do not fall apart (mean silhouette {silhouette:.2}, needed {APART})"
        ),
    }
}

fn says(
    answers: Option<usize>,
    groups: &[OpinionGroup],
    no_groups: Option<&str>,
    statements: &[StatementResult],
) -> Vec<String> {
    let Some(answers) = answers else { return vec!["Fewer than five people answered, so nothing is told".to_owned()] };
    let mut says = vec![format!("At least {answers} answers count")];
    match no_groups {
        Some(why) => says.push(why.to_owned()),
        None => says.push(format!("{} groups of people vote alike", groups.len())),
    }
    let quoted = |statement: &StatementResult| format!("“{}”", statement.text);
    let most = |value: fn(&StatementResult) -> Option<f64>| {
        // Of two as far, the first.
        statements.iter().filter_map(|one| Some((one, value(one)?))).fold(None, |best, next| match best {
            Some((_, had)) if had >= next.1 => best,
            _ => Some(next),
        })
    };
    if let Some((statement, _)) = most(|one| one.consensus) {
        says.push(format!("What all groups can live with best: {}", quoted(statement)));
    }
    if let Some((statement, apart)) = most(|one| one.divides).filter(|(_, apart)| *apart > 0.0) {
        let points = (apart * 100.0).round();
        says.push(format!("What divides most, with {points:.0} points of 100 between groups: {}", quoted(statement)));
    }
    says
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(count: usize) -> Vec<StatementAsked> {
        let one = |at: usize| StatementAsked { id: format!("s{at}"), text: format!("Statement {at}."), entry: None };
        (0..count).map(one).collect()
    }

    /// The example that the method's page works by hand: twenty agree with 0 to 2 and not with 3 to 5, twelve turn it round.
    fn by_hand() -> OpinionsQuestion {
        let answer = |sign: i8| (0..6).map(|at| (format!("s{at}"), if at < 3 { sign } else { -sign })).collect();
        let answers = (0..32).map(|one| answer(if one < 20 { 1 } else { -1 })).collect();
        OpinionsQuestion { statements: asked(7), answers, told_before: BTreeMap::new() }
    }

    #[test]
    fn the_worked_example_is_told() {
        let told = opinions(&by_hand()).unwrap();
        assert_eq!(told.answers_at_least, Some(30));
        let groups: Vec<_> = told.groups.iter().map(|group| (group.name.as_str(), group.answers_at_least)).collect();
        assert_eq!(groups, [("A", Some(20)), ("B", Some(10))]);
        let first = &told.statements[0];
        assert_eq!(first.groups[0], Some(VoteCounts { agree: 20, disagree: 0, pass: 0 }));
        let consensus = 21.0 / 22.0 * (1.0 / 14.0);
        assert!((first.consensus.unwrap() - consensus).abs() < 1e-12);
        let silent = &told.statements[6];
        assert_eq!(
            (silent.text.as_str(), silent.all, silent.groups.as_slice()),
            ("Statement 6.", None, &[None, None][..])
        );
        assert!(told.says.iter().any(|line| line.contains("What divides most")), "{:?}", told.says);
    }

    #[test]
    fn few_answers_tell_nothing_but_the_statements() {
        let mut few = by_hand();
        few.answers.truncate(4);
        let told = opinions(&few).unwrap();
        assert_eq!((told.answers_at_least, told.groups.len()), (None, 0));
        assert!(told.statements.iter().all(|one| one.all.is_none() && !one.text.is_empty()));
        assert!(told.no_groups.is_some());
    }

    #[test]
    fn one_answer_more_in_a_later_round_is_not_told() {
        let first = opinions(&by_hand()).unwrap();
        let mut again = by_hand();
        again.answers.push(vec![("s0".to_owned(), -1)]);
        again.told_before = first.statements.iter().map(|one| (one.text.clone(), vec![one.told()])).collect();
        let second = opinions(&again).unwrap();
        assert_eq!(second.statements[0].all, None, "33 after 32");
        assert_eq!(second.statements[1].all, first.statements[1].all);
    }
}
