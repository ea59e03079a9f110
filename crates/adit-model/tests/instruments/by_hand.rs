//! The worked cases of the method page, number by number.

use adit_model::choose::instruments::payments::{CHANNELS, difference, pay};
use adit_model::choose::instruments::{Offer, Schedule, Terms, compare, guarantee_equivalent, loan_equivalent};
use adit_model::workings::Workings;

use super::{SMALL, close, setting, worlds};

fn paid(terms: &Terms) -> Vec<[f64; CHANNELS]> {
    let mut paid = vec![[0.0; CHANNELS]; SMALL.operating.len()];
    pay(terms, &SMALL, &mut paid);
    paid
}

#[test]
fn contract_for_difference() {
    assert_eq!(difference(20_000.0, 15_000.0, false), 5_000.0);
    assert_eq!(difference(20_000.0, 25_000.0, false), 0.0);
    assert_eq!(difference(20_000.0, 25_000.0, true), -5_000.0);
    let floor = |two_sided| Terms::PriceFloor { strike: 20_000.0, share: 1.0, years: 10, two_sided };
    let one_sided = paid(&floor(false));
    close(one_sided[1][0], 5.0);
    assert_eq!(one_sided[2], [0.0; CHANNELS]);
    let two_sided = paid(&floor(true));
    close(two_sided[1][0], 5.0);
    close(two_sided[2][1], 5.0);
}

#[test]
fn soft_loan_with_grace() {
    // 100 lent at 1 % against 4 %: balances 100, 100, 50 at the beginning of years 1 to 3.
    let schedule = Schedule { built: 0, grace: 1, term: 2, rate: 0.01 };
    let drawn = [100.0, 0.0, 0.0, 0.0];
    let wanted = 3.0 / 1.03 + 3.0 / 1.0609 + 1.5 / 1.092_727;
    close(loan_equivalent(schedule, &drawn, 0.04, 0.03), wanted);
    close((wanted * 1e4).round() / 1e4, 7.1131);
}

#[test]
fn guarantee_premium() {
    // 80 % of the same loan covered for 0.5 % where 2 % are without aid.
    let schedule = Schedule { built: 0, grace: 1, term: 2, rate: 0.04 };
    let drawn = [100.0, 0.0, 0.0, 0.0];
    let wanted = 1.2 / 1.03 + 1.2 / 1.0609 + 0.6 / 1.092_727;
    close(guarantee_equivalent(schedule, &drawn, 0.8, (0.02, 0.005), 0.03), wanted);
    close((wanted * 1e4).round() / 1e4, 2.8452);
}

#[test]
fn guarantee_called() {
    // The project has no cash in year 2: the instalment of 1 interest and 25 repayment is unpaid, the public pays 80 % of it.
    let world = adit_model::choose::instruments::World {
        operating: &[0.0, 10.0, 0.0, 100.0],
        investment: &[50.0, 0.0, 0.0, 0.0],
        exploration: &[0.0; 4],
        output: &[0.0, 1.0, 1.0, 1.0],
        price: &[1.0; 4],
    };
    let terms = Terms::Guarantee { share: 0.5, cover: 0.8, premium: 0.0, rate: 0.04, grace: 1, term: 1 };
    let mut paid = vec![[0.0; CHANNELS]; 4];
    pay(&terms, &world, &mut paid);
    close(paid[0][0], 25.0);
    close(paid[1][1], 1.0);
    close(paid[2][2], 0.8 * 26.0);
    // Paid back with a year's interest as soon as there is cash: 80 % to the public, the rest to the bank.
    close(paid[3][3], 0.8 * 26.0 * 1.04);
    close(paid[3][1], 0.2 * 26.0 * 1.04);
}

#[test]
fn purchase_guarantee() {
    // 300 t of the first year are bought at 20 000, stored for a year at 2 %, sold at 25 000 less 5 %.
    let terms =
        Terms::PurchaseGuarantee { price: 20_000.0, share: 0.3, years: 5, stored: 1, storage: 0.02, discount: 0.05 };
    let paid = paid(&terms);
    close(paid[1][0], 6.0);
    close(paid[1][1], 4.5);
    close(paid[1][3], 0.12);
    close(paid[2][2], 0.3 * 25.0 * 0.95);
    // The second year the market pays more: nothing is bought.
    assert_eq!(paid[2][0], 0.0);
}

#[test]
fn grant_and_tonnes_per_euro() {
    let setting = setting(Some("PT1C3"), "regional-investment");
    let mut workings = Workings::default();
    let offers = [Offer::new(Terms::Grant { share: 0.2 })];
    let results = compare(&setting, &offers, &[], (SMALL, &worlds(&[SMALL])), &mut workings);
    let grant = &results[0];
    close(grant.cost_if_built, 20.0);
    close(grant.grant_equivalent.value.unwrap(), 20.0);
    close(grant.intensity.unwrap(), 0.2);
    close(grant.npv_without, -100.0 + 70.0 / 1.1 + 70.0 / 1.21);
    close(grant.npv_gain, 20.0);
    // Odds 1 become exp(4 × 0.2).
    let with = (0.8_f64).exp() / (1.0 + (0.8_f64).exp());
    close(grant.chance_with.value, with);
    close(grant.public_cost.value, 20.0 * with);
    let tonnes = (with - 0.5) * (1000.0 / 1.03 + 1000.0 / 1.0609);
    close(grant.additional_tonnes.value, tonnes);
    close((tonnes * 100.0).round() / 100.0, 363.51);
    let per_euro = grant.tonnes_per_eur.unwrap().value;
    close(per_euro * 1e6, tonnes / (20.0 * with));
    // 1 000 t of 20 000 t are five points.
    close(grant.points_per_million.unwrap().value, 5.0 * (with - 0.5) / (20.0 * with));
    close(grant.leverage.unwrap(), 4.0);
}

#[test]
fn every_figure_opens() {
    let setting = setting(Some("PT1C3"), "regional-investment");
    let mut workings = Workings::default();
    let offers = [Offer::new(Terms::SoftLoan { share: 0.4, rate: 0.01, grace: 0, term: 2 })];
    let results = compare(&setting, &offers, &[], (SMALL, &worlds(&[SMALL])), &mut workings);
    for (figure, value) in [
        ("public-cost", results[0].public_cost.value),
        ("gge", results[0].grant_equivalent.value.unwrap()),
        ("tonnes-per-eur", results[0].tonnes_per_eur.unwrap().value),
        ("intensity", results[0].intensity.unwrap()),
    ] {
        let working = workings.get(&format!("instrument.{figure}/small/soft-loan")).unwrap();
        assert_eq!(working.number.value, value, "{figure}");
        assert!(!working.inputs.is_empty(), "{figure}");
    }
    // Every number that another was computed from is there as well.
    for (id, working) in workings.iter() {
        for input in &working.inputs {
            if let adit_model::workings::Input::Number(of) = input {
                assert!(workings.get(of).is_some(), "{id} is computed from {of}, which does not open");
            }
        }
    }
}
