//! The answer as plain tables.

use super::{WeighAnswer, WeighPair};
use crate::tables::{Cell, Column, PlainTable};

/// Shares by rank: one row for each alternative of everybody, then of each shown group.
pub fn ranks(answer: &WeighAnswer) -> PlainTable {
    let everybody = [("everybody", &answer.rank_counts, &answer.shares)];
    let groups = answer.groups.iter().map(|group| (group.group.as_str(), &group.rank_counts, &group.shares));
    let mut rows = Vec::new();
    for (group, counts, shares) in everybody.into_iter().chain(groups) {
        let (Some(counts), Some(shares)) = (counts, shares) else { continue };
        for ((alternative, counts), shares) in answer.alternatives.iter().zip(counts).zip(shares) {
            for (rank, (&count, &share)) in (1_u32..).zip(counts.iter().zip(shares)) {
                rows.push(vec![
                    Cell::text(group),
                    Cell::text(alternative),
                    Cell::plain(Some(rank.into())),
                    Cell::plain(Some(count.into())),
                    rounded(Some(share)),
                ]);
            }
        }
    }
    PlainTable {
        name: "ranks".to_owned(),
        title: "In how many weight vectors each alternative stands at which rank".to_owned(),
        columns: vec![
            Column::text("group", "Group"),
            Column::text("alternative", "Alternative"),
            Column::number("rank", "Rank", "index"),
            Column::number("vectors", "Weight vectors", "index"),
            Column::number("share", "Share", "share"),
        ],
        rows,
        notes: notes(answer),
    }
}

/// One row for each alternative: first place, better half, mean rank, and the central weights behind it.
pub fn central(answer: &WeighAnswer) -> PlainTable {
    let mut columns = vec![
        Column::text("alternative", "Alternative"),
        Column::number("first", "First", "share"),
        Column::number("better_half", "Better half", "share"),
        Column::number("mean_rank", "Mean rank", "index"),
        Column::number("confidence", "Confidence", "share"),
    ];
    columns.extend(answer.criteria.iter().map(|name| Column::number(&format!("central_{name}"), name, "share")));
    let half = answer.alternatives.len().div_ceil(2);
    let row = |(at, alternative): (usize, &String)| {
        let shares = answer.shares.as_ref().map(|shares| &shares[at]);
        let mean = shares.map(|shares| (1_u32..).zip(shares).map(|(rank, share)| f64::from(rank) * share).sum::<f64>());
        let mut cells = vec![
            Cell::text(alternative),
            rounded(shares.and_then(|shares| shares.first().copied())),
            rounded(shares.map(|shares| shares.iter().take(half).sum())),
            Cell::number(mean, mean.map(|mean| mean - 0.03), mean.map(|mean| mean + 0.03), None),
            rounded(answer.confidence[at]),
        ];
        let central = answer.central_weights[at].as_ref();
        cells.extend((0..answer.criteria.len()).map(|criterion| rounded(central.map(|weights| weights[criterion]))));
        cells
    };
    PlainTable {
        name: "alternatives".to_owned(),
        title: "Alternatives: acceptability, and the weights that favour them".to_owned(),
        columns,
        rows: answer.alternatives.iter().enumerate().map(row).collect(),
        notes: notes(answer),
    }
}

/// One row for each alternative, one column for each shown group: the share of its vectors that have it in the better half.
pub fn groups(answer: &WeighAnswer) -> PlainTable {
    let mut columns = vec![
        Column::text("alternative", "Alternative"),
        Column::number("worst", "Worst group", "share"),
        Column::text("worst_group", "Which"),
    ];
    let names = answer.standings.first().map_or(&[][..], |standing| &standing.shares);
    columns.extend(names.iter().map(|share| Column::number(&share.group, &share.group, "share")));
    let row = |standing: &super::WeighStanding| {
        let mut cells =
            vec![Cell::text(&standing.alternative), rounded(Some(standing.worst)), Cell::text(&standing.worst_group)];
        cells.extend(standing.shares.iter().map(|share| rounded(Some(share.share))));
        cells
    };
    PlainTable {
        name: "groups".to_owned(),
        title: "Share of each group's weights that have the alternative in the better half of the ranks".to_owned(),
        columns,
        rows: answer.standings.iter().map(row).collect(),
        notes: notes(answer),
    }
}

/// One row for each pair of alternatives on which groups are opposed, one column for each shown group.
pub fn pairs(answer: &WeighAnswer) -> PlainTable {
    let mut columns = vec![
        Column::text("first", "Before"),
        Column::text("second", "After"),
        Column::flag("must_disagree", "Must disagree"),
    ];
    let names = answer.disagreement.first().map_or(&[][..], |pair| &pair.shares);
    columns.extend(names.iter().map(|share| Column::number(&share.group, &share.group, "share")));
    let row = |pair: &WeighPair| {
        let mut cells = vec![Cell::text(&pair.first), Cell::text(&pair.second), Cell::Flag(Some(pair.must_disagree))];
        cells.extend(pair.shares.iter().map(|share| rounded(Some(share.share))));
        cells
    };
    PlainTable {
        name: "disagreement".to_owned(),
        title: "Pairs on which groups are opposed: share of each group's weights that put the one before the other"
            .to_owned(),
        columns,
        rows: answer.disagreement.iter().map(row).collect(),
        notes: notes(answer),
    }
}

fn notes(answer: &WeighAnswer) -> Vec<String> {
    answer.withheld.iter().chain(&answer.notes).cloned().collect()
}

/// A share to a tenth of a percent for people; programs get it whole.
fn rounded(share: Option<f64>) -> Cell {
    Cell::number(share, share.map(|share| share - 0.003), share.map(|share| share + 0.003), None)
}
