//! The usual eight instruments side by side.

use adit_facts::Package;
use adit_model::choose::instruments::{InstrumentKind, Offer, Terms, Usual, World, compare, usual};
use adit_model::workings::Workings;

use super::{SMALL, close, setting, worlds};

fn usual_offers() -> Vec<Offer> {
    let assumptions = Package::embedded().unwrap().assumptions();
    usual(&Usual { assumptions: &assumptions, reference: 0.04, price: 20_000.0 })
}

/// The same project with a poor year and with a failure after drilling.
fn three() -> [World<'static>; 3] {
    [
        SMALL,
        World { operating: &[0.0, 5.0, 10.0], price: &[0.0, 9_000.0, 8_000.0], ..SMALL },
        World {
            operating: &[0.0; 3],
            investment: &[0.0; 3],
            output: &[0.0; 3],
            exploration: &[8.0, 0.0, 0.0],
            ..SMALL
        },
    ]
}

#[test]
fn all_eight_are_compared() {
    let setting = setting(Some("PT1C3"), "regional-investment");
    let offers = usual_offers();
    assert_eq!(offers.iter().map(|offer| offer.terms.kind()).collect::<Vec<_>>(), InstrumentKind::ALL);
    let rules = Package::embedded().unwrap().fund_rules();
    let mut workings = Workings::default();
    let base = World { exploration: &[8.0, 0.0, 0.0], ..SMALL };
    let results = compare(&setting, &offers, &rules, (base, &worlds(&three())), &mut workings);
    for result in &results {
        // The mean over all states is the expected cost.
        close(result.spread.mean, result.public_cost.value);
        assert!(result.spread.tail_mean >= result.spread.mean - 1e-12, "{}", result.name);
        assert!(
            result.chance_with.low() <= result.chance_with.value
                && result.chance_with.value <= result.chance_with.high()
        );
        assert_eq!(result.tonnes_per_eur.is_some(), result.public_cost.low() > 0.0, "{}", result.name);
        assert!(!result.flows.is_empty() && !result.checks.is_empty(), "{}", result.name);
        assert!(workings.get(&format!("instrument.public-cost/small/{}", result.name)).is_some());
        let flows = |party: &dyn Fn(&adit_model::choose::instruments::FlowYear) -> f64| {
            result.flows.iter().map(party).sum::<f64>()
        };
        assert!(flows(&|flow| flow.expected) > 0.0);
    }
    let of = |kind| results.iter().find(|result| result.kind == kind).unwrap();
    // A floor pays only where prices are poor, so its tail is far above its mean; a grant's is not.
    let floor = of(InstrumentKind::PriceFloor);
    assert!(floor.spread.tail_mean > 2.0 * floor.spread.mean);
    // Exploration is paid for although the third project fails.
    let drilled = of(InstrumentKind::ExplorationCoFunding);
    close(drilled.cost_if_built, 8.0 * 0.5 / 3.0);
    close(
        drilled.public_cost.value,
        drilled.cost_if_built * drilled.chance_with.value + 4.0 * (1.0 - drilled.chance_with.value),
    );
}

#[test]
fn equity_on_private_terms_is_no_aid_and_adds_nothing() {
    let setting = setting(None, "regional-investment");
    let offers = [Offer::new(Terms::Equity { share: 0.2, cap: None })];
    let results = compare(&setting, &offers, &[], (SMALL, &worlds(&[SMALL])), &mut Workings::default());
    assert_eq!(results[0].grant_equivalent.value, Some(0.0));
    assert!(results[0].notes.iter().any(|note| note.contains("no aid")));
    // 20 paid in, 14 twice received: at 3 % the public earns, so that there are no tonnes per euro.
    assert!(results[0].cost_if_built < 0.0);
    assert_eq!(results[0].tonnes_per_eur, None);
}

#[test]
fn a_larger_grant_costs_more_and_makes_the_project_likelier() {
    let setting = setting(None, "regional-investment");
    let offers: Vec<Offer> = [0.1, 0.2, 0.4].map(|share| Offer::new(Terms::Grant { share })).into();
    let results = compare(&setting, &offers, &[], (SMALL, &worlds(&[SMALL])), &mut Workings::default());
    assert!(results.is_sorted_by(|one, other| one.public_cost.value < other.public_cost.value));
    assert!(results.is_sorted_by(|one, other| one.chance_with.value < other.chance_with.value));
    assert!(results.is_sorted_by(|one, other| one.intensity < other.intensity));
}

#[test]
fn without_a_year_or_a_state_there_is_no_panic() {
    let setting = setting(None, "regional-investment");
    let nothing = World { operating: &[], investment: &[], exploration: &[], output: &[], price: &[] };
    let results = compare(&setting, &usual_offers(), &[], (nothing, &worlds(&[])), &mut Workings::default());
    assert_eq!(results.len(), 8);
    assert!(results.iter().all(|result| result.tonnes_per_eur.is_none() && result.intensity.is_none()));
}

#[test]
fn the_same_size_in_grant_equivalent() {
    let setting = setting(None, "regional-investment");
    let loan = Offer::new(Terms::SoftLoan { share: 0.4, rate: 0.01, grace: 0, term: 2 });
    let gge = |offer: &Offer| {
        let offers = [offer.clone()];
        let results = compare(&setting, &offers, &[], (SMALL, &worlds(&[SMALL])), &mut Workings::default());
        results[0].grant_equivalent.value.unwrap()
    };
    let wanted = 1.0;
    let scaled = loan.scaled(wanted / gge(&loan)).unwrap();
    close(gge(&scaled), wanted);
    assert_eq!(loan.scaled(10.0), None);
}
