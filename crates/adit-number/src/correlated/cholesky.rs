//! The Cholesky factor of a correlation matrix.

/// A pivot at most this large counts as none: the matrix is singular but for rounding.
const LEAST_PIVOT: f64 = 1e-12;

/// The lower triangle `L` with `L L' = matrix`, row by row with its diagonal; none if the symmetric matrix is not
/// positive definite.
///
/// # Source
/// G. H. Golub, C. F. Van Loan (2013), Matrix computations, 4th edition, section 4.2.
pub(super) fn factor(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let mut lower: Vec<Vec<f64>> = Vec::with_capacity(matrix.len());
    for (row, entries) in matrix.iter().enumerate() {
        let mut line: Vec<f64> = Vec::with_capacity(row + 1);
        for (column, above) in lower.iter().enumerate() {
            let before: f64 = line.iter().zip(above).map(|(a, b)| a * b).sum();
            line.push((entries[column] - before) / above[column]);
        }
        let pivot = entries[row] - line.iter().map(|entry| entry * entry).sum::<f64>();
        if pivot <= LEAST_PIVOT {
            return None;
        }
        line.push(pivot.sqrt());
        lower.push(line);
    }
    Some(lower)
}
