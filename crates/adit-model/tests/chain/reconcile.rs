//! Reconciliation: hand-worked networks, and what must hold for any network.

use adit_model::chain::reconcile::{Balance, Figure, Flow, ReconcileError, Reconciled, Standing, reconcile};
use adit_model::problem::SolveError;
use adit_solve::Solvers;
use proptest::prelude::*;

fn figure(name: &str, value: f64, standard_error: f64) -> Flow {
    Flow { name: name.to_owned(), figure: Some(Figure { value, standard_error }) }
}

fn open(name: &str) -> Flow {
    Flow { name: name.to_owned(), figure: None }
}

fn node(terms: &[(usize, f64)]) -> Balance {
    Balance { name: format!("node {terms:?}"), terms: terms.to_vec() }
}

fn run(flows: &[Flow], balances: &[Balance]) -> Reconciled {
    reconcile(&Solvers, flows, balances).unwrap()
}

fn near(found: Option<f64>, wanted: f64) -> bool {
    found.is_some_and(|found| (found - wanted).abs() <= 1e-9 * wanted.abs().max(1.0))
}

#[test]
fn one_inflow_and_two_outflows() {
    let flows = [figure("in", 100.0, 10.0), figure("out", 60.0, 5.0), figure("other", 30.0, 5.0)];
    let found = run(&flows, &[node(&[(0, 1.0), (1, -1.0), (2, -1.0)])]);
    assert!(near(found.flows[0].value, 280.0 / 3.0), "{:?}", found.flows[0]);
    assert!(near(found.flows[1].value, 185.0 / 3.0), "{:?}", found.flows[1]);
    assert!(near(found.flows[2].value, 95.0 / 3.0), "{:?}", found.flows[2]);
    assert!(found.gap < 1e-12 && found.degrees == 1 && found.conflicts.is_empty());
    // The gap of 10 in standard errors of a gap: 10 / sqrt(100 + 25 + 25), and each adjustment tells the same.
    let gap = 10.0 / 150.0f64.sqrt();
    assert!(near(found.flows[0].residual, gap) && near(found.flows[2].residual, -gap));
    assert!(near(Some(found.chi_square), gap * gap));
    // Var(x) = v - v^2 / sum of variances.
    assert!(near(found.flows[0].standard_error, (100.0f64 - 10_000.0 / 150.0).sqrt()));
}

#[test]
fn a_yield_is_a_coefficient() {
    // 1000 t of ore at 80 % give 800 t; 700 t are reported, four times as precisely.
    let flows = [figure("mined", 1000.0, 100.0), figure("refined", 700.0, 20.0)];
    let found = run(&flows, &[node(&[(0, 0.8), (1, -1.0)])]);
    // Gap 100, variance 0.64 * 10000 + 400 = 6800.
    assert!(near(found.flows[0].value, 1000.0 - 0.8 * 10_000.0 * 100.0 / 6800.0));
    assert!(near(found.flows[1].value, 700.0 + 400.0 * 100.0 / 6800.0));
}

#[test]
fn what_the_balances_determine_and_what_they_leave_open() {
    // a = b + c, c = d + e: c follows from a and b; d and e stay open.
    let flows = [figure("a", 10.0, 1.0), figure("b", 4.0, 1.0), open("c"), open("d"), open("e")];
    let found = run(&flows, &[node(&[(0, 1.0), (1, -1.0), (2, -1.0)]), node(&[(2, 1.0), (3, -1.0), (4, -1.0)])]);
    let standing: Vec<Standing> = found.flows.iter().map(|flow| flow.standing).collect();
    assert_eq!(standing[..2], [Standing::Unchecked; 2]);
    assert_eq!(standing[2..], [Standing::Determined, Standing::Unobservable, Standing::Unobservable]);
    assert!(near(found.flows[2].value, 6.0) && near(found.flows[2].standard_error, 2.0f64.sqrt()));
    assert!(near(found.flows[0].value, 10.0), "an unchecked figure stays as it is");
    assert_eq!((found.flows[0].residual, found.flows[3].value), (None, None));
}

#[test]
fn nothing_becomes_negative() {
    // The open outflow would be 5 - 8 = -3.
    let flows = [figure("in", 5.0, 1.0), figure("out", 8.0, 1.0), open("rest")];
    let found = run(&flows, &[node(&[(0, 1.0), (1, -1.0), (2, -1.0)])]);
    assert!(near(found.flows[0].value, 6.5) && near(found.flows[1].value, 6.5) && near(found.flows[2].value, 0.0));
    assert!(found.flows[0].is_suspicious(), "3 with a standard error of 1.41");
    assert_eq!(found.conflicts.len(), 1);
}

#[test]
fn a_figure_that_is_not_to_be_moved_stays() {
    let flows = [figure("in", 100.0, 0.0), figure("out", 60.0, 5.0), figure("other", 30.0, 5.0)];
    let found = run(&flows, &[node(&[(0, 1.0), (1, -1.0), (2, -1.0)])]);
    assert_eq!((found.flows[0].value, found.flows[0].standing), (Some(100.0), Standing::Exact));
    assert!(near(found.flows[1].value, 65.0));
}

#[test]
fn the_figure_that_is_ten_times_too_large_is_named() {
    // Two nodes in a row; the middle flow was printed with a digit too many.
    let flows = [figure("mine", 100.0, 5.0), figure("trade", 1000.0, 50.0), figure("metal", 98.0, 5.0)];
    let balances = [node(&[(0, 1.0), (1, -1.0)]), node(&[(1, 1.0), (2, -1.0)])];
    let found = run(&flows, &balances);
    let worst = found.flows.iter().max_by(|a, b| a.residual.unwrap().abs().total_cmp(&b.residual.unwrap().abs()));
    assert_eq!(worst.unwrap().name, "trade");
    assert_eq!(found.conflicts, [[1, 2]], "metal contradicts trade; without trade all is well");
}

#[test]
fn exact_figures_that_contradict_are_an_error_that_says_so() {
    let flows = [figure("in", 1.0, 0.0), figure("out", 2.0, 0.0)];
    let found = reconcile(&Solvers, &flows, &[node(&[(0, 1.0), (1, -1.0)])]);
    assert!(
        matches!(&found, Err(ReconcileError::Solver(SolveError::Infeasible(_)) | ReconcileError::Open { .. })),
        "{found:?}"
    );
    let twice = [figure("in", 1.0, 0.0), figure("in", 2.0, 0.0)];
    assert!(matches!(reconcile(&Solvers, &twice, &[]), Err(ReconcileError::Malformed(_))));
}

/// A chain of nodes with side flows, some of which have no figure: `x0 = s1 + x1, x1 = s2 + x2, ...`.
fn networks() -> impl Strategy<Value = (Vec<Flow>, Vec<Balance>)> {
    let flow = (1.0f64..4.0, 0.02f64..0.5, 0u8..10);
    prop::collection::vec((flow.clone(), flow), 2..6).prop_map(|nodes| {
        let one = |name: String, (size, error, kind): (f64, f64, u8)| {
            let value = 10f64.powf(size);
            match kind {
                0..3 => open(&name),
                _ => figure(&name, value, error * value),
            }
        };
        let mut flows = Vec::new();
        let mut balances = Vec::new();
        for (at, (main, side)) in nodes.into_iter().enumerate() {
            flows.push(one(format!("main {at}"), main));
            flows.push(one(format!("side {at}"), side));
            if at > 0 {
                balances.push(node(&[(2 * at - 2, 0.9), (2 * at - 1, -1.0), (2 * at, -1.0)]));
            }
        }
        (flows, balances)
    })
}

fn closes(found: &Reconciled, balances: &[Balance]) -> bool {
    balances.iter().all(|balance| {
        let values: Option<Vec<f64>> =
            balance.terms.iter().map(|&(at, factor)| Some(factor * found.flows[at].value?)).collect();
        values.is_none_or(|values| {
            values.iter().sum::<f64>().abs() <= 1e-9 * values.iter().map(|value| value.abs()).sum::<f64>()
        })
    })
}

fn same(a: Option<f64>, b: Option<f64>, scale: f64) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-6 * scale.max(a.abs()),
        (a, b) => a.is_none() && b.is_none(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn balances_close_and_nothing_is_negative((flows, balances) in networks()) {
        let found = run(&flows, &balances);
        prop_assert!(closes(&found, &balances) && found.gap <= 1e-9);
        prop_assert!(found.flows.iter().all(|flow| flow.value.is_none_or(|value| value >= 0.0)));
    }

    #[test]
    fn figures_that_close_already_stay(parts in prop::collection::vec(0.1f64..1e6, 2..6), error in 0.01f64..0.5) {
        let whole: f64 = parts.iter().sum();
        let mut flows = vec![figure("in", whole, error * whole)];
        let mut terms = vec![(0, 1.0)];
        for (at, part) in parts.iter().enumerate() {
            flows.push(figure(&format!("out {at}"), *part, error * part));
            terms.push((at + 1, -1.0));
        }
        let found = run(&flows, &[node(&terms)]);
        for flow in &found.flows {
            prop_assert!(near(flow.value, flow.figure.unwrap().value));
            prop_assert!(flow.residual.unwrap().abs() < 1e-6);
        }
        prop_assert!(found.conflicts.is_empty());
    }

    #[test]
    fn the_unit_does_not_matter((flows, balances) in networks(), power in -6i32..7) {
        let scale = 10f64.powi(power);
        let scaled: Vec<Flow> = flows
            .iter()
            .map(|flow| Flow {
                figure: flow.figure.map(|f| Figure { value: f.value * scale, standard_error: f.standard_error * scale }),
                ..flow.clone()
            })
            .collect();
        let (plain, other) = (run(&flows, &balances), run(&scaled, &balances));
        let largest = flows.iter().filter_map(|f| f.figure).map(|f| f.value).fold(0.0, f64::max);
        for (a, b) in plain.flows.iter().zip(&other.flows) {
            prop_assert_eq!(a.standing, b.standing);
            prop_assert!(same(a.value, b.value.map(|value| value / scale), largest * 1e-3), "{a:?} {b:?}");
        }
    }

    #[test]
    fn the_order_does_not_matter((flows, balances) in networks(), turn in 1usize..7) {
        let count = flows.len();
        let place = |at: usize| (at + turn) % count;
        let mut turned = flows.clone();
        flows.iter().enumerate().for_each(|(at, flow)| turned[place(at)] = flow.clone());
        let mut rows: Vec<Balance> = balances
            .iter()
            .map(|b| Balance { terms: b.terms.iter().map(|&(at, factor)| (place(at), factor)).collect(), ..b.clone() })
            .collect();
        rows.reverse();
        let (plain, other) = (run(&flows, &balances), run(&turned, &rows));
        let largest = flows.iter().filter_map(|f| f.figure).map(|f| f.value).fold(0.0, f64::max);
        for (at, a) in plain.flows.iter().enumerate() {
            let b = &other.flows[place(at)];
            prop_assert_eq!(a.standing, b.standing);
            prop_assert!(same(a.value, b.value, largest * 1e-3), "{a:?} {b:?}");
        }
    }

    /// In the plain case (no zeros, every flow with a figure, one node) the optimum has a closed form.
    #[test]
    fn one_node_has_a_closed_form(parts in prop::collection::vec((1.0f64..1e4, 0.01f64..0.1), 2..6)) {
        let flows: Vec<Flow> =
            parts.iter().enumerate().map(|(at, (value, error))| figure(&format!("{at}"), *value, error * value)).collect();
        let terms: Vec<(usize, f64)> = (0..parts.len()).map(|at| (at, if at == 0 { 1.0 } else { -1.0 })).collect();
        let gap: f64 = terms.iter().map(|&(at, factor)| factor * parts[at].0).sum();
        let variance: f64 = parts.iter().map(|(value, error)| (value * error).powi(2)).sum();
        let wanted: Vec<f64> = terms
            .iter()
            .map(|&(at, factor)| parts[at].0 - factor * (parts[at].0 * parts[at].1).powi(2) * gap / variance)
            .collect();
        prop_assume!(wanted.iter().all(|value| *value > 1e-3));
        let found = run(&flows, &[node(&terms)]);
        for (flow, wanted) in found.flows.iter().zip(wanted) {
            prop_assert!(near(flow.value, wanted), "{flow:?} is not {wanted}");
        }
    }
}
