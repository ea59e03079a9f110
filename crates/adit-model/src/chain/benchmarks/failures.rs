//! Which projects carry a benchmark, and which single failure loses it.

use std::collections::BTreeSet;

use super::{AIMS, EntryModel, STAGES};

/// A benchmark that is met with a project and would be missed without it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Failure {
    /// The project.
    pub project: String,
    /// The entry, by its material.
    pub material: String,
    /// The benchmark: a stage.
    pub measure: &'static str,
}

/// All single failures in a year, beside the projects that are left out already.
pub fn failures(entries: &[EntryModel], year: u16, without: &[String]) -> Vec<Failure> {
    let mut found = BTreeSet::new();
    for entry in entries {
        for (stage, aim) in AIMS.iter().enumerate() {
            let met = |left_out: &[String]| entry.share(stage, year, left_out).is_some_and(|s| s.share.value >= *aim);
            if !met(without) {
                continue;
            }
            let plans = entry.stages[stage].steps.iter().flat_map(|step| &step.plans);
            let projects: BTreeSet<&String> =
                plans.map(|plan| &plan.project).filter(|project| !without.contains(project)).collect();
            for project in projects {
                let mut fewer = without.to_vec();
                fewer.push(project.clone());
                if !met(&fewer) {
                    let (material, measure) = (entry.id.clone(), STAGES[stage].id());
                    found.insert(Failure { project: project.clone(), material, measure });
                }
            }
        }
    }
    found.into_iter().collect()
}
