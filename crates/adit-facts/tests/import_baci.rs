//! The importer of BACI: the publisher's extract gives `data/trade` byte for byte, yearly files are read as they come,
//! and broken copies are refused whole.

// A test stops where something is wrong, and says plainly when it was not run.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use adit_facts::import::{ImportedTrade, import_baci};
use adit_facts::{Finding, Package, Severity};
use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;

/// The publisher's extract, or `None` with a plain word about it.
fn extract() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = std::env::var_os("ADIT_RAW_DATA").map_or_else(|| root.join("../shared/data"), PathBuf::from);
    let file = folder.join("cepii-baci-hs92/baci_rawmaterials_2015_2024.csv.gz");
    if file.is_file() {
        return Some(file);
    }
    eprintln!("NOT RUN: {} is not there (set ADIT_RAW_DATA to where the publishers' files are)", file.display());
    None
}

/// A file of its own for a test, removed in the end.
struct Temporary(PathBuf);

impl Temporary {
    fn new(name: &str, bytes: &[u8]) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("adit-{}-{number}-{name}", std::process::id()));
        fs::write(&path, bytes).unwrap();
        Self(path)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn import(files: &[&Path]) -> Result<ImportedTrade, Vec<Finding>> {
    static PACKAGE: LazyLock<Package> = LazyLock::new(|| Package::embedded().unwrap());
    let files: Vec<PathBuf> = files.iter().map(|path| path.to_path_buf()).collect();
    import_baci(&files, &PACKAGE, &mut |_| {})
}

fn import_text(text: &str) -> Result<ImportedTrade, Vec<Finding>> {
    let file = Temporary::new("baci.csv", text.as_bytes());
    import(&[&file.0])
}

#[test]
fn the_extract_gives_the_files_of_the_base_byte_for_byte() {
    let Some(file) = extract() else { return };
    let mut rows = Vec::new();
    let package = Package::embedded().unwrap();
    let trade = import_baci(std::slice::from_ref(&file), &package, &mut |progress| {
        assert!(progress.bytes <= progress.of_bytes);
        rows.push(progress.rows);
    })
    .unwrap();
    assert!(rows.is_sorted() && rows.len() >= 4, "{rows:?}");
    assert_eq!(trade.read, 286_939);
    assert_eq!(trade.notes, []);
    assert_eq!(trade.years.iter().map(|year| year.year).collect::<Vec<_>>(), (2015..=2024).collect::<Vec<_>>());
    for year in &trade.years {
        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../data/trade/{}.csv", year.year));
        assert!(year.csv == fs::read_to_string(kept).unwrap(), "{}", year.year);
        assert_eq!(year.rows, year.csv.lines().count() - 1);
    }
    // The same file unpacked says the same.
    let mut text = Vec::new();
    MultiGzDecoder::new(fs::File::open(&file).unwrap()).read_to_end(&mut text).unwrap();
    let plain = Temporary::new("plain.csv", &text);
    assert_eq!(import(&[&plain.0]).unwrap().years, trade.years);
}

/// As CEPII publishes a year: codes without leading zeros, numbers padded, missing quantities as NA, all goods.
#[test]
fn a_yearly_file_is_read_as_the_publisher_writes_it() {
    let text = "t,i,j,k,v,q\n\
                2022,4,12,10111,       1.098,       0.024\n\
                2022,152,276,283691,     410.500,      12.003\n\
                2022,490,276,283691,       0.250,          NA\n\
                2022,516,710,283691,       7.125,       0.100\r\n\
                2022,697,276,283691,      12.000,       1.000\n";
    let trade = import_text(text).unwrap();
    assert_eq!(trade.read, 5);
    assert_eq!(
        trade.years[0].csv,
        "exporter,importer,hs6,value_kusd,quantity_t\n\
         CL,DE,283691,410.500,12.003\n\
         NA,ZA,283691,7.125,0.100\n\
         TW,DE,283691,0.250,\n"
    );
    // An area that is no country is left out, and that is said.
    assert_eq!(trade.notes.len(), 1);
    assert_eq!((trade.notes[0].code, trade.notes[0].severity), ("trade.no-country", Severity::Note));
    assert!(trade.notes[0].says.contains("697"), "{}", trade.notes[0]);
}

/// What is imported into a workspace lies over the base.
#[test]
fn what_is_imported_can_be_laid_over_the_base() {
    let trade = import_text("t,i,j,k,v,q\n2022,152,276,283691,410.5,12.003\n").unwrap();
    let mut package = Package::embedded().unwrap();
    let text = trade.years[0].for_workspace("cepii-baci");
    assert_eq!(package.lay_trade_over("facts/trade/2022.csv", &text), []);
    let fact = package.view(package.find("trade/2022/283691/CL/DE/quantity").unwrap());
    assert_eq!((fact.value, fact.source.as_str()), (Some(12.003), "cepii-baci"));
    assert_eq!(fact.locator, "BACI, HS 1992: t = 2022, i = CL, j = DE, k = 283691");
}

#[test]
fn impossible_rows_are_pointed_at() {
    let row = |row: &str| {
        let findings = import_text(&format!("t,i,j,k,v,q\n2021,4,8,283691,1.0,2.0\n{row}\n")).unwrap_err();
        assert_eq!(findings.len(), 1, "{row}");
        assert!(findings[0].hint.is_some() && findings[0].file.is_some());
        (findings[0].code, findings[0].line, findings[0].column)
    };
    assert_eq!(row("2022,152,276,283691,410.5,-12.0"), ("value.impossible", Some(3), Some(27)));
    assert_eq!(row("2022,152,276,283691,-410.5,12.0"), ("value.impossible", Some(3), Some(21)));
    assert_eq!(row("2022,152,276,283691,1e3,12.0"), ("value.impossible", Some(3), Some(21)));
    assert_eq!(row("2022,152,Chile,283691,1.0,12.0"), ("value.impossible", Some(3), Some(10)));
    assert_eq!(row("1822,152,276,283691,1.0,12.0"), ("trade.year", Some(3), Some(1)));
    assert_eq!(row("2122,152,276,283691,1.0,12.0"), ("trade.year", Some(3), Some(1)));
    assert_eq!(row("2022,152,276,28369x,1.0,12.0"), ("value.impossible", Some(3), Some(14)));
    assert_eq!(row("2022,152,276,283691,1.0"), ("csv.wrong-width", Some(3), Some(1)));
    assert_eq!(row("2021,4,8,283691,1.0,2.0"), ("csv.duplicate-key", Some(3), Some(1)));
}

#[test]
fn files_of_another_kind_are_refused() {
    let code = |bytes: &[u8]| {
        let file = Temporary::new("wrong.csv", bytes);
        let findings = import(&[&file.0]).unwrap_err();
        assert!(findings.iter().all(|finding| finding.line.is_some() && finding.hint.is_some()));
        findings[0].code
    };
    assert_eq!(code(b""), "file.empty");
    assert_eq!(code(b"t,i,j,k,v,q\n"), "import.cut");
    assert_eq!(
        code(b"year,exporter,importer,hs6,value,quantity\n2022,152,276,283691,1.0,2.0\n"),
        "import.unknown-file"
    );
    assert_eq!(code(b"t,i,j,k,v\n2022,152,276,283691,1.0\n"), "import.unknown-file");
    assert_eq!(code(b"PK\x03\x04 not a table\n"), "import.unknown-file");
    assert_eq!(code(b"t,i,j,k,v,q\n2022,152,276,10111,1.0,2.0\n"), "import.incomplete");
    assert_eq!(code(&[b'x'; 10_000]), "import.cut");
    let missing = import(&[Path::new("there-is-no-such-file.csv")]).unwrap_err();
    assert_eq!(missing[0].code, "file.unreadable");
    assert_eq!(import(&[&std::env::temp_dir()]).unwrap_err()[0].code, "file.is-folder");
    assert_eq!(import(&[]).unwrap_err()[0].code, "import.no-file");
}

/// Cut anywhere, or with a bit changed, a download is refused whole: nothing of it is imported, nor of a sound file
/// beside it.
#[test]
fn broken_copies_of_the_extract_are_refused_whole() {
    let Some(file) = extract() else { return };
    let sound = Temporary::new("sound.csv", b"t,i,j,k,v,q\n2022,152,276,283691,410.5,12.0\n");
    let bytes = fs::read(&file).unwrap();
    for at in [bytes.len() - 1, bytes.len() / 2] {
        let cut = Temporary::new("cut.csv.gz", &bytes[..at]);
        let findings = import(&[&cut.0, &sound.0]).unwrap_err();
        assert!(findings.iter().any(|finding| finding.code == "import.broken-gzip"), "{at}: {findings:?}");
    }
    // The first rows of it, packed again, so that many copies can be tried.
    let mut text = String::new();
    MultiGzDecoder::new(bytes.as_slice()).read_to_string(&mut text).unwrap();
    let rows = text.match_indices('\n').nth(5_000).unwrap().0 + 1;
    let packed = |text: &str| {
        let mut packed = GzEncoder::new(Vec::new(), Compression::default());
        packed.write_all(text.as_bytes()).unwrap();
        packed.finish().unwrap()
    };
    let whole = packed(&text[..rows]);
    assert_eq!(import(&[&Temporary::new("whole.csv.gz", &whole).0]).unwrap().read, 5_000);
    for at in (1..whole.len()).step_by(whole.len() / 40) {
        let cut = Temporary::new("cut.csv.gz", &whole[..at]);
        assert!(import(&[&cut.0, &sound.0]).is_err(), "cut at {at}");
        let mut damaged = whole.clone();
        damaged[at] ^= 0x10;
        // The ten bytes of the archive's head hold its time and system, which say nothing of the content.
        if at > 10 {
            assert!(import(&[&Temporary::new("damaged.csv.gz", &damaged).0]).is_err(), "bit at {at}");
        }
    }
    // A whole archive of a text whose last line was cut.
    let findings = import(&[&Temporary::new("cut-line.csv.gz", &packed(&text[..rows - 4])).0]).unwrap_err();
    assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["import.cut"]);
    assert_eq!(findings[0].line, Some(5_001));
}
