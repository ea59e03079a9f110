//! Who is behind the vectors, and what may be shown of them.

use std::collections::BTreeSet;

use adit_facts::choose::weights_file::WeightTable;
use adit_model::choose::weigh::protect::{FEWEST, Shown, shown_groups};

/// The group of those who named none.
const NO_GROUP: &str = "no group named";

/// A group with its vectors.
pub struct Members {
    pub name: String,
    /// Places of its vectors.
    pub vectors: Vec<usize>,
    /// How many people they are of.
    pub people: usize,
}

/// Who is behind the vectors.
pub struct People {
    /// How many people; `None` where rows are nobody's in particular.
    pub count: Option<usize>,
    /// The groups; those in none are the last, if there are any.
    pub groups: Vec<Members>,
    /// What is shown.
    pub shown: Shown,
}

impl People {
    pub fn of(table: &WeightTable, vectors: usize) -> Self {
        let person = |vector: usize| table.participants.as_ref().map_or(vector, |people| people[vector]);
        let count_of = |vectors: &[usize]| vectors.iter().map(|&at| person(at)).collect::<BTreeSet<_>>().len();
        let mut groups: Vec<Members> = Vec::new();
        if let Some(of) = &table.groups {
            let names = table.group_names.iter().cloned().map(Some).chain([None]);
            for (place, name) in names.enumerate() {
                let belongs = |group: Option<usize>| group.unwrap_or(table.group_names.len()) == place;
                let vectors: Vec<usize> = (0..vectors).filter(|&at| belongs(of[at])).collect();
                if !vectors.is_empty() {
                    let people = count_of(&vectors);
                    groups.push(Members { name: name.unwrap_or_else(|| NO_GROUP.to_owned()), vectors, people });
                }
            }
        }
        let named = table.participants.is_some() || table.groups.is_some();
        let count = named.then(|| count_of(&(0..vectors).collect::<Vec<_>>()));
        let sizes: Vec<usize> = groups.iter().map(|group| group.people).collect();
        let mut shown = shown_groups(&sizes);
        shown.total = count.is_none_or(|people| people >= FEWEST);
        Self { count, groups, shown }
    }

    /// Whether a mean over these vectors may be shown: nobody's in particular, or of enough people.
    pub fn enough(&self, table: &WeightTable, mut vectors: impl Iterator<Item = usize>) -> bool {
        let mut people = BTreeSet::new();
        self.count.is_none()
            || vectors.any(|at| {
                people.insert(table.participants.as_ref().map_or(at, |people| people[at]));
                people.len() >= FEWEST
            })
    }

    /// The groups that are shown.
    pub fn visible(&self) -> impl Iterator<Item = (usize, &Members)> {
        self.groups.iter().enumerate().filter(|(at, _)| self.shown.groups[*at])
    }
}
