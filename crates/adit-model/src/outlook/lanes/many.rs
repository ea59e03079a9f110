//! Any number of series or draws, eight at a time, over all cores.
//!
//! What a block of eight gives depends on nothing else, and blocks are summed in their order in groups of a fixed size:
//! the bits of a result do not depend on the number of threads.

mod block;
mod materials;

use rayon::prelude::*;

use super::Ages;
use crate::outlook::cohorts::NegativeInflow;
use crate::outlook::error::OutlookError;
use crate::outlook::lifetime::Lifetime;
use crate::outlook::time::Periods;

use block::Block;
pub use materials::{Contents, Totals};

/// Many series, or many draws of one, that know nothing but their lifetime: no initial cohorts, no trade in used goods.
#[derive(Debug, Clone, Copy)]
pub struct Many<'a> {
    /// Periods of all.
    pub periods: &'a Periods,
    /// Inflow or stock.
    pub given: Given<'a>,
    /// One lifetime for each series or draw.
    pub lifetimes: &'a [Lifetime],
    /// What happens when a stock falls faster than its goods leave.
    pub negative_inflow: NegativeInflow,
}

/// What the flows follow from: as many values as periods, then all series have the same, or series by series the values
/// of each.
#[derive(Debug, Clone, Copy)]
pub enum Given<'a> {
    /// Amounts that come into use, per period.
    Inflow(&'a [f64]),
    /// Stock at the end of each period.
    Stock(&'a [f64]),
}

impl<'a> Given<'a> {
    fn values(self) -> &'a [f64] {
        match self {
            Self::Inflow(values) | Self::Stock(values) => values,
        }
    }
}

/// Where results go, series by series, one value for each period. What was given is written too.
#[derive(Debug)]
pub struct Rows<'a> {
    /// Inflow.
    pub inflow: &'a mut [f64],
    /// Outflow.
    pub outflow: &'a mut [f64],
    /// Stock at the end of the period.
    pub stock: &'a mut [f64],
}

impl Many<'_> {
    /// Writes stocks and flows of every series.
    ///
    /// # Errors
    /// Lists of the wrong length; of the first series that cannot be run, what [`crate::outlook::run`] says of it. What
    /// is in the rows is then of no use.
    pub fn write(&self, rows: &mut Rows<'_>) -> Result<(), OutlookError> {
        let ages = self.check()?;
        let periods = self.periods.len();
        let expected = self.lifetimes.len() * periods;
        for (what, given) in
            [("rows.inflow", rows.inflow.len()), ("rows.outflow", rows.outflow.len()), ("rows.stock", rows.stock.len())]
        {
            if given != expected {
                return Err(OutlookError::Length { what, given, expected });
            }
        }
        let eight = 8 * periods;
        let inflow_and_outflow = rows.inflow.par_chunks_mut(eight).zip(rows.outflow.par_chunks_mut(eight));
        let blocks = inflow_and_outflow.zip(rows.stock.par_chunks_mut(eight)).enumerate();
        let new = || Block::new(self, ages.as_ref());
        let done = blocks.map_init(new, |block, (at, ((inflow, outflow), stock))| {
            block.run(8 * at)?;
            block.write(inflow, outflow, stock);
            Ok(())
        });
        // Collected first: which error is met first must not depend on threads.
        done.collect::<Vec<Result<(), OutlookError>>>().into_iter().collect()
    }

    /// The given values of one series.
    fn given_of(&self, series: usize) -> &[f64] {
        let (values, periods) = (self.given.values(), self.periods.len());
        let start = if values.len() == periods { 0 } else { series * periods };
        &values[start..start + periods]
    }

    /// Lengths; the ages where steps are even.
    fn check(&self) -> Result<Option<Ages>, OutlookError> {
        let (given, periods) = (self.given.values().len(), self.periods.len());
        let series = self.lifetimes.len();
        if given != periods && given != series * periods {
            return Err(OutlookError::Length { what: "given", given, expected: series * periods });
        }
        Ok(Ages::new(self.periods).ok())
    }
}
