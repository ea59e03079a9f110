//! What the analyses of a portfolio stand on: who solves, for how long, with which supply risk.

use super::candidates::{Choice, Portfolio};
use super::programme::{Programme, RowOf, programme};
use super::solve::{Answer, solve_built};
use super::supply_risk::{Linearised, Risk};
use crate::problem::mixed::Row;
use crate::problem::{MixedOptions, MixedStatus, SolveError, Solver};

/// Everything that a solve needs beside the portfolio.
#[derive(Clone, Copy)]
pub struct Means<'a> {
    /// Who solves.
    pub solver: &'a dyn Solver,
    /// When the solver may stop.
    pub options: MixedOptions,
    /// Supply risk around a choice, where objective or limits name it.
    pub linear: Option<&'a Linearised>,
    /// Supply risk exactly, for the check.
    pub risk: Option<&'a dyn Risk>,
}

impl Answer {
    /// Whether the solver proved that nothing is better, up to its tolerance or the gap that was asked for.
    pub fn proved(&self) -> bool {
        matches!(self.status, MixedStatus::Optimal | MixedStatus::GapReached)
    }

    /// Whether it is proved that nothing meets all limits.
    pub fn infeasible(&self) -> bool {
        self.status == MixedStatus::Infeasible
    }
}

impl Means<'_> {
    /// Solves a portfolio, from a choice if there is one.
    pub fn solve(self, portfolio: &Portfolio, before: Option<&Choice>) -> Result<Answer, SolveError> {
        self.solve_with(portfolio, before, |_| Vec::new())
    }

    /// The same with rows beside the portfolio's own: a candidate that must come in, a set that must not come again.
    pub fn solve_with(
        self,
        portfolio: &Portfolio,
        before: Option<&Choice>,
        more: impl FnOnce(&Programme) -> Vec<Row>,
    ) -> Result<Answer, SolveError> {
        let mut built = programme(portfolio, self.linear);
        for row in more(&built) {
            built.mixed.row(row);
            built.rows.push(RowOf::Extra);
        }
        solve_built(portfolio, built, self.solver, self.options, before, self.risk)
    }
}

/// A row that holds a candidate in (`at least 1`) or out (`at most 0`).
pub fn held(built: &Programme, candidate: usize, inside: bool) -> Row {
    let terms = built.chosen[candidate].iter().map(|&column| (column, 1.0)).collect();
    let (lower, upper) = if inside { (1.0, f64::INFINITY) } else { (f64::NEG_INFINITY, 0.0) };
    Row { name: format!("held_{candidate}"), lower, upper, terms }
}
