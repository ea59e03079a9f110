//! How the dates of a clock came about, in days from the event that each is counted from.

use adit_number::Ranged;

use super::counting::{days_between, end};
use super::deadlines::Deadline;
use super::obligations::Due;
use super::projection::Projection;
use super::{Clock, rules};
use crate::workings::{Input, Worked, Workings};

/// The workings of a clock.
pub fn of(clock: &Clock, projection: Option<&Projection>) -> Workings {
    let mut workings = Workings::default();
    for deadline in &clock.deadlines {
        one(clock, deadline, &deadline.id, &mut workings);
    }
    for other in &clock.readings {
        one(clock, &other.deadline, &format!("{}/{}", other.deadline.id, other.word), &mut workings);
    }
    for (number, consultation) in (1..).zip(&clock.process.consultations) {
        let Some(closed) = consultation.closed else { continue };
        let days = days_between(consultation.opened, closed);
        let inputs = vec![
            stated(format!("consultation opened on {}", consultation.opened), 0),
            stated(format!("consultation closed on {closed}"), days),
        ];
        let label = format!("Consultation of {} to {closed}", consultation.opened);
        workings.number(format!("clock.consultation/{number}"), label, point(days), &rules::CONSULTATION, inputs);
    }
    if let Some(projection) = projection {
        projected(clock, projection, &mut workings);
    }
    workings
}

/// The workings of obligations: each date under `obligation.due/ID`, later ones of a recurring duty with their number.
pub fn of_obligations(dues: &[Due]) -> Workings {
    let mut workings = Workings::default();
    for due in dues {
        let Some(day) = due.due else { continue };
        let duty = &due.obligation;
        let from = duty.triggered.or(duty.valid_from).unwrap_or(day);
        let event = match (&duty.trigger, duty.triggered) {
            (Some(trigger), Some(on)) => format!("{trigger}: {on}"),
            _ => format!("entry into force of {} on {from}", duty.act),
        };
        let mut inputs = vec![stated(event, 0)];
        inputs.extend(duty.length.map(Input::Fact));
        if let Some(date) = duty.date {
            inputs.push(stated(format!("date of {}: {date}", duty.rule), days_between(from, date)));
        }
        if let Some(every) = duty.every_months {
            inputs.push(Input::Stated {
                label: format!("every {every} months; date number {}", due.number),
                value: f64::from(every),
                unit: "months",
                id: None,
            });
        }
        let label = format!("{} ({}): {day}", duty.what, duty.rule);
        let id = obligation_id(due);
        let worked = workings.number(id, label, point(days_between(from, day)), &rules::OBLIGATION, inputs);
        if let Some(note) = &duty.note {
            workings.note(&worked, note.clone());
        }
    }
    workings
}

/// The id under which a date of an obligation opens.
pub fn obligation_id(due: &Due) -> String {
    let id = &due.obligation.id;
    if due.number == 1 { format!("obligation.due/{id}") } else { format!("obligation.due/{id}/{}", due.number) }
}

fn point(days: i32) -> Ranged {
    Ranged::point(f64::from(days))
}

fn stated(label: String, days: i32) -> Input {
    Input::Stated { label, value: f64::from(days), unit: "days", id: None }
}

/// One deadline: its period, its stops, its ends.
fn one(clock: &Clock, deadline: &Deadline, id: &str, workings: &mut Workings) {
    let (Some(from), Some(due)) = (deadline.counted_from, deadline.due) else { return };
    let event = deadline.counted_from_event.as_deref().unwrap_or("event");
    let start = stated(format!("{event} on {from}"), 0);
    let Some(limit) = deadline.limit.as_ref().zip(deadline.length) else {
        let inputs = vec![start, stated(format!("due on {due} by the notification"), days_between(from, due))];
        let label = format!("{}: {due}", deadline.what);
        workings.number(format!("clock.due/{id}"), label, point(days_between(from, due)), &rules::DUE, inputs);
        return;
    };
    let (row, length) = limit;
    let calendar = clock.process.calendar.as_ref();
    let Some(plain) = end(from, length + deadline.extended, deadline.unit, calendar) else { return };
    let mut inputs = vec![start.clone(), Input::Fact(row.length)];
    if deadline.extended > 0 {
        inputs.push(Input::Stated {
            label: format!("extension that counts ({})", row.extension_rule.as_deref().unwrap_or(&row.rule)),
            value: f64::from(deadline.extended),
            unit: row.unit.id(),
            id: None,
        });
    }
    let label = format!("Calendar end of the period: {plain}");
    let period =
        workings.number(format!("clock.period/{id}"), label, point(days_between(from, plain)), &rules::PERIOD, inputs);
    let stopped = stopped(deadline, id, workings);
    let label = format!("{}: {due}", deadline.what);
    let inputs = vec![period.input(), stopped.input()];
    let ended = workings.number(format!("clock.due/{id}"), label, point(days_between(from, due)), &rules::DUE, inputs);
    let said = deadline.note.iter().cloned().chain([format!("{}, binds: {}", deadline.rule, deadline.who.name())]);
    workings.note(&ended, said.collect::<Vec<_>>().join(". "));
    if let Some(effective) = deadline.effective {
        let moves = deadline.moved.iter().map(|why| stated(why.clone(), 1));
        let inputs = [ended.input()].into_iter().chain(moves).collect();
        let label = format!("{}, after weekends and public holidays: {effective}", deadline.what);
        let id = format!("clock.effective/{id}");
        workings.number(id, label, point(days_between(from, effective)), &rules::EFFECTIVE, inputs);
    }
    if let (Some(latest), Some(extension)) = (deadline.latest, row.extension) {
        let inputs = vec![start, Input::Fact(row.length), Input::Fact(extension), stopped.input()];
        let label = format!("{}, with the longest extension: {latest}", deadline.what);
        workings.number(format!("clock.latest/{id}"), label, point(days_between(from, latest)), &rules::LATEST, inputs);
    }
}

fn stopped(deadline: &Deadline, id: &str, workings: &mut Workings) -> Worked {
    let mut inputs = Vec::new();
    for (number, stop) in (1..).zip(&deadline.stops) {
        let label = format!("{} to {} ({})", stop.after, stop.until, stop.kind.rule());
        let days = stop.days();
        let ends = vec![
            stated(format!("deadline or beginning: {}", stop.after), 0),
            stated(format!("{}: {}", if stop.runs { "still running on" } else { "delivered on" }, stop.until), days),
        ];
        let stop = workings.number(format!("clock.stop/{id}/{number}"), label, point(days), &rules::STOP, ends);
        inputs.push(stop.input());
    }
    if inputs.is_empty() {
        inputs.push(stated("nothing in the file stops this period".to_owned(), 0));
    }
    let label = "Days on which the clock stood still".to_owned();
    workings.number(format!("clock.stopped/{id}"), label, point(deadline.stopped_days), &rules::STOPPED, inputs)
}

fn projected(clock: &Clock, projection: &Projection, workings: &mut Workings) {
    let as_of = clock.process.as_of;
    let steps = || {
        projection.steps.iter().map(|step| Input::Fact(step.length.value)).chain(
            projection
                .steps
                .first()
                .filter(|step| step.lasts > 0)
                .map(|step| stated(format!("{} already lasts", step.id), step.lasts)),
        )
    };
    let label = format!("Projected decision: {}", projection.base);
    let days = point(days_between(as_of, projection.base));
    workings.number("clock.projected/decision", label, days, &rules::PROJECTED, steps().collect());
    for (id, what, chance) in [
        ("clock.chance/before", "Decision on or before the day asked for", projection.chance),
        ("clock.chance/in-time", "Decision on or before the last day of the law", projection.in_time),
    ] {
        if let Some(chance) = chance {
            let draws =
                Input::Stated { label: "draws".to_owned(), value: projection.draws as f64, unit: "1", id: None };
            let inputs = steps().chain([draws]).collect();
            workings.number(id, what, Ranged::point(chance), &rules::CHANCE, inputs);
        }
    }
}

/// The ids under which the dates of a deadline open: due, effective, latest.
pub fn ids(deadline: &Deadline, id: &str) -> [Option<String>; 3] {
    let counted = deadline.counted_from.is_some();
    let computed = deadline.limit.is_some();
    [
        (counted && deadline.due.is_some()).then(|| format!("clock.due/{id}")),
        (counted && computed && deadline.effective.is_some()).then(|| format!("clock.effective/{id}")),
        (counted && computed && deadline.latest.is_some()).then(|| format!("clock.latest/{id}")),
    ]
}
