//! Values of a TOML file with the place of each: what is wrong is a finding, and reading goes on. Every kind of file
//! (portfolios, clocks, plans) reads through it and brings its own codes of findings.

use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::finding::{Finding, any_error};
use crate::outlook::model_file::Text;
use crate::suggest;

/// Findings after which the rest is only counted.
const MOST: usize = 200;

/// A place in a file: line and column, both 1-based.
pub type At = (u64, u64);

/// Largest file, in bytes: no hand writes more.
const LARGEST_TEXT: usize = 8 * 1024 * 1024;

/// One kind of file: what it is, and the codes of its findings.
#[derive(Debug)]
pub(crate) struct Codes {
    /// What it is, as "clock".
    pub what: &'static str,
    /// How it looks, for those who gave something else.
    pub looks: &'static str,
    pub too_large: &'static str,
    pub not_readable: &'static str,
    pub too_many: &'static str,
    pub unknown_key: &'static str,
    pub missing_key: &'static str,
    pub wrong_type: &'static str,
    pub blank: &'static str,
    pub unknown_word: &'static str,
    pub number: &'static str,
    pub years: &'static str,
    pub pair: &'static str,
}

/// The reading of one file.
pub(crate) struct Reader {
    text: Arc<Text>,
    codes: &'static Codes,
    /// What is wrong with it, or worth knowing.
    pub findings: Vec<Finding>,
    unsaid: usize,
}

/// Where a number may lie.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Within {
    /// Any finite number.
    Any,
    /// Zero or more.
    NotNegative,
    /// More than zero.
    Positive,
    /// 0 to 1.
    Share,
}

impl Within {
    fn holds(self, value: f64) -> bool {
        value.is_finite()
            && match self {
                Self::Any => true,
                Self::NotNegative => value >= 0.0,
                Self::Positive => value > 0.0,
                Self::Share => (0.0..=1.0).contains(&value),
            }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Any => "a finite number",
            Self::NotNegative => "zero or more",
            Self::Positive => "more than zero",
            Self::Share => "a fraction of 0 to 1",
        }
    }
}

impl Codes {
    /// Reads a whole file: it with what is worth knowing of it, or everything that is wrong with it.
    pub fn read<T>(
        &'static self,
        text: &str,
        file: &str,
        read: impl FnOnce(&mut Reader, &DeTable<'_>) -> Option<T>,
    ) -> Result<(T, Vec<Finding>), Vec<Finding>> {
        if text.len() > LARGEST_TEXT {
            let says = format!("is larger than {} MiB, which no {} needs", LARGEST_TEXT / (1024 * 1024), self.what);
            let finding = Finding::error(self.too_large, says).in_file(file).at(1, 1);
            return Err(vec![finding.hint("check that it is the file that was meant")]);
        }
        let mut reader = Reader::new(Arc::new(Text::new(file, text)), self);
        let (document, mut errors) = DeTable::parse_recoverable(text);
        errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
        for error in errors {
            let finding = Finding::error(self.not_readable, error.message().to_owned());
            reader.say(finding.hint(self.looks), error.span().map_or(0, |span| span.start));
        }
        let read = if any_error(&reader.findings) { None } else { read(&mut reader, document.get_ref()) };
        reader.close();
        match read {
            Some(read) if !any_error(&reader.findings) => Ok((read, reader.findings)),
            _ => Err(reader.findings),
        }
    }
}

impl Reader {
    fn new(text: Arc<Text>, codes: &'static Codes) -> Self {
        Self { text, codes, findings: Vec::new(), unsaid: 0 }
    }

    /// The codes of this kind of file.
    pub fn codes(&self) -> &'static Codes {
        self.codes
    }

    /// Line and column of a byte.
    pub fn place(&self, at: usize) -> At {
        self.text.line_and_column(at)
    }

    /// Says a finding at a byte.
    pub fn say(&mut self, finding: Finding, at: usize) {
        let place = self.place(at);
        self.say_at(finding, place);
    }

    /// Says a finding at a line and column.
    pub fn say_at(&mut self, finding: Finding, (line, column): At) {
        if self.findings.len() < MOST {
            self.findings.push(finding.in_file(self.text.file()).at(line, column));
        } else {
            self.unsaid += 1;
        }
    }

    /// Says how many findings were not said one by one.
    pub fn close(&mut self) {
        if self.unsaid > 0 {
            let says = format!("has {} more problems, which are not listed", self.unsaid);
            let finding = Finding::error(self.codes.too_many, says).in_file(self.text.file()).at(1, 1);
            self.findings.push(finding.hint("mend the first ones, or check that it is the file that was meant"));
        }
    }

    /// Keys that are none of those that are known.
    pub fn known_keys(&mut self, table: &DeTable<'_>, whose: &str, keys: &[&str]) {
        for key in table.keys().filter(|key| !keys.contains(&key.get_ref().as_ref())) {
            let hint = suggest::hint(key.get_ref(), keys.iter().copied(), &format!("the keys are {}", keys.join(", ")));
            let says = format!("{whose}: the key \"{}\" is not known", key.get_ref());
            self.say(Finding::error(self.codes.unknown_key, says).hint(hint), key.span().start);
        }
    }

    pub fn missing(&mut self, whose: &str, key: &str, hint: &str, at: usize) {
        self.say(Finding::error(self.codes.missing_key, format!("{whose} lacks {key}")).hint(hint), at);
    }

    pub fn wrong_type(&mut self, what: &str, wanted: &str, found: &Spanned<DeValue<'_>>) {
        let says = format!("{what} is {wanted}, not of the type {}", found.get_ref().type_str());
        self.say(Finding::error(self.codes.wrong_type, says).hint(format!("write {wanted}")), found.span().start);
    }

    /// A table under a key, with its place.
    pub fn table_of<'v, 't>(&mut self, top: &'v DeTable<'t>, key: &str) -> Option<(&'v DeTable<'t>, usize)> {
        let value = top.get(key)?;
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(key, "a table", value);
            return None;
        };
        Some((table, value.span().start))
    }

    /// Tables in a list: `[[key]]`. What is no table is said and left out.
    pub fn tables<'v, 't>(&mut self, top: &'v DeTable<'t>, key: &str) -> Vec<(&'v DeTable<'t>, usize)> {
        let Some(value) = top.get(key) else { return Vec::new() };
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong_type(key, &format!("a list of tables: [[{key}]]"), value);
            return Vec::new();
        };
        let mut tables = Vec::with_capacity(list.len());
        for one in list {
            match one.get_ref() {
                DeValue::Table(table) => tables.push((table, one.span().start)),
                _ => self.wrong_type(key, &format!("a list of tables: [[{key}]]"), one),
            }
        }
        tables
    }

    /// Text that says something.
    pub fn text(&mut self, value: &Spanned<DeValue<'_>>, what: &str) -> Option<String> {
        let DeValue::String(text) = value.get_ref() else {
            self.wrong_type(what, "text in quotes", value);
            return None;
        };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            let finding = Finding::error(self.codes.blank, format!("{what} is blank"));
            self.say(finding.hint("fill it in, or remove the line"), value.span().start);
            return None;
        }
        Some(text)
    }

    pub fn text_of(&mut self, table: &DeTable<'_>, key: &str, whose: &str) -> Option<String> {
        let value = table.get(key)?;
        self.text(value, &format!("{key} of {whose}"))
    }

    pub fn needed_text(&mut self, table: &DeTable<'_>, key: &str, whose: &str, at: usize) -> Option<String> {
        if table.get(key).is_none() {
            self.missing(whose, key, &format!("write {key} = \"...\""), at);
        }
        self.text_of(table, key, whose)
    }

    /// Texts: a list, or one alone. Each with its place.
    pub fn texts_of(&mut self, table: &DeTable<'_>, key: &str, whose: &str) -> Vec<(String, usize)> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let what = format!("{key} of {whose}");
        if let DeValue::Array(list) = value.get_ref() {
            return list.iter().filter_map(|one| Some((self.text(one, &what)?, one.span().start))).collect();
        }
        self.text(value, &what).map(|text| (text, value.span().start)).into_iter().collect()
    }

    /// One of a few words.
    pub fn word<T: Copy>(&mut self, text: &str, at: usize, what: &str, words: &[(&str, T)]) -> Option<T> {
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meant)| *meant);
        if found.is_none() {
            let list: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let hint = suggest::hint(text, list.iter().copied(), &format!("write one of {}", list.join(", ")));
            let says = format!("{what}: \"{text}\" is not known");
            self.say(Finding::error(self.codes.unknown_word, says).hint(hint), at);
        }
        found
    }

    /// A finite number within a range.
    pub fn number(&mut self, value: &Spanned<DeValue<'_>>, what: &str, within: Within) -> Option<f64> {
        let number: Option<f64> = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse().ok(),
            _ => None,
        };
        let Some(number) = number else {
            self.wrong_type(what, "a number", value);
            return None;
        };
        if within.holds(number) {
            return Some(number);
        }
        let says = format!("{what} is {number}, which is not {}", within.words());
        let percent = matches!(within, Within::Share) && number > 1.0 && number <= 100.0;
        let hint = if percent { "fractions, not percent: 0.25, not 25" } else { "write a number in that range" };
        self.say(Finding::error(self.codes.number, says).hint(hint), value.span().start);
        None
    }

    pub fn number_of(&mut self, table: &DeTable<'_>, key: &str, whose: &str, within: Within) -> Option<f64> {
        let value = table.get(key)?;
        self.number(value, &format!("{key} of {whose}"), within)
    }

    /// A yes or no.
    pub fn flag_of(&mut self, table: &DeTable<'_>, key: &str, whose: &str) -> Option<bool> {
        let value = table.get(key)?;
        let DeValue::Boolean(flag) = value.get_ref() else {
            self.wrong_type(&format!("{key} of {whose}"), "true or false", value);
            return None;
        };
        Some(*flag)
    }

    pub fn needed(&mut self, table: &DeTable<'_>, key: &str, whose: &str, within: Within, at: usize) -> Option<f64> {
        if table.get(key).is_none() {
            self.missing(whose, key, &format!("write {key} = and a number"), at);
        }
        self.number_of(table, key, whose, within)
    }

    /// A year: a whole number of four digits.
    pub fn year(&mut self, value: &Spanned<DeValue<'_>>, what: &str) -> Option<i32> {
        let number = self.number(value, what, Within::Any)?;
        #[expect(clippy::cast_possible_truncation, reason = "checked to be a small whole number")]
        let year = number as i32;
        if f64::from(year) == number && (1900..=2200).contains(&year) {
            return Some(year);
        }
        let finding = Finding::error(self.codes.years, format!("{what} is {number}, which is no year"));
        self.say(finding.hint("write a year, such as 2030"), value.span().start);
        None
    }

    pub fn year_of(&mut self, table: &DeTable<'_>, key: &str, whose: &str) -> Option<i32> {
        let value = table.get(key)?;
        self.year(value, &format!("{key} of {whose}"))
    }

    pub fn needed_year(&mut self, table: &DeTable<'_>, key: &str, whose: &str, at: usize) -> Option<i32> {
        if table.get(key).is_none() {
            self.missing(whose, key, &format!("write {key} = and a year"), at);
        }
        self.year_of(table, key, whose)
    }

    /// Two numbers in a list, the first no larger than the second; one alone is both.
    pub fn pair_of(&mut self, table: &DeTable<'_>, key: &str, whose: &str, within: Within) -> Option<(f64, f64)> {
        let value = table.get(key)?;
        let what = format!("{key} of {whose}");
        let DeValue::Array(list) = value.get_ref() else {
            return self.number(value, &what, within).map(|one| (one, one));
        };
        let numbers: Vec<f64> = list.iter().filter_map(|one| self.number(one, &what, within)).collect();
        match numbers[..] {
            [from, to] if from <= to && list.len() == 2 => Some((from, to)),
            _ if numbers.len() < list.len() => None,
            _ => {
                let finding = Finding::error(self.codes.pair, format!("{what} is not two numbers in rising order"));
                self.say(finding.hint(format!("write {key} = [least, most]")), value.span().start);
                None
            }
        }
    }
}
