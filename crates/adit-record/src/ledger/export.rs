//! A project's public record in one file that verifies without us: a line of JSON for each entry, the signed head last.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::chain::{self, Entry, Flaw, Head, Link, Payload};
use crate::error::RecordError;
use crate::hash::Hash;
use crate::ledger::{PublicKey, Seen, Signed, SignedHead, chain_of, payload, told, verify};
use crate::record::{Record, ledger};
use crate::store::Vault;
use crate::voice::ProjectRecord;

/// What the first line of such a file names.
pub const EXPORT_FORMAT: &str = "adit-export-1";

#[derive(Serialize, Deserialize)]
struct First {
    format: String,
    chain: String,
}

/// An entry as it is exported: the public part, and the content where everybody may see it.
#[derive(Serialize, Deserialize)]
struct Line {
    sequence: i64,
    previous: Hash,
    kind: String,
    day: String,
    commitment: Hash,
    hash: Hash,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    salt: Option<Hash>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stored: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Last {
    head: Hash,
    sequence: i64,
    public_key: PublicKey,
    signature: String,
}

/// What the verification of an exported file found.
#[derive(Debug)]
pub struct ExportVerdict {
    /// The chain.
    pub chain: String,
    /// Entries.
    pub entries: usize,
    /// Of these, how many came with their content.
    pub with_content: usize,
    /// The signed head at the end.
    pub head: Option<SignedHead>,
    /// What is wrong, each with its line.
    pub flaws: Vec<String>,
}

impl Record {
    /// The public record of a project as text: contents that readers see, and of all else the public part alone. Nothing
    /// of a record that is confidential as a whole.
    pub async fn export(&self, project: &str) -> Result<String, RecordError> {
        let chain = chain_of(project);
        let (head, entries) = ledger!(self, ledger => ledger.kept(&chain, 0).await)?;
        let head = head.ok_or_else(|| RecordError::NoSuchProject(project.to_owned()))?;
        let heard = entries.iter().filter_map(|kept| told(&chain, kept.clone()).heard());
        let fold = ProjectRecord::of(project, heard);
        let first = First { format: EXPORT_FORMAT.to_owned(), chain: chain.clone() };
        let mut text = serde_json::to_string(&first)? + "\n";
        for kept in &entries {
            let public = fold.as_ref().and_then(|fold| {
                let item = fold.item(kept.entry.sequence)?;
                fold.is_public(item).then_some(())
            });
            let content = public.and_then(|()| payload(&chain, kept));
            let Entry { sequence, previous, commitment, hash, .. } = kept.entry;
            let word = |word: Option<&str>| word.unwrap_or_default().to_owned();
            let salt = content.as_ref().map(|payload| payload.salt);
            let stored = content.and_then(|payload| String::from_utf8(payload.stored).ok());
            let (kind, day) = (word(kept.entry.word()), word(kept.entry.day()));
            let salt = salt.filter(|_| stored.is_some());
            let line = Line { sequence, previous, kind, day, commitment, hash, salt, stored };
            text += &serde_json::to_string(&line)?;
            text.push('\n');
        }
        let SignedHead { head, key, signature, .. } = self.head_key.key()?.head(&chain, head);
        let last = Last { head: head.hash, sequence: head.sequence, public_key: key, signature: signature.to_string() };
        Ok(text + &serde_json::to_string(&last)? + "\n")
    }
}

/// Verifies an exported file by itself; `seen` is a head that was kept elsewhere, `key` the public key of the house as it
/// is known from elsewhere. Without them a file that somebody made up as a whole verifies too.
pub fn verify_export(text: &str, seen: Option<&Seen>, key: Option<PublicKey>) -> ExportVerdict {
    let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line)).peekable();
    let mut verdict =
        ExportVerdict { chain: String::new(), entries: 0, with_content: 0, head: None, flaws: Vec::new() };
    match lines.next().map(|(_, line)| exactly::<First>(line)) {
        Some(Ok(first)) if first.format == EXPORT_FORMAT => verdict.chain = first.chain,
        _ => verdict.flaws.push(format!("line 1: the file does not begin with the format {EXPORT_FORMAT}")),
    }
    let (mut links, mut places, mut last) = (Vec::new(), BTreeMap::new(), None);
    while let Some((at, line)) = lines.next() {
        if lines.peek().is_none() {
            last = exactly::<Last>(line).ok();
            if last.is_none() {
                verdict.flaws.push(format!("line {at}: the file does not end with a signed head: it was cut"));
            }
            break;
        }
        match exactly::<Line>(line) {
            Ok(line) => {
                places.insert(line.sequence, at);
                links.push(link(line));
            }
            Err(error) => verdict.flaws.push(format!("line {at}: {error}")),
        }
    }
    let head = last.and_then(|last| signed(&verdict.chain, &last));
    let checked = chain::verify(&verdict.chain, &links, head.as_ref().map(|signed| signed.head), seen.map(Seen::hash));
    for flaw in checked.flaws {
        match flaw {
            // Contents that are withheld, confidential or erased are not in the file.
            Flaw::PayloadMissing(_) => {}
            flaw => {
                let line = place(&flaw).and_then(|entry| places.get(&entry));
                verdict.flaws.push(line.map_or_else(|| flaw.to_string(), |line| format!("line {line}: {flaw}")));
            }
        }
    }
    let exposed = verify::erased(&links);
    let exposed = links.iter().filter(|link| link.payload.is_some() && exposed.contains(&link.entry.sequence));
    verdict.flaws.extend(exposed.map(|link| Flaw::NotErased(link.entry.sequence).to_string()));
    match &head {
        Some(signed) if !signed.holds() => {
            verdict.flaws.push("last line: the signature is not that of the public key beside it".to_owned());
        }
        Some(signed) if key.is_some_and(|key| key != signed.key) => {
            verdict.flaws.push(format!("last line: signed with {}, which is not the key that you gave", signed.key));
        }
        Some(_) => {}
        None => verdict.flaws.push("last line: there is no signed head".to_owned()),
    }
    verdict.entries = links.len();
    verdict.with_content = links.iter().filter(|link| link.payload.is_some()).count();
    verdict.head = head;
    verdict
}

/// Reads a line that is written in the one way there is, so that no byte of it can be changed unnoticed.
fn exactly<T: Serialize + serde::de::DeserializeOwned>(line: &str) -> Result<T, String> {
    let read: T = serde_json::from_str(line).map_err(|error| format!("it cannot be read: {error}"))?;
    let written = serde_json::to_string(&read).map_err(|error| error.to_string())?;
    if written == line { Ok(read) } else { Err("it is not as adit writes such a line: it was changed".to_owned()) }
}

fn link(line: Line) -> Link {
    let Line { sequence, previous, kind, day, commitment, hash, salt, stored } = line;
    let entry = Entry { sequence, previous, header: format!("kind {kind}\nday {day}"), commitment, hash };
    let payload = salt.zip(stored).map(|(salt, stored)| Payload { salt, stored: stored.into_bytes() });
    Link { entry, payload }
}

fn signed(chain: &str, last: &Last) -> Option<SignedHead> {
    let head = Head { sequence: last.sequence, hash: last.head };
    let signature: Signed = last.signature.parse().ok()?;
    Some(SignedHead { chain: chain.to_owned(), head, key: last.public_key, signature })
}

fn place(flaw: &Flaw) -> Option<i64> {
    match *flaw {
        Flaw::Unlinked(at) | Flaw::Changed(at) | Flaw::PayloadChanged(at) => Some(at),
        Flaw::Gap { found, .. } => Some(found),
        _ => None,
    }
}
