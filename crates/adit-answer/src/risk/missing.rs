//! What is not known, and what follows from it, in plain English.

use adit_facts::study::Side;
use adit_facts::{Scope, Stage};
use adit_figure::number::{Reading, number};
use adit_model::risk::inputs::MaterialInputs;
use adit_model::risk::{About, MaterialRisk, Missing};

use super::MissingDocument;
use crate::asked::Asked;
use crate::names;

/// Everything that is missing for a material.
pub(super) fn documents(asked: &Asked, inputs: &MaterialInputs, risk: &MaterialRisk) -> Vec<MissingDocument> {
    if inputs.stages.is_empty() && inputs.members.is_empty() {
        let edition = &asked.options.edition;
        let id = &asked.words().material(risk.material).id;
        let says = format!("Of {edition} only the results are in the tables, not the inputs, so nothing is computed.");
        return vec![MissingDocument { input: format!("stage-results/{edition}/{id}"), says }];
    }
    risk.missing.iter().map(|missing| document(asked, risk, missing)).collect()
}

fn document(asked: &Asked, risk: &MaterialRisk, missing: &Missing) -> MissingDocument {
    let words = asked.words();
    let (edition, id) = (&asked.options.edition, &words.material(risk.material).id);
    let (input, says) = match missing {
        Missing::Scope(stage) => (format!("stage-results/{edition}/{id}/{stage}/scope"), scope(risk, *stage)),
        Missing::ImportReliance(stage) => (
            format!("import-reliance/{edition}/{id}/{stage}/ir"),
            format!(
                "No import reliance is published for {stage}, and the scope of that stage needs one: no supply risk."
            ),
        ),
        Missing::List(stage, side) => (
            format!("{}/{edition}/{id}/{stage}", side.table()),
            format!(
                "The study has no list of suppliers of {} for {stage}, and the scope of that stage needs it: no supply risk.",
                names::side(*side)
            ),
        ),
        Missing::Governance(country) => {
            let entry = words.country(*country);
            let says = format!(
                "The World Bank has no complete governance estimate for {} in {}: it adds nothing to the value, and 0 to 10 \
                 in the bounds.",
                entry.name,
                asked.years()
            );
            (format!("governance/{}", entry.id), says)
        }
        Missing::Recycling => (
            format!("recycling/{edition}/{id}/eol-rir"),
            "No end-of-life recycling input rate is published: no supply risk.".to_owned(),
        ),
        Missing::SubstitutionRisk => (
            format!("substitution/{edition}/{id}/si-sr"),
            "No substitution index of supply risk is published: no supply risk.".to_owned(),
        ),
        Missing::SubstitutionImportance => (
            format!("substitution/{edition}/{id}/si-ei"),
            "No substitution index of economic importance is published: it cannot be computed.".to_owned(),
        ),
        Missing::Uses => (
            format!("end-uses/{edition}/{id}"),
            "The study lists no uses with a sector: economic importance cannot be computed.".to_owned(),
        ),
        Missing::Member(member) => {
            let member = words.material(*member);
            let says = format!(
                "The supply risk of its member {} is not known, so the mean of the members is not known.",
                names::in_text(&member.name)
            );
            (format!("risk.sr/{}", member.id), says)
        }
    };
    MissingDocument { input, says }
}

/// The three readings of a stage without a scope; none is chosen.
fn scope(risk: &MaterialRisk, stage: Stage) -> String {
    let reading = |scope: Scope, name: &str| {
        let sr = risk.stages.iter().find(|s| s.stage == stage).and_then(|s| s.under(scope));
        let text = sr.map_or_else(
            || "unknown".to_owned(),
            |sr| number(&Reading::between(Some(sr.value), Some(sr.low), Some(sr.high), "index")),
        );
        format!("{text} by {name}")
    };
    format!(
        "No scope is published for {stage}. Its supply risk would be {}, {} or {}; none is chosen.",
        reading(Scope::Both, "world supply and EU sourcing together"),
        reading(Scope::Gs, "world supply alone"),
        reading(Scope::Eus, "EU sourcing alone"),
    )
}

/// Why a number of the study is not known.
pub(crate) fn of_number(asked: &Asked, about: About) -> String {
    let words = asked.words();
    let years = asked.years();
    let of = |material| {
        asked.assessed.position(material).map(|at| (&asked.study().materials[at], &asked.assessed.risks[at]))
    };
    let (material, concerns): (_, Option<Stage>) = match about {
        About::SupplyRisk(m) | About::Importance(m) | About::Use(m, _) => (m, None),
        About::StageRisk(m, s)
        | About::Concentration(m, s, _)
        | About::Term(m, s, ..)
        | About::ImportReliance(m, s) => (m, Some(s)),
        About::Governance(country) => {
            return format!("the World Bank has no complete estimate for {} in {years}", words.country(country).name);
        }
    };
    let Some((inputs, risk)) = of(material) else {
        return format!("{} does not assess it", asked.options.edition);
    };
    if let Some(stage) = concerns
        && !inputs.stages.iter().any(|s| s.stage == stage)
    {
        return format!("{} has no stage {stage} in {}", words.material(material).name, asked.options.edition);
    }
    match about {
        About::Concentration(_, stage, side) => no_list(stage, side),
        About::Term(_, stage, side, country) => {
            format!("{} is not in the list of {} for {stage}", words.country(country).name, names::side(side))
        }
        About::Use(_, line) => format!("its list of uses has no line {line} with a sector"),
        _ => {
            let all: Vec<String> = documents(asked, inputs, risk).into_iter().map(|missing| missing.says).collect();
            if all.is_empty() { "no input of it is known".to_owned() } else { all.join(" ") }
        }
    }
}

fn no_list(stage: Stage, side: Side) -> String {
    format!("the study has no list of {} for {stage}", names::side(side))
}
