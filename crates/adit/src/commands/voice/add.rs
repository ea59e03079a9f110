//! Entries from files.

use std::path::Path;

use adit_facts::{Finding, door};
use adit_record::Moment;
use adit_record::attachment::clean;
use adit_record::ledger::{Draft, Given, read_contribution};
use adit_record::voice::{Contribution, ProjectRecord, Said, troubles};

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
    let mut contribution = read(call, kind)?;
    let file = call.attach.as_deref().map(|file| attach(file, &mut contribution)).transpose()?;
    let record = super::record(&call.at).await?;
    let told = record.entries_since(&call.project, 0).await?;
    let fold = ProjectRecord::of(&call.project, told.iter().filter_map(adit_record::ledger::Told::heard));
    check(call, &contribution, fold.as_ref())?;
    let (kind, stored) = (contribution.kind(), contribution.stored()?);
    let draft = Draft { kind, stored, receipt: None, expected: call.after, file: file.as_ref() };
    let written = record.write(&call.project, &draft, Moment::now()).await?;
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

/// Cleans the file and names it in the entry: it is the author's, or the scan of what was written down for another.
fn attach(path: &Path, contribution: &mut Contribution) -> Result<Given, Stop> {
    let shown = path.display();
    let wrong = |says: String| Stop::wrong(format!("{shown}: {says}"), "nothing was recorded");
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = std::fs::read(path).map_err(|error| wrong(error.to_string()))?;
    let given = Given::new(clean(&name, bytes).map_err(|not_taken| wrong(not_taken.to_string()))?, None);
    let named = Some(given.named());
    match (&mut contribution.recorder, &mut contribution.said) {
        (Some(recorder), _) => recorder.scan = Some(given.named_as_scan()),
        (None, Said::Concern(concern)) => concern.file = named,
        (None, Said::Evidence(evidence)) => evidence.file = named,
        _ => return Err(wrong("no file comes with an entry of this kind".to_owned())),
    }
    Ok(given)
}

fn check(call: &VoiceAdd, contribution: &Contribution, fold: Option<&ProjectRecord>) -> Result<(), Stop> {
    let file = call.file.display().to_string();
    let finding = |trouble: &adit_record::round::Trouble| {
        Finding::error("voice-file.wrong", trouble.to_string()).in_file(&file).hint("nothing was recorded")
    };
    let findings: Vec<Finding> = troubles(contribution, fold).iter().map(finding).collect();
    if findings.is_empty() { Ok(()) } else { Err(Stop::Failed(findings)) }
}
