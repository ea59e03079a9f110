//! From the check of a plan to its document.

use std::collections::BTreeSet;

use adit_facts::Package;
use adit_facts::law::plan_file::{EXAMPLES, PlanFile};
use adit_model::clock::Law;
use adit_model::plan::{CONSIDER, Check, Standing, check};

use super::{PlanAnswer, PlanCheck, PlanEntry, PlanFact, PlansAnswer};
use crate::session::FORMAT;

/// The document of a plan.
pub(crate) fn answer(package: &Package, law: &Law, plan: &PlanFile, id: &str) -> PlanAnswer {
    let consider = law.obligations.iter().find(|duty| duty.id == CONSIDER);
    let in_union = plan.country.as_deref().map(|country| law.is_member(country));
    let checks = check(plan, consider, in_union);
    let named: BTreeSet<&str> =
        plan.provisions.iter().flat_map(|provision| provision.names.iter().map(String::as_str)).collect();
    let facts = facts(package, plan, &named);
    let projects: BTreeSet<String> = package.projects().into_iter().map(|project| project.id).collect();
    let unknown = named.iter().filter(|name| !projects.contains(**name) && package.site(name).is_none());
    PlanAnswer {
        format: FORMAT,
        plan: id.to_owned(),
        name: plan.name.clone(),
        kind: plan.kind.to_owned(),
        authority: plan.authority.clone(),
        country: plan.country.clone(),
        regions: plan.regions.clone(),
        says: says(&checks, &facts),
        checks: checks.into_iter().map(entry).collect(),
        facts,
        unknown_names: unknown.map(|name| (*name).to_owned()).collect(),
        notes: vec![
            "Art. 13(1) asks to consider, not to provide; nothing here approves a plan or finds it unlawful."
                .to_owned(),
            "What the file does not say is not shown: it may stand in the plan.".to_owned(),
            "Sites are those of our facts with a known region; a region without any is not a region without minerals."
                .to_owned(),
        ],
    }
}

/// The plans that come along.
pub(crate) fn list(package: &Package, law: &Law) -> PlansAnswer {
    let plans = EXAMPLES.iter().filter_map(|example| {
        let plan = PlanFile::parse(example.text, example.id).ok()?;
        let answer = answer(package, law, &plan, example.id);
        let says = answer.says.into_iter().next()?;
        Some(PlanEntry { id: example.id.to_owned(), name: answer.name, says })
    });
    PlansAnswer { format: FORMAT, plans: plans.collect() }
}

fn says(checks: &[Check], facts: &[PlanFact]) -> Vec<String> {
    let count = |standing| checks.iter().filter(|check| check.standing == standing).count();
    let (met, not_met, not_shown) = (count(Standing::Met), count(Standing::NotMet), count(Standing::NotShown));
    let first = if let Some(check) = checks.iter().find(|check| check.id == "binds") {
        format!("Art. 13 does not bind this plan: {}", check.says)
    } else {
        format!(
            "Of what Art. 13 asks, {met} {} met, {not_met} {} not, and {not_shown} {} not shown by the file",
            is(met),
            is(not_met),
            is(not_shown)
        )
    };
    let mut says = vec![first];
    if !facts.is_empty() {
        let named = facts.iter().filter(|fact| fact.named).count();
        says.push(format!("Our facts have {} in its regions; provisions name {named} of them", sites(facts.len())));
    }
    says
}

fn is(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

fn sites(count: usize) -> String {
    if count == 1 { "one site".to_owned() } else { format!("{count} sites") }
}

fn entry(check: Check) -> PlanCheck {
    PlanCheck {
        id: check.id.to_owned(),
        rule: check.rule.to_owned(),
        standing: check.standing.word().to_owned(),
        says: check.says,
        mend: check.mend,
        line: check.at.0,
    }
}

/// Sites whose region lies in one of the plan's; by region, then name.
fn facts(package: &Package, plan: &PlanFile, named: &BTreeSet<&str>) -> Vec<PlanFact> {
    let words = package.vocabulary();
    let within = |region: &str| plan.regions.iter().any(|covered| region.starts_with(covered.as_str()));
    let mut facts: Vec<PlanFact> = package
        .sites()
        .into_iter()
        .filter_map(|site| {
            let region = site.nuts3.clone().or(site.nuts2.clone()).filter(|region| within(region))?;
            Some(PlanFact {
                named: named.contains(site.id.as_str()),
                materials: site.materials.iter().map(|&material| words.material(material).id.clone()).collect(),
                site: site.id,
                name: site.name,
                kind: site.kind,
                status: site.status,
                region,
                source: site.source,
            })
        })
        .collect();
    facts.sort_by(|one, two| (&one.region, &one.name, &one.site).cmp(&(&two.region, &two.name, &two.site)));
    facts
}
