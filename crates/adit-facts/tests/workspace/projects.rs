//! `projects/*.toml`: what a region plans, laid over the base; and every wrong input at its line and column.

use std::fs;

use adit_facts::chain::{ChainStage, ProjectSet, SourceKind};
use adit_facts::{Finding, Package, Severity, Workspace};

use crate::{Folder, codes, said};

/// A whole project; the tests change one thing each.
const WHOLE: &str = r#"format = 1
name = "Example"
country = "FI"
status = "permitting"
source = "own plan, 2026"

[[capacity]]
material = "lithium"
stage = "extraction"
capacity = 4_000
unit = "t LiOH.H2O per year"
contained = 662
start = 2029
lat = 63.56
lon = 23.79
region = "FI1D"
"#;

fn base() -> Package {
    Package::embedded().unwrap()
}

/// Code, line and column of what is said of a text.
fn found(text: &str) -> Vec<(&'static str, Option<u64>, Option<u64>)> {
    let findings = base().lay_project_over("example", "projects/example.toml", text);
    findings.into_iter().map(|finding| (finding.code, finding.line, finding.column)).collect()
}

/// The same for the whole project with one piece of it replaced.
fn with(was: &str, now: &str) -> Vec<(&'static str, Option<u64>, Option<u64>)> {
    assert_eq!(WHOLE.matches(was).count(), 1, "{was}");
    found(&WHOLE.replace(was, now))
}

fn at(code: &'static str, line: u64, column: u64) -> Vec<(&'static str, Option<u64>, Option<u64>)> {
    vec![(code, Some(line), Some(column))]
}

fn hint(was: &str, now: &str) -> String {
    let findings = base().lay_project_over("example", "projects/example.toml", &WHOLE.replace(was, now));
    findings[0].hint.clone().unwrap_or_default()
}

#[test]
fn a_project_lies_beside_those_of_the_base_with_its_lines() {
    let mut package = base();
    let before = package.projects().len();
    assert_eq!(said(&package.lay_project_over("example", "projects/example.toml", WHOLE)), "");
    assert_eq!(package.projects().len(), before + 1);
    let project = package.project("example").unwrap();
    assert_eq!(
        (project.set, project.status.as_str(), project.source.as_str()),
        (ProjectSet::Workspace, "permitting", "own plan, 2026")
    );
    let capacities = package.project_capacities();
    let plan = capacities.iter().find(|plan| plan.project == "example").unwrap();
    assert_eq!((plan.stage, plan.start, plan.source_kind), (ChainStage::Extraction, Some(2029), SourceKind::User));
    assert_eq!(plan.nuts2.as_deref(), Some("FI1D"));
    let contained = plan.contained.unwrap();
    assert!((contained.number.value - 662.0).abs() < 1e-9);
    assert!((contained.number.high - contained.number.low - 1.0).abs() < 1e-9, "{contained:?}");
    let fact = package.view(package.find("project-capacities/example/lithium/extraction/contained-t").unwrap());
    assert_eq!((fact.file.as_str(), fact.line, fact.source.as_str()), ("projects/example.toml", 12, "own plan, 2026"));
    assert_eq!(fact.locator, "projects/example.toml, line 12");
    assert_eq!(fact.licence, "stated by the workspace");
    assert_eq!(package.conflicts(), []);
}

#[test]
fn numbers_of_the_base_that_are_replaced_are_kept_and_reported() {
    let mut package = base();
    let text = "format = 1\nstatus = \"paused\"\nsource = \"own estimate\"\ncapex = 800\n\n[[capacity]]\nmaterial = \"lithium\"\n\
                stage = \"processing\"\nprobability = 0.7\ncontained = 2000\n";
    let findings = package.lay_project_over("keliber", "projects/keliber.toml", text);
    assert_eq!(codes(&findings), ["workspace.override"], "{}", said(&findings));
    assert!(findings[0].says.starts_with("keliber: status paused is laid over construction"), "{}", findings[0].says);
    assert_eq!((findings[0].line, findings[0].severity), (Some(2), Severity::Note));
    let conflicts: Vec<_> = package
        .conflicts()
        .iter()
        .map(|c| (package.key(c.at).as_str().to_owned(), c.was.as_str(), c.now.as_str(), c.line, c.column))
        .collect();
    assert_eq!(
        conflicts,
        [
            ("project-capacities/keliber/lithium/processing/contained-t".to_owned(), "2481", "2000", 10, 13),
            ("project-capacities/keliber/lithium/processing/probability".to_owned(), "", "0.7", 9, 15),
            ("project-figures/keliber/capex/amount".to_owned(), "783", "800", 4, 9),
        ]
    );
    let capacities = package.project_capacities();
    let plan =
        capacities.iter().find(|plan| plan.project == "keliber" && plan.stage == ChainStage::Processing).unwrap();
    assert!((plan.probability.unwrap().number.value - 0.7).abs() < 1e-12);
    assert_eq!(plan.source_kind, SourceKind::User, "who states the tonnes is their source");
    assert_eq!(plan.start, Some(2026), "what is not given stays");
    let start = package.view(package.find("project-capacities/keliber/lithium/processing/capacity").unwrap());
    assert!(start.file.starts_with("data/"), "{}", start.file);
}

/// A probability of one's own does not turn a memory into a fact.
#[test]
fn who_changes_a_probability_does_not_become_the_source_of_the_tonnes() {
    let mut package = base();
    let memory = package.project_capacities().into_iter().find(|plan| plan.source_kind == SourceKind::Memory).unwrap();
    let material = package.vocabulary().material(memory.material).id.clone();
    let text = format!(
        "format = 1\nsource = \"own\"\n[[capacity]]\nmaterial = \"{material}\"\nstage = \"{}\"\nprobability = 0.5\n",
        memory.stage
    );
    assert_eq!(said(&package.lay_project_over(&memory.project, "projects/x.toml", &text)), "");
    let now = package.project_capacities();
    let plan = now
        .iter()
        .find(|plan| plan.project == memory.project && plan.material == memory.material && plan.stage == memory.stage);
    assert_eq!(plan.unwrap().source_kind, SourceKind::Memory);
}

#[test]
fn words_that_are_not_known_are_pointed_at_with_a_suggestion() {
    assert_eq!(with("\"lithium\"", "\"litium\""), at("name.unknown", 8, 12));
    assert_eq!(hint("\"lithium\"", "\"litium\""), "did you mean lithium?");
    assert_eq!(with("\"extraction\"", "\"mining\""), at("value.unknown-word", 9, 9));
    assert_eq!(with("\"permitting\"", "\"permiting\""), at("value.unknown-word", 4, 10));
    assert_eq!(hint("\"permitting\"", "\"permiting\""), "did you mean permitting, permitted or operating?");
    assert_eq!(with("\"FI\"\nstatus", "\"Finland\"\nstatus"), at("name.unknown", 3, 11));
    assert_eq!(hint("\"FI\"\nstatus", "\"Finland\"\nstatus"), "write the code FI");
    assert_eq!(with("\"FI1D\"", "\"FI1X\""), at("project.region", 16, 10));
    assert!(hint("\"FI1D\"", "\"FI1X\"").contains("FI1"), "{}", hint("\"FI1D\"", "\"FI1X\""));
    assert_eq!(with("start", "strat"), at("project.unknown-key", 13, 1));
    assert_eq!(hint("start", "strat"), "did you mean start or stage?");
    assert_eq!(with("name", "nam"), at("project.unknown-key", 2, 1));
    assert_eq!(with("start = 2029", "needs = \"kelliber\""), at("project.needs", 13, 9));
    assert_eq!(hint("start = 2029", "needs = \"kelliber\""), "did you mean keliber?");
}

#[test]
fn impossible_numbers_are_pointed_at() {
    assert_eq!(with("contained = 662", "contained = -662"), at("value.impossible", 12, 13));
    assert_eq!(with("4_000", "-4_000"), at("value.impossible", 10, 12));
    assert_eq!(with("2029", "1850"), at("value.impossible", 13, 9));
    assert_eq!(with("2029", "20290"), at("value.impossible", 13, 9));
    assert_eq!(with("start = 2029", "probability = 1.2"), at("value.impossible", 13, 15));
    assert_eq!(with("start = 2029", "utilisation = -0.1"), at("value.impossible", 13, 15));
    assert_eq!(with("start = 2029", "ramp = 99"), at("value.impossible", 13, 8));
    assert_eq!(with("contained = 662", "contained = nan"), at("value.impossible", 12, 13));
    assert_eq!(with("63.56", "263.56"), at("value.impossible", 14, 7));
}

#[test]
fn places_in_the_sea_or_outside_their_region_are_pointed_at() {
    assert_eq!(with("lat = 63.56\nlon = 23.79", "lat = 55.0\nlon = 3.0"), at("project.sea", 14, 7));
    assert_eq!(with("lat = 63.56\nlon = 23.79", "lat = 40.0\nlon = -6.2"), at("project.outside-region", 14, 7));
    assert!(hint("lat = 63.56\nlon = 23.79", "lat = 40.0\nlon = -6.2").contains("ES43"));
    assert!(hint("lat = 63.56\nlon = 23.79", "lat = 23.79\nlon = 63.56").contains("swapped"));
    assert_eq!(with("lon = 23.79\n", ""), at("project.missing-key", 14, 7));
    assert_eq!(with("\"FI1D\"", "\"FI\""), at("project.region", 16, 10));
    assert_eq!(with("\"FI1D\"", "\"PT16\""), at("project.region", 16, 10));
}

/// A level-3 code or a name is understood, and what it was read as is said.
#[test]
fn regions_by_name_or_of_another_level_are_read_as_level_two() {
    assert_eq!(with("\"FI1D\"", "\"FI1D5\""), at("project.region-read", 16, 10));
    let mut package = base();
    let text = WHOLE.replace("\"FI1D\"", "\"Pohjois- ja Itä-Suomi\"");
    let findings = package.lay_project_over("example", "projects/example.toml", &text);
    assert_eq!(codes(&findings), ["project.region-read"]);
    let plan = package.project_capacities().into_iter().find(|plan| plan.project == "example").unwrap();
    assert_eq!(plan.nuts2.as_deref(), Some("FI1D"));
}

#[test]
fn the_form_of_the_file_is_held() {
    assert_eq!(with("format = 1", "format = 2"), at("project.format", 1, 10));
    assert_eq!(with("format = 1\n", ""), at("project.format", 1, 1));
    assert_eq!(with("\"Example\"", "7"), at("project.wrong-type", 2, 8));
    assert_eq!(with("\"Example\"", "\"  \""), at("project.blank", 2, 8));
    assert_eq!(with("2029", "\"2029\""), at("project.wrong-type", 13, 9));
    assert_eq!(with("2029", "2029.5"), at("project.wrong-type", 13, 9));
    assert_eq!(with("2029", "0x7ed"), at("project.wrong-type", 13, 9));
    assert_eq!(with("[[capacity]]", "[capacity]"), at("project.wrong-type", 7, 1));
    assert_eq!(with("stage = \"extraction\"\n", ""), at("project.missing-key", 7, 1));
    assert_eq!(with("status", "status = \"paused\"\nstatus"), at("project.not-readable", 5, 1));
    assert_eq!(with("country = \"FI\"\n", ""), at("csv.blank-cell", 1, 1));
    assert_eq!(with("country", "unfc = \"high\"\ncountry"), at("project.form", 3, 8));
    assert_eq!(with("country", "unfc = \"E2F2G1\"\nas_of = \"2026-13\"\ncountry"), at("project.form", 4, 9));
    assert_eq!(with("country", "unfc = \"E1.1F1.2G1+G2\"\nas_of = \"2026-12\"\ncountry"), [], "both are sound");
    let findings = base().lay_project_over("My plan", "projects/My plan.toml", WHOLE);
    assert_eq!(codes(&findings), ["project.file-name"]);
}

#[test]
fn every_number_needs_a_source() {
    let without = |text: &str| found(&text.replace("source = \"own plan, 2026\"\n", ""));
    assert_eq!(without(WHOLE), at("fact.no-source", 9, 12));
    let own = WHOLE.replace("start", "source = \"own survey\"\nstart");
    assert_eq!(without(&own), at("csv.blank-cell", 1, 1), "the project itself still has none");
    let money = "format = 1\n[capex]\namount = 5\n";
    assert_eq!(found_over("keliber", money)[0].0, "fact.no-source");
    assert_eq!(
        codes(&base().lay_project_over("keliber", "x", "format = 1\n[capex]\namount = 783\nsource = \"own\"\n")),
        [] as [&str; 0]
    );
}

fn found_over(id: &str, text: &str) -> Vec<(&'static str, Option<u64>)> {
    base().lay_project_over(id, "projects/x.toml", text).into_iter().map(|f| (f.code, f.line)).collect()
}

#[test]
fn money_and_jobs_are_numbers_or_tables() {
    let text = WHOLE.replace(
        "source = \"own plan, 2026\"\n",
        "source = \"own plan, 2026\"\ncapex = 120.5\njobs = { amount = 80, year = 2026, source = \"press\" }\n",
    );
    let mut package = base();
    assert_eq!(said(&package.lay_project_over("example", "projects/example.toml", &text)), "");
    let project = package.project("example").unwrap();
    assert!((project.capex.unwrap().number.value - 120.5).abs() < 1e-12);
    let jobs = package.view(project.jobs.unwrap().at);
    assert_eq!((jobs.value, jobs.source.as_str(), jobs.line), (Some(80.0), "press", 7));
    assert_eq!(with("country", "capex = \"much\"\ncountry"), at("project.wrong-type", 3, 9));
    assert_eq!(with("country", "jobs = -3\ncountry"), at("value.impossible", 3, 8));
    assert_eq!(with("country", "jobs = { year = 2026 }\ncountry"), at("project.missing-key", 3, 8));
}

#[test]
fn figures_without_contained_tonnes_are_said() {
    assert_eq!(with("contained = 662\n", ""), at("project.contained", 10, 12));
    let over = "format = 1\nsource = \"own\"\n[[capacity]]\nmaterial = \"lithium\"\nstage = \"processing\"\ncapacity = 16000\n";
    assert_eq!(found_over("keliber", over), [("project.contained", Some(6))]);
}

#[test]
fn twice_in_the_workspace_is_an_error_wherever_it_stands() {
    let twice = format!("{WHOLE}\n[[capacity]]\nmaterial = \"lithium\"\nstage = \"extraction\"\n");
    assert_eq!(found(&twice), at("project.twice", 19, 12));
    let folder = Folder::workspace();
    folder.write("projects/example.toml", WHOLE);
    assert_eq!(folder.found(), []);
    folder.write(
        "facts/project-capacities.csv",
        "project,material,stage,contained_t,source\nexample,lithium,extraction,5,own\nkeliber,lithium,processing,5,own\n",
    );
    // The row of the table comes first and is new without its project's other columns; the one of the project is refused.
    let codes: Vec<_> = folder.found().into_iter().map(|(code, file, ..)| (code, file)).collect();
    assert!(codes.contains(&("csv.blank-cell", "facts/project-capacities.csv".to_owned())), "{codes:?}");
    folder.write(
        "facts/project-capacities.csv",
        "project,material,stage,contained_t,source\nkeliber,lithium,processing,5,own\n",
    );
    folder.write(
        "projects/keliber.toml",
        "format = 1\nsource = \"own\"\n[[capacity]]\nmaterial = \"lithium\"\nstage = \"processing\"\ncontained = 6\n",
    );
    let twice: Vec<_> = folder.found().into_iter().filter(|(code, ..)| *code == "project.twice").collect();
    assert_eq!(twice, [("project.twice", "projects/keliber.toml".to_owned(), Some(4), Some(12))]);
}

/// Files may need each other in any order.
#[test]
fn a_plant_may_need_a_project_of_a_later_file() {
    let folder = Folder::workspace();
    folder.write("projects/a-plant.toml", WHOLE.replace("start = 2029", "needs = \"b-mine\""));
    folder.write("projects/b-mine.toml", WHOLE);
    assert_eq!(folder.found(), []);
    fs::remove_file(folder.demo().join("projects/b-mine.toml")).unwrap();
    assert_eq!(folder.found(), [("project.needs", "projects/a-plant.toml".to_owned(), Some(13), Some(9))]);
}

/// The examples in `projects/README.md` are what a user pastes first, so they must do what they say.
#[test]
fn the_pasted_examples_add_a_project_and_change_one() {
    let folder = Folder::workspace();
    let readme = fs::read_to_string(folder.demo().join("projects/README.md")).unwrap();
    let examples: Vec<&str> = readme.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    folder.write("projects/example-lithium.toml", examples[0]);
    folder.write("projects/keliber.toml", examples[1]);
    let findings = folder.check();
    assert_eq!(codes(&findings), ["workspace.override"], "{}", said(&findings));
    assert!(findings[0].says.contains("0.7 is laid over blank"), "{}", findings[0].says);
    let (package, workspace, _) = Workspace::load(&folder.demo()).unwrap();
    assert_eq!(package.project_capacities().iter().filter(|plan| plan.project == "example-lithium").count(), 2);
    let locked: Vec<String> = workspace.snapshot().unwrap().files.keys().cloned().collect();
    assert!(locked.iter().any(|file| file == "projects/keliber.toml"), "{locked:?}");
    assert!(!locked.iter().any(|file| file == "projects/README.md"), "{locked:?}");
}

/// With an error in a file nothing of it is used, and the others are.
#[test]
fn a_file_with_an_error_is_refused_whole() {
    let mut package = base();
    let broken = WHOLE.replace("662", "-1");
    let findings: Vec<Finding> = package.lay_project_over("example", "projects/example.toml", &broken);
    assert_eq!(codes(&findings), ["value.impossible"]);
    assert!(package.project("example").is_none());
    assert_eq!(package.hash(), base().hash());
}
