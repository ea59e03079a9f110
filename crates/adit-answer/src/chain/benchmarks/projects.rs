//! Which projects carry which benchmark, and which single failure loses it.

use std::collections::BTreeMap;

use adit_model::chain::benchmarks::{EntryModel, Failure, STAGES};
use adit_model::chain::pipeline::Plan;
use adit_number::Ranged;

use super::build::Asked;
use super::{BenchmarkProject, CarriesDocument};
use crate::chain::opened::{finite, with_query};

/// The projects of the Union with what they carry, those that carry most of any benchmark first.
pub(super) fn projects(asked: &Asked<'_>, lost: &[Failure]) -> Vec<BenchmarkProject> {
    let mut carries: BTreeMap<&str, Vec<CarriesDocument>> = BTreeMap::new();
    let mut probability: BTreeMap<&str, f64> = BTreeMap::new();
    for entry in &asked.gathered.entries {
        for (at, stage) in STAGES.iter().enumerate() {
            for step in &entry.stages[at].steps {
                for plan in &step.plans {
                    let carried = carried(asked, entry, at, stage.id(), &step.names.path, plan);
                    carries.entry(&plan.project).or_default().push(carried);
                    probability.insert(&plan.project, plan.probability.number.value);
                }
            }
        }
    }
    let capacities = asked.package.project_capacities();
    let in_union = |country| asked.package.vocabulary().country(country).in_eu27();
    let mut found: Vec<BenchmarkProject> = asked
        .package
        .projects()
        .into_iter()
        .filter(|project| in_union(project.country))
        .map(|project| {
            let rows = || capacities.iter().filter(|row| row.project == project.id);
            let mut regions: Vec<String> = rows().filter_map(|row| row.nuts2.clone()).collect();
            regions.sort();
            regions.dedup();
            let missing = rows()
                .filter_map(|row| {
                    let name = &asked.package.vocabulary().material(row.material).name;
                    let of = format!("{}, {}", name.to_lowercase(), row.stage);
                    match (row.contained, row.start) {
                        (None, _) => Some(format!("tonnes of {of}")),
                        (Some(_), None) => Some(format!("start of {of}")),
                        _ => None,
                    }
                })
                .collect();
            let assumed = asked.package.assumption(&format!("probability/{}", project.status));
            BenchmarkProject {
                country: asked.package.vocabulary().country(project.country).id.clone(),
                probability: probability
                    .get(project.id.as_str())
                    .copied()
                    .or(assumed.map(|assumed| assumed.value.number.value))
                    .unwrap_or_default(),
                carries: carries.remove(project.id.as_str()).unwrap_or_default(),
                single_failure: lost
                    .iter()
                    .filter(|failure| failure.project == project.id)
                    .map(|failure| format!("{}/{}", failure.material, failure.measure))
                    .collect(),
                regions,
                missing,
                name: project.name,
                status: project.status,
                id: project.id,
            }
        })
        .collect();
    let largest =
        |project: &BenchmarkProject| project.carries.iter().filter_map(|carried| carried.share).fold(0.0, f64::max);
    found.sort_by(|a, b| largest(b).total_cmp(&largest(a)).then_with(|| a.id.cmp(&b.id)));
    found
}

fn carried(
    asked: &Asked<'_>,
    entry: &EntryModel,
    at: usize,
    measure: &str,
    path: &str,
    plan: &Plan,
) -> CarriesDocument {
    let failed = asked.without().contains(&plan.project);
    let counted = if failed { Ranged::point(0.0) } else { plan.counted(asked.year) };
    let recovery = entry.stages[at].recovery.as_ref().map_or(Ranged::point(1.0), |recovery| recovery.number);
    let share = entry.consumption_in(asked.year).map(|used| counted * recovery / used);
    let id = format!("benchmark.counted/{}/{path}/{}", plan.project, asked.year);
    CarriesDocument {
        material: entry.id.clone(),
        measure: measure.to_owned(),
        capacity_t: Some(plan.tonnes.value),
        counted_t: Some(counted.value),
        counted_low: finite(counted.low()),
        counted_high: finite(counted.high()),
        share: share.map(|share| share.value),
        share_low: share.and_then(|share| finite(share.low())),
        share_high: share.and_then(|share| finite(share.high())),
        start: plan.start,
        why: (!failed).then(|| with_query(&id, &asked.query)),
    }
}
