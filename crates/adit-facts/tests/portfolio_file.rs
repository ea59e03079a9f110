//! Portfolio files: the examples are sound, and what is wrong with a file is said at its place.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use adit_facts::choose::portfolio_file::{Direction, EXAMPLES, Kind, PortfolioFile, example};
use adit_facts::finding::Finding;

const SOUND: &str = r#"
format = 1
name = "Two mines"
[time]
first = 2026
last = 2030
discount = 0.05
[budget.fund]
total = 100
years = { 2027 = 10 }
[[instrument]]
id = "grant"
kind = "grant"
intensity = 0.2
fund = "fund"
[[project]]
id = "north"
country = "FI"
region = "FI1D"
start = [2026, 2028]
size = [0.5, 1]
instruments = ["none", "grant"]
capex = { value = 100, low = 80, high = 150, source = "a study" }
npv = -5
[[project.output]]
material = "lithium"
stage = "extraction"
tonnes = 1000
[[project]]
id = "south"
country = "PT"
needs = ["north"]
capex = { value = 50, assumption = "half of the other" }
[[rule]]
kind = "limit"
measure = "water"
at_most = 1000
[objective]
maximise = "npv"
"#;

fn findings(text: &str) -> Vec<Finding> {
    PortfolioFile::parse(text, "p.toml").expect_err("it has problems")
}

fn one(text: &str) -> (String, u64, u64) {
    let all = findings(text);
    assert_eq!(all.len(), 1, "{all:?}");
    (all[0].code.to_owned(), all[0].line.unwrap(), all[0].column.unwrap())
}

#[test]
fn a_sound_file_is_read_whole() {
    let (file, findings) = PortfolioFile::parse(SOUND, "p.toml").unwrap();
    assert_eq!(findings, Vec::new());
    assert_eq!((file.first, file.last, file.discount), (2026, 2030, 0.05));
    assert_eq!(file.projects.len(), 2);
    let north = &file.projects[0];
    assert_eq!((north.start, north.size), ((2026, 2028), (0.5, 1.0)));
    assert_eq!(north.instruments, [None, Some("grant".to_owned())]);
    let (name, capex) = &north.figures[0];
    assert_eq!(
        (*name, capex.value, capex.low, capex.high, capex.assumed()),
        ("capex", 100.0, Some(80.0), Some(150.0), false)
    );
    assert!(north.figures[1].1.assumed() && north.figures[1].1.value == -5.0);
    // Without a start: the first half of the plan.
    assert_eq!(file.projects[1].start, (2026, 2028));
    assert_eq!((file.budgets[0].total, file.budgets[0].years.as_slice()), (Some(100.0), [(2027, 10.0)].as_slice()));
    assert_eq!((file.rules[0].kind, file.wanted.direction), (Kind::Limit, Direction::Maximise));
}

#[test]
fn the_examples_are_sound() {
    for one in EXAMPLES {
        let (file, findings) = PortfolioFile::parse(one.text, one.id).unwrap_or_else(|all| panic!("{all:#?}"));
        assert_eq!(findings, Vec::new(), "{}", one.id);
        let figures = file.projects.iter().flat_map(|project| &project.figures);
        for (name, figure) in figures {
            let reasoned = figure.source.is_some() || figure.assumption.is_some();
            assert!(reasoned, "{}: {name} in line {} has neither a source nor a reason", one.id, figure.at.0);
        }
    }
    assert!(example("lithium-six-regions").is_some() && example("nowhere").is_none());
}

#[test]
fn what_is_wrong_is_said_at_its_place() {
    let cases = [
        ("capex = { value = 50,", "capex = { value = -50,", "portfolio.number", (33, 19)),
        ("needs = [\"north\"]", "needs = [\"nort\"]", "portfolio.unknown-id", (32, 10)),
        ("id = \"south\"", "id = \"north\"", "portfolio.duplicate", (29, 1)),
        ("measure = \"water\"", "measure = \"waters\"", "portfolio.unknown-word", (36, 11)),
        ("kind = \"limit\"", "kind = \"limits\"", "portfolio.unknown-word", (34, 1)),
        ("intensity = 0.2", "intensity = 20", "portfolio.number", (14, 13)),
        ("fund = \"fund\"", "fund = \"found\"", "portfolio.unknown-id", (15, 8)),
        ("start = [2026, 2028]", "start = [2026, 2050]", "portfolio.years", (20, 9)),
        ("maximise = \"npv\"", "maximize = \"npv\"", "portfolio.unknown-key", (39, 1)),
        ("format = 1", "format = 2", "portfolio.format", (2, 10)),
    ];
    for (sound, wrong, code, (line, column)) in cases {
        let all = findings(&SOUND.replacen(sound, wrong, 1));
        let found = all.iter().find(|finding| finding.code == code).unwrap_or_else(|| panic!("{code}: {all:?}"));
        assert_eq!((found.line, found.column), (Some(line), Some(column)), "{code}: {found}");
        assert!(found.hint.is_some(), "{found}");
    }
}

#[test]
fn circles_are_found() {
    let circle = SOUND.replacen("instruments = [\"none\", \"grant\"]", "needs = [\"south\"]", 1);
    assert_eq!(one(&circle).0, "portfolio.circular");
    let by_rule = format!("{SOUND}\n[[rule]]\nkind = \"prerequisite\"\nproject = \"north\"\nneeds = \"south\"\n");
    let all = findings(&by_rule);
    assert!(all.iter().any(|finding| finding.says.contains("south") && finding.says.contains("circle")), "{all:?}");
}

#[test]
fn rules_that_contradict_each_other_are_found() {
    let both =
        "\n[[rule]]\nkind = \"include\"\nproject = \"north\"\n[[rule]]\nkind = \"exclude\"\nproject = \"north\"\n";
    assert_eq!(one(&format!("{SOUND}{both}")), ("portfolio.contradiction".to_owned(), 44, 1));
    let crossed = "\n[[rule]]\nkind = \"limit\"\nmeasure = \"water\"\nat_least = 2000\n";
    assert_eq!(one(&format!("{SOUND}{crossed}")).0, "portfolio.contradiction");
    let alone = "\n[[rule]]\nkind = \"count\"\nat_least = 3\nat_most = 2\n";
    assert_eq!(one(&format!("{SOUND}{alone}")).0, "portfolio.contradiction");
}

#[test]
fn a_budget_of_zero_is_a_warning() {
    let (_, findings) = PortfolioFile::parse(&SOUND.replacen("total = 100", "total = 0", 1), "p.toml").unwrap();
    assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["portfolio.zero-budget"]);
}

#[test]
fn nothing_is_too_broken_to_be_read() {
    for text in ["", "[", "project = 1", "[time]\nfirst = 1e99\nlast = nan", "[[project]]\nid = 3", "budget = []"] {
        assert!(!findings(text).is_empty(), "{text}");
    }
}
