//! The doors for text from outside under random damage: they never panic, and every finding says file and line.
//!
//! Seeds are rows of the real tables; the same doors are fuzzed for longer in `fuzz/`.

// A test stops where something is wrong.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::Path;
use std::sync::OnceLock;

use adit_facts::import::{ImportSource, import_bytes};
use adit_facts::outlook::model_file::{Driver, ModelFile};
use adit_facts::printed::{Format, Precision};
use adit_facts::workspace::Manifest;
use adit_facts::{Changes, Finding, Package, Printed, Severity, study_file};
use proptest::prelude::*;

fn base() -> &'static Package {
    static BASE: OnceLock<Package> = OnceLock::new();
    BASE.get_or_init(|| Package::embedded().unwrap())
}

/// Words that parsers trip over.
const NASTY: [&str; 28] = [
    ",",
    "\"",
    "\"\"",
    "\n",
    "\r\n",
    "\r",
    ";",
    "/",
    "*",
    "\u{feff}",
    "\0",
    "é",
    "\u{202e}",
    "🜨",
    "%",
    "<",
    ">",
    "<0.1",
    "-",
    "NaN",
    "inf",
    "1e999",
    "-1",
    "99999999999999999999",
    "= ",
    "[[change]]",
    "[base]",
    "\"\"\"",
];

/// Where, how much is taken out, and what is put in its place.
type Cut = (prop::sample::Index, usize, String);

fn cuts() -> impl Strategy<Value = Vec<Cut>> {
    let words = prop_oneof![
        4 => prop::sample::select(NASTY.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => any::<String>(),
        1 => Just(String::new()),
    ];
    prop::collection::vec((any::<prop::sample::Index>(), 0..12_usize, words), 0..6)
}

/// A text with pieces cut out and others put in.
fn damaged(text: &str, cuts: &[Cut]) -> String {
    cuts.iter().fold(text.to_owned(), |text, (at, length, put)| {
        let letters: Vec<char> = text.chars().collect();
        let from = at.index(letters.len() + 1);
        let to = (from + length).min(letters.len());
        letters[..from].iter().chain(&put.chars().collect::<Vec<_>>()).chain(&letters[to..]).collect()
    })
}

/// The first rows of a table of the base, as a workspace would write them: with a source.
fn seed(table: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../data/{table}.csv"));
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    let header = lines.next().unwrap();
    let has_source = header.split(',').any(|name| name == "source");
    let (name, cell) = if has_source { ("", "") } else { (",source", ",own survey") };
    let rows: String = lines.take(8).fold(String::new(), |rows, line| rows + line + cell + "\n");
    format!("{header}{name}\n{rows}")
}

fn placed(findings: &[Finding]) -> Result<(), TestCaseError> {
    for finding in findings {
        prop_assert!(finding.file.is_some() && finding.line.is_some_and(|line| line > 0), "{finding}");
        prop_assert!(finding.column.is_some_and(|column| column > 0), "{finding}");
        prop_assert!(!finding.says.is_empty());
        let known = adit_facts::finding::codes::CODES.iter().any(|code| code.code == finding.code);
        prop_assert!(known, "{finding}");
    }
    Ok(())
}

fn sound(number: Printed) -> bool {
    number.low <= number.value && number.value <= number.high
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn projects_of_a_workspace(id in prop::sample::select(vec!["example", "keliber"]), cuts in cuts()) {
        let mut package = base().clone();
        let text = damaged(include_str!("../../../fuzz/seeds/project/whole.toml"), &cuts);
        let findings = package.lay_project_over(id, "projects/x.toml", &text);
        placed(&findings)?;
        for conflict in package.conflicts() {
            let fact = package.view(conflict.at);
            prop_assert_eq!(package.find(&fact.key), Ok(conflict.at));
            prop_assert!(conflict.line > 0 && conflict.column > 0 && fact.low <= fact.value && fact.value <= fact.high);
        }
    }

    #[test]
    fn tables_of_a_workspace(table in prop::sample::select(base().table_names().collect::<Vec<_>>()), cuts in cuts()) {
        let mut package = base().clone();
        let text = damaged(&seed(table), &cuts);
        let findings = package.lay_over(table, "facts/x.csv", &text, "ec-2023");
        placed(&findings)?;
        // What was taken can be looked at, and every number of it lies within its bounds.
        for conflict in package.conflicts() {
            prop_assert!(conflict.line > 1 && conflict.column > 0);
            prop_assert!(package.key(conflict.at).as_str().starts_with(table));
        }
        let table = package.table(table).unwrap();
        for row in table.rows() {
            let numbers = (0..table.schema.schema.fields.len()).filter_map(|at| row.number_at(at));
            prop_assert!(numbers.into_iter().all(sound), "{}", row.key());
        }
        if adit_facts::finding::any_error(&findings) {
            prop_assert_eq!(package.hash(), base().hash(), "a file with an error is not used");
        }
    }

    #[test]
    fn tables_of_any_text(table in prop::sample::select(base().table_names().collect::<Vec<_>>()), text in any::<String>()) {
        let findings = base().clone().lay_over(table, "facts/x.csv", &text, "ec-2023");
        placed(&findings)?;
    }

    #[test]
    fn trade_of_a_workspace(cuts in cuts()) {
        let seed = "exporter,importer,hs6,value_kusd,quantity_t,source\nCL,DE,283691,410.5,12.003,me\nNA,ZA,282520,7.1,,me\n";
        let mut package = base().clone();
        let findings = package.lay_trade_over("facts/trade/2022.csv", &damaged(seed, &cuts));
        placed(&findings)?;
        if findings.is_empty() {
            let trade = package.trade();
            for (row, flow) in trade.codes().iter().flat_map(|hs6| trade.rows(*hs6, 2022).iter()) {
                prop_assert!(flow.value_kusd >= 0.0 && flow.quantity_t.is_none_or(|tonnes| tonnes >= 0.0));
                prop_assert!(trade.value(row).is_some_and(|datum| sound(datum.number)));
            }
        } else {
            prop_assert_eq!(package.hash(), base().hash(), "a file with an error is not used");
        }
    }

    #[test]
    fn studies(cuts in cuts()) {
        let seed = "material,stage,scope,hhi_gs,hhi_eus,ir,eol_rir,si_sr,sr\n\
                    lithium,processing,both,2.6,3.1,100,0,0.92,1.9\n\
                    \"Talc, steatite\",extraction,gs,1.25,N/A,,1.5,0.94,2\n";
        match study_file::parse(&damaged(seed, &cuts), "study.csv") {
            Ok(rows) => prop_assert!(!rows.is_empty()),
            Err(findings) => {
                prop_assert!(!findings.is_empty());
                placed(&findings)?;
            }
        }
    }

    #[test]
    fn scenarios(cuts in cuts()) {
        let seed = "format = 1\nname = \"A quarter\"\n[[change]]\nfact = \"eu-supply/ec-2023/lithium/processing/*/share\"\nscale = 0.75\n\
                    [[change]]\nfact = \"eu-supply/ec-2023/lithium/processing/FI/share\"\nadd = { value = 0.25, low = 0.2, high = 0.3 }\n";
        match Changes::parse(&damaged(seed, &cuts), "scenario.toml", base()) {
            Ok(changes) => {
                // What is read can be written and read again.
                let again = Changes::parse(&changes.to_toml(), "again.toml", base());
                prop_assert_eq!(again, Ok(changes));
            }
            Err(findings) => {
                prop_assert!(!findings.is_empty());
                placed(&findings)?;
            }
        }
    }

    #[test]
    fn model_files(example in 0..MODELS.len(), cuts in cuts(), csv in cuts()) {
        let text = damaged(MODELS[example], &cuts);
        let mut files = |file: &str| Ok(damaged(if file.contains("content") { CONTENT } else { STOCK }, &csv));
        match ModelFile::parse(&text, "model.toml", &mut files) {
            Ok((model, findings)) => {
                placed(&findings)?;
                for series in &model.series {
                    let (Driver::Stock(values) | Driver::Inflow(values)) = &series.driver;
                    prop_assert!(values.len() == model.time.years.len() && values.iter().all(|value| *value >= 0.0));
                }
                for path in model.paths() {
                    prop_assert!(model.parameter(&path).is_ok(), "{path}");
                }
            }
            Err(findings) => {
                prop_assert!(!findings.is_empty());
                placed(&findings)?;
            }
        }
    }

    #[test]
    fn manifests(cuts in cuts()) {
        let seed = "format = 1\nname = \"demo\"\nregions = [\"FI1D\", \"ES43\"]\n[base]\nedition = \"ec-2023\"\nhash = \"0123\"\n";
        match Manifest::parse(&damaged(seed, &cuts), "adit.toml", base()) {
            Ok((manifest, warnings)) => {
                prop_assert!(!manifest.name.trim().is_empty());
                prop_assert!(warnings.iter().all(|finding| finding.severity != Severity::Error));
                placed(&warnings)?;
            }
            Err(findings) => {
                prop_assert!(findings.iter().any(|finding| finding.severity == Severity::Error));
                placed(&findings)?;
            }
        }
    }

    #[test]
    fn publishers_files(file in 0..PUBLISHED.len(), cuts in cuts(), byte in any::<(prop::sample::Index, u8)>()) {
        let (source, name, seed) = PUBLISHED[file];
        let mut bytes = damaged(seed, &cuts).into_bytes();
        if !bytes.is_empty() {
            let at = byte.0.index(bytes.len());
            bytes[at] = byte.1;
        }
        match import_bytes(source, vec![(name.to_owned(), bytes)], base()) {
            Ok(tables) => prop_assert!(!tables.is_empty()),
            Err(findings) => {
                prop_assert!(findings.iter().any(|finding| finding.severity == Severity::Error));
                placed(&findings)?;
            }
        }
    }

    #[test]
    fn printed_numbers(
        text in prop_oneof!["[<>]? ?[-+]?[0-9]{0,4}[.,]?[0-9]{0,4}e?[0-9]? ?%?", any::<String>()],
        percent in any::<bool>(),
        precision in prop_oneof![Just(Precision::Exact), (0..=255_u8).prop_map(Precision::Decimals), (0..=255_u8).prop_map(|at_least| Precision::Shown { at_least })],
        (minimum, maximum) in prop_oneof![Just((0.0, 1.0)), Just((f64::MIN, 1.0)), Just((f64::MIN, f64::MAX)), Just((0.8, 1.5))],
    ) {
        let format = Format { percent, precision, minimum, maximum };
        if let Ok(Some(number)) = format.read(&text) {
            prop_assert!(sound(number), "{number:?}");
            prop_assert!(minimum <= number.low && number.high <= maximum, "{number:?}");
        }
    }
}

/// The model files of the examples, and the CSV files beside one of them.
const MODELS: [&str; 3] = [
    include_str!("../../../examples/outlook/cars.toml"),
    include_str!("../../../examples/outlook/copper-in-buildings.toml"),
    include_str!("../../../examples/outlook/phones.toml"),
];
const STOCK: &str = include_str!("../../../examples/outlook/phones.csv");
const CONTENT: &str = include_str!("../../../examples/outlook/phones-content.csv");

/// The first lines of the publishers' files.
const PUBLISHED: [(ImportSource, &str, &str); 8] = [
    (
        ImportSource::EcAnnex,
        "fact_EUSupplyShares_t.csv",
        "Material,Stage,Country,Share,t\r\nAggregates,E,Austria,4%,0.8\r\nAggregates,E,Belgium,3%,0.8\r\n",
    ),
    (
        ImportSource::EcAnnex,
        "fact_GlobalSupplyShares_t.csv",
        "Material,Stage,Country,Share,t\r\nFluorspar,E,Afghanistan,0.4%,1.0\r\nGypsum,E,Afghanistan,<0.1%,1.0\r\n",
    ),
    (
        ImportSource::EcAnnex,
        "fact_MaterialUseShares.csv",
        "Material,Application,Share,NACE sector,VA in million €\r\nAluminium,Automotive industry,19%,\"C29 - Manufacture of motor\nvehicles, trailers and semi-trailers\",194448\r\nZirconium,Other,7%,,\r\n",
    ),
    (
        ImportSource::EcAnnex,
        "annex_results_2023.csv",
        "material,supply_risk,economic_importance,deciding_stage,supply_risk_extraction,scope_extraction,supply_risk_processing,scope_processing,si_ei,si_sr,import_reliance_extraction_pct,import_reliance_processing_pct,eol_rir_pct\nAggregates,0.2,3.2,Extraction,0.2,EUonly,,,1.00,1.0,1,,9\n",
    ),
    (
        ImportSource::EcAnnex,
        "dimension_CRMsOverTime.csv",
        "Material,Year,SR,EI\r\nAggregates,2011,-,-\r\n\"Natural Teak\nwood\",2023,1.7,2.4\r\n",
    ),
    (
        ImportSource::Wgi,
        "wgi_2010_latest_long.csv",
        "code,countryname,year,indicator,estimate,stddev,nsource,pctrank\nAFG,Afghanistan,2010,cc,-1.64539,0.19512253999710083,9,0.95\nZAR,\"Congo, Dem. Rep.\",2010,va,,..,,\n",
    ),
    (
        ImportSource::UsgsMcs,
        "MCS2025_World_Data.csv",
        "\u{feff}SOURCE,COMMODITY,COUNTRY,TYPE,UNIT_MEAS,PROD_2023,PROD_EST_ 2024,PROD_NOTES,CAP_2023,CAP_EST_ 2024,CAP_NOTES,RESERVES_2024,RESERVE_NOTES\r\nMCS2025,Lithium ,United\u{a0}States,\"Mine production, lithium content\",metric tons,,,W for 23-24,,,,1800000,\r\nMCS2025,Titanium Mineral Concentrates,Ukraine,\"Mine production, ilmentite, titanium dioxide (TiO2) content\",metric tons,130,120,,,,,5900,\r\nMCS2025,Niobium,World total (rounded) 10,\"Mine production, niobium content\",metric tons,110000,110000,,,,,\">17,000,000\",\r\n",
    ),
    (
        ImportSource::Wmd,
        "wmd_production.csv",
        "commodity,Country,Country_Code,Country_ISO,year,production,unit,data_source\nRhodium,South Africa,710,ZAF,2024,17000.99999999,kg,e\nRhodium,\"Congo, Rep.\",178,COG,2024,1.0,kg,r\nRhodium,Total,DELETE,DELETE,2024,17002.0,kg,nan\n",
    ),
];
