//! How periods of Union law are counted: Regulation (EEC, Euratom) No 1182/71, rule by rule.

use super::words;
use crate::chain::rows::Record;
use crate::package::Package;

/// A rule of counting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountingRule {
    /// Id, for example `last-day`.
    pub id: String,
    /// Act in which it stands.
    pub act: String,
    /// Article, paragraph and point.
    pub rule: String,
    /// The rule in our own words.
    pub says: String,
    /// Source id.
    pub source: String,
    /// What of it was read.
    pub note: Option<String>,
}

impl Package {
    /// The rules of counting, in the order of the table.
    pub fn counting_rules(&self) -> Vec<CountingRule> {
        let read = |record: Record<'_>| {
            let owned = |column: &str| record.text(column).to_owned();
            CountingRule {
                id: owned("id"),
                act: owned("act"),
                rule: owned("rule"),
                says: owned("says"),
                source: owned("source"),
                note: words(&record, "note"),
            }
        };
        Record::all(self, "counting-rules").map(read).collect()
    }
}
