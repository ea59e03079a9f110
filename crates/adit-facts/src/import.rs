//! Importers: the publishers' own files, read into tables like those of `data/`.
//!
//! A file is recognised by its header and refused whole if anything in it is not as it should be; nothing is imported
//! by halves. Numbers keep the text in which they were published; names become ids; `row` is the number of the record
//! in the file, where the header is record 1. `data/README.md` says the same from the other end.

use std::path::PathBuf;

use crate::door;
use crate::finding::{Finding, any_error};
use crate::package::Package;

mod ec_annex;
mod names;
mod raw;
mod sheet;
mod sourced;
mod wgi;

use raw::RawFile;

/// A publisher whose files adit reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportSource {
    /// The annexes of the European Commission's study of 2023, as CSV.
    EcAnnex,
    /// The World Bank's Worldwide Governance Indicators, one line for each country, year and indicator.
    Wgi,
}

impl ImportSource {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::EcAnnex, Self::Wgi];

    /// The name on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::EcAnnex => "ec-annex",
            Self::Wgi => "wgi",
        }
    }

    /// What it reads, in plain English.
    pub fn about(self) -> &'static str {
        match self {
            Self::EcAnnex => {
                "European Commission, study on the critical raw materials for the EU 2023: supply shares, uses, results by \
                 material, and the five assessments over time (CSV, UTF-8 or cp1252)"
            }
            Self::Wgi => {
                "World Bank, Worldwide Governance Indicators: one line for each country, year and indicator (CSV)"
            }
        }
    }

    /// From its name on the command line.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.id() == text)
    }
}

/// A table read from a publisher's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedTable {
    /// Name of the table.
    pub name: String,
    /// The table as CSV with the columns of `data/`, without sources: those are in the schema.
    pub csv: String,
    /// Number of rows without the header.
    pub rows: usize,
    /// What is odd in the file and was taken as it stands.
    pub notes: Vec<Finding>,
}

/// Reads a publisher's files: all tables that they give, or everything that is wrong with them.
pub fn import(source: ImportSource, files: &[PathBuf], package: &Package) -> Result<Vec<ImportedTable>, Vec<Finding>> {
    let mut findings = Vec::new();
    let mut contents = Vec::new();
    for path in files {
        match door::read_bytes(path) {
            Ok(bytes) => contents.push((path.display().to_string(), bytes)),
            Err(finding) => findings.push(finding),
        }
    }
    match import_bytes(source, contents, package) {
        Ok(tables) if findings.is_empty() => Ok(tables),
        Ok(_) => Err(findings),
        Err(more) => Err(findings.into_iter().chain(more).collect()),
    }
}

/// The same with the files' names and content at hand.
pub fn import_bytes(
    source: ImportSource,
    files: Vec<(String, Vec<u8>)>,
    package: &Package,
) -> Result<Vec<ImportedTable>, Vec<Finding>> {
    if files.is_empty() {
        return Err(vec![Finding::error("import.no-file", "no file was named").hint("name the publisher's files")]);
    }
    let mut findings = Vec::new();
    let mut raws: Vec<RawFile> = Vec::new();
    for (name, bytes) in files {
        match RawFile::read(source, name, bytes) {
            Ok(raw) => match raws.iter().find(|other| other.kind == raw.kind) {
                None => raws.push(raw),
                Some(other) => {
                    let says = format!("holds the same as {}: {}", other.file, raw.kind.about());
                    findings.push(
                        Finding::error("import.twice", says).in_file(&raw.file).at(1, 1).hint("name one of the two"),
                    );
                }
            },
            Err(more) => findings.extend(more),
        }
    }
    let mut tables = Vec::new();
    let sheets = match source {
        ImportSource::EcAnnex => ec_annex::sheets(&raws, package),
        ImportSource::Wgi => wgi::sheets(&raws, package),
    };
    for sheet in sheets {
        let (table, said) = sheet.finish(package);
        findings.extend(said);
        tables.push(table);
    }
    if any_error(&findings) { Err(findings) } else { Ok(tables) }
}
