//! What can be asked of a study, in the words of a caller: `?edition=..&governance=2016-2020&add=FI:0.25&without=CN`.
//!
//! The same words stand in addresses, in ids of numbers and behind the flags of the command line; this is the one place
//! where they are read and written.

use adit_facts::{Changes, Scope, Stage};

use crate::error::AnswerError;

mod change;

/// Seed of draws where none is given.
pub const DEFAULT_SEED: u64 = 1;

/// What shapes the numbers of a study. The default is the default edition, as published.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Question {
    /// Edition of the study; the default edition if `None`.
    pub edition: Option<String>,
    /// First and last year of the governance mean; 2016 to 2020 if `None`.
    pub governance: Option<(u16, u16)>,
    /// Whether the World Bank's standard errors widen bounds and draws.
    pub governance_error: bool,
    /// Compute under this scope instead of the published one.
    pub scope: Option<Scope>,
    /// Only this stage: of what is shown, and of what a what-if changes.
    pub stage: Option<Stage>,
    /// Places that take a share (fraction) of EU sourcing.
    pub add: Vec<(String, f64)>,
    /// Suppliers that are gone.
    pub without: Vec<String>,
    /// EoL-RIR, a fraction.
    pub recycling: Option<f64>,
    /// The changes of a scenario, applied before the short forms above.
    pub changes: Changes,
}

/// Names with their values.
pub type Pairs<'a> = Vec<(&'a str, &'a str)>;

/// How often to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draws {
    /// Number of draws.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
}

/// A question about supply risk.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RiskQuestion {
    /// One material by id or name; all of the edition if `None`.
    pub material: Option<String>,
    /// What shapes the study.
    pub study: Question,
    /// Draw it as well.
    pub draws: Option<Draws>,
}

impl Question {
    /// Whether a short form asks what would be if.
    pub fn is_what_if(&self) -> bool {
        !self.add.is_empty() || !self.without.is_empty() || self.recycling.is_some()
    }

    /// Reads the words that shape a study out of name-value pairs; pairs with other names are given back.
    pub fn from_pairs<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<(Self, Pairs<'a>), AnswerError> {
        let mut question = Self::default();
        let mut rest = Vec::new();
        for (name, value) in pairs {
            if !question.take(name, value)? {
                rest.push((name, value));
            }
        }
        Ok((question, rest))
    }

    /// The words as name-value pairs in their fixed order, only where they differ from the default.
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        pairs.extend(self.edition.clone().map(|edition| ("edition", edition)));
        pairs.extend(self.governance.map(|years| ("governance", write_years(years))));
        if self.governance_error {
            pairs.push(("governance_error", "true".to_owned()));
        }
        pairs.extend(self.scope.map(|scope| ("scope", scope.id().to_owned())));
        pairs.extend(self.changes.changes.iter().map(|change| ("change", change::write(change))));
        pairs.extend(self.stage.map(|stage| ("stage", stage.id().to_owned())));
        pairs.extend(self.add.iter().map(|(place, share)| ("add", format!("{place}:{share}"))));
        pairs.extend(self.without.iter().map(|place| ("without", place.clone())));
        pairs.extend(self.recycling.map(|share| ("recycling", share.to_string())));
        pairs
    }

    /// Reads a query, `edition=ec-2023&add=FI:0.25`; names that shape no study are given back.
    pub fn from_query(query: &str) -> Result<(Self, Vec<&str>), AnswerError> {
        let pairs = query.split('&').filter(|part| !part.is_empty());
        let (question, rest) = Self::from_pairs(pairs.map(|part| part.split_once('=').unwrap_or((part, ""))))?;
        Ok((question, rest.into_iter().map(|(name, _)| name).collect()))
    }

    /// The words as a query, empty for the default.
    pub fn to_query(&self) -> String {
        self.to_pairs().iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
    }

    /// Whether the pair shapes a study; it is taken then.
    fn take(&mut self, name: &str, value: &str) -> Result<bool, AnswerError> {
        match name {
            "edition" => self.edition = Some(value.to_owned()),
            "governance" => self.governance = Some(read_years(value)?),
            "governance_error" => self.governance_error = read_flag(name, value)?,
            "scope" => {
                let scope = Scope::parse(value);
                self.scope = Some(scope.ok_or_else(|| unreadable(name, value, "a scope is both, gs or eus"))?);
            }
            "stage" => {
                let stage = Stage::parse(value);
                self.stage = Some(stage.ok_or_else(|| unreadable(name, value, "a stage is extraction or processing"))?);
            }
            "add" => {
                let (place, share) = value
                    .split_once([':', '='])
                    .ok_or_else(|| unreadable(name, value, "write a place and its share: FI=0.25"))?;
                self.add.push((place.trim().to_owned(), read_share(name, share)?));
            }
            "without" => self.without.push(value.trim().to_owned()),
            "recycling" => self.recycling = Some(read_share(name, value)?),
            "change" => self.changes.changes.push(change::read(value)?),
            _ => return Ok(false),
        }
        Ok(true)
    }
}

/// `2016-2020` or `2019`.
pub fn read_years(text: &str) -> Result<(u16, u16), AnswerError> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    match (first.trim().parse(), last.trim().parse()) {
        (Ok(first), Ok(last)) if first <= last => Ok((first, last)),
        _ => Err(unreadable("governance", text, "write years as 2016-2020 or 2019")),
    }
}

/// `2016-2020` or `2019`.
pub fn write_years((first, last): (u16, u16)) -> String {
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

fn read_flag(name: &str, value: &str) -> Result<bool, AnswerError> {
    match value {
        "true" | "1" | "" => Ok(true),
        "false" | "0" => Ok(false),
        _ => Err(unreadable(name, value, "write true or false")),
    }
}

fn read_share(name: &str, value: &str) -> Result<f64, AnswerError> {
    let share = value.trim().parse::<f64>().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| unreadable(name, value, "a share is a number from 0 to 1: a quarter is 0.25"))
}

pub(crate) fn unreadable(name: &str, value: &str, hint: &str) -> AnswerError {
    AnswerError::Unreadable {
        name: name.to_owned(),
        says: format!("\"{value}\" cannot be read"),
        hint: hint.to_owned(),
    }
}
