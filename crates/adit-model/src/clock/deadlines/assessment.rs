//! Steps of the environmental impact assessment: scoping, report, additional information, reasoned conclusion.

use adit_facts::law::clock_file::{EventKind, Extends};
use adit_facts::law::{Date, OfStatus, StopKind};

use super::super::found::Found;
use super::super::{Law, Process, counting, extensions};
use super::{Deadline, State, counted, judged, limits, moved, numbered, set_by_notice, shortest};

pub(super) fn all(process: &Process, law: &Law, found: &mut Found) {
    if process.project.assessment == Some(false) {
        found.notes.push("The file says that no environmental impact assessment is required".to_owned());
        return;
    }
    scoping(process, law, found);
    notices(process, law, found);
    conclusion(process, law, found);
}

/// Art. 12(1), not for projects in the permit-granting process before their recognition (12(6)).
fn scoping(process: &Process, law: &Law, found: &mut Found) {
    if process.status == OfStatus::InProcedure {
        if process.binds {
            let says = "Art. 12(1) does not apply: the project was in the permit-granting process before its recognition \
                        (Art. 12(6))";
            found.notes.push(says.to_owned());
        }
        return;
    }
    let asked = process.day(EventKind::ScopingRequested);
    if let Some(notified) = process.notified {
        let event = EventKind::RecognitionNotified.says();
        let deadline = shortest(process, law, "scoping-request", notified, event, asked);
        found.deadlines.extend(deadline.map(|mut deadline| {
            if process.project.assessment.is_none() && deadline.state == State::Overdue {
                deadline.state = State::Waiting;
                deadline.note = Some(
                    "Only where an environmental impact assessment is required, which the file does not say (assessment = \
                     true or false); and before submitting the application"
                        .to_owned(),
                );
            }
            deadline
        }));
    }
    if let Some(asked) = asked.filter(|day| !process.before_recognition(*day)) {
        let done = process.day(EventKind::ScopingOpinion);
        let event = EventKind::ScopingRequested.says();
        found.deadlines.extend(shortest(process, law, "scoping-opinion", asked, event, done));
    }
}

/// Days that the single point of contact set for the report and for additional information.
fn notices(process: &Process, law: &Law, found: &mut Found) {
    if !process.binds {
        return;
    }
    for (at, report) in process.reports.iter().enumerate() {
        let id = numbered("eia-report", at);
        let what = "Environmental impact assessment report";
        found.deadlines.push(set_by_notice(process, id, what, StopKind::LateReport, report));
    }
    let least = limits(process, law, "supplement-notice").first().map(|limit| limit.whole_length());
    for (at, supplement) in process.supplements.iter().enumerate() {
        let id = numbered("supplement", at);
        let what = "Additional information to the environmental impact assessment report";
        let mut deadline = set_by_notice(process, id, what, StopKind::LateSupplement, supplement);
        if supplement.stated {
            deadline.earliest = least.and_then(|days| counting::add_days(supplement.notified, days));
        }
        found.deadlines.push(deadline);
    }
}

/// Art. 12(3): from the later of the complete information and the end of the consultations; 12(6): only where the step
/// was not completed before the recognition.
fn conclusion(process: &Process, law: &Law, found: &mut Found) {
    let done = process.day(EventKind::ReasonedConclusion);
    if let Some(day) = done.filter(|day| process.before_recognition(*day)) {
        found.notes.push(format!(
            "The reasoned conclusion of {day} came before the recognition: Art. 12(3) does not apply to it (Art. 12(6))"
        ));
        return;
    }
    // A shorter national limit goes before that of the Act (Art. 11(10)).
    let shortest = limits(process, law, "reasoned-conclusion").into_iter().min_by_key(|limit| limit.whole_length());
    let from = trigger(process);
    if let Some(limit) = shortest {
        let Some((from, event)) = &from else {
            let mut deadline = super::blank(process, limit);
            deadline.note = Some(
                "Counted from the later of the complete information and the end of the consultations, which the file does \
                 not have yet"
                    .to_owned(),
            );
            found.deadlines.push(deadline);
            return;
        };
        let mut deadline = counted(process, limit, *from, event, done);
        let with = |more: i32| counting::end(*from, limit.whole_length() + more, limit.unit, process.calendar.as_ref());
        let effective_with = |more: i32| Some(moved(process, with(more)?).0.unwrap_or(with(more)?));
        let (extended, breaches) = extensions::granted(process, limit, Extends::Conclusion, effective_with);
        found.breaches.extend(breaches);
        extend(process, &mut deadline, extended, with(extended));
        deadline.latest = with(limit.whole_extension());
        found.deadlines.push(judged(process, deadline));
    }
}

fn extend(process: &Process, deadline: &mut Deadline, extended: i32, due: Option<Date>) {
    deadline.extended = extended;
    deadline.due = due;
    let (effective, why) = due.map_or((None, Vec::new()), |due| moved(process, due));
    deadline.effective = effective;
    deadline.moved = why;
}

/// The day from which the reasoned conclusion is counted: everything asked for was delivered and every consultation on
/// the report is closed. A day before the recognition gives way to the recognition: the rule bound only from then on.
fn trigger(process: &Process) -> Option<(Date, String)> {
    let open = process.supplements.iter().chain(&process.reports).any(|asked| asked.delivered.is_none());
    let consulting = process.consultations.iter().any(|consultation| consultation.closed.is_none());
    if open || consulting {
        return None;
    }
    let delivered = [EventKind::EiaReportDelivered, EventKind::SupplementDelivered];
    let informed =
        process.events.iter().filter(|event| delivered.contains(&event.kind)).map(|event| event.date).max()?;
    let closed = process.consultations.iter().filter_map(|consultation| consultation.closed).max()?;
    // A report that came after the last consultation has still to be consulted on.
    let report = process.events.iter().filter(|event| event.kind == EventKind::EiaReportDelivered);
    if report.map(|event| event.date).max().is_some_and(|report| report > closed) {
        return None;
    }
    let (day, event) = if informed > closed {
        (informed, EventKind::SupplementDelivered.says())
    } else {
        (closed, EventKind::ConsultationClosed.says())
    };
    match process.recognised {
        Some(recognised) if day < recognised => {
            Some((recognised, format!("recognition as a Strategic Project ({event} on {day}, before it)")))
        }
        _ => Some((day, event.to_owned())),
    }
}
