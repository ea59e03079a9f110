//! What each group says to each statement, what all groups can live with, and what divides them.

use crate::protect::{FEWEST, shown_groups};
use crate::understand::groups::Opinion;
use crate::understand::votes::Votes;

/// Votes of at least five people on one statement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Agree.
    pub agree: u32,
    /// Disagree.
    pub disagree: u32,
    /// Pass.
    pub pass: u32,
}

impl Tally {
    fn add(&mut self, value: i8) {
        match value {
            1.. => self.agree += 1,
            0 => self.pass += 1,
            ..0 => self.disagree += 1,
        }
    }

    /// All of them.
    pub fn votes(self) -> u32 {
        self.agree + self.disagree + self.pass
    }

    /// (1 + agrees)/(2 + votes): the share who agree, drawn towards one half where few voted; passes are votes.
    fn agreeing(self) -> f64 {
        f64::from(1 + self.agree) / f64::from(2 + self.votes())
    }
}

/// One statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Its id.
    pub id: String,
    /// Everybody's votes; none where fewer than five voted.
    pub all: Option<Tally>,
    /// Each group's votes, the largest group first; none where they are not told.
    pub groups: Vec<Option<Tally>>,
    /// Group-informed consensus: the product over groups of (1 + agrees)/(2 + votes), from 0 to 1 (Small et al. 2021).
    /// None without groups, or where a group is not told.
    pub consensus: Option<f64>,
    /// How far the most and the least agreeing group are apart, as shares from 0 to 1; none where fewer than two are told.
    pub divides: Option<f64>,
}

/// Tells of every statement what may be told.
///
/// A group of fewer than five gets no statistics, and the next smallest goes with it. Of one statement only the people who
/// voted on it are counted, so the rule is asked again with their numbers: what is left between everybody and the groups
/// told is nobody or at least five.
pub fn tell(votes: &Votes, opinion: &Opinion) -> Vec<Statement> {
    let people: &[usize] = opinion.groups.as_ref().map_or(&[], |groups| &groups.people);
    let told = shown_groups(people).groups;
    let mut all = vec![Tally::default(); votes.statements.len()];
    let mut groups = vec![vec![Tally::default(); people.len()]; votes.statements.len()];
    for (row, placed) in votes.rows.iter().zip(&opinion.placed) {
        for &(at, value) in row {
            all[at].add(value);
            if let Some(group) = placed.group {
                groups[at][group].add(value);
            }
        }
    }
    let counted = votes.statements.iter().zip(all).zip(groups);
    counted.map(|((id, all), groups)| statement(id, all, &groups, &told)).collect()
}

fn statement(id: &str, all: Tally, groups: &[Tally], told: &[bool]) -> Statement {
    let count = |tally: &Tally| usize::try_from(tally.votes()).unwrap_or(usize::MAX);
    // Those of all withheld groups are one more group, the last.
    let mut voters: Vec<usize> =
        groups.iter().zip(told).map(|(tally, told)| if *told { count(tally) } else { 0 }).collect();
    voters.push(groups.iter().zip(told).filter(|(_, told)| !**told).map(|(tally, _)| count(tally)).sum());
    let shown = shown_groups(&voters).groups;
    let groups: Vec<Option<Tally>> = groups
        .iter()
        .enumerate()
        .map(|(at, tally)| (told[at] && shown[at] && count(tally) >= FEWEST).then_some(*tally))
        .collect();
    Statement::of(id, (count(&all) >= FEWEST).then_some(all), groups)
}

impl Statement {
    /// A statement with what may be told of it, and what follows from that.
    pub(super) fn of(id: &str, all: Option<Tally>, groups: Vec<Option<Tally>>) -> Self {
        let known: Vec<f64> = groups.iter().flatten().map(|tally| tally.agreeing()).collect();
        let complete = !groups.is_empty() && known.len() == groups.len();
        let [most, least] = [known.iter().copied().fold(0.0, f64::max), known.iter().copied().fold(1.0, f64::min)];
        Self {
            id: id.to_owned(),
            all,
            consensus: complete.then(|| known.iter().product()),
            divides: (known.len() >= 2).then_some(most - least),
            groups,
        }
    }
}
