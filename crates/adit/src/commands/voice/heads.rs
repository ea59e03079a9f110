//! Heads leave the house.

use adit_record::Moment;
use serde_json::json;

use crate::args::{Format, Global, VoiceHeads};
use crate::outcome::Stop;
use crate::print;

pub async fn run(global: &Global, call: &VoiceHeads) -> Result<(), Stop> {
    let record = super::record(&call.at).await?;
    if call.rotate {
        let key = record.rotate_head_key(Moment::now()).await?;
        print::note(global.quiet, &format!("Heads are signed with the key {key} from now on."))?;
    }
    let published = record.publish_heads(Moment::now()).await?;
    let lines: Vec<String> = published.projects.iter().chain([&published.house]).map(ToString::to_string).collect();
    if global.format == Format::Json {
        return print::json(&json!({
            "format": 1, "added": published.added, "public_key": published.house.key, "heads": lines,
        }));
    }
    lines.iter().try_for_each(|line| print::text(line))?;
    print::note(global.quiet, "Give these lines to others: whoever keeps one can find a rewritten chain or a cut tail.")
}
