//! Materials of many series, summed: a contraction of product flows with contents.

use rayon::prelude::*;

use super::Many;
use super::block::{Block, write};
use crate::outlook::cohorts::LARGEST_AMOUNT;
use crate::outlook::error::OutlookError;
use crate::outlook::lanes::{Ages, Eight};

/// Constant contents, series by series, one for each material: amount of the material in a unit of the series.
#[derive(Debug, Clone, Copy)]
pub struct Contents<'a> {
    /// How many materials.
    pub materials: usize,
    /// Series by series.
    pub contents: &'a [f64],
}

/// Materials in all series together: material by material, one value for each period.
#[derive(Debug, Clone, PartialEq)]
pub struct Totals {
    /// Inflow.
    pub inflow: Vec<f64>,
    /// Outflow.
    pub outflow: Vec<f64>,
    /// Stock at the end of the period.
    pub stock: Vec<f64>,
}

/// Blocks of eight that one thread sums before the sums of threads are added: part of the result, as it sets the order of
/// the sum.
const BLOCKS_OF_A_SUM: usize = 64;

/// Sums in memory at once.
const SUMS_AT_ONCE: usize = 32;

impl Many<'_> {
    /// Materials in the flows of all series together. Memory is that of [`SUMS_AT_ONCE`] totals, whatever the number of
    /// series; none of their flows is kept.
    ///
    /// # Errors
    /// Lists of the wrong length, a content that is not a number from 0 to 1e250; of the first series that cannot be run,
    /// what [`crate::outlook::run`] says of it.
    pub fn materials(&self, contents: Contents<'_>) -> Result<Totals, OutlookError> {
        let ages = self.check()?;
        let (series, periods) = (self.lifetimes.len(), self.periods.len());
        let (given, expected) = (contents.contents.len(), series * contents.materials);
        if given != expected {
            return Err(OutlookError::Length { what: "contents", given, expected });
        }
        if let Some(content) = contents.contents.iter().find(|content| !(0.0..=LARGEST_AMOUNT).contains(*content)) {
            let hint = "give an amount for one unit of the series, from 0 to 1e250";
            return Err(OutlookError::NotSensible { what: "a content", value: *content, hint });
        }
        let sums: Vec<usize> = (0..series).step_by(8 * BLOCKS_OF_A_SUM).collect();
        let mut total = Sum::new(contents.materials * periods);
        for at_once in sums.chunks(SUMS_AT_ONCE) {
            let sums: Vec<Result<Sum, OutlookError>> = at_once
                .par_iter()
                .map_init(
                    || Contraction::new(self, ages.as_ref()),
                    |contraction, first| contraction.sum(*first, contents),
                )
                .collect();
            for sum in sums {
                total.add(&sum?);
            }
        }
        Ok(total.into_totals(periods))
    }
}

/// Inflow and stock by material and period; outflow follows from them.
struct Sum {
    inflow: Vec<f64>,
    stock: Vec<f64>,
}

impl Sum {
    fn new(len: usize) -> Self {
        Self { inflow: vec![0.0; len], stock: vec![0.0; len] }
    }

    fn add(&mut self, other: &Self) {
        let pairs = self.inflow.iter_mut().zip(&other.inflow).chain(self.stock.iter_mut().zip(&other.stock));
        pairs.for_each(|(sum, other)| *sum += other);
    }

    fn into_totals(self, periods: usize) -> Totals {
        let Self { inflow, stock } = self;
        let outflow = inflow.chunks(periods).zip(stock.chunks(periods)).flat_map(|(inflow, stock)| {
            let before = std::iter::once(0.0).chain(stock.iter().copied());
            inflow.iter().zip(stock).zip(before).map(|((inflow, stock), before)| (inflow - (stock - before)).max(0.0))
        });
        Totals { outflow: outflow.collect(), inflow, stock }
    }
}

/// The memory in which a thread contracts block after block.
struct Contraction<'a> {
    block: Block<'a>,
    /// The flows of a block, series by series.
    series: Vec<f64>,
}

impl<'a> Contraction<'a> {
    fn new(many: &'a Many<'a>, ages: Option<&'a Ages>) -> Self {
        Self { block: Block::new(many, ages), series: vec![0.0; 8 * many.periods.len()] }
    }

    /// The sum over the blocks from series `first`.
    fn sum(&mut self, first: usize, contents: Contents<'_>) -> Result<Sum, OutlookError> {
        let materials = contents.materials;
        let periods = self.series.len() / 8;
        let mut sum = Sum::new(materials * periods);
        let all = contents.contents.len() / materials.max(1);
        for first in (first..all).step_by(8).take(BLOCKS_OF_A_SUM) {
            self.block.run(first)?;
            let contents = &contents.contents[first * materials..(first + 8).min(all) * materials];
            write(&self.block.inflow, &mut self.series);
            contract(contents, materials, &self.series, &mut sum.inflow);
            write(&self.block.stock, &mut self.series);
            contract(contents, materials, &self.series, &mut sum.stock);
        }
        Ok(sum)
    }
}

/// Adds content times flow of eight series (lanes without a series are empty) to each material.
fn contract(contents: &[f64], materials: usize, series: &[f64], sums: &mut [f64]) {
    let periods = series.len() / 8;
    let (half, other) = series.split_at(4 * periods);
    let [first, second, third, fourth] = quarters(half, periods);
    let [fifth, sixth, seventh, eighth] = quarters(other, periods);
    for (material, sum) in sums.chunks_exact_mut(periods).enumerate() {
        let of = |lane: usize| contents.get(lane * materials + material).copied().unwrap_or(0.0);
        let c: Eight = std::array::from_fn(of);
        for t in 0..periods {
            let low = (c[0] * first[t] + c[1] * second[t]) + (c[2] * third[t] + c[3] * fourth[t]);
            let high = (c[4] * fifth[t] + c[5] * sixth[t]) + (c[6] * seventh[t] + c[7] * eighth[t]);
            sum[t] += low + high;
        }
    }
}

/// Four series of a length known to be that, so that the loop over it needs no checks.
fn quarters(series: &[f64], periods: usize) -> [&[f64]; 4] {
    std::array::from_fn(|at| &series[at * periods..(at + 1) * periods])
}
