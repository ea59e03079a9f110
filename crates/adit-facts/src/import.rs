//! Importers: the publishers' own files, read into tables like those of `data/`.
//!
//! A file is recognised by its header and refused whole if anything in it is not as it should be; nothing is imported
//! by halves. Numbers keep the text in which they were published; names become ids; `row` is the number of the record
//! in the file, where the header is record 1. `data/README.md` says the same from the other end.

use std::path::PathBuf;

use crate::door;
use crate::finding::{Finding, any_error};
use crate::package::Package;

mod baci;
mod ec_annex;
mod eurostat;
mod figure;
mod gzip;
mod icmm;
mod names;
mod nuts;
mod raw;
mod sheet;
mod sourced;
mod usgs_mcs;
mod wgi;
mod wmd;

pub use baci::{BACI, ImportedTrade, ImportedYear, Progress, import_baci};
use nuts::Collection;
use raw::RawFile;

/// A publisher whose files adit reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportSource {
    /// The annexes of the European Commission's study of 2023, as CSV.
    EcAnnex,
    /// Eurostat's regional statistics: population, GDP, unemployment, employment, persons employed in mining.
    Eurostat,
    /// The International Council on Mining and Metals' Global Mining Dataset.
    Icmm,
    /// Eurostat's regions (GISCO), as `GeoJSON`.
    Nuts,
    /// The World Bank's Worldwide Governance Indicators, one line for each country, year and indicator.
    Wgi,
    /// The world tables of the U.S. Geological Survey's Mineral Commodity Summaries 2025.
    UsgsMcs,
    /// World Mining Data of the Austrian Federal Ministry of Finance, one line for each commodity, country and year.
    Wmd,
}

impl ImportSource {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::EcAnnex, Self::Eurostat, Self::Icmm, Self::Nuts, Self::UsgsMcs, Self::Wgi, Self::Wmd];

    /// The name on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::EcAnnex => "ec-annex",
            Self::Eurostat => "eurostat",
            Self::Icmm => "icmm",
            Self::Nuts => "nuts",
            Self::Wgi => "wgi",
            Self::UsgsMcs => "usgs-mcs",
            Self::Wmd => "wmd",
        }
    }

    /// What it reads, in plain English.
    pub fn about(self) -> &'static str {
        match self {
            Self::EcAnnex => {
                "European Commission, study on the critical raw materials for the EU 2023: supply shares, uses, results by \
                 material, and the five assessments over time (CSV, UTF-8 or cp1252)"
            }
            Self::Eurostat => {
                "Eurostat, statistics of regions: population, gross domestic product, unemployment, employment, persons \
                 employed in mining (CSV, plain or gzip)"
            }
            Self::Icmm => {
                "ICMM, Global Mining Dataset: mines, smelters and refineries with their positions, of which those in Europe \
                 become sites (CSV)"
            }
            Self::Nuts => {
                "Eurostat GISCO, regions of NUTS 2021 and 2024, one level in each file (GeoJSON, plain or gzip); a \
                 workspace keeps their boundaries for its maps"
            }
            Self::Wgi => {
                "World Bank, Worldwide Governance Indicators: one line for each country, year and indicator (CSV)"
            }
            Self::UsgsMcs => {
                "U.S. Geological Survey, Mineral Commodity Summaries 2025, data release: world production, capacity and \
                 reserves (MCS2025_World_Data.csv)"
            }
            Self::Wmd => {
                "Austrian Federal Ministry of Finance, World Mining Data: one line for each commodity, country and year \
                 (CSV)"
            }
        }
    }

    /// The words that name it as a source of a workspace's rows, where the package has no source of that name: figures
    /// that may be read by who holds them and not be restated.
    pub fn words(self) -> Option<&'static str> {
        match self {
            Self::Wmd => Some("World Mining Data, Austrian Federal Ministry of Finance"),
            _ => None,
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
    let mut contents = Vec::new();
    for (name, bytes) in files {
        match gzip::unpacked(&name, bytes) {
            Ok(bytes) => contents.push((name, bytes)),
            Err(finding) => findings.push(finding),
        }
    }
    let sheets = match source {
        ImportSource::EcAnnex => ec_annex::sheets(&raws(source, contents, &mut findings), package),
        ImportSource::Eurostat => eurostat::sheets(&raws(source, contents, &mut findings), package),
        ImportSource::Icmm => icmm::sheets(&raws(source, contents, &mut findings), package),
        ImportSource::Nuts => nuts::sheets(&collections(contents, &mut findings), package),
        ImportSource::Wgi => wgi::sheets(&raws(source, contents, &mut findings), package),
        ImportSource::UsgsMcs => usgs_mcs::sheets(&raws(source, contents, &mut findings), package),
        ImportSource::Wmd => wmd::sheets(&raws(source, contents, &mut findings), package),
    };
    let mut tables = Vec::new();
    for sheet in sheets {
        let (table, said) = sheet.finish(package);
        findings.extend(said);
        tables.push(table);
    }
    if any_error(&findings) { Err(findings) } else { Ok(tables) }
}

/// Boundaries of regions as a publisher draws them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boundaries {
    /// File name under which a workspace keeps them: `nuts-2024-2.geojson`.
    pub file: String,
    /// The publisher's own text.
    pub geojson: String,
}

/// The boundaries of files that [`ImportSource::Nuts`] reads, checked as they are there, or everything that is wrong.
pub fn boundaries(files: &[PathBuf]) -> Result<Vec<Boundaries>, Vec<Finding>> {
    let mut findings = Vec::new();
    let mut contents = Vec::new();
    for path in files {
        let name = path.display().to_string();
        match door::read_bytes(path).and_then(|bytes| gzip::unpacked(&name, bytes)) {
            Ok(bytes) => contents.push((name, bytes)),
            Err(finding) => findings.push(finding),
        }
    }
    let collections = collections(contents, &mut findings);
    if any_error(&findings) {
        return Err(findings);
    }
    let named =
        |of: Collection| Boundaries { file: format!("nuts-{}-{}.geojson", of.vintage, of.level), geojson: of.text };
    Ok(collections.into_iter().map(named).collect())
}

/// The files as CSV, each recognised and none twice.
fn raws(source: ImportSource, files: Vec<(String, Vec<u8>)>, findings: &mut Vec<Finding>) -> Vec<RawFile> {
    let mut raws: Vec<RawFile> = Vec::new();
    for (name, bytes) in files {
        match RawFile::read(source, name, bytes) {
            Ok(raw) => match raws.iter().find(|other| other.kind == raw.kind) {
                None => raws.push(raw),
                Some(other) => findings.push(twice(&raw.file, &other.file, raw.kind.about())),
            },
            Err(more) => findings.extend(more),
        }
    }
    raws
}

/// The files as boundaries of regions, each vintage and level once.
fn collections(files: Vec<(String, Vec<u8>)>, findings: &mut Vec<Finding>) -> Vec<Collection> {
    let mut collections: Vec<Collection> = Vec::new();
    for (name, bytes) in files {
        match Collection::read(name, bytes) {
            Ok(read) => match collections.iter().find(|other| other.holds_as(&read)) {
                None => collections.push(read),
                Some(other) => findings.push(twice(&read.file, &other.file, &read.about())),
            },
            Err(more) => findings.extend(more),
        }
    }
    collections
}

fn twice(file: &str, other: &str, about: &str) -> Finding {
    let says = format!("holds the same as {other}: {about}");
    Finding::error("import.twice", says).in_file(file).at(1, 1).hint("name one of the two")
}
