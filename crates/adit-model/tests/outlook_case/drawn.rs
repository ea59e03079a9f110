//! Draws: the same on any number of threads and in any company.

use adit_model::outlook::case::{CaseModel, CaseRun, Draws, Line, Question};
use adit_number::Sampling;

use crate::given::{CASES, ROWS, TINY, numbers, tiny_of};

fn drawn(case: &CaseModel, count: usize, sampling: Sampling) -> CaseRun {
    case.run(&Question { draws: Some(Draws { count, seed: 7, sampling }), ..Question::default() }).unwrap()
}

fn on_threads(threads: usize, run: impl Fn() -> CaseRun + Send) -> CaseRun {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(run)
}

#[test]
fn the_same_bits_on_one_and_on_three_threads() {
    for sampling in [Sampling::Plain, Sampling::LatinHypercube, Sampling::Sobol] {
        let run = || drawn(&CASES[0], 50, sampling);
        let (one, three) = (on_threads(1, run), on_threads(3, run));
        assert!(one == three, "{sampling}");
    }
}

/// A parameter that varies more, or less, leaves the draws of all others as they are.
#[test]
fn plain_draws_do_not_depend_on_other_parameters() {
    let mut rows = ROWS.to_vec();
    let dismantling = rows.iter().position(|row| row.starts_with("dismantling")).unwrap();
    rows[dismantling] = "dismantling,all,all,all,all,0.5,0.25,0.75,pert";
    let (before, after) = (drawn(&TINY, 20, Sampling::Plain), drawn(&tiny_of(&rows).unwrap(), 20, Sampling::Plain));
    let bands = |run: &CaseRun, line: Line| run.materials[0].line(line).bands.clone();
    assert_eq!(bands(&before, Line::Collected), bands(&after, Line::Collected));
    assert_ne!(bands(&before, Line::Feed), bands(&after, Line::Feed));
}

#[test]
fn one_material_alone_has_the_same_bands() {
    let case = &CASES[0];
    for sampling in [Sampling::Plain, Sampling::Sobol] {
        let all = drawn(case, 24, sampling);
        let draws = Some(Draws { count: 24, seed: 7, sampling });
        let materials = vec![case.facts.materials[1]];
        let alone = case.run(&Question { materials, draws, ..Question::default() }).unwrap();
        assert!(alone.materials[0].lines == all.materials[1].lines, "{sampling}");
    }
}

/// The mean of what varies alone is the mean of its distribution; what does not vary has no width.
#[test]
fn bands_are_those_of_the_distribution() {
    let run = drawn(&TINY, 4096, Sampling::Sobol);
    let band = |line: Line| run.materials[1].line(line).bands.as_ref().unwrap()[3].unwrap();
    let end = numbers(&run, "silver", Line::EndOfLife)[3];
    let collected = band(Line::Collected);
    assert!((collected.mean / end - 0.25).abs() < 1e-4, "{collected:?}");
    // 5 % of a triangle from 0.25 to 0.75 with its peak between: 0.25 + sqrt(0.05 x 0.5 x 0.25).
    assert!((collected.p05 / (0.5 * end) - (0.25 + 0.006_25f64.sqrt())).abs() < 1e-3, "{collected:?}");
    let put = band(Line::PutIntoUse);
    assert_eq!((put.p05, put.p95), (put.mean, put.mean));
}

/// Draws never leave the range of their row.
#[test]
fn shares_stay_shares() {
    for case in CASES.iter() {
        let run = drawn(case, 64, Sampling::LatinHypercube);
        for material in &run.materials {
            for line in [Line::EolRr] {
                let bands = material.line(line).bands.as_ref().unwrap();
                for band in bands.iter().flatten() {
                    assert!(
                        (0.0..=1.0).contains(&band.p05) && (0.0..=1.0).contains(&band.p95),
                        "{} {band:?}",
                        material.id
                    );
                }
            }
        }
    }
}

#[test]
fn too_many_draws_are_refused() {
    let draws = Some(Draws { count: 100_000_000, seed: 1, sampling: Sampling::Plain });
    let error = TINY.run(&Question { draws, ..Question::default() }).unwrap_err();
    assert!(error.to_string().contains("draws are too many"), "{error}");
}
