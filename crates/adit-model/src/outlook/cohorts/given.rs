//! What is known of a product: its inflow or its stock, how long it lasts, what was there before, what is in it.

use crate::outlook::lifetime::Lifetime;

/// A product (a series): what drives it and what happens to its cohorts. Amounts are in the product's own unit
/// (pieces, tonnes, kWh); all lists have one value for each period.
#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    /// Inflow or stock.
    pub driver: Driver,
    /// How long it stays in use.
    pub lifetimes: Lifetimes,
    /// The stock standing at the start of the first period.
    pub initial_cohorts: Vec<InitialCohort>,
    /// Net imports of used goods.
    pub used_trade: Vec<UsedTrade>,
    /// What happens when a stock falls faster than its goods leave.
    pub negative_inflow: NegativeInflow,
    /// Materials in it.
    pub contents: Vec<MaterialContent>,
}

impl Product {
    /// A product of one lifetime, with nothing before, no trade in used goods, no materials, and an error where the
    /// stock would need a negative inflow.
    pub fn new(driver: Driver, lifetime: Lifetime) -> Self {
        Self {
            driver,
            lifetimes: Lifetimes::Same(lifetime),
            initial_cohorts: Vec::new(),
            used_trade: Vec::new(),
            negative_inflow: NegativeInflow::default(),
            contents: Vec::new(),
        }
    }
}

/// What the flows follow from.
#[derive(Debug, Clone, PartialEq)]
pub enum Driver {
    /// Amounts that come into use, per period.
    Inflow(Vec<f64>),
    /// Stock at the end of each period.
    Stock(Vec<f64>),
}

impl Driver {
    /// The values, one for each period.
    pub fn values(&self) -> &[f64] {
        match self {
            Self::Inflow(values) | Self::Stock(values) => values,
        }
    }
}

/// Which lifetime holds for a cohort in a period.
#[derive(Debug, Clone, PartialEq)]
pub enum Lifetimes {
    /// One for all.
    Same(Lifetime),
    /// By the period in which the cohort came, one for each; older cohorts have that of the first.
    ByCohort(Vec<Lifetime>),
    /// By period, one for each, for all cohorts in use then: of what stands at the start of a period the share
    /// sf(age at its end) / sf(age at its start) is left at its end, with the curve of that period.
    ByYear(Vec<Lifetime>),
}

/// Goods in use at the start of the first period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InitialCohort {
    /// Their age then, in years.
    pub age: f64,
    /// Their amount then. Their later survival is sf(age + d) / sf(age).
    pub value: f64,
}

/// Net imports of used goods: they come, or are taken away, at the moment of their period at which new goods come
/// (its start, middle or end).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UsedTrade {
    /// Year of the period.
    pub year: i32,
    /// Age at that moment, in years. Exports are taken from the cohorts of exactly that age.
    pub age: f64,
    /// Imports minus exports; below 0 for exports.
    pub value: f64,
}

/// What happens when a stock falls faster than its goods leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NegativeInflow {
    /// An error that names the year.
    #[default]
    Error,
    /// Nothing comes in, and every surviving cohort is cut by the same factor; its later survival is conditional on
    /// what remains.
    Retire,
}

/// A material in a product.
#[derive(Debug, Clone, PartialEq)]
pub struct MaterialContent {
    /// Name or id of the material.
    pub material: String,
    /// How much of it is in a unit of the product.
    pub content: Content,
}

/// Amount of a material in one unit of the product; it leaves with the cohort that brought it.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// The same for all cohorts.
    Constant(f64),
    /// By the period in which a cohort was new.
    ByVintage {
        /// One for each period.
        by_period: Vec<f64>,
        /// Of cohorts that were new before the first period.
        before: f64,
    },
}

impl Content {
    /// Of the cohort that was new in a period; `None` before the first.
    pub fn of(&self, period: Option<usize>) -> f64 {
        match (self, period) {
            (Self::Constant(content), _) => *content,
            (Self::ByVintage { by_period, .. }, Some(period)) => by_period[period],
            (Self::ByVintage { before, .. }, None) => *before,
        }
    }
}
