//! Numbers and facts in plain English: what stands beside a value in a derivation, a flip or an explanation.

use adit_facts::study::Side;
use adit_facts::{Country, Material, Package, Stage, Vocabulary};
use adit_model::risk::About;

mod chain;
pub(crate) mod outlook;

/// A material's name within a sentence: `lithium`, but `PGM`.
pub(crate) fn in_text(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_owned(),
    }
}

/// A material within a sentence.
pub(crate) fn material(words: &Vocabulary, material: Material) -> String {
    in_text(&words.material(material).name)
}

/// `China's`, `the United States'`.
fn of_country(words: &Vocabulary, country: Country) -> String {
    let name = &words.country(country).name;
    if name.ends_with('s') { format!("{name}'") } else { format!("{name}'s") }
}

/// `world supply` or `EU sourcing`.
pub(crate) fn side(side: Side) -> &'static str {
    match side {
        Side::World => "world supply",
        Side::Europe => "EU sourcing",
    }
}

/// What a computed number is.
pub(crate) fn of_number(words: &Vocabulary, about: About, years: &str) -> String {
    let m = |of: Material| material(words, of);
    match about {
        About::SupplyRisk(of) => format!("Supply risk, {}", m(of)),
        About::StageRisk(of, stage) => format!("Supply risk, {}, {stage}", m(of)),
        About::Concentration(of, stage, which) => format!("Concentration of {}, {}, {stage}", side(which), m(of)),
        About::Term(of, stage, which, country) => {
            format!("{} part of the concentration of {}, {}, {stage}", of_country(words, country), side(which), m(of))
        }
        About::ImportReliance(of, stage) => format!("Import reliance as it counts, {}, {stage}", m(of)),
        About::Governance(country) => {
            format!("Governance of {}, mean of {}", words.country(country).name, years.replace('-', "–"))
        }
        About::Importance(of) => format!("Economic importance, {}", m(of)),
        About::Use(of, line) => format!("What use {line} of {} adds", m(of)),
    }
}

const DIMENSIONS: [(&str, &str); 6] = [
    ("cc", "control of corruption"),
    ("ge", "government effectiveness"),
    ("pv", "political stability and absence of violence"),
    ("rl", "rule of law"),
    ("rq", "regulatory quality"),
    ("va", "voice and accountability"),
];

/// What a fact is, by its key: for the supplier that only a scenario has, too.
pub(crate) fn of_fact(package: &Package, key: &str) -> String {
    let words = package.vocabulary();
    let parts: Vec<&str> = key.split('/').collect();
    let m = |id: &str| words.find_material(id).map_or_else(|| id.to_owned(), |of| material(words, of));
    let c = |id: &str| words.find_country(id).map_or_else(|| format!("{id}'s"), |of| of_country(words, of));
    match *parts.as_slice() {
        [table @ ("world-supply" | "eu-supply"), _, of, stage, country, what] => {
            let which = side(if table == "eu-supply" { Side::Europe } else { Side::World });
            let what = if what == "trade" { "trade parameter in" } else { "share of" };
            format!("{} {what} {which} of {}, {stage}", c(country), m(of))
        }
        ["import-reliance", _, of, stage, _] => format!("Import reliance of the EU, {}, {stage}", m(of)),
        ["recycling", _, of, _] => format!("End-of-life recycling input rate, {}", m(of)),
        ["substitution", _, of, "si-sr"] => format!("Substitution index of supply risk, {}", m(of)),
        ["substitution", _, of, "si-ei"] => format!("Substitution index of economic importance, {}", m(of)),
        ["stage-results", edition, of, stage, _] => format!("Published supply risk, {}, {stage}, {edition}", m(of)),
        ["assessments", edition, of, "sr"] => format!("Published supply risk, {}, {edition}", m(of)),
        ["assessments", edition, of, "ei"] => format!("Published economic importance, {}, {edition}", m(of)),
        ["value-added", _, nace, _] => format!("Value added of sector {nace}{}", sector(package, key)),
        ["end-uses", _, of, line, what] => {
            let application = cell(package, key, "application").unwrap_or_else(|| format!("use {line}"));
            let what = if what == "share" { "Share" } else { "Printed value added" };
            format!("{what} of {} used in: {application}", m(of))
        }
        ["governance", country, year, indicator] => {
            let (code, error) =
                indicator.strip_suffix("-se").map_or((indicator, ""), |code| (code, ", standard error"));
            let dimension = DIMENSIONS.iter().find(|(id, _)| *id == code).map_or(code, |(_, name)| name);
            format!("{} {dimension}, {year}{error}", c(country))
        }
        _ => chain::of_fact(package, key)
            .or_else(|| outlook::of_fact(package, key))
            .unwrap_or_else(|| key.replace('/', ", ")),
    }
}

fn sector(package: &Package, key: &str) -> String {
    cell(package, key, "name").map(|name| format!(", {}", in_text(&name))).unwrap_or_default()
}

/// Another cell of the row in which a fact stands.
fn cell(package: &Package, key: &str, column: &str) -> Option<String> {
    let (table, rest) = key.split_once('/')?;
    let (row, _) = rest.rsplit_once('/')?;
    let table = package.table(table)?;
    table.row(row)?.1.some_text(table, column)
}

/// `extraction or processing`, `A, B and C`.
pub(crate) fn listed(names: &[String], last: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., end] => format!("{} {last} {end}", rest.join(", ")),
    }
}

/// A stage of a material: `lithium, processing`.
pub(crate) fn at_stage(words: &Vocabulary, of: Material, stage: Stage) -> String {
    format!("{}, {stage}", material(words, of))
}

/// A sentence with a capital at its beginning.
pub(crate) fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
