//! From a clock of the model to its document.

use adit_facts::law::clock_file::ClockFile;
use adit_facts::{Finding, Package};
use adit_model::clock::counting::days_between;
use adit_model::clock::projection::{Projection, project};
use adit_model::clock::workings::{self, ids};
use adit_model::clock::{Clock, Deadline, Law, State, run};
use adit_model::workings::Workings;

use super::question::ClockQuestion;
use super::{
    ClockAnswer, ClockBreach, ClockDeadline, ClockDuty, ClockEvent, ClockOverdue, ClockProject, ClockProjection,
    ClockReading, ClockStep, ClockStop, says,
};
use crate::chain::opened::with_query;
use crate::finding::FindingDocument;
use crate::promises::words::iso;
use crate::session::FORMAT;

/// A clock, computed, with what its file says.
pub(crate) struct Run {
    pub file: ClockFile,
    pub findings: Vec<Finding>,
    pub clock: Clock,
    pub projection: Option<Projection>,
}

impl Run {
    /// Computes the clock of a file.
    pub fn new(
        package: &Package,
        law: &Law,
        file: ClockFile,
        findings: Vec<Finding>,
        question: &ClockQuestion,
    ) -> Self {
        let supposed = question.what_if.iter().fold(file, |file, (kind, day)| file.what_if(*kind, *day));
        let clock = run(&supposed, law, question.reading, question.as_of);
        let limit = clock.deadline("comprehensive-decision").and_then(Deadline::last_day);
        let (draws, seed) = (question.draws, question.seed);
        let projection = project(&clock.process, package, draws, seed, question.before, limit);
        Self { file: supposed, findings, clock, projection }
    }

    /// How its numbers came about.
    pub fn workings(&self) -> Workings {
        workings::of(&self.clock, self.projection.as_ref())
    }
}

/// The document of a clock.
pub(crate) fn answer(run: &Run, question: &ClockQuestion) -> ClockAnswer {
    let query = question.id_query();
    let (clock, process) = (&run.clock, &run.clock.process);
    let project = &run.file.project;
    let why = |id: String| with_query(&id, &query);
    ClockAnswer {
        format: FORMAT,
        project: ClockProject {
            name: project.name.clone(),
            stages: project.stages.iter().map(|stage| stage.id().to_owned()).collect(),
            country: project.country.clone(),
            strategic: project.strategic,
            status: process.status.id().to_owned(),
            recognised: iso(process.recognised),
            recognition_notified: iso(process.notified),
            binds: process.binds,
            confidential: project.confidential,
            note: project.note.clone(),
        },
        as_of: question.as_of.to_string(),
        reading: question.reading.words().into_iter().map(str::to_owned).collect(),
        what_if: question.what_if.iter().map(|(kind, day)| format!("{}={day}", kind.id())).collect(),
        says: says::all(clock, run.projection.as_ref()),
        deadlines: clock.deadlines.iter().map(|one| deadline(clock, one, &why)).collect(),
        breaches: clock
            .breaches
            .iter()
            .map(|breach| ClockBreach {
                rule: breach.rule.clone(),
                text: breach.text.clone(),
                who: breach.who.map(|who| who.id().to_owned()),
                deadline: breach.deadline.clone(),
                on: breach.on.to_string(),
            })
            .collect(),
        overdue: overdue(clock),
        readings: readings(clock, &why),
        stops: stops(clock, &why),
        duties: clock
            .duties
            .iter()
            .map(|duty| ClockDuty {
                id: duty.id.to_owned(),
                who: duty.who.id().to_owned(),
                what: duty.what.to_owned(),
                rule: duty.rule.to_owned(),
                done: iso(duty.done),
            })
            .collect(),
        projection: run.projection.as_ref().map(|projection| projected(projection, question, &why)),
        events: events(run, question),
        notes: clock.notes.iter().map(|note| format!("{note}.")).collect(),
        findings: run.findings.iter().map(FindingDocument::from).collect(),
    }
}

fn deadline(clock: &Clock, deadline: &Deadline, why: &dyn Fn(String) -> String) -> ClockDeadline {
    let [due, effective, latest] = ids(deadline, &deadline.id);
    ClockDeadline {
        id: deadline.id.clone(),
        what: deadline.what.clone(),
        who: deadline.who.id().to_owned(),
        due: iso(deadline.due),
        effective: iso(deadline.effective),
        rule: deadline.rule.clone(),
        counted_from: iso(deadline.counted_from),
        counted_from_event: deadline.counted_from_event.clone(),
        stopped_days: deadline.stopped_days,
        extended: deadline.extended,
        latest: iso(deadline.latest),
        earliest: iso(deadline.earliest),
        length: deadline.length,
        unit: deadline.unit.id().to_owned(),
        state: deadline.state.id().to_owned(),
        runs: deadline.runs,
        done: iso(deadline.done),
        days_left: deadline.last_day().map(|last| days_between(clock.process.as_of, last)),
        moved: deadline.moved.clone(),
        note: deadline.note.clone(),
        why: due.map(why),
        why_effective: effective.map(why),
        why_latest: latest.map(why),
    }
}

/// Overdue deadlines by the party they bind, the longest overdue party first.
fn overdue(clock: &Clock) -> Vec<ClockOverdue> {
    let mut late: Vec<&Deadline> = clock.deadlines.iter().filter(|deadline| deadline.state == State::Overdue).collect();
    late.sort_by_key(|deadline| deadline.last_day());
    let mut all: Vec<ClockOverdue> = Vec::new();
    for deadline in late {
        let who = deadline.who.id();
        let days = deadline.last_day().map_or(0, |last| days_between(last, clock.process.as_of));
        match all.iter_mut().find(|other| other.who == who) {
            Some(party) => party.deadlines.push(deadline.id.clone()),
            None => all.push(ClockOverdue { who: who.to_owned(), deadlines: vec![deadline.id.clone()], days }),
        }
    }
    all
}

fn readings(clock: &Clock, why: &dyn Fn(String) -> String) -> Vec<ClockReading> {
    let one = |other: &adit_model::clock::readings::OtherReading| {
        let deadline = &other.deadline;
        let [due, ..] = ids(deadline, &format!("{}/{}", deadline.id, other.word));
        ClockReading {
            reading: other.word.to_owned(),
            says: other.says.to_owned(),
            chosen: other.chosen,
            rule: deadline.rule.clone(),
            due: iso(deadline.due),
            effective: iso(deadline.effective),
            latest: iso(deadline.latest),
            stopped_days: deadline.stopped_days,
            why: due.map(why),
        }
    };
    clock.readings.iter().map(one).collect()
}

/// The stops of the decision; they open only where its end is known.
fn stops(clock: &Clock, why: &dyn Fn(String) -> String) -> Vec<ClockStop> {
    let Some(decision) = clock.deadline("comprehensive-decision").filter(|decision| decision.due.is_some()) else {
        return Vec::new();
    };
    (1..)
        .zip(&decision.stops)
        .map(|(number, stop)| ClockStop {
            kind: stop.kind.id().to_owned(),
            rule: stop.kind.rule().to_owned(),
            after: stop.after.to_string(),
            until: stop.until.to_string(),
            days: stop.days(),
            runs: stop.runs,
            why: why(format!("clock.stop/{}/{number}", decision.id)),
        })
        .collect()
}

fn projected(projection: &Projection, question: &ClockQuestion, why: &dyn Fn(String) -> String) -> ClockProjection {
    ClockProjection {
        base: projection.base.to_string(),
        p5: iso(projection.p5),
        p50: iso(projection.p50),
        p95: iso(projection.p95),
        before: iso(question.before),
        chance: projection.chance,
        in_time: projection.in_time,
        draws: projection.draws,
        seed: question.seed,
        steps: projection
            .steps
            .iter()
            .map(|step| ClockStep {
                id: step.length.id.clone(),
                says: step.says.clone(),
                low: step.length.low,
                likely: step.length.value.number.value,
                high: step.length.high,
                lasts: step.lasts,
            })
            .collect(),
        why: why("clock.projected/decision".to_owned()),
        why_chance: projection.chance.map(|_| why("clock.chance/before".to_owned())),
        why_in_time: projection.in_time.map(|_| why("clock.chance/in-time".to_owned())),
    }
}

fn events(run: &Run, question: &ClockQuestion) -> Vec<ClockEvent> {
    run.file
        .events
        .iter()
        .map(|event| ClockEvent {
            date: event.date.to_string(),
            kind: event.kind.id().to_owned(),
            says: event.kind.says().to_owned(),
            due: iso(event.due),
            supposed: event.at.is_none() || event.date > question.as_of,
            source: event.source.clone(),
            note: event.note.clone(),
            line: event.at.map(|(line, _)| line),
        })
        .collect()
}
