//! What a limit costs: the change of the objective when it is loosened by one stated unit and the portfolio is solved
//! again (rules of calculation §6.2). Duals of the relaxation are no prices: a lumpy choice may not move at all for one
//! unit, or jump.

use super::candidates::{Choice, LimitRule, Portfolio};
use super::means::Means;
use super::measure::Measure;
use super::solve::Answer;
use crate::problem::SolveError;

/// What a limit costs.
#[derive(Debug, Clone, PartialEq)]
pub struct Price {
    /// The limit, by its place.
    pub limit: usize,
    /// By how much it was loosened, in the unit of the limit.
    pub by: f64,
    /// Unit.
    pub unit: &'static str,
    /// Change of the objective; none where one of the two solves was not proved.
    pub price: Option<f64>,
    /// The choice with the looser limit.
    pub choice: Option<Choice>,
}

/// By how much a limit is loosened, with the unit; none where loosening it makes no sense.
pub fn unit(rule: &LimitRule) -> Option<(f64, &'static str)> {
    match rule {
        LimitRule::Budget { .. } | LimitRule::Return { .. } => Some((1.0, "million EUR")),
        LimitRule::Benchmark { .. } => Some((0.01, "share of consumption")),
        LimitRule::Measure { measure, .. } => Some(match measure {
            // A tonne, a cubic metre or a tonne of carbon dioxide would not be seen.
            Measure::Carbon | Measure::Water => (1000.0, measure.unit()),
            Measure::Tonnes => (100.0, measure.unit()),
            _ => (1.0, measure.unit()),
        }),
        LimitRule::Fairness { .. } => Some((0.01, "share of public money")),
        LimitRule::Feed { .. } => Some((100.0, "t/a")),
        LimitRule::Exclusion { .. } => Some((1.0, "projects")),
        LimitRule::SupplyRisk { .. } => Some((0.01, "SR")),
        LimitRule::Include(_) | LimitRule::Exclude(_) | LimitRule::Prerequisite { .. } => None,
    }
}

/// The same rule, looser by an amount that is not negative. Include, exclude and prerequisites stay as they are.
pub fn loosened(rule: &LimitRule, by: f64) -> LimitRule {
    let mut looser = rule.clone();
    match &mut looser {
        LimitRule::Budget { most, .. }
        | LimitRule::Fairness { most, .. }
        | LimitRule::Exclusion { most, .. }
        | LimitRule::SupplyRisk { most, .. } => *most += by,
        LimitRule::Feed { outside, .. } => *outside += by,
        LimitRule::Benchmark { least, .. } | LimitRule::Return { least, .. } => *least -= by,
        LimitRule::Measure { bound, .. } => *bound = bound.loosened(by),
        LimitRule::Include(_) | LimitRule::Exclude(_) | LimitRule::Prerequisite { .. } => {}
    }
    looser
}

/// The price of a limit, `from` the best choice under it.
pub fn price(
    portfolio: &Portfolio,
    means: Means<'_>,
    from: &Answer,
    limit: usize,
) -> Result<Option<Price>, SolveError> {
    let Some((by, unit)) = unit(&portfolio.limits[limit].rule) else { return Ok(None) };
    let mut looser = portfolio.clone();
    looser.limits[limit].rule = loosened(&looser.limits[limit].rule, by);
    let solved = means.solve(&looser, from.choice.as_ref())?;
    let price = (solved.proved() && from.proved()).then(|| {
        let change = solved.objective - from.objective;
        // Both are proved only up to the gap that was asked for: what is less than that is nothing.
        if change.abs() <= means.options.gap * from.objective.abs().max(1e-9) { 0.0 } else { change }
    });
    Ok(Some(Price { limit, by, unit, price, choice: solved.choice }))
}
