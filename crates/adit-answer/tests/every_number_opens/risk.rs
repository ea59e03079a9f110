//! The numbers of the Risk room.

use adit_answer::risk::Basis;
use adit_answer::{Draws, Question, RiskQuestion};
use adit_facts::Stage;
use adit_facts::study::Side;

use super::opener::{Opener, session};

#[test]
fn of_risk_as_published() {
    let mut opener = Opener::new();
    opener.risk(None, "");
    assert!(opener.opened() > 1000, "{}", opener.opened());
    for query in ["governance=2018-2020", "governance_error=true", "edition=ec-2020", "edition=ec-2017", "scope=gs"] {
        for material in ["lithium", "silver", "pgm", "aluminium"] {
            opener.risk(Some(material), query);
        }
    }
}

#[test]
fn of_risk_after_a_what_if() {
    let mut opener = Opener::new();
    for (material, query) in [
        ("lithium", "add=FI:0.25&add=DE:0.25"),
        ("lithium", "stage=processing&add=Finland:0.25"),
        ("gallium", "without=CN"),
        ("magnesium", "add=FI:0.1&without=CN&recycling=0.2"),
        ("cobalt", "governance=2019&governance_error=true&without=CD"),
        (
            "aluminium",
            "change=set:recycling/ec-2023/aluminium/eol-rir:0.5&change=scale:world-supply/ec-2023/aluminium/extraction/*/share:0.9~0.8~1",
        ),
        ("lree", "change=set:recycling/ec-2023/neodymium/eol-rir:0.4"),
        ("silica-sand", "scope=both"),
    ] {
        opener.risk(Some(material), query);
    }
}

#[test]
fn of_suppliers() {
    let mut opener = Opener::new();
    for material in opener.session.risk(&RiskQuestion::default()).unwrap().materials {
        let answer = opener.session.suppliers(&material.id, &Question::default()).unwrap();
        opener.answer(&answer);
    }
    let (question, _) = Question::from_query("add=LU:0.25").unwrap();
    let answer = opener.session.suppliers("lithium", &question).unwrap();
    opener.answer(&answer);
    assert!(opener.opened() > 5000, "{}", opener.opened());
}

#[test]
fn of_flips_history_explain_figures_and_audit() {
    let mut opener = Opener::new();
    let default = Question::default();
    for material in ["lithium", "silver", "lree", "strontium", "copper"] {
        let answer = opener.session.flips(material, &default, None).unwrap();
        opener.answer(&answer);
        let answer = opener.session.history_figure(material).unwrap();
        opener.answer(&answer);
    }
    let answer = opener.session.history(None).unwrap();
    opener.answer(&answer);
    let answer = opener.session.explain("arsenic", Stage::Processing, 1.9, &default).unwrap();
    assert!(!answer.answers.is_empty());
    opener.answer(&answer);
    for basis in [Basis::Computed, Basis::Published] {
        let answer = opener.session.matrix(&default, basis).unwrap();
        opener.answer(&answer);
    }
    for side in [Side::World, Side::Europe] {
        let answer = opener.session.suppliers_figure("lithium", None, side, &default).unwrap();
        opener.answer(&answer);
    }
    let answer = opener.session.audit(&default).unwrap();
    opener.answer(&answer);
    let answer = opener.session.audit_figure(&default).unwrap();
    opener.answer(&answer);
}

/// Every node of a derivation opens by itself with the same value, down to the facts.
#[test]
fn of_derivations() {
    let mut opener = Opener::new();
    for id in [
        "risk.sr/lithium",
        "risk.sr/magnesium?governance=2018-2020",
        "risk.sr/pgm",
        "risk.ei/lree",
        "risk.sr/lithium?add=FI:0.25&without=CN&recycling=0.2",
        "risk.hhi/lithium/extraction/gs?governance_error=true",
        "risk.governance/CN?change=set:governance/CN/2018/cc:-1",
    ] {
        let answer = opener.session.why(id, true).unwrap();
        assert!(answer.steps.is_some_and(|steps| !steps.is_empty()));
        opener.derivation(&serde_json::to_value(&answer.number).unwrap());
    }
    assert!(opener.opened() > 1000, "{}", opener.opened());
}

#[test]
fn draws_do_not_change_what_opens() {
    let session = session();
    let question = RiskQuestion { draws: Some(Draws { draws: 64, seed: 7 }), ..RiskQuestion::default() };
    let (drawn, plain) = (session.risk(&question).unwrap(), session.risk(&RiskQuestion::default()).unwrap());
    for (drawn, plain) in drawn.materials.iter().zip(&plain.materials) {
        assert_eq!((&drawn.why, drawn.sr), (&plain.why, plain.sr));
        assert_eq!(drawn.probability.is_some(), drawn.sr.is_some() && drawn.ei.is_some(), "{}", drawn.id);
    }
}
