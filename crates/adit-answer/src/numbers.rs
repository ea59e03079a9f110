//! Bounds of any number of a study, by what it is about.
//!
//! Figures of materials and stages are those of the assessment, with the shares that lists lack; terms, governance and
//! uses have none, so theirs are the bounds by rounding (and governance error, if asked for).

use adit_facts::study::Side;
use adit_model::risk::{About, Bounded, MaterialRisk, Study, readings};

/// Lowest and highest value of numbers of a study; `None` where a number is not known.
pub(crate) fn bounds(study: &Study, risks: &[MaterialRisk], of: &[About]) -> Vec<Option<(f64, f64)>> {
    let by_rounding = readings::bounds(study, of);
    let ends = |(about, rounding): (&About, Option<adit_number::Bounds>)| {
        assessed(risks, *about).or_else(|| rounding.map(|bounds| (bounds.lo(), bounds.hi())))
    };
    of.iter().zip(by_rounding).map(ends).collect()
}

fn assessed(risks: &[MaterialRisk], about: About) -> Option<(f64, f64)> {
    let ends = |bounded: Option<Bounded>| bounded.map(|b| (b.low, b.high));
    let risk = |material| risks.iter().find(|risk| risk.material == material);
    let stage = |material, stage| risk(material)?.stages.iter().find(|of| of.stage == stage);
    match about {
        About::SupplyRisk(m) => ends(risk(m)?.sr),
        About::StageRisk(m, s) => ends(stage(m, s)?.sr),
        About::Concentration(m, s, Side::World) => ends(stage(m, s)?.hhi_gs),
        About::Concentration(m, s, Side::Europe) => ends(stage(m, s)?.hhi_eus),
        About::ImportReliance(m, s) => ends(stage(m, s)?.ir),
        About::Importance(m) => ends(risk(m)?.ei),
        About::Term(..) | About::Governance(_) | About::Use(..) => None,
    }
}
