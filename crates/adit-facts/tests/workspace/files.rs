//! Files that are something else than they should be.

use std::fs;

use adit_facts::Workspace;

use super::{Folder, codes, said};

/// A sparse file: large without taking space.
fn large(folder: &Folder, file: &str, bytes: u64) {
    fs::File::create(folder.demo().join(file)).unwrap().set_len(bytes).unwrap();
}

fn only_problem(folder: &Folder) -> (&'static str, String, Option<u64>, Option<u64>) {
    let mut found = folder.found();
    assert_eq!(found.len(), 1, "{}", said(&folder.check()));
    let load = Workspace::load(&folder.demo());
    assert!(load.is_err(), "an error keeps the workspace from being used");
    found.remove(0)
}

#[test]
fn a_folder_as_a_table() {
    let folder = Folder::workspace();
    fs::create_dir(folder.demo().join("facts/recycling.csv")).unwrap();
    assert_eq!(only_problem(&folder), ("file.is-folder", "facts/recycling.csv".to_owned(), None, None));
}

#[test]
fn an_empty_table() {
    let folder = Folder::workspace();
    folder.write("facts/recycling.csv", "");
    assert_eq!(only_problem(&folder), ("file.empty", "facts/recycling.csv".to_owned(), Some(1), Some(1)));
}

#[test]
fn a_table_that_is_not_utf8() {
    let folder = Folder::workspace();
    folder.write("facts/recycling.csv", b"material,eol_rir_pct,source\nlithium,5,B\xfcro\n");
    assert_eq!(only_problem(&folder), ("file.not-utf8", "facts/recycling.csv".to_owned(), Some(2), Some(12)));
}

#[test]
fn a_table_with_a_line_of_200_megabytes() {
    let folder = Folder::workspace();
    large(&folder, "facts/recycling.csv", 200_000_000);
    assert_eq!(only_problem(&folder), ("file.too-large", "facts/recycling.csv".to_owned(), None, None));
}

#[test]
fn a_table_with_a_line_of_50_megabytes() {
    let folder = Folder::workspace();
    let line = "x".repeat(50_000_000);
    folder.write("facts/recycling.csv", format!("material,eol_rir_pct,source\nlithium,5,{line}\n"));
    assert_eq!(only_problem(&folder), ("csv.long-line", "facts/recycling.csv".to_owned(), Some(2), Some(1)));
}

#[test]
fn files_in_the_place_of_folders() {
    let folder = Folder::workspace();
    fs::remove_dir_all(folder.demo().join("facts")).unwrap();
    folder.write("facts", "not a folder");
    assert_eq!(only_problem(&folder), ("file.unreadable", "facts".to_owned(), None, None));
}

#[test]
fn folders_that_are_missing_are_no_problem() {
    let folder = Folder::workspace();
    for name in ["facts", "scenarios", "projects", "portfolios", "reports"] {
        fs::remove_dir_all(folder.demo().join(name)).unwrap();
    }
    assert_eq!(said(&folder.check()), "");
    assert!(Workspace::load(&folder.demo()).unwrap().1.lock().is_ok());
}

#[test]
fn a_manifest_that_is_a_folder() {
    let folder = Folder::workspace();
    fs::remove_file(folder.demo().join("adit.toml")).unwrap();
    fs::create_dir(folder.demo().join("adit.toml")).unwrap();
    assert_eq!(only_problem(&folder), ("file.is-folder", "adit.toml".to_owned(), None, None));
}

#[test]
fn what_would_not_be_read_is_said_and_what_is_for_people_is_not() {
    let folder = Folder::workspace();
    fs::create_dir(folder.demo().join("facts/old")).unwrap();
    folder.write("facts/recycling.ods", "PK");
    folder.write("facts/notes.md", "for people");
    folder.write("facts/.recycling.csv.swp", "an editor's");
    folder.write("scenarios/plan.txt", "later");
    let findings = folder.check();
    assert_eq!(codes(&findings), ["workspace.not-read"; 3], "{}", said(&findings));
    assert!(Workspace::load(&folder.demo()).is_ok(), "warnings do not stop anything");
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use super::*;

    const TABLE: &str = "material,eol_rir_pct,source\nlithium,5,me\n";

    #[test]
    fn a_table_that_is_a_link_out_of_the_workspace() {
        let folder = Folder::workspace();
        fs::write(folder.0.join("elsewhere.csv"), TABLE).unwrap();
        symlink("../../elsewhere.csv", folder.demo().join("facts/recycling.csv")).unwrap();
        assert_eq!(only_problem(&folder), ("file.outside", "facts/recycling.csv".to_owned(), None, None));
    }

    #[test]
    fn a_folder_that_is_a_link_out_of_the_workspace() {
        let folder = Folder::workspace();
        fs::create_dir(folder.0.join("elsewhere")).unwrap();
        fs::write(folder.0.join("elsewhere/recycling.csv"), TABLE).unwrap();
        fs::remove_dir_all(folder.demo().join("facts")).unwrap();
        symlink("../elsewhere", folder.demo().join("facts")).unwrap();
        assert_eq!(only_problem(&folder), ("file.outside", "facts".to_owned(), None, None));
    }

    #[test]
    fn a_manifest_that_is_a_link_out_of_the_workspace() {
        let folder = Folder::workspace();
        fs::rename(folder.demo().join("adit.toml"), folder.0.join("adit.toml")).unwrap();
        symlink("../adit.toml", folder.demo().join("adit.toml")).unwrap();
        assert_eq!(only_problem(&folder), ("file.outside", "adit.toml".to_owned(), None, None));
    }

    #[test]
    fn a_scenario_that_is_a_link_out_of_the_workspace_is_neither_read_nor_locked() {
        let folder = Folder::workspace();
        fs::write(folder.0.join("secret.toml"), "format = 1\n").unwrap();
        symlink("../../secret.toml", folder.demo().join("scenarios/secret.toml")).unwrap();
        assert_eq!(folder.found(), [("file.outside", "scenarios/secret.toml".to_owned(), None, None)]);
        let workspace = Workspace::load(&folder.demo()).unwrap().1;
        assert_eq!(codes(&workspace.lock().unwrap_err()), ["file.outside"]);
        assert!(!folder.demo().join("adit.lock").exists());
    }

    #[test]
    fn links_that_stay_inside_and_links_to_nothing() {
        let folder = Folder::workspace();
        folder.write("reports/recycling.csv", TABLE);
        symlink("../reports/recycling.csv", folder.demo().join("facts/recycling.csv")).unwrap();
        assert_eq!(codes(&folder.check()), ["workspace.override"]);
        fs::remove_file(folder.demo().join("reports/recycling.csv")).unwrap();
        assert_eq!(only_problem(&folder), ("file.unreadable", "facts/recycling.csv".to_owned(), None, None));
        fs::remove_file(folder.demo().join("facts/recycling.csv")).unwrap();
        symlink("recycling.csv", folder.demo().join("facts/recycling.csv")).unwrap();
        assert_eq!(only_problem(&folder), ("file.unreadable", "facts/recycling.csv".to_owned(), None, None));
    }

    #[test]
    fn the_workspace_itself_may_be_a_link() {
        let folder = Folder::workspace();
        symlink("demo", folder.0.join("link")).unwrap();
        assert_eq!(said(&Workspace::check(&folder.0.join("link"))), "");
    }

    /// Opening a socket or a pipe would fail oddly or wait for ever.
    #[test]
    fn a_socket_is_not_a_table() {
        // The path of a socket is limited to some hundred letters, so it is made elsewhere.
        let folder = Folder::workspace();
        let short = std::env::temp_dir().join(format!("adit-{}.csv", std::process::id()));
        let _socket = UnixListener::bind(&short).unwrap();
        fs::rename(&short, folder.demo().join("facts/recycling.csv")).unwrap();
        assert_eq!(only_problem(&folder), ("file.unreadable", "facts/recycling.csv".to_owned(), None, None));
    }
}
