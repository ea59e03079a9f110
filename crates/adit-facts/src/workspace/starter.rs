//! A new workspace: a folder with an example of everything, small enough to be read in a minute.

use std::fs;
use std::path::{Path, PathBuf};

use super::files::FOLDERS;
use crate::finding::Finding;
use crate::package::{DEFAULT_EDITION, Package};

/// The files of a new workspace.
const FILES: [(&str, &str); 6] = [
    ("adit.toml", include_str!("starter/adit.toml")),
    ("README.md", include_str!("starter/README.md")),
    (".gitignore", include_str!("starter/gitignore")),
    ("facts/README.md", include_str!("starter/facts.md")),
    ("projects/README.md", include_str!("starter/projects.md")),
    ("scenarios/lithium-quarter-finland.toml", include_str!("starter/lithium-quarter-finland.toml")),
];

/// Writes a new workspace and returns what was written; on an error, takes back what it had written.
pub(super) fn write(dir: &Path, base: &Package) -> Result<Vec<PathBuf>, Finding> {
    refuse_if_not_empty(dir)?;
    let mut made = Made { folders: Vec::new(), files: Vec::new() };
    match make(dir, base, &mut made) {
        Ok(()) => Ok(made.files),
        Err((path, error)) => {
            made.take_back();
            Err(Finding::error("file.unwritable", format!("cannot be written: {error}"))
                .in_file(path.display().to_string())
                .hint("check the path and the permissions"))
        }
    }
}

fn refuse_if_not_empty(dir: &Path) -> Result<(), Finding> {
    let place = dir.display().to_string();
    match fs::read_dir(dir) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(_) => Err(Finding::error("workspace.not-empty", "the folder is not empty")
                .in_file(place)
                .hint("name a new folder: adit init DIR")),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !dir.is_symlink() => Ok(()),
        Err(error) => Err(Finding::error("workspace.no-folder", format!("cannot be a workspace: {error}"))
            .in_file(place)
            .hint("name a new folder: adit init DIR")),
    }
}

/// What was made, to be taken back if the rest cannot be made.
struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    /// Best effort: the error that led here is the one to be told.
    fn take_back(&self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }

    fn folder(&mut self, path: &Path) -> std::io::Result<()> {
        if path.as_os_str().is_empty() || path.is_dir() {
            return Ok(());
        }
        if let Some(parent) = path.parent() {
            self.folder(parent)?;
        }
        fs::create_dir(path)?;
        self.folders.push(path.to_owned());
        Ok(())
    }
}

fn make(dir: &Path, base: &Package, made: &mut Made) -> Result<(), (PathBuf, std::io::Error)> {
    let folder = |path: PathBuf, made: &mut Made| made.folder(&path).map_err(|error| (path, error));
    folder(dir.to_owned(), made)?;
    for name in FOLDERS {
        folder(dir.join(name), made)?;
    }
    let name = name_of(dir);
    for (file, text) in FILES {
        let path = dir.join(file);
        let text = filled(text, &name, base);
        // A file is noted before it is written, so that half a file is taken back too.
        made.files.push(path.clone());
        fs::write(&path, text).map_err(|error| (path, error))?;
    }
    Ok(())
}

/// The text with each `{gap}` filled, in one pass, so that a name that looks like a gap stays a name.
fn filled(text: &str, name: &str, base: &Package) -> String {
    let mut pieces = text.split('{');
    let mut whole = pieces.next().unwrap_or("").to_owned();
    for piece in pieces {
        let (gap, rest) = piece.split_once('}').unwrap_or((piece, ""));
        match gap {
            "name" => whole.push_str(name),
            "quoted-name" => whole.push_str(&toml::Value::String(name.to_owned()).to_string()),
            "edition" => whole.push_str(DEFAULT_EDITION),
            _ => whole.push_str(base.hash()),
        }
        whole.push_str(rest);
    }
    whole
}

/// The folder's own name.
fn name_of(dir: &Path) -> String {
    let whole = dir.canonicalize().unwrap_or_else(|_| dir.to_owned());
    let name = whole.file_name().map(|name| name.to_string_lossy().trim().to_owned()).unwrap_or_default();
    if name.is_empty() { "workspace".to_owned() } else { name }
}
