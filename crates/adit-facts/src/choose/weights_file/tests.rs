use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};

use super::*;

const CRITERIA: &str = "alternative,income,jobs\nmine,0.9,0.4\nquarry,0.2,0.5\n";

fn two() -> Vec<String> {
    vec!["income".to_owned(), "jobs".to_owned()]
}

fn read_weights(text: &str) -> Read<WeightTable> {
    weights(text.as_bytes().to_vec(), "w.csv", &two())
}

fn places<T>(read: Read<T>) -> Vec<(&'static str, Option<u64>, Option<u64>)> {
    let findings = read.map_or_else(|findings| findings, |(_, findings)| findings);
    findings.iter().map(|finding| (finding.code, finding.line, finding.column)).collect()
}

#[test]
fn criteria_are_read_in_their_order() {
    let (table, findings) = criteria(CRITERIA.as_bytes().to_vec(), "c.csv").unwrap();
    assert_eq!(table.alternatives, ["mine", "quarry"]);
    assert_eq!(table.criteria, ["income", "jobs"]);
    assert_eq!(table.scores, [0.9, 0.4, 0.2, 0.5]);
    assert_eq!((table.limits, findings), (None, vec![]));
}

#[test]
fn limits_of_a_criterion_are_no_criteria() {
    let text = "alternative,jobs,jobs_low,jobs_high,slow\nmine,0.5,0.4,0.7,1\n";
    let (table, _) = criteria(text.into(), "c.csv").unwrap();
    assert_eq!(table.criteria, ["jobs", "slow"]);
    assert_eq!(table.limits, Some((vec![0.4, 1.0], vec![0.7, 1.0])));
    let wrong = "alternative,jobs,jobs_low,jobs_high\nmine,0.5,0.6,0.7\n";
    assert_eq!(places(criteria(wrong.into(), "c.csv")), [("value.impossible", Some(2), Some(10))]);
    let one = "alternative,jobs,jobs_low\nmine,0.5,0.4\n";
    assert_eq!(places(criteria(one.into(), "c.csv")), [("csv.missing-column", Some(1), Some(18))]);
}

#[test]
fn semicolons_decimal_commas_and_percent_are_understood() {
    let text = "alternative;income;jobs\nmine;0,9;40 %\n";
    assert_eq!(criteria(text.into(), "c.csv").unwrap().0.scores, [0.9, 0.4]);
    assert_eq!(read_weights("income\tjobs\n1\t\"0,5\"\n").unwrap().0.weights, [1.0, 0.5]);
    let wrong = "alternative;income;jobs\nmine, small;0,9;much\n";
    assert_eq!(places(criteria(wrong.into(), "c.csv")), [("value.impossible", Some(2), Some(17))]);
}

#[test]
fn everything_wrong_with_criteria_is_said_with_its_place() {
    let text = "alternative,income,income\nmine,0.9,x\nmine,NaN,inf\n,1\n";
    assert_eq!(
        places(criteria(text.into(), "c.csv")),
        [
            ("csv.duplicate-column", Some(1), Some(20)),
            ("value.impossible", Some(2), Some(10)),
            ("csv.duplicate-key", Some(3), Some(1)),
            ("value.impossible", Some(3), Some(6)),
            ("value.impossible", Some(3), Some(10)),
            ("csv.wrong-width", Some(4), Some(1)),
        ]
    );
    assert_eq!(places(criteria("income,jobs\n1,2\n".into(), "c.csv")), [("csv.missing-column", Some(1), Some(1))]);
    assert_eq!(places(criteria("alternative\nmine\n".into(), "c.csv")), [("csv.missing-column", Some(1), Some(1))]);
    assert_eq!(places(criteria("alternative,jobs\n".into(), "c.csv")), [("file.empty", Some(1), Some(1))]);
    assert_eq!(places(criteria(Vec::new(), "c.csv")), [("file.empty", Some(1), Some(1))]);
    assert_eq!(places(criteria(vec![0xff, 0xfe, 0], "c.csv")), [("file.not-utf8", Some(1), Some(1))]);
}

#[test]
fn weights_are_read_by_name_whatever_their_order() {
    let text = "group,jobs,participant,income,note\nminers,1,ann,3,\n,2,bo,2,late\nminers,5,ann,1,\nhill,1,,1,\n";
    let (table, findings) = read_weights(text).unwrap();
    assert_eq!(table.weights, [3.0, 1.0, 2.0, 2.0, 1.0, 5.0, 1.0, 1.0]);
    assert_eq!(table.participants, Some(vec![0, 1, 0, 2]));
    assert_eq!(table.groups, Some(vec![Some(0), None, Some(0), Some(1)]));
    assert_eq!(table.group_names, ["miners", "hill"]);
    assert!(findings.is_empty());
    let bare = read_weights("income,jobs\n1,2\n\n3,4\n").unwrap().0;
    assert_eq!((bare.participants, bare.groups, bare.weights.len()), (None, None, 4));
}

#[test]
fn everything_wrong_with_weights_is_said_with_its_place() {
    let text = "participant,group,income,jobs\nann,a,-1,2\nbo,a,0,0\ncy,a,,x\ndi,a,NaN,inf\ned,a,1,2\ned,b,1,2\n";
    assert_eq!(
        places(read_weights(text)),
        [
            ("weights.negative", Some(2), Some(7)),
            ("weights.all-zero", Some(3), Some(6)),
            ("csv.blank-cell", Some(4), Some(6)),
            ("value.impossible", Some(4), Some(7)),
            ("value.impossible", Some(5), Some(6)),
            ("value.impossible", Some(5), Some(10)),
            ("weights.two-groups", Some(7), Some(4)),
            ("weights.repeated", Some(7), Some(1)),
        ]
    );
    assert_eq!(
        places(read_weights("income,job\n1,2\n")),
        [("csv.missing-column", Some(1), Some(1)), ("csv.unknown-column", Some(1), Some(8))]
    );
    assert_eq!(places(read_weights("income,jobs\n")), [("file.empty", Some(1), Some(1))]);
    assert_eq!(places(read_weights("income,jobs\n1e308,1e308\n")), [("weights.all-zero", Some(2), Some(1))]);
}

#[test]
fn a_file_of_another_kind_stops_after_a_thousand_problems() {
    let text = format!("income,jobs\n{}", "x,y\n".repeat(100_000));
    let findings = read_weights(&text).unwrap_err();
    assert_eq!(findings.len(), 1_001);
    assert_eq!(findings.last().unwrap().code, "csv.too-many-problems");
}

#[test]
fn a_hundred_thousand_participants_are_read() {
    let rows: String = (0..100_000).map(|at| format!("p{at},g{},0.5,{at}\n", at % 7)).collect();
    let (table, findings) = read_weights(&format!("participant,group,income,jobs\n{rows}")).unwrap();
    assert_eq!((table.names.len(), table.group_names.len(), findings.len()), (100_000, 7, 0));
}

/// As people paste it: a title over several columns, a blank row, groups merged over their rows, numbers as text.
fn pasted(wrong: bool) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 1, 0, 4, "Weights of the workshop in Oulu", &plain).unwrap();
    for (column, name) in (1..).zip(["group", "participant", "income", "jobs"]) {
        sheet.write_string(2, column, name).unwrap();
    }
    sheet.merge_range(3, 1, 5, 1, "miners", &plain).unwrap();
    for (row, name) in (3..).zip(["ann", "bo", "cy"]) {
        sheet.write_string(row, 2, name).unwrap();
        sheet.write_string(row, 3, "0,25").unwrap();
        sheet.write_number(row, 4, 0.75).unwrap();
    }
    sheet.write_string(7, 1, "hill").unwrap();
    sheet.write_string(7, 2, "di").unwrap();
    sheet.write_string(7, 3, " 40 % ").unwrap();
    if wrong {
        sheet.write_string(7, 4, "much").unwrap();
        sheet.write_number(8, 4, -1.0).unwrap();
    } else {
        sheet.write_number(7, 4, 1).unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_pasted_sheet_with_merged_cells_is_read_whole() {
    let (table, findings) = weights(pasted(false), "w.xlsx", &two()).unwrap();
    assert_eq!(table.weights, [0.25, 0.75, 0.25, 0.75, 0.25, 0.75, 0.4, 1.0]);
    assert_eq!(table.groups, Some(vec![Some(0), Some(0), Some(0), Some(1)]));
    assert_eq!(table.names, ["ann", "bo", "cy", "di"]);
    assert!(findings.is_empty());
}

#[test]
fn what_is_wrong_in_a_sheet_is_said_with_its_cell() {
    let findings = weights(pasted(true), "w.xlsx", &two()).unwrap_err();
    let said: Vec<_> = findings.iter().map(|f| (f.code, f.line, f.column, f.says.as_str())).collect();
    assert_eq!(
        said,
        [
            ("value.impossible", Some(8), Some(5), "cell E8: jobs: \"much\" is not a number"),
            ("csv.blank-cell", Some(9), Some(4), "cell D9: income is blank"),
            ("weights.negative", Some(9), Some(5), "cell E9: jobs: the weight -1 is below 0"),
        ]
    );
}

#[test]
fn broken_and_old_workbooks_are_refused() {
    let mut cut = pasted(false);
    cut.truncate(cut.len() / 2);
    assert_eq!(places(weights(cut, "w.xlsx", &two())), [("weights.not-readable", Some(1), Some(1))]);
    let old = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1];
    assert_eq!(places(weights(old, "w.xls", &two())), [("weights.not-readable", Some(1), Some(1))]);
}

#[test]
fn cells_are_addressed_as_sheets_do() {
    let given = [(1, 0), (3, 25), (8, 26), (9, 701), (10, 702)].map(|(row, column)| sheet::address(row, column));
    assert_eq!(given, ["A1", "Z3", "AA8", "ZZ9", "AAA10"]);
}

proptest! {
    #[test]
    fn whatever_is_read_is_sound_and_whatever_is_not_is_placed(text in "(income|jobs|group|participant|[0-9.,;\\-\n\"ex% ]){0,60}") {
        match read_weights(&text) {
            Ok((table, _)) => {
                let vectors = table.weights.chunks_exact(2);
                prop_assert!(vectors.clone().all(|w| w.iter().all(|w| *w >= 0.0 && w.is_finite()) && w.iter().sum::<f64>() > 0.0));
                prop_assert!(table.participants.is_none_or(|people| people.len() == vectors.len()));
            }
            Err(findings) => {
                prop_assert!(!findings.is_empty());
                prop_assert!(findings.iter().all(|f| f.line.is_some() && f.column.is_some() && f.file.is_some()));
            }
        }
    }
}
