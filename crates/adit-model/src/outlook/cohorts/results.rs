//! What comes out.

use std::fmt;

/// Stocks and flows of a product. All lists have one value for each period, in the unit of the product.
#[derive(Debug, Clone, PartialEq)]
pub struct Flows {
    /// New goods that come into use in the period.
    pub inflow: Vec<f64>,
    /// What leaves use in the period, `retired` included.
    pub outflow: Vec<f64>,
    /// In use at the end of the period.
    pub stock: Vec<f64>,
    /// In use at the start of the first period.
    pub initial_stock: f64,
    /// Imports minus exports of used goods in the period; 0 where none are stated.
    pub used_net_imports: Vec<f64>,
    /// The part of `outflow` that was taken out early so that the stock could fall.
    pub retired: Vec<f64>,
    /// Share of the first cohort that survives to the end of each period.
    pub survival: Vec<f64>,
    /// The largest |change of stock - inflow - net imports of used goods + outflow| of any period, divided by the
    /// largest flow.
    pub balance_error: f64,
    /// What a reader must know beside the result.
    pub warnings: Vec<Warning>,
    /// The same for each material, in the order given.
    pub materials: Vec<MaterialFlows>,
    /// Stock and outflow by cohort, where they were asked for: the initial ones as given, then by period of entry.
    pub cohorts: Option<Vec<Cohort>>,
}

/// Stocks and flows of a material; lists as in [`Flows`].
#[derive(Debug, Clone, PartialEq)]
pub struct MaterialFlows {
    /// Name or id of the material.
    pub material: String,
    /// With new goods.
    pub inflow: Vec<f64>,
    /// With goods that leave use.
    pub outflow: Vec<f64>,
    /// In goods in use at the end of the period.
    pub stock: Vec<f64>,
    /// In goods in use at the start of the first period.
    pub initial_stock: f64,
    /// With used goods.
    pub used_net_imports: Vec<f64>,
    /// As in [`Flows`].
    pub balance_error: f64,
}

/// One cohort.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohort {
    /// Where it comes from.
    pub vintage: Vintage,
    /// In use at the end of each period.
    pub stock: Vec<f64>,
    /// Leaving use in each period.
    pub outflow: Vec<f64>,
}

/// Where a cohort comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Vintage {
    /// In use at the start of the first period, at this age in years.
    Initial {
        /// Age then.
        age: f64,
    },
    /// New in the period that ends with this year.
    New {
        /// Year.
        year: i32,
    },
    /// Imported used in the period that ends with this year, at this age in years.
    Used {
        /// Year.
        year: i32,
        /// Age then.
        age: f64,
    },
}

/// What a reader must know beside the result.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Warning {
    /// A stock-driven model whose first stock has no known age.
    NoInitialCohorts {
        /// Year of the first period.
        year: i32,
        /// Its stock.
        stock: f64,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoInitialCohorts { year, stock } => write!(
                f,
                "no initial cohorts are given, so the whole stock of {year} ({stock}) counts as new in that year and \
                 later inflow and outflow are late; give initial_cohorts with their ages"
            ),
        }
    }
}
