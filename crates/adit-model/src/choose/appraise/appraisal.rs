//! What follows from the cash flows of a plan in its base case.

use adit_facts::choose::fiscal::Level;
use adit_number::Rule;

use super::AppraisalError;
use super::break_even::{BREAK_EVEN, BreakEven, break_even_price};
use super::cash_flow::{CashFlow, cash_flow};
use super::debt::{COVER, DebtCover, debt_cover};
use super::irr::{IRR, Roots, internal_rates};
use super::levelised_cost::{LEVELISED_COST, levelised_cost};
use super::npv::{NPV, carried, net_present_value, nominal_rate};
use super::payback::{PAYBACK, payback};
use super::plan::ProjectPlan;

/// Public income.
pub static PUBLIC_INCOME: Rule = Rule {
    id: "appraise.public-income",
    says: "What the public earns by a levy over the years of the plan, in money of the plan's year, not discounted",
    formula: "Σ levy(t) / index(t)",
    unit: "million EUR",
    source: "The law of each levy, as table fiscal-terms cites it",
};

/// The rules of results.
pub static RULES: [&Rule; 7] = [&NPV, &IRR, &PAYBACK, &COVER, &BREAK_EVEN, &LEVELISED_COST, &PUBLIC_INCOME];

/// A project appraised in its base case. Million euro.
#[derive(Debug, Clone, PartialEq)]
pub struct Appraisal {
    /// Cash flows in nominal money.
    pub nominal: CashFlow,
    /// The same in money of the plan's year.
    pub real: CashFlow,
    /// Net present value at the end of the plan's year of money, from real flows at the real rate.
    pub npv: f64,
    /// The same from nominal flows at the nominal rate; equal up to rounding.
    pub npv_nominal: f64,
    /// Net present value of the owners' cash flow at the same rate.
    pub npv_equity: f64,
    /// Real internal rates of the project.
    pub irr: Roots,
    /// Nominal internal rates of the project.
    pub irr_nominal: Roots,
    /// Real internal rates of the owners.
    pub irr_equity: Roots,
    /// Years from the first money spent until it is back, real.
    pub payback: Option<f64>,
    /// The same with discounted flows.
    pub discounted_payback: Option<f64>,
    /// Cover of debt service; `None` without a loan.
    pub debt_cover: Option<DebtCover>,
    /// Break-even price of the main product.
    pub break_even: BreakEven,
    /// Levelised cost, euro a tonne contained of the main product.
    pub levelised_cost: Option<f64>,
    /// What the public earns, by levy, the corporate tax last.
    pub public_income: Vec<PublicIncome>,
}

/// What the public earns by one levy. Million euro in money of the plan's year.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicIncome {
    /// Id of the levy, or `corporate-tax`.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Who receives it.
    pub level: Level,
    /// By year of the plan.
    pub by_year: Vec<f64>,
    /// Over all years, not discounted.
    pub total: f64,
}

/// Appraises a plan in its base case.
pub fn appraise(plan: &ProjectPlan) -> Result<Appraisal, AppraisalError> {
    let nominal = cash_flow(plan)?;
    let real = nominal.real();
    let rate = plan.finance.discount.value;
    let at_nominal = nominal_rate(rate, plan.finance.inflation.value);
    let past = plan.money_year - plan.first_year();
    let (flows, owners) = (real.net(), real.equity());
    Ok(Appraisal {
        npv: carried(net_present_value(&flows, rate), rate, past),
        npv_nominal: carried(net_present_value(&nominal.net(), at_nominal), at_nominal, past),
        npv_equity: carried(net_present_value(&owners, rate), rate, past),
        irr: internal_rates(&flows),
        irr_nominal: internal_rates(&nominal.net()),
        irr_equity: internal_rates(&owners),
        payback: payback(&flows, 0.0),
        discounted_payback: payback(&flows, rate),
        debt_cover: debt_cover(&nominal),
        break_even: break_even_price(plan),
        levelised_cost: levelised_cost(&real, plan.products[0].contained.value, rate),
        public_income: public_income(plan, &real),
        nominal,
        real,
    })
}

fn public_income(plan: &ProjectPlan, real: &CashFlow) -> Vec<PublicIncome> {
    let income = |id: &str, label: &str, level, by_year: Vec<f64>| PublicIncome {
        id: id.to_owned(),
        label: label.to_owned(),
        level,
        total: by_year.iter().sum(),
        by_year,
    };
    let levies =
        plan.fiscal.levies.iter().enumerate().map(|(at, levy)| {
            income(&levy.id, &levy.label, levy.level, real.levies.iter().map(|year| year[at]).collect())
        });
    let corporate = plan.fiscal.corporate_tax_levels.iter().map(|(level, part)| {
        let by_year = real.lines.iter().map(|line| line.tax * part).collect();
        income("corporate-tax", "Corporate tax", *level, by_year)
    });
    levies.chain(corporate).collect()
}
