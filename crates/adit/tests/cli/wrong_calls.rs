//! Wrong calls and broken files: what, where and how to mend it; exit code 2 for a wrong call, 1 for a failed question;
//! never a panic, nothing written.

use super::harness::{Folder, adit};

#[test]
fn wrong_words_end_with_2_and_the_nearest_names() {
    for (call, word) in [
        (&["risk", "litium"][..], "lithium"),
        (&["risk", "lithium", "--add", "Finlnd=0.25"], "FI"),
        (&["risk", "lithium", "--add", "FI=25"], "0.25"),
        (&["risk", "lithium", "--add", "FI"], "FI=0.25"),
        (&["risk", "lithium", "--without", "ZZ"], "ISO"),
        (&["risk", "--without", "CN"], "material"),
        (&["risk", "lithium", "--stage", "smelting"], "processing"),
        (&["risk", "--edition", "ec-2032"], "ec-2023"),
        (&["risk", "--governance", "1990-1995"], "2010"),
        (&["risk", "lree", "--add", "FI=0.1"], "member"),
        (&["why", "risk.sr/litium"], "lithium"),
        (&["why", "nothing"], "facts"),
        (&["flip", "qqqq"], "materials"),
        (&["explain", "arsenic", "--stage", "processing", "--target", "-1"], "1.9"),
        (&["audit", "ec-1999"], "ec-20"),
        (&["facts", "recycling/ec-2023/lithium/eol"], "eol-rir"),
        (&["import", "usgs", "x.csv"], "usgs-mcs"),
        (&["--workspace", "/nowhere", "risk"], "adit init"),
        (&["check"], "adit init"),
    ] {
        let run = adit(call);
        assert_eq!(run.code, 2, "{call:?}: {}{}", run.out, run.err);
        assert!(run.err.contains(word), "{call:?} should say {word}: {}", run.err);
        assert!(!run.err.contains("panicked"), "{call:?}");
    }
}

#[test]
fn broken_study_files_end_with_1_and_a_place() {
    let folder = Folder::new("studies");
    let head = "material,stage,scope,hhi_gs,hhi_eus,ir,eol_rir,si_sr,sr\n";
    folder.write("words.csv", format!("{head}a,E,both,x,1,1,1,1,1\n"));
    folder.write("over.csv", format!("{head}a,E,both,1,1,1,101,1,1\n"));
    folder.write("columns.csv", "material,stage\na,E\n");
    folder.write("twice.csv", format!("{head}a,E,gs,1,,,1,1,1\na,E,gs,1,,,1,1,1\n"));
    folder.write("latin.csv", [head.as_bytes(), b"T\xfcrkiye,E,gs,1,,,1,1,1\n"].concat());
    folder.write("empty.csv", "");
    folder.write("wide.csv", format!("{head}a,E,gs,1,,,1,1,1,extra\nb\n"));
    std::fs::create_dir(folder.path().join("folder.csv")).unwrap();
    for (file, word) in [
        ("words.csv", "words.csv:2:10"),
        ("over.csv", "over.csv:2:16"),
        ("columns.csv", "csv.missing-column"),
        ("twice.csv", "twice.csv:3"),
        ("latin.csv", "latin.csv:2:2"),
        ("empty.csv", "empty"),
        ("folder.csv", "folder"),
        ("missing.csv", "cannot be read"),
        ("wide.csv", "wide.csv:3"),
    ] {
        let run = folder.adit(&["audit", file]);
        assert_eq!(run.code, 1, "{file}: {}{}", run.out, run.err);
        assert!(run.err.contains(word), "{file} should say {word}: {}", run.err);
    }
}

#[test]
fn a_study_file_is_audited_like_an_edition() {
    let folder = Folder::new("study");
    let study = "material,stage,scope,hhi_gs,hhi_eus,ir,eol_rir,si_sr,sr\n\
                 alpha,extraction,both,2.00,1.00,50,0,1.00,1.3\n\
                 beta,extraction,gs,2.00,,,10,0.90,1.6\n\
                 gamma,processing,eus,,3.00,,0,1.00,1.0\n\
                 delta,processing,both,1.00,,50,0,1.00,1.0\n";
    folder.write("study.csv", study);
    let audit = folder.adit(&["audit", "study.csv", "--format", "json"]).json();
    let row = |material: &str| {
        audit["stages"].as_array().unwrap().iter().find(|row| row["material"] == material).unwrap().clone()
    };
    // 1.00 * 0.75 + 2.00 * 0.25 = 1.25, printed as 1.3; 2.00 * 0.9 * 0.9 = 1.62, printed as 1.6.
    assert_eq!(row("alpha")["computed"].as_f64().unwrap(), 1.25);
    assert_eq!(row("alpha")["within_rounding"], true);
    assert!((row("beta")["computed"].as_f64().unwrap() - 1.62).abs() < 1e-12);
    assert_eq!(row("gamma")["within_rounding"], false);
    assert!(row("gamma")["cause"].is_string());
    assert!(row("delta")["computed"].is_null());
    assert_eq!(audit["summary"]["compared"], 3);
}

#[test]
fn a_scenario_is_refused_with_line_and_column() {
    let folder = Folder::new("scenarios");
    folder.write("bad.toml", "format = 1\n[[change]]\nfact = \"recycling/ec-2023/litium/eol-rir\"\nset = 0.2\n[[change]]\nfact = \"recycling/ec-2023/lithium/eol-rir\"\nset = 20\n");
    let run = folder.adit(&["risk", "--scenario", "bad.toml"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("bad.toml:3:8") && run.err.contains("bad.toml:6:8"), "{}", run.err);
}
