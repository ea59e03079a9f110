//! Calls that make no sense. What is merely not known is part of an answer, never an error.

use adit_facts::Finding;
use adit_facts::chain::RegionError;
use adit_facts::package::KeyError;
use adit_model::chain::reconcile::ReconcileError;
use adit_model::choose::appraise::AppraisalError;
use adit_model::outlook::case::CaseError;
use adit_model::risk::what_if::WhatIfError;
use adit_model::together::TogetherError;
use thiserror::Error;

/// What kind of mistake the caller made: the command line exits with 2 on both, HTTP answers 404 or 400.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// The thing asked for does not exist.
    NotFound,
    /// The question cannot be asked like this.
    BadRequest,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum AnswerError {
    /// No such material.
    #[error("unknown material \"{name}\"")]
    UnknownMaterial {
        /// The name given.
        name: String,
        /// Nearest names.
        hint: String,
    },
    /// No such place.
    #[error("unknown place \"{name}\"")]
    UnknownPlace {
        /// The name given.
        name: String,
        /// Nearest names.
        hint: String,
    },
    /// No such edition.
    #[error("unknown edition \"{name}\"")]
    UnknownEdition {
        /// The name given.
        name: String,
        /// The editions there are.
        hint: String,
    },
    /// The edition does not assess the material.
    #[error("{edition} does not assess {material}")]
    NotInEdition {
        /// Edition.
        edition: String,
        /// Material id.
        material: String,
        /// Editions that do.
        hint: String,
    },
    /// The material has no such stage in the edition.
    #[error("{material} has no stage {stage} in {edition}")]
    NoStage {
        /// Edition.
        edition: String,
        /// Material id.
        material: String,
        /// The stage asked for.
        stage: String,
        /// The stages there are.
        hint: String,
    },
    /// A word or number of the question cannot be read, or lies outside its range.
    #[error("{name}: {says}")]
    Unreadable {
        /// The part of the question.
        name: String,
        /// What is wrong with it.
        says: String,
        /// How to write it.
        hint: String,
    },
    /// A what-if question needs a material.
    #[error("a what-if question is about one material")]
    WhatIfNeedsMaterial,
    /// The what-if question makes no sense.
    #[error(transparent)]
    WhatIf(#[from] WhatIfError),
    /// No number has this id.
    #[error("no number has the id \"{id}\": {says}")]
    UnknownId {
        /// The id given.
        id: String,
        /// Why it names nothing.
        says: String,
        /// How ids look.
        hint: String,
    },
    /// The number exists, but something that it needs is not known.
    #[error("{label} is not known: {says}")]
    NotKnown {
        /// The number, in words.
        label: String,
        /// What is missing.
        says: String,
    },
    /// No such fact or table.
    #[error(transparent)]
    Fact(#[from] KeyError),
    /// No such region, or several.
    #[error(transparent)]
    Region(#[from] RegionError),
    /// The balances of a chain cannot be met.
    #[error(transparent)]
    Reconcile(#[from] ReconcileError),
    /// The game makes no sense.
    #[error(transparent)]
    Together(#[from] TogetherError),
    /// The case of the Outlook cannot be answered so.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// The project cannot be appraised so.
    #[error(transparent)]
    Appraisal(#[from] AppraisalError),
    /// The portfolio cannot be solved so.
    #[error("the portfolio cannot be solved: {0}")]
    Solve(#[from] adit_model::problem::SolveError),
    /// Something is wrong with a file of the user's own: what, where and how to mend it.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    File(Vec<Finding>),
    /// No such figure or table of an answer.
    #[error("there is no {kind} \"{name}\"")]
    UnknownDocument {
        /// `figure` or `table`.
        kind: &'static str,
        /// The name given.
        name: String,
        /// The names there are.
        hint: String,
    },
}

impl AnswerError {
    /// A stable code, documented with the finding codes.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownMaterial { .. } => "name.unknown-material",
            Self::UnknownPlace { .. } => "name.unknown-place",
            Self::UnknownEdition { .. } => "name.unknown-edition",
            Self::NotInEdition { .. } => "question.not-in-edition",
            Self::NoStage { .. } => "question.no-stage",
            Self::Unreadable { .. } => "question.unreadable",
            Self::WhatIfNeedsMaterial => "question.what-if-needs-material",
            Self::WhatIf(_) => "question.what-if",
            Self::UnknownId { .. } => "id.unknown",
            Self::NotKnown { .. } => "id.not-known",
            Self::Fact(_) => "fact.unknown",
            Self::Region(_) => "name.unknown-region",
            Self::Reconcile(_) => "balance.not-reconciled",
            Self::Together(_) => "question.no-game",
            Self::Case(_) => "question.no-outlook",
            Self::Appraisal(_) => "question.no-appraisal",
            Self::Solve(_) => "question.not-solved",
            Self::File(_) => "question.file",
            Self::UnknownDocument { .. } => "name.unknown-document",
        }
    }

    /// How to mend the call.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::UnknownMaterial { hint, .. }
            | Self::UnknownPlace { hint, .. }
            | Self::UnknownEdition { hint, .. }
            | Self::NotInEdition { hint, .. }
            | Self::NoStage { hint, .. }
            | Self::Unreadable { hint, .. }
            | Self::UnknownId { hint, .. }
            | Self::UnknownDocument { hint, .. } => Some(hint.clone()),
            Self::WhatIfNeedsMaterial => Some("name a material, as in `adit risk lithium --add FI=0.25`".to_owned()),
            Self::WhatIf(_)
            | Self::NotKnown { .. }
            | Self::Fact(_)
            | Self::Region(_)
            | Self::Reconcile(_)
            | Self::Together(_)
            | Self::Case(_)
            | Self::Appraisal(_)
            | Self::Solve(_)
            | Self::File(_) => None,
        }
    }

    /// Whether the thing does not exist or the question cannot be asked.
    pub fn class(&self) -> Class {
        match self {
            Self::UnknownMaterial { .. }
            | Self::UnknownPlace { .. }
            | Self::UnknownEdition { .. }
            | Self::NotInEdition { .. }
            | Self::NoStage { .. }
            | Self::UnknownId { .. }
            | Self::NotKnown { .. }
            | Self::Fact(_)
            | Self::Region(_)
            | Self::UnknownDocument { .. } => Class::NotFound,
            Self::Unreadable { .. }
            | Self::WhatIfNeedsMaterial
            | Self::WhatIf(_)
            | Self::Reconcile(_)
            | Self::Together(_)
            | Self::Case(_)
            | Self::Appraisal(_)
            | Self::Solve(_)
            | Self::File(_) => Class::BadRequest,
        }
    }
}
