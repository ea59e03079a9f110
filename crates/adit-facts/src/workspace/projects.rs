//! `projects/*.toml`: a region's own plans, and changes to projects of the base.
//!
//! ```toml
//! format = 1
//! name = "Kaustinen II"            # with country, status and source: needed for a new project
//! country = "FI"
//! status = "permitting"
//! source = "own plan, 2026"         # of every number below that names none of its own
//! capex = 120                       # million EUR; or [capex] with amount, year, source, locator, note
//!
//! [[capacity]]                      # one for each material and stage, at the site of that stage
//! material = "lithium"
//! stage = "extraction"
//! capacity = 15_000
//! unit = "t LiOH.H2O per year"
//! contained = 2481                  # tonnes a year in the reference form: what the models count
//! region = "FI1D"
//! ```
//!
//! The file's name is the id of the project. What it says is laid over the tables `projects`, `project-capacities` and
//! `project-figures` by key, with the line and column of each value; a number of the base that it replaces is kept and
//! reported.

use toml::de::DeTable;

use super::files::{self, Folder};
use crate::changes::line_and_column;
use crate::finding::{Finding, any_error};
use crate::package::Package;
use crate::suggest;

mod place;
mod reader;
mod rows;

use reader::{Given, Reader};
use rows::ProjectRows;

/// Lays every file of `projects/` over the package, and then looks whether the projects that they need are there.
pub(super) fn lay_over(folder: &Folder, package: &mut Package) -> Vec<Finding> {
    let (list, mut findings) = folder.list("projects", "toml");
    let mut needs = Vec::new();
    for file in list {
        match folder.read(&file) {
            Ok(text) => {
                let (said, named) = lay_one(package, files::stem(&file), &file, &text);
                findings.extend(said.into_iter().map(|finding| folder.as_named(finding)));
                needs.extend(named.into_iter().map(|given| (file.clone(), text.clone(), given)));
            }
            Err(finding) => findings.push(finding),
        }
    }
    for (file, text, given) in needs {
        findings.extend(missing(package, &file, &text, &given).map(|finding| folder.as_named(finding)));
    }
    findings
}

impl Package {
    /// Lays one project file over the package: `id` is the name of the file without its ending. The findings name
    /// everything wrong with it; if one is an error, nothing of the file is used.
    pub fn lay_project_over(&mut self, id: &str, file: &str, text: &str) -> Vec<Finding> {
        let (mut findings, needs) = lay_one(self, id, file, text);
        findings.extend(needs.iter().filter_map(|given| missing(self, file, text, given)));
        findings
    }
}

/// The findings, and the projects that the file says are needed.
fn lay_one(package: &mut Package, id: &str, file: &str, text: &str) -> (Vec<Finding>, Vec<Given>) {
    let mut reader = Reader::new(text, file);
    if !is_id(id) {
        let finding = Finding::error("project.file-name", format!("\"{id}\" is not an id"));
        reader.say(finding.hint("name the file like keliber.toml: small letters, digits and hyphens"), 0..0);
    }
    let (document, mut errors) = DeTable::parse_recoverable(text);
    errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    for error in errors {
        let hint = "a project has format = 1, name, country, status, source and [[capacity]] tables";
        let finding = Finding::error("project.not-readable", error.message().to_owned()).hint(hint);
        reader.say(finding, error.span().unwrap_or(0..0));
    }
    if any_error(&reader.findings) {
        return (reader.findings, Vec::new());
    }
    let ProjectRows { tables, needs } = rows::read(&mut reader, document.get_ref(), id, package);
    let mut findings = reader.findings;
    if any_error(&findings) {
        // What the tables say of their cells is wanted too, and nothing is laid. A cell that is missing there is mostly
        // one that could not be read here.
        let of_cells = package.clone().lay_rows_over(file, text, &tables);
        findings.extend(of_cells.into_iter().filter(|finding| finding.code != "csv.blank-cell"));
        findings.sort_by_key(|finding| (finding.line, finding.column));
        return (findings, Vec::new());
    }
    findings.extend(package.lay_rows_over(file, text, &tables));
    (findings, needs)
}

/// Says so if a project that is needed is not there.
fn missing(package: &Package, file: &str, text: &str, given: &Given) -> Option<Finding> {
    let projects = package.table("projects")?;
    if projects.row(&given.text).is_some() {
        return None;
    }
    let (line, column) = line_and_column(text, given.span.start);
    let says = format!("needs: there is no project \"{}\"", given.text);
    let ids = projects.rows().iter().map(crate::table::Row::key);
    let hint = suggest::hint(&given.text, ids, "write the id of a project; `adit facts project-capacities` lists them");
    Some(Finding::error("project.needs", says).in_file(file).at(line, column).hint(hint))
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
