//! What the balances alone say of each flow, before any number is fitted.

use super::{Balance, Flow, Standing};
use crate::dense::{Rows, reduce};

/// A coefficient this small is left over from rounding: those of balances and yields are between 0.001 and 1.
pub(super) const ZERO: f64 = 1e-9;

/// The classification of all flows.
pub(super) struct Structure {
    /// One standing a flow.
    pub standing: Vec<Standing>,
    /// How many independent equations remain among the figures once the flows without one are eliminated.
    pub degrees: usize,
}

/// Classifies flows (Cencic & Rechberger 2008; Narasimhan & Jordache 2000, section 3.4).
///
/// The balances are solved for the flows without a figure. One that is left with another of its kind in its row, or is
/// no pivot, is unobservable. The rows without any of them are what the figures must meet among themselves: a figure
/// that stands in none of these is checked by nothing.
pub(super) fn classify(flows: &[Flow], balances: &[Balance]) -> Structure {
    let open: Vec<usize> = (0..flows.len()).filter(|&at| flows[at].figure.is_none()).collect();
    let moving: Vec<usize> =
        (0..flows.len()).filter(|&at| flows[at].figure.is_some_and(|figure| figure.standard_error > 0.0)).collect();
    let order: Vec<usize> = open.iter().chain(&moving).copied().collect();
    let rows: Rows = balances.iter().map(|balance| row(balance, &order)).collect();
    let solved = reduce(rows, open.len(), ZERO);

    let mut standing: Vec<Standing> = flows
        .iter()
        .map(|flow| match flow.figure {
            None => Standing::Unobservable,
            Some(figure) if figure.standard_error > 0.0 => Standing::Unchecked,
            Some(_) => Standing::Exact,
        })
        .collect();
    for (at, &pivot) in solved.pivots.iter().enumerate() {
        let alone = (0..open.len()).all(|column| column == pivot || solved.rows[at][column].abs() <= ZERO);
        if alone {
            standing[open[pivot]] = Standing::Determined;
        }
    }
    let left: Rows = solved.rows[solved.pivots.len()..].iter().map(|row| row[open.len()..].to_vec()).collect();
    let left = reduce(left, moving.len(), ZERO);
    for row in &left.rows[..left.pivots.len()] {
        for (column, _) in row.iter().enumerate().filter(|(_, value)| value.abs() > ZERO) {
            standing[moving[column]] = Standing::Checked;
        }
    }
    Structure { standing, degrees: left.pivots.len() }
}

fn row(balance: &Balance, order: &[usize]) -> Vec<f64> {
    let coefficient = |at: &usize| balance.terms.iter().find(|(flow, _)| flow == at).map_or(0.0, |(_, value)| *value);
    order.iter().map(coefficient).collect()
}
