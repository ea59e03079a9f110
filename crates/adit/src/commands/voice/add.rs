//! Entries from files.

use adit_facts::{Finding, door};
use adit_record::Moment;
use adit_record::ledger::read_contribution;
use adit_record::voice::{Contribution, ProjectRecord, troubles};

use crate::args::{Global, VoiceAdd};
use crate::outcome::Stop;

/// Opens the record of a project.
pub async fn open(global: &Global, call: &VoiceAdd) -> Result<(), Stop> {
    let contribution = read(call, Some("project"))?;
    check(call, &contribution, None)?;
    let record = super::record(&call.at).await?;
    let written = record.open_project(&call.project, &contribution.stored()?, Moment::now()).await?;
    super::added(global, &call.project, &written)
}

/// Adds an entry, of a kind that must be.
pub async fn run(global: &Global, call: &VoiceAdd, kind: Option<&str>) -> Result<(), Stop> {
    let contribution = read(call, kind)?;
    let record = super::record(&call.at).await?;
    let told = record.entries_since(&call.project, 0).await?;
    let fold = ProjectRecord::of(&call.project, told.iter().filter_map(adit_record::ledger::Told::heard));
    check(call, &contribution, fold.as_ref())?;
    let stored = contribution.stored()?;
    let written = record.append_if(&call.project, call.after, contribution.kind(), stored, None, Moment::now()).await?;
    super::added(global, &call.project, &written)
}

fn read(call: &VoiceAdd, kind: Option<&str>) -> Result<Contribution, Stop> {
    let file = call.file.display().to_string();
    let contribution = read_contribution(&door::read_text(&call.file)?).map_err(|trouble| {
        let place = |number: usize| u64::try_from(number).unwrap_or(0);
        let finding = Finding::error("voice-file.wrong", trouble.says)
            .in_file(&file)
            .at(place(trouble.line), place(trouble.column))
            .hint(trouble.hint);
        Stop::Failed(vec![finding])
    })?;
    match kind.filter(|kind| contribution.kind().word() != *kind) {
        None => Ok(contribution),
        Some(kind) => Err(Stop::wrong(
            format!("{file} holds an entry of the kind \"{}\", not \"{kind}\"", contribution.kind().word()),
            "`adit voice add` takes every kind",
        )),
    }
}

fn check(call: &VoiceAdd, contribution: &Contribution, fold: Option<&ProjectRecord>) -> Result<(), Stop> {
    let file = call.file.display().to_string();
    let finding = |trouble: &adit_record::round::Trouble| {
        Finding::error("voice-file.wrong", trouble.to_string()).in_file(&file).hint("nothing was recorded")
    };
    let findings: Vec<Finding> = troubles(contribution, fold).iter().map(finding).collect();
    if findings.is_empty() { Ok(()) } else { Err(Stop::Failed(findings)) }
}
