//! Extensions of a time limit: given before it ends, no longer than the law allows, with reasons in writing. Any other is
//! a breach and moves nothing.

use adit_facts::law::clock_file::{Event, EventKind, Extends};
use adit_facts::law::{Date, TimeLimit, Unit};

use super::{Breach, Process};

/// The extensions of a time limit that count, in its unit, and the breaches of the others. `effective_with` gives the day
/// on which the limit ends with an extension of a given length.
pub(super) fn granted(
    process: &Process,
    limit: &TimeLimit,
    extends: Extends,
    effective_with: impl Fn(i32) -> Option<Date>,
) -> (i32, Vec<Breach>) {
    let mut total = 0;
    let mut breaches = Vec::new();
    let rule = limit.extension_rule.clone().unwrap_or_else(|| limit.rule.clone());
    let events = process.events.iter();
    for event in events.filter(|event| event.kind == EventKind::ExtensionGranted && event.extends == extends) {
        let length = length(event, limit.unit);
        let unit = if limit.unit == Unit::Months { "months" } else { "days" };
        let most = limit.whole_extension();
        let mut wrong = Vec::new();
        if total + length > most {
            wrong.push(if total > 0 {
                format!("with the {total} {unit} given before it is longer than {most} {unit}")
            } else {
                format!("is longer than {most} {unit}")
            });
        }
        if let Some(end) = effective_with(total).filter(|end| event.date > *end) {
            wrong.push(format!("was given after the time limit had ended on {end}"));
        }
        if event.reasons == Some(false) {
            wrong.push("was given without reasons in writing".to_owned());
        }
        if wrong.is_empty() {
            total += length;
        } else {
            breaches.push(Breach {
                rule: rule.clone(),
                text: format!(
                    "The extension of {length} {unit} of {} {}; it does not move the date",
                    event.date,
                    wrong.join(" and ")
                ),
                who: Some(limit.who),
                deadline: limit.id.clone(),
                on: event.date,
            });
        }
    }
    (total, breaches)
}

/// The length that an event states, in the unit of the limit.
fn length(event: &Event, unit: Unit) -> i32 {
    match unit {
        Unit::Months => event.months.unwrap_or(0),
        Unit::Days | Unit::WorkingDays => event.days.unwrap_or(0),
    }
}
