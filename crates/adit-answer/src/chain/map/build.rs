//! Regions, sites and projects as documents.

use std::collections::{BTreeMap, BTreeSet};

use adit_facts::Package;
use adit_facts::chain::{
    ChainStage, PlantBasis, PlantFacts, ProjectCapacityFacts, ProjectFacts, ProjectSet, Region, SiteFacts, SourceKind,
    Vintage,
};
use adit_facts::study::Datum;

use super::{MapRegion, RegionsAnswer, RemixRegion, SiteCapacity, SiteDocument, SitesAnswer};
use crate::session::FORMAT;

/// What must be said of a map without official boundaries; those carry a notice of their own.
const SCHEMATIC: &str = "The map is schematic: each region is the union of the areas nearest to the centre points of its \
                         NUTS 3 regions, clipped to land. Official boundaries appear once you have imported them: adit \
                         import nuts FILE.";

/// The regions of levels 2 and 3, with those of 2021 that left the nomenclature.
pub(crate) fn regions(package: &Package, boundaries: bool) -> RegionsAnswer {
    let regions = package.regions();
    let current = regions.of_level(2).chain(regions.of_level(3));
    let left = regions.all().filter(|region| {
        region.vintage == Vintage::Nuts2021
            && region.level == 2
            && regions.of(Vintage::Nuts2024, &region.code).is_none()
            && regions.became(&region.code).all(|change| change.is.is_none())
    });
    RegionsAnswer {
        format: FORMAT,
        vintage: 2024,
        regions: current.chain(left).map(|region| map_region(package, region)).collect(),
        remix: regions
            .remix()
            .iter()
            .map(|remix| RemixRegion { id: remix.id.clone(), name: remix.name.clone(), codes: remix.codes.clone() })
            .collect(),
        boundaries,
        notes: if boundaries { Vec::new() } else { vec![SCHEMATIC.to_owned()] },
    }
}

fn map_region(package: &Package, region: &Region) -> MapRegion {
    let country = package.vocabulary().country(region.country);
    MapRegion {
        code: region.code.clone(),
        level: region.level,
        name: region.name_latin.clone(),
        local: Some(region.name.clone()).filter(|name| *name != region.name_latin),
        country: country.id.clone(),
        eu: country.in_eu27(),
        lat: region.centre.lat,
        lon: region.centre.lon,
    }
}

/// All sites, and the sites of projects.
pub(crate) fn sites(package: &Package) -> SitesAnswer {
    SitesAnswer {
        format: FORMAT,
        sites: Sites::of(package).all(),
        notes: vec![
            "Positions are those of the source, or of the place (about 5 km). A row that stands on memory is shown and \
             never counted."
                .to_owned(),
        ],
    }
}

/// Sites and projects, ready to be written as documents.
pub(crate) struct Sites<'a> {
    package: &'a Package,
    pub standing: Vec<SiteFacts>,
    plants: BTreeMap<String, Vec<PlantFacts>>,
    pub projects: Vec<ProjectFacts>,
    capacities: BTreeMap<String, Vec<ProjectCapacityFacts>>,
}

impl<'a> Sites<'a> {
    /// Reads them from a package.
    pub fn of(package: &'a Package) -> Self {
        let mut plants: BTreeMap<String, Vec<PlantFacts>> = BTreeMap::new();
        for plant in package.plants() {
            plants.entry(plant.site.clone()).or_default().push(plant);
        }
        let mut capacities: BTreeMap<String, Vec<ProjectCapacityFacts>> = BTreeMap::new();
        for row in package.project_capacities() {
            capacities.entry(row.project.clone()).or_default().push(row);
        }
        Self { package, standing: package.sites(), plants, projects: package.projects(), capacities }
    }

    /// Every site, and every project once for each region that it builds in.
    pub fn all(&self) -> Vec<SiteDocument> {
        let sites = self.standing.iter().map(|site| self.site(site));
        sites.chain(self.projects.iter().flat_map(|project| self.project(project))).collect()
    }

    /// What a project plans.
    pub fn planned(&self, project: &str) -> &[ProjectCapacityFacts] {
        self.capacities.get(project).map_or(&[], Vec::as_slice)
    }

    /// A site as a document.
    pub fn site(&self, site: &SiteFacts) -> SiteDocument {
        let plants = self.plants.get(&site.id).map_or(&[][..], Vec::as_slice);
        let mut stages: BTreeSet<ChainStage> = plants.iter().map(|plant| plant.stage).collect();
        if stages.is_empty() {
            stages.extend(stage_of_kind(&site.kind));
        }
        SiteDocument {
            id: site.id.clone(),
            name: site.name.clone(),
            operator: site.operator.clone(),
            country: self.package.vocabulary().country(site.country).id.clone(),
            region: site.nuts2.clone(),
            lat: value(site.lat),
            lon: value(site.lon),
            kind: site.kind.clone(),
            stages: stages.iter().map(ToString::to_string).collect(),
            materials: site.materials.iter().map(|m| self.package.vocabulary().material(*m).id.clone()).collect(),
            status: site.status.clone(),
            confidence: site.confidence.clone(),
            strategic: false,
            capacities: plants.iter().map(|plant| self.capacity(plant)).collect(),
            source: self.citation(&site.source),
            note: site.note.clone(),
        }
    }

    fn capacity(&self, plant: &PlantFacts) -> SiteCapacity {
        SiteCapacity {
            material: self.package.vocabulary().material(plant.material).id.clone(),
            stage: plant.stage.to_string(),
            contained_t: value(plant.contained),
            basis: match plant.basis {
                PlantBasis::Capacity => "capacity",
                PlantBasis::Production => "production",
                PlantBasis::Planned => "planned",
                PlantBasis::Unknown => "unknown",
            }
            .to_owned(),
            from_memory: plant.source_kind == SourceKind::Memory,
            why: plant.contained.map(|fact| self.package.key(fact.at).to_string()),
        }
    }

    /// A project as one document for each region that it builds in.
    fn project(&self, project: &ProjectFacts) -> Vec<SiteDocument> {
        let mut by_place: BTreeMap<Option<String>, Vec<&ProjectCapacityFacts>> = BTreeMap::new();
        for row in self.planned(&project.id) {
            by_place.entry(row.nuts2.clone()).or_default().push(row);
        }
        by_place.into_iter().map(|(region, rows)| self.project_at(project, region, &rows)).collect()
    }

    fn project_at(
        &self,
        project: &ProjectFacts,
        region: Option<String>,
        rows: &[&ProjectCapacityFacts],
    ) -> SiteDocument {
        let words = self.package.vocabulary();
        let stages: BTreeSet<ChainStage> = rows.iter().map(|row| row.stage).collect();
        let materials: BTreeSet<&str> = rows.iter().map(|row| words.material(row.material).id.as_str()).collect();
        SiteDocument {
            id: project.id.clone(),
            name: project.name.clone(),
            operator: project.promoter.clone(),
            country: words.country(project.country).id.clone(),
            region,
            lat: rows.iter().find_map(|row| value(row.lat)),
            lon: rows.iter().find_map(|row| value(row.lon)),
            kind: "project".to_owned(),
            stages: stages.iter().map(ToString::to_string).collect(),
            materials: materials.into_iter().map(str::to_owned).collect(),
            status: project.status.clone(),
            confidence: project.confidence.clone(),
            strategic: project.set != ProjectSet::Workspace,
            capacities: rows
                .iter()
                .map(|row| SiteCapacity {
                    material: words.material(row.material).id.clone(),
                    stage: row.stage.to_string(),
                    contained_t: value(row.contained),
                    basis: if row.contained.is_some() { "planned" } else { "unknown" }.to_owned(),
                    from_memory: row.source_kind == SourceKind::Memory,
                    why: row.contained.map(|fact| self.package.key(fact.at).to_string()),
                })
                .collect(),
            source: self.citation(&project.source),
            note: project.note.clone(),
        }
    }

    /// How a source is cited; a workspace's own words as they are.
    fn citation(&self, source: &str) -> String {
        self.package.sources().get(source).map_or_else(|| source.to_owned(), |known| known.citation.clone())
    }
}

fn value(datum: Option<Datum>) -> Option<f64> {
    datum.map(|datum| datum.number.value)
}

/// The stage that a site of a kind is of, where no plant says it.
pub(crate) fn stage_of_kind(kind: &str) -> Option<ChainStage> {
    match kind {
        "mine" => Some(ChainStage::Extraction),
        "smelter-refinery" | "plant" => Some(ChainStage::Processing),
        "recycler" => Some(ChainStage::Recycling),
        _ => None,
    }
}
