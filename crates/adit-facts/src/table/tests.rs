use std::sync::Arc;

use super::door::LONGEST_LINE;
use super::*;

fn recycling() -> Arc<TableSchema> {
    let schema = r#"{"name":"recycling","path":"recycling.csv","schema":{"primaryKey":["edition","material"],"fields":[
        {"name":"edition","type":"string"},{"name":"material","type":"string"},
        {"name":"eol_rir_pct","type":"number","percent":true,"decimals":"shown","constraints":{"minimum":0,"maximum":100}},
        {"name":"row","type":"integer"}]}}"#;
    Arc::new(serde_json::from_str(schema).unwrap())
}

fn parse(text: &str) -> (Table, Vec<Finding>) {
    Table::parse(recycling(), text, "facts/recycling.csv", Some("ec-2023"))
}

fn codes(findings: &[Finding]) -> Vec<(&'static str, Option<u64>, Option<u64>)> {
    findings.iter().map(|f| (f.code, f.line, f.column)).collect()
}

#[test]
fn the_edition_may_be_left_out_in_a_workspace() {
    let (table, findings) = parse("material,eol_rir_pct,source\nlithium,12,own survey\n");
    assert!(findings.is_empty(), "{findings:?}");
    let (_, row) = table.row("ec-2023/lithium").unwrap();
    assert_eq!(row.number_at(2).unwrap().value, 0.12);
    assert_eq!(row.own_origin().extra.source.as_deref(), Some("own survey"));
}

#[test]
fn every_problem_is_found_at_once_with_line_and_column() {
    let (_, findings) =
        parse("material,eol_rir_pct\nlithium,twelve\ncobalt,101\ncobalt,-1\n,3\nnickel\ngold,1\ngold,2\n");
    assert_eq!(
        codes(&findings),
        [
            ("value.impossible", Some(2), Some(9)),
            ("value.impossible", Some(3), Some(8)),
            ("value.impossible", Some(4), Some(8)),
            ("csv.blank-cell", Some(5), Some(1)),
            ("csv.wrong-width", Some(6), Some(1)),
            ("csv.duplicate-key", Some(8), Some(1)),
        ]
    );
}

#[test]
fn columns_are_named_when_they_are_missing_or_unknown() {
    let (_, findings) = parse("materiel,eol_rir_pct\nlithium,1\n");
    assert_eq!(codes(&findings), [("csv.unknown-column", Some(1), Some(1)), ("csv.missing-column", Some(1), Some(1))]);
    assert_eq!(findings[0].hint.as_deref(), Some("did you mean material?"));
}

#[test]
fn quoted_cells_do_not_confuse_the_column() {
    assert_eq!(cell_column("\"a,b\",c", 1), 7);
    assert_eq!(cell_column("a,b", 0), 1);
}

#[test]
fn a_line_of_megabytes_is_refused() {
    let (_, findings) = parse(&format!("material,eol_rir_pct\n{}\n", "x".repeat(LONGEST_LINE + 1)));
    assert_eq!(codes(&findings), [("csv.long-line", Some(2), Some(1))]);
}

#[test]
fn laying_over_keeps_the_overridden_value_as_a_conflict() {
    let (mut base, _) = parse("material,eol_rir_pct,row\nlithium,0,2\ncobalt,22,3\n");
    let text = "material,eol_rir_pct,source\nlithium,12,own survey\nnickel,16,own survey\n";
    let conflicts = base.lay_over(&parse(text).0, 0, text);
    assert_eq!(conflicts.len(), 1);
    assert_eq!((conflicts[0].was.as_str(), conflicts[0].now.as_str(), conflicts[0].line), ("0", "12", 2));
    assert_eq!(base.row("ec-2023/lithium").unwrap().1.number_at(2).unwrap().value, 0.12);
    assert_eq!(base.row("ec-2023/cobalt").unwrap().1.number_at(2).unwrap().value, 0.22);
    assert!(base.row("ec-2023/nickel").is_some());
}
