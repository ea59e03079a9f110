//! The numbers of portfolios.

use adit_answer::AnswerError;
use adit_answer::choose::portfolio::question::PortfolioQuestion;
use serde_json::Value;

use super::opener::Opener;

/// Opens what stands beside an id: `worth` beside `worth_why`, and the base of a band or the figure beside `why`.
pub fn document(opener: &mut Opener, node: &Value) {
    match node {
        Value::Array(items) => items.iter().for_each(|item| document(opener, item)),
        Value::Object(fields) => {
            for (name, id) in fields.iter().filter_map(|(name, id)| Some((name, id.as_str()?))) {
                let value = match name.as_str() {
                    "why" => beside(fields),
                    other => match other.strip_suffix("_why") {
                        Some(of) => fields[of].as_f64(),
                        None => continue,
                    },
                };
                assert!(value.is_some(), "{id} opens no number: {node}");
                // An input may be computed from its fact: a cost overrun of 5 % is a factor of 1.05.
                let is_fact = !id.split('/').next().unwrap().contains('.');
                opener.open(id, value.filter(|_| !is_fact));
            }
            fields.values().for_each(|field| document(opener, field));
        }
        _ => {}
    }
}

/// The fields that a plain `why` may be of, the narrowest first.
const BESIDE: [&str; 14] = [
    "objective",
    "base",
    "used",
    "contributes",
    "value",
    "meur",
    "tonnes",
    "before",
    "public_cost",
    "total",
    "volatility",
    "limit",
    "sr_exact",
    "net",
];

fn beside(fields: &serde_json::Map<String, Value>) -> Option<f64> {
    BESIDE.iter().find_map(|name| fields.get(*name).and_then(Value::as_f64))
}

fn portfolio(opener: &mut Opener, id: &str, pairs: &[(&str, &str)], at_least: usize) {
    let question = PortfolioQuestion::from_pairs(id, pairs.iter().copied()).unwrap();
    let answer = opener.session.choose(&question).unwrap_or_else(|error| panic!("{id} {pairs:?}: {error}"));
    let before = opener.opened();
    document(opener, &serde_json::to_value(&answer).unwrap());
    let opened = opener.opened() - before;
    assert!(opened >= at_least, "{id} {pairs:?}: {opened}");
}

#[test]
fn of_a_portfolio_of_lithium() {
    portfolio(&mut Opener::new(), "lithium-six-regions", &[], 200);
}

#[test]
fn of_a_chain_of_magnets() {
    portfolio(&mut Opener::new(), "magnet-chain", &[], 100);
}

#[test]
fn of_the_strategic_projects() {
    portfolio(&mut Opener::new(), "strategic-47", &[], 300);
}

#[test]
fn of_a_portfolio_that_the_question_moves() {
    let moved = [
        ("budget", "innovation:300"),
        ("rule", "water-for-lithium-in-spain:900000"),
        ("without", "las-navas"),
        ("with", "guben-converter"),
    ];
    portfolio(&mut Opener::new(), "lithium-six-regions", &moved, 200);
}

/// The id of a set that time cut off carries the set: it opens without a solver, and finds the same set.
#[test]
fn of_a_set_that_an_id_carries() {
    let opener = Opener::new();
    let id = "choose.objective/lithium-six-regions?chosen=zero-carbon-lithium:2026:grant,keliber:2026:none";
    let answer = opener.session.why(id, false).unwrap();
    assert_eq!(answer.number.id, id);
    assert_eq!(answer.number.value.to_bits(), (3970.0f64 + 2481.0).to_bits());
    let wrong = opener.session.why("choose.objective/lithium-six-regions?chosen=keliber:2031:none", false);
    assert!(matches!(wrong, Err(AnswerError::Unreadable { .. })), "{wrong:?}");
}

/// A figure of the portfolio file opens at its line; one of the facts at its row.
#[test]
fn figures_open_at_the_line_of_the_file() {
    let opener = Opener::new();
    let node = opener.session.why("choose.figure/lithium-six-regions/keliber/npv", false).unwrap().number;
    let leaf = serde_json::to_value(&node.inputs[0]).unwrap();
    assert_eq!(leaf["fact"]["file"], "examples/portfolios/lithium-six-regions.toml");
    let text = include_str!("../../../../examples/portfolios/lithium-six-regions.toml");
    let line = usize::try_from(leaf["fact"]["line"].as_u64().unwrap()).unwrap();
    assert!(text.lines().nth(line - 1).unwrap().starts_with("npv = { value = 1228"), "line {line}");
    let capex = opener.session.why("choose.figure/lithium-six-regions/keliber/capex", false).unwrap().number;
    let leaf = serde_json::to_value(&capex.inputs[0]).unwrap();
    assert_ne!(leaf["fact"]["table"], "file");
}
