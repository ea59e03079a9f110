//! Which figures of a chain cannot all be true, and what are the likeliest ones that can?
//!
//! ```text
//! minimise  sum over figures of ((x - figure) / standard error)^2
//! such that every balance closes: sum of coefficient * x = 0, and every x >= 0
//! ```
//!
//! Source: Narasimhan & Jordache, Data Reconciliation and Gross Error Detection, Gulf Publishing 2000, chapters 3, 7
//! (weighted least squares, the measurement test); Cencic & Rechberger, Journal of Environmental Engineering and
//! Management 18 (2008) 3-7 (the same for material flows, with the classification of unmeasured flows).

use adit_number::Rule;
use thiserror::Error;

use crate::problem::{SolveError, Solver};

mod conflicts;
mod exact;
mod fit;
mod quality;
mod structure;

pub use quality::{QUALITY_ERROR, standard_error};

/// The reconciled value of a flow.
pub static RECONCILED: Rule = Rule {
    id: "chain.reconciled",
    says: "The value nearest to its figure, in standard errors, with which all balances of the chain close and no flow is negative",
    formula: "minimise Σ ((x − figure) / standard error)², every balance Σ a·x = 0, x ≥ 0",
    unit: "t",
    source: "Narasimhan & Jordache, Data Reconciliation and Gross Error Detection, 2000, chapter 3; Cencic & Rechberger 2008 (STAN)",
};

/// How far a figure is from its reconciled value.
pub static RESIDUAL: Rule = Rule {
    id: "chain.residual",
    says: "How far a figure stands from its reconciled value, in standard errors of that distance; beyond 1.96 it contradicts the others at the 95 % level",
    formula: "z = (figure − x) / √Var(figure − x)",
    unit: "standard errors",
    source: "Mah & Tamhane 1982; Narasimhan & Jordache, Data Reconciliation and Gross Error Detection, 2000, chapter 7 (the measurement test)",
};

/// A residual beyond this contradicts the other figures: the two-sided 95 % point of the normal distribution.
pub const SUSPICIOUS: f64 = 1.96;

/// The largest relative gap with which a balance counts as closed.
pub const CLOSED: f64 = 1e-9;

/// A flow as the sources have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// Name, unique in its network.
    pub name: String,
    /// Its figure; `None` where nobody published one.
    pub figure: Option<Figure>,
}

/// A figure of a flow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// Value, in the unit of the network (tonnes).
    pub value: f64,
    /// Its standard error, in the same unit; 0 for a figure that is not to be moved.
    pub standard_error: f64,
}

/// A balance: `sum of coefficient * flow = 0`. Inflows have positive coefficients, outflows negative; a yield is the
/// coefficient of its inflow.
#[derive(Debug, Clone, PartialEq)]
pub struct Balance {
    /// Name, for messages.
    pub name: String,
    /// Index of a flow, and its coefficient.
    pub terms: Vec<(usize, f64)>,
}

/// A reconciled network.
#[derive(Debug, Clone, PartialEq)]
pub struct Reconciled {
    /// The flows, in the order in which they were given.
    pub flows: Vec<ReconciledFlow>,
    /// The largest gap of a balance whose flows are all known, relative to what passes through it; at most [`CLOSED`].
    pub gap: f64,
    /// The sum of squared adjustments, each in standard errors of its figure.
    pub chi_square: f64,
    /// How many balances the figures over-determine: what `chi_square` is to be compared with.
    pub degrees: usize,
    /// Sets of figures (indices of flows) that cannot all be true: none of the set can be left out without the rest of
    /// the set agreeing. As far as leaving out one at a time shows.
    pub conflicts: Vec<Vec<usize>>,
}

/// A reconciled flow.
#[derive(Debug, Clone, PartialEq)]
pub struct ReconciledFlow {
    /// Name.
    pub name: String,
    /// The figure as given.
    pub figure: Option<Figure>,
    /// What the balances and the other figures say of it.
    pub standing: Standing,
    /// Reconciled value; `None` where neither a figure nor the balances determine it.
    pub value: Option<f64>,
    /// Standard error of the reconciled value.
    pub standard_error: Option<f64>,
    /// Reconciled value minus figure.
    pub adjustment: Option<f64>,
    /// Figure minus reconciled value in standard errors of that difference; `None` where nothing checks the figure.
    pub residual: Option<f64>,
}

/// What the balances say of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A figure that the other figures check.
    Checked,
    /// A figure that nothing checks: it stays as it is, unless it would make a flow negative.
    Unchecked,
    /// A figure that is not to be moved.
    Exact,
    /// No figure, but the balances determine it.
    Determined,
    /// No figure, and the balances leave it open: unobservable.
    Unobservable,
}

impl ReconciledFlow {
    /// Whether its figure contradicts the others.
    pub fn is_suspicious(&self) -> bool {
        self.residual.is_some_and(|residual| residual.abs() > SUSPICIOUS)
    }
}

/// Why a network cannot be reconciled.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum ReconcileError {
    /// The network itself makes no sense.
    #[error("the flows of this chain are not well formed: {0}")]
    Malformed(String),
    /// The solver found nothing.
    #[error(transparent)]
    Solver(#[from] SolveError),
    /// The solution does not hold.
    #[error("the reconciled values of {balance} do not close: {gap:e} of what passes through it")]
    Open {
        /// The balance.
        balance: String,
        /// Its relative gap.
        gap: f64,
    },
}

/// Reconciles a network of flows.
///
/// # Units
/// All values and standard errors in one unit (tonnes).
///
/// # Source
/// Narasimhan & Jordache 2000, chapters 3 and 7; Cencic & Rechberger 2008.
pub fn reconcile(solver: &dyn Solver, flows: &[Flow], balances: &[Balance]) -> Result<Reconciled, ReconcileError> {
    check(flows, balances)?;
    let fit = fit::fit(solver, flows, balances)?;
    let conflicts = conflicts::conflicts(solver, flows, balances, &fit)?;
    Ok(Reconciled { conflicts, ..fit })
}

fn check(flows: &[Flow], balances: &[Balance]) -> Result<(), ReconcileError> {
    for (at, flow) in flows.iter().enumerate() {
        if flows[..at].iter().any(|other| other.name == flow.name) {
            return Err(ReconcileError::Malformed(format!("{} stands twice", flow.name)));
        }
        if let Some(Figure { value, standard_error }) = flow.figure
            && !(value.is_finite() && standard_error.is_finite() && standard_error >= 0.0)
        {
            return Err(ReconcileError::Malformed(format!("{} is {value} ± {standard_error}", flow.name)));
        }
    }
    for balance in balances {
        for (at, coefficient) in &balance.terms {
            let again = balance.terms.iter().filter(|(other, _)| other == at).count() > 1;
            if *at >= flows.len() || !coefficient.is_finite() || again {
                return Err(ReconcileError::Malformed(format!(
                    "the balance of {} names a flow that is not there, twice, or without a usable coefficient",
                    balance.name
                )));
            }
        }
    }
    Ok(())
}

/// The largest relative gap of the balances with these values, and where it is. A balance with a flow of which nothing
/// is known closes by it.
fn gap<'a>(balances: &'a [Balance], values: &[Option<f64>]) -> (f64, Option<&'a Balance>) {
    let mut widest = (0.0, None);
    for balance in balances {
        let terms: Option<Vec<f64>> =
            balance.terms.iter().map(|&(at, coefficient)| Some(coefficient * values[at]?)).collect();
        let Some(terms) = terms else { continue };
        let through: f64 = terms.iter().map(|term| term.abs()).sum();
        let relative = if through > 0.0 { terms.iter().sum::<f64>().abs() / through } else { 0.0 };
        if relative > widest.0 {
            widest = (relative, Some(balance));
        }
    }
    widest
}
