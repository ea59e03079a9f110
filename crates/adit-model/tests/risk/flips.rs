//! Flips against a fine scan that shares nothing with the search: the inputs of the study are moved by hand and the
//! whole material is computed anew.

use std::fmt::Write;
use std::sync::LazyLock;

use adit_facts::study::Side;
use adit_facts::{Amount, Change, Changes, Scope};
use adit_model::risk::flips::{Flips, all_flips, flips};
use adit_model::risk::inputs::{GovernanceInputs, MaterialInputs, StageInputs, SupplierInputs, UseInputs};
use adit_model::risk::moved::{Input, Movable};
use adit_model::risk::{Study, gather};

use crate::facts::{PACKAGE, STUDY, assessed, id, material, only};

/// The flips of every material.
static ALL: LazyLock<Vec<Flips>> = LazyLock::new(|| all_flips(&STUDY));

/// One input of one material of the study at a value of its own.
struct Moved<'a> {
    movable: &'a Movable,
    x: f64,
}

impl Moved<'_> {
    fn is(&self, at: usize, input: Input) -> bool {
        at == self.movable.of && input == self.movable.input
    }

    fn or(&self, at: usize, input: Input, value: f64) -> f64 {
        if self.is(at, input) { self.x } else { value }
    }

    /// Supply risk and economic importance of a material, or the means of a group's members, over plain numbers.
    fn figures(&self, m: &MaterialInputs) -> Option<(f64, f64)> {
        let alone = STUDY.materials.iter().position(|of| of.material == m.material)?;
        let parts = if m.members.is_empty() { vec![alone] } else { m.members.clone() };
        let mean = |figure: &dyn Fn(usize) -> Option<f64>| {
            let sum: Option<f64> = parts.iter().map(|&at| figure(at)).sum();
            sum.map(|sum| sum / parts.len() as f64)
        };
        let published = m.ei_as_published.map(|fact| fact.value);
        Some((mean(&|at| self.supply_risk(at))?, mean(&|at| self.importance(at)).or(published)?))
    }

    fn supply_risk(&self, at: usize) -> Option<f64> {
        let m = &STUDY.materials[at];
        let kept = 1.0 - self.or(at, Input::Recycling, m.recycled?.value);
        let substitution = self.or(at, Input::SubstitutionRisk, m.si_sr?.value);
        let stages = m.stages.iter().filter_map(|s| {
            let hhi = |side| self.hhi(at, s, side);
            let ir = s.import_reliance.map(|ir| self.or(at, Input::ImportReliance(s.stage), ir.value).max(0.0));
            let hhi = match s.scope? {
                Scope::Both => hhi(Side::World)? * ir? / 2.0 + hhi(Side::Europe)? * (1.0 - ir? / 2.0),
                Scope::Gs => hhi(Side::World)?,
                Scope::Eus => hhi(Side::Europe)?,
            };
            Some(hhi * kept * substitution)
        });
        stages.reduce(f64::max)
    }

    /// The others make room: what the moved share takes, they lose in proportion, so that the list keeps its total.
    fn hhi(&self, at: usize, s: &StageInputs, side: Side) -> Option<f64> {
        let suppliers = &s.list(side)?.suppliers;
        let share = |supplier: &SupplierInputs| Input::Share(s.stage, side, supplier.country);
        let total: f64 = suppliers.iter().map(|s| s.share.value).sum();
        let now = suppliers.iter().find(|s| self.is(at, share(s))).map(|s| s.share.value);
        let room = now.map_or(1.0, |now| (total - self.x) / (total - now));
        let term = |supplier: &SupplierInputs| {
            let share = self.or(at, share(supplier), supplier.share.value * room);
            let trade = self.or(at, Input::Trade(s.stage, side, supplier.country), supplier.trade.value);
            let governed = self.movable.input == Input::Governance(supplier.country);
            share * share * trade * if governed { self.x } else { GOVERNANCE[usize::from(supplier.country.0)] }
        };
        Some(suppliers.iter().map(term).sum())
    }

    fn importance(&self, at: usize) -> Option<f64> {
        let m = &STUDY.materials[at];
        if m.uses.is_empty() {
            return None;
        }
        let part = |u: &UseInputs| self.or(at, Input::Use(u.line), u.share.value) * u.value_added.value;
        let uses: f64 = m.uses.iter().map(part).sum();
        Some(
            self.or(at, Input::SubstitutionImportance, m.si_ei?.value) * uses * 10.0 / STUDY.largest_value_added?.value,
        )
    }
}

/// Governance of every country by hand, 0 where the World Bank has none.
static GOVERNANCE: LazyLock<Vec<f64>> = LazyLock::new(|| {
    let scaled = |inputs: &GovernanceInputs| {
        let mean = inputs.estimates.iter().map(|e| e.value).sum::<f64>() / inputs.estimates.len() as f64;
        (10.0 * (2.5 - mean) / 5.0).clamp(0.0, 10.0)
    };
    STUDY.governance.iter().map(|inputs| inputs.as_ref().map_or(0.0, scaled)).collect()
});

/// How far the figures are above the thresholds of Art. 4(2): not negative where they are met.
fn margin(m: &MaterialInputs, movable: &Movable, x: f64) -> f64 {
    Moved { movable, x }.figures(m).map_or(f64::NAN, |(sr, ei)| (sr - 1.0).min(ei - 2.8))
}

/// Every input of the answer once, with its flips in ascending order.
fn by_input(answer: &Flips) -> Vec<(Movable, Vec<(f64, bool)>)> {
    let mut inputs: Vec<(Movable, Vec<(f64, bool)>)> =
        answer.proved_none.iter().map(|none| (*none, Vec::new())).collect();
    for flip in &answer.flips {
        match inputs.iter_mut().find(|(movable, _)| *movable == flip.movable) {
            Some((_, found)) => found.push((flip.at, flip.enters)),
            None => inputs.push((flip.movable, vec![(flip.at, flip.enters)])),
        }
    }
    for (_, found) in &mut inputs {
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    inputs
}

/// Silver and arsenic lie on the threshold; the platinum metals are a group.
#[test]
fn flips_are_those_of_a_fine_scan() {
    let mut with_two = 0;
    for (name, steps) in [("silver", 500), ("arsenic", 4000), ("pgm", 4000)] {
        let m = STUDY.materials.iter().find(|m| m.material == material(name)).unwrap();
        for (movable, found) in by_input(&flips(&STUDY, material(name))) {
            let (low, high) = (movable.low, movable.high);
            let at = |step: u32| low + (high - low) * f64::from(step) / f64::from(steps);
            let margins: Vec<f64> = (0..=steps).map(|step| margin(m, &movable, at(step))).collect();
            let scanned: Vec<f64> = (0..steps)
                .filter(|&step| (margins[step as usize] >= 0.0) != (margins[step as usize + 1] >= 0.0))
                .map(|step| at(step) + (high - low) * 0.5 / f64::from(steps))
                .collect();
            assert_eq!(found.len(), scanned.len(), "{name} {movable:?}: {found:?} against {scanned:?}");
            for ((flip, _), scan) in found.iter().zip(&scanned) {
                assert!(
                    (flip - scan).abs() <= (high - low) / f64::from(steps),
                    "{name} {movable:?}: {flip} against {scan}"
                );
            }
            with_two += usize::from(found.len() > 1);
        }
    }
    assert!(with_two > 0, "some input flips twice among these materials");
}

/// On one side of every flip of every material the thresholds are met, on the other they are not, and `enters` says so.
#[test]
fn every_flip_really_flips() {
    let mut count = 0;
    for (m, answer) in STUDY.materials.iter().zip(ALL.iter()) {
        for flip in &answer.flips {
            let step = (flip.movable.high - flip.movable.low) * 1e-7;
            let away = if flip.at >= flip.movable.now { step } else { -step };
            let inside = |x: f64| x.clamp(flip.movable.low, flip.movable.high);
            let before = margin(m, &flip.movable, inside(flip.at - away));
            let beyond = margin(m, &flip.movable, inside(flip.at + away));
            assert_eq!((before >= 0.0, beyond >= 0.0), (!flip.enters, flip.enters), "{} {flip:?}", id(m.material));
            count += 1;
        }
    }
    assert!(count > 500, "{count} flips");
}

#[test]
fn absence_holds_at_both_ends_and_between() {
    for (m, answer) in STUDY.materials.iter().zip(ALL.iter()) {
        for none in &answer.proved_none {
            for part in [0.0, 0.003, 0.1, 0.37, 0.5, 0.81, 0.999, 1.0] {
                let x = none.low + (none.high - none.low) * part;
                let met = margin(m, none, x) >= 0.0;
                assert_eq!(Some(met), answer.met, "{} {none:?} at {x}", id(m.material));
            }
        }
    }
}

#[test]
fn flips_stand_nearest_first() {
    for answer in ALL.iter() {
        let distances: Vec<f64> =
            answer.flips.iter().map(|flip| flip.relative_change().map_or(f64::INFINITY, f64::abs)).collect();
        assert!(distances.is_sorted(), "{distances:?}");
    }
}

#[test]
fn a_list_s_only_supplier_has_nobody_to_make_room_for() {
    let mut alone = 0;
    for (at, m) in STUDY.materials.iter().enumerate().filter(|(_, m)| m.members.is_empty()) {
        let answer = flips(&STUDY, m.material);
        let asked: Vec<Movable> = by_input(&answer).into_iter().map(|(movable, _)| movable).collect();
        for s in &m.stages {
            for side in [Side::World, Side::Europe] {
                let Some(list) = s.list(side) else { continue };
                for supplier in &list.suppliers {
                    let input = Input::Share(s.stage, side, supplier.country);
                    let is_asked = asked.iter().any(|movable| movable.of == at && movable.input == input);
                    let is_alone = list.suppliers.len() == 1;
                    assert!(answer.met.is_none() || is_asked != is_alone, "{} {input:?}", id(m.material));
                    alone += usize::from(is_alone);
                }
            }
        }
    }
    assert!(alone > 0);
}

#[test]
fn a_strategic_material_flips_by_the_thresholds_alone() {
    let answer = flips(&STUDY, material("copper"));
    assert_eq!(answer.met, Some(false), "copper is on the list because it is strategic, not by the thresholds");
    assert!(!answer.flips.is_empty());
}

#[test]
fn an_unknown_figure_has_no_flips_and_no_proofs() {
    let answer = flips(&STUDY, material("xenon"));
    assert_eq!(answer.met, None);
    assert!(answer.flips.is_empty() && answer.proved_none.is_empty());
}

/// All pairs of material and input. A change of data or of method shows here.
#[test]
fn pairs_flips_and_proofs() {
    let answers = &*ALL;
    let known = answers.iter().filter(|answer| answer.met.is_some()).count();
    let inputs: Vec<(Movable, Vec<(f64, bool)>)> = answers.iter().flat_map(by_input).collect();
    let with = |count: usize| inputs.iter().filter(|(_, found)| found.len() == count).count();
    let mut text = String::new();
    writeln!(text, "materials and groups with figures: {known} of {}", answers.len()).unwrap();
    writeln!(text, "pairs of material and input: {}", inputs.len()).unwrap();
    writeln!(text, "proved none: {}", with(0)).unwrap();
    writeln!(text, "with one flip: {}", with(1)).unwrap();
    writeln!(text, "with two flips: {}", with(2)).unwrap();
    writeln!(text, "with more: {}", inputs.iter().filter(|(_, found)| found.len() > 2).count()).unwrap();
    writeln!(text, "flips: {}", answers.iter().map(|answer| answer.flips.len()).sum::<usize>()).unwrap();
    insta::assert_snapshot!(text);
}

/// Magnesium with its substitution index scaled so that its supply risk would be `sr` if nothing was recycled.
fn magnesium_with(sr: f64) -> Study {
    let now = STUDY.materials.iter().find(|m| m.material == material("magnesium")).unwrap();
    let (kept, si) = (1.0 - now.recycled.unwrap().value, now.si_sr.unwrap().value);
    let unrecycled = assessed("magnesium", &only("magnesium"), &Changes::default()).sr.unwrap().value / kept;
    let index = Change::set("substitution/ec-2023/magnesium/si-sr", Amount::Exact(si * sr / unrecycled));
    gather(&PACKAGE, &only("magnesium"), &Changes { name: None, changes: vec![index] })
}

#[test]
fn a_flip_at_the_very_end_of_a_range_is_found() {
    let study = magnesium_with(1.0 + 1e-7);
    let answer = flips(&study, material("magnesium"));
    assert_eq!(answer.met, Some(false));
    let found: Vec<_> = answer.flips.iter().filter(|flip| flip.movable.input == Input::Recycling).collect();
    assert!(found.len() == 1 && (found[0].at - 1e-7).abs() < 1e-12 && found[0].enters, "{found:?}");
    let beyond = flips(&magnesium_with(1.0 - 1e-7), material("magnesium"));
    assert!(beyond.proved_none.iter().any(|none| none.input == Input::Recycling));
}

/// On the threshold to the last bit the inputs that do not enter the figure are decided too, and at once: the search would
/// otherwise split their whole range.
#[test]
fn a_figure_on_the_threshold_itself_is_decided() {
    let recycled =
        STUDY.materials.iter().find(|m| m.material == material("magnesium")).unwrap().recycled.unwrap().value;
    let study = magnesium_with(1.0 / (1.0 - recycled));
    let answer = flips(&study, material("magnesium"));
    assert_eq!(by_input(&answer).len(), by_input(&flips(&STUDY, material("magnesium"))).len());
    // Recycling leaves the list, or enters it, right where it is.
    let at: Vec<f64> = answer.flips.iter().filter(|f| f.movable.input == Input::Recycling).map(|f| f.at).collect();
    assert!(at.len() == 1 && (at[0] - recycled).abs() < 1e-12, "{at:?}");
}
