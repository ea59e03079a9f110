//! Single changes that give a target, as a document.

use adit_facts::{Scope, Stage};
use adit_model::risk::explain;
use adit_model::risk::explain::Answer;

use super::{ExplainAnswer, ExplainDocument};
use crate::asked::Asked;
use crate::error::AnswerError;
use crate::inputs::named;
use crate::names;
use crate::question::unreadable;
use crate::session::FORMAT;

const NOTE: &str = "Each line changes one input and leaves everything else as it is. A change that gives the target is a \
     candidate to look at, never evidence that the input is wrong.";

/// The answer for a stage of the material at a position in the study.
pub(crate) fn answer(asked: &Asked, at: usize, stage: Stage, target: f64) -> Result<ExplainAnswer, AnswerError> {
    if !(target.is_finite() && target >= 0.0) {
        return Err(unreadable("target", &target.to_string(), "a supply risk is a number from 0: 1.9"));
    }
    let (inputs, risk) = (&asked.study().materials[at], &asked.assessed.risks[at]);
    let entry = asked.words().material(risk.material);
    let position = inputs.stages.iter().position(|s| s.stage == stage);
    let position = position.ok_or_else(|| no_stage(asked, at, stage))?;
    if !inputs.members.is_empty() {
        return Err(AnswerError::WhatIf(adit_model::risk::what_if::WhatIfError::Group));
    }
    let (s, inputs) = (&risk.stages[position], &inputs.stages[position]);
    let scope = inputs.scope.ok_or_else(|| AnswerError::Unreadable {
        name: "scope".to_owned(),
        says: format!("no scope is published for {} of {}", stage, names::in_text(&entry.name)),
        hint: "name one: both, gs or eus".to_owned(),
    })?;
    let found = explain(asked.study(), at, position, scope, target);
    Ok(ExplainAnswer {
        format: FORMAT,
        edition: asked.options.edition.clone(),
        governance: asked.years(),
        material: entry.id.clone(),
        name: entry.name.clone(),
        stage: stage.id().to_owned(),
        scope: Scope::id(scope).to_owned(),
        computed: s.sr.map(|sr| sr.value),
        published: s.published.map(|published| published.datum.number.value),
        target,
        note: NOTE.to_owned(),
        answers: found.iter().map(|answer| document(asked, answer)).collect(),
    })
}

fn no_stage(asked: &Asked, at: usize, stage: Stage) -> AnswerError {
    let inputs = &asked.study().materials[at];
    let there: Vec<String> = inputs.stages.iter().map(|s| s.stage.id().to_owned()).collect();
    AnswerError::NoStage {
        edition: asked.options.edition.clone(),
        material: asked.words().material(inputs.material).id.clone(),
        stage: stage.id().to_owned(),
        hint: if there.is_empty() {
            "it has none".to_owned()
        } else {
            format!("it has {}", names::listed(&there, "and"))
        },
    }
}

fn document(asked: &Asked, answer: &Answer) -> ExplainDocument {
    let named = named(asked, &answer.movable);
    let fact = answer.movable.fact.map(|index| &asked.study().facts[index as usize]);
    ExplainDocument {
        input: named.input,
        label: named.label,
        unit: named.unit.to_owned(),
        now: answer.movable.now,
        needs: answer.needs,
        relative_change: answer.relative_change(),
        within_rounding: fact.map(|fact| (fact.low..=fact.high).contains(&answer.needs)),
        why: named.why,
    }
}
