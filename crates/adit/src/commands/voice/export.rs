//! The public record of a project in a file.

use serde_json::json;

use crate::args::{Format, Global, VoiceExport};
use crate::outcome::Stop;
use crate::print;

pub async fn run(global: &Global, call: &VoiceExport) -> Result<(), Stop> {
    let record = super::record(&call.at).await?;
    let text = record.export(&call.project).await?;
    std::fs::write(&call.output, &text)?;
    let (file, entries) = (call.output.display().to_string(), text.lines().count().saturating_sub(2));
    if global.format == Format::Json {
        return print::json(&json!({"format": 1, "project": call.project, "file": file, "entries": entries}));
    }
    print::text(&format!("{file}: {entries} entries of {}, with the contents that everybody may see", call.project))?;
    print::text(&format!("`adit voice verify {file}` verifies it, without any database."))
}
