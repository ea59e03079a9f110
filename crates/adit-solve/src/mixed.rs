//! Mixed-integer linear problems by HiGHS (Huangfu & Hall 2018, <https://doi.org/10.1007/s12532-017-0130-5>), one thread and
//! a fixed seed: the same problem gives the same answer wherever the time limit is not what stops it.

use std::time::Instant;

use adit_model::problem::mixed::{Kind, gap};
use adit_model::problem::{Mixed, MixedOptions, MixedSolution, MixedStatus, Sense, SolveError};
use highs::{ColProblem, HighsModelStatus, HighsSolutionStatus, Model, SolvedModel};

/// The gap under which an answer counts as optimal. A bound is a sum of floating point numbers and is never exact.
const OPTIMAL_GAP: f64 = 1e-6;

/// Share of the search spent on finding better answers rather than on the bound; three times the solver's own choice, as
/// with lumpy projects the answer is what is behind.
const HEURISTIC_EFFORT: f64 = 0.15;

pub(crate) fn mixed(problem: &Mixed, options: MixedOptions) -> Result<MixedSolution, SolveError> {
    problem.check()?;
    let begun = Instant::now();
    if let Some(trivial) = without_columns(problem) {
        return Ok(trivial);
    }
    // HiGHS refuses bounds that cross; we say what they mean.
    let crossed = problem.columns.iter().any(|column| column.lower > column.upper);
    if crossed || problem.rows.iter().any(|row| row.lower > row.upper) {
        return Ok(nothing(MixedStatus::Infeasible, problem, 0, begun));
    }
    let solved = solve(problem, options)?;
    let nodes = solved.int_info_value(c"mip_node_count").unwrap_or(0);
    let nodes = u64::try_from(nodes).unwrap_or(0);
    match solved.status() {
        HighsModelStatus::Infeasible => Ok(nothing(MixedStatus::Infeasible, problem, nodes, begun)),
        HighsModelStatus::Unbounded => Ok(nothing(MixedStatus::Unbounded, problem, nodes, begun)),
        // Reductions alone cannot always tell the two apart; without an objective only infeasibility is left.
        HighsModelStatus::UnboundedOrInfeasible => {
            let mut without = problem.clone();
            without.columns.iter_mut().for_each(|column| column.cost = 0.0);
            let feasible = solve(&without, options)?.status() != HighsModelStatus::Infeasible;
            let status = if feasible { MixedStatus::Unbounded } else { MixedStatus::Infeasible };
            Ok(nothing(status, problem, nodes, begun))
        }
        HighsModelStatus::Optimal
        | HighsModelStatus::ReachedTimeLimit
        | HighsModelStatus::ReachedIterationLimit
        | HighsModelStatus::ReachedSolutionLimit => Ok(read(problem, options, &solved, nodes, begun)),
        other => Err(SolveError::Stopped(format!("HiGHS says {other:?}"))),
    }
}

/// A problem without columns is solved by looking at it.
fn without_columns(problem: &Mixed) -> Option<MixedSolution> {
    if !problem.columns.is_empty() {
        return None;
    }
    let met = problem.rows.iter().all(|row| row.lower <= 0.0 && row.upper >= 0.0);
    let status = if met { MixedStatus::Optimal } else { MixedStatus::Infeasible };
    let (objective, gap) = if met { (problem.constant, 0.0) } else { (f64::NAN, f64::INFINITY) };
    let bound = problem.constant;
    Some(MixedSolution { status, values: Vec::new(), objective, bound, gap, nodes: 0, seconds: 0.0 })
}

/// No values: the bound is the worst there is where nothing is feasible, the best there is otherwise.
fn nothing(status: MixedStatus, problem: &Mixed, nodes: u64, begun: Instant) -> MixedSolution {
    let best = -f64::INFINITY * problem.sense.sign();
    let bound = if status == MixedStatus::Infeasible { -best } else { best };
    let seconds = begun.elapsed().as_secs_f64();
    MixedSolution { status, values: Vec::new(), objective: f64::NAN, bound, gap: f64::INFINITY, nodes, seconds }
}

fn solve(problem: &Mixed, options: MixedOptions) -> Result<SolvedModel, SolveError> {
    let stopped = |what: &str| SolveError::Stopped(format!("HiGHS would not take {what}"));
    let sense = match problem.sense {
        Sense::Minimise => highs::Sense::Minimise,
        Sense::Maximise => highs::Sense::Maximise,
    };
    let mut model = Model::try_new(by_columns(problem)).map_err(|_| stopped("the model"))?;
    model.make_quiet();
    model.set_sense(sense);
    let mut taken = true;
    let mut set = |ok: bool| taken &= ok;
    set(model.try_set_option("threads", 1).is_ok());
    set(model.try_set_option("random_seed", i32::from(options.seed)).is_ok());
    set(model.try_set_option("time_limit", options.seconds.max(0.0)).is_ok());
    set(model.try_set_option("mip_rel_gap", options.gap.max(0.0)).is_ok());
    set(model.try_set_option("mip_abs_gap", 1e-9).is_ok());
    set(model.try_set_option("mip_heuristic_effort", HEURISTIC_EFFORT).is_ok());
    if !taken {
        return Err(stopped("its options"));
    }
    if let Some(start) = &problem.start {
        model.try_set_solution(Some(start), None, None, None).map_err(|_| stopped("the start"))?;
    }
    model.try_solve().map_err(|_| SolveError::Stopped("HiGHS failed".to_owned()))
}

/// The columns with their coefficients, in the order of the rows.
fn by_columns(problem: &Mixed) -> ColProblem {
    let mut highs = ColProblem::new();
    let rows: Vec<highs::Row> = problem.rows.iter().map(|row| highs.add_row(row.lower..=row.upper)).collect();
    let mut starts = vec![0usize; problem.columns.len() + 1];
    for &(column, _) in problem.rows.iter().flat_map(|row| &row.terms) {
        starts[column + 1] += 1;
    }
    for column in 0..problem.columns.len() {
        starts[column + 1] += starts[column];
    }
    let mut next = starts.clone();
    let mut entries: Vec<Option<(highs::Row, f64)>> = vec![None; starts.last().copied().unwrap_or(0)];
    for (row, at) in problem.rows.iter().zip(&rows) {
        for &(column, factor) in &row.terms {
            entries[next[column]] = Some((*at, factor));
            next[column] += 1;
        }
    }
    for (at, column) in problem.columns.iter().enumerate() {
        let kind = match column.kind {
            Kind::Continuous => highs::Integrality::Continuous,
            Kind::Integer | Kind::Binary => highs::Integrality::Integer,
        };
        let (lower, upper) = match column.kind {
            Kind::Binary => (column.lower.max(0.0), column.upper.min(1.0)),
            _ => (column.lower, column.upper),
        };
        let factors = entries[starts[at]..starts[at + 1]].iter().copied().flatten();
        highs.add_column_with_integrality_kind(column.cost, lower..=upper, factors, kind);
    }
    highs
}

fn read(problem: &Mixed, options: MixedOptions, solved: &SolvedModel, nodes: u64, begun: Instant) -> MixedSolution {
    let whole = problem.columns.iter().any(|column| column.kind != Kind::Continuous);
    let bound = solved.double_info_value(c"mip_dual_bound").unwrap_or(f64::NAN) + problem.constant;
    let feasible = solved.primal_solution_status() == HighsSolutionStatus::Feasible;
    if !feasible {
        let mut none = nothing(MixedStatus::TimeLimit, problem, nodes, begun);
        if whole && bound.is_finite() {
            none.bound = bound;
        }
        return none;
    }
    let mut values = solved.get_solution().columns().to_vec();
    for (value, column) in values.iter_mut().zip(&problem.columns) {
        if column.kind != Kind::Continuous {
            *value = value.round();
        }
    }
    let objective = problem.objective(&values);
    let optimal = solved.status() == HighsModelStatus::Optimal;
    // A linear problem without whole columns has no tree and no bound of its own: optimal is optimal, and unproved is open.
    let bound = match (whole && bound.is_finite(), optimal) {
        (true, _) => bound,
        (false, true) => objective,
        (false, false) => -f64::INFINITY * problem.sense.sign(),
    };
    let apart = gap(objective, bound);
    let status = match optimal {
        true if apart <= OPTIMAL_GAP || !whole => MixedStatus::Optimal,
        true => MixedStatus::GapReached,
        false if apart <= options.gap => MixedStatus::GapReached,
        false => MixedStatus::TimeLimit,
    };
    MixedSolution { status, values, objective, bound, gap: apart, nodes, seconds: begun.elapsed().as_secs_f64() }
}

#[cfg(test)]
mod tests;
