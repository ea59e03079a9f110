//! Small dense systems: the balances of one chain, or of one system of processes, have tens of flows, not thousands.

/// A matrix by rows.
pub(crate) type Rows = Vec<Vec<f64>>;

/// A matrix brought to reduced row echelon form on its first columns.
pub(crate) struct Reduced {
    /// The rows; those after the pivots are zero in the columns that were reduced.
    pub rows: Rows,
    /// Pivot column of each of the first rows.
    pub pivots: Vec<usize>,
}

/// Gauss-Jordan elimination with partial pivoting over the first `lead` columns. Each row is scaled to a largest
/// coefficient of 1 first, so that one threshold for `zero` fits all.
pub(crate) fn reduce(mut rows: Rows, lead: usize, zero: f64) -> Reduced {
    for row in &mut rows {
        let largest = row.iter().take(lead).fold(0.0f64, |most, value| most.max(value.abs()));
        if largest > 0.0 {
            divide(row, largest);
        }
    }
    let mut pivots = Vec::new();
    for column in 0..lead {
        let done = pivots.len();
        let size = |at: usize| rows[at][column].abs();
        let Some(best) = (done..rows.len()).max_by(|&a, &b| size(a).total_cmp(&size(b))) else { break };
        if size(best) <= zero {
            for row in &mut rows[done..] {
                row[column] = 0.0;
            }
            continue;
        }
        rows.swap(done, best);
        let pivot = rows[done][column];
        divide(&mut rows[done], pivot);
        let used = rows[done].clone();
        let (before, after) = rows.split_at_mut(done);
        for row in before.iter_mut().chain(after.iter_mut().skip(1)).filter(|row| row[column] != 0.0) {
            let factor = row[column];
            row.iter_mut().zip(&used).for_each(|(value, used)| *value -= factor * used);
            row[column] = 0.0;
        }
        pivots.push(column);
    }
    Reduced { rows, pivots }
}

fn divide(row: &mut [f64], by: f64) {
    for value in row {
        *value /= by;
    }
}

/// The inverse of a square matrix; `None` if it is singular.
pub(crate) fn inverse(matrix: &Rows) -> Option<Rows> {
    let size = matrix.len();
    let beside = |at: usize| (0..size).map(move |column| if column == at { 1.0 } else { 0.0 });
    let rows = matrix.iter().enumerate().map(|(at, row)| row.iter().copied().chain(beside(at)).collect()).collect();
    let reduced = reduce(rows, size, 1e-14);
    (reduced.pivots.len() == size).then(|| reduced.rows.into_iter().map(|row| row[size..].to_vec()).collect())
}

/// A matrix times a column.
pub(crate) fn times(matrix: &Rows, column: &[f64]) -> Vec<f64> {
    matrix.iter().map(|row| row.iter().zip(column).map(|(a, b)| a * b).sum()).collect()
}

#[cfg(test)]
mod tests {
    use super::{inverse, reduce, times};

    #[test]
    fn a_system_of_two() {
        let found = times(&inverse(&vec![vec![2.0, 1.0], vec![1.0, 3.0]]).unwrap(), &[3.0, 5.0]);
        assert!((found[0] - 0.8).abs() < 1e-14 && (found[1] - 1.4).abs() < 1e-14);
        assert_eq!(inverse(&vec![vec![1.0, 2.0], vec![2.0, 4.0]]), None);
    }

    #[test]
    fn rank_and_dependence() {
        let reduced = reduce(vec![vec![1.0, 2.0, 3.0], vec![2.0, 4.0, 6.0], vec![0.0, 1.0, 1.0]], 3, 1e-10);
        assert_eq!(reduced.pivots, [0, 1]);
        assert_eq!(reduced.rows[2], [0.0, 0.0, 0.0]);
    }
}
