//! What a region has, which European chains it belongs to, who could connect, and which regions are like it.
//!
//! Nothing here is a score of a region: similarity and fit are transparent sums whose parts are shown.

pub mod connections;
pub mod economy;
pub mod similar;

use std::collections::{BTreeMap, BTreeSet};

use adit_facts::chain::{ChainStage, PlantBasis, Region, SourceKind};
use adit_facts::study::Datum;
use adit_facts::{Country, Material, Package};

/// Something that a region has or plans: a site or project, at a stage of a material's chain.
#[derive(Debug, Clone, PartialEq)]
pub struct Presence {
    /// Id of the site or project.
    pub id: String,
    /// Name.
    pub name: String,
    /// A project, not a standing site.
    pub planned: bool,
    /// Material.
    pub material: Material,
    /// Stage; `None` for a deposit.
    pub stage: Option<ChainStage>,
    /// Status.
    pub status: String,
    /// Country.
    pub country: Country,
    /// NUTS 2024 level 2 code.
    pub nuts2: Option<String>,
    /// NUTS 2024 level 3 code.
    pub nuts3: Option<String>,
    /// Latitude and longitude, degrees.
    pub point: Option<(f64, f64)>,
    /// Tonnes a year, contained, where a source says them.
    pub tonnes: Option<Datum>,
}

impl Presence {
    /// Whether it lies in a region of any level.
    pub fn lies_in(&self, region: &Region) -> bool {
        match region.level {
            3 => self.nuts3.as_deref() == Some(region.code.as_str()),
            _ => self.nuts2.as_deref().is_some_and(|code| adit_facts::chain::regions::within(code, &region.code)),
        }
    }
}

/// Everything that stands or is planned anywhere in the facts.
pub fn presences(package: &Package) -> Vec<Presence> {
    let mut found = Vec::new();
    standing(package, &mut found);
    planned(package, &mut found);
    found
}

fn standing(package: &Package, found: &mut Vec<Presence>) {
    let mut plants: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for plant in package.plants() {
        plants.entry(plant.site.clone()).or_default().push(plant);
    }
    for site in package.sites().into_iter().filter(|site| site.status != "closed") {
        let own = plants.get(&site.id).map_or(&[][..], Vec::as_slice);
        let presence = |material, stage, status: &str, tonnes| Presence {
            id: site.id.clone(),
            name: site.name.clone(),
            planned: false,
            material,
            stage,
            status: status.to_owned(),
            country: site.country,
            nuts2: site.nuts2.clone(),
            nuts3: site.nuts3.clone(),
            point: site.lat.zip(site.lon).map(|(lat, lon)| (lat.number.value, lon.number.value)),
            tonnes,
        };
        let mut told = BTreeSet::new();
        for plant in own.iter().filter(|plant| plant.status != "closed") {
            told.insert(plant.material);
            let counts = plant.source_kind != SourceKind::Memory
                && plant.part_of.is_none()
                && matches!(plant.basis, PlantBasis::Capacity | PlantBasis::Production);
            let tonnes = plant.contained.filter(|_| counts);
            found.push(presence(plant.material, Some(plant.stage), &plant.status, tonnes));
        }
        let stage = match site.kind.as_str() {
            "mine" => Some(ChainStage::Extraction),
            "smelter-refinery" | "plant" => Some(ChainStage::Processing),
            "recycler" => Some(ChainStage::Recycling),
            _ => None,
        };
        for material in site.materials.iter().filter(|material| !told.contains(material)) {
            found.push(presence(*material, stage, &site.status, None));
        }
    }
}

fn planned(package: &Package, found: &mut Vec<Presence>) {
    let projects = package.projects();
    for row in package.project_capacities() {
        let Some(project) = projects.iter().find(|project| project.id == row.project) else { continue };
        let nuts3 = row.lat.zip(row.lon).filter(|_| row.nuts2.is_some()).and_then(|(lat, lon)| {
            let point = adit_facts::geo::Point { lat: lat.number.value, lon: lon.number.value };
            let (region, _) = package.regions().at(point)?;
            // The nearest centre may lie across the boundary: only a level-3 region of the stated level-2 one counts.
            row.nuts2.as_ref().filter(|nuts2| region.code.starts_with(nuts2.as_str())).map(|_| region.code.clone())
        });
        found.push(Presence {
            id: project.id.clone(),
            name: project.name.clone(),
            planned: true,
            material: row.material,
            stage: Some(row.stage),
            status: project.status.clone(),
            country: project.country,
            nuts2: row.nuts2.clone(),
            nuts3,
            point: row.lat.zip(row.lon).map(|(lat, lon)| (lat.number.value, lon.number.value)),
            tonnes: row.contained.filter(|_| row.source_kind != SourceKind::Memory),
        });
    }
}

/// A material's chain as a region takes part in it.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionalChain {
    /// Material.
    pub material: Material,
    /// Stages that the region has or plans.
    pub stages: BTreeSet<ChainStage>,
    /// A deposit without a mine or project.
    pub deposit: bool,
    /// Stages of the chain that it lacks while others in the Union have or plan them.
    pub elsewhere: Vec<ChainStage>,
    /// Stages of the chain that nobody in the Union has or plans, as far as is known.
    pub nowhere: Vec<ChainStage>,
}

/// The stages for which sites are known.
pub const KNOWN_STAGES: [ChainStage; 3] = [ChainStage::Extraction, ChainStage::Processing, ChainStage::Recycling];

/// The chains of a region, strategic materials first, then by the number of stages.
pub fn chains(package: &Package, region: &Region, all: &[Presence]) -> Vec<RegionalChain> {
    let words = package.vocabulary();
    let mut by_material: BTreeMap<Material, (BTreeSet<ChainStage>, bool)> = BTreeMap::new();
    for presence in all.iter().filter(|presence| presence.lies_in(region)) {
        let entry = by_material.entry(presence.material).or_default();
        match presence.stage {
            Some(stage) => {
                entry.0.insert(stage);
            }
            None => entry.1 = true,
        }
    }
    let union_has = |material: Material, stage: ChainStage| {
        all.iter().any(|presence| {
            presence.material == material && presence.stage == Some(stage) && words.country(presence.country).in_eu27()
        })
    };
    let mut chains: Vec<RegionalChain> = by_material
        .into_iter()
        .map(|(material, (stages, deposit))| {
            let lacks = KNOWN_STAGES.into_iter().filter(|stage| !stages.contains(stage));
            let (elsewhere, nowhere) = lacks.partition(|stage| union_has(material, *stage));
            RegionalChain { material, deposit: deposit && stages.is_empty(), stages, elsewhere, nowhere }
        })
        .collect();
    let strategic = |chain: &RegionalChain| words.material(chain.material).strategic.is_some();
    chains.sort_by_key(|chain| (!strategic(chain), std::cmp::Reverse(chain.stages.len()), chain.material));
    chains
}
