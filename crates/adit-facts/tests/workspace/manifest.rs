//! `adit.toml`: what it may say, and that every mistake is pointed at.

use adit_facts::workspace::Manifest;
use adit_facts::{Package, Severity};
use rstest::rstest;

#[rstest]
#[case::empty("", &[("manifest.format", 1, 1), ("manifest.missing-key", 1, 1)])]
#[case::unknown_key("format = 1\nname = \"x\"\nregion = []\n", &[("manifest.unknown-key", 3, 1)])]
#[case::unknown_key_below("format = 1\nname = \"x\"\n[base]\nedtion = \"ec-2023\"\n", &[("manifest.unknown-key", 4, 1)])]
#[case::format_of_the_future("format = 2\nname = \"x\"\n", &[("manifest.format", 1, 10)])]
#[case::format_as_text("format = \"1\"\nname = \"x\"\n", &[("manifest.wrong-type", 1, 10)])]
#[case::name_as_number("format = 1\nname = 7\n", &[("manifest.wrong-type", 2, 8)])]
#[case::blank_name("format = 1\nname = \" \"\n", &[("manifest.blank", 2, 8)])]
#[case::regions_as_text("format = 1\nname = \"x\"\nregions = \"FI1D\"\n", &[("manifest.wrong-type", 3, 11)])]
#[case::bad_regions("format = 1\nname = \"x\"\nregions = [\"FI1D\", \"Lapland\", 4, \"fi\"]\n",
    &[("manifest.region", 3, 20), ("manifest.wrong-type", 3, 31), ("manifest.region", 3, 34)])]
#[case::base_as_text("format = 1\nname = \"x\"\nbase = \"ec-2023\"\n", &[("manifest.wrong-type", 3, 8)])]
#[case::unknown_edition("format = 1\nname = \"x\"\n[base]\nedition = \"ec-2024\"\n", &[("manifest.edition", 4, 11)])]
#[case::another_base("format = 1\nname = \"x\"\n[base]\nhash = \"00\"\n", &[("manifest.base-changed", 4, 8)])]
#[case::broken_twice("format = \nname = \"x\nregions = [1,,]\n", &[("manifest.not-readable", 1, 10), ("manifest.not-readable", 2, 10), ("manifest.not-readable", 3, 14)])]
#[case::key_twice("format = 1\nname = \"x\"\nname = \"y\"\n", &[("manifest.not-readable", 3, 1)])]
fn mistakes_are_pointed_at(#[case] text: &str, #[case] expected: &[(&str, u64, u64)]) {
    let package = Package::embedded().unwrap();
    let findings = match Manifest::parse(text, "adit.toml", &package) {
        Ok((_, warnings)) => {
            assert!(warnings.iter().all(|finding| finding.severity != Severity::Error));
            warnings
        }
        Err(errors) => errors,
    };
    let found: Vec<_> = findings.iter().map(|f| (f.code, f.line.unwrap(), f.column.unwrap())).collect();
    assert_eq!(found, expected, "{}", super::said(&findings));
    assert!(findings.iter().all(|finding| finding.file.as_deref() == Some("adit.toml")));
}

#[test]
fn a_whole_manifest_is_read() {
    let package = Package::embedded().unwrap();
    let text = "format = 1\nname = \"North\"\nregions = [\"FI1D\", \"SE33\"]\nbase = { edition = \"ec-2020\" }\n";
    let (manifest, warnings) = Manifest::parse(text, "adit.toml", &package).unwrap();
    assert!(warnings.is_empty());
    assert_eq!((manifest.name.as_str(), manifest.edition.as_str(), manifest.base_hash), ("North", "ec-2020", None));
    assert_eq!(manifest.regions, ["FI1D", "SE33"]);
}

#[test]
fn the_hint_says_what_to_write() {
    let package = Package::embedded().unwrap();
    let hints = |text: &str| -> Vec<String> {
        let findings = match Manifest::parse(text, "adit.toml", &package) {
            Ok((_, findings)) | Err(findings) => findings,
        };
        findings.into_iter().filter_map(|finding| finding.hint).collect()
    };
    assert_eq!(hints("format = 1\nname = \"x\"\nregons = []\n"), ["did you mean regions?"]);
    let another = hints("format = 1\nname = \"x\"\n[base]\nhash = \"00\"\n");
    assert!(another[0].contains(package.hash()), "{another:?}");
}
