//! What must be said beside the figures of a case.

use adit_facts::outlook::cases::Moves;

use super::compiled::{Compiled, Source};
use super::results::CapacityBasis;

/// Art. 5 and secondary supply are two things.
pub const CAPACITY_NOT_SUPPLY: &str = "Art. 5 of Regulation (EU) 2024/1252 measures recycling capacity against the \
Union's consumption of the whole material, not secondary supply and not one use: the 25 % line is of this case's \
consumption.";

/// What must be said of the whole case.
pub(super) fn of_case(compiled: &Compiled<'_>) -> Vec<String> {
    let mut notes = vec![
        "All figures of the case are estimates for the Union (EU27).".to_owned(),
        CAPACITY_NOT_SUPPLY.to_owned(),
        "Old scrap is served before manufacturing scrap where capacity is short, so secondary supply from old scrap is \
         the most that capacity allows; recyclers often prefer the cleaner manufacturing scrap."
            .to_owned(),
    ];
    let model = compiled.model;
    for (facts, plan) in model.segments.iter().zip(&compiled.segments) {
        let Source::Track(track, between) = &compiled.series[plan.driver].source else { continue };
        let first = between.first().map_or(0.0, |between| model.tracks[*track].points[between.at].value);
        if facts.by_stock && first > 0.0 {
            notes.push(format!(
                "{}: the stock of {} ({first} {}) counts as new in that year, as its age is not known.",
                facts.name, model.facts.first_year, model.facts.product_unit
            ));
        }
    }
    notes
}

/// A case cannot consume more than the Union.
pub(super) fn more_than_the_union(name: &str, most: f64) -> String {
    format!(
        "Consumption of {} in this case reaches {most:.1} times that of the whole Union by the benchmarks: the two rest on \
         sources that contradict each other, and the change in supply risk is to be read with care.",
        name.to_lowercase()
    )
}

/// What must be said of a material.
pub(super) fn of_material(compiled: &Compiled<'_>, at: usize) -> Vec<String> {
    let model = &compiled.model.materials[compiled.materials[at]];
    let name = model.name.to_lowercase();
    let capacity = &compiled.capacities[at];
    let moved = |moves: Moves| compiled.moved.iter().any(|moved| moved.moves == moves);
    let mut notes = Vec::new();
    match capacity.basis {
        None => {
            notes.push(format!(
                "Recycling capacity of the Union for {name} is not known: secondary supply is limited by the feed alone."
            ));
            if moved(Moves::CapacityTimes) || moved(Moves::CapacityDelay) {
                notes.push(format!("The capacity of {name} is not known, so the levers of capacity do not move it."));
            }
        }
        Some(CapacityBasis::AtLeast) => notes.push(format!(
            "Of recycling capacity for {name} only a part is known (output, or some projects): at least this much, and \
             the upper end is open. It limits nothing; secondary supply is limited by the feed alone."
        )),
        Some(CapacityBasis::Zero) => {
            notes.push(format!("No recycling capacity of the Union for {name} stands or is planned."));
        }
        Some(CapacityBasis::Chain) => notes.push(format!(
            "Recycling capacity for {name} is that of the plants and projects of the Chain room, as in `adit benchmarks`; \
             it serves all uses of the material, not this case alone."
        )),
        Some(CapacityBasis::Case) => notes.push(format!(
            "Recycling capacity for {name} is stated by the case: the Chain room knows no plants that state a capacity."
        )),
    }
    if !capacity.shared_by.is_empty() {
        notes.push(format!(
            "Capacity is known for the group that {name} belongs to; it is shared out in proportion to what would come \
             back of each material of the group in this case."
        ));
    }
    if capacity.own.is_some() && moved(Moves::CapacityDelay) {
        notes.push(format!(
            "Capacity for {name} is stated by year, not by project: it comes later from the base year on."
        ));
    }
    notes
}
