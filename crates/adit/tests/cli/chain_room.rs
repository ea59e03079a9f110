//! The Chain room on the command line: what people read, 80 columns wide, and what ends with which code.

use super::harness::{Folder, adit};

/// The answer alone, without its notes.
fn quietly(call: &[&str]) -> String {
    adit(&[call, &["--quiet"]].concat()).ok()
}

/// Five regions with projects in the chain of lithium.
const REGIONS: &str = "FI1D,ES43,CZ04,FRK1,DE71";

fn lithium<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["together", "--regions", REGIONS, "--material", "lithium"], more].concat()
}

#[test]
fn benchmarks_of_2030() {
    insta::assert_snapshot!(quietly(&["benchmarks"]));
}

#[test]
fn region_of_sterea_ellada() {
    insta::assert_snapshot!(quietly(&["region", "EL64"]));
}

#[test]
fn five_regions_process_lithium() {
    insta::assert_snapshot!(quietly(&lithium(&["--stage", "processing"])));
}

#[test]
fn chain_of_lithium() {
    insta::assert_snapshot!(quietly(&["chain", "lithium"]));
}

#[test]
fn geopolrisk_of_lithium() {
    insta::assert_snapshot!(quietly(&["geopolrisk", "lithium"]));
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let together = lithium(&["--coalitions", "--draws", "64", "--target", "3"]);
    for call in [
        &["benchmarks"][..],
        &["benchmarks", "--year", "2024", "--projects", "--draws", "64"],
        &["benchmarks", "--definition", "proxy"],
        &["region", "EL64"],
        &["region", "FI1D"],
        &["region", "Castilla y León"],
        &["region", "PT16"],
        &["chain", "lithium", "--links"],
        &["chain", "rare-earths"],
        &["chain", "copper", "--region", "ES61"],
        &["geopolrisk", "lithium"],
        &together,
        &["why", "benchmark.processing/lithium/2030"],
        &["why", "chain.imports/lithium/processing/2023/EU27"],
        &["why", "region.location-quotient/FI1D"],
    ] {
        let run = adit(call);
        for line in run.out.lines().chain(run.err.lines()) {
            // A long id is one word: broken, it could not be copied.
            let breaks = line.trim().contains(' ');
            assert!(line.chars().count() <= 80 || !breaks, "{call:?}: {line}");
        }
        assert_eq!(run.code, 0, "{call:?}: {}", run.err);
    }
}

#[test]
fn wrong_words_end_with_2_and_say_how_to_mend_it() {
    for (call, word) in [
        (&["region", "FI1Z"][..], "FI1"),
        (&["region", "Lapplnd"], "Lapland"),
        (&["region", "zzzz"], "NUTS"),
        (&["benchmarks", "--year", "2099"], "2040"),
        (&["benchmarks", "--year", "soon"], "2040"),
        (&["benchmarks", "--definition", "official"], "proxy"),
        (&["benchmarks", "--without", "cinovec"], "cinovec-lithium"),
        (&["chain", "litium"], "lithium"),
        (&["chain", "lithium", "--year", "1990"], "2015"),
        (&["chain", "lithium", "--region", "FI1Z"], "FI1"),
        (&["geopolrisk", "litium"], "lithium"),
        (&["geopolrisk", "lithium", "--country", "Finlnd"], "FI"),
        (&["together", "--regions", "FI1Z", "--material", "lithium"], "FI1"),
        (&["together", "--regions", "DE71,DE7", "--material", "lithium"], "DE71"),
        (&["together", "--regions", "DE71", "--material", "litium"], "lithium"),
        (&["together", "--regions", "DE71", "--material", "lithium", "--measure", "si"], "single-country"),
        (&["together", "--regions", "DE71", "--material", "lithium", "--stage", "smelting"], "processing"),
        (&["together", "--regions", "DE71", "--material", "lithium", "--year", "1815"], "2040"),
        (&["together", "--regions", "DE71", "--material", "lithium", "--supply", "-3"], "above 0"),
        (&["together", "--regions", "DE71", "--material", "lithium", "--without", "cinovec"], "cinovec-lithium"),
        (&["together", "--regions", "DE71", "--material", "lithium", "--displacement", "fair"], "proportional"),
        (&["together"], "--regions"),
        (&["why", "benchmark.extracton/lithium/2030"], "benchmark.extraction"),
        (&["why", "benchmarks.extraction/lithium/2030"], "benchmark.extraction"),
        (&["why", "chain.import/lithium/processing/2023/EU27"], "chain.imports"),
        (&["why", "geopolrisk.score/lithium/Atlantis/2023"], "Atlantis"),
        (&["why", "together.sr/lithium/NOWHERE"], "NOWHERE"),
        (&["why", "benchmark.extraction/lithium/2030?without=cinovec"], "cinovec-lithium"),
    ] {
        let run = adit(call);
        assert_eq!(run.code, 2, "{call:?}: {}{}", run.out, run.err);
        assert!(run.err.contains(word), "{call:?} should say {word}: {}", run.err);
        assert!(!run.err.contains("panicked") && run.out.is_empty(), "{call:?}: {}", run.out);
    }
}

#[test]
fn a_broken_workspace_ends_with_1_in_every_command_of_the_room() {
    let folder = Folder::new("chain-broken");
    folder.adit(&["init", "demo"]).ok();
    let demo = folder.path().join("demo");
    std::fs::write(
        demo.join("facts/consumption.csv"),
        "material,period,route,form,quantity,source,locator\nlitium,2022,a,content,-4,own,page 1\n",
    )
    .unwrap();
    for command in [&["benchmarks"][..], &["region", "FI1D"], &["chain", "lithium"], &["geopolrisk", "lithium"]] {
        let run = super::harness::run(&demo, command);
        assert_eq!(run.code, 1, "{command:?}");
        assert!(run.err.contains("consumption.csv:2:") && run.out.is_empty(), "{command:?}: {}", run.err);
    }
}

#[test]
fn an_earlier_code_is_answered_for_what_it_became() {
    let centro = adit(&["region", "PT16"]).ok();
    for word in ["PT19", "PT1D", "PT16 of NUTS 2021"] {
        assert!(centro.contains(word), "{word}: {centro}");
    }
    let both = adit(&["region", "PT16", "--format", "json"]).json();
    let codes: Vec<&str> = both.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["PT19", "PT1D"]);
    assert!(both[0]["asked"].as_str().unwrap().contains("PT16"));
    // A name, and a code in small letters, mean the same region as its code.
    let by_code = adit(&["region", "ES41", "--format", "json"]).json();
    assert_eq!(adit(&["region", "Castilla y León", "--format", "json"]).json()["code"], by_code["code"]);
    assert_eq!(adit(&["region", "es41", "--format", "json"]).json()["code"], by_code["code"]);
}
