//! Trade: the pack says what the files say, every number opens, and a workspace's files lie over it.

// A test stops where something is wrong.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use adit_facts::chain::Hs6;
use adit_facts::{Finding, Package};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

/// Read by an independent reader of CSV: every record of every file is a row, with the same text and place, and there
/// are no others.
#[test]
fn the_pack_says_what_the_files_say() {
    let package = Package::embedded().unwrap();
    let (words, trade) = (package.vocabulary(), package.trade());
    let mut seen = 0;
    for path in &package.trade_schema().unwrap().path {
        let year: u16 =
            path.strip_prefix("trade/").and_then(|name| name.strip_suffix(".csv")).unwrap().parse().unwrap();
        let mut reader = csv::Reader::from_path(data().join(path)).unwrap();
        let columns: Vec<&str> =
            package.trade_schema().unwrap().schema.fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(reader.headers().unwrap(), columns);
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let mut records = records.iter();
        for hs6 in trade.codes() {
            for (row, flow) in trade.rows(*hs6, year).iter() {
                let record = records.next().unwrap();
                let quantity = flow.quantity_t.map(|tonnes| format!("{tonnes:?}")).unwrap_or_default();
                let (from, to) = (words.country(flow.exporter), words.country(flow.importer));
                assert_eq!(
                    record.iter().collect::<Vec<_>>(),
                    [&from.id, &to.id, &hs6.to_string(), &format!("{:?}", flow.value_kusd), &quantity]
                );
                // Everything that is known of every hundredth row.
                if seen % 100 == 0 {
                    let value = trade.value(row).unwrap();
                    let view = package.view(value.at);
                    let line = record.position().unwrap().line();
                    assert_eq!((view.file, view.line), (format!("data/{path}"), line));
                    assert_eq!(view.printed, record[3]);
                    assert_eq!(view.key, format!("trade/{year}/{hs6}/{}/{}/value", from.id, to.id));
                    assert_eq!(package.find(&view.key), Ok(value.at));
                    assert_eq!(package.key(value.at).as_str(), view.key);
                }
                seen += 1;
            }
        }
        assert_eq!(records.next(), None, "{path} holds more than the pack");
    }
    assert_eq!(seen, trade.len());
    assert_eq!(seen, 286_939);
    assert_eq!(trade.years(), (2015..=2024).collect::<Vec<_>>());
    assert_eq!(package.trade_schema().unwrap().path.len(), fs::read_dir(data().join("trade")).unwrap().count());
}

#[test]
fn a_number_of_trade_opens() {
    let package = Package::embedded().unwrap();
    let at = package.find("trade/2022/283691/CL/DE/quantity").unwrap();
    let fact = package.view(at);
    let german = package.trade().rows(Hs6::parse("283691").unwrap(), 2022);
    let words = package.vocabulary();
    let (_, flow) = german
        .iter()
        .find(|(_, flow)| words.country(flow.exporter).id == "CL" && words.country(flow.importer).id == "DE")
        .unwrap();
    assert_eq!(fact.value, flow.quantity_t);
    assert_eq!((fact.table.as_str(), fact.unit.as_str(), fact.source.as_str()), ("trade", "t", "cepii-baci"));
    assert_eq!(fact.locator, "BACI, HS 1992: t = 2022, i = CL, j = DE, k = 283691");
    assert_eq!(fact.file, "data/trade/2022.csv");
    assert!(fact.low < fact.value && fact.value < fact.high, "printed to a tenth of a tonne");
    assert!(fact.citation.contains("BACI") && fact.licence.contains("Etalab"));
    // A flow without a quantity has a fact that is missing, not one that is zero.
    let (row, _) = (0..10)
        .flat_map(|year| package.trade().rows(Hs6::parse("710812").unwrap(), 2015 + year).iter())
        .find(|(_, flow)| flow.quantity_t.is_none())
        .unwrap();
    assert_eq!(package.trade().quantity(row), None);
    let key = package.key(package.trade().value(row).unwrap().at).to_string().replace("/value", "/quantity");
    assert_eq!(package.view(package.find(&key).unwrap()).value, None);
}

#[test]
fn keys_that_name_nothing_say_how_keys_look() {
    let package = Package::embedded().unwrap();
    for key in [
        "trade/2022/283691/CL/DE/weight",
        "trade/2022/283691/CL/XX/quantity",
        "trade/1822/283691/CL/DE/quantity",
        "trade/2022/999999/CL/DE/value",
        "trade/2022/283691/CL/DE/DE/value",
        "trade/2022/283691/cl/DE/value",
        "trade/quantity",
        "trade/x",
    ] {
        let error = package.find(key).unwrap_err().to_string();
        assert!(error.starts_with("trade has no"), "{key}: {error}");
    }
}

#[test]
fn the_flows_of_a_good_and_year_are_listed() {
    let package = Package::embedded().unwrap();
    let rows = package.trade().rows(Hs6::parse("283691").unwrap(), 2022);
    let all = package.trade_facts("2022/283691").unwrap();
    assert_eq!(all.len(), rows.len() + rows.iter().filter(|(_, flow)| flow.quantity_t.is_some()).count());
    let of_one = package.trade_facts("2022/283691/CL").unwrap();
    assert!(of_one.iter().all(|at| package.key(*at).as_str().starts_with("trade/2022/283691/CL/")));
    assert!(all.len() > of_one.len() && of_one.len() > 10);
    assert_eq!(package.trade_facts("2022/283691/CL/DE").unwrap().len(), 2);
    assert_eq!(package.trade_facts("1999/283691"), Some(Vec::new()));
    for question in ["", "2022", "2022/lithium", "2022/283691/Chile", "2022/283691/CL/DE/value"] {
        assert_eq!(package.trade_facts(question), None, "{question}");
    }
}

/// 490 is no country's own code, and Namibia's is no missing value.
#[test]
fn codes_of_the_publisher_that_mislead_are_resolved() {
    let package = Package::embedded().unwrap();
    let exported = |id: &str| {
        let country = package.vocabulary().find_country(id).unwrap();
        let trade = package.trade();
        let all = trade.codes().iter().map(|hs6| trade.rows(*hs6, 2022));
        all.flat_map(|rows| rows.iter()).filter(|(_, flow)| flow.exporter == country).count()
    };
    assert!(exported("TW") > 100 && exported("NA") > 10);
}

const HEADER: &str = "exporter,importer,hs6,value_kusd,quantity_t,source\n";

fn codes(findings: &[Finding]) -> Vec<(&'static str, Option<u64>, Option<u64>)> {
    findings.iter().map(|finding| (finding.code, finding.line, finding.column)).collect()
}

#[test]
fn a_file_of_a_workspace_replaces_a_year_of_its_goods() {
    let base = Package::embedded().unwrap();
    let mut package = base.clone();
    let text = format!("{HEADER}CL,DE,283691,10.25,1.5,own release\nCL,FI,283691,3,,own release\n");
    assert_eq!(package.lay_trade_over("facts/trade/2022.csv", &text), []);
    let carbonate = Hs6::parse("283691").unwrap();
    assert_eq!(package.trade().rows(carbonate, 2022).len(), 2);
    assert_eq!(package.trade().rows(carbonate, 2021).len(), base.trade().rows(carbonate, 2021).len());
    let hydroxide = Hs6::parse("282520").unwrap();
    let (now, before) = (package.trade().rows(hydroxide, 2022), base.trade().rows(hydroxide, 2022));
    assert_eq!((now.exporters, now.values_kusd), (before.exporters, before.values_kusd));
    let fact = package.view(package.find("trade/2022/283691/CL/DE/quantity").unwrap());
    assert_eq!((fact.value, fact.source.as_str()), (Some(1.5), "own release"));
    assert_eq!((fact.file.as_str(), fact.line, fact.quality), ("facts/trade/2022.csv", 2, None));
    assert!(package.find("trade/2022/283691/AR/US/value").is_err(), "the good's other flows of that year are gone");
    let after = package.view(package.find("trade/2023/283691/CL/DE/value").unwrap());
    assert_eq!(after.file, "data/trade/2023.csv");
    assert_ne!(package.hash(), base.hash());
    // A year that the base does not have.
    assert_eq!(package.lay_trade_over("facts/trade/2014.csv", &text), []);
    assert_eq!(package.trade().years()[0], 2014);
    assert_eq!(package.trade().len(), base.trade().len() - base.trade().rows(carbonate, 2022).len() + 4);
}

#[test]
fn what_is_wrong_with_a_file_of_a_workspace_is_pointed_at() {
    let mut package = Package::embedded().unwrap();
    let base = package.hash().to_owned();
    let mut said = |file: &str, rows: &str| {
        let findings = package.lay_trade_over(file, &format!("{HEADER}{rows}"));
        assert!(findings.iter().all(|finding| finding.file.as_deref() == Some(file) && finding.hint.is_some()));
        codes(&findings)
    };
    let file = "facts/trade/2022.csv";
    assert_eq!(said(file, "CL,DE,283691,1,-2,me\n"), [("value.impossible", Some(2), Some(16))]);
    assert_eq!(said(file, "CL,DE,283691,many,2,me\n"), [("value.impossible", Some(2), Some(14))]);
    assert_eq!(said(file, "CL,DE,123456,1,2,me\n"), [("trade.unknown-code", Some(2), Some(7))]);
    assert_eq!(said(file, "CL,Germany,283691,1,2,me\n"), [("name.unknown", Some(2), Some(4))]);
    assert_eq!(said(file, "CL,DE,283691,1,2,\n"), [("fact.no-source", Some(2), Some(18))]);
    assert_eq!(said(file, "CL,DE,283691,1\n"), [("csv.wrong-width", Some(2), Some(1))]);
    assert_eq!(said(file, "CL,DE,283691,1,2,me\nCL,FI,283691,1,2,you\n"), [("trade.two-sources", Some(3), Some(18))]);
    assert_eq!(said(file, "CL,DE,283691,1,2,me\nCL,DE,283691,1,2,me\n"), [("csv.duplicate-key", Some(3), Some(1))]);
    for year in ["1822", "2222", "22", "trade"] {
        assert_eq!(said(&format!("facts/trade/{year}.csv"), "")[0].0, "trade.year", "{year}");
    }
    let without = package.lay_trade_over(file, "exporter,importer,hs6,value_kusd,quantity_t\nCL,DE,283691,1,2\n");
    assert_eq!(codes(&without), [("fact.no-source", Some(1), Some(1))]);
    let other = package.lay_trade_over(file, "t,i,j,k,v,q\n");
    assert_eq!(codes(&other), [("csv.missing-column", Some(1), Some(1))]);
    assert_eq!(package.hash(), base, "a file with an error is not used");
}
