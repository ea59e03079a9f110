//! From a material's chain to the document.

use std::collections::BTreeMap;

use adit_facts::{Material, Package, Stage};
use adit_model::chain::balance::{Partner, StageBalance as Balance};
use adit_model::chain::flows::{ChainBalance, Node, Who, chain, years};
use adit_model::chain::reconcile::Standing;
use adit_model::chain::region::{KNOWN_STAGES, Presence, presences};
use adit_model::chain::union_chain::ChainFlow;
use adit_model::workings::{Worked, Workings};
use adit_solve::Solvers;

use super::{ChainAnswer, ChainLink, ChainNode, ChainRegion, PartnerFlow, ReconciledFlow, StageBalance};
use crate::chain::FigureDocument;
use crate::chain::benchmarks::build::partner;
use crate::chain::opened::finite;
use crate::error::AnswerError;
use crate::session::FORMAT;

/// Normalised residuals above this name figures that cannot all be true.
const SUSPICIOUS: f64 = 1.96;

/// The chain of a material in a year, with how its numbers came about.
pub(crate) fn of(package: &Package, material: Material, year: u16) -> Result<(ChainBalance, Workings), AnswerError> {
    let mut workings = Workings::default();
    let found = chain(package, material, year, &Solvers, &mut workings)?;
    Ok((found, workings))
}

/// The year that is shown unless another is asked for: the latest with trade and production, else the latest of all.
pub(crate) fn latest(package: &Package, material: Material) -> Option<u16> {
    let traded = package.trade().years();
    let made: Vec<u16> = Stage::ALL.into_iter().flat_map(|stage| package.production_years(material, stage)).collect();
    let all = years(package, material);
    let both = all.iter().rev().find(|year| traded.contains(year) && made.contains(year));
    both.or(all.last()).copied()
}

/// The document.
pub(crate) fn answer(package: &Package, found: &ChainBalance) -> ChainAnswer {
    let words = package.vocabulary();
    let entry = words.material(found.material);
    let all = presences(package);
    let regions = regions(package, found.material, &all);
    let missing_links = missing_links(package, found.material, &all);
    let mut missing: Vec<String> = Vec::new();
    for stage in &found.stages {
        missing.extend(stage.missing.iter().map(|what| format!("{}: {what}", stage.stage)));
    }
    let mut notes = found.notes.clone();
    notes.extend(found.union.notes.iter().cloned());
    for set in &found.union.conflicts {
        let names: Vec<&str> = set.iter().map(|step| step.name()).collect();
        notes.push(format!("These figures cannot all be true: {}.", names.join("; ")));
    }
    let mut answer = ChainAnswer {
        format: FORMAT,
        material: entry.id.clone(),
        name: entry.name.clone(),
        year: found.year,
        years: found.years.clone(),
        form: found.form.clone().unwrap_or_else(|| "contained tonnes".to_owned()),
        says: String::new(),
        nodes: found.nodes.iter().map(|one| node(package, *one)).collect(),
        links: found
            .links
            .iter()
            .map(|link| ChainLink {
                from: link.from.id(package),
                to: link.to.id(package),
                tonnes: figure(&link.tonnes),
                kind: link.kind.id().to_owned(),
            })
            .collect(),
        stages: found.stages.iter().map(|one| balance(package, one)).collect(),
        reconciled: found.union.flows.iter().map(reconciled).collect(),
        regions,
        missing_links,
        missing,
        notes,
    };
    let partners: Vec<String> = answer.stages.iter().filter_map(from_partners).collect();
    answer.notes.extend(partners);
    answer.says = says(&answer);
    answer
}

/// How much of what the Union buys at a stage comes from its partner countries (Art. 37) and the EEA.
fn from_partners(stage: &StageBalance) -> Option<String> {
    let first = stage.partners.first()?;
    let with = |one: &&PartnerFlow| one.partner.is_some();
    let share: f64 = stage.partners.iter().filter(with).map(|one| one.share).sum();
    let among = if stage.partners.len() > 1 { "the sellers listed" } else { first.country_name.as_str() };
    Some(format!(
        "At {}, {} of what the Union buys comes, among {among}, from countries with a strategic partnership, of the EEA, \
         or overseas territories of members.",
        stage.stage,
        percent(share)
    ))
}

fn percent(share: f64) -> String {
    adit_figure::number::number(&adit_figure::number::Reading::plain(Some((share * 1e3).round() / 1e3), "share"))
}

fn node(package: &Package, node: Node) -> ChainNode {
    let words = package.vocabulary();
    let (label, place) = match node.who {
        Who::Partner(country) => (words.country(country).name.clone(), Some(words.country(country).id.clone())),
        Who::Others => ("other countries".to_owned(), None),
        Who::Union => (format!("EU: {}", node.column.id()), Some("EU27".to_owned())),
    };
    let label = if node.column.id() == "export" { "sold to third countries".to_owned() } else { label };
    ChainNode { id: node.id(package), label, stage: node.column.id().to_owned(), place, eu: node.is_eu() }
}

fn figure(number: &Worked) -> FigureDocument {
    FigureDocument {
        value: Some(number.value()).filter(|value| value.is_finite()),
        low: finite(number.number.low()),
        high: finite(number.number.high()),
        why: Some(number.id.clone()),
    }
}

fn known(number: Option<&Worked>) -> FigureDocument {
    number.map_or(FigureDocument { value: None, low: None, high: None, why: None }, figure)
}

fn balance(package: &Package, found: &Balance) -> StageBalance {
    StageBalance {
        stage: found.stage.to_string(),
        codes: found.codes.iter().map(|code| format!("{} {}", code.hs6, code.description)).collect(),
        production: known(found.production.as_ref()),
        imports: known(found.imports.as_ref()),
        exports: known(found.exports.as_ref()),
        consumption: known(found.consumption.as_ref()),
        import_reliance: known(found.reliance.as_ref()),
        import_reliance_official: FigureDocument {
            value: found.official.map(|fact| fact.number.value),
            low: found.official.map(|fact| fact.number.low),
            high: found.official.map(|fact| fact.number.high),
            why: found.official.map(|fact| package.key(fact.at).to_string()),
        },
        differs_by: found.differs_by.clone(),
        estimated_share: found.estimated_share,
        partners: found.partners.iter().filter_map(|one| partner_flow(package, one)).collect(),
    }
}

fn partner_flow(package: &Package, found: &Partner) -> Option<PartnerFlow> {
    let country = found.country?;
    Some(PartnerFlow {
        country: package.vocabulary().country(country).id.clone(),
        country_name: package.vocabulary().country(country).name.clone(),
        tonnes: figure(&found.tonnes),
        share: found.share,
        partner: partner(package, country),
    })
}

fn reconciled(flow: &ChainFlow) -> ReconciledFlow {
    ReconciledFlow {
        name: flow.step.name().to_owned(),
        measured: flow.measured.as_ref().map(Worked::value).filter(|value| value.is_finite()),
        error: flow.standard_error.filter(|error| error.is_finite()),
        reconciled: flow.reconciled.as_ref().map(Worked::value),
        residual: flow.residual.as_ref().map(Worked::value),
        unobservable: flow.standing == Standing::Unobservable,
        why: flow.reconciled.as_ref().or(flow.measured.as_ref()).map(|number| number.id.clone()),
    }
}

fn regions(package: &Package, material: Material, all: &[Presence]) -> Vec<ChainRegion> {
    let words = package.vocabulary();
    let mut by_code: BTreeMap<&str, Vec<&Presence>> = BTreeMap::new();
    for presence in all.iter().filter(|one| one.material == material && words.country(one.country).in_eu27()) {
        if let Some(code) = presence.nuts2.as_deref() {
            by_code.entry(code).or_default().push(presence);
        }
    }
    let document = |(code, found): (&str, Vec<&Presence>)| {
        let region = package.regions().get(code)?;
        let mut stages: Vec<String> =
            found.iter().map(|one| one.stage.map_or_else(|| "deposit".to_owned(), |s| s.to_string())).collect();
        stages.sort();
        stages.dedup();
        let count = |planned: bool| {
            let ids: std::collections::BTreeSet<&str> =
                found.iter().filter(|one| one.planned == planned).map(|one| one.id.as_str()).collect();
            ids.len()
        };
        Some(ChainRegion {
            code: code.to_owned(),
            name: region.name_latin.clone(),
            country: words.country(region.country).id.clone(),
            stages,
            sites: count(false),
            projects: count(true),
        })
    };
    by_code.into_iter().filter_map(document).collect()
}

/// Stages for which nobody in the Union is known to stand or plan.
fn missing_links(package: &Package, material: Material, all: &[Presence]) -> Vec<String> {
    let words = package.vocabulary();
    let has = |stage| {
        let there = |one: &&Presence| one.material == material && one.stage == Some(stage);
        all.iter().filter(there).any(|one| words.country(one.country).in_eu27())
    };
    let missing = KNOWN_STAGES.into_iter().filter(|stage| !has(*stage));
    missing.map(|stage| format!("{stage}: nobody in the Union that we know of")).collect()
}

fn says(answer: &ChainAnswer) -> String {
    let largest = answer.stages.iter().rev().find_map(|stage| {
        let first = stage.partners.first()?;
        Some(format!(
            "{} is the largest seller of {} to the Union at {} in {}: {} of what it buys",
            first.country_name,
            answer.name.to_lowercase(),
            stage.stage,
            answer.year,
            percent(first.share)
        ))
    });
    let reliance = answer.stages.iter().rev().find_map(|stage| {
        let reliance = stage.import_reliance.value?;
        Some(format!("net imports are {} of what the Union uses at {}", percent(reliance), stage.stage))
    });
    let suspicious =
        answer.reconciled.iter().filter(|flow| flow.residual.is_some_and(|r| r.abs() > SUSPICIOUS)).count();
    let mut parts: Vec<String> = [largest, reliance].into_iter().flatten().collect();
    if suspicious > 0 {
        parts.push(format!("{suspicious} figures of the chain contradict each other"));
    }
    if parts.is_empty() {
        return format!("Too little is known of {} in {} to draw its chain.", answer.name.to_lowercase(), answer.year);
    }
    crate::names::capital(&format!("{}.", parts.join("; ")))
}
