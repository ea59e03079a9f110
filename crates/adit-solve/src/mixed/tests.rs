//! Optima of textbooks, and what has none.

use adit_model::problem::mixed::{Column, Kind, Row};
use adit_model::problem::{Mixed, MixedOptions, MixedSolution, MixedStatus, Sense, SolveError};

use super::mixed;

fn column(at: usize, kind: Kind, upper: f64, cost: f64) -> Column {
    Column { name: format!("x{at}"), lower: 0.0, upper, kind, cost }
}

fn row(terms: &[(usize, f64)], lower: f64, upper: f64) -> Row {
    Row { name: "row".to_owned(), lower, upper, terms: terms.to_vec() }
}

fn solved(problem: &Mixed) -> MixedSolution {
    let found = mixed(problem, MixedOptions::default()).unwrap();
    if found.found() {
        assert_eq!(problem.broken(&found.values, 1e-6), Vec::<&str>::new());
    }
    found
}

fn knapsack(values: &[f64], weights: &[f64], capacity: f64) -> Mixed {
    let terms: Vec<(usize, f64)> = weights.iter().copied().enumerate().collect();
    Mixed {
        sense: Sense::Maximise,
        columns: values.iter().enumerate().map(|(at, value)| column(at, Kind::Binary, 1.0, *value)).collect(),
        rows: vec![row(&terms, f64::NEG_INFINITY, capacity)],
        ..Mixed::default()
    }
}

/// Kreher and Stinson (1999), Combinatorial Algorithms, knapsack of 15 items and capacity 750: 1 458.
const PROFITS: [f64; 15] = [135., 139., 149., 150., 156., 163., 173., 184., 192., 201., 210., 214., 221., 229., 240.];
const WEIGHTS: [f64; 15] = [70., 73., 77., 80., 82., 87., 90., 94., 98., 106., 110., 113., 115., 118., 120.];

#[test]
fn a_knapsack_of_a_textbook() {
    let found = solved(&knapsack(&PROFITS, &WEIGHTS, 750.0));
    assert_eq!(
        (found.status, found.objective, found.bound.round(), found.gap),
        (MixedStatus::Optimal, 1458.0, 1458.0, 0.0)
    );
    let chosen: Vec<u8> = found.values.iter().map(|value| u8::from(*value == 1.0)).collect();
    assert_eq!(chosen, [1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 0, 0, 0, 1, 1]);
}

#[test]
fn a_knapsack_of_a_lecture() {
    let found = solved(&knapsack(&[60.0, 100.0, 120.0], &[10.0, 20.0, 30.0], 50.0));
    assert_eq!((found.objective, found.values), (220.0, vec![0.0, 1.0, 1.0]));
}

/// Two depots (fixed cost 100 and 120), three customers; worked by hand: the first alone serves all at 100 + 2 + 4 + 9 = 115,
/// the second alone at 120 + 12, both at 220 + 2 + 4 + 1.
#[test]
fn facilities_and_customers() {
    let serve = [[2.0, 4.0, 9.0], [7.0, 4.0, 1.0]];
    let mut problem = Mixed { constant: 5.0, ..Mixed::default() };
    let open = [100.0, 120.0].map(|cost| problem.column(column(0, Kind::Binary, 1.0, cost)));
    for customer in 0..3 {
        let from = serve.map(|costs| problem.column(column(0, Kind::Continuous, 1.0, costs[customer])));
        problem.row(row(&[(from[0], 1.0), (from[1], 1.0)], 1.0, 1.0));
        for depot in 0..2 {
            problem.row(row(&[(from[depot], 1.0), (open[depot], -1.0)], f64::NEG_INFINITY, 0.0));
        }
    }
    let found = solved(&problem);
    assert_eq!((found.status, found.objective), (MixedStatus::Optimal, 120.0));
    assert_eq!(&found.values[..2], [1.0, 0.0]);
}

/// Hillier and Lieberman, Introduction to Operations Research, the prototype example (Wyndor Glass): 36 at (2, 6).
#[test]
fn a_linear_problem_of_a_textbook() {
    let mut problem = Mixed { sense: Sense::Maximise, ..Mixed::default() };
    let doors = problem.column(column(0, Kind::Continuous, 4.0, 3.0));
    let windows = problem.column(column(1, Kind::Continuous, 6.0, 5.0));
    problem.row(row(&[(doors, 3.0), (windows, 2.0)], f64::NEG_INFINITY, 18.0));
    let found = solved(&problem);
    assert_eq!((found.status, found.objective, found.values), (MixedStatus::Optimal, 36.0, vec![2.0, 6.0]));
}

#[test]
fn whole_columns_are_whole() {
    // max x + y under 2x + 2y <= 7: 3.5 without wholeness.
    let mut problem = Mixed { sense: Sense::Maximise, ..Mixed::default() };
    let both = [0, 1].map(|at| problem.column(column(at, Kind::Integer, 9.0, 1.0)));
    problem.row(row(&[(both[0], 2.0), (both[1], 2.0)], f64::NEG_INFINITY, 7.0));
    assert_eq!(solved(&problem).objective, 3.0);
}

#[test]
fn what_nothing_meets_and_what_has_no_end_is_said_to_be_so() {
    let mut problem = Mixed::default();
    let x = problem.column(column(0, Kind::Integer, f64::INFINITY, -1.0));
    assert_eq!(solved(&problem).status, MixedStatus::Unbounded);
    problem.row(row(&[(x, 2.0)], 1.0, 1.0));
    let found = solved(&problem);
    assert_eq!((found.status, found.values.len(), found.bound), (MixedStatus::Infeasible, 0, f64::INFINITY));
    problem.rows[0].lower = 3.0;
    assert_eq!(solved(&problem).status, MixedStatus::Infeasible);
    assert_eq!(solved(&Mixed::default()).status, MixedStatus::Optimal);
}

#[test]
fn no_time_gives_the_start_with_its_gap_or_nothing() {
    let hurried = MixedOptions { seconds: 0.0, ..MixedOptions::default() };
    let mut problem = knapsack(&PROFITS, &WEIGHTS, 750.0);
    let mut start = vec![0.0; 15];
    start[14] = 1.0;
    problem.start = Some(start.clone());
    let found = mixed(&problem, hurried).unwrap();
    assert_eq!(found.status, MixedStatus::TimeLimit);
    assert!(!found.found() || found.objective >= 240.0, "{found:?}");
    assert!(!found.found() || found.bound >= 1458.0, "{found:?}");
}

#[test]
fn nonsense_is_refused() {
    let mut problem = knapsack(&[1.0], &[1.0], 1.0);
    problem.rows[0].terms[0].0 = 7;
    assert!(matches!(mixed(&problem, MixedOptions::default()), Err(SolveError::Malformed(_))));
    let problem = knapsack(&[f64::NAN], &[1.0], 1.0);
    assert!(matches!(mixed(&problem, MixedOptions::default()), Err(SolveError::Malformed(_))));
    let problem = Mixed { start: Some(vec![1.0, 2.0]), ..knapsack(&[1.0], &[1.0], 1.0) };
    assert!(matches!(mixed(&problem, MixedOptions::default()), Err(SolveError::Malformed(_))));
}
