//! What the answers say about odd questions, odd studies and workspaces.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::sync::Arc;

use adit_answer::risk::{MaterialRiskDocument, RiskAnswer, StageRiskDocument};
use adit_answer::{AnswerError, Class, Question, RiskQuestion, Session};
use adit_facts::{Changes, Package, Stage};

fn session() -> Session {
    Session::new(Arc::new(Package::embedded().unwrap()), None)
}

fn ask(session: &Session, material: &str, query: &str) -> Result<RiskAnswer, AnswerError> {
    let (study, rest) = Question::from_query(query)?;
    assert!(rest.is_empty());
    session.risk(&RiskQuestion {
        material: Some(material).filter(|m| !m.is_empty()).map(str::to_owned),
        study,
        draws: None,
    })
}

fn material(session: &Session, name: &str, query: &str) -> MaterialRiskDocument {
    ask(session, name, query).unwrap().materials.remove(0)
}

fn stage(material: &MaterialRiskDocument, name: &str) -> StageRiskDocument {
    material.stages.iter().find(|s| s.stage == name).unwrap().clone()
}

#[test]
fn a_name_of_a_publisher_is_understood_and_a_misspelt_one_answered_with_the_nearest() {
    let session = session();
    assert_eq!(material(&session, "Natural Graphite", "").id, "natural-graphite");
    let error = ask(&session, "litium", "").unwrap_err();
    assert_eq!((error.class(), error.code()), (Class::NotFound, "name.unknown-material"));
    assert_eq!(
        (error.to_string(), error.hint().unwrap()),
        ("unknown material \"litium\"".into(), "did you mean lithium?".into())
    );
}

#[test]
fn questions_that_make_no_sense_are_errors_of_their_kind() {
    let session = session();
    for (name, query, code, class) in [
        ("lithium", "add=Finnland:0.2", "name.unknown-place", Class::NotFound),
        ("lithium", "add=FI:25", "question.unreadable", Class::BadRequest),
        ("lithium", "add=FI:0.6&add=DE:0.6", "question.what-if", Class::BadRequest),
        ("lithium", "without=FR", "question.what-if", Class::BadRequest),
        ("lithium", "recycling=-0.1", "question.unreadable", Class::BadRequest),
        ("lithium", "recycling=NaN", "question.unreadable", Class::BadRequest),
        ("lithium", "edition=ec-2022", "name.unknown-edition", Class::NotFound),
        ("lithium", "governance=1950-1960", "question.unreadable", Class::BadRequest),
        ("lithium", "governance=2020-2016", "question.unreadable", Class::BadRequest),
        ("lithium", "scope=world", "question.unreadable", Class::BadRequest),
        ("lithium", "change=set:recycling/ec-2023/lithium/eol-rir", "question.unreadable", Class::BadRequest),
        ("lree", "add=FI:0.2", "question.what-if", Class::BadRequest),
        ("synthetic-graphite", "", "question.not-in-edition", Class::NotFound),
        ("", "without=CN", "question.what-if-needs-material", Class::BadRequest),
    ] {
        let error = ask(&session, name, query).unwrap_err();
        assert_eq!((error.code(), error.class()), (code, class), "{name}?{query}: {error}");
        assert!(!error.to_string().is_empty());
    }
    let error = session.table("everything", &Question::default()).unwrap_err();
    assert!(error.hint().unwrap().contains("suppliers-MATERIAL"));
    let error = session.explain("lithium", Stage::Processing, f64::NAN, &Question::default()).unwrap_err();
    assert_eq!(error.class(), Class::BadRequest);
    let error = session.explain("gold", Stage::Processing, 1.0, &Question::default()).unwrap_err();
    assert_eq!((error.code(), error.hint().unwrap().as_str()), ("question.no-stage", "it has extraction"));
}

#[test]
fn a_quarter_each_from_finland_and_germany_halves_lithium() {
    let session = session();
    let (now, then) =
        (material(&session, "lithium", ""), material(&session, "lithium", "add=FI:0.25&add=DE:0.25&stage=processing"));
    assert!(then.sr.unwrap() < now.sr.unwrap() * 0.6, "{:?}", then.sr);
    assert_eq!(stage(&then, "processing").ir, Some(0.5));
    assert_eq!(then.stages.len(), 1, "only the stage that was asked for");
    let answer = ask(&session, "lithium", "add=FI:0.25&without=CN&recycling=0.1").unwrap();
    assert_eq!(answer.what_if.len(), 3);
    assert!(answer.what_if[1].starts_with("Finland takes 25\u{2009}% of EU sourcing"), "{:?}", answer.what_if);
}

/// Scandium, processing: scope global supply only, with a list of EU sourcing.
#[test]
fn what_the_official_measure_cannot_see_is_said_and_shown_beside_it() {
    let session = session();
    let (now, then) = (material(&session, "scandium", ""), material(&session, "scandium", "add=FI:0.5"));
    assert_eq!(now.sr, then.sr);
    let (now, then) = (stage(&now, "processing"), stage(&then, "processing"));
    assert_eq!(now.scope.as_deref(), Some("gs"));
    assert!(then.note.unwrap().contains("The official measure cannot see this"));
    assert!(!now.note.unwrap_or_default().contains("cannot see"));
    assert!(then.sr_eu_sourcing.unwrap() < now.sr_eu_sourcing.unwrap());
    assert_eq!(then.why.sr_eu_sourcing.unwrap(), "risk.sr/scandium/processing?scope=eus&add=FI:0.5");
}

#[test]
fn a_stage_without_a_scope_has_three_readings_and_no_figure() {
    let session = session();
    let coal = material(&session, "coking-coal", "");
    let processing = stage(&coal, "processing");
    assert_eq!((processing.scope, processing.sr), (None, None));
    let by = processing.sr_by_scope.unwrap();
    assert!(by.both.is_some() && by.gs.is_some() && by.eus.is_some());
    let missing =
        coal.missing.iter().find(|m| m.input == "stage-results/ec-2023/coking-coal/processing/scope").unwrap();
    assert!(missing.says.contains("none is chosen"));
    assert_eq!(coal.deciding_stage.as_deref(), Some("extraction"));
    let chosen = stage(&material(&session, "coking-coal", "scope=gs"), "processing");
    assert_eq!((chosen.sr, chosen.scope.as_deref()), (by.gs, Some("gs")));
}

#[test]
fn unknown_is_null_and_named() {
    let session = session();
    let xenon = material(&session, "xenon", "");
    assert_eq!((xenon.sr, xenon.critical, xenon.why.sr), (None, None, None));
    assert!(xenon.missing.iter().any(|m| m.input == "world-supply/ec-2023/xenon/processing"));
    let error = session.why("risk.sr/xenon", false).unwrap_err();
    assert!(error.to_string().contains("no list of suppliers of world supply"), "{error}");
    let before = material(&session, "lithium", "edition=ec-2020");
    assert_eq!((before.sr, before.sr_published), (None, Some(1.6)));
    assert!(before.missing[0].says.contains("only the results are in the tables"));
}

#[test]
fn net_exporters_and_uncertain_verdicts_are_noted() {
    let session = session();
    let all = ask(&session, "", "").unwrap().materials;
    let exporter = material(&session, "lithium", "change=set:import-reliance/ec-2023/lithium/processing/ir:-0.2");
    let processing = stage(&exporter, "processing");
    assert_eq!((processing.ir_published, processing.ir), (Some(-0.2), Some(0.0)));
    assert!(processing.note.unwrap().contains("\u{2212}20\u{2009}%: a net exporter"));
    assert!((processing.sr.unwrap() - processing.hhi_eus.unwrap() * 0.94).abs() < 1e-12, "only EU sourcing counts");
    for m in all.iter().filter(|m| m.critical_certain == Some(false)) {
        assert!(m.notes.iter().any(|note| note.contains("is not certain: the bounds of")), "{}: {:?}", m.id, m.notes);
    }
    for m in all.iter().filter(|m| m.deciding_certain == Some(false)) {
        assert!(m.notes.iter().any(|note| note.contains("another stage could be the higher one")), "{}", m.id);
    }
    for m in all.iter().filter(|m| m.strategic && m.rule_met == Some(false)) {
        assert!(m.notes.iter().any(|note| note.contains("critical because it is strategic")), "{}", m.id);
    }
    let silver = all.iter().find(|m| m.id == "silver").unwrap();
    assert_eq!((silver.critical, silver.critical_certain, silver.listed), (Some(true), Some(false), false));
}

#[test]
fn the_study_is_told_what_is_odd_about_it() {
    let answer = ask(&session(), "magnesium", "").unwrap();
    let codes: Vec<&str> = answer.study_findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["study.uses-over", "study.use-repeated"]);
    assert!(answer.study_findings[0].says.contains("113\u{2009}%"), "{}", answer.study_findings[0].says);
}

#[test]
fn the_answer_and_the_audit_find_the_same() {
    let session = session();
    let of_answer = ask(&session, "", "").unwrap().study_findings;
    assert_eq!(of_answer, session.audit(&Question::default()).unwrap().findings);
}

#[test]
fn a_workspace_names_what_it_overrides() {
    let mut package = Package::embedded().unwrap();
    let text = "material,eol_rir_pct,source\nlithium,5,own survey 2026\n";
    let findings = package.lay_over("recycling", "facts/recycling.csv", text, "ec-2023");
    assert!(!adit_facts::finding::any_error(&findings), "{findings:?}");
    let session = Session::new(Arc::new(package), Some("demo".to_owned()));
    assert_eq!(session.meta().workspace.as_deref(), Some("demo"));
    let answer = ask(&session, "lithium", "").unwrap();
    let lithium = &answer.materials[0];
    assert_eq!(stage(lithium, "processing").eol_rir, Some(0.05));
    assert!(
        lithium.notes.iter().any(|note| note.starts_with("Overridden value: ") && note.contains("was 0 %")),
        "{:?}",
        lithium.notes
    );
    assert_eq!(answer.conflicts.len(), 1);
    assert_eq!((answer.conflicts[0].was.as_str(), answer.conflicts[0].now.as_str()), ("0", "5"));
    let fact = session.why("recycling/ec-2023/lithium/eol-rir", false).unwrap().number.fact.unwrap();
    assert_eq!((fact.value, fact.source.as_str(), fact.line), (Some(0.05), "own survey 2026", 2));
    let before = fact.before.unwrap();
    assert_eq!((before.value, before.printed.as_deref(), before.by.as_str()), (Some(0.0), Some("0"), "workspace"));
}

#[test]
fn a_scenario_is_the_short_forms_written_out() {
    let session = session();
    let (question, _) = Question::from_query("add=FI:0.25&recycling=0.1&stage=processing").unwrap();
    let changes = session.scenario(Some("lithium"), &question).unwrap();
    let text = changes.to_toml();
    let read = Changes::parse(&text, "scenario.toml", session.package()).unwrap();
    let asked =
        |study| session.risk(&RiskQuestion { material: Some("lithium".to_owned()), study, draws: None }).unwrap();
    let (short, long) =
        (asked(question), asked(Question { changes: read, stage: Some(Stage::Processing), ..Question::default() }));
    assert_eq!(short.materials[0].sr, long.materials[0].sr);
    assert_eq!(short.materials[0].sr_high, long.materials[0].sr_high);
    let why = long.materials[0].why.sr.clone().unwrap();
    assert_eq!(session.why(&why, false).unwrap().number.value, long.materials[0].sr.unwrap());
}

#[test]
fn a_changed_fact_says_what_it_was() {
    let session = session();
    let why = session.why("risk.sr/lithium/processing?recycling=0.2", false).unwrap();
    let json = serde_json::to_string(&why).unwrap();
    assert!(json.contains(r#""id":"recycling/ec-2023/lithium/eol-rir?recycling=0.2""#));
    assert!(json.contains(r#""before":{"value":0.0,"printed":null,"by":"scenario"}"#), "{json}");
    let added = session.why("eu-supply/ec-2023/lithium/processing/FI/share?add=FI:0.25", false).unwrap().number;
    assert_eq!((added.value, added.fact.unwrap().source.as_str()), (0.25, "what-if"));
}

#[test]
fn every_edition_has_its_history_and_only_comparable_ones_a_verdict() {
    let history = session().history(Some("lithium")).unwrap();
    let points = &history.materials[0].points;
    assert_eq!(points.len(), 5);
    for point in points {
        assert_eq!(point.meets_rule.is_some(), point.year >= 2017);
    }
    let last = points.last().unwrap();
    assert_eq!((last.sr, last.ei, last.meets_rule, last.listed), (Some(1.9), Some(3.9), Some(true), Some(true)));
    assert_eq!(
        points.iter().map(|p| p.listed).collect::<Vec<_>>(),
        [Some(false), Some(false), Some(false), Some(true), Some(true)]
    );
}
