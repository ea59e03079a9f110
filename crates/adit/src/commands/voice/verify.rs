//! Does a record hold?

use std::path::Path;

use adit_facts::door;
use adit_record::Hash;
use adit_record::ledger::{HOUSE, Seen, verify_export};
use serde_json::json;

use crate::args::{Format, Global, Held, VoiceVerify};
use crate::outcome::Stop;
use crate::print;

pub async fn run(global: &Global, call: &VoiceVerify) -> Result<(), Stop> {
    let seen = call.head.as_deref().map(str::parse::<Seen>).transpose();
    let seen =
        seen.map_err(|error| Stop::wrong(error.to_string(), "copy the head from a receipt, or leave --head out"))?;
    let key = call.key.as_deref().map(str::parse::<Hash>).transpose();
    let key = key.map_err(|_| Stop::wrong("a public key is 64 hexadecimal digits", "`adit voice heads` prints it"))?;
    let Some(db) = &call.db else { return file(global, &call.what, seen.as_ref(), key) };
    let at = Held { db: db.clone(), head_key: call.head_key.clone() };
    let record = super::record(&at).await?;
    let verdict = match call.what.as_str() {
        HOUSE => record.verify_house(seen.as_ref()).await?,
        project => record.verify_project(project, seen.as_ref()).await?,
    };
    let flaws: Vec<String> = verdict.flaws.iter().map(ToString::to_string).collect();
    let head = verdict.head.map(|head| head.hash);
    if global.format == Format::Json {
        print::json(&json!({
            "format": 1, "chain": call.what, "holds": verdict.holds(), "head": head, "flaws": flaws,
        }))?;
    } else if verdict.holds() {
        print::text(&format!("The record of \"{}\" holds: every hash was computed again.", call.what))?;
        print::text(&format!("Head of its chain: {}", head.map(|head| head.to_string()).unwrap_or_default()))?;
    }
    if verdict.holds() { Ok(()) } else { Err(super::damaged(flaws)) }
}

fn file(global: &Global, name: &str, seen: Option<&Seen>, key: Option<Hash>) -> Result<(), Stop> {
    if !Path::new(name).exists() {
        return Err(Stop::wrong(format!("there is no file {name}"), "for a project or the house give --db DATABASE"));
    }
    let verdict = verify_export(&door::read_text(Path::new(name))?, seen, key);
    let head = verdict.head.as_ref().map(ToString::to_string);
    if global.format == Format::Json {
        print::json(&json!({
            "format": 1, "chain": verdict.chain, "holds": verdict.flaws.is_empty(), "entries": verdict.entries,
            "with_content": verdict.with_content, "signed_head": head, "flaws": verdict.flaws,
        }))?;
    } else if verdict.flaws.is_empty() {
        print::text(&format!(
            "{name} holds: {} entries of {}, {} with their content.",
            verdict.entries, verdict.chain, verdict.with_content
        ))?;
        print::text(&format!("Its signed head: {}", head.unwrap_or_default()))?;
        if seen.is_none() && key.is_none() {
            let says = "By itself a file only agrees with itself: compare its head or its key with one that you have \
                from elsewhere (--head, --key).";
            print::note(global.quiet, says)?;
        }
    }
    if verdict.flaws.is_empty() { Ok(()) } else { Err(super::damaged(verdict.flaws)) }
}
