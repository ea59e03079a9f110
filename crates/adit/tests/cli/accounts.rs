//! `adit people`: accounts, roles and codes from the command line.

use std::io::Write;
use std::process::{Command, Stdio};

use super::harness::Folder;

const DB: &str = "sqlite:record.sqlite";

/// Runs adit with a password on standard input; exit code, standard output and error.
fn with_password(folder: &Folder, call: &[&str], password: &str) -> (i32, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_adit"))
        .args(call)
        .args(["--db", DB])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    writeln!(child.stdin.take().unwrap(), "{password}").unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), said)
}

#[test]
fn an_account_is_made_given_roles_disabled_exported_and_erased() {
    let folder = Folder::new("people");
    let clerk = ["people", "add", "anna", "--role", "clerk", "--project", "keliber", "--pseudonym", "Heron"];
    let (code, said) = with_password(&folder, &clerk, "short");
    assert!(code == 2 && said.contains("12"), "{said}");
    let (code, said) = with_password(&folder, &clerk, "password12345");
    assert!(code == 2 && said.contains("like many others"), "{said}");
    let (code, said) = with_password(&folder, &clerk, "three blue mussels");
    assert!(code == 0 && said.contains("speaks as Heron"), "{said}");
    assert!(!said.contains("mussels"));

    let wrong = folder.adit(&["people", "grant", "anna", "--role", "company", "--everywhere", "--db", DB]);
    assert!(wrong.code == 2 && wrong.err.contains("a clerk never"), "{}", wrong.err);
    folder.adit(&["people", "grant", "anna", "--role", "editor", "--region", "fi1d", "--db", DB]).ok();
    let listed = folder.adit(&["people", "list", "--db", DB, "--format", "json"]).json();
    assert_eq!(listed["accounts"][0]["roles"], "clerk project:keliber, editor region:FI1D");
    folder.adit(&["people", "revoke", "anna", "--role", "editor", "--region", "FI1D", "--db", DB]).ok();
    let again = folder.adit(&["people", "revoke", "anna", "--role", "editor", "--region", "FI1D", "--db", DB]);
    assert_eq!(again.code, 2, "{}", again.err);

    let own = folder.adit(&["people", "export", "anna", "--db", DB]).json();
    assert_eq!((own["pseudonym"].as_str(), own["password_kept_as_hash"].as_bool()), (Some("Heron"), Some(true)));
    folder.adit(&["people", "disable", "1", "--db", DB]).ok();
    assert!(folder.adit(&["people", "erase", "anna", "--db", DB]).err.contains("--yes"));
    folder.adit(&["people", "erase", "anna", "--yes", "--db", DB]).ok();
    assert_eq!(folder.adit(&["people", "export", "anna", "--db", DB]).code, 2);
    let trail = folder.adit(&["people", "trail", "--db", DB, "--format", "csv"]).ok();
    assert!(trail.lines().nth(1).unwrap().contains("erase-own"), "{trail}");
}

#[test]
fn codes_are_written_on_a_sheet_or_in_a_table() {
    let folder = Folder::new("people-codes");
    let codes = |more: &[&str]| folder.adit(&[&["people", "codes", "<b>keliber</b>", "--db", DB], more].concat());
    let table = codes(&["--count", "3"]).ok();
    assert_eq!(table.lines().filter(|line| line.starts_with("<b>keliber</b>,")).count(), 3, "{table}");
    assert!(codes(&["-o", "sheet.html"]).ok().is_empty());
    let sheet = std::fs::read_to_string(folder.path().join("sheet.html")).unwrap();
    assert_eq!(sheet.matches("<li>").count(), 20);
    assert!(sheet.contains("&lt;b&gt;keliber") && !sheet.contains("<b>keliber"), "{sheet}");
    for (more, word) in [
        (&["--count", "0"][..], "1 to 1000"),
        (&["--until", "2020-01-01"], "over already"),
        (&["--until", "soon"], "is not a day"),
        (&["-o", "codes.pdf"], ".html or .csv"),
    ] {
        let run = codes(more);
        assert!(run.code == 2 && run.err.contains(word), "{more:?}: {}", run.err);
    }
}

#[test]
fn wrong_calls_are_told_what_is_wrong() {
    let folder = Folder::new("people-calls");
    for (call, word) in [
        (&["people", "grant", "nobody", "--role", "clerk", "--everywhere"][..], "people list"),
        (&["people", "grant", "anna", "--role", "king", "--everywhere"], "participant"),
        (&["people", "grant", "anna", "--role", "clerk"], "--project"),
        (&["people", "add", "a b", "--role", "clerk", "--everywhere"], "letters"),
    ] {
        let (code, said) = with_password(&folder, call, "three blue mussels");
        assert!(code == 2 && said.contains(word), "{call:?} should say {word}: {said}");
    }
}
