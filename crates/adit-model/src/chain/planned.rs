//! From the facts of a project to its plan at one step, with the assumptions that its status and stage call for.

use adit_facts::chain::{ChainStage, ProjectCapacityFacts, ProjectFacts};
use adit_facts::{Material, Package};
use adit_number::Ranged;

use super::consumption::quality_error;
use super::pipeline::{Assumed, Plan};
use crate::workings::{Input, ranged};

/// What a project plans at one step; `None` without a stated tonnage.
pub fn plan(package: &Package, project: &ProjectFacts, row: &ProjectCapacityFacts) -> Option<Plan> {
    let fact = row.contained?;
    let known = |number: Ranged| Assumed { number, input: None };
    let stated = |fact| Assumed { number: ranged(&fact), input: Some(Input::Fact(fact)) };
    let running = project.status == "operating";
    let delay = if running { None } else { assumed(package, &format!("delay-years/{}", project.status)) };
    Some(Plan {
        project: project.id.clone(),
        name: project.name.clone(),
        promoter: project.promoter.clone().unwrap_or_else(|| project.id.clone()),
        tonnes: within_confidence(package, ranged(&fact), row.confidence.as_deref()),
        fact,
        start: row.start,
        probability: row
            .probability
            .map(stated)
            .or_else(|| assumed(package, &format!("probability/{}", project.status)))
            .unwrap_or_else(|| known(Ranged::new(0.0, 0.0, 1.0))),
        delay: delay.unwrap_or_else(|| known(Ranged::point(0.0))),
        ramp: row
            .ramp
            .map(stated)
            .or_else(|| assumed(package, &format!("ramp-years/{}", row.stage)))
            .unwrap_or_else(|| known(Ranged::point(0.0))),
    })
}

/// Output over capacity of a project at a stage, as stated or assumed for the stage.
pub fn utilisation(package: &Package, row: &ProjectCapacityFacts) -> Option<Assumed> {
    let stated = row.utilisation.map(|fact| Assumed { number: ranged(&fact), input: Some(Input::Fact(fact)) });
    stated.or_else(|| assumed(package, &format!("utilisation/{}", row.stage)))
}

/// Recovery from extraction to the processed form, a fraction; the assumption where no source has it.
pub fn recovery(package: &Package, material: Material) -> Option<Assumed> {
    let Some(found) = package.recovery(material, ChainStage::Extraction, ChainStage::Processing) else {
        return assumed(package, "recovery/default");
    };
    let value = ranged(&found.recovery);
    let low = found.low.map_or(value.low(), |datum| datum.number.value);
    let high = found.high.map_or(value.high(), |datum| datum.number.value);
    Some(Assumed { number: Ranged::new(value.value, low, high), input: Some(Input::Fact(found.recovery)) })
}

/// An assumption with its range.
pub fn assumed(package: &Package, id: &str) -> Option<Assumed> {
    package.assumption(id).map(|assumption| Assumed {
        number: Ranged::new(assumption.value.number.value, assumption.low, assumption.high),
        input: Some(Input::Fact(assumption.value)),
    })
}

/// The range of a stated tonnage by how sure its transcription is: quality class 2, 3 or 4.
pub fn within_confidence(package: &Package, tonnes: Ranged, confidence: Option<&str>) -> Ranged {
    let class = match confidence {
        Some("high") => 2,
        Some("medium") => 3,
        _ => 4,
    };
    let (error, _) = quality_error(package, class);
    Ranged::new(tonnes.value, tonnes.low() * (1.0 - error), tonnes.high() * (1.0 + error))
}
