//! Processes and flows of a model file.

use adit_facts::Finding;
use adit_facts::outlook::model_file::{FlowAmount, ModelFile};

use super::series::{SeriesFlows, at};
use crate::outlook::process_system::{Edge, Node, SystemError, solve};
use crate::outlook::time::Periods;

/// What a process does; lists have one value for each period.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcessRun {
    /// Sum of the flows into it.
    pub received: Vec<f64>,
    /// Sum of the flows out of it.
    pub passed_on: Vec<f64>,
    /// What its stock takes up beyond that; `None` for a process without a stock.
    pub from_outside: Option<Vec<f64>>,
    /// Its imbalance, as a part of its largest flow.
    pub balance_error: f64,
}

/// A flow between processes.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowRun {
    /// Amount in each period.
    pub amount: Vec<f64>,
}

pub(super) fn run(
    model: &ModelFile,
    periods: &Periods,
    series: &[SeriesFlows],
) -> Result<(Vec<ProcessRun>, Vec<FlowRun>), Finding> {
    if model.processes.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let nodes: Vec<Node> = model
        .processes
        .iter()
        .map(|process| {
            let held = process.series.as_ref().and_then(|name| model.series.iter().position(|one| one.name == *name));
            held.and_then(|at| node(&series[at], process.material.as_deref())).unwrap_or(Node::Passing)
        })
        .collect();
    let edges: Vec<Edge> = model
        .flows
        .iter()
        .map(|flow| Edge {
            from: flow.from,
            to: flow.to,
            by_period: match &flow.amount {
                FlowAmount::Share(share) => periods.years().iter().map(|year| share.at(f64::from(*year))).collect(),
                FlowAmount::Value(values) => values.clone(),
            },
        })
        .collect();
    let solved = solve(&nodes, &edges, periods.len()).map_err(|error| {
        let SystemError::EndlessLoop { process, period } = error;
        let process = &model.processes[process];
        let year = periods.years()[period];
        let says = format!("what enters the process {} in {year} goes round for ever", process.name);
        let hint = "let a part of one of the flows of its loop leave the system, or enter a process with a stock";
        at(model, process.at, Finding::error("model-file.endless-loop", says).hint(hint))
    })?;
    let processes = solved
        .processes
        .into_iter()
        .zip(&nodes)
        .map(|(process, node)| ProcessRun {
            received: process.received,
            passed_on: process.passed_on,
            from_outside: matches!(node, Node::Stock { .. }).then_some(process.from_outside),
            balance_error: process.balance_error,
        })
        .collect();
    let flows = solved.flows.into_iter().map(|amount| FlowRun { amount }).collect();
    Ok((processes, flows))
}

/// The stock of a series, or of a material in it. Used goods that came over the border are part of what it takes up.
fn node(series: &SeriesFlows, material: Option<&str>) -> Option<Node> {
    let [inflow, outflow, stock] = series.flows_of(material)?;
    let (initial, used) = match material {
        None => (series.initial_stock, series.used_net_imports.as_deref()),
        Some(name) => {
            let of = series.material(name)?;
            (of.initial_stock, Some(of.used_net_imports.as_slice()))
        }
    };
    let mut taken: Vec<f64> = inflow.to_vec();
    if let Some(used) = used {
        taken.iter_mut().zip(used).for_each(|(taken, used)| *taken += used);
    }
    let before = std::iter::once(&initial).chain(stock);
    let change = stock.iter().zip(before).map(|(now, before)| now - before).collect();
    Some(Node::Stock { inflow: taken, outflow: outflow.to_vec(), change })
}
