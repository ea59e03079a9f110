//! Opens the facts that a command works on: the built-in package, or a workspace laid over it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use adit_answer::Session;
use adit_facts::Package;
use adit_facts::chain::Vintage;
use adit_facts::workspace::{MANIFEST, Workspace, maps};
use anyhow::Context;

use crate::args::Global;
use crate::outcome::Stop;
use crate::print;

/// The level of regions whose boundaries the map draws.
const BOUNDARY_LEVEL: u8 = 2;

/// The session of a command. Overridden values are part of the answers; other warnings are said on standard error.
pub fn session(global: &Global) -> Result<Session, Stop> {
    let opened = open(global.workspace.as_deref())?;
    warn(global, &opened)?;
    Ok(opened.session)
}

/// The same, to be served: with the official boundaries that the workspace keeps.
pub fn to_serve(global: &Global) -> Result<Session, Stop> {
    let opened = open(global.workspace.as_deref())?;
    warn(global, &opened)?;
    opened.with_boundaries()
}

/// The session of a folder, for reloading.
pub fn at(workspace: Option<&Path>) -> Result<Session, Stop> {
    open(workspace)?.with_boundaries()
}

struct Opened {
    session: Session,
    workspace: Option<Workspace>,
    findings: Vec<adit_facts::Finding>,
}

impl Opened {
    fn with_boundaries(self) -> Result<Session, Stop> {
        let Some(workspace) = self.workspace else { return Ok(self.session) };
        let boundaries = workspace.boundaries(Vintage::Nuts2024, BOUNDARY_LEVEL)?;
        Ok(self.session.with_boundaries(boundaries.map(|found| maps::noticed(&found.geojson))))
    }
}

fn warn(global: &Global, opened: &Opened) -> Result<(), Stop> {
    let warnings = opened.findings.iter().filter(|finding| finding.severity == adit_facts::Severity::Warning);
    for finding in warnings {
        print::note(global.quiet, &finding.to_string())?;
    }
    Ok(())
}

fn open(given: Option<&Path>) -> Result<Opened, Stop> {
    let Some(dir) = folder(given)? else {
        let package = Package::embedded().context("the built-in data cannot be read").map_err(Stop::Broken)?;
        let session = Session::new(Arc::new(package), None);
        return Ok(Opened { session, workspace: None, findings: Vec::new() });
    };
    let (package, workspace, findings) = Workspace::load(&dir)?;
    let session = Session::new(Arc::new(package), Some(workspace.manifest().name.clone()));
    Ok(Opened { session, workspace: Some(workspace), findings })
}

/// The workspace folder: the one named, else the present folder if it is one.
pub fn folder(given: Option<&Path>) -> Result<Option<PathBuf>, Stop> {
    match given {
        Some(dir) if dir.join(MANIFEST).exists() => Ok(Some(dir.to_owned())),
        Some(dir) => Err(Stop::wrong(
            format!("{} is not a workspace: it has no {MANIFEST}", dir.display()),
            format!("`adit init {}` makes one", dir.display()),
        )),
        None => Ok(Workspace::find(Path::new("."))),
    }
}
