//! What does the law require of a project by when, and who is late?

pub(crate) mod build;
pub mod list;
pub mod question;
pub(crate) mod says;
pub mod table;

use serde::Serialize;
use utoipa::ToSchema;

use crate::finding::FindingDocument;

/// The clock of a project.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ClockAnswer {
    /// Form of the document.
    pub format: u32,
    /// The project.
    pub project: ClockProject,
    /// The day of the question.
    pub as_of: String,
    /// Words of `--reading` that differ from the default.
    pub reading: Vec<String>,
    /// Events that the question supposes, as `supplement-delivered=2026-06-01`.
    pub what_if: Vec<String>,
    /// The answer in words, the most important first.
    pub says: Vec<String>,
    /// Deadlines, the decision first, then by day.
    pub deadlines: Vec<ClockDeadline>,
    /// What the events show to be against a rule.
    pub breaches: Vec<ClockBreach>,
    /// Deadlines that have passed without the file naming what was done, by the party they bind.
    pub overdue: Vec<ClockOverdue>,
    /// Readings of the decision side by side, where the law leaves something open.
    pub readings: Vec<ClockReading>,
    /// Days on which the clock of the decision stood still.
    pub stops: Vec<ClockStop>,
    /// Duties without a date.
    pub duties: Vec<ClockDuty>,
    /// When the decision may come, by assumption; null where it was taken.
    pub projection: Option<ClockProjection>,
    /// What happened, by day.
    pub events: Vec<ClockEvent>,
    /// What must be said beside the dates.
    pub notes: Vec<String>,
    /// What is worth knowing of the file.
    pub findings: Vec<FindingDocument>,
}

/// A project.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ClockProject {
    /// Name.
    pub name: String,
    /// What it does.
    pub stages: Vec<String>,
    /// Country code; null if the file names none.
    pub country: Option<String>,
    /// Whether it is a Strategic Project.
    pub strategic: bool,
    /// Where it stood at its recognition: `new`, `in-procedure` or `extension`.
    pub status: String,
    /// Day of the recognition.
    pub recognised: Option<String>,
    /// Day on which it was notified.
    pub recognition_notified: Option<String>,
    /// Whether Art. 11 and 12 bind.
    pub binds: bool,
    /// Kept out of everything public (Art. 46): it is not exported.
    pub confidential: bool,
    /// What a reader must know of it.
    pub note: Option<String>,
}

/// A deadline.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ClockDeadline {
    /// Id, as `comprehensive-decision`.
    pub id: String,
    /// What is due.
    pub what: String,
    /// The party that the rule binds.
    pub who: String,
    /// Calendar end of the period, stopped days included.
    pub due: Option<String>,
    /// The end after the move off a weekend or public holiday (Regulation (EEC, Euratom) No 1182/71, Art. 3(4)); null where
    /// no calendar is known.
    pub effective: Option<String>,
    /// Article, paragraph and point.
    pub rule: String,
    /// Day from which it is counted, itself not counted.
    pub counted_from: Option<String>,
    /// What happened on that day.
    pub counted_from_event: Option<String>,
    /// Days on which the clock stood still.
    pub stopped_days: i32,
    /// Extension that counts, in `unit`.
    pub extended: i32,
    /// Calendar end with the longest extension; null where there is none.
    pub latest: Option<String>,
    /// First day on which it may be done, where the law sets one.
    pub earliest: Option<String>,
    /// Length of the period, in `unit`; null where an authority set the day.
    pub length: Option<i32>,
    /// `days`, `working-days` or `months`.
    pub unit: String,
    /// `met`, `late`, `open`, `overdue`, `waiting`, or `too-short` of a consultation.
    pub state: String,
    /// Whether a stop still runs, so that the end moves on day by day.
    pub runs: bool,
    /// Day on which it was done.
    pub done: Option<String>,
    /// Days from the day of the question to its last day; negative if that has passed.
    pub days_left: Option<i32>,
    /// Why `effective` differs from `due`, day by day.
    pub moved: Vec<String>,
    /// What must be known beside it.
    pub note: Option<String>,
    /// Id under which `due` opens.
    pub why: Option<String>,
    /// Id under which `effective` opens.
    pub why_effective: Option<String>,
    /// Id under which `latest` opens.
    pub why_latest: Option<String>,
}

/// Something against a rule.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ClockBreach {
    /// Article, paragraph and point.
    pub rule: String,
    /// What happened, in words.
    pub text: String,
    /// The party that the rule binds.
    pub who: Option<String>,
    /// Id of the deadline.
    pub deadline: String,
    /// Day on which it came about.
    pub on: String,
}

/// What a party is overdue with.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ClockOverdue {
    /// The party.
    pub who: String,
    /// Ids of its deadlines, the longest overdue first.
    pub deadlines: Vec<String>,
    /// Days since the first of them ended.
    pub days: i32,
}

/// The decision under a reading.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ClockReading {
    /// Word of `--reading`.
    pub reading: String,
    /// What it assumes.
    pub says: String,
    /// Whether it is the reading of the question.
    pub chosen: bool,
    /// Rule.
    pub rule: String,
    /// Calendar end.
    pub due: Option<String>,
    /// End after weekends and public holidays.
    pub effective: Option<String>,
    /// Calendar end with the longest extension.
    pub latest: Option<String>,
    /// Days on which the clock stood still.
    pub stopped_days: i32,
    /// Id under which `due` opens.
    pub why: Option<String>,
}

/// A stop of the clock.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ClockStop {
    /// `late-report`, `late-supplement` or `report-preparation`.
    pub kind: String,
    /// Rule.
    pub rule: String,
    /// The deadline, or the day on which the preparation began; itself not counted.
    pub after: String,
    /// Its last day.
    pub until: String,
    /// Its days; overlapping stops are united in the deadline.
    pub days: i32,
    /// Whether it still runs.
    pub runs: bool,
    /// Id under which it opens.
    pub why: String,
}

/// A duty without a date.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ClockDuty {
    /// Id.
    pub id: String,
    /// The party.
    pub who: String,
    /// What is asked for.
    pub what: String,
    /// Rule.
    pub rule: String,
    /// Day on which the file says that it was done; null if it does not say.
    pub done: Option<String>,
}

/// When the decision may come: an estimate by assumed lengths of steps, never a time limit.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ClockProjection {
    /// The day with the most likely lengths.
    pub base: String,
    /// Five of a hundred draws come earlier; null without draws.
    pub p5: Option<String>,
    /// Median of the draws.
    pub p50: Option<String>,
    /// Five of a hundred draws come later.
    pub p95: Option<String>,
    /// Day that `chance` is about.
    pub before: Option<String>,
    /// Share of the draws with a decision on or before that day.
    pub chance: Option<f64>,
    /// Share of the draws with a decision on or before the last day of the law.
    pub in_time: Option<f64>,
    /// Draws.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
    /// The steps that remain, with their assumed lengths.
    pub steps: Vec<ClockStep>,
    /// Id under which `base` opens.
    pub why: String,
    /// Id under which `chance` opens.
    pub why_chance: Option<String>,
    /// Id under which `in_time` opens.
    pub why_in_time: Option<String>,
}

/// A step that remains.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ClockStep {
    /// Id of its assumption, as `permit-step/report`.
    pub id: String,
    /// What it is.
    pub says: String,
    /// Shortest length, days.
    pub low: f64,
    /// Most likely length, days.
    pub likely: f64,
    /// Longest length, days.
    pub high: f64,
    /// Days that it already lasts.
    pub lasts: i32,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ClockEvent {
    /// Day.
    pub date: String,
    /// Kind.
    pub kind: String,
    /// In words.
    pub says: String,
    /// Day by which what was asked for was due.
    pub due: Option<String>,
    /// Whether it lies after the day of the question, or the question supposes it.
    pub supposed: bool,
    /// Where it is known from.
    pub source: Option<String>,
    /// What must be known of it.
    pub note: Option<String>,
    /// 1-based line of the file.
    pub line: Option<u64>,
}
