//! A workspace: a folder in which a user's own figures are laid over the European package.
//!
//! ```text
//! adit.toml      format = 1, name, regions, [base] edition and hash
//! facts/         CSV with the schemas of data/ (file name = table name), laid over the base by key;
//!                facts/trade/YEAR.csv replaces that year's trade in every good that it holds
//! scenarios/     scenario files
//! projects/      a region's own projects, and changes to those of the base
//! portfolios/ reports/
//! maps/          official boundaries, once `adit import nuts` kept them
//! adit.lock      content hashes, written by `lock`
//! ```
//!
//! Files are named in results by their path within the folder (`facts/recycling.csv`), so that a result is the same on
//! every machine; findings name them as the user can open them (`demo/facts/recycling.csv`).

use std::path::{Path, PathBuf};

use crate::finding::{Finding, any_error};
use crate::package::Package;

mod check;
pub mod files;
pub mod lock;
pub mod manifest;
pub mod maps;
mod projects;
mod starter;

pub use lock::Lock;
pub use manifest::Manifest;

use files::Folder;

/// The file that makes a folder a workspace.
pub const MANIFEST: &str = "adit.toml";

/// A workspace folder that was read without errors.
#[derive(Debug, Clone)]
pub struct Workspace {
    dir: PathBuf,
    manifest: Manifest,
    base_hash: String,
}

impl Workspace {
    /// The folder, as the user named it.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// What `adit.toml` says.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Makes a new workspace, with an example of everything, and returns the paths written. A folder that holds
    /// anything is refused; on an error nothing stays behind.
    pub fn init(dir: &Path) -> Result<Vec<PathBuf>, Vec<Finding>> {
        starter::write(dir, &base()?).map_err(|finding| vec![finding])
    }

    /// The workspace that a folder is, or lies in: the nearest folder upwards with an `adit.toml`.
    pub fn find(from: &Path) -> Option<PathBuf> {
        if from.join(MANIFEST).exists() {
            return Some(from.to_owned());
        }
        let whole = from.canonicalize().ok()?;
        whole.ancestors().skip(1).find(|dir| dir.join(MANIFEST).exists()).map(Path::to_owned)
    }

    /// Reads `adit.toml` and lays every table of `facts/` and every project of `projects/` over the base. The findings beside the result are warnings
    /// and notes, every overridden value among them; if anything is an error, all findings and no package come back.
    pub fn load(dir: &Path) -> Result<(Package, Self, Vec<Finding>), Vec<Finding>> {
        let (package, workspace, findings) = Self::read(dir)?;
        match workspace {
            Some(workspace) if !any_error(&findings) => Ok((package, workspace, findings)),
            _ => Err(findings),
        }
    }

    /// Everything that is wrong with a workspace, at once: `adit.toml`, the tables, the scenarios, lists that sum to
    /// more than everything; and, as notes, what overrides the base and what changed since the lock.
    pub fn check(dir: &Path) -> Vec<Finding> {
        match Self::read(dir) {
            Err(findings) => findings,
            Ok((package, workspace, mut findings)) => {
                findings.extend(check::beyond_loading(dir, &package, workspace.as_ref()));
                findings
            }
        }
    }

    /// Content hashes of the base and of every file of the workspace as it stands now. Writes nothing.
    pub fn snapshot(&self) -> Result<Lock, Vec<Finding>> {
        Lock::of(&Folder::open(&self.dir).map_err(|finding| vec![finding])?, &self.base_hash)
    }

    /// Writes `adit.lock`: the snapshot of this moment.
    pub fn lock(&self) -> Result<Lock, Vec<Finding>> {
        let lock = self.snapshot()?;
        lock.write(&self.dir).map_err(|finding| vec![finding])?;
        Ok(lock)
    }

    /// What is different from `adit.lock`: one note for each file, for the base and for the version; empty if nothing.
    pub fn verify(&self) -> Result<Vec<Finding>, Vec<Finding>> {
        let folder = Folder::open(&self.dir).map_err(|finding| vec![finding])?;
        let locked = Lock::read(&folder).map_err(|finding| vec![finding])?;
        Ok(locked.differences(&self.snapshot()?, &folder.named(lock::FILE)))
    }

    /// Reads as much as can be read. `None` for the workspace means that `adit.toml` has errors.
    fn read(dir: &Path) -> Result<(Package, Option<Self>, Vec<Finding>), Vec<Finding>> {
        let folder = Folder::open(dir).map_err(|finding| vec![finding])?;
        let mut package = base()?;
        let base_hash = package.hash().to_owned();
        let mut findings = Vec::new();
        let manifest = match folder.read(MANIFEST) {
            Ok(text) => Manifest::parse(&text, &folder.named(MANIFEST), &package),
            Err(finding) => Err(vec![finding]),
        };
        let manifest = match manifest {
            Ok((manifest, warnings)) => {
                findings.extend(warnings);
                Some(manifest)
            }
            Err(errors) => {
                findings.extend(errors);
                None
            }
        };
        let edition = manifest.as_ref().map_or(crate::package::DEFAULT_EDITION, |m| m.edition.as_str());
        findings.extend(lay_tables_over(&folder, &mut package, edition));
        findings.extend(projects::lay_over(&folder, &mut package));
        findings.extend(check::overrides(&folder, &package));
        let workspace = manifest.map(|manifest| Self { dir: dir.to_owned(), manifest, base_hash });
        Ok((package, workspace, findings))
    }
}

/// The built-in package; its own errors would be a fault of the build, which tests exclude.
fn base() -> Result<Package, Vec<Finding>> {
    Package::embedded().map_err(|error| vec![Finding::error("package.broken", error.to_string())])
}

/// Lays `facts/*.csv` over the package, words before the tables that use them, and `facts/trade/*.csv` after both.
fn lay_tables_over(folder: &Folder, package: &mut Package, edition: &str) -> Vec<Finding> {
    let (mut tables, mut findings) = folder.list("facts", "csv");
    let order: Vec<String> = package.table_names().map(str::to_owned).collect();
    tables.sort_by_key(|file| order.iter().position(|name| *name == files::stem(file)).unwrap_or(order.len()));
    for file in tables {
        match folder.read(&file) {
            Ok(text) => {
                let said = package.lay_over(files::stem(&file), &file, &text, edition);
                findings.extend(said.into_iter().map(|finding| folder.as_named(finding)));
            }
            Err(finding) => findings.push(finding),
        }
    }
    let (years, said) = folder.list(files::TRADE, "csv");
    findings.extend(said);
    for file in years {
        match folder.read(&file) {
            Ok(text) => {
                let said = package.lay_trade_over(&file, &text);
                findings.extend(said.into_iter().map(|finding| folder.as_named(finding)));
            }
            Err(finding) => findings.push(finding),
        }
    }
    findings
}
