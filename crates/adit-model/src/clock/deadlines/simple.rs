//! Completeness, screening and schedule: one event starts the period, one ends it.

use adit_facts::law::clock_file::EventKind;

use super::super::found::Found;
use super::super::{Law, Process};
use super::{numbered, shortest};

pub(super) fn all(process: &Process, law: &Law, found: &mut Found) {
    completeness(process, law, found);
    let schedule = EventKind::CompletenessAcknowledged;
    if let Some(from) = process.day(schedule) {
        // Before the recognition the project was no Strategic Project, and Art. 11(7) did not bind.
        if process.before_recognition(from) {
            found.notes.push(format!(
                "Completeness was acknowledged on {from}, before the recognition: Art. 11(6) and (7) did not bind then"
            ));
        } else {
            let done = process.day(EventKind::SchedulePublished);
            found.deadlines.extend(shortest(process, law, "schedule", from, schedule.says(), done));
        }
    }
    let screening = EventKind::ScreeningInformationComplete;
    if let Some(from) = process.day(screening).filter(|day| !process.before_recognition(*day)) {
        let done = process.day(EventKind::ScreeningDecision);
        found.deadlines.extend(shortest(process, law, "screening", from, screening.says(), done));
    }
}

/// One deadline for each arrival of the application: the answer is an acknowledgement, or a request for what is missing.
fn completeness(process: &Process, law: &Law, found: &mut Found) {
    let received = process.events.iter().filter(|event| event.kind == EventKind::ApplicationReceived);
    let answers = [EventKind::CompletenessAcknowledged, EventKind::CompletionRequested];
    for (at, event) in received.filter(|event| !process.before_recognition(event.date)).enumerate() {
        let mut given = process.events.iter().filter(|other| answers.contains(&other.kind));
        let done = given.find(|other| other.date >= event.date).map(|other| other.date);
        let deadline = shortest(process, law, "completeness", event.date, event.kind.says(), done);
        found.deadlines.extend(deadline.map(|mut deadline| {
            deadline.id = numbered("completeness", at);
            deadline
        }));
    }
}
