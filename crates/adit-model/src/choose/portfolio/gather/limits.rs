//! The rules and budgets of the file, and its objective, in terms of the candidates.

use adit_facts::chain::ChainStage;
use adit_facts::choose::portfolio_file::{Direction, Kind, Rule};

use super::Gatherer;
use crate::choose::portfolio::candidates::{Benchmark, Bound, Limit, LimitRule, Objective, Portfolio, Scope, Term};
use crate::choose::portfolio::measure::Measure;
use crate::problem::Sense;

/// The objective of the file.
pub(super) fn objective(gatherer: &mut Gatherer<'_>) -> Option<Objective> {
    let wanted = &gatherer.read.wanted;
    let mut terms = Vec::new();
    for aim in &wanted.aims {
        let materials = aim.materials.iter().filter_map(|text| gatherer.material(text, wanted.at)).collect();
        let stages = aim.stages.iter().filter_map(|text| gatherer.stage(text, wanted.at)).collect();
        let scope = Scope { materials, stages, ..Scope::default() };
        terms.push(Term { measure: Measure::parse(&aim.measure)?, scope, year: aim.year, weight: aim.weight });
    }
    let sense = match wanted.direction {
        Direction::Maximise => Sense::Maximise,
        Direction::Minimise => Sense::Minimise,
    };
    Some(Objective { sense, terms })
}

/// All limits: budgets, what projects say of each other, rules.
pub(super) fn of(gatherer: &mut Gatherer<'_>, portfolio: &Portfolio) -> Vec<Limit> {
    let mut limits = budgets(gatherer);
    for project in &gatherer.read.projects {
        let Some(mine) = portfolio.candidate(&project.id) else { continue };
        for (id, at) in &project.needs {
            let Some(needs) = portfolio.candidate(id) else { continue };
            let name = format!("{} needs {id}", project.id);
            limits.push(Limit { name, rule: LimitRule::Prerequisite { candidate: mine, needs }, at: *at });
        }
        for (id, at) in &project.excludes {
            let Some(other) = portfolio.candidate(id) else { continue };
            let name = format!("{} or {id}, not both", project.id);
            let rule = LimitRule::Exclusion { candidates: vec![mine, other], most: 1.0 };
            limits.push(Limit { name, rule, at: *at });
        }
    }
    for rule in &gatherer.read.rules {
        let made = one(gatherer, portfolio, rule);
        limits.extend(made.into_iter().map(|(name, of)| Limit { name, rule: of, at: rule.at }));
    }
    unique(&mut limits);
    limits
}

/// Names are what people call limits by: the second of the same name is numbered.
fn unique(limits: &mut [Limit]) {
    for at in 0..limits.len() {
        let (before, rest) = limits.split_at_mut(at);
        let Some(limit) = rest.first_mut() else { continue };
        let mut number = 2;
        let plain = limit.name.clone();
        while before.iter().any(|other| other.name == limit.name) {
            limit.name = format!("{plain} ({number})");
            number += 1;
        }
    }
}

fn budgets(gatherer: &Gatherer<'_>) -> Vec<Limit> {
    let mut limits = Vec::new();
    for (fund, budget) in gatherer.read.budgets.iter().enumerate() {
        let mut push = |name: String, year: Option<i32>, most: f64| {
            limits.push(Limit { name, rule: LimitRule::Budget { fund, year, most }, at: budget.at });
        };
        if let Some(total) = budget.total {
            push(format!("{}, in all", budget.name), None, total);
        }
        for year in gatherer.read.first..=gatherer.read.last {
            let own = budget.years.iter().find(|(of, _)| *of == year).map(|(_, amount)| *amount);
            if let Some(most) = own.or(budget.per_year) {
                push(format!("{}, {year}", budget.name), Some(year), most);
            }
        }
    }
    limits
}

fn one(gatherer: &mut Gatherer<'_>, portfolio: &Portfolio, rule: &Rule) -> Vec<(String, LimitRule)> {
    let materials: Vec<String> = rule.materials.iter().filter_map(|text| gatherer.material(text, rule.at)).collect();
    let stages: Vec<_> = rule.stages.iter().filter_map(|text| gatherer.stage(text, rule.at)).collect();
    let candidates: Vec<usize> = rule.projects.iter().filter_map(|id| portfolio.candidate(id)).collect();
    let known: Vec<&str> = portfolio
        .candidates
        .iter()
        .flat_map(|candidate| [candidate.region.as_str(), candidate.country.as_str()])
        .collect();
    for place in &rule.places {
        if !known.iter().any(|code| code.starts_with(place.as_str())) {
            let hint = adit_facts::suggest::hint(place, known.iter().copied(), "name a region or country of a project");
            gatherer.say("portfolio.unknown-id", format!("no project lies in {place}"), hint, rule.at);
        }
    }
    let scope = Scope {
        places: rule.places.clone(),
        materials: materials.clone(),
        stages: stages.clone(),
        candidates: candidates.clone(),
        union: false,
    };
    let name = |otherwise: String| rule.name.clone().unwrap_or(otherwise);
    let bounds = rule.at_most.map(Bound::AtMost).into_iter().chain(rule.at_least.map(Bound::AtLeast));
    let where_ = if rule.places.is_empty() { String::new() } else { format!(" in {}", rule.places.join(", ")) };
    let when = rule.year.map_or(String::new(), |year| format!(", {year}"));
    let bounded = |measure: Measure, scope: &Scope| -> Vec<(String, LimitRule)> {
        let of = |bound: Bound| {
            let side = if matches!(bound, Bound::AtMost(_)) { "at most" } else { "at least" };
            let called = name(format!("{}{where_}{when}, {side}", measure.word()));
            (called, LimitRule::Measure { measure, scope: scope.clone(), year: rule.year, bound })
        };
        bounds.clone().map(of).collect()
    };
    let first = |list: &[String]| list.first().cloned().unwrap_or_default();
    match rule.kind {
        Kind::Benchmark => benchmark(gatherer, portfolio, rule, &first(&materials), stages.first().copied()),
        Kind::Limit => {
            let measure = rule.measure.as_deref().and_then(Measure::parse);
            measure.map_or_else(Vec::new, |measure| bounded(measure, &scope))
        }
        Kind::Floor => {
            let Some(measure) = rule.measure.as_deref().and_then(Measure::parse) else { return Vec::new() };
            let of = |place: &String| {
                let scope = Scope { places: vec![place.clone()], ..scope.clone() };
                let called = format!("{} in {place}{when}", name(format!("at least of {}", measure.word())));
                let bound = Bound::AtLeast(rule.at_least.unwrap_or(0.0));
                (called, LimitRule::Measure { measure, scope, year: rule.year, bound })
            };
            rule.places.iter().map(of).collect()
        }
        Kind::Fairness => {
            let all = || portfolio.regions().into_iter().map(str::to_owned).collect();
            let places = if rule.places.is_empty() { all() } else { rule.places.clone() };
            let called = name("share of the public money in one region".to_owned());
            vec![(called, LimitRule::Fairness { places, most: rule.at_most.unwrap_or(1.0) })]
        }
        Kind::Feed => {
            let material = first(&materials);
            let called = name(format!("feed of {material}"));
            vec![(called, LimitRule::Feed { material, stages, outside: rule.outside })]
        }
        Kind::Count => bounded(Measure::Count, &scope),
        Kind::Workforce => bounded(Measure::Workforce, &scope),
        Kind::Include | Kind::Exclude => {
            let of = |candidate: &usize| {
                let id = &portfolio.candidates[*candidate].id;
                match rule.kind {
                    Kind::Include => (name(format!("{id} is included")), LimitRule::Include(*candidate)),
                    _ => (name(format!("{id} is excluded")), LimitRule::Exclude(*candidate)),
                }
            };
            candidates.iter().map(of).collect()
        }
        Kind::Prerequisite => prerequisites(portfolio, rule, &candidates),
        Kind::Exclusion => {
            let most = rule.at_most.unwrap_or(1.0);
            vec![(
                name(format!("at most {most} of {}", rule.projects.join(", "))),
                LimitRule::Exclusion { candidates, most },
            )]
        }
        Kind::Return => {
            let least = rule.at_least.unwrap_or(0.0);
            vec![(name(format!("return of each project{where_}")), LimitRule::Return { scope, least })]
        }
        Kind::SupplyRisk => {
            let (Some(year), Some(most)) = (rule.year, rule.at_most) else { return Vec::new() };
            let material = first(&materials);
            vec![(name(format!("supply risk of {material}, {year}")), LimitRule::SupplyRisk { material, year, most })]
        }
    }
}

fn benchmark(
    gatherer: &mut Gatherer<'_>,
    portfolio: &Portfolio,
    rule: &Rule,
    material: &str,
    stage: Option<ChainStage>,
) -> Vec<(String, LimitRule)> {
    let (Some(stage), Some(year)) = (stage, rule.year) else { return Vec::new() };
    let counts = |one: &Benchmark| {
        one.stage == stage && (one.material == material || one.counted.iter().any(|of| of == material))
    };
    let Some(benchmark) = portfolio.benchmarks.iter().position(counts) else {
        let says = format!("there is no benchmark of {material}, {stage}, to which a project counts");
        let hint = "name a strategic raw material and a stage at which a project of the portfolio has tonnes";
        gatherer.say("portfolio.unknown-id", says, hint, rule.at);
        return Vec::new();
    };
    let least = rule.at_least.unwrap_or(portfolio.benchmarks[benchmark].aim);
    let called = rule.name.clone().unwrap_or_else(|| format!("benchmark of {material}, {stage}, {year}"));
    vec![(called, LimitRule::Benchmark { benchmark, year, least })]
}

fn prerequisites(portfolio: &Portfolio, rule: &Rule, candidates: &[usize]) -> Vec<(String, LimitRule)> {
    let needed: Vec<usize> = rule.needs.iter().filter_map(|id| portfolio.candidate(id)).collect();
    let mut made = Vec::new();
    for &candidate in candidates {
        for &needs in &needed {
            let [mine, theirs] = [candidate, needs].map(|at| &portfolio.candidates[at].id);
            let called = rule.name.clone().unwrap_or_else(|| format!("{mine} needs {theirs}"));
            made.push((called, LimitRule::Prerequisite { candidate, needs }));
        }
    }
    made
}
