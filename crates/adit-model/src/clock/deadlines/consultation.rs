//! Consultations on the environmental impact assessment report: 30 to 85 days, up to 40 more with reasons (Art. 12(5)).

use adit_facts::law::clock_file::Of;

use super::super::breaches::Breach;
use super::super::counting::{add_days, days_between};
use super::super::found::Found;
use super::super::process::Consultation;
use super::super::{Law, Process};
use super::{State, counted, judged, limits, numbered};

pub(super) fn all(process: &Process, law: &Law, found: &mut Found) {
    let mut judged_ones = 0;
    for consultation in &process.consultations {
        let (opened, closed) = (consultation.opened, consultation.closed);
        if consultation.of == Of::Supplement {
            found.notes.push(format!(
                "The consultation opened on {opened} is on additional information: a reasonable time is asked for \
                 (Directive 2011/92/EU, Art. 6(6)), no number of days"
            ));
            continue;
        }
        if let Some(closed) = closed.filter(|day| process.before_recognition(*day)) {
            found.notes.push(format!(
                "The consultation of {opened} to {closed} ({} days) was completed before the recognition: Art. 12(5) does \
                 not judge it (Art. 12(6))",
                days_between(opened, closed)
            ));
            continue;
        }
        one(process, law, consultation, judged_ones, found);
        judged_ones += 1;
    }
}

fn one(process: &Process, law: &Law, consultation: &Consultation, at: usize, found: &mut Found) {
    let least = limits(process, law, "consultation-least").into_iter().max_by_key(|limit| limit.whole_length());
    let Some(most) = limits(process, law, "consultation-most").into_iter().min_by_key(|limit| limit.whole_length())
    else {
        return;
    };
    let mut deadline = counted(process, most, consultation.opened, "consultation opened", consultation.closed);
    deadline.id = numbered("consultation", at);
    "Consultation on the environmental impact assessment report".clone_into(&mut deadline.what);
    deadline.earliest = least.and_then(|limit| add_days(consultation.opened, limit.whole_length()));
    let extension = most.whole_extension();
    deadline.latest = add_days(consultation.opened, most.whole_length() + extension);
    if consultation.reasons {
        deadline.extended = extension;
        deadline.due = deadline.latest;
    }
    // "Not longer than" is a number of days of the window itself; its last day is not moved.
    deadline.effective = deadline.due;
    deadline.moved = Vec::new();
    let mut deadline = judged(process, deadline);
    if let Some(closed) = consultation.closed {
        let days = days_between(consultation.opened, closed);
        let shortest = least.map_or(0, adit_facts::law::TimeLimit::whole_length);
        let longest = most.whole_length() + if consultation.reasons { extension } else { 0 };
        let mut breach = |text: String| {
            found.breaches.push(Breach {
                rule: most.rule.clone(),
                text,
                who: Some(most.who),
                deadline: deadline.id.clone(),
                on: closed,
            });
        };
        let span = format!("The consultation of {} to {closed} lasted {days} days", consultation.opened);
        if days < shortest {
            deadline.state = State::TooShort;
            breach(format!(
                "{span}, less than the minimum of {shortest} days (also Directive 2011/92/EU, Art. 6(7)); the day of opening is \
                 not counted"
            ));
        } else if days > longest {
            let why = if consultation.reasons {
                format!("more than {} and {extension} days", most.whole_length())
            } else {
                format!(
                    "more than {longest} days; up to {extension} more need exceptional reasons, and none are in the file"
                )
            };
            breach(format!("{span}, {why}"));
        }
    }
    found.deadlines.push(deadline);
}
