//! Limits of what a coalition is worth, from the limits of everything that it is computed from.
//!
//! A coalition's value is a difference of two figures that rest on the same facts. Interval arithmetic takes them for
//! independent and is far too wide; the mean value form is not: `v(X)` lies in `v(x) + sum of v'_i(X) (X_i - x_i)`, with
//! the slopes v' bounded over the whole box X. Both hold, so their common part is taken. Source: R. E. Moore, R. B.
//! Kearfott, M. J. Cloud (2009), Introduction to Interval Analysis, SIAM, section 6.4,
//! <https://doi.org/10.1137/1.9780898717716>.

use adit_number::{AsBounds, AsSlope, AsValue, Bounds, Fact, Ranged, Reading};

use super::displacement::Displacement;
use super::game::Coalition;
use super::inputs::Inputs;
use super::read::Reader;
use crate::risk::evaluate::RiskReading;

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

/// The values of coalitions with their limits by rounding of the official figures and the ranges of tonnes,
/// probabilities and use; `None` where the value is unknown. `demand` as in [`Reader::new`].
pub fn within(inputs: &Inputs, how: Displacement, demand: f64, of: &[Coalition]) -> Vec<Option<Ranged>> {
    let value = Reader::new(inputs, AsValue, demand).play(how);
    let natural = Reader::new(inputs, AsBounds, demand).play(how);
    let centre = Reader::new(inputs, AtTheValue, demand).play(how);
    let mut limits: Vec<Option<Bounds>> = of.iter().map(|&coalition| centre.value(coalition)).collect();
    for fact in varying(inputs) {
        let reading = AsSlope { inner: AsBounds, index: fact.index };
        let slopes = Reader::new(inputs, reading, demand).play(how);
        let reach = Bounds::new(fact.low - fact.value, fact.high - fact.value);
        for (limits, &coalition) in limits.iter_mut().zip(of) {
            let slope = slopes.value(coalition).map(|number| number.eps);
            *limits = limits.zip(slope).map(|(limits, slope)| limits + slope * reach);
        }
    }
    of.iter()
        .zip(limits)
        .map(|(&coalition, mean_value)| {
            let (value, natural) = (value.value(coalition)?, natural.value(coalition)?);
            let both = mean_value.and_then(|limits| limits.intersect(natural)).unwrap_or(natural);
            Some(Ranged::new(value, both.lo(), both.hi()))
        })
        .collect()
}

/// The facts of the game that are not known exactly.
fn varying(inputs: &Inputs) -> Vec<Fact> {
    let mut facts = Vec::new();
    for game in &inputs.games {
        let m = &inputs.study.materials[game.at];
        facts.extend(m.recycled.iter().chain(&m.si_sr));
        for stage in &m.stages {
            facts.extend(&stage.import_reliance);
            let suppliers = [&stage.world, &stage.europe].into_iter().flatten().flat_map(|list| &list.suppliers);
            facts.extend(suppliers.flat_map(|s| [s.share, s.trade]));
        }
    }
    facts.extend(inputs.study.governance.iter().flatten().flat_map(|governance| &governance.estimates));
    facts.extend(inputs.known().map(|known| known.fact));
    facts.retain(|fact| !fact.is_constant());
    facts.sort_by_key(|fact| fact.index);
    facts.dedup_by_key(|fact| fact.index);
    facts
}
