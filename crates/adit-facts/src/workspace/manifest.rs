//! `adit.toml`: what a workspace is called, which regions it is about, and which base it was made for.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::changes::line_and_column;
use crate::finding::{Finding, any_error};
use crate::package::{DEFAULT_EDITION, Package};
use crate::suggest;

/// What `adit.toml` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// Name of the workspace.
    pub name: String,
    /// The regions it is about, NUTS codes.
    pub regions: Vec<String>,
    /// The edition that rows without an `edition` belong to.
    pub edition: String,
    /// Hash of the base that it was made for, as [`Package::hash`] gives it.
    pub base_hash: Option<String>,
}

impl Manifest {
    /// Parses `adit.toml`: the manifest with its warnings, or everything that is wrong with it.
    pub fn parse(text: &str, file: &str, package: &Package) -> Result<(Self, Vec<Finding>), Vec<Finding>> {
        let mut door = Door { text, file, findings: Vec::new() };
        let (document, mut errors) = DeTable::parse_recoverable(text);
        errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
        for error in errors {
            let hint = "adit.toml has format, name, regions and a [base] with edition and hash";
            let finding = Finding::error("manifest.not-readable", error.message().to_owned()).hint(hint);
            door.say(finding, error.span().unwrap_or(0..0));
        }
        let manifest = if door.findings.is_empty() { door.manifest(document.get_ref(), package) } else { None };
        match manifest {
            Some(manifest) if !any_error(&door.findings) => Ok((manifest, door.findings)),
            _ => Err(door.findings),
        }
    }
}

struct Door<'a> {
    text: &'a str,
    file: &'a str,
    findings: Vec<Finding>,
}

impl Door<'_> {
    fn say(&mut self, finding: Finding, span: Range<usize>) {
        let (line, column) = line_and_column(self.text, span.start);
        self.findings.push(finding.in_file(self.file).at(line, column));
    }

    fn manifest(&mut self, top: &DeTable<'_>, package: &Package) -> Option<Manifest> {
        self.known_keys(top, &["format", "name", "regions", "base"]);
        self.format(top);
        let name = self.text_of(top, "name");
        if name.is_none() && !top.contains_key("name") {
            let finding = Finding::error("manifest.missing-key", "lacks the key name");
            self.say(finding.hint("give the workspace a name: name = \"demo\""), 0..0);
        }
        let regions = self.regions(top);
        let (mut edition, mut base_hash) = (DEFAULT_EDITION.to_owned(), None);
        match top.get("base").map(|value| (value.get_ref(), value.span())) {
            None => {}
            Some((DeValue::Table(base), _)) => {
                self.known_keys(base, &["edition", "hash"]);
                edition = self.edition(base, package).unwrap_or(edition);
                base_hash = self.hash(base, package);
            }
            Some((other, span)) => self.wrong_type("base", "a table with edition and hash", other, span),
        }
        Some(Manifest { name: name?, regions, edition, base_hash })
    }

    fn known_keys(&mut self, table: &DeTable<'_>, keys: &[&str]) {
        for key in table.keys().filter(|key| !keys.contains(&key.get_ref().as_ref())) {
            let hint = suggest::hint(key.get_ref(), keys.iter().copied(), &format!("the keys are {}", keys.join(", ")));
            let says = format!("the key \"{}\" is not known", key.get_ref());
            self.say(Finding::error("manifest.unknown-key", says).hint(hint), key.span());
        }
    }

    fn format(&mut self, top: &DeTable<'_>) {
        let hint = "this adit reads format = 1";
        match top.get("format").map(|value| (value.get_ref(), value.span())) {
            None => self.say(Finding::error("manifest.format", "lacks the key format").hint(hint), 0..0),
            Some((DeValue::Integer(number), _)) if number.radix() == 10 && number.as_str() == "1" => {}
            Some((DeValue::Integer(number), span)) => {
                let says = format!("format {} is not known", number.as_str());
                self.say(Finding::error("manifest.format", says).hint(hint), span);
            }
            Some((other, span)) => self.wrong_type("format", "the number 1", other, span),
        }
    }

    fn regions(&mut self, top: &DeTable<'_>) -> Vec<String> {
        let list = match top.get("regions").map(|value| (value.get_ref(), value.span())) {
            None => return Vec::new(),
            Some((DeValue::Array(list), _)) => list,
            Some((other, span)) => {
                self.wrong_type("regions", "a list of NUTS codes", other, span);
                return Vec::new();
            }
        };
        let mut regions = Vec::new();
        for value in list {
            match value.get_ref() {
                DeValue::String(code) if is_nuts_code(code) => regions.push(code.to_string()),
                DeValue::String(code) => {
                    let says = format!("\"{code}\" is not a NUTS code");
                    let hint = "NUTS codes look like FI1D or ES43: a country and up to three digits or letters";
                    self.say(Finding::error("manifest.region", says).hint(hint), value.span());
                }
                other => self.wrong_type("regions", "a list of NUTS codes", other, value.span()),
            }
        }
        regions
    }

    fn edition(&mut self, base: &DeTable<'_>, package: &Package) -> Option<String> {
        let edition = self.text_of(base, "edition")?;
        let known = package.editions();
        if !known.contains(&edition) {
            let span = base.get("edition").map_or(0..0, Spanned::span);
            let all = format!("the editions are {}", known.join(", "));
            let hint = suggest::hint(&edition, known.iter().map(String::as_str), &all);
            self.say(Finding::error("manifest.edition", format!("there is no edition \"{edition}\"")).hint(hint), span);
        }
        Some(edition)
    }

    /// A workspace outlives the base that it was made for; that is worth a look, and no error.
    fn hash(&mut self, base: &DeTable<'_>, package: &Package) -> Option<String> {
        let hash = self.text_of(base, "hash")?;
        if hash != package.hash() {
            let span = base.get("hash").map_or(0..0, Spanned::span);
            let hint = format!("look at the results again, then write hash = \"{}\"", package.hash());
            let says = "this workspace was made for another base than the one built into this adit";
            self.say(Finding::warning("manifest.base-changed", says).hint(hint), span);
        }
        Some(hash)
    }

    fn text_of(&mut self, table: &DeTable<'_>, key: &str) -> Option<String> {
        let value = table.get(key)?;
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => return Some(text.to_string()),
            DeValue::String(_) => self.say(Finding::error("manifest.blank", format!("{key} is blank")), value.span()),
            other => self.wrong_type(key, "text in quotes", other, value.span()),
        }
        None
    }

    fn wrong_type(&mut self, key: &str, wanted: &str, found: &DeValue<'_>, span: Range<usize>) {
        let says = format!("{key} is {wanted}, not of the type {}", found.type_str());
        self.say(Finding::error("manifest.wrong-type", says), span);
    }
}

/// The shape of a NUTS code; which codes there are belongs to a vintage.
fn is_nuts_code(text: &str) -> bool {
    let letters = text.bytes().take(2).filter(u8::is_ascii_uppercase).count();
    letters == 2 && text.len() <= 5 && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}
