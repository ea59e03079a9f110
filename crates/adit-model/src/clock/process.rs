//! A clock file as a process: where it stood at its recognition, what was asked for and delivered, what was consulted on.

use adit_facts::law::clock_file::{At, ClockFile, Event, EventKind, Of, Project};
use adit_facts::law::{Date, OfStage, OfStatus, StopKind};

use super::readings::{counts, settled};
use super::stops::Stop;
use super::{Calendar, Law, Reading};

/// Something asked for by a day, and when it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Day of the notification.
    pub notified: Date,
    /// Deadline.
    pub due: Date,
    /// Whether the file states the deadline beside the notification.
    pub stated: bool,
    /// Day of the delivery.
    pub delivered: Option<Date>,
    /// Place of the request in the file.
    pub at: Option<At>,
}

/// A consultation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultation {
    /// Day of its opening, itself not counted.
    pub opened: Date,
    /// Day of its closing.
    pub closed: Option<Date>,
    /// What it is about.
    pub of: Of,
    /// Whether reasons for a longer one were given.
    pub reasons: bool,
    /// Place of its opening in the file.
    pub at: Option<At>,
}

/// A process under a reading, as of a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Process {
    /// The project.
    pub project: Project,
    /// The events, by day.
    pub events: Vec<Event>,
    /// Points (a) or (b) of Art. 11.
    pub stage: OfStage,
    /// Where it stood at its recognition.
    pub status: OfStatus,
    /// Whether Art. 11 and 12 bind: a Strategic Project in the Union.
    pub binds: bool,
    /// Day of the recognition.
    pub recognised: Option<Date>,
    /// Day on which it was notified.
    pub notified: Option<Date>,
    /// Stops that count under the reading.
    pub stops: Vec<Stop>,
    /// Whether a preparation of the report lies between two events, so that Art. 11(3) matters.
    pub prepared: bool,
    /// Requests for the environmental impact assessment report.
    pub reports: Vec<Asked>,
    /// Requests for additional information.
    pub supplements: Vec<Asked>,
    /// Consultations.
    pub consultations: Vec<Consultation>,
    /// Calendar of the country, where it is known.
    pub calendar: Option<Calendar>,
    /// How the open points are read.
    pub reading: Reading,
    /// The day of the question.
    pub as_of: Date,
    /// What must be said beside the dates.
    pub notes: Vec<String>,
}

impl Process {
    /// The process of a file.
    pub fn of(file: &ClockFile, law: &Law, reading: Reading, as_of: Date) -> Self {
        let project = file.project.clone();
        let events = file.events.clone();
        let first = |kind: EventKind| events.iter().find(|event| event.kind == kind).map(|event| event.date);
        let country = project.country.as_deref();
        let recognised = project.recognised.filter(|_| project.strategic);
        let notified = project
            .recognition_notified
            .or_else(|| first(EventKind::RecognitionNotified))
            .or(recognised)
            .filter(|_| project.strategic);
        let status = status(&project, first(EventKind::CompletenessAcknowledged));
        let reports = asked(&events, EventKind::EiaReportRequested, EventKind::EiaReportDelivered);
        let supplements = asked(&events, EventKind::SupplementRequested, EventKind::SupplementDelivered);
        // After the decision there is nothing left to stop.
        let last = first(EventKind::ComprehensiveDecision).map_or(as_of, |decided| decided.min(as_of));
        let preparation = preparation(&events, last);
        let mut stops = late(&reports, StopKind::LateReport, last);
        stops.extend(late(&supplements, StopKind::LateSupplement, last));
        let prepared = preparation.is_some();
        stops.extend(preparation);
        stops.retain(|stop| counts(reading, stop.kind));
        let calendar = country.and_then(|country| law.calendar(country));
        let mut process = Self {
            stage: settled(&project.stages).or(reading.stage).unwrap_or(OfStage::ProcessingOrRecycling),
            status,
            binds: project.strategic && country.is_none_or(|country| law.is_member(country)),
            recognised,
            notified,
            stops,
            prepared,
            reports,
            supplements,
            consultations: consultations(&events),
            calendar,
            reading,
            as_of,
            notes: Vec::new(),
            project,
            events,
        };
        process.notes = process.said(law);
        process
    }

    /// The first event of a kind.
    pub fn first(&self, kind: EventKind) -> Option<&Event> {
        self.events.iter().find(|event| event.kind == kind)
    }

    /// The day of the first event of a kind.
    pub fn day(&self, kind: EventKind) -> Option<Date> {
        self.first(kind).map(|event| event.date)
    }

    /// Whether something lies before the recognition, when the project was not yet a Strategic Project.
    pub fn before_recognition(&self, day: Date) -> bool {
        self.recognised.is_some_and(|recognised| day < recognised)
    }

    /// Whether completeness was acknowledged on or after the recognition.
    pub fn acknowledged_after_recognition(&self) -> bool {
        self.day(EventKind::CompletenessAcknowledged).is_some_and(|day| !self.before_recognition(day))
    }

    fn said(&self, law: &Law) -> Vec<String> {
        let mut notes = Vec::new();
        match self.project.country.as_deref() {
            None => notes.push(
                "The file names no country: no date is moved off a weekend or public holiday (effective is unknown), and \
                 Art. 11 and 12 are shown as if the project lay in the Union"
                    .to_owned(),
            ),
            Some(country) if !law.is_member(country) => notes.push(format!(
                "{country} is no Member State: Art. 11 and 12 bind for projects in the Union only, so that only national \
                 deadlines are shown"
            )),
            Some(country) if self.calendar.is_none() => notes.push(format!(
                "There is no calendar of public holidays for {country}: effective is unknown. Calendars: {}",
                law.calendars().join(", ")
            )),
            Some(country) => {
                let assumed: Vec<&str> =
                    self.calendar.iter().flat_map(Calendar::assumed).map(|holiday| holiday.name.as_str()).collect();
                notes.push(format!(
                    "Public holidays: nationwide days of {country} by rule; regional and local days are not among them"
                ));
                if !assumed.is_empty() {
                    notes.push(format!("Treated as public holidays by assumption: {}", assumed.join(", ")));
                }
            }
        }
        if !self.project.strategic {
            notes.push(
                "The project is not a Strategic Project: Art. 8, 11 and 12 do not bind, only national deadlines are shown"
                    .to_owned(),
            );
        }
        if settled(&self.project.stages).is_none() {
            notes.push(
                "Recovery from tailings and substitution are not clearly extraction or processing: both readings are shown"
                    .to_owned(),
            );
        }
        notes.push("A passed time limit approves nothing".to_owned());
        notes
    }
}

/// Completeness before the recognition is in-procedure; later, or not yet, is new; an extension is what the file says
/// (Art. 2(18), 11(2), (6)). Without an acknowledgement the word of the file counts.
fn status(project: &Project, acknowledged: Option<Date>) -> OfStatus {
    match (project.status, acknowledged, project.recognised) {
        (Some(OfStatus::Extension), ..) => OfStatus::Extension,
        (_, Some(day), Some(recognised)) if day < recognised => OfStatus::InProcedure,
        (_, Some(_), Some(_)) => OfStatus::New,
        (stated, ..) => stated.unwrap_or(OfStatus::New),
    }
}

/// Requests with the delivery that answers each: the first on or after it that answers no earlier request.
fn asked(events: &[Event], request: EventKind, delivery: EventKind) -> Vec<Asked> {
    let mut deliveries: Vec<Date> =
        events.iter().filter(|event| event.kind == delivery).map(|event| event.date).collect();
    let requests = events.iter().filter(|event| event.kind == request);
    requests
        .map(|event| {
            let due = event.due.unwrap_or(event.date);
            let found = deliveries.iter().position(|day| *day >= event.date);
            let delivered = found.map(|at| deliveries.remove(at));
            Asked { notified: event.date, due, stated: event.due.is_some(), delivered, at: event.at }
        })
        .collect()
}

/// From the deadline to the delivery; where nothing came yet, to the last day that is known: of the
/// question, or of the decision.
fn late(asked: &[Asked], kind: StopKind, last: Date) -> Vec<Stop> {
    let stop = |one: &Asked| {
        let until = one.delivered.unwrap_or(last);
        (until > one.due).then_some(Stop { kind, after: one.due, until, runs: one.delivered.is_none() })
    };
    asked.iter().filter_map(stop).collect()
}

/// From the beginning of the preparation of the report to its delivery.
fn preparation(events: &[Event], last: Date) -> Option<Stop> {
    let started = events.iter().find(|event| event.kind == EventKind::EiaPreparationStarted)?.date;
    let delivered = events.iter().find(|event| event.kind == EventKind::EiaReportDelivered && event.date >= started);
    let until = delivered.map_or(last, |event| event.date);
    (until > started).then_some(Stop {
        kind: StopKind::ReportPreparation,
        after: started,
        until,
        runs: delivered.is_none(),
    })
}

fn consultations(events: &[Event]) -> Vec<Consultation> {
    let mut closings: Vec<&Event> = events.iter().filter(|event| event.kind == EventKind::ConsultationClosed).collect();
    let openings = events.iter().filter(|event| event.kind == EventKind::ConsultationOpened);
    openings
        .map(|event| {
            let found = closings.iter().position(|closing| closing.date >= event.date);
            let closing = found.map(|at| closings.remove(at));
            let supplement = event.of == Of::Supplement || closing.is_some_and(|closing| closing.of == Of::Supplement);
            Consultation {
                opened: event.date,
                closed: closing.map(|closing| closing.date),
                of: if supplement { Of::Supplement } else { Of::Report },
                reasons: event.reasons == Some(true) || closing.is_some_and(|closing| closing.reasons == Some(true)),
                at: event.at,
            }
        })
        .collect()
}
