//! What each rule uses, and the budgets with their sliders.

use adit_model::choose::portfolio::check::{Checked, TOLERANCE};
use adit_model::choose::portfolio::why::paid;
use adit_model::choose::portfolio::{Bound, LimitRule, Portfolio};

use super::build::Ran;
use super::limit::{PortfolioBudget, PortfolioLimit};
use super::opens::Opens;
use crate::choose::appraisal::account::year;

/// Every rule.
pub(super) fn limits(ran: &Ran<'_>, checked: &Checked, opens: &mut Opens<'_>) -> Vec<PortfolioLimit> {
    let mut of = |used: &adit_model::choose::portfolio::check::Use| {
        let limit = &ran.portfolio.limits[used.limit];
        let (sense, bound) = match used.bound {
            Bound::AtMost(most) => ("at-most", most),
            Bound::AtLeast(least) => ("at-least", least),
        };
        let place = used.place.as_ref().map(|place| format!("; nearest in {place}")).unwrap_or_default();
        // A rule of one year names it already.
        let by_year = used.year.filter(|year| !limit.name.contains(&year.to_string()));
        let at = by_year.map(|year| format!("; nearest in {year}")).unwrap_or_default();
        let why = used.used.is_finite().then(|| opens.id(|writer| writer.used(used))).flatten();
        PortfolioLimit {
            name: limit.slug(),
            says: format!("{}{place}{at}", limit.name),
            sense: sense.to_owned(),
            used: Some(used.used).filter(|used| used.is_finite()),
            limit: bound,
            limit_why: opens.id(|writer| writer.limit(used)),
            unit: used.unit.to_owned(),
            price: None,
            price_why: None,
            price_unit: format!("1 {}", used.unit),
            binding: used.slack() <= TOLERANCE * bound.abs().max(1.0),
            line: usize::try_from(limit.at.0).ok().filter(|line| *line > 0),
            why,
        }
    };
    checked.uses.iter().map(&mut of).collect()
}

/// Every budget.
pub(super) fn budgets(ran: &Ran<'_>, opens: &mut Opens<'_>) -> Vec<PortfolioBudget> {
    let budget = |rule: &LimitRule| match rule {
        LimitRule::Budget { fund, year, most } => Some((*fund, *year, *most)),
        _ => None,
    };
    let mut of = |limit: &adit_model::choose::portfolio::Limit| {
        let (fund, at, most) = budget(&limit.rule)?;
        let stated = ran.stated.limits.iter().find_map(|other| {
            budget(&other.rule).filter(|(of, year, _)| (*of, *year) == (fund, at)).map(|(_, _, most)| most)
        });
        let stated = stated.unwrap_or(most);
        Some(PortfolioBudget {
            fund: ran.portfolio.funds[fund].id.clone(),
            name: ran.portfolio.funds[fund].name.clone(),
            year: at.map(year),
            used: paid(ran.portfolio, ran.choice, fund, at),
            why: opens.id(|writer| writer.fund(fund, at)),
            limit: most,
            stated,
            slider_low: 0.0,
            slider_high: most_wanted(ran.portfolio, fund, at).max(2.0 * stated),
            price: None,
        })
    };
    ran.portfolio.limits.iter().filter_map(&mut of).collect()
}

/// What all candidates together could take of a fund, each by its dearest course.
fn most_wanted(portfolio: &Portfolio, fund: usize, year: Option<i32>) -> f64 {
    let of = |candidate: &adit_model::choose::portfolio::Candidate| {
        let courses = candidate.courses.iter().map(|course| {
            let meant = course.payments.iter().filter(|paid| paid.fund == fund && year.is_none_or(|y| y == paid.year));
            candidate.most * meant.map(|paid| paid.amount).sum::<f64>()
        });
        courses.fold(0.0, f64::max)
    };
    portfolio.candidates.iter().map(of).sum()
}
