//! `adit audit`: published against computed, worst differences first.

use std::path::Path;

use adit_answer::audit::{self, AuditAnswer};
use adit_facts::{door, study_file};

use crate::args::{Audit, Format, Global};
use crate::outcome::Stop;
use crate::{ask, open, print};

/// Audits an edition or a file.
pub fn run(global: &Global, args: &Audit) -> Result<(), Stop> {
    let session = open::session(global)?;
    let is_edition = session.package().editions().contains(&args.study);
    let answer = if is_edition {
        let pairs: Vec<(&str, String)> =
            [("edition", Some(args.study.clone())), ("governance", args.governance.clone())]
                .into_iter()
                .filter_map(|(name, value)| value.map(|value| (name, value)))
                .collect();
        session.audit(&ask::read(&pairs)?)?
    } else {
        of_file(&session, &args.study)?
    };
    match global.format {
        Format::Json => print::json(&answer),
        Format::Csv => print::text(&audit::table(&answer).to_csv()),
        Format::Table => for_people(global, args, &answer),
    }
}

fn of_file(session: &adit_answer::Session, name: &str) -> Result<AuditAnswer, Stop> {
    let path = Path::new(name);
    let looks_like_a_file = path.extension().is_some() || name.contains('/') || path.exists();
    if !looks_like_a_file {
        let editions = session.package().editions();
        let hint = adit_facts::suggest::hint(
            name,
            editions.iter().map(String::as_str),
            &format!("the editions are {}", editions.join(", ")),
        );
        return Err(Stop::wrong(format!("\"{name}\" is neither an edition nor a file"), hint));
    }
    let text = door::read_text(path)?;
    Ok(audit::of_file(name, &study_file::parse(&text, name)?))
}

fn for_people(global: &Global, args: &Audit, answer: &AuditAnswer) -> Result<(), Stop> {
    let s = &answer.summary;
    if s.compared == 0 {
        let says = format!(
            "No figure of {} can be computed: the data hold no shares of suppliers for it. Its list can still be derived.",
            answer.edition
        );
        print::text(&print::wrapped(&says, 0))?;
        return list(answer);
    }
    let beyond = s.explained + s.unexplained;
    let carried = match s.only_with_missing_shares {
        0 => String::new(),
        n => format!(" ({n} of them only with the shares missing from their lists)"),
    };
    print::text(&print::wrapped(
        &format!(
            "{} of {} figures of {} that can be computed follow from their own inputs within rounding{carried}; {beyond} \
             do not: {} explained by independent evidence, {} unexplained.",
            s.within_rounding, s.compared, answer.edition, s.explained, s.unexplained
        ),
        0,
    ))?;
    print::text(&print::wrapped(
        &format!(
            "{} published figures; {} computed within 0.15 and {} within 0.30.",
            s.published, s.within_015, s.within_030
        ),
        0,
    ))?;
    let mut table = audit::table(answer);
    if !args.all {
        let beyond: Vec<bool> = answer.stages.iter().map(|row| row.within_rounding == Some(false)).collect();
        let mut keep = beyond.iter();
        table.rows.retain(|_| keep.next().copied().unwrap_or(false));
    }
    let shown = [
        ("name", "Material"),
        ("stage", "stage"),
        ("published", "official"),
        ("computed", "ours"),
        ("bounds", "bounds"),
        ("difference", "gap"),
        ("cause", "cause"),
    ];
    print::columns(&table, &shown)?;
    print::text("")?;
    for row in answer.stages.iter().filter(|row| row.cause.as_deref().is_some_and(|cause| cause != "unexplained")) {
        if let Some(explanation) = &row.explanation {
            print::text(&print::wrapped(&format!("{}, {}: {explanation}", row.name, row.stage), 0))?;
        }
    }
    if s.unexplained > 0 {
        let says = "Unexplained: no value published elsewhere closes the gap. What would close it is in --format json, and in `adit explain`.";
        print::text(&print::wrapped(says, 0))?;
    }
    print::text("")?;
    list(answer)?;
    if let Some(ei) = &answer.ei {
        print::text(&print::wrapped(
            &format!(
                "Economic importance: {} of {} computed within 0.05, {} within rounding.",
                ei.within_005, ei.compared, ei.within_rounding
            ),
            0,
        ))?;
    }
    if !answer.findings.is_empty() {
        print::note(global.quiet, &format!("{} more findings about the inputs: --format json", answer.findings.len()))?;
    }
    Ok(())
}

/// The list by the rule on the published figures, and on our own where there are any.
fn list(answer: &AuditAnswer) -> Result<(), Stop> {
    let Some(list) = &answer.list else { return Ok(()) };
    let only =
        |a: &[String], b: &[String]| a.iter().filter(|id| !b.contains(id)).cloned().collect::<Vec<_>>().join(", ");
    let says = if list.derived_equals_official {
        format!(
            "The list: {} entries by the rule on the published figures, the same as the {} in force.",
            list.derived.len(),
            list.official.len()
        )
    } else {
        let mut says = format!(
            "The list: {} entries by the rule on the published figures, {} in force.",
            list.derived.len(),
            list.official.len()
        );
        for (what, ids) in [
            ("in force only", only(&list.official, &list.derived)),
            ("by the rule only", only(&list.derived, &list.official)),
        ] {
            if !ids.is_empty() {
                says = format!("{says} {what}: {ids}.");
            }
        }
        says
    };
    print::text(&print::wrapped(&says, 0))?;
    if answer.summary.compared > 0 {
        for cause in &list.recomputed.causes {
            print::text(&print::wrapped(&format!("{} on our own figures. {}", cause.name, cause.says), 2))?;
        }
    }
    Ok(())
}
