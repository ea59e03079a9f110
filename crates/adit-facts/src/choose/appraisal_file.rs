//! Appraisal files: a project of the user's own, or one of the facts with inputs laid over it.
//!
//! ```toml
//! format = 1
//! project = "keliber"                 # of the facts, or an id of your own with [own]
//! prices = "latest"                   # or "long-term"
//! [own]                               # only for a project that no table has
//! name = "Our mine"
//! country = "FI"
//! stage = "extraction"                # extraction, processing or recycling
//! material = "lithium"
//! status = "permitting"
//! [inputs]
//! capex = { value = 800, low = 700, high = 1000, money_year = 2025, source = "offer of May 2026" }
//! operating-cost = 5200               # a number alone is known exactly, in the money of the plan
//! product-series = "lithium-carbonate"
//! ```
//!
//! Everything is read and checked here, with line and column of what is wrong, all at once. The names of inputs are those of
//! table `appraisal-inputs`.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::chain::ChainStage;
use crate::finding::{Finding, any_error};
use crate::outlook::model_file::Text;
use crate::suggest;

mod inputs;

pub use inputs::{INPUTS, InputOf, input_of};

/// Largest appraisal file, in bytes.
const LARGEST_TEXT: usize = 1024 * 1024;

/// Inputs that are texts.
pub const TEXTS: [&str; 3] = ["product", "product-series", "exploration-stage"];

/// An appraisal file, read and sound in itself.
#[derive(Debug, Clone, PartialEq)]
pub struct AppraisalFile {
    /// The file, as it was named.
    pub file: String,
    /// Id of the project.
    pub project: String,
    /// What the user's own project is.
    pub own: Option<OwnProjectFile>,
    /// Whether the price comes from the assumption for the long run.
    pub long_term_prices: bool,
    /// Inputs, in the order of their names.
    pub inputs: Vec<StatedInput>,
}

/// A project that no table has.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnProjectFile {
    /// Name.
    pub name: String,
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// Stage, whose defaults hold.
    pub stage: ChainStage,
    /// Id of the material.
    pub material: Option<String>,
    /// Status, for the delay that is assumed.
    pub status: String,
}

/// An input as the file states it.
#[derive(Debug, Clone, PartialEq)]
pub struct StatedInput {
    /// Name.
    pub name: String,
    /// Number, if it is one.
    pub value: Option<f64>,
    /// Lowest.
    pub low: Option<f64>,
    /// Highest.
    pub high: Option<f64>,
    /// Text, if it is one.
    pub text: Option<String>,
    /// Year of its money; that of the plan if it is not stated.
    pub money_year: Option<u16>,
    /// Where it comes from, in the user's words.
    pub source: Option<String>,
    /// Whether the file calls it an assumption.
    pub assumption: bool,
    /// 1-based line.
    pub line: u64,
}

impl AppraisalFile {
    /// Reads an appraisal file: it, or everything that is wrong with it.
    pub fn parse(text: &str, file: &str) -> Result<Self, Vec<Finding>> {
        if text.len() > LARGEST_TEXT {
            let finding = Finding::error("appraisal.too-large", "is larger than 1 MiB, which no appraisal needs");
            return Err(vec![finding.in_file(file).at(1, 1).hint("check that it is the file that was meant")]);
        }
        let mut reader = Reader { text: Text::new(file, text), findings: Vec::new() };
        let (document, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let finding = Finding::error("appraisal.not-readable", error.message().to_owned())
                .hint("an appraisal is TOML: project = \"ID\" and a table [inputs]");
            reader.say(finding, error.span().map_or(0, |span| span.start));
        }
        let read = if reader.findings.is_empty() { reader.read(document.get_ref()) } else { None };
        match read {
            Some(read) if !any_error(&reader.findings) => Ok(read),
            _ => Err(reader.findings),
        }
    }
}

struct Reader {
    text: Text,
    findings: Vec<Finding>,
}

impl Reader {
    fn say(&mut self, finding: Finding, at: usize) {
        let (line, column) = self.text.line_and_column(at);
        self.findings.push(finding.in_file(self.text.file()).at(line, column));
    }

    fn read(&mut self, top: &DeTable<'_>) -> Option<AppraisalFile> {
        self.known_keys(top, &["format", "project", "prices", "own", "inputs"]);
        if let Some(value) = top.get("format")
            && self.number(value, "format") != Some(1.0)
        {
            let finding =
                Finding::error("appraisal.format", "the format is not known").hint("this adit reads format = 1");
            self.say(finding, value.span().start);
        }
        let project = self.needed_text(top, "project", 0);
        let long_term_prices = match self.text_of(top, "prices") {
            None => false,
            Some((word, at)) => self.word(&word, at, "prices", &["latest", "long-term"]) == Some(1),
        };
        let own = top.get("own").and_then(|value| self.own(value));
        let inputs = top.get("inputs").map_or_else(Vec::new, |value| self.inputs(value));
        Some(AppraisalFile { file: self.text.file().to_owned(), project: project?, own, long_term_prices, inputs })
    }

    fn own(&mut self, value: &Spanned<DeValue<'_>>) -> Option<OwnProjectFile> {
        let table = self.table(value, "own")?;
        let at = value.span().start;
        self.known_keys(table, &["name", "country", "stage", "material", "status"]);
        let name = self.needed_text(table, "name", at);
        let country = self.needed_text(table, "country", at);
        let stages = [ChainStage::Extraction, ChainStage::Processing, ChainStage::Recycling];
        self.needed_text(table, "stage", at);
        let stage = self
            .text_of(table, "stage")
            .and_then(|(word, at)| self.word(&word, at, "stage", &stages.map(ChainStage::id)));
        let material = self.text_of(table, "material").map(|(text, _)| text);
        let status = self.text_of(table, "status").map_or_else(|| "unknown".to_owned(), |(text, _)| text);
        Some(OwnProjectFile { name: name?, country: country?, stage: stages[stage?], material, status })
    }

    fn inputs(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<StatedInput> {
        let Some(table) = self.table(value, "inputs") else { return Vec::new() };
        let names: Vec<&str> = INPUTS.iter().map(|input| input.name).chain(TEXTS).collect();
        self.known_keys(table, &names);
        let known = table.iter().filter(|(name, _)| names.contains(&name.get_ref().as_ref()));
        known.filter_map(|(name, value)| self.input(name.get_ref(), value)).collect()
    }

    fn input(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<StatedInput> {
        let at = value.span().start;
        let (line, _) = self.text.line_and_column(at);
        let mut input = StatedInput {
            name: name.to_owned(),
            value: None,
            low: None,
            high: None,
            text: None,
            money_year: None,
            source: None,
            assumption: false,
            line,
        };
        if TEXTS.contains(&name) {
            input.text = Some(self.text(value, name)?);
            return Some(input);
        }
        let DeValue::Table(table) = value.get_ref() else {
            input.value = Some(self.number(value, name)?);
            return Some(input);
        };
        self.known_keys(table, &["value", "low", "high", "money_year", "source", "assumption"]);
        let Some(stated) = table.get("value") else {
            let finding = Finding::error("appraisal.missing-key", format!("{name} has no value"));
            self.say(finding.hint("write value = and a number"), at);
            return None;
        };
        input.value = self.number(stated, name);
        input.low = table.get("low").and_then(|value| self.number(value, &format!("low of {name}")));
        input.high = table.get("high").and_then(|value| self.number(value, &format!("high of {name}")));
        input.money_year = table.get("money_year").and_then(|value| self.year(value, name));
        input.source = self.text_of(table, "source").map(|(text, _)| text);
        let assumption = self.text_of(table, "assumption");
        input.assumption = assumption.is_some();
        input.source = input.source.or(assumption.map(|(text, _)| text));
        let value = input.value?;
        if input.low.is_some_and(|low| low > value) || input.high.is_some_and(|high| high < value) {
            let finding =
                Finding::error("appraisal.pair", format!("{name}: {value} does not lie between its own limits"));
            self.say(finding.hint("write low <= value <= high"), at);
            return None;
        }
        Some(input)
    }

    fn known_keys(&mut self, table: &DeTable<'_>, keys: &[&str]) {
        for key in table.keys().filter(|key| !keys.contains(&key.get_ref().as_ref())) {
            let otherwise = format!("it may have {}", keys.join(", "));
            let hint = suggest::hint(key.get_ref(), keys.iter().copied(), &otherwise);
            let finding =
                Finding::error("appraisal.unknown-key", format!("the key \"{}\" is not known", key.get_ref()));
            self.say(finding.hint(hint), key.span().start);
        }
    }

    fn wrong_type(&mut self, value: &Spanned<DeValue<'_>>, what: &str, wanted: &str) {
        let says = format!("{what} is {wanted}, not of the type {}", value.get_ref().type_str());
        self.say(Finding::error("appraisal.wrong-type", says).hint(format!("write {wanted}")), value.span().start);
    }

    fn table<'v, 't>(&mut self, value: &'v Spanned<DeValue<'t>>, what: &str) -> Option<&'v DeTable<'t>> {
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(value, what, "a table");
            return None;
        };
        Some(table)
    }

    fn text(&mut self, value: &Spanned<DeValue<'_>>, what: &str) -> Option<String> {
        let DeValue::String(text) = value.get_ref() else {
            self.wrong_type(value, what, "text in quotes");
            return None;
        };
        if text.trim().is_empty() {
            let finding = Finding::error("appraisal.missing-key", format!("{what} is blank"));
            self.say(finding.hint("fill it in, or remove the line"), value.span().start);
            return None;
        }
        Some(text.trim().to_owned())
    }

    fn text_of(&mut self, table: &DeTable<'_>, key: &str) -> Option<(String, usize)> {
        let value = table.get(key)?;
        Some((self.text(value, key)?, value.span().start))
    }

    fn needed_text(&mut self, table: &DeTable<'_>, key: &str, at: usize) -> Option<String> {
        if table.get(key).is_none() {
            let finding = Finding::error("appraisal.missing-key", format!("{key} is not there"));
            self.say(finding.hint(format!("write {key} = \"...\"")), at);
        }
        self.text_of(table, key).map(|(text, _)| text)
    }

    /// The place of a word among those that may stand here.
    fn word(&mut self, word: &str, at: usize, what: &str, words: &[&str]) -> Option<usize> {
        let found = words.iter().position(|other| *other == word);
        if found.is_none() {
            let hint = suggest::hint(word, words.iter().copied(), &format!("write one of {}", words.join(", ")));
            self.say(
                Finding::error("appraisal.unknown-word", format!("{what}: \"{word}\" is not known")).hint(hint),
                at,
            );
        }
        found
    }

    fn number(&mut self, value: &Spanned<DeValue<'_>>, what: &str) -> Option<f64> {
        let number: Option<f64> = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse().ok(),
            _ => None,
        };
        let Some(number) = number else {
            self.wrong_type(value, what, "a number");
            return None;
        };
        if number.is_finite() && number >= 0.0 {
            return Some(number);
        }
        let finding = Finding::error("appraisal.number", format!("{what} is {number}"));
        self.say(finding.hint("write a finite number of zero or more"), value.span().start);
        None
    }

    fn year(&mut self, value: &Spanned<DeValue<'_>>, what: &str) -> Option<u16> {
        let number = self.number(value, what)?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range of years")]
        let year = number.clamp(0.0, 9999.0) as u16;
        if f64::from(year) == number && (1900..=2300).contains(&year) {
            return Some(year);
        }
        let finding = Finding::error("appraisal.number", format!("money_year of {what} is {number}, which is no year"));
        self.say(finding.hint("write a year, such as 2025"), value.span().start);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::AppraisalFile;

    #[test]
    fn a_file_is_read() {
        let text = "format = 1\nproject = \"keliber\"\n[inputs]\ncapex = { value = 800, low = 700, high = 1000, money_year = 2025 }\n\
                    operating-cost = 5200\nproduct-series = \"lithium-carbonate\"\n";
        let read = AppraisalFile::parse(text, "a.toml").unwrap();
        assert_eq!((read.project.as_str(), read.inputs.len(), read.long_term_prices), ("keliber", 3, false));
        let capex = read.inputs.iter().find(|input| input.name == "capex").unwrap();
        assert_eq!(
            (capex.value, capex.low, capex.high, capex.money_year, capex.line),
            (Some(800.0), Some(700.0), Some(1000.0), Some(2025), 4)
        );
    }

    fn wrong(text: &str) -> (&'static str, Option<u64>, Option<u64>) {
        let findings = AppraisalFile::parse(text, "a.toml").unwrap_err();
        (findings[0].code, findings[0].line, findings[0].column)
    }

    #[test]
    fn what_is_wrong_is_said_at_its_place() {
        assert_eq!(wrong("project = \"a\"\n[inputs]\ncapx = 5\n"), ("appraisal.unknown-key", Some(3), Some(1)));
        assert_eq!(wrong("project = \"a\"\n[inputs]\ncapex = -5\n"), ("appraisal.number", Some(3), Some(9)));
        assert_eq!(wrong("project = \"a\"\n[inputs]\ncapex = nan\n"), ("appraisal.number", Some(3), Some(9)));
        assert_eq!(wrong("project = \"a\"\n[inputs]\ncapex = \"5\"\n"), ("appraisal.wrong-type", Some(3), Some(9)));
        assert_eq!(
            wrong("project = \"a\"\n[inputs]\ncapex = { value = 5, low = 6 }\n"),
            ("appraisal.pair", Some(3), Some(9))
        );
        assert_eq!(wrong("project = \"a\"\nprices = \"best\"\n"), ("appraisal.unknown-word", Some(2), Some(10)));
        assert_eq!(wrong("format = 2\nproject = \"a\"\n").0, "appraisal.format");
        assert_eq!(wrong("[inputs]\n").0, "appraisal.missing-key");
        assert_eq!(wrong("project = \n").0, "appraisal.not-readable");
        assert_eq!(wrong(&" ".repeat(2_000_000)).0, "appraisal.too-large");
    }
}
