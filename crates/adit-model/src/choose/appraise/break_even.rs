//! The price at which a project is worth nothing and costs nothing.

use adit_number::{Real, Rule};

use super::Numbers;
use super::cash_flow::each_year;
use super::npv::{carried, net_present_value};
use super::plan::ProjectPlan;

/// Break-even price.
pub static BREAK_EVEN: Rule = Rule {
    id: "appraise.break-even-price",
    says: "Constant real price of the main product at which the net present value is zero, everything else as in the base case; found by halving a bracket",
    formula: "price: NPV(price) = 0",
    unit: "EUR/t",
    source: "Stermole & Stermole (2014), ch. 3 (break-even analysis)",
};

/// Break-even price of the main product.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BreakEven {
    /// Euro a tonne of product, with the bracket within which it lies.
    Price {
        /// The price.
        price: f64,
        /// Lower and upper end: below zero worth at one, not below it at the other.
        bracket: (f64, f64),
    },
    /// The project is worth something even if the main product is given away.
    AtAnyPrice,
    /// No price up to a million times the base price pays for it: what is earned is taken away again.
    AtNone,
}

/// Net present value of a sound plan with any numbers, million euro of its year of money.
pub fn worth<R: Real>(plan: &ProjectPlan, numbers: &Numbers<R>) -> R {
    let mut net = Vec::with_capacity(plan.years());
    each_year(plan, numbers, |line, _, _| net.push(line.net / line.index));
    carried(net_present_value(&net, numbers.discount), numbers.discount, plan.money_year - plan.first_year())
}

/// Break-even price of a sound plan.
pub fn break_even_price(plan: &ProjectPlan) -> BreakEven {
    let mut numbers = Numbers::base(plan);
    let count = plan.products.len();
    let mut at = |price: f64| {
        numbers.prices.iter_mut().step_by(count).for_each(|one| *one = price);
        worth(plan, &numbers)
    };
    if at(0.0) >= 0.0 {
        return BreakEven::AtAnyPrice;
    }
    let base = plan.products[0].price.value;
    let (mut low, mut high) = (0.0, if base > 0.0 { base } else { 1.0 });
    let mut doubled = 0;
    while at(high) < 0.0 {
        (low, high) = (high, 2.0 * high);
        doubled += 1;
        if doubled > 20 {
            return BreakEven::AtNone;
        }
    }
    // Half of a bracket a hundred times is less than the last bit; it ends when nothing lies between.
    loop {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            return BreakEven::Price { price: high, bracket: (low, high) };
        }
        if at(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
}
