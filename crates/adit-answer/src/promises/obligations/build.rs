//! From the duties of the model to their document.

use adit_facts::law::{Date, Party};
use adit_model::clock::counting::days_between;
use adit_model::clock::obligations::{Due, as_of};
use adit_model::clock::{Law, workings};

use super::{ObligationEntry, ObligationsAnswer};
use crate::chain::opened::with_query;
use crate::promises::words::{days, iso, long};
use crate::session::FORMAT;

/// What is said of a date that has passed.
const PASSED: &str = "Date passed; whether done is not in our facts";

/// The document of a day and a party.
pub(crate) fn answer(law: &Law, day: Date, who: Option<Party>) -> ObligationsAnswer {
    let dues = as_of(&law.obligations, day, who);
    ObligationsAnswer {
        format: FORMAT,
        as_of: day.to_string(),
        who: who.map(|who| who.id().to_owned()),
        says: says(&dues, day),
        obligations: dues.iter().map(|due| entry(due, day)).collect(),
        notes: vec![
            "Dates that the law names are not moved off weekends and public holidays: Regulation (EEC, Euratom) No 1182/71, \
             Art. 3(4), moves the ends of periods. Which calendar binds depends on where the action is taken."
                .to_owned(),
            "Annex III, points 1(a) and 2(a), refer to \"Article 5(2)\" though the benchmarks stand in Art. 5(1): quoted as \
             printed, not corrected."
                .to_owned(),
            "Recurring duties are listed for three years ahead, and their next date in any case. \"At least every\" means \
             that an earlier date may have been chosen."
                .to_owned(),
            "The time limits of single permits (Art. 11 and 12) are the matter of `adit clock`.".to_owned(),
        ],
    }
}

fn says(dues: &[Due], day: Date) -> Vec<String> {
    let coming: Vec<&Due> = dues.iter().filter(|due| due.in_force && !due.passed && due.due.is_some()).collect();
    let Some(first) = coming.first().and_then(|due| due.due) else {
        return vec!["Nothing with a date is due".to_owned()];
    };
    let next: Vec<String> = coming
        .iter()
        .take_while(|due| due.due == Some(first))
        .map(|due| format!("{} ({}, {})", due.obligation.what, due.obligation.who.name(), due.obligation.rule))
        .collect();
    let wait = match days_between(day, first) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        count => format!("in {}", days(count)),
    };
    vec![format!("Due next, {wait}, on {}: {}", long(first), next.join("; "))]
}

fn entry(due: &Due, day: Date) -> ObligationEntry {
    let duty = &due.obligation;
    let state = match (due.in_force, due.passed, due.due) {
        (false, ..) => "proposed",
        (true, true, _) => "passed",
        (true, false, Some(_)) => "due",
        (true, false, None) => "no-date",
    };
    let says = match state {
        "passed" => Some(PASSED.to_owned()),
        "proposed" if duty.version == "in-force" => Some("Not yet in force on this day".to_owned()),
        "proposed" => Some(format!("{}: a proposal, not in force", duty.version)),
        _ => None,
    };
    ObligationEntry {
        id: duty.id.clone(),
        due: iso(due.due),
        who: duty.who.id().to_owned(),
        what: duty.what.clone(),
        rule: duty.rule.clone(),
        basis: duty.basis.id().to_owned(),
        trigger: duty.trigger.clone(),
        triggered: iso(duty.triggered),
        length: duty.length.map(|length| length.number.value),
        unit: duty.unit.map(|unit| unit.id().to_owned()),
        every_months: duty.every_months,
        number: due.number,
        state: state.to_owned(),
        says,
        days_left: due.due.map(|date| days_between(day, date)),
        act: duty.act.clone(),
        version: duty.version.clone(),
        note: duty.note.clone(),
        source: duty.source.clone(),
        why: due.due.map(|_| with_query(&workings::obligation_id(due), &format!("as-of={day}"))),
    }
}
