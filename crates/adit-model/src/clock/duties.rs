//! Duties of a project that have no date: said with what the file knows of them.

use adit_facts::law::clock_file::EventKind;
use adit_facts::law::{Date, Party};

use super::Process;

/// A duty without a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Id.
    pub id: &'static str,
    /// Whom it binds.
    pub who: Party,
    /// What is asked for.
    pub what: &'static str,
    /// Article and paragraph.
    pub rule: &'static str,
    /// Day on which the file says that it was done.
    pub done: Option<Date>,
}

/// The duties of a process: none outside Strategic Projects, those on permits only in the Union.
pub(super) fn of(process: &Process) -> Vec<Duty> {
    if process.recognised.is_none() {
        return Vec::new();
    }
    let website = Duty {
        id: "website",
        who: Party::Promoter,
        what: "A website about the project: free, without personal data, in languages that the local population understands, \
               kept up to date",
        rule: "Art. 8(5)",
        done: process.day(EventKind::WebsitePublished),
    };
    if !process.binds {
        return vec![website];
    }
    vec![
        website,
        Duty {
            id: "schedule-published",
            who: Party::Promoter,
            what: "Publish the schedule of the permit-granting process on that website",
            rule: "Art. 11(7)",
            done: process.day(EventKind::SchedulePublished),
        },
        Duty {
            id: "decisions-public",
            who: Party::CompetentAuthority,
            what: "Publish all decisions on the project on one website, easy to understand",
            rule: "Art. 14(2)",
            done: None,
        },
    ]
}
