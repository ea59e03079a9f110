//! The worked cases of docs/src/methods/appraisal.md, and what must hold of every plan.

use adit_number::{Ranged, stable_key, uniform};

use super::draws::{DrawsAsked, Worlds, draw};
use super::plan::tests::mine;
use super::price::{PriceModels, PriceProcess};
use super::*;

fn close(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-9 * (1.0 + b.abs()), "{a} is not {b}");
}

fn stated(value: f64) -> Given {
    Given::stated("of a test", value, "")
}

/// Discounted sum of 1 in years 2 to 5 at 10 %.
fn annuity() -> f64 {
    (2..=5).map(|year| 1.1_f64.powi(-year)).sum()
}

#[test]
fn the_round_mine() {
    let appraisal = appraise(&mine()).unwrap();
    let net = appraisal.nominal.net();
    // 60 revenue, 20 operating cost, 25 depreciation: 15 of profit, 3 of tax.
    for (found, by_hand) in net.iter().zip([-50.0, -50.0, 37.0, 37.0, 37.0, 37.0, -10.0, 0.0]) {
        close(*found, by_hand);
    }
    let npv = -50.0 - 50.0 / 1.1 + 37.0 * annuity() - 10.0 / 1.1_f64.powi(6);
    close(appraisal.npv, npv);
    close(appraisal.npv_nominal, npv);
    close(appraisal.payback.unwrap(), 3.0 + 26.0 / 37.0);
    let costs = 50.0 + 50.0 / 1.1 + 20.0 * annuity() + 10.0 / 1.1_f64.powi(6);
    close(appraisal.levelised_cost.unwrap(), costs * 1e6 / (1000.0 * annuity()));
    // A euro more a tonne is worth 1000 t, less a fifth of tax, in each of four years.
    let by_hand = 60_000.0 - npv / (0.8 * 1000.0 * annuity() / 1e6);
    let BreakEven::Price { price, .. } = appraisal.break_even else { panic!("{:?}", appraisal.break_even) };
    close(price, by_hand);
    // Money goes out, comes in, and goes out again for closure: no rate is called the internal rate of return.
    assert_eq!((appraisal.irr.sign_changes, appraisal.irr.roots.len(), appraisal.irr.only()), (2, 2, None));
    for root in &appraisal.irr.roots {
        assert!(net_present_value(&net, root.rate).abs() < 1e-6 * (1.0 / (1.0 + root.rate)).powi(7).max(1.0));
    }
    close(appraisal.public_income.iter().map(|one| one.total).sum(), 12.0);
}

#[test]
fn the_loan_of_the_round_mine() {
    let mut plan = mine();
    plan.finance.debt = Some(Debt { share: stated(0.5), rate: stated(0.08), grace: 0, term: 4 });
    let appraisal = appraise(&plan).unwrap();
    let cover = appraisal.debt_cover.unwrap();
    // Interest of 2 before any profit is a loss; then 4, 3, 2, 1 beside 12.5 of repayment.
    let by_hand = [(40.0 - 1.8) / 16.5, (40.0 - 2.4) / 15.5, (40.0 - 2.6) / 14.5, (40.0 - 2.8) / 13.5];
    assert_eq!(cover.by_year.len(), 4);
    for ((_, found), by_hand) in cover.by_year.iter().zip(by_hand) {
        close(*found, by_hand);
    }
    close(cover.least, by_hand[0]);
    close(cover.average, by_hand.iter().sum::<f64>() / 4.0);
    close(appraisal.nominal.lines.last().unwrap().equity.balance, 0.0);
    // Without a rate of interest and at no discount, a loan moves nothing but time.
    plan.finance.debt = Some(Debt { share: stated(0.5), rate: stated(0.0), grace: 0, term: 4 });
    let flow = cash_flow(&plan).unwrap();
    close(flow.equity().iter().sum(), flow.net().iter().sum());
}

#[test]
fn tax_is_nominal() {
    // With inflation the deduction for the investment is worth less, so the real value falls although nothing real changed.
    let mut plan = mine();
    let without = appraise(&plan).unwrap().npv;
    plan.finance.inflation = stated(0.05);
    let with = appraise(&plan).unwrap();
    assert!(with.npv < without);
    close(with.npv, with.npv_nominal);
    // By hand: real depreciation is 50 (1 + 1.05) / 4 nominal, deflated.
    let deduction = 50.0 * (1.0 + 1.05) / 4.0;
    let lost: f64 = (2..=5).map(|year| 0.2 * (25.0 - deduction / 1.05_f64.powi(year)) / 1.1_f64.powi(year)).sum();
    close(with.npv, without - lost);
    // Without tax inflation changes nothing.
    plan.fiscal.corporate_tax = stated(0.0);
    let taxless = appraise(&plan).unwrap().npv;
    plan.finance.inflation = stated(0.0);
    close(taxless, appraise(&plan).unwrap().npv);
}

#[test]
fn losses_are_carried_and_grow_too_old() {
    let mut plan = mine();
    plan.costs.exploration = stated(20.0);
    plan.phases.exploration = stated(1.0);
    let tax = |plan: &ProjectPlan| cash_flow(plan).unwrap().lines.iter().map(|line| line.tax).sum::<f64>();
    // 20 of exploration are deducted from the first profits: 60 - 20 at 20 %.
    close(tax(&plan), 8.0);
    plan.fiscal.losses.share = stated(0.5);
    // Half of each profit of 15 at most: 7.5, 7.5, 5.
    close(tax(&plan), 8.0);
    plan.fiscal.losses.years = Some(3);
    // The loss is of year 0; profits begin in year 3, its last: 7.5 are used.
    close(tax(&plan), (60.0 - 7.5) * 0.2);
    plan.fiscal.losses.years = Some(2);
    close(tax(&plan), 12.0);
}

#[test]
fn a_bond_is_cash_and_no_cost() {
    let mut plan = mine();
    let without = appraise(&plan).unwrap();
    plan.costs.bond = stated(1.0);
    let with = appraise(&plan).unwrap();
    let paid: f64 = with.nominal.lines.iter().map(|line| line.bond_paid).sum();
    close(paid, 10.0);
    close(with.nominal.lines.iter().map(|line| line.bond_released).sum(), paid);
    close(with.nominal.net().iter().sum(), without.nominal.net().iter().sum());
    assert!(with.npv < without.npv, "money that is bound still costs its interest");
    // Paid in the year before output, back with closure.
    close(with.npv, without.npv - 10.0 / 1.1 + 10.0 / 1.1_f64.powi(6));
}

#[test]
fn working_capital_comes_back() {
    let mut plan = mine();
    plan.costs.working_capital = stated(0.1);
    let flow = cash_flow(&plan).unwrap();
    let changes: Vec<f64> = flow.lines.iter().map(|line| line.working_capital).collect();
    close(changes[2], 6.0);
    close(changes[6], -6.0);
    close(changes.iter().sum(), 0.0);
}

#[test]
fn delay_and_ramp_up_move_output() {
    let mut plan = mine();
    plan.phases.delay = stated(0.5);
    plan.phases.ramp = stated(2.0);
    let flow = cash_flow(&plan).unwrap();
    let output: Vec<f64> = flow.lines.iter().map(|line| line.output).collect();
    // Output begins in the middle of year 2: at a quarter of full when the year ends, which is 1/16 of a year's.
    close(output[2], 0.5 * 0.5 / 4.0);
    close(output[3], 1.5 * 1.5 / 4.0 - 0.0625);
    close(output.iter().sum(), 1.0 + 2.0);
    close(flow.lines.iter().map(|line| line.capital).sum(), 100.0);
    close(flow.lines.iter().map(|line| line.depreciation).sum(), 100.0);
}

#[test]
fn what_was_spent_before_is_counted_with_its_interest() {
    let plan = mine();
    let mut later = mine();
    later.money_year = 2028;
    close(appraise(&later).unwrap().npv, appraise(&plan).unwrap().npv * 1.21);
}

#[test]
fn values_and_bounds_follow_one_formula() {
    let mut plan = mine();
    plan.products[0].price = Given::ranging("of a test", 60_000.0, 50_000.0, 70_000.0, "");
    let numbers = Numbers::read(&plan, |_, given| Ranged::new(given.value, given.low, given.high));
    let found = worth(&plan, &numbers);
    close(found.value, appraise(&plan).unwrap().npv);
    for price in [50_000.0, 57_000.0, 70_000.0] {
        let mut one = plan.clone();
        one.products[0].price = stated(price);
        let value = appraise(&one).unwrap().npv;
        assert!(found.low() <= value && value <= found.high());
    }
}

/// A plan of random numbers.
fn random(seed: u64) -> ProjectPlan {
    let mut plan = mine();
    let u = |what: &str| uniform(seed, 0, stable_key(what));
    plan.phases.construction = stated(1.0 + 3.0 * u("construction"));
    plan.phases.delay = stated(2.0 * u("delay"));
    plan.phases.ramp = stated(3.0 * u("ramp"));
    plan.phases.life = stated(1.0 + 20.0 * u("life"));
    plan.phases.closure = stated(0.5 + 4.0 * u("closing"));
    plan.phases.aftercare = stated(0.5 + 10.0 * u("caring"));
    plan.costs.operating = stated(60_000.0 * u("operating"));
    plan.costs.feed = stated(5_000.0 * u("feed"));
    plan.costs.feed_share = stated(0.3 * u("feed-share"));
    plan.costs.closure = stated(30.0 * u("closure"));
    plan.costs.aftercare = stated(u("aftercare"));
    plan.costs.bond = stated(u("bond"));
    plan.costs.sustaining = stated(4.0 * u("sustaining"));
    plan.costs.working_capital = stated(0.3 * u("working"));
    plan.fiscal.levies[0].rate = stated(0.1 * u("royalty"));
    plan.finance.inflation = stated(0.04 * u("inflation"));
    plan
}

#[test]
fn lines_add_up_and_real_is_nominal() {
    for seed in 0..200 {
        let plan = random(seed);
        let appraisal = appraise(&plan).unwrap();
        for line in &appraisal.nominal.lines {
            close(LineItem::CASH.iter().map(|(item, sign)| sign * item.of(line)).sum(), line.net);
        }
        close(appraisal.npv, appraisal.npv_nominal);
        for line in &appraisal.nominal.lines {
            let cash = line.revenue - line.royalty - line.operating_cost - line.feed - line.closure - line.exploration;
            close(line.profit, cash - line.local_taxes - line.depreciation);
        }
        let total = |of: fn(&Line<f64>) -> f64| appraisal.nominal.lines.iter().map(of).sum::<f64>();
        close(total(|line| line.bond_paid), total(|line| line.bond_released));
        close(total(|line| line.working_capital), 0.0);
        close(total(|line| line.depreciation), total(|line| line.capital) + total(|line| line.sustaining));
        let real = |of: fn(&Line<f64>) -> f64| appraisal.real.lines.iter().map(of).sum::<f64>();
        close(real(|line| line.capital), 100.0);
        close(
            real(|line| line.closure),
            plan.costs.closure.value + plan.costs.aftercare.value * plan.phases.aftercare.value,
        );
    }
}

#[test]
fn value_is_linear_in_flows_and_rises_with_price() {
    for seed in 0..50 {
        let flows = |salt: &str| (0..20).map(|t| uniform(seed, t, stable_key(salt)) - 0.4).collect::<Vec<f64>>();
        let (a, b) = (flows("a"), flows("b"));
        let sum: Vec<f64> = a.iter().zip(&b).map(|(a, b)| 2.0 * a + b).collect();
        close(net_present_value(&sum, 0.08), 2.0 * net_present_value(&a, 0.08) + net_present_value(&b, 0.08));
        let mut plan = random(seed);
        let mut last = f64::NEG_INFINITY;
        for price in [0.0, 20_000.0, 50_000.0, 90_000.0] {
            plan.products[0].price = stated(price);
            let value = appraise(&plan).unwrap().npv;
            assert!(value > last, "plan {seed}: worth {value} at {price}");
            last = value;
        }
    }
}

fn uncertain() -> (Vec<ProjectPlan>, PriceModels) {
    let mut plan = mine();
    plan.costs.capital = Given::ranging("of a test", 100.0, 90.0, 140.0, "");
    plan.phases.delay = Given::ranging("of a test", 0.0, 0.0, 2.0, "");
    let mut other = plan.clone();
    other.project = "other".into();
    let processes = [("lithium".to_owned(), PriceProcess::MeanReverting { speed: 0.3, volatility: 0.3 })];
    (vec![plan, other], PriceModels { processes: processes.into(), ..PriceModels::default() })
}

#[test]
fn draws_have_the_same_bits_on_any_number_of_threads() {
    let (plans, prices) = uncertain();
    let asked = DrawsAsked { draws: 1001, seed: 7, by_year: true };
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| draw(&plans, &prices, asked).unwrap())
    };
    assert_eq!(on(1), on(3));
}

#[test]
fn a_draw_is_that_of_its_world_and_no_other_project_changes_it() {
    let (plans, prices) = uncertain();
    let asked = DrawsAsked { draws: 100, seed: 7, by_year: false };
    let both = draw(&plans, &prices, asked).unwrap();
    let alone = draw(&plans[..1], &prices, asked).unwrap();
    assert_eq!(both[0], alone[0]);
    assert_ne!(both[0].npv_draws, both[1].npv_draws, "their costs are drawn apart");
    let worlds = Worlds::new(&plans, &prices, 7).unwrap();
    for at in 0..100 {
        assert_eq!(worlds.npv(0, at as u64).unwrap(), both[0].npv_draws[at]);
    }
    assert_eq!(worlds.prices(0, 3), worlds.prices(1, 3), "projects that sell the same share their prices");
}

#[test]
fn without_uncertainty_every_draw_is_the_base_case() {
    let plans = [mine()];
    let drawn = &draw(&plans, &PriceModels::default(), DrawsAsked { draws: 20, seed: 1, by_year: true }).unwrap()[0];
    let npv = appraise(&plans[0]).unwrap().npv;
    close(drawn.npv.p05, npv);
    close(drawn.npv.p95, npv);
    assert_eq!((drawn.below_zero, drawn.irr.several, drawn.by_year.len()), (0.0, 20, plans[0].years()));
}

#[test]
fn what_no_project_can_be_is_refused_in_words() {
    let refused = |change: fn(&mut ProjectPlan)| {
        let mut plan = mine();
        change(&mut plan);
        appraise(&plan).unwrap_err().to_string()
    };
    assert!(refused(|plan| plan.phases.life = stated(-3.0)).contains("operation-years is -3"));
    assert!(refused(|plan| plan.phases.life = stated(0.0)).contains("1 to 200 years"));
    assert!(refused(|plan| plan.finance.discount = stated(-1.0)).contains("discount-rate is -1"));
    assert!(refused(|plan| plan.products[0].capacity = stated(0.0)).contains("above zero"));
    assert!(refused(|plan| plan.products.clear()).contains("sells nothing"));
    assert!(refused(|plan| plan.costs.operating = stated(f64::NAN)).contains("operating-cost is NaN"));
    assert!(refused(|plan| plan.phases.closure = stated(0.0)).contains("closure costs money"));
    assert!(refused(|plan| plan.costs.capital.low = 200.0).contains("below its own lower limit"));
    assert!(refused(|plan| plan.products.push(plan.products[0].clone())).contains("stands twice"));
    assert!(refused(|plan| plan.phases.begins = 99_999).contains("1900 to 2300"));
    let loan = |plan: &mut ProjectPlan| {
        plan.finance.debt = Some(Debt { share: stated(0.5), rate: stated(0.05), grace: 3, term: 9 });
    };
    assert!(refused(loan).contains("must be at least one year and fit into the life"));
    let (plans, prices) = uncertain();
    assert!(draw(&plans, &prices, DrawsAsked { draws: 0, seed: 1, by_year: false }).is_err());
}

#[test]
fn a_life_of_two_hundred_years_is_computed() {
    let mut plan = mine();
    plan.phases.life = stated(200.0);
    plan.finance.inflation = stated(0.02);
    let appraisal = appraise(&plan).unwrap();
    assert!(appraisal.npv.is_finite() && !appraisal.irr.incomplete);
    close(appraisal.npv, appraisal.npv_nominal);
}

#[test]
fn every_line_opens() {
    let mut plan = random(3);
    plan.finance.debt = Some(Debt { share: stated(0.5), rate: stated(0.08), grace: 0, term: 1 });
    let appraisal = appraise(&plan).unwrap();
    let mut workings = crate::workings::Workings::default();
    write(&plan, &appraisal, &mut workings);
    for (id, working) in workings.iter() {
        assert!(!working.inputs.is_empty(), "{id} is computed from nothing");
        for input in &working.inputs {
            if let crate::workings::Input::Number(other) = input {
                assert!(workings.get(other).is_some(), "{id} names {other}, which does not open");
            }
        }
    }
    for line in &appraisal.nominal.lines {
        let id = format!("appraise.net/round-mine/{}", line.year);
        assert_eq!(workings.get(&id).map_or(0.0, |working| working.number.value), line.net);
    }
}
