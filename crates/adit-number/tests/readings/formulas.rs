//! Formulas to try the readings on: every operation, alone and nested, with branches.

use adit_number::{
    AsBounds, AsDraws, AsReason, AsSlope, AsValue, Bounds, Fact, Lanes, Reading, Real, Rule, Slope, Subject, Tape,
    Transcendental,
};
use proptest::prelude::*;

use crate::stage_risk::{Stage, stage_risk};

pub static SUPPLY_RISK: Rule = Rule {
    id: "supply-risk",
    says: "The supply risk of a material is that of its worse stage.",
    formula: "max(SR_E, SR_P)",
    unit: "index",
    source: "Regulation (EU) 2024/1252, Annex II",
};

/// A formula over a list of facts that can be read in every way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Formula {
    /// The supply-risk shape, two stages of a few suppliers.
    SupplyRisk,
    /// Nested branches on numbers, one of them with a division on the side that may not be taken.
    Branches,
    /// Subtraction, negation and division by what is never zero, inputs of both signs.
    Signs,
    /// Weights outside 0..1 and parts of what may be negative.
    MixedParts,
    /// `exp`, `ln`, powers and roots of what is positive.
    Curves,
}

pub const ALL: [Formula; 5] =
    [Formula::SupplyRisk, Formula::Branches, Formula::Signs, Formula::MixedParts, Formula::Curves];

const STAGES: [Stage; 2] = [Stage { first: 0, world: 2, europe: 3 }, Stage { first: 19, world: 1, europe: 2 }];

impl Formula {
    /// The range of each input.
    pub fn ranges(self) -> Vec<(f64, f64)> {
        match self {
            Formula::SupplyRisk => STAGES.map(Stage::ranges).concat(),
            Formula::Branches | Formula::Signs | Formula::MixedParts => vec![(-3.0, 4.0); 4],
            Formula::Curves => vec![(0.001, 6.0); 4],
        }
    }

    pub fn read<R: Reading<Number: Transcendental>>(self, reading: &R, facts: &[Fact]) -> R::Number {
        let input = |at: usize| reading.read(&facts[at]);
        match self {
            Formula::SupplyRisk => supply_risk(reading, facts, STAGES),
            Formula::Branches => branches(input(0), input(1), input(2), input(3)),
            Formula::Signs => signs(input(0), input(1), input(2), input(3)),
            Formula::MixedParts => mixed_parts(input(0), input(1), input(2), input(3)),
            Formula::Curves => curves(input(0), input(1), input(2), input(3)),
        }
    }

    pub fn value(self, facts: &[Fact]) -> f64 {
        self.read(&AsValue, facts)
    }

    pub fn bounds(self, facts: &[Fact]) -> Bounds {
        self.read(&AsBounds, facts)
    }

    pub fn slope(self, facts: &[Fact], index: u32) -> Slope<f64> {
        self.read(&AsSlope { inner: AsValue, index }, facts)
    }

    pub fn slope_bounds(self, facts: &[Fact], index: u32) -> Slope<Bounds> {
        self.read(&AsSlope { inner: AsBounds, index }, facts)
    }

    pub fn traced_value(self, facts: &[Fact]) -> f64 {
        self.read(&AsReason { tape: &Tape::new() }, facts).value()
    }

    pub fn draws<const N: usize>(self, facts: &[Fact], samples: &[[f64; N]]) -> Lanes<N> {
        self.read(&AsDraws { samples }, facts)
    }
}

pub fn supply_risk<R: Reading>(reading: &R, facts: &[Fact], stages: [Stage; 2]) -> R::Number {
    let [extraction, processing] = stages.map(|stage| stage_risk(reading, facts, stage));
    extraction.larger(processing).by(&SUPPLY_RISK, Subject::NONE)
}

fn branches<R: Real>(a: R, b: R, c: R, d: R) -> R {
    let (zero, one) = (R::exact(0.0), R::exact(1.0));
    let divisor = R::choose(a.at_least(one), a, one);
    let inverse = R::choose(a.at_least(one), c / divisor, c.square());
    let stepped = R::choose(inverse.at_least(b), inverse + b, R::choose(b.at_least(zero), b * d, d - one));
    stepped.smaller(R::exact(6.0)).larger(-c)
}

fn signs<R: Real>(a: R, b: R, c: R, d: R) -> R {
    let safe = b.square() + R::exact(0.5);
    (a * b - c * d) / safe - -(a.square() / (R::exact(-7.0) - c.square())) * d
}

fn mixed_parts<R: Real>(a: R, b: R, c: R, d: R) -> R {
    a.mix(b, c) * R::exact(0.3) + c.part_of(d) - d.square().part_of(a.square() + R::exact(0.01)).mix(a, d.part_of(b))
}

fn curves<R: Transcendental>(a: R, b: R, c: R, d: R) -> R {
    let growth = (a - b).exp();
    growth.ln() + c.powf(1.7) * d.powf(-0.4) - (a * c + growth).sqrt() + (b + R::exact(0.2)).powf(0.0)
}

/// Where in its range a box lies, how wide it is, and where in the box the value is; each 0..1.
#[derive(Clone, Copy, Debug)]
struct Place {
    at: f64,
    width: f64,
    inside: f64,
}

/// Facts whose limits are random boxes inside the ranges: from points over rounding-sized boxes to the whole range.
pub fn facts(formula: Formula) -> impl Strategy<Value = Vec<Fact>> {
    let ranges = formula.ranges();
    let widths = prop_oneof![Just(0.0), 0.0..1e-9, 0.0..0.05, 0.0..1.0];
    let place = (0.0..=1.0, widths, 0.0..=1.0).prop_map(|(at, width, inside)| Place { at, width, inside });
    proptest::collection::vec(place, ranges.len()).prop_map(move |places| {
        let boxes = ranges.iter().zip(places);
        (0..).zip(boxes).map(|(index, (range, place))| fact(index, *range, place)).collect()
    })
}

fn fact(index: u32, (from, to): (f64, f64), place: Place) -> Fact {
    let low = from + (to - from) * place.at * (1.0 - place.width);
    let high = (low + (to - from) * place.width).min(to).max(low);
    let value = (low + (high - low) * place.inside).clamp(low, high);
    Fact { index, key: u64::from(index) + 1000, value, low, high, sd: 0.0 }
}

/// Any of the formulas with facts for it.
pub fn cases() -> impl Strategy<Value = (Formula, Vec<Fact>)> {
    proptest::sample::select(ALL.to_vec()).prop_flat_map(|formula| (Just(formula), facts(formula)))
}

/// The same facts with other values inside their limits.
pub fn moved(facts: &[Fact], inside: &[f64]) -> Vec<Fact> {
    let value = |(fact, inside): (&Fact, &f64)| Fact {
        value: (fact.low + (fact.high - fact.low) * inside).clamp(fact.low, fact.high),
        ..*fact
    };
    facts.iter().zip(inside.iter().cycle()).map(value).collect()
}
