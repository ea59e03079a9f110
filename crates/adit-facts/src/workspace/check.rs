//! What is checked beyond reading the tables, and what a workspace overrides.

use std::path::Path;

use super::Workspace;
use super::files::Folder;
use super::lock;
use crate::changes::Changes;
use crate::finding::Finding;
use crate::package::Package;
use crate::table::Table;

/// Scenarios, sums, and the lock if there is one.
pub(super) fn beyond_loading(dir: &Path, package: &Package, workspace: Option<&Workspace>) -> Vec<Finding> {
    let folder = match Folder::open(dir) {
        Ok(folder) => folder,
        Err(finding) => return vec![finding],
    };
    let mut findings = sums(&folder, package);
    findings.extend(sectors(&folder, package));
    findings.extend(scenarios(&folder, package));
    if let Some(workspace) = workspace.filter(|_| dir.join(lock::FILE).exists()) {
        findings.extend(workspace.verify().unwrap_or_else(|errors| errors));
    }
    findings
}

/// One note for each value of the base that the workspace replaces.
pub(super) fn overrides(folder: &Folder, package: &Package) -> Vec<Finding> {
    let note = |conflict: &crate::table::Conflict| {
        let blank = |text: &str| if text.is_empty() { "blank".to_owned() } else { text.to_owned() };
        let base = package.base_source(conflict.at);
        let says = format!(
            "{}: {} is laid over {} ({base})",
            package.key(conflict.at),
            blank(&conflict.now),
            blank(&conflict.was)
        );
        Finding::note("workspace.override", says)
            .in_file(folder.named(&conflict.file))
            .at(conflict.line, conflict.column)
    };
    package.conflicts().iter().map(note).collect()
}

fn scenarios(folder: &Folder, package: &Package) -> Vec<Finding> {
    let (files, mut findings) = folder.list("scenarios", "toml");
    for file in files {
        match folder.read(&file) {
            Ok(text) => findings.extend(Changes::parse(&text, &folder.named(&file), package).err().unwrap_or_default()),
            Err(finding) => findings.push(finding),
        }
    }
    findings
}

/// Lists that the workspace touches and whose shares now sum to more than everything. What the base itself sums to is
/// the publisher's, and is reported with the data.
fn sums(folder: &Folder, package: &Package) -> Vec<Finding> {
    let shares = package.table_names().filter_map(|name| package.table(name)).filter_map(|table| {
        let column = table.schema.column("share_pct")?;
        Some((table, column))
    });
    shares.flat_map(|(table, column)| sums_of(folder, table, column)).collect()
}

fn sums_of(folder: &Folder, table: &Table, column: usize) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for touched in table.rows().iter().filter(|row| !row.origin(column).is_base()) {
        let Some((list, _)) = touched.key().rsplit_once('/') else { continue };
        if seen.contains(&list) {
            continue;
        }
        seen.push(list);
        let numbers = || table.rows_under(list).filter_map(|(_, row)| row.number_at(column));
        let sum: f64 = numbers().map(|n| n.value).sum();
        let low: f64 = numbers().map(|n| n.low).sum();
        // Half a millionth of a percent is the noise of adding decimals in binary, not a share.
        if sum > 1.0 + 5e-9 {
            let rounding = if low > 1.0 { "more than rounding explains" } else { "rounding can explain it" };
            let says = format!("the shares of {}/{list} sum to {:.1} %: {rounding}", table.schema.name, sum * 100.0);
            let origin = touched.origin(column);
            findings.push(
                Finding::warning("workspace.sum", says)
                    .in_file(folder.named(table.file(origin)))
                    .at(origin.line, 1)
                    .hint("lower the other shares of the list, by rows of their own"),
            );
        }
    }
    findings
}

/// Uses that the workspace touches and whose sector has no value added: they would add nothing, silently.
fn sectors(folder: &Folder, package: &Package) -> Vec<Finding> {
    let Some(table) = package.table("end-uses") else { return Vec::new() };
    let Some(column) = table.schema.column("nace") else { return Vec::new() };
    let touched = table.rows().iter().filter(|row| !row.origin(column).is_base() && !row.text_at(column).is_empty());
    let unknown = touched.filter(|row| package.value_added(row.text(table, "edition"), row.text_at(column)).is_none());
    unknown
        .map(|row| {
            let origin = row.origin(column);
            let says = format!(
                "{}: the sector {} has no value added, so that the use adds nothing",
                row.key(),
                row.text_at(column)
            );
            Finding::warning("workspace.sector", says)
                .in_file(folder.named(table.file(origin)))
                .at(origin.line, 1)
                .hint("sectors are like C25: `adit facts value-added` lists them; add others in value-added.csv")
        })
        .collect()
}
