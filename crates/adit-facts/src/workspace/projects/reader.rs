//! Values of a TOML file with the place of each: wrong types and unknown keys are findings.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::changes::line_and_column;
use crate::finding::Finding;
use crate::suggest;

/// A value as text, with the place of its value in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Given {
    pub text: String,
    pub span: Range<usize>,
}

/// The reading of one file.
pub(super) struct Reader<'a> {
    text: &'a str,
    /// Its name.
    pub file: &'a str,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}

/// What a key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Text,
    Number,
    Whole,
}

impl Wanted {
    fn words(self) -> &'static str {
        match self {
            Self::Text => "text in quotes",
            Self::Number => "a number",
            Self::Whole => "a whole number",
        }
    }
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str, file: &'a str) -> Self {
        Self { text, file, findings: Vec::new() }
    }

    /// 1-based line and character column of a place.
    pub fn at(&self, span: &Range<usize>) -> (u64, u64) {
        line_and_column(self.text, span.start)
    }

    pub fn say(&mut self, finding: Finding, span: Range<usize>) {
        let (line, column) = self.at(&span);
        self.findings.push(finding.in_file(self.file).at(line, column));
    }

    pub fn known_keys(&mut self, table: &DeTable<'_>, keys: &[&str]) {
        for key in table.keys().filter(|key| !keys.contains(&key.get_ref().as_ref())) {
            let hint = suggest::hint(key.get_ref(), keys.iter().copied(), &format!("the keys are {}", keys.join(", ")));
            let says = format!("the key \"{}\" is not known", key.get_ref());
            self.say(Finding::error("project.unknown-key", says).hint(hint), key.span());
        }
    }

    pub fn format(&mut self, top: &DeTable<'_>) {
        let hint = "this adit reads format = 1";
        match top.get("format") {
            None => self.say(Finding::error("project.format", "lacks the key format").hint(hint), 0..0),
            Some(value) => match value.get_ref() {
                DeValue::Integer(number) if number.radix() == 10 && number.as_str() == "1" => {}
                DeValue::Integer(number) => {
                    let says = format!("format {} is not known", number.as_str());
                    self.say(Finding::error("project.format", says).hint(hint), value.span());
                }
                other => self.wrong_type("format", "the number 1", other, value.span()),
            },
        }
    }

    /// The value of a key, if it is there and of the type that is wanted.
    pub fn given(&mut self, table: &DeTable<'_>, key: &str, wanted: Wanted) -> Option<Given> {
        let value = table.get(key)?;
        self.of_type(value, key, wanted)
    }

    /// A value of the type that is wanted. Numbers keep the digits in which they are written: those say how exactly
    /// they are known.
    pub fn of_type(&mut self, value: &Spanned<DeValue<'_>>, key: &str, wanted: Wanted) -> Option<Given> {
        let span = value.span();
        let text = match (value.get_ref(), wanted) {
            (DeValue::String(text), Wanted::Text) => {
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                if text.is_empty() {
                    let finding = Finding::error("project.blank", format!("{key} is blank"));
                    self.say(finding.hint("fill it in, or remove the line"), span);
                    return None;
                }
                text
            }
            (DeValue::Integer(number), Wanted::Number | Wanted::Whole) if number.radix() == 10 => {
                number.as_str().trim_start_matches('+').to_owned()
            }
            (DeValue::Float(number), Wanted::Number) => number.as_str().trim_start_matches('+').to_owned(),
            (other, _) => {
                self.wrong_type(key, wanted.words(), other, span);
                return None;
            }
        };
        Some(Given { text, span })
    }

    pub fn wrong_type(&mut self, key: &str, wanted: &str, found: &DeValue<'_>, span: Range<usize>) {
        let says = format!("{key} is {wanted}, not of the type {}", found.type_str());
        self.say(Finding::error("project.wrong-type", says).hint(format!("write {wanted}")), span);
    }
}
