//! Sobol indices against functions whose indices are known.

use std::f64::consts::PI;

use adit_number::{
    Correlations, Design, DesignError, GroupIndex, Matrix, Pair, Sampling, Sensitivity, SensitivityError,
    normal_quantile, sobol_indices,
};

const KINDS: [Sampling; 3] = [Sampling::Plain, Sampling::LatinHypercube, Sampling::Sobol];

/// Runs a model on every set of a design, all inputs of a draw at once.
fn run(design: &Design, model: impl Fn(&mut [f64]) -> f64) -> Result<Sensitivity, SensitivityError> {
    let inputs = design.sampler().keys().len();
    let figures = |matrix| {
        let draw = |draw| (0..inputs).map(|input| design.u(matrix, input, draw)).collect::<Vec<_>>();
        (0..design.sampler().draws()).map(|number| model(&mut draw(number))).collect::<Vec<_>>()
    };
    let mut sets: Vec<Vec<f64>> = design.matrices().map(figures).collect();
    let swapped = sets.split_off(2);
    sobol_indices(&sets[0], &sets[1], &swapped)
}

fn indices(design: &Design, model: impl Fn(&mut [f64]) -> f64) -> Vec<GroupIndex> {
    match run(design, model).expect("figures") {
        Sensitivity::Groups(indices) => indices,
        Sensitivity::NothingMatters { value } => panic!("everything is {value}"),
    }
}

fn design(sampling: Sampling, draws: u64, inputs: u64) -> Design {
    Design::new(sampling, 11, draws, &(100..100 + inputs).collect::<Vec<_>>(), &[]).expect("a possible design")
}

/// Estimates within `off` of the known indices (some four standard errors), most of the 95 % intervals around them.
fn near(found: &[GroupIndex], known: &[[f64; 2]], off: f64) {
    assert_eq!(found.len(), known.len());
    let mut within = 0;
    for (index, [first, total]) in found.iter().zip(known) {
        for (estimate, exact) in [(index.first, first), (index.total, total)] {
            assert!((estimate.value - exact).abs() < off, "{estimate:?} is not {exact}");
            within += usize::from(estimate.low <= *exact && *exact <= estimate.high);
        }
    }
    assert!(within >= known.len() * 2 - 2, "only {within} intervals hold the known index");
}

/// T. Ishigami, T. Homma (1990), An importance quantification technique in uncertainty analysis for computer models,
/// ISUMA '90, 398-403, with a = 7, b = 0.1. Indices: A. Saltelli et al. (2008), Global sensitivity analysis: the primer:
/// first order 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437.
#[test]
fn the_ishigami_function_has_its_published_indices() {
    let model = |u: &mut [f64]| {
        let [x, y, z] = [u[0], u[1], u[2]].map(|u| PI * (2.0 * u - 1.0));
        x.sin() + 7.0 * y.sin().powi(2) + 0.1 * z.powi(4) * x.sin()
    };
    let known = [[0.3139, 0.5576], [0.4424, 0.4424], [0.0, 0.2437]];
    for (kind, off) in KINDS.into_iter().zip([0.04, 0.04, 0.002]) {
        near(&indices(&design(kind, 1 << 14, 3), model), &known, off);
    }
}

/// Sobol's g-function, a = 0, 1, 4.5, 9, 99, 99, 99, 99, by its formulas: A. Saltelli, I. M. Sobol' (1995), About the use
/// of rank transformation in sensitivity analysis of model output, Reliability Engineering & System Safety 50, 225-239.
#[test]
fn the_g_function_has_its_published_indices() {
    let a = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];
    let parts = a.map(|a: f64| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
    let whole: f64 = parts.iter().map(|part| 1.0 + part).product::<f64>() - 1.0;
    let known = parts.map(|part| [part / whole, part * (whole + 1.0) / (1.0 + part) / whole]);
    assert!((known[0][0] - 0.716).abs() < 0.001 && (known[1][0] - 0.179).abs() < 0.001, "as published");
    let model = |u: &mut [f64]| u.iter().zip(a).map(|(u, a)| ((4.0 * u - 2.0).abs() + a) / (1.0 + a)).product();
    for (kind, off) in KINDS.into_iter().zip([0.04, 0.04, 0.01]) {
        near(&indices(&design(kind, 1 << 13, 8), model), &known, off);
    }
}

/// A sum: first order and total are one, and add to one. The mean is far from 0, which must not cost digits.
#[test]
fn in_a_sum_each_input_has_its_part_of_the_variance() {
    let model = |u: &mut [f64]| 1e6 + 3.0 * normal_quantile(u[0]) + 2.0 * normal_quantile(u[1]) - normal_quantile(u[2]);
    let known = [9.0, 4.0, 1.0].map(|part| [part / 14.0, part / 14.0]);
    for (kind, off) in KINDS.into_iter().zip([0.03, 0.03, 0.005]) {
        let found = indices(&design(kind, 1 << 13, 3), model);
        near(&found, &known, off);
        assert_eq!(Sensitivity::Groups(found).ranked(), [0, 1, 2]);
    }
}

/// Correlated inputs are one group: the variance of their sum is 2 + 2 rho, that of the third input 1.
#[test]
fn correlated_inputs_are_one_group() {
    let correlations =
        Correlations::new(&["a", "b", "c"], &[Pair { first: 0, second: 2, rho: 0.5 }]).expect("possible");
    let groups: Vec<&[usize]> = correlations.groups().collect();
    let design = Design::new(Sampling::Sobol, 1, 1 << 13, &[5, 6, 7], &groups).expect("possible");
    assert_eq!(design.groups(), [vec![0, 2], vec![1]]);
    let model = |u: &mut [f64]| {
        let mut rows: Vec<[f64; 1]> = u.iter().map(|u| [*u]).collect();
        correlations.apply(&mut rows);
        rows.iter().map(|row| normal_quantile(row[0])).sum()
    };
    near(&indices(&design, model), &[[0.75, 0.75], [0.25, 0.25]], 0.01);
}

#[test]
fn inputs_of_one_key_and_of_lists_that_meet_are_one_group() {
    let design = Design::new(Sampling::Plain, 1, 8, &[1, 2, 3, 2, 5, 6], &[&[4, 0], &[0, 5]]).expect("possible");
    assert_eq!(design.groups(), [vec![0, 4, 5], vec![1, 3], vec![2]]);
    let wrong = Design::new(Sampling::Plain, 1, 8, &[1, 2], &[&[0, 2]]).expect_err("no third input");
    assert_eq!(wrong, DesignError::NoSuchInput { input: 2, inputs: 2 });
    assert!(Design::new(Sampling::Sobol, 1, 8, &(0..300).collect::<Vec<_>>(), &[]).is_err());
}

/// A swapped set differs from A in its group only, and A is the sample that a run without indices draws.
#[test]
fn sets_are_made_of_the_two_samples() {
    for kind in KINDS {
        let design = Design::new(kind, 3, 64, &[4, 9, 1], &[&[0, 1]]).expect("possible");
        for (draw, input) in (0..64).flat_map(|draw| (0..3).map(move |input| (draw, input))) {
            let [a, b, first, second] = [Matrix::A, Matrix::B, Matrix::Swapped(0), Matrix::Swapped(1)]
                .map(|matrix| design.u(matrix, input, draw));
            assert_eq!(a, design.sampler().u(input, draw));
            assert_ne!(a, b);
            assert_eq!([first, second], if input == 2 { [a, b] } else { [b, a] });
        }
    }
}

#[test]
fn where_nothing_moves_nothing_matters() {
    for model in [0.0, 0.1, -1e300] {
        assert_eq!(run(&design(Sampling::Plain, 100, 2), |_| model), Ok(Sensitivity::NothingMatters { value: model }));
    }
    let rounding = run(&design(Sampling::Plain, 100, 2), |u| 1.0 + (u[0] - u[0] * (1.0 - 1e-15)));
    assert!(matches!(rounding, Ok(Sensitivity::NothingMatters { .. })), "{rounding:?}");
    assert_eq!(Sensitivity::NothingMatters { value: 1.0 }.ranked(), [0; 0]);
}

#[test]
fn an_input_that_does_nothing_has_exactly_no_index() {
    let found = indices(&design(Sampling::Plain, 100, 2), |u| u[0]);
    assert_eq!((found[1].first.value, found[1].total.value, found[1].total.high), (0.0, 0.0, 0.0));
    assert!(found[0].total.low <= 1.0 && found[0].total.high >= 1.0);
}

#[test]
fn very_large_and_very_small_figures_have_the_indices_of_ordinary_ones() {
    let plain = |scale: f64| indices(&design(Sampling::Plain, 500, 2), move |u| scale * (u[0] + 0.5 * u[1]));
    for scale in [1e-300, 1e290] {
        for (ours, ordinary) in plain(scale).iter().zip(plain(1.0)) {
            assert!((ours.first.value - ordinary.first.value).abs() < 1e-10);
            assert!((ours.total.value - ordinary.total.value).abs() < 1e-10);
        }
    }
}

#[test]
fn figures_without_indices_are_named() {
    let none: [&[f64]; 0] = [];
    assert_eq!(sobol_indices(&[1.0], &[1.0], &none), Err(SensitivityError::TooFewDraws { draws: 1 }));
    assert_eq!(sobol_indices(&[1.0, 2.0], &[1.0], &none), Err(SensitivityError::Uneven { draws: 2, found: 1 }));
    let holed = sobol_indices(&[1.0, 2.0], &[1.0, 2.0], &[[1.0, f64::NAN]]);
    assert_eq!(holed, Err(SensitivityError::NotFinite { draw: 1 }));
    let rare = sobol_indices(&[1.0, 1.0], &[1.0, 1.0], &[[1.0, 2.0]]);
    assert_eq!(rare, Err(SensitivityError::TooRare { draws: 2 }));
}
