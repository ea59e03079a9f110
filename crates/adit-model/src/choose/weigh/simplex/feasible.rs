//! Is there a weight vector that keeps all statements, and one with room around it?
//!
//! The linear programme: weights `w` from 0 up with sum 1 and room `t` from 0 up, such that every weight is at least `t`
//! and every statement is kept by at least `t` times the length of its factors; as large a `t` as possible. With `t`
//! above 0 the vector lies inside; with 0 the part has no inside. Solved as a dense tableau by the primal simplex method in
//! two phases, by Bland's rule, which cannot run in circles (R. G. Bland (1977), New finite pivoting rules for the simplex
//! method, Mathematics of Operations Research 2(2), 103-107). A handful of rows; no solver is asked.

use super::Inequality;

/// Differences below this are rounding.
const ROUNDING: f64 = 1e-10;

/// Most pivots; Bland's rule ends long before on problems of this size.
const MOST_PIVOTS: usize = 20_000;

/// What statements leave.
#[derive(Debug, Clone, PartialEq)]
pub enum Room {
    /// A vector as far from all sides as there is.
    Inside(Vec<f64>),
    /// A vector that keeps them; there is none with room around it.
    Flat(Vec<f64>),
    /// Nothing.
    Empty,
}

/// Looks for room.
pub fn room(criteria: usize, statements: &[Inequality]) -> Room {
    // Columns: weights, t, one surplus a row of `>=`, then one artificial a row. w_i - t >= 0 and a w - |a| t >= b.
    let rows = 1 + criteria + statements.len();
    let surplus = criteria + 1;
    let artificial = surplus + rows - 1;
    let width = artificial + rows + 1;
    let mut tableau: Vec<Vec<f64>> = Vec::with_capacity(rows);
    let mut sum = vec![0.0; width];
    sum[..criteria].fill(1.0);
    sum[width - 1] = 1.0;
    tableau.push(sum);
    let positive: Vec<Inequality> = (0..criteria).map(|at| Inequality::at_least(criteria, at, 0.0)).collect();
    for (at, one) in positive.iter().chain(statements).enumerate() {
        let mut row = vec![0.0; width];
        row[..criteria].copy_from_slice(&one.factors);
        row[criteria] = -libm::sqrt(one.factors.iter().map(|factor| factor * factor).sum());
        row[surplus + at] = -1.0;
        row[width - 1] = one.least;
        tableau.push(row);
    }
    for (at, row) in tableau.iter_mut().enumerate() {
        if row[width - 1] < 0.0 {
            for value in row.iter_mut() {
                *value = -*value;
            }
        }
        row[artificial + at] = 1.0;
    }
    let mut program = Program { tableau, basis: (artificial..artificial + rows).collect(), width };
    // First: as little of the artificial columns as possible.
    let mut cost = vec![0.0; width - 1];
    cost[artificial..].fill(1.0);
    program.minimise(&cost, width - 1);
    let left: f64 = program
        .basis
        .iter()
        .zip(&program.tableau)
        .filter(|(at, _)| **at >= artificial)
        .map(|(_, row)| row[width - 1])
        .sum();
    if left > ROUNDING {
        return Room::Empty;
    }
    program.drive_out(artificial);
    // Then: as much room as possible.
    let mut cost = vec![0.0; width - 1];
    cost[criteria] = -1.0;
    program.minimise(&cost, artificial);
    let value = |column: usize| {
        let found = program.basis.iter().position(|&at| at == column);
        found.map_or(0.0, |row| program.tableau[row][width - 1].max(0.0))
    };
    let weights: Vec<f64> = (0..criteria).map(value).collect();
    if value(criteria) > ROUNDING { Room::Inside(weights) } else { Room::Flat(weights) }
}

struct Program {
    tableau: Vec<Vec<f64>>,
    basis: Vec<usize>,
    width: usize,
}

impl Program {
    /// Pivots until no column below `columns` lowers the cost.
    fn minimise(&mut self, cost: &[f64], columns: usize) {
        for _ in 0..MOST_PIVOTS {
            let reduced = |column: usize| {
                let in_basis = self.basis.iter().zip(&self.tableau).map(|(&at, row)| cost[at] * row[column]);
                cost[column] - in_basis.sum::<f64>()
            };
            let Some(entering) = (0..columns).find(|&column| reduced(column) < -ROUNDING) else { return };
            let ratios = self.tableau.iter().enumerate().filter(|(_, row)| row[entering] > ROUNDING);
            let ratios = ratios.map(|(at, row)| (row[self.width - 1] / row[entering], self.basis[at], at));
            let least = ratios.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let Some((_, _, leaving)) = least else { return };
            self.pivot(leaving, entering);
        }
    }

    fn pivot(&mut self, leaving: usize, entering: usize) {
        let by = self.tableau[leaving][entering];
        self.tableau[leaving].iter_mut().for_each(|value| *value /= by);
        let pivot = self.tableau[leaving].clone();
        for (at, row) in self.tableau.iter_mut().enumerate() {
            let factor = row[entering];
            if at != leaving && factor != 0.0 {
                row.iter_mut().zip(&pivot).for_each(|(value, of)| *value -= factor * of);
            }
        }
        self.basis[leaving] = entering;
    }

    /// Takes artificial columns that are left at nought out of the basis, so that they stay there.
    fn drive_out(&mut self, artificial: usize) {
        for row in 0..self.basis.len() {
            if self.basis[row] >= artificial
                && let Some(column) = (0..artificial).find(|&column| self.tableau[row][column].abs() > ROUNDING)
            {
                self.pivot(row, column);
            }
        }
    }
}
