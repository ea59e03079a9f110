//! Sets of figures that cannot all be true, by leaving out one at a time.

use super::fit::fit;
use super::{Balance, Flow, ReconcileError, Reconciled, Standing};
use crate::problem::Solver;

/// Finds sets of figures that contradict each other and of which none can be left out without the rest agreeing.
///
/// A figure is left out by treating its flow as unmeasured. Figures are tried from the least to the most suspicious, so
/// that the suspicious ones stay in the set. When a set is found, its most suspicious member is left out for good, and
/// what remains is searched again.
pub(super) fn conflicts(
    solver: &dyn Solver,
    flows: &[Flow],
    balances: &[Balance],
    whole: &Reconciled,
) -> Result<Vec<Vec<usize>>, ReconcileError> {
    let doubt = |at: usize| whole.flows[at].residual.map_or(0.0, f64::abs);
    let mut tried: Vec<usize> = (0..flows.len()).filter(|&at| whole.flows[at].standing == Standing::Checked).collect();
    tried.sort_by(|&a, &b| doubt(a).total_cmp(&doubt(b)).then_with(|| flows[b].name.cmp(&flows[a].name)));
    let mut sets = Vec::new();
    let mut gone = Vec::new();
    while is_contradictory(&fit(solver, &without(flows, &gone), balances)?) {
        let mut left_out = gone.clone();
        for &at in tried.iter().filter(|at| !gone.contains(*at)) {
            left_out.push(at);
            if !is_contradictory(&fit(solver, &without(flows, &left_out), balances)?) {
                left_out.pop();
            }
        }
        let mut set: Vec<usize> = tried.iter().copied().filter(|at| !left_out.contains(at)).collect();
        let Some(worst) = set.pop() else { break };
        gone.push(worst);
        set.push(worst);
        set.sort_unstable();
        sets.push(set);
    }
    Ok(sets)
}

fn is_contradictory(fitted: &Reconciled) -> bool {
    fitted.flows.iter().any(super::ReconciledFlow::is_suspicious)
}

fn without(flows: &[Flow], gone: &[usize]) -> Vec<Flow> {
    let mut flows = flows.to_vec();
    for &at in gone {
        flows[at].figure = None;
    }
    flows
}
