//! The sentences of the audit.

use adit_facts::{Stage, Vocabulary};
use adit_figure::number::{Reading, bounds, number};
use adit_model::risk::audit::list::Difference;
use adit_model::risk::audit::{Evidence, ImportanceAudit};
use adit_model::risk::moved::Input;
use adit_model::risk::{Cause, Missing};

use crate::names;

/// What a reader must know to read the audit rightly.
pub(super) fn notes() -> Vec<String> {
    [
        "Computed from the published inputs; nothing is tuned, and an input that looks wrong stays as it was printed.",
        "Bounds hold the rounding of the inputs and the shares missing from the lists; a row is within rounding if they meet the published figure within half its last digit.",
        "A cause is given only where the closing value is published elsewhere for the same material, or where missing shares can carry the gap. That a value closes the gap does not prove that it is the mistake; every such value is listed.",
        "What merely closes the gap is listed as such, and the row stays unexplained.",
        "Groups are compared by the mean of their members.",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// A share for people.
pub(super) fn percent(share: f64) -> String {
    number(&Reading::plain(Some((share * 1000.0).round() / 1000.0), "share"))
}

/// A value of an input for people.
pub(super) fn written(input: Input, value: f64) -> String {
    match input {
        Input::Share(..) | Input::ImportReliance(_) | Input::Recycling | Input::Use(_) => percent(value),
        _ => number(&Reading::plain(Some((value * 100.0).round() / 100.0), "index")),
    }
}

/// A row without evidence.
pub(super) fn unexplained(closable: usize) -> String {
    if closable == 0 {
        "no value published elsewhere closes the gap, and no single input can.".to_owned()
    } else {
        "no value published elsewhere closes the gap.".to_owned()
    }
}

/// Evidence as a sentence.
pub(super) fn evidence(evidence: &Evidence, published: f64, edition: &str) -> String {
    let Evidence { input, study_has, other, .. } = evidence;
    let follows = format!("gives the published {}", number(&Reading::plain(Some(published), "index")));
    let says = match evidence.cause {
        Cause::OtherTranscription => {
            format!("Another transcription has {input} {other} instead of {study_has}; it {follows}.")
        }
        Cause::OtherEdition => {
            format!("Edition {edition} has {input} {other} for this material instead of {study_has}; it {follows}.")
        }
        Cause::OtherStage => format!("The {input} of the other stage ({other} instead of {study_has}) {follows}."),
        Cause::NeighbouringRow => {
            format!("The row above or below has {input} {other} instead of {study_has}; it {follows}.")
        }
        Cause::StatedScope => {
            format!("The scope stated for the other stage ({other} instead of {study_has}) {follows}.")
        }
        Cause::Members => format!(
            "The members' own published figures have the published mean ({other}; {study_has}): the gap is theirs."
        ),
        Cause::MissingShares => format!(
            "The {input} are incomplete ({study_has}, {other}): given to a listed supplier, the rest can carry the gap."
        ),
        Cause::Unexplained => unexplained(0),
    };
    if evidence.confirmed_by.is_some() {
        format!("{says} Against a slip in copying: a second transcription prints {study_has} too.")
    } else {
        says
    }
}

/// Why an entry of the list is missing or extra.
pub(super) fn list_cause(d: &Difference, extra: bool, threshold: f64, explanation: Option<String>) -> String {
    let (low, high) = d.bounds.unzip();
    let computed = Reading::between(d.sr, low, high, "index");
    let one_decimal = |value: f64| format!("{value:.1}");
    let threshold_written = one_decimal(threshold);
    let verdict = if extra { "enters" } else { "leaves" };
    let mut says = format!(
        "It {verdict}: supply risk computed as {}, published as {}, threshold {threshold_written}.",
        number(&computed),
        d.published_sr.map_or_else(|| "unknown".to_owned(), one_decimal),
    );
    match (explanation, d.bounds) {
        (Some(explanation), _) => {
            says.push(' ');
            says.push_str(&explanation);
        }
        (None, Some((low, high))) if low < threshold && threshold <= high => {
            let held = format!(" Within rounding: the bounds {} hold the threshold.", bounds(&computed));
            says.push_str(&held);
        }
        _ => {}
    }
    says
}

/// What stands out about the uses of a material.
pub(super) fn importance(row: &ImportanceAudit) -> Option<String> {
    let mut notes = Vec::new();
    if (row.use_shares - 1.0).abs() > 0.015 {
        notes.push(format!("uses sum to {}", percent(row.use_shares)));
    }
    if row.without_sector > 0.0 {
        notes.push(format!("{} of the uses have no sector and add nothing", percent(row.without_sector)));
    }
    (!notes.is_empty()).then(|| notes.join("; "))
}

/// What is missing for a stage, in words; `None` for what concerns something else.
pub(super) fn missing(words: &Vocabulary, missing: &Missing, stage: Stage) -> Option<String> {
    Some(match missing {
        Missing::Scope(of) if *of == stage => "no scope is published".to_owned(),
        Missing::ImportReliance(of) if *of == stage => "no import reliance is published".to_owned(),
        Missing::List(of, side) if *of == stage => format!("no list of {} is published", names::side(*side)),
        Missing::Recycling => "no recycling input rate is published".to_owned(),
        Missing::SubstitutionRisk => "no substitution index is published".to_owned(),
        Missing::Member(member) => format!("{} has no figure", names::material(words, *member)),
        _ => return None,
    })
}
