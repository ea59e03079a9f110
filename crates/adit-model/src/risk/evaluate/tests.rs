//! The readings hold their promises on the facts as shipped: they agree to the last bit, bounds hold every point of
//! their boxes, slopes are those of the figures.

use adit_facts::{Changes, Package};
use adit_number::uniform;

use super::*;
use crate::risk::drawn::{LANES, Varying};
use crate::risk::inputs::{Options, gather};
use crate::risk::readings;

fn study(governance_error: bool) -> Study {
    gather(&Package::embedded().unwrap(), &Options { governance_error, ..Options::default() }, &Changes::default())
}

/// Supply risk of materials and stages, concentrations and economic importance: everything that can be asked.
fn abouts(study: &Study) -> Vec<About> {
    let mut abouts = Vec::new();
    for m in &study.materials {
        abouts.extend([About::SupplyRisk(m.material), About::Importance(m.material)]);
        for s in &m.stages {
            let sides = [Side::World, Side::Europe].map(|side| About::Concentration(m.material, s.stage, side));
            abouts.extend([About::StageRisk(m.material, s.stage), About::ImportReliance(m.material, s.stage)]);
            abouts.extend(sides);
        }
    }
    abouts
}

/// The facts that enter the supply risk of a stage, each once.
fn facts_of(evaluation: &Evaluation<'_, AsValue>, m: &MaterialInputs, s: &StageInputs) -> Vec<Fact> {
    let mut facts: Vec<Fact> = [m.recycled, m.si_sr, s.import_reliance].into_iter().flatten().collect();
    for supplier in [&s.world, &s.europe].into_iter().flatten().flat_map(|list| &list.suppliers) {
        facts.extend([supplier.share, supplier.trade]);
        let governance = evaluation.study.governance[usize::from(supplier.country.0)].iter().flat_map(|g| &g.estimates);
        facts.extend(governance);
    }
    facts.sort_by_key(|fact| fact.index);
    facts.dedup_by_key(|fact| fact.index);
    facts
}

/// Every fact at a point of its own, by index.
struct At<'a>(&'a [f64]);

impl Reading for At<'_> {
    type Number = f64;

    fn read(&self, fact: &Fact) -> f64 {
        self.0[fact.index as usize]
    }
}

impl RiskReading for At<'_> {}

/// A point inside the box of every fact, each drawn by itself (governance of one country too, so this is more than the
/// correlated error allows). Every tenth point is a corner of the box.
fn point(study: &Study, draw: u64) -> Vec<f64> {
    let at = |fact: &Fact| {
        let u = uniform(7, draw, u64::from(fact.index));
        let u = if draw.is_multiple_of(10) { u.round() } else { u };
        (fact.low + (fact.high - fact.low) * u).clamp(fact.low, fact.high)
    };
    study.facts.iter().map(at).collect()
}

fn value_at(study: &Study, point: &[f64], abouts: &[About]) -> Vec<Option<f64>> {
    let evaluation = Evaluation::new(study, At(point));
    abouts.iter().map(|&about| number(&evaluation, about)).collect()
}

#[test]
fn value_slope_and_reason_have_the_same_bits() {
    let study = study(false);
    let abouts = abouts(&study);
    let values = readings::values(&study, &abouts);
    let slopes = readings::slopes(&study, &abouts, 0);
    let traced = readings::traced(&study, &abouts);
    let mut stages = 0;
    for (at, value) in values.iter().enumerate() {
        let bits = value.map(f64::to_bits);
        assert_eq!(slopes[at].map(|slope| slope.re.to_bits()), bits, "slope of {:?}", abouts[at]);
        assert_eq!(traced[at].map(f64::to_bits), bits, "reason of {:?}", abouts[at]);
        stages += usize::from(value.is_some() && matches!(abouts[at], About::StageRisk(..)));
    }
    assert!(stages >= 110, "{stages} stages can be computed");
}

/// One lane of a block of draws, as a plain number.
struct Lane<'a> {
    block: crate::risk::drawn::Drawn<'a>,
    lane: usize,
}

impl Reading for Lane<'_> {
    type Number = f64;

    fn read(&self, fact: &Fact) -> f64 {
        self.block.read(fact).0[self.lane]
    }
}

impl RiskReading for Lane<'_> {}

#[test]
fn each_lane_has_the_bits_of_that_draw_alone() {
    for study in [study(false), study(true)] {
        let abouts = abouts(&study);
        let (varying, mut rows) = (Varying::of(&study), Vec::new());
        let block = varying.block(3, 16, &mut rows);
        let together = readings::draws(&study, &abouts, 3, 16);
        for lane in 0..LANES {
            let alone = Evaluation::new(&study, Lane { block, lane });
            for (at, &about) in abouts.iter().enumerate() {
                let bits = number(&alone, about).map(f64::to_bits);
                assert_eq!(together[at].map(|lanes| lanes[lane].to_bits()), bits, "lane {lane} of {about:?}");
            }
        }
    }
}

#[test]
fn bounds_contain_the_value_and_missing_shares_only_widen_them() {
    for study in [study(false), study(true)] {
        let abouts = abouts(&study);
        let rounding = readings::bounds(&study, &abouts);
        let with_unlisted = Evaluation::new(&study, WithUnlisted);
        for (at, value) in readings::values(&study, &abouts).into_iter().enumerate() {
            let all = number(&with_unlisted, abouts[at]);
            assert_eq!((value.is_some(), value.is_some()), (rounding[at].is_some(), all.is_some()));
            let Some(((value, rounding), all)) = value.zip(rounding[at]).zip(all) else { continue };
            assert!(rounding.contains(value), "{:?}: {value} outside {rounding:?}", abouts[at]);
            assert!(all.encloses(&rounding), "{:?}: {rounding:?} outside {all:?}", abouts[at]);
        }
    }
}

#[test]
fn no_point_of_the_box_leaves_the_bounds() {
    for study in [study(false), study(true)] {
        let abouts = abouts(&study);
        let bounds = readings::bounds(&study, &abouts);
        for draw in 0..100 {
            for (at, value) in value_at(&study, &point(&study, draw), &abouts).into_iter().enumerate() {
                let holds = value.zip(bounds[at]).is_none_or(|(value, bounds)| bounds.contains(value));
                assert!(holds, "draw {draw} of {:?}: {value:?} outside {:?}", abouts[at], bounds[at]);
            }
        }
    }
}

#[test]
fn draws_stay_inside_the_bounds() {
    let study = study(false);
    let abouts = abouts(&study);
    let bounds = readings::bounds(&study, &abouts);
    for block in 0..50 {
        for (at, lanes) in readings::draws(&study, &abouts, 1, block * LANES as u64).into_iter().enumerate() {
            let (Some(lanes), Some(bounds)) = (lanes, bounds[at]) else { continue };
            assert!(lanes.iter().all(|x| bounds.contains(*x)), "{:?}: {lanes:?} outside {bounds:?}", abouts[at]);
        }
    }
}

/// Shares that would pass 1 together are drawn back to 1, none of them below what was printed for it.
#[test]
fn drawn_shares_of_a_list_sum_to_one_at_most() {
    let study = study(false);
    let (varying, mut rows) = (Varying::of(&study), Vec::new());
    let mut full = 0;
    for first in (0..80).step_by(LANES) {
        let block = varying.block(1, first, &mut rows);
        let stages = study.materials.iter().flat_map(|m| &m.stages);
        for list in stages.flat_map(|s| [&s.world, &s.europe]).flatten() {
            let mut total = [0.0; LANES];
            for share in list.suppliers.iter().map(|s| &s.share) {
                for (sum, drawn) in total.iter_mut().zip(block.read(share).0) {
                    assert!((share.low..=share.high).contains(&drawn), "{drawn} of {share:?}");
                    *sum += drawn;
                }
            }
            assert!(total.iter().all(|total| *total <= 1.0 + 1e-12), "{total:?}");
            full += total.iter().filter(|total| **total >= 1.0 - 1e-12).count();
        }
    }
    assert!(full > 1000, "{full} lists were drawn back");
}

/// Central differences of each fact of each stage, where the arithmetic of the difference itself does not blur it.
#[test]
fn slopes_are_those_of_central_differences() {
    let study = study(false);
    let value = Evaluation::new(&study, AsValue);
    let mut point: Vec<f64> = study.facts.iter().map(|fact| fact.value).collect();
    let mut compared = 0;
    for m in &study.materials {
        for s in m.stages.iter().filter(|s| value.stage(m, s).is_some()) {
            let about = About::StageRisk(m.material, s.stage);
            // Some of the many: governance alone is thirty facts a country.
            let facts = facts_of(&value, m, s);
            for fact in facts.iter().filter(|fact| fact.index % 29 == 0) {
                // Net exporters count as 0: no difference across that branch.
                if s.import_reliance.is_some_and(|ir| ir.index == fact.index && ir.value.abs() < 1e-3) {
                    continue;
                }
                let step = 1e-5;
                let mut moved = |by: f64| {
                    point[fact.index as usize] = fact.value + by;
                    let sr = value_at(&study, &point, &[about])[0].unwrap();
                    point[fact.index as usize] = fact.value;
                    sr
                };
                let difference = (moved(step) - moved(-step)) / (2.0 * step);
                let slope = readings::slopes(&study, &[about], fact.index)[0].unwrap().eps;
                assert!(
                    (difference - slope).abs() < 1e-7,
                    "{about:?}, fact {}: {slope} against {difference}",
                    fact.index
                );
                compared += 1;
            }
        }
    }
    assert!(compared > 300, "{compared} slopes compared");
}

#[test]
fn slopes_of_bounds_contain_every_slope_inside_the_box() {
    let study = study(false);
    let value = Evaluation::new(&study, AsValue);
    let mut compared = 0;
    for m in study.materials.iter().filter(|m| m.members.is_empty()) {
        let stages: Vec<&StageInputs> = m.stages.iter().filter(|s| value.stage(m, s).is_some()).collect();
        let about = About::SupplyRisk(m.material);
        for fact in stages.iter().flat_map(|s| facts_of(&value, m, s)).filter(|fact| fact.index % 61 == 0) {
            let within = readings::slopes_within(&study, &[about], fact.index)[0].unwrap();
            let slope = readings::slopes(&study, &[about], fact.index)[0].unwrap();
            assert!(within.re.contains(slope.re) && within.eps.contains(slope.eps), "{about:?}, fact {}", fact.index);
            let inside = point(&study, u64::from(fact.index));
            let elsewhere = Evaluation::new(&study, AsSlope { inner: At(&inside), index: fact.index });
            let slope = number(&elsewhere, about).unwrap();
            assert!(within.re.contains(slope.re) && within.eps.contains(slope.eps), "{about:?}, fact {}", fact.index);
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared} slopes compared");
}

/// More of a supplier (all else as it is), worse governance, a heavier trade parameter, less recycling and less
/// substitution never lower the risk of a stage, whatever the inputs are within their rounding.
#[test]
fn the_sign_of_every_slope_but_that_of_import_reliance_is_proved() {
    let study = study(true);
    let value = Evaluation::new(&study, AsValue);
    for m in study.materials.iter().filter(|m| m.members.is_empty()) {
        for s in m.stages.iter().filter(|s| value.stage(m, s).is_some()) {
            let slope =
                |fact: &Fact| readings::slopes_within(&study, &[About::StageRisk(m.material, s.stage)], fact.index);
            let eps = |fact: &Fact| slope(fact)[0].unwrap().eps;
            assert!(eps(&m.recycled.unwrap()).hi() <= 0.0, "recycling lowers the risk");
            assert!(eps(&m.si_sr.unwrap()).lo() >= 0.0, "substitution lowers the risk");
            let supplier = s.list(Side::Europe).or(s.list(Side::World)).unwrap().suppliers[0];
            assert!(eps(&supplier.share).lo() >= 0.0 && eps(&supplier.trade).lo() >= 0.0);
            if let Some(governance) = &study.governance[usize::from(supplier.country.0)] {
                assert!(eps(&governance.estimates[0]).hi() <= 0.0, "a better indicator lowers the risk");
            }
        }
    }
}
