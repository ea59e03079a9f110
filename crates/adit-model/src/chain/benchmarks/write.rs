//! The derivations of the benchmarks: the same numbers, each written down with its rule and inputs.

use adit_facts::Package;
use adit_number::{Ranged, Rule};

use super::overall::overall;
use super::rules::{BY_TONNES, EXTRACTION, MEDIAN, PROCESSING, RECYCLING, RECYCLING_PROXY, STEP};
use super::{Basis, EntryModel, STAGES, ShareBasis, StageModel, StepModel};
use crate::chain::consumption;
use crate::workings::{Input, Worked, Workings};

/// Writes every figure of a year down; ids `benchmark.extraction/lithium/2030` and so on.
pub fn write(package: &Package, entries: &[EntryModel], year: u16, without: &[String], workings: &mut Workings) {
    for entry in entries {
        if let Some(consumption) = &entry.consumption {
            consumption::in_year(package, entry.entry.material, consumption, year, workings);
        }
        for stage in 0..STAGES.len() {
            share(package, entry, stage, year, without, workings);
        }
    }
    overall_figures(entries, year, without, workings);
}

fn name(package: &Package, entry: &EntryModel) -> String {
    package.vocabulary().material(entry.entry.material).name.to_lowercase()
}

fn share(
    package: &Package,
    entry: &EntryModel,
    at: usize,
    year: u16,
    without: &[String],
    workings: &mut Workings,
) -> Option<Worked> {
    let stage = &entry.stages[at];
    // What a project brings is known also where the share is not.
    let steps = steps(stage, year, without, workings);
    let found = entry.share(at, year, without)?;
    let mut inputs: Vec<Input> = Vec::new();
    let rule: &'static Rule = match (found.basis, at) {
        (ShareBasis::RecyclingRate, _) => {
            inputs.extend(stage.proxy.map(Input::Fact));
            &RECYCLING_PROXY
        }
        (ShareBasis::Of(_), 0) => &EXTRACTION,
        (ShareBasis::Of(_), 1) => &PROCESSING,
        (ShareBasis::Of(_), _) => &RECYCLING,
    };
    inputs.extend(steps.iter().map(Worked::input));
    inputs.extend(stage.recovery.as_ref().and_then(|recovery| recovery.input.clone()));
    if found.basis != ShareBasis::Of(Basis::Zero) {
        inputs.push(Input::Number(format!("benchmark.consumption/{}/{year}", entry.id)));
    }
    let label = format!("{} of {} over consumption, {year}", capitalised(STAGES[at].id()), name(package, entry));
    let id = format!("benchmark.{}/{}/{year}", STAGES[at].id(), entry.id);
    let written = workings.number(id, label, found.share, rule, inputs);
    if found.basis == ShareBasis::Of(Basis::Output) {
        workings.note(&written, "Only output or a part of the capacities is known: a lower bound.");
    }
    Some(written)
}

fn steps(stage: &StageModel, year: u16, without: &[String], workings: &mut Workings) -> Vec<Worked> {
    stage.steps.iter().filter_map(|step| self::step(step, year, without, workings)).collect()
}

fn step(step: &StepModel, year: u16, without: &[String], workings: &mut Workings) -> Option<Worked> {
    let mut inputs: Vec<Input> = step.existing.iter().map(|(now, _)| now.input()).collect();
    for plan in step.plans.iter().filter(|plan| !without.contains(&plan.project)) {
        inputs.push(plan.written(&step.names.path, &step.names.words, year, workings).input());
    }
    if let Some(host) = &step.host {
        inputs.extend(self::step(&host.step, year, without, workings).map(|written| written.input()));
        inputs.extend(host.content.input.clone());
    }
    let (capacity, _) = step.capacity(year, without)?;
    let id = format!("benchmark.step/{}/{year}", step.names.path);
    let label = format!("Capacity at the end of {year}, {}", step.names.words);
    Some(workings.number(id, label, capacity, &STEP, inputs))
}

fn overall_figures(entries: &[EntryModel], year: u16, without: &[String], workings: &mut Workings) {
    for (at, (stage, found)) in STAGES.iter().zip(overall(entries, year, without)).enumerate() {
        let known = entries.iter().filter(|entry| entry.share(at, year, without).is_some());
        let shares: Vec<Input> =
            known.map(|entry| Input::Number(format!("benchmark.{stage}/{}/{year}", entry.id))).collect();
        if let Some(by_tonnes) = found.by_tonnes {
            let id = format!("benchmark.overall/by-tonnes/{stage}/{year}");
            let label = format!("{stage} by tonnes, all known, {year}");
            workings.number(id, capitalised(&label), by_tonnes, &BY_TONNES, shares.clone());
        }
        if let Some(median) = found.median {
            let id = format!("benchmark.overall/median/{stage}/{year}");
            let label = format!("{stage}, median, {year}");
            workings.number(id, capitalised(&label), Ranged::point(median), &MEDIAN, shares);
        }
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
