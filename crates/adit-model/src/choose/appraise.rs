//! **What is a project worth, to whom, and how sure is that?**
//!
//! A [`ProjectPlan`] says what a project builds, sells, spends and owes; [`appraise`] turns it into cash flows by year and
//! what follows from them: net present value, internal rates of return, payback, debt cover, break-even price, levelised
//! cost, and what the public earns.
//!
//! Money is in million euro. **Every line is computed in nominal money**, because tax is: depreciation, carried losses,
//! working capital, bonds and loans are sums of the past. Real figures are the same lines deflated; so real flows meet
//! real rates and nominal flows nominal rates, and the two net present values are one number
//! (`(1 + nominal) = (1 + real) × (1 + inflation)`; I. Fisher, The Theory of Interest, 1930, ch. XIX).
//!
//! What happens in a year is counted at the year's end, and valued at the end of the year in whose money prices are.

mod appraisal;
mod break_even;
mod cash_flow;
mod debt;
pub mod draws;
mod error;
pub mod gather;
mod irr;
mod levelised_cost;
mod line_item;
mod lines;
mod matters;
mod npv;
mod numbers;
mod payback;
mod plan;
pub mod price;
mod schedule;
pub mod stages;
mod tax;
pub mod waiting;
#[cfg(test)]
mod worked_cases;
mod write;

pub use appraisal::{Appraisal, PublicIncome, appraise};
pub use break_even::{BreakEven, break_even_price, worth};
pub use cash_flow::{CashFlow, Details, EquityLine, Line, Phase, cash_flow, each_year, with_numbers};
pub use debt::{DebtCover, debt_cover};
pub use error::AppraisalError;
pub use gather::{Asked, OwnProject, PriceFrom, gather};
pub use irr::{IRR_HIGH, IRR_LOW, Root, Roots, internal_rates, sign_changes};
pub use levelised_cost::levelised_cost;
pub use line_item::LineItem;
pub use matters::{Matters, matters};
pub use npv::{carried, net_present_value, nominal_rate};
pub use numbers::{Named, Numbers, ProductNumbers};
pub use payback::payback;
pub use plan::{
    Costs, Debt, Depreciation, Finance, Fiscal, Given, Levy, LevyBase, LossCarryForward, MOST_YEARS, Phases, Product,
    ProjectPlan,
};
pub use schedule::{Schedule, Timing};
pub use write::write;

/// All rules of appraisals, which stand in docs/src/methods/appraisal.md.
pub fn rules() -> Vec<&'static adit_number::Rule> {
    [
        lines::RULES.as_slice(),
        appraisal::RULES.as_slice(),
        gather::RULES.as_slice(),
        price::RULES.as_slice(),
        &[&draws::DRAWN, &matters::MATTERS, &stages::STAGED, &waiting::WAITING],
    ]
    .concat()
}
