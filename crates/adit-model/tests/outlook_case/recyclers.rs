//! Recyclers of the Chain room in draws.

use adit_model::chain::benchmarks::STAGES;
use adit_model::outlook::case::CapacityBasis;
use adit_model::outlook::case::capacity::ChainCapacity;

use crate::given::{BENCHMARKS, CASES, material};

/// The recyclers of rare earths, of whose projects some have a start.
fn rare_earths() -> ChainCapacity {
    let entry = BENCHMARKS.entries.iter().find(|entry| entry.id == "rare-earths").unwrap();
    ChainCapacity::of(entry, material("rare-earths"), &CASES[0].facts).unwrap()
}

#[test]
fn the_central_capacity_is_that_of_the_benchmarks() {
    let entry = BENCHMARKS.entries.iter().find(|entry| entry.id == "rare-earths").unwrap();
    let capacity = rare_earths();
    assert_eq!(capacity.basis, CapacityBasis::Chain);
    assert!(!capacity.shared);
    for year in [2025, 2030, 2040] {
        let share = entry.share(STAGES.len() - 1, year, &[]).unwrap();
        assert_eq!(capacity.in_year(year, 0.0).unwrap().value, share.tonnes.value);
    }
    let (soon, late) = (capacity.in_year(2030, 0.0).unwrap().value, capacity.in_year(2030, 2.0).unwrap().value);
    assert!(late < soon);
    assert_eq!(capacity.in_year(2050, 2.0).unwrap().value, capacity.in_year(2050, 0.0).unwrap().value);
}

/// A promoter whose number is low produces, one whose number is high does not; all of a promoter's numbers have its name.
#[test]
fn promoters_produce_or_fail() {
    let capacity = rare_earths();
    let (keys, whose) = (capacity.keys(), capacity.promoters());
    assert_eq!((keys.len(), whose.len()), (capacity.numbers(), capacity.numbers()));
    let step = &capacity.stage.steps[0];
    let plan = step.plans.iter().find(|plan| plan.start.is_some()).unwrap();
    let produces = adit_number::stable_key(&format!("promoter/{}", plan.promoter));
    let place = keys.iter().position(|key| *key == produces).unwrap();
    assert_eq!(whose[place], plan.promoter);
    let drawn = |others: f64, own: f64| {
        let mut random = vec![0.5; keys.len()];
        for (random, key) in random.iter_mut().zip(&keys) {
            let promoters = step.plans.iter().map(|of| adit_number::stable_key(&format!("promoter/{}", of.promoter)));
            if promoters.into_iter().any(|of| of == *key) {
                *random = others;
            }
        }
        random[place] = own;
        let mut years = [0.0];
        capacity.drawn(&random, &[2045], 0.0, &mut years);
        years[0]
    };
    let existing = &step.existing.as_ref().unwrap().0.number;
    let middle = existing.low() + (existing.high() - existing.low()) * 0.5;
    assert_eq!(drawn(1.0, 1.0), middle);
    let tonnes = plan.tonnes.low() + (plan.tonnes.high() - plan.tonnes.low()) * 0.5;
    assert!((drawn(1.0, 0.0) - middle - tonnes).abs() < 1e-9);
    // A project without a start counts nothing in any draw.
    assert!(drawn(0.0, 0.0) >= drawn(1.0, 0.0));
}
