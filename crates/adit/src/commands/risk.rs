//! `adit risk`: supply risk and economic importance, as published and as they would be.

use adit_answer::risk::{Basis, MaterialRiskDocument, RiskAnswer, StageRiskDocument};
use adit_answer::{Draws, Question, RiskQuestion, Session};
use adit_figure::number::{Reading, bounds, number};
use adit_figure::terminal;
use anyhow::Context;

use crate::args::{Format, Global, Risk};
use crate::outcome::Stop;
use crate::{ask, open, print};

/// Answers the question.
pub fn run(global: &Global, risk: &Risk) -> Result<(), Stop> {
    let session = open::session(global)?;
    let study = ask::risk(session.package(), risk)?;
    if let Some(path) = &risk.write_scenario {
        let changes = session.scenario(risk.material.as_deref(), &study)?;
        std::fs::write(path, changes.to_toml()).with_context(|| format!("cannot write {}", path.display()))?;
        print::note(global.quiet, &format!("The changes of this call are in {}.", path.display()))?;
    }
    if risk.plot {
        return print::text(&terminal::draw(&session.matrix(&study, Basis::Computed)?, print::terminal()));
    }
    let draws = risk.draws.filter(|draws| *draws > 0).map(|draws| Draws { draws, seed: global.seed });
    let question = RiskQuestion { material: risk.material.clone(), study, draws };
    let answer = session.risk(&question)?;
    match global.format {
        Format::Json => print::json(&answer),
        Format::Csv => print::text(&adit_answer::tables::risk(session.package(), &answer).to_csv()),
        Format::Table => match (answer.materials.as_slice(), &risk.material) {
            ([only], Some(_)) => one(global, risk, &session, &question.study, &answer, only),
            _ => all(global, &session, &answer),
        },
    }
}

fn all(global: &Global, session: &Session, answer: &RiskAnswer) -> Result<(), Stop> {
    let met = answer.materials.iter().filter(|m| m.group.is_none() && m.critical == Some(true)).count();
    let entries = answer.materials.iter().filter(|m| m.group.is_none() && m.critical.is_some()).count();
    let says = if answer.materials.iter().all(|m| m.sr.is_none()) {
        format!(
            "No supply risk of {} can be computed: the data hold no shares of suppliers for it. Published figures:",
            answer.edition
        )
    } else {
        format!(
            "{met} of {entries} entries with known figures are critical by the rule on our own figures ({}, governance {}).",
            answer.edition, answer.governance
        )
    };
    print::text(&print::wrapped(&says, 0))?;
    let shown = [
        ("name", "Material"),
        ("sr", "SR"),
        ("sr_bounds", "bounds"),
        ("sr_published", "official"),
        ("ei", "EI"),
        ("deciding_stage", "by"),
        ("probability", "in draws"),
        ("critical", "rule"),
        ("listed", "law"),
    ];
    print::columns(&adit_answer::tables::risk(session.package(), answer), &shown)?;
    let legend = "SR supply risk, EI economic importance, official: the published SR, by: the stage that decides, \
                  rule: critical by Art. 4(2) on our own figures, law: on the list in force. `adit risk MATERIAL` says more.";
    print::note(global.quiet, &print::wrapped(legend, 0))?;
    said(global, answer)
}

/// What stands below every answer.
fn said(global: &Global, answer: &RiskAnswer) -> Result<(), Stop> {
    if let Some(draws) = &answer.draws {
        print::note(global.quiet, &print::wrapped(&draws.says, 0))?;
    }
    let noted: Vec<&String> = answer.materials.iter().flat_map(|m| &m.notes).collect();
    for conflict in answer.conflicts.iter().filter(|conflict| !noted.contains(&&conflict.says)) {
        print::note(global.quiet, &print::wrapped(&conflict.says, 0))?;
    }
    Ok(())
}

fn one(
    global: &Global,
    risk: &Risk,
    session: &Session,
    question: &Question,
    answer: &RiskAnswer,
    m: &MaterialRiskDocument,
) -> Result<(), Stop> {
    let sr = Reading::between(m.sr, m.sr_low, m.sr_high, "index");
    let ei = Reading::between(m.ei, m.ei_low, m.ei_high, "index");
    print::text(&format!(
        "{}: supply risk {} ({}), economic importance {} ({})",
        m.name,
        number(&sr),
        bounds(&sr),
        number(&ei),
        bounds(&ei)
    ))?;
    print::text(&print::wrapped(&status(m), 0))?;
    if !answer.what_if.is_empty() {
        for what_if in &answer.what_if {
            print::text(&print::wrapped(&format!("What if: {what_if}"), 0))?;
        }
        before(session, question, m)?;
    }
    for stage in &m.stages {
        print::text(&format!("\n{}", stage_text(stage, risk.ids)))?;
    }
    if risk.ids {
        let ids = [("supply risk", &m.why.sr), ("economic importance", &m.why.ei)];
        for (label, id) in ids {
            if let Some(id) = id {
                print::text(&format!("{label}: adit why '{id}'"))?;
            }
        }
    }
    if let Some(probability) = m.probability {
        let written = number(&Reading::plain(Some((probability * 1000.0).round() / 1000.0), "share"));
        print::text(&format!("The rule is met in {written} of the draws."))?;
    }
    for missing in &m.missing {
        print::text(&print::wrapped(&format!("Not known: {}", missing.says), 0))?;
    }
    for note in &m.notes {
        print::text(&print::wrapped(note, 0))?;
    }
    said(global, answer)
}

/// The same material before the what-if.
fn before(session: &Session, question: &Question, after: &MaterialRiskDocument) -> Result<(), Stop> {
    let plain = Question {
        add: Vec::new(),
        without: Vec::new(),
        recycling: None,
        changes: adit_facts::Changes::default(),
        ..question.clone()
    };
    let asked = RiskQuestion { material: Some(after.id.clone()), study: plain, draws: None };
    let answer = session.risk(&asked)?;
    let Some(m) = answer.materials.first() else { return Ok(()) };
    let sr = Reading::between(m.sr, m.sr_low, m.sr_high, "index");
    print::text(&format!("Before: supply risk {} ({}).", number(&sr), bounds(&sr)))
}

fn status(m: &MaterialRiskDocument) -> String {
    let critical = match (m.critical, m.critical_certain) {
        (Some(true), Some(false)) => "Critical by the rule on our figures, though not certain within the bounds",
        (Some(true), _) => "Critical by the rule on our figures",
        (Some(false), Some(false)) => "Not critical by the rule on our figures, though not certain within the bounds",
        (Some(false), _) => "Not critical by the rule on our figures",
        (None, _) => "Whether it is critical by the rule on our figures is not known",
    };
    let listed = match (m.listed, &m.listed_through) {
        (true, Some(group)) => format!("on the list in force through {group}"),
        (true, None) => "on the list in force".to_owned(),
        (false, _) => "not on the list in force".to_owned(),
    };
    let strategic = match (m.strategic, &m.strategic_grade) {
        (true, Some(grade)) => format!("; strategic ({grade})"),
        (true, None) => "; strategic".to_owned(),
        (false, _) => String::new(),
    };
    let published = m
        .sr_published
        .map(|sr| format!("; published {}", number(&Reading::plain(Some(sr), "index"))))
        .unwrap_or_default();
    format!("{critical}; {listed}{strategic}{published}.")
}

fn stage_text(s: &StageRiskDocument, ids: bool) -> String {
    let index = |value: Option<f64>| number(&Reading::plain(value.map(|v| (v * 1000.0).round() / 1000.0), "index"));
    let share = |value: Option<f64>| number(&Reading::plain(value, "share"));
    let sr = Reading::between(s.sr, s.sr_low, s.sr_high, "index");
    let mut lines = vec![format!(
        "{}: supply risk {} ({}), scope {}{}",
        s.stage,
        number(&sr),
        bounds(&sr),
        s.scope.as_deref().unwrap_or("not published"),
        s.sr_published
            .map(|sr| format!(", published {}", number(&Reading::plain(Some(sr), "index"))))
            .unwrap_or_default(),
    )];
    lines.push(format!("  concentration of world supply {}, of EU sourcing {}", index(s.hhi_gs), index(s.hhi_eus)));
    lines.push(format!(
        "  import reliance {}, recycled {}, substitution index {}",
        share(s.ir),
        share(s.eol_rir),
        index(s.si_sr)
    ));
    if let Some(by) = &s.sr_by_scope {
        lines.push(format!("  under scope both {}, gs {}, eus {}", index(by.both), index(by.gs), index(by.eus)));
    }
    if let Some(note) = &s.note {
        lines.push(print::wrapped(note, 2));
    }
    if ids {
        let whys = [&s.why.sr, &s.why.hhi_gs, &s.why.hhi_eus];
        lines.extend(whys.into_iter().flatten().map(|id| format!("  adit why '{id}'")));
    }
    lines.join("\n")
}
