//! The same programme with a tighter relaxation and fewer columns: every best answer of one is a best answer of the other.
//!
//! - A course that another course of the same candidate beats or equals in the objective and in every row is closed.
//! - A course that alone breaks a row which nothing else can mend is closed.
//! - Points that a project adds beyond what is missing count as what is missing: `p <= sum of min(a, room) x`
//!   (M. W. P. Savelsbergh 1994, <https://doi.org/10.1287/ijoc.6.4.445>, coefficient reduction).
//! - Whether a candidate is built at all has a whole column of its own, so that the search can decide it before it decides
//!   when and with whose money: to forbid one course of eight changes a relaxation little (E. M. L. Beale & J. A. Tomlin
//!   1970, special ordered sets, in Proceedings of the 5th International Conference on Operational Research, 447-454).

use super::candidates::Portfolio;
use super::programme::{Programme, RowOf};
use crate::problem::mixed::{Column, Kind};

/// Coefficients that differ by less are the same.
const SAME: f64 = 1e-12;

/// Strengthens a programme.
pub fn strengthen(portfolio: &Portfolio, programme: &mut Programme) {
    points(programme);
    impossible(programme);
    dominated(portfolio, programme);
    built_at_all(portfolio, programme);
}

/// A column for whether a candidate is built in any way.
fn built_at_all(portfolio: &Portfolio, programme: &mut Programme) {
    for (at, candidate) in portfolio.candidates.iter().enumerate() {
        let open: Vec<usize> =
            programme.chosen[at].iter().copied().filter(|&x| programme.mixed.columns[x].upper > 0.5).collect();
        if open.len() < 2 {
            continue;
        }
        let name = format!("built_{}", candidate.id);
        let column = Column { name: name.clone(), lower: 0.0, upper: 1.0, kind: Kind::Binary, cost: 0.0 };
        let built = programme.mixed.column(column);
        let terms = open.into_iter().map(|x| (x, 1.0)).chain([(built, -1.0)]).collect();
        programme.row(RowOf::Cut, name, terms, 0.0, 0.0);
        programme.built[at] = Some(built);
    }
}

/// Coefficients of points no larger than the room.
fn points(programme: &mut Programme) {
    let mixed = &mut programme.mixed;
    for (row, of) in mixed.rows.iter_mut().zip(&programme.rows) {
        if let RowOf::Points { benchmark, year } = of
            && let Some(points) = programme.points[*benchmark][*year]
        {
            let room = mixed.columns[points].upper;
            for (column, factor) in &mut row.terms {
                // A size is not all or nothing: beyond the room a part of it is enough.
                let whole = mixed.columns[*column].kind != Kind::Continuous;
                if whole && *factor > room {
                    *factor = room;
                }
            }
        }
    }
}

/// Closes what alone breaks a row in which nothing counts against it.
fn impossible(programme: &mut Programme) {
    for row in 0..programme.mixed.rows.len() {
        let of = &programme.mixed.rows[row];
        if !of.upper.is_finite() || of.terms.iter().any(|(_, factor)| *factor < 0.0) {
            continue;
        }
        let tolerance = 1e-9 * of.upper.abs().max(1.0);
        let closed: Vec<usize> = of
            .terms
            .iter()
            .filter(|(column, factor)| {
                programme.mixed.columns[*column].kind == Kind::Binary && *factor > of.upper + tolerance
            })
            .map(|(column, _)| *column)
            .collect();
        for column in closed {
            if programme.mixed.columns[column].lower < 0.5 {
                programme.mixed.columns[column].upper = 0.0;
            }
        }
    }
}

/// Closes courses that another course of the same candidate beats or equals in everything.
fn dominated(portfolio: &Portfolio, programme: &mut Programme) {
    let mut entries: Vec<Vec<(u32, f64)>> = vec![Vec::new(); programme.mixed.columns.len()];
    for (row, at) in programme.mixed.rows.iter().zip(0u32..) {
        for &(column, factor) in &row.terms {
            entries[column].push((at, factor));
        }
    }
    let sign = programme.mixed.sense.sign();
    for (candidate, chosen) in portfolio.candidates.iter().zip(&programme.chosen) {
        if candidate.divisible() || chosen.len() < 2 {
            continue;
        }
        for &loser in chosen {
            let beats = |winner: usize| {
                let (won, lost) = (&programme.mixed.columns[winner], &programme.mixed.columns[loser]);
                let open = winner != loser && won.upper > 0.5 && won.lower == lost.lower;
                open && sign * won.cost <= sign * lost.cost && no_worse(programme, &entries[winner], &entries[loser])
            };
            // Of two that are the same the first stays: it was looked at before and found no open winner among the rest.
            let beaten = chosen
                .iter()
                .any(|&winner| beats(winner) && (winner < loser || !same(programme, &entries, winner, loser)));
            if beaten && programme.mixed.columns[loser].lower < 0.5 {
                programme.mixed.columns[loser].upper = 0.0;
            }
        }
    }
}

fn same(programme: &Programme, entries: &[Vec<(u32, f64)>], one: usize, other: usize) -> bool {
    programme.mixed.columns[one].cost == programme.mixed.columns[other].cost && entries[one] == entries[other]
}

/// Whether the first list asks no more of any row than the second.
fn no_worse(programme: &Programme, winner: &[(u32, f64)], loser: &[(u32, f64)]) -> bool {
    let (mut mine, mut theirs) = (winner.iter().peekable(), loser.iter().peekable());
    loop {
        let next = match (mine.peek(), theirs.peek()) {
            (None, None) => return true,
            (Some((row, _)), None) | (None, Some((row, _))) => *row,
            (Some((one, _)), Some((other, _))) => *one.min(other),
        };
        let won = mine.next_if(|(row, _)| *row == next).map_or(0.0, |(_, factor)| *factor);
        let lost = theirs.next_if(|(row, _)| *row == next).map_or(0.0, |(_, factor)| *factor);
        let row = &programme.mixed.rows[next as usize];
        let more = won - lost;
        let tolerance = SAME * won.abs().max(lost.abs()).max(1.0);
        let too_much = row.upper.is_finite() && more > tolerance;
        let too_little = row.lower.is_finite() && -more > tolerance;
        if too_much || too_little {
            return false;
        }
    }
}
