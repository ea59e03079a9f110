//! Convex quadratic problems by Clarabel, an interior-point method (Goulart & Chen 2024, arXiv:2405.12762).

use adit_model::problem::{Quadratic, Solution, SolveError};
use clarabel::algebra::CscMatrix;
use clarabel::solver::{
    DefaultSettings, DefaultSolution, DefaultSolver, IPSolver, NonnegativeConeT, SolverStatus, ZeroConeT,
};

/// Clarabel with its own tolerances (1e-8), on the scaled problem.
pub(crate) fn quadratic(problem: &Quadratic) -> Result<Solution, SolveError> {
    check(problem)?;
    if problem.targets.is_empty() {
        return Ok(Solution { values: Vec::new(), held: Vec::new(), iterations: 0 });
    }
    let scaled = Scaled::new(problem);
    let mut stopped = None;
    for (equilibrate, regularisation) in ATTEMPTS {
        let settings = DefaultSettings {
            verbose: false,
            max_iter: 60,
            equilibrate_enable: equilibrate,
            static_regularization_constant: regularisation,
            ..DefaultSettings::default()
        };
        let found = scaled.solve(settings)?;
        match found.status {
            SolverStatus::Solved => {
                return Ok(Solution {
                    values: scaled.values(problem, &found.x),
                    held: scaled.held(problem, &found.s, &found.z),
                    iterations: found.iterations,
                });
            }
            SolverStatus::PrimalInfeasible => {
                let rows: Vec<&str> = problem.rows.iter().map(|row| row.name.as_str()).collect();
                return Err(SolveError::Infeasible(rows.join("; ")));
            }
            status => stopped = Some(format!("{status:?} after {} iterations", found.iterations)),
        }
    }
    Err(SolveError::Stopped(stopped.unwrap_or_default()))
}

/// Whether Clarabel scales the problem once more, and how much it regularises its equations, in the order in which they
/// are tried. Flows of a tonne beside flows of a megatonne leave coefficients of 1e-6, which the usual regularisation of
/// 1e-8 can drown: the solver then creeps. No single choice is good for all.
const ATTEMPTS: [(bool, f64); 2] = [(false, 1e-12), (true, 1e-8)];

fn check(problem: &Quadratic) -> Result<(), SolveError> {
    let columns = problem.targets.len();
    let malformed = |says: String| Err(SolveError::Malformed(says));
    if [problem.names.len(), problem.weights.len(), problem.lower.len()].iter().any(|&length| length != columns) {
        return malformed(format!("names, targets, weights and lower bounds must be equally many ({columns})"));
    }
    for (at, name) in problem.names.iter().enumerate() {
        let weight = problem.weights[at];
        if !(weight.is_finite() && weight >= 0.0 && problem.targets[at].is_finite()) {
            return malformed(format!("{name} has target {} and weight {weight}", problem.targets[at]));
        }
        if problem.lower[at].is_nan() || problem.lower[at] == f64::INFINITY {
            return malformed(format!("{name} has no usable lower bound"));
        }
    }
    for row in &problem.rows {
        if !row.equals.is_finite() || row.terms.iter().any(|(at, factor)| *at >= columns || !factor.is_finite()) {
            return malformed(format!(
                "the equation of {} names no such column or a number that is not finite",
                row.name
            ));
        }
    }
    Ok(())
}

/// The problem in numbers near 1: each column counts the distance from its target, a weighted one in units of
/// `1 / sqrt(weight)` (its standard error), a free or hardly weighted one in units of the largest target; each equation
/// is in units of its largest coefficient. The least cost is then 0 where all targets can be met, and the tolerance of
/// the solver means the same for all problems.
struct Scaled {
    curvature: CscMatrix<f64>,
    matrix: CscMatrix<f64>,
    right: Vec<f64>,
    column: Vec<f64>,
    equations: usize,
    bounds: usize,
}

impl Scaled {
    fn new(problem: &Quadratic) -> Self {
        let largest = problem
            .targets
            .iter()
            .chain(problem.rows.iter().map(|row| &row.equals))
            .chain(problem.lower.iter().filter(|bound| bound.is_finite()))
            .fold(0.0f64, |most, value| most.max(value.abs()));
        let whole = if largest > 0.0 { largest } else { 1.0 };
        let column: Vec<f64> = problem
            .weights
            .iter()
            .map(|&weight| if weight > 0.0 { weight.sqrt().recip().min(whole) } else { whole })
            .collect();
        let mut entries = Entries::default();
        for row in &problem.rows {
            let size = row.terms.iter().fold(0.0f64, |most, &(at, factor)| most.max((factor * column[at]).abs()));
            let size = if size > 0.0 { size } else { 1.0 };
            let at_targets: f64 = row.terms.iter().map(|&(at, factor)| factor * problem.targets[at]).sum();
            let terms = row.terms.iter().map(|&(at, factor)| (at, factor * column[at] / size));
            entries.row(terms, (row.equals - at_targets) / size);
        }
        let equations = problem.rows.len();
        for (at, &bound) in problem.lower.iter().enumerate().filter(|(_, bound)| bound.is_finite()) {
            entries.row([(at, -1.0)], (problem.targets[at] - bound) / column[at]);
        }
        let columns = column.len();
        let curvature = problem.weights.iter().zip(&column).map(|(weight, unit)| 2.0 * weight * unit * unit);
        Self {
            curvature: CscMatrix::new(
                columns,
                columns,
                (0..=columns).collect(),
                (0..columns).collect(),
                curvature.collect(),
            ),
            bounds: entries.right.len() - equations,
            matrix: CscMatrix::new_from_triplets(
                entries.right.len(),
                columns,
                entries.rows,
                entries.columns,
                entries.values,
            ),
            right: entries.right,
            column,
            equations,
        }
    }

    fn solve(&self, settings: DefaultSettings<f64>) -> Result<DefaultSolution<f64>, SolveError> {
        let mut solver = DefaultSolver::new(
            &self.curvature,
            &vec![0.0; self.column.len()],
            &self.matrix,
            &self.right,
            &[ZeroConeT(self.equations), NonnegativeConeT(self.bounds)],
            settings,
        )
        .map_err(|error| SolveError::Malformed(error.to_string()))?;
        solver.solve();
        Ok(solver.solution)
    }

    /// The values of the columns in their own units.
    fn values(&self, problem: &Quadratic, found: &[f64]) -> Vec<f64> {
        let scaled = found.iter().zip(&self.column).map(|(value, unit)| value * unit);
        scaled.zip(&problem.targets).map(|(distance, target)| target + distance).collect()
    }

    /// A bound holds its column where its dual is larger than its slack: at the optimum one of the two is zero.
    fn held(&self, problem: &Quadratic, slack: &[f64], dual: &[f64]) -> Vec<bool> {
        let mut bounds = slack.iter().zip(dual).skip(self.equations).map(|(slack, dual)| dual > slack);
        problem.lower.iter().map(|bound| bound.is_finite() && bounds.next().unwrap_or(false)).collect()
    }
}

/// Rows of a sparse matrix as they are written down.
#[derive(Default)]
struct Entries {
    rows: Vec<usize>,
    columns: Vec<usize>,
    values: Vec<f64>,
    right: Vec<f64>,
}

impl Entries {
    fn row(&mut self, terms: impl IntoIterator<Item = (usize, f64)>, right: f64) {
        for (column, value) in terms {
            self.rows.push(self.right.len());
            self.columns.push(column);
            self.values.push(value);
        }
        self.right.push(right);
    }
}

#[cfg(test)]
mod tests {
    use adit_model::problem::{Equation, Quadratic, SolveError};

    use super::quadratic;

    fn problem(targets: &[f64], weights: &[f64], rows: Vec<Equation>) -> Quadratic {
        Quadratic {
            names: (0..targets.len()).map(|at| format!("x{at}")).collect(),
            targets: targets.to_vec(),
            weights: weights.to_vec(),
            lower: vec![0.0; targets.len()],
            rows,
        }
    }

    fn row(terms: &[(usize, f64)], equals: f64) -> Equation {
        Equation { name: "node".to_owned(), terms: terms.to_vec(), equals }
    }

    #[test]
    fn a_node_with_one_inflow_and_two_outflows() {
        let node = row(&[(0, 1.0), (1, -1.0), (2, -1.0)], 0.0);
        let found = quadratic(&problem(&[100.0, 60.0, 30.0], &[0.01, 0.04, 0.04], vec![node])).unwrap();
        for (value, wanted) in found.values.iter().zip([280.0 / 3.0, 185.0 / 3.0, 95.0 / 3.0]) {
            assert!((value - wanted).abs() < 1e-6, "{value} is not {wanted}");
        }
    }

    #[test]
    fn tonnes_and_megatonnes_in_one_problem() {
        let node = row(&[(0, 1.0), (1, -1.0)], 0.0);
        let found = quadratic(&problem(&[4e7, 3e7], &[1e-12, 1e-12], vec![node])).unwrap();
        assert!((found.values[0] / 3.5e7 - 1.0).abs() < 1e-8);
    }

    #[test]
    fn lower_bounds_hold() {
        let node = row(&[(0, 1.0), (1, 1.0)], 1.0);
        let found = quadratic(&problem(&[-5.0, 3.0], &[1.0, 1.0], vec![node])).unwrap();
        assert!(found.values[0].abs() < 1e-6 && (found.values[1] - 1.0).abs() < 1e-6);
        assert_eq!(found.held, [true, false]);
    }

    #[test]
    fn what_cannot_be_met_is_said_to_be_so() {
        let rows = vec![row(&[(0, 1.0)], 1.0), row(&[(0, 1.0)], 2.0)];
        assert!(matches!(quadratic(&problem(&[1.0], &[1.0], rows)), Err(SolveError::Infeasible(_))));
    }

    #[test]
    fn nonsense_is_refused() {
        let other = row(&[(7, 1.0)], 1.0);
        assert!(matches!(quadratic(&problem(&[1.0], &[1.0], vec![other])), Err(SolveError::Malformed(_))));
        assert!(matches!(quadratic(&problem(&[f64::NAN], &[1.0], vec![])), Err(SolveError::Malformed(_))));
        assert_eq!(quadratic(&Quadratic::default()).unwrap().values, Vec::<f64>::new());
    }
}
