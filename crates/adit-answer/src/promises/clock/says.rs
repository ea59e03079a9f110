//! The answer of a clock in words: the decision first, then what is due next, what is late, what is projected.

use adit_model::clock::projection::Projection;
use adit_model::clock::{Clock, Deadline, State};

use crate::promises::words::{days, long, short};

/// The sentences of an answer.
pub(super) fn all(clock: &Clock, projection: Option<&Projection>) -> Vec<String> {
    let mut says = vec![decision(clock)];
    says.extend(next(clock));
    says.extend(breaches(clock));
    says.extend(overdue(clock));
    says.extend(projected(projection));
    says
}

fn decision(clock: &Clock) -> String {
    let Some(deadline) = clock.deadline("comprehensive-decision") else {
        return "No time limit for a comprehensive decision binds this project".to_owned();
    };
    let (Some(due), Some(from)) = (deadline.due, deadline.counted_from) else {
        return "The clock has not started: no acknowledgement of completeness is in the file".to_owned();
    };
    let event = deadline.counted_from_event.as_deref().unwrap_or("event");
    let basis = format!("{}, counted from {} ({event})", deadline.rule, short(from));
    let end = match deadline.effective {
        Some(effective) if effective != due => {
            format!("{}; because {}, the period ends on {}", short(due), deadline.moved.join(" and "), long(effective))
        }
        Some(_) => long(due),
        None => format!("{} by the calendar", short(due)),
    };
    let verdict = match (deadline.state, deadline.done) {
        (State::Late, Some(done)) => format!("The decision came on {}, after its time limit", short(done)),
        (State::Met, Some(done)) => format!("The decision came on {}, in time", short(done)),
        (State::Overdue, _) => "The time limit for the decision has passed".to_owned(),
        _ => "The decision is due".to_owned(),
    };
    let stopped = match deadline.stopped_days {
        0 => String::new(),
        count => format!(". The clock stood still for {}", days(count)),
    };
    let still = if deadline.runs { ", and still stands still: the end moves on day by day" } else { "" };
    let colon = if matches!(deadline.state, State::Open) { " by" } else { ": limit" };
    format!("{verdict}{colon} {end} ({basis}){stopped}{still}")
}

fn next(clock: &Clock) -> Option<String> {
    let open = clock.deadlines.iter().filter(|deadline| deadline.state == State::Open);
    let first = open.filter(|deadline| deadline.id != "comprehensive-decision").min_by_key(|one| one.last_day())?;
    Some(format!("Next: {} by {} ({}, {})", first.what, long(first.last_day()?), first.who.name(), first.rule))
}

fn breaches(clock: &Clock) -> Option<String> {
    match clock.breaches.len() {
        0 => None,
        1 => Some("One breach is shown by the events".to_owned()),
        count => Some(format!("{count} breaches are shown by the events")),
    }
}

fn overdue(clock: &Clock) -> Option<String> {
    let late: Vec<&Deadline> = clock.deadlines.iter().filter(|deadline| deadline.state == State::Overdue).collect();
    let list: Vec<String> =
        late.iter().map(|deadline| format!("{} ({})", deadline.what, deadline.who.name())).collect();
    (!list.is_empty()).then(|| format!("Passed, and nothing in the file says that it was done: {}", list.join("; ")))
}

fn projected(projection: Option<&Projection>) -> Option<String> {
    let projection = projection?;
    let band = match (projection.p5, projection.p95) {
        (Some(low), Some(high)) => format!(" ({} to {} in nine of ten draws)", short(low), short(high)),
        _ => String::new(),
    };
    let chance =
        projection.in_time.map_or_else(String::new, |share| format!("; in time in {:.0} of 100 draws", share * 100.0));
    Some(format!(
        "Estimate, by assumed lengths of steps: decision around {}{band}{chance}",
        short(projection.p50.unwrap_or(projection.base))
    ))
}
