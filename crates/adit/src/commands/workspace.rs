//! `adit init` and `adit check`.

use std::path::Path;

use adit_facts::finding::any_error;
use adit_facts::workspace::Workspace;
use adit_facts::{Finding, Severity};

use crate::args::{Check, Format, Global, Init};
use crate::outcome::Stop;
use crate::{open, print};

/// Makes a workspace.
pub fn init(init: &Init) -> Result<(), Stop> {
    let written = Workspace::init(&init.dir)?;
    print::text(&format!("{} is a workspace now:", init.dir.display()))?;
    for path in written {
        print::text(&format!("  {}", path.display()))?;
    }
    print::text(&format!("Next: cd {} and read facts/README.md", init.dir.display()))
}

/// Checks a workspace; exit code 1 if something is an error.
pub fn check(global: &Global, check: &Check) -> Result<(), Stop> {
    let dir = open::folder(global.workspace.as_deref())?.ok_or_else(|| {
        Stop::wrong(
            "the present folder is not a workspace",
            "name one with --workspace DIR, or make one with `adit init DIR`",
        )
    })?;
    let findings = Workspace::check(&dir);
    let failed = any_error(&findings);
    if global.format == Format::Json {
        print::json(&serde_json::json!({"format": 1, "ok": !failed, "findings": findings}))?;
    } else {
        for finding in &findings {
            print::text(&finding.to_string())?;
        }
        print::text(&verdict(&findings))?;
    }
    if failed {
        return Err(Stop::Failed(Vec::new()));
    }
    if check.lock { lock(&dir) } else { Ok(()) }
}

fn lock(dir: &Path) -> Result<(), Stop> {
    let (_, workspace, _) = Workspace::load(dir)?;
    workspace.lock()?;
    print::text("adit.lock is written.")
}

fn verdict(findings: &[Finding]) -> String {
    let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    let all = format!("{errors} errors, {warnings} warnings, {notes} notes");
    if errors > 0 { format!("Not in order: {all}.") } else { format!("In order: {all}.") }
}
