//! The law as data: every row is read, the dates of the Act stand in it, and nothing of a proposal is in force.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use adit_facts::Package;
use adit_facts::law::{Basis, Date, OfStage, OfStatus, StopKind, Unit};

fn package() -> Package {
    Package::embedded().unwrap()
}

fn rows(package: &Package, table: &str) -> usize {
    package.table(table).unwrap().rows().len()
}

#[test]
fn every_row_of_the_law_is_read() {
    let package = package();
    assert_eq!(package.obligations().len(), rows(&package, "obligations"));
    assert_eq!(package.time_limits().len(), rows(&package, "time-limits"));
    assert_eq!(package.counting_rules().len(), rows(&package, "counting-rules"));
    assert_eq!(package.holidays().len(), rows(&package, "holidays"));
}

#[test]
fn an_obligation_says_what_its_basis_needs() {
    for obligation in package().obligations() {
        let id = &obligation.id;
        match obligation.basis {
            Basis::Fixed => assert!(obligation.date.is_some() && obligation.length.is_none(), "{id}"),
            Basis::Recurring => assert!(obligation.every_months.is_some(), "{id}"),
            Basis::Relative => {
                assert!(
                    obligation.trigger.is_some() && obligation.length.is_some() && obligation.unit.is_some(),
                    "{id}"
                );
            }
            Basis::Conditional => assert!(obligation.trigger.is_some() && obligation.length.is_none(), "{id}"),
        }
        assert_eq!(
            obligation.date.is_none() && obligation.basis == Basis::Recurring,
            obligation.basis == Basis::Recurring
                && obligation.note.as_deref().is_some_and(|note| note.contains("no first date")),
            "{id}"
        );
    }
}

#[test]
fn a_proposal_is_never_in_force() {
    let day = Date::constant(2030, 1, 1);
    let obligations = package().obligations();
    let proposed: Vec<_> = obligations.iter().filter(|obligation| obligation.version != "in-force").collect();
    assert!(!proposed.is_empty());
    assert!(proposed.iter().all(|obligation| !obligation.is_in_force(day) && obligation.valid_from.is_none()));
    assert!(obligations.iter().any(|obligation| obligation.is_in_force(day)));
    assert!(obligations.iter().all(|obligation| !obligation.is_in_force(Date::constant(2024, 5, 22))));
}

#[test]
fn the_months_of_article_11_stand_in_the_table() {
    let limits = package().time_limits();
    let decision = |stage, status| {
        let found = limits.iter().find(|limit| limit.id == "comprehensive-decision" && limit.is_for(stage, status));
        let limit = found.unwrap();
        assert_eq!(limit.unit, Unit::Months);
        assert_eq!(limit.stops, StopKind::ALL);
        (limit.whole_length(), limit.whole_extension(), limit.rule.clone())
    };
    let (mine, plant) = (OfStage::Extraction, OfStage::ProcessingOrRecycling);
    assert_eq!(decision(mine, OfStatus::New), (27, 6, "Art. 11(1)(a)".to_owned()));
    assert_eq!(decision(plant, OfStatus::New), (15, 3, "Art. 11(1)(b)".to_owned()));
    assert_eq!(decision(mine, OfStatus::InProcedure), (24, 6, "Art. 11(2)(a)".to_owned()));
    assert_eq!(decision(plant, OfStatus::Extension), (12, 3, "Art. 11(2)(b)".to_owned()));
}

#[test]
fn a_day_that_is_none_is_refused_at_the_door() {
    let mut package = package();
    let csv = "territory,id,stage,status,what,who,rule,counted_from,length,unit,valid_from,source,locator\n\
               PT,screening,any,any,Screening,competent-authority,§ 1,screening-information-complete,20,days,2026-02-30,own,§ 1\n";
    let findings = package.lay_over("time-limits", "facts/time-limits.csv", csv, "ec-2023");
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!((findings[0].code, findings[0].line), ("value.impossible", Some(2)));
    assert!(findings[0].says.contains("no day of the calendar"), "{}", findings[0].says);
}
