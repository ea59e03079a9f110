//! The JSON and CSV of the Chain room that other programs rely on.

use serde_json::Value;

use super::contract::{has, keeps_schema};
use super::harness::adit;

/// No number is a text such as NaN, and every share is a fraction: percent would stand far above.
fn fractions(document: &Value, names: &[&str]) {
    for name in names {
        let share = document[name].as_f64();
        assert!(share.is_some() || document[name].is_null(), "{name}: {}", document[name]);
        assert!(share.is_none_or(|share| (0.0..=25.0).contains(&share)), "{name} is {share:?} in {}", document["id"]);
    }
}

const STAGES: [&str; 3] = ["extraction", "processing", "recycling"];

#[test]
fn benchmarks_have_the_promised_fields() {
    let found = adit(&["benchmarks", "--year", "2030", "--format", "json"]).json();
    keeps_schema(&found, "benchmarks");
    has(&found, &["format", "year", "materials", "overall", "projects"]);
    assert_eq!(found["year"], 2030);
    let materials = found["materials"].as_array().unwrap();
    assert_eq!(materials.len(), 17, "the entries of Annex I, Section 1");
    for m in materials {
        has(m, &["id", "consumption_t", "consumption_route", "recycling_basis", "basis", "largest_third_country"]);
        has(m, &STAGES);
        fractions(m, &STAGES);
        for limits in ["low", "high"] {
            has(&m[limits], &STAGES);
            fractions(&m[limits], &["extraction", "processing"]);
        }
        for stage in STAGES {
            let (low, value, high) = (m["low"][stage].as_f64(), m[stage].as_f64(), m["high"][stage].as_f64());
            let Some(value) = value else { continue };
            assert!(low.is_none_or(|low| low <= value) && high.is_none_or(|high| value <= high), "{stage} of {m}");
        }
        assert_eq!(m["consumption_t"].is_null(), m["consumption_route"].is_null(), "{m}");
        let route = m["consumption_route"].as_str();
        assert!(route.is_none_or(|route| ["a", "b", "c"].contains(&route)), "{route:?}");
        assert!(["capacity", "output", "none"].contains(&m["basis"].as_str().unwrap()), "{}", m["basis"]);
        let basis = m["recycling_basis"].as_str();
        assert!(basis.is_none_or(|basis| ["capacity", "eol-rir-proxy"].contains(&basis)), "{basis:?}");
        assert_eq!(basis.is_none(), m["recycling"].is_null(), "{m}");
        let third = &m["largest_third_country"];
        if !third.is_null() {
            has(third, &["country", "stage", "share"]);
            assert_eq!(third["country"].as_str().unwrap().len(), 2);
            fractions(third, &["share"]);
        }
    }
    for overall in ["by_tonnes", "median", "met", "known"] {
        has(&found["overall"][overall], &STAGES);
    }
    for stage in STAGES {
        let (met, known) = (&found["overall"]["met"][stage], &found["overall"]["known"][stage]);
        assert!(met.as_u64().unwrap() <= known.as_u64().unwrap() && known.as_u64().unwrap() <= 17);
        let met_by_hand = materials.iter().filter(|m| m["met"][stage] == true).count() as u64;
        assert_eq!(met.as_u64(), Some(met_by_hand), "{stage}");
    }
}

#[test]
fn a_share_that_is_not_known_is_null_and_said() {
    let found = adit(&["benchmarks", "--format", "json"]).json();
    let mut unknown = 0;
    for m in found["materials"].as_array().unwrap() {
        for stage in STAGES {
            if m[stage].is_null() {
                unknown += 1;
                assert!(m["met"][stage].is_null() && m["why"][stage].is_null(), "{stage}: {m}");
                assert!(!m["missing"].as_array().unwrap().is_empty(), "{m}");
            }
        }
    }
    assert!(unknown > 0);
}

#[test]
fn the_game_has_the_promised_fields() {
    let call = ["together", "--regions", "FI1D,ES43,CZ04", "--material", "lithium", "--stage", "processing"];
    let found = adit(&[&call[..], &["--format", "json"]].concat()).json();
    keeps_schema(&found, "together");
    has(&found, &["measure", "material", "stage", "year", "supply_t", "displacement", "together", "alone"]);
    has(&found, &["sum_alone", "shapley", "exact", "error_bound", "capped", "coalitions", "sensitivity"]);
    assert_eq!(
        (&found["measure"], &found["material"], &found["stage"]),
        (&"sr".into(), &"lithium".into(), &"processing".into())
    );
    assert_eq!((&found["exact"], &found["error_bound"], &found["year"]), (&true.into(), &0.0.into(), &2030.into()));
    let sum = |of: &Value| of.as_object().unwrap().values().map(|value| value.as_f64().unwrap()).sum::<f64>();
    let together = found["together"].as_f64().unwrap();
    assert!((sum(&found["shapley"]) - together).abs() < 1e-12, "shares add to the whole");
    assert!((sum(&found["alone"]) - found["sum_alone"].as_f64().unwrap()).abs() < 1e-12);
    let coalitions = found["coalitions"].as_array().unwrap();
    assert_eq!(coalitions.len(), 8, "all coalitions of three");
    for one in coalitions {
        has(one, &["regions", "value", "deciding_stage", "capped"]);
        let regions: Vec<&str> = one["regions"].as_array().unwrap().iter().map(|code| code.as_str().unwrap()).collect();
        match regions.as_slice() {
            [] => assert_eq!(one["value"], 0.0),
            [alone] => assert_eq!(one["value"], found["alone"][alone]),
            [_, _, _] => assert_eq!(one["value"], found["together"]),
            _ => {}
        }
    }
    let supply = found["supply_t"].as_f64().unwrap();
    let shown: Vec<f64> =
        found["sensitivity"].as_array().unwrap().iter().map(|one| one["supply_t"].as_f64().unwrap()).collect();
    assert!(
        shown.iter().any(|one| (one / supply - 0.5).abs() < 1e-9)
            && shown.iter().any(|one| (one / supply - 2.0).abs() < 1e-9)
    );
}

#[test]
fn unknown_supply_is_said_and_no_error() {
    let call = ["together", "--regions", "ES43", "--material", "tungsten", "--measure", "extraction", "--all-built"];
    let game = adit(&[&call[..], &["--format", "json"]].concat());
    let game = game.json();
    assert!(game["together"].is_null() && game["sum_alone"].is_null(), "{game}");
    assert!(game["missing"].to_string().contains("--supply"), "{game}");
}

#[test]
fn the_other_documents_keep_their_schemas() {
    for (call, schema) in [
        (&["region", "FI1D"][..], "region"),
        (&["region", "DE71"], "region"),
        (&["region", "FI1D7"], "region"),
        (&["chain", "lithium"], "chain"),
        (&["chain", "copper", "--year", "2023"], "chain"),
        (&["benchmarks", "--definition", "proxy", "--year", "2024", "--draws", "64"], "benchmarks"),
        (&["geopolrisk", "lithium"], "geopolrisk"),
        (&["why", "benchmark.processing/lithium/2030"], "why"),
        (&["why", "together.sr/lithium/CZ04+FI1D?stage=processing"], "why"),
    ] {
        let document = adit(&[call, &["--format", "json"]].concat()).json();
        keeps_schema(&document, schema);
        assert_eq!(document["format"], 1, "{call:?}");
    }
}

#[test]
fn a_dossier_has_what_the_room_promises() {
    let found = adit(&["region", "FI1D", "--format", "json"]).json();
    has(&found, &["code", "vintage", "stages", "chains", "projects", "changes", "economy", "similar", "missing"]);
    assert_eq!((&found["code"], &found["vintage"], &found["level"]), (&"FI1D".into(), &2024.into(), &2.into()));
    assert!(!found["missing"].as_array().unwrap().is_empty(), "something is always not known, and said");
    for one in found["similar"].as_array().unwrap() {
        assert!((0.0..=1.0).contains(&one["similarity"].as_f64().unwrap()), "{one}");
        assert_ne!(one["code"], "FI1D");
    }
}

#[test]
fn scores_leave_as_csv_with_the_promised_header() {
    let csv = adit(&["geopolrisk", "--format", "csv"]).ok();
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("material,country,year,hhi,import_risk,score"));
    let mut union = 0;
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells.len(), 6, "{line}");
        let [hhi, risk, score] = [3, 4, 5].map(|at| cells[at].parse::<f64>().unwrap());
        assert!((0.0..=1.0).contains(&hhi) && (0.0..=1.0).contains(&risk), "{line}");
        assert!((hhi * risk - score).abs() <= 1e-12, "{line}");
        union += u32::from(cells[1] == "EU27");
    }
    assert!(union > 20, "{union}");
}

#[test]
fn tables_of_the_room_leave_as_csv() {
    for (call, header) in [
        (&["benchmarks"][..], "material,name,consumption_t"),
        (&["benchmarks", "--projects"], "project,name,regions"),
        (&["region", "EL64"], "id,name,kind,stage,material"),
        (&["chain", "lithium"], "from,"),
        (&["together", "--regions", "FI1D,CZ04", "--material", "lithium"], "region,name,tonnes,alone,shapley"),
        (&["together", "--regions", "FI1D,CZ04", "--material", "lithium", "--coalitions"], "regions,value"),
    ] {
        let csv = adit(&[call, &["--format", "csv"]].concat()).ok();
        assert!(csv.starts_with(header), "{call:?}: {}", csv.lines().next().unwrap_or_default());
        assert!(csv.lines().count() > 1, "{call:?}");
        assert!(!csv.contains("NaN") && !csv.contains("inf,"), "{call:?}");
    }
}

/// Supply risk of a stage with EU countries that take shares of its supply.
fn risk(material: &str, stage: &str, add: &[&str]) -> f64 {
    let mut call = vec!["risk", material, "--stage", stage, "--format", "json"];
    for one in add {
        call.extend(["--add", one]);
    }
    adit(&call).json()["materials"][0]["stages"][0]["sr"].as_f64().unwrap()
}

/// Strontium is mined in Spain alone: a second EU country with 10 to 50 % of the supply lowers the risk each time.
#[test]
fn a_second_country_lowers_the_risk_of_strontium() {
    let one = risk("strontium", "extraction", &[]);
    let shares = [0.1, 0.2, 0.3, 0.4, 0.5].map(|share| risk("strontium", "extraction", &[&format!("PT={share}")]));
    assert!(shares[0] < one && shares.is_sorted_by(|a, b| a > b), "{one} {shares:?}");
    // The same tonnes from the country that supplies already change nothing for the better.
    assert!(risk("strontium", "extraction", &["ES=0.3"]) >= shares[2]);
}

#[test]
fn the_same_tonnes_from_more_countries_lower_the_risk_of_lithium_more() {
    let before = risk("lithium", "processing", &[]);
    for all in [0.25, 0.5] {
        let from = |countries: &[&str]| {
            let adds: Vec<String> =
                countries.iter().map(|country| format!("{country}={}", all / countries.len() as f64)).collect();
            risk("lithium", "processing", &adds.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let found = [from(&["FI"]), from(&["FI", "DE"]), from(&["FI", "DE", "PT"])];
        assert!(found[0] < before && found.is_sorted_by(|a, b| a > b), "{all}: {before} {found:?}");
    }
}
