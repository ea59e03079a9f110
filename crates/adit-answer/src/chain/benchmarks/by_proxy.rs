//! The three overall figures of the proxies used elsewhere, from the proxies of the materials themselves.

use adit_model::chain::benchmarks::{AIMS, Overall, median};
use adit_number::Ranged;

use super::{BenchmarkMaterial, SharesDocument};

/// The overall figures of each stage: weighted by the consumption of each material, the median, and the number met.
pub(super) fn overall(materials: &[BenchmarkMaterial]) -> [Overall; 3] {
    std::array::from_fn(|stage| of_stage(materials, stage))
}

fn of_stage(materials: &[BenchmarkMaterial], stage: usize) -> Overall {
    let mut found = Overall::default();
    let mut values = Vec::new();
    let (mut tonnes, mut consumption, mut large) = (0.0, 0.0, 0.0);
    for material in materials {
        let taken = |of: &SharesDocument| [of.extraction, of.processing, of.recycling][stage];
        let Some(value) = [material.extraction, material.processing, material.recycling][stage] else { continue };
        let low = taken(&material.low).unwrap_or(value);
        let high = taken(&material.high).unwrap_or(f64::INFINITY);
        values.push(value);
        found.known += 1;
        found.met += usize::from(value >= AIMS[stage]);
        found.certainly_met += usize::from(low >= AIMS[stage]);
        found.open += usize::from(low < AIMS[stage] && high >= AIMS[stage]);
        if let Some(used) = material.consumption_t {
            tonnes += value * used;
            consumption += used;
            if matches!(material.id.as_str(), "aluminium" | "copper") {
                large += used;
            }
        }
    }
    if consumption > 0.0 {
        found.by_tonnes = Some(Ranged::point(tonnes / consumption));
        found.aluminium_copper = Some(large / consumption);
    }
    found.median = median(&mut values);
    found
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use adit_facts::Package;

    use super::{median, overall};
    use crate::chain::benchmarks::BenchmarksAnswer;
    use crate::chain::question::BenchmarksQuestion;
    use crate::session::Session;

    fn answer(definition: &str) -> BenchmarksAnswer {
        let session = Session::new(Arc::new(Package::embedded().unwrap()), None);
        session.benchmarks(&BenchmarksQuestion::from_pairs([("definition", definition)]).unwrap()).unwrap()
    }

    #[test]
    fn the_overall_figures_of_the_proxies_are_those_of_their_materials() {
        let found = answer("proxy");
        let known: Vec<f64> = found.materials.iter().filter_map(|material| material.extraction).collect();
        assert!(!known.is_empty());
        assert_eq!(found.overall.known.extraction, known.len());
        assert_eq!(found.overall.met.extraction, known.iter().filter(|share| **share >= 0.1).count());
        assert_eq!(found.overall.median.extraction, median(&mut known.clone()));
        assert_ne!(found.overall, answer("act").overall);
    }

    #[test]
    fn by_tonnes_weighs_by_consumption() {
        let mut two: Vec<_> = answer("act").materials.into_iter().take(2).collect();
        (two[0].extraction, two[0].consumption_t) = (Some(0.5), Some(1.0));
        (two[1].extraction, two[1].consumption_t) = (Some(0.1), Some(3.0));
        let share = overall(&two)[0].by_tonnes.unwrap().value;
        assert!((share - 0.2).abs() < 1e-12);
    }
}
