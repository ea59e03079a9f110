//! The stocks and flows of one segment in eight draws: products, and the materials that come and leave with them.
//!
//! As in `outlook/lanes`, with survival by cohort as well as by age (a lifetime may differ by the year in which products
//! come) and the materials carried along, so that content leaves with the cohort that brought it, early retirement
//! included.

use std::array::from_fn;

use crate::outlook::lanes::Eight;

/// The product of early cuts is folded into what entered before it leaves what numbers can hold.
const LEAST_SCALE: f64 = 1e-100;

/// A stock may need an inflow below 0 by this part of itself through rounding alone.
const ROUNDING: f64 = 1e-12;

/// Share of each cohort in use at the end of each period.
#[derive(Debug, Clone, Default)]
pub(super) struct Survival {
    /// Row after row, a row for each period with the cohorts up to it, oldest first.
    rows: Vec<Eight>,
}

impl Survival {
    /// Room for so many periods.
    pub fn resize(&mut self, periods: usize) {
        self.rows.resize(periods * (periods + 1) / 2, [0.0; 8]);
    }

    /// The cohorts in use at the end of a period.
    pub fn row(&self, t: usize) -> &[Eight] {
        let from = t * (t + 1) / 2;
        &self.rows[from..=from + t]
    }

    /// Sets what is left of cohort `c` at the end of period `t`.
    pub fn set(&mut self, c: usize, t: usize, left: Eight) {
        self.rows[t * (t + 1) / 2 + c] = left;
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
    /// What entered, made larger by the cuts of early retirement so far.
    entered: Rows,
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
    entered: Rows,
}

impl Segment {
    /// Room for so many materials and periods.
    pub fn resize(&mut self, materials: usize, periods: usize) {
        self.materials.resize(materials, Material::default());
        let own = [&mut self.inflow, &mut self.stock, &mut self.outflow, &mut self.kept, &mut self.entered];
        for rows in own {
            rows.resize(periods, [0.0; 8]);
        }
        for material in &mut self.materials {
            let Material { content, inflow, stock, outflow, entered } = material;
            for rows in [content, inflow, stock, outflow, entered] {
                rows.resize(periods, [0.0; 8]);
            }
        }
    }

    /// Runs the segment: contents must stand in its materials.
    ///
    /// # Errors
    /// The period and the inflow that a stock would need below 0.
    pub fn run(&mut self, by: By, driver: &[Eight], survival: &Survival) -> Result<(), (usize, f64)> {
        let mut scale = [1.0; 8];
        for t in 0..driver.len() {
            let row = survival.row(t);
            let mut left = in_use(&row[..t], &self.entered);
            for lane in 0..8 {
                left[lane] *= scale[lane];
                let mut comes = driver[t][lane];
                self.kept[t][lane] = 1.0;
                if by != By::Inflow {
                    let missing = comes - left[lane];
                    if missing < 0.0 {
                        if by == By::Stock && -missing > ROUNDING * left[lane] {
                            return Err((t, missing / row[t][lane]));
                        }
                        self.kept[t][lane] = comes / left[lane];
                        scale[lane] *= comes / left[lane];
                        left[lane] = comes;
                        if scale[lane] < LEAST_SCALE {
                            self.fold(lane, t, scale[lane]);
                            scale[lane] = 1.0;
                        }
                    }
                    comes = missing.max(0.0) / row[t][lane];
                }
                self.inflow[t][lane] = comes;
                self.entered[t][lane] = comes / scale[lane];
                self.stock[t][lane] = left[lane] + comes * row[t][lane];
            }
            self.outflow[t] = leaving(t, &self.inflow, &self.stock);
            for material in &mut self.materials {
                let content = material.content[t];
                material.inflow[t] = from_fn(|lane| self.inflow[t][lane] * content[lane]);
                material.entered[t] = from_fn(|lane| self.entered[t][lane] * content[lane]);
                let left = in_use(row, &material.entered);
                material.stock[t] = from_fn(|lane| left[lane] * scale[lane]);
                material.outflow[t] = leaving(t, &material.inflow, &material.stock);
            }
        }
        Ok(())
    }

    /// Cuts what entered before a period, in one lane.
    fn fold(&mut self, lane: usize, t: usize, scale: f64) {
        let of_materials = self.materials.iter_mut().map(|material| &mut material.entered);
        for entered in of_materials.chain([&mut self.entered]) {
            for row in &mut entered[..t] {
                row[lane] *= scale;
            }
        }
    }
}

/// What is left of the cohorts that entered, by their survival.
fn in_use(survival: &[Eight], entered: &[Eight]) -> Eight {
    let mut sum = [0.0; 8];
    for (survival, entered) in survival.iter().zip(entered) {
        for lane in 0..8 {
            sum[lane] += entered[lane] * survival[lane];
        }
    }
    sum
}

/// What leaves in a period: inflow less the change of stock. Rounding below 0 is 0.
fn leaving(t: usize, inflow: &[Eight], stock: &[Eight]) -> Eight {
    let before = if t == 0 { [0.0; 8] } else { stock[t - 1] };
    from_fn(|lane| (inflow[t][lane] - (stock[t][lane] - before[lane])).max(0.0))
}
