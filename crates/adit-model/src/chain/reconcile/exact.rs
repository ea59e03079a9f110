//! The last digits of a fit.
//!
//! An interior-point solver stops a little inside the limits. With the flows that stand at zero known, the optimum is
//! one linear system (the conditions of Karush, Kuhn and Tucker), which is solved directly, so that balances close to
//! the last digits that a number has.

use std::collections::BTreeSet;

use super::fit::Column;
use super::structure::ZERO;
use super::{ReconcileError, Standing};
use crate::dense::{Rows, inverse, reduce, times};
use crate::problem::{Equation, SolveError};

/// How many choices of zeros are tried for each column.
const STEPS: usize = 20;

/// Exact values of the columns that are not unobservable, with the variance of each in units of its column squared.
pub(super) struct Exact {
    /// Values; 0 for an unobservable column.
    pub values: Vec<f64>,
    /// Variances; 0 for an unobservable column.
    pub variance: Vec<f64>,
    /// Which columns their limit holds at zero: without it they would be negative.
    pub at_zero: Vec<bool>,
}

/// Settles what the solver found, an active-set method that starts where the solver stopped: a flow that comes out
/// negative is put to zero, a flow at zero that the optimum would raise is let go, until neither is left. The worst one
/// goes first; once a choice of zeros comes back, the first of all goes first, which cannot go round in circles (Murty
/// 1974).
pub(super) fn settle(columns: &[Column], rows: &[Equation], held: Vec<bool>) -> Result<Exact, ReconcileError> {
    let mut at_zero = held;
    let mut seen = BTreeSet::new();
    let mut careful = false;
    for _ in 0..STEPS * (columns.len() + 1) {
        let (exact, push) = with_zeros(columns, rows, &at_zero)?;
        let wrong = |at: usize| {
            if at_zero[at] { (-push[at]).max(0.0) } else { (-exact.values[at] / columns[at].unit).max(0.0) }
        };
        let negative = (0..columns.len()).filter(|&at| !at_zero[at] && wrong(at) > 0.0);
        let worst = |among: Vec<usize>| among.into_iter().max_by(|&a, &b| wrong(a).total_cmp(&wrong(b)));
        careful |= !seen.insert(at_zero.clone());
        let next = if careful {
            (0..columns.len()).find(|&at| wrong(at) > 0.0)
        } else {
            let rising = (0..columns.len()).filter(|&at| at_zero[at] && wrong(at) > 0.0);
            worst(negative.collect()).or_else(|| worst(rising.collect()))
        };
        let Some(next) = next else { return Ok(without_idle(exact, columns, &push)) };
        at_zero[next] = !at_zero[next];
    }
    Err(SolveError::Stopped("no choice of flows at zero holds".to_owned()).into())
}

/// A limit that does not push holds nothing: the figure would stand at zero without it.
fn without_idle(mut exact: Exact, columns: &[Column], push: &[f64]) -> Exact {
    for (at, column) in columns.iter().enumerate().filter(|(_, column)| column.is_measured()) {
        if exact.at_zero[at] && push[at] == 0.0 && column.target == 0.0 {
            exact.at_zero[at] = false;
            exact.variance[at] = 1.0;
        }
    }
    exact
}

/// Solves the conditions of the optimum with some columns at zero; also gives, for these, how hard their limit pushes
/// (below zero: the optimum would raise the flow).
fn with_zeros(columns: &[Column], rows: &[Equation], at_zero: &[bool]) -> Result<(Exact, Vec<f64>), ReconcileError> {
    let (held, moving): (Vec<usize>, Vec<usize>) = (0..columns.len()).partition(|&at| at_zero[at]);
    let (open, free): (Vec<usize>, Vec<usize>) =
        moving.into_iter().partition(|&at| columns[at].standing == Standing::Unobservable);
    let balances = among(columns, rows, [&open, &free, &held])?;
    let (count, size) = (free.len(), free.len() + balances.len());
    let mut matrix: Rows = vec![vec![0.0; size]; size];
    let mut right = vec![0.0; size];
    for (at, &column) in free.iter().enumerate().filter(|(_, column)| columns[**column].is_measured()) {
        matrix[at][at] = 1.0;
        right[at] = columns[column].target / columns[column].unit;
    }
    for (at, row) in balances.iter().enumerate() {
        for (column, &factor) in row[..count].iter().enumerate() {
            matrix[count + at][column] = factor;
            matrix[column][count + at] = factor;
        }
        right[count + at] = row[count + held.len()];
    }
    let singular = || SolveError::Stopped("the balances leave a flow open that should be determined".to_owned());
    let inverse = inverse(&matrix).ok_or_else(singular)?;
    let mut solution = times(&inverse, &right);
    for _ in 0..2 {
        let reached = times(&matrix, &solution);
        let open: Vec<f64> = right.iter().zip(&reached).map(|(wanted, reached)| wanted - reached).collect();
        solution.iter_mut().zip(times(&inverse, &open)).for_each(|(value, step)| *value += step);
    }
    let zeros = || vec![0.0; columns.len()];
    let mut exact = Exact { values: zeros(), variance: zeros(), at_zero: at_zero.to_vec() };
    for (at, &column) in free.iter().enumerate() {
        exact.values[column] = solution[at] * columns[column].unit;
        // The block of the inverse that belongs to the columns is the covariance of the fitted values.
        exact.variance[column] = inverse[at][at];
    }
    let mut push = vec![0.0; columns.len()];
    for (at, &column) in held.iter().enumerate() {
        let pulled = if columns[column].is_measured() { columns[column].target / columns[column].unit } else { 0.0 };
        let terms = || balances.iter().zip(&solution[count..]).map(|(row, multiplier)| row[count + at] * multiplier);
        let (sum, size) = (terms().sum::<f64>() - pulled, terms().map(f64::abs).sum::<f64>() + pulled.abs());
        // What is left after the terms cancelled is rounding.
        push[column] = if sum.abs() > 1e-10 * size { sum } else { 0.0 };
    }
    Ok((exact, push))
}

/// What the balances demand of the free columns among themselves, in the units of the columns: those with an open flow
/// close by it and are left out, as are those that follow from others. A row holds the free columns, those held at
/// zero, and its right-hand side.
fn among(columns: &[Column], rows: &[Equation], order: [&[usize]; 3]) -> Result<Rows, ReconcileError> {
    let factor = |row: &Equation, at: usize| {
        row.terms.iter().find(|(column, _)| *column == at).map_or(0.0, |(_, factor)| *factor)
    };
    let [open, free, held] = order;
    let dense: Rows = rows
        .iter()
        .map(|row| order.into_iter().flatten().map(|&at| factor(row, at)).chain([row.equals]).collect())
        .collect();
    let closing = reduce(dense, open.len(), ZERO);
    let rest = closing.rows[closing.pivots.len()..].iter().map(|row| row[open.len()..].to_vec()).collect();
    let reduced = reduce(rest, free.len(), ZERO);
    let (kept, none) = reduced.rows.split_at(reduced.pivots.len());
    let largest = columns.iter().map(|column| column.target.abs()).chain(rows.iter().map(|row| row.equals.abs()));
    let largest = largest.fold(0.0f64, f64::max);
    if none.iter().any(|row| row[free.len() + held.len()].abs() > 1e-6 * largest) {
        let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        return Err(SolveError::Infeasible(names.join("; ")).into());
    }
    let scaled = |row: &Vec<f64>| {
        let units = free.iter().chain(held).map(|&at| columns[at].unit).chain([1.0]);
        let row: Vec<f64> = row.iter().zip(units).map(|(value, unit)| value * unit).collect();
        let size = row[..free.len()].iter().fold(0.0f64, |most, value| most.max(value.abs()));
        row.iter().map(|value| value / size).collect()
    };
    Ok(kept.iter().map(scaled).collect())
}
