//! `adit why`: the derivation of a number, down to its facts.

use std::collections::BTreeMap;
use std::path::Path;

use adit_answer::session::promises::clock_named;
use adit_answer::why::{DerivationDocument, FactDocument, NodeDocument};
use adit_facts::door;
use adit_figure::number::{Reading, bounds, number};

use super::outlook::is_file;
use crate::args::{Format, Global, Why};
use crate::outcome::Stop;
use crate::{open, print};

/// Prints the derivation.
pub fn run(global: &Global, why: &Why) -> Result<(), Stop> {
    let session = open::session(global)?;
    // A date of a clock of the user's own: its file is read again.
    let file = clock_named(&why.id).filter(|name| is_file(name));
    let answer = match &file {
        Some(name) => session.why_clock_of(&why.id, Some(door::read_text(Path::new(name))?))?,
        None => session.why(&why.id, why.steps)?,
    };
    match global.format {
        Format::Json => print::json(&answer),
        Format::Csv => print::text(&leaves(&answer.number)),
        Format::Table => {
            let mut tree = Tree { deepest: why.depth.unwrap_or(usize::MAX), ..Tree::default() };
            tree.branch(&answer.number, 0);
            print::text(&tree.text)?;
            print::text(&tree.references())?;
            match &answer.steps {
                Some(steps) => print::text(&format!("\nStep by step:\n{}", steps.join("\n"))),
                None => Ok(()),
            }
        }
    }
}

/// A derivation as indented lines; rules and sources are said once, below.
#[derive(Default)]
struct Tree {
    deepest: usize,
    text: String,
    rules: BTreeMap<String, String>,
    sources: BTreeMap<String, String>,
}

impl Tree {
    /// One number, and the numbers under it each level two spaces further in.
    fn branch(&mut self, node: &NodeDocument, depth: usize) {
        let indent = depth * 2;
        let reading = Reading::between(Some(node.value), node.low, node.high, printed(&node.unit));
        let within = match (node.low, node.high) {
            (Some(low), Some(high)) if high > low => format!(" ({})", bounds(&reading)),
            _ => String::new(),
        };
        let rule = node.rule.as_ref().map(|rule| format!(" [{rule}]")).unwrap_or_default();
        self.line(&format!("{} {}{within}{rule}", node.label, number(&reading)), indent);
        if let Some(rule) = &node.rule {
            let formula = node.formula.as_deref().unwrap_or_default();
            let says = node.says.as_deref().unwrap_or_default();
            self.rules.entry(rule.clone()).or_insert_with(|| format!("{says}. {formula}. {}", node.source));
        }
        if let Some(fact) = &node.fact {
            self.fact(fact, indent + 4);
        }
        if depth >= self.deepest {
            return;
        }
        for input in &node.inputs {
            match input {
                DerivationDocument::Number(below) => self.branch(below, depth + 1),
                DerivationDocument::See(see) => {
                    let written = number(&Reading::plain(Some(see.value), printed(&see.unit)));
                    self.line(&format!("{} {written}, see above", see.label), indent + 2);
                }
            }
        }
    }

    fn fact(&mut self, fact: &FactDocument, indent: usize) {
        self.line(
            &format!("[{}] {}; {} ({}, line {})", fact.source, fact.locator, fact.key, fact.file, fact.line),
            indent,
        );
        if let Some(before) = &fact.before {
            let was = before.printed.clone().or_else(|| before.value.map(|value| value.to_string()));
            self.line(&format!("changed from {} by the {}", was.as_deref().unwrap_or("nothing"), before.by), indent);
        }
        let licence = format!("{}. {}. Licence: {}", fact.citation, fact.address, fact.licence);
        self.sources.entry(fact.source.clone()).or_insert(licence);
    }

    fn line(&mut self, text: &str, indent: usize) {
        // A key is one word: deep in a tree it moves to the left rather than over the edge.
        let longest = text.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
        let room = usize::from(print::terminal_width()).saturating_sub(longest);
        self.text.push_str(&print::wrapped(text, indent.min(room)));
        self.text.push('\n');
    }

    /// The rules and sources named in brackets.
    fn references(&self) -> String {
        let mut text = String::new();
        for (title, entries) in [("Rules", &self.rules), ("Sources", &self.sources)] {
            if entries.is_empty() {
                continue;
            }
            text = format!("{text}\n{title}\n");
            for (id, says) in entries {
                text.push_str(&print::wrapped(&format!("[{id}] {says}"), 2));
                text.push('\n');
            }
        }
        text
    }
}

/// The facts of a derivation as CSV.
fn leaves(node: &NodeDocument) -> String {
    let mut rows = vec!["key,value,unit,source,edition,locator,licence".to_owned()];
    collect(node, &mut rows);
    rows.join("\n")
}

fn collect(node: &NodeDocument, rows: &mut Vec<String>) {
    if let Some(fact) = &node.fact {
        let cell = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let value = fact.value.map(|v| v.to_string()).unwrap_or_default();
        let words = [&fact.source, &fact.edition, &fact.locator, &fact.licence].map(|text| cell(text)).join(",");
        rows.push(format!("{},{value},{},{words}", cell(&fact.key), cell(&fact.unit)));
    }
    for input in &node.inputs {
        if let DerivationDocument::Number(below) = input {
            collect(below, rows);
        }
    }
}

/// A pure number has no unit to print.
fn printed(unit: &str) -> &str {
    if unit == "1" { "" } else { unit }
}
