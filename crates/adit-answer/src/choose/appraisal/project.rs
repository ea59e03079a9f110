//! A project of the facts as the Choose room shows it.

use std::collections::BTreeSet;

use adit_facts::Package;
use adit_facts::chain::{ProjectCapacityFacts, ProjectFacts};

use super::AppraisalProject;
use crate::choose::ChooseRegion;

/// Projects with what they plan.
pub(crate) struct Projects<'a> {
    package: &'a Package,
    rows: Vec<ProjectCapacityFacts>,
}

impl<'a> Projects<'a> {
    /// Reads what is planned.
    pub fn of(package: &'a Package) -> Self {
        Self { package, rows: package.project_capacities() }
    }

    /// The document of a project.
    pub fn document(&self, project: &ProjectFacts) -> AppraisalProject {
        let words = self.package.vocabulary();
        let country = words.country(project.country);
        let rows: Vec<&ProjectCapacityFacts> = self.rows.iter().filter(|row| row.project == project.id).collect();
        let codes: BTreeSet<&str> = rows.iter().filter_map(|row| row.nuts2.as_deref()).collect();
        let stages: BTreeSet<_> = rows.iter().map(|row| row.stage).collect();
        let materials: BTreeSet<&str> = rows.iter().map(|row| words.material(row.material).name.as_str()).collect();
        let point = rows.iter().find_map(|row| Some((row.lat?.number.value, row.lon?.number.value)));
        AppraisalProject {
            id: project.id.clone(),
            name: project.name.clone(),
            promoter: project.promoter.clone(),
            place: project.place.clone(),
            regions: codes.into_iter().map(|code| region(self.package, code)).collect(),
            country: country.id.clone(),
            country_name: country.name.clone(),
            status: project.status.clone(),
            stages: stages.iter().map(ToString::to_string).collect(),
            materials: materials.into_iter().map(str::to_owned).collect(),
            lat: point.map(|(lat, _)| lat),
            lon: point.map(|(_, lon)| lon),
        }
    }
}

/// A region by its code; a code without a name is its own name.
pub(crate) fn region(package: &Package, code: &str) -> ChooseRegion {
    let name = package.regions().get(code).map_or_else(|| code.to_owned(), |region| region.name_latin.clone());
    ChooseRegion { code: code.to_owned(), name }
}
