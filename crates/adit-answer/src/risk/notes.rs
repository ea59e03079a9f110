//! What a reader must know to read the figures of a material rightly, in plain English.

use adit_facts::study::Side;
use adit_facts::vocabulary::MaterialEntry;
use adit_facts::{Scope, Vocabulary};
use adit_figure::number::{Reading, bounds, number};
use adit_model::risk::inputs::{ListInputs, MaterialInputs, StageInputs};
use adit_model::risk::list_rule::{EI_THRESHOLD, SR_THRESHOLD};
use adit_model::risk::{MaterialRisk, StageRisk};

use crate::asked::Asked;
use crate::conflicts;
use crate::names;

/// Ids of the members of a group that are strategic while the group as such is not.
pub(super) fn strategic_members(words: &Vocabulary, entry: &MaterialEntry) -> Vec<String> {
    if entry.strategic.is_some() {
        return Vec::new();
    }
    let members = entry.members.iter().map(|m| words.material(*m));
    members.filter(|member| member.strategic.is_some()).map(|member| member.id.clone()).collect()
}

/// The notes on a material.
pub(super) fn of_material(asked: &Asked, inputs: &MaterialInputs, risk: &MaterialRisk) -> Vec<String> {
    let mut notes = Vec::new();
    notes.extend(law(asked, risk));
    notes.extend(verdict(inputs, risk));
    if let Some((stage, false)) = risk.deciding {
        notes.push(format!(
            "Its supply risk is that of {stage}, the higher stage; within the bounds another stage could be the higher one."
        ));
    }
    notes.extend(conflicts::of_material(&asked.package, &asked.options.edition, risk.material));
    notes
}

/// Where it stands in the law.
fn law(asked: &Asked, risk: &MaterialRisk) -> Vec<String> {
    let words = asked.words();
    let entry = words.material(risk.material);
    let mut notes = Vec::new();
    if let Some(listing) = &entry.strategic {
        if let Some(grade) = &listing.grade {
            notes
                .push(format!("Strategic in one grade only: {grade}. The study assesses the material, not the grade."));
        }
        if let Some(group) = &listing.through {
            notes.push(format!("Strategic through its group, {}.", group_name(words, group)));
        }
    }
    let members = strategic_members(words, entry);
    if !members.is_empty() {
        let all: Vec<String> = members.iter().map(|id| group_name(words, id)).collect();
        let says = format!(
            "The group as such is not strategic; {} of its members are: {}.",
            members.len(),
            names::listed(&all, "and")
        );
        notes.push(says);
    }
    if let Some(listing) = &entry.listed {
        if let Some(group) = &listing.through {
            notes.push(format!(
                "On the list of critical raw materials through its group, {}.",
                group_name(words, group)
            ));
        }
        if let Some(grade) = &listing.grade {
            notes.push(format!("On the list of critical raw materials in one grade only: {grade}."));
        }
    }
    notes
}

fn group_name(words: &Vocabulary, id: &str) -> String {
    words.find_material(id).map_or_else(|| id.to_owned(), |m| names::material(words, m))
}

/// Where it stands against the rule of the list.
fn verdict(inputs: &MaterialInputs, risk: &MaterialRisk) -> Vec<String> {
    let mut notes = Vec::new();
    if risk.ei.is_none() && inputs.ei_as_published.is_some() {
        notes.push(
            "Economic importance is the published figure: the tables of the study do not suffice to compute it."
                .to_owned(),
        );
    }
    match risk.meets {
        Some(verdict) if risk.strategic && !verdict.holds => {
            notes.push(
                "It is critical because it is strategic; its figures alone do not meet both thresholds.".to_owned(),
            );
        }
        Some(verdict) if !verdict.certain => {
            let across = crossed(inputs, risk);
            notes.push(format!("Whether both thresholds are met is not certain: {across}."));
        }
        _ => {}
    }
    notes
}

/// Which bounds reach across which threshold.
fn crossed(inputs: &MaterialInputs, risk: &MaterialRisk) -> String {
    let across = |low: f64, high: f64, threshold: f64| low < threshold && threshold <= high;
    let text = |value, low, high| bounds(&Reading::between(Some(value), Some(low), Some(high), "index"));
    let mut said = Vec::new();
    if let Some(sr) = risk.sr.filter(|sr| across(sr.low, sr.high, SR_THRESHOLD)) {
        said.push(format!(
            "the bounds of supply risk, {}, reach across {SR_THRESHOLD:.1}",
            text(sr.value, sr.low, sr.high)
        ));
    }
    let computed = risk.ei.map(|ei| (ei.value, ei.low, ei.high));
    let ei = computed.or_else(|| inputs.ei_as_published.map(|fact| (fact.value, fact.low, fact.high)));
    if let Some((value, low, high)) = ei.filter(|ei| across(ei.1, ei.2, EI_THRESHOLD)) {
        let says =
            format!("the bounds of economic importance, {}, reach across {EI_THRESHOLD:.1}", text(value, low, high));
        said.push(says);
    }
    names::listed(&said, "and")
}

/// The note on a stage, if there is anything to say.
pub(super) fn of_stage(asked: &Asked, m: &MaterialInputs, inputs: &StageInputs, s: &StageRisk) -> Option<String> {
    let mut said = Vec::new();
    if !m.members.is_empty() {
        said.push(
            "The mean of the members at this stage; the group's own figure is the mean of its members' higher stages."
                .to_owned(),
        );
    }
    said.extend(official_blindness(asked, inputs, s));
    if let Some(ir) = s.ir_published.filter(|ir| *ir < 0.0) {
        let shown = number(&Reading::plain(Some(ir), "share"));
        said.push(format!(
            "Published import reliance is {shown}: a net exporter, which counts as 0, so that only EU sourcing counts."
        ));
    }
    for side in [Side::World, Side::Europe] {
        said.extend(inputs.list(side).and_then(|list| shares(side, list)));
    }
    (!said.is_empty()).then(|| said.join(" "))
}

/// A change of EU sourcing under a scope that does not see EU sourcing (rules §1.9).
fn official_blindness(asked: &Asked, inputs: &StageInputs, s: &StageRisk) -> Option<String> {
    let question = &asked.question;
    let here = question.stage.is_none_or(|stage| stage == inputs.stage);
    if s.scope != Some(Scope::Gs) || !here || question.add.is_empty() {
        return None;
    }
    let beside = match s.under(Scope::Eus) {
        Some(b) => {
            let shown = number(&Reading::between(Some(b.value), Some(b.low), Some(b.high), "index"));
            format!("By EU sourcing alone the supply risk would be {shown}.")
        }
        None => "The study publishes no EU sourcing of this stage, so there is no other reading to lay beside it."
            .to_owned(),
    };
    Some(format!(
        "The official measure cannot see this: the scope of this stage is global supply only, so EU sourcing does not enter \
         it. {beside}"
    ))
}

/// Lists that pass the whole, or miss some of it.
fn shares(side: Side, list: &ListInputs) -> Option<String> {
    let percent = |share| number(&Reading::plain(Some(share), "share"));
    let (total, missing) = (list.total(), list.missing_share());
    if list.suppliers.iter().map(|s| s.share.low).sum::<f64>() > 1.0 {
        Some(format!("The shares of {} sum to {}, more than their rounding allows.", names::side(side), percent(total)))
    } else if missing > 0.005 {
        Some(format!(
            "The list of {} lacks {} of the whole; the bounds hold it, from many small suppliers to one bad one.",
            names::side(side),
            percent(missing)
        ))
    } else {
        None
    }
}
