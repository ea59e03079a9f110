//! `adit.lock`: content hashes, so that a result can name exactly what it was computed from.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::files::Folder;
use crate::finding::{Finding, any_error};
use crate::fingerprint;

/// Name of the file.
pub const FILE: &str = "adit.lock";

/// Content hashes of a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    format: u32,
    /// Version of adit that wrote it.
    pub adit: String,
    /// Hash of the built-in base, as [`crate::Package::hash`] gives it without a workspace.
    pub base: String,
    /// Hash over the base and all files: the name of the snapshot. The version of adit is not part of it.
    pub snapshot: String,
    /// SHA-256 of every file by its path within the workspace.
    pub files: BTreeMap<String, String>,
}

impl Lock {
    /// The lock of a folder as it stands.
    pub(crate) fn of(folder: &Folder, base: &str) -> Result<Self, Vec<Finding>> {
        let (names, mut findings) = folder.all();
        let mut files = BTreeMap::new();
        for name in names {
            match hash_of(folder, &name) {
                Ok(hash) => {
                    files.insert(name, hash);
                }
                Err(finding) => findings.push(finding),
            }
        }
        if any_error(&findings) {
            return Err(findings);
        }
        let snapshot = snapshot(base, &files);
        Ok(Self { format: 1, adit: env!("CARGO_PKG_VERSION").to_owned(), base: base.to_owned(), snapshot, files })
    }

    /// Reads `adit.lock` of a folder.
    pub(crate) fn read(folder: &Folder) -> Result<Self, Finding> {
        let text = folder.read(FILE).map_err(|finding| finding.hint("write it with `adit check --lock`"))?;
        let broken = |says: String, at: usize| {
            let (line, column) = crate::changes::line_and_column(&text, at);
            Finding::error("lock.not-readable", says)
                .in_file(folder.named(FILE))
                .at(line, column)
                .hint("the file is written by adit; delete it and write it again")
        };
        let lock: Self = toml::from_str(&text)
            .map_err(|error| broken(error.message().to_owned(), error.span().map_or(0, |span| span.start)))?;
        if lock.format != 1 {
            return Err(broken(format!("format {} is not known", lock.format), 0));
        }
        if lock.snapshot != snapshot(&lock.base, &lock.files) {
            return Err(broken("the snapshot is not that of its own entries".to_owned(), 0));
        }
        Ok(lock)
    }

    /// Writes `adit.lock`, whole or not at all.
    pub(crate) fn write(&self, dir: &Path) -> Result<(), Finding> {
        let path = dir.join(FILE);
        // Plain strings and a number always serialise.
        let body = toml::to_string(self).unwrap_or_default();
        let text = format!("# Written by adit: content hashes that name what a result was computed from.\n{body}");
        let fresh = dir.join(".adit.lock.new");
        fs::write(&fresh, text).and_then(|()| fs::rename(&fresh, &path)).map_err(|error| {
            let _ = fs::remove_file(&fresh);
            Finding::error("file.unwritable", format!("cannot be written: {error}"))
                .in_file(path.display().to_string())
                .hint("check the permissions of the folder")
        })
    }

    /// What is different now, as notes on the lock file.
    pub(crate) fn differences(&self, now: &Self, file: &str) -> Vec<Finding> {
        let mut notes = Vec::new();
        let mut say = |code, says: String| notes.push(Finding::note(code, says).in_file(file));
        if self.base != now.base {
            say("lock.base", "the base built into this adit is another one than when the lock was written".to_owned());
        }
        if self.adit != now.adit {
            say("lock.version", format!("was written by adit {}, this is adit {}", self.adit, now.adit));
        }
        for (name, hash) in &self.files {
            match now.files.get(name) {
                None => say("lock.file-removed", format!("{name} is gone since the lock was written")),
                Some(other) if other != hash => {
                    say("lock.file-changed", format!("{name} changed since the lock was written"));
                }
                Some(_) => {}
            }
        }
        for name in now.files.keys().filter(|name| !self.files.contains_key(*name)) {
            say("lock.file-added", format!("{name} is new since the lock was written"));
        }
        notes
    }
}

/// Hash over the base and the files.
fn snapshot(base: &str, files: &BTreeMap<String, String>) -> String {
    let files = files.iter().flat_map(|(name, hash)| [name.as_str(), hash.as_str()]);
    fingerprint::of_texts(std::iter::once(base).chain(files))
}

/// SHA-256 of a file of any size.
fn hash_of(folder: &Folder, name: &str) -> Result<String, Finding> {
    let path = folder.inside(name)?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    let mut read_all = || -> std::io::Result<()> {
        let mut file = fs::File::open(&path)?;
        loop {
            match file.read(&mut buffer)? {
                0 => return Ok(()),
                count => digest.update(&buffer[..count]),
            }
        }
    };
    read_all().map_err(|error| {
        Finding::error("file.unreadable", format!("cannot be read: {error}"))
            .in_file(folder.named(name))
            .hint("check the path and the permissions")
    })?;
    Ok(fingerprint::hex(&digest.finalize()))
}
