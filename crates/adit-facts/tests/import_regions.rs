//! The importers of regions and of their statistics on the publishers' own files: they give the rows of `data/` byte
//! for byte, and refuse broken copies whole.
//!
//! The files are not part of the project. They are looked for in `../shared/data` beside it, or in `$ADIT_RAW_DATA`.

// A test stops where something is wrong, and says plainly when it was not run.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use adit_facts::import::{boundaries, import_bytes};
use adit_facts::{Finding, ImportSource, ImportedTable, Package, Severity, import};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

const NUTS: [&str; 5] = [
    "nuts-gisco-2024/nuts2024_20M_level0.geojson",
    "nuts-gisco-2024/nuts2024_20M_level1.geojson",
    "nuts-gisco-2024/nuts2024_20M_level2.geojson",
    "nuts-gisco-2024/nuts2024_20M_level3.geojson",
    "nuts-gisco-2024/NUTS_RG_03M_2021_4326_LEVL_2.geojson.gz",
];
const EUROSTAT: [&str; 5] = [
    "eurostat-regional/population_demo_r_pjangrp3_2014_2022.csv.gz",
    "eurostat-regional/gdp_nama_10r_3gdp_2010_2021.csv.gz",
    "eurostat-regional/unemployment_rate_tgs00010.csv",
    "eurostat-regional/employment_lfst_r_lfe2en2_2008_2015_ths.csv.gz",
    "eurostat-regional/sbs_persons_employed_2015_nace2_nuts2.csv.gz",
];

/// The folder of the publishers' files, or `None` with a plain word about it.
fn raw_data() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = std::env::var_os("ADIT_RAW_DATA").map_or_else(|| root.join("../shared/data"), PathBuf::from);
    if NUTS.iter().chain(&EUROSTAT).all(|file| folder.join(file).is_file()) {
        return Some(folder);
    }
    eprintln!("NOT RUN: the publishers' files are not in {} (set ADIT_RAW_DATA to where they are)", folder.display());
    None
}

fn run(source: ImportSource, folder: &Path, files: &[&str]) -> Vec<ImportedTable> {
    let paths: Vec<PathBuf> = files.iter().map(|file| folder.join(file)).collect();
    import(source, &paths, &Package::embedded().unwrap()).unwrap_or_else(|findings| panic!("{}", said(&findings)))
}

fn said(findings: &[Finding]) -> String {
    findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn of_base(table: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(format!("{table}.csv"));
    fs::read_to_string(path).unwrap()
}

/// The text of a file, unpacked where it comes packed.
fn text(folder: &Path, file: &str) -> String {
    let bytes = fs::read(folder.join(file)).unwrap();
    let mut text = String::new();
    if is_packed(file) {
        GzDecoder::new(bytes.as_slice()).read_to_string(&mut text).unwrap();
        text
    } else {
        String::from_utf8(bytes).unwrap()
    }
}

fn is_packed(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|ending| ending == "gz")
}

fn packed(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

/// What is said of a copy, which must be refused; every error says where and how to mend it.
fn refused(source: ImportSource, file: &str, bytes: Vec<u8>, package: &Package, how: &str) -> Vec<Finding> {
    let name = file.rsplit('/').next().unwrap().to_owned();
    let findings = match import_bytes(source, vec![(name.clone(), bytes)], package) {
        Err(findings) => findings,
        Ok(tables) => panic!("{file} {how}: imported {} rows", tables[0].rows),
    };
    let errors: Vec<&Finding> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    assert!(!errors.is_empty(), "{file} {how}");
    for finding in errors {
        assert_eq!(finding.file.as_deref(), Some(name.as_str()), "{file} {how}: {finding}");
        assert!(
            finding.line.is_some_and(|line| line > 0) && finding.column.is_some_and(|column| column > 0),
            "{finding}"
        );
        assert!(finding.hint.is_some(), "{file} {how}: {finding}");
    }
    findings
}

#[test]
fn the_regions_come_out_byte_for_byte() {
    let Some(folder) = raw_data() else { return };
    let tables = run(ImportSource::Nuts, &folder, &NUTS);
    assert_eq!(tables.len(), 1);
    assert_eq!(
        (tables[0].name.as_str(), tables[0].rows, tables[0].notes.len()),
        ("nuts", 39 + 115 + 299 + 1345 + 335, 0)
    );
    assert_eq!(tables[0].csv, of_base("nuts"));
}

#[test]
fn the_statistics_come_out_byte_for_byte() {
    let Some(folder) = raw_data() else { return };
    let tables = run(ImportSource::Eurostat, &folder, &EUROSTAT);
    let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(
        names,
        ["regional-population", "regional-gdp", "regional-unemployment", "regional-employment", "regional-mining"]
    );
    for table in &tables {
        assert_eq!(table.csv, of_base(&table.name), "{}", table.name);
    }
    // Codes of other vintages are left out, and each file that has such codes says so.
    let noted: Vec<(&str, &str)> =
        tables.iter().flat_map(|table| table.notes.iter().map(|note| (table.name.as_str(), note.code))).collect();
    assert_eq!(noted.iter().map(|(table, _)| *table).collect::<Vec<_>>(), [names[0], names[2], names[3], names[4]]);
    assert!(noted.iter().all(|(_, code)| *code == "import.other-vintage"));
}

/// Whether a file comes packed or not, and whether alone or with others, its table is the same.
#[test]
fn each_file_can_be_read_alone_and_unpacked() {
    let Some(folder) = raw_data() else { return };
    let package = Package::embedded().unwrap();
    for file in EUROSTAT {
        let alone = run(ImportSource::Eurostat, &folder, &[file]);
        let name = file.strip_suffix(".gz").unwrap_or(file).to_owned();
        let bytes = text(&folder, file).into_bytes();
        let unpacked = import_bytes(ImportSource::Eurostat, vec![(name, bytes)], &package).unwrap();
        assert_eq!(alone[0].csv, unpacked[0].csv);
        assert_eq!(alone[0].csv, of_base(&alone[0].name), "{file}");
    }
    let level = run(ImportSource::Nuts, &folder, &NUTS[2..3]);
    assert_eq!(level[0].rows, 299);
}

/// A file as Eurostat's own database gives it (SDMX-CSV), made of an extract: the columns named, the rest filled in.
fn as_sdmx(extract: &str, table: &str, dimensions: &[(&str, &str)]) -> String {
    let mut lines = extract.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let at = |names: &[&str]| header.iter().position(|name| names.contains(name));
    let names: Vec<&str> = dimensions.iter().map(|(name, _)| *name).collect();
    let mut sdmx = format!("DATAFLOW,LAST UPDATE,{},geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n", names.join(","));
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        let cell = |names: &[&str], otherwise: &'static str| at(names).map_or(otherwise, |at| cells[at]).to_owned();
        let filled: Vec<String> = dimensions
            .iter()
            .map(|(name, filled)| if filled.is_empty() { cell(&[*name], "") } else { (*filled).to_owned() })
            .collect();
        let [geo, year, value, flag] = [
            cell(&["geo"], ""),
            cell(&["year", "time"], "2015"),
            cell(&["value", "values", "n2015"], ""),
            cell(&["flag"], ""),
        ];
        let value = if value.is_empty() { ":".to_owned() } else { value };
        let line = ["ESTAT:", table, "(1.0),20/02/24 23:00:00,", &filled.join(",")].concat();
        sdmx.push_str(&[line.as_str(), &geo, &year, &value, &flag, "\n"].join(","));
    }
    sdmx
}

/// The form of Eurostat's database gives the same tables, and records of other units, ages and years are not mixed in.
#[test]
fn the_form_of_the_database_gives_the_same_tables() {
    let Some(folder) = raw_data() else { return };
    let package = Package::embedded().unwrap();
    let forms: [(&str, &[(&str, &str)]); 5] = [
        ("DEMO_R_PJANGRP3", &[("freq", "A"), ("sex", "T"), ("unit", "NR"), ("age", "TOTAL")]),
        ("NAMA_10R_3GDP", &[("freq", "A"), ("unit", "")]),
        ("TGS00010", &[("freq", "A"), ("isced11", "TOTAL"), ("unit", ""), ("age", "Y15-74"), ("sex", "")]),
        ("LFST_R_LFE2EN2", &[("freq", "A"), ("nace_r2", ""), ("age", "Y_GE15"), ("sex", "T"), ("unit", "THS")]),
        ("SBS_R_NUTS06_R2", &[("freq", "A"), ("nace_r2", ""), ("indic_sb", "V16110")]),
    ];
    let mut files = Vec::new();
    for (file, (table, dimensions)) in EUROSTAT.iter().zip(forms) {
        let sdmx = as_sdmx(&text(&folder, file), table, dimensions);
        let other = sdmx.lines().nth(1).unwrap().replace(",A,", ",M,");
        files.push((format!("estat_{table}.csv.gz"), packed(&format!("{sdmx}{other}\n"))));
    }
    let tables =
        import_bytes(ImportSource::Eurostat, files, &package).unwrap_or_else(|findings| panic!("{}", said(&findings)));
    assert_eq!(tables.len(), 5);
    for table in &tables {
        assert_eq!(table.csv, of_base(&table.name), "{}", table.name);
    }
    // Another table of the database is named as one that is not read.
    let other = as_sdmx(&text(&folder, EUROSTAT[1]), "NAMA_10R_2GDP", forms[1].1);
    let findings = refused(ImportSource::Eurostat, "estat.csv", other.into_bytes(), &package, "another table");
    assert_eq!(findings[0].code, "import.unknown-file");
}

/// An independent look at the raw polygons: every centre point lies in its region.
#[test]
fn every_centre_lies_in_its_region() {
    let Some(folder) = raw_data() else { return };
    let package = Package::embedded().unwrap();
    let regions = package.regions();
    let mut looked_at = 0;
    for file in NUTS {
        let json: serde_json::Value = serde_json::from_str(&text(&folder, file)).unwrap();
        let vintage = if file.contains("2021") {
            adit_facts::chain::Vintage::Nuts2021
        } else {
            adit_facts::chain::Vintage::Nuts2024
        };
        for feature in json["features"].as_array().unwrap() {
            let code = feature["properties"]["NUTS_ID"].as_str().unwrap();
            let centre = regions.of(vintage, code).unwrap().centre;
            assert!(inside(&feature["geometry"]["coordinates"], centre.lon, centre.lat), "{code} {centre:?}");
            looked_at += 1;
        }
    }
    assert_eq!(looked_at, 39 + 115 + 299 + 1345 + 334);
}

/// Even and odd crossings over all rings of a geometry, however deep they are nested.
fn inside(coordinates: &serde_json::Value, x: f64, y: f64) -> bool {
    let parts = coordinates.as_array().unwrap();
    let position = |value: &serde_json::Value| (value[0].as_f64().unwrap(), value[1].as_f64().unwrap());
    if !parts[0][0].is_number() {
        return parts.iter().filter(|part| inside(part, x, y)).count() % 2 == 1;
    }
    let corners: Vec<(f64, f64)> = parts.iter().map(position).collect();
    let mut odd = false;
    for pair in corners.windows(2) {
        let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
        if (ay > y) != (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax) {
            odd = !odd;
        }
    }
    odd
}

/// Imported tables change nothing when laid over the base that was made of them.
#[test]
fn imported_tables_lie_over_the_base_without_a_trace() {
    let Some(folder) = raw_data() else { return };
    let mut package = Package::embedded().unwrap();
    let tables =
        run(ImportSource::Nuts, &folder, &NUTS).into_iter().chain(run(ImportSource::Eurostat, &folder, &EUROSTAT));
    for table in tables {
        let csv = table.for_workspace(&package, None);
        let findings = package.lay_over(&table.name, &format!("facts/{}.csv", table.name), &csv, "ec-2023");
        assert!(findings.is_empty(), "{}: {}", table.name, said(&findings));
    }
    assert_eq!(package.conflicts(), []);
}

#[test]
fn broken_statistics_are_refused_whole() {
    let Some(folder) = raw_data() else { return };
    let package = Package::embedded().unwrap();
    let refuse = |file: &str, bytes: Vec<u8>, how: &str| refused(ImportSource::Eurostat, file, bytes, &package, how);
    for file in EUROSTAT {
        let whole = text(&folder, file);
        let header = whole.find('\n').unwrap() + 1;
        let half = header + whole[header..whole.len() / 2].rfind('\n').unwrap() + 1;
        refuse(file, Vec::new(), "empty");
        refuse(file, whole[..header].into(), "header only");
        refuse(file, whole[..half].into(), "cut in half after a line");
        refuse(file, whole[..half + 3].into(), "cut in half within a line");
        refuse(file, whole[..whole.len() - 2].into(), "without its line end");
        refuse(file, format!("x{whole}").into(), "header renamed");
        refuse(file, [b"\xff\xfe", whole.as_bytes()].concat(), "UTF-16");
        let last = whole[..whole.len() - 1].rfind('\n').unwrap() + 1;
        for at in (0..whole.len()).step_by(whole.len() / 17) {
            let mut copy = whole.clone().into_bytes();
            copy[at] = 0xFF;
            refuse(file, copy, &format!("0xFF at byte {at}"));
        }
        if is_packed(file) {
            let bytes = fs::read(folder.join(file)).unwrap();
            let codes = |findings: Vec<Finding>| findings[0].code;
            assert_eq!(codes(refuse(file, bytes[..bytes.len() / 2].into(), "cut gzip")), "import.broken-gzip");
            assert_eq!(
                codes(refuse(file, bytes[..bytes.len() - 3].into(), "gzip without its end")),
                "import.broken-gzip"
            );
            let mut copy = bytes.clone();
            copy[bytes.len() / 2] ^= 0x10;
            assert_eq!(codes(refuse(file, copy, "a flipped bit")), "import.broken-gzip");
        }
        refuse(file, packed(&whole[..last - 1]), "cut, then packed");
    }
}

/// What is wrong in a record is pointed at, also where the record would not be taken.
#[test]
fn impossible_statistics_are_pointed_at() {
    let Some(folder) = raw_data() else { return };
    let package = Package::embedded().unwrap();
    let cases: [(usize, &str, &str, &str, u64); 12] = [
        (0, "AL,2022,2793592.0,", "AL,2022,-2793592.0,", "value.impossible", 9),
        (0, "AL,2022,2793592.0,", "AL,2022,2793592.5,", "value.impossible", 9),
        (0, "AL,2022,2793592.0,", "AL,20222,2793592.0,", "value.impossible", 4),
        (0, "AL,2022,2793592.0,", "QL,2022,2793592.0,", "name.unknown", 1),
        (0, "AL,2022,2793592.0,", "AL,2022,2793592.0,?", "value.unknown-word", 19),
        (0, "AL,2022,2793592.0,", "AL,2022,2793592.0", "csv.wrong-width", 1),
        (1, "AL,EUR_HAB,2010,3100.0,", "AL,USD_HAB,2010,3100.0,", "value.unknown-word", 4),
        (1, "AL,EUR_HAB,2010,3100.0,", "AL,EUR_HAB,2010,31OO.0,", "value.impossible", 17),
        (2, "AT12,2008,PC,F,4.3", "AT12,2008,PC,X,4.3", "value.unknown-word", 14),
        (3, "AT,A,2015,161.4,", "AT,QQQ,2015,161.4,", "value.unknown-word", 4),
        (4, "B,AT,7089", "B,AT,NaN", "value.impossible", 6),
        (4, "B,AT,7089", "7,AT,7089", "value.unknown-word", 1),
    ];
    for (which, good, bad, code, column) in cases {
        let whole = text(&folder, EUROSTAT[which]);
        let at = whole.find(&format!("\n{good}\n")).unwrap_or_else(|| panic!("{good}")) + 1;
        let line = whole[..at].matches('\n').count() as u64 + 1;
        let copy = whole.replacen(&format!("\n{good}\n"), &format!("\n{bad}\n"), 1);
        let findings = refused(ImportSource::Eurostat, EUROSTAT[which], copy.into_bytes(), &package, bad);
        let found = (findings[0].code, findings[0].line, findings[0].column);
        assert_eq!(found, (code, Some(line), Some(column)), "{bad}: {}", findings[0]);
    }
    // A record that comes twice.
    let whole = text(&folder, EUROSTAT[0]);
    let findings =
        refused(ImportSource::Eurostat, EUROSTAT[0], (whole + "ES41,2022,1.0,\n").into_bytes(), &package, "twice");
    assert_eq!(findings[0].code, "csv.duplicate-key");
    // A region that is gone.
    let without: String =
        text(&folder, EUROSTAT[0]).split_inclusive('\n').filter(|line| !line.starts_with("ES41,2022")).collect();
    let findings = refused(ImportSource::Eurostat, EUROSTAT[0], without.into_bytes(), &package, "without a region");
    assert_eq!(findings[0].code, "import.incomplete");
    assert!(findings[0].says.contains("ES41/20"), "{}", findings[0]);
    // A newer edition may lack what its nomenclature no longer has, and nothing else.
    let newer = text(&folder, EUROSTAT[0]).replace(",2022,", ",2023,");
    let file = vec![("population.csv".to_owned(), newer.clone().into_bytes())];
    assert!(
        import_bytes(ImportSource::Eurostat, file, &package).unwrap()[0].csv.contains("\nES41,2023,2024,2376687,\n")
    );
    let without: String = newer.split_inclusive('\n').filter(|line| !line.starts_with("ES41,")).collect();
    let findings =
        refused(ImportSource::Eurostat, EUROSTAT[0], without.into_bytes(), &package, "newer, without a region");
    assert_eq!(findings[0].code, "import.incomplete");
}

#[test]
fn broken_boundaries_are_refused_whole() {
    let Some(folder) = raw_data() else { return };
    let package = Package::embedded().unwrap();
    let refuse = |file: &str, bytes: Vec<u8>, how: &str| refused(ImportSource::Nuts, file, bytes, &package, how);
    for file in NUTS {
        let whole = text(&folder, file);
        refuse(file, Vec::new(), "empty");
        refuse(file, b" \n".to_vec(), "blank");
        refuse(file, b"code,name\nFI,Suomi\n".to_vec(), "a table");
        refuse(file, b"{\"type\":\"FeatureCollection\",\"features\":[]}".to_vec(), "without regions");
        let mut half = whole.len() / 2;
        while !whole.is_char_boundary(half) {
            half -= 1;
        }
        let findings = refuse(file, whole[..half].into(), "cut in half");
        assert_eq!(findings[0].hint.as_deref(), Some("the file was cut off; fetch it again"));
        refuse(file, whole.trim_end()[..whole.trim_end().len() - 1].into(), "without its last bracket");
        for at in (0..whole.len()).step_by(whole.len() / 17) {
            let mut copy = whole.clone().into_bytes();
            copy[at] = 0xFF;
            refuse(file, copy, &format!("0xFF at byte {at}"));
        }
    }
    let packed_file = NUTS[4];
    let bytes = fs::read(folder.join(packed_file)).unwrap();
    assert_eq!(refuse(packed_file, bytes[..bytes.len() / 2].into(), "cut gzip")[0].code, "import.broken-gzip");
}

#[test]
fn impossible_boundaries_are_pointed_at() {
    let Some(folder) = raw_data() else { return };
    let package = Package::embedded().unwrap();
    let file = NUTS[2];
    let whole = text(&folder, file);
    let cases = [
        ("\"FeatureCollection\"", "\"Topology\"", "is a GeoJSON Topology"),
        ("\"NUTS_ID\":\"ITC4\"", "\"NUTS_ID\":\"ITC44\"", "\"ITC44\" is not a code of level 2"),
        ("\"NUTS_ID\":\"ITC4\"", "\"NUTS_ID\":\"FRC4\"", "not a code of level 2 of the country IT"),
        ("\"NUTS_ID\":\"ITC4\",\"LEVL_CODE\":2", "\"NUTS_ID\":\"ITC4C\",\"LEVL_CODE\":3", "level 2"),
        ("\"NUTS_ID\":\"ITC4\"", "\"NUTS_ID\":\"ITC3\"", "ITC3 a second time"),
        ("\"NAME_LATN\":\"Lombardia\"", "\"NAME_LATN\":\" \"", "ITC4 has no name"),
        ("[10.516,46.343]", "[1170635.0,5838245.0]", "not on the globe"),
        ("[10.516,46.343]", "[10.516,46.343,0]", "is not readable"),
        ("[10.516,46.343]", "[10.516,\"46.343\"]", "is not readable"),
        ("[10.516,46.343],[10.622", "[10.622", "a ring that is not closed"),
        ("\"MultiPolygon\"", "\"Point\"", "is not readable"),
        ("\"NUTS_ID\":\"ITC4\",", "", "is not readable"),
    ];
    for (good, bad, says) in cases {
        assert!(whole.contains(good), "{good}");
        let copy = whole.replacen(good, bad, 1);
        let findings = refused(ImportSource::Nuts, file, copy.into_bytes(), &package, bad);
        assert!(findings[0].says.contains(says), "{bad}: {}", findings[0]);
    }
    // One region less than the nomenclature has.
    let json: serde_json::Value = serde_json::from_str(&whole).unwrap();
    let mut fewer = json.clone();
    fewer["features"].as_array_mut().unwrap().pop();
    let findings = refused(ImportSource::Nuts, file, fewer.to_string().into_bytes(), &package, "one less");
    assert_eq!(findings[0].code, "import.incomplete");
    // A name that does not say the year.
    let findings =
        import_bytes(ImportSource::Nuts, vec![("level2.geojson".to_owned(), whole.clone().into_bytes())], &package);
    assert_eq!(findings.unwrap_err()[0].code, "import.which-vintage");
    let twice = vec![(file.to_owned(), whole.clone().into_bytes()), ("a2024.geojson".to_owned(), whole.into_bytes())];
    assert_eq!(import_bytes(ImportSource::Nuts, twice, &package).unwrap_err()[0].code, "import.twice");
}

/// The boundaries as a workspace keeps them: the publisher's own text, by vintage and level.
#[test]
fn boundaries_are_kept_as_they_are() {
    let Some(folder) = raw_data() else { return };
    let paths: Vec<PathBuf> = NUTS[2..].iter().map(|file| folder.join(file)).collect();
    let kept = boundaries(&paths).unwrap();
    let names: Vec<&str> = kept.iter().map(|of| of.file.as_str()).collect();
    assert_eq!(names, ["nuts-2024-2.geojson", "nuts-2024-3.geojson", "nuts-2021-2.geojson"]);
    assert!(kept.iter().zip(&NUTS[2..]).all(|(of, file)| of.geojson == text(&folder, file)));
    let broken = boundaries(&[folder.join(EUROSTAT[2])]).unwrap_err();
    assert_eq!(broken[0].code, "import.geojson");
}
