//! The numbers of appraisals: cash flows, instruments, impacts, inputs, prices.

use adit_answer::choose::appraisal::question::AppraisalQuestion;

use super::choose::document;
use super::opener::Opener;

fn appraisal(opener: &mut Opener, project: &str, pairs: &[(&str, &str)]) {
    let question = AppraisalQuestion::from_pairs(project, pairs.iter().copied()).unwrap();
    let answer = opener.session.appraise(&question).unwrap_or_else(|error| panic!("{project} {pairs:?}: {error}"));
    let before = opener.opened();
    let mut whole = serde_json::to_value(&answer).unwrap();
    // The id of a line item has a place for the year.
    whole["lines"].take();
    for line in &answer.lines {
        for (value, year) in line.values.iter().zip(&answer.cash_flow) {
            if let (Some(id), Some(value)) = (&line.why, value.filter(|value| *value != 0.0)) {
                opener.open(&id.replace("{year}", &year.year.to_string()), Some(value));
            }
        }
    }
    document(opener, &whole);
    assert!(opener.opened() - before >= 100, "{project} {pairs:?}");
}

#[test]
fn of_every_project_that_can_be_appraised() {
    let mut opener = Opener::new();
    let all = opener.session.appraisals();
    let ready: Vec<String> = all.projects.iter().filter(|one| one.ready).map(|one| one.project.id.clone()).collect();
    assert!(ready.len() >= 10, "{ready:?}");
    for project in ready {
        appraisal(&mut opener, &project, &[("draws", "40")]);
    }
}

#[test]
fn of_an_appraisal_that_the_question_moves() {
    let moved = [("set", "capex:900"), ("set", "price/lithium:20000"), ("instrument", "grant:120"), ("seed", "7")];
    appraisal(&mut Opener::new(), "keliber", &moved);
    appraisal(&mut Opener::new(), "cinovec-lithium", &[("basis", "nominal"), ("discount", "0.12"), ("draws", "40")]);
}
