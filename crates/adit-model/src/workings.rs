//! How the numbers of an engine came about.
//!
//! The formulas of the Risk room write their own derivations; engines (trade tables, balances, games) are plain `f64`
//! and write each number that they give out into [`Workings`], under its id, with its rule and what it was computed
//! from. `why` runs the engine again and looks the id up: a derivation is never stored anywhere.

use std::collections::BTreeMap;

use adit_facts::study::Datum;
use adit_number::{Ranged, Rule};

/// The numbers of one run, each under its id.
#[derive(Debug, Clone, Default)]
pub struct Workings {
    numbers: BTreeMap<String, Working>,
}

/// A number with what it was computed from.
#[derive(Debug, Clone, PartialEq)]
pub struct Working {
    /// What it is called, in words.
    pub label: String,
    /// The number, in the unit of its rule.
    pub number: Ranged,
    /// The rule that gives it.
    pub rule: &'static Rule,
    /// What it was computed from, in the order of the rule.
    pub inputs: Vec<Input>,
    /// What a reader must know beside it: a proxy, a choice, what was left out.
    pub note: Option<String>,
    /// Its unit, where the rule serves several.
    pub unit: Option<&'static str>,
}

impl Working {
    /// The unit of the number.
    pub fn unit(&self) -> &'static str {
        self.unit.unwrap_or(self.rule.unit)
    }
}

/// Something that a number was computed from.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// Another number of the same run, by its id.
    Number(String),
    /// A fact.
    Fact(Datum),
    /// A number that the question itself states (`--supply`, a year), or a number of another room by its id.
    Stated {
        /// What it is.
        label: String,
        /// Its value.
        value: f64,
        /// Its unit.
        unit: &'static str,
        /// Id under which `why` opens it, where it is a number of another room.
        id: Option<String>,
    },
    /// A number that a file of the user's, or of an example, states.
    Written(Box<Written>),
}

/// A number that a file states, with its place: no fact, even where the file names a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// What it is.
    pub label: String,
    /// The number, with the limits that the file gives.
    pub number: Ranged,
    /// Its unit.
    pub unit: &'static str,
    /// The source that the file names; none of an assumption.
    pub source: Option<String>,
    /// Why the file assumes it, where it says so.
    pub assumption: Option<String>,
    /// The file.
    pub file: String,
    /// Line in the file, 1-based.
    pub line: u64,
}

/// A number as results carry it: its id, under which it opens, and its value with bounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Worked {
    /// Id.
    pub id: String,
    /// Value and bounds.
    pub number: Ranged,
}

impl Worked {
    /// The value.
    pub fn value(&self) -> f64 {
        self.number.value
    }

    /// As an input of another number.
    pub fn input(&self) -> Input {
        Input::Number(self.id.clone())
    }
}

impl From<Datum> for Input {
    fn from(datum: Datum) -> Self {
        Self::Fact(datum)
    }
}

impl From<&Worked> for Input {
    fn from(number: &Worked) -> Self {
        number.input()
    }
}

/// A fact as value and bounds.
pub fn ranged(datum: &Datum) -> Ranged {
    Ranged::new(datum.number.value, datum.number.low, datum.number.high)
}

impl Workings {
    /// Writes a number down and gives it back with its id.
    pub fn number(
        &mut self,
        id: impl Into<String>,
        label: impl Into<String>,
        number: Ranged,
        rule: &'static Rule,
        inputs: Vec<Input>,
    ) -> Worked {
        let id = id.into();
        self.numbers.insert(id.clone(), Working { label: label.into(), number, rule, inputs, note: None, unit: None });
        Worked { id, number }
    }

    /// Adds what a reader must know beside a number.
    pub fn note(&mut self, number: &Worked, note: impl Into<String>) {
        if let Some(working) = self.numbers.get_mut(&number.id) {
            working.note = Some(note.into());
        }
    }

    /// Gives a number the unit that it has under a rule of several units.
    pub fn in_unit(&mut self, number: &Worked, unit: &'static str) {
        if let Some(working) = self.numbers.get_mut(&number.id) {
            working.unit = Some(unit);
        }
    }

    /// Takes the numbers of another run in; of one id the other's counts.
    pub fn extend(&mut self, other: Self) {
        self.numbers.extend(other.numbers);
    }

    /// The number with an id.
    pub fn get(&self, id: &str) -> Option<&Working> {
        self.numbers.get(id)
    }

    /// All numbers by id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Working)> {
        self.numbers.iter().map(|(id, working)| (id.as_str(), working))
    }
}
