//! Which answers count, and whether the record of a round holds as a whole.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::chain::{Flaw, Head, Kind, Link, Verdict, verify};
use crate::hash::Hash;
use crate::round::ballot::{Ballot, Said};
use crate::round::definition::Definition;

/// An answer that counts. It leaves the record of a closed round only to be summed up; single answers are never shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// Its entry.
    pub sequence: i64,
    /// What its entry committed to.
    pub commitment: Hash,
    /// The answer.
    pub ballot: Ballot,
}

/// What closing writes into the chain, salted as everything else: the answers that count, by their entries, and how many
/// came from each group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Version of these words.
    pub format: u8,
    /// Entries of the answers that count, with their commitments.
    pub counted: Vec<(i64, Hash)>,
    /// How many came from each group, in the order of the round; participants who would rather not say stand under "".
    pub groups: IndexMap<String, usize>,
    /// How many agree, disagree and pass, by statement; empty where criteria were weighed.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub votes: IndexMap<String, [usize; 3]>,
}

impl Tally {
    /// The tally of some answers.
    pub fn of(asked: &Definition, counted: &[Counted]) -> Self {
        let mut groups: IndexMap<String, usize> = asked.groups.iter().map(|group| (group.id.clone(), 0)).collect();
        groups.insert(String::new(), 0);
        for answer in counted {
            *groups.entry(answer.ballot.group.clone().unwrap_or_default()).or_insert(0) += 1;
        }
        let mut votes: IndexMap<String, [usize; 3]> =
            asked.statements.iter().map(|statement| (statement.id.clone(), [0; 3])).collect();
        for answer in counted {
            if let Said::Votes { votes: given } = &answer.ballot.said {
                for (id, vote) in given {
                    votes.entry(id.clone()).or_default()[*vote as usize] += 1;
                }
            }
        }
        Self { format: 1, counted: counted.iter().map(|one| (one.sequence, one.commitment)).collect(), groups, votes }
    }
}

/// What a withdrawal says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Withdrawal {
    /// Version of these words.
    pub format: u8,
    /// The entry of the answer that is withdrawn.
    pub withdraws: i64,
}

/// Entries that no longer count, by the entry that said so.
pub(crate) fn undone(links: &[Link]) -> BTreeMap<i64, i64> {
    let mut undone = BTreeMap::new();
    for (sequence, kind, stored) in contents(links) {
        let target = match kind {
            Kind::Ballot => Ballot::read(stored).and_then(|ballot| ballot.replaces),
            Kind::Withdrawal => serde_json::from_slice(stored).ok().map(|read: Withdrawal| read.withdraws),
            Kind::Opened | Kind::Closed => None,
        };
        undone.extend(target.map(|target| (target, sequence)));
    }
    undone
}

/// The answers that count: neither withdrawn nor replaced.
pub fn counted(links: &[Link]) -> Vec<Counted> {
    let undone = undone(links);
    let ballots = links.iter().filter(|link| link.entry.kind() == Some(Kind::Ballot));
    ballots
        .filter(|link| !undone.contains_key(&link.entry.sequence))
        .filter_map(|link| {
            let ballot = Ballot::read(&link.payload.as_ref()?.stored)?;
            Some(Counted { sequence: link.entry.sequence, commitment: link.entry.commitment, ballot })
        })
        .collect()
}

/// The definition in the first entry of a round.
pub(crate) fn definition(links: &[Link]) -> Option<Definition> {
    let first = links.first().filter(|link| link.entry.kind() == Some(Kind::Opened))?;
    serde_json::from_slice(&first.payload.as_ref()?.stored).ok()
}

fn contents(links: &[Link]) -> impl Iterator<Item = (i64, Kind, &[u8])> {
    links.iter().filter_map(|link| {
        let stored = link.payload.as_ref().map(|payload| payload.stored.as_slice())?;
        Some((link.entry.sequence, link.entry.kind()?, stored))
    })
}

/// Verifies the chain of a round and what its entries say: each is readable and in its place, each answer is one that the
/// round could take, nothing is undone twice, nothing follows the closing, and the tally is that of the answers.
pub fn verify_round(chain: &str, links: &[Link], stored: Option<Head>, seen: Option<Hash>) -> Verdict {
    let mut verdict = verify(chain, links, stored, seen);
    let asked = definition(links);
    let mut undone: BTreeMap<i64, i64> = BTreeMap::new();
    for (place, link) in links.iter().enumerate() {
        let at = link.entry.sequence;
        let Some(payload) = &link.payload else { continue };
        let last = place + 1 == links.len();
        let in_order = match (link.entry.kind(), &asked) {
            (Some(Kind::Opened), Some(asked)) => place == 0 && asked.id == chain,
            (Some(Kind::Ballot), Some(asked)) => Ballot::read(&payload.stored).is_some_and(|ballot| {
                let replaced = ballot.replaces.is_none_or(|target| undo(links, &mut undone, target, at));
                replaced && ballot.troubles(asked).is_empty()
            }),
            (Some(Kind::Withdrawal), Some(_)) => serde_json::from_slice(&payload.stored)
                .is_ok_and(|read: Withdrawal| undo(links, &mut undone, read.withdraws, at)),
            (Some(Kind::Closed), Some(asked)) => {
                let tally = Tally::of(asked, &counted(links));
                if serde_json::from_slice(&payload.stored).ok() != Some(tally) {
                    verdict.flaws.push(Flaw::Tally(at));
                }
                last
            }
            _ => false,
        };
        if !in_order {
            verdict.flaws.push(Flaw::OutOfPlace(at));
        }
    }
    verdict
}

/// Notes that an earlier ballot is undone; false if it is no earlier ballot, or undone before.
fn undo(links: &[Link], undone: &mut BTreeMap<i64, i64>, target: i64, by: i64) -> bool {
    let place = links.binary_search_by_key(&target, |link| link.entry.sequence);
    let ballot = place.is_ok_and(|place| links[place].entry.kind() == Some(Kind::Ballot));
    target < by && ballot && undone.insert(target, by).is_none()
}
