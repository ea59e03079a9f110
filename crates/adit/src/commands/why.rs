//! `adit why`: the derivation of a number, down to its facts.

use adit_answer::why::{DerivationDocument, FactDocument, NodeDocument};
use adit_figure::number::{Reading, bounds, number};

use crate::args::{Format, Global, Why};
use crate::outcome::Stop;
use crate::{open, print};

/// Prints the derivation.
pub fn run(global: &Global, why: &Why) -> Result<(), Stop> {
    let session = open::session(global)?;
    let answer = session.why(&why.id, why.steps)?;
    match global.format {
        Format::Json => print::json(&answer),
        Format::Csv => print::text(&leaves(&answer.number)),
        Format::Table => {
            let mut tree = String::new();
            branch(&answer.number, 0, why.depth.unwrap_or(usize::MAX), &mut tree);
            print::text(&tree)?;
            match &answer.steps {
                Some(steps) => print::text(&format!("\nStep by step:\n{}", steps.join("\n"))),
                None => Ok(()),
            }
        }
    }
}

/// One number, its rule or fact, and the numbers under it, each level two spaces further in.
fn branch(node: &NodeDocument, depth: usize, deepest: usize, out: &mut String) {
    let indent = depth * 2;
    let reading = Reading::between(Some(node.value), node.low, node.high, &node.unit);
    let within = match (node.low, node.high) {
        (Some(low), Some(high)) if high > low => format!(" ({})", bounds(&reading)),
        _ => String::new(),
    };
    let mut line = |text: &str, indent| {
        out.push_str(&print::wrapped(text, indent));
        out.push('\n');
    };
    line(&format!("{} {}{within}", node.label, number(&reading)), indent);
    if let Some(formula) = &node.formula {
        line(formula, indent + 4);
    }
    match &node.fact {
        Some(fact) => facts(fact).iter().for_each(|text| line(text, indent + 4)),
        None => line(&node.source, indent + 4),
    }
    if depth >= deepest {
        return;
    }
    for input in &node.inputs {
        match input {
            DerivationDocument::Number(below) => branch(below, depth + 1, deepest, out),
            DerivationDocument::See(see) => {
                let written = number(&Reading::plain(Some(see.value), &see.unit));
                out.push_str(&print::wrapped(&format!("{} {written}, see above", see.label), indent + 2));
                out.push('\n');
            }
        }
    }
}

fn facts(fact: &FactDocument) -> Vec<String> {
    let mut lines = vec![
        format!("{}: {}", fact.publisher, fact.title),
        format!("{} · {}", fact.locator, fact.licence),
        format!("{} ({}, line {})", fact.key, fact.file, fact.line),
    ];
    if let Some(before) = &fact.before {
        let was = before.printed.clone().or_else(|| before.value.map(|value| value.to_string()));
        lines.push(format!("changed from {} by the {}", was.as_deref().unwrap_or("nothing"), before.by));
    }
    lines
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
