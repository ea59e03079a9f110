//! `adit voice` and `adit db`: a record is opened, added to, exported, verified without us, erased from, put back.

use std::process::Command;

use super::harness::Folder;

const DB: &str = "sqlite:record.sqlite";
const PROJECT: &str = r#"
format = 1
kind = "project"
title = "North mine"
summary = "A made-up mine above the river."
country = "PT"
region = "PT11E"
look_within_days = 3
office = "Town hall"
confirmed = "none"
[author]
role = "editor"
name = "Town hall"
"#;

fn book() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/src/record.md")).unwrap()
}

/// The block of a language in the book's page.
fn block<'a>(book: &'a str, language: &str) -> &'a str {
    book.split_once(&format!("```{language}\n")).unwrap().1.split_once("```").unwrap().0
}

/// A record with the promise that the book shows.
fn promised(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("project.toml", PROJECT);
    folder.write("promise.toml", block(&book(), "toml"));
    let opened = folder.adit(&["voice", "open", "north-mine", "project.toml", "--db", DB, "--format", "json"]).json();
    assert_eq!(opened["entry"], 1);
    let added = folder.adit(&["voice", "promise", "north-mine", "promise.toml", "--db", DB, "--format", "json"]).json();
    assert_eq!(added["entry"], 2);
    folder
}

#[test]
fn an_export_verifies_with_the_script_of_the_book_and_a_changed_byte_is_found() {
    let folder = promised("voice-export");
    folder.write("verify.py", block(&book(), "python"));
    folder.adit(&["voice", "export", "north-mine", "-o", "mine.jsonl", "--db", DB]).ok();
    let text = std::fs::read_to_string(folder.path().join("mine.jsonl")).unwrap();
    assert!(text.contains("No blasting at night"));
    let script = |file: &str| {
        Command::new("python3").args(["verify.py", file]).current_dir(folder.path()).output().expect("python3")
    };
    let said = script("mine.jsonl");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    assert!(String::from_utf8_lossy(&said.stdout).starts_with("project:north-mine: 2 entries hold; head "));
    assert!(folder.adit(&["voice", "verify", "mine.jsonl"]).ok().contains("2 entries"));
    let signature = text.rsplit("\"signature\":\"").next().unwrap();
    let other = if signature.starts_with('0') { "1" } else { "0" };
    for (changed, says) in [
        (text.replace("at night", "at might"), "content of entry 2"),
        (text.replace("\"kind\":\"promise\",\"day\"", "\"kind\":\"answer\",\"day\""), "entry 2"),
        (text.replace(signature, &format!("{other}{}", &signature[1..])), "signed"),
    ] {
        assert_ne!(changed, text);
        folder.write("changed.jsonl", &changed);
        let (ours, theirs) = (folder.adit(&["voice", "verify", "changed.jsonl"]), script("changed.jsonl"));
        assert_eq!((ours.code, theirs.status.code()), (1, Some(1)), "{says}");
        assert!(ours.err.contains("voice.damaged"), "{}", ours.err);
        assert!(String::from_utf8_lossy(&theirs.stderr).contains(says), "{theirs:?}");
    }
    let head = "0".repeat(63) + "1";
    assert_eq!(folder.adit(&["voice", "verify", "mine.jsonl", "--head", &head]).code, 1);
    assert_eq!(folder.adit(&["voice", "verify", "mine.jsonl", "--head", "no"]).code, 2);
}

#[test]
fn heads_are_published_and_what_is_erased_stays_erased_when_a_backup_is_put_back() {
    let folder = promised("voice-heads");
    let heads = folder.adit(&["voice", "heads", "--db", DB, "--format", "json"]).json();
    let head = heads["heads"][0].as_str().unwrap();
    assert!(head.starts_with("adit-head-1 project:north-mine 2 "), "{head}");
    let rotated = folder.adit(&["voice", "heads", "--rotate", "--db", DB, "--format", "json"]).json();
    assert_ne!(rotated["public_key"], heads["public_key"]);
    for call in
        [&["voice", "verify", "north-mine", "--head", head, "--db", DB][..], &["voice", "verify", "house", "--db", DB]]
    {
        assert!(folder.adit(call).ok().contains("holds"));
    }
    folder.adit(&["db", "backup", "-o", "backup.sqlite", "--db", DB]).ok();
    assert_eq!(folder.adit(&["db", "backup", "-o", "backup.sqlite", "--db", DB]).code, 2);
    let erase = |more: &[&str]| {
        let call = [
            "voice",
            "erase",
            "north-mine",
            "2",
            "--ground",
            "Art. 17 GDPR",
            "--content",
            "a name",
            "--by",
            "Town hall",
        ];
        folder.adit(&[&call[..], &["--db", DB], more].concat())
    };
    assert!(erase(&["--refuse"]).ok().contains("Entry 3"));
    assert!(erase(&[]).ok().contains("Entry 4"));
    assert_eq!(erase(&[]).code, 2);
    for file in ["record.sqlite", "record.sqlite-wal", "record.sqlite-shm"] {
        drop(std::fs::remove_file(folder.path().join(file)));
    }
    let restored = folder.adit(&["db", "restore", "backup.sqlite", "--db", DB, "--format", "json"]).json();
    assert_eq!(restored["erased_again"], 1);
    let listed = folder.adit(&["voice", "list", "north-mine", "--db", DB, "--format", "json"]).json();
    assert_eq!((&listed["entries"][1]["erased"], &listed["entries"][2]["kind"]), (&true.into(), &"erased".into()));
    folder.adit(&["db", "move", "--from", DB, "--to", "sqlite:moved.sqlite"]).ok();
    let there = folder.adit(&["voice", "verify", "north-mine", "--head", head, "--db", "sqlite:moved.sqlite"]);
    assert!(there.ok().contains("holds"));
}

#[test]
fn what_is_wrong_with_a_file_is_said_and_nothing_is_recorded() {
    let folder = promised("voice-files");
    folder.write("wrong.toml", "format = 1\nkind = \"wish\"\n");
    folder.write("answer.toml", PROJECT.replace("\"project\"", "\"answer\"") + "x = 1");
    for (command, file, code, says) in [
        ("add", "wrong.toml", 1, "voice-file.wrong"),
        ("add", "answer.toml", 1, "voice-file.wrong"),
        ("answer", "promise.toml", 2, "kind \"promise\""),
    ] {
        let run = folder.adit(&["voice", command, "north-mine", file, "--db", DB]);
        assert_eq!(run.code, code, "{}", run.err);
        assert!(run.err.contains(says), "{}", run.err);
    }
    let moved = folder.adit(&["voice", "add", "north-mine", "promise.toml", "--after", "1", "--db", DB]);
    assert!(moved.code == 1 && moved.err.contains("entry 2 was added meanwhile"), "{}", moved.err);
    let listed = folder.adit(&["voice", "list", "--db", DB, "--format", "json"]).json();
    assert_eq!(listed["projects"][0]["entries"], 2);
}
