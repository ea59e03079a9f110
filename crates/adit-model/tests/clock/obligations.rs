//! What is due under the Act as of 23 November 2026.

use adit_facts::law::{Basis, Party};
use adit_model::clock::obligations::{Due, as_of};

use crate::harness::{day, law};

fn dues(who: Option<Party>) -> Vec<Due> {
    as_of(&law().obligations, day("2026-11-23"), who)
}

fn on(date: &str) -> Vec<String> {
    dues(None).into_iter().filter(|due| due.due == Some(day(date))).map(|due| due.obligation.rule).collect()
}

#[test]
fn every_date_of_the_rules_is_there() {
    for (date, rules) in [
        ("2026-11-24", &["Art. 27(3)"][..]),
        ("2027-01-01", &["Art. 5(3)"]),
        ("2027-03-24", &["Art. 27(7)(c)"]),
        ("2027-03-25", &["Art. 8(1)", "Art. 11(2)(a)"]),
        (
            "2027-05-24",
            &["Art. 3(3)", "Art. 4(3)", "Art. 27(6)", "Art. 29(1)", "Art. 30(1)", "Art. 44(2)", "Art. 45(1)"],
        ),
        ("2027-06-04", &["Art. 8(1)"]),
        ("2027-11-24", &["Art. 27(5)"]),
        ("2028-05-24", &["Art. 23(1)", "Art. 45(1)"]),
    ] {
        let found = on(date);
        for rule in rules {
            assert!(found.iter().any(|other| other == rule), "{date} lacks {rule}: {found:?}");
        }
        assert_eq!(found.len(), rules.len(), "{date}: {found:?}");
    }
}

#[test]
fn what_is_due_next_stands_on_top() {
    let dues = dues(None);
    assert_eq!(dues[0].obligation.rule, "Art. 27(3)");
    assert!(!dues[0].passed);
    let dated: Vec<_> = dues.iter().take_while(|due| due.due.is_some()).map(|due| due.due).collect();
    assert!(dated.is_sorted());
    let first_passed = dues.iter().position(|due| due.passed).unwrap();
    assert!(dues[..first_passed].iter().all(|due| due.due.is_none_or(|due| due >= day("2026-11-23"))));
}

#[test]
fn an_unknown_trigger_gives_no_date() {
    for due in dues(None) {
        let obligation = &due.obligation;
        match obligation.rule.as_str() {
            "Art. 24(2)" => assert!(due.due.is_none() && obligation.note.as_deref().unwrap().contains("no first date")),
            "Art. 26(1)" => assert!(due.due.is_none() && obligation.basis == Basis::Relative),
            _ => {}
        }
    }
    let again: Vec<Due> = dues(None).into_iter().filter(|due| due.obligation.id == "large-companies-again").collect();
    assert_eq!((again.len(), again[0].due), (1, None));
}

#[test]
fn a_party_sees_its_own() {
    for who in Party::ALL {
        let own = dues(Some(who));
        assert!(!own.is_empty() && own.iter().all(|due| due.obligation.who == who), "{}", who.id());
    }
}

#[test]
fn a_recurring_duty_shows_the_last_date_and_those_to_come() {
    let reports: Vec<(String, bool)> = dues(Some(Party::MemberState))
        .into_iter()
        .filter(|due| due.obligation.rule == "Art. 45(1)")
        .map(|due| (due.due.unwrap().to_string(), due.passed))
        .collect();
    let expected = [("2027-05-24", false), ("2028-05-24", false), ("2029-05-24", false), ("2026-05-24", true)];
    assert_eq!(reports, expected.map(|(date, passed)| (date.to_owned(), passed)));
}

#[test]
fn a_proposal_stands_last_and_is_not_in_force() {
    let dues = dues(None);
    let proposed: Vec<usize> = (0..dues.len()).filter(|at| !dues[*at].in_force).collect();
    assert!(proposed.len() >= 4);
    assert_eq!(proposed[0] + proposed.len(), dues.len());
}
