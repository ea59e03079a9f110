//! The steps that remain until the decision, in order, each from the end of the one before.

use adit_facts::law::Date;
use adit_facts::law::clock_file::EventKind;

use super::Process;

/// A step of a permit-granting process, by the id of its assumed length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Until the application is submitted and acknowledged as complete.
    Application,
    /// Until the environmental impact assessment report is delivered.
    Report,
    /// From the report to the end of the consultation.
    Consultation,
    /// From there to the reasoned conclusion, additional information included.
    Conclusion,
    /// From the reasoned conclusion to the comprehensive decision.
    Decision,
    /// From completeness to the decision, where no assessment is required.
    DecisionAlone,
}

impl Step {
    /// Subject in the table of assumptions, topic `permit-step`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Application => "application",
            Self::Report => "report",
            Self::Consultation => "consultation",
            Self::Conclusion => "conclusion",
            Self::Decision => "decision",
            Self::DecisionAlone => "decision-without-assessment",
        }
    }
}

/// The steps that remain, and the day from which the first of them runs.
pub(super) fn remaining(process: &Process) -> (Date, Vec<Step>) {
    let by_now = |kind: EventKind| {
        let days = process.events.iter().filter(|event| event.kind == kind).map(|event| event.date);
        days.filter(|day| *day <= process.as_of).max()
    };
    let complete = by_now(EventKind::CompletenessAcknowledged);
    if process.project.assessment == Some(false) {
        return match complete {
            Some(day) => (day, vec![Step::DecisionAlone]),
            None => (process.as_of, vec![Step::Application, Step::DecisionAlone]),
        };
    }
    let report = by_now(EventKind::EiaReportDelivered);
    let closed = by_now(EventKind::ConsultationClosed).filter(|day| report.is_none_or(|report| *day >= report));
    let concluded = by_now(EventKind::ReasonedConclusion);
    if let Some(day) = concluded {
        return (day, vec![Step::Decision]);
    }
    if let Some(day) = closed {
        return (day, vec![Step::Conclusion, Step::Decision]);
    }
    let after = [Step::Consultation, Step::Conclusion, Step::Decision];
    if let Some(day) = report {
        return (day, after.to_vec());
    }
    let from_report: Vec<Step> = [Step::Report].into_iter().chain(after).collect();
    match complete {
        Some(day) => (day, from_report),
        None => (process.as_of, [Step::Application].into_iter().chain(from_report).collect()),
    }
}
