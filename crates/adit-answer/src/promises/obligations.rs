//! What is due under the Act as of a day, and for whom?

pub(crate) mod build;
pub mod table;

use serde::Serialize;
use utoipa::ToSchema;

/// Everything due.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ObligationsAnswer {
    /// Form of the document.
    pub format: u32,
    /// The day of the question.
    pub as_of: String,
    /// The party asked for; null for all.
    pub who: Option<String>,
    /// The answer in words.
    pub says: Vec<String>,
    /// The duties: those to come by day, those without a date, those whose date has passed (the latest first), proposals.
    pub obligations: Vec<ObligationEntry>,
    /// What must be said beside them.
    pub notes: Vec<String>,
}

/// A duty with one of its dates.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ObligationEntry {
    /// Id of the duty.
    pub id: String,
    /// The date; null where the trigger is unknown or the law names none.
    pub due: Option<String>,
    /// The party that the sentence binds.
    pub who: String,
    /// The duty in plain words.
    pub what: String,
    /// Article, paragraph and point.
    pub rule: String,
    /// `fixed`, `recurring`, `relative` or `conditional`.
    pub basis: String,
    /// What a period is counted from, or when the duty arises.
    pub trigger: Option<String>,
    /// Day of the trigger, where it is known.
    pub triggered: Option<String>,
    /// Length of the period after the trigger, in `unit`.
    pub length: Option<f64>,
    /// `days` or `months`.
    pub unit: Option<String>,
    /// Months between two dates of a recurring duty.
    pub every_months: Option<i32>,
    /// Which of its dates this is: 1 is the first.
    pub number: i32,
    /// `due`, `no-date`, `passed` or `proposed`.
    pub state: String,
    /// What the state means: of a passed date, that whether it was done is not in our facts.
    pub says: Option<String>,
    /// Days from the day of the question; negative if the date has passed.
    pub days_left: Option<i32>,
    /// Act.
    pub act: String,
    /// `in-force`, or the proposal that would make it so.
    pub version: String,
    /// What must be known beside it.
    pub note: Option<String>,
    /// Source id.
    pub source: String,
    /// Id under which the date opens; null where there is none.
    pub why: Option<String>,
}
