//! What is asked of a chosen set: what each limit costs, why the others lost, what each chosen one is worth, and which
//! rules contradict each other. Each is solved again; what time does not allow is said and left open.

use adit_figure::number::{Reading, number};
use adit_model::choose::portfolio::conflict::{Conflict, conflict};
use adit_model::choose::portfolio::marginal::{price, unit};
use adit_model::choose::portfolio::means::Means;
use adit_model::choose::portfolio::why_not::{WhyNot, left_out, why_not, worth};
use adit_model::choose::portfolio::{Answer, LimitRule, Portfolio};
use adit_model::problem::SolveError;

use super::PortfolioAnswer;
use super::chosen::{PortfolioChange, PortfolioRejected};
use super::conflict::{PortfolioConflict, PortfolioConflictRule};
use super::opens::Opens;
use super::time::Deadline;
use crate::choose::appraisal::says::significant;
use crate::names::listed;

/// Adds what each limit costs, why the others lost, and what each chosen one is worth.
pub(crate) fn add(
    answer: &mut PortfolioAnswer,
    portfolio: &Portfolio,
    best: &Answer,
    (means, deadline): (Means<'_>, Deadline),
    opens: &Opens<'_>,
) -> Result<(), SolveError> {
    prices(answer, portfolio, best, (means, deadline), opens)?;
    for of in &mut answer.rejected {
        let Some((means, at)) = deadline.within(means).zip(portfolio.candidate(&of.project)) else { continue };
        let why_not = why_not(portfolio, means, best, at)?;
        *of = rejected(portfolio, &why_not, &answer.aim.name, &answer.aim.unit);
        if of.proved && of.costs.is_some() {
            of.costs_why = opens.later(&format!("choose.costs/{}/{}", portfolio.id, of.project));
        }
    }
    for of in &mut answer.chosen {
        let Some((means, at)) = deadline.within(means).zip(portfolio.candidate(&of.project)) else { continue };
        of.worth = worth(portfolio, best, &left_out(portfolio, means, at)?);
        if of.worth.is_some() {
            of.worth_why = opens.later(&format!("choose.worth/{}/{}", portfolio.id, of.project));
        }
    }
    Ok(())
}

fn prices(
    answer: &mut PortfolioAnswer,
    portfolio: &Portfolio,
    best: &Answer,
    (means, deadline): (Means<'_>, Deadline),
    opens: &Opens<'_>,
) -> Result<(), SolveError> {
    for (at, limit) in portfolio.limits.iter().enumerate() {
        let name = limit.slug();
        let Some(of) = answer.limits.iter_mut().find(|of| of.name == name) else { continue };
        if let Some((by, unit)) = unit(&limit.rule) {
            of.price_unit = format!("{by} {unit}");
        }
        if !of.binding {
            // What leaves room costs nothing where it is proved that nothing is better.
            of.price = (best.proved() && unit(&limit.rule).is_some()).then_some(0.0);
        } else if let Some(means) = deadline.within(means) {
            of.price = price(portfolio, means, best, at)?.and_then(|price| price.price);
        }
        if of.price.is_some() {
            of.price_why = opens.later(&format!("choose.price/{}/{name}", portfolio.id));
        }
    }
    let priced: Vec<(Option<usize>, Option<f64>)> = portfolio
        .limits
        .iter()
        .map(|limit| {
            let place = answer.budgets.iter().position(|budget| match &limit.rule {
                LimitRule::Budget { fund, year, .. } => {
                    budget.fund == portfolio.funds[*fund].id && budget.year.map(i32::from) == *year
                }
                _ => false,
            });
            let name = limit.slug();
            (place, answer.limits.iter().find(|of| of.name == name).and_then(|of| of.price))
        })
        .collect();
    for (place, price) in priced {
        if let Some(budget) = place.and_then(|place| answer.budgets.get_mut(place)) {
            budget.price = price;
        }
    }
    Ok(())
}

/// Why a candidate lost, in words.
fn rejected(portfolio: &Portfolio, of: &WhyNot, aim: &str, unit: &str) -> PortfolioRejected {
    let candidate = &portfolio.candidates[of.candidate];
    let names = |of: &[usize]| -> Vec<String> { of.iter().map(|at| portfolio.candidates[*at].name.clone()).collect() };
    let ids = |of: &[usize]| -> Vec<String> { of.iter().map(|at| portfolio.candidates[*at].id.clone()).collect() };
    let (leaves, comes) = (names(&of.leaves), names(&of.comes));
    let others = [
        (!leaves.is_empty()).then(|| format!("{} would leave", listed(&leaves, "and"))),
        (!comes.is_empty()).then(|| format!("{} would come with it", listed(&comes, "and"))),
    ];
    let others: Vec<String> = others.into_iter().flatten().collect();
    let others = if others.is_empty() { String::new() } else { format!("; {}", others.join(", ")) };
    let within = if of.proved { "" } else { " (within the gap: not proved)" };
    let says = match (&of.kept_out, of.loss) {
        (Some(conflict), _) => kept_out(portfolio, conflict),
        (None, Some(loss)) if loss > 1e-9 => {
            let loss = number(&Reading::plain(Some(significant(loss, 3)), unit));
            format!("Taken in, it would cost {loss} of {}{others}{within}.", lower(aim))
        }
        (None, Some(_)) => format!("Taken in, it would change nothing of {}{others}{within}.", lower(aim)),
        (None, None) => "Not decided within the time allowed.".to_owned(),
    };
    let clashes = of.kept_out.iter().flat_map(|conflict| &conflict.limits);
    PortfolioRejected {
        project: candidate.id.clone(),
        name: candidate.name.clone(),
        why_not: says,
        costs: of.loss,
        costs_why: None,
        displaces: ids(&of.leaves),
        blocked_by: clashes.clone().map(|clash| portfolio.limits[clash.limit].slug()).collect(),
        would_take: clashes.filter_map(|clash| change(portfolio, clash.limit, clash.gives?)).collect(),
        proved: of.proved,
    }
}

fn lower(text: &str) -> String {
    crate::names::in_text(text)
}

fn kept_out(portfolio: &Portfolio, conflict: &Conflict) -> String {
    let rules: Vec<String> = conflict.limits.iter().map(|clash| portfolio.limits[clash.limit].name.clone()).collect();
    if rules.is_empty() {
        return "It cannot be built in the years of the plan with any instrument that it may have.".to_owned();
    }
    format!(
        "It cannot come in, whatever else is left out: {} keep{} it out.",
        listed(&rules, "and"),
        if rules.len() == 1 { "s" } else { "" }
    )
}

/// What a limit would have to become.
fn change(portfolio: &Portfolio, at: usize, gives: f64) -> Option<PortfolioChange> {
    let limit = &portfolio.limits[at];
    let (_, of) = unit(&limit.rule)?;
    let (now, up) = match &limit.rule {
        LimitRule::Budget { most, .. }
        | LimitRule::Fairness { most, .. }
        | LimitRule::Exclusion { most, .. }
        | LimitRule::SupplyRisk { most, .. } => (*most, true),
        LimitRule::Feed { outside, .. } => (*outside, true),
        LimitRule::Benchmark { least, .. } | LimitRule::Return { least, .. } => (*least, false),
        LimitRule::Measure { bound, .. } => {
            (bound.value(), matches!(bound, adit_model::choose::portfolio::Bound::AtMost(_)))
        }
        LimitRule::Include(_) | LimitRule::Exclude(_) | LimitRule::Prerequisite { .. } => return None,
    };
    let to = if up { now + gives } else { now - gives };
    Some(PortfolioChange { what: limit.name.clone(), from: Some(now), to, unit: of.to_owned() })
}

/// The smallest set of rules that contradict each other, in words.
pub(crate) fn contradiction(portfolio: &Portfolio, means: Means<'_>) -> Result<PortfolioConflict, SolveError> {
    let found = conflict(portfolio, means)?;
    let rules: Vec<PortfolioConflictRule> = found
        .limits
        .iter()
        .map(|clash| {
            let limit = &portfolio.limits[clash.limit];
            let change = clash.gives.and_then(|gives| change(portfolio, clash.limit, gives));
            let to = change.as_ref().map(|change| {
                format!(
                    "; alone it would have to become {}",
                    number(&Reading::plain(Some(significant(change.to, 4)), &change.unit))
                )
            });
            PortfolioConflictRule {
                name: limit.slug(),
                says: format!("{}{}", limit.name, to.unwrap_or_default()),
                line: usize::try_from(limit.at.0).ok().filter(|line| *line > 0),
                would_have_to_be: change.as_ref().map(|change| change.to),
                unit: change.map(|change| change.unit).unwrap_or_default(),
            }
        })
        .collect();
    let says = match rules.len() {
        0 => "The candidates contradict themselves without any rule.".to_owned(),
        1 => "One rule cannot be kept by any set:".to_owned(),
        count if found.smallest => {
            format!("These {count} rules cannot be kept at once; without any one of them the others can:")
        }
        count => format!(
            "These {count} rules cannot be kept at once; the time did not allow to say whether fewer of them already contradict:"
        ),
    };
    Ok(PortfolioConflict { says, rules, smallest: found.smallest })
}
