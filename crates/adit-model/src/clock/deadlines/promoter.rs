//! Reports of the promoter to the Commission: every two years after the recognition (Art. 8(1)).

use adit_facts::law::TimeLimit;
use adit_facts::law::clock_file::EventKind;

use super::super::counting::add_months;
use super::super::found::Found;
use super::super::{Law, Process};
use super::{blank, judged, numbered};

/// Most reports that are listed: two centuries of them would only hide the next.
const MOST: i32 = 20;

pub(super) fn all(process: &Process, law: &Law, found: &mut Found) {
    // Art. 8(1) binds every Strategic Project, also outside the Union.
    let Some(recognised) = process.recognised else { return };
    let row = |limit: &&TimeLimit| limit.id == "promoter-report" && limit.territory == "EU";
    let Some(limit) = law.limits.iter().find(row) else { return };
    let mut reports =
        process.events.iter().filter(|event| event.kind == EventKind::PromoterReport).map(|event| event.date);
    for number in 1..=MOST {
        let Some(due) = add_months(recognised, limit.whole_length() * number) else { break };
        let mut deadline = blank(process, limit);
        deadline.id = numbered("promoter-report", usize::try_from(number - 1).unwrap_or(0));
        deadline.counted_from = Some(recognised);
        deadline.counted_from_event = Some("recognition as a Strategic Project".to_owned());
        deadline.length = Some(limit.whole_length() * number);
        deadline.due = Some(due);
        deadline.done = reports.next();
        deadline.note = Some(
            "The report goes to the Commission, whose public holidays are decided year by year and are not known here: \
             effective is unknown"
                .to_owned(),
        );
        let next = due > process.as_of;
        found.deadlines.push(judged(process, deadline));
        if next {
            break;
        }
    }
}
