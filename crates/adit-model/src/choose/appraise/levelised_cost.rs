//! Levelised cost of a tonne.

use adit_number::Rule;

use super::cash_flow::CashFlow;

/// Levelised cost.
pub static LEVELISED_COST: Rule = Rule {
    id: "appraise.levelised-cost",
    says: "Constant real price for each tonne contained of the main product that pays all costs of the project before taxes on profit, by-products taken off: costs and tonnes discounted at the same real rate",
    formula: "Σ (exploration + capital + sustaining + operating + feed + royalty + closure + working capital + bond − by-products)(t) / (1 + r)^t ÷ Σ tonnes(t) / (1 + r)^t",
    unit: "EUR/t",
    source: "IEA and OECD/NEA, Projected Costs of Generating Electricity, 2020 edition, ch. 2 (levelised cost), applied to a tonne",
};

/// Euro a tonne contained, from real flows and the tonnes of the material in a tonne of the main product; `None` without
/// output.
pub fn levelised_cost(real: &CashFlow, contained: f64, rate: f64) -> Option<f64> {
    let mut factor = 1.0;
    let (mut cost, mut tonnes) = (0.0, 0.0);
    for (line, made) in real.lines.iter().zip(&real.tonnes) {
        let spent = line.exploration
            + line.capital
            + line.sustaining
            + line.operating_cost
            + line.feed
            + line.royalty
            + line.closure
            + line.working_capital
            + line.bond_paid
            - line.bond_released
            - line.by_products;
        cost += spent * factor;
        tonnes += made.first().copied().unwrap_or(0.0) * contained * factor;
        factor /= 1.0 + rate;
    }
    (tonnes > 0.0).then(|| cost * 1e6 / tonnes)
}
