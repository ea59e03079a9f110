//! Deadlines of Art. 8, 11 and 12, and national ones, each with its end.
//!
//! `due` is the calendar end moved by stopped days, `effective` the day after Regulation (EEC, Euratom) No 1182/71,
//! Art. 3(4), `latest` is `due` with the longest extension.

use adit_facts::law::clock_file::{EventKind, Extends};
use adit_facts::law::{Date, Party, StopKind, TimeLimit, Unit};

use super::found::Found;
use super::stops::{Stop, pushed};
use super::{Law, Process, counting, extensions};

mod assessment;
mod consultation;
mod promoter;
mod simple;

/// Where a deadline stands on the day of the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Done in time.
    Met,
    /// Done after its end.
    Late,
    /// Its end is still to come.
    Open,
    /// Its end has passed, and the file names nothing that was done.
    Overdue,
    /// What it is counted from has not happened.
    Waiting,
    /// Done, but in less than the shortest time that the law sets.
    TooShort,
}

impl State {
    /// The word of documents.
    pub fn id(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Late => "late",
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Waiting => "waiting",
            Self::TooShort => "too-short",
        }
    }
}

/// A deadline.
#[derive(Debug, Clone, PartialEq)]
pub struct Deadline {
    /// Id, as `comprehensive-decision`.
    pub id: String,
    /// What is due.
    pub what: String,
    /// Whom it binds.
    pub who: Party,
    /// Article, paragraph and point.
    pub rule: String,
    /// Calendar end, with the stopped days.
    pub due: Option<Date>,
    /// End after the move off a weekend or public holiday; `None` where no calendar is known.
    pub effective: Option<Date>,
    /// Calendar end with the longest extension; `None` where the law knows none.
    pub latest: Option<Date>,
    /// First day on which it may be done, where the law sets one (consultations, additional information).
    pub earliest: Option<Date>,
    /// Day from which it is counted, itself not counted.
    pub counted_from: Option<Date>,
    /// What happened on that day.
    pub counted_from_event: Option<String>,
    /// Days on which the clock stood still within it.
    pub stopped_days: i32,
    /// Whether a stop still runs, so that the end moves on day by day.
    pub runs: bool,
    /// Extension that counts, in [`Deadline::unit`].
    pub extended: i32,
    /// Length of the period, in [`Deadline::unit`]; `None` where an authority set the day.
    pub length: Option<i32>,
    /// Unit of length and extension.
    pub unit: Unit,
    /// The row of the law's table.
    pub limit: Option<TimeLimit>,
    /// The stops that moved it.
    pub stops: Vec<Stop>,
    /// Why `effective` differs from `due`, day by day.
    pub moved: Vec<String>,
    /// Day on which it was done.
    pub done: Option<Date>,
    /// Where it stands.
    pub state: State,
    /// What must be known beside it.
    pub note: Option<String>,
}

impl Deadline {
    /// The last day that binds: `effective`, else `due`.
    pub fn last_day(&self) -> Option<Date> {
        self.effective.or(self.due)
    }

    /// The calendar end without stops and extension; `None` where an authority set the day.
    pub fn plain_end(&self, process: &Process) -> Option<Date> {
        counting::end(self.counted_from?, self.length?, self.unit, process.calendar.as_ref())
    }
}

/// All deadlines of a process.
pub(super) fn all(process: &Process, law: &Law) -> Found {
    let mut found = Found::default();
    if let Some((deadline, breaches)) = decision(process, law) {
        found.deadlines.push(deadline);
        found.breaches.extend(breaches);
    }
    simple::all(process, law, &mut found);
    assessment::all(process, law, &mut found);
    consultation::all(process, law, &mut found);
    promoter::all(process, law, &mut found);
    let rank = |deadline: &Deadline| (deadline.id != "comprehensive-decision", deadline.due.is_none(), deadline.due);
    found.deadlines.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| a.id.cmp(&b.id)));
    found
}

/// The rows of a time limit that bind the process: those of the Act, and those of its country.
fn limits<'a>(process: &Process, law: &'a Law, id: &str) -> Vec<&'a TimeLimit> {
    let country = process.project.country.as_deref();
    let binds = |limit: &&TimeLimit| {
        limit.id == id
            && limit.is_for(process.stage, process.status)
            && if limit.territory == "EU" { process.binds } else { country == Some(limit.territory.as_str()) }
    };
    law.limits.iter().filter(binds).collect()
}

/// The deadline for the comprehensive decision with the breaches of its extensions; `None` where no limit binds. A
/// shorter national limit goes before that of the Act (Art. 11(10)).
pub fn decision(process: &Process, law: &Law) -> Option<(Deadline, Vec<super::Breach>)> {
    let rows = limits(process, law, "comprehensive-decision");
    let computed = rows.into_iter().map(|limit| decision_of(process, limit));
    computed.min_by_key(|(deadline, _)| (deadline.due.is_none(), deadline.due))
}

fn decision_of(process: &Process, limit: &TimeLimit) -> (Deadline, Vec<super::Breach>) {
    let acknowledged = process.day(EventKind::CompletenessAcknowledged);
    let recognition = process.recognised.map(|day| (day, "recognition as a Strategic Project"));
    let acknowledgement = acknowledged.map(|day| (day, EventKind::CompletenessAcknowledged.says()));
    let from = match limit.counted_from.as_str() {
        "recognised" if process.reading.from_acknowledgement && process.acknowledged_after_recognition() => {
            acknowledgement
        }
        "recognised" => recognition,
        _ => acknowledgement,
    };
    let mut deadline = blank(process, limit);
    let Some((from, event)) = from else {
        deadline.note = Some("The process begins when completeness is acknowledged (Art. 11(6))".to_owned());
        return (deadline, Vec::new());
    };
    deadline.counted_from = Some(from);
    deadline.counted_from_event = Some(event.to_owned());
    let stops: Vec<Stop> = process.stops.iter().filter(|stop| limit.stops.contains(&stop.kind)).cloned().collect();
    let with = |more: i32| {
        let end = counting::end(from, limit.whole_length() + more, limit.unit, process.calendar.as_ref())?;
        Some(pushed(from, end, &stops))
    };
    let effective_with = |more: i32| Some(moved(process, with(more)?.0).0.unwrap_or(with(more)?.0));
    let (extended, breaches) = extensions::granted(process, limit, Extends::Decision, effective_with);
    deadline.extended = extended;
    if let Some((due, stopped)) = with(extended) {
        let (effective, why) = moved(process, due);
        deadline.due = Some(due);
        deadline.effective = effective;
        deadline.moved = why;
        deadline.stopped_days = stopped;
        deadline.runs = stops.iter().any(|stop| stop.runs && stop.after < due);
    }
    if limit.whole_extension() > 0 {
        deadline.latest = with(limit.whole_extension().max(extended)).map(|(end, _)| end);
    }
    deadline.stops = stops;
    deadline.done = process.day(EventKind::ComprehensiveDecision);
    (judged(process, deadline), breaches)
}

/// A deadline of a row, before anything is counted.
fn blank(process: &Process, limit: &TimeLimit) -> Deadline {
    let national = limit.territory != "EU";
    let rule = if national { format!("{} ({})", limit.rule, limit.territory) } else { limit.rule.clone() };
    let note = limit.note.clone();
    Deadline {
        id: limit.id.clone(),
        what: limit.what.clone(),
        who: limit.who,
        rule,
        due: None,
        effective: None,
        latest: None,
        earliest: None,
        counted_from: None,
        counted_from_event: None,
        stopped_days: 0,
        runs: false,
        extended: 0,
        length: Some(limit.whole_length()),
        unit: limit.unit,
        limit: Some(limit.clone()),
        stops: Vec::new(),
        moved: Vec::new(),
        done: None,
        state: State::Waiting,
        note: if national && process.binds {
            Some(joined("A shorter national limit (Art. 11(10))", note))
        } else {
            note
        },
    }
}

fn joined(first: &str, second: Option<String>) -> String {
    second.map_or_else(|| first.to_owned(), |second| format!("{first}. {second}"))
}

/// The end after Art. 3(4) of Regulation (EEC, Euratom) No 1182/71, and why it moved; `None` where no calendar is known.
fn moved(process: &Process, due: Date) -> (Option<Date>, Vec<String>) {
    process.calendar.as_ref().map_or((None, Vec::new()), |calendar| {
        let (day, why) = calendar.working_day_from(due);
        (Some(day), why)
    })
}

/// Counts a period without stops from an event, and judges it.
fn counted(process: &Process, limit: &TimeLimit, from: Date, event: &str, done: Option<Date>) -> Deadline {
    let mut deadline = blank(process, limit);
    deadline.counted_from = Some(from);
    deadline.counted_from_event = Some(event.to_owned());
    if let Some(due) = counting::end(from, limit.whole_length(), limit.unit, process.calendar.as_ref()) {
        let (effective, why) = moved(process, due);
        deadline.due = Some(due);
        deadline.effective = effective;
        deadline.moved = why;
    }
    deadline.done = done;
    judged(process, deadline)
}

/// The shortest of the rows of a limit, each counted.
fn shortest(process: &Process, law: &Law, id: &str, from: Date, event: &str, done: Option<Date>) -> Option<Deadline> {
    let rows = limits(process, law, id);
    let all = rows.into_iter().map(|limit| counted(process, limit, from, event, done));
    all.min_by_key(|deadline| (deadline.due.is_none(), deadline.due))
}

/// Where a deadline stands.
fn judged(process: &Process, mut deadline: Deadline) -> Deadline {
    deadline.state = match (deadline.last_day(), deadline.done) {
        (None, _) => State::Waiting,
        (Some(last), Some(done)) if done > last => State::Late,
        (Some(_), Some(_)) => State::Met,
        (Some(last), None) if process.as_of > last && !deadline.runs => State::Overdue,
        (Some(_), None) => State::Open,
    };
    deadline
}

/// A deadline whose day an authority set: nothing is counted, and nothing moved.
fn set_by_notice(process: &Process, id: String, what: &str, kind: StopKind, asked: &super::process::Asked) -> Deadline {
    let deadline = Deadline {
        id,
        what: what.to_owned(),
        who: Party::Promoter,
        rule: kind.rule().to_owned(),
        due: Some(asked.due),
        effective: Some(asked.due),
        latest: None,
        earliest: None,
        counted_from: Some(asked.notified),
        counted_from_event: Some("notification of the day on which it is due".to_owned()),
        stopped_days: 0,
        runs: false,
        extended: 0,
        length: None,
        unit: Unit::Days,
        limit: None,
        stops: Vec::new(),
        moved: Vec::new(),
        done: asked.delivered,
        state: State::Waiting,
        note: (!asked.stated)
            .then(|| "The file states no due: the day of the event is taken as the deadline".to_owned()),
    };
    judged(process, deadline)
}

/// Ids of several of a kind: `supplement`, `supplement-2` ...
fn numbered(id: &str, at: usize) -> String {
    if at == 0 { id.to_owned() } else { format!("{id}-{}", at + 1) }
}
