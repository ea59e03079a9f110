//! Plans as their files say, against Art. 13.

use super::*;
use adit_facts::law::plan_file::EXAMPLES;

const HEAD: &str =
    "[plan]\nname = \"P\"\nkind = \"spatial\"\ncountry = \"FI\"\nstatus = \"adopted\"\ndate = 2026-01-01\n";

fn duty() -> Obligation {
    let package = adit_facts::Package::embedded().unwrap();
    package.obligations().into_iter().find(|duty| duty.id == CONSIDER).unwrap()
}

fn standings(text: &str, in_union: Option<bool>) -> Vec<(&'static str, &'static str)> {
    let plan = PlanFile::parse(text, "plan.toml").unwrap();
    check(&plan, Some(&duty()), in_union).iter().map(|check| (check.id, check.standing.word())).collect()
}

#[test]
fn the_duties_stand_in_the_tables_of_the_law() {
    let package = adit_facts::Package::embedded().unwrap();
    for id in [CONSIDER, "plans-one-assessment"] {
        assert!(package.obligations().iter().any(|duty| duty.id == id), "{id}");
    }
    assert_eq!(duty().valid_from.map(|date| date.to_string()).as_deref(), Some("2024-05-23"));
}

#[test]
fn a_plan_before_the_act_or_outside_the_union_is_not_bound() {
    let before = HEAD.replace("2026-01-01", "2024-05-22");
    assert_eq!(standings(&before, Some(true)), [("binds", "does-not-bind")]);
    assert_eq!(standings(&HEAD.replace("2026-01-01", "2024-05-23"), Some(true)), [("considered", "not-shown")]);
    assert_eq!(standings(&before.replace("adopted", "draft"), Some(true)), [("considered", "not-shown")]);
    assert_eq!(standings(HEAD, Some(false)), [("binds", "does-not-bind")]);
}

#[test]
fn considering_is_what_is_asked_not_providing() {
    let with = |more: &str| standings(&format!("{HEAD}{more}"), Some(true));
    assert_eq!(with("considered = false\n"), [("considered", "not-met")]);
    assert_eq!(with("considered = true\n"), [("considered", "not-shown")]);
    assert_eq!(with("considered = true\nwhere = \"p. 3\"\n"), [("considered", "met")]);
    assert_eq!(with("considered = true\nwhere = \"p. 3\"\nreasons = \"No occurrence\"\n"), [("considered", "met")]);
}

#[test]
fn other_land_needs_a_reason_and_priority_land_none() {
    let with = |land: &str| {
        let text = format!("{HEAD}[[provision]]\nwhat = \"A\"\n{land}[assessment]\nstrategic = false\n");
        standings(&text, Some(true))[1]
    };
    for land in
        ["artificial-surface", "industrial-site", "brownfield", "active-mine", "abandoned-mine", "mineral-occurrence"]
    {
        assert_eq!(with(&format!("land = [\"{land}\"]\n")), ("priority", "met"), "{land}");
    }
    for land in ["agricultural", "forest", "protected", "other"] {
        assert_eq!(with(&format!("land = [\"brownfield\", \"{land}\"]\n")), ("priority", "not-shown"), "{land}");
        assert_eq!(with(&format!("land = [\"{land}\"]\nreasons = \"No other\"\n")), ("priority", "met"), "{land}");
    }
    assert_eq!(with("land = []\n"), ("priority", "not-shown"));
}

#[test]
fn assessments_are_one_where_both_apply() {
    let with = |assessment: &str| {
        let text = format!("{HEAD}[[provision]]\nwhat = \"A\"\nland = [\"brownfield\"]\n{assessment}");
        standings(&text, Some(true))[2..].to_vec()
    };
    let both = "[assessment]\nstrategic = true\nhabitats = true\n";
    assert_eq!(with(""), [("one-assessment", "not-shown")]);
    assert_eq!(with(both), [("one-assessment", "not-shown"), ("water", "not-shown")]);
    assert_eq!(
        with(&format!("{both}combined = false\nwater = true\n")),
        [("one-assessment", "not-met"), ("water", "met")]
    );
    assert_eq!(with(&format!("{both}combined = true\n"))[0], ("one-assessment", "met"));
    assert_eq!(with("[assessment]\nhabitats = false\n")[0], ("one-assessment", "does-not-bind"));
}

#[test]
fn the_examples_show_each_standing() {
    let all: Vec<&str> =
        EXAMPLES.iter().flat_map(|example| standings(example.text, Some(true))).map(|(_, standing)| standing).collect();
    for standing in ["met", "not-met", "not-shown"] {
        assert!(all.contains(&standing), "{standing}: {all:?}");
    }
}
