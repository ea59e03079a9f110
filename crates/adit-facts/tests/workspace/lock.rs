//! `adit.lock`: what it names, and what changed since.

use std::fs;

use adit_facts::Workspace;

use super::{Folder, codes};

fn open(folder: &Folder) -> Workspace {
    Workspace::load(&folder.demo()).unwrap().1
}

#[test]
fn a_lock_says_what_changed() {
    let folder = Folder::workspace();
    folder.write("facts/recycling.csv", "material,eol_rir_pct,source\nlithium,5,me\n");
    let lock = open(&folder).lock().unwrap();
    let named: Vec<&str> = lock.files.keys().map(String::as_str).collect();
    assert_eq!(named, ["adit.toml", "facts/recycling.csv", "scenarios/lithium-quarter-finland.toml"]);
    assert_eq!(open(&folder).verify().unwrap(), []);
    assert_eq!(open(&folder).snapshot().unwrap(), lock, "writing the lock changes nothing that it names");

    folder.write("facts/recycling.csv", "material,eol_rir_pct,source\nlithium,6,me\n");
    folder.write("projects/keliber.toml", "format = 1\n");
    fs::remove_file(folder.demo().join("scenarios/lithium-quarter-finland.toml")).unwrap();
    let notes = open(&folder).verify().unwrap();
    assert_eq!(codes(&notes), ["lock.file-changed", "lock.file-removed", "lock.file-added"]);
    assert!(notes[0].says.starts_with("facts/recycling.csv "), "{}", notes[0]);
    assert!(codes(&folder.check()).ends_with(&codes(&notes)), "check says it too");
    assert_ne!(open(&folder).snapshot().unwrap().snapshot, lock.snapshot);

    open(&folder).lock().unwrap();
    assert_eq!(open(&folder).verify().unwrap(), []);
}

#[test]
fn what_people_read_is_not_locked() {
    let folder = Folder::workspace();
    let before = open(&folder).snapshot().unwrap();
    folder.write("README.md", "changed");
    folder.write("facts/README.md", "changed");
    folder.write("facts/.hidden.csv", "not a table");
    assert_eq!(open(&folder).snapshot().unwrap(), before);
}

#[test]
fn the_snapshot_does_not_depend_on_where_the_folder_is() {
    let (one, other) = (Folder::workspace(), Folder::workspace());
    assert_eq!(open(&one).snapshot().unwrap(), open(&other).snapshot().unwrap());
    let (mut left, mut right) = (one.demo(), other.demo());
    for dir in [&mut left, &mut right] {
        fs::write(dir.join("facts/recycling.csv"), "material,eol_rir_pct,source\nlithium,5,me\n").unwrap();
    }
    let hash = |dir| Workspace::load(dir).unwrap().0.hash().to_owned();
    assert_eq!(hash(&left), hash(&right));
    assert_eq!(open(&one).snapshot().unwrap(), open(&other).snapshot().unwrap());
}

#[test]
fn a_lock_that_is_missing_damaged_or_edited_is_refused() {
    let folder = Folder::workspace();
    assert_eq!(codes(&open(&folder).verify().unwrap_err()), ["file.unreadable"]);
    let lock = open(&folder).lock().unwrap();
    let text = fs::read_to_string(folder.demo().join("adit.lock")).unwrap();
    let hash = &lock.files["adit.toml"];
    for broken in [
        text.replace(hash, &hash.replace(&hash[..1], "x")),
        text.replace("format = 1", "format = 9"),
        text.replace("[files]", "[files"),
        text.replace("adit = ", "unknown = 1\nadit = "),
    ] {
        assert_ne!(broken, text);
        folder.write("adit.lock", &broken);
        let findings = open(&folder).verify().unwrap_err();
        assert_eq!(codes(&findings), ["lock.not-readable"], "{broken}");
        assert!(findings[0].line.is_some());
        assert_eq!(codes(&folder.check()), ["lock.not-readable"]);
    }
    folder.write("adit.lock", text.replace(&lock.adit, "0.0.1"));
    assert_eq!(codes(&open(&folder).verify().unwrap()), ["lock.version"]);
}
