//! The fit: what the solver is asked, and what becomes of its answer.

use super::exact::{Exact, settle};
use super::structure::{Structure, classify};
use super::{Balance, CLOSED, Figure, Flow, ReconcileError, Reconciled, ReconciledFlow, Standing, gap};
use crate::problem::{Equation, Quadratic, SolveError, Solver};

/// How strongly the solver pulls an unobservable flow to the largest figure, beside a figure that is wrong by its
/// standard error: enough that it has one answer and stands away from zero. The exact values know nothing of it.
const BARELY: f64 = 1e-2;

/// One column of the fit: a flow that may move.
pub(super) struct Column {
    /// Index of the flow.
    pub flow: usize,
    /// What it is pulled to.
    pub target: f64,
    /// The unit in which it is counted: its standard error, or where it has none the largest figure.
    pub unit: f64,
    /// What the balances say of it.
    pub standing: Standing,
}

impl Column {
    /// How strongly the solver pulls it: 1 for a figure, 0 for a flow that the balances determine.
    fn pull(&self) -> f64 {
        match self.standing {
            Standing::Determined => 0.0,
            Standing::Unobservable => BARELY,
            Standing::Checked | Standing::Unchecked | Standing::Exact => 1.0,
        }
    }

    /// Whether it has a figure.
    pub fn is_measured(&self) -> bool {
        matches!(self.standing, Standing::Checked | Standing::Unchecked)
    }
}

/// Reconciles without looking for sets of conflicting figures.
pub(super) fn fit(solver: &dyn Solver, flows: &[Flow], balances: &[Balance]) -> Result<Reconciled, ReconcileError> {
    let Structure { standing, degrees } = classify(flows, balances);
    let columns = columns(flows, &standing);
    let rows = equations(flows, balances, &columns);
    let held = match solver.quadratic(&quadratic(flows, &columns, &rows)) {
        Ok(solution) => solution.held,
        // What the solver says is where the exact method starts, which proves its own end: it can start anywhere.
        Err(SolveError::Stopped(_)) => vec![false; columns.len()],
        Err(error) => return Err(error.into()),
    };
    let exact = settle(&columns, &rows, held)?;

    let mut values: Vec<Option<f64>> = flows.iter().map(|flow| Some(flow.figure?.value)).collect();
    for (column, &value) in columns.iter().zip(&exact.values) {
        values[column.flow] = (column.standing != Standing::Unobservable).then_some(value);
    }
    let (widest, balance) = gap(balances, &values);
    if let Some(balance) = balance.filter(|_| widest > CLOSED) {
        return Err(ReconcileError::Open { balance: balance.name.clone(), gap: widest });
    }
    let standing = with_zeros(flows, balances, &columns, &standing, &exact);
    let mut found: Vec<ReconciledFlow> =
        flows.iter().zip(&standing).map(|(flow, &standing)| unmoved(flow, standing)).collect();
    for (at, column) in columns.iter().enumerate() {
        moved(&mut found[column.flow], column, &exact, at);
    }
    let pulled = found.iter().filter_map(|flow| Some((flow.adjustment?, flow.figure?.standard_error)));
    let chi_square = pulled.filter(|(_, error)| *error > 0.0).map(|(moved, error)| (moved / error).powi(2)).sum();
    Ok(Reconciled { flows: found, gap: widest, chi_square, degrees, conflicts: Vec::new() })
}

fn columns(flows: &[Flow], standing: &[Standing]) -> Vec<Column> {
    let largest = flows.iter().filter_map(|flow| flow.figure).fold(0.0f64, |most, figure| most.max(figure.value.abs()));
    let whole = if largest > 0.0 { largest } else { 1.0 };
    let column = |flow: usize| {
        let standing = standing[flow];
        let (target, unit) = match (flows[flow].figure, standing) {
            (Some(Figure { value, standard_error }), _) => (value, standard_error),
            (None, Standing::Unobservable) => (whole, whole),
            (None, _) => (0.0, whole),
        };
        (standing != Standing::Exact).then_some(Column { flow, target, unit, standing })
    };
    (0..flows.len()).filter_map(column).collect()
}

/// The balances over the columns; figures that are not to be moved go to the right-hand side.
fn equations(flows: &[Flow], balances: &[Balance], columns: &[Column]) -> Vec<Equation> {
    let column_of = |flow: usize| columns.iter().position(|column| column.flow == flow);
    let equation = |balance: &Balance| {
        let mut equation = Equation { name: balance.name.clone(), terms: Vec::new(), equals: 0.0 };
        for &(flow, factor) in &balance.terms {
            match column_of(flow) {
                Some(column) => equation.terms.push((column, factor)),
                None => equation.equals -= factor * flows[flow].figure.map_or(0.0, |figure| figure.value),
            }
        }
        equation
    };
    balances.iter().map(equation).collect()
}

fn quadratic(flows: &[Flow], columns: &[Column], rows: &[Equation]) -> Quadratic {
    Quadratic {
        names: columns.iter().map(|column| flows[column.flow].name.clone()).collect(),
        targets: columns.iter().map(|column| column.target).collect(),
        weights: columns.iter().map(|column| column.pull() / (column.unit * column.unit)).collect(),
        lower: vec![0.0; columns.len()],
        rows: rows.to_vec(),
    }
}

/// The classification once more, with the flows that stand at zero as what they then are: known.
fn with_zeros(
    flows: &[Flow],
    balances: &[Balance],
    columns: &[Column],
    standing: &[Standing],
    exact: &Exact,
) -> Vec<Standing> {
    let zero = |flow: usize| {
        let at = columns.iter().position(|column| column.flow == flow);
        at.is_some_and(|at| exact.at_zero[at]) && standing[flow] != Standing::Unobservable
    };
    if !(0..flows.len()).any(zero) {
        return standing.to_vec();
    }
    let known = |(at, flow): (usize, &Flow)| match flow {
        _ if zero(at) => Flow { figure: Some(Figure { value: 0.0, standard_error: 0.0 }), ..flow.clone() },
        _ => flow.clone(),
    };
    let flows: Vec<Flow> = flows.iter().enumerate().map(known).collect();
    let again = classify(&flows, balances).standing;
    let of = |at: usize| match (zero(at), standing[at]) {
        (true, Standing::Unchecked) => Standing::Checked,
        (true, before) => before,
        (false, _) => again[at],
    };
    (0..flows.len()).map(of).collect()
}

/// A flow before the fit: exact, or open.
fn unmoved(flow: &Flow, standing: Standing) -> ReconciledFlow {
    let exact = flow.figure.filter(|_| standing == Standing::Exact);
    ReconciledFlow {
        name: flow.name.clone(),
        figure: flow.figure,
        standing,
        value: exact.map(|figure| figure.value),
        standard_error: exact.map(|_| 0.0),
        adjustment: exact.map(|_| 0.0),
        residual: None,
    }
}

/// Writes what the fit says of a flow.
fn moved(flow: &mut ReconciledFlow, column: &Column, exact: &Exact, at: usize) {
    if flow.standing == Standing::Unobservable {
        return;
    }
    let (value, variance) = (exact.values[at], exact.variance[at].clamp(0.0, 1.0));
    flow.value = Some(value);
    flow.standard_error = Some(column.unit * exact.variance[at].max(0.0).sqrt());
    if let Some(figure) = flow.figure {
        flow.adjustment = Some(value - figure.value);
        // The variance of the adjustment is that of the figure less that of the fitted value.
        let spread = figure.standard_error * (1.0 - variance).sqrt();
        flow.residual = (flow.standing == Standing::Checked && spread > 0.0).then(|| (figure.value - value) / spread);
    }
}
