//! Values of a model file with the place of each: a wrong type, a word that is not known, a number that is none or out
//! of its range are findings, and reading goes on.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::by_year::ByYear;
use super::place::Text;
use crate::finding::Finding;
use crate::suggest;

/// Findings after which the rest is only counted: a file with more is of another kind.
const MOST: usize = 200;

/// Reads a file that the model file names, by the path written there.
pub type ReadFile<'a> = dyn FnMut(&str) -> Result<String, Finding> + 'a;

/// The reading of one model file.
pub(super) struct Reader<'a> {
    /// The text and its name.
    pub text: Arc<Text>,
    /// Reads the files that it names.
    pub files: &'a mut ReadFile<'a>,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// Findings beyond [`MOST`].
    unsaid: usize,
}

/// What was wrong has been said.
pub(super) struct Said;

/// Where a number may lie.
#[derive(Debug, Clone, Copy)]
pub(super) enum Within {
    /// Any finite number.
    Any,
    /// Zero or more.
    NotNegative,
    /// More than zero.
    Positive,
    /// 0 to 1: yields, contents, transfer coefficients.
    Share,
}

impl Within {
    /// Whether a number lies there.
    pub fn holds(self, value: f64) -> bool {
        value.is_finite()
            && match self {
                Self::Any => true,
                Self::NotNegative => value >= 0.0,
                Self::Positive => value > 0.0,
                Self::Share => (0.0..=1.0).contains(&value),
            }
    }

    /// The range in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Any => "a finite number",
            Self::NotNegative => "zero or more",
            Self::Positive => "more than zero",
            Self::Share => "a fraction of 0 to 1",
        }
    }
}

impl<'a> Reader<'a> {
    pub fn new(text: Arc<Text>, files: &'a mut ReadFile<'a>) -> Self {
        Self { text, files, findings: Vec::new(), unsaid: 0 }
    }

    /// Says a finding at a place of the model file.
    pub fn say(&mut self, finding: Finding, at: usize) {
        if self.findings.len() < MOST {
            let (line, column) = self.text.line_and_column(at);
            self.findings.push(finding.in_file(self.text.file()).at(line, column));
        } else {
            self.unsaid += 1;
        }
    }

    /// Says a finding that has its place in another file.
    pub fn say_elsewhere(&mut self, finding: Finding) {
        if self.findings.len() < MOST {
            self.findings.push(finding);
        } else {
            self.unsaid += 1;
        }
    }

    /// Says how many findings were not said one by one.
    pub fn close(&mut self) {
        if self.unsaid > 0 {
            let says = format!("has {} more problems, which are not listed", self.unsaid);
            let finding = Finding::error("model-file.too-many-problems", says).in_file(self.text.file()).at(1, 1);
            self.findings.push(finding.hint("mend the first ones, or check that it is the file that was meant"));
        }
    }

    /// Keys that are none of those that are known, each with the nearest one.
    pub fn known_keys(&mut self, table: &DeTable<'_>, whose: &str, keys: &[&str]) {
        for key in table.keys().filter(|key| !keys.contains(&key.get_ref().as_ref())) {
            let hint = suggest::hint(key.get_ref(), keys.iter().copied(), &format!("the keys are {}", keys.join(", ")));
            let says = format!("{whose}: the key \"{}\" is not known", key.get_ref());
            self.say(Finding::error("model-file.unknown-key", says).hint(hint), key.span().start);
        }
    }

    /// Says that a key is missing, at the table that should have it.
    pub fn missing(&mut self, whose: &str, key: &str, hint: &str, at: usize) {
        let says = format!("{whose} lacks {key}");
        self.say(Finding::error("model-file.missing-key", says).hint(hint), at);
    }

    pub fn wrong_type(&mut self, what: &str, wanted: &str, found: &Spanned<DeValue<'_>>) {
        let says = format!("{what} is {wanted}, not of the type {}", found.get_ref().type_str());
        self.say(Finding::error("model-file.wrong-type", says).hint(format!("write {wanted}")), found.span().start);
    }

    /// Text that says something.
    pub fn text(&mut self, value: &Spanned<DeValue<'_>>, what: &str) -> Option<String> {
        let DeValue::String(text) = value.get_ref() else {
            self.wrong_type(what, "text in quotes", value);
            return None;
        };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            let finding = Finding::error("model-file.blank", format!("{what} is blank"));
            self.say(finding.hint("fill it in, or remove the line"), value.span().start);
            return None;
        }
        Some(text)
    }

    /// The text of a key, if it is there.
    pub fn text_of(&mut self, table: &DeTable<'_>, key: &str, whose: &str) -> Option<String> {
        let value = table.get(key)?;
        self.text(value, &format!("{key} of {whose}"))
    }

    /// One of a few words.
    pub fn word<T: Copy>(&mut self, value: &Spanned<DeValue<'_>>, what: &str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(value, what)?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meant)| *meant);
        if found.is_none() {
            let list: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let hint = suggest::hint(&text, list.iter().copied(), &format!("write one of {}", list.join(", ")));
            let says = format!("{what}: \"{text}\" is not known");
            self.say(Finding::error("model-file.unknown-word", says).hint(hint), value.span().start);
        }
        found
    }

    /// A finite number within a range.
    pub fn number(&mut self, value: &Spanned<DeValue<'_>>, what: &str, within: Within) -> Option<f64> {
        let Some(number) = plain_number(value.get_ref()) else {
            self.wrong_type(what, "a number", value);
            return None;
        };
        self.checked(number, what, within, value.span())
    }

    /// The number, if it lies in its range.
    pub fn checked(&mut self, number: f64, what: &str, within: Within, span: Range<usize>) -> Option<f64> {
        if within.holds(number) {
            return Some(number);
        }
        let says = format!("{what} is {number}, which is not {}", within.words());
        let hint = match within {
            _ if !number.is_finite() => "write a number; what is not known cannot be computed with",
            Within::Share if number > 1.0 && number <= 100.0 => "fractions, not percent: 0.25, not 25",
            _ => "write a number in that range",
        };
        let code = if matches!(within, Within::Share) { "model-file.not-a-share" } else { "model-file.number" };
        self.say(Finding::error(code, says).hint(hint), span.start);
        None
    }

    /// The number of a key, if it is there.
    pub fn number_of(&mut self, table: &DeTable<'_>, key: &str, whose: &str, within: Within) -> Option<f64> {
        let value = table.get(key)?;
        self.number(value, &format!("{key} of {whose}"), within)
    }

    /// The number of a key that must be there.
    pub fn needed(&mut self, table: &DeTable<'_>, key: &str, whose: &str, within: Within, at: usize) -> Option<f64> {
        if table.get(key).is_none() {
            self.missing(whose, key, &format!("write {key} = and a number"), at);
        }
        self.number_of(table, key, whose, within)
    }

    /// A year: a whole number.
    pub fn year(&mut self, value: &Spanned<DeValue<'_>>, what: &str) -> Option<i32> {
        let number = self.number(value, what, Within::Any)?;
        let year = whole_year(number);
        if year.is_none() {
            let finding = Finding::error("model-file.years", format!("{what} is {number}, which is no year"));
            self.say(finding.hint("write a whole number of at most four digits, such as 2030"), value.span().start);
        }
        year
    }

    /// The year of a key that must be there.
    pub fn needed_year(&mut self, table: &DeTable<'_>, key: &str, whose: &str, at: usize) -> Option<i32> {
        let Some(value) = table.get(key) else {
            self.missing(whose, key, &format!("write {key} = and a year"), at);
            return None;
        };
        self.year(value, &format!("{key} of {whose}"))
    }

    /// A list with something in it.
    pub fn list<'v, 't>(
        &mut self,
        value: &'v Spanned<DeValue<'t>>,
        what: &str,
        wanted: &str,
    ) -> Option<&'v [Spanned<DeValue<'t>>]> {
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong_type(what, wanted, value);
            return None;
        };
        if list.is_empty() {
            let finding = Finding::error("model-file.empty-list", format!("{what} is an empty list"));
            self.say(finding.hint(format!("write {wanted}, or remove the line")), value.span().start);
            return None;
        }
        Some(list)
    }

    /// Numbers in a list; all of them, or none.
    pub fn numbers(&mut self, value: &Spanned<DeValue<'_>>, what: &str, within: Within) -> Option<Vec<f64>> {
        let list = self.list(value, what, "a list of numbers")?;
        let numbers: Vec<f64> = list.iter().filter_map(|one| self.number(one, what, within)).collect();
        (numbers.len() == list.len()).then_some(numbers)
    }

    /// Tables in a list: `[[key]]`, or `key = [{ .. }]`. What is no table is said and left out.
    pub fn tables<'v, 't>(&mut self, top: &'v DeTable<'t>, key: &str) -> Vec<(&'v DeTable<'t>, usize)> {
        let Some(value) = top.get(key) else { return Vec::new() };
        self.tables_in(value, key)
    }

    /// Tables in a list value.
    pub fn tables_in<'v, 't>(&mut self, value: &'v Spanned<DeValue<'t>>, what: &str) -> Vec<(&'v DeTable<'t>, usize)> {
        let Some(list) = self.list(value, what, "a list of tables") else { return Vec::new() };
        let mut tables = Vec::with_capacity(list.len());
        for one in list {
            match one.get_ref() {
                DeValue::Table(table) => tables.push((table, one.span().start)),
                _ => self.wrong_type(what, "a list of tables", one),
            }
        }
        tables
    }

    /// A number, or `[[year, value], ...]` in rising years.
    pub fn by_year(&mut self, value: &Spanned<DeValue<'_>>, what: &str, within: Within) -> Option<ByYear> {
        let DeValue::Array(_) = value.get_ref() else {
            return self.number(value, what, within).map(ByYear::constant);
        };
        let wanted = "a number, or a list of [year, value]";
        let list = self.list(value, what, wanted)?;
        let mut points: Vec<(f64, f64)> = Vec::with_capacity(list.len());
        for one in list {
            let DeValue::Array(pair) = one.get_ref() else {
                self.wrong_type(what, wanted, one);
                return None;
            };
            let [year, amount] = &pair[..] else {
                let says = format!("{what}: a point has {} numbers, not two", pair.len());
                self.say(Finding::error("model-file.length", says).hint("write [year, value]"), one.span().start);
                return None;
            };
            let year_read = f64::from(self.year(year, &format!("a year in {what}"))?);
            points.push((year_read, self.number(amount, what, within)?));
            if points.len() > 1 && points[points.len() - 2].0 >= year_read {
                let says = format!("{what}: the year {year_read} does not come after the one before it");
                let finding =
                    Finding::error("model-file.years", says).hint("write the years in rising order, each once");
                self.say(finding, year.span().start);
                return None;
            }
        }
        Some(ByYear::new(points))
    }
}

/// An integer or a float of a TOML file; not finite where the file says so.
pub(super) fn plain_number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
        // A whole number written by its bits: exact up to 2^53, rounded above.
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok().map(|whole| whole as f64),
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => None,
    }
}

/// A number as a year: whole, and of at most four digits.
pub(super) fn whole_year(number: f64) -> Option<i32> {
    #[expect(clippy::cast_possible_truncation, reason = "checked to be a small whole number")]
    let year = number as i32;
    (number.abs() <= 9999.0 && f64::from(year) == number).then_some(year)
}
