//! The importers on the publishers' own files: they give the rows of `data/` byte for byte, and refuse broken copies.
//!
//! The files are not part of the project. They are looked for in `../shared/data` beside it, or in `$ADIT_RAW_DATA`.

// A test stops where something is wrong, and says plainly when it was not run.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use adit_facts::import::import_bytes;
use adit_facts::{Finding, ImportSource, ImportedTable, Package, Severity, import};

const EC: [&str; 5] = [
    "eu-crm-2023/annex_results_2023.csv",
    "eu-crm-2023/dimension_CRMsOverTime.csv",
    "eu-crm-2023/fact_GlobalSupplyShares_t.csv",
    "eu-crm-2023/fact_EUSupplyShares_t.csv",
    "eu-crm-2023/fact_MaterialUseShares.csv",
];
const WGI: [&str; 1] = ["worldbank-wgi/wgi_2010_latest_long.csv"];
const ICMM: [&str; 1] = ["icmm-global-mining/icmm_gmd_2025_09.csv"];
const USGS: [&str; 1] = ["usgs-mcs-2025/world_data/MCS2025_World_Data.csv"];
const WMD: [&str; 1] = ["world-mining-data/wmd_production_2018_2024.csv"];

/// The folder of the publishers' files, or `None` with a plain word about it.
fn raw_data() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = std::env::var_os("ADIT_RAW_DATA").map_or_else(|| root.join("../shared/data"), PathBuf::from);
    if folder.join(EC[0]).is_file() && folder.join(WGI[0]).is_file() && folder.join(USGS[0]).is_file() {
        return Some(folder);
    }
    eprintln!("NOT RUN: the publishers' files are not in {} (set ADIT_RAW_DATA to where they are)", folder.display());
    None
}

fn run(source: ImportSource, folder: &Path, files: &[&str]) -> Vec<ImportedTable> {
    let paths: Vec<PathBuf> = files.iter().map(|file| folder.join(file)).collect();
    let package = Package::embedded().unwrap();
    import(source, &paths, &package).unwrap_or_else(|findings| panic!("{}", said(&findings)))
}

fn said(findings: &[Finding]) -> String {
    findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// A table of `data/`: its header, and its rows of some editions (all rows where there is no edition).
fn of_base(table: &str, editions: &[&str]) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(format!("{table}.csv"));
    let text = fs::read_to_string(path).unwrap();
    let keep =
        |line: &str| editions.is_empty() || editions.iter().any(|edition| line.starts_with(&format!("{edition},")));
    let (header, rows) = text.split_once('\n').unwrap();
    let lines: Vec<&str> = std::iter::once(header).chain(rows.lines().filter(|line| keep(line))).collect();
    lines.join("\n") + "\n"
}

#[test]
fn the_annexes_give_the_rows_of_the_base_byte_for_byte() {
    let Some(folder) = raw_data() else { return };
    let tables = run(ImportSource::EcAnnex, &folder, &EC);
    let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "assessments",
            "stage-results",
            "import-reliance",
            "recycling",
            "substitution",
            "world-supply",
            "eu-supply",
            "end-uses",
            "value-added"
        ]
    );
    for table in &tables {
        let editions: &[&str] =
            if table.name == "assessments" { &["ec-2011", "ec-2014", "ec-2020", "ec-2023"] } else { &["ec-2023"] };
        let base = of_base(&table.name, editions);
        for (line, (imported, kept)) in table.csv.lines().zip(base.lines()).enumerate() {
            assert_eq!(imported, kept, "{}, line {}", table.name, line + 1);
        }
        assert_eq!(table.csv, base, "{}", table.name);
        assert_eq!(table.rows, base.lines().count() - 1);
    }
    let notes: Vec<(&str, &str)> =
        tables.iter().flat_map(|t| t.notes.iter().map(|note| (t.name.as_str(), note.code))).collect();
    assert_eq!(notes.iter().filter(|note| **note == ("eu-supply", "import.no-percent-sign")).count(), 1, "{notes:?}");
    assert_eq!(notes.iter().filter(|note| **note == ("value-added", "import.value-differs")).count(), 5, "{notes:?}");
    assert_eq!(notes.len(), 6, "{notes:?}");
}

#[test]
fn the_indicators_give_the_governance_table_byte_for_byte() {
    let Some(folder) = raw_data() else { return };
    let tables = run(ImportSource::Wgi, &folder, &WGI);
    assert_eq!(tables.len(), 1);
    assert_eq!(tables[0].name, "governance");
    assert_eq!(tables[0].csv, of_base("governance", &[]));
}

#[test]
fn the_world_tables_give_production_and_reserves_byte_for_byte() {
    let Some(folder) = raw_data() else { return };
    let tables = run(ImportSource::UsgsMcs, &folder, &USGS);
    assert_eq!(tables.iter().map(|table| table.name.as_str()).collect::<Vec<_>>(), ["production", "reserves"]);
    for table in &tables {
        assert_eq!(table.csv, of_base(&table.name, &["usgs-mcs-2025"]), "{}", table.name);
    }
}

/// A copy in latin-1 without the byte-order mark says the same: non-breaking spaces, accents and all.
#[test]
fn the_world_tables_are_read_in_latin_1_too() {
    let Some(folder) = raw_data() else { return };
    let text = fs::read_to_string(folder.join(USGS[0])).unwrap();
    let latin_1: Vec<u8> = text
        .trim_start_matches('\u{feff}')
        .chars()
        .map(|letter| if letter == '’' { 0x92 } else { u8::try_from(u32::from(letter)).unwrap() })
        .collect();
    let package = Package::embedded().unwrap();
    let tables = import_bytes(ImportSource::UsgsMcs, vec![("latin.csv".to_owned(), latin_1)], &package).unwrap();
    assert_eq!(tables[0].csv, of_base("production", &["usgs-mcs-2025"]));
}

/// World Mining Data are read by who holds them: they lie beside the edition of the base, in its reference forms.
#[test]
fn world_mining_data_lie_beside_the_base() {
    let Some(folder) = raw_data() else { return };
    let mut package = Package::embedded().unwrap();
    let tables = run(ImportSource::Wmd, &folder, &WMD);
    assert_eq!(tables.iter().map(|table| table.name.as_str()).collect::<Vec<_>>(), ["production"]);
    let text = tables[0].for_workspace(&package, ImportSource::Wmd.words());
    let findings = package.lay_over("production", "facts/production.csv", &text, "ec-2023");
    assert!(findings.is_empty(), "{}", said(&findings));
    assert_eq!(package.conflicts(), []);
    let fact = |key: &str| package.view(package.find(&format!("production/wmd-2026/{key}/quantity")).unwrap());
    // 165 t of oxide.
    let lithium = fact("lithium/extraction/PT/2023");
    assert_eq!(lithium.value, Some(76.6));
    assert!(lithium.note.unwrap().contains("Li2O, Li content 0.4645"));
    assert_eq!(lithium.citation, "World Mining Data, Austrian Federal Ministry of Finance");
    assert!(lithium.locator.starts_with("record "), "{}", lithium.locator);
    // Spellings of its own.
    for place in ["TR", "CI", "CD", "CG", "KR", "XK"] {
        let key = format!("/{place}/2023");
        let rows = package.table("production").unwrap().rows();
        assert!(rows.iter().any(|row| row.key().starts_with("wmd-2026/") && row.key().ends_with(&key)), "{place}");
    }
    // The file gives French Guiana the code of Guyana.
    assert_eq!(
        (fact("gold/extraction/GF/2018").value, fact("gold/extraction/GY/2018").value),
        (Some(1.32), Some(19.069))
    );
    // Kilograms, and a world total.
    assert_eq!(fact("rhodium/extraction/world/2024").value, Some(22.785));
    let notes: Vec<&str> = tables[0].notes.iter().map(|note| note.code).collect();
    assert!(!notes.is_empty() && notes.iter().all(|code| *code == "import.sum-differs"), "{notes:?}");
    let vocabulary = package.vocabulary();
    let lithium = vocabulary.find_material("lithium").unwrap();
    let mined = package.production_of("wmd-2026", lithium, adit_facts::Stage::Extraction, 2018);
    assert!(mined.len() > 5, "years that the base does not have");
}

#[test]
fn each_file_can_be_read_alone() {
    let Some(folder) = raw_data() else { return };
    let whole: BTreeMap<String, ImportedTable> =
        run(ImportSource::EcAnnex, &folder, &EC).into_iter().map(|table| (table.name.clone(), table)).collect();
    for file in EC {
        for table in run(ImportSource::EcAnnex, &folder, &[file]) {
            if table.name != "assessments" {
                assert_eq!(Some(&table), whole.get(&table.name), "{file}");
            }
        }
    }
}

/// Imported tables of the base's own editions change nothing: no override, no error.
#[test]
fn imported_tables_lie_over_the_base_without_a_trace() {
    let Some(folder) = raw_data() else { return };
    let mut package = Package::embedded().unwrap();
    let tables = run(ImportSource::EcAnnex, &folder, &EC)
        .into_iter()
        .chain(run(ImportSource::Wgi, &folder, &WGI))
        .chain(run(ImportSource::UsgsMcs, &folder, &USGS))
        .chain(run(ImportSource::Icmm, &folder, &ICMM));
    for table in tables {
        let text = table.for_workspace(&package, None);
        let findings = package.lay_over(&table.name, &format!("facts/{}.csv", table.name), &text, "ec-2023");
        assert!(findings.is_empty(), "{}: {}", table.name, said(&findings));
    }
    assert_eq!(package.conflicts(), []);
}

/// Every broken copy is refused with an error that says where, and nothing is imported.
#[test]
fn broken_copies_are_refused_whole() {
    let Some(folder) = raw_data() else { return };
    let package = Package::embedded().unwrap();
    let sources = [
        (ImportSource::EcAnnex, EC.as_slice()),
        (ImportSource::Wgi, WGI.as_slice()),
        (ImportSource::UsgsMcs, USGS.as_slice()),
        (ImportSource::Icmm, ICMM.as_slice()),
        (ImportSource::Wmd, WMD.as_slice()),
    ];
    for (source, files) in sources {
        for file in files {
            let bytes = fs::read(folder.join(file)).unwrap();
            for (how, broken) in broken_copies(&bytes) {
                // A sound file beside it must not be imported either.
                let mut all = vec![((*file).to_owned(), broken)];
                if let Some(other) = files.iter().find(|other| *other != file) {
                    all.push(((*other).to_owned(), fs::read(folder.join(other)).unwrap()));
                }
                match import_bytes(source, all, &package) {
                    Ok(tables) => panic!("{file}, {how}: imported {} tables", tables.len()),
                    Err(findings) => {
                        assert!(!findings.is_empty(), "{file}, {how}");
                        for finding in &findings {
                            assert_eq!(finding.severity, Severity::Error, "{file}, {how}: {finding}");
                            assert_eq!(finding.file.as_deref(), Some(*file), "{file}, {how}: {finding}");
                            assert!(finding.line.is_some() && finding.column.is_some(), "{file}, {how}: {finding}");
                            assert!(finding.hint.is_some(), "{file}, {how}: {finding}");
                        }
                    }
                }
            }
        }
    }
}

/// Copies of a file with one thing wrong each.
fn broken_copies(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut copies = vec![
        ("empty".to_owned(), Vec::new()),
        ("blank".to_owned(), b"\r\n\r\n".to_vec()),
        ("binary".to_owned(), [b"PK\x03\x04".as_slice(), bytes].concat()),
        (
            "UTF-16".to_owned(),
            [b"\xff\xfe".as_slice(), &bytes.iter().flat_map(|b| [*b, 0]).collect::<Vec<_>>()].concat(),
        ),
        ("header only".to_owned(), bytes[..=bytes.iter().position(|b| *b == b'\n').unwrap()].to_vec()),
        ("header renamed".to_owned(), [b"X".as_slice(), bytes].concat()),
        ("without its line end".to_owned(), bytes[..bytes.len() - 2].to_vec()),
        ("encoded twice".to_owned(), encoded_twice(bytes)),
    ];
    copies.retain(|(how, copy)| how != "encoded twice" || copy != bytes);
    // Cut in the middle of a line, and after one.
    copies.push(("cut in half".to_owned(), bytes[..bytes.len() / 2].to_vec()));
    let line_end = bytes[..bytes.len() / 2].iter().rposition(|b| *b == b'\n').unwrap();
    copies.push(("cut in half after a line".to_owned(), bytes[..=line_end].to_vec()));
    // One byte at many places, in the header, in words, in numbers, in line ends.
    for at in (0..bytes.len()).step_by(bytes.len() / 23) {
        let mut copy = bytes.to_vec();
        copy[at] = 0xFF;
        copies.push((format!("0xFF at byte {at}"), copy));
    }
    copies
}

/// UTF-8 text taken for cp1252 and saved as UTF-8 once more, or cp1252 text likewise; the same bytes if all are ASCII.
fn encoded_twice(bytes: &[u8]) -> Vec<u8> {
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let once = if std::str::from_utf8(bytes).is_ok() { text } else { String::from_utf8(text.into_bytes()).unwrap() };
    once.into_bytes().iter().map(|byte| char::from(*byte)).collect::<String>().into_bytes()
}

#[test]
fn files_of_the_wrong_kind_are_named() {
    let Some(folder) = raw_data() else { return };
    let package = Package::embedded().unwrap();
    let read = |file: &str| (file.to_owned(), fs::read(folder.join(file)).unwrap());
    let codes = |source, files| -> Vec<(&'static str, String)> {
        let findings = import_bytes(source, files, &package).unwrap_err();
        findings.into_iter().map(|finding| (finding.code, finding.hint.unwrap_or_default())).collect()
    };
    assert_eq!(
        codes(ImportSource::Wgi, vec![read(EC[0])]),
        [("import.unknown-file", "it is one that ec-annex reads".to_owned())]
    );
    assert_eq!(codes(ImportSource::EcAnnex, vec![read(EC[0]), read(EC[0])])[0].0, "import.twice");
    let (_, bytes) = read(EC[2]);
    assert_eq!(codes(ImportSource::EcAnnex, vec![("shares.csv".to_owned(), bytes)])[0].0, "import.which-supply");
    assert_eq!(codes(ImportSource::EcAnnex, Vec::new())[0].0, "import.no-file");
    let missing = import(ImportSource::Wgi, &[folder.clone(), folder.join("nothing.csv")], &package).unwrap_err();
    let codes: Vec<&str> = missing.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["file.is-folder", "file.unreadable", "import.no-file"]);
}

/// A name that is not known is pointed at, with the nearest one.
#[test]
fn unknown_names_are_pointed_at_with_a_suggestion() {
    let Some(folder) = raw_data() else { return };
    let package = Package::embedded().unwrap();
    let text = fs::read(folder.join(EC[3])).unwrap();
    let changed = String::from_utf8_lossy(&text[..1500]).replacen("Austria", "Austrya", 1).replacen(
        "Aggregates,E,Belgium",
        "Agregates,E,Belgium",
        1,
    );
    let upto = changed.rfind('\n').unwrap() + 1;
    let file = "fact_EUSupplyShares_t.csv".to_owned();
    let findings =
        import_bytes(ImportSource::EcAnnex, vec![(file, changed.as_bytes()[..upto].to_vec())], &package).unwrap_err();
    let found: Vec<_> = findings.iter().map(|f| (f.code, f.line, f.column, f.hint.as_deref().unwrap_or(""))).collect();
    assert_eq!(found[0], ("name.unknown", Some(2), Some(14), "did you mean AT (Austria) or AU (Australia)?"));
    assert_eq!(found[1], ("name.unknown", Some(3), Some(1), "did you mean aggregates?"));
    assert_eq!(found.len(), 2);
}
