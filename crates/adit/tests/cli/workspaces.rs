//! A workspace from beginning to end: made, changed, seen in the answer, checked, broken, mended.

use super::harness::Folder;

#[test]
fn a_changed_recycling_rate_is_seen_named_as_a_conflict_and_checked() {
    let folder = Folder::new("demo");
    folder.adit(&["init", "demo"]).ok();
    let demo = folder.path().join("demo");
    let run = |arguments: &[&str]| super::harness::run(&demo, arguments);
    let before = run(&["risk", "magnesium", "--format", "json"]).json();
    std::fs::write(
        demo.join("facts/recycling.csv"),
        "material,eol_rir_pct,source\nmagnesium,50,\"own survey, 2026\"\n",
    )
    .unwrap();
    let after = run(&["risk", "magnesium", "--format", "json"]).json();
    let sr = |risk: &serde_json::Value| risk["materials"][0]["sr"].as_f64().unwrap();
    assert!((sr(&after) / sr(&before) - 0.5 / 0.87).abs() < 1e-12, "SR falls as 1 - EoL-RIR does");
    assert_eq!(after["conflicts"][0]["key"], "recycling/ec-2023/magnesium/eol-rir");
    let people = run(&["risk", "magnesium"]);
    let said = people.out + &people.err;
    assert!(said.contains("was 13") && said.contains("is 50"), "the overridden value is named: {said}");
    let check = run(&["check"]);
    assert_eq!(check.code, 0, "{}{}", check.out, check.err);
    assert!(check.out.contains("workspace.override"), "{}", check.out);
    let why = run(&["why", "recycling/ec-2023/magnesium/eol-rir"]).ok();
    assert!(why.contains("own survey, 2026") && why.contains("changed from 13"), "{why}");
}

#[test]
fn a_broken_cell_is_pointed_at_exactly_and_nothing_is_computed() {
    let folder = Folder::new("broken");
    folder.adit(&["init", "demo"]).ok();
    let demo = folder.path().join("demo");
    std::fs::write(
        demo.join("facts/recycling.csv"),
        "material,eol_rir_pct,source\nmagnesium,fifty,own\nlitium,1,own\ncobalt,101,own\n",
    )
    .unwrap();
    for command in [&["check"][..], &["risk"]] {
        let run = super::harness::run(&demo, command);
        assert_eq!(run.code, 1, "{command:?}");
        let said = format!("{}{}", run.out, run.err);
        for place in ["recycling.csv:2:11", "recycling.csv:3:1", "recycling.csv:4:8"] {
            assert!(said.contains(place), "{command:?} should point at {place}: {said}");
        }
        assert!(said.contains("lithium"), "{said}");
    }
}

#[test]
fn a_number_without_a_source_does_not_load() {
    let folder = Folder::new("sourceless");
    folder.adit(&["init", "demo"]).ok();
    let demo = folder.path().join("demo");
    std::fs::write(demo.join("facts/recycling.csv"), "material,eol_rir_pct\nmagnesium,50\n").unwrap();
    let run = super::harness::run(&demo, &["risk", "magnesium"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("fact.no-source"), "{}", run.err);
}

#[test]
fn a_folder_that_holds_something_is_left_alone() {
    let folder = Folder::new("full");
    folder.write("mine.txt", "mine");
    let run = folder.adit(&["init", "."]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_is_imported_into_a_workspace_is_in_order() {
    let raw = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data/worldbank-wgi/wgi_2010_latest_long.csv");
    let raw = std::env::var("ADIT_RAW_DATA")
        .map_or(raw, |dir| std::path::Path::new(&dir).join("worldbank-wgi/wgi_2010_latest_long.csv"));
    let Ok(file) = raw.canonicalize() else {
        eprintln!("not run: the World Bank's file is not at {}", raw.display());
        return;
    };
    let folder = Folder::new("import");
    folder.adit(&["init", "demo"]).ok();
    let demo = folder.path().join("demo");
    super::harness::run(&demo, &["import", "wgi", file.to_str().unwrap(), "-o", "facts"]).ok();
    let check = super::harness::run(&demo, &["check"]);
    assert_eq!(check.code, 0, "{}{}", check.out, check.err);
    assert!(std::fs::read_to_string(demo.join("facts/governance.csv")).unwrap().contains("source"));
}

#[test]
fn official_boundaries_are_kept_with_their_notice() {
    let of_raw = std::env::var("ADIT_RAW_DATA").map_or_else(
        |_| std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        std::path::PathBuf::from,
    );
    let Ok(file) = of_raw.join("nuts-gisco-2024/nuts2024_20M_level2.geojson").canonicalize() else {
        eprintln!("not run: the regions are not in {}", of_raw.display());
        return;
    };
    let folder = Folder::new("boundaries");
    folder.adit(&["init", "demo"]).ok();
    let demo = folder.path().join("demo");
    let run = super::harness::run(&demo, &["import", "nuts", file.to_str().unwrap(), "-o", "facts"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("© EuroGeographics"), "{}", run.err);
    let kept = std::fs::read_to_string(demo.join("maps/nuts-2024-2.geojson")).unwrap();
    assert_eq!(kept, std::fs::read_to_string(&file).unwrap());
    let notice = std::fs::read_to_string(demo.join("maps/NOTICE.md")).unwrap();
    assert!(notice.contains("© EuroGeographics for the administrative boundaries"));
    let check = super::harness::run(&demo, &["check"]);
    assert_eq!(check.code, 0, "{}{}", check.out, check.err);
    // A cut file leaves nothing behind.
    let cut = folder.path().join("NUTS_RG_20M_2024_4326_LEVL_3.geojson");
    std::fs::write(&cut, &kept[..kept.len() / 2]).unwrap();
    let run = super::harness::run(&demo, &["import", "nuts", cut.to_str().unwrap()]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("import.geojson") && run.out.is_empty(), "{}", run.err);
    assert!(!demo.join("maps/nuts-2024-3.geojson").exists());
    // Outside a workspace there is no place for them.
    let run = folder.adit(&["import", "nuts", file.to_str().unwrap(), "-o", "tables"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(folder.path().join("tables/nuts.csv").exists() && !folder.path().join("maps").exists());
}

/// A year as CEPII publishes it, of which a workspace keeps the goods that it knows.
#[test]
fn trade_is_imported_into_a_workspace() {
    let folder = Folder::new("trade");
    folder.adit(&["init", "demo"]).ok();
    let rows = "t,i,j,k,v,q\n2022,152,276,10111,1.098,0.024\n2022,152,276,283691,     410.500,      12.003\n";
    folder.write("BACI_HS92_Y2022_V202501.csv", rows);
    let run = folder.adit(&["import", "baci", "BACI_HS92_Y2022_V202501.csv", "-o", "demo"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(run.out, "1 rows in demo/facts/trade/2022.csv\n");
    assert!(run.err.contains("2 rows read") && run.err.contains("1 kept"), "{}", run.err);
    let demo = folder.path().join("demo");
    let check = super::harness::run(&demo, &["check"]);
    assert_eq!(check.code, 0, "{}{}", check.out, check.err);
    let why = super::harness::run(&demo, &["why", "trade/2022/283691/CL/DE/quantity"]);
    assert!(why.out.contains("12.00") && why.out.contains("facts/trade/2022.csv, line 2"), "{}", why.out);
    // Nothing of a file with an error is written.
    folder.write("broken.csv", "t,i,j,k,v,q\n2021,152,276,283691,410.500,-1\n");
    let run = folder.adit(&["import", "baci", "broken.csv", "-o", "demo"]);
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.err.contains("broken.csv:2:29: error[value.impossible]"), "{}", run.err);
    assert!(!demo.join("facts/trade/2021.csv").exists());
    assert_eq!(folder.adit(&["import", "baci", "broken.csv"]).code, 2, "it must be said where to write");
}
