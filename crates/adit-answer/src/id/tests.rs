use std::sync::OnceLock;

use adit_facts::{Amount, Change, Changes, Package, Scope};
use proptest::prelude::*;

use super::*;

fn package() -> &'static Package {
    static PACKAGE: OnceLock<Package> = OnceLock::new();
    PACKAGE.get_or_init(|| Package::embedded().unwrap())
}

fn words() -> &'static Vocabulary {
    package().vocabulary()
}

fn share() -> impl Strategy<Value = f64> {
    0.0..=1.0
}

fn code() -> impl Strategy<Value = String> {
    (0..words().countries().count()).prop_map(|at| words().country(Country(u16::try_from(at).unwrap())).id.clone())
}

fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        (-1e6..1e6).prop_map(Amount::Exact),
        (share(), share(), share()).prop_map(|(a, b, c)| {
            let mut of = [a, b, c];
            of.sort_by(f64::total_cmp);
            Amount::Between { low: of[0], value: of[1], high: of[2] }
        }),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    (0..3, amount()).prop_map(|(kind, amount)| {
        let fact = "eu-supply/ec-2023/lithium/processing/*/share";
        match kind {
            0 => Change::set(fact, amount),
            1 => Change::add(fact, amount),
            _ => Change::scale(fact, amount),
        }
    })
}

prop_compose! {
    fn question()(
        edition in proptest::option::of(Just("ec-2017".to_owned())),
        governance in proptest::option::of((1996u16..2024).prop_flat_map(|first| (Just(first), first..2024))),
        governance_error in any::<bool>(),
        scope in proptest::option::of(prop_oneof![Just(Scope::Both), Just(Scope::Gs), Just(Scope::Eus)]),
        stage in proptest::option::of(prop_oneof![Just(Stage::Extraction), Just(Stage::Processing)]),
        add in proptest::collection::vec((code(), share()), 0..3),
        without in proptest::collection::vec(code(), 0..3),
        recycling in proptest::option::of(share()),
        changes in proptest::collection::vec(change(), 0..3),
    ) -> Question {
        Question {
            edition, governance, governance_error, scope, stage, add, without, recycling,
            changes: Changes { name: None, changes },
        }
    }
}

fn number() -> impl Strategy<Value = About> {
    let material = (0..words().materials().count()).prop_map(|at| Material(u16::try_from(at).unwrap()));
    let country = (0..words().countries().count()).prop_map(|at| Country(u16::try_from(at).unwrap()));
    let stage = prop_oneof![Just(Stage::Extraction), Just(Stage::Processing)];
    let side = prop_oneof![Just(Side::World), Just(Side::Europe)];
    (0..8, material, stage, side, country, 1u16..99).prop_map(|(kind, m, s, side, c, line)| match kind {
        0 => About::SupplyRisk(m),
        1 => About::StageRisk(m, s),
        2 => About::Concentration(m, s, side),
        3 => About::Term(m, s, side, c),
        4 => About::ImportReliance(m, s),
        5 => About::Governance(c),
        6 => About::Importance(m),
        _ => About::Use(m, line),
    })
}

proptest! {
    #[test]
    fn an_id_is_read_as_it_was_printed(about in number(), question in question()) {
        let id = Id { subject: Subject::Number(about), question };
        let text = id.print(words());
        prop_assert_eq!(Id::parse(&text, words()).unwrap(), id, "{}", text);
    }

    #[test]
    fn a_fact_keeps_its_key(question in question()) {
        let id = Id { subject: Subject::Fact("recycling/ec-2023/lithium/eol-rir".to_owned()), question };
        prop_assert_eq!(Id::parse(&id.print(words()), words()).unwrap(), id);
    }

    #[test]
    fn no_text_breaks_the_reader(text in ".{0,60}", query in ".{0,40}") {
        let _ = Id::parse(&text, words());
        let _ = Id::parse(&format!("risk.{text}?{query}"), words());
    }
}

#[test]
fn what_names_nothing_is_an_error_with_a_hint() {
    let error = |text: &str| Id::parse(text, words()).unwrap_err();
    assert_eq!(error("risk.sr/litium").code(), "name.unknown-material");
    assert!(error("risk.sr/litium").hint().unwrap().contains("lithium"));
    assert_eq!(error("risk.st/lithium").code(), "id.unknown");
    assert_eq!(error("risk.sr/lithium/refining").code(), "id.unknown");
    assert_eq!(error("risk.hhi/lithium/processing/world").code(), "id.unknown");
    assert_eq!(error("risk.hhi/lithium").code(), "id.unknown");
    assert_eq!(error("risk.ei-use/lithium/first").code(), "id.unknown");
    assert_eq!(error("risk.sr/lithium?colour=red").code(), "id.unknown");
    assert_eq!(error("risk.sr/lithium?add=FI").code(), "question.unreadable");
    assert_eq!(error("risk.sr/lithium?add=FI:2").code(), "question.unreadable");
    assert_eq!(error("risk.governance/Atlantis").code(), "name.unknown-place");
}

#[test]
fn names_are_understood_and_ids_printed() {
    let id = Id::parse("risk.hhi-term/Lithium/P/gs/China", words()).unwrap();
    assert_eq!(id.print(words()), "risk.hhi-term/lithium/processing/gs/CN");
}
