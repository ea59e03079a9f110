//! Shares, overall figures, failures and draws of benchmarks put together by hand.

use adit_facts::chain::{ChainStage, Route, StrategicEntry};
use adit_model::chain::benchmarks::{
    Ensemble, EntryModel, Overall, STAGES, ShareBasis, StageModel, StepModel, ensemble, failures, median, overall,
};
use adit_model::chain::capacity::{Basis, Names};
use adit_model::chain::consumption::{Consumption, Growth};
use adit_model::chain::pipeline::Plan;
use adit_model::workings::Worked;
use adit_number::Ranged;
use proptest::prelude::*;

use super::made_up::{datum, material, near};
use super::pipeline::{exactly, plan};

const YEAR: u16 = 2030;

fn worked(id: &str, tonnes: f64) -> Worked {
    Worked { id: id.to_owned(), number: Ranged::point(tonnes) }
}

fn step(existing: Option<(f64, Basis)>, plans: Vec<Plan>) -> StepModel {
    let names = Names { path: "made-up".to_owned(), words: "made up".to_owned() };
    StepModel {
        names,
        existing: existing.map(|(tonnes, basis)| (worked("chain.capacity/made-up", tonnes), basis)),
        plans,
        host: None,
    }
}

fn stage(stage: ChainStage, steps: Vec<StepModel>) -> StageModel {
    StageModel { stage, steps, recovery: None, proxy: None }
}

/// An entry that consumes some tonnes, with steps of extraction, processing and recycling.
fn entry(id: &str, consumption: Option<f64>, steps: [Vec<StepModel>; 3]) -> EntryModel {
    let [extraction, processing, recycling] = steps;
    EntryModel {
        entry: StrategicEntry { point: "(a)".to_owned(), material: material("lithium"), steps: Vec::new() },
        id: id.to_owned(),
        consumption: consumption.map(|tonnes| Consumption {
            tonnes: worked(&format!("chain.consumption/{id}"), tonnes),
            route: Route::Published,
            years: (2024, 2024),
            without: Vec::new(),
        }),
        growth: Growth::default(),
        stages: [stage(STAGES[0], extraction), stage(STAGES[1], processing), stage(STAGES[2], recycling)],
        countries: Vec::new(),
    }
}

/// An entry with extraction alone.
fn mined(id: &str, consumption: f64, existing: f64, plans: Vec<Plan>) -> EntryModel {
    let known = step(Some((existing, Basis::Capacity)), plans);
    entry(id, Some(consumption), [vec![known], Vec::new(), Vec::new()])
}

fn value(entry: &EntryModel, at: usize) -> Option<f64> {
    entry.share(at, YEAR, &[]).map(|share| share.share.value)
}

#[test]
fn extraction_counts_what_is_recovered() {
    let mut mined = mined("a", 200.0, 50.0, Vec::new());
    assert!(near(value(&mined, 0).unwrap(), 0.25));
    mined.stages[0].recovery = Some(exactly(0.8));
    assert!(near(value(&mined, 0).unwrap(), 0.2));
}

#[test]
fn the_smallest_step_of_processing_decides() {
    let steps = vec![
        step(Some((100.0, Basis::Capacity)), Vec::new()),
        step(Some((60.0, Basis::Output)), Vec::new()),
        step(Some((90.0, Basis::Capacity)), Vec::new()),
    ];
    let entry = entry("a", Some(200.0), [Vec::new(), steps, Vec::new()]);
    let share = entry.share(1, YEAR, &[]).unwrap();
    assert!(near(share.share.value, 0.3));
    assert_eq!(share.basis, ShareBasis::Of(Basis::Output), "what is said is said of the step that decides");
}

#[test]
fn a_step_that_is_not_known_leaves_the_stage_unknown() {
    let steps = vec![step(Some((100.0, Basis::Capacity)), Vec::new()), step(None, Vec::new())];
    assert_eq!(value(&entry("a", Some(200.0), [Vec::new(), steps, Vec::new()]), 1), None);
}

#[test]
fn a_known_zero_needs_no_consumption_and_a_capacity_does() {
    let zero = step(Some((0.0, Basis::Zero)), Vec::new());
    assert_eq!(value(&entry("a", None, [vec![zero], Vec::new(), Vec::new()]), 0), Some(0.0));
    let some = step(Some((5.0, Basis::Capacity)), Vec::new());
    assert_eq!(value(&entry("a", None, [vec![some], Vec::new(), Vec::new()]), 0), None);
}

#[test]
fn a_plan_ends_a_zero() {
    let zero = step(Some((0.0, Basis::Zero)), vec![plan("p", 20.0, 2028)]);
    let entry = entry("a", Some(200.0), [vec![zero], Vec::new(), Vec::new()]);
    let share = entry.share(0, YEAR, &[]).unwrap();
    assert!(near(share.share.value, 0.1));
    assert_eq!(share.basis, ShareBasis::Of(Basis::Capacity));
    let before = entry.share(0, 2027, &[]).unwrap();
    assert_eq!((before.share.value, before.basis), (0.0, ShareBasis::Of(Basis::Zero)));
}

#[test]
fn plans_beside_what_is_unknown_are_a_lower_bound() {
    let unknown = step(None, vec![plan("p", 20.0, 2028)]);
    let share = entry("a", Some(200.0), [vec![unknown], Vec::new(), Vec::new()]).share(0, YEAR, &[]).unwrap();
    assert!(near(share.share.value, 0.1) && share.share.high().is_infinite());
    assert_eq!(share.basis, ShareBasis::Of(Basis::Output));
}

#[test]
fn the_end_of_life_rate_stands_for_unknown_recycling_and_plans_come_on_top() {
    let mut entry = entry("a", Some(200.0), [Vec::new(), Vec::new(), vec![step(None, vec![plan("p", 10.0, 2028)])]]);
    entry.stages[2].proxy = Some(datum(0.2));
    let share = entry.share(2, YEAR, &[]).unwrap();
    assert!(near(share.share.value, 0.25) && near(share.tonnes.value, 50.0) && share.share.high().is_infinite());
    assert_eq!(share.basis, ShareBasis::RecyclingRate);
    assert!(near(entry.share(2, 2027, &[]).unwrap().share.value, 0.2));
}

#[test]
fn the_larger_of_recycling_capacity_and_the_rate_is_nearer_to_capacity() {
    let known = step(Some((80.0, Basis::Capacity)), Vec::new());
    let mut entry = entry("a", Some(200.0), [Vec::new(), Vec::new(), vec![known]]);
    entry.stages[2].proxy = Some(datum(0.3));
    assert_eq!(entry.share(2, YEAR, &[]).unwrap().basis, ShareBasis::Of(Basis::Capacity));
    entry.stages[2].proxy = Some(datum(0.5));
    assert_eq!(entry.share(2, YEAR, &[]).unwrap().basis, ShareBasis::RecyclingRate);
}

#[test]
fn the_median_by_hand() {
    assert_eq!(median(&mut [0.3, 0.1, 0.2]), Some(0.2));
    assert_eq!(median(&mut [0.4, 0.1, 0.2, 0.3]), Some(0.25));
    assert_eq!(median(&mut []), None);
}

/// Extraction of 5, 20 and 60 t of 100, 100 and 200 t: 85 / 400 by tonnes, median 0.2, two of three above 10 %.
#[test]
fn the_overall_figures_by_hand() {
    let entries = [
        mined("a", 100.0, 5.0, Vec::new()),
        mined("b", 100.0, 20.0, Vec::new()),
        mined("copper", 200.0, 60.0, Vec::new()),
        entry("unknown", Some(1e6), [vec![step(None, Vec::new())], Vec::new(), Vec::new()]),
    ];
    let found = overall(&entries, YEAR, &[])[0];
    assert!(near(found.by_tonnes.unwrap().value, 85.0 / 400.0), "what is not known counts on neither side");
    assert_eq!(found.median, Some(0.2));
    assert_eq!((found.met, found.known, found.certainly_met, found.open), (2, 3, 2, 0));
    assert_eq!(found.aluminium_copper, Some(0.5));
    assert_eq!(overall(&entries, YEAR, &[])[1], Overall::default());
}

#[test]
fn bounds_across_the_aim_leave_it_open() {
    let mut open = mined("a", 100.0, 12.0, Vec::new());
    open.stages[0].steps[0].existing.as_mut().unwrap().0.number = Ranged::new(12.0, 8.0, 14.0);
    let found = overall(&[open], YEAR, &[])[0];
    assert_eq!((found.met, found.certainly_met, found.open), (1, 0, 1));
}

#[test]
fn a_benchmark_fails_with_the_project_that_it_cannot_spare() {
    let lost = |entry: EntryModel, without: &[String]| {
        let found = failures(&[entry], YEAR, without);
        found.into_iter().map(|failure| (failure.project, failure.measure)).collect::<Vec<_>>()
    };
    let pair = |tonnes: f64| mined("a", 100.0, 5.0, vec![plan("p", tonnes, 2028), plan("q", tonnes, 2028)]);
    assert_eq!(lost(mined("a", 100.0, 5.0, vec![plan("p", 6.0, 2028)]), &[]), [("p".to_owned(), "extraction")]);
    assert_eq!(lost(pair(6.0), &[]), [], "either is enough");
    assert_eq!(lost(pair(3.0), &[]), [("p".to_owned(), "extraction"), ("q".to_owned(), "extraction")]);
    assert_eq!(lost(pair(6.0), &["q".to_owned()]), [("p".to_owned(), "extraction")]);
    assert_eq!(lost(pair(1.0), &[]), [], "what is not met cannot be lost");
}

fn drawn(entries: &[EntryModel], draws: usize) -> Ensemble {
    ensemble(entries, YEAR, &[], draws, 7)
}

/// Two projects of 25 t, each with a chance of one half; the aim of 10 % of 100 t needs either, that of 40 t both.
fn promoted(by: [&str; 2]) -> EntryModel {
    let of = |at: usize, name: &str| Plan {
        promoter: by[at].to_owned(),
        probability: exactly(0.5),
        ..plan(name, 25.0, 2028)
    };
    let plans = || vec![of(0, "p"), of(1, "q")];
    let nothing = || Some((0.0, Basis::Zero));
    entry("a", Some(100.0), [vec![step(nothing(), plans())], vec![step(nothing(), plans())], Vec::new()])
}

#[test]
fn projects_of_one_promoter_fail_together() {
    let probability = |by| drawn(&[promoted(by)], 4000).probability[0].map(|one| one.unwrap_or(f64::NAN));
    let [either, both, _] = probability(["one", "one"]);
    assert_eq!(either, both, "both or neither");
    assert!((both - 0.5).abs() < 0.03, "{both}");
    let [either, both, _] = probability(["one", "other"]);
    assert!((either - 0.75).abs() < 0.03 && (both - 0.25).abs() < 0.03, "{either} {both}");
}

fn two() -> [EntryModel; 2] {
    let uncertain = Plan {
        probability: exactly(0.6),
        delay: adit_model::chain::pipeline::Assumed { number: Ranged::new(1.0, 0.0, 3.0), input: None },
        tonnes: Ranged::new(30.0, 20.0, 40.0),
        ..plan("r", 30.0, 2028)
    };
    [promoted(["one", "other"]), mined("b", 300.0, 10.0, vec![uncertain])]
}

#[test]
fn draws_are_the_same_on_any_number_of_threads() {
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| drawn(&two(), 500))
    };
    let (one, four) = (on(1), on(4));
    assert_eq!(one, four);
    let bits = |of: &Ensemble| of.by_tonnes.map(|found| found.map(|found| found.map(f64::to_bits)));
    assert_eq!(bits(&one), bits(&four));
}

#[test]
fn draws_of_an_entry_do_not_depend_on_the_others() {
    let [a, b] = two();
    let both = drawn(&[a.clone(), b.clone()], 500);
    assert_eq!(drawn(&[a], 500).probability[0], both.probability[0]);
    assert_eq!(drawn(&[b], 500).probability[0], both.probability[1]);
}

#[test]
fn without_uncertainty_every_draw_is_the_value() {
    let sure = mined("a", 100.0, 5.0, vec![plan("p", 6.0, 2028)]);
    let found = drawn(&[sure], 32);
    assert_eq!(found.probability[0][0], Some(1.0));
    assert!(found.by_tonnes[0].unwrap().into_iter().all(|share| near(share, 0.11)));
    assert_eq!(found.probability[0][1], None, "a share that is not known has no probability");
}

proptest! {
    #[test]
    fn more_capacity_is_never_a_smaller_share(
        used in 1.0..1e6, existing in 0.0..1e6, more in 0.0..1e6, tonnes in 0.0..1e6, year in 2020_u16..2040,
    ) {
        let share = |existing: f64, tonnes: f64| {
            mined("a", used, existing, vec![plan("p", tonnes, 2028)]).share(0, year, &[]).unwrap().share
        };
        let (less, larger) = (share(existing, tonnes), share(existing + more, tonnes));
        prop_assert!(less.value <= larger.value && less.low() <= larger.low() && less.high() <= larger.high());
        prop_assert!(share(existing, tonnes).value <= share(existing, tonnes + more).value);
    }

    #[test]
    fn a_project_less_is_never_more(sizes in proptest::collection::vec(0.0..50.0, 1..6), used in 1.0..200.0) {
        let plans = sizes.iter().enumerate().map(|(at, size)| plan(&format!("p{at}"), *size, 2028)).collect();
        let entry = mined("a", used, 5.0, plans);
        let all = entry.share(0, YEAR, &[]).unwrap().share.value;
        for at in 0..sizes.len() {
            let less = entry.share(0, YEAR, &[format!("p{at}")]).unwrap().share.value;
            prop_assert!(less <= all);
        }
    }

    #[test]
    fn the_median_lies_among_its_values(mut values in proptest::collection::vec(0.0..2.0, 1..30)) {
        let found = median(&mut values).unwrap();
        let below = values.iter().filter(|value| **value < found).count();
        let above = values.iter().filter(|value| **value > found).count();
        prop_assert!(below <= values.len() / 2 && above <= values.len() / 2);
    }
}
