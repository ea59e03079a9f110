//! Limits of what a coalition is worth, from the limits of everything that it is computed from.
//!
//! A value is a difference of two figures that rest on the same facts. Interval arithmetic takes them for independent
//! and is far too wide, so two more forms are computed and the common part of all is taken:
//!
//! ```text
//! v in v(x) + sum over facts of dv/dx_i (X) (X_i - x_i)            mean value form in the facts
//! v in sum over j of ds * dv/ds (S_j, X)                           all new tonnes grown from none to their whole, s = 0..1
//! ```
//!
//! The third looks at one thing that intervals do not see: the shares of a list are those of one supply (`summed.rs`).
//! The second holds because v is 0 without tonnes; it stays tight for a coalition that changes little. Facts that are
//! known within a wide range (EU supply, tonnes) are cut in two where that helps most, a few times over. Source: R. E.
//! Moore, R. B. Kearfott, M. J. Cloud (2009), Introduction to Interval Analysis, SIAM, chapters 6 (mean value form,
//! subdivision) and 9 (integrals), <https://doi.org/10.1137/1.9780898717716>.

use std::collections::HashSet;

use adit_number::{AsBounds, AsSlope, AsValue, Bounds, Fact, Ranged, Reading, Real, Slope};

use super::displacement::Displacement;
use super::game::Coalition;
use super::inputs::Inputs;
use super::offer::Offer;
use super::play::Play;
use super::question::Measure;
use super::read::Reader;
use crate::risk::concentration::LOWEST_TRADE;
use crate::risk::evaluate::RiskReading;

mod summed;

/// Pieces of the way from no tonnes to all.
const PIECES: u32 = 4;

/// No fact has it: a slope in nothing that is read.
const NO_FACT: u32 = u32::MAX;

/// Facts within narrower limits than their own.
#[derive(Clone, Copy)]
struct Within<'a> {
    cuts: &'a [Cut],
}

/// A fact's index and limits.
#[derive(Clone, Copy)]
struct Cut {
    index: u32,
    low: f64,
    high: f64,
}

impl Reading for Within<'_> {
    type Number = Bounds;

    fn read(&self, fact: &Fact) -> Bounds {
        let cut = self.cuts.iter().find(|cut| cut.index == fact.index);
        cut.map_or_else(|| AsBounds.read(fact), |cut| Bounds::new(cut.low, cut.high))
    }
}

impl RiskReading for Within<'_> {
    fn unknown_governance(&self) -> Bounds {
        AsBounds.unknown_governance()
    }
}

/// Every fact at its value; what is not known at all keeps its limits.
#[derive(Clone, Copy)]
struct AtTheValue;

impl Reading for AtTheValue {
    type Number = Bounds;

    fn read(&self, fact: &Fact) -> Bounds {
        Bounds::point(fact.value)
    }
}

impl RiskReading for AtTheValue {
    fn unknown_governance(&self) -> Bounds {
        AsBounds.unknown_governance()
    }
}

/// The value of each coalition with its limits by rounding of the official figures and the ranges of tonnes,
/// probabilities, use and demand; `None` where the value is unknown. Wide facts are cut `cuts` times.
pub fn within(inputs: &Inputs, how: Displacement, of: &[(Coalition, usize)]) -> Vec<Option<Ranged>> {
    let (values, bounds) = (Reader::new(inputs, AsValue, 1.0), Reader::new(inputs, AsBounds, 1.0));
    let limits = Limits { inputs, how, values: values.governance(), bounds: bounds.governance() };
    let value = values.play(how);
    let by_facts = limits.by_facts(of);
    of.iter()
        .zip(by_facts)
        .map(|(&(coalition, cuts), by_facts)| {
            let value = value.value(coalition)?;
            let found = limits.cut(coalition, cuts)?;
            let both = by_facts.and_then(|by_facts| by_facts.intersect(found)).unwrap_or(found);
            // Nothing is nothing, whatever its sign.
            Some(Ranged::new(value, both.lo() + 0.0, both.hi() + 0.0))
        })
        .collect()
}

struct Limits<'a> {
    inputs: &'a Inputs,
    how: Displacement,
    /// Governance of every country, as values.
    values: Vec<Option<f64>>,
    /// The same within its limits.
    bounds: Vec<Option<Bounds>>,
}

/// Numbers that do not move.
fn still<R: Real>(numbers: &[Option<R>]) -> Vec<Option<Slope<R>>> {
    numbers.iter().map(|number| number.map(|re| Slope { re, eps: R::exact(0.0) })).collect()
}

impl Limits<'_> {
    /// The mean value form in the facts.
    fn by_facts(&self, of: &[(Coalition, usize)]) -> Vec<Option<Bounds>> {
        let centre = Reader::new(self.inputs, AtTheValue, 1.0).play(self.how);
        let estimates = self.inputs.study.governance.iter().flatten().flat_map(|governance| &governance.estimates);
        let governance: HashSet<u32> = estimates.map(|estimate| estimate.index).collect();
        let mut limits: Vec<Option<Bounds>> = of.iter().map(|&(coalition, _)| centre.value(coalition)).collect();
        for fact in self.varying() {
            let reading = AsSlope { inner: AsBounds, index: fact.index };
            let of_governance = governance.contains(&fact.index);
            let reader = if of_governance {
                Reader::new(self.inputs, reading, 1.0)
            } else {
                Reader::with_governance(self.inputs, reading, still(&self.bounds))
            };
            let slopes = reader.play(self.how);
            let reach = Bounds::new(fact.low - fact.value, fact.high - fact.value);
            for (limits, &(coalition, _)) in limits.iter_mut().zip(of) {
                let slope = slopes.value(coalition).map(|number| number.eps);
                *limits = limits.zip(slope).map(|(limits, slope)| limits + slope * reach);
            }
        }
        limits
    }

    /// Limits over a box, cut where it helps most.
    fn cut(&self, coalition: Coalition, cuts: usize) -> Option<Bounds> {
        let weights = if cuts > 0 { self.weights(coalition) } else { Vec::new() };
        let whole: Vec<Cut> =
            weights.iter().map(|(fact, _)| Cut { index: fact.index, low: fact.low, high: fact.high }).collect();
        let first = self.over(coalition, &whole)?;
        let mut boxes = vec![(whole, first)];
        for round in 0..cuts {
            // The lowest end and the highest in turn: the box that reaches furthest is cut.
            let reach = |limits: &Bounds| if round % 2 == 0 { -limits.lo() } else { limits.hi() };
            let furthest = (0..boxes.len())
                .max_by(|&one, &other| reach(&boxes[one].1).total_cmp(&reach(&boxes[other].1)).then(other.cmp(&one)))?;
            let weight = |at: usize| (boxes[furthest].0[at].high - boxes[furthest].0[at].low) * weights[at].1;
            let widest = (0..weights.len()).max_by(|&one, &other| weight(one).total_cmp(&weight(other)));
            let Some(at) = widest.filter(|&at| weight(at) > 0.0) else { break };
            let (mut lower, limits) = boxes.swap_remove(furthest);
            let mut upper = lower.clone();
            let middle = f64::midpoint(lower[at].low, lower[at].high);
            (lower[at].high, upper[at].low) = (middle, middle);
            for half in [lower, upper] {
                let found = self.over(coalition, &half)?.intersect(limits).unwrap_or(limits);
                boxes.push((half, found));
            }
        }
        boxes.into_iter().map(|(_, limits)| limits).reduce(Bounds::hull)
    }

    /// Limits over one box.
    fn over(&self, coalition: Coalition, cuts: &[Cut]) -> Option<Bounds> {
        let reading = AsSlope { inner: Within { cuts }, index: NO_FACT };
        let play = Reader::with_governance(self.inputs, reading, still(&self.bounds)).play(self.how);
        let mut natural = play.value(coalition)?.re;
        if play.measure.is_capacity() {
            return Some(natural);
        }
        if play.measure == Measure::SupplyRisk {
            let reader = Reader::with_governance(self.inputs, Within { cuts }, self.bounds.clone());
            let summed = summed::value(&reader.play(self.how), coalition)?;
            natural = natural.intersect(summed).unwrap_or(natural);
        }
        if !self.starts_from_nothing() {
            return Some(natural);
        }
        let piece = 1.0 / f64::from(PIECES);
        let mut grown = Bounds::ZERO;
        for at in 0..PIECES {
            let part = Bounds::new(f64::from(at) * piece, f64::from(at + 1) * piece);
            let slope = scaled(&play, Slope { re: part, eps: Bounds::point(1.0) }).value(coalition)?.eps;
            grown = grown + slope * Bounds::point(piece);
        }
        Some(grown.intersect(natural).unwrap_or(natural))
    }

    /// Whether a value grows from 0 with the tonnes. A source of the Union that the study lists with another trade
    /// parameter than that of the Union jumps to it with the first tonne, as with `--add`.
    fn starts_from_nothing(&self) -> bool {
        let materials = self.inputs.games.iter().map(|game| &self.inputs.study.materials[game.at]);
        let suppliers =
            materials.flat_map(|m| &m.stages).flat_map(|stage| &stage.europe).flat_map(|list| &list.suppliers);
        let joins = |country| self.inputs.players.iter().any(|player| player.country == country);
        suppliers
            .filter(|s| self.inputs.study.in_eu[usize::from(s.country.0)] && joins(s.country))
            .all(|s| s.trade.value == LOWEST_TRADE)
    }

    /// The facts in tonnes and parts that vary, with how much the value can move with them.
    fn weights(&self, coalition: Coalition) -> Vec<(Fact, f64)> {
        let joining = coalition.players().flat_map(|at| &self.inputs.players[at].offers).flat_map(Offer::known);
        let of_materials = self.inputs.games.iter().flat_map(|game| game.facts.known());
        let known = joining.chain(of_materials).map(|known| known.fact);
        let facts: Vec<Fact> = known.filter(|fact| !fact.is_constant()).collect();
        facts
            .into_iter()
            .filter_map(|fact| {
                let slope = |at: f64| {
                    let cuts = [Cut { index: fact.index, low: at, high: at }];
                    let reading = AsSlope { inner: AtThePoint { cuts: &cuts }, index: fact.index };
                    let play = Reader::with_governance(self.inputs, reading, still(&self.values)).play(self.how);
                    play.value(coalition).map_or(0.0, |number| number.eps.abs())
                };
                let weight = slope(fact.low).max(slope(fact.value)).max(slope(fact.high));
                (weight > 0.0 && weight.is_finite()).then_some((fact, weight))
            })
            .collect()
    }

    /// The facts of the game that are not known exactly.
    fn varying(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        for game in &self.inputs.games {
            let m = &self.inputs.study.materials[game.at];
            facts.extend(m.recycled.iter().chain(&m.si_sr));
            for stage in &m.stages {
                facts.extend(&stage.import_reliance);
                let suppliers = [&stage.world, &stage.europe].into_iter().flatten().flat_map(|list| &list.suppliers);
                facts.extend(suppliers.flat_map(|s| [s.share, s.trade]));
            }
        }
        facts.extend(self.inputs.study.governance.iter().flatten().flat_map(|governance| &governance.estimates));
        facts.extend(self.inputs.known().map(|known| known.fact));
        facts.retain(|fact| !fact.is_constant());
        facts.sort_by_key(|fact| fact.index);
        facts.dedup_by_key(|fact| fact.index);
        facts
    }
}

/// Every fact at its value, but for those that are cut.
#[derive(Clone, Copy)]
struct AtThePoint<'a> {
    cuts: &'a [Cut],
}

impl Reading for AtThePoint<'_> {
    type Number = f64;

    fn read(&self, fact: &Fact) -> f64 {
        self.cuts.iter().find(|cut| cut.index == fact.index).map_or(fact.value, |cut| cut.low)
    }
}

impl RiskReading for AtThePoint<'_> {}

/// The game with a part of all new tonnes.
fn scaled(play: &Play<Slope<Bounds>>, part: Slope<Bounds>) -> Play<Slope<Bounds>> {
    let mut play = play.clone();
    let stages = play.materials.iter_mut().flat_map(|material| &mut material.offers);
    for offer in stages.flat_map(|(_, offers)| offers) {
        offer.tonnes = offer.tonnes * part;
    }
    play
}
