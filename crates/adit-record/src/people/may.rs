//! Who may do what: one pure function, and the table behind it.
//!
//! An act is allowed if a role that the table names for it is held at its place. Beyond the table stand four rules: acts
//! on one's own account need an account and no role; who made a promise never says whether it was kept; a clerk never
//! does, nor acts as company or authority, whatever else they hold at that place; and nobody witnesses what they
//! themselves wrote down.

use crate::people::grant::{Grants, Role};

/// Where an act happens; without project and region it concerns the whole server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The project.
    pub project: Option<String>,
    /// The NUTS code of the region that the project is in, as precise as it is known.
    pub region: Option<String>,
}

impl Place {
    /// The whole server.
    pub fn server() -> Self {
        Self::default()
    }

    /// A project, and the region it is in.
    pub fn project(id: &str, region: Option<&str>) -> Self {
        Self { project: Some(id.to_owned()), region: region.map(str::to_owned) }
    }
}

/// Something that can be done. Accounts named in an act are numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Read what is public.
    ReadPublic,
    /// Read what is not yet looked at, or withheld.
    ReadWithheld,
    /// Say something: a concern, evidence, a question.
    Contribute,
    /// Tell of unlawful content, or object to a withholding.
    GiveNotice,
    /// Agree or disagree with statements.
    Vote,
    /// Upload a file.
    Attach,
    /// Make codes to hand out.
    GiveCodes,
    /// Write down what another said.
    EnterForAnother,
    /// Witness what another clerk wrote down.
    Witness {
        /// Who wrote it down.
        recorder: i64,
    },
    /// Show or withhold what the public wrote, and answer notices.
    Moderate,
    /// Answer for the company.
    AnswerAsCompany,
    /// Answer for an authority.
    AnswerAsAuthority,
    /// Promise for the company.
    PromiseAsCompany,
    /// Promise for an authority.
    PromiseAsAuthority,
    /// Say what became of a promise.
    SayStatus {
        /// Who entered the promise.
        promised_by: Option<i64>,
    },
    /// Announce a meeting or a consultation with its documents.
    Announce,
    /// Open a project's record, or change its description.
    OpenProject,
    /// Decide a request for erasure.
    DecideRequest,
    /// Erase an entry, as was decided.
    Erase,
    /// Give and take roles.
    GrantRoles,
    /// Make and disable accounts of others.
    ManageAccounts,
    /// Read the trail of acts.
    SeeTrail,
    /// Read the facts again without stopping.
    Reload,
    /// See and export one's own account.
    ExportOwn,
    /// Change one's own password, end one's sessions.
    ChangeOwn,
    /// Erase one's own account.
    EraseOwn,
}

/// Why something may not be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It needs an account.
    #[error("please sign in first")]
    SignIn,
    /// None of the roles that may is held here.
    #[error("this needs a role that your account does not have here")]
    Role,
    /// Who promised does not judge.
    #[error("whoever made a promise does not say whether it was kept")]
    OwnPromise,
    /// A clerk speaks for nobody.
    #[error("a clerk never acts as company or authority, and never says whether a promise was kept")]
    Clerk,
    /// Nobody is their own witness.
    #[error("the witness is another clerk than the one who wrote it down")]
    OwnWitness,
}

/// Who the table allows.
enum Allowed {
    Anyone,
    Account,
    Roles(&'static [Role]),
}

impl Act {
    /// Every act once; accounts in it are examples.
    pub const ALL: [Self; 26] = [
        Self::ReadPublic,
        Self::Contribute,
        Self::GiveNotice,
        Self::ReadWithheld,
        Self::Vote,
        Self::Attach,
        Self::GiveCodes,
        Self::EnterForAnother,
        Self::Witness { recorder: 0 },
        Self::Moderate,
        Self::AnswerAsCompany,
        Self::AnswerAsAuthority,
        Self::PromiseAsCompany,
        Self::PromiseAsAuthority,
        Self::SayStatus { promised_by: None },
        Self::Announce,
        Self::OpenProject,
        Self::DecideRequest,
        Self::Erase,
        Self::GrantRoles,
        Self::ManageAccounts,
        Self::SeeTrail,
        Self::Reload,
        Self::ExportOwn,
        Self::ChangeOwn,
        Self::EraseOwn,
    ];

    /// The word of the trail.
    pub fn word(self) -> &'static str {
        match self {
            Self::ReadPublic => "read-public",
            Self::ReadWithheld => "read-withheld",
            Self::Contribute => "contribute",
            Self::GiveNotice => "give-notice",
            Self::Vote => "vote",
            Self::Attach => "attach",
            Self::GiveCodes => "give-codes",
            Self::EnterForAnother => "enter-for-another",
            Self::Witness { .. } => "witness",
            Self::Moderate => "moderate",
            Self::AnswerAsCompany => "answer-as-company",
            Self::AnswerAsAuthority => "answer-as-authority",
            Self::PromiseAsCompany => "promise-as-company",
            Self::PromiseAsAuthority => "promise-as-authority",
            Self::SayStatus { .. } => "say-status",
            Self::Announce => "announce",
            Self::OpenProject => "open-project",
            Self::DecideRequest => "decide-request",
            Self::Erase => "erase",
            Self::GrantRoles => "grant-roles",
            Self::ManageAccounts => "manage-accounts",
            Self::SeeTrail => "see-trail",
            Self::Reload => "reload",
            Self::ExportOwn => "export-own",
            Self::ChangeOwn => "change-own",
            Self::EraseOwn => "erase-own",
        }
    }

    /// The table.
    fn allowed(self) -> Allowed {
        use Role::{Administrator, Authority, Clerk, Company, Editor, Participant};
        match self {
            Self::ReadPublic | Self::Contribute | Self::GiveNotice => Allowed::Anyone,
            Self::ExportOwn | Self::ChangeOwn | Self::EraseOwn => Allowed::Account,
            Self::ReadWithheld | Self::Moderate => Allowed::Roles(&[Clerk, Editor]),
            Self::Vote => Allowed::Roles(&[Participant]),
            Self::Attach => Allowed::Roles(&[Participant, Clerk, Company, Authority, Editor]),
            Self::GiveCodes | Self::EnterForAnother | Self::Witness { .. } => Allowed::Roles(&[Clerk]),
            Self::AnswerAsCompany | Self::PromiseAsCompany => Allowed::Roles(&[Company]),
            Self::AnswerAsAuthority | Self::PromiseAsAuthority => Allowed::Roles(&[Authority]),
            Self::SayStatus { .. } => Allowed::Roles(&[Participant, Company, Authority]),
            Self::Announce => Allowed::Roles(&[Clerk, Authority, Editor]),
            Self::OpenProject => Allowed::Roles(&[Editor]),
            Self::DecideRequest
            | Self::Erase
            | Self::GrantRoles
            | Self::ManageAccounts
            | Self::SeeTrail
            | Self::Reload => Allowed::Roles(&[Administrator]),
        }
    }
}

/// Whether an act may be done, by what its doer holds and where it happens.
pub fn may(grants: &Grants, act: Act, place: &Place) -> Result<(), Refusal> {
    let roles = match act.allowed() {
        Allowed::Anyone => return Ok(()),
        Allowed::Account => return if grants.account.is_some() { Ok(()) } else { Err(Refusal::SignIn) },
        Allowed::Roles(roles) => roles,
    };
    let Some(account) = grants.account else { return Err(Refusal::SignIn) };
    let speaks = matches!(
        act,
        Act::AnswerAsCompany
            | Act::AnswerAsAuthority
            | Act::PromiseAsCompany
            | Act::PromiseAsAuthority
            | Act::SayStatus { .. }
    );
    if speaks && grants.holds(Role::Clerk, place) {
        return Err(Refusal::Clerk);
    }
    if !roles.iter().any(|&role| grants.holds(role, place)) {
        return Err(Refusal::Role);
    }
    match act {
        Act::SayStatus { promised_by } if promised_by == Some(account) => Err(Refusal::OwnPromise),
        Act::Witness { recorder } if recorder == account => Err(Refusal::OwnWitness),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
