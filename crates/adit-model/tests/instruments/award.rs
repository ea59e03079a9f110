//! Awards held against the rules of the facts.

use adit_facts::Package;
use adit_facts::choose::fund_rules::FundRule;
use adit_model::choose::instruments::rules::{Subject, intensity_limit};
use adit_model::choose::instruments::{Award, Check, InstrumentKind, OtherSupport, Outcome, Rates, Size, check};

use super::close;

fn rules() -> Vec<FundRule> {
    Package::embedded().unwrap().fund_rules()
}

fn regional(region: &str) -> Award {
    Award::new("2026-11-23", Some(region.to_owned()), "regional-investment")
}

/// Aid to an investment of `eligible` with `grant` of grant equivalent, all of it in the investment.
fn of(kind: InstrumentKind, grant: f64, eligible: f64) -> Subject {
    Subject { kind, grant_equivalent: Some(grant), eligible_cost: eligible, supported: grant }
}

fn named<'a>(checks: &'a [Check], rule: &str) -> &'a Check {
    let found = checks.iter().find(|check| check.rule.as_deref() == Some(rule));
    found.unwrap_or_else(|| panic!("{rule} is not among {checks:#?}"))
}

#[test]
fn cumulation_on_the_same_costs() {
    // The worked case of the method page: 30 and 15 of 100 where the map allows 40 %.
    let mut award = regional("PT1C3");
    award.other.push(OtherSupport {
        name: "a second scheme".to_owned(),
        category: Some("regional-investment".to_owned()),
        grant_equivalent: 15.0,
        central: false,
    });
    let checks = check(&rules(), &award, &of(InstrumentKind::Grant, 30.0, 100.0));
    assert_eq!(named(&checks, "map-pt1c3").outcome, Outcome::Kept);
    let cumulation = named(&checks, "gber-8-3-b");
    assert_eq!(cumulation.outcome, Outcome::Breach);
    assert_eq!(cumulation.paragraph, "Regulation (EU) No 651/2014, Art. 8(3)(b)");
    close(cumulation.found.unwrap(), 0.45);
    close(cumulation.limit.unwrap(), 0.4);
    // Central money of the Union is not State aid: only the most favourable rate of Union law binds the total.
    award.other[0].central = true;
    award.other[0].category = None;
    let checks = check(&rules(), &award, &of(InstrumentKind::Grant, 30.0, 100.0));
    assert!(!checks.iter().any(|check| check.rule.as_deref() == Some("gber-8-3-b")));
    let total = named(&checks, "gber-8-2");
    assert_eq!(total.outcome, Outcome::Kept);
    close(total.limit.unwrap(), 0.6);
}

#[test]
fn a_breach_is_named_with_figure_and_limit() {
    let checks = check(&rules(), &regional("PT11B"), &of(InstrumentKind::Grant, 35.0, 100.0));
    let ceiling = named(&checks, "map-pt11");
    assert_eq!(ceiling.outcome, Outcome::Breach);
    close(ceiling.found.unwrap(), 0.35);
    close(ceiling.limit.unwrap(), 0.3);
    // A small undertaking may have 20 points more.
    let small = Award { size: Some(Size::Small), ..regional("PT11B") };
    assert_eq!(
        named(&check(&rules(), &small, &of(InstrumentKind::Grant, 35.0, 100.0)), "map-pt11").outcome,
        Outcome::Kept
    );
    close(intensity_limit(&rules(), &small).unwrap().value, 0.5);
}

#[test]
fn the_smallest_area_that_holds_the_place_counts() {
    close(intensity_limit(&rules(), &regional("PT1C3")).unwrap().value, 0.4);
    close(intensity_limit(&rules(), &regional("PT1C2")).unwrap().value, 0.3);
}

#[test]
fn large_projects_have_a_threshold() {
    // 30 % of 200 would be 60; from 24.75 it must be notified.
    let checks = check(&rules(), &regional("PT11"), &of(InstrumentKind::Grant, 50.0, 200.0));
    let threshold = named(&checks, "gber-4-1-a-30");
    assert_eq!(threshold.outcome, Outcome::Notify);
    close(threshold.limit.unwrap(), 24.75);
    let checks = check(&rules(), &regional("PT11"), &of(InstrumentKind::Grant, 30.0, 105.0));
    assert!(!checks.iter().any(|check| check.rule.as_deref().is_some_and(|rule| rule.starts_with("gber-4-1"))));
}

#[test]
fn a_quarter_must_be_free_of_support() {
    let subject = Subject { supported: 80.0, ..of(InstrumentKind::SoftLoan, 8.0, 100.0) };
    let checks = check(&rules(), &regional("PT11"), &subject);
    let own = named(&checks, "gber-14-14");
    assert_eq!((own.outcome, own.paragraph.as_str()), (Outcome::Breach, "Regulation (EU) No 651/2014, Art. 14(14)"));
    close(own.found.unwrap(), 0.2);
}

#[test]
fn what_is_not_transparent_is_notified() {
    let checks = check(&rules(), &regional("PT11"), &of(InstrumentKind::PriceFloor, 8.0, 100.0));
    assert_eq!(named(&checks, "gber-5-1").outcome, Outcome::Notify);
    let checks = check(&rules(), &regional("PT11"), &of(InstrumentKind::Guarantee, 8.0, 100.0));
    assert_eq!(named(&checks, "gber-5-2-c").outcome, Outcome::Kept);
}

#[test]
fn frameworks_end() {
    let ended = Award::new("2026-01-01", None, "tctf");
    let checks = check(&rules(), &ended, &of(InstrumentKind::Grant, 8.0, 100.0));
    assert_eq!(named(&checks, "tctf-end").outcome, Outcome::Breach);
    assert_eq!(named(&checks, "tctf-end").valid_to.as_deref(), Some("2025-12-31"));
    let after = Award { day: "2027-01-01".to_owned(), ..regional("PT11") };
    let checks = check(&rules(), &after, &of(InstrumentKind::Grant, 8.0, 100.0));
    assert_eq!(named(&checks, "gber-59").outcome, Outcome::Breach);
    assert_eq!(intensity_limit(&rules(), &after).map(|limit| limit.rule), Some("map-pt11".to_owned()));
    // Within its time the new framework is known, its intensities are not.
    let checks = check(&rules(), &Award::new("2026-11-23", None, "cisaf"), &of(InstrumentKind::Grant, 8.0, 100.0));
    assert!(checks.iter().any(|check| check.outcome == Outcome::NotInFacts && check.says.contains("cisaf")));
    assert!(!checks.iter().any(|check| check.outcome == Outcome::Breach));
}

#[test]
fn a_missing_rule_is_never_taken_for_leave() {
    let checks = check(&rules(), &regional("FI1D5"), &of(InstrumentKind::Grant, 8.0, 100.0));
    assert!(checks.iter().any(|check| check.outcome == Outcome::NotInFacts && check.says.contains("FI1D5")));
    let large = Award::new("2026-11-23", None, "sme-investment");
    let checks = check(&rules(), &large, &of(InstrumentKind::Grant, 8.0, 100.0));
    assert!(checks.iter().any(|check| check.outcome == Outcome::NotInFacts && check.says.contains("large")));
}

#[test]
fn recycling_in_an_assisted_area_may_have_more() {
    let award =
        Award { size: Some(Size::Medium), ..Award::new("2026-11-23", Some("PT11".to_owned()), "circular-economy") };
    // 40 % + 10 for a medium-sized undertaking + 15 in an 'a' area.
    close(intensity_limit(&rules(), &award).unwrap().value, 0.65);
}

#[test]
fn funds_exclude() {
    let award = Award { fund: Some("jtf".to_owned()), in_difficulty: Some(true), ..regional("PT11") };
    let checks = check(&rules(), &award, &of(InstrumentKind::Grant, 8.0, 100.0));
    assert_eq!(named(&checks, "jtf-9-c").outcome, Outcome::Breach);
    assert_eq!(named(&checks, "gber-1-4-c").outcome, Outcome::Breach);
    assert_eq!(named(&checks, "jtf-8-2").outcome, Outcome::Unknown);
}

#[test]
fn rates_of_the_commission() {
    let table = Package::embedded().unwrap().reference_rates();
    let rates = Rates::of(&table, "PT", "2026-11-23", "satisfactory", "normal").unwrap();
    close(rates.discount(), 0.0319);
    close(rates.reference(), 0.0439);
    close(rates.premium.as_ref().unwrap().value, 0.02);
    assert!(!rates.base.assumed);
    // Outside the euro no base rate is in the facts: another is assumed, and said so.
    let rates = Rates::of(&table, "SE", "2026-11-23", "weak", "low").unwrap();
    assert!(rates.base.assumed && rates.notes.iter().any(|note| note.contains("SE")));
    assert!(Rates::of(&table, "PT", "2019-01-01", "weak", "low").is_err());
    assert!(Rates::of(&table, "PT", "2026-11-23", "excellent", "low").unwrap_err().contains("excellent"));
}
