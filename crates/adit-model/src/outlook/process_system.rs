//! Systems of processes: what flows where, when each process passes on what it receives.
//!
//! ```text
//! x_p = sum over flows f into p of amount(f)            throughput of a process
//! amount(f) = share(f) * x_from(f), or given            transfer coefficients; given from outside
//! ```
//!
//! Closed loops are solved as a linear system, `(1 - A) x = b`, with `A[p][q]` the share of `q` that goes to `p` and `b`
//! what comes from outside and out of stocks. A process with a stock does not pass on what it receives: what leaves its
//! stock goes out by its shares, and what its stock takes up and no flow brings comes from outside.
//!
//! # Source
//! P. H. Brunner, H. Rechberger (2016), Handbook of Material Flow Analysis, 2nd edition, section 2.1 (processes, flows,
//! transfer coefficients) and 2.3.4 (mass balance). Rules: `docs/src/methods/outlook-model-file.md`.

use thiserror::Error;

use crate::dense::reduce;

/// Pivots below this are nought: less than this of a loop leaves it.
const SINGULAR: f64 = 1e-12;

/// A process.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// It passes on what it receives.
    Passing,
    /// It holds a stock; all lists have one value for each period.
    Stock {
        /// What its stock takes up in the period.
        inflow: Vec<f64>,
        /// What leaves its stock in the period.
        outflow: Vec<f64>,
        /// How much its stock grows in the period.
        change: Vec<f64>,
    },
}

/// A flow between processes; the positions are those of the list of processes, outside where there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// The process that it leaves.
    pub from: Option<usize>,
    /// The process that it enters.
    pub to: Option<usize>,
    /// By period: its share of what leaves `from`, 0..1; where it comes from outside, its amount.
    pub by_period: Vec<f64>,
}

/// What flows.
#[derive(Debug, Clone, PartialEq)]
pub struct SystemFlows {
    /// Amount of each flow in each period, in the order of the flows.
    pub flows: Vec<Vec<f64>>,
    /// What each process does.
    pub processes: Vec<ProcessFlows>,
}

/// What a process does; lists have one value for each period.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcessFlows {
    /// Sum of the flows into it.
    pub received: Vec<f64>,
    /// Sum of the flows out of it.
    pub passed_on: Vec<f64>,
    /// What its stock takes up beyond that, from outside; below 0 where the flows bring more than it takes up, which then
    /// leaves the system. Nought for a process without a stock.
    pub from_outside: Vec<f64>,
    /// The largest |received + from outside - passed on - change of stock| of any period, divided by its largest flow.
    pub balance_error: f64,
}

/// Why nothing flows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SystemError {
    /// What enters a process never leaves the system, nor reaches a stock.
    #[error("what enters the process at position {process} goes round for ever in period {period}")]
    EndlessLoop {
        /// Its position.
        process: usize,
        /// Position of the period.
        period: usize,
    },
}

/// Solves a system of processes for every period.
pub fn solve(nodes: &[Node], edges: &[Edge], periods: usize) -> Result<SystemFlows, SystemError> {
    let mut flows: Vec<Vec<f64>> = vec![vec![0.0; periods]; edges.len()];
    let mut from = 0;
    while from < periods {
        // Periods with the same shares are one system with several right-hand sides.
        let same = |t: usize| edges.iter().all(|edge| edge.from.is_none() || edge.by_period[t] == edge.by_period[from]);
        let to = (from + 1..periods).find(|t| !same(*t)).unwrap_or(periods);
        let throughput = throughputs(nodes, edges, from, to)?;
        for (flow, edge) in flows.iter_mut().zip(edges) {
            for (t, amount) in flow.iter_mut().enumerate().take(to).skip(from) {
                *amount = match edge.from {
                    None => edge.by_period[t],
                    Some(process) => edge.by_period[t] * leaving(nodes, &throughput, process, t, from),
                };
            }
        }
        from = to;
    }
    let processes = nodes.iter().enumerate().map(|(at, node)| of_process(at, node, edges, &flows, periods)).collect();
    Ok(SystemFlows { flows, processes })
}

/// What leaves a process in period `t`, which its flows share.
fn leaving(nodes: &[Node], throughput: &[Vec<f64>], process: usize, t: usize, from: usize) -> f64 {
    match &nodes[process] {
        Node::Passing => throughput[process][t - from],
        Node::Stock { outflow, .. } => outflow[t],
    }
}

/// Throughput of each passing process in the periods `from..to`, whose shares are the same; nought for stocks.
fn throughputs(nodes: &[Node], edges: &[Edge], from: usize, to: usize) -> Result<Vec<Vec<f64>>, SystemError> {
    let passing = |at: usize| matches!(nodes[at], Node::Passing);
    let (count, width) = (nodes.len(), to - from);
    let mut rows: Vec<Vec<f64>> = (0..count)
        .map(|at| {
            let mut row = vec![0.0; count + width];
            row[at] = 1.0;
            row
        })
        .collect();
    for edge in edges {
        let Some(into) = edge.to.filter(|into| passing(*into)) else { continue };
        match edge.from {
            Some(process) if passing(process) => rows[into][process] -= edge.by_period[from],
            Some(process) => {
                if let Node::Stock { outflow, .. } = &nodes[process] {
                    for t in from..to {
                        rows[into][count + t - from] += edge.by_period[t] * outflow[t];
                    }
                }
            }
            None => (from..to).for_each(|t| rows[into][count + t - from] += edge.by_period[t]),
        }
    }
    let endless = |process| SystemError::EndlessLoop { process, period: from };
    if let Some(process) = without_exit(nodes, edges, from) {
        return Err(endless(process));
    }
    let reduced = reduce(rows, count, SINGULAR);
    if reduced.pivots.len() < count {
        let stuck = (0..count).find(|at| !reduced.pivots.contains(at)).unwrap_or(0);
        return Err(endless(stuck));
    }
    // Pivots may have been taken from other rows: each row belongs to the process of its pivot.
    let mut throughput = vec![Vec::new(); count];
    for (row, process) in reduced.rows.into_iter().zip(reduced.pivots) {
        // What rounding would put below nought is nought: shares and sources are not negative.
        throughput[process] = row[count..].iter().map(|value| value.max(0.0)).collect();
    }
    Ok(throughput)
}

/// A passing process from which neither the outside nor a stock can be reached.
fn without_exit(nodes: &[Node], edges: &[Edge], t: usize) -> Option<usize> {
    let mut leads_out: Vec<bool> = nodes.iter().map(|node| !matches!(node, Node::Passing)).collect();
    loop {
        let mut grew = false;
        for edge in edges.iter().filter(|edge| edge.by_period[t] > 0.0) {
            let Some(from) = edge.from.filter(|from| !leads_out[*from]) else { continue };
            if edge.to.is_none_or(|to| leads_out[to]) {
                leads_out[from] = true;
                grew = true;
            }
        }
        if !grew {
            return leads_out.iter().position(|out| !out);
        }
    }
}

fn of_process(at: usize, node: &Node, edges: &[Edge], flows: &[Vec<f64>], periods: usize) -> ProcessFlows {
    let sum = |counts: &dyn Fn(&Edge) -> bool| {
        let mut total = vec![0.0; periods];
        for (_, flow) in edges.iter().zip(flows).filter(|(edge, _)| counts(edge)) {
            total.iter_mut().zip(flow).for_each(|(total, amount)| *total += amount);
        }
        total
    };
    let received = sum(&|edge| edge.to == Some(at));
    let passed_on = sum(&|edge| edge.from == Some(at));
    let (from_outside, change) = match node {
        Node::Passing => (vec![0.0; periods], vec![0.0; periods]),
        Node::Stock { inflow, change, .. } => {
            (inflow.iter().zip(&received).map(|(inflow, received)| inflow - received).collect(), change.clone())
        }
    };
    let (mut residual, mut largest) = (0.0_f64, 0.0_f64);
    for t in 0..periods {
        residual = residual.max((received[t] + from_outside[t] - passed_on[t] - change[t]).abs());
        largest = largest.max(received[t]).max(passed_on[t]).max(from_outside[t].abs());
    }
    let balance_error = if residual == 0.0 { 0.0 } else { residual / largest };
    ProcessFlows { received, passed_on, from_outside, balance_error }
}

#[cfg(test)]
mod tests {
    use super::{Edge, Node, SystemError, solve};

    fn edge(from: Option<usize>, to: Option<usize>, by_period: f64) -> Edge {
        Edge { from, to, by_period: vec![by_period; 2] }
    }

    #[test]
    fn a_loop_is_solved_and_every_process_balances() {
        // 10 come in; half of what leaves the second process goes round to the first: x = 10 + 0.5 x, so x = 20.
        let edges = [
            edge(None, Some(0), 10.0),
            edge(Some(0), Some(1), 1.0),
            edge(Some(1), Some(0), 0.5),
            edge(Some(1), None, 0.5),
        ];
        let solved = solve(&[Node::Passing, Node::Passing], &edges, 2).unwrap();
        assert_eq!(solved.flows, [[10.0; 2], [20.0; 2], [10.0; 2], [10.0; 2]]);
        assert!(solved.processes.iter().all(|process| process.balance_error < 1e-15));
    }

    #[test]
    fn what_never_leaves_is_refused() {
        let edges = [edge(None, Some(0), 1.0), edge(Some(0), Some(1), 1.0), edge(Some(1), Some(0), 1.0)];
        let error = solve(&[Node::Passing, Node::Passing], &edges, 2).unwrap_err();
        assert_eq!(error, SystemError::EndlessLoop { process: 0, period: 0 });
    }

    #[test]
    fn a_stock_takes_the_rest_from_outside() {
        let stock = Node::Stock { inflow: vec![5.0, 1.0], outflow: vec![2.0, 4.0], change: vec![3.0, -3.0] };
        // Four fifths of what leaves the stock come back into it.
        let edges = [edge(Some(0), Some(1), 0.8), edge(Some(0), None, 0.2), edge(Some(1), Some(0), 1.0)];
        let solved = solve(&[stock, Node::Passing], &edges, 2).unwrap();
        assert_eq!(solved.processes[0].from_outside, [5.0 - 1.6, 1.0 - 3.2]);
        assert!(solved.processes[0].balance_error < 1e-15);
    }
}
