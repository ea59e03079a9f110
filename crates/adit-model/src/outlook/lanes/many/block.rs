//! Eight of many.

use super::{Given, Many};
use crate::outlook::cohorts::{Driver, LARGEST_AMOUNT, LEAST_SURVIVAL, Product, run};
use crate::outlook::error::OutlookError;
use crate::outlook::lanes::closed::{Memoryless, stock_of_fixed};
use crate::outlook::lanes::flow::{inflow_of_stock, outflow, stock_of_inflow};
use crate::outlook::lanes::survival::{in_use, rows_by_cohort, survival_by_cohort};
use crate::outlook::lanes::{Ages, Eight, Survival};
use crate::outlook::lifetime::{Curve, Lifetime};

/// The memory in which a thread runs block after block.
pub(super) struct Block<'a> {
    many: &'a Many<'a>,
    ages: Option<&'a Ages>,
    survival: Vec<Eight>,
    pub inflow: Vec<Eight>,
    pub stock: Vec<Eight>,
    pub outflow: Vec<Eight>,
    left: Vec<Eight>,
    kept: Vec<Eight>,
}

/// How the eight lifetimes of a block are summed.
enum Sum {
    Memoryless(Memoryless),
    Fixed([usize; 8]),
    OverCohorts,
}

/// The kernels cannot run a block; the exact engine finds out why.
struct Stuck;

impl<'a> Block<'a> {
    pub(super) fn new(many: &'a Many<'a>, ages: Option<&'a Ages>) -> Self {
        let periods = many.periods.len();
        let rows = || vec![[0.0; 8]; periods];
        let survival = vec![[0.0; 8]; if ages.is_some() { periods } else { rows_by_cohort(periods) }];
        Self { many, ages, survival, inflow: rows(), stock: rows(), outflow: rows(), left: rows(), kept: rows() }
    }

    /// Inflow, stock and outflow of the eight series from `first`; lanes beyond the last series stay empty.
    pub(super) fn run(&mut self, first: usize) -> Result<(), OutlookError> {
        let series = (self.many.lifetimes.len() - first).min(8);
        if self.run_lanes(first, series).is_ok() {
            outflow(&[0.0; 8], &self.inflow, &self.stock, &mut self.outflow);
            return Ok(());
        }
        for rows in [&mut self.inflow, &mut self.stock, &mut self.outflow] {
            rows.fill([0.0; 8]);
        }
        (0..series).try_for_each(|lane| self.run_exactly(first + lane, lane))
    }

    fn run_lanes(&mut self, first: usize, series: usize) -> Result<(), Stuck> {
        let lifetimes: [&Lifetime; 8] = std::array::from_fn(|lane| &self.many.lifetimes[first + lane.min(series - 1)]);
        self.read(first, series)?;
        let sum = self.survive(lifetimes)?;
        match self.many.given {
            Given::Inflow(_) => self.stocks(&sum),
            Given::Stock(_) => self.inflows(&sum)?,
        }
        Ok(())
    }

    /// One series by the exact engine, which says what is wrong with it if anything is.
    fn run_exactly(&mut self, series: usize, lane: usize) -> Result<(), OutlookError> {
        let values = self.many.given_of(series).to_vec();
        let driver = match self.many.given {
            Given::Inflow(_) => Driver::Inflow(values),
            Given::Stock(_) => Driver::Stock(values),
        };
        let product = Product {
            negative_inflow: self.many.negative_inflow,
            ..Product::new(driver, self.many.lifetimes[series].clone())
        };
        let flows = run(self.many.periods, &product, false)
            .map_err(|error| OutlookError::InSeries { series, error: Box::new(error) })?;
        for t in 0..self.many.periods.len() {
            self.inflow[t][lane] = flows.inflow[t];
            self.stock[t][lane] = flows.stock[t];
            self.outflow[t][lane] = flows.outflow[t];
        }
        Ok(())
    }

    /// The given values of `series` series from `first` into lanes.
    fn read(&mut self, first: usize, series: usize) -> Result<(), Stuck> {
        let rows = match self.many.given {
            Given::Inflow(_) => &mut self.inflow,
            Given::Stock(_) => &mut self.stock,
        };
        for lane in 0..8 {
            if lane >= series {
                for row in rows.iter_mut() {
                    row[lane] = 0.0;
                }
                continue;
            }
            for (row, value) in rows.iter_mut().zip(self.many.given_of(first + lane)) {
                row[lane] = *value;
            }
        }
        // Without a branch for each value, which would cost more than reading it.
        let wrong = |value: &f64| !(0.0..=LARGEST_AMOUNT).contains(value);
        let any_wrong = rows.as_flattened().iter().fold(false, |any, value| any | wrong(value));
        if any_wrong { Err(Stuck) } else { Ok(()) }
    }

    /// Survival, unless all eight lifetimes have a closed form.
    fn survive(&mut self, lifetimes: [&Lifetime; 8]) -> Result<Sum, Stuck> {
        let periods = self.many.periods;
        let Some(ages) = self.ages else {
            survival_by_cohort(periods, |_| lifetimes, &mut self.survival).map_err(|_| Stuck)?;
            return Ok(Sum::OverCohorts);
        };
        if lifetimes.iter().all(|lifetime| matches!(lifetime.curve(), Curve::Exponential { .. })) {
            let (own, step) = (periods.own(0), periods.steps()[0]);
            let [first, next] = [own, step].map(|age| lifetimes.map(|lifetime| lifetime.survival(age)));
            return Ok(Sum::Memoryless(Memoryless { first, next }));
        }
        let inflow_driven = matches!(self.many.given, Given::Inflow(_));
        if inflow_driven && lifetimes.iter().all(|lifetime| matches!(lifetime.curve(), Curve::Fixed { .. })) {
            let in_use = |lifetime: &Lifetime| ages.years().partition_point(|age| lifetime.survival(*age) > 0.0);
            return Ok(Sum::Fixed(lifetimes.map(in_use)));
        }
        ages.survival_of(lifetimes, &mut self.survival).map_err(|_| Stuck)?;
        Ok(Sum::OverCohorts)
    }

    fn stocks(&mut self, sum: &Sum) {
        match sum {
            Sum::Memoryless(closed) => closed.stock_of_inflow(&[0.0; 8], &self.inflow, &mut self.stock),
            Sum::Fixed(in_use) => stock_of_fixed(in_use, &self.inflow, &mut self.stock),
            Sum::OverCohorts => {
                self.stock.fill([0.0; 8]);
                let survival = survival(self.ages, &self.survival);
                stock_of_inflow(survival, &self.inflow, None, &mut self.stock);
            }
        }
    }

    fn inflows(&mut self, sum: &Sum) -> Result<(), Stuck> {
        let Self { many, ages, stock, left, inflow, kept, .. } = self;
        let least = |shares: &Eight| shares.iter().all(|share| *share >= LEAST_SURVIVAL);
        if let Sum::Memoryless(closed) = sum {
            // A stock that falls below what is left is the exact engine's to judge: retired, rounded or refused.
            closed.inflow_of_stock(&[0.0; 8], stock, left, inflow);
            let falls = stock.iter().zip(left).any(|(stock, left)| (0..8).any(|lane| stock[lane] < left[lane]));
            return if falls || !least(&closed.first) { Err(Stuck) } else { Ok(()) };
        }
        let survival = survival(*ages, &self.survival);
        let periods = many.periods.len();
        if !(0..periods).all(|c| least(&survival.of(c, periods)[0])) {
            return Err(Stuck);
        }
        left.fill([0.0; 8]);
        inflow_of_stock(survival, stock, many.negative_inflow, left, inflow, kept).map_err(|_| Stuck)
    }

    /// Into rows of series; the last block may have fewer than eight.
    pub(super) fn write(&self, inflow: &mut [f64], outflow: &mut [f64], stock: &mut [f64]) {
        write(&self.inflow, inflow);
        write(&self.outflow, outflow);
        write(&self.stock, stock);
    }
}

fn survival<'a>(ages: Option<&Ages>, rows: &'a [Eight]) -> Survival<'a> {
    if ages.is_some() { Survival::ByAge(in_use(rows)) } else { Survival::ByCohort(rows) }
}

/// Lanes into series, one after the other.
pub(super) fn write(rows: &[Eight], into: &mut [f64]) {
    for (lane, series) in into.chunks_exact_mut(rows.len()).enumerate() {
        for (value, row) in series.iter_mut().zip(rows) {
            *value = row[lane];
        }
    }
}
