//! What must be said beside the benchmarks, and what is not known.

use adit_model::chain::benchmarks::{EntryModel, STAGES, Share};

use super::build::Asked;

/// What holds for all figures.
pub(super) fn notes(asked: &Asked<'_>) -> Vec<String> {
    let gathered = asked.gathered;
    let mut notes = vec![
        "Article 5(1) is an aim of the Commission and the Member States for 2030; no region or company can breach it."
            .to_owned(),
        format!(
            "Existing capacity and output are those of {} or of the year that each fact names; plans count by start, delay, \
             ramp-up and probability, which are assumptions with ranges (adit facts assumptions).",
            gathered.now
        ),
        "Where only output, or a part of the plants, is known the figure is a lower bound and its upper end is open."
            .to_owned(),
        "Battery and metallurgy grades are in no public table: the element stands for them.".to_owned(),
        "Plants in Norway, Iceland, the United Kingdom, Serbia or Ukraine are not capacity of the Union.".to_owned(),
    ];
    if !gathered.to_look_up.is_empty() {
        notes.push(format!(
            "{} figures stand on somebody's memory and are left out until they are looked up; they are named under \
             to_look_up in the JSON.",
            gathered.to_look_up.len()
        ));
    }
    if !gathered.without_tonnes.is_empty() {
        notes.push(format!(
            "{} projects in the Union publish no tonnage that we found and count nothing: {}.",
            gathered.without_tonnes.len(),
            gathered.without_tonnes.join(", ")
        ));
    }
    if !asked.without().is_empty() {
        notes.push(format!("Without {}, as asked.", asked.without().join(", ")));
    }
    notes
}

/// What is not known of one entry.
pub(super) fn missing(asked: &Asked<'_>, entry: &EntryModel, shares: &[Option<Share>; 3]) -> Vec<String> {
    let mut missing = Vec::new();
    match &entry.consumption {
        None => missing.push("consumption of the Union: no route leads to it".to_owned()),
        Some(found) if !found.without.is_empty() => {
            let words = asked.package.vocabulary();
            let names: Vec<String> = found.without.iter().map(|m| words.material(*m).name.to_lowercase()).collect();
            missing.push(format!("consumption of {}", names.join(", ")));
        }
        Some(_) => {}
    }
    for (at, stage) in STAGES.iter().enumerate() {
        let steps = &entry.stages[at].steps;
        let unknown = steps.iter().filter(|step| step.existing.is_none());
        if shares[at].is_none() && entry.consumption.is_some() || steps.iter().any(|step| step.existing.is_none()) {
            let names: Vec<&str> = unknown.map(|step| step.names.words.as_str()).collect();
            missing.push(match names.as_slice() {
                [] => format!("{stage}: what the Union can make"),
                names => format!("what stands in the Union: {}", names.join("; ")),
            });
        }
    }
    missing
}
