//! The smallest set of limits that contradict each other, and by how much each would have to give way.
//!
//! Deletion filter (J. W. Chinneck and E. W. Dravnieks 1991, Locating minimal infeasible constraint sets in linear
//! programs, ORSA Journal on Computing 3(2), 157-168, <https://doi.org/10.1287/ijoc.3.2.157>), over the limits of the
//! portfolio and not over rows of the matrix: a limit is taken out; if the rest still contradicts itself it stays out,
//! else it belongs to the conflict. What is left is irreducible: without any one of them the rest can be kept. How far a
//! limit must give way is the least elastic violation of its rows when all others hold (Chinneck 2008, Feasibility and
//! Infeasibility in Optimization, chapter 6).

use super::candidates::{LimitRule, Portfolio};
use super::means::{Means, held};
use super::programme::{RowOf, programme};
use crate::problem::SolveError;
use crate::problem::mixed::{Column, Kind, Mixed, MixedStatus, Sense};

/// Limits that contradict each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The limits, by their places; empty where the candidates contradict themselves without any limit.
    pub limits: Vec<Clash>,
    /// Whether it is proved that without any one of them the rest can be kept.
    pub smallest: bool,
}

/// A limit of a conflict.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    /// The limit, by its place.
    pub limit: usize,
    /// By how much it would have to give way if all other limits stay, in the unit of its rows; none where it does not
    /// help or was not proved.
    pub gives: Option<f64>,
}

/// The conflict of a portfolio that cannot be met.
pub fn conflict(portfolio: &Portfolio, means: Means<'_>) -> Result<Conflict, SolveError> {
    conflict_with(portfolio, means, None)
}

/// The same when a candidate must be chosen.
pub fn conflict_with(portfolio: &Portfolio, means: Means<'_>, inside: Option<usize>) -> Result<Conflict, SolveError> {
    let mut kept: Vec<usize> = (0..portfolio.limits.len()).collect();
    let mut smallest = true;
    for limit in 0..portfolio.limits.len() {
        let without: Vec<usize> = kept.iter().copied().filter(|at| *at != limit).collect();
        match feasible(portfolio, means, inside, &without)? {
            Some(false) => kept = without,
            Some(true) => {}
            // Not proved either way: it stays, and the set may be larger than it need be.
            None => smallest = false,
        }
    }
    let limits = kept
        .iter()
        .map(|&limit| Ok(Clash { limit, gives: gives(portfolio, means, inside, limit)? }))
        .collect::<Result<_, SolveError>>()?;
    Ok(Conflict { limits, smallest })
}

/// Whether some of the limits can be kept together; none where the time was over.
fn feasible(
    portfolio: &Portfolio,
    means: Means<'_>,
    inside: Option<usize>,
    limits: &[usize],
) -> Result<Option<bool>, SolveError> {
    let (mixed, _) = bare(portfolio, means, inside, |limit| limits.contains(&limit));
    let solution = means.solver.mixed(&mixed, means.options)?;
    Ok(match solution.status {
        MixedStatus::Infeasible => Some(false),
        MixedStatus::TimeLimit if !solution.found() => None,
        _ => Some(true),
    })
}

/// By how much a limit must give way when all others stay.
fn gives(
    portfolio: &Portfolio,
    means: Means<'_>,
    inside: Option<usize>,
    limit: usize,
) -> Result<Option<f64>, SolveError> {
    // Units of a row are those of its limit but for these: a benchmark's row is in tonnes; those of fairness and return
    // are no amount that could be stated, and what is either kept or not has none.
    let scale = match &portfolio.limits[limit].rule {
        LimitRule::Benchmark { benchmark, year, .. } => {
            let place = usize::try_from(*year - portfolio.first).ok();
            match place.and_then(|place| portfolio.benchmarks[*benchmark].years.get(place)) {
                Some((consumption, _)) => 1.0 / consumption,
                None => return Ok(None),
            }
        }
        LimitRule::Budget { .. }
        | LimitRule::Measure { .. }
        | LimitRule::Feed { .. }
        | LimitRule::Exclusion { .. }
        | LimitRule::SupplyRisk { .. } => 1.0,
        LimitRule::Fairness { .. }
        | LimitRule::Return { .. }
        | LimitRule::Include(_)
        | LimitRule::Exclude(_)
        | LimitRule::Prerequisite { .. } => return Ok(None),
    };
    let (mut mixed, rows) = bare(portfolio, means, inside, |_| true);
    let name = "gives".to_owned();
    let elastic = mixed.column(Column { name, lower: 0.0, upper: f64::INFINITY, kind: Kind::Continuous, cost: 1.0 });
    for (_, row) in rows.iter().zip(&mut mixed.rows).filter(|(of, _)| **of == RowOf::Limit(limit)) {
        row.terms.push((elastic, if row.upper.is_finite() { -1.0 } else { 1.0 }));
    }
    let solution = means.solver.mixed(&mixed, means.options)?;
    let proved = matches!(solution.status, MixedStatus::Optimal | MixedStatus::GapReached);
    Ok((proved && solution.found()).then_some(solution.objective * scale))
}

/// The rows of some limits without any objective, and what each row is of.
fn bare(
    portfolio: &Portfolio,
    means: Means<'_>,
    inside: Option<usize>,
    keeps: impl Fn(usize) -> bool,
) -> (Mixed, Vec<RowOf>) {
    let built = programme(portfolio, means.linear);
    let must = inside.map(|candidate| held(&built, candidate, true));
    let mut mixed = built.mixed;
    mixed.sense = Sense::Minimise;
    mixed.constant = 0.0;
    mixed.start = None;
    for column in &mut mixed.columns {
        column.cost = 0.0;
    }
    for (of, row) in built.rows.iter().zip(&mut mixed.rows) {
        let kept = match of {
            RowOf::Limit(limit) => keeps(*limit),
            // Derived from limits that may be out.
            RowOf::Cut => false,
            RowOf::Once(_) | RowOf::Size(_) | RowOf::Points { .. } | RowOf::Extra => true,
        };
        if !kept {
            (row.lower, row.upper) = (f64::NEG_INFINITY, f64::INFINITY);
        }
    }
    mixed.rows.extend(must);
    (mixed, built.rows)
}
