//! Which assumption matters most.

use std::sync::atomic::{AtomicUsize, Ordering};

use adit_model::outlook::case::{Draws, Line, Question, Target};
use adit_number::Sampling;

use crate::given::{CASES, TINY, material};

const DRAWS: Draws = Draws { count: 256, seed: 5, sampling: Sampling::Sobol };

/// Potential is collection times recovery times what does not vary. With independent x and y the first-order index of x
/// is V(x) E(y)^2 / V(xy), with V(xy) = V(x) V(y) + V(x) E(y)^2 + V(y) E(x)^2.
#[test]
fn a_product_of_two_has_the_indices_of_theory() {
    let sets = AtomicUsize::new(0);
    let target = Target { material: material("silver"), line: Line::Potential, year: 2023 };
    let draws = Draws { count: 4096, ..DRAWS };
    let matters = TINY.matters(&Question::default(), &[target], draws, &|done, all| {
        assert!(done <= all);
        sets.fetch_add(1, Ordering::Relaxed);
    });
    let matters = matters.unwrap();
    assert_eq!(sets.into_inner(), 4);
    assert_eq!(matters.runs, 4 * 4096);
    // Triangle and uniform from 0.25 to 0.75.
    let (triangle, uniform, square) = (0.25 / 24.0, 0.25 / 12.0, 0.25);
    let all = triangle * uniform + square * (triangle + uniform);
    let result = &matters.results[0];
    assert_eq!(result.groups[0].id, "tiny/recovery/all/all/all");
    assert!((result.groups[0].first.value - uniform * square / all).abs() < 0.01, "{result:?}");
    assert!((result.groups[1].first.value - triangle * square / all).abs() < 0.01, "{result:?}");
    assert!(result.says.starts_with("What matters most is recovery (all) ("), "{}", result.says);
    assert_eq!(TINY.rows[result.groups[0].row.unwrap()].path, result.groups[0].id);
}

#[test]
fn nothing_matters_where_nothing_varies() {
    let target = Target { material: material("silver"), line: Line::PutIntoUse, year: 2023 };
    let matters = TINY.matters(&Question::default(), &[target], DRAWS, &|_, _| {}).unwrap();
    assert!(matters.results[0].groups.is_empty());
    assert!(matters.results[0].says.starts_with("Nothing matters"));
}

#[test]
fn the_real_cases_say_what_matters() {
    let case = CASES.iter().find(|case| case.facts.id == "eu-batteries").unwrap();
    let question = Question { materials: vec![case.facts.materials[0]], ..Question::default() };
    let targets = case.targets(&question);
    assert_eq!(targets.iter().map(|target| target.year).collect::<Vec<_>>(), [2040, 2030]);
    let draws = Draws { count: 32, ..DRAWS };
    let matters = case.matters(&question, &targets, draws, &|_, _| {}).unwrap();
    for result in &matters.results {
        assert!(result.groups.len() >= 3 && result.standard_deviation > 0.0, "{result:?}");
        assert!(result.groups.is_sorted_by(|a, b| a.total.value >= b.total.value));
    }
}
