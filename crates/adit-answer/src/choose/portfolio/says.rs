//! The answer of a portfolio in plain words.

use adit_figure::number::{Reading, number};

use super::PortfolioAnswer;
use crate::choose::appraisal::says::{million, percent, significant};
use crate::names::listed;

/// What was chosen, how well it is proved, and what binds.
pub(crate) fn summary(answer: &PortfolioAnswer) -> Vec<String> {
    match answer.status.as_str() {
        "infeasible" => {
            return vec![format!(
                "No set of the {} candidates keeps all rules of {} at once.",
                answer.candidates.len(),
                answer.portfolio.name
            )];
        }
        "no-answer" => {
            return vec![format!(
                "No set was found in {} s; the rules may still allow one. Ask for more time.",
                answer.solving.time_limit
            )];
        }
        "unbounded" => return vec!["What is wanted has no limit under these rules: a rule is missing.".to_owned()],
        _ => {}
    }
    let mut says = vec![chosen(answer), proof(answer)];
    let binding: Vec<String> =
        answer.limits.iter().filter(|limit| limit.binding).map(|limit| limit.name.clone()).collect();
    if !binding.is_empty() {
        says.push(format!("At their limit: {}.", listed(&binding, "and")));
    }
    says
}

fn chosen(answer: &PortfolioAnswer) -> String {
    let names: Vec<String> = answer.chosen.iter().map(|of| format!("{} ({})", of.name, of.start)).collect();
    let spent: f64 = answer.chosen.iter().filter_map(|of| of.public_cost).sum();
    if names.is_empty() {
        return format!("Of {} candidates none is chosen: leaving all out is best.", answer.candidates.len());
    }
    format!(
        "Of {} candidates {} {} chosen, with {} of public money: {}.",
        answer.candidates.len(),
        names.len(),
        if names.len() == 1 { "is" } else { "are" },
        million(spent),
        listed(&names, "and")
    )
}

fn proof(answer: &PortfolioAnswer) -> String {
    let unit = answer.aim.unit.as_str();
    let figure = |value: Option<f64>| number(&Reading::plain(value.map(|value| significant(value, 4)), unit));
    let reached = format!("{}: {}", answer.aim.name, figure(answer.objective));
    match (answer.status.as_str(), answer.gap) {
        ("time-limit", Some(gap)) => format!(
            "{reached}, the best found in {} s; none can be better than {}, which leaves a gap of {}.",
            answer.solving.time_limit,
            figure(answer.bound),
            percent(gap)
        ),
        (_, Some(gap)) if gap > 1e-6 => {
            format!("{reached}; none is better than {}, a gap of {}.", figure(answer.bound), percent(gap))
        }
        _ => format!("{reached}; it is proved that no other set is better."),
    }
}
