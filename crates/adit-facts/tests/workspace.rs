//! Workspaces on a real file system: made, read, checked, locked; and everything that can be wrong with their files.

// A test stops where something is wrong.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use adit_facts::{Finding, Workspace};

#[path = "workspace/files.rs"]
mod files;
#[path = "workspace/lock.rs"]
mod lock;
#[path = "workspace/manifest.rs"]
mod manifest;
#[path = "workspace/maps.rs"]
mod maps;
#[path = "workspace/projects.rs"]
mod projects;
#[path = "workspace/tables.rs"]
mod tables;

/// A folder of its own for one test, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("workspace-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// A new workspace `demo` in the folder.
    fn workspace() -> Self {
        let folder = Self::new();
        Workspace::init(&folder.demo()).unwrap();
        folder
    }

    fn demo(&self) -> PathBuf {
        self.0.join("demo")
    }

    fn write(&self, file: &str, content: impl AsRef<[u8]>) {
        fs::write(self.demo().join(file), content).unwrap();
    }

    fn check(&self) -> Vec<Finding> {
        Workspace::check(&self.demo())
    }

    /// Code, file within the workspace, line and column of every finding of `check`.
    fn found(&self) -> Vec<(&'static str, String, Option<u64>, Option<u64>)> {
        let within = |file: Option<String>| {
            let file = file.unwrap_or_default();
            let path = Path::new(&file).strip_prefix(self.demo()).map(Path::to_path_buf);
            path.map_or(file, |path| path.display().to_string())
        };
        self.check().into_iter().map(|f| (f.code, within(f.file), f.line, f.column)).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code).collect()
}

fn said(findings: &[Finding]) -> String {
    findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_new_workspace_is_in_order() {
    let folder = Folder::new();
    let written = Workspace::init(&folder.demo()).unwrap();
    assert!(written.iter().all(|path| path.is_file()), "{written:?}");
    for name in [
        "adit.toml",
        "README.md",
        ".gitignore",
        "facts/README.md",
        "projects/README.md",
        "scenarios/lithium-quarter-finland.toml",
    ] {
        let path = folder.demo().join(name);
        assert!(written.contains(&path), "{name}");
        let text = fs::read_to_string(path).unwrap();
        assert!(!text.contains('{') && !text.contains('}'), "{name} has a gap that was not filled:\n{text}");
    }
    for name in ["projects", "portfolios", "reports"] {
        assert!(folder.demo().join(name).is_dir(), "{name}");
    }
    assert_eq!(said(&folder.check()), "");
    let (package, workspace, findings) = Workspace::load(&folder.demo()).unwrap();
    assert_eq!(said(&findings), "");
    assert_eq!(workspace.manifest().name, "demo");
    assert_eq!(workspace.manifest().edition, "ec-2023");
    assert_eq!(workspace.manifest().base_hash.as_deref(), Some(package.hash()));
}

#[test]
fn a_folder_that_exists_and_is_empty_will_do() {
    let folder = Folder::new();
    fs::create_dir(folder.demo()).unwrap();
    Workspace::init(&folder.demo()).unwrap();
    assert_eq!(said(&folder.check()), "");
}

#[test]
fn names_are_quoted_as_toml_asks() {
    let folder = Folder::new();
    let dir = folder.0.join("a \"quoted\" name \\ with {hash}");
    Workspace::init(&dir).unwrap();
    let (_, workspace, _) = Workspace::load(&dir).unwrap();
    assert_eq!(workspace.manifest().name, "a \"quoted\" name \\ with {hash}");
}

#[test]
fn a_folder_that_holds_anything_is_refused_and_left_alone() {
    let folder = Folder::new();
    fs::create_dir(folder.demo()).unwrap();
    folder.write("mine.txt", "mine");
    let findings = Workspace::init(&folder.demo()).unwrap_err();
    assert_eq!(codes(&findings), ["workspace.not-empty"]);
    assert!(findings[0].file.as_deref().unwrap().ends_with("demo") && findings[0].hint.is_some());
    assert_eq!(fs::read_dir(folder.demo()).unwrap().count(), 1);
}

#[test]
fn what_cannot_be_written_leaves_nothing_behind() {
    let folder = Folder::new();
    fs::write(folder.0.join("file"), "not a folder").unwrap();
    for dir in ["file", "file/demo", "file/a/b"] {
        let findings = Workspace::init(&folder.0.join(dir)).unwrap_err();
        assert_eq!(findings.len(), 1, "{dir}");
        assert!(matches!(findings[0].code, "workspace.no-folder" | "file.unwritable"), "{dir}: {}", findings[0]);
    }
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 1);
    // A folder in the place of a file, made by another program after the check, cannot be written over.
    let name = "x".repeat(300);
    let findings = Workspace::init(&folder.0.join("new").join(&name)).unwrap_err();
    assert_eq!(codes(&findings).len(), 1);
    assert!(!folder.0.join("new").exists(), "the folder above was taken back");
}

#[test]
fn a_workspace_is_found_from_the_folders_below_it() {
    let folder = Folder::workspace();
    assert_eq!(Workspace::find(&folder.demo()), Some(folder.demo()));
    let below = Workspace::find(&folder.demo().join("facts")).unwrap();
    assert_eq!(below, folder.demo().canonicalize().unwrap());
    assert_eq!(Workspace::find(&folder.0.join("nowhere")), None);
}

#[test]
fn a_folder_that_is_no_workspace_is_said_so() {
    let folder = Folder::new();
    assert_eq!(codes(&Workspace::check(&folder.demo())), ["workspace.no-folder"]);
    let findings = Workspace::check(&folder.0);
    assert_eq!(codes(&findings), ["file.unreadable"]);
    assert!(findings[0].file.as_deref().unwrap().ends_with("adit.toml"));
    fs::write(folder.0.join("file"), "").unwrap();
    assert_eq!(codes(&Workspace::check(&folder.0.join("file"))), ["workspace.no-folder"]);
}

/// The example in `facts/README.md` is what a user pastes first, so it must do what it says.
#[test]
fn the_pasted_example_changes_a_rate_and_names_what_it_lies_over() {
    let folder = Folder::workspace();
    let readme = fs::read_to_string(folder.demo().join("facts/README.md")).unwrap();
    let csv = readme.split("```csv\n").nth(1).unwrap().split("```").next().unwrap();
    folder.write("facts/recycling.csv", csv);
    let findings = folder.check();
    assert_eq!(codes(&findings), ["workspace.override"], "{}", said(&findings));
    let place = format!("{}:2:9", folder.demo().join("facts/recycling.csv").display());
    let note =
        format!("{place}: note[workspace.override]: recycling/ec-2023/lithium/eol-rir: 5 is laid over 0 (ec-2023)");
    assert_eq!(findings[0].to_string(), note);
    let (package, _, findings) = Workspace::load(&folder.demo()).unwrap();
    assert_eq!(codes(&findings), ["workspace.override"]);
    let fact = package.view(package.find("recycling/ec-2023/lithium/eol-rir").unwrap());
    assert_eq!((fact.value, fact.printed.as_str(), fact.source.as_str()), (Some(0.05), "5 %", "own estimate, 2026"));
    assert_eq!((fact.file.as_str(), fact.line), ("facts/recycling.csv", 2));
    assert_eq!(fact.locator, "worked out in recycling.xlsx, sheet 1, cell B7");
    let other = package.view(package.find("recycling/ec-2023/cobalt/eol-rir").unwrap());
    assert_eq!((other.source.as_str(), other.file.as_str()), ("ec-2023", "data/recycling.csv"));
}

/// Everything that is wrong is said at once, across all files.
#[test]
fn all_problems_are_said_at_once() {
    let folder = Folder::workspace();
    folder.write("adit.toml", "format = 2\nnam = \"demo\"\n");
    folder.write("facts/recycling.csv", "material,eol_rir_pct,source\nlithum,5,me\nlithium,x,me\n");
    folder.write("facts/nothing.csv", "a,b\n1,2\n");
    folder.write("facts/sheet.xlsx", "PK");
    folder.write(
        "scenarios/broken.toml",
        "format = 1\n[[change]]\nfact = \"recycling/ec-2023/lithum/eol-rir\"\nset = 0.1\n",
    );
    folder.write("scenarios/worse.toml", "format = \n");
    let file = |name: &str| name.to_owned();
    assert_eq!(
        folder.found(),
        [
            ("manifest.unknown-key", file("adit.toml"), Some(2), Some(1)),
            ("manifest.format", file("adit.toml"), Some(1), Some(10)),
            ("manifest.missing-key", file("adit.toml"), Some(1), Some(1)),
            ("workspace.not-read", file("facts/sheet.xlsx"), None, None),
            ("value.impossible", file("facts/recycling.csv"), Some(3), Some(9)),
            ("name.unknown", file("facts/recycling.csv"), Some(2), Some(1)),
            ("workspace.unknown-table", file("facts/nothing.csv"), Some(1), Some(1)),
            ("scenario.unknown-fact", file("scenarios/broken.toml"), Some(3), Some(8)),
            ("scenario.not-readable", file("scenarios/worse.toml"), Some(1), Some(10)),
        ]
    );
    assert!(Workspace::load(&folder.demo()).is_err());
}
