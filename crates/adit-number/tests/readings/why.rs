//! Derivations: stamps and facts, nothing between, each once.

use adit_number::{
    AsReason, Fact, Reading, Real, Reason, ReasonKind, Rule, Subject, Tape, Traced, Transcendental, stable_key,
};

use crate::formulas::{SUPPLY_RISK, supply_risk};
use crate::stage_risk::{HHI, HHI_TERM, IMPORT_RELIANCE, STAGE_RISK, Stage};

static STEP: Rule = made_up("step");
static OUTER: Rule = made_up("outer");

const fn made_up(id: &'static str) -> Rule {
    Rule { id, says: "A step of a test.", formula: "a", unit: "", source: "this test, which made it up" }
}

fn fact(index: u32, value: f64) -> Fact {
    Fact { index, key: stable_key("any"), value, low: value, high: value, sd: 0.0 }
}

fn ids(reason: &Reason, of: u32) -> Vec<String> {
    let name = |id: &u32| match reason.nodes[*id as usize].kind {
        ReasonKind::Stamp { rule, subject: Subject::NONE } => rule.id.to_owned(),
        ReasonKind::Stamp { rule, subject: Subject(at) } => format!("{} {at}", rule.id),
        ReasonKind::Fact { index } => format!("fact {index}"),
        ReasonKind::Bare => "bare".to_owned(),
    };
    reason.nodes[of as usize].inputs.iter().map(name).collect()
}

/// Two stages of one supplier on each side: the whole graph is known.
#[test]
fn supply_risk_opens_to_its_facts() {
    let values = [0.5, 4.0, 1.0, 0.6, 5.0, 0.8, 30.0, 10.0, 0.1, 0.9];
    let values: Vec<f64> = values.iter().chain(&values).copied().collect();
    let facts: Vec<Fact> = values.iter().zip(0..).map(|(value, index)| fact(index, *value)).collect();
    let tape = Tape::new();
    let stages = [Stage { first: 0, world: 1, europe: 1 }, Stage { first: 10, world: 1, europe: 1 }];
    let root = supply_risk(&AsReason { tape: &tape }, &facts, stages);
    let reason = tape.derivation(root);

    assert_eq!(reason.root as usize, reason.nodes.len() - 1);
    assert_eq!(reason.nodes[reason.root as usize].value.to_bits(), root.value().to_bits());
    assert_eq!(ids(&reason, reason.root), ["stage-risk 0", "stage-risk 10"], "both sides of the comparison");
    let stage = reason.nodes[reason.root as usize].inputs[0];
    assert_eq!(ids(&reason, stage), ["hhi", "hhi", "import-reliance", "fact 8", "fact 9"]);
    let [europe, world, reliance] = [0, 1, 2].map(|at| reason.nodes[stage as usize].inputs[at]);
    assert_eq!(ids(&reason, europe), ["hhi-term 3"]);
    assert_eq!(ids(&reason, world), ["hhi-term 0"]);
    assert_eq!(ids(&reason, reliance), ["fact 6", "fact 7"], "read once, used in comparison and quotient");
    let term = reason.nodes[world as usize].inputs[0];
    assert_eq!(ids(&reason, term), ["fact 0", "fact 1", "fact 2"]);
    assert_eq!(reason.nodes[term as usize].value, 0.5 * 0.5 * 4.0);

    let rules = reason.nodes.iter().filter_map(|node| match node.kind {
        ReasonKind::Stamp { rule, .. } => Some(rule.id),
        _ => None,
    });
    let count = |id: &str| rules.clone().filter(|rule| *rule == id).count();
    assert_eq!([&HHI_TERM, &HHI, &IMPORT_RELIANCE, &STAGE_RISK, &SUPPLY_RISK].map(|r| count(r.id)), [4, 4, 2, 2, 1]);
    assert_eq!(reason.nodes.len(), 13 + 20, "every stamp and every fact once");
}

#[test]
fn inputs_stand_before_what_uses_them() {
    let tape = Tape::new();
    let read = |index: u32, value: f64| AsReason { tape: &tape }.read(&fact(index, value));
    let shared = (read(0, 2.0) + read(1, 3.0)).by(&STEP, Subject(1));
    let left = (shared * read(2, 4.0)).by(&STEP, Subject(2));
    let right = (read(0, 2.0) / shared).by(&STEP, Subject(3));
    let reason = tape.derivation((left - right).by(&OUTER, Subject::NONE));
    assert_eq!(reason.nodes.len(), 7);
    for (at, node) in reason.nodes.iter().enumerate() {
        assert_eq!(node.id as usize, at);
        assert!(node.inputs.iter().all(|input| *input < node.id));
    }
    assert_eq!(ids(&reason, reason.root), ["step 2", "step 3"]);
    let users = reason.nodes.iter().filter(|node| node.inputs.contains(&2)).count();
    assert_eq!((ids(&reason, 2), users), (vec!["fact 0".to_owned(), "fact 1".to_owned()], 2), "one shared branch");
}

#[test]
fn a_fact_read_twice_is_one_node() {
    let tape = Tape::new();
    let reading = AsReason { tape: &tape };
    let sum = reading.read(&fact(5, 2.0)) + reading.read(&fact(5, 2.0));
    assert_eq!((tape.len(), sum.value()), (2, 4.0));
    let reason = tape.derivation(sum.by(&STEP, Subject::NONE));
    assert_eq!(ids(&reason, reason.root), ["fact 5"]);
}

#[test]
fn stamps_on_stamps_and_on_facts_all_show() {
    let tape = Tape::new();
    let read = AsReason { tape: &tape }.read(&fact(0, 2.0));
    let reason = tape.derivation(read.by(&STEP, Subject(1)).by(&OUTER, Subject(2)));
    assert_eq!(ids(&reason, 2), ["step 1"]);
    assert_eq!(ids(&reason, 1), ["fact 0"]);
    assert_eq!(ids(&reason, 0), Vec::<String>::new());
}

#[test]
fn the_sum_of_an_empty_list_keeps_its_stamp() {
    let tape = Tape::new();
    let empty = Traced::exact(0.0).by(&HHI, Subject(4));
    let read = AsReason { tape: &tape }.read(&fact(0, 2.0));
    let reason = tape.derivation((read + empty).by(&STEP, Subject::NONE));
    assert_eq!(ids(&reason, reason.root), ["fact 0", "hhi 4"]);
    let alone = tape.derivation(empty);
    assert_eq!(alone.nodes.len(), 1);
    assert_eq!(alone.nodes[0].kind, ReasonKind::Stamp { rule: &HHI, subject: Subject(4) });
}

#[test]
fn roots_without_a_stamp_are_shown_as_such() {
    let tape = Tape::new();
    let read = AsReason { tape: &tape }.read(&fact(0, 2.0));
    assert_eq!(tape.derivation(read).nodes[0].kind, ReasonKind::Fact { index: 0 });
    let bare = tape.derivation(read * Traced::exact(3.0));
    assert_eq!(
        (bare.nodes[1].kind, bare.nodes[1].value, ids(&bare, 1)),
        (ReasonKind::Bare, 6.0, vec!["fact 0".into()])
    );
    let constant = tape.derivation(Traced::exact(1.5) + Traced::exact(1.0));
    assert_eq!((constant.nodes[0].kind, constant.nodes[0].value), (ReasonKind::Bare, 2.5));
}

#[test]
fn a_cleared_tape_starts_over() {
    let mut tape = Tape::new();
    let written = AsReason { tape: &tape }.read(&fact(3, 1.0)).by(&STEP, Subject::NONE);
    assert_eq!((tape.len(), written.value()), (2, 1.0));
    tape.clear();
    assert!(tape.is_empty());
    let again = AsReason { tape: &tape }.read(&fact(3, 8.0));
    assert_eq!((tape.len(), tape.derivation(again).nodes[0].value), (1, 8.0));
}

#[test]
fn a_long_sum_does_not_exhaust_the_stack() {
    let tape = Tape::new();
    let reading = AsReason { tape: &tape };
    let sum = (0..200_000).map(|index| reading.read(&fact(index, 1.0))).fold(Traced::exact(0.0), |sum, x| sum + x);
    let reason = tape.derivation(sum.by(&STEP, Subject::NONE));
    let inputs = &reason.nodes[reason.root as usize].inputs;
    assert_eq!(inputs.len(), 200_000);
    assert!(inputs.is_sorted(), "in the order of the sum");
}

#[test]
fn steps_show_the_arithmetic() {
    let tape = Tape::new();
    let read = |index: u32, value: f64| AsReason { tape: &tape }.read(&fact(index, value));
    let (share, reliance) = (read(0, 0.5), read(1, 0.25));
    let term = (share.square() * Traced::exact(0.8)).by(&HHI_TERM, Subject(7));
    let exporter = Traced::exact(0.0).at_least(reliance);
    let weight = Traced::choose(exporter, Traced::exact(0.0), reliance);
    let unused = read(9, 1.0).exp();
    let root = term.mix(share, weight).larger(share.part_of(reliance)).by(&STEP, Subject::NONE);
    let name = |kind: &ReasonKind| match kind {
        ReasonKind::Stamp { rule, .. } => rule.id.to_owned(),
        ReasonKind::Fact { index } => format!("input {index}"),
        ReasonKind::Bare => String::new(),
    };
    let expected = [
        "1. input 0 = 0.5",
        "2. input 1 = 0.25",
        "3. (1) squared = 0.25",
        "4. (3) * 0.8 = 0.2",
        "5. hhi-term = (4) = 0.2",
        "6. 0 if 0 >= (2), else (2) = 0.25",
        "7. (5) * (1 - (6)) + (1) * (6) = 0.275",
        "8. (1) / ((1) + (2)) = 0.6666666666666666",
        "9. larger of (7) and (8) = 0.6666666666666666",
        "10. step = (9) = 0.6666666666666666",
    ];
    assert_eq!(tape.steps(root, name), expected);
    assert_eq!(tape.steps(unused, name).len(), 2);
    assert!(tape.steps(Traced::exact(1.0), name).is_empty());
}
