//! Criteria and weights of one's own, for `adit weigh`: CSV, or the first sheet of an xlsx as people paste it.
//!
//! **Criteria**: a column `alternative` and one for each criterion, higher is better, already scaled. A criterion `jobs`
//! may be given limits by two more columns, `jobs_low` and `jobs_high`; the score is then uncertain between them.
//!
//! **Weights**: one weight vector a row, columns as in the criteria; `participant` and `group` may be added, in any place.
//! Weights need not add up to 1: only their proportions count. Where neither column is there, rows are weight vectors and
//! nobody's in particular.
//!
//! Columns `note` and columns without a header are passed over, blank rows too. Numbers may be text and may have a decimal
//! comma or a percent sign. Everything that is wrong is found at once, with line and column, in a sheet with its cell.

mod criteria;
mod grid;
mod sheet;
#[cfg(test)]
mod tests;
mod weights;

use crate::finding::{Finding, any_error};
use grid::Grid;

/// Most alternatives of a table; pairs of alternatives grow with the square.
pub const MOST_ALTERNATIVES: usize = 2_000;

/// Most criteria of a table.
pub const MOST_CRITERIA: usize = 200;

/// Most weight vectors of a file.
pub const MOST_VECTORS: usize = 1_000_000;

/// Alternatives scored on criteria.
#[derive(Debug, Clone, PartialEq)]
pub struct CriteriaTable {
    /// Names of the alternatives, in the order of the file.
    pub alternatives: Vec<String>,
    /// Names of the criteria, in the order of the file.
    pub criteria: Vec<String>,
    /// Scores, row by row: one row an alternative, one number a criterion.
    pub scores: Vec<f64>,
    /// Lowest and highest scores, likewise; where only some are uncertain, the others have their score as both. `None`
    /// where the file has no limits.
    pub limits: Option<(Vec<f64>, Vec<f64>)>,
}

/// Weight vectors, and whose they are.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightTable {
    /// Weights as written, row by row: one row a vector, one number a criterion in the order of the criteria.
    pub weights: Vec<f64>,
    /// For each vector, the place of its participant among `names`; `None` without the column. A row without a name is a
    /// person of its own.
    pub participants: Option<Vec<usize>>,
    /// The participants. They are shown nowhere.
    pub names: Vec<String>,
    /// For each vector, the place of its group among `group_names`; `None` for a row in no group, or without the column.
    pub groups: Option<Vec<Option<usize>>>,
    /// The groups, in the order in which they first appear.
    pub group_names: Vec<String>,
}

/// A table with the warnings about its file, or everything that is wrong with it.
pub type Read<T> = Result<(T, Vec<Finding>), Vec<Finding>>;

/// Reads a criteria file; `file` is how it was called.
///
/// # Errors
/// Everything that is wrong with it.
pub fn criteria(bytes: Vec<u8>, file: &str) -> Read<CriteriaTable> {
    let mut grid = Grid::open(bytes, file, &["alternative"])?;
    let table = criteria::read(&mut grid);
    finish(table, grid.findings)
}

/// Reads a weights file for these criteria; `file` is how it was called.
///
/// # Errors
/// Everything that is wrong with it.
pub fn weights(bytes: Vec<u8>, file: &str, criteria: &[String]) -> Read<WeightTable> {
    let known: Vec<&str> = criteria.iter().map(String::as_str).collect();
    let mut grid = Grid::open(bytes, file, &known)?;
    let table = weights::read(&mut grid, criteria);
    finish(table, grid.findings)
}

fn finish<T>(table: Option<T>, findings: Vec<Finding>) -> Read<T> {
    match table {
        Some(table) if !any_error(&findings) => Ok((table, findings)),
        _ => Err(findings),
    }
}
