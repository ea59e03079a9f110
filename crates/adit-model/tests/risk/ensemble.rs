//! Draws: the same bits on any number of threads, unchanged by what happens elsewhere, and the share of draws that it
//! says it is.

use adit_facts::{Amount, Change, Changes};
use adit_model::risk::list_rule::meets_thresholds;
use adit_model::risk::readings::{LANES, draws};
use adit_model::risk::{About, Options, Study, ensemble, gather};

use crate::facts::{PACKAGE, STUDY, id, material};

fn with_error() -> Study {
    gather(&PACKAGE, &Options { governance_error: true, ..Options::default() }, &Changes::default())
}

fn probability(study: &Study, found: &[Option<f64>], name: &str) -> Option<f64> {
    let at = study.materials.iter().position(|m| m.material == material(name)).unwrap();
    found[at]
}

#[test]
fn one_and_two_threads_give_the_same_bits() {
    for study in [&STUDY, &with_error()] {
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| ensemble(study, 600, 5))
        };
        assert_eq!(on(1), on(2));
    }
}

#[test]
fn the_seed_decides() {
    assert_eq!(ensemble(&STUDY, 300, 1), ensemble(&STUDY, 300, 1));
    assert_ne!(ensemble(&STUDY, 300, 1).probability, ensemble(&STUDY, 300, 2).probability);
}

/// Counted from the draws themselves, those that do not fill a block included.
#[test]
fn the_probability_is_the_share_of_draws_that_meet_the_thresholds() {
    const DRAWS: usize = 203;
    let found = ensemble(&STUDY, DRAWS, 9);
    for name in ["silver", "arsenic", "coking-coal", "magnesium", "hree"] {
        let m = STUDY.materials.iter().find(|m| m.material == material(name)).unwrap();
        let abouts = [About::SupplyRisk(m.material), About::Importance(m.material)];
        let mut met = 0;
        for first in (0..DRAWS).step_by(LANES) {
            let block = draws(&STUDY, &abouts, 9, first as u64);
            let (sr, ei) = (block[0].unwrap(), block[1]);
            let published = m.ei_as_published.unwrap();
            assert!(ei.is_some() || published.value > 3.0, "{name}: far enough above 2.8 in every draw");
            met += (0..LANES.min(DRAWS - first))
                .filter(|&lane| meets_thresholds(sr[lane], ei.map_or(published.value, |ei| ei[lane])))
                .count();
        }
        assert_eq!(probability(&STUDY, &found.probability, name), Some(met as f64 / DRAWS as f64), "{name}");
    }
}

#[test]
fn far_from_the_threshold_it_is_certain_and_near_it_is_not() {
    let found = ensemble(&STUDY, 1000, 1).probability;
    let of = |name| probability(&STUDY, &found, name);
    assert_eq!((of("magnesium"), of("niobium")), (Some(1.0), Some(1.0)));
    assert_eq!((of("aggregates"), of("zinc")), (Some(0.0), Some(0.0)));
    for near in ["silver", "arsenic"] {
        assert!(of(near).is_some_and(|p| p > 0.02 && p < 0.98), "{near}: {:?}", of(near));
    }
    assert_eq!(of("xenon"), None, "no figure, no probability");
    assert_eq!(ensemble(&STUDY, 0, 1).probability, vec![None; STUDY.materials.len()]);
}

#[test]
fn governance_error_leaves_less_certain() {
    let undecided = |study: &Study| {
        let found = ensemble(study, 500, 1).probability;
        found.iter().flatten().filter(|p| **p > 0.0 && **p < 1.0).count()
    };
    assert!(undecided(&with_error()) > undecided(&STUDY));
}

/// A scenario that gives lithium a new supplier and cobalt another recycling rate draws the same numbers for all others.
#[test]
fn a_fact_added_elsewhere_changes_no_other_draw() {
    let changes = Changes {
        name: None,
        changes: vec![
            Change::scale("eu-supply/ec-2023/lithium/processing/*/share", Amount::Exact(0.75)),
            Change::add("eu-supply/ec-2023/lithium/processing/FI/share", Amount::Exact(0.25)),
            Change::set("recycling/ec-2023/cobalt/eol-rir", Amount::Exact(0.5)),
        ],
    };
    let changed = gather(&PACKAGE, &Options::default(), &changes);
    assert_eq!(changed.facts.len(), STUDY.facts.len() + 2, "Finland's share and trade parameter");
    let (before, after) = (ensemble(&STUDY, 400, 1).probability, ensemble(&changed, 400, 1).probability);
    let abouts: Vec<About> = STUDY.materials.iter().map(|m| About::SupplyRisk(m.material)).collect();
    let (drawn_before, drawn_after) = (draws(&STUDY, &abouts, 1, 8), draws(&changed, &abouts, 1, 8));
    for (at, m) in STUDY.materials.iter().enumerate() {
        if [material("lithium"), material("cobalt")].contains(&m.material) {
            assert_ne!(drawn_before[at], drawn_after[at], "{}", id(m.material));
        } else {
            assert_eq!(drawn_before[at], drawn_after[at], "{}", id(m.material));
            assert_eq!(before[at], after[at], "{}", id(m.material));
        }
    }
}
