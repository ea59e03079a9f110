//! Reads a round from a TOML file, with line and column of whatever is wrong.
//!
//! ```toml
//! format = 1
//! id = "lithium-2026"
//! title = "Which lithium projects first?"
//! question = "What should count most when the region chooses between lithium projects?"
//! who_asks = "Regional development agency"
//! opens = "2026-11-23"             # a day (from 00:00 UTC) or a moment, 2026-11-23T09:00Z
//! closes = "2026-12-20T18:00Z"
//! group = [ { id = "municipality", name = "A municipality" }, { id = "company", name = "A company" } ]
//! [[criterion]]
//! id = "carbon"
//! name = "Climate"
//! means = "Greenhouse gases released per tonne of lithium carbonate"
//! unit = "t CO2e/t"
//! better = "lower"
//! worst = 20.0                     # or from the alternatives
//! best = 5.0
//! [[alternative]]                  # optional: what the weights will order
//! id = "keliber"
//! name = "Keliber"
//! values = { carbon = 8.0 }
//! ```
//!
//! A round in which statements are voted on has `[[statement]]` in place of groups, criteria and alternatives
//! ([`statements`]).

mod statements;

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use crate::moment::Moment;
use crate::round::definition::{
    Alternative, Better, Criterion, Definition, Group, MOST_ALTERNATIVES, MOST_CRITERIA, MOST_GROUPS, Voters, is_id,
};

/// Something wrong in a file that describes a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileTrouble {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub says: String,
    /// How to mend it.
    pub hint: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: Spanned<u8>,
    id: Spanned<String>,
    title: Spanned<String>,
    question: Spanned<String>,
    who_asks: Spanned<String>,
    portfolio: Option<Spanned<String>>,
    project: Option<Spanned<String>>,
    voters: Option<Spanned<Voters>>,
    opens: Spanned<String>,
    closes: Spanned<String>,
    #[serde(default)]
    group: Vec<FileGroup>,
    criterion: Option<Spanned<Vec<FileCriterion>>>,
    #[serde(default)]
    alternative: Vec<FileAlternative>,
    statement: Option<Spanned<Vec<statements::FileStatement>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileGroup {
    id: Spanned<String>,
    name: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileCriterion {
    id: Spanned<String>,
    name: Spanned<String>,
    means: Spanned<String>,
    unit: Option<String>,
    better: Better,
    worst: Option<Spanned<f64>>,
    best: Option<Spanned<f64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileAlternative {
    id: Spanned<String>,
    name: Spanned<String>,
    values: Spanned<BTreeMap<String, Spanned<f64>>>,
}

/// Reads the file: a round that can be opened, or everything that is wrong with it.
pub fn read(text: &str) -> Result<Definition, Vec<FileTrouble>> {
    let mut reader = Reader { text, troubles: Vec::new() };
    let file = match toml::from_str::<File>(text) {
        Ok(file) => file,
        Err(error) => {
            let hint = "a round is TOML: format, id, title, question, who_asks, opens, closes, and [[group]] with \
                        [[criterion]], or [[statement]]";
            reader.say(&error.span().unwrap_or(0..0), error.message().to_owned(), hint);
            return Err(reader.troubles);
        }
    };
    let asked = reader.definition(file);
    asked.filter(|_| reader.troubles.is_empty()).ok_or(reader.troubles)
}

struct Reader<'a> {
    text: &'a str,
    troubles: Vec<FileTrouble>,
}

impl Reader<'_> {
    fn say(&mut self, span: &Range<usize>, says: impl Into<String>, hint: &str) {
        let before = self.text.get(..span.start).unwrap_or("");
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        self.troubles.push(FileTrouble { line, column, says: says.into(), hint: hint.to_owned() });
    }

    fn definition(&mut self, file: File) -> Option<Definition> {
        if *file.format.get_ref() != 1 {
            self.say(&file.format.span(), "this format is not known", "write format = 1");
        }
        let title = self.words(&file.title, 200);
        let question = self.words(&file.question, 2_000);
        let who_asks = self.words(&file.who_asks, 200);
        let id = self.id(&file.id, &[]);
        let opens = self.moment(&file.opens);
        let closes = self.moment(&file.closes);
        if opens.zip(closes).is_some_and(|(opens, closes)| closes <= opens) {
            self.say(&file.closes.span(), "the round closes before it opens", "let closes be later than opens");
        }
        let project = file.project.as_ref().map(|project| self.id(project, &[]));
        let statements = self.statements(&file);
        let groups = self.groups(&file.group);
        let criteria = file.criterion.as_ref().map_or(&[][..], |criteria| criteria.get_ref());
        let alternatives = self.alternatives(&file.alternative, criteria);
        let criteria = file.criterion.as_ref().map(|criteria| self.criteria(criteria, &alternatives));
        let portfolio = file.portfolio.map(Spanned::into_inner);
        let (opens, closes) = opens.zip(closes)?;
        Some(Definition {
            format: 1,
            id,
            title,
            question,
            who_asks,
            portfolio,
            opens,
            closes,
            criteria: criteria.unwrap_or_default(),
            groups,
            alternatives,
            project,
            voters: file.voters.map(Spanned::into_inner).unwrap_or_default(),
            statements,
        })
    }

    fn words(&mut self, given: &Spanned<String>, most: usize) -> String {
        let text = given.get_ref().trim();
        if text.is_empty() {
            self.say(&given.span(), "nothing is said here", "write it in plain words");
        } else if text.chars().count() > most {
            self.say(&given.span(), format!("this is longer than {most} characters"), "say it shorter");
        } else if text.chars().any(char::is_control) && !text.contains('\n') {
            self.say(&given.span(), "there is a control character here", "write plain text");
        }
        text.to_owned()
    }

    fn id(&mut self, given: &Spanned<String>, taken: &[String]) -> String {
        let id = given.get_ref();
        if !is_id(id) {
            let hint = "use small letters, digits and single hyphens, at most 64, as lithium-2026";
            self.say(&given.span(), format!("\"{id}\" cannot be an id"), hint);
        } else if taken.contains(id) {
            self.say(&given.span(), format!("the id \"{id}\" stands twice"), "give each an id of its own");
        }
        id.clone()
    }

    fn moment(&mut self, given: &Spanned<String>) -> Option<Moment> {
        let read = Moment::parse(given.get_ref());
        if let Err(error) = &read {
            self.say(
                &given.span(),
                error.to_string(),
                "write a day (2026-12-24) or a moment in UTC (2026-12-24T18:00Z)",
            );
        }
        read.ok()
    }

    fn groups(&mut self, given: &[FileGroup]) -> Vec<Group> {
        let mut taken = Vec::new();
        let mut groups = Vec::new();
        for one in given {
            let (id, name) = (self.id(&one.id, &taken), self.words(&one.name, 100));
            taken.push(id.clone());
            groups.push(Group { id, name });
        }
        if let Some(last) = given.get(MOST_GROUPS) {
            self.say(
                &last.id.span(),
                format!("these are more than {MOST_GROUPS} groups"),
                "groups under five are never shown: use fewer",
            );
        }
        groups
    }

    fn alternatives(&mut self, given: &[FileAlternative], criteria: &[FileCriterion]) -> Vec<Alternative> {
        let mut taken = Vec::new();
        let mut alternatives = Vec::new();
        for one in given {
            let (id, name) = (self.id(&one.id, &taken), self.words(&one.name, 100));
            taken.push(id.clone());
            let values = one.values.get_ref();
            for (key, value) in values {
                if !criteria.iter().any(|criterion| criterion.id.get_ref() == key) {
                    self.say(
                        &value.span(),
                        format!("\"{key}\" is not a criterion of this round"),
                        "name a criterion by its id",
                    );
                }
                if !value.get_ref().is_finite() {
                    self.say(
                        &value.span(),
                        "this is not a finite number",
                        "write the value in the unit of its criterion",
                    );
                }
            }
            for criterion in criteria.iter().filter(|criterion| !values.contains_key(criterion.id.get_ref())) {
                let says = format!("\"{id}\" has no value for \"{}\"", criterion.id.get_ref());
                self.say(
                    &one.values.span(),
                    says,
                    "every alternative needs a value for every criterion; nothing is filled in",
                );
            }
            let value = |criterion: &FileCriterion| {
                values.get(criterion.id.get_ref()).map_or(f64::NAN, |value| *value.get_ref())
            };
            alternatives.push(Alternative { id, name, values: criteria.iter().map(value).collect() });
        }
        if let Some(last) = given.get(MOST_ALTERNATIVES) {
            self.say(&last.id.span(), format!("these are more than {MOST_ALTERNATIVES} alternatives"), "use fewer");
        }
        alternatives
    }

    fn criteria(&mut self, given: &Spanned<Vec<FileCriterion>>, alternatives: &[Alternative]) -> Vec<Criterion> {
        let mut taken = Vec::new();
        let mut criteria = Vec::new();
        for (place, one) in given.get_ref().iter().enumerate() {
            let id = self.id(&one.id, &taken);
            taken.push(id.clone());
            let (name, means) = (self.words(&one.name, 100), self.words(&one.means, 500));
            let values = alternatives.iter().filter_map(|alternative| alternative.values.get(place).copied());
            let (low, high) =
                values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
            let among = (low <= high).then_some(match one.better {
                Better::Higher => (low, high),
                Better::Lower => (high, low),
            });
            let said = |value: &Option<Spanned<f64>>| value.as_ref().map(|value| *value.get_ref());
            let worst = said(&one.worst).or(among.map(|(worst, _)| worst));
            let best = said(&one.best).or(among.map(|(_, best)| best));
            self.range(one, worst, best);
            criteria.push(Criterion { id, name, means, unit: one.unit.clone(), better: one.better, worst, best });
        }
        let count = criteria.len();
        if !(2..=MOST_CRITERIA).contains(&count) {
            let says = format!("there are {count} criteria; a round has 2 to {MOST_CRITERIA}");
            self.say(&given.span(), says, "weights say how much one criterion matters beside another");
        }
        criteria
    }

    fn range(&mut self, one: &FileCriterion, worst: Option<f64>, best: Option<f64>) {
        let span = one.worst.as_ref().or(one.best.as_ref()).map_or_else(|| one.id.span(), Spanned::span);
        match (worst, best) {
            (Some(worst), Some(best)) if !(worst.is_finite() && best.is_finite()) => {
                self.say(&span, "worst and best must be finite numbers", "write them in the unit of the criterion");
            }
            (Some(worst), Some(best)) if (best < worst) == (one.better == Better::Higher) && best != worst => {
                let hint = "with better = \"lower\" the best value is the smaller one, with \"higher\" the larger";
                self.say(&span, "worst and best do not agree with better", hint);
            }
            (Some(_), None) | (None, Some(_)) => {
                self.say(&span, "only one of worst and best is said", "say both, or neither");
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = include_str!("../../../../examples/rounds/lithium-2026.toml");

    #[test]
    fn a_sound_file_is_read_with_ranges_from_its_alternatives() {
        let asked = read(SOUND).unwrap();
        assert_eq!(asked.id, "lithium-2026");
        let carbon = asked.criterion("carbon").unwrap();
        assert_eq!((carbon.worst, carbon.best), (Some(14.0), Some(6.0)));
        let again: Definition = serde_json::from_slice(&serde_json::to_vec(&asked).unwrap()).unwrap();
        assert_eq!(again, asked);
    }

    #[test]
    fn what_is_wrong_has_line_column_and_hint() {
        for (from, to, says) in [
            ("format = 1", "format = 2", "format"),
            ("id = \"carbon\"", "id = \"jobs\"", "twice"),
            ("id = \"carbon\"", "id = \"Carbon!\"", "cannot be an id"),
            ("closes = \"2026-12-20T18:00Z\"", "closes = \"2026-11-01\"", "before it opens"),
            ("closes = \"2026-12-20T18:00Z\"", "closes = \"soon\"", "soon"),
            ("better = \"lower\"", "better = \"smaller\"", "smaller"),
            ("carbon = 6.0", "carbom = 6.0", "carbom"),
            ("carbon = 6.0", "carbon = inf", "finite"),
            ("who_asks = \"Regional development agency\"", "who_asks = \" \"", "nothing is said"),
            ("title =", "titel =", "titel"),
        ] {
            assert!(SOUND.contains(from), "{from}");
            let troubles = read(&SOUND.replacen(from, to, 1)).unwrap_err();
            let found = troubles.iter().find(|trouble| trouble.says.contains(says));
            assert!(
                found.is_some_and(|one| one.line > 0 && one.column > 0 && !one.hint.is_empty()),
                "{to}: {troubles:?}"
            );
        }
    }
}
