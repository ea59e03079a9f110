//! What holds for every instrument in every state of the world.

use adit_model::choose::instruments::additionality::chance_with;
use adit_model::choose::instruments::payments::{CHANNELS, channels, difference, pay};
use adit_model::choose::instruments::{Party, Schedule, Terms, World, guarantee_equivalent, loan_equivalent};
use proptest::prelude::*;

const YEARS: usize = 12;

/// Flows of a project: two years of building, then output; cash and prices as they come.
fn flows() -> impl Strategy<Value = [Vec<f64>; 5]> {
    let operating = prop::collection::vec(-60.0..80.0, YEARS);
    let price = prop::collection::vec(1_000.0..40_000.0, YEARS);
    let output = prop::collection::vec(100.0..5_000.0, YEARS);
    (operating, price, output, 10.0..300.0, 0.0..20.0).prop_map(|(operating, price, mut output, capital, drilled)| {
        output[..3].fill(0.0);
        let mut investment = vec![0.0; YEARS];
        investment[1] = capital * 0.4;
        investment[2] = capital * 0.6;
        let mut exploration = vec![0.0; YEARS];
        exploration[0] = drilled;
        [operating, investment, exploration, output, price]
    })
}

fn world(flows: &[Vec<f64>; 5]) -> World<'_> {
    let [operating, investment, exploration, output, price] = flows;
    World { operating, investment, exploration, output, price }
}

fn terms(share: f64, rate: f64, strike: f64, years: usize) -> Vec<Terms> {
    vec![
        Terms::Grant { share },
        Terms::SoftLoan { share, rate, grace: years % 4, term: years },
        Terms::Guarantee { share, cover: 0.8, premium: rate / 2.0, rate, grace: years % 4, term: years },
        Terms::Equity { share, cap: None },
        Terms::Equity { share, cap: Some(rate) },
        Terms::PriceFloor { strike, share, years, two_sided: false },
        Terms::PriceFloor { strike, share, years, two_sided: true },
        Terms::PurchaseGuarantee { price: strike, share, years, stored: 2, storage: 0.02, discount: 0.05 },
        Terms::SharedInfrastructure { share, fee: rate },
        Terms::ExplorationCoFunding { share, repaid: 1.5 },
    ]
}

proptest! {
    #[test]
    fn what_one_pays_another_receives(
        flows in flows(), share in 0.0..1.0, rate in 0.0..0.12, strike in 1_000.0..40_000.0, years in 1_usize..9,
    ) {
        for terms in terms(share, rate, strike, years) {
            let mut paid = vec![[0.0; CHANNELS]; YEARS];
            pay(&terms, &world(&flows), &mut paid);
            for row in &paid {
                prop_assert!(row.iter().all(|amount| amount.is_finite() && *amount >= 0.0), "{terms:?}: {row:?}");
                let of = |party| channels(&terms).iter().zip(row).map(|(one, amount)| one.sign(party) * amount).sum::<f64>();
                let all: f64 = [Party::Public, Party::Project, Party::Bank, Party::Market].map(of).iter().sum();
                prop_assert!(all.abs() < 1e-9, "{terms:?}: {all}");
                // Nothing goes through a channel that the instrument does not have.
                prop_assert!(row[channels(&terms).len()..].iter().all(|amount| *amount == 0.0));
            }
        }
    }

    #[test]
    fn a_project_never_pays_a_loan_with_cash_that_it_has_not(
        flows in flows(), share in 0.0..1.0, rate in 0.0..0.12, years in 1_usize..9,
    ) {
        let world = world(&flows);
        let mut paid = vec![[0.0; CHANNELS]; YEARS];
        pay(&Terms::SoftLoan { share, rate, grace: 0, term: years }, &world, &mut paid);
        for (year, row) in paid.iter().enumerate().skip(3) {
            prop_assert!(row[1] <= world.cash(year).max(0.0) + 1e-9);
        }
    }

    #[test]
    fn a_loan_that_is_always_paid_is_worth_itself_at_its_own_rate(
        capital in 1.0..500.0, rate in 0.0..0.12, grace in 0_usize..4, term in 1_usize..6,
    ) {
        let mut drawn = vec![0.0; YEARS];
        drawn[0] = capital;
        let schedule = Schedule { built: 0, grace, term, rate };
        let (mut worth, mut factor) = (0.0, 1.0);
        schedule.each(drawn, |_, drawn, due| {
            worth += (due.interest + due.repayment - drawn) * factor;
            factor /= 1.0 + rate;
        });
        prop_assert!(worth.abs() < 1e-9 * capital, "{worth}");
    }

    #[test]
    fn a_loan_at_the_reference_rate_is_no_aid(capital in 1.0..500.0, rate in 0.0..0.12, above in 0.0..0.05) {
        let drawn = [capital, 0.0, 0.0, 0.0, 0.0];
        let at = |own: f64| loan_equivalent(Schedule { built: 0, grace: 1, term: 3, rate: own }, &drawn, rate, 0.03);
        prop_assert_eq!(at(rate), 0.0);
        prop_assert_eq!(at(rate + above), 0.0);
    }

    #[test]
    fn cheaper_and_larger_is_more_aid(
        capital in 1.0..500.0, more in 1.0..3.0, rate in 0.0..0.05, less in 0.0..1.0,
    ) {
        let loan = |capital: f64, rate: f64| {
            loan_equivalent(Schedule { built: 0, grace: 1, term: 3, rate }, &[capital, 0.0, 0.0, 0.0, 0.0], 0.06, 0.03)
        };
        prop_assert!(loan(capital * more, rate) >= loan(capital, rate));
        prop_assert!(loan(capital, rate * less) >= loan(capital, rate));
        let guarantee = |premium: f64| {
            let schedule = Schedule { built: 0, grace: 1, term: 3, rate };
            guarantee_equivalent(schedule, &[capital, 0.0, 0.0, 0.0, 0.0], 0.8, (0.038, premium), 0.03)
        };
        prop_assert!(guarantee(0.038 * less) >= guarantee(0.038));
        prop_assert_eq!(guarantee(0.038), 0.0);
    }

    #[test]
    fn a_floor_never_takes(strike in 0.0..50_000.0, price in 0.0..50_000.0) {
        prop_assert!(difference(strike, price, false) >= 0.0);
        prop_assert_eq!(difference(strike, price, true), -difference(price, strike, true));
    }

    #[test]
    fn more_gain_never_lowers_the_chance(chance in 0.0..=1.0, slope in 0.0..20.0, gain in -1.0..1.0, more in 0.0..1.0) {
        let before = chance_with(chance, slope, gain);
        prop_assert!((0.0..=1.0).contains(&before));
        prop_assert!(chance_with(chance, slope, gain + more) >= before - 1e-15);
    }
}
