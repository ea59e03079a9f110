//! The files of a workspace folder: which ones count, and that none of them leads out of it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::door;
use crate::finding::Finding;

/// The folders of a workspace whose files count.
pub const FOLDERS: [&str; 5] = ["facts", "scenarios", "projects", "portfolios", "reports"];

/// The folder within `facts` that holds trade, one file a year.
pub(crate) const TRADE: &str = "facts/trade";

/// An open workspace folder.
#[derive(Debug)]
pub struct Folder {
    dir: PathBuf,
    root: PathBuf,
}

/// Name of a file without folder and ending: the table that it holds.
pub(crate) fn stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

impl Folder {
    /// Opens a folder.
    pub fn open(dir: &Path) -> Result<Self, Finding> {
        let refused = |says: String| {
            Err(Finding::error("workspace.no-folder", says)
                .in_file(dir.display().to_string())
                .hint("name a folder with an adit.toml, or make one: adit init DIR"))
        };
        match dir.canonicalize() {
            Ok(root) if root.is_dir() => Ok(Self { dir: dir.to_owned(), root }),
            Ok(_) => refused("is not a folder".to_owned()),
            Err(error) => refused(format!("cannot be opened: {error}")),
        }
    }

    /// A file of the workspace as the user can open it from where they are.
    pub fn named(&self, file: &str) -> String {
        if self.dir.as_os_str().is_empty() || self.dir == Path::new(".") {
            file.to_owned()
        } else {
            self.dir.join(file).display().to_string()
        }
    }

    /// A finding whose file is named within the workspace, as the user can open it.
    pub(crate) fn as_named(&self, finding: Finding) -> Finding {
        match finding.file.clone() {
            Some(file) => finding.in_file(self.named(&file)),
            None => finding,
        }
    }

    /// Reads a text file of the workspace.
    pub fn read(&self, file: &str) -> Result<String, Finding> {
        let path = self.inside(file)?;
        let bytes = door::read_bytes(&path).map_err(|finding| finding.in_file(self.named(file)))?;
        door::text(bytes, &self.named(file))
    }

    /// The path of a file, if it is a file and lies in the workspace even after following links.
    pub(crate) fn inside(&self, file: &str) -> Result<PathBuf, Finding> {
        let path = self.root.join(file);
        let real = path.canonicalize().map_err(|error| {
            let (says, hint) = match error.kind() {
                std::io::ErrorKind::NotFound => ("is not there".to_owned(), "a workspace is made with: adit init DIR"),
                _ => (format!("cannot be read: {error}"), "check the path and the permissions"),
            };
            Finding::error("file.unreadable", says).in_file(self.named(file)).hint(hint)
        })?;
        if !real.starts_with(&self.root) {
            return Err(Finding::error("file.outside", "leads out of the workspace")
                .in_file(self.named(file))
                .hint("copy the file into the workspace instead of linking to it"));
        }
        if real.is_dir() {
            return Err(Finding::error("file.is-folder", "is a folder, not a file")
                .in_file(self.named(file))
                .hint("a table is a CSV file; move the files of the folder one level up"));
        }
        // Opening a pipe would wait for ever.
        if !real.is_file() {
            return Err(Finding::error("file.unreadable", "is neither a file nor a folder")
                .in_file(self.named(file))
                .hint("remove it, or put a file in its place"));
        }
        Ok(real)
    }

    /// Names of the files of a folder that have an ending, in order, and what is wrong with the rest. Hidden files and
    /// Markdown are for people and left alone; anything else that would not be read is said.
    pub(crate) fn list(&self, folder: &str, ending: &str) -> (Vec<String>, Vec<Finding>) {
        let (entries, mut findings) = self.entries(folder);
        let mut files = Vec::new();
        for name in entries.into_iter().filter(|name| name != TRADE) {
            let extension = Path::new(&name).extension();
            if extension.is_some_and(|given| given.eq_ignore_ascii_case(ending)) {
                match self.inside(&name) {
                    Ok(_) => files.push(name),
                    Err(finding) => findings.push(finding),
                }
            } else if !extension.is_some_and(|given| given.eq_ignore_ascii_case("md")) {
                findings.push(
                    Finding::warning("workspace.not-read", format!("is not read: {folder}/ holds .{ending} files"))
                        .in_file(self.named(&name))
                        .hint(format!("save it as .{ending}, or keep it elsewhere")),
                );
            }
        }
        (files, findings)
    }

    /// Names of what a folder of the workspace holds, in order, without what is hidden.
    fn entries(&self, folder: &str) -> (Vec<String>, Vec<Finding>) {
        let path = self.root.join(folder);
        let unreadable = |says: String| {
            vec![
                Finding::error("file.unreadable", says)
                    .in_file(self.named(folder))
                    .hint("check the path and the permissions"),
            ]
        };
        let real = match path.canonicalize() {
            Ok(real) => real,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !path.is_symlink() => {
                return Default::default();
            }
            // A folder within what is no folder: that is said of the outer one.
            Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => return Default::default(),
            Err(error) => return (Vec::new(), unreadable(format!("cannot be read: {error}"))),
        };
        if !real.starts_with(&self.root) {
            let finding = Finding::error("file.outside", "leads out of the workspace")
                .in_file(self.named(folder))
                .hint("copy the folder into the workspace instead of linking to it");
            return (Vec::new(), vec![finding]);
        }
        let mut names = Vec::new();
        let mut findings = Vec::new();
        match fs::read_dir(&real) {
            Err(error) => findings = unreadable(format!("is not a readable folder: {error}")),
            Ok(entries) => {
                for entry in entries.flatten() {
                    match entry.file_name().into_string() {
                        Ok(name) if name.starts_with('.') => {}
                        Ok(name) => names.push(format!("{folder}/{name}")),
                        Err(name) => {
                            findings.extend(unreadable(format!("holds a name that is not UTF-8: {}", name.display())));
                        }
                    }
                }
            }
        }
        names.sort();
        (names, findings)
    }

    /// Every file that counts, in order: `adit.toml` and the files of the five folders and the folders below them;
    /// nothing hidden, and no Markdown beside the tables and projects.
    pub(crate) fn all(&self) -> (Vec<String>, Vec<Finding>) {
        let mut files = vec![super::MANIFEST.to_owned()];
        let mut findings = Vec::new();
        let mut folders: Vec<String> = FOLDERS.iter().rev().map(|&name| name.to_owned()).collect();
        while let Some(folder) = folders.pop() {
            let (entries, said) = self.entries(&folder);
            findings.extend(said);
            for name in entries {
                let real_folder = self.root.join(&name).symlink_metadata().is_ok_and(|about| about.is_dir());
                if real_folder {
                    folders.push(name);
                } else if !(matches!(folder.as_str(), "facts" | "projects")
                    && Path::new(&name).extension().is_some_and(|e| e.eq_ignore_ascii_case("md")))
                {
                    match self.inside(&name) {
                        Ok(_) => files.push(name),
                        Err(finding) => findings.push(finding),
                    }
                }
            }
        }
        files.sort();
        (files, findings)
    }
}
