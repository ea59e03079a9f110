//! A workspace's rows laid over the base: what they change, what they leave, and how mistakes are pointed at.

// A test stops where something is wrong.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::OnceLock;

use adit_facts::{FactView, Finding, Package, Severity};
use rstest::rstest;

fn base() -> &'static Package {
    static BASE: OnceLock<Package> = OnceLock::new();
    BASE.get_or_init(|| Package::embedded().unwrap())
}

fn lay_over(table: &str, csv: &str) -> (Package, Vec<Finding>) {
    let mut package = base().clone();
    let findings = package.lay_over(table, &format!("facts/{table}.csv"), csv, "ec-2023");
    (package, findings)
}

fn view(package: &Package, key: &str) -> FactView {
    package.view(package.find(key).unwrap())
}

#[test]
fn a_partial_row_changes_its_cells_and_no_others() {
    let csv = "material,stage,country,share_pct,source,note\nlithium,processing,CL,70,own survey,a guess\n";
    let (package, findings) = lay_over("eu-supply", csv);
    assert_eq!(findings, []);
    let share = view(&package, "eu-supply/ec-2023/lithium/processing/CL/share");
    assert_eq!((share.value, share.source.as_str(), share.note.as_deref()), (Some(0.7), "own survey", Some("a guess")));
    assert_eq!(
        (share.file.as_str(), share.line, share.locator.as_str()),
        ("facts/eu-supply.csv", 2, "facts/eu-supply.csv, line 2")
    );
    assert_eq!((share.licence.as_str(), share.quality), ("stated by the workspace", None));
    // The trade parameter of the same row is still the Commission's.
    let trade = view(&package, "eu-supply/ec-2023/lithium/processing/CL/trade");
    assert_eq!((trade.value, trade.source.as_str(), trade.note), (Some(1.0), "ec-2023", None));
    assert_eq!(trade.file, "data/eu-supply.csv");
    assert!(trade.locator.ends_with("fact_EUSupplyShares_t.csv, row 460"), "{}", trade.locator);
    let conflicts = package.conflicts();
    assert_eq!(conflicts.len(), 1);
    assert_eq!((conflicts[0].was.as_str(), conflicts[0].now.as_str()), ("79", "70"));
    assert_eq!((conflicts[0].line, conflicts[0].column), (2, 23));
}

#[test]
fn the_same_value_again_is_no_conflict_and_leaves_the_source() {
    let (package, findings) = lay_over("recycling", "material,eol_rir_pct,source\nlithium,0,own survey\n");
    assert_eq!(findings, []);
    assert_eq!(package.conflicts(), []);
    assert_eq!(view(&package, "recycling/ec-2023/lithium/eol-rir").source, "ec-2023");
}

#[test]
fn laying_over_twice_names_both_steps_and_keeps_the_last() {
    let (mut package, _) = lay_over("recycling", "material,eol_rir_pct,source\nlithium,5,first\n");
    let findings =
        package.lay_over("recycling", "more.csv", "material,eol_rir_pct,source\nlithium,6,second\n", "ec-2023");
    assert_eq!(findings, []);
    let fact = view(&package, "recycling/ec-2023/lithium/eol-rir");
    assert_eq!((fact.value, fact.source.as_str(), fact.file.as_str()), (Some(0.06), "second", "more.csv"));
    assert_eq!(package.conflicts().len(), 2);
}

#[test]
fn a_new_supplier_is_added_at_the_end_of_its_list() {
    let csv = "material,stage,country,share_pct,trade,source\nlithium,processing,FI,25,0.8,own survey\n";
    let (package, findings) = lay_over("eu-supply", csv);
    assert_eq!(findings, []);
    assert_eq!(package.conflicts(), []);
    let lithium = package.vocabulary().find_material("lithium").unwrap();
    let supply = package.supply(adit_facts::study::Side::Europe, "ec-2023", lithium, adit_facts::Stage::Processing);
    let last = supply.last().unwrap();
    assert_eq!(package.vocabulary().country(last.country).id, "FI");
    assert_eq!((last.share.number.value, last.trade.number.value), (0.25, 0.8));
}

#[test]
fn words_for_missing_take_a_value_away() {
    let (package, findings) = lay_over("recycling", "material,eol_rir_pct\nlithium,N/A\n");
    assert_eq!(findings, []);
    assert_eq!(view(&package, "recycling/ec-2023/lithium/eol-rir").value, None);
    assert_eq!(package.conflicts().len(), 1);
}

#[test]
fn the_hash_names_what_lies_over_the_base() {
    let (one, _) = lay_over("recycling", "material,eol_rir_pct,source\nlithium,5,me\n");
    let (other, _) = lay_over("recycling", "material,eol_rir_pct,source\nlithium,6,me\n");
    assert_eq!(base().hash().len(), 64);
    assert!(base().hash() != one.hash() && one.hash() != other.hash());
}

/// Each mistake alone: its code, its place to the letter, and what to write instead.
#[rstest]
#[case::no_source("recycling", "material,eol_rir_pct\nlithium,5\n", "fact.no-source", (2, 1), "add a `source` column")]
#[case::blank_source("recycling", "material,eol_rir_pct,source\nlithium,5, \n", "fact.no-source", (2, 1), "add a `source` column")]
#[case::unknown_material("recycling", "material,eol_rir_pct,source\nlithum,5,me\n", "name.unknown", (2, 1), "did you mean lithium or")]
#[case::material_by_name("recycling", "material,eol_rir_pct,source\nLithium,5,me\n", "name.unknown", (2, 1), "write the id lithium")]
#[case::country_by_name("eu-supply", "material,stage,country,share_pct,source\nlithium,processing,Chile,5,me\n", "name.unknown", (2, 20), "write the code CL")]
#[case::greece("eu-supply", "material,stage,country,share_pct,trade,source\nlithium,processing,EL,5,1,me\n", "name.unknown", (2, 20), "write the code GR")]
#[case::united_kingdom("eu-supply", "material,stage,country,share_pct,trade,source\nlithium,processing,UK,5,1,me\n", "name.unknown", (2, 20), "write the code GB")]
#[case::unknown_country("eu-supply", "material,stage,country,share_pct,trade,source\nlithium,processing,Finnland,5,1,me\n", "name.unknown", (2, 20), "did you mean FI (Finland)?")]
#[case::new_row_not_whole("eu-supply", "material,stage,country,share_pct,source\nlithium,processing,FI,5,me\n", "csv.blank-cell", (2, 1), "Parameter t of the method")]
#[case::duplicate_key("recycling", "material,eol_rir_pct,source\nlithium,5,me\nlithium,6,me\n", "csv.duplicate-key", (3, 1), "keep one")]
#[case::duplicate_key_by_edition("recycling", "edition,material,eol_rir_pct,source\nec-2023,lithium,5,me\n,lithium,6,me\n", "csv.duplicate-key", (3, 1), "keep one")]
#[case::not_a_number("recycling", "source,material,eol_rir_pct\nme,lithium,five\n", "value.impossible", (2, 12), "write percent as a number")]
#[case::over_a_hundred("recycling", "source,material,eol_rir_pct\n\"me, myself\",lithium,101\n", "value.impossible", (2, 22), "write percent as a number")]
#[case::negative("recycling", "material,source,eol_rir_pct\nlithium,me,-1\n", "value.impossible", (2, 12), "write percent as a number")]
#[case::unknown_stage("import-reliance", "material,stage,ir_pct,source\nlithium,refining,5,me\n", "value.unknown-word", (2, 9), "write one of these words")]
#[case::unknown_edition("recycling", "edition,material,eol_rir_pct,source\nec-2099,lithium,5,me\n", "value.unknown-word", (2, 1), "did you mean")]
#[case::line_not_a_number("end-uses", "material,line,share_pct,source\nlithium,first,5,me\n", "value.impossible", (2, 9), "write digits only")]
#[case::missing_column("recycling", "eol_rir_pct,source\n5,me\n", "csv.missing-column", (1, 1), "the columns of recycling are")]
#[case::unknown_column("recycling", "material,eol_rir,source\nlithium,5,me\n", "csv.unknown-column", (1, 10), "did you mean eol_rir_pct?")]
#[case::column_twice("recycling", "material,eol_rir_pct,eol_rir_pct,source\nlithium,5,6,me\n", "csv.duplicate-column", (1, 22), "keep one of the two")]
#[case::too_few_cells("recycling", "material,eol_rir_pct,source\nlithium,5\n", "csv.wrong-width", (2, 1), "quotes around the cell")]
#[case::open_quote("recycling", "material,eol_rir_pct,source\nlithium,5,\"me\ncobalt,7,me\n", "csv.line-break", (2, 1), "close the quotes")]
#[case::quality("recycling", "material,eol_rir_pct,source,quality\nlithium,5,me,6\n", "value.impossible", (2, 14), "write 1, 2, 3, 4 or 5")]
#[case::unknown_table("recyling", "material,eol_rir_pct\nlithium,5\n", "workspace.unknown-table", (1, 1), "did you mean recycling?")]
#[case::law_materials("law-lists", "annex,point,entry,materials\nI,zz,Kryptonite,lithium;kryptonite\n", "name.unknown", (2, 17), "did you mean krypton?")]
fn a_mistake_is_pointed_at(
    #[case] table: &str,
    #[case] csv: &str,
    #[case] code: &str,
    #[case] place: (u64, u64),
    #[case] hint: &str,
) {
    let (package, findings) = lay_over(table, csv);
    assert_eq!(findings.len(), 1, "{findings:?}");
    let finding = &findings[0];
    assert_eq!((finding.code, finding.severity), (code, Severity::Error));
    assert_eq!((finding.line.unwrap(), finding.column.unwrap()), place, "{finding}");
    assert_eq!(finding.file.as_deref(), Some(format!("facts/{table}.csv").as_str()));
    let given = finding.hint.as_deref().unwrap_or("");
    assert!(given.contains(hint), "{finding}");
    assert_eq!(package.hash(), base().hash(), "nothing of a file with an error is used");
}

/// Line ends of Windows and blank lines do not shift the place.
#[rstest]
#[case::windows("material,eol_rir_pct,source\r\ncobalt,5,me\r\nlithium,x,me\r\n", (3, 9))]
#[case::blank_lines("material,eol_rir_pct,source\n\n\ncobalt,5,me\n\nlithium,x,me\n", (6, 9))]
#[case::blank_lines_of_windows("material,eol_rir_pct,source\r\n\r\ncobalt,5,me\r\n\r\nlithium,x,me\r\n", (5, 9))]
#[case::letters_of_several_bytes("source,material,eol_rir_pct\nBüro für Erhebungen,lithium,x\n", (2, 29))]
#[case::quotes_in_quotes("source,material,eol_rir_pct\n\"a \"\"b, c\"\"\",lithium,x\n", (2, 22))]
fn places_are_exact(#[case] csv: &str, #[case] place: (u64, u64)) {
    let (_, findings) = lay_over("recycling", csv);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!((findings[0].line.unwrap(), findings[0].column.unwrap()), place);
}

#[test]
fn overrides_are_placed_exactly_too() {
    let (package, findings) = lay_over("recycling", "source,material,eol_rir_pct\r\n\r\n\"me, too\",lithium,5\r\n");
    assert_eq!(findings, []);
    assert_eq!((package.conflicts()[0].line, package.conflicts()[0].column), (3, 19));
}

#[test]
fn a_file_without_any_source_says_so_once() {
    let (_, findings) = lay_over("recycling", "material,eol_rir_pct\nlithium,\ncobalt,5\nnickel,6\n");
    let found: Vec<_> = findings.iter().map(|f| (f.code, f.line, f.says.as_str())).collect();
    assert_eq!(found, [("fact.no-source", Some(3), "none of the 2 rows with a number names a source")]);
    let (_, findings) = lay_over("recycling", "material,eol_rir_pct,source\nlithium,5,me\ncobalt,5,\nnickel,6,\n");
    assert_eq!(findings.iter().map(|f| f.line).collect::<Vec<_>>(), [Some(3), Some(4)]);
}

#[test]
fn a_file_of_another_kind_is_given_up_after_a_thousand_problems() {
    let rows = |cells: &str| (0..200_000).map(|n| format!("nothing-{n},{cells}")).collect::<Vec<_>>().join("\n");
    let (_, findings) = lay_over("recycling", &format!("material,eol_rir_pct\n{}", rows("x")));
    assert_eq!(findings.len(), 1001);
    assert_eq!(findings[1000].code, "csv.too-many-problems");
    let (_, findings) = lay_over("recycling", &format!("material,eol_rir_pct,source\n{}", rows("5,me")));
    assert!(findings.len() <= 1002, "{}", findings.len());
}
