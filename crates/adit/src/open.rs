//! Opens the facts that a command works on: the built-in package, or a workspace laid over it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use adit_answer::Session;
use adit_facts::Package;
use adit_facts::workspace::{MANIFEST, Workspace};
use anyhow::Context;

use crate::args::Global;
use crate::outcome::Stop;
use crate::print;

/// The session of a command. Overridden values are part of the answers; other warnings are said on standard error.
pub fn session(global: &Global) -> Result<Session, Stop> {
    let (session, findings) = with_findings(global.workspace.as_deref())?;
    for finding in findings.iter().filter(|finding| finding.severity == adit_facts::Severity::Warning) {
        print::note(global.quiet, &finding.to_string())?;
    }
    Ok(session)
}

/// The session of a folder, for reloading.
pub fn at(workspace: Option<&Path>) -> Result<Session, Stop> {
    with_findings(workspace).map(|(session, _)| session)
}

fn with_findings(given: Option<&Path>) -> Result<(Session, Vec<adit_facts::Finding>), Stop> {
    let Some(dir) = folder(given)? else {
        let package = Package::embedded().context("the built-in data cannot be read").map_err(Stop::Broken)?;
        return Ok((Session::new(Arc::new(package), None), Vec::new()));
    };
    let (package, workspace, findings) = Workspace::load(&dir)?;
    Ok((Session::new(Arc::new(package), Some(workspace.manifest().name.clone())), findings))
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
