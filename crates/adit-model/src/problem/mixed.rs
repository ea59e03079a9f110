//! Mixed-integer linear problems: columns of which some must be whole, rows with two bounds, one linear objective.

use super::SolveError;

/// Which way the objective is pushed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sense {
    /// As small as possible.
    #[default]
    Minimise,
    /// As large as possible.
    Maximise,
}

impl Sense {
    /// Whether `a` is better than `b`.
    pub fn better(self, a: f64, b: f64) -> bool {
        match self {
            Self::Minimise => a < b,
            Self::Maximise => a > b,
        }
    }

    /// 1 to minimise, -1 to maximise: an objective times this is to be made small.
    pub fn sign(self) -> f64 {
        match self {
            Self::Minimise => 1.0,
            Self::Maximise => -1.0,
        }
    }
}

/// What values a column may take between its bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Any.
    Continuous,
    /// Whole numbers.
    Integer,
    /// 0 or 1; the bounds may fix it to one of them.
    Binary,
}

/// One column: what is decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Name, unique, without spaces: it stands in messages and in written models.
    pub name: String,
    /// Least value; may be minus infinity.
    pub lower: f64,
    /// Largest value; may be infinity.
    pub upper: f64,
    /// Which values between.
    pub kind: Kind,
    /// What one unit adds to the objective.
    pub cost: f64,
}

/// One row: `lower <= sum of coefficient x column <= upper`.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Name, unique, without spaces.
    pub name: String,
    /// Least value; minus infinity where there is none.
    pub lower: f64,
    /// Largest value; infinity where there is none.
    pub upper: f64,
    /// Column and coefficient, each column at most once.
    pub terms: Vec<(usize, f64)>,
}

impl Row {
    /// The value of the row at a point.
    pub fn at(&self, values: &[f64]) -> f64 {
        self.terms.iter().map(|&(column, factor)| factor * values[column]).sum()
    }
}

/// A problem.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mixed {
    /// Which way.
    pub sense: Sense,
    /// Added to the objective whatever is decided.
    pub constant: f64,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
    /// A value of each column to start from. It need not meet the rows; the solver then tries to mend it.
    pub start: Option<Vec<f64>>,
}

/// When a solver may stop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MixedOptions {
    /// Seconds of wall-clock time after which the best answer so far is given, with its gap.
    pub seconds: f64,
    /// Relative gap between objective and bound that is near enough: 0.01 is one per cent.
    pub gap: f64,
    /// Seed of the solver's own random choices.
    pub seed: u16,
}

impl Default for MixedOptions {
    fn default() -> Self {
        Self { seconds: 60.0, gap: 1e-6, seed: 1 }
    }
}

/// How a solver stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MixedStatus {
    /// Proved to be the best, up to the solver's tolerance of one in a million.
    Optimal,
    /// Proved to be within the gap that was asked for.
    GapReached,
    /// The time was over; values, if there are any, are feasible, and the gap is what could be proved.
    TimeLimit,
    /// Nothing meets all rows and bounds.
    Infeasible,
    /// The objective can be pushed for ever.
    Unbounded,
}

/// A solution.
#[derive(Debug, Clone, PartialEq)]
pub struct MixedSolution {
    /// How it ended.
    pub status: MixedStatus,
    /// Values of the columns; whole ones are exactly whole. Empty where none were found.
    pub values: Vec<f64>,
    /// The objective at the values, computed from them; not a number where there are none.
    pub objective: f64,
    /// No values can do better than this.
    pub bound: f64,
    /// `|objective - bound| / |objective|`; infinite where there are no values, 0 where both are equal.
    pub gap: f64,
    /// Nodes of the search tree.
    pub nodes: u64,
    /// Seconds of wall-clock time that it took: no part of any result, for benches and the person who waits.
    pub seconds: f64,
}

impl MixedSolution {
    /// Whether there are values to be read.
    pub fn found(&self) -> bool {
        !self.values.is_empty()
    }
}

/// The relative gap between an objective and its bound, 0 where they are equal.
pub fn gap(objective: f64, bound: f64) -> f64 {
    let apart = (objective - bound).abs();
    if apart <= 1e-9 * objective.abs().max(1.0) {
        0.0
    } else if objective == 0.0 {
        f64::INFINITY
    } else {
        apart / objective.abs()
    }
}

impl Mixed {
    /// Adds a column and gives its place.
    pub fn column(&mut self, column: Column) -> usize {
        self.columns.push(column);
        self.columns.len() - 1
    }

    /// Adds a row and gives its place.
    pub fn row(&mut self, row: Row) -> usize {
        self.rows.push(row);
        self.rows.len() - 1
    }

    /// The objective at a point.
    pub fn objective(&self, values: &[f64]) -> f64 {
        self.constant + self.columns.iter().zip(values).map(|(column, value)| column.cost * value).sum::<f64>()
    }

    /// Bounds, wholeness and rows that a point breaks by more than `tolerance` (relative to the larger of 1 and the
    /// bound), by name.
    pub fn broken(&self, values: &[f64], tolerance: f64) -> Vec<&str> {
        let outside = |value: f64, lower: f64, upper: f64| {
            value < lower - tolerance * lower.abs().max(1.0) || value > upper + tolerance * upper.abs().max(1.0)
        };
        let columns = self.columns.iter().zip(values).filter(|(column, value)| {
            let fraction = (**value - value.round()).abs();
            outside(**value, column.lower, column.upper)
                || (column.kind != Kind::Continuous && fraction > tolerance)
                || !value.is_finite()
        });
        let rows = self.rows.iter().filter(|row| outside(row.at(values), row.lower, row.upper));
        columns.map(|(column, _)| column.name.as_str()).chain(rows.map(|row| row.name.as_str())).collect()
    }

    /// Refuses what no solver should be asked.
    pub fn check(&self) -> Result<(), SolveError> {
        let malformed = |says: String| Err(SolveError::Malformed(says));
        for column in &self.columns {
            let Column { name, lower, upper, cost, .. } = column;
            if lower.is_nan() || upper.is_nan() || *lower == f64::INFINITY || *upper == f64::NEG_INFINITY {
                return malformed(format!("{name} has no usable bounds ({lower} to {upper})"));
            }
            if !cost.is_finite() {
                return malformed(format!("{name} adds {cost} to the objective"));
            }
        }
        for row in &self.rows {
            let columns = self.columns.len();
            if row.terms.iter().any(|(at, factor)| *at >= columns || !factor.is_finite()) {
                return malformed(format!("{} names no such column or a number that is not finite", row.name));
            }
            if row.lower.is_nan() || row.upper.is_nan() {
                return malformed(format!("{} has a bound that is no number", row.name));
            }
        }
        match &self.start {
            Some(start) if start.len() != self.columns.len() => {
                malformed(format!("the start has {} values for {} columns", start.len(), self.columns.len()))
            }
            _ => Ok(()),
        }
    }
}
