//! The benchmarks towards which candidates count: consumption and what stands, by year, from the Chain room.

use adit_facts::chain::ChainStage;

use adit_number::Ranged;

use super::Gatherer;
use crate::chain::benchmarks::{self, AIMS, STAGES};
use crate::chain::consumption::Balance;
use crate::choose::portfolio::candidates::{Benchmark, Candidate};
use crate::choose::portfolio::rules::{CONSUMPTION, RECOVERY, STANDS};
use crate::workings::Input;

/// One for each entry of Annex I and stage to which an output of a candidate counts. What the candidates themselves
/// plan is taken out of what stands.
pub(super) fn of(gatherer: &mut Gatherer<'_>, candidates: &[Candidate], balance: Balance<'_>) -> Vec<Benchmark> {
    let words = gatherer.package.vocabulary();
    let gathered = benchmarks::gather(gatherer.package, &benchmarks::Options::default(), balance);
    let own: Vec<String> = candidates.iter().map(|candidate| candidate.id.clone()).collect();
    let without = without(gatherer, &own);
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
            let path = format!("{}/{stage}", entry.id);
            for year in gatherer.read.first..=gatherer.read.last {
                let Ok(year) = u16::try_from(year) else { continue };
                let Some(consumption) = entry.consumption_in(year) else { break };
                let share = entry.share(place, year, &own);
                let stands = share.as_ref().map(|share| share.tonnes.value);
                unknown |= stands.is_none();
                let id = format!("benchmark.{stage}/{}/{year}{without}", entry.id);
                let share = share.map(|share| (share.share.value, share.tonnes.value, id));
                write(gatherer, (&entry.id, &path, year), consumption.value, share);
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
            let input = recovery.and_then(|recovery| recovery.input.clone());
            let recovery = recovery.map_or(1.0, |recovery| recovery.number.value);
            let input = input.unwrap_or_else(|| whole(recovery));
            let label = format!("Part of a tonne of {} that reaches the processed form, {stage}", entry.id);
            let id = format!("choose.recovery/{}/{path}", gatherer.desk.portfolio);
            gatherer.desk.workings.number(id, label, Ranged::point(recovery), &RECOVERY, vec![input]);
            found.push(Benchmark { material: entry.id.clone(), counted, recovery, stage, aim, years });
        }
    }
    found
}

/// Years in which the figures of the Chain room open.
const OPENED: std::ops::RangeInclusive<u16> = 2015..=2040;

/// The words of a benchmark's id that leave the candidates out.
fn without(gatherer: &Gatherer<'_>, own: &[String]) -> String {
    let known = gatherer.package.projects();
    let mut ids: Vec<&String> = own.iter().filter(|id| known.iter().any(|project| project.id == **id)).collect();
    ids.sort();
    let words: Vec<String> = ids.into_iter().map(|id| format!("without={id}")).collect();
    if words.is_empty() { String::new() } else { format!("?{}", words.join("&")) }
}

/// Consumption in a year, and what stands in it without the candidates (share, tonnes and the id of the share).
fn write(
    gatherer: &mut Gatherer<'_>,
    (entry, path, year): (&str, &str, u16),
    consumption: f64,
    stands: Option<(f64, f64, String)>,
) {
    let opens = |id: String| OPENED.contains(&year).then_some(id);
    let portfolio = gatherer.desk.portfolio.clone();
    let workings = &mut *gatherer.desk.workings;
    let label = format!("The Union's consumption of {entry}, {year}");
    let id = opens(format!("benchmark.consumption/{entry}/{year}"));
    let used = Input::Stated { label: label.clone(), value: consumption, unit: "t/a", id };
    let id = format!("choose.consumption/{portfolio}/{entry}/{year}");
    let consumed = workings.number(id, label, Ranged::point(consumption), &CONSUMPTION, vec![used]);
    let label = format!("What stands of {path} without the candidates, {year}");
    let (tonnes, mut inputs) = if let Some((share, tonnes, id)) = stands {
        let label = format!("Share of {path} without the candidates, {year}");
        (tonnes, vec![Input::Stated { label, value: share, unit: "share", id: opens(id) }])
    } else {
        let label = "Not known: counted from nothing".to_owned();
        (0.0, vec![Input::Stated { label, value: 0.0, unit: "t/a", id: None }])
    };
    inputs.push(consumed.input());
    workings.number(format!("choose.stands/{portfolio}/{path}/{year}"), label, Ranged::point(tonnes), &STANDS, inputs);
}

/// All of it: no recovery is counted at this stage.
fn whole(recovery: f64) -> Input {
    Input::Stated { label: "Counted in the processed form already".to_owned(), value: recovery, unit: "t/t", id: None }
}
