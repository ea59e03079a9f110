//! `adit round`: opened, listed, closed and verified in a database file; wrong files and calls are told what is wrong.

use super::harness::Folder;

const ROUND: &str = include_str!("../../../../examples/rounds/lithium-2026.toml");

#[test]
fn a_round_is_opened_listed_closed_and_verified() {
    let folder = Folder::new("rounds");
    folder.write("round.toml", ROUND);
    let db = "sqlite:kept/record.sqlite";
    let opened = folder.adit(&["round", "open", "round.toml", "--db", db, "--format", "json"]).json();
    let head = opened["head"].as_str().unwrap();
    assert_eq!((opened["round"].as_str(), head.len()), (Some("lithium-2026"), 64));
    let again = folder.adit(&["round", "open", "round.toml", "--db", db]);
    assert_eq!(again.code, 2, "{}", again.err);
    assert!(again.err.contains("already"), "{}", again.err);

    let listed = folder.adit(&["round", "list", "--db", db, "--format", "json"]).json();
    assert_eq!(listed["rounds"][0]["id"], "lithium-2026");
    assert!(listed["rounds"][0]["answers_at_least"].is_null());
    assert!(folder.adit(&["round", "list", "--db", db]).ok().contains("lithium-2026"));

    let closed = folder.adit(&["round", "close", "lithium-2026", "--db", db]).ok();
    assert!(closed.contains("/rounds/lithium-2026"), "{closed}");
    assert_eq!(folder.adit(&["round", "close", "lithium-2026", "--db", db]).code, 2);

    let verified =
        folder.adit(&["round", "verify", "lithium-2026", "--head", head, "--db", db, "--format", "json"]).json();
    assert_eq!((verified["holds"].as_bool(), verified["flaws"].as_array().map(Vec::len)), (Some(true), Some(0)));
    let other = "0".repeat(63) + "1";
    let cut = folder.adit(&["round", "verify", "lithium-2026", "--head", &other, "--db", db]);
    assert_eq!(cut.code, 1);
    assert!(cut.err.contains("round.damaged") && cut.err.contains("cut"), "{}", cut.err);
}

#[test]
fn everything_wrong_with_a_file_is_said_with_its_place_and_nothing_is_opened() {
    let folder = Folder::new("round-files");
    let wrong = ROUND
        .replace(
            "better = \"lower\"\n\n[[criterion]]\nid = \"jobs\"",
            "better = \"lower\"\n\n[[criterion]]\nid = \"carbon\"",
        )
        .replace("closes = \"2026-12-20T18:00Z\"", "closes = \"2026-10-01\"");
    folder.write("round.toml", wrong);
    let run = folder.adit(&["round", "open", "round.toml", "--db", "sqlite:record.sqlite"]);
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    assert!(run.err.contains("round.toml:8:10") && run.err.contains("stands twice"), "{}", run.err);
    assert!(!folder.path().join("record.sqlite").exists(), "the file is read before the database is made");
}

#[test]
fn wrong_calls_end_with_2_and_a_way_out() {
    let folder = Folder::new("round-calls");
    for (call, word) in [
        (&["round", "list"][..], "--db"),
        (&["round", "list", "--db", "record.sqlite"], "sqlite:"),
        (&["round", "close", "nowhere", "--db", "sqlite:record.sqlite"], "round list"),
        (&["round", "verify", "nowhere", "--head", "12", "--db", "sqlite:record.sqlite"], "64"),
    ] {
        let run = folder.adit(call);
        assert_eq!(run.code, 2, "{call:?}: {}{}", run.out, run.err);
        assert!(run.err.contains(word), "{call:?} should say {word}: {}", run.err);
    }
    let unreachable = folder.adit(&["round", "list", "--db", "postgres://nobody@127.0.0.1:1/none"]);
    assert_eq!(unreachable.code, 1);
    assert!(unreachable.err.contains("cannot be opened"), "{}", unreachable.err);
}
