//! ICMM's Global Mining Dataset and the table of sites: what was merged by hand still agrees with the file, and the
//! importer gives the same rows.
//!
//! The file is not part of the project. It is looked for in `../shared/data` beside it, or in `$ADIT_RAW_DATA`.

// A test stops where something is wrong, and says plainly when it was not run.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use adit_facts::import::import_bytes;
use adit_facts::table::Row;
use adit_facts::{Finding, ImportSource, Package, Table};

const FILE: &str = "icmm-global-mining/icmm_gmd_2025_09.csv";
const SOURCE: &str = "icmm-gmd-2025-09";
const HEADER: &str = "ICMMID,Confidence Factor,Mine Name ,Group Names,Latitude,Longitude,Asset Type,Country,\
                      Primary Commodity,Secondary Commodity,Other Commodities\n";

/// The file as text, or `None` with a plain word about it.
fn raw() -> Option<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = std::env::var_os("ADIT_RAW_DATA").map_or_else(|| root.join("../shared/data"), PathBuf::from);
    let text = fs::read_to_string(folder.join(FILE)).ok();
    if text.is_none() {
        eprintln!("NOT RUN: {FILE} is not in {} (set ADIT_RAW_DATA to where it is)", folder.display());
    }
    text
}

/// The records of the file by number.
fn records(text: &str) -> HashMap<String, csv::StringRecord> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap()).map(|record| (record[0].to_owned(), record)).collect()
}

/// The rows of the base that come from ICMM, with their numbers there.
fn of_icmm(sites: &Table) -> Vec<(&Row, Vec<String>)> {
    let numbers = |row: &Row| {
        let parts = row.text(sites, "locator").split(';').map(|part| part.trim().to_owned());
        parts.filter(|part| part.starts_with("ICMM")).collect::<Vec<String>>()
    };
    sites.rows().iter().filter(|row| row.text(sites, "source") == SOURCE).map(|row| (row, numbers(row))).collect()
}

fn import(text: &str) -> Result<(String, Vec<Finding>), Vec<Finding>> {
    let package = Package::embedded().unwrap();
    let files = vec![("icmm.csv".to_owned(), text.as_bytes().to_vec())];
    let mut tables = import_bytes(ImportSource::Icmm, files, &package)?;
    assert_eq!(tables.len(), 1);
    let table = tables.remove(0);
    assert_eq!(table.name, "sites");
    Ok((table.csv, table.notes))
}

/// What ICMM's commodities are here, read off the file by a person and written down apart from the importer.
fn material(commodity: &str) -> Option<&str> {
    match commodity.trim() {
        "barium" => Some("baryte"),
        "chromite" | "ferrochrome" => Some("chromium"),
        "metallurgical coal" => Some("coking-coal"),
        "ferromanganese" | "silicomanganese" => Some("manganese"),
        "platinum group metals" => Some("pgm"),
        "lanthanides" => Some("rare-earths"),
        "phosphate" => Some("phosphate-rock"),
        "iron ore" => Some("iron-ore"),
        "aresnic" => Some("arsenic"),
        "cadimium" => Some("cadmium"),
        "" | "coal" | "thermal coal" | "steel" | "iron" | "mercury" | "uranium" | "pyrite" | "sulphate"
        | "sulphuric acid" => None,
        other => Some(other),
    }
}

/// Name, position and commodities of every row agree with the file; where a row names another position or name, its
/// note says what the file has.
#[test]
fn every_site_of_icmm_agrees_with_the_file() {
    let Some(text) = raw() else { return };
    let records = records(&text);
    let package = Package::embedded().unwrap();
    let sites = package.table("sites").unwrap();
    let rows = of_icmm(sites);
    assert!(rows.len() > 600, "{}", rows.len());
    for (row, numbers) in &rows {
        let place = row.key();
        let first = &records[&numbers[0]];
        let note = row.text(sites, "note");
        let printed = first[2].trim();
        let name = row.text(sites, "name");
        // A name that was encoded twice has more letters in the file than here, and the same plain ones.
        let plain = |text: &str| text.chars().filter(char::is_ascii_alphabetic).collect::<String>();
        let mended = !printed.is_ascii() && !name.is_ascii() && plain(printed) == plain(name);
        assert!(name == printed || mended || note.contains(&format!("ICMM name: {printed}")), "{place}: {printed}");
        let (lat, lon) = (first[4].replace('−', "-"), first[5].replace('−', "-"));
        if row.text(sites, "position") == "ICMM GMD 2025-09" {
            assert_eq!((row.text(sites, "lat"), row.text(sites, "lon")), (lat.as_str(), lon.as_str()), "{place}");
        } else {
            assert!(note.contains(&format!("ICMM gives {lat}, {lon}")), "{place}: {note}");
        }
        let here: BTreeSet<&str> = row.text(sites, "materials").split(';').collect();
        for number in numbers {
            let record = &records[number];
            for commodity in [&record[8], &record[9], &record[10]].iter().flat_map(|cell| cell.split(';')) {
                if let Some(id) = material(commodity) {
                    assert!(here.contains(id), "{place}: {commodity} of {number}");
                }
            }
        }
    }
}

/// Nothing is lost: every asset in the countries that are taken stands in the table once, alone or merged.
#[test]
fn every_european_asset_of_icmm_is_a_site_once() {
    let Some(text) = raw() else { return };
    let package = Package::embedded().unwrap();
    let sites = package.table("sites").unwrap();
    let words = package.vocabulary();
    let beyond = ["AL", "BA", "CH", "GB", "GL", "IS", "ME", "MK", "NO", "RS", "TR", "UA", "XK"];
    let expected: BTreeSet<String> = records(&text)
        .into_iter()
        .filter(|(_, record)| {
            let country = words.country(words.find_country(&record[7]).unwrap());
            country.in_eu27() || beyond.contains(&country.id.as_str())
        })
        .map(|(number, _)| number)
        .collect();
    let found: Vec<String> = of_icmm(sites).into_iter().flat_map(|(_, numbers)| numbers).collect();
    assert_eq!(found.len(), expected.len());
    assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), expected);
}

/// The file once more under new numbers: the importer gives, for each asset that the base did not merge, the row that
/// the base has.
#[test]
fn the_importer_gives_the_rows_of_the_base() {
    let Some(text) = raw() else { return };
    let again: String = text.split_once('\n').unwrap().1.replace("ICMM", "ICMMZ");
    let (csv, notes) = import(&format!("{text}{again}")).unwrap_or_else(|findings| panic!("{findings:?}"));
    assert_eq!(notes.iter().filter(|note| note.code == "import.encoded-twice").count(), notes.len());
    assert!(notes.len() >= 3, "{notes:?}");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|column| column == name).unwrap();
    let imported: HashMap<String, csv::StringRecord> =
        reader.records().map(Result::unwrap).map(|record| (record[0].to_owned(), record)).collect();
    let package = Package::embedded().unwrap();
    let sites = package.table("sites").unwrap();
    let mut compared = 0;
    for (row, numbers) in of_icmm(sites) {
        let kept = &imported[row.key()];
        let cells: Vec<&str> = (0..header.len()).map(|at| row.text_at(at)).collect();
        assert_eq!(kept.iter().collect::<Vec<_>>(), cells, "a site of the base stays as it is");
        // Rows that were looked at by hand have another name, or several numbers.
        let [number] = numbers.as_slice() else { continue };
        let fresh = &imported[&number.replace("ICMM", "icmmz")];
        let by_hand = row.text(sites, "note").contains("as part of");
        if row.text(sites, "operator").is_empty() && row.text(sites, "locator") == number && !by_hand {
            for name in ["name", "country", "lat", "lon", "position", "kind", "materials", "status", "confidence"] {
                assert_eq!(&fresh[column(name)], row.text(sites, name), "{}: {name}", row.key());
            }
            // A note of the base may say more, of the position for example.
            assert!(row.text(sites, "note").starts_with(&fresh[column("note")]), "{}", row.key());
            compared += 1;
        }
    }
    assert!(compared > 550, "{compared}");
}

fn codes(result: Result<(String, Vec<Finding>), Vec<Finding>>) -> Vec<(&'static str, Option<u64>, Option<u64>)> {
    let findings = result.map_or_else(|findings| findings, |(_, notes)| notes);
    findings.into_iter().map(|finding| (finding.code, finding.line, finding.column)).collect()
}

/// What a newer edition may bring, and what damage looks like: each is pointed at.
#[test]
fn odd_records_are_pointed_at() {
    let Some(text) = raw() else { return };
    let with = |record: &str| import(&format!("{text}{record}\n"));
    let mine = "ICMM90001,High,New Mine,,\u{2212}0.5,25.0,Mine,Finland,copper,,";
    assert_eq!(codes(with(mine)), [], "a minus sign of mathematics is read");
    assert!(with(mine).unwrap().0.contains("icmm90001,New Mine,,FI,,-0.5,25.0,"));
    let end = Some(text.lines().count() as u64 + 1);
    assert_eq!(codes(with(&mine.replace("copper", "unobtainium"))), [("name.unknown", end, Some(49))]);
    assert_eq!(codes(with(&mine.replace("Finland", "Finnland"))), [("name.unknown", end, Some(41))]);
    assert_eq!(codes(with(&mine.replace("25.0", "250"))), [("value.impossible", end, Some(31))]);
    assert_eq!(codes(with(&mine.replace("High", "Sure"))), [("value.unknown-word", end, Some(11))]);
    assert_eq!(codes(with(&mine.replace("90001", "05584"))).first(), Some(&("csv.duplicate-key", end, Some(1))));
    // Outside Europe a commodity that adit does not know is no matter.
    assert_eq!(codes(with(&mine.replace("Finland", "Chile").replace("copper", "unobtainium"))), []);
    let without: String =
        text.lines().filter(|line| !line.starts_with("ICMM05584,")).fold(String::new(), |all, line| all + line + "\n");
    assert_eq!(codes(import(&without)).first().map(|code| code.0), Some("import.withdrawn"));
    let cut: String = text.lines().take(8000).fold(String::new(), |all, line| all + line + "\n");
    assert_eq!(codes(import(&cut)).last().map(|code| code.0), Some("import.incomplete"));
    assert_eq!(codes(import(HEADER)), [("import.cut", Some(1), Some(1))]);
}
