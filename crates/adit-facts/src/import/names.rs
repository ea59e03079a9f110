//! Names in publishers' files become ids; a name that is not known is a finding with the nearest ones.

use std::collections::HashMap;

use super::raw::Line;
use crate::finding::Finding;
use crate::package::Package;
use crate::vocabulary::Stage;

/// The names of a package, as importers need them.
pub(super) struct Names<'p> {
    package: &'p Package,
    /// Names that fix a stage, in lower case.
    stages: HashMap<String, Stage>,
    /// Ids by the World Bank's codes.
    world_bank: HashMap<&'p str, &'p str>,
}

impl<'p> Names<'p> {
    /// The names of a package.
    pub fn of(package: &'p Package) -> Self {
        let mut stages = HashMap::new();
        if let Some(table) = package.table("material-names") {
            for row in table.rows() {
                if let Some(stage) = Stage::parse(row.text(table, "stage")) {
                    stages.insert(row.text(table, "name").to_lowercase(), stage);
                }
            }
        }
        let mut world_bank = HashMap::new();
        if let Some(table) = package.table("countries") {
            for row in table.rows() {
                world_bank.insert(row.text(table, "worldbank"), row.key());
            }
        }
        Self { package, stages, world_bank }
    }

    /// Id of the material that a cell names. Where the name fixes a stage, `stage` must be that one.
    pub fn material(&self, line: Line<'_>, cell: usize, stage: Option<Stage>) -> Result<&'p str, Finding> {
        let name = line.cell(cell);
        let words = self.package.vocabulary();
        let Some(material) = words.find_material(&name) else {
            let finding = Finding::error("name.unknown", format!("the material \"{name}\" is not known"));
            return Err(line.at(cell, finding.hint(words.material_hint(&name))));
        };
        match (self.stages.get(&name.to_lowercase()), stage) {
            (Some(fixed), Some(given)) if *fixed != given => {
                let finding = Finding::error(
                    "import.stage",
                    format!("\"{name}\" is a name of {fixed}, and the row says {given}"),
                );
                Err(line.at(cell, finding.hint("fetch the file again; this copy is damaged")))
            }
            _ => Ok(&words.material(material).id),
        }
    }

    /// Id of the country that a cell names.
    pub fn country(&self, line: Line<'_>, cell: usize) -> Result<&'p str, Finding> {
        let name = line.cell(cell);
        let words = self.package.vocabulary();
        words.find_country(&name).map(|country| words.country(country).id.as_str()).ok_or_else(|| {
            let finding = Finding::error("name.unknown", format!("the country \"{name}\" is not known"));
            line.at(cell, finding.hint(words.country_hint(&name)))
        })
    }

    /// Id of a country by any of its names.
    pub fn find_country(&self, name: &str) -> Option<&'p str> {
        let words = self.package.vocabulary();
        words.find_country(name).map(|country| words.country(country).id.as_str())
    }

    /// Id of the country that a World Bank code means.
    pub fn world_bank(&self, line: Line<'_>, cell: usize) -> Result<&'p str, Finding> {
        let code = line.cell(cell);
        self.world_bank.get(code.as_str()).copied().filter(|_| !code.is_empty()).ok_or_else(|| {
            let finding = Finding::error("name.unknown", format!("the World Bank's code \"{code}\" is not known"));
            let near = crate::suggest::hint(
                &code,
                self.world_bank.keys().copied(),
                "codes are like those of ISO 3166, alpha-3",
            );
            line.at(cell, finding.hint(near))
        })
    }
}
