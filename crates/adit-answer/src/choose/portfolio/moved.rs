//! A portfolio as the question moves it: budgets, rules, projects that must or must not be chosen.

use adit_facts::suggest;
use adit_model::choose::portfolio::candidates::slug;
use adit_model::choose::portfolio::{Bound, Limit, LimitRule, Portfolio};

use super::question::{BudgetChange, PortfolioQuestion, RuleChange};
use crate::error::AnswerError;
use crate::question::unreadable;

/// Moves a portfolio.
pub(crate) fn moved(mut portfolio: Portfolio, question: &PortfolioQuestion) -> Result<Portfolio, AnswerError> {
    for change in &question.budgets {
        budget(&mut portfolio, change)?;
    }
    for change in &question.rules {
        rule(&mut portfolio, change)?;
    }
    for project in &question.with {
        let at = candidate(&portfolio, project)?;
        push(&mut portfolio, format!("with {project}"), LimitRule::Include(at));
    }
    for project in &question.without {
        let at = candidate(&portfolio, project)?;
        push(&mut portfolio, format!("without {project}"), LimitRule::Exclude(at));
    }
    Ok(portfolio)
}

/// A limit that the question makes.
fn push(portfolio: &mut Portfolio, name: String, rule: LimitRule) {
    portfolio.limits.push(Limit { name, rule, at: (0, 0) });
}

fn candidate(portfolio: &Portfolio, project: &str) -> Result<usize, AnswerError> {
    portfolio.candidate(project).ok_or_else(|| {
        let ids = portfolio.candidates.iter().map(|candidate| candidate.id.as_str());
        AnswerError::UnknownDocument {
            kind: "project of this portfolio",
            name: project.to_owned(),
            hint: suggest::hint(project, ids, "`adit choose PORTFOLIO --format json` lists the candidates"),
        }
    })
}

/// Of one year, its own limit; else that of all years, and those of single years in proportion.
fn budget(portfolio: &mut Portfolio, change: &BudgetChange) -> Result<(), AnswerError> {
    let Some(fund) = portfolio.funds.iter().position(|fund| fund.id == change.fund) else {
        let ids: Vec<&str> = portfolio.funds.iter().map(|fund| fund.id.as_str()).collect();
        let all = format!("the funds are {}", ids.join(", "));
        return Err(AnswerError::UnknownDocument {
            kind: "fund of this portfolio",
            name: change.fund.clone(),
            hint: suggest::hint(&change.fund, ids.iter().copied(), &all),
        });
    };
    let of = |rule: &LimitRule| match rule {
        LimitRule::Budget { fund: of, year, most } if *of == fund => Some((*year, *most)),
        _ => None,
    };
    let stated: Vec<(Option<i32>, f64)> = portfolio.limits.iter().filter_map(|limit| of(&limit.rule)).collect();
    let year = change.year.map(i32::from);
    if let Some(year) = year.filter(|year| !portfolio.years().contains(year)) {
        let hint = format!("the plan runs from {} to {}", portfolio.first, portfolio.last);
        return Err(unreadable("budget", &format!("{}@{year}", change.fund), &hint));
    }
    // Without a limit over all years, the sum of those by year takes its place.
    let before = stated
        .iter()
        .find(|(of, _)| of.is_none())
        .map_or_else(|| stated.iter().map(|(_, most)| most).sum(), |(_, most)| *most);
    let proportion = if before > 0.0 { change.meur / before } else { 1.0 };
    for limit in &mut portfolio.limits {
        let LimitRule::Budget { fund: of, year: its_year, most } = &mut limit.rule else { continue };
        if *of != fund {
            continue;
        }
        match (year, *its_year) {
            (None, None) => *most = change.meur,
            (None, Some(_)) => *most *= proportion,
            (Some(asked), its_year) if its_year == Some(asked) => *most = change.meur,
            (Some(_), _) => {}
        }
    }
    if !stated.iter().any(|(of, _)| *of == year) && (year.is_some() || stated.is_empty()) {
        let of_year = change.year.map(|year| format!(" in {year}")).unwrap_or_default();
        let name = format!("budget of {}{of_year}", change.fund);
        push(portfolio, name, LimitRule::Budget { fund, year, most: change.meur });
    }
    Ok(())
}

fn rule(portfolio: &mut Portfolio, change: &RuleChange) -> Result<(), AnswerError> {
    let meant = slug(&change.name);
    let Some(at) = portfolio.limits.iter().position(|limit| slug(&limit.name) == meant) else {
        let names: Vec<String> = portfolio.limits.iter().map(|limit| slug(&limit.name)).collect();
        let all = format!("the rules are {}", names.join(", "));
        return Err(AnswerError::UnknownDocument {
            kind: "rule of this portfolio",
            name: change.name.clone(),
            hint: suggest::hint(&meant, names.iter().map(String::as_str), &all),
        });
    };
    let Some(value) = change.limit else {
        portfolio.limits.remove(at);
        return Ok(());
    };
    let fixed = || Err(unreadable("rule", &change.name, "this rule has no number to move; write off to drop it"));
    match &mut portfolio.limits[at].rule {
        LimitRule::Budget { most, .. }
        | LimitRule::Fairness { most, .. }
        | LimitRule::Exclusion { most, .. }
        | LimitRule::SupplyRisk { most, .. } => *most = value,
        LimitRule::Benchmark { least, .. } | LimitRule::Return { least, .. } => *least = value,
        LimitRule::Feed { outside, .. } => *outside = value,
        LimitRule::Measure { bound, .. } => {
            *bound = match bound {
                Bound::AtMost(_) => Bound::AtMost(value),
                Bound::AtLeast(_) => Bound::AtLeast(value),
            }
        }
        LimitRule::Include(_) | LimitRule::Exclude(_) | LimitRule::Prerequisite { .. } => return fixed(),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use adit_model::choose::portfolio::candidates::slug;

    #[test]
    fn names_of_rules_are_words_of_addresses() {
        assert_eq!(slug("Carbon, of all projects"), "carbon-of-all-projects");
        assert_eq!(slug("budget of jtf in 2028"), "budget-of-jtf-in-2028");
    }
}
