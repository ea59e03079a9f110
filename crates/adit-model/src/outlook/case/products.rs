//! The stocks and flows of one segment in eight draws: products, and the materials that come and leave with them.
//!
//! By the kernels of `outlook/lanes`, with survival by cohort (a lifetime may differ by the year in which products come);
//! materials follow their products through early retirement.

use std::array::from_fn;

use crate::outlook::cohorts::NegativeInflow;
use crate::outlook::lanes::{self, Eight, inflow_of_stock, outflow, rows_by_cohort, stock_of_inflow};

/// Share of each cohort in use at the end of each period.
#[derive(Debug, Clone, Default)]
pub(super) struct Survival {
    periods: usize,
    /// Cohort by cohort, each from its own period on.
    rows: Vec<Eight>,
}

impl Survival {
    /// Room for so many periods.
    pub fn resize(&mut self, periods: usize) {
        self.periods = periods;
        self.rows.resize(rows_by_cohort(periods), [0.0; 8]);
    }

    /// What is left of cohort `c` at the end of period `t`.
    pub fn left(&self, c: usize, t: usize) -> &Eight {
        &self.rows[self.from(c) + t - c]
    }

    /// Sets what is left of cohort `c` at the ends of its own period and of the later ones.
    pub fn set(&mut self, c: usize, left: &[Eight]) {
        let from = self.from(c);
        self.rows[from..from + self.periods - c].copy_from_slice(&left[..self.periods - c]);
    }

    fn from(&self, c: usize) -> usize {
        rows_by_cohort(self.periods) - rows_by_cohort(self.periods - c)
    }
}

/// What a segment is driven by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// Inflow.
    Inflow,
    /// Stock, where a negative inflow is an error.
    Stock,
    /// Stock, where cohorts retire early instead.
    StockRetiring,
}

/// The periods of one series, in eight draws.
pub(super) type Rows = Vec<Eight>;

/// Stocks and flows of a segment.
#[derive(Debug, Clone, Default)]
pub(super) struct Segment {
    pub inflow: Rows,
    pub stock: Rows,
    pub outflow: Rows,
    /// What early retirement leaves of every cohort in the period; 1 where nothing retires early.
    pub kept: Rows,
    /// What is left of the cohorts of earlier periods, where a stock is given.
    left: Rows,
    pub materials: Vec<Material>,
}

/// Stocks and flows of a material in a segment.
#[derive(Debug, Clone, Default)]
pub(super) struct Material {
    /// In one product unit, by the period in which it comes.
    pub content: Rows,
    pub inflow: Rows,
    pub stock: Rows,
    pub outflow: Rows,
}

impl Segment {
    /// Room for so many materials and periods.
    pub fn resize(&mut self, materials: usize, periods: usize) {
        self.materials.resize(materials, Material::default());
        let own = [&mut self.inflow, &mut self.stock, &mut self.outflow, &mut self.kept, &mut self.left];
        for rows in own {
            rows.resize(periods, [0.0; 8]);
        }
        for material in &mut self.materials {
            let Material { content, inflow, stock, outflow } = material;
            for rows in [content, inflow, stock, outflow] {
                rows.resize(periods, [0.0; 8]);
            }
        }
    }

    /// Runs the segment: contents must stand in its materials.
    ///
    /// # Errors
    /// The period and the inflow that a stock would need below 0.
    pub fn run(&mut self, by: By, driver: &[Eight], survival: &Survival) -> Result<(), (usize, f64)> {
        let by_cohort = lanes::Survival::ByCohort(&survival.rows);
        let negative = match by {
            By::Inflow => None,
            By::Stock => Some(NegativeInflow::Error),
            By::StockRetiring => Some(NegativeInflow::Retire),
        };
        if let Some(negative) = negative {
            self.left.fill([0.0; 8]);
            inflow_of_stock(by_cohort, driver, negative, &mut self.left, &mut self.inflow, &mut self.kept)
                .map_err(|negative| (negative.period, negative.inflow))?;
            for (t, stock) in self.stock.iter_mut().enumerate() {
                let (left, inflow, own) = (&self.left[t], &self.inflow[t], survival.left(t, t));
                *stock = from_fn(|lane| left[lane] + inflow[lane] * own[lane]);
            }
        } else {
            self.inflow.copy_from_slice(driver);
            self.kept.fill([1.0; 8]);
            self.stock.fill([0.0; 8]);
            stock_of_inflow(by_cohort, &self.inflow, None, &mut self.stock);
        }
        outflow(&[0.0; 8], &self.inflow, &self.stock, &mut self.outflow);
        let kept = (by == By::StockRetiring).then_some(self.kept.as_slice());
        for Material { content, inflow, stock, outflow: leaves } in &mut self.materials {
            for ((inflow, content), comes) in inflow.iter_mut().zip(content).zip(&self.inflow) {
                *inflow = from_fn(|lane| comes[lane] * content[lane]);
            }
            stock.fill([0.0; 8]);
            stock_of_inflow(by_cohort, inflow, kept, stock);
            outflow(&[0.0; 8], inflow, stock, leaves);
        }
        Ok(())
    }
}
