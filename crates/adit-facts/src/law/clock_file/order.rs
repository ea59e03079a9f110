//! Events against each other and against the project: what cannot have happened in this order.

use super::{Event, EventKind, Project};
use crate::finding::Finding;
use crate::law::OfStatus;
use crate::toml_reader::Reader;

pub(super) fn judge(reader: &mut Reader, project: &Project, events: &[Event]) {
    written_order(reader, events);
    once(reader, events);
    after_what_they_follow(reader, events);
    around_the_decision(reader, events);
    notified_twice(reader, project, events);
    status(reader, project, events);
    reasons(reader, events);
}

fn say(reader: &mut Reader, finding: Finding, event: &Event) {
    if let Some(at) = event.at {
        reader.say_at(finding, at);
    }
}

/// A file that is not in the order of its dates is read, and it is said: it may be a slip of the year.
fn written_order(reader: &mut Reader, events: &[Event]) {
    for pair in events.windows(2) {
        if pair[1].date < pair[0].date {
            let says = format!(
                "{} on {} stands after {} on {}",
                pair[1].kind.id(),
                pair[1].date,
                pair[0].kind.id(),
                pair[0].date
            );
            let finding = Finding::warning("clock-file.unsorted", says);
            say(reader, finding.hint("write the events in the order of their days, or check the date"), &pair[1]);
        }
    }
}

fn once(reader: &mut Reader, events: &[Event]) {
    for (at, event) in events.iter().enumerate() {
        if event.kind.is_once() && events[..at].iter().any(|other| other.kind == event.kind) {
            let finding = Finding::error("clock-file.duplicate", format!("{} stands twice", event.kind.id()));
            say(reader, finding.hint("it happens once: keep one of the two"), event);
        }
    }
}

fn after_what_they_follow(reader: &mut Reader, events: &[Event]) {
    for event in events {
        let Some(before) = event.kind.follows() else { continue };
        let count =
            |kind: EventKind| events.iter().filter(|other| other.kind == kind && other.date <= event.date).count();
        if count(before) < count(event.kind) {
            let says = format!("{} on {} has no {} on or before it", event.kind.id(), event.date, before.id());
            say(
                reader,
                Finding::error("clock-file.order", says).hint(format!("add the {}, or check the date", before.id())),
                event,
            );
        }
    }
}

/// What belongs before the comprehensive decision cannot come after it.
fn around_the_decision(reader: &mut Reader, events: &[Event]) {
    let Some(decision) = events.iter().find(|event| event.kind == EventKind::ComprehensiveDecision) else { return };
    let later = [
        EventKind::ComprehensiveDecision,
        EventKind::PromoterReport,
        EventKind::SchedulePublished,
        EventKind::WebsitePublished,
        EventKind::RecognitionNotified,
    ];
    for event in events.iter().filter(|event| event.date > decision.date && !later.contains(&event.kind)) {
        let says = format!(
            "{} on {} comes after the comprehensive decision of {}",
            event.kind.id(),
            event.date,
            decision.date
        );
        say(reader, Finding::error("clock-file.order", says).hint("check the dates"), event);
    }
}

fn notified_twice(reader: &mut Reader, project: &Project, events: &[Event]) {
    let Some(event) = events.iter().find(|event| event.kind == EventKind::RecognitionNotified) else { return };
    if project.recognition_notified.is_some_and(|day| day != event.date) {
        let says = "recognition_notified of [project] and the event recognition-notified name two days";
        say(reader, Finding::error("clock-file.contradiction", says).hint("keep one of the two"), event);
    }
    if project.recognised.is_some_and(|decided| event.date < decided) {
        let finding =
            Finding::error("clock-file.order", format!("recognition-notified {} lies before recognised", event.date));
        say(reader, finding.hint("a decision is notified when it is taken, or later"), event);
    }
}

/// Completeness before recognition is in-procedure, later or not yet is new (Art. 2(18), 11(2), (6)).
fn status(reader: &mut Reader, project: &Project, events: &[Event]) {
    let (Some(stated), Some(recognised)) = (project.status, project.recognised) else { return };
    let complete = events.iter().find(|event| event.kind == EventKind::CompletenessAcknowledged);
    let says = match (stated, complete) {
        (OfStatus::New, Some(event)) if event.date < recognised => format!(
            "status is new, but completeness was acknowledged on {}, before the recognition of {recognised}: the \
             project is counted as in-procedure (Art. 11(2))",
            event.date
        ),
        (OfStatus::InProcedure, Some(event)) if event.date >= recognised => format!(
            "status is in-procedure, but completeness was acknowledged on {}, not before the recognition of \
             {recognised}: the project is counted as new (Art. 11(1), (6))",
            event.date
        ),
        (OfStatus::InProcedure, None) => {
            "status is in-procedure, but no event says when completeness was acknowledged: it is taken as stated"
                .to_owned()
        }
        _ => return,
    };
    let finding = Finding::warning("clock-file.status", says);
    reader.say_at(finding.hint("correct the status, or the dates"), project.status_at);
}

/// An extension needs reasons in writing; where the file is silent they are taken as given, and that is said.
fn reasons(reader: &mut Reader, events: &[Event]) {
    for event in events.iter().filter(|event| event.kind == EventKind::ExtensionGranted && event.reasons.is_none()) {
        let says = "the file does not say whether the extension was given with reasons in writing; it is taken so";
        say(
            reader,
            Finding::warning("clock-file.reasons", says).hint("write reasons = true, false or the reasons"),
            event,
        );
    }
}
