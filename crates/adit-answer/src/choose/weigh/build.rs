//! From counts to the document.

use adit_facts::choose::weights_file::CriteriaTable;
use adit_model::choose::weigh::groups::{self, Pair, Standing};
use adit_model::choose::weigh::smaa::{Spread, confidence_factors};
use adit_model::choose::weigh::value_functions::TRIED;
use adit_model::choose::weigh::{Acceptability, Kernel, Scores, Wanted, WeighError, Weights};
use adit_number::stable_key;

use super::people::{Members, People};
use super::{WeighAnswer, WeighGroup, WeighPair, WeighQuestion, WeighShape, WeighShare, WeighStanding, says};
use crate::error::AnswerError;
use crate::session::FORMAT;

/// Draws of uncertain scores behind a confidence factor: its standard error is at most 1.6 %.
const DRAWS: u32 = 1_000;

pub fn answer(question: &WeighQuestion<'_>) -> Result<WeighAnswer, AnswerError> {
    let WeighQuestion { criteria: table, weights: file, .. } = question;
    let criteria = table.criteria.len();
    let scores = Scores::new(criteria, table.scores.clone()).map_err(|error| unreadable(&error))?;
    let weights = Weights::new(criteria, file.weights.clone()).map_err(|error| unreadable(&error))?;
    let kernel = Kernel::new(&scores);
    let people = People::of(file, weights.len());
    let all = kernel.accept(&weights, Wanted::Pairs);
    let counted: Vec<(usize, Acceptability)> = people
        .visible()
        .map(|(at, group)| (at, kernel.accept(&weights.select(&group.vectors), Wanted::Pairs)))
        .collect();

    let mut central = all.central_weights.clone();
    for (i, central) in central.iter_mut().enumerate() {
        let first = all.winners.iter().enumerate().filter(|(_, winner)| usize::from(**winner) == i).map(|(at, _)| at);
        if !(people.shown.total && people.enough(file, first)) {
            *central = None;
        }
    }
    let confidence = confidence(question, &scores, &central)?;
    let shown = |of: &Acceptability| people.shown.total.then(|| of.clone());
    let total = shown(&all);

    let compared: Vec<&Acceptability> = counted.iter().map(|(_, counted)| counted).collect();
    let names: Vec<&str> = counted.iter().map(|(at, _)| people.groups[*at].name.as_str()).collect();
    // One group agrees with itself; that says nothing.
    let compared = if compared.len() > 1 { compared } else { Vec::new() };
    let pairs = if compared.is_empty() { Vec::new() } else { groups::pairs(&compared) };
    let mut opposed: Vec<&Pair> = pairs.iter().filter(|pair| pair.opposed()).collect();
    opposed.sort_by(|a, b| b.distance().total_cmp(&a.distance()));
    let standings = groups::standings(&compared);
    let friend = if compared.is_empty() { None } else { groups::nobodys_enemy(&standings) };

    let mut answer = WeighAnswer {
        format: FORMAT,
        says: Vec::new(),
        alternatives: table.alternatives.clone(),
        criteria: table.criteria.clone(),
        vectors: people.shown.total.then_some(all.vectors),
        participants: people.count.filter(|_| people.shown.total),
        shares: total.as_ref().map(shares),
        rank_counts: total.as_ref().map(|of| of.rank_counts.clone()),
        central_weights: central,
        confidence,
        pairwise: total.and_then(|of| of.pairwise),
        groups: people.groups.iter().enumerate().map(|(at, group)| document(table, at, group, &counted)).collect(),
        agreement: pairs.iter().filter(|pair| pair.agreed()).map(|pair| pair_document(table, &names, pair)).collect(),
        disagreement: opposed.into_iter().map(|pair| pair_document(table, &names, pair)).collect(),
        standings: ranked(table, &names, &standings, friend),
        nobodys_enemy: friend.map(|at| table.alternatives[at].clone()),
        sensitivity: if people.shown.total { sensitivity(table, &scores, &weights, &all)? } else { Vec::new() },
        withheld: says::withheld(&people, &all),
        notes: says::notes(&people, table),
        findings: question.findings.iter().map(Into::into).collect(),
    };
    answer.says = says::answer(&answer);
    Ok(answer)
}

fn unreadable(error: &WeighError) -> AnswerError {
    AnswerError::Unreadable {
        name: "weights".to_owned(),
        says: error.to_string(),
        hint: "scores are finite numbers; weights are numbers from 0 up, in each row at least one above 0".to_owned(),
    }
}

fn confidence(
    question: &WeighQuestion<'_>,
    scores: &Scores,
    central: &[Option<Vec<f64>>],
) -> Result<Vec<Option<f64>>, AnswerError> {
    let table = question.criteria;
    let Some((low, high)) = &table.limits else { return Ok(vec![None; central.len()]) };
    let key = |alternative: &String, criterion: &String| stable_key(&format!("weigh/{alternative}/{criterion}"));
    let keys = table.alternatives.iter().flat_map(|of| table.criteria.iter().map(move |on| key(of, on))).collect();
    let spread = Spread { low: low.clone(), high: high.clone(), keys };
    confidence_factors(scores, &spread, central, DRAWS, question.seed).map_err(|error| unreadable(&error))
}

/// Rank acceptability indices.
fn shares(of: &Acceptability) -> Vec<Vec<f64>> {
    let share = |count: &u32| f64::from(*count) / of.vectors.max(1) as f64;
    of.rank_counts.iter().map(|counts| counts.iter().map(share).collect()).collect()
}

/// The alternative that most vectors rank first, and the share that does.
fn leader(of: &Acceptability) -> Option<(usize, f64)> {
    let firsts: Vec<u32> = of.rank_counts.iter().filter_map(|counts| counts.first().copied()).collect();
    let most = firsts.iter().copied().max()?;
    let at = firsts.iter().position(|&count| count == most)?;
    Some((at, f64::from(most) / of.vectors.max(1) as f64))
}

fn document(table: &CriteriaTable, at: usize, group: &Members, counted: &[(usize, Acceptability)]) -> WeighGroup {
    let of = counted.iter().find(|(place, _)| *place == at).map(|(_, counted)| counted);
    let first = of.and_then(leader);
    WeighGroup {
        group: group.name.clone(),
        shown: of.is_some(),
        vectors: of.map(|of| of.vectors),
        participants: of.map(|_| group.people),
        rank_counts: of.map(|of| of.rank_counts.clone()),
        shares: of.map(shares),
        pairwise: of.and_then(|of| of.pairwise.clone()),
        first: first.map(|(at, _)| table.alternatives[at].clone()),
        first_share: first.map(|(_, share)| share),
    }
}

fn by_group(names: &[&str], shares: &[f64]) -> Vec<WeighShare> {
    names.iter().zip(shares).map(|(group, &share)| WeighShare { group: (*group).to_owned(), share }).collect()
}

fn pair_document(table: &CriteriaTable, names: &[&str], pair: &Pair) -> WeighPair {
    WeighPair {
        first: table.alternatives[pair.first].clone(),
        second: table.alternatives[pair.second].clone(),
        shares: by_group(names, &pair.shares),
        must_disagree: pair.must_disagree(),
    }
}

/// Standings, best first; nobody's enemy leads them whatever else is equal.
fn ranked(table: &CriteriaTable, names: &[&str], standings: &[Standing], friend: Option<usize>) -> Vec<WeighStanding> {
    if friend.is_none() {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..standings.len()).collect();
    let sum = |at: usize| standings[at].shares.iter().sum::<f64>();
    order.sort_by(|&a, &b| standings[b].worst.total_cmp(&standings[a].worst).then(sum(b).total_cmp(&sum(a))));
    let document = |at: usize| WeighStanding {
        alternative: table.alternatives[at].clone(),
        worst: standings[at].worst,
        worst_group: names[standings[at].worst_group].to_owned(),
        shares: by_group(names, &standings[at].shares),
    };
    order.into_iter().map(document).collect()
}

fn sensitivity(
    table: &CriteriaTable,
    scores: &Scores,
    weights: &Weights,
    linear: &Acceptability,
) -> Result<Vec<WeighShape>, AnswerError> {
    let base = shares(linear);
    let shape = |(name, function): &(&str, adit_model::choose::weigh::value_functions::ValueFunction)| {
        let bent = function.bend(scores).map_err(|error| unreadable(&error))?;
        let counted = Kernel::new(&bent).accept(weights, Wanted::Ranks);
        let now = shares(&counted);
        let changes = now.iter().flatten().zip(base.iter().flatten()).map(|(now, base)| (now - base).abs());
        Ok(WeighShape {
            shape: (*name).to_owned(),
            first: leader(&counted).map(|(at, _)| table.alternatives[at].clone()).unwrap_or_default(),
            first_shares: now.iter().map(|ranks| ranks[0]).collect(),
            largest_change: changes.fold(0.0, f64::max),
        })
    };
    TRIED.iter().map(shape).collect()
}
