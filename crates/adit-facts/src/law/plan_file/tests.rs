//! Plan files as people write them, and as they get them wrong.

use super::*;

const SOUND: &str = include_str!("../../../../../examples/plans/upper-valley.toml");

#[test]
fn a_plan_is_read_with_the_place_of_what_it_says() {
    let plan = PlanFile::parse(SOUND, "plan.toml").unwrap();
    assert_eq!((plan.kind, plan.country.as_deref(), plan.adopted), ("spatial plan", Some("FI"), false));
    assert_eq!(plan.provisions[1].land, [Land::Occurrence, Land::Forest]);
    let line = SOUND.lines().position(|line| line.starts_with("considered")).unwrap() + 1;
    assert_eq!(plan.at.0, line as u64);
    assert_eq!(plan.assessment.unwrap().combined, Some(false));
    assert_eq!(plan.assessment.unwrap().water, None, "what is not said is not filled in");
}

#[test]
fn what_is_wrong_has_its_code_and_place() {
    for (from, to, code, says) in [
        ("kind = \"spatial\"", "kind = \"space\"", "plan-file.unknown-word", "space"),
        ("name = \"Made-up regional plan of the upper valley\"\n", "", "plan-file.missing-key", "name"),
        ("country = \"FI\"", "country = \"Finland\"", "plan-file.country", "FINLAND"),
        ("regions = [\"FI1D5\"]", "regions = [\"1\"]", "plan-file.region", "1"),
        ("date = 2026-09-01", "date = 2026-02-30", "plan-file.not-readable", ""),
        ("date = 2026-09-01", "date = \"soon\"", "plan-file.date", "soon"),
        ("considered = true", "considered = \"yes\"", "plan-file.wrong-type", "considered"),
        ("combined = false", "combind = false", "plan-file.unknown-key", "combind"),
        ("format = 1", "format = 2", "plan-file.format", "2"),
        ("land = [\"industrial-site\"]", "land = [\"meadow\"]", "plan-file.unknown-word", "meadow"),
        ("what = \"Area for a concentrator\"", "what = \" \"", "plan-file.blank", "what"),
    ] {
        assert!(SOUND.contains(from), "{from}");
        let findings = PlanFile::parse(&SOUND.replacen(from, to, 1), "plan.toml").unwrap_err();
        let found = findings.iter().find(|finding| finding.code == code && finding.says.contains(says));
        assert!(
            found.is_some_and(|one| one.line.is_some() && one.hint.is_some())
                || code == "plan-file.not-readable" && !findings.is_empty(),
            "{to}: {findings:?}"
        );
        for finding in &findings {
            assert!(crate::finding::codes::CODES.iter().any(|known| known.code == finding.code), "{}", finding.code);
        }
    }
    let large = PlanFile::parse(&" ".repeat(9 * 1024 * 1024), "plan.toml").unwrap_err();
    assert_eq!(large[0].code, "plan-file.too-large");
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_or_refused_with_its_place(text in "\\PC{0,200}") {
        if let Err(findings) = PlanFile::parse(&text, "plan.toml") {
            proptest::prop_assert!(!findings.is_empty());
            proptest::prop_assert!(findings.iter().all(|finding| finding.line.is_some() && finding.column.is_some()));
        }
    }
}
