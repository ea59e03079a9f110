//! The benchmarks towards which candidates count: consumption and what stands, by year, from the Chain room.

use adit_facts::chain::ChainStage;

use super::Gatherer;
use crate::chain::benchmarks::{self, AIMS, STAGES};
use crate::chain::consumption::Balance;
use crate::choose::portfolio::candidates::{Benchmark, Candidate};

/// One for each entry of Annex I and stage to which an output of a candidate counts. What the candidates themselves
/// plan is taken out of what stands.
pub(super) fn of(gatherer: &mut Gatherer<'_>, candidates: &[Candidate], balance: Balance<'_>) -> Vec<Benchmark> {
    let words = gatherer.package.vocabulary();
    let gathered = benchmarks::gather(gatherer.package, &benchmarks::Options::default(), balance);
    let own: Vec<String> = candidates.iter().map(|candidate| candidate.id.clone()).collect();
    let mut found = Vec::new();
    for entry in &gathered.entries {
        for (place, (stage, aim)) in STAGES.into_iter().zip(AIMS).enumerate() {
            let steps: Vec<_> = entry.entry.of(stage).collect();
            let counted: Vec<String> = steps
                .iter()
                .flat_map(|step| &step.materials)
                .map(|material| words.material(*material).id.clone())
                .collect();
            let counts = |candidate: &Candidate| {
                candidate.union
                    && candidate
                        .outputs
                        .iter()
                        .any(|output| output.stage == stage && counted.contains(&output.material))
            };
            if !candidates.iter().any(counts) {
                continue;
            }
            if steps.len() > 1 {
                let says = "several steps decide together, which a sum over projects cannot say; no points are counted";
                gatherer.missing.push(format!("{}, {stage}: {says}", entry.id));
                continue;
            }
            let mut years = Vec::new();
            let mut unknown = false;
            for year in gatherer.read.first..=gatherer.read.last {
                let Ok(year) = u16::try_from(year) else { continue };
                let Some(consumption) = entry.consumption_in(year) else { break };
                let stands = entry.share(place, year, &own).map(|share| share.tonnes.value);
                unknown |= stands.is_none();
                years.push((consumption.value, stands.unwrap_or(0.0)));
            }
            if years.is_empty() {
                gatherer
                    .missing
                    .push(format!("{}, {stage}: consumption is not known; no points are counted", entry.id));
                continue;
            }
            if unknown {
                let says = "what stands today is not known; points are counted from nothing";
                gatherer.missing.push(format!("{}, {stage}: {says}", entry.id));
            }
            let recovery = entry.stages[place].recovery.as_ref().filter(|_| stage == ChainStage::Extraction);
            let recovery = recovery.map_or(1.0, |recovery| recovery.number.value);
            found.push(Benchmark { material: entry.id.clone(), counted, recovery, stage, aim, years });
        }
    }
    found
}
