//! Time limits of permits: lengths, extensions, and what does not count, by stage and by where a project stood when it
//! was recognised.

use super::{Date, Party, date, words};
use crate::chain::rows::Record;
use crate::package::Package;
use crate::study::Datum;

/// Unit of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Days that are neither public holidays nor Saturdays or Sundays.
    WorkingDays,
    /// Calendar months.
    Months,
}

impl Unit {
    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::WorkingDays => "working-days",
            Self::Months => "months",
        }
    }

    /// From the word of the table.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Days, Self::WorkingDays, Self::Months].into_iter().find(|unit| unit.id() == text)
    }
}

/// Whether a project involves extraction: points (a) and (b) of Art. 11(1), (2) and (4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OfStage {
    /// It involves extraction.
    Extraction,
    /// It only processes or recycles.
    ProcessingOrRecycling,
}

impl OfStage {
    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::Extraction => "extraction",
            Self::ProcessingOrRecycling => "processing-or-recycling",
        }
    }
}

/// Where a project stood in the permit-granting process when it was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OfStatus {
    /// Its application was acknowledged as complete after the recognition, or is not yet.
    New,
    /// Its application was acknowledged as complete before.
    InProcedure,
    /// It extends a Strategic Project that has a permit.
    Extension,
}

impl OfStatus {
    /// All.
    pub const ALL: [Self; 3] = [Self::New, Self::InProcedure, Self::Extension];

    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::InProcedure => "in-procedure",
            Self::Extension => "extension",
        }
    }
}

/// What does not count towards a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StopKind {
    /// From the deadline of the environmental impact assessment report to its submission (Art. 11(8)).
    LateReport,
    /// From the deadline of additional information to its submission (Art. 11(9)).
    LateSupplement,
    /// Preparation of the environmental impact assessment report (Art. 11(3)).
    ReportPreparation,
}

impl StopKind {
    /// All.
    pub const ALL: [Self; 3] = [Self::LateReport, Self::LateSupplement, Self::ReportPreparation];

    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::LateReport => "late-report",
            Self::LateSupplement => "late-supplement",
            Self::ReportPreparation => "report-preparation",
        }
    }

    /// Where it stands.
    pub fn rule(self) -> &'static str {
        match self {
            Self::LateReport => "Art. 11(8)",
            Self::LateSupplement => "Art. 11(9)",
            Self::ReportPreparation => "Art. 11(3)",
        }
    }
}

/// A time limit of the permit-granting process.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeLimit {
    /// `EU`, or the Member State whose own limit it is.
    pub territory: String,
    /// Id of the deadline.
    pub id: String,
    /// Stage it is for; `None` for both.
    pub stage: Option<OfStage>,
    /// Status it is for; `None` for all.
    pub status: Option<OfStatus>,
    /// What is due.
    pub what: String,
    /// Whom it binds.
    pub who: Party,
    /// Article, paragraph and point.
    pub rule: String,
    /// Kind of event from which it is counted.
    pub counted_from: String,
    /// Length.
    pub length: Datum,
    /// Unit of length and extension.
    pub unit: Unit,
    /// Longest extension.
    pub extension: Option<Datum>,
    /// Article, paragraph and point of the extension.
    pub extension_rule: Option<String>,
    /// What does not count.
    pub stops: Vec<StopKind>,
    /// First day on which it is in force.
    pub valid_from: Date,
    /// Last day, where an end is laid down.
    pub valid_to: Option<Date>,
    /// Source id.
    pub source: String,
    /// What must be known beside it.
    pub note: Option<String>,
}

impl TimeLimit {
    /// Whether it is for a project of this stage and status.
    pub fn is_for(&self, stage: OfStage, status: OfStatus) -> bool {
        self.stage.is_none_or(|of| of == stage) && self.status.is_none_or(|of| of == status)
    }

    /// Its length as a whole number of units.
    pub fn whole_length(&self) -> i32 {
        whole(&self.length)
    }

    /// Its longest extension as a whole number of units; 0 where there is none.
    pub fn whole_extension(&self) -> i32 {
        self.extension.as_ref().map_or(0, whole)
    }
}

fn whole(datum: &Datum) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "lengths of the law are small whole numbers")]
    let whole = datum.number.value.round() as i32;
    whole
}

impl Package {
    /// The time limits of permits, in the order of the table: those of the Act, and those that a workspace adds.
    pub fn time_limits(&self) -> Vec<TimeLimit> {
        Record::all(self, "time-limits").filter_map(|record| time_limit(&record)).collect()
    }
}

fn time_limit(record: &Record<'_>) -> Option<TimeLimit> {
    let owned = |column: &str| record.text(column).to_owned();
    let stage = match record.text("stage") {
        "extraction" => Some(OfStage::Extraction),
        "processing-or-recycling" => Some(OfStage::ProcessingOrRecycling),
        _ => None,
    };
    let stops = record.text("stops");
    Some(TimeLimit {
        territory: owned("territory"),
        id: owned("id"),
        stage,
        status: OfStatus::ALL.into_iter().find(|status| status.id() == record.text("status")),
        what: owned("what"),
        who: Party::parse(record.text("who"))?,
        rule: owned("rule"),
        counted_from: owned("counted_from"),
        length: record.datum("length")?,
        unit: Unit::parse(record.text("unit"))?,
        extension: record.datum("extension"),
        extension_rule: words(record, "extension_rule"),
        stops: StopKind::ALL.into_iter().filter(|kind| stops.split(';').any(|word| word == kind.id())).collect(),
        valid_from: date(record, "valid_from")?,
        valid_to: date(record, "valid_to"),
        source: owned("source"),
        note: words(record, "note"),
    })
}
