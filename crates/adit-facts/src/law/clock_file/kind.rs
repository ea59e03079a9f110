//! Kinds of events of a permit-granting process.

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EventKind {
    /// The recognition was notified to the promoter (Art. 7(9)).
    RecognitionNotified,
    /// The permit application arrived (Art. 11(6)).
    ApplicationReceived,
    /// The promoter was asked to complete the application (Art. 11(6)).
    CompletionRequested,
    /// The application was acknowledged as complete (Art. 11(6)): the process starts.
    CompletenessAcknowledged,
    /// All information for the screening was submitted (Art. 11(5)).
    ScreeningInformationComplete,
    /// It was determined whether an assessment is needed (Art. 11(5)).
    ScreeningDecision,
    /// The promoter asked for an opinion on scope and detail (Art. 12(1)).
    ScopingRequested,
    /// The opinion was issued (Art. 12(1)).
    ScopingOpinion,
    /// Preparation of the environmental impact assessment report began (Art. 11(3)).
    EiaPreparationStarted,
    /// The promoter was notified when the report is due (Art. 11(8)).
    EiaReportRequested,
    /// The report was submitted.
    EiaReportDelivered,
    /// The promoter was notified when additional information is due (Art. 11(9)).
    SupplementRequested,
    /// The additional information was submitted.
    SupplementDelivered,
    /// A consultation was opened (Art. 12(5)).
    ConsultationOpened,
    /// It was closed.
    ConsultationClosed,
    /// The reasoned conclusion was issued (Art. 12(3)).
    ReasonedConclusion,
    /// The schedule was published (Art. 11(7)).
    SchedulePublished,
    /// The website of the project was opened (Art. 8(5)).
    WebsitePublished,
    /// A time limit was extended (Art. 11(4), 12(4)).
    ExtensionGranted,
    /// The comprehensive decision was notified (Art. 2(18), (19)).
    ComprehensiveDecision,
    /// The promoter reported to the Commission (Art. 8(1)).
    PromoterReport,
}

impl EventKind {
    /// All, in the order of a process.
    pub const ALL: [Self; 21] = [
        Self::RecognitionNotified,
        Self::ApplicationReceived,
        Self::CompletionRequested,
        Self::CompletenessAcknowledged,
        Self::ScreeningInformationComplete,
        Self::ScreeningDecision,
        Self::ScopingRequested,
        Self::ScopingOpinion,
        Self::EiaPreparationStarted,
        Self::EiaReportRequested,
        Self::EiaReportDelivered,
        Self::SupplementRequested,
        Self::SupplementDelivered,
        Self::ConsultationOpened,
        Self::ConsultationClosed,
        Self::ReasonedConclusion,
        Self::SchedulePublished,
        Self::WebsitePublished,
        Self::ExtensionGranted,
        Self::ComprehensiveDecision,
        Self::PromoterReport,
    ];

    /// The word of the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::RecognitionNotified => "recognition-notified",
            Self::ApplicationReceived => "application-received",
            Self::CompletionRequested => "completion-requested",
            Self::CompletenessAcknowledged => "completeness-acknowledged",
            Self::ScreeningInformationComplete => "screening-information-complete",
            Self::ScreeningDecision => "screening-decision",
            Self::ScopingRequested => "scoping-requested",
            Self::ScopingOpinion => "scoping-opinion",
            Self::EiaPreparationStarted => "eia-preparation-started",
            Self::EiaReportRequested => "eia-report-requested",
            Self::EiaReportDelivered => "eia-report-delivered",
            Self::SupplementRequested => "supplement-requested",
            Self::SupplementDelivered => "supplement-delivered",
            Self::ConsultationOpened => "consultation-opened",
            Self::ConsultationClosed => "consultation-closed",
            Self::ReasonedConclusion => "reasoned-conclusion",
            Self::SchedulePublished => "schedule-published",
            Self::WebsitePublished => "website-published",
            Self::ExtensionGranted => "extension-granted",
            Self::ComprehensiveDecision => "comprehensive-decision",
            Self::PromoterReport => "promoter-report",
        }
    }

    /// What happened, in words.
    pub fn says(self) -> &'static str {
        match self {
            Self::RecognitionNotified => "recognition notified",
            Self::ApplicationReceived => "permit application received",
            Self::CompletionRequested => "completion of the application requested",
            Self::CompletenessAcknowledged => "completeness acknowledged",
            Self::ScreeningInformationComplete => "information for the screening complete",
            Self::ScreeningDecision => "screening decided",
            Self::ScopingRequested => "opinion on scope requested",
            Self::ScopingOpinion => "opinion on scope issued",
            Self::EiaPreparationStarted => "preparation of the EIA report started",
            Self::EiaReportRequested => "EIA report requested",
            Self::EiaReportDelivered => "EIA report delivered",
            Self::SupplementRequested => "additional information requested",
            Self::SupplementDelivered => "additional information delivered",
            Self::ConsultationOpened => "consultation opened",
            Self::ConsultationClosed => "consultation closed",
            Self::ReasonedConclusion => "reasoned conclusion issued",
            Self::SchedulePublished => "schedule published",
            Self::WebsitePublished => "website of the project opened",
            Self::ExtensionGranted => "extension granted",
            Self::ComprehensiveDecision => "comprehensive decision",
            Self::PromoterReport => "promoter's report",
        }
    }

    /// From the word of the file.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == text)
    }

    /// Whether it happens once in a process.
    pub fn is_once(self) -> bool {
        matches!(
            self,
            Self::RecognitionNotified
                | Self::CompletenessAcknowledged
                | Self::ScreeningDecision
                | Self::ScopingOpinion
                | Self::EiaPreparationStarted
                | Self::ReasonedConclusion
                | Self::ComprehensiveDecision
        )
    }

    /// The kind without which it cannot have happened.
    pub fn follows(self) -> Option<Self> {
        match self {
            Self::CompletionRequested => Some(Self::ApplicationReceived),
            Self::ScopingOpinion => Some(Self::ScopingRequested),
            Self::SupplementDelivered => Some(Self::SupplementRequested),
            Self::ConsultationClosed => Some(Self::ConsultationOpened),
            _ => None,
        }
    }
}
