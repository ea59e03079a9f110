//! Breaches that the events themselves show. What is merely missing from the file is overdue, never a breach: the file
//! may not be complete.

use adit_facts::law::clock_file::EventKind;
use adit_facts::law::{Date, OfStatus, Party};

use super::Process;
use super::counting::days_between;
use super::deadlines::{Deadline, State};

/// Something against a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// Article, paragraph and point.
    pub rule: String,
    /// What happened, in words.
    pub text: String,
    /// Whom the rule binds.
    pub who: Option<Party>,
    /// Id of the deadline.
    pub deadline: String,
    /// Day on which it came about.
    pub on: Date,
}

/// Breaches beside those that were found while counting.
pub(super) fn all(process: &Process, deadlines: &[Deadline]) -> Vec<Breach> {
    let mut breaches: Vec<Breach> = deadlines.iter().filter_map(late).collect();
    breaches.extend(deadlines.iter().filter_map(short_notice));
    breaches.extend(scoping_after_application(process));
    breaches
}

/// Done after its end. A late report or supplement stops the clock instead, and is no breach of the promoter.
fn late(deadline: &Deadline) -> Option<Breach> {
    let stops_instead = deadline.limit.is_none() || deadline.id.starts_with("consultation");
    if deadline.state != State::Late || stops_instead {
        return None;
    }
    let (last, done) = (deadline.last_day()?, deadline.done?);
    let days = days_between(last, done);
    Some(Breach {
        rule: deadline.rule.clone(),
        text: format!(
            "{}: due by {last}, done on {done}, {days} {} late",
            deadline.what,
            if days == 1 { "day" } else { "days" }
        ),
        who: Some(deadline.who),
        deadline: deadline.id.clone(),
        on: done,
    })
}

/// Art. 11(9): additional information is due no less than 30 days after the notification.
fn short_notice(deadline: &Deadline) -> Option<Breach> {
    let (earliest, due, notified) = (deadline.earliest?, deadline.due?, deadline.counted_from?);
    if deadline.limit.is_some() || due >= earliest {
        return None;
    }
    Some(Breach {
        rule: deadline.rule.clone(),
        text: format!(
            "Additional information was asked for on {notified} and due on {due}, {} days later; at least {} days must be left",
            days_between(notified, due),
            days_between(notified, earliest)
        ),
        who: Some(Party::SinglePointOfContact),
        deadline: deadline.id.clone(),
        on: notified,
    })
}

/// Art. 12(1): the opinion is asked for before the application is submitted.
fn scoping_after_application(process: &Process) -> Option<Breach> {
    if process.status == OfStatus::InProcedure || !process.binds {
        return None;
    }
    let asked = process.day(EventKind::ScopingRequested)?;
    let submitted =
        process.day(EventKind::ApplicationReceived).or_else(|| process.day(EventKind::CompletenessAcknowledged))?;
    (asked > submitted && !process.before_recognition(submitted)).then(|| Breach {
        rule: "Art. 12(1)".to_owned(),
        text: format!(
            "The opinion on scope was asked for on {asked}, after the application was submitted ({submitted} at the latest)"
        ),
        who: Some(Party::Promoter),
        deadline: "scoping-request".to_owned(),
        on: asked,
    })
}
