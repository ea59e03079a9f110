//! Fronts, near-optimal sets and robust choices as documents.

use adit_figure::number::{Reading, number};
use adit_model::choose::portfolio::front::Front;
use adit_model::choose::portfolio::near::Near;
use adit_model::choose::portfolio::robust::{Robust, View};
use adit_model::choose::portfolio::{Answer, Portfolio};

use super::PortfolioMeasure;
use super::build::{self, set};
use super::chosen::PortfolioChosen;
use super::front::{FrontAnswer, FrontPoint, NearAnswer, NearCount, NearSet};
use super::robust::{RobustAnswer, RobustChoice, RobustProject};
use crate::choose::appraisal::says::{percent, significant};
use crate::names::listed;
use crate::session::FORMAT;

/// The projects of an answer.
fn chosen(portfolio: &Portfolio, answer: &Answer) -> Vec<PortfolioChosen> {
    answer.choice.as_ref().map_or_else(Vec::new, |choice| set(portfolio, choice))
}

/// What comes in and what leaves, against an earlier set.
fn against(before: &[PortfolioChosen], now: &[PortfolioChosen]) -> (Vec<String>, Vec<String>) {
    let only = |of: &[PortfolioChosen], other: &[PortfolioChosen]| -> Vec<String> {
        let not_there = |of: &&PortfolioChosen| !other.iter().any(|other| other.project == of.project);
        of.iter().filter(not_there).map(|of| of.project.clone()).collect()
    };
    (only(now, before), only(before, now))
}

/// The front of two measures.
pub(crate) fn front(portfolio: &Portfolio, front: &Front, measures: [PortfolioMeasure; 2]) -> FrontAnswer {
    let [first, second] = measures;
    let mut points: Vec<FrontPoint> = front
        .points
        .iter()
        .map(|point| FrontPoint {
            first: point.first,
            second: point.second,
            gap: Some(point.solved.gap).filter(|gap| gap.is_finite()),
            chosen: chosen(portfolio, &point.solved),
            comes: Vec::new(),
            leaves: Vec::new(),
        })
        .collect();
    points.sort_by(|a, b| a.first.total_cmp(&b.first));
    for at in 1..points.len() {
        let (comes, leaves) = against(&points[at - 1].chosen, &points[at].chosen);
        (points[at].comes, points[at].leaves) = (comes, leaves);
    }
    let figure = |value: f64, unit: &str| number(&Reading::plain(Some(significant(value, 3)), unit));
    let says = match (points.first(), points.last()) {
        (Some(one), Some(other)) if points.len() > 1 => format!(
            "{} points: from {} of {} with {} of {} to {} with {}. No set beats any of them in both.",
            points.len(),
            figure(one.first, &first.unit),
            crate::names::in_text(&first.name),
            figure(one.second, &second.unit),
            crate::names::in_text(&second.name),
            figure(other.first, &first.unit),
            figure(other.second, &second.unit)
        ),
        (Some(_), _) => "One set is best in both.".to_owned(),
        _ => "No set keeps all rules, or none was found in the time allowed.".to_owned(),
    };
    let complete = if front.complete {
        format!("Every point is proved; points nearer than {} in the second are one.", figure(front.step, &second.unit))
    } else {
        "Not every point is proved, or more may lie between them: ask for more points or more time.".to_owned()
    };
    FrontAnswer {
        format: FORMAT,
        portfolio: portfolio.id.clone(),
        says: vec![says],
        first,
        second,
        points,
        complete: front.complete,
        notes: vec![complete],
    }
}

/// Sets that are nearly as good.
pub(crate) fn near(portfolio: &Portfolio, near: &Near, best: &Answer, within: f64) -> NearAnswer {
    let first = chosen(portfolio, best);
    let sets: Vec<NearSet> = near
        .sets
        .iter()
        .map(|answer| {
            let chosen = chosen(portfolio, answer);
            let (comes, leaves) = against(&first, &chosen);
            let worse = (answer.objective - best.objective).abs() / best.objective.abs().max(f64::MIN_POSITIVE);
            NearSet { objective: answer.objective, worse, chosen, comes, leaves }
        })
        .collect();
    let count = |project: &str| sets.iter().filter(|set| set.chosen.iter().any(|of| of.project == project)).count();
    let mut counts: Vec<NearCount> = portfolio
        .candidates
        .iter()
        .map(|of| NearCount { project: of.id.clone(), name: of.name.clone(), sets: count(&of.id) })
        .filter(|count| count.sets > 0)
        .collect();
    counts.sort_by_key(|count| std::cmp::Reverse(count.sets));
    let always: Vec<String> =
        counts.iter().filter(|count| count.sets == sets.len()).map(|count| count.name.clone()).collect();
    let mut says = vec![match sets.len() {
        1 => format!("No other set is at most {} worse than the best.", percent(within)),
        many => format!("{many} sets are at most {} worse than the best.", percent(within)),
    }];
    if !always.is_empty() {
        says.push(format!("In every one of them stand {}.", listed(&always, "and")));
    }
    let note = if near.complete {
        "It is proved that there are no others."
    } else {
        "There may be others: ask for more sets or more time."
    };
    NearAnswer {
        format: FORMAT,
        portfolio: portfolio.id.clone(),
        says,
        sets,
        counts,
        complete: near.complete,
        within,
        notes: vec![note.to_owned()],
    }
}

/// Robust choices beside each other.
pub(crate) fn robust(portfolio: &Portfolio, robust: &Robust, draws: usize, seed: u64) -> RobustAnswer {
    let choices: Vec<RobustChoice> = robust
        .choices
        .iter()
        .map(|of| {
            let (view, name) = match of.view {
                None => ("base", "Best in the base case".to_owned()),
                Some(View::Expected) => ("expected", "Best on average".to_owned()),
                Some(View::Worst(part)) => ("worst", format!("Best in the worst {} of draws", percent(part))),
                Some(View::Regret) => ("regret", "Smallest largest regret".to_owned()),
            };
            let finite = |value: f64| Some(value).filter(|value| value.is_finite());
            RobustChoice {
                view: view.to_owned(),
                name,
                status: if of.solved.infeasible() {
                    "infeasible"
                } else if of.solved.proved() {
                    "optimal"
                } else {
                    "time-limit"
                }
                .to_owned(),
                gap: finite(of.solved.gap),
                chosen: chosen(portfolio, &of.solved),
                base: finite(of.base),
                expected: finite(of.expected),
                worst: finite(of.worst),
                regret: finite(of.regret),
            }
        })
        .collect();
    let mut stands: Vec<RobustProject> = portfolio
        .candidates
        .iter()
        .zip(&robust.stands)
        .map(|(of, share)| RobustProject { project: of.id.clone(), name: of.name.clone(), share: *share })
        .collect();
    stands.sort_by(|a, b| b.share.total_cmp(&a.share));
    let sure: Vec<String> = stands.iter().filter(|of| of.share >= 0.9).map(|of| of.name.clone()).collect();
    let says = if sure.is_empty() {
        "No project stands in the best set of nine of ten draws.".to_owned()
    } else {
        format!("In the best set of at least nine of ten draws stand {}.", listed(&sure, "and"))
    };
    let note = if robust.proved { "Every choice is proved." } else { "Not every choice is proved: ask for more time." };
    RobustAnswer {
        format: FORMAT,
        portfolio: portfolio.id.clone(),
        says: vec![says],
        draws,
        seed,
        unit: build::unit(portfolio),
        choices,
        stands,
        notes: vec![note.to_owned()],
    }
}
