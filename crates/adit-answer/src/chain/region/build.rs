//! From a region to its dossier.

use std::collections::{BTreeMap, BTreeSet};

use adit_facts::Package;
use adit_facts::chain::regions::within;
use adit_facts::chain::{ChainStage, ProjectCapacityFacts, ProjectFacts, ProjectSet, Region, Vintage};
use adit_facts::study::Datum;
use adit_model::chain::region::connections::{Connection, connections};
use adit_model::chain::region::similar::{Similar, WEIGHTS, similar};
use adit_model::chain::region::{Presence, RegionalChain, chains, economy, presences};

use super::{
    ConnectionDocument, ProjectCapacityDocument, RegionAnswer, RegionChain, RegionChange, RegionProject, RegionStage,
    SimilarRegion, SimilarityPart, jobs, says,
};
use crate::chain::FigureDocument;
use crate::chain::map::SiteDocument;
use crate::chain::map::build::Sites;
use crate::session::FORMAT;

/// Regions to learn from that are shown.
const SIMILAR: usize = 5;

/// The dossier of a region. `changes` are what its projects alone change, by the game of regions with one player.
pub(crate) fn answer(
    package: &Package,
    region: &Region,
    asked: Option<String>,
    changes: Vec<RegionChange>,
) -> RegionAnswer {
    let all = presences(package);
    let sites = Sites::of(package);
    let country = package.vocabulary().country(region.country);
    let stages = stages(&sites, region);
    let found = chains(package, region, &all);
    let chains: Vec<RegionChain> = found.iter().map(|chain| chain_document(package, region, chain, &all)).collect();
    let projects = projects(package, &sites, region);
    let mining = |code: &str| economy::share(package, code);
    let alike = similar(package.regions(), region, &all, &mining, SIMILAR);
    let economy = jobs::economy(package, region);
    let remix = package.regions().remix().iter().find(|remix| {
        remix.codes.iter().any(|code| within(&region.code, code) || within(code, &region.code) && region.level > 0)
    });
    let cited: BTreeSet<&String> = stages.iter().flat_map(|stage| &stage.sites).map(|site| &site.source).collect();
    let mut answer = RegionAnswer {
        format: FORMAT,
        code: region.code.clone(),
        vintage: if region.vintage == Vintage::Nuts2024 { 2024 } else { 2021 },
        level: region.level,
        name: region.name.clone(),
        name_latin: region.name_latin.clone(),
        country: country.id.clone(),
        country_name: country.name.clone(),
        asked,
        remix: remix.map(|remix| remix.name.clone()),
        says: Vec::new(),
        sources: cited.into_iter().cloned().collect(),
        missing: missing(package, &stages, &projects, &economy.missing),
        similar: alike.iter().map(|one| similar_document(package, one)).collect(),
        economy: economy.document,
        stages,
        chains,
        projects,
        changes,
        notes: says::notes(region.level),
    };
    answer.says = says::says(&answer);
    answer
}

fn stages(sites: &Sites<'_>, region: &Region) -> Vec<RegionStage> {
    let mut by_stage: BTreeMap<(u8, String), Vec<SiteDocument>> = BTreeMap::new();
    for site in &sites.standing {
        let lies_in = match region.level {
            3 => site.nuts3.as_deref() == Some(region.code.as_str()),
            _ => site.nuts2.as_deref().is_some_and(|code| within(code, &region.code)),
        };
        if !lies_in {
            continue;
        }
        let document = sites.site(site);
        let stages = if document.kind == "deposit" { vec!["deposit".to_owned()] } else { document.stages.clone() };
        for stage in stages {
            let order = ChainStage::parse(&stage).map_or(0, |stage| stage as u8 + 1);
            by_stage.entry((order, stage)).or_default().push(document.clone());
        }
    }
    by_stage.into_iter().map(|((_, stage), sites)| RegionStage { stage, sites }).collect()
}

fn chain_document(package: &Package, region: &Region, chain: &RegionalChain, all: &[Presence]) -> RegionChain {
    let words = package.vocabulary();
    let entry = words.material(chain.material);
    let [upstream, downstream] = connections(region, chain.material, all);
    let documents = |found: &[Connection<'_>]| found.iter().map(|one| connection(package, one)).collect();
    let mut stages: Vec<String> = chain.stages.iter().map(ToString::to_string).collect();
    if chain.deposit {
        stages.push("deposit".to_owned());
    }
    let elsewhere = chain.elsewhere.iter().map(|stage| format!("{stage}: elsewhere in the Union"));
    let nowhere = chain.nowhere.iter().map(|stage| format!("{stage}: nobody in the Union that we know of"));
    RegionChain {
        material: entry.id.clone(),
        name: entry.name.clone(),
        strategic: entry.strategic.is_some(),
        stages,
        missing_links: elsewhere.chain(nowhere).collect(),
        upstream: documents(&upstream),
        downstream: documents(&downstream),
    }
}

fn connection(package: &Package, found: &Connection<'_>) -> ConnectionDocument {
    let partner = found.partner;
    ConnectionDocument {
        id: partner.id.clone(),
        name: partner.name.clone(),
        region: partner.nuts2.clone(),
        country: package.vocabulary().country(partner.country).id.clone(),
        stage: found.stage.to_string(),
        status: partner.status.clone(),
        distance_km: found.distance_km,
        tonnes: partner.tonnes.map(|fact| fact.number.value),
        covers: found.covers,
        fit: found.fit.id().to_owned(),
        because: found.because.clone(),
        why: partner.tonnes.map(|fact| package.key(fact.at).to_string()),
    }
}

fn projects(package: &Package, sites: &Sites<'_>, region: &Region) -> Vec<RegionProject> {
    let here = |row: &&ProjectCapacityFacts| {
        row.nuts2.as_deref().is_some_and(|code| match region.level {
            3 => within(&region.code, code),
            _ => within(code, &region.code),
        })
    };
    let documents = sites.projects.iter().filter_map(|project| {
        let rows: Vec<&ProjectCapacityFacts> = sites.planned(&project.id).iter().filter(here).collect();
        (!rows.is_empty()).then(|| project_document(package, project, &rows))
    });
    documents.collect()
}

fn project_document(package: &Package, project: &ProjectFacts, rows: &[&ProjectCapacityFacts]) -> RegionProject {
    let words = package.vocabulary();
    let key = |fact: Option<Datum>| fact.map(|fact| package.key(fact.at).to_string());
    let mut missing = Vec::new();
    for row in rows {
        let of = format!("{}, {}", words.material(row.material).name.to_lowercase(), row.stage);
        if row.contained.is_none() {
            missing.push(format!("tonnes of {of}"));
        }
        if row.start.is_none() {
            missing.push(format!("start of {of}"));
        }
    }
    if project.capex.is_none() {
        missing.push("investment in euro".to_owned());
    }
    RegionProject {
        id: project.id.clone(),
        name: project.name.clone(),
        promoter: project.promoter.clone(),
        status: project.status.clone(),
        strategic: project.set != ProjectSet::Workspace,
        capacities: rows
            .iter()
            .map(|row| ProjectCapacityDocument {
                material: words.material(row.material).id.clone(),
                stage: row.stage.to_string(),
                contained_t: fact(package, row.contained),
                start: row.start,
                stated: row.stated.map(|stated| format!("{} {}", stated.number.value, row.unit)),
            })
            .collect(),
        capex_meur: project.capex.map(|fact| fact.number.value),
        jobs: project.jobs.map(|fact| fact.number.value),
        why: [key(project.capex), key(project.jobs)].into_iter().flatten().collect(),
        missing,
    }
}

/// A fact as a figure.
pub(super) fn fact(package: &Package, fact: Option<Datum>) -> FigureDocument {
    FigureDocument {
        value: fact.map(|fact| fact.number.value),
        low: fact.map(|fact| fact.number.low),
        high: fact.map(|fact| fact.number.high),
        why: fact.map(|fact| package.key(fact.at).to_string()),
    }
}

fn similar_document(package: &Package, found: &Similar<'_>) -> SimilarRegion {
    let words = package.vocabulary();
    let names = ["materials", "stages", "structure"];
    SimilarRegion {
        code: found.region.code.clone(),
        name: found.region.name_latin.clone(),
        country: words.country(found.region.country).id.clone(),
        similarity: found.similarity,
        parts: names
            .iter()
            .zip(found.parts)
            .zip(WEIGHTS)
            .map(|((of, value), weight)| SimilarityPart { of: (*of).to_owned(), value, weight })
            .collect(),
        shared: found.shared.iter().map(|material| words.material(*material).id.clone()).collect(),
        ahead: found
            .ahead
            .iter()
            .map(|(material, stage)| format!("{}: {stage}", words.material(*material).id))
            .collect(),
    }
}

fn missing(package: &Package, stages: &[RegionStage], projects: &[RegionProject], economy: &[String]) -> Vec<String> {
    let mut missing = Vec::new();
    let mut untold: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for stage in stages.iter().filter(|stage| stage.stage != "deposit") {
        for site in &stage.sites {
            let known = site.capacities.iter().any(|one| one.contained_t.is_some() && !one.from_memory);
            if !known && site.status != "closed" {
                untold.entry(&stage.stage).or_default().push(&site.name);
            }
        }
    }
    for (stage, names) in untold {
        missing.push(format!("capacity at {stage} of {}", names.join(", ")));
    }
    let memory: BTreeSet<&str> = stages
        .iter()
        .flat_map(|stage| &stage.sites)
        .filter(|site| site.capacities.iter().any(|one| one.from_memory))
        .map(|site| site.name.as_str())
        .collect();
    if !memory.is_empty() {
        let names: Vec<&str> = memory.into_iter().collect();
        missing.push(format!("a source for figures that stand on memory and are not counted: {}", names.join(", ")));
    }
    for project in projects.iter().filter(|project| !project.missing.is_empty()) {
        missing.push(format!("{}: {}", project.name, project.missing.join(", ")));
    }
    missing.extend(economy.iter().cloned());
    if stages.is_empty() && projects.is_empty() {
        missing.push(format!(
            "any site or project: none of the {} sites known to adit lies here; small quarries are in no public table",
            package.sites().len()
        ));
    }
    missing
}
